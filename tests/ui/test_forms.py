"""The Designer files: they load, fit the code, and can be worked with by keyboard alone."""

from __future__ import annotations

import importlib
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import get_type_hints

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFrame,
    QLabel,
    QMainWindow,
    QWidget,
)
from pytestqt.qtbot import QtBot
from tools.make_forms import module_of

import ita_desktop
from ita_desktop.resources import resource_path
from ita_desktop.ui.forms.form import Form

FORMS = sorted(path.name for path in resource_path("ui").glob("*.ui"))
CLASSES = Path(ita_desktop.__file__).parent / "ui" / "forms"
SOURCES = sorted((Path(ita_desktop.__file__).parent / "ui").rglob("*.py"))
OUTER = {"QDialog": QDialog, "QFrame": QFrame, "QMainWindow": QMainWindow, "QWidget": QWidget}
WINDOW_KEYS = set("FEVHY")
"""Alt and these belong to the window: its menus and the box of years."""


def tree_of(form: str) -> ET.Element:
    return ET.parse(resource_path("ui", form)).getroot()


def outer_of(form: str) -> ET.Element:
    (outer,) = tree_of(form).findall("widget")
    return outer


def class_of(form: str) -> type[Form]:
    """The class with the form's widgets."""
    module = importlib.import_module(f"ita_desktop.ui.forms.{Path(form).stem}")
    (found,) = (
        kind
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Form) and kind is not Form
    )
    return found


def loaded(form: str, qtbot: QtBot) -> QWidget:
    """The form in a window of its own class."""
    window = OUTER[outer_of(form).get("class", "")]()
    qtbot.addWidget(window)
    return class_of(form)(window).outer


def names_in(form: str) -> list[str]:
    elements = [*tree_of(form).iter("widget"), *tree_of(form).iter("layout")]
    elements += [*tree_of(form).iter("spacer"), *tree_of(form).iter("action")]
    return [element.get("name", "") for element in elements]


def in_reading_order(parent: ET.Element) -> Iterator[ET.Element]:
    """The widgets of a form as they are read: rows of grids and forms from the top."""

    def place(item: ET.Element) -> tuple[int, int]:
        return int(item.get("row", 0)), int(item.get("column", 0))

    for element in sorted(parent.findall("item"), key=place):
        yield from in_reading_order(element)
    for element in parent:
        if element.tag == "layout":
            yield from in_reading_order(element)
        elif element.tag == "widget":
            yield element
            yield from in_reading_order(element)


# --- the files -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_form_loads_into_its_own_window(form: str, qtbot: QtBot) -> None:
    window = loaded(form, qtbot)
    assert window.layout() is not None or isinstance(window, QMainWindow)


@pytest.mark.parametrize("form", FORMS)
def test_names_are_given_once_and_in_the_houses_way(form: str) -> None:
    outer = outer_of(form).get("name")
    names = [name for name in names_in(form) if name != outer]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [name for name in names if not re.fullmatch(r"[a-z][a-z0-9_]*", name)] == []


@pytest.mark.parametrize("form", FORMS)
def test_promoted_widgets_are_ours_and_extend_what_the_form_says(form: str) -> None:
    promoted = {kind.__name__: kind for kind in class_of(form).PROMOTED}
    for entry in tree_of(form).iter("customwidget"):
        kind = promoted[entry.findtext("class", "")]
        bases = {base.__name__ for base in kind.__mro__}
        assert entry.findtext("extends") in bases, kind.__name__
    used = {element.get("class", "") for element in tree_of(form).iter("widget")}
    assert {name for name in used if not name.startswith("Q")} == set(promoted)


# --- the files and the code --------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_the_class_of_a_form_is_as_it_would_be_written_now(form: str) -> None:
    written = CLASSES / f"{Path(form).stem}.py"
    assert written.read_text(encoding="utf-8") == module_of(resource_path("ui", form))


def test_no_class_is_left_of_a_form_that_is_gone() -> None:
    assert {f"{path.stem}.ui" for path in CLASSES.glob("*.py")} - {"__init__.ui", "form.ui"} == set(
        FORMS
    )


@pytest.mark.parametrize("form", FORMS)
def test_every_attribute_is_a_widget_of_its_type(form: str, qtbot: QtBot) -> None:
    kind = class_of(form)
    window = OUTER[outer_of(form).get("class", "")]()
    qtbot.addWidget(window)
    made = kind(window)
    types = {name: hint for name, hint in get_type_hints(kind).items() if name.islower()}
    assert types
    for name, hint in types.items():
        assert type(getattr(made, name)) is hint, name
        assert getattr(made, name).objectName() == name


def test_a_name_that_no_form_has_is_a_bug(qtbot: QtBot) -> None:
    window = QDialog()
    qtbot.addWidget(window)
    form = class_of("about.ui")(window)
    with pytest.raises(LookupError, match="QDialog nothing"):
        form.named(QDialog, "nothing")


def test_every_form_is_loaded_by_someone() -> None:
    code = "\n".join(source.read_text(encoding="utf-8") for source in SOURCES)
    assert [form for form in FORMS if f"{class_of(form).__name__}(self)" not in code] == []


# --- by keyboard alone ---------------------------------------------------------------------------


def focusable(window: QWidget) -> dict[str, QWidget]:
    return {
        widget.objectName(): widget
        for widget in window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }


@pytest.mark.parametrize("form", FORMS)
def test_tab_goes_through_the_form_as_it_is_read(form: str, qtbot: QtBot) -> None:
    window = loaded(form, qtbot)
    there = focusable(window)
    read = [element.get("name", "") for element in in_reading_order(outer_of(form))]
    expected = [name for name in read if name in there]
    chain: list[str] = []
    widget = window.nextInFocusChain()
    while widget is not window:
        chain.append(widget.objectName())
        widget = widget.nextInFocusChain()
    visited = [name for name in chain if name in expected]
    # where the chain begins is not told: it is a ring
    begin = visited.index(expected[0]) if expected else 0
    assert visited[begin:] + visited[:begin] == expected


Pages = dict[str, str]
"""Of stacked and tabbed pages, the one on which a widget stands."""


def mnemonics(element: ET.Element, pages: Pages) -> Iterator[tuple[str, Pages]]:
    """The letters after Alt below a widget, with their pages; those in menus are their own."""
    for entry in (*element.findall("property"), *element.findall("attribute")):
        if entry.get("name") in {"text", "title"}:
            text = entry.findtext("string", "").replace("&&", "")
            yield from ((letter.upper(), pages) for letter in re.findall(r"&(\w)", text))
    paged = element.get("class") in {"QStackedWidget", "QTabWidget"}
    for inner in element:
        if inner.tag == "widget" and inner.get("class") != "QMenu":
            name, page = element.get("name", ""), inner.get("name", "")
            yield from mnemonics(inner, {**pages, name: page} if paged else pages)
        elif inner.tag in {"layout", "item"}:
            yield from mnemonics(inner, pages)


def seen_together(one: Pages, other: Pages) -> bool:
    return all(one[name] == other[name] for name in one.keys() & other.keys())


@pytest.mark.parametrize("form", FORMS)
def test_alt_and_a_letter_means_one_thing(form: str) -> None:
    found = list(mnemonics(outer_of(form), {}))
    twice = {
        letter
        for (letter, one), (again, other) in combinations(found, 2)
        if letter == again and seen_together(one, other)
    }
    assert twice == set()
    if outer_of(form).get("class") in {"QWidget", "QFrame"}:
        assert {letter for letter, _ in found} & WINDOW_KEYS == set()


@pytest.mark.parametrize("form", FORMS)
def test_a_letter_of_a_label_leads_somewhere(form: str, qtbot: QtBot) -> None:
    window = loaded(form, qtbot)
    lost = [
        label.objectName()
        for label in window.findChildren(QLabel)
        if "&" in label.text().replace("&&", "") and label.buddy() is None
    ]
    assert lost == []


@pytest.mark.parametrize("form", FORMS)
def test_whatever_takes_the_focus_has_a_name_to_be_read_aloud(form: str, qtbot: QtBot) -> None:
    window = loaded(form, qtbot)
    named = {id(label.buddy()) for label in window.findChildren(QLabel)}
    named_by_form = {element.get("name") for element in tree_of(form).iter("widget")}
    nameless = [
        name
        for name, widget in focusable(window).items()
        if name in named_by_form
        and not isinstance(widget, QAbstractButton)
        and not widget.accessibleName()
        and id(widget) not in named
        and type(widget).__name__ not in {"QTabWidget", "QScrollArea"}
    ]
    assert nameless == []


# --- room for the texts --------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_large_text_is_not_clipped(form: str, qtbot: QtBot) -> None:
    before = QFont(QApplication.font())
    large = QFont(before)
    large.setPointSizeF(before.pointSizeF() * 1.6)
    QApplication.setFont(large)
    try:
        window = loaded(form, qtbot)
        window.show()
        window.adjustSize()
        QApplication.processEvents()
        clipped = [
            f"{widget.objectName()} {widget.size().toTuple()} {needed.toTuple()}"
            for widget in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton))
            if widget.isVisible() and widget.text() and widget.objectName() in names_in(form)
            for needed in [widget.minimumSizeHint()]
            if widget.width() < needed.width() or widget.height() < needed.height()
        ]
    finally:
        QApplication.setFont(before)
    assert clipped == []
