"""A moment in Thai words, in the time of the computer."""

from __future__ import annotations

from datetime import datetime

from ita_desktop.thai.dates import long_date
from ita_desktop.thai.digits import thai_number


def clock_words(moment: datetime) -> str:
    """``๑๔.๐๕ น.`` of an aware moment; no line ends within it."""
    return f"{thai_number(moment.astimezone().strftime('%H.%M'))}\N{NO-BREAK SPACE}น."


def moment_words(moment: datetime) -> str:
    """``๒๓ พฤศจิกายน ๒๕๖๙ เวลา ๑๔.๐๕ น.`` of an aware moment."""
    return f"{long_date(moment.astimezone().date())} เวลา {clock_words(moment)}"
