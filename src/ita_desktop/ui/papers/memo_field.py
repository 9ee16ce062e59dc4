"""Ties an editor to a place of the year's memo, which is made when something is written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath, value_at, with_value
from ita_desktop.domain.paper_kinds import memo_of, memo_place, with_memo
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.editors import Editor
from ita_desktop.ui.widgets.fields import Field


class MemoField(Field):
    """An editor of one value of the memo (``inner``: ``("texts", "subject")``)."""

    # Set here as well: the base shows itself before our own beginning.
    _inner: CasePath = ()

    def __init__(
        self, session: Session, editor: Editor, step: str, inner: CasePath, *, empty: Any = ""
    ) -> None:
        super().__init__(session, editor, step, empty=empty)
        self._inner = inner
        self.refresh()

    @property
    def place(self) -> CasePath | None:
        """Where the value stands or will stand."""
        case = self._session.case
        return None if case is None or not self._inner else memo_place(case, *self._inner)

    def reading(self, case: Case) -> Any:
        """The value; that of an empty memo where the year has none yet."""
        if not self._inner:
            raise LookupError
        return value_at(with_memo(case, memo_of(case)), memo_place(case, *self._inner))

    def writing(self, value: Any) -> Callable[[Case], Case]:
        """The change that puts a value into the memo."""

        def written(case: Case) -> Case:
            place = memo_place(case, *self._inner)
            return with_value(with_memo(case, memo_of(case)), place, value)

        return written
