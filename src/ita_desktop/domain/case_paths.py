"""Places in a case: their paths as the case file has them, looking and putting there.

The checker names places, the window edits at places, and a search finds places: all
three speak of the same.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Any, TypeVar

from ita_desktop.domain.case import Case, Paper

CasePath = tuple[str | int, ...]
"""Keys and indices from the case inwards: ``("measures", 0, "name")``."""

T = TypeVar("T")

_KEY = re.compile(r"([a-z_]+)|\[([0-9]+)\]")


def format_path(place: CasePath) -> str:
    """``measures[0].name``."""
    path = ""
    for key in place:
        path += f"[{key}]" if isinstance(key, int) else f".{key}" if path else key
    return path


def parse_path(path: str) -> CasePath:
    """The place that :func:`format_path` wrote as *path*; ``()`` for an empty one."""
    return tuple(
        int(found[2]) if found[2] is not None else found[1] for found in _KEY.finditer(path)
    )


def value_at(case: Case, place: CasePath) -> Any:
    """What stands at *place*. Raises LookupError where there is no such place (any more).

    Own texts of a paper are found by their keys; ``""`` where there is none.
    """
    value: Any = case
    for at, key in enumerate(place):
        if _is_own_text(value, place[at:]):
            return value.text(place[at + 1])
        if isinstance(key, int):
            value = value[key]
        elif key in getattr(value, "_fields", ()):
            value = getattr(value, key)
        else:
            raise LookupError(format_path(place))
    return value


def with_value(case: Case, place: CasePath, new: object) -> Case:
    """*case* with *new* at *place*. Raises LookupError where there is no such place."""
    value_at(case, place)
    return _with(case, place, new)


def put(case: Case, place: CasePath, old: object, new: object) -> Case:
    """``case`` with ``new`` at ``place``, as long as ``old`` still stands there."""
    try:
        value = value_at(case, place)
    except LookupError:  # what was there has been removed since
        return case
    return _with(case, place, new) if value == old else case


def putting(place: CasePath, old: object, new: object) -> partial[Case]:
    """The fix that puts ``new`` at ``place``."""
    return partial(put, place=place, old=old, new=new)


def _with(value: T, place: CasePath, new: object) -> T:
    if not place:
        return new  # type: ignore[return-value]  # a place leads to a value of its own type
    inner: Any = value
    if _is_own_text(value, place):
        return inner.with_text(place[1], new)  # type: ignore[no-any-return]
    key, rest = place[0], place[1:]
    if isinstance(key, int):
        return (*inner[:key], _with(inner[key], rest, new), *inner[key + 1 :])  # type: ignore[return-value]
    return inner._replace(**{key: _with(getattr(inner, key), rest, new)})  # type: ignore[no-any-return]


def _is_own_text(value: object, place: CasePath) -> bool:
    """Whether *place* leads from a paper to one of its own texts."""
    return (
        isinstance(value, Paper)
        and len(place) == 2
        and place[0] == "texts"
        and isinstance(place[1], str)
    )
