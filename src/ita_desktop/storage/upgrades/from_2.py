"""Version 3: ids and order keys for everything, papers, settings in a file of their own.

Everything is read, the tables are made anew, and everything is written into them. The
contents and the stored files stay as they are. The window's settings go into a JSON file
beside the database, before the commit: whenever this is stopped, they are in one of both.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

from alembic.operations import Operations
from sqlalchemy import Connection

from ita_desktop.files import write_atomically

Row = Sequence[Any]


def upgrade(op: Operations) -> None:
    """Make the new tables of the old ones."""
    connection = op.get_bind()
    old = _Old(*(_rows(connection, name, order) for name, order in _ORDERS))
    keys = _year_keys(old.years)
    _write_settings(connection, old.settings, keys)
    for name in _DROPPED:
        op.drop_table(name)
    for statement in _TABLES:
        op.execute(statement)
    _write_years(connection, old, keys)


class _Old(NamedTuple):
    """All rows of the old tables, in the order of their keys."""

    agencies: list[Row]
    years: list[Row]
    focus: list[Row]
    scores: list[Row]
    measures: list[Row]
    measure_lines: list[Row]
    results: list[Row]
    evidence: list[Row]
    memos: list[Row]
    signatories: list[Row]
    words: list[Row]
    final_memos: list[Row]
    shared: list[Row]
    people: list[Row]
    units: list[Row]
    settings: list[Row]


_ORDERS = (
    ("agencies", "id"),
    ("years", "id"),
    ("focus", "year_id, ordinal"),
    ("scores", "year_id, ordinal"),
    ("measures", "year_id, ordinal"),
    ("measure_lines", "year_id, measure, kind, ordinal"),
    ("results", "year_id, measure, ordinal"),
    ("evidence", "year_id, measure, result, ordinal"),
    ("memos", "year_id"),
    ("signatories", "year_id, ordinal"),
    ("words", "year_id, ordinal"),
    ("final_memos", "year_id, ordinal"),
    ("shared", "id"),
    ("people", "ordinal"),
    ("units", "ordinal"),
    ("settings", "key"),
)
_DROPPED = (
    "focus", "scores", "evidence", "results", "measure_lines", "measures", "memos",
    "signatories", "words", "final_memos", "shared", "people", "units", "settings",
    "years", "agencies",
)  # fmt: skip


def _rows(connection: Connection, name: str, order: str) -> list[Row]:
    # the names are those above
    found = connection.exec_driver_sql(f"SELECT * FROM {name} ORDER BY {order}")  # noqa: S608
    return [tuple(row) for row in found.all()]


def _new_id(milliseconds: int | None = None) -> str:
    """A UUID of version 7."""
    stamp = time.time_ns() // 1_000_000 if milliseconds is None else milliseconds
    number = stamp << 80 | 0x7 << 76 | secrets.randbits(12) << 64 | 0x2 << 62 | secrets.randbits(62)
    return str(UUID(int=number))


def _order_key(ordinal: int) -> str:
    return f"V{ordinal:05}1"


def _year_keys(years: Iterable[Row]) -> dict[int, str]:
    """The new ids of years, which sort as the old ones did."""
    ids = [year[0] for year in years]
    now = time.time_ns() // 1_000_000 - len(ids)
    return {old: _new_id(now + at) for at, old in enumerate(ids)}


def _write_settings(connection: Connection, settings: Iterable[Row], keys: dict[int, str]) -> None:
    found: dict[str, str] = dict(settings)  # type: ignore[arg-type]  # pairs
    last = found.pop("year", "")
    if last.isdecimal() and int(last) in keys:
        found["year"] = keys[int(last)]
    (path,) = [
        row[2]
        for row in connection.exec_driver_sql("PRAGMA database_list").all()
        if row[1] == "main"
    ]
    file = Path(path).with_name("settings.json")
    if found and not file.exists():
        write_atomically(file, json.dumps(found, indent=1, sort_keys=True).encode("ascii"))


def _insert(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    listed = list(rows)
    if listed:
        marks = ", ".join("?" * len(listed[0]))
        connection.exec_driver_sql(f"INSERT INTO {table} VALUES ({marks})", listed)  # noqa: S608


def _listed(texts: Iterable[str]) -> str:
    return json.dumps(list(texts), ensure_ascii=False)


def _by(rows: Iterable[Row], length: int) -> dict[Any, list[Row]]:
    """Rows without the first columns, by these."""
    groups = groupby(rows, lambda row: row[:length])
    return {key: [row[length:] for row in group] for key, group in groups}


def _write_years(connection: Connection, old: _Old, keys: dict[int, str]) -> None:
    agencies: dict[int, Row] = {row[0]: (*row[1:], _new_id()) for row in old.agencies}
    focus, words = _by(old.focus, 1), _by(old.words, 1)
    years = []
    for id_, agency, fiscal_year, assessment_year, opening, *flags_and_time in old.years:
        years.append(
            (
                keys[id_],
                *agencies[agency],
                fiscal_year,
                assessment_year,
                _listed(number for _, number in focus.get((id_,), [])),
                opening,
                _listed(text for _, text in words.get((id_,), [])),
                *flags_and_time,
            )
        )
    _insert(connection, "years", years)
    _write_scores(connection, old.scores, keys)
    _write_measures(connection, old, keys)
    _write_papers(connection, old, keys)
    _write_office(connection, old, agencies)


def _write_scores(connection: Connection, scores: Iterable[Row], keys: dict[int, str]) -> None:
    """Scores go by the path of their numbers; a number that is there twice gets an end."""
    tables: dict[int, list[Row]] = {0: [], 1: [], 2: []}
    seen: set[tuple[str, str]] = set()
    for (year,), rows in _by(scores, 1).items():
        path: list[str] = []
        for ordinal, depth, number, name, score in rows:
            above = path[:depth]
            key = first = "/".join([*above[-1:], number])
            doubles = 1
            while (keys[year], key) in seen:
                doubles += 1
                key = f"{first}#{doubles}"
            seen.add((keys[year], key))
            path = [*above, key]
            head = (keys[year], key, *above[-1:], _order_key(ordinal))
            typed = int(number) if depth == 0 else number
            tables[depth].append((*head, typed, name, score))
    for depth, name in enumerate(("indicators", "sub_indicators", "oit_items")):
        _insert(connection, name, tables[depth])


def _write_measures(connection: Connection, old: _Old, keys: dict[int, str]) -> None:
    lines = _by(old.measure_lines, 3)
    measures = {row[:2]: _new_id() for row in old.measures}
    results = {row[:3]: _new_id() for row in old.results}

    def texts(year: int, measure: int, kind: str) -> str:
        return _listed(text for _, text in lines.get((year, measure, kind), []))

    _insert(
        connection,
        "measures",
        (
            (
                keys[year],
                measures[year, at],
                _order_key(at),
                name,
                *(texts(year, at, kind) for kind in _LINE_KINDS),
                monitoring,
            )
            for year, at, name, monitoring in old.measures
        ),
    )
    _insert(
        connection,
        "results",
        (
            (keys[row[0]], results[row[:3]], measures[row[:2]], _order_key(row[2]), *row[3:])
            for row in old.results
        ),
    )
    _insert(
        connection,
        "evidence",
        (
            (keys[row[0]], _new_id(), results[row[:3]], _order_key(row[3]), *row[4:])
            for row in old.evidence
        ),
    )


def _write_papers(connection: Connection, old: _Old, keys: dict[int, str]) -> None:
    """The memo of each year becomes its first paper."""
    papers = {row[0]: _new_id() for row in old.memos}
    made, texts = [], []
    for (
        year,
        subject,
        division,
        number,
        date,
        recipient,
        round_,
        heading,
        intro,
        closing,
    ) in old.memos:
        paper = papers[year]
        head = (keys[year], paper, _order_key(0))
        made.append((*head, "memo-results", round_, number, date, None))
        own = sorted(
            {
                "subject": subject,
                "division": division,
                "recipient": recipient,
                "measures_heading": heading,
                "results_intro": intro,
                "closing": closing,
            }.items()
        )
        texts += [
            (keys[year], f"{paper}/{key}", paper, _order_key(at), key, text)
            for at, (key, text) in enumerate(own)
            if text
        ]
    _insert(connection, "papers", made)
    _insert(connection, "paper_texts", texts)
    _insert(
        connection,
        "signatories",
        (
            (keys[row[0]], _new_id(), papers[row[0]], _order_key(row[1]), *row[2:])
            for row in old.signatories
        ),
    )
    _insert(
        connection,
        "signed_papers",
        ((keys[row[0]], _new_id(), _order_key(row[1]), *row[2:]) for row in old.final_memos),
    )


def _write_office(connection: Connection, old: _Old, agencies: dict[int, Row]) -> None:
    agency = agencies[old.shared[0][1]] if old.shared else ("",) * 6
    units = _listed(text for _, text in old.units)
    _insert(connection, "office", [("office", *agency, units)])
    _insert(connection, "people", ((_new_id(), _order_key(row[0]), *row[1:]) for row in old.people))


_LINE_KINDS = ("indicator", "guideline", "step", "responsible")

_TABLES = (
    """
    CREATE TABLE office (
        id TEXT NOT NULL CHECK (id = 'office'),
        agency_name TEXT NOT NULL,
        agency_short_name TEXT NOT NULL,
        agency_district TEXT NOT NULL,
        agency_province TEXT NOT NULL,
        agency_division TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        units TEXT NOT NULL CHECK (units LIKE '[%]'),
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE people (
        id TEXT NOT NULL,
        order_key TEXT NOT NULL,
        name TEXT NOT NULL,
        position TEXT NOT NULL,
        rank TEXT NOT NULL,
        acting_position TEXT NOT NULL,
        note TEXT NOT NULL,
        opinion_heading TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE years (
        id TEXT NOT NULL,
        agency_name TEXT NOT NULL,
        agency_short_name TEXT NOT NULL,
        agency_district TEXT NOT NULL,
        agency_province TEXT NOT NULL,
        agency_division TEXT NOT NULL,
        agency_id TEXT NOT NULL,
        fiscal_year INTEGER NOT NULL,
        assessment_year INTEGER NOT NULL,
        analysis_focus TEXT NOT NULL CHECK (analysis_focus LIKE '[%]'),
        analysis_opening TEXT NOT NULL,
        words TEXT NOT NULL CHECK (words LIKE '[%]'),
        archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
        sample INTEGER NOT NULL CHECK (sample IN (0, 1)),
        changed_at TEXT NOT NULL,
        PRIMARY KEY (id)
    ) STRICT
    """,
    """
    CREATE TABLE indicators (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        order_key TEXT NOT NULL,
        number INTEGER NOT NULL,
        name TEXT NOT NULL,
        score TEXT,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE measures (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        order_key TEXT NOT NULL,
        name TEXT NOT NULL,
        indicators TEXT NOT NULL CHECK (indicators LIKE '[%]'),
        guidelines TEXT NOT NULL CHECK (guidelines LIKE '[%]'),
        steps TEXT NOT NULL CHECK (steps LIKE '[%]'),
        responsible TEXT NOT NULL CHECK (responsible LIKE '[%]'),
        monitoring TEXT NOT NULL,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE papers (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        order_key TEXT NOT NULL,
        kind TEXT NOT NULL,
        round INTEGER CHECK (round IN (6, 12)),
        number TEXT NOT NULL,
        date TEXT,
        state TEXT CHECK (state IN ('ready', 'printed', 'signed', 'published')),
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE signed_papers (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        order_key TEXT NOT NULL,
        pdf TEXT NOT NULL,
        "case" TEXT NOT NULL,
        made_at TEXT NOT NULL,
        number TEXT NOT NULL,
        date TEXT,
        round INTEGER CHECK (round IN (6, 12)),
        scan TEXT,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id),
        FOREIGN KEY(pdf) REFERENCES contents (sha256),
        FOREIGN KEY("case") REFERENCES contents (sha256),
        FOREIGN KEY(scan) REFERENCES files (path)
    ) STRICT
    """,
    """
    CREATE TABLE paper_texts (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        parent TEXT NOT NULL,
        order_key TEXT NOT NULL,
        "key" TEXT NOT NULL,
        text TEXT NOT NULL,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id, parent) REFERENCES papers (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE results (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        parent TEXT NOT NULL,
        order_key TEXT NOT NULL,
        round INTEGER CHECK (round IN (6, 12)),
        details TEXT NOT NULL,
        period TEXT NOT NULL,
        output TEXT NOT NULL,
        outcome TEXT NOT NULL,
        remark TEXT NOT NULL,
        status TEXT CHECK (status IN ('done', 'in_progress', 'not_started')),
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id, parent) REFERENCES measures (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE signatories (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        parent TEXT NOT NULL,
        order_key TEXT NOT NULL,
        name TEXT NOT NULL,
        position TEXT NOT NULL,
        rank TEXT NOT NULL,
        acting_position TEXT NOT NULL,
        note TEXT NOT NULL,
        opinion_heading TEXT NOT NULL,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id, parent) REFERENCES papers (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE sub_indicators (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        parent TEXT NOT NULL,
        order_key TEXT NOT NULL,
        number TEXT NOT NULL,
        name TEXT NOT NULL,
        score TEXT,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id, parent) REFERENCES indicators (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE evidence (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        parent TEXT NOT NULL,
        order_key TEXT NOT NULL,
        title TEXT NOT NULL,
        url TEXT NOT NULL,
        file TEXT NOT NULL,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id, parent) REFERENCES results (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
    """
    CREATE TABLE oit_items (
        year_id TEXT NOT NULL,
        id TEXT NOT NULL,
        parent TEXT NOT NULL,
        order_key TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        score TEXT,
        PRIMARY KEY (year_id, id),
        FOREIGN KEY(year_id, parent) REFERENCES sub_indicators (year_id, id),
        FOREIGN KEY(year_id) REFERENCES years (id)
    ) STRICT
    """,
)
"""As version 3 has them, to the letter."""
