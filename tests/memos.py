"""Memos for tests: their values by name, own texts among them."""

from __future__ import annotations

from typing import Any

from ita_desktop.domain.case import Case, Paper
from ita_desktop.domain.paper_kinds import MEMO_RESULTS, memo_of, with_memo

OWN_TEXTS = tuple(slot.key for slot in MEMO_RESULTS.slots)


def a_memo(**values: Any) -> Paper:
    """A memo with these values: fields of the paper, or own texts by their keys."""
    return _changed(Paper(MEMO_RESULTS.key), values)


def changed_memo(case: Case, **values: Any) -> Case:
    """*case* with some values of its memo changed."""
    return with_memo(case, _changed(memo_of(case), values))


def _changed(memo: Paper, values: dict[str, Any]) -> Paper:
    for key, value in values.items():
        own = key in OWN_TEXTS
        memo = memo.with_text(key, value) if own else memo._replace(**{key: value})
    return memo
