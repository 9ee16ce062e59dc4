"""The evidence of a result: links and files in rows, the last of which is for a new link."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.case import Evidence
from ita_desktop.domain.result_slots import Slot, place_in, result_in, without_evidence
from ita_desktop.errors import ItaError
from ita_desktop.services.evidence import EvidenceFiles, FileState, web_address
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.background import Background
from ita_desktop.ui.results.fields import EvidenceField
from ita_desktop.ui.results.words import FILE_WORDS, in_short
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import LineEdit
from ita_desktop.ui.widgets.labels import WrappingLabel, set_tooltip


def local_files(data: QMimeData) -> list[Path]:
    """The files of this computer that are dragged or were copied."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class LinkEdit(LineEdit):
    """A link. Several pasted lines, and pasted files, are handed over instead of typed."""

    lines_pasted = Signal(str)
    files_pasted = Signal(list)

    def paste_text(self, text: str) -> None:
        if not self.isReadOnly() and ("\t" in text or "\n" in text.strip()):
            self.lines_pasted.emit(text)
        else:
            super().paste_text(text.strip())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            files = local_files(QGuiApplication.clipboard().mimeData())
            if files:
                self.files_pasted.emit(files)
                return
        super().keyPressEvent(event)


class EvidenceRow(QWidget):
    """One piece of evidence: its title, its link or file, and what can be done with it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = LineEdit()
        self.link = LinkEdit()
        self.open_button = QPushButton("เปิด")
        self.remove_button = QPushButton("ลบ")
        self._number = WrappingLabel()
        self._file = WrappingLabel()
        self._layout = QGridLayout(self)
        self._lay_out()
        self.title_field = EvidenceField(session, self.title, "แก้ชื่อหลักฐาน", "title")
        self.link_field = EvidenceField(session, self.link, "แก้ลิงก์หลักฐาน", "url", kept=str.strip)

    def _lay_out(self) -> None:
        self.title.setPlaceholderText("ชื่อหลักฐาน")
        for button, text in (
            (self.open_button, "เปิดไฟล์หรือลิงก์นี้"),
            (self.remove_button, "นำหลักฐานนี้ออก ไฟล์ต้นฉบับไม่ถูกลบ"),
        ):
            button.setAutoDefault(False)
            set_tooltip(button, text)
        layout = self._layout
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(6)
        layout.setVerticalSpacing(2)
        layout.addWidget(self._number, 0, 0)
        layout.addWidget(self.title, 0, 1)
        layout.addWidget(self.link, 0, 2)
        layout.addWidget(self.open_button, 0, 3)
        layout.addWidget(self.remove_button, 0, 4)
        layout.addWidget(self._file, 1, 1, 1, 4)
        layout.setColumnStretch(1, 2)
        layout.setColumnStretch(2, 3)

    def show_piece(self, slot: Slot, index: int, evidence: Evidence | None) -> None:
        """Shows a piece, or the empty row for a new one; typing that goes on is not disturbed."""
        if self.title_field.is_at(slot, index):
            self.title_field.refresh()
            self.link_field.refresh()
        else:
            self.title_field.set_evidence(slot, index)
            self.link_field.set_evidence(slot, index)
        number = thai_number(index + 1)
        self._number.setText(f"{number}.")
        self.title.setAccessibleName(f"ชื่อหลักฐานที่ {number}")
        self.link.setAccessibleName(f"ลิงก์ของหลักฐานที่ {number}")
        self.open_button.setAccessibleName(f"เปิดหลักฐานที่ {number}")
        self.remove_button.setAccessibleName(f"ลบหลักฐานที่ {number}")
        is_new = evidence is None
        self.link.setPlaceholderText("พิมพ์หรือวางลิงก์ใหม่" if is_new else "ลิงก์")
        self.open_button.setEnabled(not is_new)
        self.remove_button.setEnabled(not is_new)
        has_file = evidence is not None and bool(evidence.file)
        # A file needs no link; one that came with a case has both.
        only_file = has_file and evidence is not None and not evidence.url
        with_link = not only_file or self.link.hasFocus()
        self.link.setVisible(with_link)
        self._layout.addWidget(self.title, 0, 1, 1, 1 if with_link else 2)
        self._file.setVisible(has_file)

    def show_file(self, evidence: Evidence, state: FileState | None) -> None:
        """Tells how the piece's file stands; None while that is not known."""
        words = f" — {FILE_WORDS[state]}" if state is not None else ""
        self._file.setText(f"ไฟล์ {in_short(evidence.file_name)}{words}")

    def file_words(self) -> str:
        """What is told of the file."""
        return "" if self._file.isHidden() else self._file.plain_text()


class EvidenceList(QWidget):
    """The rows of one slot. :meth:`set_up` gives it the data before it is used.

    ``files_given(list[Path])`` and ``lines_given(str)``: what was pasted into a row.
    """

    files_given = Signal(list)
    lines_given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._files: EvidenceFiles | None = None
        self._background = Background(self)
        self._slot: Slot | None = None
        self._rows: list[EvidenceRow] = []
        self._states: dict[str, FileState] = {}
        self._asked: set[str] = set()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)

    @property
    def background(self) -> Background:
        """The queue in which files are read."""
        return self._background

    def set_up(self, session: Session, files: EvidenceFiles | None) -> None:
        """Gives the list its data; without ``files`` only links can be opened."""
        self._session = session
        self._files = files

    def rows(self) -> Sequence[EvidenceRow]:
        """The rows in sight, the empty one included."""
        return [row for row in self._rows if not row.isHidden()]

    def show_slot(self, slot: Slot | None) -> None:
        """Shows another slot, its files checked anew."""
        self._slot = slot
        self._asked.clear()
        self.show_again()

    def show_again(self) -> None:
        """Shows the slot as it is now."""
        pieces = self._pieces()
        session = self._session
        wanted = 0
        if self._slot is not None and session is not None:
            wanted = len(pieces) if session.read_only else len(pieces) + 1
        while len(self._rows) < wanted:
            self._add_row()
        focused = self._focused_row()
        for index, row in enumerate(self._rows):
            if index < wanted and self._slot is not None:
                piece = pieces[index] if index < len(pieces) else None
                row.show_piece(self._slot, index, piece)
                row.remove_button.setEnabled(
                    piece is not None and session is not None and not session.read_only
                )
                row.show()
                if piece is not None and piece.file:
                    self._show_file(row, piece)
            else:
                row.hide()
        if focused is not None and focused >= wanted and wanted:
            self._rows[wanted - 1].link.setFocus()

    def focus_row(self, index: int, key: str) -> None:
        """Puts the cursor into a piece's title or link."""
        rows = self.rows()
        if rows:
            row = rows[min(index, len(rows) - 1)]
            at_link = key == "url" and not row.link.isHidden()
            (row.link if at_link else row.title).setFocus()

    # --- how it is done --------------------------------------------------------------------

    def _pieces(self) -> tuple[Evidence, ...]:
        case = self._session.case if self._session is not None else None
        result = (
            result_in(case, self._slot) if case is not None and self._slot is not None else None
        )
        return result.evidence if result is not None else ()

    def _add_row(self) -> None:
        assert self._session is not None  # noqa: S101 - set up before it is used
        row = EvidenceRow(self._session, self)
        row.hide()
        index = len(self._rows)
        row.open_button.clicked.connect(lambda: self._open(index))
        row.remove_button.clicked.connect(lambda: self._remove(index))
        row.link.files_pasted.connect(self.files_given)
        row.link.lines_pasted.connect(self.lines_given)
        self._rows.append(row)
        self._layout.addWidget(row)

    def _focused_row(self) -> int | None:
        for index, row in enumerate(self._rows):
            if row.isAncestorOf(self.focusWidget() or self):
                return index
        return None

    def _remove(self, index: int) -> None:
        session, slot = self._session, self._slot
        if session is None or session.case is None or slot is None:
            return
        session.commit()
        place = place_in(session.case, slot, "evidence")
        if session.edit("ลบหลักฐาน", lambda case: without_evidence(case, slot, {index}), place):
            session.tell_done("นำหลักฐานออกแล้ว")
            self.focus_row(index, "title")

    def _open(self, index: int) -> None:
        session = self._session
        if session is None:
            return
        session.commit()
        pieces = self._pieces()
        if index >= len(pieces):
            return
        piece = pieces[index]
        addresses = [*self._file_addresses(piece), *self._web_addresses(piece)]
        if not addresses:
            session.tell(_why_not(piece))
        elif not all(QDesktopServices.openUrl(address) for address in addresses):
            session.tell("เปิดหลักฐานนี้ไม่ได้ โปรดติดตั้งโปรแกรมที่เปิดไฟล์ชนิดนี้ได้")

    def _file_addresses(self, piece: Evidence) -> Iterable[QUrl]:
        path = self._files.path(piece.file) if self._files is not None and piece.file else None
        if path is not None and path.is_file():
            yield QUrl.fromLocalFile(str(path))

    @staticmethod
    def _web_addresses(piece: Evidence) -> Iterable[QUrl]:
        address = web_address(piece.url)
        if address:
            yield QUrl(address)

    # --- checking of files -----------------------------------------------------------------

    def _show_file(self, row: EvidenceRow, piece: Evidence) -> None:
        row.show_file(piece, self._states.get(piece.file))
        files = self._files
        if files is None or piece.file in self._asked:
            return
        self._asked.add(piece.file)
        try:
            known = files.known(piece.file)
        except ItaError as error:
            self._tell(error)
            return
        file = piece.file
        self._background.run(
            lambda: files.state(file, known), lambda state: self._checked(file, state), self._tell
        )

    def _checked(self, file: str, state: FileState) -> None:
        self._states[file] = state
        for row, piece in zip(self._rows, self._pieces(), strict=False):
            if piece.file == file:
                row.show_file(piece, state)

    def _tell(self, error: ItaError) -> None:
        if self._session is not None:
            self._session.tell(str(error))


def _why_not(piece: Evidence) -> str:
    if piece.file:
        return "ไม่พบไฟล์ของหลักฐานนี้ในโฟลเดอร์ข้อมูล โปรดแนบไฟล์ใหม่"
    if piece.url.strip():
        return "ลิงก์นี้เปิดไม่ได้ โปรดตรวจว่าเป็นที่อยู่เว็บ เช่น https://www.example.go.th"
    return "หลักฐานนี้ยังไม่มีลิงก์หรือไฟล์ โปรดใส่ลิงก์หรือแนบไฟล์"
