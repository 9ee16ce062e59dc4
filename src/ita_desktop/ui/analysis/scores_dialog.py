"""Shows what was understood of someone's score table, and enters it as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QDialog,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.domain.case import Case
from ita_desktop.domain.score_parts import Part, PartKind, places
from ita_desktop.domain.scores import part_name
from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted_path
from ita_desktop.services.assessment import parts_of
from ita_desktop.services.score_import import Offer, enter, likely_unit, offer_of, read_pasted
from ita_desktop.services.scores import ScoreSheet, UnitScores, read_scores
from ita_desktop.thai.digits import thai_number, thai_score, to_thai_digits
from ita_desktop.ui.background import Background
from ita_desktop.ui.forms.scores_dialog import ScoresDialogUi
from ita_desktop.ui.latest_only import LatestOnly
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.grid import GridTable
from ita_desktop.ui.widgets.text_table import TextTableModel, set_up

Outcome = TypeVar("Outcome")

PAUSE = 250
"""Milliseconds without a key in the pasted text after which it is read again."""

_MOST_NOTES = 4
"""Notes that are shown above the tables; the rest are on the page of lines."""

_PASTED_LINES = 5


class ScoresDialog(QDialog):
    """Looks through one file or one paste for the open year."""

    def __init__(
        self, session: Session, case: Case, background: Background, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ui = ScoresDialogUi(self)
        self._session = session
        self._case = case
        self._parts: tuple[Part, ...] = parts_of(case)
        self._sheet = ScoreSheet(case.assessment.year)
        self._offer = Offer(())
        self._forms: tuple[str, ...] = ()
        self._newest: LatestOnly[ScoreSheet] = LatestOnly(background, self)
        self._summary = self._ui.summary
        self._progress = self._ui.progress
        self._pasted = self._ui.pasted
        self._unit = self._ui.unit
        self._replace = self._ui.replace
        self._enter = self._ui.enter_button
        self._pages = self._ui.pages
        self._entries = self._table("entries", ("ตัวชี้วัด", "เดิม", "ใหม่"), {1, 2}, wide=[0])
        self._unread = self._table("unread", ("ที่", "ข้อความ", "เพราะ"), set(), wide=[1, 2])
        self._lines = self._table("lines", ("ที่", "ข้อความ", "อ่านว่า", "เพราะ"), set(), wide=[1, 2, 3])
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._connect()
        self._clear()

    def _table(
        self, name: str, headings: tuple[str, ...], numbers: set[int], *, wide: Sequence[int]
    ) -> TextTableModel:
        model = TextTableModel(headings, frozenset(numbers), self)
        set_up(self._ui.named(GridTable, name), model, wide=wide)
        return model

    def _connect(self) -> None:
        self._pause.timeout.connect(self._read_typed)
        self._pasted.textChanged.connect(self._pause.start)
        self._unit.edited.connect(self._show_offer)
        self._replace.toggled.connect(self._show_offer)
        self._enter.clicked.connect(self.accept)
        self._ui.cancel_button.clicked.connect(self.reject)

    # --- reading -------------------------------------------------------------------------------

    def read_file(self, path: Path) -> None:
        """Reads a file, beside the window."""
        self._pasted.hide()
        self._ui.source_text.setText(f"ไฟล์ {quoted_path(path)}")
        self._read(partial(read_scores, path, self._case.assessment.year))

    def read_pasted(self, forms: Sequence[str]) -> None:
        """Reads what was pasted: the same thing as plain text first, then as a web page."""
        self._forms = tuple(form for form in forms if form.strip())
        self._ui.source_text.setText(
            "ตารางที่วาง ดูด้านล่างว่าโปรแกรมอ่านได้ถูกต้อง แล้วจึงใส่คะแนน"
            if self._forms
            else "คัดลอกตารางคะแนนจากหน้าเว็บ Excel หรือ PDF มาวางในช่องนี้"
        )
        height = self._pasted.fontMetrics().lineSpacing() * _PASTED_LINES
        self._pasted.setFixedHeight(height + 2 * self._pasted.frameWidth() + 12)
        self._pasted.setPlainText(self._forms[0] if self._forms else "")
        self._pause.stop()
        if self._forms:
            self._read_typed()
        else:
            self._pasted.setFocus()

    def _read_typed(self) -> None:
        text = self._pasted.toPlainText()
        # What was changed by hand is no longer what the other forms hold.
        unchanged = bool(self._forms) and text == self._pasted_as_shown(self._forms[0])
        forms = self._forms if unchanged else (text,)
        if text.strip():
            self._read(partial(read_pasted, forms, self._case.assessment.year))
        else:
            self._clear()

    @staticmethod
    def _pasted_as_shown(text: str) -> str:
        """A text as Qt gives it back."""
        return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")

    def _read(self, work: Callable[[], ScoreSheet]) -> None:
        self._progress.show()
        self._newest.ask(work, self._if_open(self._show_sheet), self._if_open(self._show_error))

    def _if_open(self, show: Callable[[Outcome], None]) -> Callable[[Outcome], None]:
        """Shows an outcome unless the dialog was closed while it was awaited."""
        return lambda outcome: show(outcome) if isValid(self) else None

    # --- showing -------------------------------------------------------------------------------

    def _clear(self) -> None:
        self._show_sheet(ScoreSheet(self._case.assessment.year))
        self._summary.setText("")

    def _show_error(self, error: ItaError) -> None:
        self._clear()
        self._summary.setText(to_thai_digits(str(error)))

    def _show_sheet(self, sheet: ScoreSheet) -> None:
        self._progress.hide()
        self._sheet = sheet
        names = [_unit_name(unit, at) for at, unit in enumerate(sheet.units)]
        self._unit.set_choices(list(enumerate(names)))
        self._unit.set_value(likely_unit(sheet, self._case.agency))
        several = len(sheet.units) > 1
        self._unit.setVisible(several)
        self._ui.unit_label.setVisible(several)
        thai = to_thai_digits
        self._unread.show([(thai(n.place), n.text, thai(n.reason)) for n in sheet.not_understood])
        self._lines.show(
            [(thai(u.place), u.text, thai(u.meaning), thai(u.why)) for u in sheet.understood]
        )
        unread = len(sheet.not_understood)
        count = f" ({thai_number(unread)})" if unread else ""
        self._pages.setTabText(1, f"ไม่เข้าใจ{count}")
        self._pages.setTabVisible(1, bool(unread))
        self._show_offer()

    def _show_offer(self) -> None:
        at = self._unit.value()
        unit = self._sheet.units[at] if at is not None else UnitScores()
        replace = self._replace.isChecked()
        self._offer = (
            offer_of(self._case, self._parts, unit, replace=replace)
            if not unit.is_empty
            else Offer(())
        )
        self._entries.show(
            [(_label(e.part), _score(e.old), _new(e.new)) for e in self._offer.entries]
        )
        self._summary.setText("\n".join(self._said()))
        self._summary.setVisible(bool(self._summary.text()))
        self._enter.setEnabled(self._offer.changes > 0)
        changes = self._offer.changes
        self._enter.setText(f"ใส่คะแนน {thai_number(changes)} ช่อง(&S)" if changes else "ใส่คะแนน(&S)")

    def _said(self) -> list[str]:
        """What is to be known before the scores are entered."""
        sheet, offer = self._sheet, self._offer
        lines = []
        if not sheet.units:
            lines.append(self._why_nothing())
        elif offer.changes == 0:
            lines.append("คะแนนที่อ่านได้ตรงกับที่มีอยู่แล้วทั้งหมด")
        else:
            lines.append(
                f"อ่านได้ {thai_number(len(offer.entries))} คะแนน "
                f"จะเปลี่ยน {thai_number(offer.changes)} ช่อง"
            )
        if sheet.not_understood:
            lines.append(
                f"มี {thai_number(len(sheet.not_understood))} แห่งที่ไม่เข้าใจและจะไม่นำมาใส่ "
                "ดูในหน้า “ไม่เข้าใจ”"
            )
        if offer.left_out:
            names = " ".join(map(part_name, offer.left_out))
            lines.append(f"ไม่นำมาใส่ เพราะเกณฑ์ปีนี้ไม่มี หรือเป็นข้อ OIT ที่ไม่ใช่ ๑๐๐ หรือ ๐: {names}")
        notes = [to_thai_digits(note) for note in sheet.notes[:_MOST_NOTES]]
        rest = len(sheet.notes) - len(notes)
        return lines + notes + ([f"และหมายเหตุอีก {thai_number(rest)} ข้อ"] if rest else [])

    def _why_nothing(self) -> str:
        years = " ".join(map(thai_number, self._sheet.other_years))
        year = thai_number(self._sheet.year)
        if years:
            return f"ไม่มีคะแนนของปี {year} มีแต่ของปี {years} โปรดแก้ปีที่ประเมินให้ตรงก่อน"
        return "ยังไม่พบคะแนนที่เข้าใจได้ โปรดวางให้มีทั้งชื่อหรือเลขตัวชี้วัดและคะแนน"

    # --- entering ------------------------------------------------------------------------------

    def accept(self) -> None:
        """Enters the scores as one step."""
        offer, parts = self._offer, self._parts
        if not offer.changes:
            return
        super().accept()
        first = next(entry.part.number for entry in offer.entries if entry.is_change)
        changed = enter(self._case, parts, offer)
        place = places(changed.assessment).get(first, ("assessment", "indicators"))
        if self._session.edit("นำเข้าตารางคะแนน", lambda case: enter(case, parts, offer), place):
            self._session.tell_done(f"ใส่คะแนนแล้ว {thai_number(offer.changes)} ช่อง")


def _unit_name(unit: UnitScores, at: int) -> str:
    return unit.name or f"หน่วยงานที่ {thai_number(at + 1)}"


def _label(part: Part) -> str:
    number = thai_number(part.number) if part.kind is not PartKind.ITEM else part.number
    return f"{number}  {part.name}".rstrip()


def _score(score: Decimal | None) -> str:
    return "" if score is None else thai_score(score)


def _new(score: Decimal | None) -> str:
    return _score(score) or "ล้าง"
