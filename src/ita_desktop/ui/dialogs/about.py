"""Which program this is, where the data lies, and whose work is in it."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop import PROGRAM, __version__
from ita_desktop.resources import resource_path
from ita_desktop.ui.forms.about import AboutUi


class About(QDialog):
    """Shows the versions, the folder of the data, and the licences."""

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = AboutUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        versions = f"Python {platform.python_version()} · Qt {qVersion()}"
        self._ui.version.setText(f"{PROGRAM} รุ่น {__version__} ({versions})")
        self._ui.data_folder.setText(f"โฟลเดอร์ข้อมูล: {data}")
        licences = [
            resource_path("LICENSE").read_text(encoding="utf-8"),
            resource_path("THIRD_PARTY_LICENCES.md").read_text(encoding="utf-8"),
        ]
        self._ui.licences.setMarkdown("\n\n---\n\n".join(licences))
        self._ui.buttons.rejected.connect(self.reject)
