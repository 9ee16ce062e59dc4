"""How memos are set is kept, and what cannot be understood does no harm."""

from __future__ import annotations

import json

import pytest

from ita_desktop.services.paper_options import KEY, PaperOptions, keep_options, kept_options
from ita_desktop.thai.digits import Digits


class Texts:
    """Settings in memory."""

    def __init__(self, **kept: str) -> None:
        self.kept = {name.replace("_", "."): value for name, value in kept.items()}

    def text(self, key: str, default: str = "") -> str:
        return self.kept.get(key, default)

    def set_text(self, key: str, value: str) -> None:
        self.kept[key] = value


def test_at_first_the_memo_is_as_the_form_wants_it() -> None:
    assert kept_options(Texts()) == PaperOptions()
    assert PaperOptions().digits is Digits.THAI


def test_what_is_kept_comes_back() -> None:
    texts = Texts()
    chosen = PaperOptions(Digits.AS_TYPED, "sarabun", 12, False, True, True)
    keep_options(texts, chosen)
    assert kept_options(texts) == chosen


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "{",
        "[]",
        "null",
        json.dumps({"font": "comic", "table_size": 99, "digits": 7, "annex": "yes"}),
        json.dumps({"font": [], "table_size": {}, "repeat_names": 1}),
    ],
)
def test_what_cannot_be_understood_is_as_at_first(kept: str) -> None:
    assert kept_options(Texts(**{KEY.replace(".", "_"): kept})) == PaperOptions()
