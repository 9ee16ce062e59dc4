"""Thai character clusters: the smallest pieces that a line may ever be cut into.

A cluster is a consonant with its leading vowel, its marks and the vowel signs
that follow it (after Theeramunkong and others, "Character cluster based Thai
information retrieval", 2000), with a silenced ending (``…ตร์``) kept on.
"""

from __future__ import annotations

import re

_TONE = "[\u0e48-\u0e4b]?"
_KARAN = "(?:[ก-ฮ]?[ก-ฮ][\u0e34\u0e38]?\u0e4c)*"

CLUSTER = re.compile(
    "(?:"
    f"เ[ก-ฮ](?:\u0e35{_TONE}ย|\u0e37{_TONE}อ)ะ?"
    f"|[ก-ฮ](?:\u0e31{_TONE}วะ?|\u0e37{_TONE}อ)"
    "|[เแโใไ]?[ก-ฮ][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]*(?:[ะาำๅ][\u0e47-\u0e4e]*)*"
    "|[ฤฦ]ๅ?"
    f"){_KARAN}[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]*"
    # anything else takes the marks that stand on it
    "|.[\u0300-\u036f\u0e31\u0e33-\u0e3a\u0e47-\u0e4e\u200d\ufe00-\ufe0f]*",
    re.DOTALL,
)


def cluster_ends(text: str) -> list[int]:
    """The offsets after each cluster of ``text``, the last being ``len(text)``."""
    return [match.end() for match in CLUSTER.finditer(text)]
