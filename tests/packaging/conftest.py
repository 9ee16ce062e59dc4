"""The scripts of packaging/ as modules, for one test at a time: their names are common words."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"

Load = Callable[[str], ModuleType]


@pytest.fixture
def load(monkeypatch: pytest.MonkeyPatch) -> Iterator[Load]:
    """Imports a module of packaging/ or packaging/trial/ by its name."""
    before = set(sys.modules)
    monkeypatch.setattr(sys, "path", [str(PACKAGING), str(PACKAGING / "trial"), *sys.path])
    yield importlib.import_module
    for name in set(sys.modules) - before:
        file = getattr(sys.modules[name], "__file__", None)
        if file and Path(file).is_relative_to(PACKAGING):
            del sys.modules[name]
