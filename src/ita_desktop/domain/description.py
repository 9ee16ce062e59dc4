"""How the fields of a record are described: type, Thai label, limits, and where they go.

The records of :mod:`ita_desktop.domain.case` and :mod:`ita_desktop.domain.records`
carry one :class:`Field` beside each of their fields (``Annotated``). Whatever handles
all fields of all records derives from these descriptions instead of naming them: the
case file, the database, clean-up before printing, search, labels of paths, what counts
as empty, the clipboard, the checker's limits, what goes into the next year or round,
what is never logged, and how two versions of a record merge. A new field is one line
in the record. The upgrade steps of the database and the readers of older case files
are literal and never import this module.
"""

from collections.abc import Callable
from enum import Enum, auto
from typing import Any, NamedTuple, get_args

TEXT_LIMIT = 10_000
"""Letters: more than three pages in one field were pasted there by mistake."""


class FieldType(Enum):
    """What a field holds; the Python type follows from it."""

    ID = auto()
    """The identity of an entry, given once by the program: a UUID, ``""`` until then."""
    LINE = auto()
    """One line of text."""
    TEXT = auto()
    """Text of several lines."""
    LINES = auto()
    """A list of one-line texts; versions of it merge as a whole."""
    TEXTS = auto()
    """A list of texts, each of which may have several lines; merges as a whole."""
    NUMBER = auto()
    """The number of an indicator or sub-indicator as text: ``10``, ``10.1``."""
    NUMBERS = auto()
    """A list of such numbers; merges as a whole."""
    INTEGER = auto()
    """A whole number within ``limits``."""
    YEAR = auto()
    """A year of the Buddhist era."""
    SCORE = auto()
    """A score of 0–100 (:class:`~decimal.Decimal`), or None."""
    PASS_OR_FAIL = auto()
    """The score of an OIT item: 100, 0 or None."""
    DATE = auto()
    """A Gregorian :class:`~datetime.date`, or None."""
    TIME = auto()
    """An aware :class:`~datetime.datetime`."""
    CHOICE = auto()
    """One value of an enumeration, or None."""
    FLAG = auto()
    """True or False."""
    HASH = auto()
    """The SHA-256 of a content that is kept with the records."""
    FILE = auto()
    """A :class:`~ita_desktop.domain.records.StoredFile`, or None."""
    RECORD = auto()
    """One record inside this one."""
    ENTRIES = auto()
    """A list of records, each with an identity; versions of it merge entry by entry."""
    ORDER = auto()
    """The order keys of a record's entries: values of their rows, held beside the lists."""


TEXT_TYPES = frozenset({FieldType.LINE, FieldType.TEXT})
TEXT_LIST_TYPES = frozenset({FieldType.LINES, FieldType.TEXTS})
LIST_TYPES = TEXT_LIST_TYPES | {FieldType.NUMBERS}


class NextYear(Enum):
    """What becomes of a field when the next year begins from this one."""

    KEPT = auto()
    CLEARED = auto()
    CLEARED_IF_DATED = auto()
    """Kept, unless the text names one of the old years."""
    SHIFTED = auto()
    """A year, which moves on by as many years as the fiscal year does."""
    FIRST_ROUND = auto()
    """A reporting round, which begins again with the first half of the year."""


class Need(Enum):
    """When a field must say something."""

    NEVER = auto()
    PAPER = auto()
    """Before a paper is made; a draft may leave it empty."""
    ALWAYS = auto()
    """Also in a draft: without it the record cannot be told from others."""


class Field(NamedTuple):
    """The description of one field.

    ``label`` is its Thai name, ``counted`` that of one entry of a list (``ขั้นตอนที่``).
    ``limits`` are the least and greatest whole number, ``longest`` the letters of a
    text. ``literal`` texts are printed with their digits as typed (links, names of
    files). ``says`` is False for what only sorts a record (its round, its kind): it is
    no text of the clerk's, and alone it tells nothing. ``headings`` are the beginnings of
    the column headings under which the field is pasted. ``next_year`` and ``next_round``
    say what is carried on, ``personal`` what tells of a person, ``prose``
    whether the checker reads a text as sentences. What is ``optional`` is never called
    missing. ``since`` is the version of the case file that brought the field. ``table``
    names the rows of ENTRIES in the
    database, ``key`` the field of the entry that identifies it.
    """

    type: FieldType
    label: str = ""
    counted: str = ""
    need: Need = Need.NEVER
    limits: tuple[int, int] | None = None
    longest: int = TEXT_LIMIT
    literal: bool = False
    says: bool = True
    headings: tuple[str, ...] = ()
    next_year: NextYear = NextYear.KEPT
    next_round: bool = True
    personal: bool = False
    prose: bool = True
    optional: bool = False
    since: int = 1
    in_case_file: bool = True
    table: str = ""
    key: str = "id"


class DescribedField(NamedTuple):
    """A field of a record: its name, its description, its default and what it holds.

    ``inner`` is the class of a nested record, of an entry, or the enumeration of a
    CHOICE; None for all else. ``default`` is :data:`NO_DEFAULT` where a record cannot
    be made without the field.
    """

    name: str
    field: Field
    inner: type[Any] | None
    default: Any


NO_DEFAULT: Any = object()


def fields_of(record: type[Any]) -> tuple[DescribedField, ...]:
    """The described fields of a record class, in their order.

    Raises TypeError for a field without a description, which would be lost on some way.
    """
    known = _known.get(record)
    if known is None:
        defaults = record._field_defaults
        known = _known[record] = tuple(
            [_described(record, name, defaults.get(name, NO_DEFAULT)) for name in record._fields]
        )
    return known


_known: dict[type[Any], tuple[DescribedField, ...]] = {}


def field_named(record: type[Any], name: str) -> DescribedField:
    """One field of a record class. Raises LookupError."""
    for described in fields_of(record):
        if described.name == name:
            return described
    raise LookupError(f"{record.__name__} has no field {name}")


def _described(record: type[Any], name: str, default: Any) -> DescribedField:
    annotation = record.__annotations__[name]
    found = [part for part in getattr(annotation, "__metadata__", ()) if isinstance(part, Field)]
    if len(found) != 1:
        raise TypeError(f"{record.__name__}.{name} needs one description")
    return DescribedField(name, found[0], _inner(annotation.__origin__), default)


def _inner(annotation: Any) -> type[Any] | None:
    """The record class or enumeration that an annotation speaks of."""
    for part in (annotation, *get_args(annotation)):
        if isinstance(part, type) and (hasattr(part, "_fields") or issubclass(part, Enum)):
            return part
    return None


# --- the words of the descriptions --------------------------------------------------------


def _maker(kind: FieldType, **usual: Any) -> Callable[..., Field]:
    def make(label: str = "", **more: Any) -> Field:
        return Field(kind, label, **(usual | more))

    return make


IdField = _maker(FieldType.ID, since=2, next_year=NextYear.CLEARED)
LineField = _maker(FieldType.LINE)
TextField = _maker(FieldType.TEXT)
LinesField = _maker(FieldType.LINES)
TextsField = _maker(FieldType.TEXTS)
NumberField = _maker(FieldType.NUMBER)
NumbersField = _maker(FieldType.NUMBERS)
IntegerField = _maker(FieldType.INTEGER)
YearField = _maker(FieldType.YEAR)
ScoreField = _maker(FieldType.SCORE)
PassOrFailField = _maker(FieldType.PASS_OR_FAIL)
DateField = _maker(FieldType.DATE)
TimeField = _maker(FieldType.TIME)
ChoiceField = _maker(FieldType.CHOICE)
FlagField = _maker(FieldType.FLAG)
HashField = _maker(FieldType.HASH)
FileField = _maker(FieldType.FILE)
RecordField = _maker(FieldType.RECORD)
EntriesField = _maker(FieldType.ENTRIES)
OrderField = _maker(FieldType.ORDER, in_case_file=False)
