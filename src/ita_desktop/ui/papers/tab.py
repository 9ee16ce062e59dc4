"""The tab บันทึกข้อความ: the memo's fields beside the memo itself."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QAbstractButton, QToolButton, QWidget

from ita_desktop.domain.case import Round
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.services.paper_texts import composed_texts
from ita_desktop.services.papers import MadePaper
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.forms.memo_tab import MemoTabUi
from ita_desktop.ui.papers.findings import FindingsPanel
from ita_desktop.ui.papers.memo_field import MemoField
from ita_desktop.ui.papers.options import OptionsPanel
from ita_desktop.ui.papers.parts import MemoParts
from ita_desktop.ui.papers.preview import PreviewPanel
from ita_desktop.ui.papers.signed import SignedPanel
from ita_desktop.ui.papers.signing import SigningPanel
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab import Tab
from ita_desktop.ui.widgets.composed_text import ComposedText
from ita_desktop.ui.widgets.editors import ChoiceBox, LineEdit, TextEdit
from ita_desktop.ui.widgets.fields import Field
from ita_desktop.ui.widgets.labels import set_tooltip
from ita_desktop.ui.widgets.paragraph_edit import ParagraphEdit
from ita_desktop.ui.widgets.thai_date import ThaiDateEdit

EditorWidget = LineEdit | TextEdit | ChoiceBox | ThaiDateEdit

TYPING_PAUSE = 60
"""Milliseconds without a key after which the preview shows what is being typed."""

ROUNDS = (
    (None, "ทั้งปี (ทุกรอบ)"),
    (Round.SIX_MONTHS, f"รอบ {thai_number(6)} เดือน"),
    (Round.TWELVE_MONTHS, f"รอบ {thai_number(12)} เดือน"),
)

FIELDS: tuple[tuple[str, str, type[EditorWidget], str], ...] = (
    ("memo", "division", ParagraphEdit, "ส่วนราชการ"),
    ("memo", "number", LineEdit, "เลขที่บันทึก"),
    ("memo", "date", ThaiDateEdit, "วันที่ของบันทึก"),
    ("memo", "subject", ParagraphEdit, "เรื่อง"),
    ("memo", "recipient", ParagraphEdit, "ผู้รับ"),
    ("memo", "round", ChoiceBox, "รอบที่รายงาน"),
    ("memo", "measures_heading", ParagraphEdit, "หัวข้อตารางมาตรการ"),
    ("memo", "results_intro", TextEdit, "คำนำผลการดำเนินการ"),
    ("memo", "closing", TextEdit, "คำลงท้าย"),
    ("agency", "name", ParagraphEdit, "ชื่อหน่วยงาน"),
    ("agency", "short_name", LineEdit, "ชื่อย่อหน่วยงาน"),
    ("agency", "district", LineEdit, "อำเภอ"),
    ("agency", "province", LineEdit, "จังหวัด"),
    ("agency", "division", LineEdit, "ส่วนราชการเจ้าของเรื่อง"),
)
"""Part of the form, key there, kind of editor, and what the user calls it."""

COMPOSED = ("division", "subject", "recipient", "measures_heading", "results_intro", "closing")
"""Own texts of the memo, in whose absence the composed ones stand."""

SECTIONS = ("findings", "head", "signing", "texts", "agency", "words", "options", "signed")
_ROOM = 8
"""Pixels below a section that was opened."""
CLOSED = "memo.closed_sections"


class MemoTab(Tab):
    """Fields on the left, the produced PDF on the right."""

    title = "บันทึกข้อความ"
    help_page = "memo"
    entry = "memo_round"

    def __init__(self, session: Session, parts: MemoParts, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._ui = MemoTabUi(self)
        self._maker, self._settings = parts.maker, parts.settings
        self._year: str | None = None
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_PAUSE)
        self._typing.timeout.connect(self._request)
        self._sections = {name: self._ui.named(QToolButton, f"{name}_toggle") for name in SECTIONS}
        self._fields: dict[CasePath, Field] = {}
        self._make_fields()
        self._composed = {key: self._composed_text(key) for key in COMPOSED}
        self._preview = PreviewPanel(self._ui, parts.output)
        self._signing = SigningPanel(session, self._ui, self._edit_people)
        self._findings = FindingsPanel(session, self._ui, parts.maker.background)
        self._options = OptionsPanel(self._ui, parts.maker)
        self._signed = SignedPanel(
            session, self._ui, parts.maker, parts.output, self._preview, parts.signed
        )
        for field in (*self._fields.values(), *self._signing.fields):
            field.edited.connect(self._typing.start)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._preview.show_problem)
        self._maker.options_changed.connect(self._request_if_seen)
        for button in self.findChildren(QAbstractButton):
            if button.statusTip() and not button.toolTip():
                set_tooltip(button, button.statusTip())
        self._restore()

    # --- what every tab does -----------------------------------------------------------------

    def show_year(self) -> None:
        record = self.session.record
        if record is None:
            self._preview.clear()
            return
        if record.id != self._year:
            self._preview.show_draft()
        self._ui.memo_date.set_near(record.case.fiscal_year)
        case = record.case
        texts = composed_texts(case, memo_of(case), self._maker.options.digits)
        for name, composed in self._composed.items():
            composed.show(texts[name])
        self._signing.show()
        self._signed.show()
        self._findings.follow()
        if record.id == self._year:
            self._request()
        else:  # the tab is drawn first: two pieces of work at once hold each other up
            QTimer.singleShot(0, self, self._request)

    def show_place(self, place: CasePath) -> bool:
        if not place or place[0] not in ("papers", "agency", "words"):
            return False
        if place[0] == "papers" and place[2:3] == ("signatories",):
            self._open("signing")
            row = place[3] if len(place) > 3 and isinstance(place[3], int) else 0
            key = str(place[4]) if len(place) > 4 else ""
            self._signing.show_person(row, key)
        elif place[0] == "words":
            self._open("words")
            word = place[1] if len(place) > 1 and isinstance(place[1], int) else None
            self._ui.words.show_item(word)
        else:
            self._show_field(place)
        focused = self.focusWidget()
        if focused is not None:
            self._ui.fields_area.ensureWidgetVisible(focused)
        return True

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """From another tab, print and export are about the memo as it stands."""
        super().hideEvent(event)
        if not event.spontaneous() and self.window().isVisible():
            self._preview.show_draft()

    # --- the preview -------------------------------------------------------------------------

    def _request(self) -> None:
        """Has the memo made as it stands, with what is being typed."""
        case = self.session.case
        if case is None:
            return
        for field in (*self._fields.values(), *self._signing.fields):
            case = field.typed_in(case)
        self._maker.request(case)

    def _request_if_seen(self) -> None:
        if self.isVisible():
            self.show_year()
        else:
            self._stale = True

    def _on_made(self, memo: MadePaper) -> None:
        record = self.session.record
        if record is None:
            return
        other = record.id != self._year
        self._year = record.id
        self._preview.show_memo(memo.pdf, memo.warnings, from_start=other)

    # --- the fields --------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self._ui.memo_round.set_choices(ROUNDS)
        for name in ("results_intro", "closing"):
            self._ui.named(TextEdit, f"memo_{name}").set_lines(1, 8)
        for part, key, kind, called in FIELDS:
            editor = self._ui.named(kind, f"{part}_{key}")
            empty = "" if kind in (LineEdit, ParagraphEdit, TextEdit) else None
            step = f"แก้{called}"
            if part == "memo":
                inner = ("texts", key) if key in COMPOSED else (key,)
                self._fields[part, key] = MemoField(self.session, editor, step, inner, empty=empty)
            else:
                self._fields[part, key] = Field(
                    self.session, editor, step, (part, key), empty=empty
                )
        words = self._ui.words
        words.set_hint("เช่น ชื่อหมู่บ้าน ชื่อโครงการ")
        self._fields["words",] = Field(
            self.session, words, "แก้คำที่ไม่ให้ตัดบรรทัด", ("words",), empty=()
        )

    def _composed_text(self, key: str) -> ComposedText:
        editor = self._ui.named(TextEdit, f"memo_{key}")
        button = self._ui.named(QToolButton, f"memo_{key}_compose")
        called = next(called for part, name, _, called in FIELDS if (part, name) == ("memo", key))
        return ComposedText(self.session, editor, button, called, self._fields["memo", key])

    def _show_field(self, place: CasePath) -> None:
        part = "agency" if place[0] == "agency" else "memo"
        first = self._fields[part, "name" if part == "agency" else "subject"]
        field = self._fields.get((part, place[-1]), first)
        section = next(
            name
            for name in SECTIONS
            if self._ui.named(QWidget, f"{name}_box").isAncestorOf(field.widget)
        )
        self._open(section)
        field.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit_people(self) -> None:
        from ita_desktop.ui.papers.people import PeopleDialog

        PeopleDialog(self.session, self).show()

    # --- sections ----------------------------------------------------------------------------

    def _restore(self) -> None:
        """Sections as they were left; how wide the parts were, the window remembers."""
        closed = self._settings.text(CLOSED, "texts agency words options").split()
        for name, toggle in self._sections.items():
            toggle.toggled.connect(lambda shown, name=name: self._on_toggled(name, shown))
            toggle.setChecked(name not in closed)
            self._show_section(name, name not in closed)
        self._ui.splitter.setSizes([420, 640])

    def _open(self, section: str) -> None:
        self._sections[section].setChecked(True)

    def _on_toggled(self, name: str, shown: bool) -> None:
        self._show_section(name, shown)
        if shown:
            # When it has its place: what was opened shall be seen, not be below the edge.
            QTimer.singleShot(0, self, lambda: self._bring_into_sight(name))
        closed = [name for name, toggle in self._sections.items() if not toggle.isChecked()]
        self._settings.set_text(CLOSED, " ".join(closed))

    def _bring_into_sight(self, name: str) -> None:
        """Scrolls to a section's end, then back to its beginning where it is longer."""
        area = self._ui.fields_area
        box = self._ui.named(QWidget, f"{name}_box")
        area.ensureVisible(box.x(), box.geometry().bottom(), 0, _ROOM)
        area.ensureWidgetVisible(self._sections[name], 0, 0)

    def _show_section(self, name: str, shown: bool) -> None:
        self._ui.named(QWidget, f"{name}_box").setVisible(shown)
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self._sections[name].setArrowType(arrow)
