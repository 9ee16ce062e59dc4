"""Commands and their options as tables, and the reading of a command line by them.

Instead of argparse: its messages are English sentences over many lines, while
a clerk is to get at most three in Thai, and it takes longer to load.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted

HELP = ("-h", "--help")


class UsageError(ItaError):
    """The command line is not one of the command's."""


class Operand(NamedTuple):
    """A word that stands for itself by its place, such as the case file."""

    name: str
    help: str


class Option(NamedTuple):
    """An option; without ``value`` (the placeholder in the help) it is a switch.

    One that is ``repeated`` may be given several times (:meth:`Arguments.all`).
    """

    name: str
    help: str
    value: str = ""
    short: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False
    default: str = ""
    repeated: bool = False

    @property
    def label(self) -> str:
        """The option as the help shows it: ``-o, --output OUT.pdf``."""
        names = f"{self.short}, {self.name}" if self.short else self.name
        return f"{names} {self.value}" if self.value else names


class Arguments:
    """What was given: operands and values by name, and the switches that are on."""

    __slots__ = ("repeated", "switches", "values")

    def __init__(
        self,
        values: Mapping[str, str],
        switches: frozenset[str],
        repeated: Mapping[str, Sequence[str]],
    ) -> None:
        self.values = values
        self.switches = switches
        self.repeated = repeated

    def __getitem__(self, name: str) -> str:
        return self.values[name]

    def all(self, name: str) -> Sequence[str]:
        """Every value that a repeated option was given, in order."""
        return self.repeated.get(name, ())

    def __contains__(self, switch: str) -> bool:
        return switch in self.switches


class Command(NamedTuple):
    """A sub-command; ``run`` returns the exit code."""

    name: str
    help: str
    run: Callable[[Arguments], int]
    operands: tuple[Operand, ...] = ()
    options: tuple[Option, ...] = ()

    def usage(self, program: str) -> str:
        """Return the help: how it is called and what each part means."""
        needed = [o.label.split(", ")[0] + f" {o.value}" for o in self.options if o.required]
        parts = [program, self.name, *(operand.name for operand in self.operands), *needed]
        rows = [(operand.name, operand.help) for operand in self.operands]
        rows += [(option.label, option.help) for option in self.options]
        rows += [(", ".join(HELP), "แสดงวิธีใช้นี้")]
        return "\n".join([f"วิธีใช้: {' '.join(parts)} [ตัวเลือก]", self.help, "", *table(rows)])


def table(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Return two columns as lines; the left one is ASCII, so its width is its length."""
    width = max(len(left) for left, _ in rows)
    return [f"  {left:<{width}}  {right}" for left, right in rows]


class _Reading:
    """The state of reading one command line."""

    __slots__ = ("command", "operands", "repeated", "switches", "values", "words")

    def __init__(self, command: Command, words: list[str]) -> None:
        self.command = command
        self.words = words
        self.values: dict[str, str] = {}
        self.switches: set[str] = set()
        self.operands: list[str] = []
        self.repeated: dict[str, list[str]] = {}

    def option(self, name: str) -> Option | None:
        return next((o for o in self.command.options if name in (o.name, o.short)), None)

    def take(self, word: str) -> None:
        """Take one option and, from the words that follow, its value."""
        name, equals, value = word.partition("=")
        if not word.startswith("--"):  # -oOUT.pdf
            name, value = word[:2], word[2:]
            equals = value
        option = self.option(name)
        if option is None:
            raise UsageError(f"ไม่รู้จักตัวเลือก {quoted(name)}")
        if not option.value:
            if equals:
                raise UsageError(f"ตัวเลือก {name} ไม่รับค่า")
            self.switches.add(option.name)
            return
        if not equals:
            if not self.words or self.option(self.words[0]):
                raise UsageError(f"ตัวเลือก {name} ต้องตามด้วย {option.value}")
            value = self.words.pop(0)
        if not value or (option.choices and value not in option.choices):
            wanted = " หรือ ".join(option.choices) or option.value
            raise UsageError(f"ตัวเลือก {name} ต้องเป็น {wanted} ไม่ใช่ “{quoted(value)}”")
        self.values[option.name] = value
        if option.repeated:
            self.repeated.setdefault(option.name, []).append(value)


def parse(command: Command, words: Sequence[str]) -> Arguments:
    """Return what *words*, those behind the command's name, give. Raises :class:`UsageError`."""
    reading = _Reading(command, list(words))
    while reading.words:
        word = reading.words.pop(0)
        if word == "--":
            reading.operands += reading.words
            break
        if word.startswith("-") and word != "-":
            reading.take(word)
        else:
            reading.operands.append(word)
    return _complete(reading)


def _complete(reading: _Reading) -> Arguments:
    """Check that nothing is missing or too much, and fill in the defaults."""
    given, wanted = reading.operands, reading.command.operands
    for operand, word in zip(wanted, given, strict=False):
        reading.values[operand.name] = word
    if len(given) > len(wanted):
        raise UsageError(f"“{quoted(given[len(wanted)])}” เกินมา")
    if len(given) < len(wanted):
        raise UsageError(f"ยังไม่ได้ระบุ {wanted[len(given)].name}")
    for option in reading.command.options:
        if option.required and option.name not in reading.values:
            raise UsageError(f"ยังไม่ได้ระบุ {option.label}")
        if option.value:
            reading.values.setdefault(option.name, option.default)
    return Arguments(reading.values, frozenset(reading.switches), reading.repeated)
