"""A year, and what years share, as flat rows of the tables, and back again.

Rows are ``{table: {key: values}}``: the key and the values are tuples in the order
of :data:`COLUMNS`. Two such trees are compared row by row, so that a change writes
only what differs.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple, TypeVar

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    OitItem,
    OwnText,
    Paper,
    Result,
    Round,
    Signatory,
    Status,
    SubIndicator,
)
from ita_desktop.domain.paper_kinds import MEMO_RESULTS, memo_of
from ita_desktop.domain.records import Office, SignedPaper, StoredFile, YearRecord

Value = str | int | None
Key = tuple[str | int, ...]
Values = tuple[Value, ...]
Rows = dict[str, dict[Key, Values]]
DbRow = Sequence[Any]
T = TypeVar("T")


class Columns(NamedTuple):
    """The columns of a table: what tells rows apart, and what they say."""

    key: tuple[str, ...]
    values: tuple[str, ...]


_LIST = ("year_id", "ordinal")
_SIGNATORY = ("name", "position", "rank", "acting_position", "note", "opinion_heading")

YEAR_COLUMNS: Mapping[str, Columns] = {
    "years": Columns(
        ("id",),
        ("agency_id", "fiscal_year", "assessment_year", "opening", "archived", "sample"),
    ),
    "focus": Columns(_LIST, ("number",)),
    "scores": Columns(_LIST, ("depth", "number", "name", "score")),
    "measures": Columns(_LIST, ("name", "monitoring")),
    "measure_lines": Columns(("year_id", "measure", "kind", "ordinal"), ("text",)),
    "results": Columns(
        ("year_id", "measure", "ordinal"),
        ("round", "details", "period", "output", "outcome", "remark", "status"),
    ),
    "evidence": Columns(("year_id", "measure", "result", "ordinal"), ("title", "url", "file")),
    "memos": Columns(
        ("year_id",),
        (
            *("subject", "division", "number", "date", "recipient", "round"),
            *("measures_heading", "results_intro", "closing"),
        ),
    ),
    "signatories": Columns(_LIST, _SIGNATORY),
    "words": Columns(_LIST, ("text",)),
    "final_memos": Columns(
        _LIST, ("pdf", "case_file", "made_at", "number", "date", "round", "scan")
    ),
}
"""The tables of one year, parents before what hangs on them."""

SHARED_COLUMNS: Mapping[str, Columns] = {
    "shared": Columns(("id",), ("agency_id",)),
    "people": Columns(("ordinal",), _SIGNATORY),
    "units": Columns(("ordinal",), ("text",)),
}
COLUMNS: Mapping[str, Columns] = {**YEAR_COLUMNS, **SHARED_COLUMNS}


# --- to rows -----------------------------------------------------------------------------


def year_rows(record: YearRecord, agency_id: int) -> Rows:
    """The rows of a year whose agency stands at ``agency_id``."""
    case, year = record.case, record.id
    assessment, analysis = case.assessment, case.analysis
    rows: Rows = {
        "years": {
            (year,): (
                agency_id,
                case.fiscal_year,
                assessment.year,
                analysis.opening,
                int(record.archived),
                int(record.sample),
            )
        },
        "focus": _listed(((number,) for number in analysis.focus), year),
        "scores": _listed(_scores(assessment.indicators), year),
        "memos": {(year,): _memo(memo_of(case))},
        "signatories": _listed(map(_signatory, memo_of(case).signatories), year),
        "words": _listed(((word,) for word in case.words), year),
        "final_memos": _listed(map(_final, record.finals), year),
    }
    rows.update(_measures(case.measures, year))
    return rows


def shared_rows(shared: Office, agency_id: int | None) -> Rows:
    """The rows of what years share; an agency that was not given has no row."""
    return {
        "shared": {} if agency_id is None else {(1,): (agency_id,)},
        "people": _listed(map(_signatory, shared.people)),
        "units": _listed((unit,) for unit in shared.units),
    }


def _listed(items: Iterator[Values], *key: int) -> dict[Key, Values]:
    return {(*key, ordinal): item for ordinal, item in enumerate(items)}


def _scores(indicators: Sequence[Indicator]) -> Iterator[Values]:
    for indicator in indicators:
        yield 0, str(indicator.number), indicator.name, _score(indicator.score)
        for sub in indicator.sub_indicators:
            yield 1, sub.number, sub.name, _score(sub.score)
            for item in sub.items:
                yield 2, item.code, item.name, _score(item.score)


def _score(score: Decimal | None) -> str | None:
    return None if score is None else str(score)


def _measures(measures: Sequence[Measure], year: int) -> Rows:
    rows: Rows = {"measures": {}, "measure_lines": {}, "results": {}, "evidence": {}}
    for at, measure in enumerate(measures):
        rows["measures"][year, at] = (measure.name, measure.monitoring)
        for kind, lines in _lines(measure):
            for ordinal, line in enumerate(lines):
                rows["measure_lines"][year, at, kind, ordinal] = (line,)
        for ordinal, result in enumerate(measure.results):
            rows["results"][year, at, ordinal] = _result(result)
            proofs = ((one.title, one.url, one.file) for one in result.evidence)
            rows["evidence"].update(_listed(proofs, year, at, ordinal))
    return rows


def _lines(measure: Measure) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "indicator", measure.indicators
    yield "guideline", measure.guidelines
    yield "step", measure.steps
    yield "responsible", measure.responsible


def _result(result: Result) -> Values:
    return (
        _number(result.round),
        result.details,
        result.period,
        result.output,
        result.outcome,
        result.remark,
        result.status.value if result.status else None,
    )


def _memo(memo: Paper) -> Values:
    return (
        memo.text("subject"),
        memo.text("division"),
        memo.number,
        _day(memo.date),
        memo.text("recipient"),
        _number(memo.round),
        memo.text("measures_heading"),
        memo.text("results_intro"),
        memo.text("closing"),
    )


def _signatory(person: Signatory) -> Values:
    return (
        person.name,
        person.position,
        person.rank,
        person.acting_position,
        person.note,
        person.opinion_heading,
    )


def _final(final: SignedPaper) -> Values:
    return (
        final.pdf,
        final.case,
        time_text(final.made_at),
        final.number,
        _day(final.date),
        _number(final.round),
        final.scan.path if final.scan else None,
    )


def _number(round_: Round | None) -> int | None:
    return None if round_ is None else int(round_)


def _day(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


def time_text(time: datetime.datetime) -> str:
    """An aware time as text in UTC; texts of one length sort as the times do."""
    if time.tzinfo is None:
        raise ValueError("a time that is kept must be aware")
    return time.astimezone(datetime.UTC).isoformat(timespec="microseconds")


# --- from rows ---------------------------------------------------------------------------
#
# ``found`` maps a table's name to its rows, each the key (without the year) and then
# the values, in the order of the key. Values that cannot be raise ValueError,
# ArithmeticError or LookupError.


def record_of(
    year: int, agency: Agency, found: Mapping[str, Sequence[DbRow]], scans: Mapping[str, StoredFile]
) -> YearRecord:
    """The year that its rows say; ``scans`` are the stored files by path."""
    ((_, fiscal_year, assessment_year, opening, archived, sample),) = found["years"]
    case = Case(
        agency,
        fiscal_year,
        Assessment(assessment_year, _indicators_of(found["scores"])),
        Analysis(tuple(number for _, number in found["focus"]), opening),
        _measures_of(found),
        (_memo_of(found),),
        tuple(word for _, word in found["words"]),
    )
    finals = tuple(_final_of(row, scans) for row in found["final_memos"])
    return YearRecord(year, case, bool(archived), bool(sample), finals)


def shared_of(agency: Agency | None, found: Mapping[str, Sequence[DbRow]]) -> Office:
    """What years share, as their rows say."""
    return Office(
        agency or Office().agency,
        tuple(Signatory(*row[1:]) for row in found["people"]),
        tuple(unit for _, unit in found["units"]),
    )


def time_of(text: str) -> datetime.datetime:
    """The aware time that :func:`time_text` wrote."""
    return datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)


def _indicators_of(rows: Sequence[DbRow]) -> tuple[Indicator, ...]:
    indicators: list[Indicator] = []
    for _, depth, number, name, score in rows:
        exact = _maybe(score, Decimal)
        if depth == 0:
            indicators.append(Indicator(int(number), name, exact))
            continue
        above = indicators[-1]
        subs = above.sub_indicators
        if depth == 1:
            subs = (*subs, SubIndicator(number, name, exact))
        else:
            items = (*subs[-1].items, OitItem(number, name, exact))
            subs = (*subs[:-1], subs[-1]._replace(items=items))
        indicators[-1] = above._replace(sub_indicators=subs)
    return tuple(indicators)


def _measures_of(found: Mapping[str, Sequence[DbRow]]) -> tuple[Measure, ...]:
    evidence = _grouped(found["evidence"], 2)
    lines = _grouped(found["measure_lines"], 2)
    results = {
        key: tuple(_result_of(row, evidence.get((*key, row[0]), [])) for row in rows)
        for key, rows in _grouped(found["results"], 1).items()
    }

    def texts(at: int, kind: str) -> tuple[str, ...]:
        return tuple(text for _, text in lines.get((at, kind), []))

    return tuple(
        Measure(
            name,
            texts(at, "indicator"),
            texts(at, "guideline"),
            texts(at, "step"),
            texts(at, "responsible"),
            monitoring,
            results.get((at,), ()),
        )
        for at, name, monitoring in found["measures"]
    )


def _grouped(rows: Sequence[DbRow], length: int) -> dict[tuple[Any, ...], list[DbRow]]:
    """The rows by the first ``length`` of their columns, without these."""

    def head(row: DbRow) -> tuple[Any, ...]:
        return tuple(row[:length])

    return {key: [row[length:] for row in group] for key, group in groupby(rows, head)}


def _result_of(row: DbRow, evidence: Sequence[DbRow]) -> Result:
    _, round_, details, period, output, outcome, remark, status = row
    return Result(
        _maybe(round_, Round),
        details,
        period,
        output,
        outcome,
        remark,
        _maybe(status, Status),
        tuple(Evidence(*proof[1:]) for proof in evidence),
    )


def _memo_of(found: Mapping[str, Sequence[DbRow]]) -> Paper:
    ((subject, division, number, date, recipient, round_, heading, intro, closing),) = found[
        "memos"
    ]
    texts = {
        "subject": subject,
        "division": division,
        "recipient": recipient,
        "measures_heading": heading,
        "results_intro": intro,
        "closing": closing,
    }
    return Paper(
        MEMO_RESULTS.key,
        _maybe(round_, Round),
        number,
        _maybe(date, datetime.date.fromisoformat),
        texts=tuple(OwnText(key, text) for key, text in sorted(texts.items()) if text),
        signatories=tuple(Signatory(*row[1:]) for row in found["signatories"]),
    )


def _final_of(row: DbRow, scans: Mapping[str, StoredFile]) -> SignedPaper:
    _, pdf, case, made_at, number, date, round_, scan = row
    return SignedPaper(
        pdf,
        case,
        time_of(made_at),
        number,
        _maybe(date, datetime.date.fromisoformat),
        _maybe(round_, Round),
        _maybe(scan, scans.__getitem__),
    )


def _maybe(value: Any, read: Callable[[Any], T]) -> T | None:
    return None if value is None else read(value)
