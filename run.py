"""Sets everything up and runs it, on a machine with nothing but Python 3.11 or newer.

    python3 run.py             the sample's memo as a PDF, then the program
    python3 run.py test        lint, types, import contracts and all tests
    python3 run.py test quick  the same without the tests that start whole programs
    python3 run.py test whole  only the tests that start whole programs
    python3 run.py memo …      any command of the program, such as `memo CASE.json -o OUT.pdf`

On Windows write `py` for `python3`. Packages go to `.venv` beside this file and
nowhere else; on Debian and its kin, missing system libraries are installed with
apt. A second run finds everything in place and starts at once. Standard library only.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

ROOT = Path(__file__).resolve().parent
SOURCE = ROOT / "src"
VENV = ROOT / ".venv"
STAMP = VENV / "ita-ready.json"
OUT = ROOT / "out"
LINUX: bool = sys.platform.startswith("linux")
WINDOWS: bool = sys.platform == "win32"
BIN = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = BIN / ("python.exe" if WINDOWS else "python")

# What Qt's wheels load from the system, and the Debian package that holds it. The
# libraries are looked for, not the packages: some have another name on newer releases.
QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}


class SetupError(Exception):
    """Setting up cannot go on; the text says what to do."""


def say(thai: str, english: str) -> None:
    """One message in both languages."""
    print(f"{thai}\n  {english}", flush=True)


# --- system packages -------------------------------------------------------------------


def can_load(library: str) -> bool:
    """Whether the system has this shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(tests: bool) -> list[str]:
    """The Debian packages that this machine lacks; [] on other systems."""
    if not LINUX:
        return []
    missing = {package for library, package in QT_LIBRARIES.items() if not can_load(library)}
    if tests and not shutil.which("pdftotext"):
        missing.add("poppler-utils")
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        missing.add("python3-venv")
    return sorted(missing)


def install_packages(packages: list[str]) -> None:
    """Installs with apt as root, through sudo, or not at all; who asks looks again."""
    if not shutil.which("apt-get"):
        return
    prefix: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo"):
            return
        prefix = ["sudo"]
    say(f"กำลังติดตั้งไลบรารีของระบบ: {' '.join(packages)}", "installing system packages")
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    # An update that fails is no reason to stop: the old list may do.
    subprocess.run([*apt, "update"], check=False)
    subprocess.run([*apt, "install", "-y", "--no-install-recommends", *packages], check=False)


def set_up_system(tests: bool) -> list[str]:
    """Installs what is missing and returns what still is."""
    missing = missing_packages(tests)
    if missing:
        install_packages(missing)
        missing = missing_packages(tests)
    if missing:
        say(
            "ระบบยังขาดไลบรารีบางตัว ให้ผู้ดูแลระบบสั่งคำสั่งนี้ แล้วลองใหม่:",
            f"missing; run as root: apt-get install -y {' '.join(missing)}",
        )
    return missing


# --- Python packages -------------------------------------------------------------------


def run(*command: str | Path) -> None:
    """Runs a step of the setup, shown on the screen; SetupError when it fails."""
    words = [str(word) for word in command]
    if subprocess.run(words, cwd=ROOT, check=False).returncode:
        raise SetupError(
            "คำสั่งนี้ไม่สำเร็จ กรุณาตรวจการเชื่อมต่ออินเทอร์เน็ตแล้วลองใหม่\n"
            f"  this command failed: {shlex.join(words)}"
        )


def wanted_packages(tests: bool) -> list[str]:
    """What pip is to install, so that the program runs from this checkout.

    An editable install puts the checkout's path into a file that Python before
    3.12 reads in the code page of Windows, and a Thai path would then stop
    every start of Python; there only the dependencies are installed.
    """
    if WINDOWS and sys.version_info < (3, 12) and not str(ROOT).isascii():
        import tomllib

        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        extra = project["optional-dependencies"]["dev"] if tests else []
        return [*project["dependencies"], *extra]
    return ["-e", ".[dev]" if tests else "."]


def set_up_python(tests: bool) -> None:
    """Makes ``.venv`` and fills it, unless the stamp says that this is done."""
    machine = f"{sys.version} {ROOT}"
    project = hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = read_stamp()
    same_machine = stamp.get("machine") == machine and PYTHON.exists()
    if same_machine and stamp.get("project") == project and (stamp.get("tests") or not tests):
        return
    tests = tests or (same_machine and bool(stamp.get("tests")))
    if not same_machine:
        say("กำลังเตรียมสภาพแวดล้อมของโปรแกรม (ครั้งแรกครั้งเดียว)", f"making {VENV}")
        run(sys.executable, "-m", "venv", "--clear", VENV)
    say("กำลังติดตั้งแพ็กเกจที่โปรแกรมใช้", "installing the packages that the program uses")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(*pip, *wanted_packages(tests))
    # pip compiles what it installs, but not a checkout; the first start would pay for it
    run(PYTHON, "-m", "compileall", "-q", ROOT / "src")
    done = {"machine": machine, "project": project, "tests": tests}
    STAMP.write_text(json.dumps(done, ensure_ascii=False), encoding="utf-8")


def read_stamp() -> dict[str, object]:
    """What the last complete setup was for; {} when there was none."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def set_up(tests: bool) -> list[str]:
    """Everything; returns the system packages that are still missing."""
    missing = set_up_system(tests)
    if "python3-venv" in missing or (tests and missing):
        raise SetupError("หยุดไว้เพียงเท่านี้ / stopped here")
    set_up_python(tests)
    return missing


# --- the jobs --------------------------------------------------------------------------


def program(*arguments: str | Path, said: IO[bytes] | None = None) -> int:
    """Runs the Python of ``.venv`` on this checkout and returns its exit code.

    What it writes goes to the screen, or into ``said``.
    """
    old = os.environ.get("PYTHONPATH")
    path = os.pathsep.join([str(SOURCE), old] if old else [str(SOURCE)])
    command = [str(PYTHON), *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": path}
    errors = subprocess.STDOUT if said is not None else None
    return subprocess.run(command, env=env, stdout=said, stderr=errors, check=False).returncode


def has_screen() -> bool:
    """Whether a window can be shown to anyone."""
    if os.environ.get("QT_QPA_PLATFORM") in {"offscreen", "minimal"}:
        return False
    if LINUX:
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def make_sample() -> int:
    """The main job: the sample's memo, then the program."""
    missing = set_up(tests=False)
    OUT.mkdir(exist_ok=True)
    case, pdf = OUT / "sample.json", OUT / "sample.pdf"
    code = program("-m", "ita_desktop", "sample", "-o", case)
    code = code or program("-m", "ita_desktop", "memo", case, "-o", pdf)
    if code:
        return code
    say(f"บันทึกข้อความตัวอย่างอยู่ที่ {pdf}", "the sample's memo as a PDF")
    if not has_screen():
        say("ไม่มีจอภาพ จึงไม่เปิดหน้าต่างโปรแกรม", "no screen, so the window is not opened")
        return 0
    if missing:
        return 1
    return program("-m", "ita_desktop.app")


CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "import contracts": ("-c", "from importlinter.cli import lint_imports_command as c; c()"),
    "mypy": ("-m", "mypy"),
}
"""What is tried beside the tests; each says by its exit code whether it passes."""

GROUPS = {"all": (), "quick": ("-m", "not whole"), "whole": ("-m", "whole")}
"""The tests to run, as pytest is told; ``whole`` is a marker in pyproject.toml."""


def check(name: str) -> bool:
    """Runs one of CHECKS and shows at once what it said, in one piece; whether it passes."""
    with tempfile.TemporaryFile() as said:
        code = program(*CHECKS[name], said=said)
        said.seek(0)
        text = said.read().decode("utf-8", "replace").strip()
    print(f"\n== {name}\n{text}", flush=True)
    return code == 0


def run_tests(group: str = "all") -> int:
    """Every check beside pytest, which has a process for each processor; 0 when all pass."""
    set_up(tests=True)
    os.chdir(ROOT)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with ThreadPoolExecutor(max_workers=1) as beside:
        checks = {} if group == "whole" else {name: beside.submit(check, name) for name in CHECKS}
        print("== pytest", flush=True)
        code = program("-m", "pytest", "-n", "auto", "--dist", "worksteal", *GROUPS[group])
    failed = [name for name, passed in checks.items() if not passed.result()]
    failed += ["pytest"] if code else []
    if failed:
        print(f"ไม่ผ่าน / failed: {', '.join(failed)}", file=sys.stderr, flush=True)
    return 1 if failed else 0


def main(arguments: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        # A console without Thai shows question marks instead of stopping the setup.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if sys.version_info < (3, 11):  # noqa: UP036 - who starts this may have an older one
        say("โปรแกรมนี้ต้องใช้ Python 3.11 ขึ้นไป", "this program needs Python 3.11 or newer")
        return 1
    try:
        if not arguments:
            return make_sample()
        if arguments == ["test"]:
            return run_tests()
        if arguments[0] == "test" and len(arguments) == 2 and arguments[1] in GROUPS:
            return run_tests(arguments[1])
        if arguments[0] in {"-h", "--help"}:
            print(__doc__)
            return 0
        set_up(tests=False)
        return program("-m", "ita_desktop", *arguments)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
