"""The manual in a window of its own, beside the work."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextCursor, QTextDocument, QTextImageFormat
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.resources import MissingResourceError, resource_path
from ita_desktop.thai.screen import breakable
from ita_desktop.ui.forms.help import HelpUi

CONTENTS = "index"

_THAI = re.compile("[ก-๛]+(?: [ก-๛]+)*")
"""Thai text; all that Markdown means something by stands outside."""


class Help(QDialog):
    """Shows pages of ``docs/manual``; links lead from page to page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = HelpUi(self)
        self.setModal(False)
        self._page = self._ui.page
        self._back = self._ui.back
        self._seen: list[str] = []
        self._page.anchorClicked.connect(self._on_link)
        self._page.viewport().installEventFilter(self)
        self._back.clicked.connect(self._on_back)
        self._ui.contents.clicked.connect(lambda: self.show_page(CONTENTS))
        self._ui.close_dialog.clicked.connect(self.close)

    def show_page(self, name: str) -> None:
        """Shows a page, the contents where there is no such page."""
        file = _page_file(name)
        if file is None:
            name, file = CONTENTS, _page_file(CONTENTS)
        if file is None:
            raise MissingResourceError("resources/manual/index.md")
        if not self._seen or self._seen[-1] != name:
            self._seen.append(name)
        self._back.setEnabled(len(self._seen) > 1)
        document = self._page.document()
        document.setBaseUrl(QUrl.fromLocalFile(f"{file.parent}/"))
        self._page.setMarkdown(breakable_markdown(file.read_text(encoding="utf-8")))
        self._fit_pictures()
        self._page.moveCursor(QTextCursor.MoveOperation.Start)

    def page_name(self) -> str:
        """The page that is shown."""
        return self._seen[-1] if self._seen else ""

    def _on_link(self, url: QUrl) -> None:
        if url.isRelative() or url.isLocalFile():
            name = url.fileName().removesuffix(".md")
            if _page_file(name) is not None:
                self.show_page(name)
            elif url.hasFragment():
                self._page.scrollToAnchor(url.fragment())
        else:
            QDesktopServices.openUrl(url)

    def _on_back(self) -> None:
        if len(self._seen) > 1:
            self._seen.pop()
            self.show_page(self._seen[-1])

    def _fit_pictures(self) -> None:
        """Pictures are no wider than the window; they are of a whole screen."""
        room = self._page.viewport().width() - 3 * int(self._page.document().documentMargin())
        block = self._page.document().begin()
        while block.isValid():
            fragments = block.begin()
            while not fragments.atEnd():
                fragment = fragments.fragment()
                picture = fragment.charFormat().toImageFormat()
                if picture.isValid():
                    self._fit_picture(picture, fragment.position(), room)
                fragments += 1
            block = block.next()

    def _fit_picture(self, picture: QTextImageFormat, position: int, room: int) -> None:
        """Gives a picture in the size in which it is shown: the page itself scales roughly."""
        document = self._page.document()
        url = document.baseUrl().resolved(QUrl(picture.name()))
        image = QImage(url.toLocalFile())
        if image.isNull():
            return
        width = min(image.width(), room)
        ratio = self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        if image.width() > width * ratio:
            image = image.scaledToWidth(round(width * ratio), smooth)
        document.addResource(QTextDocument.ResourceType.ImageResource.value, url, image)
        picture.setWidth(width)
        cursor = QTextCursor(document)
        cursor.setPosition(position)
        cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(picture)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Resize:
            # When the page itself has its new width.
            QTimer.singleShot(0, self, self._fit_pictures)
        return super().eventFilter(watched, event)


def breakable_markdown(text: str) -> str:
    """A page whose Thai wraps on every system."""
    return _THAI.sub(lambda found: breakable(found[0]), text)


def _page_file(name: str) -> Path | None:
    if not re.fullmatch(r"[a-z0-9_-]+", name):
        return None
    try:
        return resource_path("manual", f"{name}.md")
    except MissingResourceError:
        return None
