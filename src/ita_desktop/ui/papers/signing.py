"""Who signs, in which order: the list, its people, and what stands under a signature."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ita_desktop.domain.case import Case, Signatory
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.copying import without_ids
from ita_desktop.domain.measures import first_after_move, reordered
from ita_desktop.domain.paper_kinds import memo_of, memo_place, with_memo
from ita_desktop.services.paper_texts import usual_signatories
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.screen import breakable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import LineEdit, TextEdit
from ita_desktop.ui.widgets.fields import Field
from ita_desktop.ui.widgets.fitting_list import FittingList
from ita_desktop.ui.widgets.paragraph_edit import ParagraphEdit

if TYPE_CHECKING:
    from ita_desktop.ui.forms.memo_tab import MemoTabUi

_ROWS = "application/x-ita-signatory"
Index = QModelIndex | QPersistentModelIndex
Signatories = tuple[Signatory, ...]

PERSON_FIELDS: tuple[tuple[str, type[LineEdit | TextEdit], str, str], ...] = (
    ("rank", LineEdit, "person_rank", "แก้ยศผู้ลงนาม"),
    ("name", LineEdit, "person_name", "แก้ชื่อผู้ลงนาม"),
    ("position", TextEdit, "person_position", "แก้ตำแหน่งผู้ลงนาม"),
    ("acting_position", TextEdit, "person_acting", "แก้ตำแหน่งที่รักษาการ"),
    ("note", LineEdit, "person_note", "แก้หมายเหตุผู้ลงนาม"),
    ("opinion_heading", ParagraphEdit, "person_opinion", "แก้หัวข้อความเห็น"),
)
"""Keys of a signatory, their editors in the form, and the names of their steps."""


class SigningModel(QAbstractListModel):
    """The signatories in order; rows are moved by drag. ``moved(row, gap)`` asks for it."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._people: Signatories = ()
        self.writable = True

    def show(self, people: Signatories) -> None:
        """Shows these; rows that stay keep the selection."""
        before, after = len(self._people), len(people)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._people = people
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._people = people
            self.endRemoveRows()
        elif people == self._people:
            return
        self._people = people
        if people:
            self.dataChanged.emit(self.index(0), self.index(after - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's own
        return 0 if parent.isValid() else len(self._people)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return _row_text(index.row(), self._people[index.row()])

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self.writable:
            return flags
        # Between rows only: nothing is dropped on a person.
        return flags | (
            Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's name
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        return [_ROWS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802 - Qt's name
        data = QMimeData()
        # A row of this list only: another one's rows mean other people.
        data.setData(_ROWS, QByteArray(f"{id(self)} {indexes[0].row()}".encode("ascii")))
        return data

    def dropMimeData(  # noqa: N802 - Qt's name
        self, data: QMimeData, action: Qt.DropAction, row: int, _column: int, _parent: Index
    ) -> bool:
        if action is not Qt.DropAction.MoveAction or not data.hasFormat(_ROWS):
            return False
        source, taken = bytes(data.data(_ROWS).data()).split()
        if int(source) == id(self):
            self.moved.emit(int(taken), row if row >= 0 else len(self._people))
        # The order changes where the data are; the view shall remove nothing.
        return False


class SigningList(FittingList):
    """The list of the form. ``move_wanted(int)``: one up (-1) or down (1)."""

    move_wanted = Signal(int)
    remove_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fewest_lines, self.most_lines = 4, 16
        self.setDragDropMode(FittingList.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        with_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if with_alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)


class SigningPanel(QObject):
    """Drives the form's list of signatories and the fields of the one that is chosen."""

    def __init__(self, session: Session, form: MemoTabUi, edit_people: Callable[[], None]) -> None:
        super().__init__(form.outer)
        self._session = session
        self._edit_people = edit_people
        self._list = form.signing_list
        self._model = SigningModel(self)
        self._list.setModel(self._model)
        self._person = form.person_box
        self._buttons = {
            name: form.named(QPushButton, name)
            for name in (
                "signing_add", "signing_new", "signing_up", "signing_down", "signing_remove",
                "signing_usual", "person_keep",
            )
        }  # fmt: skip
        self._menu = QMenu(form.outer)
        self._buttons["signing_add"].setMenu(self._menu)
        self._fields: dict[str, Field] = {}
        for key, kind, name, step in PERSON_FIELDS:
            editor = form.named(kind, name)
            if type(editor) is TextEdit:
                editor.set_lines(1, 3)
            self._fields[key] = Field(session, editor, step)
        self._connect()

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of the chosen person."""
        return tuple(self._fields.values())

    def show(self) -> None:
        """Shows the signatories of the open year."""
        people = self._people()
        row = self._row()
        self._model.writable = not self._session.read_only
        self._model.show(people)
        if people and self._row() < 0:
            self._choose(min(max(row, 0), len(people) - 1))
        self._reflect()

    def show_person(self, row: int, key: str = "") -> None:
        """Chooses a person and goes into one of the fields."""
        self._choose(row)
        field = self._fields.get(key)
        target = field.widget if field is not None else self._list
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what the user does --------------------------------------------------------------

    def _add(self, person: Signatory) -> None:
        at = self._row() + 1 if self._row() >= 0 else len(self._people())
        self._change(
            "เพิ่มผู้ลงนาม", lambda people: (*people[:at], without_ids(person), *people[at:]), at
        )

    def _add_new(self) -> None:
        self._add(Signatory())
        self.show_person(self._row(), "name")

    def _add_usual(self) -> None:
        case = self._session.case
        if case is not None:
            known = {person.position: person for person in self._session.shared.people}
            usual = tuple(
                without_ids(known.get(one.position, one)) for one in usual_signatories(case.agency)
            )
            self._change("ใส่ผู้ลงนามที่ใช้ทั่วไป", lambda people: (*people, *usual), 0)

    def _remove(self) -> None:
        row = self._row()
        if row >= 0 and not self._session.read_only:
            self._change(
                "เอาผู้ลงนามออก",
                lambda people: people[:row] + people[row + 1 :],
                min(row, len(self._people()) - 2),
            )

    def _move_by(self, step: int) -> None:
        row = self._row()
        if row >= 0 and 0 <= row + step < len(self._people()):
            self._move(row, row + step + (step > 0))

    def _move(self, row: int, gap: int) -> None:
        if not self._session.read_only:
            self._change(
                "สลับลำดับผู้ลงนาม",
                lambda people: reordered(people, (row,), gap),
                first_after_move((row,), gap),
            )

    def _keep(self) -> None:
        """Puts the chosen person into the agency's list, in place of one of the same name."""
        self._session.commit()
        row = self._row()
        if row < 0:
            return
        person = self._people()[row]

        def kept(people: Signatories) -> Signatories:
            if any(one.name == person.name for one in people):
                return tuple(
                    person._replace(id=one.id) if one.name == person.name else one for one in people
                )
            return (*people, without_ids(person))

        changed = self._session.edit_shared(
            "เก็บลงรายชื่อ", lambda shared: shared._replace(people=kept(shared.people))
        )
        if changed:
            self._session.tell(f"เก็บ {person.name} ลงรายชื่อของหน่วยงานแล้ว")

    # --- how it is done --------------------------------------------------------------------

    def _connect(self) -> None:
        buttons = self._buttons
        buttons["signing_new"].clicked.connect(self._add_new)
        buttons["signing_up"].clicked.connect(lambda: self._move_by(-1))
        buttons["signing_down"].clicked.connect(lambda: self._move_by(1))
        buttons["signing_remove"].clicked.connect(self._remove)
        buttons["signing_usual"].clicked.connect(self._add_usual)
        buttons["person_keep"].clicked.connect(self._keep)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._model.moved.connect(self._move, Qt.ConnectionType.QueuedConnection)
        self._list.move_wanted.connect(self._move_by)
        self._list.remove_wanted.connect(self._remove)
        self._list.selectionModel().currentChanged.connect(self._on_chosen)

    def _people(self) -> Signatories:
        case = self._session.case
        return memo_of(case).signatories if case is not None else ()

    def _place(self, *inner: str | int) -> CasePath:
        case = self._session.case
        return memo_place(case, "signatories", *inner) if case is not None else ()

    def _row(self) -> int:
        return self._list.currentIndex().row()

    def _choose(self, row: int) -> None:
        self._list.setCurrentIndex(self._model.index(row))

    def _change(self, name: str, change: Callable[[Signatories], Signatories], row: int) -> None:
        """Changes who signs as one step and chooses a row."""

        def changed(case: Case) -> Case:
            memo = memo_of(case)
            return with_memo(case, memo._replace(signatories=change(memo.signatories)))

        self._session.commit()
        place = self._place(row) if row >= 0 else self._place()
        if self._session.edit(name, changed, place):
            self.show()
            self._choose(row)

    def _on_chosen(self) -> None:
        row = self._row()
        for key, field in self._fields.items():
            field.set_place(self._place(row, key) if row >= 0 else None)
        self._reflect()

    def _reflect(self) -> None:
        people, row = self._people(), self._row()
        writable = not self._session.read_only
        self._person.setVisible(row >= 0)
        buttons = self._buttons
        buttons["signing_usual"].setVisible(not people and writable)
        buttons["signing_add"].setEnabled(writable)
        buttons["signing_new"].setEnabled(writable)
        buttons["signing_up"].setEnabled(writable and row > 0)
        buttons["signing_down"].setEnabled(writable and 0 <= row < len(people) - 1)
        buttons["signing_remove"].setEnabled(writable and row >= 0)
        named = 0 <= row < len(people) and bool(people[row].name)
        buttons["person_keep"].setEnabled(writable and named)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for person in self._session.shared.people:
            text = " · ".join(part for part in (person.name, person.position) if part)
            plain = text.replace("&", "&&").replace("\n", " ")
            self._menu.addAction(plain, partial(self._add, person))
        if self._session.shared.people:
            self._menu.addSeparator()
        self._menu.addAction("แก้รายชื่อของหน่วยงาน…", self._edit_people)


def _row_text(row: int, person: Signatory) -> str:
    name = f"{person.rank} {person.name}".strip() or "(ยังไม่ใส่ชื่อ)"
    lines = [f"{thai_number(row + 1)}. {name}"]
    position = " ".join(f"{person.position} {person.note}".split())
    if position:
        lines.append(position)
    return breakable("\n".join(lines))
