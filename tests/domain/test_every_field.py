"""No field of any record is lost on any way: case file, printing, search, labels, and so on.

A new field is in all of these tests as soon as it is in its record. (The database has a
test of its own with the same records.)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from tests.described import full_case

from ita_desktop.domain import case as case_module
from ita_desktop.domain import records as records_module
from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import Case, Evidence, Measure, OwnText, Paper, Result, Round
from ita_desktop.domain.case_paths import CasePath, format_path, value_at, with_value
from ita_desktop.domain.checks.lengths import shortened
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.description import (
    LIST_TYPES,
    NO_DEFAULT,
    TEXT_LIST_TYPES,
    TEXT_TYPES,
    DescribedField,
    FieldType,
    NextYear,
    fields_of,
)
from ita_desktop.domain.loggable import loggable
from ita_desktop.domain.measures import duplicated, lacking, speaks_of
from ita_desktop.domain.path_labels import path_label
from ita_desktop.domain.record_walk import Change, Visited, mapped, texts_in, walk
from ita_desktop.domain.result_slots import with_copies
from ita_desktop.domain.search import find
from ita_desktop.exchange.case_json import case_to_json, parse_case
from ita_desktop.exchange.measure_rows import measures_of, rows_of
from ita_desktop.papers.compose import compose
from ita_desktop.papers.normalise import normalised_case
from ita_desktop.services.years import next_year
from ita_desktop.thai.digits import Digits

FULL = full_case()
FIELDS = list(walk(FULL))
TEXTS = list(texts_in(FULL))
RECORDS = [
    one
    for module in (case_module, records_module)
    for one in vars(module).values()
    if hasattr(one, "_fields") and one.__module__ == module.__name__
]
PLAIN = {"StoredFile", "YearSummary", "YearChange", "OfficeChange"}
"""Named tuples that are no records of fields: one value, a row of a list, steps of history."""


def shown(visited: Visited) -> str:
    return format_path(visited.place)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_is_described(record: type[Any]) -> None:
    if record.__name__ not in PLAIN:
        assert [one.name for one in fields_of(record)] == list(record._fields)  # type: ignore[attr-defined]


def test_every_field_says_something_here() -> None:
    assert [shown(one) for one in FIELDS if one.value in ("", None, ())] == []
    reached = {type(holder) for holder in records_in(FULL)}
    of_case = {one for one in RECORDS if one.__module__ == case_module.__name__}
    assert reached == of_case


def records_in(record: Any) -> Iterator[Any]:
    """A record and all records in it."""
    yield record
    for name, field, *_ in fields_of(type(record)):
        value = getattr(record, name)
        if field.type is FieldType.RECORD:
            yield from records_in(value)
        elif field.type is FieldType.ENTRIES:
            for entry in value:
                yield from records_in(entry)


# --- the case file ----------------------------------------------------------------------------


def test_the_case_file_keeps_every_field() -> None:
    assert parse_case(case_to_json(FULL)) == FULL


# --- printing ---------------------------------------------------------------------------------

NOT_PRINTED = {
    "agency.division",  # the memo's own text stands in its place
    "agency.short_name",
    "agency.district",  # with its label, in the sentence on the results
    "agency.province",
    "assessment.indicators.name",  # those that were chosen or are lowest
    "assessment.indicators.sub_indicators.name",
    "assessment.indicators.sub_indicators.items.code",
    "assessment.indicators.sub_indicators.items.name",
    "words",
}
"""Texts that stand in no memo as they are, or only where the scores have it so."""


def test_clean_up_before_printing_leaves_clean_texts_as_they_are() -> None:
    assert normalised_case(FULL, Digits.THAI) == FULL


def test_clean_up_before_printing_reaches_every_text() -> None:
    def soiled(described: DescribedField) -> Change | None:
        if described.field.type in TEXT_TYPES and described.field.says:
            return lambda text: f" \u200b{text}\u200b "
        if described.field.type in TEXT_LIST_TYPES:
            return lambda texts: (" ", *(f"\u200b{text} " for text in texts))
        return None

    assert normalised_case(mapped(FULL, soiled), Digits.THAI) == FULL


def test_every_text_that_says_something_stands_on_the_paper() -> None:
    one_round = FULL._replace(papers=tuple(p._replace(round=None) for p in FULL.papers))
    printed = repr(compose(one_round)._replace(words=()))
    lost = {
        ".".join(str(key) for key in place if isinstance(key, str))
        for place, _, text in texts_in(one_round)
        if place[:2] != ("papers", 1)  # a paper of its own
        and not all(part in printed for part in text.split("\n"))
    }
    assert lost == NOT_PRINTED


# --- search, labels ------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS, ids=shown)
def test_every_text_is_found_in_its_place(text: Visited) -> None:
    (hit,) = find(FULL, text.value)
    told_by_code = text.place[-1] == "code"
    assert hit.place == ((*text.place[:-1], "name") if told_by_code else text.place)


def test_every_field_has_a_label_of_its_own_among_its_siblings() -> None:
    labels: dict[CasePath, list[str]] = {}
    for place, described, _ in FIELDS:
        if described.field.type is not FieldType.ID:
            labels.setdefault(place[:-1], []).append(path_label(FULL, place).split(" › ")[-1])
    for place, found in labels.items():
        assert "" not in found, format_path(place)
        assert len(set(found)) == len(found), format_path(place)


# --- what counts as empty ------------------------------------------------------------------------


def alone() -> Iterator[tuple[str, Any, bool]]:
    """Records in which one field says something, and whether that counts."""
    for record, empty in ((Result, Result()), (Evidence, Evidence()), (Measure, Measure(""))):
        full = next(one for one in records_in(FULL) if type(one) is record)
        for name, field, *_ in fields_of(record):
            counts = field.says and field.type is not FieldType.ID
            value = getattr(full, name)
            yield f"{record.__name__}.{name}", empty._replace(**{name: value}), counts


@pytest.mark.parametrize(("name", "record", "counts"), list(alone()))
def test_any_field_makes_a_record_say_something(name: str, record: Any, counts: bool) -> None:
    assert is_blank(record) is not counts, name


def test_what_is_empty_or_of_spaces_says_nothing() -> None:
    def spaces(described: DescribedField) -> Change | None:
        if described.field.type in TEXT_TYPES:
            return lambda _: " \n"
        return None if described.default is NO_DEFAULT else lambda _: described.default

    for record in records_in(FULL):
        if type(record) in (Result, Evidence, Measure):
            assert is_blank(mapped(record, spaces))


# --- limits --------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS, ids=shown)
def test_every_text_has_a_length_that_is_checked(text: Visited) -> None:
    longest = text.described.field.longest
    long = with_value(FULL, text.place, "ก" * (longest + 1))

    case, cuts = shortened(long)

    assert list(cuts) == [(text.place, longest)]
    assert value_at(case, text.place) == "ก" * longest


# --- the next year, the next round, copies --------------------------------------------------------


def test_every_field_goes_into_the_next_year_by_its_rule() -> None:
    later = next_year(FULL)
    cleared: list[CasePath] = []
    for place, described, value in FIELDS:
        if any(place[: len(above)] == above for above in cleared):
            continue
        rule = described.field.next_year
        nested = described.field.type in (FieldType.RECORD, FieldType.ENTRIES)
        if rule is NextYear.CLEARED:
            cleared.append(place)
            assert value_at(later, place) in ("", None, ()), format_path(place)
        elif rule is NextYear.SHIFTED:
            assert value_at(later, place) == value + 1
        elif rule is NextYear.FIRST_ROUND:
            assert value_at(later, place) is Round.SIX_MONTHS
        elif not nested:  # no text here names a year
            assert value_at(later, place) == value, format_path(place)


def dated(described: DescribedField) -> Change | None:
    return (lambda _: f"ปี {FULL.fiscal_year}") if described.name == "text" else None


def test_own_texts_that_name_the_old_year_go_by_the_rule_of_their_slot() -> None:
    later = next_year(mapped(FULL, dated))
    assert {text.key for text in later.papers[0].texts} == {"division", "recipient"}


def test_every_field_of_a_result_goes_into_the_next_round() -> None:
    source = FULL.measures[0].results[0]._replace(round=Round.SIX_MONTHS)
    case = FULL._replace(measures=(FULL.measures[0]._replace(results=(source,)),))

    copied = with_copies(case, [0], Round.SIX_MONTHS, Round.TWELVE_MONTHS)

    _, copy = copied.measures[0].results
    assert copy == without_ids(source)._replace(round=Round.TWELVE_MONTHS)


def identities(record: Any) -> list[str]:
    return [
        one.value for one in walk(record) if one.described.field.type is FieldType.ID and one.value
    ]


def test_copies_have_no_identity_yet_and_everything_else() -> None:
    assert len(set(identities(FULL))) == len(identities(FULL)) > 0
    assert identities(without_ids(FULL)) == []
    assert identities(next_year(FULL)) == [FULL.agency.id]

    def nameless(described: DescribedField) -> Change | None:
        return (lambda _: "") if described.field.type is FieldType.ID else None

    assert without_ids(FULL) == mapped(FULL, nameless)
    copy = duplicated(FULL, [0]).measures[1]
    assert copy == without_ids(FULL.measures[0])._replace(results=())


# --- the clipboard, the filter of the list -----------------------------------------------------

OF_MEASURE = [
    one
    for one in fields_of(Measure)
    if one.field.type in TEXT_TYPES or one.field.type in LIST_TYPES
]


def test_the_clipboard_keeps_every_field_of_a_measure() -> None:
    measures = tuple(without_ids(measure)._replace(results=()) for measure in FULL.measures)
    assert measures_of(rows_of(measures)) == measures


@pytest.mark.parametrize("one", OF_MEASURE, ids=lambda one: one.name)
def test_the_list_of_measures_knows_every_field(one: DescribedField) -> None:
    measure = FULL.measures[0]
    empty = "" if one.field.type in TEXT_TYPES else ()
    assert lacking(measure) == ()
    assert lacking(measure._replace(**{one.name: empty})) == (one.field.label,)
    value = getattr(measure, one.name)
    assert speaks_of(measure, value if isinstance(value, str) else value[-1])


# --- the log ---------------------------------------------------------------------------------


def test_the_log_says_of_every_field_how_much_it_holds_and_not_what() -> None:
    logged = loggable(FULL)
    said = repr(logged)
    assert list(logged) == list(Case._fields)
    assert [shown(one) for one in TEXTS if one.value.split("\n")[0] in said] == []
    signatory = logged["papers"][0]["signatories"][0]
    assert signatory["name"] is True
    assert logged["measures"][0]["name"] == len(FULL.measures[0].name)


def test_own_texts_stand_in_the_order_of_their_keys() -> None:
    paper = Paper("memo-results").with_text("subject", "ก").with_text("closing", "ข")
    assert paper.texts == (OwnText("closing", "ข"), OwnText("subject", "ก"))
    assert paper.with_text("closing", "").texts == (OwnText("subject", "ก"),)
