"""Paragraphs to lines: the best set of breaks for the whole paragraph (Knuth–Plass).

Justified text is spaced as Thai typists do (กระจายแบบไทย): the slack goes to the
spaces up to about double, then evenly between character clusters; the last
line stays as it is. Narrow cells and headings are set ragged.
"""

from bisect import bisect_left
from collections.abc import Callable, Hashable
from typing import NamedTuple, TypeVar, cast

from ita_desktop.thai.breaks import BreakKind, Opportunity, cluster_opportunities, opportunities
from ita_desktop.thai.words import Dictionary, parts, segment
from ita_desktop.typesetting.glyphs import GlyphRun
from ita_desktop.typesetting.shaping import Face, Shaped, empty_slowly

Made = TypeVar("Made")

# by kind: at a space, between words, after a word that reads on, doubtful, last resort
_PENALTIES = (0.0, 25.0, 100.0, 200.0, 4500.0)
_RESORT_AT_SPACE = 3000.0
_RESORT_AFTER_NUMBER = 3800.0
"""A name or a date that must be cut is cut at its space, best not between day and month."""
_ADDRESS_SIGNS = frozenset("/?&=._@")
_PART_PENALTY = 6000.0
_CLUSTER_PENALTY = 9000.0
_LINE_COST = 150.0
"""What each line costs: a paragraph takes no more lines than it needs."""
_SHORT_LAST_LINE = 0.12
"""A last line narrower than this share of the width is a stump."""
_STUMP_COST = 140.0
_NO_LINE = 1e30


class TextStyle(NamedTuple):
    """How a paragraph is set; in pt, ``size`` nominal.

    ``stretch`` is what justification may add between two clusters, 0 for ragged text.
    """

    face: Face
    size: float
    stretch: float = 0.0


class _BreakNode(NamedTuple):
    """A node of the break graph: a place where a line may end.

    ``cluster`` is the first cluster of the next line, ``content`` the first of
    the spaces that hang before it (or the same), ``penalty`` the cost of it.
    """

    cluster: int
    content: int
    penalty: float


class LineBreaker:
    """Sets paragraphs with one dictionary, keeping what was set. For one thread at a time.

    Re-setting a document after one edit asks for the same paragraphs again;
    :meth:`next_generation` drops what was not used since it was last called.
    """

    def __init__(self, dictionary: Dictionary) -> None:
        self.dictionary = dictionary
        self._breaks: dict[str, list[Opportunity]] = {}
        self._lines: dict[tuple[object, ...], tuple[GlyphRun, ...]] = {}
        self._old_breaks: dict[str, list[Opportunity]] = {}
        self._old_lines: dict[tuple[object, ...], tuple[GlyphRun, ...]] = {}
        self._made: dict[Hashable, object] = {}

    def next_generation(self) -> None:
        """What is not used from now on is gone when this is called again."""
        for dropped in (self._made, self._old_breaks, self._old_lines):
            empty_slowly(dropped)
        self._old_breaks, self._breaks = self._breaks, {}
        self._old_lines, self._lines = self._lines, {}

    def remembered(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What ``make`` gave for ``key``, which must say all that it depends on.

        Made anew in every generation: what it is made of is then used, and so kept.
        """
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = make()
        return cast("Made", found)

    def opportunities(self, text: str) -> list[Opportunity]:
        """Where ``text`` may be broken, kept from one asking to the next."""
        found = self._breaks.get(text)
        if found is None:
            found = self._old_breaks.get(text)
            if found is None:
                found = opportunities(text, self.dictionary)
            self._breaks[text] = found
        return found

    def set(
        self, text: str, style: TextStyle, width: float, first_width: float | None = None
    ) -> tuple[GlyphRun, ...]:
        """The lines of ``text`` in ``width`` pt, the first in ``first_width``.

        ``\\n`` forces a line. An empty text gives one empty line.
        """
        key = (text, style, width, first_width)
        lines = self._lines.get(key)
        if lines is None:
            lines = self._old_lines.get(key)
            if lines is None:
                lines = tuple(self._set(text, style, width, first_width))
            self._lines[key] = lines
        return lines

    def _set(
        self, text: str, style: TextStyle, width: float, first_width: float | None
    ) -> list[GlyphRun]:
        lines: list[GlyphRun] = []
        first = width if first_width is None else first_width
        for part in text.split("\n"):
            lines += self._set_part(part, style, width, first)
            first = width
        return lines

    def _set_part(self, text: str, style: TextStyle, width: float, first: float) -> list[GlyphRun]:
        shaped = style.face.shape(text)
        size = style.size * style.face.font.scale
        # all reckoning below is in thousandths of the size
        widths = (first * 1000 / size, width * 1000 / size)
        if shaped.width <= widths[0]:
            return [_make_line(shaped, 0, len(shaped.clusters), len(shaped.clusters), style, None)]
        places = self._places(text, shaped, min(widths))
        stretch = style.stretch * 1000 / size
        ends = _best_breaks(shaped, places, widths, stretch)
        lines, start = [], 0
        for number, place in enumerate(ends):
            last = number == len(ends) - 1
            goal = None if last or not style.stretch else widths[0 if number == 0 else 1]
            lines.append(_make_line(shaped, start, place.content, place.cluster, style, goal))
            start = place.cluster
        return lines

    def _inside_words(self, text: str, start: int, end: int) -> list[int]:
        """The places inside words from ``start`` to ``end``: a compound's parts, an address's."""
        offsets = address_places(text, start, end)
        at = start
        for word in segment(text[start:end], self.dictionary):
            inner = at
            for part in parts(word, self.dictionary):
                inner += len(part)
                if inner < end and _is_thai(text[inner - 1]) and _is_thai(text[inner]):
                    offsets.append(inner)
            at += len(word)
        allowed = set(_clusters(text, start, end))
        return sorted(allowed.intersection(offsets))

    def _places(self, text: str, shaped: Shaped, width: float) -> list[_BreakNode]:
        """The places to break at; worse ones only where nothing better fits in ``width``."""
        found = self.opportunities(text)
        places = _places_at(shaped, [(o.offset, _PENALTIES[o.kind]) for o in _good(found)])
        places.append(
            _BreakNode(len(shaped.clusters), _content_end(shaped, text, len(shaped.clusters)), 0.0)
        )
        resort = [
            (o.offset, _resort_penalty(text, o.offset))
            for o in found
            if o.kind == BreakKind.LAST_RESORT
        ]
        places = _fill(shaped, places, _places_at(shaped, resort), width)
        for cuts, penalty in ((self._inside_words, _PART_PENALTY), (_clusters, _CLUSTER_PENALTY)):
            worse: list[tuple[int, float]] = []
            for start, end in _spans(places):
                if _too_wide(shaped, start, end, width):
                    first, last = shaped.starts[start], shaped.starts[end.cluster]
                    worse += [(offset, penalty) for offset in cuts(text, first, last)]
            # a word of two letters has no parts, but clusters still
            if worse:
                places = _fill(shaped, places, _places_at(shaped, worse), width)
        # a single cluster wider than the line stands alone: nothing may cut it
        return places


def _clusters(text: str, start: int, end: int) -> list[int]:
    """The places between clusters from ``start`` to ``end`` of ``text``."""
    offsets = [start + offset for offset in cluster_opportunities(text[start:end])]
    return [i for i in offsets if text[i - 1] != "-" or text[i] == "-"]


def _resort_penalty(text: str, offset: int) -> float:
    if text[offset - 1] != " ":
        return _PENALTIES[BreakKind.LAST_RESORT]
    before = text[offset - 2 : offset - 1]
    return _RESORT_AFTER_NUMBER if before.isdecimal() else _RESORT_AT_SPACE


def has_address(text: str) -> bool:
    """Whether ``text`` looks like holding a link or an e-mail address."""
    return "://" in text or "www." in text or "@" in text


def is_address(text: str) -> bool:
    """Whether ``text`` looks like nothing but a link or an e-mail address."""
    return " " not in text and has_address(text)


def address_places(text: str, start: int, end: int) -> list[int]:
    """The places after the signs of an address from ``start`` to ``end`` of ``text``.

    Before a hyphen: at a line's end readers of PDF take it for a cut word's and drop it.
    """
    return [i for i in range(start + 1, end) if text[i - 1] in _ADDRESS_SIGNS or text[i] == "-"]


def _is_thai(letter: str) -> bool:
    return "\u0e01" <= letter <= "\u0e5b"


def _good(found: list[Opportunity]) -> list[Opportunity]:
    return [o for o in found if o.kind < BreakKind.LAST_RESORT]


def _places_at(shaped: Shaped, offsets: list[tuple[int, float]]) -> list[_BreakNode]:
    """The nodes at ``offsets`` with their penalties; none inside a ligature."""
    places = []
    for offset, penalty in offsets:
        cluster = bisect_left(shaped.starts, offset)
        if shaped.starts[cluster] == offset:
            places.append(_BreakNode(cluster, _content_end(shaped, shaped.text, cluster), penalty))
    return places


def _content_end(shaped: Shaped, text: str, cluster: int) -> int:
    while cluster > 0 and text[shaped.starts[cluster - 1]] == " ":
        cluster -= 1
    return cluster


def _spans(places: list[_BreakNode]) -> list[tuple[int, _BreakNode]]:
    return list(zip([0, *[p.cluster for p in places]], places, strict=False))


def _too_wide(shaped: Shaped, start: int, end: _BreakNode, width: float) -> bool:
    return shaped.edges[end.content] - shaped.edges[start] > width


def _fill(
    shaped: Shaped, places: list[_BreakNode], worse: list[_BreakNode], width: float
) -> list[_BreakNode]:
    """``places`` with those of ``worse`` that lie in stretches too wide for a line."""
    filled: list[_BreakNode] = []
    index = 0
    for start, end in _spans(places):
        if _too_wide(shaped, start, end, width):
            while index < len(worse) and worse[index].cluster <= start:
                index += 1
            while index < len(worse) and worse[index].cluster < end.cluster:
                filled.append(worse[index])
                index += 1
        filled.append(end)
    return filled


def _best_breaks(
    shaped: Shaped, places: list[_BreakNode], widths: tuple[float, float], stretch: float
) -> list[_BreakNode]:
    """The cheapest chain of line ends; the last is the text's end.

    ``stretch`` is what justification may add at a cluster, 0 for ragged text.
    """
    edges = shaped.edges
    nodes = [_BreakNode(0, 0, 0.0), *places]
    cost = [0.0] + [_NO_LINE] * len(places)
    back = [0] * len(nodes)
    last = len(places)
    first_width, width = widths
    space_before = _space_counts(shaped) if stretch else None
    space_width = _space_width(shaped) if stretch else 0.0
    for j in range(1, len(nodes)):
        _, content, penalty = nodes[j]
        edge = edges[content]
        best, best_back = _NO_LINE, j - 1
        for i in range(j - 1, -1, -1):
            start = nodes[i].cluster
            room = width if i else first_width
            slack = room - (edge - edges[start])
            if slack < 0 and i < j - 1:
                if i == 0 or slack + abs(first_width - width) < 0:
                    break
                continue
            before = cost[i]
            if before + _LINE_COST >= best:
                continue
            if j == last:
                line = _STUMP_COST if slack > (1 - _SHORT_LAST_LINE) * room and i else 0.0
            elif space_before is not None:
                spaces = space_before[content] - space_before[start]
                give = spaces * space_width + (content - start) * stretch
                ratio = slack / give if give else 100.0
                line = 100 * ratio**3 if ratio <= 1 else 100 + 1000 * (ratio - 1)
            else:
                line = 300 * (slack / room) ** 2
            total = before + line + penalty + _LINE_COST
            if total < best:
                best, best_back = total, i
        cost[j], back[j] = best, best_back
    chain, j = [], last
    while j > 0:
        chain.append(nodes[j])
        j = back[j]
    chain.reverse()
    return chain


def _space_counts(shaped: Shaped) -> list[int]:
    """How many spaces stand before each cluster."""
    counts, total, text = [0], 0, shaped.text
    for start in shaped.starts[:-1]:
        total += text[start] == " "
        counts.append(total)
    return counts


def _space_width(shaped: Shaped) -> float:
    index = shaped.text.find(" ")
    if index < 0:
        return 0.0
    cluster = bisect_left(shaped.starts, index)
    return shaped.edges[cluster + 1] - shaped.edges[cluster]


def _make_line(
    shaped: Shaped, start: int, content: int, end: int, style: TextStyle, goal: float | None
) -> GlyphRun:
    """The line of the clusters from ``start`` up to ``content``, spread to ``goal``."""
    width = shaped.edges[content] - shaped.edges[start]
    size = style.size * style.face.font.scale
    spacing: tuple[float, ...] = ()
    if goal is not None and goal - width >= 1:
        allowed = style.stretch * 1000 / size
        spacing, width = _spread(shaped, start, content, width, goal, allowed)
    return GlyphRun(
        shaped.text[shaped.starts[start] : shaped.starts[end]],
        width * size / 1000,
        size,
        style.face.font,
        shaped.clusters[start:content],
        spacing,
        shaped.text,
        shaped.missing,
    )


def _spread(
    shaped: Shaped, start: int, content: int, width: float, goal: float, allowed: float
) -> tuple[tuple[float, ...], float]:
    """What is added after each cluster of a justified line, and its width, in thousandths.

    Spaces may double, then clusters take the rest, each as much as is ``allowed``; a
    line that needs more than that gives it to its spaces.
    """
    text, starts = shaped.text, shaped.starts
    spaces = [i for i in range(content - start) if text[starts[start + i]] == " "]
    slack = goal - width
    per_space = min(slack / len(spaces), _space_width(shaped)) if spaces else 0.0
    slack -= per_space * len(spaces)
    gaps = content - start - 1
    per_gap = min(slack / gaps, allowed) if gaps else 0.0
    slack -= per_gap * gaps
    if slack > 0.01 and spaces:
        per_space += slack / len(spaces)
        slack = 0.0
    spacing = [per_gap] * gaps + [0.0]
    for index in spaces:
        if index < gaps:
            spacing[index] = per_gap + per_space
    return tuple(spacing), goal - slack
