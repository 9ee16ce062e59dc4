"""Composes the memo from the case: which block stands where, and what when data is missing.

The words come from :mod:`ita_desktop.papers.wording`, lists as typed from
:mod:`ita_desktop.thai.list_marks`. A text of the user's always wins over a composed one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import (
    STATUS_WORDS,
    Case,
    Evidence,
    Measure,
    Paper,
    Result,
    Round,
    Status,
)
from ita_desktop.domain.focus import focus_points
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.papers import wording
from ita_desktop.papers.blocks import body, signatures
from ita_desktop.papers.document import (
    Annex,
    Block,
    Cell,
    Document,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Table,
    TableColumn,
    TableRow,
)
from ita_desktop.papers.normalise import normalised
from ita_desktop.papers.unbreakable_words import unbreakable_words
from ita_desktop.thai.dates import long_date, round_words
from ita_desktop.thai.digits import Digits
from ita_desktop.thai.list_marks import bullets, lines, numbered


def compose(
    case: Case,
    paper: Paper | None = None,
    *,
    digits: Digits = Digits.THAI,
    annexes: tuple[Annex, ...] = (),
) -> Document:
    """The whole memo of ``case``, in the order in which it is read.

    ``paper`` is the memo among the case's papers, by default the first. ``digits`` counts
    for the user's texts; what the program says is in Thai digits. ``annexes`` (of
    :mod:`ita_desktop.papers.annex`) follow the signatures.
    """
    case, memo = normalised(case, paper or memo_of(case), digits)
    texts = composed_texts(case, memo) | {own.key: own.text for own in memo.texts if own.text}
    head = wording.memo_head(
        division=texts["division"],
        number=memo.number,
        date=long_date(memo.date) if memo.date is not None else "",
        subject=texts["subject"],
        recipient=texts["recipient"],
    )
    blocks = (
        *_opening(case),
        *_measures(case, memo, texts["measures_heading"]),
        *_results(case, memo, texts["results_intro"]),
        *body(texts["closing"], closing=True),
        *signatures(memo.signatories),
    )
    return Document(
        title=head.subject.text,
        author=case.agency.name,
        head=head,
        blocks=blocks,
        words=unbreakable_words(case, memo),
        annexes=annexes,
    )


def composed_texts(case: Case, memo: Paper) -> dict[str, str]:
    """What the program says in each slot of a memo; both are normalised.

    A text is ``""`` where nothing is to be said.
    """
    shown = [one for each in case.measures for one in shown_results(each, memo.round)]
    begun = any(result.status is not Status.NOT_STARTED for result in shown)
    return {
        "division": wording.division(case.agency),
        "subject": wording.subject(case, memo.round),
        "recipient": wording.recipient(case.agency),
        "measures_heading": wording.measures_heading(case),
        "results_intro": wording.results_intro(case, memo.round, begun=begun) if shown else "",
        "closing": wording.CLOSING,
    }


def _opening(case: Case) -> Iterator[Block]:
    points = focus_points(case)
    yield from body(case.analysis.opening or wording.opening(case, points))
    if points:
        yield ItemList(tuple([ListItem(wording.focus_line(point)) for point in points]))


def _measures(case: Case, memo: Paper, heading: str) -> Iterator[Block]:
    if case.measures:
        yield Heading(heading)
        columns = tuple([column for column, _ in _MEASURE_TABLE])
        yield Table(heading, columns, tuple([_measure_row(each) for each in case.measures]))
        return
    if memo.text("measures_heading"):  # a composed one would announce a table
        yield Heading(heading)
    yield Paragraph(wording.no_measures(case))


def _measure_row(measure: Measure) -> TableRow:
    return TableRow(tuple([cell(measure) for _, cell in _MEASURE_TABLE]), key=measure.name)


def _name_cell(measure: Measure) -> Cell:
    # As typed: a number before a measure's name belongs to the name.
    return Cell((ListItem(measure.name),) if measure.name else ())


def _units(measure: Measure) -> Cell:
    return Cell(tuple([item for unit in measure.responsible for item in lines(unit)]))


_MEASURE_TABLE: tuple[tuple[TableColumn, Callable[[Measure], Cell]], ...] = (
    (TableColumn("มาตรการ", minimum=0.16, maximum=0.28), _name_cell),
    (
        TableColumn("แนวทางการปฏิบัติ", minimum=0.18, maximum=0.42),
        lambda measure: Cell(bullets(measure.guidelines)),
    ),
    (
        TableColumn("ขั้นตอน/วิธีการปฏิบัติ", minimum=0.18, maximum=0.42),
        lambda measure: Cell(numbered(measure.steps)),
    ),
    (TableColumn("ผู้รับผิดชอบ", minimum=0.13, maximum=0.2), _units),
    (
        TableColumn("การกำกับติดตาม", minimum=0.13, maximum=0.22),
        lambda measure: Cell(lines(measure.monitoring)),
    ),
)
"""The columns of the table of measures, each with what its cells say."""


def _results(case: Case, memo: Paper, intro: str) -> Iterator[Block]:
    """The introduction and the table, or a sentence where nothing is reported."""
    shown = [(measure, shown_results(measure, memo.round)) for measure in case.measures]
    yield from body(intro)
    if any(results for _, results in shown):
        rows = [row for each, found in shown for row in _result_rows(each, found, memo.round)]
        yield Table(wording.RESULTS_TITLE, _RESULT_COLUMNS, tuple(rows))
    elif case.measures:
        yield Paragraph(wording.no_results(case, memo.round))


def shown_results(measure: Measure, months: Round | None) -> tuple[Result, ...]:
    """The results of ``measure`` that a memo on the round ``months`` reports.

    A result that states no round belongs to every round: the clerk who leaves the
    round out reports one state of affairs, and hiding it would lose it in silence.
    Results that say nothing at all are left out.
    """
    return tuple(
        [
            result
            for result in measure.results
            if (months is None or result.round is None or result.round == months)
            and not is_blank(result)
        ]
    )


_OUTPUT_GROUP = "ผลการดำเนินการ"
_RESULT_COLUMNS = (
    TableColumn("มาตรการ", minimum=0.16, maximum=0.26),
    TableColumn("รายละเอียดการดำเนินงาน", minimum=0.17, maximum=0.36),
    TableColumn("ระยะเวลาการดำเนินงาน", minimum=0.13, maximum=0.19),
    TableColumn("ผลผลิต", group=_OUTPUT_GROUP, minimum=0.13, maximum=0.28),
    TableColumn("ผลลัพธ์", group=_OUTPUT_GROUP, minimum=0.13, maximum=0.28),
    TableColumn("หมายเหตุ", minimum=0.1, maximum=0.22),
)


def _result_rows(
    measure: Measure, results: tuple[Result, ...], months: Round | None
) -> Iterator[TableRow]:
    if not results:
        missing = Cell((ListItem(wording.NOT_REPORTED),))
        yield TableRow((_name_cell(measure), missing, Cell(), Cell(), Cell(), Cell()), measure.name)
    for position, result in enumerate(results):
        joined = position > 0
        cells = (
            Cell() if joined else _name_cell(measure),
            Cell(_details(result)),
            Cell(_period(result, months)),
            Cell(lines(result.output)),
            Cell(lines(result.outcome)),
            Cell(_remark(result)),
        )
        yield TableRow(cells, key=measure.name, joined=joined)


def _details(result: Result) -> tuple[ListItem, ...]:
    """What was done; where that is not told, how far it has come."""
    if result.details:
        return lines(result.details)
    if result.status is not None:
        return (ListItem(wording.STATUS_DETAILS[result.status]),)
    return ()


def _period(result: Result, months: Round | None) -> tuple[ListItem, ...]:
    """The period, with its round where the memo reports several."""
    items = lines(result.period)
    if months is not None or result.round is None:
        return items
    name = round_words(result.round)
    return items if name in result.period else (ListItem(name), *items)


def _remark(result: Result) -> tuple[ListItem, ...]:
    """The remark, after the status and before the evidence."""
    items = list(lines(result.remark))
    if result.status is not None and result.details:
        word = STATUS_WORDS[result.status]
        if word not in result.remark:
            items.insert(0, ListItem(word))
    proofs = [proof for proof in map(_proof, result.evidence) if proof]
    if len(proofs) == 1:
        items.append(ListItem(f"{wording.EVIDENCE}: {proofs[0]}"))
    elif proofs:
        items.append(ListItem(wording.EVIDENCE))
        items += [ListItem(proof, mark="-") for proof in proofs]
    return tuple(items)


def _proof(evidence: Evidence) -> str:
    # A link on a line of its own breaks least in the narrow column.
    parts = (evidence.title, evidence.url, evidence.file_name)
    return "\n".join([part for part in parts if part])
