"""Two texts of one field, typed here and kept from elsewhere: the clerk chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGroupBox,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.merging import Conflict
from ita_desktop.services.conflicts import Question
from ita_desktop.ui.widgets.labels import WrappingLabel


class Sides(NamedTuple):
    """How the two sides are called, and what is said before the fields."""

    mine: str
    theirs: str
    intro: str


OF_PROGRAMS = Sides(
    "ที่พิมพ์ไว้ที่นี่",
    "ที่อีกฝ่ายบันทึกไว้",
    "ช่องต่อไปนี้แก้ไว้สองฝ่ายไม่เหมือนกัน โปรดเลือกข้อความที่ต้องการใช้"
    " ระหว่างที่ยังไม่เลือก ข้อความที่พิมพ์ไว้ที่นี่ยังอยู่ครบแต่ยังไม่บันทึก",
)
OF_FILE = Sides(
    "ที่มีอยู่",
    "ที่มีในไฟล์",
    "ช่องต่อไปนี้ในไฟล์ไม่เหมือนกับที่มีอยู่ โปรดเลือกข้อความที่ต้องการใช้ หากยังไม่เลือก ใช้ข้อความที่มีอยู่",
)
_EMPTY = "(ว่าง)"


class ConflictDialog(QDialog):
    """One group of two choices for each field; what was typed here is chosen at first.

    ``chosen(tuple of Conflict)`` is sent with those where the other side's text is taken.
    """

    chosen = Signal(object)

    def __init__(
        self,
        questions: Sequence[Question],
        parent: QWidget | None = None,
        sides: Sides = OF_PROGRAMS,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("เลือกข้อความที่แก้ไม่เหมือนกัน")
        self._fields = [_Field(question, sides, self) for question in questions]
        page = QWidget()
        rows = QVBoxLayout(page)
        for field in self._fields:
            rows.addWidget(field)
        rows.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox()
        use = buttons.addButton("ใช้ตามที่เลือก", QDialogButtonBox.ButtonRole.AcceptRole)
        use.setObjectName("use_chosen")
        buttons.addButton("ไว้ทีหลัง", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._use)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(WrappingLabel(text=sides.intro))
        layout.addWidget(area)
        layout.addWidget(buttons)
        self.resize(640, 480)

    def _use(self) -> None:
        taken = tuple([field.conflict for field in self._fields if field.takes_theirs()])
        self.accept()
        self.chosen.emit(taken)


class _Field(QGroupBox):
    """One field with both texts, each under its choice."""

    def __init__(self, question: Question, sides: Sides, parent: QWidget) -> None:
        super().__init__(parent)
        self.conflict: Conflict = question.conflict
        self.setAccessibleName(question.label)
        layout = QVBoxLayout(self)
        layout.addWidget(WrappingLabel(self, question.label))
        group = QButtonGroup(self)
        self._theirs = QRadioButton(sides.theirs)
        mine = QRadioButton(sides.mine)
        mine.setChecked(True)
        for button, text in ((mine, question.mine), (self._theirs, question.theirs)):
            group.addButton(button)
            layout.addWidget(button)
            said = WrappingLabel(self, text or _EMPTY)
            said.setIndent(24)
            layout.addWidget(said)

    def takes_theirs(self) -> bool:
        """Whether the other side's text is chosen."""
        return self._theirs.isChecked()
