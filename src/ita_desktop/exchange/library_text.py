"""Entries of the library of measures as Thai text, for the command line."""

from __future__ import annotations

from collections.abc import Sequence

from ita_desktop.domain.library import EntryKind, LibraryMeasure
from ita_desktop.quoting import quoted
from ita_desktop.thai.digits import thai_number
from ita_desktop.thai.terminal import aligned

_NOTHING = "ไม่พบมาตรการที่ตรงกับคำค้น โปรดลองคำที่สั้นลงหรือเลขตัวชี้วัด เช่น 10"
_KINDS = {
    EntryKind.STANDARD: "มาตรฐาน",
    EntryKind.INDICATOR: "รายตัวชี้วัด",
    EntryKind.OWN: "ของหน่วยงาน",
}
_LONGEST = 300
"""A user's own texts stay lines that a terminal can show."""


def entries_text(entries: Sequence[LibraryMeasure]) -> str:
    """Return a list of *entries*: id, kind, the indicators served, and the name."""
    if not entries:
        return _NOTHING
    rows = [("รหัส", "ชนิด", "ตัวชี้วัด", "มาตรการ")]
    rows += [
        (
            quoted(entry.id),
            _kind(entry),
            thai_number(", ".join(entry.indicators)),
            quoted(entry.name, _LONGEST),
        )
        for entry in entries
    ]
    return "\n".join(aligned(rows))


def entry_text(entry: LibraryMeasure) -> str:
    """Return all that *entry* says, part by part, without the parts that are empty."""
    head = [quoted(entry.name, _LONGEST), f"{_kind(entry)} รหัส {quoted(entry.id)}"]
    if entry.indicators:
        head.append(f"ตัวชี้วัดที่ {thai_number(', '.join(entry.indicators))}")
    parts = [
        ("เพื่อให้", [entry.purpose]),
        ("แนวทางการปฏิบัติ", entry.guidelines),
        ("ขั้นตอน", [f"{thai_number(n)}. {step}" for n, step in enumerate(entry.steps, start=1)]),
        ("ผู้รับผิดชอบ", [" ".join(entry.responsible)]),
        ("การกำกับติดตาม", [entry.monitoring]),
        ("ตัวอย่างผลผลิต", entry.outputs),
        ("ตัวอย่างผลลัพธ์", entry.outcomes),
    ]
    blocks = ["\n".join(head)]
    for title, texts in parts:
        lines = [f"  {quoted(text, _LONGEST)}" for text in texts if text]
        if lines:
            blocks.append("\n".join([title, *lines]))
    return "\n\n".join(blocks)


def _kind(entry: LibraryMeasure) -> str:
    return _KINDS[entry.kind or EntryKind.OWN]
