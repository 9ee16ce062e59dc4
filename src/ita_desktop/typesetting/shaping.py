"""Text to glyphs: HarfBuzz shaping, kept by cluster, ready for the PDF's text operators.

A face numbers the glyphs that it meets (CIDs) by glyph *and* meaning: the า
glyph of a lone า and that at the end of ำ get two numbers, so that the text
layer is right for readers too that know only ToUnicode.
"""

from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from ita_desktop.quoting import quoted_path
from ita_desktop.thai.clusters import cluster_ends
from ita_desktop.typesetting.fonts import FontError

_FEATURES = {"kern": False}
"""Thai is not kerned, and a line that is spread has its own spacing."""

_NEEDED_TABLES = ("head", "maxp", "cmap", "hhea", "hmtx", "loca", "glyf")

_LAST_CID = 0xFFFF

_PART = 20_000
"""Longer texts are shaped in parts of so many characters: HarfBuzz has its limits."""

_CACHE_LIMIT = 4_000_000
"""Characters of shaped text that a face keeps before it starts anew."""


class Shaped(NamedTuple):
    """A shaped text as clusters, in order.

    ``starts`` are the clusters' offsets in the text with ``len(text)`` at the
    end; ``edges`` the pen positions before each cluster and after the last, in
    thousandths of the font size; ``codes`` what stands between ``<`` and ``>``
    of a TJ array for each cluster.
    """

    text: str
    starts: list[int]
    edges: list[float]
    codes: list[str]
    cids: frozenset[int]
    missing: frozenset[str]

    @property
    def width(self) -> float:
        return self.edges[-1]


OutlineStep = tuple[str, tuple[tuple[float, float], ...]]
"""A step of a path as SVG names it (``M L Q C Z``), with its points."""


class _OutlinePen:
    """Takes a glyph's outline as HarfBuzz draws it; ``x`` and ``y`` are where it stands."""

    def __init__(self, steps: list[OutlineStep], unit: float) -> None:
        self.x = self.y = self.dx = self.dy = 0
        self._steps = steps
        self._unit = unit

    def _add(self, step: str, *points: tuple[float, float]) -> None:
        moved = [((x + self.dx) * self._unit, (y + self.dy) * self._unit) for x, y in points]
        self._steps.append((step, tuple(moved)))

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 - the pens' protocol
        self._add("M", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("L", point)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("Q", *points)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("C", *points)

    def closePath(self) -> None:  # noqa: N802
        self._add("Z")


class _Piece:
    """A cluster that was met: its glyphs' numbers, code and advance where nothing is moved.

    Not a tuple: thousands are gathered in sets, by identity.
    """

    __slots__ = ("advance", "cids", "code", "missing", "text")

    def __init__(self, text: str, cids: list[int], advance: float, missing: bool) -> None:
        self.text = text
        self.cids = cids
        self.code = "".join([f"{cid:04X}" for cid in cids])
        self.advance = advance
        self.missing = missing


class Face:
    """One font file: shapes text and numbers the glyphs that were used.

    ``scale`` times a nominal size is the size that is set. Raises
    :class:`FontError` when the file is not a usable TrueType font.
    """

    def __init__(self, path: Path, scale: float, *, synthetic_bold: bool) -> None:
        self.path = path
        self.scale = scale
        self.synthetic_bold = synthetic_bold
        try:
            self.data = path.read_bytes()
        except OSError as error:
            raise FontError(
                f"อ่านไฟล์แบบอักษร {quoted_path(path)} ไม่ได้ โปรดตรวจไฟล์แล้วลองใหม่"
            ) from error
        self.hb_face = hb.Face(hb.Blob(self.data))
        # by content: a damaged directory has names that no list of them can be made of
        whole = all(len(self.hb_face.reference_table(tag)) for tag in _NEEDED_TABLES)
        if not whole or not self.hb_face.glyph_count:
            raise FontError(
                f"ไฟล์ {quoted_path(path)} ไม่ใช่แบบอักษร TrueType ที่ใช้ได้ โปรดเลือกไฟล์ .ttf อื่น"
            )
        self.unit = 1000.0 / self.hb_face.upem
        self._font = hb.Font(self.hb_face)
        self._shaped: dict[str, Shaped] = {}
        self._kept = 0
        self._cid_of: dict[tuple[int, str], int] = {}
        self._any_cid: dict[int, int] = {}
        self._pieces: dict[tuple[tuple[int, ...], str], _Piece] = {}
        self._moves_marks = b"mark" in self.hb_face.reference_table("GPOS").data
        self.glyphs = [0]
        """The glyph of each CID; CID 0 is .notdef."""
        self.meanings = [""]
        """The text of each CID."""
        self.widths = [self._font.get_glyph_h_advance(0) * self.unit]
        """The advance of each CID, in thousandths of the size."""

    def shape(self, text: str) -> Shaped:
        """Shapes ``text`` as one line of Thai, Latin within it included."""
        shaped = self._shaped.get(text)
        if shaped is None:
            if self._kept > _CACHE_LIMIT:
                self._shaped.clear()
                self._kept = 0
            shaped = _joined([self._shape(part) for part in _parts(text)])
            self._shaped[text] = shaped
            self._kept += len(text)
        return shaped

    def _buffer(self, text: str) -> hb.Buffer:
        buffer = hb.Buffer()
        buffer.add_str(text)
        # a guess would take a line that begins in Latin for Latin and skip the Thai rules
        buffer.direction = "ltr"
        buffer.script = "Thai"
        buffer.language = "th"
        hb.shape(self._font, buffer, _FEATURES)
        return buffer

    def outline(self, text: str) -> list[OutlineStep]:
        """The shapes of ``text``'s letters as steps of a path, for what shows no fonts.

        Points are in thousandths of the size, y up, from the start of the baseline.
        """
        steps: list[OutlineStep] = []
        pen = _OutlinePen(steps, self.unit)
        buffer = self._buffer(text)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            pen.dx, pen.dy = pen.x + place.x_offset, pen.y + place.y_offset
            self._font.draw_glyph_with_pen(info.codepoint, pen)
            pen.x += place.x_advance
            pen.y += place.y_advance
        return steps

    def _shape(self, text: str) -> Shaped:
        buffer = self._buffer(text)
        glyphs = [(info.cluster, info.codepoint) for info in buffer.glyph_infos]
        glyphs.append((len(text), -1))
        starts: list[int] = []
        pieces: list[_Piece] = []
        firsts: list[int] = []
        known = self._pieces.get
        first = 0
        start, gid = glyphs[0]
        gids: tuple[int, ...] = (gid,)
        for index in range(1, len(glyphs)):
            cluster, gid = glyphs[index]
            if cluster == start and gid >= 0:
                gids = (*gids, gid)
                continue
            key = (gids, text[start:cluster])
            pieces.append(known(key) or self._new_piece(key))
            starts.append(start)
            firsts.append(first)
            first, start, gids = index, cluster, (gid,)
        starts.append(len(text))
        firsts.append(first)
        codes = [piece.code for piece in pieces]
        advances = [piece.advance for piece in pieces]
        if self._moves_marks:
            placed = buffer.glyph_positions
            for number, piece in enumerate(pieces):
                there = placed[firsts[number] : firsts[number + 1]]
                codes[number], advances[number] = self._positioned(piece, there)
        used = set(pieces)
        return Shaped(
            text,
            starts,
            list(accumulate(advances, initial=0.0)),
            codes,
            frozenset([cid for piece in used for cid in piece.cids]),
            frozenset([piece.text for piece in used if piece.missing]),
        )

    def _new_piece(self, key: tuple[tuple[int, ...], str]) -> _Piece:
        gids, text = key
        cids = self._number(gids, text)
        piece = _Piece(text, cids, sum(self.widths[cid] for cid in cids), 0 in gids)
        self._pieces[key] = piece
        return piece

    def _number(self, gids: tuple[int, ...], piece: str) -> list[int]:
        """The CIDs of a cluster's glyphs, each with its share of the text."""
        extra = len(gids) - len(piece)
        if extra <= 0:
            shares = [*piece[: len(gids) - 1], piece[len(gids) - 1 :]]
        else:
            # ำ comes out as two glyphs around the tone: the circle means nothing alone
            shares = [piece[0], *[""] * extra, *piece[1:]]
        numbers = []
        for gid, share in zip(gids, shares, strict=True):
            cid = self._cid_of.get((gid, share))
            if cid is None and len(self.glyphs) > _LAST_CID:
                # two bytes are used up: the right glyph, though the text only in ActualText
                cid = self._cid_of[gid, share] = self._any_cid.get(gid, 0)
            elif cid is None:
                cid = self._cid_of[gid, share] = len(self.glyphs)
                self._any_cid.setdefault(gid, cid)
                self.glyphs.append(gid)
                self.meanings.append(share)
                self.widths.append(self._font.get_glyph_h_advance(gid) * self.unit)
            numbers.append(cid)
        return numbers

    def _positioned(self, piece: _Piece, positions: list[hb.GlyphPosition]) -> tuple[str, float]:
        """The TJ code of a cluster and its advance in thousandths.

        Shifted marks become adjustments inside the array; a mark that is raised
        becomes a placeholder ``@rise@`` (see :func:`text_array`).
        """
        unit, widths = self.unit, self.widths
        parts: list[str] = []
        total = 0.0
        for cid, position in zip(piece.cids, positions, strict=True):
            x, y = position.x_offset * unit, position.y_offset * unit
            advance = position.x_advance * unit
            total += advance
            code = f"{cid:04X}"
            after = widths[cid] - advance
            if y:
                code = f"@{y:g}@{code}@0@"
            if x or after:
                before_shift = f"> {-x:g} <" if x else ""
                after_shift = f"> {x + after:g} <" if x + after else ""
                code = before_shift + code + after_shift
            parts.append(code)
        return "".join(parts), total


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
        [code for part in parts for code in part.codes],
        frozenset().union(*[part.cids for part in parts]),
        frozenset().union(*[part.missing for part in parts]),
    )


def text_array(codes: str, size: float) -> str:
    """The operators that show ``codes`` at ``size`` pt, without BT and Tf."""
    if "@" not in codes:
        return f"[<{codes}>]TJ".replace("<>", "")
    pieces = codes.split("@")
    shown = []
    for index, piece in enumerate(pieces):
        if index % 2:
            shown.append(f"{float(piece) * size / 1000:g} Ts")
        elif piece:
            shown.append(f"[<{piece}>]TJ".replace("<>", ""))
    return " ".join(shown)
