"""The tables of the database as they are now.

Lists keep their order by ``ordinal`` (0, 1, …); a year's own lists have
``year_id`` as the first key. Texts are the user's, whole; scores are decimal numbers
as text, so that none is rounded; dates and times are ISO 8601, times in UTC. The
tables are STRICT with checks, so that SQLite's own check of a file finds values
that cannot be.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()


def _table(name: str, *parts: Column[Any] | CheckConstraint | ForeignKeyConstraint) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True)


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _key(name: str) -> Column[int]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _year() -> Column[int]:
    return Column("year_id", ForeignKey("years.id"), primary_key=True, autoincrement=False)


def _flag(name: str) -> Column[int]:
    return Column(name, Integer, CheckConstraint(f"{name} IN (0, 1)"), nullable=False)


def _round() -> Column[int]:
    return Column("round", Integer, CheckConstraint("round IN (6, 12)"))


def _signatory() -> tuple[Column[str], ...]:
    names = ("name", "position", "rank", "acting_position", "note", "opinion_heading")
    return tuple(map(_text, names))


def _in_measure(*keys: str) -> ForeignKeyConstraint:
    """The rows of a measure, or of one of its results, go with it."""
    table = "results" if keys else "measures"
    own = ("year_id", "measure", *keys)
    ends = ("year_id", "measure", "ordinal") if keys else ("year_id", "ordinal")
    return ForeignKeyConstraint(own, [f"{table}.{end}" for end in ends])


agencies = Table(
    "agencies",
    metadata,
    Column("id", Integer, primary_key=True),
    *map(_text, ("name", "short_name", "district", "province", "division")),
    UniqueConstraint("name", "short_name", "district", "province", "division"),
    sqlite_strict=True,
)
"""Each agency once, however many years have it."""

years = Table(
    "years",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
    Column("fiscal_year", Integer, nullable=False),
    Column("assessment_year", Integer, nullable=False),
    _text("opening"),
    _flag("archived"),
    _flag("sample"),
    _text("changed_at"),
    sqlite_strict=True,
    sqlite_autoincrement=True,  # an id is never given twice, also not after a deletion
)
focus = _table("focus", _year(), _key("ordinal"), _text("number"))
scores = _table(
    "scores",
    _year(),
    _key("ordinal"),
    Column("depth", Integer, CheckConstraint("depth IN (0, 1, 2)"), nullable=False),
    _text("number"),
    _text("name"),
    Column("score", Text),
)
"""Indicators (depth 0), sub-indicators (1) and items (2), each before those below it."""

measures = _table("measures", _year(), _key("ordinal"), _text("name"), _text("monitoring"))
measure_lines = _table(
    "measure_lines",
    _key("year_id"),
    _key("measure"),
    Column(
        "kind",
        Text,
        CheckConstraint("kind IN ('indicator', 'guideline', 'step', 'responsible')"),
        primary_key=True,
    ),
    _key("ordinal"),
    _text("text"),
    _in_measure(),
)
results = _table(
    "results",
    _key("year_id"),
    _key("measure"),
    _key("ordinal"),
    _round(),
    *map(_text, ("details", "period", "output", "outcome", "remark")),
    Column("status", Text, CheckConstraint("status IN ('done', 'in_progress', 'not_started')")),
    _in_measure(),
)
evidence = _table(
    "evidence",
    _key("year_id"),
    _key("measure"),
    _key("result"),
    _key("ordinal"),
    *map(_text, ("title", "url", "file")),
    _in_measure("result"),
)
memos = _table(
    "memos",
    _year(),
    *map(_text, ("subject", "division", "number")),
    Column("date", Text),
    _text("recipient"),
    _round(),
    *map(_text, ("measures_heading", "results_intro", "closing")),
)
signatories = _table("signatories", _year(), _key("ordinal"), *_signatory())
words = _table("words", _year(), _key("ordinal"), _text("text"))

shared = _table(
    "shared",
    Column("id", Integer, CheckConstraint("id = 1"), primary_key=True, autoincrement=False),
    Column("agency_id", ForeignKey("agencies.id"), nullable=False),
)
"""One row with the agency of a new year; none as long as no agency was given."""

people = _table("people", _key("ordinal"), *_signatory())
settings = _table("settings", Column("key", Text, primary_key=True), _text("value"))

# --- since version 2 ---------------------------------------------------------------------

units = _table("units", _key("ordinal"), _text("text"))
contents = _table(
    "contents",
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)
"""What never changes once it is kept, such as the PDF of a signed memo."""

files = _table(
    "files",
    Column("path", Text, primary_key=True),
    _text("sha256"),
    Column("size", Integer, nullable=False),
    _text("added_at"),
)
"""The files in the data folder, ``path`` relative to it."""

final_memos = _table(
    "final_memos",
    _year(),
    _key("ordinal"),
    Column("pdf", ForeignKey("contents.sha256"), nullable=False),
    Column("case_file", ForeignKey("contents.sha256"), nullable=False),
    _text("made_at"),
    _text("number"),
    Column("date", Text),
    _round(),
    Column("scan", ForeignKey("files.path")),
)
