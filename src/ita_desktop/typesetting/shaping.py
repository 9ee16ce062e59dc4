"""Text to glyphs: HarfBuzz shaping, by cluster."""

from itertools import accumulate
from typing import Any, NamedTuple

import uharfbuzz as hb

from ita_desktop.thai.clusters import cluster_ends
from ita_desktop.typesetting.font_files import FontFile, font_file
from ita_desktop.typesetting.fonts import Font, font_profile
from ita_desktop.typesetting.glyphs import THAI, Cluster

_FEATURES = {"kern": False}
"""Thai is not kerned, and a line that is spread has its own spacing."""

_PART = 20_000
"""Longer texts are shaped in parts of so many characters: HarfBuzz has its limits."""

_Places = tuple[tuple[int, int, int], ...]
"""Of each glyph its advance and its shift, in units of the font."""


class Shaped(NamedTuple):
    """A shaped text as clusters, in order.

    ``starts`` are the clusters' offsets in the text with ``len(text)`` at the end;
    ``edges`` the pen positions before each cluster and after the last, in thousandths of
    the font size; ``missing`` the letters that the font lacks.
    """

    text: str
    starts: list[int]
    edges: list[float]
    clusters: tuple[Cluster, ...]
    missing: frozenset[str]

    @property
    def width(self) -> float:
        return self.edges[-1]


class Face:
    """Shapes text in one font and keeps what it shaped. For one thread at a time.

    :meth:`next_generation` drops what was not used since it was last called. Raises
    :class:`~ita_desktop.typesetting.fonts.FontError`.
    """

    def __init__(self, font: Font) -> None:
        self.font = font
        self.file: FontFile = font_file(font.path)
        self._hb_font = hb.Font(self.file.hb_face)
        self._shaped: dict[str, Shaped] = {}
        self._old_shaped: dict[str, Shaped] = {}
        self._clusters: dict[tuple[tuple[int, ...], str, _Places], Cluster] = {}
        self.kept = 0
        """Characters that this generation holds."""

    def next_generation(self) -> None:
        """What is not used from now on is gone when this is called again."""
        empty_slowly(self._old_shaped)
        self._old_shaped, self._shaped = self._shaped, {}
        self.kept = 0

    def shape(self, text: str) -> Shaped:
        """Shapes ``text`` as one line of Thai, Latin within it included."""
        shaped = self._shaped.get(text)
        if shaped is None:
            shaped = self._old_shaped.get(text)
            if shaped is None:
                shaped = _joined([self._shape(part) for part in _parts(text)])
            self._shaped[text] = shaped
            self.kept += len(text)
        return shaped

    def _buffer(self, text: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text)
        # a guess would take a line that begins in Latin for Latin and skip the Thai rules
        buffer.direction = "ltr"
        buffer.script = "Thai"
        buffer.language = THAI
        hb.shape(self._hb_font, buffer, _FEATURES)
        return buffer

    def _shape(self, text: str) -> Shaped:
        buffer = self._buffer(text)
        glyphs = [(info.cluster, info.codepoint) for info in buffer.glyph_infos]
        glyphs.append((len(text), -1))
        placed = buffer.glyph_positions if self.file.moves_marks else None
        starts: list[int] = []
        clusters: list[Cluster] = []
        known = self._clusters.get
        places: _Places = ()
        first = 0
        start, gid = glyphs[0]
        gids: tuple[int, ...] = (gid,)
        for index in range(1, len(glyphs)):
            offset, gid = glyphs[index]
            if offset == start and gid >= 0:
                gids = (*gids, gid)
                continue
            if placed is not None:
                places = tuple(
                    [(at.x_advance, at.x_offset, at.y_offset) for at in placed[first:index]]
                )
            key = (gids, text[start:offset], places)
            clusters.append(known(key) or self._new_cluster(key))
            starts.append(start)
            first, start, gids = index, offset, (gid,)
        starts.append(len(text))
        return Shaped(
            text,
            starts,
            list(accumulate([cluster.advance for cluster in clusters], initial=0.0)),
            tuple(clusters),
            frozenset([cluster.text for cluster in set(clusters) if cluster.missing]),
        )

    def _new_cluster(self, key: tuple[tuple[int, ...], str, _Places]) -> Cluster:
        gids, text, places = key
        unit = self.file.unit
        if places:
            advances = tuple([advance * unit for advance, _, _ in places])
            shifted = any(x or y for _, x, y in places)
            offsets = tuple([(x * unit, y * unit) for _, x, y in places]) if shifted else ()
        else:
            advances, offsets = tuple([self.file.advance(gid) for gid in gids]), ()
        cluster = self._clusters[key] = Cluster(text, gids, advances, offsets)
        return cluster


class FontSet(NamedTuple):
    """The faces of a profile."""

    regular: Face
    bold: Face

    @property
    def kept(self) -> int:
        """Characters that this generation holds."""
        return self.regular.kept + self.bold.kept

    def next_generation(self) -> None:
        """Begins a new generation in both."""
        self.regular.next_generation()
        self.bold.next_generation()


def empty_slowly(kept: dict[Any, Any]) -> None:
    """Drops entries one by one: freed all at once, they would hold up every other thread."""
    while kept:
        kept.popitem()


def load_fonts(choice: str) -> FontSet:
    """New faces of a profile's name or file.

    Raises :class:`~ita_desktop.typesetting.fonts.FontError`.
    """
    regular, bold = font_profile(choice).fonts
    return FontSet(Face(regular), Face(bold))


def _parts(text: str) -> list[str]:
    """``text`` in parts that HarfBuzz can take, cut where no cluster is."""
    if len(text) <= _PART:
        return [text]
    parts, start = [], 0
    for end in cluster_ends(text):
        if end - start >= _PART:
            parts.append(text[start:end])
            start = end
    return [*parts, text[start:]] if start < len(text) else parts


def _joined(parts: list[Shaped]) -> Shaped:
    """The parts of one text as one."""
    if len(parts) == 1:
        return parts[0]
    starts: list[int] = []
    edges = [0.0]
    for part in parts:
        offset, edge = (starts.pop() if starts else 0), edges[-1]
        starts += [offset + start for start in part.starts]
        edges += [edge + e for e in part.edges[1:]]
    return Shaped(
        "".join([part.text for part in parts]),
        starts,
        edges,
        tuple([cluster for part in parts for cluster in part.clusters]),
        frozenset().union(*[part.missing for part in parts]),
    )
