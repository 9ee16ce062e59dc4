"""The part of the trial about what a clerk gets: the installer and the portable archive."""

from __future__ import annotations

import hashlib
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from build import MARKER, PROGRAMS, build_installer, pack_portable
from bundle import selftest, start_time
from product import CASE_SUFFIX, NAME, TITLE, VERSION
from report import Report, StepError
from wine import Wine

OLDER = "0.0.1"
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall" + "\\" + NAME
SETUP = ("-DTARGET=amd64-unicode", "-DQUICK")
"""Of installer.nsi: Wine without its 32-bit part runs only 64-bit setups."""

RUNNING = "running.json"
"""The mark of a program that has not ended (services/running.py)."""

OPEN, NEWER_INSTALLED = 3, 4
"""Exit codes of the setup."""


class Machine:
    """Where things are in the trial's Windows, and what is in them."""

    def __init__(self, wine: Wine) -> None:
        self.wine = wine
        self.drive = wine.prefix / "drive_c"
        (self.home,) = [
            one for one in (self.drive / "users").iterdir() if (one / "AppData").is_dir()
        ]
        self.local = self.home / "AppData" / "Local"
        self.program = self.local / "Programs" / NAME
        self.data = self.local / NAME
        menu = Path("Microsoft", "Windows", "Start Menu", "Programs", f"{TITLE}.lnk")
        self.entries = (self.home / "AppData" / "Roaming" / menu, self.home / "Desktop" / menu.name)

    def registered(
        self, root: str = "HKCU", key: str = UNINSTALL, value: str = "DisplayVersion"
    ) -> str:
        """A value of the registry, "" where there is none."""
        asked = ["/v", value] if value else ["/ve"]
        done = self.wine.run("reg", "query", f"{root}\\{key}", *asked)
        return done.output.split("REG_SZ")[-1].strip() if "REG_SZ" in done.output else ""

    def install(self, setup: Path, *words: str, expected: int = 0) -> None:
        """Run a setup without a word; StepError where it does not end as expected."""
        done = self.wine.run(setup, "/S", *words, timeout=300)
        if done.code != expected:
            raise StepError(f"ended with {done.code} instead of {expected}: {done.output}")

    def kept(self) -> dict[str, str]:
        """The user's files with their SHA-256, without the diary of each start."""
        return {
            str(file.relative_to(self.data)): hashlib.sha256(file.read_bytes()).hexdigest()
            for file in sorted(self.data.rglob("*"))
            if file.is_file() and "log" not in file.parts[-2:-1]
        }


def try_installer(report: Report, wine: Wine, python: Path, bundle: Path, work: Path) -> None:
    """Install, start, try, upgrade, refuse, uninstall."""
    machine = Machine(wine)
    older, newer = work / f"setup-{OLDER}.exe", work / f"setup-{VERSION}.exe"

    def build() -> str:
        build_installer(bundle, older, version=OLDER, switches=SETUP)
        build_installer(bundle, newer, switches=SETUP)
        return f"{newer.stat().st_size / 1e6:.1f} MB, packed fast"

    if not report.step("NSIS makes the installers", build):
        return
    for name, what in (
        ("silent install of an older version", lambda: install(machine, older, OLDER)),
        ("the installed program starts", lambda: f"{start_time(wine, python, machine.program)} ms"),
        (
            "the installed program's self-test",
            lambda: selftest(wine, machine.program, work / "selftest-installed.json"),
        ),
        ("an open program is not replaced", lambda: install_while_open(machine, newer)),
        ("upgrade over the older version", lambda: upgrade(machine, newer)),
        ("an older version over a newer one is refused", lambda: downgrade(machine, older)),
        ("silent uninstall keeps the data", lambda: uninstall(machine)),
        ("for all users of the PC, and away again", lambda: for_all(machine, newer)),
    ):
        if not report.step(name, what):
            return


def install(machine: Machine, setup: Path, version: str) -> str:
    """Install and look for everything that it must leave."""
    machine.install(setup)
    check_installed(machine, version)
    return machine.wine.windows_path(machine.program)


def check_installed(machine: Machine, version: str) -> None:
    """The program, the entries in menus, the registry."""
    missing = [str(file) for file in machine.entries if not file.exists()]
    missing += [
        name for name in (*PROGRAMS, "uninstall.exe") if not (machine.program / name).exists()
    ]
    if missing:
        raise StepError(f"missing: {', '.join(missing)}")
    found = machine.registered()
    if found != version:
        raise StepError(f"registered as {found!r}")
    kind = machine.registered(key=f"Software\\Classes\\{CASE_SUFFIX}", value="")
    command = machine.registered(key=f"Software\\Classes\\{kind}\\shell\\open\\command", value="")
    if PROGRAMS[0] not in command or '"%1"' not in command:
        raise StepError(f"{CASE_SUFFIX} opens with {command!r}")


def install_while_open(machine: Machine, setup: Path) -> str:
    """A setup beside the running program changes nothing and says so by its code."""
    program = subprocess.Popen(
        ["wine", str(machine.program / PROGRAMS[0])],
        env=machine.wine.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        running = machine.program / PROGRAMS[0]
        image = running.read_bytes()
        wait_for((machine.data / RUNNING).exists, "the program to run")
        machine.install(setup, expected=OPEN)
    finally:
        machine.wine.run("taskkill", "/f", "/im", PROGRAMS[0])
        program.wait(30)
    if running.read_bytes() != image or machine.registered() != OLDER:
        raise StepError("something was changed all the same")
    return f"the setup ended with {OPEN}"


def upgrade(machine: Machine, setup: Path) -> str:
    """What the older version left goes, what the user put there stays, and so do the data."""
    stale = machine.program / "_internal" / "of-the-older-version.dll"
    own = machine.program / "หมายเหตุของฉัน.txt"
    stale.write_bytes(b"stale")
    own.write_bytes("ข้อความ".encode())
    before = machine.kept()
    machine.install(setup)
    check_installed(machine, VERSION)
    if stale.exists():
        raise StepError("a file of the older version is still there")
    if not own.exists() or machine.kept() != before:
        raise StepError("the upgrade touched files of the user's")
    return f"{OLDER} to {VERSION}"


def downgrade(machine: Machine, setup: Path) -> str:
    """Without a question that someone could answer, the newer version stays."""
    machine.install(setup, expected=NEWER_INSTALLED)
    check_installed(machine, VERSION)
    return f"the setup ended with {NEWER_INSTALLED}"


def uninstall(machine: Machine) -> str:
    """Nothing is left but the user's files."""
    before = machine.kept()
    if not before:
        raise StepError("there are no data that could be kept")
    run_uninstaller(machine, machine.program)
    left = [str(file) for file in machine.entries if file.exists()]
    left += [
        name
        for name in (*PROGRAMS, "_internal", "uninstall.exe")
        if (machine.program / name).exists()
    ]
    if left or machine.registered():
        raise StepError(f"still there: {', '.join(left) or 'the entry in the registry'}")
    if machine.registered(key=f"Software\\Classes\\{CASE_SUFFIX}", value=""):
        raise StepError(f"{CASE_SUFFIX} is still associated")
    if machine.kept() != before or not (machine.program / "หมายเหตุของฉัน.txt").exists():
        raise StepError("files of the user's are gone")
    return f"{len(before)} files of data are still there"


def for_all(machine: Machine, setup: Path) -> str:
    """Into Program Files and the registry of the machine; then away."""
    machine.install(setup, "/ALLUSERS")
    program = machine.drive / "Program Files" / NAME
    if not (program / PROGRAMS[0]).exists() or machine.registered("HKLM") != VERSION:
        raise StepError("it is not where all users find it")
    if machine.registered():
        raise StepError("it is registered for one user, too")
    run_uninstaller(machine, program)
    if program.exists() or machine.registered("HKLM"):
        raise StepError("something of it is left")
    return machine.wine.windows_path(program)


def run_uninstaller(machine: Machine, program: Path) -> None:
    """Uninstall without a word; it goes on in a copy of itself after its own end."""
    uninstaller = program / "uninstall.exe"
    done = machine.wine.run(uninstaller, "/S")
    if done.code:
        raise StepError(f"ended with {done.code}: {done.output}")
    wait_for(lambda: not uninstaller.exists(), "the uninstaller to end")


def wait_for(what: Callable[[], bool], name: str, seconds: float = 60) -> None:
    """Wait until *what* is true; StepError where it does not come about."""
    deadline = time.monotonic() + seconds
    while not what():
        if time.monotonic() > deadline:
            raise StepError(f"waited {seconds:.0f} s for {name}")
        time.sleep(0.5)


def try_portable(report: Report, wine: Wine, bundle: Path, work: Path) -> None:
    """Pack the archive, unpack it where a USB stick could be, use it."""
    archive = work / f"{NAME}-portable.zip"
    place = wine.prefix / "drive_c" / "แฟลชไดรฟ์ งาน ITA"

    def use() -> str:
        pack_portable(bundle, archive)
        with zipfile.ZipFile(archive) as packed:
            packed.extractall(place)
        program = place / f"{NAME}-{VERSION}"
        machine = Machine(wine)
        before = machine.kept()
        if not (program / MARKER).is_file():
            raise StepError(f"{MARKER} is missing")
        selftest(wine, program, work / "selftest-portable.json")
        start_portable(wine, program)
        if not any((program / "data").glob("*.sqlite3")):
            raise StepError("no data beside the program")
        if machine.kept() != before:
            raise StepError("it touched the data of the installed program")
        return f"{archive.stat().st_size / 1e6:.1f} MB; data beside the program"

    report.step("the portable archive, in a Thai folder", use)


def start_portable(wine: Wine, program: Path) -> None:
    """Start its window, which asks the first questions; wait for its data, end it."""
    started = subprocess.Popen(
        ["wine", str(program / PROGRAMS[0])],
        env=wine.environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: any((program / "data").glob("*.sqlite3")), "its data")
    finally:
        wine.run("taskkill", "/f", "/im", PROGRAMS[0])
        started.wait(30)
