"""Faces as subset fonts of a PDF: Type 0, Identity-H, with an exact ToUnicode."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Set
from typing import Any

import uharfbuzz as hb

from ita_desktop.quoting import quoted_path
from ita_desktop.typesetting.fonts import FontError
from ita_desktop.typesetting.shaping import Face
from ita_desktop.writers.reportlab_base import (
    Deflate,
    PDFArray,
    PDFArrayCompact,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)

_NEEDED_BY_LAYOUT = ("GSUB", "GPOS", "GDEF", "OS/2", "gasp", "name", "post", "DSIG", "cmap")
"""Tables that shaping has used already or that a PDF does not read."""
_SYMBOLIC = 4


class SubsetCache:
    """The last subset of each face: a document with the same letters uses it again."""

    def __init__(self) -> None:
        self._kept: dict[Face, tuple[frozenset[int], bytes, dict[int, int]]] = {}

    def subset(self, face: Face, glyphs: Set[int]) -> tuple[bytes, dict[int, int]]:
        """A font of at least ``glyphs``, and where each of them stands in it."""
        kept = self._kept.get(face)
        if kept is None or not glyphs <= kept[0]:
            wanted = frozenset(glyphs | (kept[0] if kept else frozenset()))
            kept = (wanted, *_subset(face, wanted))
            self._kept[face] = kept
        return kept[1], kept[2]


def _subset(face: Face, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    request = hb.SubsetInput()
    request.glyph_set.update(glyphs)
    request.drop_table_tag_set.update(
        [int.from_bytes(tag.encode("ascii"), "big") for tag in _NEEDED_BY_LAYOUT]
    )
    request.flags = (
        hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    )
    try:
        plan = hb.SubsetPlan(face.hb_face, request)
        data = bytes(plan.execute().blob.data)
    except RuntimeError as error:
        # the tables are there, as loading saw, but what they say does not fit together
        raise FontError(
            f"ไฟล์แบบอักษร {quoted_path(face.path)} เสียหาย โปรดเลือกไฟล์ .ttf อื่น"
        ) from error
    return data, dict(plan.old_to_new_glyph_mapping.items())


class EmbeddedFont:
    """A face as the PDF document will hold it; ``name`` is its resource name.

    Duck-typed for ReportLab's ``delayedFonts``: ``addObjects`` is called when
    the document is written and all used glyphs are known.
    """

    def __init__(self, face: Face, name: str, subsets: SubsetCache) -> None:
        self.face = face
        self.name = name
        self.cids: set[int] = set()
        self._subsets = subsets

    def addObjects(self, document: Any) -> None:  # noqa: N802 - ReportLab's name
        """Adds the font's objects to ReportLab's ``PDFDocument``."""
        face = self.face
        cids = sorted({0, *self.cids})
        data, places = self._subsets.subset(face, {face.glyphs[cid] for cid in cids})
        base = f"{_tag(cids, data)}+{_postscript_name(face)}"
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
                "W": _widths(face, cids),
                "CIDToGIDMap": document.Reference(_stream(_glyph_map(face, cids, places))),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(base),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(_stream(_to_unicode(face, cids))),
            }
        )
        reference = document.Reference(font, f"ita-font-{self.name}")
        document.idToObject["BasicFonts"].dict[self.name] = reference

    def _descriptor(self, document: Any, base: str, data: bytes) -> PDFDictionary:
        metrics = hb.Font(self.face.hb_face).get_font_extents("ltr")
        unit = self.face.unit
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


def _tag(cids: list[int], data: bytes) -> str:
    """Six capitals that tell subsets of one font apart."""
    digest = hashlib.sha256(repr(cids).encode("ascii") + data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _postscript_name(face: Face) -> str:
    name = face.hb_face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or face.path.stem
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c == "-")) or "Font"


def _widths(face: Face, cids: list[int]) -> PDFArray:
    """``cid [width …]`` for each run of neighbouring CIDs."""
    groups: list[tuple[int, list[float]]] = []
    run: list[float] = []
    for position, cid in enumerate(cids):
        if position and cid == cids[position - 1] + 1:
            run.append(round(face.widths[cid], 2))
            continue
        run = [round(face.widths[cid], 2)]
        groups.append((cid, run))
    return PDFArrayCompact([part for cid, run in groups for part in (cid, PDFArrayCompact(run))])


def _glyph_map(face: Face, cids: list[int], places: dict[int, int]) -> bytes:
    table = bytearray(2 * (cids[-1] + 1))
    for cid in cids:
        table[2 * cid : 2 * cid + 2] = places[face.glyphs[cid]].to_bytes(2, "big")
    return bytes(table)


def _to_unicode(face: Face, cids: list[int]) -> bytes:
    lines = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def",
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def",
        "1 begincodespacerange <0000> <FFFF> endcodespacerange",
    ]
    meanings = [(cid, face.meanings[cid]) for cid in cids if face.meanings[cid]]
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
