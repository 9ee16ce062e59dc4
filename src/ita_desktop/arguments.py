"""argparse in Thai: a parser for each command, its help, and errors in one sentence.

argparse tells errors in English, over many lines, and ends the process. Here each is
raised as :class:`UsageError` where it arises.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from typing import Any

from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted

HELP = ("-h", "--help")


class UsageError(ItaError):
    """The command line is not one of the command's."""


class Parser(argparse.ArgumentParser):
    """The parser of one command.

    Help is no option of argparse's here: who calls looks for :data:`HELP` first, so that
    a slip elsewhere in the line does not keep it back.
    """

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog,
            description=description,
            # with a width given it does not import shutil, to ask for the screen's
            formatter_class=partial(argparse.HelpFormatter, width=80),
            add_help=False,
            allow_abbrev=False,
            exit_on_error=False,
        )
        self._operand: argparse.Action | None = None
        self._required: list[argparse.Action] = []

    def operand(self, dest: str, metavar: str, text: str) -> None:
        """The one word that stands for itself, such as the case file."""
        self._operand = self.add_argument(dest, nargs="*", metavar=metavar, help=text)

    def option(
        self, *names: str, metavar: str, text: str, required: bool = False, **more: Any
    ) -> None:
        """An option with a value; ``more`` is what ``add_argument`` takes, and ``allowed``.

        ``allowed`` are the only values. With ``default=()`` it may be given several times.
        """
        action = self.add_argument(
            *names, action=_Value, nargs="?", metavar=metavar, help=text, **more
        )
        if required:  # argparse would tell of its lack in English
            self._required.append(action)

    def switch(self, name: str, text: str) -> None:
        """An option without a value."""
        self.add_argument(name, action="store_true", help=text)

    def read(self, words: Sequence[str]) -> argparse.Namespace:
        """What *words*, those behind the command's name, give. Raises :class:`UsageError`."""
        try:
            given, rest = self.parse_known_args(self._joined(words))
        except argparse.ArgumentError as error:  # all that is left to argparse
            raise UsageError(f"ตัวเลือก {error.argument_name} ไม่รับค่า") from error
        _refuse(rest)
        if self._operand is not None:
            self._take_operand(self._operand, given)
        for action in self._required:
            if getattr(given, action.dest) is None:
                raise UsageError(f"ยังไม่ได้ระบุ {_label(action)}")
        return given

    def _take_operand(self, operand: argparse.Action, given: argparse.Namespace) -> None:
        found = getattr(given, operand.dest)
        _refuse(found[1:])
        if not found:
            raise UsageError(f"ยังไม่ได้ระบุ {operand.metavar}")
        setattr(given, operand.dest, found[0])

    def _joined(self, words: Sequence[str]) -> list[str]:
        """*words* with values that look like options (``-o -x.pdf``) joined to their option."""
        known = self._option_string_actions
        joined: list[str] = []
        for at, word in enumerate(words):
            if word == "--":
                return [*joined, *words[at:]]
            before = joined[-1] if joined else ""
            if word.startswith("-") and word not in known and isinstance(known.get(before), _Value):
                joined[-1] = f"{before}={word}" if before.startswith("--") else before + word
            else:
                joined.append(word)
        return joined

    def format_help(self) -> str:
        """How the command is called and what each part means, in Thai."""
        parts = [self.prog]
        rows = []
        for action in self._actions:
            rows.append((_label(action), action.help or ""))
            if not action.option_strings:
                parts.append(_label(action))
            elif action in self._required:
                parts.append(f"{action.option_strings[0]} {action.metavar}")
        rows.append((", ".join(HELP), "แสดงวิธีใช้นี้"))
        return "\n".join(
            [f"วิธีใช้: {' '.join(parts)} [ตัวเลือก]", self.description or "", "", *table(rows)]
        )


class _Value(argparse.Action):
    """Stores an option's value, or says what is wrong with it."""

    def __init__(self, *args: Any, allowed: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowed = allowed  # ``choices``, which argparse would refuse in English

    def __call__(
        self,
        parser: argparse.ArgumentParser,  # noqa: ARG002 - argparse gives it
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        if values is None:
            raise UsageError(f"ตัวเลือก {option_string} ต้องตามด้วย {self.metavar}")
        if not values or (self.allowed and values not in self.allowed):
            wanted = " หรือ ".join(self.allowed) or self.metavar
            raise UsageError(f"ตัวเลือก {option_string} ต้องเป็น {wanted} ไม่ใช่ “{quoted(values)}”")
        before = getattr(namespace, self.dest)
        several = isinstance(before, tuple)
        setattr(namespace, self.dest, (*before, values) if several else values)


def _label(action: argparse.Action) -> str:
    """An argument as the help shows it: ``-o, --output OUT.pdf``."""
    value = action.metavar if action.nargs != 0 else ""
    return " ".join(filter(None, (", ".join(action.option_strings), str(value or ""))))


def _refuse(words: Sequence[str]) -> None:
    """Raises :class:`UsageError` for the first word that no argument took."""
    for word in words:
        if word == "--":
            continue
        if word.startswith("-") and word != "-":
            name = word.partition("=")[0] if word.startswith("--") else word[:2]
            raise UsageError(f"ไม่รู้จักตัวเลือก {quoted(name)}")
        raise UsageError(f"“{quoted(word)}” เกินมา")


def table(rows: Sequence[tuple[str, str]]) -> list[str]:
    """Return two columns as lines; the left one is ASCII, so its width is its length."""
    width = max(len(left) for left, _ in rows)
    return [f"  {left:<{width}}  {right}" for left, right in rows]
