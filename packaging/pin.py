"""Pins the SHA-256 of the packages that the bundle and its trial are made of.

    python packaging/pin.py

reads names and versions from the two requirements.txt, asks pip for the wheels of
64-bit Windows for every Python that can build, and writes the sums of all of them beside
the versions. To take a newer package, change its version there and run this.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent
FILES = {
    PACKAGING / "requirements.txt": ("3.11", "3.12", "3.13"),
    PACKAGING / "trial" / "requirements.txt": ("3.11",),
}
"""Each list with the Pythons that its packages are for."""


def wheels(folder: Path, wanted: list[str], python: str) -> None:
    """Let pip put the wheels for one Python on Windows into *folder*."""
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    target = ["--platform=win_amd64", "--implementation=cp", f"--python-version={python}"]
    words = [*pip, "--no-deps", "--only-binary=:all:", *target, f"--dest={folder}", *wanted]
    subprocess.run(words, check=True)


def sums(folder: Path) -> dict[str, list[str]]:
    """The SHA-256 of the wheels by the folded name of their package."""
    found: dict[str, list[str]] = {}
    for wheel in sorted(folder.glob("*.whl")):
        name = folded(wheel.name.split("-")[0])
        found.setdefault(name, []).append(hashlib.sha256(wheel.read_bytes()).hexdigest())
    return found


def folded(name: str) -> str:
    """A package's name as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def main() -> None:
    for file, pythons in FILES.items():
        text = file.read_text(encoding="utf-8")
        head = [line for line in text.splitlines() if line.startswith("#")]
        wanted = re.findall(r"^([\w.-]+==[\w.]+)", text, re.MULTILINE)
        with tempfile.TemporaryDirectory() as folder:
            for python in pythons:
                wheels(Path(folder), wanted, python)
            by_name = sums(Path(folder))
        lines = []
        for spec in sorted(wanted, key=str.lower):
            hashes = [f"    --hash=sha256:{one}" for one in by_name[folded(spec.split("==")[0])]]
            lines.append(" \\\n".join([spec, *hashes]))
        file.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")
        print(f"{len(wanted)} packages in {file}")


if __name__ == "__main__":
    main()
