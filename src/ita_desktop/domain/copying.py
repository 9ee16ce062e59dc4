"""Copies of records: with no identity of their own yet, for the next round, for the next year."""

from __future__ import annotations

from functools import partial
from typing import TypeVar

from ita_desktop.domain.case import Case, Result, Round
from ita_desktop.domain.description import NO_DEFAULT, DescribedField, FieldType, NextYear
from ita_desktop.domain.record_walk import Change, mapped
from ita_desktop.thai.digits import thai_number

T = TypeVar("T")


def without_ids(record: T) -> T:
    """The same record and all that is in it, to be given identities of its own."""
    return mapped(record, _without_identity)


def for_round(result: Result, months: Round | None) -> Result:
    """A copy of a result for another round: what is carried on, by the descriptions."""
    return mapped(result, _for_next_round)._replace(round=months)


def for_next_year(case: Case, later: int) -> Case:
    """The year *later* years after *case*: what is kept of each field, by the descriptions."""
    years = [thai_number(case.fiscal_year), thai_number(case.assessment.year)]
    return mapped(case, partial(_for_next_year, later, years))


def _without_identity(described: DescribedField) -> Change | None:
    given = described.field.type in (FieldType.ID, FieldType.ORDER)
    return _cleared(described) if given else None


def _for_next_round(described: DescribedField) -> Change | None:
    carried = described.field.next_round and described.field.type is not FieldType.ID
    return None if carried else _cleared(described)


def _for_next_year(later: int, old_years: list[str], described: DescribedField) -> Change | None:
    changes: dict[NextYear, Change | None] = {
        NextYear.KEPT: None,
        NextYear.CLEARED: _cleared(described),
        NextYear.CLEARED_IF_DATED: partial(_unless_naming, old_years),
        NextYear.SHIFTED: lambda year: year + later,
        # The first report of a year is that of its first half.
        NextYear.FIRST_ROUND: lambda months: None if months is None else Round.SIX_MONTHS,
    }
    return changes[described.field.next_year]


def _unless_naming(years: list[str], text: str) -> str:
    """*text*, or ``""`` for one that names a year, which the program then words anew."""
    thai = thai_number(text)
    return "" if any(year in thai for year in years) else text


def _cleared(described: DescribedField) -> Change:
    """What a field holds in a record in which it was not filled in."""
    empty = "" if described.default is NO_DEFAULT else described.default
    return lambda _: empty
