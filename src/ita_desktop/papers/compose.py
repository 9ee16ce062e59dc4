"""Composes the memo from the case: which block stands where, and what when data is missing.

The words come from :mod:`ita_desktop.papers.wording`, lists as typed from
:mod:`ita_desktop.thai.list_marks`. A text of the user's always wins over a composed one.
"""

from __future__ import annotations

from collections.abc import Iterator

from ita_desktop.domain.blank import is_blank
from ita_desktop.domain.case import (
    STATUS_WORDS,
    Case,
    Evidence,
    Measure,
    Paper,
    Result,
    Round,
    Signatory,
    Status,
)
from ita_desktop.domain.focus import focus_points
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.papers import wording
from ita_desktop.papers.document import (
    Annex,
    Block,
    Cell,
    Document,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Signature,
    Table,
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
        *_body(texts["closing"], closing=True),
        *_signatures(memo.signatories),
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


def _body(text: str, *, closing: bool = False) -> Iterator[Block]:
    """A text in the body: a paragraph a line, and lists where lines carry a mark."""
    marked: list[ListItem] = []
    for item in lines(text):
        if item.mark:
            marked.append(item)
            continue
        if marked:
            yield ItemList(tuple(marked), closing)
            marked = []
        yield Paragraph(item.text, closing=closing)
    if marked:
        yield ItemList(tuple(marked), closing)


def _opening(case: Case) -> Iterator[Block]:
    points = focus_points(case)
    yield from _body(case.analysis.opening or wording.opening(case, points))
    if points:
        yield ItemList(tuple([ListItem(wording.focus_line(point)) for point in points]))


def _measures(case: Case, memo: Paper, heading: str) -> Iterator[Block]:
    if case.measures:
        yield Heading(heading)
        rows = tuple([_measure_row(measure) for measure in case.measures])
        yield Table(heading, wording.MEASURE_COLUMNS, rows)
        return
    if memo.text("measures_heading"):  # a composed one would announce a table
        yield Heading(heading)
    yield Paragraph(wording.no_measures(case))


def _measure_row(measure: Measure) -> TableRow:
    responsible = [item for unit in measure.responsible for item in lines(unit)]
    cells = (
        _name_cell(measure),
        Cell(bullets(measure.guidelines)),
        Cell(numbered(measure.steps)),
        Cell(tuple(responsible)),
        Cell(lines(measure.monitoring)),
    )
    return TableRow(cells, key=measure.name)


def _name_cell(measure: Measure) -> Cell:
    # As typed: a number before a measure's name belongs to the name.
    return Cell((ListItem(measure.name),) if measure.name else ())


def _results(case: Case, memo: Paper, intro: str) -> Iterator[Block]:
    """The introduction and the table, or a sentence where nothing is reported."""
    shown = [(measure, shown_results(measure, memo.round)) for measure in case.measures]
    yield from _body(intro)
    if any(results for _, results in shown):
        rows = [row for each, found in shown for row in _result_rows(each, found, memo.round)]
        yield Table(wording.RESULTS_TITLE, wording.RESULT_COLUMNS, tuple(rows))
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


def _signatures(signatories: tuple[Signatory, ...]) -> Iterator[Signature]:
    for signatory in signatories:
        position = f"{signatory.position} {signatory.note}".strip()
        positions = f"{position}\n{signatory.acting_position}".split("\n")
        signature = Signature(
            name=signatory.name,
            positions=tuple([line.strip() for line in positions if line.strip()]),
            rank=signatory.rank,
            opinion_heading=signatory.opinion_heading,
        )
        # An entry without any text is one that nobody filled in, not a place to sign.
        if signature.name or signature.positions or signature.rank or signature.opinion_heading:
            yield signature
