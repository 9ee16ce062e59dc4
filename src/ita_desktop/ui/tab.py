"""What every tab of the window is: it shows the open year when it is in sight."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.case_paths import CasePath
from ita_desktop.ui.session import Session


class Tab(QWidget):
    """A tab; subclasses fill in :meth:`show_year` and :meth:`show_place`.

    Work that costs something is done in :meth:`show_year`, which is called when the tab
    is in sight and the year has changed, once for many changes while it was not.
    """

    title = ""
    """Thai, on the tab."""
    help_page = ""
    """The page of the manual that F1 opens: the name of its file without ``.md``."""
    entry = ""
    """The widget in the form at which work begins; ``""`` for the first one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        session.year_opened.connect(self._on_changed)
        session.record_changed.connect(self._on_changed)
        session.shared_changed.connect(self._on_changed)

    @property
    def session(self) -> Session:
        """The data and what can be done with them."""
        return self._session

    def show_year(self) -> None:
        """Shows the open year (``session.record``; None: nothing is open) as it is now."""
        raise NotImplementedError

    def show_place(self, place: CasePath) -> bool:
        """Brings a place of the case into sight and focus; False when it is not of this tab."""
        raise NotImplementedError

    def way_in(self) -> QWidget:
        """Where the cursor was last, else where work begins; the tab itself for its first field."""
        start = self.findChild(QWidget, self.entry) if self.entry else None
        return self.focusWidget() or start or self

    def enter(self, at: QWidget) -> None:
        """Puts the cursor into the tab, which is in sight; ``at`` is what :meth:`way_in` said."""
        at.setFocus(Qt.FocusReason.OtherFocusReason)
        if at is self:
            self.focusNextChild()

    def refresh(self) -> None:
        """Shows the year if anything changed since it was last shown."""
        if self._stale:
            self._stale = False
            self.show_year()

    def _on_changed(self, *_: object) -> None:
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        super().showEvent(event)
        self.refresh()
