"""A Windows of the trial's own: a Wine prefix that speaks Thai, and programs run in it.

A prefix is a folder with the registry and drive C: of one Windows. The user's own is
not touched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
MINGW = "x86_64-w64-mingw32-"
STUB_MARK = b"ita-desktop trial stub"
"""Found in every stub DLL, so that one which strayed into a bundle is recognised."""

# What Qt and its PDFium ask of Windows and Wine 8 does not have: conversions between
# character sets and colour profiles of monitors, which they do without, and random numbers.
_CONVERTERS = """
UCNV_FROM_U_CALLBACK_SUBSTITUTE UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_cbFromUWriteUChars
ucnv_cbToUWriteUChars ucnv_close ucnv_countAvailable ucnv_fromUCountPending ucnv_fromUnicode
ucnv_getAvailableName ucnv_getFromUCallBack ucnv_getMaxCharSize ucnv_getName
ucnv_getStandardName ucnv_getToUCallBack ucnv_open ucnv_reset ucnv_setFromUCallBack
ucnv_setToUCallBack ucnv_toUCountPending ucnv_toUnicode
"""
STUBS = {
    "icuuc": " ".join(f"F({name})" for name in _CONVERTERS.split()),
    "mscms": (
        "F(GetColorProfileFromHandle) F(CloseColorProfile) F(WcsCreateIccProfile) "
        "F(OpenColorProfileW)"
    ),
    "bcryptprimitives": "RANDOM_BYTES(ProcessPrng)",
}


NETWORK_DRIVE = "N"


class Done(NamedTuple):
    """A Windows program that has ended: its exit code, and both its outputs in one."""

    code: int
    output: str


class Wine(NamedTuple):
    """One prefix and the screen that its windows are drawn on."""

    prefix: Path
    environment: Mapping[str, str]

    def run(
        self,
        *command: str | Path,
        timeout: float = 600,
        cwd: Path | None = None,
        **environment: str,
    ) -> Done:
        """Run a Windows program; 124 and what it said so far where it took over *timeout* s."""
        # A pipe, since programs under Wine 8 cannot write to a file that they are given.
        try:
            done = subprocess.run(
                ["nice", "-n", "10", "wine", *map(str, command)],
                env={**self.environment, **environment},
                cwd=cwd,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                timeout=timeout,
                check=False,
            )
        except subprocess.TimeoutExpired as late:
            return Done(124, _text(late.stdout or b"") + f"\nended after {timeout:.0f} s")
        return Done(done.returncode, _text(done.stdout))

    def windows_path(self, path: Path) -> str:
        """The name under which Windows programs see a file of this machine's."""
        drive_c = self.prefix / "drive_c"
        if path.is_relative_to(drive_c):
            return "C:\\" + str(path.relative_to(drive_c)).replace("/", "\\")
        return "Z:" + str(path).replace("/", "\\")

    def stop(self) -> None:
        """End every program of this prefix, and no other."""
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False)


def _text(data: bytes) -> str:
    """What a Windows program said, without the notes of Wine's own."""
    noise = (
        b"it looks like wine32",
        b"multiarch needs",
        b'execute "dpkg',
        b"apt-get install wine32",
    )
    lines = [line for line in data.splitlines() if not line.startswith(noise)]
    said = b"\n".join(lines)
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:  # a program that does as Thai Windows tells it
        return said.decode("cp874", "replace")


@contextmanager
def screen() -> Iterator[str]:
    """A screen in memory for the windows; gives its name, such as ``:99``."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read, encoding="ascii") as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def windows(folder: Path) -> Iterator[Wine]:
    """A fresh Thai Windows in *folder*, made anew; every program in it ends with it."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    locales, home = folder / "locales", folder / "home"
    locales.mkdir()
    home.mkdir()
    # The Windows takes its language and code page (CP874) from the locale.
    subprocess.run(
        ["localedef", "-i", "th_TH", "-f", "UTF-8", locales / "th_TH.UTF-8"],
        check=False,  # it warns by its exit code
    )
    with screen() as display, tempfile.TemporaryDirectory() as config:
        wine = Wine(
            folder / "prefix",
            {
                "PATH": os.environ["PATH"],
                # Wine makes the user's Documents and Desktop lead to those of this home.
                "HOME": str(home),
                "WINEPREFIX": str(folder / "prefix"),
                "WINEARCH": "win64",
                "WINEDEBUG": "-all",
                # No .NET, no HTML: else each first start asks to download them. No menu
                # entries and desktop files of this machine's either.
                "WINEDLLOVERRIDES": "mscoree,mshtml,winemenubuilder.exe=;mscms=n,b",
                "DISPLAY": display,
                "LOCPATH": str(locales),
                "LC_ALL": "th_TH.UTF-8",
                "XDG_CONFIG_HOME": config,
                "PYTHONUTF8": "1",
            },
        )
        try:
            _fill(wine)
            yield wine
        finally:
            wine.stop()


def _fill(wine: Wine) -> None:
    """Windows 10 instead of 7, a network drive, the stubs for what Wine lacks."""
    wine.run("wineboot", "-i")
    system = wine.prefix / "drive_c" / "windows"
    for key, name, value in (
        (r"HKCU\Software\Wine", "Version", "win10"),
        (r"HKLM\Software\Wine\Drives", f"{NETWORK_DRIVE.lower()}:", "network"),
    ):
        wine.run("reg", "add", key, "/v", name, "/d", value, "/f")
    share = wine.prefix.parent / "share"
    share.mkdir()
    (wine.prefix / "dosdevices" / f"{NETWORK_DRIVE.lower()}:").symlink_to(share)
    for stub, functions in STUBS.items():
        build_stub(stub, functions, system / "system32")
    wine.stop()  # drives are read at the start


def build_stub(name: str, functions: str, folder: Path) -> Path:
    """Compile ``name.dll`` with what *functions* says in the words of stub.c into *folder*."""
    library = folder / f"{name}.dll"
    library.unlink(missing_ok=True)
    compiler = [f"{MINGW}gcc", "-shared", "-s", f"-DFUNCTIONS={functions}"]
    subprocess.run([*compiler, "-o", library, HERE / "stub.c", "-ladvapi32"], check=True)
    return library
