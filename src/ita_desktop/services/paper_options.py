"""How the user wants papers set: a habit of the office, kept with the program's settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Protocol, TypeVar

from ita_desktop.papers.options import PaperOptions
from ita_desktop.thai.digits import Digits

__all__ = ["FONTS", "KEY", "TABLE_SIZES", "PaperOptions", "keep_options", "kept_options"]

Choice = TypeVar("Choice")

KEY = "memo.options"
TABLE_SIZES = (12, 13, 14, 15, 16)
"""Nominal sizes (pt) of the text in tables."""
FONTS = (("th-sarabun-new", "TH Sarabun New"), ("sarabun", "Sarabun"))
"""The shipped profiles and what they are called."""


class Texts(Protocol):
    """Settings by key; :class:`~ita_desktop.services.settings.Settings` has them."""

    def text(self, key: str, default: str = "") -> str: ...
    def set_text(self, key: str, value: str) -> None: ...


def kept_options(settings: Texts) -> PaperOptions:
    """The options as they were last chosen; what cannot be understood is as at first."""
    try:
        kept = json.loads(settings.text(KEY, "{}"))
    except ValueError:
        return PaperOptions()
    if not isinstance(kept, dict):
        return PaperOptions()
    usual = PaperOptions()
    return PaperOptions(
        digits=Digits.AS_TYPED if kept.get("digits") == Digits.AS_TYPED.value else Digits.THAI,
        font=_one_of(kept.get("font"), [name for name, _ in FONTS], usual.font),
        table_size=_one_of(kept.get("table_size"), TABLE_SIZES, usual.table_size),
        continuation_words=kept.get("continuation_words") is not False,
        repeat_names=kept.get("repeat_names") is True,
        annex=kept.get("annex") is True,
    )


def keep_options(settings: Texts, options: PaperOptions) -> None:
    """Keeps the options for the next time."""
    settings.set_text(KEY, json.dumps({**options._asdict(), "digits": options.digits.value}))


def _one_of(value: object, choices: Sequence[Choice], usual: Choice) -> Choice:
    return next((choice for choice in choices if choice == value), usual)
