"""Which program this is, where the data lies, and whose work is in it."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QWidget

from ita_desktop import PROGRAM, __version__
from ita_desktop.resources import resource_path
from ita_desktop.ui.forms import child, load_form
from ita_desktop.ui.widgets.labels import WrappingLabel


class About(QDialog):
    """Shows the versions, the folder of the data, and the licences."""

    def __init__(self, data: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        load_form(self, "about.ui")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        versions = f"Python {platform.python_version()} · Qt {qVersion()}"
        child(self, QLabel, "version").setText(f"{PROGRAM} รุ่น {__version__} ({versions})")
        child(self, WrappingLabel, "data_folder").setText(f"โฟลเดอร์ข้อมูล: {data}")
        licences = [
            resource_path("LICENSE").read_text(encoding="utf-8"),
            resource_path("THIRD_PARTY_LICENCES.md").read_text(encoding="utf-8"),
        ]
        child(self, QTextBrowser, "licences").setMarkdown("\n\n---\n\n".join(licences))
        child(self, QDialogButtonBox, "buttons").rejected.connect(self.reject)
