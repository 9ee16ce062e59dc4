"""Texts of absurd length: rules look at their beginning only, and say so."""

from __future__ import annotations

from typing import Any

from ita_desktop.domain.case import Case
from ita_desktop.domain.case_paths import CasePath

LONGEST = 10_000
"""Letters: more than three pages in one cell were pasted there by mistake."""


def shortened(case: Case) -> tuple[Case, tuple[CasePath, ...]]:
    """``case`` with its overlong texts cut, and where they stand; the same case without any."""
    places: list[CasePath] = []
    return _cut(case, (), places), tuple(places)


def _cut(value: Any, place: CasePath, places: list[CasePath]) -> Any:
    if isinstance(value, str):
        if len(value) <= LONGEST:
            return value
        places.append(place)
        return value[:LONGEST]
    if not isinstance(value, tuple):
        return value
    keys: tuple[str | int, ...] = getattr(value, "_fields", tuple(range(len(value))))
    parts = [_cut(part, (*place, key), places) for key, part in zip(keys, value, strict=True)]
    if all(part is whole for part, whole in zip(parts, value, strict=True)):
        return value
    return type(value)(*parts) if hasattr(value, "_fields") else tuple(parts)
