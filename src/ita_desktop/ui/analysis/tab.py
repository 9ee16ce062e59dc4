"""The tab วิเคราะห์ตัวชี้วัด: the year's scores, what they mean, and the opening that follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QPushButton,
    QWidget,
)

from ita_desktop.domain.analysis import YearAnalysis
from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.score_parts import with_year
from ita_desktop.errors import ItaError
from ita_desktop.services.advice import advice_of
from ita_desktop.services.analysis import analyse_case
from ita_desktop.services.assessment import YearView, parts_of, view_of
from ita_desktop.services.frameworks import copy_framework
from ita_desktop.thai.digits import thai_number, to_thai_digits
from ita_desktop.ui.analysis.charts_panel import ChartsPanel, Subject
from ita_desktop.ui.analysis.earlier import EarlierYears
from ita_desktop.ui.analysis.improve_panel import ImprovePanel
from ita_desktop.ui.analysis.opening_panel import OpeningPanel
from ita_desktop.ui.analysis.scores_dialog import ScoresDialog
from ita_desktop.ui.analysis.scores_model import ScoreColumn
from ita_desktop.ui.analysis.scores_panel import ScoresPanel
from ita_desktop.ui.background import Background
from ita_desktop.ui.forms.analysis_tab import AnalysisTabUi
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.widgets.fields import Field

ASSESSMENT_YEAR: CasePath = ("assessment", "year")
FISCAL_YEAR: CasePath = ("fiscal_year",)


LARGER = 1.2
"""The level's letters, over those of the window."""

SCORE_FILES = "ไฟล์คะแนน (*.xlsx *.csv *.html *.htm *.txt *.tsv *.xls *.json);;ทุกไฟล์ (*)"


_SCORE_ENDS = (".xlsx", ".csv", ".html", ".htm", ".txt", ".tsv", ".xls")


def _score_file(mime: QMimeData) -> str:
    """The one file of scores that is dropped; ``""`` for anything else."""
    urls = mime.urls()
    path = urls[0].toLocalFile() if len(urls) == 1 else ""
    return path if path.lower().endswith(_SCORE_ENDS) else ""


class _YearField(Field):
    """The year of the assessment: with another year come the other year's names."""

    def writing(self, value: int) -> Callable[[Case], Case]:
        def change(case: Case) -> Case:
            other = case._replace(assessment=case.assessment._replace(year=value))
            return with_year(case, value, parts_of(case), parts_of(other))

        return change


class AnalysisTab(Tab):
    """The scores of the open year and all that follows from them."""

    title = "วิเคราะห์ตัวชี้วัด"
    help_page = "analysis"
    entry = "scores"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        # Qt tells of the font while the form is not there yet.
        self._is_made = False
        super().__init__(session, parent)
        self._ui = AnalysisTabUi(self)
        self._view = YearView((), {})
        self._earlier = EarlierYears(session)
        self._shown_id: str | None = None
        self._background = Background(self)
        self._views = self._ui.views
        self._year = self._ui.assessment_year
        self._fiscal_year = self._ui.fiscal_year
        Field(session, self._fiscal_year, "แก้ปีงบประมาณ", FISCAL_YEAR, empty=2550)
        _YearField(session, self._year, "แก้ปีที่ประเมิน", ASSESSMENT_YEAR, empty=2550)
        self.scores = ScoresPanel(session, self._ui)
        self.opening = OpeningPanel(session, self._ui)
        self._improve = ImprovePanel(self._ui.improve_contents)
        self._charts = ChartsPanel(self._ui.charts_contents, self._background, self._subject)
        self.setAcceptDrops(True)
        self._set_look()
        self._improve.part_wanted.connect(self.scores.go_to_part)
        self._views.currentChanged.connect(self._charts.seen)
        self._ui.framework_button.clicked.connect(self._copy_framework)
        self._ui.paste_button.clicked.connect(self._paste_table)
        self._ui.open_button.clicked.connect(self._choose_file)
        self.scores.table_pasted.connect(self._import_pasted)
        session.years_changed.connect(self._on_years_changed)
        self._is_made = True

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and self._is_made:
            self._set_level_font()
            self.scores.font_changed()

    def _set_level_font(self) -> None:
        font = QFont(self.font())
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * LARGER)
        self._ui.level_text.setFont(font)

    def _set_look(self) -> None:
        self._set_level_font()
        splitter = self._ui.splitter
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)

    # --- showing -------------------------------------------------------------------------------

    def show_year(self) -> None:
        record = self.session.record
        if record is None:
            return
        case = record.case
        if record.id != self._shown_id:
            # What was changed in the year that was open before is not known here.
            self._earlier.forget()
            self._shown_id = record.id
        past = self._earlier.cases(1)
        self._view = view_of(case, past[0] if past else None)
        self._show_buttons()
        self.scores.show(self._view, self.opening.opening_of(case).numbers, record.id)
        self._show_framework()
        advice = advice_of(self._view)
        self._ui.level_text.setText(advice.level)
        self._ui.level_reason.setText(advice.reason)
        self._improve.show(advice, self._view.before)
        self.opening.show(case)
        self._charts.changed()

    def _on_years_changed(self) -> None:
        self._earlier.forget()
        self._on_changed()

    def _show_buttons(self) -> None:
        for name in ("paste_button", "open_button"):
            self._ui.named(QPushButton, name).setEnabled(not self.session.read_only)

    def _show_framework(self) -> None:
        """Says that the year has no framework, and offers the nearest one."""
        view = self._view
        self._ui.framework_frame.setVisible(bool(view.problem))
        button = self._ui.framework_button
        nearest = view.nearest
        button.setVisible(nearest is not None)
        if nearest is not None:
            button.setText(f"ใช้เกณฑ์ปี {thai_number(nearest)} เป็นต้นแบบ")
            year = thai_number(self._year.value())
            text = (
                f"ยังไม่มีเกณฑ์การประเมินของปี {year} พิมพ์คะแนนรายตัวชี้วัดไว้ก่อนได้ "
                f"หากเกณฑ์คล้ายปี {thai_number(nearest)} ให้กดปุ่มนี้ แล้วโปรดตรวจกับคู่มือ ป.ป.ช."
            )
        else:
            text = to_thai_digits(view.problem)
        self._ui.framework_text.setText(text)

    def show_place(self, place: CasePath) -> bool:
        """Shows a score, the choice, the opening paragraph or a year."""
        if place == ASSESSMENT_YEAR:
            self._year.setFocus()
        elif place[:1] == FISCAL_YEAR:
            self._fiscal_year.setFocus()
        elif place[:2] == ("analysis", "opening"):
            self._views.setCurrentIndex(1)
            self.opening.editor.setFocus()
            self._ui.opening_area.ensureWidgetVisible(self.opening.editor)
        elif place[:1] == ("analysis",):
            self._show_focus()
        elif place[:1] == ("assessment",):
            self.scores.go_to(place)
        else:
            return False
        return True

    def _show_focus(self) -> None:
        case = self.session.case
        chosen = case.analysis.focus if case is not None else ()
        self.scores.go_to_part(chosen[0] if chosen else "", ScoreColumn.FOCUS)

    # --- tables of scores ----------------------------------------------------------------------

    def _paste_table(self) -> None:
        # An empty clipboard may have no data object at all.
        self._import_pasted(QGuiApplication.clipboard().mimeData() or QMimeData())

    def _import_pasted(self, mime: QMimeData) -> None:
        """Looks through what was pasted; a form that the clipboard does not have is empty."""
        dialog = self._dialog()
        if dialog is not None:
            text, page = mime.text() if mime.hasText() else "", mime.html()
            dialog.read_pasted((text, page))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, "เปิดไฟล์คะแนน", filter=SCORE_FILES)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.import_file)
        dialog.open()

    def import_file(self, path: str) -> None:
        """Looks through a file of scores."""
        dialog = self._dialog()
        if dialog is not None:
            dialog.read_file(Path(path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Takes a file of scores; other files are the window's."""
        if not self.session.read_only and _score_file(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        self.import_file(_score_file(event.mimeData()))
        event.acceptProposedAction()

    def _dialog(self) -> ScoresDialog | None:
        """A dialog for the open year; None, and told, where scores cannot be read for it."""
        self.session.commit()
        case = self.session.case
        if case is None:
            return None
        if self._view.analysis is None:
            self.session.tell(
                "ปีนี้ยังไม่มีเกณฑ์การประเมิน จึงยังอ่านตารางคะแนนไม่ได้ "
                "โปรดใช้เกณฑ์ปีใกล้เคียงเป็นต้นแบบก่อน หรือพิมพ์คะแนนเอง"
            )
            return None
        dialog = ScoresDialog(self.session, case, self._background, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    # --- the years -----------------------------------------------------------------------------

    def _copy_framework(self) -> None:
        """Makes the nearest year's framework the user's own for this year."""
        nearest = self._view.nearest
        if nearest is None:
            return
        try:
            copied = copy_framework(nearest, self._year.value())
        except ItaError as error:
            self.session.tell(str(error))
            return
        self.session.tell(
            f"ใช้เกณฑ์ปี {thai_number(nearest)} เป็นต้นแบบของปี {thai_number(self._year.value())} แล้ว "
            f"แก้ได้ที่ไฟล์ {copied} โปรดตรวจกับคู่มือ ป.ป.ช."
        )
        self.show_year()

    def _subject(self) -> Subject | None:
        """What the charts show: the year beside the earlier ones that have a framework."""
        if self._view.analysis is None or not self._view.analysis.scores.exact:
            return None
        past: list[YearAnalysis] = []
        for case in self._earlier.cases():
            try:
                past.append(analyse_case(case))
            except ItaError:  # a year without its framework cannot stand beside the others
                continue
        return self._view.analysis, tuple(past)
