"""Files of measures: read exactly, refused with the place, written as they were read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.library import EntryKind, LibraryMeasure
from ita_desktop.exchange.library_json import (
    MAX_BYTES,
    LibraryFileError,
    library_to_json,
    parse_library,
    read_library,
)
from ita_desktop.thai.cleanup import normalise

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
ENTRIES = st.lists(
    st.builds(
        LibraryMeasure,
        id=st.text("abc019-", min_size=1, max_size=8),
        name=TEXTS.filter(lambda text: normalise(text).strip(" \n\u200c\u200d") != ""),
        kind=st.none() | st.sampled_from(EntryKind),
        indicators=st.lists(st.sampled_from(["1", "10", "9.5"]), max_size=2).map(tuple),
        purpose=TEXTS,
        keywords=LISTS,
        guidelines=LISTS,
        steps=LISTS,
        responsible=LISTS,
        monitoring=TEXTS,
        outputs=LISTS,
        outcomes=LISTS,
    ),
    max_size=3,
    unique_by=lambda entry: entry.id,
).map(tuple)


def file(*entries: object, **header: object) -> bytes:
    tree = {"format": "ita-measures", "version": 1, "measures": list(entries)} | header
    return json.dumps(tree, ensure_ascii=False).encode("utf-8")


@given(ENTRIES)
def test_what_is_written_is_read_again(entries: tuple[LibraryMeasure, ...]) -> None:
    assert parse_library(library_to_json(entries)) == entries


def test_a_short_entry_is_enough() -> None:
    assert parse_library(file({"id": "a", "name": "มาตรการคิว"})) == (
        LibraryMeasure("a", "มาตรการคิว"),
    )


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (file({"id": "a", "name": "ก", "stpes": []}), "measures[0].stpes"),
        (file({"id": "a"}), "measures[0].name"),
        (file({"id": "a", "name": "ก", "steps": "ข้อเดียว"}), "measures[0].steps"),
        (file({"id": "a", "name": "ก", "indicators": ["100"]}), "measures[0].indicators[0]"),
        (file({"id": "a", "name": "ก", "kind": "mine"}), "measures[0].kind"),
        (file({"id": "../a", "name": "ก"}), "measures[0].id"),
        (file({"id": "ก", "name": "ก"}), "measures[0].id"),
        (file({"id": "a" * 61, "name": "ก"}), "measures[0].id"),
        (file({"id": "a", "name": "ก"}, {"id": "a", "name": "ข"}), "measures[1].id"),
        (file(format="ita-case"), "format"),
        (file(version=2), "version"),
        (file(version="1"), "version"),
        (file(version=True), "version"),
        (file(extra=1), "extra"),
        (b"[]", ""),
        (b"{", ""),
        (b"", ""),
        ("ก".encode("cp874"), ""),
    ],
)
def test_what_is_not_of_the_format_is_refused_with_its_place(data: bytes, path: str) -> None:
    with pytest.raises(LibraryFileError) as caught:
        parse_library(data)

    assert caught.value.path == path


def test_a_file_is_named_in_the_message(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    path.write_bytes(file({"id": "a"}))

    with pytest.raises(LibraryFileError) as caught:
        read_library(path)

    assert caught.value.file == path
    assert "mine.json" in str(caught.value)
    assert "measures[0].name" in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryFileError, match=r"none\.json"):
        read_library(tmp_path / "none.json")


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as stream:
        stream.truncate(MAX_BYTES * 100)

    with pytest.raises(LibraryFileError, match="MB"):
        read_library(path)


def test_what_the_format_cannot_hold_is_not_written() -> None:
    with pytest.raises(LibraryFileError):
        library_to_json((LibraryMeasure("a", ""),))
