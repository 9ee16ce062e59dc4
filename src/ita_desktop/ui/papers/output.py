"""Takes the memo out of the program: to a printer, to a PDF file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog, QWidget

from ita_desktop.domain.paper_kinds import memo_of
from ita_desktop.errors import ItaError
from ita_desktop.services.file_names import paper_file_name
from ita_desktop.services.paper_options import Texts
from ita_desktop.services.viewer import open_in_viewer
from ita_desktop.ui.boxes import documents_folder
from ita_desktop.ui.papers.preview_worker import MemoMaker
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

FOLDER = "memo.folder"
PDF_FILTER = "PDF (*.pdf)"
NO_PRINTER = (
    "ยังไม่พบเครื่องพิมพ์ในเครื่องนี้ โปรดต่อหรือเพิ่มเครื่องพิมพ์ใน Windows ก่อน หรือส่งออกเป็น PDF แล้วนำไปพิมพ์ที่เครื่องอื่น"
)

Act = tuple[str, Callable[[], object]]
"""A button of a message, and what it does."""


class ShownPdf(NamedTuple):
    """A PDF to print or export; ``page`` in sight is counted from 0."""

    pdf: bytes
    file_name: str
    page: int = 0


class MemoOutput(QObject):
    """Prints and exports the memo of a session's open year, or what is shown in its place.

    ``told(str, tuple[Act, ...])`` carries what the user must read.
    """

    told = Signal(str, object)

    def __init__(
        self, session: Session, maker: MemoMaker, settings: Texts, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._maker = maker
        self._settings = settings
        self._page: Callable[[], int] = lambda: 0
        self._shown: ShownPdf | None = None
        self._window: QWidget | None = None
        self._failed = False

    def set_window(self, window: QWidget) -> None:
        """Says before which window dialogs stand."""
        self._window = window

    def set_shown(self, shown: ShownPdf | None) -> None:
        """From now on this PDF is printed and exported; None: the memo as it stands."""
        self._shown = shown

    def set_page_in_sight(self, page: Callable[[], int]) -> None:
        """Says how to learn which page the user looks at."""
        self._page = page

    def print_memo(self) -> None:
        """Prints after the system's own questions."""
        self._with_pdf(self._print)

    def export_memo(self) -> None:
        """Writes a PDF where the user says."""
        self._with_pdf(self._ask_where)

    def finish(self) -> bool:
        """Waits for what is being written; False, and told, where that failed."""
        self._failed = False
        self._maker.finish()
        return not self._failed

    # --- what it is about --------------------------------------------------------------------

    def _with_pdf(self, use: Callable[[ShownPdf], None]) -> None:
        if self._shown is not None:
            use(self._shown)
            return
        self._session.commit()
        case = self._session.case
        if case is None:
            return
        name = paper_file_name(case, memo_of(case))
        self._maker.make(self, case, lambda memo: use(ShownPdf(memo.pdf, name)), self._on_failed)

    def _on_failed(self, error: ItaError) -> None:
        self._failed = True
        self.told.emit(str(error), ())

    # --- printing ----------------------------------------------------------------------------

    def _print(self, shown: ShownPdf) -> None:
        # Printing is seldom, and its libraries are large.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinterInfo

        from ita_desktop.ui.papers.printing import a4_printer, page_count

        if not QPrinterInfo.availablePrinterNames():
            export: Act = ("ส่งออกเป็น PDF…", lambda: self._ask_where(shown))
            self.told.emit(NO_PRINTER, (export,))
            return
        printer = a4_printer(shown.file_name.removesuffix(".pdf"))
        dialog = QPrintDialog(printer, self._window)
        dialog.setMinMax(1, page_count(shown.pdf))
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if accepted:
            self._print_with(shown, printer)

    def _print_with(self, shown: ShownPdf, printer: QPrinter) -> None:
        from ita_desktop.ui.papers.printing import page_count, pages_to_print, print_pages

        pages = pages_to_print(printer, page_count(shown.pdf), self._page())
        if printer.outputFileName() and pages == list(range(page_count(shown.pdf))):
            # A file is asked for: it gets the PDF as it is, not a picture of it.
            self.export(shown.pdf, Path(printer.outputFileName()))
            return
        progress = QProgressDialog("กำลังพิมพ์…", "หยุดพิมพ์", 0, len(pages), self._window)
        progress.setWindowTitle("พิมพ์บันทึกข้อความ")
        progress.setWindowModality(Qt.WindowModality.WindowModal)

        def on_page(done: int) -> bool:
            progress.setValue(done)
            return not progress.wasCanceled()

        try:
            finished = print_pages(shown.pdf, printer, pages, on_page)
        except ItaError as error:
            self._on_failed(error)
        else:
            told = "ส่งไปที่เครื่องพิมพ์แล้ว" if finished else "หยุดพิมพ์แล้ว หน้าที่ส่งไปแล้วอาจยังพิมพ์ออกมา"
            self.told.emit(told, ())
        finally:
            progress.close()
            progress.deleteLater()

    # --- exporting ---------------------------------------------------------------------------

    def _ask_where(self, shown: ShownPdf) -> None:
        self.save_as("ส่งออกเป็น PDF", PDF_FILTER, shown.pdf, shown.file_name)

    def save_as(self, title: str, kind: str, data: bytes, name: str) -> None:
        """Writes data where the user says; ``kind`` is the dialog's filter."""
        dialog = QFileDialog(self._window, title, filter=kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog adds the suffix itself, so that it can ask before replacing a file.
        dialog.setDefaultSuffix(Path(name).suffix[1:])
        dialog.setDirectory(str(self._folder()))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.export(data, Path(chosen)))
        dialog.open()

    def export(self, data: bytes, file: Path) -> None:
        """Writes a file beside the window and tells how it went."""
        from ita_desktop.services.papers import export_file

        self._maker.background.run_for(
            self, partial(export_file, data, file), self._on_exported, self._on_failed
        )

    def _on_exported(self, file: Path) -> None:
        self._settings.set_text(FOLDER, str(file.parent))
        self.told.emit(
            f"ส่งออกแล้ว: {file}",
            (
                ("เปิดไฟล์", partial(self.open_file, file)),
                ("เปิดโฟลเดอร์", partial(self.open_file, file.parent)),
            ),
        )

    def open_file(self, file: Path) -> None:
        """Opens a file or a folder with the user's own program."""
        try:
            open_in_viewer(file)
        except ItaError as error:
            self._on_failed(error)

    def _folder(self) -> Path:
        """Where the last PDF went, else the user's documents."""
        kept = self._settings.text(FOLDER)
        return Path(kept) if kept and Path(kept).is_dir() else documents_folder()
