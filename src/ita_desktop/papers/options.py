"""How the user wants papers set: choices that hold for every kind of paper."""

from typing import NamedTuple

from ita_desktop.thai.digits import Digits

DEFAULT_FONT = "th-sarabun-new"


class PaperOptions(NamedTuple):
    """The options.

    ``digits`` counts for the user's texts; what the program says is in Thai digits.
    ``font`` is a profile's name or ``FILE.ttf[:SCALE]``; ``table_size`` the nominal size of
    table text (pt). ``repeat_names`` repeats a row's name where the row goes on. ``annex``
    adds the year's scores after the signatures.
    """

    digits: Digits = Digits.THAI
    font: str = DEFAULT_FONT
    table_size: float = 14
    continuation_words: bool = True
    repeat_names: bool = False
    annex: bool = False
