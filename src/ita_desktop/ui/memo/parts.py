"""What the memo tab and the window's menu share."""

from __future__ import annotations

from typing import NamedTuple

from ita_desktop.services.finals import Contents, Files, Finals
from ita_desktop.services.settings import Settings
from ita_desktop.ui.desk import Desk
from ita_desktop.ui.memo.maker import MemoMaker
from ita_desktop.ui.memo.output import MemoOutput


class MemoParts(NamedTuple):
    """One maker, one way out and the frozen copies, for one window."""

    maker: MemoMaker
    output: MemoOutput
    finals: Finals
    settings: Settings


def memo_parts(desk: Desk, settings: Settings, contents: Contents, files: Files) -> MemoParts:
    """The parts for a desk, which keeps them alive."""
    maker = MemoMaker(desk, settings, desk)
    output = MemoOutput(desk, maker, settings, desk)
    return MemoParts(maker, output, Finals(contents, files), settings)
