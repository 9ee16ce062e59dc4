"""When two texts are the same to a reader: spaces, marks of lists and digits do not count."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ita_desktop.thai.cleanup import normalise
from ita_desktop.thai.digits import thai_number

_MEANT = re.compile(r"[^0-9A-Za-z\u0e01-\u0e4e\u0e50-\u0e59ฯ]+")
_LONGEST = 400
"""Letters that are compared; nearness of longer texts is not worth the time."""


def folded(text: str) -> str:
    """``text`` as its letters and digits alone: Thai digits, small Latin letters."""
    # Again, since letters meet that something stood between.
    return thai_number(normalise(_MEANT.sub("", normalise(text))).casefold())


def closeness(one: str, other: str) -> float:
    """How alike two folded texts are, from 0 to 1."""
    matcher = SequenceMatcher(None, one[:_LONGEST], other[:_LONGEST], autojunk=False)
    return matcher.ratio()
