"""The documents tell what the program does: tables that could go stale are compared with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ita_desktop.cli import COMMANDS
from ita_desktop.domain.checks.table import RULES
from ita_desktop.services.frameworks import framework_years

ROOT = Path(__file__).parents[1]


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_table_of_rules_is_that_of_the_checker() -> None:
    rows = [line for line in text_of("docs/checks.md").splitlines() if line.startswith("| `")]

    assert rows == [
        f"| `{rule.id}` | {rule.severity.value} | {rule.summary} "
        f"| {(rule.check.__doc__ or '').splitlines()[0].rstrip('.')} |"
        for rule in RULES
    ]


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_the_readme_names_every_command(command: str) -> None:
    assert f"run.py {command} " in text_of("README.md")


def test_the_readme_names_every_document() -> None:
    readme = text_of("README.md")

    assert [
        file.name for file in (ROOT / "docs").glob("*.md") if f"docs/{file.name}" not in readme
    ] == []


def test_the_example_of_a_new_year_is_one_without_a_framework() -> None:
    assert "framework 2568 --copy-to 2570" in text_of("docs/frameworks.md")
    assert 2568 in framework_years()
    assert 2570 not in framework_years()
