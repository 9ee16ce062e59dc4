"""Writes ``src/ita_desktop/ui/forms/``: a class with typed attributes for each Designer file.

    .venv/bin/python tools/make_forms.py

To be run after a change of ``resources/ui/``; a test tells where it was forgotten.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / "resources" / "ui"
CLASSES = ROOT / "src" / "ita_desktop" / "ui" / "forms"
LABELS = "ita_desktop.ui.widgets.labels"
REPLACED = {"QLabel": "Label"}
"""As in ``ui/forms/form.py``."""

_LONGEST_LINE = 100


def class_name(form: Path) -> str:
    """``MainWindowUi`` for ``main_window.ui``."""
    return "".join(word.capitalize() for word in form.stem.split("_")) + "Ui"


def module_of(form: Path) -> str:
    """The text of the module for one Designer file."""
    tree = ET.parse(form).getroot()
    ours = {
        entry.findtext("class", ""): entry.findtext("header", "")
        for entry in tree.iter("customwidget")
    }
    members = dict(_members(tree))
    homes = {**ours, "Label": LABELS, "QAction": "PySide6.QtGui"}
    imports: dict[str, set[str]] = {"ita_desktop.ui.forms.form": {"Form"}}
    for kind in {*members.values(), *ours}:
        imports.setdefault(homes.get(kind, "PySide6.QtWidgets"), set()).add(kind)
    qt = [home for home in sorted(imports) if home.startswith("PySide6")]
    blocks = ["\n".join(_import(home, imports[home]) for home in qt)] if qt else []
    own = [home for home in sorted(imports) if not home.startswith("PySide6")]
    blocks.append("\n".join(_import(home, imports[home]) for home in own))
    head = f'"""The widgets of ``resources/ui/{form.name}``; written by ``tools/make_forms.py``."""'
    body = [f"class {class_name(form)}(Form):", f'    """``{form.name}``."""', ""]
    body.append(f'    FILE = "{form.name}"')
    if ours:
        body.append(_tuple("    PROMOTED = ", sorted(ours)))
    body += ["", *[f"    {name}: {kind}" for name, kind in members.items()]]
    future = "from __future__ import annotations"
    return "\n\n".join([head, future, *blocks]) + "\n\n\n" + "\n".join(body).rstrip() + "\n"


def _members(tree: ET.Element) -> Iterator[tuple[str, str]]:
    """Names and classes of the widgets, layouts and actions inside the outermost widget."""
    (outer,) = tree.findall("widget")
    for element in outer.iter():
        name, kind = element.get("name", ""), element.get("class", "")
        if element.tag in {"layout", "widget"} and element is not outer:
            yield name, REPLACED.get(kind, kind)
        elif element.tag == "action":
            yield name, "QAction"


def _import(home: str, names: set[str]) -> str:
    listed = sorted(names)
    line = f"from {home} import {', '.join(listed)}"
    if len(line) <= _LONGEST_LINE:
        return line
    return f"from {home} import (\n" + "".join(f"    {name},\n" for name in listed) + ")"


def _tuple(start: str, names: list[str]) -> str:
    comma = "," if len(names) == 1 else ""
    line = f"{start}({', '.join(names)}{comma})"
    if len(line) <= _LONGEST_LINE:
        return line
    return f"{start}(\n" + "".join(f"        {name},\n" for name in names) + "    )"


def main() -> None:
    for form in sorted(FORMS.glob("*.ui")):
        (CLASSES / f"{form.stem}.py").write_text(module_of(form), encoding="utf-8")


if __name__ == "__main__":
    main()
