"""Brings years in and takes them away as case files: by menu, by dropping, by a second start."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox

from ita_desktop.domain.case import Case
from ita_desktop.domain.records import YearSummary
from ita_desktop.quoting import quoted
from ita_desktop.services.case_files import (
    SUFFIX,
    SUFFIXES,
    ReadCases,
    case_file_name,
    export_case,
    is_same_case,
    read_cases,
    same_years,
)
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.background import Background
from ita_desktop.ui.boxes import documents_folder, plain_box
from ita_desktop.ui.main_window import MainWindow

_FILTER = f"ไฟล์ข้อมูลหนึ่งปี ({' '.join('*' + suffix for suffix in SUFFIXES)})"


_WAYS = "รวม: เติมสิ่งที่มีในไฟล์ลงในปีที่มี ช่องที่ไม่เหมือนกันจะถามก่อน\nแทน: ใช้ข้อมูลในไฟล์แทนทั้งปี\nทุกทางเลิกทำได้"


class _Known(NamedTuple):
    """A file whose year is here already; ``name`` is that of the step."""

    name: str
    case: Case
    year_id: str


class CaseFileCommands(QObject):
    """Each year that comes in is one step, which can be taken back."""

    def __init__(self, window: MainWindow, background: Background) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._background = background
        self._known: list[_Known] = []
        self._asking = False
        window.form.action_import.triggered.connect(self.choose_files)
        window.form.action_export_case.triggered.connect(self.choose_target)
        self._session.year_opened.connect(self._show_possible)
        window.installEventFilter(self)
        self._show_possible()

    # --- bringing in ---------------------------------------------------------------------

    def choose_files(self) -> None:
        """Asks for files and brings them in."""
        dialog = QFileDialog(self._window, "นำเข้าไฟล์ข้อมูล", str(documents_folder()), _FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda names: self.bring_in([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def bring_in(self, files: Sequence[Path]) -> None:
        """Adds a year for every file that can be used, and tells of the others."""
        if files and not self._session.read_only:
            work = partial(read_cases, tuple(files))
            self._background.run(work, self._add, lambda error: self._session.tell(str(error)))

    def _add(self, read: ReadCases) -> None:
        added = 0
        told = []
        for file, case in read.cases:
            same = same_years(case, self._session.years())
            equal = self._equal(case, same)
            if equal is not None:
                self._session.open_year(equal)
                told.append(f"{_year_words(case)} มีอยู่แล้วเหมือนกันทุกอย่าง จึงเปิดให้โดยไม่เพิ่ม")
            elif same:
                self._known.append(_Known(f"นำเข้า {quoted(file.name)}", case, same[0].id))
            elif self._session.import_year(f"นำเข้า {quoted(file.name)}", case) is not None:
                added += 1
                told.append(f"นำเข้า{_year_words(case)} แล้ว")
        told += [str(problem) for problem in read.problems]
        undo = ("เลิกทำ", self._session.undo) if added else ()
        if told:
            self._window.messages.tell("\n".join(told), *undo)
        self._ask_next()

    def _equal(self, case: Case, years: Sequence[YearSummary]) -> str | None:
        """The year that is this case to the letter."""
        for year in years:
            record = self._session.record_of(year.id)
            if record is not None and is_same_case(record.case, case):
                return year.id
        return None

    # --- a year that is known --------------------------------------------------------------

    def _ask_next(self) -> None:
        """Asks what shall become of the next known year, one after the other."""
        if self._known and not self._asking:
            self._asking = True
            self._ask(self._known.pop(0))

    def _ask(self, known: _Known) -> None:
        box = plain_box(self._window, "นำเข้าไฟล์ข้อมูล", f"มี{_year_words(known.case)} อยู่แล้ว", _WAYS)
        for words, way in (
            ("รวมกับปีที่มี", self._merge),
            ("แทนปีที่มี", self._replace),
            ("เก็บเป็นอีกปีหนึ่ง", self._copy),
        ):
            button = box.addButton(words, QMessageBox.ButtonRole.AcceptRole)
            button.clicked.connect(partial(way, known))
        box.addButton("ไม่นำเข้า", QMessageBox.ButtonRole.RejectRole)
        box.finished.connect(self._asked)
        box.open()

    def _asked(self) -> None:
        self._asking = False
        self._ask_next()

    def _merge(self, known: _Known) -> None:
        self._session.commit()  # else what is being typed would be the last step
        before = self._session.history.to_undo
        questions = self._session.merge_year(known.name, known.year_id, known.case)
        if questions is None:
            return
        self._session.open_year(known.year_id)
        merged = f"รวม{_year_words(known.case)} กับปีที่มีแล้ว"
        if self._session.history.to_undo is not before:
            self._session.tell_done(merged)
        else:  # nothing is new in the file, or only what is asked about
            self._window.messages.tell(merged)
        if questions:
            from ita_desktop.ui.dialogs.conflict import OF_FILE, ConflictDialog

            dialog = ConflictDialog(questions, self._window, OF_FILE)
            # what another program changed is asked about elsewhere
            dialog.chosen.connect(partial(self._session.choose, known.year_id, asked=()))
            dialog.open()

    def _replace(self, known: _Known) -> None:
        if self._session.replace_year(known.name, known.year_id, known.case):
            self._session.open_year(known.year_id)
            self._session.tell_done(f"แทน{_year_words(known.case)} ด้วยข้อมูลในไฟล์แล้ว")

    def _copy(self, known: _Known) -> None:
        if self._session.add_year(known.name, known.case) is not None:
            self._session.tell_done(
                f"นำเข้า{_year_words(known.case)} แล้ว มีปีเดียวกันนี้อยู่ก่อน จึงเก็บไว้อีกชุดหนึ่ง ไม่ทับของเดิม"
            )

    # --- taking away ---------------------------------------------------------------------

    def choose_target(self) -> None:
        """Asks where the open year's file shall go and writes it."""
        self._session.commit()
        case = self._session.case
        if case is None:
            return
        target = documents_folder() / case_file_name(case)
        dialog = QFileDialog(self._window, "ส่งออกไฟล์ข้อมูล", str(target), _FILTER)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX)
        dialog.fileSelected.connect(lambda name: self.write(case, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, case: Case, file: Path) -> None:
        """Writes a case file beside the window."""
        self._background.run(
            partial(export_case, case, file),
            lambda written: self._window.messages.tell(f"ส่งออกแล้ว: {written}"),
            lambda error: self._session.tell(str(error)),
        )

    # --- what can be done now --------------------------------------------------------------

    def _show_possible(self) -> None:
        self._window.form.action_import.setEnabled(not self._session.read_only)
        self._window.form.action_export_case.setEnabled(self._session.case is not None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Takes case files that are dropped on the window wherever no one else wants them."""
        if isinstance(event, QDropEvent):  # entering and moving are drops as well
            files = _case_files(event)
            if files and not self._session.read_only:
                event.acceptProposedAction()
                if not isinstance(event, QDragEnterEvent) and event.type() is QEvent.Type.Drop:
                    self.bring_in(files)
                return True
        return super().eventFilter(watched, event)


def _case_files(event: QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    files = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in SUFFIXES]


def _year_words(case: Case) -> str:
    return f"ปีงบประมาณ {thai_number(case.fiscal_year)} ของ{quoted(case.agency.name)}"
