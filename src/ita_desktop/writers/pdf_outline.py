"""The bookmarks of a PDF: a tree of titles that lead to places on pages."""

from __future__ import annotations

from typing import Any

from ita_desktop.writers.reportlab_base import PDFArray, PDFDictionary, PDFName, PDFString


class _Entry:
    """A bookmark and those under it."""

    __slots__ = ("children", "page", "title", "top")

    def __init__(self, title: str, page: Any, top: float) -> None:
        self.title = title
        self.page = page
        self.top = top
        self.children: list[_Entry] = []


class Outline:
    """Collects bookmarks in reading order; entries of level 1 are folded under those of 0.

    Stands in the document where ReportLab keeps its own outline, which wants a
    canvas.
    """

    ready = 1

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def add(self, title: str, level: int, page: Any, top: float) -> None:
        """Adds a bookmark to ``top`` (pt, from the paper's bottom) of the page referred to."""
        entry = _Entry(title, page, top)
        if level and self._entries:
            self._entries[-1].children.append(entry)
        else:
            self._entries.append(entry)

    def attach(self, document: Any) -> None:
        """Makes this the outline of ReportLab's ``PDFDocument``."""
        if not self._entries:
            return
        root = PDFDictionary({"Type": PDFName("Outlines"), "Count": len(self._entries)})
        parent = document.Reference(root)
        root["First"], root["Last"] = _siblings(document, self._entries, parent)
        document.outline = document.Outlines = self
        document.Catalog.Outlines = parent
        document.Catalog.PageMode = PDFName("UseNone")

    def prepare(self, document: Any, canvas: Any) -> None:
        """Called by ReportLab before it writes; all is ready."""


def _siblings(document: Any, entries: list[_Entry], parent: Any) -> tuple[Any, Any]:
    """Adds the objects of ``entries``; returns references to the first and the last."""
    objects = [PDFDictionary({"Title": PDFString(e.title), "Parent": parent}) for e in entries]
    references = [document.Reference(item) for item in objects]
    for index, (entry, item) in enumerate(zip(entries, objects, strict=True)):
        item["Dest"] = PDFArray([entry.page, PDFName("XYZ"), 0, round(entry.top, 2), 0])
        if index:
            item["Prev"] = references[index - 1]
        if index + 1 < len(entries):
            item["Next"] = references[index + 1]
        if entry.children:
            item["First"], item["Last"] = _siblings(document, entry.children, references[index])
            # negative: folded
            item["Count"] = -len(entry.children)
    return references[0], references[-1]
