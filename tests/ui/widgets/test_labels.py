"""Labels keep marks over marks whole and wrap between Thai words, also those of a form."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.appearance import use_thai_font
from ita_desktop.ui.forms import child, load_form
from ita_desktop.ui.widgets.labels import WrappingLabel


def test_labels_of_a_form_have_room_for_marks_over_marks(qtbot: QtBot) -> None:
    use_thai_font()
    form = QWidget()
    qtbot.addWidget(form)
    load_form(form, "measure_form.ui")
    label = child(form, QLabel, "indicators_label")
    ink = label.fontMetrics().tightBoundingRect(label.text())
    assert ink.height() > 0
    assert label.sizeHint().height() >= ink.height()
    assert label.contentsMargins().top() + label.fontMetrics().ascent() >= -ink.top()


def test_texts_that_stand_in_a_form_wrap(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    load_form(form, "measures_tab.ui")
    label = child(form, WrappingLabel, "empty_text")
    assert "\u200b" in label.text()
    assert label.plain_text().startswith("ยังไม่มีมาตรการ เริ่มจากคลัง")
