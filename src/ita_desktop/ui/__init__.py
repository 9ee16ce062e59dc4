"""The window. Does everything by the services; knows no SQL and sets no text."""

from __future__ import annotations

import sys

if sys.version_info < (3, 12):
    from ita_desktop.ui.singletons import keep_singletons_alive

    keep_singletons_alive()
