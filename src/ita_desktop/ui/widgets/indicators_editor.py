"""The indicators that something serves: ticked in a tree, never typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.frameworks import number_order
from ita_desktop.domain.scores import part_name
from ita_desktop.services.measures import IndicatorChoice
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.widgets.labels import WrappingLabel, set_tooltip
from ita_desktop.ui.widgets.roomy_rows import RoomyRows

_NUMBER = Qt.ItemDataRole.UserRole
_CLOSING = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class _Tree(QTreeWidget):
    """The choices as they drop down; Space ticks, Esc and Enter close."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemDelegate(RoomyRows(self))
        self.setAccessibleName("ตัวชี้วัดให้เลือก")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in _CLOSING:
            self.hide()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        super().hideEvent(event)
        self.closed.emit()


class IndicatorsEditor(QWidget):
    """Edits a tuple of numbers, in the order of the framework where the user ticks."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[IndicatorChoice, ...] = ()
        self._value: tuple[str, ...] = ()
        self._filling = False
        self._shown = WrappingLabel(self)
        self._button = QPushButton("เลือกตัวชี้วัด(&I)…", self)
        self._button.setAutoDefault(False)
        set_tooltip(self._button, "เปิดรายการตัวชี้วัด แล้วทำเครื่องหมายหน้าข้อที่มาตรการนี้ช่วยให้ดีขึ้น")
        self._tree = _Tree(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._shown)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._button)
        self._button.clicked.connect(self.open_choices)
        self._tree.itemChanged.connect(self._on_ticked)
        self._tree.closed.connect(self.left)
        self._show()

    @property
    def tree(self) -> QTreeWidget:
        """The choices; seen while they are dropped down."""
        return self._tree

    def set_choices(self, choices: Iterable[IndicatorChoice]) -> None:
        """Offers indicators, each followed by its sub-indicators."""
        choices = tuple(choices)
        if choices != self._choices:
            self._choices = choices
            self._show()

    def value(self) -> tuple[str, ...]:
        """The numbers that are ticked."""
        return self._value

    def set_value(self, value: tuple[str, ...]) -> None:
        """Shows other numbers, also such as the framework does not have."""
        if value != self._value:
            self._value = value
            self._show()

    def set_writable(self, writable: bool) -> None:
        """Lets the user tick, or only look."""
        self._button.setEnabled(writable)

    def text(self) -> str:
        """What is shown of the value: a line for each number."""
        return self._shown.plain_text()

    def open_choices(self) -> None:
        """Drops the choices down below the button."""
        self._fill_tree()
        metrics = self._tree.fontMetrics()
        rows = len(self._all())
        row_height = max(self._tree.sizeHintForRow(0), metrics.lineSpacing())
        screen = self.screen().availableGeometry()
        frame = 2 * self._tree.frameWidth()
        height = min(rows * row_height + frame + 4, int(screen.height() * 0.7))
        hint = self._tree.sizeHintForColumn(0) + frame + 3 * metrics.averageCharWidth()
        width = min(max(self.width(), hint), screen.width())
        self._tree.resize(width, height)
        place = self._button.mapToGlobal(QPoint(0, self._button.height()))
        if place.y() + height > screen.bottom():
            place.setY(max(screen.top(), screen.bottom() - height))
        place.setX(max(screen.left(), min(place.x(), screen.right() - width)))
        self._tree.move(place)
        self._tree.show()
        self._tree.setFocus(Qt.FocusReason.PopupFocusReason)

    def _all(self) -> Sequence[IndicatorChoice]:
        """The choices, and behind them what is ticked and is none of them."""
        known = {choice.number for choice in self._choices}
        strange = sorted({*self._value} - known, key=number_order)
        return (*self._choices, *(IndicatorChoice(n, "ไม่มีในเกณฑ์ของปีนี้") for n in strange))

    def _fill_tree(self) -> None:
        self._filling = True
        self._tree.clear()
        wholes: dict[str, QTreeWidgetItem] = {}
        for choice in self._all():
            whole, dot, _ = choice.number.partition(".")
            part_of = wholes.get(whole) if dot else None
            item = QTreeWidgetItem(part_of) if part_of is not None else QTreeWidgetItem(self._tree)
            text = f"{thai_number(choice.number)}  {choice.name}"
            item.setText(0, f"{text}  {choice.note}" if choice.note else text)
            item.setData(0, _NUMBER, choice.number)
            ticked = choice.number in self._value
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            wholes.setdefault(choice.number, item)
        self._tree.expandAll()
        if first := self._tree.topLevelItem(0):
            self._tree.setCurrentItem(first)
        self._filling = False

    def _on_ticked(self, item: QTreeWidgetItem) -> None:
        if self._filling:
            return
        number = item.data(0, _NUMBER)
        ticked = set(self._value) - {number}
        if item.checkState(0) is Qt.CheckState.Checked:
            ticked.add(number)
        known = [choice.number for choice in self._choices if choice.number in ticked]
        self._value = (*known, *sorted(ticked.difference(known), key=number_order))
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        names = {choice.number: choice.name for choice in self._choices}
        lines = [f"{part_name(n)} {names.get(n, '')}".strip() for n in self._value]
        self._shown.setText("\n".join(lines) or "ยังไม่ได้เลือกตัวชี้วัด")
        self._button.setAccessibleDescription("\n".join(lines))
