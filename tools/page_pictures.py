"""Draws the pages of the sample's memo into docs/pictures/, as the README shows them.

Needs pdftoppm (poppler-utils). Run it after a change of the setting:

    python tools/page_pictures.py
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "src"))

from ita_desktop.papers.compose import compose
from ita_desktop.services.samples import sample_case
from ita_desktop.writers.render import PaperRenderer

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
RESOLUTION = 70


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("sample-*.png"):
        old.unlink()
    created = datetime(2025, 1, 1, tzinfo=UTC)
    memo = PaperRenderer().render(compose(sample_case()), created=created)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "sample.pdf")
        file.write_bytes(memo.pdf)
        drawing = ["pdftoppm", "-r", str(RESOLUTION), "-gray", "-png"]
        subprocess.run([*drawing, str(file), str(FOLDER / "sample")], check=True)
    print(f"{memo.pages} pages in {FOLDER}")


if __name__ == "__main__":
    main()
