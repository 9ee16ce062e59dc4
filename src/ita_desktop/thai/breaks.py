"""Where a line of official Thai may end: words first, then the rules of good typing.

A text is cut into tokens (words, numbers, abbreviations, Latin, marks); every
place between two tokens is then judged by the pair around it. Sources of the
rules: the house's reference on the memo's form (number + unit, dates, names,
ๆ and ฯ, brackets) and the typing habits named in :mod:`ita_desktop.thai.vocabulary`.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from ita_desktop.thai import vocabulary as voc
from ita_desktop.thai.clusters import cluster_ends
from ita_desktop.thai.words import Dictionary, segment


class Kind(IntEnum):
    """How good a place is, the best first; places not listed are forbidden."""

    SPACE = 0
    WORD = 1
    WEAK = 2
    """Between words, but the line would end with a word that reads on."""
    LAST_RESORT = 3
    """Inside what belongs together: only where it is wider than its line."""


class Opportunity(NamedTuple):
    """A line may end before ``offset``."""

    offset: int
    kind: Kind


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


_TOKEN = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<latin>(?:https?://|www\.)[!-~]*[A-Za-z0-9/=_-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[0-9]*[A-Za-zÀ-ɏͰ-ӿ](?:[\w'’&./+#-]*[A-Za-z0-9À-ɏͰ-ӿ])?)"
    r"|(?P<number>[0-9๐-๙]+(?:[.,:/\-–][0-9๐-๙]+)*%?)"
    r"|(?P<dots>\.{2,}|…+)"
    r"|(?P<repeat>ฯลฯ|[ๆฯ])"
    # letters with single periods among them: words, abbreviations or both
    r"|(?P<thai>[ก-ฮฤฦะ-ฺเ-ๅ็-๎]+(?:\.(?!\.)[ก-ฮฤฦะ-ฺเ-ๅ็-๎]*)*)"
    r"|(?P<open>[(\[{“‘«「『])"
    r"|(?P<close>[)\]}”’»」』])"
    r"|(?P<dash>[-–—])"
    r"|(?P<slash>/)"
    r"|(?P<punctuation>[.,;:!?%฿*•]+)"
    r"|(?P<quote>[\"'])"
    r"|(?P<ideograph>[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60])"
    r"|(?P<other>.[\u0300-\u036f\u200d\ufe00-\ufe0f]*)",
    # ASCII classes: a Latin word must not take Thai letters by \w
    re.DOTALL | re.ASCII,
)
_ABBREVIATIONS = (
    voc.FREE_ABBREVIATIONS
    | voc.TIED_ABBREVIATIONS
    | voc.MONTH_ABBREVIATIONS
    | {title for title in voc.PERSON_TITLES if title.endswith(".")}
)
_ABBREVIATION_LETTERS = 5
"""No part of an abbreviation is longer: ก.อบต., รพ.สต."""

_VOWEL = re.compile("เ[ก-ฮ]+[\u0e34-\u0e39\u0e31]?[\u0e48-\u0e4b]?[ยอวาะ]?|[แโใไ]|[ะาำ\u0e31-\u0e39\u0e47]")


def _one_syllable(word: str) -> bool:
    """Whether ``word`` looks like one syllable; a guess, on the side of yes."""
    return len(word) <= 6 and len(_VOWEL.findall(word)) <= 1 and "\u0e4c" not in word


def _tokens(text: str, dictionary: Dictionary) -> list[_Token]:
    tokens: list[_Token] = []
    open_quote = False
    for match in _TOKEN.finditer(text):
        kind, start = match.lastgroup or "other", match.start()
        if kind == "thai":
            run = match.group()
            if "." in run:
                _add_dotted(tokens, run, start, dictionary)
            else:
                _add_words(tokens, run, start, dictionary)
            continue
        if kind == "quote":
            open_quote = not open_quote
            kind = "open" if open_quote else "close"
        tokens.append(_Token(kind, match.group(), start))
    return tokens


def _add_dotted(tokens: list[_Token], run: str, start: int, dictionary: Dictionary) -> None:
    """Adds a run with periods: ``สำนักงานป.ป.ช.กำหนด`` is word, abbreviation, word."""
    at = 0
    while at < len(run):
        first = run.find(".", at)
        if first < 0:
            _add_words(tokens, run[at:], start + at, dictionary)
            return
        begin, end = _abbreviation(run, at, first)
        if begin > at:
            _add_words(tokens, run[at:begin], start + at, dictionary)
        kind = "abbreviation" if end - begin > 1 else "punctuation"
        tokens.append(_Token(kind, run[begin:end], start + begin))
        at = end


def _abbreviation(run: str, at: int, first: int) -> tuple[int, int]:
    """Where the abbreviation around the period at ``first`` begins and ends in ``run``.

    Known ones are taken whole; otherwise single letters with periods, or short
    letters at the run's beginning; otherwise the period alone.
    """
    for begin in range(max(at, first - _ABBREVIATION_LETTERS), first):
        end, found = first + 1, 0
        while end and end - begin <= 12:
            if run[begin:end] in _ABBREVIATIONS:
                found = end
            end = run.find(".", end) + 1
        if found:
            return begin, found
    single = re.compile(r"(?:[ก-ฮ]\.){2,}").match(run, first - 1) if first > at else None
    if single:
        return first - 1, single.end()
    short = re.compile(r"(?:[เแโไ]?[ก-ฮ]{1,4}[\u0e34-\u0e39]?\.)+").match(run, at)
    if short and at == 0:
        return at, short.end()
    return first, first + 1


def _add_words(tokens: list[_Token], run: str, start: int, dictionary: Dictionary) -> None:
    inner = dictionary.inner
    for word in segment(run, dictionary):
        kind = "thai" if dictionary.knows(word) else "unknown"
        if word in inner:
            at = 0
            for offset in (*inner[word], len(word)):
                tokens.append(_Token(kind, word[at:offset], start + at))
                at = offset
        else:
            tokens.append(_Token(kind, word, start))
        start += len(word)


def opportunities(text: str, dictionary: Dictionary) -> list[Opportunity]:
    """All places where a line of ``text`` may end, in order, the text's end left out.

    ``text`` is one paragraph without line breaks. A place at a space stands
    after the space, which then hangs at the line's end.
    """
    tokens = _tokens(text, dictionary)
    tied = _ties(tokens)
    found: list[Opportunity] = []
    for index in range(1, len(tokens)):
        right = tokens[index]
        left = tokens[index - 1]
        if right.kind == "space":
            continue
        spaced = left.kind == "space"
        if spaced:
            if index == 1:
                continue
            left = tokens[index - 2]
        kind = _judge(tokens, index, left, right, spaced)
        if kind is None:
            continue
        if index in tied:
            kind = Kind.LAST_RESORT
        found.append(Opportunity(right.start, kind))
    return found


def _judge(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> Kind | None:
    """How good a line end between ``left`` and ``right`` is; None: never."""
    if right.kind in ("close", "repeat") or left.kind == "open":
        return None
    if right.kind in ("punctuation", "slash") or (right.kind == "dots" and not spaced):
        return None
    rule = _RULES.get(left.kind)
    if rule is not None and rule(tokens, index, left, right, spaced):
        return Kind.LAST_RESORT
    rule = _RULES_RIGHT.get(right.kind)
    if rule is not None and rule(tokens, index, left, right, spaced):
        return Kind.LAST_RESORT
    if spaced:
        return Kind.SPACE
    return Kind.WEAK if left.text in voc.WEAK_ENDS else Kind.WORD


# --- pair rules: each says whether the pair belongs together ------------------


def _after_number(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    if not spaced:
        return right.kind != "open"
    if right.kind in ("number", "dash", "dots"):
        return True
    if right.kind == "abbreviation":
        return right.text not in voc.FREE_ABBREVIATIONS or right.text in voc.MONTH_ABBREVIATIONS
    if right.kind == "open":
        return _opens_citation(tokens, index)
    if right.kind not in ("thai", "unknown"):
        return False
    word = right.text
    if word in voc.MONTHS or word in voc.CITATION_WORDS or word.startswith("วรรค"):
        return True
    if _is_labelled(tokens, index - 2):
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if word == "ต่อ" and following is not None and following.kind == "space":
            return True
        return word in voc.UNITS or word == "ปีการศึกษา"
    return word not in voc.FUNCTION_WORDS


def _opens_citation(tokens: list[_Token], index: int) -> bool:
    """Whether the bracket at ``index`` holds a sub-section: มาตรา ๕๖ (๒) (ข)."""
    inside = tokens[index + 1 : index + 3]
    return len(inside) == 2 and inside[1].kind == "close" and len(inside[0].text) <= 2


def _is_labelled(tokens: list[_Token], index: int) -> bool:
    """Whether the number at ``index`` has a label in front (พ.ศ. ๒๕๖๔, ข้อ ๗)."""
    at = index - 1
    if at >= 0 and tokens[at].kind == "space":
        at -= 1
    return at >= 0 and _labels_number(tokens, at)


def _labels_number(tokens: list[_Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "abbreviation":
        return token.text not in voc.FREE_ABBREVIATIONS or token.text in voc.MONTH_ABBREVIATIONS
    if token.kind != "thai":
        return token.kind == "number" or (token.kind == "latin" and len(token.text) == 1)
    word = token.text
    return (
        word in voc.NUMBER_LABELS
        or word in voc.MONTHS
        or word in voc.CITATION_WORDS
        or word.endswith(voc.NUMBER_LABEL_ENDINGS)
    )


def _before_number(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    if not spaced:
        return left.kind != "close"
    return _labels_number(tokens, index - 2)


def _after_word(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    word = left.text
    if word == "ณ":
        return True
    if spaced:
        # ว่าที่ ร.ต. and the like stand together over the space
        return right.kind == "abbreviation" and (
            word in voc.RANK_PREFIXES or (word == "แบบ" and len(right.text) == 2)
        )
    if right.kind == "abbreviation":
        return right.text in voc.TIED_ABBREVIATIONS and word in voc.NEVER_LAST
    if right.kind not in ("thai", "unknown"):
        return right.kind in ("dash", "dots")
    if word in voc.NEVER_LAST:
        return True
    if word == "การ":
        return right.text in voc.LEXICAL_KAN
    if word == "ความ":
        return _one_syllable(right.text)
    if word in voc.DIGIT_WORDS:
        return right.text in voc.PLACE_VALUE_WORDS or right.text in voc.DIGIT_WORDS
    return False


def _before_word(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    word = right.text
    if spaced:
        return False
    if word in voc.NEVER_FIRST:
        return True
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if word == "ที่" and following is not None and following.kind in ("space", "number"):
        # ตัวชี้วัดที่ ๑๐: the label's last syllable, not a relative pronoun
        after = tokens[index + 2 : index + 3] if following.kind == "space" else [following]
        return bool(after) and after[0].kind == "number"
    if left.kind == "unknown" or right.kind == "unknown":
        return _ties_unknown(left, right)
    if word in voc.DIRECTIONS:
        return left.kind == "thai" and left.text not in voc.FUNCTION_WORDS and _one_syllable(
            left.text
        )
    return False


def _ties_unknown(left: _Token, right: _Token) -> bool:
    """Letters that no entry covers are most likely a name: keep them together."""
    if left.kind == right.kind:
        return True
    known = left if right.kind == "unknown" else right
    if known.kind != "thai":
        return False
    if known.text in voc.FUNCTION_WORDS or known.text in voc.PLACE_HEADS:
        return False
    return len(known.text) <= 4


def _after_abbreviation(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    free = left.text in voc.FREE_ABBREVIATIONS
    if right.kind == "number":
        return not free or left.text in voc.MONTH_ABBREVIATIONS
    if left.text in voc.PERSON_TITLES:
        return right.kind in ("thai", "unknown", "abbreviation")
    if spaced:
        return left.text == "พ.ร.บ." and False
    return not free


def _after_list_number(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    """``๑.`` or ``๑)`` at the start of the text or after a space, before its text."""
    at = index - (2 if spaced else 1)
    if at < 1 or tokens[at - 1].kind != "number" or left.text not in (".", ")"):
        return False
    before = at - 2
    if before >= 0 and tokens[before].kind == "open":
        before -= 1
        return before < 0
    return before < 0 or tokens[before].kind == "space"


def _after_dash(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    return True


def _after_slash(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    at = index - (2 if spaced else 1)
    thai_before = at > 0 and tokens[at - 1].kind in ("thai", "unknown", "close")
    return not (thai_before and right.kind in ("thai", "unknown"))


def _before_dash(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    # a range: ๑ – ๕, ต.ค. ๖๔ – มี.ค. ๖๕
    return not spaced or left.kind in ("number", "abbreviation") or left.text in voc.MONTHS


def _after_latin(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    return not spaced and right.kind in ("number", "latin", "dash", "dots")


def _before_latin(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    return not spaced and left.kind in ("number", "punctuation", "dash")


def _before_dots(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    return True


def _after_punctuation(
    tokens: list[_Token], index: int, left: _Token, right: _Token, spaced: bool
) -> bool:
    if _after_list_number(tokens, index, left, right, spaced):
        return True
    return not spaced and left.text[-1] in ".:%฿•*" and right.kind != "ideograph"


_RULES = {
    "number": _after_number,
    "thai": _after_word,
    "abbreviation": _after_abbreviation,
    "close": _after_list_number,
    "punctuation": _after_punctuation,
    "dash": _after_dash,
    "slash": _after_slash,
    "latin": _after_latin,
}
_RULES_RIGHT = {
    "number": _before_number,
    "thai": _before_word,
    "unknown": _before_word,
    "dash": _before_dash,
    "latin": _before_latin,
    "dots": _before_dots,
}


# --- names: ties over more than one pair --------------------------------------


def _ties(tokens: list[_Token]) -> set[int]:
    """Indexes of tokens that belong to the token before them as parts of a name."""
    tied: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind not in ("thai", "abbreviation"):
            continue
        if token.text in voc.PERSON_TITLES:
            _tie_person(tokens, index, tied)
        elif token.text in voc.PLACE_HEADS or token.text in voc.TIED_ABBREVIATIONS:
            _tie_place(tokens, index, tied)
    return tied


def _is_letters(tokens: list[_Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind in ("thai", "unknown")


def _tie_person(tokens: list[_Token], index: int, tied: set[int]) -> None:
    """Ties title, first name and, after one space, family name."""
    at = index + 1
    if not _is_letters(tokens, at) or tokens[at].text in ("ที่", "และ", "ของ", "หรือ"):
        return
    at = _tie_run(tokens, at, tied, limit=6)
    if at + 1 < len(tokens) and tokens[at].kind == "space" and _is_letters(tokens, at + 1):
        tied.add(at + 1)
        _tie_run(tokens, at + 2, tied, limit=6)


def _tie_run(tokens: list[_Token], at: int, tied: set[int], limit: int) -> int:
    """Ties letters from ``at`` on, up to a function word; returns where it stopped."""
    first = at
    while _is_letters(tokens, at) and at - first < limit:
        if at > first and tokens[at].text in voc.FUNCTION_WORDS:
            break
        tied.add(at)
        at += 1
    while _is_letters(tokens, at):
        at += 1
    return at


def _tie_place(tokens: list[_Token], index: int, tied: set[int]) -> None:
    """Ties the words of a place's name to one another, not to ตำบล and the like."""
    at = index + 1
    if not _is_letters(tokens, at) or tokens[at].text in voc.FUNCTION_WORDS:
        return
    bound = tokens[index].kind == "abbreviation" or tokens[index].text in voc.BOUND_PLACE_HEADS
    if bound:
        tied.add(at)
    last = at + (3 if tokens[index].kind == "abbreviation" else 2)
    at += 1
    while at < last and _is_letters(tokens, at):
        if tokens[at].text in voc.FUNCTION_WORDS or tokens[at].text in voc.PLACE_HEADS:
            break
        tied.add(at)
        at += 1


def cluster_opportunities(text: str) -> list[int]:
    """Offsets between character clusters at which a too long word may be cut.

    Never before a mark, closing sign or ๆ, never after an opening one.
    """
    ends = cluster_ends(text)[:-1]
    return [
        end
        for end in ends
        if text[end] not in _NEVER_BEGINS and text[end - 1] not in _NEVER_ENDS
    ]


_NEVER_BEGINS = frozenset("ๆฯะาำๅ,.;:!?%/)]}”’»」』 \u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a")
_NEVER_ENDS = frozenset("([{“‘«「『เแโใไ")
