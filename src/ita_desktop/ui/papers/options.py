"""How the office wants its memos set: choices of the program, the same for every year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QCheckBox

from ita_desktop.services.paper_options import FONTS, TABLE_SIZES, PaperOptions
from ita_desktop.thai.digits import Digits, thai_number
from ita_desktop.ui.papers.preview_worker import MemoMaker
from ita_desktop.ui.widgets.editors import ChoiceBox

if TYPE_CHECKING:
    from ita_desktop.ui.forms.memo_tab import MemoTabUi

_CHOICES = {
    "digits": ((Digits.THAI, "เลขไทย"), (Digits.AS_TYPED, "ตามที่พิมพ์")),
    "font": FONTS,
    "table_size": tuple((size, f"{thai_number(size)} พอยต์") for size in TABLE_SIZES),
}
_CHECKS = ("annex", "continuation_words", "repeat_names")


class OptionsPanel(QObject):
    """Drives the form's options; a change is seen in the preview at once."""

    def __init__(self, form: MemoTabUi, maker: MemoMaker) -> None:
        super().__init__(form.outer)
        self._maker = maker
        self._boxes = {key: form.named(ChoiceBox, f"option_{key}") for key in _CHOICES}
        self._checks = {key: form.named(QCheckBox, f"option_{key}") for key in _CHECKS}
        for key, box in self._boxes.items():
            box.set_choices(_CHOICES[key])
            box.edited.connect(self._on_changed)
        for check in self._checks.values():
            check.toggled.connect(self._on_changed)
        maker.options_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        options = self._maker.options._asdict()
        for key, box in self._boxes.items():
            box.set_value(options[key])
        for key, check in self._checks.items():
            blocker = QSignalBlocker(check)
            check.setChecked(options[key])
            blocker.unblock()

    def _on_changed(self) -> None:
        values = {key: box.value() for key, box in self._boxes.items()}
        checks: dict[str, Any] = {key: check.isChecked() for key, check in self._checks.items()}
        self._maker.set_options(PaperOptions(**values, **checks))
