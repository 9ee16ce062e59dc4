"""What a clerk does with the list of measures; each is one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.case import Case, Measure
from ita_desktop.domain.library import LibraryMeasure
from ita_desktop.domain.measures import (
    duplicated,
    first_after_move,
    inserted,
    moved,
    removed,
    results_of,
)
from ita_desktop.errors import ItaError
from ita_desktop.quoting import quoted
from ita_desktop.services.clipboard import measures_of, rows_of
from ita_desktop.services.library import keep_own
from ita_desktop.services.measures import indicator_choices
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.session import Session


class MeasureCommands(QObject):
    """Works on the rows that are selected when a command is given.

    After a change ``changed(rows)`` names the rows to select; ``renaming(rows)`` as well,
    and that the name of the first is to be typed now; ``deleted(row)`` where a gap closed.
    """

    changed = Signal(object)
    renaming = Signal(object)
    deleted = Signal(int)

    def __init__(
        self, session: Session, rows: Callable[[], Sequence[int]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._rows = rows
        self._window = parent

    def add(self) -> None:
        """Puts a new measure behind the selected ones, to be named."""
        at = self._behind()
        if self._edit("เพิ่มมาตรการ", lambda case: inserted(case, at, [Measure("")]), at):
            self.renaming.emit([at])

    def duplicate(self) -> None:
        """Copies the selected measures; the first copy is to be renamed."""
        rows, at = self._rows(), self._behind()
        if rows and self._edit("ทำสำเนามาตรการ", lambda case: duplicated(case, rows), at):
            self.renaming.emit(range(at, at + len(rows)))

    def delete(self) -> None:
        """Takes the selected measures out with their results, and tells how to get them back."""
        rows = self._rows()
        results = results_of(self._session.case, rows) if self._session.case is not None else 0
        if rows and self._edit("ลบมาตรการ", lambda case: removed(case, rows), rows[0]):
            self.deleted.emit(rows[0])
            also = f" พร้อมผลการดำเนินการ {thai_number(results)} รายการ" if results else ""
            self._session.tell_done(f"ลบมาตรการ {thai_number(len(rows))} รายการ{also}แล้ว")

    def move_to(self, rows: Sequence[int], gap: int) -> None:
        """Moves measures together to a gap."""
        first = first_after_move(rows, gap)
        if rows and self._edit("เลื่อนมาตรการ", lambda case: moved(case, rows, gap), first):
            self.changed.emit(range(first, first + len(rows)))

    def move_up(self) -> None:
        """Moves the selected measures up by one."""
        rows = self._rows()
        if rows and rows[0] > 0:
            self.move_to(rows, rows[0] - 1)

    def move_down(self) -> None:
        """Moves the selected measures down by one."""
        rows = self._rows()
        if rows and rows[-1] < len(self._measures()) - 1:
            self.move_to(rows, rows[-1] + 2)

    def copy(self) -> None:
        """Puts the selected measures on the clipboard as rows."""
        self._session.commit()
        measures = self._measures()
        if rows := self._rows():
            QGuiApplication.clipboard().setText(rows_of(measures[row] for row in rows))

    def cut(self) -> None:
        """Copies, then deletes."""
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Makes measures of the clipboard's rows."""
        case = self._session.case
        known = [choice.number for choice in indicator_choices(case)] if case is not None else []
        new = measures_of(QGuiApplication.clipboard().text(), known)
        if not new:
            self._session.tell(
                "ไม่มีข้อความให้วาง โปรดคัดลอกชื่อมาตรการจาก Excel หรือ Word ก่อน แล้ววางอีกครั้ง"
            )
        elif self._insert("วางมาตรการ", new):
            self._session.tell_done(f"วางมาตรการ {thai_number(len(new))} รายการแล้ว")

    def open_library(self) -> None:
        """Lets the user choose from the library."""
        from ita_desktop.ui.measures.library_dialog import LibraryDialog

        self._session.commit()
        dialog = LibraryDialog(self._session, self._window)
        dialog.chosen.connect(self.insert_entries)
        dialog.open()

    def insert_entries(self, entries: Sequence[LibraryMeasure]) -> None:
        """Puts entries of the library behind the selected measures."""
        if self._insert("แทรกมาตรการจากคลัง", [entry.as_measure() for entry in entries]):
            self._session.tell_done(f"แทรกมาตรการจากคลัง {thai_number(len(entries))} รายการแล้ว")

    def keep(self) -> None:
        """Puts the selected measures into the user's own library."""
        self._session.commit()
        measures = [self._measures()[row] for row in self._rows()]
        if any(not measure.name.strip() for measure in measures):
            self._session.tell("มาตรการนี้ยังไม่มีชื่อ โปรดพิมพ์ชื่อก่อน แล้วเก็บลงคลังอีกครั้ง")
            return
        try:
            kept = [keep_own(measure) for measure in measures]
        except ItaError as error:
            self._session.tell(str(error))
            return
        for entry, replaced in kept:
            done = "แทนรายการเดิมชื่อเดียวกันใน" if replaced else "ลง"
            self._session.tell(f"เก็บ “{quoted(entry.name)}” {done}คลังของหน่วยงานแล้ว ใช้ได้ในทุกปี")

    # --- how it is done ------------------------------------------------------------------------

    def _measures(self) -> tuple[Measure, ...]:
        return self._session.case.measures if self._session.case is not None else ()

    def _behind(self) -> int:
        """The row behind the selected ones; behind all where none is selected."""
        return max(self._rows(), default=len(self._measures()) - 1) + 1

    def _insert(self, step: str, new: Sequence[Measure]) -> bool:
        at = self._behind()
        if not self._edit(step, lambda case: inserted(case, at, new), at):
            return False
        self.changed.emit(range(at, at + len(new)))
        return True

    def _edit(self, step: str, change: Callable[[Case], Case], row: int) -> bool:
        """Changes the list after what is being typed has been handed over."""
        self._session.commit()
        return self._session.edit(step, change, ("measures", row))
