"""Hypothesis strategies that several tests share: texts, numbers, whole cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import count
from typing import TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from tests.memos import a_memo

from ita_desktop.domain.case import (
    Agency,
    Analysis,
    Assessment,
    Case,
    Evidence,
    Indicator,
    Measure,
    OitItem,
    Result,
    Round,
    Signatory,
    Status,
    SubIndicator,
)
from ita_desktop.domain.description import DescribedField, FieldType, Need
from ita_desktop.domain.record_walk import Change, mapped
from ita_desktop.thai.cleanup import normalise

T = TypeVar("T")

HOSTILE_PIECES = (
    "<b>",
    "</para>",
    "&amp;",
    '<img src="file:///etc/passwd">',
    "{}",
    "{0.__class__}",
    "%s",
    "\\",
    '"',
    "\x00",
    "\x07",
    "\x1b[2J",
    "\x7f",
    "\r\n",
    "\t",
    "\u00a0",
    "\u200b",
    "\u202e",  # right-to-left override
    "\u2066",  # isolate
    "\u2028",
    "\ufeff",
    "\ufffd",
    "\U0001f600",
    "\U0010ffff",
    "漢字",
    "ก" + "่" * 40,
    "ํา",
    "=1+1",
)
"""What no text field may stumble over, each literal."""

thai_letters: SearchStrategy[str] = st.text(
    st.characters(min_codepoint=0x0E01, max_codepoint=0x0E3A)
    | st.characters(min_codepoint=0x0E3F, max_codepoint=0x0E5B)
    | st.sampled_from(" .,/()0123456789"),
    max_size=30,
)
any_letters: SearchStrategy[str] = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
_pieces = st.sampled_from(HOSTILE_PIECES)
texts: SearchStrategy[str] = st.one_of(
    thai_letters,
    any_letters,
    _pieces,
    st.lists(thai_letters | any_letters | _pieces, max_size=4).map("".join),
)
"""Any text that a field of a case may hold; mixed ones are many choices, and a case has many."""

names: SearchStrategy[str] = texts.filter(
    lambda text: normalise(text).strip(" \n\u200c\u200d") != ""
)
"""Texts for the fields that may not be blank."""

scores: SearchStrategy[Decimal | None] = st.none() | st.integers(0, 10_000).map(
    lambda hundredths: Decimal(hundredths).scaleb(-2)
)
be_years: SearchStrategy[int] = st.integers(2550, 2650)
indicator_numbers: SearchStrategy[int] = st.integers(1, 99)
sub_numbers: SearchStrategy[str] = st.builds("{}.{}".format, indicator_numbers, st.integers(1, 99))
numbers: SearchStrategy[str] = sub_numbers | indicator_numbers.map(str)
rounds: SearchStrategy[Round | None] = st.sampled_from([None, *Round])
memo_dates: SearchStrategy[date | None] = st.none() | st.dates(date(2007, 1, 1), date(2107, 12, 31))


def tuples_of(items: SearchStrategy[T], most: int = 3) -> SearchStrategy[tuple[T, ...]]:
    """Tuples of up to *most* of *items*."""
    return st.lists(items, max_size=most).map(tuple)


no_ids: SearchStrategy[str] = st.just("")

agencies = st.builds(
    Agency, name=names, short_name=texts, district=texts, province=texts, division=texts, id=no_ids
)
oit_items = st.builds(
    OitItem, code=names, name=texts, score=st.sampled_from([None, Decimal(0), Decimal(100)])
)


@st.composite
def _indicators(draw: st.DrawFn, number: int) -> Indicator:
    """One indicator whose sub-indicators and items are told apart by number and code."""
    tails = draw(st.lists(st.integers(1, 99), max_size=3, unique=True))
    items = draw(st.lists(oit_items, max_size=4, unique_by=lambda i: normalise(i.code).strip()))
    cuts = draw(st.lists(st.integers(0, len(items)), min_size=len(tails), max_size=len(tails)))
    bounds = [0, *sorted(cuts)]
    subs = [
        SubIndicator(f"{number}.{tail}", draw(texts), draw(scores), tuple(items[start:end]))
        for tail, start, end in zip(tails, bounds, bounds[1:], strict=False)
    ]
    return Indicator(number, draw(texts), draw(scores), tuple(subs))


indicators: SearchStrategy[tuple[Indicator, ...]] = st.lists(
    indicator_numbers, max_size=3, unique=True
).flatmap(lambda found: st.tuples(*map(_indicators, found)))
"""The indicators of an assessment, each number once."""
results = st.builds(
    Result,
    round=rounds,
    details=texts,
    period=texts,
    output=texts,
    outcome=texts,
    remark=texts,
    status=st.sampled_from([None, *Status]),
    evidence=tuples_of(st.builds(Evidence, title=texts, url=texts, file=texts, id=no_ids), 2),
    id=no_ids,
)
measures = st.builds(
    Measure,
    name=names,
    indicators=tuples_of(numbers),
    guidelines=tuples_of(texts),
    steps=tuples_of(texts),
    responsible=tuples_of(texts),
    monitoring=texts,
    results=tuples_of(results),
    id=no_ids,
)
signatories = st.builds(
    Signatory,
    name=texts,
    position=texts,
    rank=texts,
    acting_position=texts,
    note=texts,
    opinion_heading=texts,
    id=no_ids,
)
memos = st.builds(
    a_memo,
    subject=texts,
    division=texts,
    number=texts,
    date=memo_dates,
    recipient=texts,
    round=rounds,
    measures_heading=texts,
    results_intro=texts,
    closing=texts,
    signatories=tuples_of(signatories, 6),
)
cases: SearchStrategy[Case] = st.builds(
    Case,
    agency=agencies,
    fiscal_year=be_years,
    assessment=st.builds(Assessment, year=be_years, indicators=indicators),
    analysis=st.builds(Analysis, focus=tuples_of(numbers), opening=texts),
    measures=tuples_of(measures),
    papers=memos.map(lambda memo: (memo,)),
    words=tuples_of(texts),
    id=no_ids,
)
"""Whole cases that the case file can hold, without identities."""


def _drafted(case: Case) -> Case:
    """The case without the names that a paper needs, and with identities."""
    numbers = count(1)

    def change(described: DescribedField) -> Change | None:
        if described.field.type is FieldType.ID:
            return lambda _: f"id-{next(numbers)}"
        return (lambda _: "") if described.field.need is Need.PAPER else None

    return mapped(case, change)


drafts: SearchStrategy[Case] = cases.map(_drafted)
"""Whole cases with identities, of which no paper could be made."""
