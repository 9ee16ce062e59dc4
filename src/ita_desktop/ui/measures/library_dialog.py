"""The library of measures: search, look, and put one or several into the year."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QListWidgetItem,
    QWidget,
)

from ita_desktop.domain.library import EntryKind, LibraryMeasure, search
from ita_desktop.domain.text_match import folded
from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted
from ita_desktop.services.library import Library, add_own, load_library, remove_own
from ita_desktop.services.measures import indicator_choices
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.screen import breakable
from ita_desktop.ui.forms.library_dialog import LibraryDialogUi
from ita_desktop.ui.measures.entry_dialog import EntryDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.list_editor import dashes, numbers
from ita_desktop.ui.widgets.reading_text import ReadingText

_ID = Qt.ItemDataRole.UserRole
_KINDS = {
    EntryKind.STANDARD: "มาตรการมาตรฐาน",
    EntryKind.INDICATOR: "มาตรการสำหรับตัวชี้วัด",
    EntryKind.OWN: "มาตรการของหน่วยงาน",
}


class LibraryDialog(QDialog):
    """Emits ``chosen(tuple[LibraryMeasure, ...])`` and closes. Opened with ``open()``.

    Entries are ticked to take several; with none ticked the current one is taken.
    """

    chosen = Signal(object)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = LibraryDialogUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._library = Library(())
        self._ticked: dict[str, None] = {}
        self._undo: Callable[[], object] | None = None
        self._find = self._ui.library_find
        self._number = self._ui.library_number
        self._list = self._ui.library_list
        self._preview = self._ui.library_preview
        self._bar = self._ui.library_bar
        self._insert = self._ui.library_insert
        splitter = self._ui.library_splitter
        splitter.setStretchFactor(0, 4)
        splitter.setStretchFactor(1, 5)
        self._offer_numbers()
        self._bar.hide()
        self._load()
        self._connect()
        self._show_entries()

    # --- what is there -----------------------------------------------------------------------

    def _load(self) -> None:
        try:
            self._library = load_library()
        except ItaError as error:
            self._tell(str(error))
            return
        if self._library.problems:
            self._tell("\n".join(self._library.problems))

    def _offer_numbers(self) -> None:
        case = self._session.case
        choices = indicator_choices(case) if case is not None else ()
        named = [(c.number, f"{thai_number(c.number)} {c.name} {c.note}".strip()) for c in choices]
        self._number.set_choices([("", "ทุกตัวชี้วัด"), *named])

    def _show_entries(self, current: str = "") -> None:
        """Shows what answers the search, the best first; the current one stays where it can."""
        current = current or self._current_id()
        number = self._number.value()
        entries = self._library.serving(number) if number else self._library.entries
        found = search(entries, self._find.text())
        used = self._used()
        blocker = QSignalBlocker(self._list)
        self._list.clear()
        for entry in found:
            item = QListWidgetItem(breakable(_title(entry, folded(entry.name) in used)))
            item.setData(_ID, entry.id)
            item.setCheckState(_check_state(entry.id in self._ticked))
            self._list.addItem(item)
        ids = [entry.id for entry in found]
        self._list.setCurrentRow(ids.index(current) if current in ids else 0 if ids else -1)
        blocker.unblock()
        self._show_current()

    def _used(self) -> set[str]:
        """The names of the year's measures."""
        case = self._session.case
        return {folded(measure.name) for measure in case.measures} if case is not None else set()

    def _current_id(self) -> str:
        item = self._list.currentItem()
        return str(item.data(_ID)) if item is not None else ""

    def _current(self) -> LibraryMeasure | None:
        found = self._current_id()
        return self._library.entry(found) if found else None

    def _show_current(self) -> None:
        entry = self._current()
        self._preview.clear()
        if entry is None:
            self._preview.add_text("ไม่พบมาตรการ ลองใช้คำอื่น หรือเลือก “ทุกตัวชี้วัด”")
        else:
            show_entry(self._preview, entry)
        self._preview.to_start()
        own = entry is not None and entry.kind is EntryKind.OWN
        self._ui.library_change.setEnabled(own)
        self._ui.library_remove.setEnabled(own)
        count = len(self._ticked)
        self._insert.setText(f"แทรก {thai_number(count)} มาตรการ(&I)" if count else "แทรก(&I)")
        self._insert.setEnabled(not self._session.read_only and bool(count or entry is not None))

    # --- what a clerk does -------------------------------------------------------------------

    def _on_search(self) -> None:
        self._show_entries()

    def _on_insert(self) -> None:
        current = self._current()
        chosen = tuple(entry for entry in self._library.entries if entry.id in self._ticked)
        if not chosen and current is not None:
            chosen = (current,)
        if chosen:
            self.accept()
            self.chosen.emit(chosen)

    def _on_ticked(self, item: QListWidgetItem) -> None:
        self._ticked.pop(item.data(_ID), None)
        if item.checkState() is Qt.CheckState.Checked:
            self._ticked[item.data(_ID)] = None
        self._show_current()

    def _on_change(self) -> None:
        entry = self._current()
        if entry is not None and entry.kind is EntryKind.OWN:
            dialog = EntryDialog(self._session, entry, self)
            dialog.accepted.connect(lambda: self._reload("แก้ไขมาตรการในคลังแล้ว", entry.id))
            dialog.open()

    def _on_remove(self) -> None:
        entry = self._current()
        if entry is None or entry.kind is not EntryKind.OWN:
            return
        try:
            remove_own(entry)
        except ItaError as error:
            self._tell(str(error))
            return
        self._ticked.pop(entry.id, None)
        self._reload(f"นำ “{quoted(entry.name)}” ออกจากคลังแล้ว", undo=lambda: self._put_back(entry))

    def _put_back(self, entry: LibraryMeasure) -> None:
        try:
            kept = add_own(entry)
        except ItaError as error:
            self._tell(str(error))
            return
        self._reload("นำกลับเข้าคลังแล้ว", kept.id)

    def _reload(
        self, text: str, current: str = "", undo: Callable[[], object] | None = None
    ) -> None:
        self._tell(text, undo)
        self._load()
        self._show_entries(current)

    def _tell(self, text: str, undo: Callable[[], object] | None = None) -> None:
        self._ui.library_message.setText(text)
        self._ui.library_undo.setVisible(undo is not None)
        self._undo = undo
        self._bar.show()

    def _on_undo(self) -> None:
        if self._undo is not None:
            self._undo()

    def _connect(self) -> None:
        self._find.textChanged.connect(self._on_search)
        self._number.currentIndexChanged.connect(self._on_search)
        self._list.currentItemChanged.connect(self._show_current)
        self._list.itemChanged.connect(self._on_ticked)
        self._find.going_on.connect(self._list.setFocus)
        self._list.itemActivated.connect(self._on_insert)
        self._insert.clicked.connect(self._on_insert)
        self._ui.library_change.clicked.connect(self._on_change)
        self._ui.library_remove.clicked.connect(self._on_remove)
        self._ui.library_close.clicked.connect(self.reject)
        self._ui.library_undo.clicked.connect(self._on_undo)


def show_entry(text: ReadingText, entry: LibraryMeasure) -> None:
    """Writes an entry as one reads it before taking it."""
    text.add_heading(entry.name, larger=True)
    if entry.purpose:
        text.add_text(entry.purpose)
    if entry.indicators:
        text.add_text(f"ตัวชี้วัด {', '.join(map(thai_number, entry.indicators))}")
    for heading, items, mark in (
        ("แนวทางการปฏิบัติ", entry.guidelines, dashes),
        ("ขั้นตอนการปฏิบัติ", entry.steps, numbers),
        ("ผู้รับผิดชอบ", entry.responsible, dashes),
        ("การกำกับติดตาม", tuple(filter(None, [entry.monitoring])), None),
        ("ตัวอย่างผลผลิต", entry.outputs, dashes),
        ("ตัวอย่างผลลัพธ์", entry.outcomes, dashes),
    ):
        if items:
            text.add_heading(heading)
        if items and mark is not None:
            text.add_items((mark(at), item) for at, item in enumerate(items))
        elif items:
            text.add_text("\n".join(items))


def _title(entry: LibraryMeasure, used: bool) -> str:
    said = [_KINDS[entry.kind]] if entry.kind is not None else []
    if entry.indicators:
        said.append(f"ตัวชี้วัด {', '.join(map(thai_number, entry.indicators))}")
    if used:
        said.append("มีในปีนี้แล้ว")
    return f"{quoted(entry.name, 300)}\n{' · '.join(said)}"


def _check_state(ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
