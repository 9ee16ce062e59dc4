"""Places in a case: their paths as the case file has them, and putting a new value there."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from ita_desktop.domain.case import Case

Place = tuple[str | int, ...]
"""Keys and indices from the case inwards: ``("measures", 0, "name")``."""

T = TypeVar("T")


def path_of(place: Place) -> str:
    """``measures[0].name``."""
    path = ""
    for key in place:
        path += f"[{key}]" if isinstance(key, int) else f".{key}" if path else key
    return path


def put(case: Case, place: Place, old: object, new: object) -> Case:
    """``case`` with ``new`` at ``place``, as long as ``old`` still stands there."""
    value: Any = case
    try:
        for key in place:
            value = value[key] if isinstance(key, int) else getattr(value, key)
    except (IndexError, AttributeError):  # what was there has been removed since
        return case
    return _with(case, place, new) if value == old else case


def putting(place: Place, old: object, new: object) -> partial[Case]:
    """The fix that puts ``new`` at ``place``."""
    return partial(put, place=place, old=old, new=new)


def _with(value: T, place: Place, new: object) -> T:
    if not place:
        return new  # type: ignore[return-value]  # a place leads to a value of its own type
    inner: Any = value
    key, rest = place[0], place[1:]
    if isinstance(key, int):
        return (*inner[:key], _with(inner[key], rest, new), *inner[key + 1 :])  # type: ignore[return-value]
    return inner._replace(**{key: _with(getattr(inner, key), rest, new)})  # type: ignore[no-any-return]
