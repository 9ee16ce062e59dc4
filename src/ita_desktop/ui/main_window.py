"""The program's window: the years, the four tabs of one year, undo, and what is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent
from PySide6.QtWidgets import (
    QLabel,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from ita_desktop import PROGRAM
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.records import YearRecord
from ita_desktop.services.history import HistoryStep
from ita_desktop.services.saving import Saving
from ita_desktop.services.years import year_title
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.following import FocusFollower
from ita_desktop.ui.forms.main_window import MainWindowUi
from ita_desktop.ui.message_bar import MessageBar
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab


class TabEntry(NamedTuple):
    """A tab before it is made: its Thai title, and which places of the case are on it,

    by default all that no tab before it has.
    """

    title: str
    make: Callable[[Session], Tab]
    holds: Callable[[CasePath], bool] = lambda _: True


class MainWindow(QMainWindow):
    """One window for one session.

    Tabs are made when they are first needed, so that the window is there at once.
    ``closed`` is sent when the window is out of sight for good, ``stuck`` when it stays
    because something cannot be stored, ``tab_made(Tab)`` for every tab.
    """

    closed = Signal()
    stuck = Signal()
    tab_made = Signal(object)

    def __init__(self, session: Session, tabs: Sequence[TabEntry]) -> None:
        super().__init__()
        self.form = MainWindowUi(self)
        self._session = session
        self._entries = tuple(tabs)
        self._made: dict[int, Tab] = {}
        self._kept_elsewhere = False
        self._places: list[QVBoxLayout] = []
        self._messages = MessageBar(self.form)
        FocusFollower(self)
        self._offered: tuple[HistoryStep | None, str] | None = None
        self._pages = self.form.pages
        self._tabs = self.form.tabs
        self._year_box = self.form.year_box
        self._saved = QLabel()
        self._saved.setTextFormat(Qt.TextFormat.PlainText)
        self.statusBar().addPermanentWidget(self._saved)
        for entry in tabs:
            page = QWidget()
            layout = QVBoxLayout(page)
            layout.setContentsMargins(0, 0, 0, 0)
            self._places.append(layout)
            self._tabs.addTab(page, entry.title)
        self._connect()
        self._list_years()
        self._show_open(session.record)
        self._show_history()
        self._show_saving(session.saving)

    # --- for other parts of the window ---------------------------------------------------

    @property
    def session(self) -> Session:
        """The data and what can be done with them."""
        return self._session

    @property
    def messages(self) -> MessageBar:
        """Where the user is told what must be read."""
        return self._messages

    def action(self, name: str) -> QAction:
        """An action of the form, ``action_print``."""
        return self.form.named(QAction, name)

    def tab(self, index: int) -> Tab:
        """A tab, counted from 0; made now when nobody has needed it before."""
        if index not in self._made:
            tab = self._entries[index].make(self._session)
            self._made[index] = tab
            self._places[index].addWidget(tab)
            tab.show()  # at once, not with the next round of events: it may be given the focus
            self.tab_made.emit(tab)
        return self._made[index]

    def current_tab(self) -> Tab | None:
        """The tab in sight; None while no year is open."""
        if self._session.record is None:
            return None
        return self.tab(self._tabs.currentIndex())

    def current_index(self) -> int:
        """Which tab is in sight, counted from 0."""
        return self._tabs.currentIndex()

    def close_unsaved(self) -> None:
        """Closes the window although something could not be stored: it is kept elsewhere."""
        self._kept_elsewhere = True
        self.close()

    def go_to_tab(self, index: int) -> None:
        """Brings a tab into sight."""
        self._tabs.setCurrentIndex(index)

    def enter_tab(self, index: int | None = None) -> None:
        """Brings a tab into sight and puts the cursor into it; without *index* the present one."""
        at = self.current_index() if index is None else index
        if self._session.record is None:
            self.go_to_tab(at)
            return
        tab = self.tab(at)
        way_in = tab.way_in()  # asked first: Qt puts the cursor somewhere as soon as it is seen
        self.go_to_tab(at)
        tab.enter(way_in)

    def go_to_place(self, place: CasePath) -> None:
        """Brings a place of the case into sight, on whatever tab it is."""
        for index, entry in enumerate(self._entries):
            if entry.holds(place):
                self.go_to_tab(index)  # first: a widget out of sight takes no focus
                tab = self.tab(index)
                tab.refresh()
                tab.show_place(place)
                return

    # --- what changes --------------------------------------------------------------------

    def _show_open(self, record: YearRecord | None) -> None:
        page = self.form.named(QWidget, "empty_page" if record is None else "tabs")
        begins = record is not None and self._pages.currentWidget() is not page
        self._pages.setCurrentWidget(page)
        if begins:
            self.enter_tab()
        elif record is not None:
            self._make_current()
        self._select_open()
        self._show_title()

    def _show_title(self) -> None:
        record = self._session.record
        if record is None:
            self.setWindowTitle(PROGRAM)
            return
        name = record.case.agency.short_name or record.case.agency.name
        only = " (อ่านอย่างเดียว)" if self._session.read_only else ""
        year = thai_number(record.case.fiscal_year)
        self.setWindowTitle(f"ปีงบประมาณ {year} {name}{only} — {PROGRAM}")

    def _list_years(self) -> None:
        blocker = QSignalBlocker(self._year_box)
        self._year_box.clear()
        for year in self._session.years():
            if year.archived and not self._is_open(year.id):
                continue
            self._year_box.addItem(year_title(year), year.id)
        blocker.unblock()
        self._year_box.setEnabled(self._year_box.count() > 0)
        self._select_open()
        self._show_title()

    def _is_open(self, year_id: str) -> bool:
        return self._session.record is not None and self._session.record.id == year_id

    def _select_open(self) -> None:
        record = self._session.record
        at = self._year_box.findData(record.id) if record is not None else -1
        if at < 0 and record is not None:
            self._list_years_again()
            return
        blocker = QSignalBlocker(self._year_box)
        self._year_box.setCurrentIndex(at)
        blocker.unblock()

    def _list_years_again(self) -> None:
        """The open year is not listed: it is new, or comes from the archive."""
        record = self._session.record
        if record is not None and any(year.id == record.id for year in self._session.years()):
            self._list_years()

    def _on_year_chosen(self, at: int) -> None:
        year_id = self._year_box.itemData(at)
        if year_id is not None and not self._is_open(year_id):
            self._session.open_year(year_id)
            self._select_open()

    def _tell_done(self, text: str) -> None:
        self._messages.tell(text, "เลิกทำ", self._session.undo)
        self._offered = self._session.history.to_undo, self._messages.text()

    def _withdraw_offer(self) -> None:
        """Takes the button away that would take back another step than the one it tells of."""
        if self._offered is None or self._offered[0] is self._session.history.to_undo:
            return
        if self._offered[1] == self._messages.text():
            self._messages.clear()
        self._offered = None

    def _show_history(self) -> None:
        self._withdraw_offer()
        writable = not self._session.read_only
        for name, word, step in (
            ("action_undo", "เลิกทำ(&U)", self._session.history.to_undo),
            ("action_redo", "ทำซ้ำ(&R)", self._session.history.to_redo),
        ):
            action = self.action(name)
            # An ampersand of the user's would become an underlined letter.
            named = f": {step.name.replace('&', '&&')}" if step is not None else ""
            action.setText(f"{word}{named}")
            # Also with nothing to take back yet: what is being typed counts as well.
            action.setEnabled(writable)

    def _show_saving(self, saving: Saving) -> None:
        if self._session.read_only:
            self._saved.setText("เปิดเพื่ออ่านเท่านั้น")
        elif saving.problem is not None or saving.to_choose:
            self._saved.setText("ยังไม่ได้บันทึก")
        elif saving.saved_at is not None:
            clock = saving.saved_at.astimezone().strftime("%H:%M")
            self._saved.setText(f"บันทึกแล้ว {thai_number(clock)} น.")
        else:
            self._saved.setText("")

    def _make_current(self) -> None:
        if self._session.record is not None:
            self.tab(self._tabs.currentIndex())

    def _on_tab_changed(self) -> None:
        self._session.commit()
        self._make_current()

    # --- the widgets -----------------------------------------------------------------------

    def _connect(self) -> None:
        session = self._session
        session.year_opened.connect(self._show_open)
        session.years_changed.connect(self._list_years)
        session.history_changed.connect(self._show_history)
        session.saving_changed.connect(self._show_saving)
        session.told.connect(self._messages.tell)
        session.done_told.connect(self._tell_done)
        session.place_requested.connect(self.go_to_place)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._year_box.activated.connect(self._on_year_chosen)
        self.form.action_undo.triggered.connect(session.undo)
        self.form.action_redo.triggered.connect(session.redo)
        self.form.action_quit.triggered.connect(self.close)
        for index in range(len(self._entries)):
            action = self.action(f"action_tab_{index + 1}")
            action.triggered.connect(lambda _=False, index=index: self.enter_tab(index))

    # --- Qt's own --------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stores what is being typed; stays when it cannot be stored."""
        self._session.commit()
        if not self._session.save_again() and not self._kept_elsewhere:
            event.ignore()
            self.stuck.emit()
            return
        super().closeEvent(event)
        if event.isAccepted():
            self.closed.emit()
