"""Case files of every version are read for ever, with everything in them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.domain.case import Case, Paper
from ita_desktop.domain.description import FieldType, fields_of
from ita_desktop.exchange.case_json import (
    VERSION,
    CaseFileError,
    case_to_json,
    parse_case,
    read_case,
    read_versioned,
)

FOLDER = Path(__file__).parent / "case_files"
VERSIONS = range(1, VERSION + 1)
LATER = {(Paper, "state"): 2}
"""Fields that no file before a version could say: their memo had none."""


def file_of(version: int) -> Path:
    return FOLDER / f"version-{version}.json"


def said(record: Any, version: int) -> Iterator[tuple[type[Any], str, Any]]:
    """Every field that a file of a version can say, of every record in a record."""
    for name, field, *_ in fields_of(type(record)):
        if field.since > version or LATER.get((type(record), name), 1) > version:
            continue
        value = getattr(record, name)
        yield type(record), name, value
        if field.type is FieldType.RECORD:
            yield from said(value, version)
        elif field.type is FieldType.ENTRIES:
            for entry in value:
                yield from said(entry, version)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_each_version_opens_with_everything_in_it(version: int) -> None:
    case, of_file = read_versioned(file_of(version))

    assert of_file == version
    told: dict[tuple[type[Any], str], set[str]] = {}
    for record, name, value in said(case, version):
        told.setdefault((record, name), set()).add(repr(value))
    empty = {repr(value) for value in ("", None, ())}
    assert [key for key, values in told.items() if values <= empty] == []


@pytest.mark.parametrize("version", VERSIONS)
def test_what_was_read_is_written_as_the_newest_version(version: int) -> None:
    case = read_case(file_of(version))
    data = case_to_json(case)

    assert json.loads(data)["version"] == VERSION
    assert parse_case(data) == case


def test_the_newest_file_is_written_as_it_is() -> None:
    data = file_of(VERSION).read_bytes()
    assert case_to_json(parse_case(data)) == data


def without(record: Any, since: int) -> Any:
    """A record with what a version brought at its defaults, and all that is in it."""
    changed = {}
    for name, field, _, default in fields_of(type(record)):
        value = getattr(record, name)
        if field.since >= since or LATER.get((type(record), name)) == since:
            changed[name] = default
        elif field.type is FieldType.RECORD:
            changed[name] = without(value, since)
        elif field.type is FieldType.ENTRIES:
            changed[name] = tuple(without(entry, since) for entry in value)
    return record._replace(**changed)


def test_a_file_of_version_1_says_the_same_without_identities() -> None:
    assert read_case(file_of(1)) == without(read_case(file_of(2)), 2)


def newest() -> dict[str, Any]:
    tree: dict[str, Any] = json.loads(file_of(2).read_bytes())
    return tree


def refusal(tree: dict[str, Any]) -> CaseFileError:
    with pytest.raises(CaseFileError) as caught:
        parse_case(json.dumps(tree).encode())
    return caught.value


def test_identities_may_be_missing() -> None:
    tree = newest()
    del tree["measures"][0]["id"]
    tree["measures"][1]["id"] = ""
    tree["papers"][0]["id"] = None

    case = parse_case(json.dumps(tree).encode())

    assert [measure.id for measure in case.measures] == ["", ""]
    assert case.papers[0].id == ""


def test_an_identity_that_stands_twice_is_refused_wherever_it_stands() -> None:
    tree = newest()
    evidence = tree["measures"][0]["results"][1]["evidence"][0]
    evidence["id"] = tree["agency"]["id"]

    error = refusal(tree)

    assert error.path == "measures[0].results[1].evidence[0].id"
    assert "agency.id" in error.problem


@pytest.mark.parametrize("identity", ["a b", "ก", "x" * 65, "a\n", 7])
def test_an_identity_is_a_short_token(identity: object) -> None:
    tree = newest()
    tree["papers"][0]["id"] = identity
    assert refusal(tree).path == "papers[0].id"


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda paper: paper["texts"].update(sbject="ก"), "papers[0].texts.sbject"),
        (lambda paper: paper["texts"].update(subject=5), "papers[0].texts.subject"),
        (lambda paper: paper.update(texts=[]), "papers[0].texts"),
        (lambda paper: paper.update(subject="ก"), "papers[0].subject"),
        (lambda paper: paper.update(kind=""), "papers[0].kind"),
        (lambda paper: paper.update(state="lost"), "papers[0].state"),
    ],
)
def test_a_wrong_paper_is_refused_with_its_path(change: Any, path: str) -> None:
    tree = newest()
    change(tree["papers"][0])
    assert refusal(tree).path == path


def test_a_paper_of_an_unknown_kind_keeps_its_texts() -> None:
    tree = newest()
    tree["papers"].append({"kind": "letter", "texts": {"greeting": "เรียน", "none": ""}})

    case = parse_case(json.dumps(tree).encode())

    assert case.papers[1] == Paper("letter").with_text("greeting", "เรียน")
    assert parse_case(case_to_json(case)) == case


def test_the_memo_of_version_1_is_unknown_now() -> None:
    assert refusal(newest() | {"memo": {}}).path == "memo"


def test_a_case_without_papers_is_read() -> None:
    tree = newest()
    del tree["papers"]
    case: Case = parse_case(json.dumps(tree).encode())
    assert case.papers == ()
