"""Fields of a result that may not be there yet: it comes with the first word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from ita_desktop.domain.case import Case, Evidence
from ita_desktop.domain.case_paths import CasePath
from ita_desktop.domain.result_slots import (
    Slot,
    place_in,
    result_in,
    with_evidence,
    with_field,
    with_more_evidence,
)
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import Editor
from ita_desktop.ui.widgets.fields import Field


class SlotField(Field):
    """An editor of one field (``key``) of whatever stands in a slot."""

    # Set here as well: the base shows itself before our own beginning.
    _slot: Slot | None = None
    _key = ""

    def __init__(
        self, session: Session, editor: Editor, step: str, key: str, *, empty: Any = "", **how: Any
    ) -> None:
        super().__init__(session, editor, step, empty=empty, **how)
        self._key = key

    def set_slot(self, slot: Slot | None) -> None:
        """Stores what is being typed, then shows what stands in another slot."""
        self.commit()
        self._slot = slot
        self.refresh()

    @property
    def place(self) -> CasePath | None:
        """Where the value stands or will stand."""
        case = self._session.case
        if self._slot is None or case is None:
            return None
        return place_in(case, self._slot, *self.inner())

    def inner(self) -> CasePath:
        """The place within the result."""
        return (self._key,)

    def reading(self, case: Case) -> Any:
        """The value; what is empty where there is no result yet."""
        if self._slot is None or self._slot.measure >= len(case.measures):
            raise LookupError
        result = result_in(case, self._slot)
        return self._empty if result is None else getattr(result, self._key)

    def writing(self, value: Any) -> Callable[[Case], Case]:
        """The change that puts a value into the slot's result."""
        assert self._slot is not None  # noqa: S101 - a field without a slot is not typed in
        return partial(with_field, slot=self._slot, key=self._key, value=value)


class EvidenceField(SlotField):
    """An editor of the title or the link of a piece of evidence; one behind the last is new."""

    _index = 0

    def set_evidence(self, slot: Slot | None, index: int) -> None:
        """Stores what is being typed, then shows another piece."""
        self.commit()
        self._index = index
        self.set_slot(slot)

    def is_at(self, slot: Slot, index: int) -> bool:
        """Whether it shows this piece already."""
        return (self._slot, self._index) == (slot, index)

    def inner(self) -> CasePath:
        """The place within the result."""
        return ("evidence", self._index, self._key)

    def reading(self, case: Case) -> Any:
        """The text; empty where the piece is still to come."""
        if self._slot is None or self._slot.measure >= len(case.measures):
            raise LookupError
        pieces = _pieces(case, self._slot)
        if self._index > len(pieces):
            raise LookupError
        return getattr(pieces[self._index], self._key) if self._index < len(pieces) else ""

    def writing(self, value: Any) -> Callable[[Case], Case]:
        """The change that puts a text into the piece, or adds one with it."""
        assert self._slot is not None  # noqa: S101 - a field without a slot is not typed in
        slot, index, key = self._slot, self._index, self._key

        def change(case: Case) -> Case:
            pieces = _pieces(case, slot)
            if index < len(pieces):
                return with_evidence(case, slot, index, pieces[index]._replace(**{key: value}))
            return with_more_evidence(case, slot, [Evidence()._replace(**{key: value})])

        return change


def _pieces(case: Case, slot: Slot) -> tuple[Evidence, ...]:
    result = result_in(case, slot)
    return result.evidence if result is not None else ()
