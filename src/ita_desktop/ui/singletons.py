"""Keeps None, True and False alive under PySide on Python 3.11.

PySide's wheels for all Python versions are built with headers that take these
objects for immortal, which they are from Python 3.12 on (PEP 683, CPython issue
134989). On 3.11 each call that returns None and each signal that is sent then
takes one reference away for good, and after some thousand of them Python ends
with "deallocating None". PySide 6.12.0 does so.
"""

from __future__ import annotations

import ctypes
import sys

PLENTY = sys.maxsize // 4
"""References enough for any session, far from an overflow."""


def keep_singletons_alive() -> None:
    """Gives each of them so many references that no session uses them up."""
    for singleton in (None, True, False, NotImplemented):
        # In CPython the reference count is an object's first field.
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if count.value < PLENTY:
            count.value += PLENTY
