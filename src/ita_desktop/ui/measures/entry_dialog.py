"""Changes an entry of the user's own in the library of measures."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.errors import ItaError
from ita_desktop.services.library import change_own
from ita_desktop.ui.forms.library_entry import LibraryEntryUi
from ita_desktop.ui.session import Session


class EntryDialog(QDialog):
    """Accepted when the changed entry has been stored. Opened with ``open()``."""

    def __init__(
        self, session: Session, entry: LibraryMeasure, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ui = LibraryEntryUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entry = entry
        self._form = self._ui.entry_form
        self._message = self._ui.entry_message
        self._message.hide()
        if session.case is not None:
            self._form.offer_choices(session.case, session.shared)
        for key, editor in self._form.editors().items():
            editor.set_value(getattr(entry, key))
        self._ui.entry_keep.clicked.connect(self._on_keep)
        self._ui.entry_cancel.clicked.connect(self.reject)

    def _on_keep(self) -> None:
        typed = {key: editor.value() for key, editor in self._form.editors().items()}
        try:
            if not typed["name"].strip():
                raise NamelessEntryError
            change_own(self._entry._replace(**typed))
        except ItaError as error:
            self._message.setText(str(error))
            self._message.show()
            return
        self.accept()


class NamelessEntryError(ItaError):
    """An entry without a name could not be found again."""

    def __init__(self) -> None:
        super().__init__("มาตรการในคลังต้องมีชื่อ โปรดพิมพ์ชื่อมาตรการก่อน")
