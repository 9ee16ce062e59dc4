"""Asks the clerk where two programs changed one field, one year after the other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ita_desktop.domain.records import YearRecord
from ita_desktop.ui.main_window import MainWindow


class ConflictCommands(QObject):
    """At most one dialog at a time; what is put off is asked again when the year is opened."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._asked: list[str] = []
        self._session.conflicts_found.connect(self.ask)
        self._session.year_opened.connect(self._ask_again)

    def ask(self, key: str) -> None:
        """Asks about a year, or about what years share."""
        if key not in self._asked:
            self._asked.append(key)
        if len(self._asked) == 1:
            self._open(key)

    def _ask_again(self, record: YearRecord | None) -> None:
        if record is not None and self._session.has_conflicts(record.id):
            self.ask(record.id)

    def _open(self, key: str) -> None:
        questions = self._session.questions(key)
        if not questions:
            self._done()
            return
        from ita_desktop.ui.dialogs.conflict import ConflictDialog  # seldom needed

        dialog = ConflictDialog(questions, self._window)
        # another conflict may have come while the dialog was open
        asked = [question.conflict for question in questions]
        dialog.chosen.connect(partial(self._session.choose, key, asked=asked))
        dialog.finished.connect(self._done)
        dialog.open()

    def _done(self) -> None:
        """The next one, if another has come meanwhile."""
        self._asked = self._asked[1:]
        if self._asked:
            self._open(self._asked[0])
