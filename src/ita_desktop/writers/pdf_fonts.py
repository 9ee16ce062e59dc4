"""Faces as subset fonts of a PDF: Type 0, Identity-H, with an exact ToUnicode."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any

import uharfbuzz as hb

from ita_desktop.quoting import quoted_path
from ita_desktop.typesetting.font_files import FontFile, font_file
from ita_desktop.typesetting.fonts import Font, FontError
from ita_desktop.typesetting.glyphs import Cluster
from ita_desktop.writers.reportlab_base import (
    Deflate,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)

_NEEDED_BY_LAYOUT = ("GSUB", "GPOS", "GDEF", "OS/2", "gasp", "name", "post", "DSIG", "cmap")
"""Tables that shaping has used already or that a PDF does not read."""
_SYMBOLIC = 4
_LAST_CID = 0xFFFF


class GlyphNumbers(dict[Cluster, str]):
    """The numbers (CIDs) of one font's glyphs in one document, given as they are first used.

    Numbered by glyph *and* meaning: the า of a lone า and that at the end of ำ get two
    numbers, so that the text layer is right for readers too that know only ToUnicode.

    As a dictionary it gives what stands in a ``TJ`` array between ``<`` and ``>`` for each
    cluster: hexadecimal numbers, and adjustments where marks are shifted. A mark that is
    raised becomes a placeholder ``@rise@`` (:func:`~ita_desktop.writers.pdf_text.shown`).
    """

    def __init__(self, file: FontFile) -> None:
        super().__init__()
        self._file = file
        self._cid_of: dict[tuple[int, str], int] = {}
        self._any_cid: dict[int, int] = {}
        self.glyphs = [0]
        """The glyph of each CID; CID 0 is .notdef."""
        self.meanings = [""]
        """The text of each CID."""
        self.widths = [file.advance(0)]
        """The advance of each CID, in thousandths of the size."""

    def __missing__(self, cluster: Cluster) -> str:
        cids = self.cids(cluster)
        code = self[cluster] = "".join(
            [self._positioned(cluster, place, cid) for place, cid in enumerate(cids)]
        )
        return code

    def begins(self, other: GlyphNumbers) -> bool:
        """Whether *other* has given all these numbers alike, and perhaps more."""
        count = len(self.glyphs)
        return self.glyphs == other.glyphs[:count] and self.meanings == other.meanings[:count]

    def take_over(self, other: GlyphNumbers, count: int) -> None:
        """Gives the numbers of *other*, which begins with these, up to ``count`` of them."""
        for cid in range(len(self.glyphs), count):
            self._give(other.glyphs[cid], other.meanings[cid])

    def cids(self, cluster: Cluster) -> list[int]:
        """The CIDs of a cluster's glyphs, each with its share of the text."""
        gids, text = cluster.glyphs, cluster.text
        extra = len(gids) - len(text)
        if extra <= 0:
            shares = [*text[: len(gids) - 1], text[len(gids) - 1 :]]
        else:
            # ำ comes out as two glyphs around the tone: the circle means nothing alone
            shares = [text[0], *[""] * extra, *text[1:]]
        return [self._number(gid, share) for gid, share in zip(gids, shares, strict=True)]

    def _number(self, gid: int, share: str) -> int:
        cid = self._cid_of.get((gid, share))
        if cid is None and len(self.glyphs) > _LAST_CID:
            # two bytes are used up: the right glyph, though the text only in ActualText
            cid = self._cid_of[gid, share] = self._any_cid.get(gid, 0)
        elif cid is None:
            cid = self._give(gid, share)
        return cid

    def _give(self, gid: int, share: str) -> int:
        """The next number."""
        cid = self._cid_of[gid, share] = len(self.glyphs)
        self._any_cid.setdefault(gid, cid)
        self.glyphs.append(gid)
        self.meanings.append(share)
        self.widths.append(self._file.advance(gid))
        return cid

    def _positioned(self, cluster: Cluster, place: int, cid: int) -> str:
        x, y = cluster.offsets[place] if cluster.offsets else (0.0, 0.0)
        after = self.widths[cid] - cluster.advances[place]
        code = f"{cid:04X}"
        if y:
            code = f"@{y:g}@{code}@0@"
        if x or after:
            before_shift = f"> {-x:g} <" if x else ""
            after_shift = f"> {x + after:g} <" if x + after else ""
            code = before_shift + code + after_shift
        return code


class SubsetCache:
    """The last subset of each font file: a document with the same glyphs uses it again."""

    def __init__(self) -> None:
        self._kept: dict[FontFile, tuple[frozenset[int], bytes, dict[int, int]]] = {}

    def subset(self, file: FontFile, glyphs: frozenset[int]) -> tuple[bytes, dict[int, int]]:
        """A font file of just ``glyphs``, and where each of them stands in it."""
        kept = self._kept.get(file)
        if kept is None or glyphs != kept[0]:
            kept = self._kept[file] = (glyphs, *_subset(file, glyphs))
        return kept[1], kept[2]


def _subset(file: FontFile, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    request = hb.SubsetInput()
    request.glyph_set.update(glyphs)
    request.drop_table_tag_set.update(
        [int.from_bytes(tag.encode("ascii"), "big") for tag in _NEEDED_BY_LAYOUT]
    )
    request.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    try:
        plan = hb.SubsetPlan(file.hb_face, request)
        data = bytes(plan.execute().blob.data)
    except RuntimeError as error:
        # the tables are there, as loading saw, but what they say does not fit together
        raise FontError(
            f"ไฟล์แบบอักษร {quoted_path(file.path)} เสียหาย โปรดเลือกไฟล์ .ttf อื่น"
        ) from error
    return data, dict(plan.old_to_new_glyph_mapping.items())


class EmbeddedFont:
    """A font as one PDF document will hold it; ``name`` is its resource name.

    Duck-typed for ReportLab's ``delayedFonts``: ``addObjects`` is called when
    the document is written and all used glyphs are known.
    """

    def __init__(self, font: Font, name: str, subsets: SubsetCache) -> None:
        self.name = name
        self._file = font_file(font.path)
        self.numbers = GlyphNumbers(self._file)
        self._subsets = subsets

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's name
        """Adds the font's objects to ReportLab's ``PDFDocument``."""
        numbers = self.numbers
        data, places = self._subsets.subset(self._file, frozenset(numbers.glyphs))
        base = f"{_tag(numbers, data)}+{_postscript_name(self._file)}"
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": PDFName(base),
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base, data)),
                "DW": 1000,
                "W": _widths(numbers),
                "CIDToGIDMap": document.Reference(_stream(_glyph_map(numbers, places))),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(_to_unicode(numbers))),
            }
        )
        reference = document.Reference(font, f"ita-font-{self.name}")
        document.idToObject["BasicFonts"].dict[self.name] = reference

    def _descriptor(self, document: Any, base: str, data: bytes) -> PDFDictionary:
        metrics = hb.Font(self._file.hb_face).get_font_extents("ltr")
        unit = self._file.unit
        ascent, descent = round(metrics.ascender * unit), round(metrics.descender * unit)
        file = _stream(data)
        file.dictionary["Length1"] = len(data)
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(base),
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([-500, descent, 1000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": ascent,
                "StemV": 80,
                "FontFile2": document.Reference(file),
            }
        )


def _stream(data: bytes) -> PDFStream:
    return PDFStream(PDFDictionary(), data, filters=[Deflate])


def _tag(numbers: GlyphNumbers, data: bytes) -> str:
    """Six capitals that tell subsets of one font apart."""
    digest = hashlib.sha256(repr(numbers.meanings).encode("utf-8", "surrogatepass") + data)
    return "".join(chr(ord("A") + byte % 26) for byte in digest.digest()[:6])


def _postscript_name(file: FontFile) -> str:
    name = file.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or file.path.stem
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-")) or "Font"


def _widths(numbers: GlyphNumbers) -> str:
    """All widths, those of the CIDs from 0 on."""
    # ReportLab writes a text as it stands, and takes long for long arrays
    return f"[0 [{' '.join([f'{round(width, 2):g}' for width in numbers.widths])}]]"


def _glyph_map(numbers: GlyphNumbers, places: dict[int, int]) -> bytes:
    return b"".join([places[glyph].to_bytes(2, "big") for glyph in numbers.glyphs])


def _to_unicode(numbers: GlyphNumbers) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    meanings = [(cid, text) for cid, text in enumerate(numbers.meanings) if text]
    for start in range(0, len(meanings), 100):
        chunk = meanings[start : start + 100]
        lines.append(f"{len(chunk)} beginbfchar")
        lines += [f"<{cid:04X}> <{utf16(text)}>" for cid, text in chunk]
        lines.append("endbfchar")
    lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(lines).encode("ascii")


def utf16(text: str) -> str:
    """``text`` as big-endian UTF-16 in hexadecimal."""
    return text.encode("utf-16-be").hex().upper()
