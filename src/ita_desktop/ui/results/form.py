"""The form of one result: its fields, its evidence, and what is done with it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QPushButton,
    QWidget,
)

from ita_desktop.domain.case import Case, Measure, Round
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.result_slots import (
    ROUNDS,
    Slot,
    can_copy,
    in_round,
    place_in,
    result_in,
    results_of,
    with_copies,
    with_more_evidence,
    without_result,
)
from ita_desktop.services.evidence import EvidenceFiles, evidence_in
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.forms.result_form import ResultFormUi
from ita_desktop.ui.results.attaching import Attaching
from ita_desktop.ui.results.evidence import local_files
from ita_desktop.ui.results.fields import SlotField
from ita_desktop.ui.results.words import ROUND_NAMES, STATUS_CHOICES, in_short
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import Editor, TextEdit
from ita_desktop.ui.widgets.labels import set_tooltip

_SIX, _TWELVE = Round.SIX_MONTHS, Round.TWELVE_MONTHS

_TEXTS = {
    "details": "แก้ผลการดำเนินการ",
    "output": "แก้ผลผลิต",
    "outcome": "แก้ผลลัพธ์",
    "remark": "แก้หมายเหตุ",
}
_TIPS = {
    "details": "เล่าว่าทำอะไรไปแล้วบ้างตามขั้นตอนของมาตรการ",
    "output": "ผลผลิต คือสิ่งที่ได้จากงานโดยตรง เช่น คู่มือ ประกาศ จำนวนครั้งที่จัด",
    "outcome": "ผลลัพธ์ คือสิ่งที่เปลี่ยนไปจากงานนั้น ควรมีตัวเลข เช่น ร้อยละที่เพิ่มหรือลด",
    "remark": "ปัญหา อุปสรรค หรือสิ่งที่ควรทราบ",
}


class ResultForm(QWidget):
    """Shows one slot.

    ``slot_wanted(Slot)``: the user asks for another round or another of several results;
    ``moved(int)``: for the previous (-1) or next (1) measure.
    """

    slot_wanted = Signal(object)
    moved = Signal(int)

    def __init__(self, session: Session, files: EvidenceFiles | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._ui = ResultFormUi(self)
        self._session = session
        self._slot: Slot | None = None
        self._rounds = self._ui.rounds
        self._several = self._ui.several
        self._copy = self._ui.copy_round
        self._add_file = self._ui.add_file
        self._more = self._ui.more
        self._period = self._ui.period
        self._evidence = self._ui.evidence
        self._evidence.set_up(session, files)
        self._attaching = Attaching(session, files, self._evidence.background)
        self._busy = self._ui.copying
        self._cancel = self._ui.cancel_copying
        self._shown_rounds: tuple[Round | None, ...] = ()
        self._actions: dict[str, QAction] = {}
        self._fields = self._make_fields()
        self._make_menu()
        self._connect()
        self._show_busy(False)

    # --- what is shown -----------------------------------------------------------------------

    @property
    def slot(self) -> Slot | None:
        """The slot in sight."""
        return self._slot

    def show_slot(self, slot: Slot | None) -> None:
        """Shows another slot; what is being typed in the present one is stored first."""
        self._session.commit()
        self._slot = slot
        for field in self._fields.values():
            field.set_slot(slot)
        self._evidence.show_slot(slot)
        self.show_again()

    def show_again(self) -> None:
        """Shows the slot as it is now; the fields keep themselves up to date."""
        case, slot = self._session.case, self._slot
        self.setEnabled(case is not None and slot is not None)
        if case is None or slot is None or slot.measure >= len(case.measures):
            return
        measure = case.measures[slot.measure]
        self._show_head(case, slot, measure)
        self._show_rounds(measure, slot)
        self._show_several(case, slot)
        self._show_actions(measure, case, slot)
        self._period.set_year(case.fiscal_year)
        self._evidence.show_again()

    def focus_place(self, inner: CasePath) -> QWidget:
        """Puts the cursor at a place within the result and returns the widget."""
        key = inner[0] if inner else "details"
        if key == "evidence":
            index = inner[1] if len(inner) > 1 and isinstance(inner[1], int) else 0
            self._evidence.focus_row(index, str(inner[2]) if len(inner) > 2 else "title")
            return self._evidence
        widget = self._fields.get(str(key), self._fields["details"]).widget
        widget.setFocus()
        return widget

    def _show_head(self, case: Case, slot: Slot, measure: Measure) -> None:
        name = in_short(measure.name) or "(ยังไม่ได้ตั้งชื่อมาตรการ)"
        number, many = thai_number(slot.measure + 1), thai_number(len(case.measures))
        self._ui.measure_name.setText(f"มาตรการที่ {number} จาก {many}  {name}")
        units = in_short(", ".join(unit for unit in measure.responsible if unit.strip()))
        self._ui.measure_units.setText(f"ผู้รับผิดชอบ: {units}" if units else "ยังไม่ได้ระบุผู้รับผิดชอบ")

    def _show_rounds(self, measure: Measure, slot: Slot) -> None:
        """Both rounds always, and no round where there is something without one."""
        without = slot.round is None or bool(results_of(measure, None))
        rounds = tuple([months for months in ROUNDS if months is not None or without])
        self._shown_rounds = rounds
        texts = [f"{ROUND_NAMES[months]}(&{_ROUND_KEYS[months]})" for months in rounds]
        self._rounds.show_choices(texts, rounds.index(slot.round))

    def _show_several(self, case: Case, slot: Slot) -> None:
        """One of several results; out of sight where there is one or none."""
        have = len(results_of(case.measures[slot.measure], slot.round))
        many = max(have, slot.nth + 1)
        texts = [f"ผลที่ {thai_number(at + 1)}{'' if at < have else ' (ใหม่)'}" for at in range(many)]
        self._several.show_choices(texts, slot.nth)
        self._several.setVisible(many > 1)

    def _show_actions(self, measure: Measure, case: Case, slot: Slot) -> None:
        writable = not self._session.read_only
        has_result = result_in(case, slot) is not None
        can = writable and can_copy(measure, _SIX, _TWELVE)
        # Offered where it helps: in an empty round.
        self._copy.setVisible(can and slot.round is _TWELVE)
        self._actions["copy"].setEnabled(can)
        self._add_file.setEnabled(writable)
        self._actions["add"].setEnabled(writable and has_result)
        self._actions["remove"].setEnabled(writable and has_result)
        for months in ROUNDS:
            self._actions[f"move {months}"].setEnabled(
                writable and has_result and months != slot.round
            )
        self._actions["copy all"].setEnabled(
            writable and any(can_copy(other, _SIX, _TWELVE) for other in case.measures)
        )

    # --- what the user does ------------------------------------------------------------------

    def add_files(self, files: list[Path]) -> None:
        """Adds files of this computer as evidence."""
        if self._slot is not None:
            self._attaching.attach(self._slot, files)

    def add_lines(self, text: str) -> None:
        """Adds what pasted lines name as evidence."""
        evidence = evidence_in(text)
        slot = self._slot
        if not evidence or slot is None:
            self._session.tell("ไม่พบลิงก์ในข้อความที่วาง โปรดคัดลอกที่อยู่เว็บที่ขึ้นต้นด้วย https://")
            return
        self._edit("เพิ่มลิงก์หลักฐาน", partial(with_more_evidence, slot=slot, more=evidence), slot)

    def _edit(self, step: str, change: Callable[[Case], Case], slot: Slot) -> bool:
        self._session.commit()
        case = self._session.case
        return case is not None and self._session.edit(step, change, place_in(case, slot))

    def _choose_files(self) -> None:
        # Qt's own dialog tells the chosen files by a signal; nothing waits for it.
        dialog = QFileDialog(self, "เลือกไฟล์หลักฐาน")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, "แนบ")
        dialog.setLabelText(QFileDialog.DialogLabel.Reject, "ยกเลิก")
        dialog.filesSelected.connect(lambda names: self.add_files([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _want_round(self, at: int) -> None:
        if self._slot is not None:
            self.slot_wanted.emit(Slot(self._slot.measure, self._shown_rounds[at]))

    def _want_nth(self, at: int) -> None:
        if self._slot is not None:
            self.slot_wanted.emit(self._slot._replace(nth=at))

    def _add_result(self) -> None:
        case, slot = self._session.case, self._slot
        if case is not None and slot is not None:
            many = len(results_of(case.measures[slot.measure], slot.round))
            self.slot_wanted.emit(slot._replace(nth=many))
            self.focus_place(("details",))

    def _remove_result(self) -> None:
        slot = self._slot
        if slot is not None and self._edit("ลบผล", partial(without_result, slot=slot), slot):
            self._session.tell_done("ลบผลนี้แล้ว")
            self.slot_wanted.emit(slot._replace(nth=max(slot.nth - 1, 0)))

    def _move_result(self, months: Round | None) -> None:
        case, slot = self._session.case, self._slot
        if case is None or slot is None:
            return
        nth = len(results_of(case.measures[slot.measure], months))
        step = f"ย้ายผลไป{ROUND_NAMES[months]}"
        if self._edit(step, partial(in_round, slot=slot, months=months), slot):
            self.slot_wanted.emit(Slot(slot.measure, months, nth))

    def _copy_round(self, *, everywhere: bool) -> None:
        case, slot = self._session.case, self._slot
        if case is None or slot is None:
            return
        measures = range(len(case.measures)) if everywhere else [slot.measure]
        change = partial(with_copies, measures=measures, source=_SIX, target=_TWELVE)
        if self._edit("คัดลอกรอบ ๖ เดือนไปรอบ ๑๒ เดือน", change, slot._replace(round=_TWELVE, nth=0)):
            self.slot_wanted.emit(Slot(slot.measure, _TWELVE))

    # --- building ----------------------------------------------------------------------------

    def _make_fields(self) -> dict[str, SlotField]:
        status = self._ui.status
        status.set_choices(STATUS_CHOICES)
        fields = {
            "status": SlotField(self._session, status, "เปลี่ยนสถานะ", "status", empty=None),
            "period": SlotField(self._session, self._period, "แก้ระยะเวลา", "period"),
        }
        for key, step in _TEXTS.items():
            editor: Editor = self._ui.named(TextEdit, key)
            fields[key] = SlotField(self._session, editor, step, key)
            set_tooltip(fields[key].widget, _TIPS[key])
        return fields

    def _make_menu(self) -> None:
        menu = QMenu(self._more)
        self._actions["add"] = menu.addAction("เพิ่มผลอีกรายการในรอบนี้(&A)", self._add_result)
        menu.addSeparator()
        for months in ROUNDS:
            self._actions[f"move {months}"] = menu.addAction(
                f"ย้ายผลนี้ไป{ROUND_NAMES[months]}(&{_ROUND_KEYS[months]})",
                partial(self._move_result, months),
            )
        menu.addSeparator()
        self._actions["copy"] = menu.addAction(
            "คัดลอกรอบ ๖ เดือนไปรอบ ๑๒ เดือน เฉพาะมาตรการนี้(&C)",
            lambda: self._copy_round(everywhere=False),
        )
        self._actions["copy all"] = menu.addAction(
            "คัดลอกรอบ ๖ เดือนไปรอบ ๑๒ เดือน ทุกมาตรการที่ยังว่าง(&K)",
            lambda: self._copy_round(everywhere=True),
        )
        menu.addSeparator()
        self._actions["remove"] = menu.addAction("ลบผลนี้(&D)", self._remove_result)
        self._more.setMenu(menu)

    def _connect(self) -> None:
        previous, following = (self._ui.named(QPushButton, name) for name in ("previous", "next"))
        previous.clicked.connect(lambda: self.moved.emit(-1))
        following.clicked.connect(lambda: self.moved.emit(1))
        set_tooltip(previous, "ไปมาตรการก่อน โดยอยู่ที่ช่องเดิม (Ctrl+PageUp)")
        set_tooltip(following, "ไปมาตรการถัดไป โดยอยู่ที่ช่องเดิม (Ctrl+PageDown)")
        set_tooltip(
            self._copy, "คัดลอกผลรอบ ๖ เดือนของมาตรการนี้ไปเป็นผลรอบ ๑๒ เดือน เมื่อรอบ ๑๒ เดือนยังว่าง"
        )
        set_tooltip(self._add_file, "คัดลอกไฟล์ไปเก็บในโฟลเดอร์ข้อมูลของโปรแกรม ไฟล์เดิมอยู่ที่เดิม")
        self._copy.clicked.connect(lambda: self._copy_round(everywhere=False))
        self._add_file.clicked.connect(self._choose_files)
        self._cancel.clicked.connect(self._attaching.cancel)
        self._attaching.busy.connect(self._show_busy)
        self._rounds.chosen.connect(self._want_round)
        self._several.chosen.connect(self._want_nth)
        self._evidence.files_given.connect(self.add_files)
        self._evidence.lines_given.connect(self.add_lines)
        self.setAcceptDrops(True)
        # Editors would take the path of a dropped file for text.
        for editor in self.findChildren(QWidget):
            if editor.acceptDrops():
                editor.installEventFilter(self)

    def _show_busy(self, busy: bool) -> None:
        self._busy.setVisible(busy)
        self._cancel.setVisible(busy)

    # --- files that are dragged here ---------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        self._take_drag(event)

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        if self._take_drag(event):
            self.add_files(local_files(event.mimeData()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if isinstance(event, QDropEvent) and _is_evidence(event.mimeData()):
            if isinstance(event, QDragEnterEvent | QDragMoveEvent):
                return self._take_drag(event)
            self.dropEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _take_drag(self, event: QDropEvent) -> bool:
        if self._slot is None or self._session.read_only or not _is_evidence(event.mimeData()):
            event.ignore()
            return False
        event.acceptProposedAction()
        return True


_ROUND_KEYS = {_SIX: "6", _TWELVE: "2", None: "0"}
"""Keys with Alt, of the digits in the names."""


def _is_evidence(data: QMimeData) -> bool:
    """Whether files are dragged; a case file is the window's to take."""
    files = local_files(data)
    return bool(files) and not all(file.suffix.lower() == ".json" for file in files)
