"""What a user typed is text in every tab, however much it looks like markup."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.ui.program import Running

from ita_desktop.services.samples import sample_case
from ita_desktop.thai.screen import unbroken

MARKUP = '<b>หนา</b><img src="file:///x">&amp;{0}'


def marked(value: Any) -> Any:
    """The same value with every text of it turned into markup, but for numbers of parts."""
    if isinstance(value, tuple):
        parts = (marked(part) for part in value)
        return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
    if isinstance(value, str) and value and not value.isascii():
        return value + MARKUP
    return value


def labels_with_markup(window: QWidget) -> list[QLabel]:
    return [label for label in window.findChildren(QLabel) if "<b>" in unbroken(label.text())]


def test_no_label_of_any_tab_takes_it_for_markup(
    running: Callable[[], Running], qtbot: QtBot
) -> None:
    one = running()
    assert one.start()
    one.session.add_year("เพิ่มปี", marked(sample_case()))
    shown = 0
    for index in range(4):
        one.window.go_to_tab(index)
        qtbot.waitUntil(lambda: one.window.current_tab().isVisible())
        for label in labels_with_markup(one.window):
            shown += 1
            assert label.textFormat() is Qt.TextFormat.PlainText, label.objectName()
    assert shown, "no test: no label shows any of it"
    one.session.tell(MARKUP)
    assert one.window.messages.text() == MARKUP
