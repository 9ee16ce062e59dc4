"""The tab มาตรการ: the list of the year's measures beside the form of one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from ita_desktop.domain.case import Measure
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.description import field_named
from ita_desktop.domain.measures import lacking, speaks_of
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.forms.measures_tab import MeasuresTabUi
from ita_desktop.ui.measures.commands import MeasureCommands
from ita_desktop.ui.measures.model import MeasureListModel
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.widgets.fields import Field
from ita_desktop.ui.widgets.labels import set_tooltip

_STEPS = {
    "name": "แก้ชื่อมาตรการ",
    "indicators": "เลือกตัวชี้วัดของมาตรการ",
    "guidelines": "แก้แนวทางการปฏิบัติ",
    "steps": "แก้ขั้นตอนการปฏิบัติ",
}
"""Names of steps that are not the field's label alone."""
_ONLY_IN_LIST = ("duplicate", "cut", "copy", "paste", "up", "down", "delete")
"""Actions whose keys mean something else in the form."""


class MeasuresTab(Tab):
    """Lists the measures and edits the current one."""

    title = "มาตรการ"
    help_page = "measures"
    entry = "measure_list"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._ui = MeasuresTabUi(self)
        self._list = self._ui.measure_list
        self._form = self._ui.measure_form
        self._find = self._ui.find_edit
        self._pages = self._ui.form_pages
        self._shown: tuple[Measure, ...] = ()
        self._year: str | None = None
        self._row: int | None = None
        self._commands = MeasureCommands(session, self._list.rows, self)
        self._model = MeasureListModel(self)
        self._list.setModel(self._model)
        self._fields = {
            key: Field(session, editor, _step(key), empty=() if key in _LISTS else "")
            for key, editor in self._form.editors().items()
        }
        splitter = self._ui.measures_splitter
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        self._connect()

    # --- what a tab does -----------------------------------------------------------------

    def show_year(self) -> None:
        record = self.session.record
        measures = record.case.measures if record is not None else ()
        year = record.id if record is not None else None
        bar = self._list.verticalScrollBar()
        rows, current, scrolled = self._list.rows(), self._row, bar.value()
        if year != self._year:
            rows, current, scrolled = [0], 0, 0
            self._find.clear()
        before, self._shown, self._year = self._shown, measures, year
        self._model.show(measures)
        if record is not None:
            self._form.offer_choices(record.case, self.session.shared)
        after = [_row_now(row, before, measures) for row in rows]
        self._select(after, _row_now(current, before, measures))
        # What is being edited stays in the list, also where it has lost the sought text.
        self._filter(keep=self._row)
        self._list.doItemsLayout()
        bar.setValue(scrolled)
        self._show_state()

    def show_place(self, place: CasePath) -> bool:
        if place[:1] != ("measures",) or place[2:3] == ("results",):
            return False
        row, key, item = (*place[1:4], None, None, None)[:3]
        if isinstance(row, int) and self._shown:
            self._go_to(min(row, len(self._shown) - 1))
        at = item if isinstance(item, int) else None
        if not (isinstance(key, str) and self._shown and self._form.show_field(key, at)):
            self._to_list()
        return True

    def show_results(self) -> None:
        """Goes to what was done for the current measure."""
        if self._row is not None:
            self.session.show_place(("measures", self._row, "results"))

    # --- how it is done ----------------------------------------------------------------------

    def _go_to(self, row: int) -> None:
        if self._list.isRowHidden(row):
            self._find.clear()
        if row != self._row or row not in self._list.rows():
            self._select_only([row])
        self._list.show_row(row)

    def _select_only(self, rows: Sequence[int]) -> None:
        self._select(list(rows), rows[0] if rows else None)
        if rows:
            self._list.show_row(rows[-1])
            self._list.show_row(rows[0])

    def _select(self, rows: Sequence[int | None], current: int | None) -> None:
        there = sorted({row for row in rows if row is not None})
        if current is None and there:
            current = there[0]
        self._list.select(there or [row for row in (current,) if row is not None], current)
        self._show_measure(current)

    def _on_changed_rows(self, rows: Sequence[int]) -> None:
        self._find.clear()
        self._select_only(rows)

    def _on_deleted(self, row: int) -> None:
        """Selects what came to stand in the gap, or else what stands before it."""
        self._filter()
        if not self._seen():
            self._find.clear()
        seen = self._seen()
        below = [at for at in seen if at >= row]
        self._select_only(below[:1] or seen[-1:])

    def _on_renaming(self, rows: Sequence[int]) -> None:
        self._on_changed_rows(rows)
        self._to_form()
        self._form.name.selectAll()

    def _on_dragged(self, rows: Sequence[int], gap: int) -> None:
        if self._action("paste").isEnabled() and not self._find.text():
            self._commands.move_to(rows, gap)

    def _on_current(self) -> None:
        current = self._list.current()
        if current is not None and current != self._row:
            self._show_measure(current)

    def _show_measure(self, row: int | None) -> None:
        """Shows a measure in the form, if it is another one than is shown."""
        if row != self._row:
            self._row = row
            for key, field in self._fields.items():
                field.set_place(None if row is None else ("measures", row, key))
        page = "empty_page" if row is None else "form_page"
        self._pages.setCurrentWidget(self._ui.named(QWidget, page))
        self._show_state()

    def _filter(self, keep: int | None = None) -> None:
        """Hides what does not have the text that is sought."""
        sought = self._find.text()
        for row, measure in enumerate(self._shown):
            hidden = bool(sought) and row != keep and not speaks_of(measure, sought)
            if hidden != self._list.isRowHidden(row):
                self._list.setRowHidden(row, hidden)

    def _seen(self) -> list[int]:
        """The rows that the search leaves."""
        return [row for row in range(len(self._shown)) if not self._list.isRowHidden(row)]

    def _on_find(self) -> None:
        self.session.commit()
        self._filter()
        if self._row is not None and self._list.isRowHidden(self._row):
            if seen := self._seen():
                self._select_only(seen[:1])
        elif self._row is not None:
            self._list.show_row(self._row)
        self._show_state()

    def _show_state(self) -> None:
        """Shows how many there are and what can be done now."""
        count, writable = (
            len(self._shown),
            not self.session.read_only and self.session.case is not None,
        )
        lacks = sum(bool(lacking(measure)) for measure in self._shown)
        text = f"{thai_number(count)} มาตรการ" if count else ""
        text += f" · พบ {thai_number(len(self._seen()))}" if self._find.text() else ""
        text += f" · ยังกรอกไม่ครบ {thai_number(lacks)}" if lacks else ""
        self._ui.list_summary.setText(text)
        if self._row is not None:
            at = f"มาตรการที่ {thai_number(self._row + 1)} จาก {thai_number(count)}"
            self._ui.form_title.setText(at)
        rows = self._list.rows()
        whole = not self._find.text()
        for name, possible in (
            ("add", writable),
            ("library", writable),
            ("keep", bool(rows)),
            ("duplicate", writable and bool(rows)),
            ("cut", writable and bool(rows)),
            ("copy", bool(rows)),
            ("paste", writable),
            ("up", writable and whole and bool(rows) and rows[0] > 0),
            ("down", writable and whole and bool(rows) and rows[-1] < count - 1),
            ("delete", writable and bool(rows)),
            ("results", self._row is not None),
        ):
            self._action(name).setEnabled(possible)

    # --- the widgets ---------------------------------------------------------------------------

    def _action(self, name: str) -> QAction:
        return self._ui.named(QAction, f"action_{name}")

    def _connect(self) -> None:
        commands = self._commands
        self._connect_actions(
            {
                "add": commands.add,
                "library": commands.open_library,
                "keep": commands.keep,
                "duplicate": commands.duplicate,
                "cut": commands.cut,
                "copy": commands.copy,
                "paste": commands.paste,
                "up": commands.move_up,
                "down": commands.move_down,
                "delete": commands.delete,
                "results": self.show_results,
            }
        )
        commands.changed.connect(self._on_changed_rows)
        commands.deleted.connect(self._on_deleted)
        commands.renaming.connect(self._on_renaming)
        self._find.textChanged.connect(self._on_find)
        self._find.going_on.connect(self._to_list)
        self._list.dragged.connect(self._on_dragged)
        self._list.doubleClicked.connect(self._to_form)
        add = self._action("add").trigger
        QShortcut(QKeySequence(Qt.Key.Key_Insert), self._list, add, context=_WIDGET)
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            QShortcut(QKeySequence(key), self._list, self._to_form, context=_WIDGET)
        selection = self._list.selectionModel()
        selection.currentChanged.connect(self._on_current)
        selection.selectionChanged.connect(self._show_state)

    def _connect_actions(self, slots: dict[str, Callable[[], None]]) -> None:
        """Puts the actions into the list's menu and ties them to keys and buttons."""
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        for name, slot in slots.items():
            action = self._action(name)
            action.triggered.connect(slot)
            in_list = name in _ONLY_IN_LIST
            # The window's are at work while the tab is in sight, wherever the cursor is.
            action.setShortcutContext(_WIDGET if in_list else _WINDOW)
            if name in _BEGIN_GROUPS:
                line = QAction(self)
                line.setSeparator(True)
                self._list.addAction(line)
            self._list.addAction(action)
            if not in_list:  # so that its key works in the form as well
                self.addAction(action)
            for button in self.findChildren(QPushButton):
                if button.objectName() in (f"{name}_button", f"{name}_first"):
                    _tie(button, action)

    def _to_list(self) -> None:
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_form(self) -> None:
        self._form.show_field("name")


_BEGIN_GROUPS = ("duplicate", "up", "results")
_LISTS = ("indicators", "guidelines", "steps", "responsible")
_WIDGET = Qt.ShortcutContext.WidgetShortcut
_WINDOW = Qt.ShortcutContext.WindowShortcut


def _tie(button: QPushButton, action: QAction) -> None:
    """Makes a button do, say and allow what an action does."""
    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(button.setEnabled)
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    set_tooltip(button, f"{action.statusTip()} ({keys})" if keys else action.statusTip())


def _row_now(row: int | None, before: Sequence[Measure], after: Sequence[Measure]) -> int | None:
    """Where the measure of *row* stands after a change; near it where it has gone."""
    if row is None or not after:
        return 0 if after else None
    near = min(row, len(after) - 1)
    if row >= len(before):
        return near
    return next((at for at in (near, *range(len(after))) if after[at] is before[row]), near)


def _step(key: str) -> str:
    """What the undo menu calls a change of this field."""
    return _STEPS.get(key) or f"แก้{field_named(Measure, key).field.label}"
