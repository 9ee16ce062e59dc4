"""The window. Knows the services, never files, SQL or the setting of text."""

from __future__ import annotations

import sys

if sys.version_info < (3, 12):
    from ita_desktop.ui.singletons import keep_singletons_alive

    keep_singletons_alive()
