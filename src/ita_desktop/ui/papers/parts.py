"""What the memo tab and the window's menu share."""

from __future__ import annotations

from typing import NamedTuple

from ita_desktop.services.settings import Settings
from ita_desktop.services.signed_papers import SignedPapers
from ita_desktop.ui.papers.output import MemoOutput
from ita_desktop.ui.papers.preview_worker import MemoMaker
from ita_desktop.ui.session import Session


class MemoParts(NamedTuple):
    """One maker, one way out and the frozen copies, for one window."""

    maker: MemoMaker
    output: MemoOutput
    signed: SignedPapers
    settings: Settings


def memo_parts(session: Session, settings: Settings, signed: SignedPapers) -> MemoParts:
    """The parts for a session, which keeps them alive."""
    maker = MemoMaker(session, settings, session)
    output = MemoOutput(session, maker, settings, session)
    return MemoParts(maker, output, signed, settings)
