"""The kinds of papers that a year may hold, as data: what each is called and what it says.

A further kind is an entry here; its composer and page form are named in
:mod:`ita_desktop.papers.registry`. Making papers, signed copies and names of files go by
the kind; the window and the command line make :data:`MEMO_RESULTS` so far.
"""

from typing import Any, NamedTuple

from ita_desktop.domain.case import Case, OwnText, Paper
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.description import (
    DescribedField,
    Field,
    LineField,
    NextYear,
    TextField,
    fields_of,
)


class TextSlot(NamedTuple):
    """A text of a paper that the clerk may write in place of the composed one."""

    key: str
    field: Field


class PaperKind(NamedTuple):
    """One kind of paper; ``stem`` begins the names of its files.

    ``slots`` are in the order in which they are read on the paper; ``has_rounds`` says
    that a paper of the kind reports one round of the year, or all.
    """

    key: str
    label: str
    stem: str
    has_rounds: bool
    slots: tuple[TextSlot, ...]

    def slot(self, key: str) -> TextSlot | None:
        """The slot of a text; None for one that the kind does not know (any more)."""
        return next((slot for slot in self.slots if slot.key == key), None)


MEMO_RESULTS = PaperKind(
    key="memo-results",
    label="บันทึกข้อความ",
    stem="บันทึกข้อความ",
    has_rounds=True,
    slots=(
        TextSlot("subject", LineField("เรื่อง", next_year=NextYear.CLEARED_IF_DATED)),
        TextSlot("division", LineField("ส่วนราชการ")),
        TextSlot("recipient", LineField("เรียน")),
        TextSlot(
            "measures_heading",
            LineField("หัวข้อตารางมาตรการ", next_year=NextYear.CLEARED_IF_DATED),
        ),
        TextSlot("results_intro", TextField("คำนำตารางผล", next_year=NextYear.CLEARED_IF_DATED)),
        TextSlot("closing", TextField("คำลงท้าย", next_year=NextYear.CLEARED_IF_DATED)),
    ),
)
"""The memo that reports the measures and their results."""

PAPER_KINDS: tuple[PaperKind, ...] = (MEMO_RESULTS,)


def kind_of(paper: Paper) -> PaperKind | None:
    """The kind of a paper; None for one that only a newer program knows."""
    return next((kind for kind in PAPER_KINDS if kind.key == paper.kind), None)


def paper_of(case: Case, kind: str, paper_id: str = "") -> Paper:
    """The paper of this kind and id, any id being that of the first; an empty one for none."""
    found = (
        one for one in case.papers if one.kind == kind and (not paper_id or one.id == paper_id)
    )
    return next(found, Paper(kind))


def with_paper(case: Case, old: Paper, new: Paper) -> Case:
    """*case* with *new* in the place of a paper of it, or behind the others."""
    at = case.papers.index(old) if old in case.papers else len(case.papers)
    return case._replace(papers=(*case.papers[:at], new, *case.papers[at + 1 :]))


def fields_within(record: Any, holder: Any = None) -> tuple[DescribedField, ...]:
    """The described fields of a record, an own text's as the kind of its paper says.

    *holder* is the record in which *record* stands.
    """
    fields = fields_of(type(record))
    if not (isinstance(record, OwnText) and isinstance(holder, Paper)):
        return fields
    kind = kind_of(holder)
    slot = kind.slot(record.key) if kind else None
    if slot is None:
        return fields
    return tuple([one._replace(field=slot.field) if one.name == "text" else one for one in fields])


# --- the paper that is shown -------------------------------------------------------------------


def memo_of(case: Case) -> Paper:
    """The paper that is shown today: the year's first memo; an empty one where it has none."""
    return paper_of(case, MEMO_RESULTS.key)


def memo_place(case: Case, *inner: str | int) -> CasePath:
    """The place of something in :func:`memo_of`, also where the memo is still to come."""
    return ("papers", _memo_index(case), *inner)


def with_memo(case: Case, memo: Paper) -> Case:
    """*case* with another memo in place of :func:`memo_of`."""
    return with_paper(case, memo_of(case), memo)


def _memo_index(case: Case) -> int:
    """Where the first memo stands; behind the last paper where there is none."""
    kinds = [paper.kind for paper in case.papers]
    return kinds.index(MEMO_RESULTS.key) if MEMO_RESULTS.key in kinds else len(kinds)
