"""The frozen copies of a year: made, looked at, with the scan of the paper, taken out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QMenu,
    QPushButton,
    QWidget,
)

from ita_desktop.domain.case import Case
from ita_desktop.domain.paper_kinds import memo_of, memo_place, with_memo
from ita_desktop.domain.records import SignedPaper, StoredFile
from ita_desktop.errors import ItaError
from ita_desktop.services.signed_papers import (
    SignedPapers,
    number_is_open,
    with_scan,
    with_signed,
    without_signed,
)
from ita_desktop.thai.dates import long_date
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.screen import breakable
from ita_desktop.ui.forms.signed_dialog import SignedDialogUi
from ita_desktop.ui.papers.output import PDF_FILTER, MemoOutput
from ita_desktop.ui.papers.preview import PreviewPanel
from ita_desktop.ui.papers.preview_worker import MemoMaker
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.fitting_list import FittingList

if TYPE_CHECKING:
    from ita_desktop.services.papers import MadePaper
    from ita_desktop.ui.forms.memo_tab import MemoTabUi

Answer = TypeVar("Answer")
CASE_FILTER = "ไฟล์ข้อมูล (*.json)"
SCAN_FILTER = "ไฟล์สแกน (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;ทุกไฟล์ (*)"


class SignedDialog(QDialog):
    """Asks for the number and the date that the signed paper bears."""

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = SignedDialogUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._case = case
        self._number = self._ui.number
        self._date = self._ui.date
        self._hint = self._ui.hint
        buttons = self._ui.buttons
        self._keep = buttons.addButton("เก็บฉบับนี้", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._number.set_value(memo_of(case).number)
        self._date.set_near(case.fiscal_year)
        self._date.set_value(memo_of(case).date)
        self._number.textChanged.connect(self._reflect)
        self._date.edited.connect(self._reflect)
        self._reflect()

    def signed_case(self) -> Case:
        """The case with the number and the date of the paper."""
        memo = memo_of(self._case)._replace(
            number=self._number.value().strip(), date=self._date.value()
        )
        return with_memo(self._case, memo)

    def _reflect(self) -> None:
        open_number = number_is_open(self._number.value())
        no_date = self._date.value() is None
        if open_number:
            self._hint.setText("โปรดใส่เลขที่ให้ครบตามที่ออกเลขแล้ว")
        elif no_date:
            self._hint.setText("โปรดใส่วันที่ของบันทึก")
        else:
            self._hint.setText("เลขที่และวันที่นี้จะเป็นของบันทึกปีนี้ด้วย")
        self._keep.setEnabled(not open_number and not no_date)


class SignedList(FittingList):
    """Frozen copies, one a row. ``looked`` is sent for the Enter key and a double click."""

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = QStringListModel(self)
        self.setModel(self._texts)
        self.setEditTriggers(FittingList.EditTrigger.NoEditTriggers)
        self.doubleClicked.connect(self.looked)

    def texts(self) -> list[str]:
        """The rows as they are shown."""
        return self._texts.stringList()

    def show_texts(self, texts: list[str]) -> None:
        """Shows other rows; the same row stays chosen, as far as there is one."""
        row = self.row()
        self._texts.setStringList(texts)
        self.choose(min(max(row, 0), len(texts) - 1))

    def row(self) -> int:
        """The row that is chosen; -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Chooses a row."""
        self.setCurrentIndex(self._texts.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.looked.emit()
        else:
            super().keyPressEvent(event)


class SignedPanel(QObject):
    """Drives the form's list of frozen copies."""

    def __init__(
        self,
        session: Session,
        form: MemoTabUi,
        maker: MemoMaker,
        output: MemoOutput,
        preview: PreviewPanel,
        signed: SignedPapers,
    ) -> None:
        super().__init__(form.outer)
        self._session, self._ui = session, form
        self._maker, self._output, self._preview = maker, output, preview
        self._signed = signed
        self._shown: tuple[SignedPaper, ...] = ()
        self._list = form.signed_list
        self._buttons = {
            name: form.named(QPushButton, name)
            for name in (
                "signed_make",
                "signed_show",
                "signed_export",
                "signed_scan",
                "signed_open_scan",
                "signed_remove",
            )
        }
        for name, slot in (
            ("signed_make", self._ask),
            ("signed_show", self._look),
            ("signed_scan", self._ask_scan),
            ("signed_open_scan", self._open_scan),
            ("signed_remove", self._remove),
        ):
            self._buttons[name].clicked.connect(slot)
        menu = QMenu(form.outer)
        menu.addAction("PDF…", self._export_pdf)
        menu.addAction("ไฟล์ข้อมูล (.json)…", self._export_case)
        self._buttons["signed_export"].setMenu(menu)
        self._list.looked.connect(self._look)
        self._list.selectionModel().currentChanged.connect(self._reflect)

    def show(self) -> None:
        """Shows the copies of the open year."""
        record = self._session.record
        signed = record.signed if record is not None else ()
        if signed != self._shown:
            self._shown = signed
            self._list.show_texts([_row_text(final) for final in signed])
        frozen = self._preview.frozen
        if frozen is not None and frozen.final.pdf not in [final.pdf for final in signed]:
            self._preview.show_draft()
        self._reflect()

    # --- what the user does ------------------------------------------------------------------

    def _ask(self) -> None:
        self._session.commit()
        case = self._session.case
        if case is not None:
            dialog = SignedDialog(case, self._ui.outer)
            dialog.accepted.connect(lambda: self._make(dialog.signed_case()))
            dialog.open()

    def _make(self, case: Case) -> None:
        self._maker.make(self, case, self._archive, self._fail)

    def _archive(self, memo: MadePaper) -> None:
        final = self._tried(partial(self._signed.archive, memo))
        if final is not None and self._session.edit_record(
            "เก็บฉบับลงนาม",
            lambda record: with_signed(record, final),
            memo_place(memo.order.case, "number"),
        ):
            self._list.choose(len(self._shown) - 1)
            self._session.tell(f"เก็บฉบับลงนาม ที่ {final.number} แล้ว การแก้ไขภายหลังไม่เปลี่ยนฉบับนี้")

    def _look(self) -> None:
        final, case = self._current(), self._session.case
        if final is not None and case is not None:
            copy = self._tried(partial(self._signed.copy, final, case))
            if copy is not None:
                self._preview.show_frozen(copy)

    def _export_pdf(self) -> None:
        final, case = self._current(), self._session.case
        if final is not None and case is not None:
            copy = self._tried(partial(self._signed.copy, final, case))
            if copy is not None:
                self._output.save_as("ส่งออกฉบับลงนาม", PDF_FILTER, copy.pdf, copy.file_name)

    def _export_case(self) -> None:
        final, case = self._current(), self._session.case
        if final is not None and case is not None:
            copy = self._tried(partial(self._signed.copy, final, case))
            data = self._tried(partial(self._signed.case_file, final))
            if copy is not None and data is not None:
                name = copy.file_name.removesuffix(".pdf") + ".json"
                self._output.save_as("ส่งออกข้อมูลของฉบับลงนาม", CASE_FILTER, data, name)

    def _ask_scan(self) -> None:
        final = self._current()
        if final is None:
            return
        dialog = QFileDialog(self._ui.outer, "แนบไฟล์สแกนของฉบับที่ลงนาม", filter=SCAN_FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self._attach(final, Path(name)))
        dialog.open()

    def _attach(self, final: SignedPaper, source: Path) -> None:
        """Copies the scan beside the window: it may be large or on a slow stick."""
        opened = self._session.record

        def kept(scan: StoredFile) -> None:
            record = self._session.record
            if opened is not None and record is not None and record.id == opened.id:
                self._session.edit_record(
                    "แนบสแกนฉบับลงนาม", lambda record: with_scan(record, final, scan)
                )

        self._maker.background.run_for(
            self, partial(self._signed.keep_scan, source), kept, self._fail
        )

    def _open_scan(self) -> None:
        final = self._current()
        if final is not None:
            path = self._tried(partial(self._signed.scan, final))
            if path is not None:
                self._output.open_file(path)

    def _remove(self) -> None:
        final = self._current()
        if final is not None:
            self._session.edit_record(
                "เอาฉบับลงนามออก", lambda record: without_signed(record, final)
            )

    # --- how it is done ----------------------------------------------------------------------

    def _current(self) -> SignedPaper | None:
        row = self._list.row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _tried(self, operation: Callable[[], Answer]) -> Answer | None:
        try:
            return operation()
        except ItaError as error:
            self._fail(error)
            return None

    def _fail(self, error: ItaError) -> None:
        self._session.tell(str(error))

    def _reflect(self) -> None:
        final = self._current()
        writable = not self._session.read_only
        self._list.setVisible(bool(self._shown))
        for name, button in self._buttons.items():
            if name != "signed_make":
                button.setVisible(bool(self._shown))
        self._buttons["signed_make"].setEnabled(writable and self._session.record is not None)
        self._buttons["signed_show"].setEnabled(final is not None)
        self._buttons["signed_export"].setEnabled(final is not None)
        self._buttons["signed_scan"].setEnabled(writable and final is not None)
        self._buttons["signed_open_scan"].setEnabled(final is not None and final.scan is not None)
        self._buttons["signed_remove"].setEnabled(writable and final is not None)


def _row_text(final: SignedPaper) -> str:
    months = f" รอบ {thai_number(int(final.round))} เดือน" if final.round is not None else ""
    date = f" ลงวันที่ {long_date(final.date)}" if final.date is not None else ""
    scan = "\nแนบสแกนแล้ว" if final.scan is not None else ""
    return breakable(f"ที่ {final.number}{date}{months}{scan}")
