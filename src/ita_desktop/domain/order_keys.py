"""Order keys: texts between neighbours, by which the entries of a list are sorted.

A new entry, or one that moves, gets a key between those of its neighbours; no other row
changes (fractional indexing). Two programs that insert at one place at once may give one
key twice: then the entries' ids decide.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
"""In the order of their code points, so that keys sort as any database sorts text.

No key ends in ``0``: nothing would fit between ``a`` and ``a0``.
"""

_BASE = len(DIGITS)
_STEP_DIGITS = 4
"""Of a key at an end of the list: room for 14 million entries before keys grow longer."""


def key_between(low: str, high: str) -> str:
    """A key after ``low`` and before ``high``; ``""`` is the open end of the list.

    Raises ValueError where nothing is between the two.
    """
    if low and high:
        if low >= high:
            raise ValueError(f"nothing is between {low!r} and {high!r}")
        return _middle(low, high)
    if low:
        return _stepped(low, 1) or _middle(low, "")
    if high:
        return _stepped(high, -1) or _middle("", high)
    return _stepped(DIGITS[_BASE // 2], 1)


def keys_between(low: str, high: str, count: int) -> list[str]:
    """``count`` ascending keys between two, as :func:`key_between`."""
    if count <= 0:
        return []
    if not high:
        keys = [key_between(low, "")]
        while len(keys) < count:
            keys.append(key_between(keys[-1], ""))
        return keys
    before = (count - 1) // 2
    middle = key_between(low, high)
    return [
        *keys_between(low, middle, before),
        middle,
        *keys_between(middle, high, count - 1 - before),
    ]


def reordered(keys: Sequence[str]) -> list[str]:
    """Ascending keys for entries that had ``keys``, ``""`` where one is new.

    As many as can be keep their key: the longest ascending run of them.
    """
    kept = _longest_run(keys)
    result = list(keys)
    bounds = [-1, *kept, len(keys)]
    for start, end in pairwise(bounds):
        low = keys[start] if start >= 0 else ""
        high = keys[end] if end < len(keys) else ""
        result[start + 1 : end] = keys_between(low, high, end - start - 1)
    return result


def _middle(low: str, high: str) -> str:
    """Between two texts of digits; an empty ``low`` is zero, an empty ``high`` one."""
    common = 0
    while high and common < len(high) and (low[common : common + 1] or "0") == high[common]:
        common += 1
    if common:
        return high[:common] + _middle(low[common:], high[common:])
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else _BASE
    if last - first > 1:
        return DIGITS[(first + last) // 2]
    if len(high) > 1:
        return high[0]
    return DIGITS[first] + _middle(low[1:], "")


def _stepped(key: str, step: int) -> str:
    """The next short key in the direction of ``step``; ``""`` at the end of the numbers."""
    number = 0
    for digit in key[:_STEP_DIGITS].ljust(_STEP_DIGITS, "0"):
        number = number * _BASE + DIGITS.index(digit)
    number += step
    if number % _BASE == 0:
        number += step
    if not 0 < number < _BASE**_STEP_DIGITS:
        return ""
    text = ""
    for _ in range(_STEP_DIGITS):
        number, last = divmod(number, _BASE)
        text = DIGITS[last] + text
    return text


def _longest_run(keys: Sequence[str]) -> list[int]:
    """Where the longest strictly ascending run of keys stands; new entries are passed over."""
    ends: list[str] = []  # the least last key of a run of each length
    at: list[int] = []
    before: dict[int, int] = {}
    for index, key in enumerate(keys):
        if not key:
            continue
        length = bisect_left(ends, key)
        if length:
            before[index] = at[length - 1]
        ends[length:] = [key, *ends[length + 1 :]]
        at[length:] = [index, *at[length + 1 :]]
    run: list[int] = []
    found = at[-1] if at else None
    while found is not None:
        run.append(found)
        found = before.get(found)
    return run[::-1]
