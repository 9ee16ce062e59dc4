"""One window for one database: a second start hands over to the first and ends."""

from __future__ import annotations

import getpass
import hashlib
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT = 1500
"""Milliseconds for the other program to answer; it may be busy setting a memo."""
_MOST = 1_000_000
"""Bytes that are read from a caller at the most."""


class OneWindow(QObject):
    """Listens for second starts on the same database.

    ``called`` carries the files that the second start was given. No network: on Windows
    a named pipe, elsewhere a socket file, both for this user only.
    """

    called = Signal(list)

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = _name_for(database)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        # Answered ones live on as the server's children: second starts are few.
        self._callers: list[QLocalSocket] = []

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Makes the first window come to the front; False where there is none."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_WAIT):
            return False
        _let_others_come_to_front()
        message = json.dumps([str(file.absolute()) for file in files]) + "\n"
        socket.write(message.encode("ascii"))
        # The answer, so that a first window that is just closing takes nothing with it.
        answered = socket.waitForBytesWritten(_WAIT) and socket.waitForReadyRead(_WAIT)
        socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        """Begins to listen. Where that is not possible, second starts stand alone."""
        if not self._server.listen(self._name):
            # A program that died left its socket's name; nobody answered there.
            QLocalServer.removeServer(self._name)
            self._server.listen(self._name)

    def close(self) -> None:
        """Stops listening."""
        self._server.close()

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            caller.setReadBufferSize(_MOST)
            caller.readyRead.connect(self._on_message)
            caller.disconnected.connect(self._on_message)
            self._callers.append(caller)
        self._on_message()

    def _on_message(self) -> None:
        """Answers who has said a whole line, and forgets who has gone."""
        for caller in tuple(self._callers):
            if caller.canReadLine():
                self._callers.remove(caller)
                files = _files_in(bytes(caller.readLine(_MOST).data()))
                caller.write(b"ok\n")
                caller.flush()
                self.called.emit(files)
            elif caller.state() is QLocalSocket.LocalSocketState.UnconnectedState:
                self._callers.remove(caller)


def _files_in(message: bytes) -> list[Path]:
    try:
        names = json.loads(message)
    except (ValueError, RecursionError):
        return []
    if not isinstance(names, list):
        return []
    return [Path(name) for name in names if isinstance(name, str)]


def _name_for(database: Path) -> str:
    """The same for every start of this user on this file, whatever its path is written like."""
    whole = os.path.normcase(os.path.realpath(database))
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name
        user = ""
    text = f"{user}\0{whole}".encode("utf-8", "surrogateescape")
    return f"ita-desktop-{hashlib.sha256(text).hexdigest()[:20]}"


def _let_others_come_to_front() -> None:
    """Windows lets only the program that the user just started raise a window: we pass that on."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
