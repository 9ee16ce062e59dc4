"""Where a line of official Thai may end: words first, then the rules of good typing.

A text is cut into tokens (words, numbers, abbreviations, Latin, marks); every
place between two tokens is then judged by the pair around it. Sources of the
rules: the house's reference on the memo's form (number + unit, dates, names,
ๆ and ฯ, brackets) and the typing habits named in :mod:`ita_desktop.thai.vocabulary`.
"""

import re
from collections.abc import Callable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from ita_desktop.thai import vocabulary as voc
from ita_desktop.thai.clusters import cluster_ends
from ita_desktop.thai.words import Dictionary, segment


class BreakKind(IntEnum):
    """How good a place is, the best first; places not listed are forbidden."""

    SPACE = 0
    WORD = 1
    WEAK = 2
    """Between words, but the line would end with a word that reads on."""
    DOUBTFUL = 3
    """Between two words of content: a compound that no list holds may be cut."""
    LAST_RESORT = 4
    """Inside what belongs together: only where it is wider than its line."""


class Opportunity(NamedTuple):
    """A line may end before ``offset``."""

    offset: int
    kind: BreakKind


class _Token(NamedTuple):
    kind: str
    text: str
    start: int


class _Pair(NamedTuple):
    """A place to judge: ``right`` is ``tokens[at]``, ``spaced`` when a space is before it."""

    tokens: list[_Token]
    at: int
    left: _Token
    right: _Token
    spaced: bool


_TOKEN = re.compile(
    r"(?P<space>[\s\x1c-\x1f\x85\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]+)"
    r"|(?P<latin>(?:https?://|www\.)[!-~]*[A-Za-z0-9/=_-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|[0-9]*[A-Za-zÀ-ɏͰ-ӿ](?:[\w'’&./+#-]*[A-Za-z0-9À-ɏͰ-ӿ])?)"
    r"|(?P<number>[0-9๐-๙]+(?:[.,:/\-–][0-9๐-๙]+)*%?)"
    r"|(?P<dots>\.{2,}|…+)"
    r"|(?P<repeat>ฯลฯ|[ๆฯ])"
    # letters with single periods among them: words, abbreviations or both
    r"|(?P<thai>[ก-ฮฤฦะ-ฺเ-ๅ็-๎]+(?:\.(?!\.)[ก-ฮฤฦะ-ฺเ-ๅ็-๎]*)*)"
    r"|(?P<punctuation>[.,;:!?%฿*•]+)"
    r"|(?P<sign>.)",
    # ASCII classes: a Latin word must not take Thai letters by \w
    re.DOTALL | re.ASCII,
)
_MONTHS = voc.MONTHS | voc.MONTH_ABBREVIATIONS
_SIGNS = (
    dict.fromkeys("([{“‘«「『", "open")
    | dict.fromkeys(")]}”’»」』", "close")
    | dict.fromkeys("-–—", "dash")
    | {"/": "slash", '"': "quote", "'": "quote"}
)
"""Kinds of single characters; looked up, since each class of a pattern costs a cold start."""

_IDEOGRAPHS = ((0x2E80, 0x9FFF), (0xAC00, 0xD7AF), (0xF900, 0xFAFF), (0xFF00, 0xFF60))
_COMBINING = frozenset(map(chr, [*range(0x0300, 0x0370), 0x200D, *range(0xFE00, 0xFE10)]))
_ABBREVIATIONS = (
    voc.FREE_ABBREVIATIONS
    | voc.TIED_ABBREVIATIONS
    | voc.MONTH_ABBREVIATIONS
    | {title for title in voc.PERSON_TITLES if title.endswith(".")}
)
_CONSONANTS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_NEVER_BEGINS = frozenset(
    "ๆฯะาำๅ,.;:!?%/)]}”’»」』 \u0e31\u200d\u00a0\u2007\u202f\u2060"
    + "".join(map(chr, [*range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F)]))
    + "".join(map(chr, [*range(0x0300, 0x0370), *range(0xFE00, 0xFE10)]))
)
_NEVER_ENDS = frozenset("([{“‘«「『เแโใไ\u00a0\u2007\u202f\u2060")
_NAME_LETTERS = 14
_ABBREVIATION_LETTERS = 5
"""No part of an abbreviation is longer: ก.อบต., รพ.สต."""

_SYLLABLE = (
    "[เแโใไ]?"
    "(?:[กขคตปผพทส]ร|[กขคปผพ]ล|[กขค]ว|ห[งญนมยรลว]|อย|[ก-ฮ])"
    "[\u0e31\u0e34-\u0e39\u0e47]?[\u0e48-\u0e4b]?(?:รร|[ะาำยวอ])?ะ?"
    "[ก-ฮ]?(?:[ก-ฮ][\u0e34\u0e38]?\u0e4c)?"
)


@lru_cache(maxsize=4096)
def _one_syllable(word: str) -> bool:
    """Whether ``word`` looks like one syllable; a guess, on the side of yes."""
    return re.fullmatch(_SYLLABLE, word) is not None


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
        piece = match.group()
        if kind == "sign":
            if piece in _COMBINING and tokens and tokens[-1].kind != "space":
                tokens[-1] = tokens[-1]._replace(text=tokens[-1].text + piece)
                continue
            kind = _sign_kind(piece)
        if kind == "quote":
            open_quote = not open_quote
            kind = "open" if open_quote else "close"
        tokens.append(_Token(kind, piece, start))
    return tokens


def _sign_kind(sign: str) -> str:
    kind = _SIGNS.get(sign)
    if kind is None:
        code = ord(sign)
        ideograph = any(first <= code <= last for first, last in _IDEOGRAPHS)
        kind = "ideograph" if ideograph else "other"
    return kind


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
    if 1 < first - at <= _ABBREVIATION_LETTERS and _CONSONANTS.issuperset(run[at:first]):
        tail = re.compile(r"[ก-ฮ]{1,4}\.").match(run, first + 1)
        if run[at : first + 1] not in _ABBREVIATIONS and not tail:
            return at, first + 1
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
    for word in segment(run, dictionary):
        kind = "thai" if dictionary.knows(word) else "unknown"
        if kind == "unknown" and tokens and tokens[-1].kind == kind:
            last = tokens[-1]
            if last.start + len(last.text) == start:
                tokens[-1] = _Token(kind, last.text + word, last.start)
                start += len(word)
                continue
        at = 0
        for offset in (*dictionary.inner(word), len(word)):
            tokens.append(_Token(kind, word[at:offset], start + at))
            at = offset
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
        kind = _judge(_Pair(tokens, index, left, right, spaced))
        if kind is None:
            continue
        if index in tied:
            kind = BreakKind.LAST_RESORT
        found.append(Opportunity(right.start, kind))
    return _keep_phrases(found, text, dictionary.phrases) if dictionary.phrases else found


def _keep_phrases(
    found: list[Opportunity], text: str, phrases: tuple[str, ...]
) -> list[Opportunity]:
    """``found``, with the places inside the user's own phrases only for the last resort."""
    inside: set[int] = set()
    for phrase in phrases:
        at = text.find(phrase)
        while at >= 0:
            inside.update(range(at + 1, at + len(phrase)))
            at = text.find(phrase, at + len(phrase))
    if not inside:
        return found
    return [
        Opportunity(o.offset, BreakKind.LAST_RESORT) if o.offset in inside else o for o in found
    ]


def _judge(pair: _Pair) -> BreakKind | None:
    """How good a line end between ``left`` and ``right`` is; None: never."""
    if pair.right.text[0] in _NEVER_BEGINS or pair.left.text[-1] in _NEVER_ENDS:
        return None
    if pair.left.kind == "open":
        return None
    if pair.left.text == "-" and not pair.spaced:
        return None  # readers of PDF take a hyphen at a line's end for a cut word's
    if pair.right.kind == "dash" and pair.spaced and _ends_date(pair.tokens, pair.at):
        return None  # a second line that begins with the dash of a range reads as a list
    if pair.right.kind in ("close", "repeat"):
        return None
    if pair.right.kind in ("punctuation", "slash") or (
        pair.right.kind == "dots" and not pair.spaced
    ):
        return None
    rule = _RULES.get(pair.left.kind)
    if rule is not None and rule(pair):
        return BreakKind.LAST_RESORT
    rule = _RULES_RIGHT.get(pair.right.kind)
    if rule is not None and rule(pair):
        return BreakKind.LAST_RESORT
    if pair.spaced:
        return BreakKind.SPACE
    if pair.left.text in voc.WEAK_ENDS:
        return BreakKind.WEAK
    if pair.left.kind == pair.right.kind == "thai" and not (
        pair.left.text in voc.FUNCTION_WORDS
        or pair.right.text in voc.FUNCTION_WORDS
        or pair.right.text in voc.WEAK_ENDS
    ):
        return BreakKind.DOUBTFUL
    return BreakKind.WORD


# --- pair rules: each says whether the pair belongs together ------------------


def _after_number(pair: _Pair) -> bool:
    if not pair.spaced:
        return pair.right.kind != "open"
    if pair.right.kind in ("number", "dash", "dots"):
        return True
    if pair.right.kind == "abbreviation":
        return (
            pair.right.text not in voc.FREE_ABBREVIATIONS
            or pair.right.text in voc.MONTH_ABBREVIATIONS
        )
    if pair.right.kind == "open":
        return _opens_citation(pair.tokens, pair.at)
    if pair.right.kind not in ("thai", "unknown"):
        return False
    word = pair.right.text
    if word in voc.MONTHS or word in voc.CITATION_WORDS or word.startswith("วรรค"):
        return True
    label = _label(pair.tokens, pair.at - 2)
    if label is None or label in voc.MEASURE_LABELS or label.endswith("ละ"):
        return word in voc.UNITS or word not in voc.FUNCTION_WORDS
    following = pair.tokens[pair.at + 1] if pair.at + 1 < len(pair.tokens) else None
    if word == "ต่อ" and following is not None and following.kind == "space":
        return True  # an extension after a telephone number
    return word in voc.PLAIN_UNITS or word == "ปีการศึกษา"


def _opens_citation(tokens: list[_Token], index: int) -> bool:
    """Whether the bracket at ``index`` holds a sub-section: มาตรา ๕๖ (๒) (ข)."""
    inside = tokens[index + 1 : index + 3]
    return len(inside) == 2 and inside[1].kind == "close" and len(inside[0].text) <= 2


def _before_open(pair: _Pair) -> bool:
    # วรรคหนึ่ง (๒) (ข): the brackets go on with the citation
    return (pair.left.kind == "close" or pair.left.text in voc.CITATION_WORDS) and _opens_citation(
        pair.tokens, pair.at
    )


def _label(tokens: list[_Token], index: int) -> str | None:
    """What labels the number at ``index`` (พ.ศ. ๒๕๖๔, ข้อ ๗), if anything does."""
    at = index - 1
    if at >= 0 and tokens[at].kind == "space":
        at -= 1
    return tokens[at].text if at >= 0 and _labels_number(tokens, at) else None


def _is_file_letters(tokens: list[_Token], at: int) -> bool:
    """Whether ``at`` holds the letters of a file number: ที่ มท ๐๘๑๖/ว ๒๙๑."""
    if len(tokens[at].text) > 2 or not _CONSONANTS.issuperset(tokens[at].text):
        return False
    before = at - 2 if at > 0 and tokens[at - 1].kind == "space" else at - 1
    return before >= 0 and (tokens[before].kind == "slash" or tokens[before].text.endswith("ที่"))


def _labels_number(tokens: list[_Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "abbreviation":
        return token.text not in voc.FREE_ABBREVIATIONS or token.text in voc.MONTH_ABBREVIATIONS
    if token.kind in ("thai", "unknown") and _is_file_letters(tokens, at):
        return True
    if token.kind != "thai":
        return token.kind == "number" or (token.kind == "latin" and len(token.text) == 1)
    word = token.text
    if word.endswith(voc.NUMBER_LABEL_ENDINGS):
        return word not in voc.NOT_LABELS
    return word in voc.NUMBER_LABELS or word in voc.MONTHS or word in voc.CITATION_WORDS


def _before_number(pair: _Pair) -> bool:
    if not pair.spaced:
        return pair.left.kind != "close"
    if _labels_number(pair.tokens, pair.at - 2) or _is_code(pair.right.text):
        return True
    # ๓๘ ไร่ ๒ งาน, ๔ นาที ๒๐ วินาที
    return (
        pair.left.text in voc.CHAINED_UNITS
        and pair.at >= 4
        and pair.tokens[pair.at - 4].kind == "number"
    )


def _is_code(number: str) -> bool:
    """Whether ``number`` counts nothing: a postal code, or one that begins with zero."""
    return number.isdecimal() and (len(number) == 5 or (len(number) > 1 and int(number[0]) == 0))


def _after_word(pair: _Pair) -> bool:
    word = pair.left.text
    if word == "ณ":
        return True
    if pair.spaced:
        return _after_word_spaced(pair.tokens, pair.at, word, pair.right)
    if pair.right.kind == "abbreviation":
        return pair.right.text in voc.TIED_ABBREVIATIONS and word in voc.NEVER_LAST
    if pair.right.kind not in ("thai", "unknown"):
        return pair.right.kind in ("dash", "dots")
    if word in voc.NEVER_LAST:
        return True
    if word == "การ":
        return pair.right.text in voc.LEXICAL_KAN
    if word == "ความ":
        return _one_syllable(pair.right.text)
    if word in voc.DIGIT_WORDS or word.endswith("สิบ"):
        return pair.right.text in voc.PLACE_VALUE_WORDS or pair.right.text in voc.DIGIT_WORDS
    if word == "ต่อ":
        return pair.right.text in voc.UNITS
    return _looks_compound(pair.left, pair.right)


def _after_word_spaced(tokens: list[_Token], index: int, word: str, right: _Token) -> bool:
    """Words that hold on to the next one over a space."""
    if word in voc.FIELD_LABELS and (index == 2 or tokens[index - 3].kind == "space"):
        return True
    if word.endswith("ที่") and right.kind in ("thai", "unknown"):
        after = tokens[index + 1 : index + 3]
        return len(after) == 2 and after[1].kind == "number" and _is_file_letters(tokens, index)
    if right.kind == "abbreviation":
        # ว่าที่ ร.ต., แบบ ภ.ด.ส.๓, เลขที่ อบ. ๗๑/๒๕๖๖
        if word in voc.RANK_PREFIXES or word.endswith(voc.FORM_LABELS):
            return True
        return word in ("ที่", "เลขที่") and right.text not in voc.FREE_ABBREVIATIONS
    return False


def _looks_compound(left: _Token, right: _Token) -> bool:
    """Whether two short words that no entry joins are most likely one word.

    Official prose makes new compounds of two nouns or verbs of one syllable
    every day (ถังกรอง, รถน้ำ); a place missed there costs less than a cut word.
    """
    if left.kind != "thai" or right.kind != "thai":
        return False
    if left.text in voc.HEADS:
        return right.text not in voc.FUNCTION_WORDS
    return (
        left.text not in voc.FREE_LEFT
        and right.text not in voc.FREE_RIGHT
        and left.text not in voc.FUNCTION_WORDS
        and right.text not in voc.FUNCTION_WORDS
        and _one_syllable(left.text)
        and _one_syllable(right.text)
    )


def _before_word(pair: _Pair) -> bool:
    word = pair.right.text
    if pair.spaced:
        return False
    if word in voc.NEVER_FIRST:
        return True
    following = pair.tokens[pair.at + 1] if pair.at + 1 < len(pair.tokens) else None
    if word == "ที่" and following is not None and following.kind in ("space", "number"):
        # ตัวชี้วัดที่ ๑๐: the label's last syllable, not a relative pronoun
        after = pair.tokens[pair.at + 2 : pair.at + 3] if following.kind == "space" else [following]
        return bool(after) and after[0].kind in ("number", "abbreviation")
    if pair.left.kind == "unknown" or pair.right.kind == "unknown":
        return _ties_unknown(pair.left, pair.right)
    if word in voc.MONTHS:
        return pair.left.text == "เดือน"
    if word in voc.ORDINALS:
        return pair.left.text not in voc.FUNCTION_WORDS
    if word.startswith("บาท"):
        return _amount_in_digits(pair.tokens, pair.at)
    if word in voc.DIRECTIONS:
        return (
            pair.left.kind == "thai"
            and (pair.left.text not in voc.FUNCTION_WORDS or pair.left.text in voc.DIRECTIONS)
            and _one_syllable(pair.left.text)
        )
    return False


def _amount_in_digits(tokens: list[_Token], at: int) -> bool:
    """Whether บาท at ``at`` ends an amount such as ๑.๒ ล้านบาท, with its place word."""
    before = at - 3 if at >= 2 and tokens[at - 2].kind == "space" else at - 2
    return (
        before >= 0
        and tokens[before].kind == "number"
        and tokens[at - 1].text in voc.PLACE_VALUE_WORDS
    )


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


def _after_abbreviation(pair: _Pair) -> bool:
    free = pair.left.text in voc.FREE_ABBREVIATIONS
    if pair.right.kind == "number":
        return not free or pair.left.text in voc.MONTH_ABBREVIATIONS
    if pair.left.text in voc.PERSON_TITLES:
        return pair.right.kind in ("thai", "unknown", "abbreviation")
    return not pair.spaced and (not free or pair.right.kind == "abbreviation")


def _after_list_number(pair: _Pair) -> bool:
    """``๑.`` or ``๑)`` at the start of the text or after a space, before its text."""
    at = pair.at - (2 if pair.spaced else 1)
    if at < 1 or pair.tokens[at - 1].kind != "number" or pair.left.text not in (".", ")"):
        return False
    before = at - 2
    if before >= 0 and pair.tokens[before].kind == "open":
        before -= 1
        return before < 0
    if pair.left.text == ")" and any(t.kind == "open" for t in pair.tokens[max(0, at - 8) : at]):
        return False  # the end of (ระดับ ๔)
    return before < 0 or pair.tokens[before].kind == "space"


def _after_slash(pair: _Pair) -> bool:
    at = pair.at - (2 if pair.spaced else 1)
    thai_before = at > 0 and pair.tokens[at - 1].kind in ("thai", "unknown", "close")
    return not (thai_before and pair.right.kind in ("thai", "unknown"))


def _after_dash(pair: _Pair) -> bool:
    """A dash holds on to what follows, but not from one whole date to another."""
    return not (
        pair.spaced and _ends_date(pair.tokens, pair.at - 2) and _begins_date(pair.tokens, pair.at)
    )


def _ends_date(tokens: list[_Token], dash: int) -> bool:
    """Whether a month and its year stand before the dash at ``dash``."""
    words = [token for token in tokens[max(0, dash - 4) : dash] if token.kind != "space"][-2:]
    return (
        len(words) == 2
        and words[0].text in _MONTHS
        and words[1].kind == "number"
        and len(words[1].text) in (2, 4)
    )


def _begins_date(tokens: list[_Token], at: int) -> bool:
    """Whether a month, or a day and a month, stand at ``at``."""
    words = [token for token in tokens[at : at + 3] if token.kind != "space"]
    return any(token.text in _MONTHS for token in words[:2])


def _before_dash(pair: _Pair) -> bool:
    # a range: ๑ – ๕, O1 – O35, ต.ค. ๖๔ – มี.ค. ๖๕
    return (
        not pair.spaced
        or pair.left.kind in ("number", "abbreviation")
        or pair.left.text in voc.MONTHS
        or (pair.left.kind == "latin" and pair.left.text[-1].isdecimal())
    )


def _after_latin(pair: _Pair) -> bool:
    return not pair.spaced and pair.right.kind in ("number", "latin", "dash", "dots")


def _before_latin(pair: _Pair) -> bool:
    if not pair.spaced:
        return pair.left.kind in ("number", "punctuation", "dash")
    if pair.left.kind == "number":  # ๐.๑ ppm
        return _label(pair.tokens, pair.at - 2) is None
    short = len(pair.right.text) < 6 and pair.right.text[-1].isdecimal()
    return short and _labels_number(pair.tokens, pair.at - 2)  # ข้อ O1


def _always(_pair: _Pair) -> bool:
    return True


def _after_punctuation(pair: _Pair) -> bool:
    if _after_list_number(pair):
        return True
    return not pair.spaced and pair.left.text[-1] in ".:%฿•*" and pair.right.kind != "ideograph"


_RULES: dict[str, Callable[[_Pair], bool]] = {
    "number": _after_number,
    "thai": _after_word,
    "unknown": _after_word,
    "abbreviation": _after_abbreviation,
    "close": _after_list_number,
    "punctuation": _after_punctuation,
    "dash": _after_dash,
    "slash": _after_slash,
    "latin": _after_latin,
}
_RULES_RIGHT: dict[str, Callable[[_Pair], bool]] = {
    "number": _before_number,
    "thai": _before_word,
    "unknown": _before_word,
    "dash": _before_dash,
    "open": _before_open,
    "latin": _before_latin,
    "dots": _always,
}


# --- names: ties over more than one pair --------------------------------------


def _ties(tokens: list[_Token]) -> set[int]:
    """Indexes of tokens that belong to the token before them as parts of a name."""
    tied: set[int] = set()
    for index, token in enumerate(tokens):
        if token.kind == "open":
            _tie_signature(tokens, index, tied)
        if token.kind not in ("thai", "abbreviation"):
            continue
        if token.text in voc.PERSON_TITLES:
            _tie_person(tokens, index, tied)
        elif token.text in voc.COMPANY_HEADS:
            _tie_company(tokens, index, tied)
        elif token.text in voc.PLACE_HEADS or token.text in voc.TIED_ABBREVIATIONS:
            _tie_place(tokens, index, tied)
    return tied


def _is_letters(tokens: list[_Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind in ("thai", "unknown")


def _tie_person(tokens: list[_Token], index: int, tied: set[int]) -> None:
    """Ties title, first name and, after one space, family name."""
    at = index + 1
    if at + 2 < len(tokens) and tokens[at].text == "หญิง" and tokens[at + 1].kind == "space":
        tied.add(at + 2)  # ร.ต.หญิง ดร.…
        return
    if at < len(tokens) and tokens[at].kind == "space" and tokens[index].text not in voc.TITLES_TOO:
        at += 1  # ว่าที่ร้อยตรี สมชาย …
    if not _is_letters(tokens, at) or tokens[at].text in voc.NO_NAMES:
        return
    at = _tie_run(tokens, at, tied)
    if 0 < at < len(tokens) - 1 and tokens[at].kind == "space" and _is_letters(tokens, at + 1):
        _tie_run(tokens, at + 1, tied)


def _tie_signature(tokens: list[_Token], index: int, tied: set[int]) -> None:
    """Ties ``(first family)``, a name below a signature, with or without a title."""
    at = index + 1
    while _is_letters(tokens, at) and tokens[at].text not in voc.FUNCTION_WORDS:
        at += 1
    if at == index + 1 or at + 1 >= len(tokens) or tokens[at].kind != "space":
        return
    second = at + 1
    at = second
    while (
        at < index + 10 and _is_letters(tokens, at) and (tokens[at].text not in voc.FUNCTION_WORDS)
    ):
        at += 1
    if second < at < min(len(tokens), index + 10) and tokens[at].kind == "close":
        tied.update(range(index + 1, at))


def _tie_run(tokens: list[_Token], first: int, tied: set[int]) -> int:
    """Ties the letters of a name from ``first`` on; returns the token behind, or 0.

    A short run is a name as a whole, though a syllable of it be a word (บุญมี);
    a long one goes on after the name, at its first function word.
    """
    end = first
    # no further than tells a short run from a long one: runs may be of any length
    while _is_letters(tokens, end) and end - first <= _NAME_LETTERS:
        end += 1
    letters = tokens[end - 1].start + len(tokens[end - 1].text) - tokens[first].start
    if letters <= _NAME_LETTERS:
        tied.update(range(first, end))
        return end
    at = first
    while at < min(end, first + 6) and (at == first or tokens[at].text not in voc.FUNCTION_WORDS):
        tied.add(at)
        at += 1
    return end if at == end else 0


def _tie_company(tokens: list[_Token], index: int, tied: set[int]) -> None:
    """Ties บริษัท … จำกัด over its spaces."""
    for at in range(index + 1, min(index + 10, len(tokens))):
        if tokens[at].text == "จำกัด":
            tied.update(range(index + 1, at + 1))
            return
        if tokens[at].text in voc.FUNCTION_WORDS and tokens[at].text != "การ":
            return
        if tokens[index].kind == "abbreviation" and _is_letters(tokens, at):
            tied.add(at)  # หจก.รุ่งเรืองการช่าง


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
        if tokens[at - 1].text in voc.NAME_PARTS:
            last += 1
        at += 1
    if _is_letters(tokens, at) and tokens[at].text in voc.NAME_ENDS:
        tied.add(at)


def cluster_opportunities(text: str) -> list[int]:
    """Offsets between character clusters at which a too long word may be cut.

    Never before a mark, closing sign or ๆ, never after an opening one.
    """
    ends = cluster_ends(text)[:-1]
    return [
        end
        for end in ends
        if text[end] not in _NEVER_BEGINS
        and text[end - 1] not in _NEVER_ENDS
        and text[end - 1] != "-"
    ]
