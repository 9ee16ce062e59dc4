"""Qt's own words in Thai: the buttons of boxes, the menus of editors, its dialogs.

Qt brings no Thai translation. Native dialogs speak the language of the system.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, QTranslator

from ita_desktop.resources import resource_path


class ThaiWords(QTranslator):
    """Answers from ``resources/translations/qt_th.json``: words by their place in Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        text = resource_path("translations", "qt_th.json").read_text(encoding="utf-8")
        self._words: dict[str, dict[str, str]] = json.loads(text)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """False: a translator that says it is empty is never asked."""
        return not self._words

    def translate(self, context: str, source: str, *_: object) -> str | None:
        """The Thai for Qt's words; None leaves them as they are."""
        words = self._words.get(context)
        return words.get(source) if words is not None else None
