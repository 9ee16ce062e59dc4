"""The program as a whole is started here as in the tests of the window."""

from __future__ import annotations

from tests.ui.conftest import running

__all__ = ["running"]
