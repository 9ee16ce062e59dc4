"""What is chosen to improve and the paragraph that follows from it, beside the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.services.focus import Opening, opening_of
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.fields import Field

if TYPE_CHECKING:
    from ita_desktop.ui.forms.analysis_tab import AnalysisTabUi

OPENING: CasePath = ("analysis", "opening")
FOCUS: CasePath = ("analysis", "focus")

_LONGEST = 30
"""Lines of the paragraph before its box scrolls for itself: the page scrolls too."""


class OpeningPanel(QObject):
    """Drives the page of the opening paragraph in the tab's form."""

    def __init__(self, session: Session, form: AnalysisTabUi) -> None:
        super().__init__(form.outer)
        self._session = session
        self._made: tuple[Case, Opening] | None = None
        self._heading = form.focus_heading
        self._lines = form.focus_lines
        self._state = form.opening_state
        self._focus_default = form.focus_default
        self._opening_default = form.opening_default
        self.editor = form.opening
        self.editor.set_lines(6, _LONGEST)
        self._field = Field(
            session, self.editor, "แก้ย่อหน้าแรก", OPENING, shown=self._shown, kept=self._kept
        )
        self._focus_default.clicked.connect(self._drop_focus)
        self._opening_default.clicked.connect(self._drop_opening)

    def show(self, case: Case) -> None:
        """Shows the choice and whose words the paragraph is."""
        opening = self.opening_of(case)
        own_focus, own_text = bool(case.analysis.focus), bool(case.analysis.opening)
        if own_focus:
            heading = "เรื่องที่เลือกพัฒนา (ติ๊กในตาราง) จะพิมพ์ต่อจากย่อหน้าแรกดังนี้"
        elif opening.lines:
            heading = (
                "ยังไม่ได้เลือกเรื่องที่จะพัฒนา จึงใช้ตัวชี้วัดที่ต่ำที่สุด ดังนี้ หากต้องการเรื่องอื่น ให้ติ๊กช่อง “พัฒนา” ในตาราง"
            )
        else:
            heading = "ยังไม่ได้เลือกเรื่องที่จะพัฒนา ให้ติ๊กช่อง “พัฒนา” ในตาราง"
        self._heading.setText(heading)
        self._lines.setText("\n".join(f"–  {line}" for line in opening.lines))
        self._lines.setVisible(bool(opening.lines))
        writable = not self._session.read_only
        self._focus_default.setVisible(own_focus)
        self._focus_default.setEnabled(writable)
        self._opening_default.setVisible(own_text)
        self._opening_default.setEnabled(writable)
        self._state.setText(
            "เป็นข้อความที่ท่านแก้เอง จึงไม่เปลี่ยนตามคะแนนและเรื่องที่เลือก"
            if own_text
            else "โปรแกรมเรียบเรียงให้จากคะแนนและเรื่องที่เลือก แก้ได้ตามต้องการ"
        )
        self._field.refresh()

    def _shown(self, own: str) -> str:
        return own or self._composed()

    def _kept(self, text: str) -> str:
        """What is stored: nothing where the words are the program's, or none are left."""
        return "" if text.strip() in ("", self._composed()) else text

    def opening_of(self, case: Case) -> Opening:
        """The opening that follows from a case; made once for each."""
        if self._made is None or self._made[0] is not case:
            self._made = case, opening_of(case)
        return self._made[1]

    def _composed(self) -> str:
        case = self._session.case
        return "" if case is None else self.opening_of(case).composed

    def _drop_focus(self) -> None:
        self._session.commit()
        self._session.edit(
            "กลับไปใช้ตัวชี้วัดที่ต่ำที่สุด",
            lambda case: case._replace(analysis=case.analysis._replace(focus=())),
            FOCUS,
        )

    def _drop_opening(self) -> None:
        self._session.commit()
        self._session.edit(
            "กลับไปใช้ย่อหน้าแรกที่โปรแกรมเรียบเรียง",
            lambda case: case._replace(analysis=case.analysis._replace(opening="")),
            OPENING,
        )
