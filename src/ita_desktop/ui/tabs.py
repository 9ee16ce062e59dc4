"""The four tabs of the window; each one's modules are imported when it is first seen."""

from __future__ import annotations

from ita_desktop.ui.main_window import TabMaker

TABS: tuple[tuple[str, TabMaker], ...] = ()
"""Titles and makers, in the order of a year's work."""
