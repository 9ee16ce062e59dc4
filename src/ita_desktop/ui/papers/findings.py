"""What the checker says of the open year, with the way there and the mending."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import parse_path
from ita_desktop.domain.checks.finding import Finding
from ita_desktop.errors import ItaError
from ita_desktop.thai.screen import breakable
from ita_desktop.ui.background import Background
from ita_desktop.ui.latest_only import LatestOnly
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.fitting_list import FittingList

if TYPE_CHECKING:
    from ita_desktop.ui.forms.memo_tab import MemoTabUi

PAUSE = 500
"""Milliseconds without a change before the year is checked: the preview goes first."""
Index = QModelIndex | QPersistentModelIndex
Checked = tuple[Case, tuple[Finding, ...]]


class FindingsModel(QAbstractListModel):
    """The findings, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self._texts: list[str] = []

    def show(self, findings: tuple[Finding, ...], texts: Sequence[str]) -> None:
        """Shows these instead."""
        self.beginResetModel()
        self._findings = findings
        self._texts = [breakable(text) for text in texts]
        self.endResetModel()

    def finding(self, row: int) -> Finding | None:
        """The finding of a row; None for a row that is not there."""
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        return 0 if parent.isValid() else len(self._findings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.row()]
        return None


class FindingsList(FittingList):
    """``entered_row`` is sent for the Enter key and a double click."""

    entered_row = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.doubleClicked.connect(self.entered_row)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_row.emit()
        else:
            super().keyPressEvent(event)


class FindingsPanel(QObject):
    """Drives the form's findings: they follow the open year, a little behind."""

    def __init__(self, session: Session, form: MemoTabUi, background: Background) -> None:
        super().__init__(form.outer)
        self._session = session
        self._checked: Case | None = None
        self._summary = form.findings_summary
        self._list = form.findings_list
        # The list goes before this, when the form goes.
        self._newest: LatestOnly[Checked] = LatestOnly(background, self._list)
        self._go = form.findings_go
        self._fix = form.findings_fix
        self._fix_text = form.findings_fix_text
        self._model = FindingsModel(self)
        self._list.setModel(self._model)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._check)
        self._go.clicked.connect(self._on_go)
        self._fix.clicked.connect(self._on_fix)
        self._list.entered_row.connect(self._on_go)
        self._list.selectionModel().currentChanged.connect(self._reflect)
        self._reflect()

    def follow(self) -> None:
        """Checks the year as it is now, unless that is what was checked last."""
        case = self._session.case
        if case is not None and case != self._checked:
            self._pause.start()
            self._reflect()

    def _check(self) -> None:
        case = self._session.case
        if case is not None:
            self._newest.ask(partial(_checked, case), self._show, self._on_failed)

    def _show(self, checked: Checked) -> None:
        from ita_desktop.domain.checks.finding import SEVERITY_WORDS, findings_count

        case, findings = checked
        before = self._current()
        self._checked = case
        texts = [f"{SEVERITY_WORDS[found.severity]} · {found.message}" for found in findings]
        self._model.show(findings, texts)
        self._summary.setText(findings_count(findings))
        if findings:
            same = [
                row
                for row, found in enumerate(findings)
                if before is not None and (found.rule, found.path) == (before.rule, before.path)
            ]
            self._list.setCurrentIndex(self._model.index(same[0] if same else 0))
        self._reflect()

    def _on_failed(self, error: ItaError) -> None:
        self._checked = None
        self._model.show((), ())
        self._summary.setText(str(error))
        self._reflect()

    def _current(self) -> Finding | None:
        return self._model.finding(self._list.currentIndex().row())

    def _reflect(self) -> None:
        for part in (self._list, self._go, self._fix):
            part.setVisible(self._model.rowCount() > 0)
        found = self._current()
        self._go.setEnabled(found is not None)
        fix = found.fix if found is not None else None
        # What has changed since may not be where the finding says.
        fresh = self._session.case == self._checked
        self._fix.setEnabled(fix is not None and fresh and not self._session.read_only)
        self._fix_text.setVisible(fix is not None)
        self._fix_text.setText(f"แก้ให้: {fix.label}" if fix is not None else "")

    def _on_go(self) -> None:
        found = self._current()
        if found is not None:
            self._session.show_place(parse_path(found.path))

    def _on_fix(self) -> None:
        from ita_desktop.domain.checks.table import RULES
        from ita_desktop.services.checks import mended

        found = self._current()
        if found is None:
            return
        self._session.commit()
        named = next(rule.summary for rule in RULES if rule.id == found.rule)
        place = parse_path(found.path)
        self._session.edit(f"แก้ตามผลตรวจ ({named})", lambda case: mended(case, found), place)


def _checked(case: Case) -> Checked:
    # Here, beside the window: the rules and their words take their time to import.
    from ita_desktop.services.checks import check_case

    return case, check_case(case)
