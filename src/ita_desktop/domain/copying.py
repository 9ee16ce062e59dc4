"""Copies of records: with no identity of their own yet, for the next round, for the next year."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from ita_desktop.domain.case import Case, Result, Round
from ita_desktop.domain.description import NO_DEFAULT, DescribedField, FieldType, NextYear
from ita_desktop.domain.record_walk import mapped
from ita_desktop.thai.digits import thai_number

T = TypeVar("T")


def fresh(record: T) -> T:
    """The same record, to be given identities of its own, with all that is in it."""
    return mapped(record, _without_identity)


def for_round(result: Result, months: Round | None) -> Result:
    """A copy of a result for another round: what is carried on, by the descriptions."""
    return mapped(result, _for_next_round)._replace(round=months)


def for_next_year(case: Case, later: int) -> Case:
    """The year *later* years after *case*: what is kept of each field, by the descriptions."""
    years = [thai_number(case.fiscal_year), thai_number(case.assessment.year)]
    return mapped(case, partial(_for_next_year, later, years))


def _without_identity(described: DescribedField, value: Any) -> Any:
    return "" if described.field.type is FieldType.ID else value


def _for_next_round(described: DescribedField, value: Any) -> Any:
    if described.field.type is FieldType.ID or not described.field.next_round:
        return _cleared(described)
    return value


def _for_next_year(later: int, old_years: list[str], described: DescribedField, value: Any) -> Any:
    rule = described.field.next_year
    if rule is NextYear.CLEARED:
        return _cleared(described)
    if rule is NextYear.CLEARED_IF_DATED:
        # What names an old year is worded anew by the program.
        thai = thai_number(value)
        return "" if any(year in thai for year in old_years) else value
    if rule is NextYear.SHIFTED:
        return value + later
    if rule is NextYear.FIRST_ROUND:
        return None if value is None else Round.SIX_MONTHS
    return value


def _cleared(described: DescribedField) -> Any:
    """What a field holds in a record in which it was not filled in."""
    return "" if described.default is NO_DEFAULT else described.default
