"""All years: open, begin, copy, compare, put away, delete."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ita_desktop.domain.records import YearSummary
from ita_desktop.services.years import year_title
from ita_desktop.thai.dates import moment_words
from ita_desktop.thai.digits import thai_number
from ita_desktop.ui.dialogs.compare import Compare
from ita_desktop.ui.dialogs.new_year import NewYear
from ita_desktop.ui.forms.years import YearsUi
from ita_desktop.ui.message_bar import MessageBar
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.labels import set_tooltip

_TITLES = ("ปีงบประมาณ", "หน่วยงาน", "ผลประเมินปี", "หมายเหตุ", "แก้ไขล่าสุด")


class Years(QDialog):
    """The list of years, which stays as it changes; every act can be taken back."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ui = YearsUi(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._messages = MessageBar(self._ui)
        self._years: tuple[YearSummary, ...] = ()
        self._table = self._ui.years
        self._table.set_columns(_TITLES, wide=1)
        self._buttons = {
            name: self._ui.named(QPushButton, name)
            for name in (
                *("open_year", "new_year", "duplicate_year"),
                *("compare_years", "archive_year", "delete_year"),
            )
        }
        self._connect()
        session.commit()
        self._list(session.record.id if session.record is not None else None)

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "open_year": self._open,
            "new_year": lambda: NewYear(self._session, self).open(),
            "duplicate_year": self._duplicate,
            "compare_years": self._compare,
            "archive_year": self._archive,
            "delete_year": self._delete,
        }
        for name, act in acts.items():
            self._buttons[name].clicked.connect(lambda _=False, act=act: self._do(act))
        set_tooltip(
            self._buttons["compare_years"],
            "เลือกสองปีที่จะเปรียบเทียบโดยกด Ctrl ค้างไว้แล้วคลิก หรือเลือกภายหลังในหน้าเปรียบเทียบ",
        )
        self._ui.close_dialog.clicked.connect(self.reject)
        self._table.opened.connect(lambda _: self._do(self._open))
        self._table.chosen.connect(self._show_possible)
        self._session.years_changed.connect(self._list)
        self._session.year_opened.connect(self._on_year_opened)

    def _do(self, act: Callable[[], object]) -> None:
        self._messages.clear()
        act()

    def _list(self, chosen: str | None = None) -> None:
        """Lists the years as they are now; the same year stays chosen."""
        keep = chosen
        if keep is None and (year := self._chosen()) is not None:
            keep = year.id
        self._years = self._session.years()
        rows = [
            (
                thai_number(year.fiscal_year),
                year.agency,
                thai_number(year.assessment_year),
                self._remark(year),
                moment_words(year.changed_at),
            )
            for year in self._years
        ]
        self._table.show_rows(rows)
        ids = [year.id for year in self._years]
        self._table.choose(ids.index(keep) if keep in ids else 0)
        self._show_possible()

    def _on_year_opened(self) -> None:
        self._list()

    def _remark(self, year: YearSummary) -> str:
        opened = self._session.record is not None and self._session.record.id == year.id
        words = ["เปิดอยู่"] if opened else []
        words += ["ตัวอย่าง"] if year.sample else []
        words += ["ในคลัง"] if year.archived else []
        return " ".join(words)

    def _chosen_years(self) -> list[YearSummary]:
        return [self._years[row] for row in self._table.chosen_rows()]

    def _chosen(self) -> YearSummary | None:
        """The one year that is chosen."""
        chosen = self._chosen_years()
        return chosen[0] if len(chosen) == 1 else None

    def _show_possible(self) -> None:
        one = self._chosen()
        writable = not self._session.read_only
        for name in ("duplicate_year", "archive_year", "delete_year"):
            self._buttons[name].setEnabled(one is not None and writable)
        self._buttons["open_year"].setEnabled(one is not None)
        self._buttons["new_year"].setEnabled(writable)
        self._buttons["compare_years"].setEnabled(len(self._years) > 1)
        archived = one is not None and one.archived
        self._buttons["archive_year"].setText("นำออกจากคลัง(&A)" if archived else "เก็บเข้าคลัง(&A)")

    def _open(self) -> None:
        year = self._chosen()
        if year is not None:
            self._session.open_year(year.id)
            self.accept()

    def _duplicate(self) -> None:
        year = self._chosen()
        record = self._session.record_of(year.id) if year is not None else None
        if record is not None:
            copy = self._session.add_year("ทำสำเนาปี", record.case)
            if copy is not None:
                self._list(copy.id)

    def _compare(self) -> None:
        two = self._chosen_years()
        if len(two) != 2:
            first = self._chosen() or self._years[0]
            at = self._years.index(first)
            # the year before stands below, as the newest stands first
            other = self._years[at + 1] if at + 1 < len(self._years) else self._years[at - 1]
            two = [first, other]
        earlier, later = sorted(two, key=lambda year: (year.fiscal_year, year.id))
        Compare(self._session, earlier.id, later.id, self).open()

    def _archive(self) -> None:
        year = self._chosen()
        if year is not None:
            self._session.archive_year(year.id, not year.archived)

    def _delete(self) -> None:
        year = self._chosen()
        if year is not None and self._session.delete_year(year.id):
            self._messages.tell(f"ลบ{year_title(year)} แล้ว", "เลิกทำ", self._session.undo)
