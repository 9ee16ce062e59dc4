"""Labels keep marks over marks whole and wrap between Thai words, also those of a form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.resources import resource_path
from ita_desktop.ui.forms.measure_form import MeasureFormUi
from ita_desktop.ui.forms.measures_tab import MeasuresTabUi
from ita_desktop.ui.widgets.labels import tooltip


@pytest.fixture
def thai_font() -> Iterator[QFont]:
    """The shipped font, for one test only: others are about texts in any font."""
    added = QFontDatabase.addApplicationFont(
        str(resource_path("fonts", "sarabun", "Sarabun-Regular.ttf"))
    )
    yield QFont(QFontDatabase.applicationFontFamilies(added), 11)
    QFontDatabase.removeApplicationFont(added)


def test_labels_of_a_form_have_room_for_marks_over_marks(qtbot: QtBot, thai_font: QFont) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    form.setFont(thai_font)
    label = MeasureFormUi(form).indicators_label
    metrics = label.fontMetrics()
    ink = metrics.tightBoundingRect(label.text())
    assert -ink.top() > metrics.ascent()  # or there is nothing to make room for
    assert label.contentsMargins().top() + metrics.ascent() >= -ink.top()
    assert label.sizeHint().height() >= ink.height()


def test_texts_that_stand_in_a_form_wrap(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    label = MeasuresTabUi(form).empty_text
    assert "\u200b" in label.text()
    assert label.plain_text().startswith("ยังไม่มีมาตรการ เริ่มจากคลัง")


@pytest.mark.parametrize(
    "text", ["<b>หนา</b>", "ก &lt; ข & ค", '<img src="file:///x.png">', "</qt><br>{0}", "หนึ่ง\nสอง"]
)
def test_a_tooltip_shows_a_text_as_it_is(text: str) -> None:
    shown = QTextDocument()
    shown.setHtml(tooltip(text))
    assert shown.toPlainText().replace("\u200b", "") == text
