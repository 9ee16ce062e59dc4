"""The program's window: opens a case, shows its memo, exports it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QSpinBox,
    QStackedWidget,
    QToolBar,
    QWidget,
)

from ita_desktop.errors import ItaError
from ita_desktop.services.preview import MemoPreview, OpenMemo, export_pdf
from ita_desktop.ui.background import Background
from ita_desktop.ui.forms import child, load_form
from ita_desktop.ui.memo_view import MemoView
from ita_desktop.ui.message_bar import MessageBar

PROGRAM = "ita-desktop"
CASE_FILTER = "ไฟล์ข้อมูล ita-case (*.json)"
PDF_FILTER = "PDF (*.pdf)"

DIALOG_LABELS = {
    QFileDialog.DialogLabel.LookIn: "ที่อยู่:",
    QFileDialog.DialogLabel.FileName: "ชื่อไฟล์:",
    QFileDialog.DialogLabel.FileType: "ชนิด:",
    QFileDialog.DialogLabel.Reject: "ยกเลิก",
}
"""For Qt's own dialog, which speaks no Thai; the one of Windows keeps its own words."""


class MainWindow(QMainWindow):
    """One case at a time. Reading, setting and writing run beside the window."""

    def __init__(self, preview: MemoPreview) -> None:
        super().__init__()
        load_form(self, "main_window.ui")
        self._preview = preview
        self._shown: OpenMemo | None = None
        self._opening = 0
        self._export_failed = False
        self._background = Background(self)
        self._messages = MessageBar(self)
        self._view = child(self, MemoView, "memo_view")
        self._pages = child(self, QStackedWidget, "pages")
        self._page_box = self._add_page_box()
        self._status = QLabel()
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self.statusBar().addWidget(self._status)
        self._connect()
        self._reflect()

    # --- what the user does ------------------------------------------------------------

    def open_case(self, file: Path) -> None:
        """Opens a case file; its memo appears when it is ready."""
        self._open(partial(self._preview.open_case, file))

    def open_sample(self) -> None:
        """Opens the built-in sample."""
        self._open(self._preview.open_sample)

    def ask_for_case(self) -> None:
        """Lets the user choose a case file and opens it."""
        dialog = QFileDialog(self, "เปิดไฟล์ข้อมูล", filter=CASE_FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        self._ask(dialog, "เปิด", self.open_case)

    def ask_for_export(self) -> None:
        """Lets the user name a PDF and writes the memo that is shown."""
        if self._shown is None:
            return
        name = self._shown.file.stem if self._shown.file else "บันทึกข้อความ-ตัวอย่าง"
        dialog = QFileDialog(self, "ส่งออกเป็น PDF", filter=PDF_FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog adds the suffix itself, so that it can ask before replacing a file.
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(str(_documents()))
        dialog.selectFile(f"{name}.pdf")
        self._ask(dialog, "ส่งออก", self.export)

    def export(self, file: Path) -> None:
        """Writes the memo that is shown to ``file``."""
        if self._shown is not None:
            work = partial(export_pdf, self._shown.memo, file)
            self._background.run(work, self._on_exported, self._on_export_failed)

    # --- how it goes on ----------------------------------------------------------------

    def _open(self, work: Callable[[], OpenMemo]) -> None:
        self._opening += 1
        number = self._opening
        self._background.run(
            work, partial(self._on_opened, number), partial(self._on_open_failed, number)
        )

    def _on_opened(self, number: int, opened: OpenMemo) -> None:
        if number != self._opening:
            return  # another case has been asked for since
        self._messages.clear()
        self._shown = opened
        try:
            self._view.show_pdf(opened.memo.pdf)
        except ItaError as error:
            self._messages.tell(str(error))
        else:
            if opened.memo.warnings:
                self._messages.tell("\n".join(opened.memo.warnings))
        self._reflect()

    def _on_open_failed(self, number: int, error: ItaError) -> None:
        if number == self._opening:
            self._messages.tell(str(error))

    def _on_exported(self, file: Path) -> None:
        self._status.setText(f"ส่งออกแล้ว: {file}")

    def _on_export_failed(self, error: ItaError) -> None:
        self._export_failed = True
        self._messages.tell(str(error))

    def _on_busy(self, busy: bool) -> None:
        if busy:
            self._status.setText("กำลังทำงาน…")
        else:
            self._reflect_status()

    def _on_page_changed(self, page: int, count: int) -> None:
        self._page_box.blockSignals(True)
        self._page_box.setRange(1, max(1, count))
        self._page_box.setSuffix(f" / {count}" if count else "")
        self._page_box.setValue(page + 1)
        self._page_box.blockSignals(False)
        self._action("action_previous_page").setEnabled(page > 0)
        self._action("action_next_page").setEnabled(page + 1 < count)

    def _reflect_zoom(self) -> None:
        mode = self._view.zoomMode()
        self._action("action_fit_width").setChecked(mode is MemoView.ZoomMode.FitToWidth)
        self._action("action_fit_page").setChecked(mode is MemoView.ZoomMode.FitInView)

    # --- the widgets -------------------------------------------------------------------

    def _action(self, name: str) -> QAction:
        return child(self, QAction, name)

    def _add_page_box(self) -> QSpinBox:
        """The page number between the two page actions; Designer's tool bars hold no widgets."""
        box = QSpinBox(self)
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setAccessibleName("หน้า")
        box.setToolTip("ไปยังหน้าที่")
        box.setKeyboardTracking(False)
        box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        toolbar = child(self, QToolBar, "toolbar")
        toolbar.insertWidget(self._action("action_next_page"), box)
        return box

    def _connect(self) -> None:
        view = self._view
        for name, slot in {
            "action_open": self.ask_for_case,
            "action_sample": self.open_sample,
            "action_export": self.ask_for_export,
            "action_quit": self.close,
            "action_zoom_in": view.zoom_in,
            "action_zoom_out": view.zoom_out,
            "action_fit_width": view.fit_width,
            "action_fit_page": view.fit_page,
            "action_previous_page": view.go_to_previous_page,
            "action_next_page": view.go_to_next_page,
        }.items():
            self._action(name).triggered.connect(slot)
        view.page_changed.connect(self._on_page_changed)
        view.zoomModeChanged.connect(self._reflect_zoom)
        for name in ("action_fit_width", "action_fit_page"):
            # A click unchecks what is checked, while the view has nothing to change.
            self._action(name).triggered.connect(self._reflect_zoom)
        self._page_box.valueChanged.connect(lambda page: view.go_to_page(page - 1))
        self._background.busy.connect(self._on_busy)

    def _reflect(self) -> None:
        """Makes the window show whether a case is open, and which."""
        shown = self._shown
        for name in ("export", "zoom_in", "zoom_out", "fit_width", "fit_page"):
            self._action(f"action_{name}").setEnabled(shown is not None)
        self._page_box.setEnabled(shown is not None)
        self._on_page_changed(
            max(0, self._view.pageNavigator().currentPage()), self._view.page_count()
        )
        self._reflect_zoom()
        page = "empty_page" if shown is None else "memo_view"
        self._pages.setCurrentWidget(child(self, QWidget, page))
        if shown is None:
            self.setWindowTitle(PROGRAM)
        else:
            self.setWindowTitle(f"{shown.file.name if shown.file else 'ตัวอย่าง'} — {PROGRAM}")
        self._reflect_status()

    def _reflect_status(self) -> None:
        shown = self._shown
        self._status.setText(f"{shown.case.agency.name} · {shown.memo.pages} หน้า" if shown else "")

    def _ask(self, dialog: QFileDialog, accept: str, chosen: Callable[[Path], None]) -> None:
        for label, text in {**DIALOG_LABELS, QFileDialog.DialogLabel.Accept: accept}.items():
            dialog.setLabelText(label, text)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: chosen(Path(name)))
        dialog.open()

    # --- Qt's own ----------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802 - Qt's name
        if _dropped_file(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        file = _dropped_file(event)
        if file is not None:
            event.acceptProposedAction()
            self.open_case(file)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Waits for an export that is being written and stays when it fails."""
        self._export_failed = False
        self._background.finish()
        if self._export_failed:
            event.ignore()
        else:
            super().closeEvent(event)


def _documents() -> Path:
    """Where PDFs go unless the user says otherwise: Documents, or home where there is none."""
    place = QStandardPaths.StandardLocation
    documents = Path(QStandardPaths.writableLocation(place.DocumentsLocation))
    if documents.is_dir():
        return documents
    return Path(QStandardPaths.writableLocation(place.HomeLocation))


def _dropped_file(event: QDropEvent) -> Path | None:
    """The one local file that is dropped; None when it is something else."""
    urls = event.mimeData().urls()
    if len(urls) == 1 and urls[0].isLocalFile():
        return Path(urls[0].toLocalFile())
    return None
