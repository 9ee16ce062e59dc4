"""The menu's matters of whole years, and the buttons of the empty window."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.session import Session


class YearCommands(QObject):
    """New years, the list of years, the sample."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session: Session = window.session
        window.form.action_new_year.triggered.connect(self.new_year)
        window.form.action_years.triggered.connect(self.show_years)
        window.form.empty_new.clicked.connect(self.new_year)
        window.form.empty_years.clicked.connect(self.show_years)
        window.form.empty_sample.clicked.connect(self.add_sample)
        self._session.years_changed.connect(self._show_possible)
        self._show_possible()

    def new_year(self) -> None:
        """Begins a year; asks for the agency first where it is not known at all."""
        self._session.commit()
        own_years = any(not year.sample for year in self._session.years())
        if not own_years and not self._session.shared.agency.name:
            self.first_start()
            return
        from ita_desktop.ui.dialogs.new_year import NewYear

        NewYear(self._session, self._window).open()

    def first_start(self) -> None:
        """Asks the three questions of the first start."""
        from ita_desktop.ui.dialogs.first_start import FirstStart

        FirstStart(self._session, self._window).open()

    def show_years(self) -> None:
        """Shows the list of years."""
        from ita_desktop.ui.dialogs.years import Years

        Years(self._session, self._window).open()

    def add_sample(self) -> None:
        """Adds the sample year and opens it."""
        from ita_desktop.ui.dialogs.first_start import add_sample

        add_sample(self._session)

    def _show_possible(self) -> None:
        writable = not self._session.read_only
        self._window.form.action_new_year.setEnabled(writable)
        self._window.form.empty_new.setEnabled(writable)
        self._window.form.empty_sample.setEnabled(writable)
        self._window.form.empty_years.setVisible(bool(self._session.years()))
