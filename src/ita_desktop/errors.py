"""The base of every error that a user is told about in one calm sentence."""

from __future__ import annotations


class ItaError(Exception):
    """An expected failure: ``str(error)`` is a Thai sentence that says what to do next."""
