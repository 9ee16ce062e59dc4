"""What the bundle leaves out is nothing that the program needs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6/translations/qtbase_th.qm", False),
        ("PySide6/plugins/tls/qschannelbackend.dll", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6/Qt6OpenGL.dll", True),  # Qt's reader of forms asks for it
        ("PySide6/plugins/imageformats/qico.dll", True),
        ("resources/ui/main_window.ui", True),
    ],
)
def test_parts_of_qt(load, name, kept):
    assert load("contents").wanted(name) is kept


def test_every_module_of_qt_that_the_program_imports_is_kept(load):
    contents = load("contents")
    source = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    modules = set(re.findall(r"PySide6\.(Qt\w+)|from PySide6 import (Qt\w+)", source))
    names = {one or other for one, other in modules}
    assert {"QtCore", "QtWidgets", "QtPdf"} <= names
    assert [name for name in names if not contents.wanted(f"PySide6/{name}.pyd")] == []


def test_every_file_that_a_wheel_has_is_kept(load):
    contents = load("contents")
    found = {target: Path(source) for source, target in contents.shipped_files(ROOT)}
    assert {"resources", "resources/manual"} <= found.keys()
    for target, source in found.items():
        files = source.rglob("*") if source.is_dir() else [source]
        names = [f"{target}/{file.relative_to(source.parent)}" for file in files]
        assert names
        assert [name for name in names if not contents.wanted(name)] == []


def test_no_module_that_the_program_imports_is_excluded(load):
    source = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    imported = set(re.findall(r"^\s*(?:from|import) ([\w.]+)", source, re.MULTILINE))
    assert imported.isdisjoint(load("contents").EXCLUDED)


def test_every_dependency_is_pinned_with_its_sums(load):
    parts = load("parts")
    pins = parts.pins()
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        load("pin").folded(re.split(r"[<>=!~;\[ ]", spec)[0]) for spec in project["dependencies"]
    }
    assert wanted <= {load("pin").folded(pin.name) for pin in pins}
    lines = [
        line
        for file in parts.LISTS
        for line in file.read_text(encoding="utf-8").splitlines()
        if "==" in line
    ]
    assert len(pins) == len(lines)
    assert all(pin.sums for pin in pins)
