"""Repairs what copying and typing do to Thai text, without touching what was meant.

:func:`normalise` is safe for any text and runs on every text before setting;
:func:`clean_pasted` goes further and is for the moment of pasting only.
"""

from __future__ import annotations

import re
from itertools import pairwise

# Vowel signs above and below, mai taikhu, phinthu and nikhahit; then tones; then
# thanthakhat and yamakkan. A cluster stores its marks in this order.
_VOWEL = "\u0e31\u0e34-\u0e3a\u0e47\u0e4d"
_TONE = "\u0e48-\u0e4b"
_LAST = "\u0e4c\u0e4e"
_MARK = f"[{_VOWEL}{_TONE}{_LAST}]"
_NIKHAHIT, _SARA_AA, _SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
_RANK = dict.fromkeys("\u0e48\u0e49\u0e4a\u0e4b", 1) | dict.fromkeys("\u0e4c\u0e4e", 2)

_LINE_ENDS = "\r\x0b\x0c\x85\u2028\u2029"
_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
# C0 and C1 controls, soft hyphen, bidi controls, ZWSP, word joiner, BOM, lone
# surrogates. ZWJ and ZWNJ stay: emoji and other scripts need them.
_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f"
    "\u202a-\u202e\u2060\u2066-\u2069\ufeff\ud800-\udfff"
)

_MISORDERED = (
    f"เเ|{_NIKHAHIT}{_MARK}*{_SARA_AA}|{_SARA_AM}{_MARK}|{_NIKHAHIT}{_SARA_AM}"
    f"|[{_TONE}{_LAST}][{_VOWEL}]|[{_LAST}][{_TONE}]|({_MARK}){_MARK}*\\1"
)

_UNSEEN = " \n\u200c\u200d"
"""What a cleaned-up text may hold and still show nothing: spaces, (non-)joiners."""

# One search tells whether there is anything to do; clean text ends there.
_SUSPECT = re.compile(f"[{_LINE_ENDS}{_SPACES}{_DROPPED}]| \n| \\Z|{_MISORDERED}")

_LINE_END = f"\r\n|[{_LINE_ENDS}]"
_SPLIT_SARA_AM = f"{_NIKHAHIT}({_MARK}*){_SARA_AA}"
_CLUSTER = f"[{_SARA_AM}{_VOWEL}{_TONE}{_LAST}]{{2,}}"


def normalise(text: str) -> str:
    """``text`` as it should have been typed; safe, idempotent, and free for clean text.

    Puts together ``ํ``+``า`` (also around a tone) and ``เ``+``เ``, orders the marks of a
    cluster and drops those that stand in it twice, makes every line end ``\\n`` and
    every odd space a plain one, drops controls and invisible characters, and
    strips spaces at line ends. Nothing else changes: markup, emoji, other scripts.
    """
    if _SUSPECT.search(text) is None:
        return text
    return _strip_line_ends(_repair(text))


def prints_nothing(text: str) -> bool:
    """Whether nothing of a text is seen on paper: it is blank, or of invisible characters."""
    return not normalise(text).strip(_UNSEEN)


def _repair(text: str) -> str:
    """All of :func:`normalise` but the stripping of line ends."""
    text = re.sub(_LINE_END, "\n", text)
    text = re.sub(f"[{_SPACES}]", " ", text)
    text = re.sub(f"[{_DROPPED}]+", "", text)
    text = text.replace("เเ", "แ")
    # Ordered twice: the first time bounds the run that a split ำ is looked for in.
    text = re.sub(_CLUSTER, _ordered, text)
    text = re.sub(_SPLIT_SARA_AM, f"\\1{_SARA_AM}", text)
    return re.sub(_CLUSTER, _ordered, text)


def _ordered(match: re.Match[str]) -> str:
    """The marks of one cluster in order, each once, and ำ after them."""
    cluster = match[0]
    sara_am = _SARA_AM * cluster.count(_SARA_AM)
    # ำ holds a nikhahit of its own.
    unwanted = _SARA_AM + _NIKHAHIT if sara_am else ""
    # A dictionary keeps the first of each mark, in their order.
    marks = dict.fromkeys(mark for mark in cluster if mark not in unwanted)
    return "".join(sorted(marks, key=lambda mark: _RANK.get(mark, 0))) + sara_am


def _strip_line_ends(text: str) -> str:
    return "\n".join([line.rstrip(" ") for line in text.split("\n")])


_CONSONANT = "ก-ฮ"
# A space or a line end that cannot be meant: no word begins with a mark, ะ า or
# ำ, none ends with a leading vowel.
_TORN_WORD = (
    f"(?<=[{_CONSONANT}{_VOWEL}{_TONE}])[ \n]+(?=[{_VOWEL}{_TONE}{_LAST}ะาำ])"
    f"|(?<=[เแโใไ])[ \n]+(?=[{_CONSONANT}])"
)
# Words after which no sentence ends and which end no longer word, and words with
# which no paragraph begins. Few on purpose: a list of names must stay a list.
_LEADS_ON = ("และ", "หรือ", "เพื่อ", "โดย", "ซึ่ง", "จาก", "ระหว่าง")
_GOES_ON = ("และ", "หรือ", "ซึ่ง", "ๆ", "ฯลฯ")
_OPENING, _CLOSING = "([“‘", ")]”’,"


def clean_pasted(text: str) -> str:
    """``text`` as it stood in the paper it was copied from, as far as that is certain.

    Beyond :func:`normalise`: joins words that a copied PDF tore apart at a mark, at
    ะ า ำ or after a leading vowel, makes runs of spaces one, and joins lines where
    the sentence surely goes on (after และ, before ซึ่ง, after an opening bracket).
    Other line ends stay: whether a paragraph ends there, only a reader can tell.
    """
    text = _repair(text)
    text = _repair(re.sub(_TORN_WORD, "", text))
    text = re.sub(" {2,}", " ", text)
    lines = text.split("\n")
    pieces = [lines[0]]
    for before, line in pairwise(lines):
        if _goes_on(before.rstrip(" "), line.lstrip(" ")):
            pieces.append(_seam(before, line) + line.lstrip(" "))
        else:
            pieces.append("\n" + line.lstrip(" "))
    pieces[0] = pieces[0].lstrip(" ")
    return normalise("".join([piece.rstrip(" ") for piece in pieces]))


def _goes_on(before: str, line: str) -> bool:
    """Whether ``line`` surely continues the sentence of the line before it."""
    if not before or not line:
        return False
    return (
        before.endswith(_LEADS_ON)
        or line.startswith(_GOES_ON)
        or before[-1] in _OPENING
        or line[0] in _CLOSING
    )


def _seam(before: str, line: str) -> str:
    """The space that stood at the line's end, or that other letters than Thai need."""
    last, first = before[-1], line.lstrip(" ")[0]
    if last == " ":
        return "" if before.rstrip(" ")[-1] in _OPENING or first in _CLOSING else " "
    if last in _OPENING or first in _CLOSING:
        return ""
    return "" if "\u0e00" <= last <= "\u0e4f" and "\u0e00" <= first <= "\u0e4f" else " "
