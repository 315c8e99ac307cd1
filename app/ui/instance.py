"""One window for each data folder: a second start raises the first one's window and ends.

The lock file decides (a local server alone is racy and survives a crash); the local server only carries the message.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What a second start sends to have the first one end.
QUIT = "--quit"
#: What goes on for longer without a line's end comes from no program of ours, in bytes.
_LONGEST = 64 * 1024
#: A socket's whole path has room for 107 letters.
_LONGEST_FOLDER = 70


def data_folder(options: Any, app: Any = None) -> Path:
    """Where the hub's data lies; asked before anything of it is opened."""
    folders = getattr(app, "folders", None)
    if folders is not None:
        return Path(folders.data)
    chosen = getattr(options, "data_dir", None)
    if chosen is not None:  # the usual way costs an import that first paint waits for
        return Path(chosen).expanduser().absolute()
    from app.platform.folders import folders as places

    return places().data


def end_running(folder: Path, patience: float = 20.0) -> bool:
    """Ask the window of this data folder to end, and wait until it has. False when it still runs."""
    if not folder.is_dir():
        return True
    instance = SingleInstance(folder)
    try:
        if instance.claim():
            return True
        instance.ring([QUIT], min(patience, 5.0))
        return instance.claim(patience)
    finally:
        instance.close()


def _own_folder() -> str:
    """Where no other user can stand in our place, on Linux: everybody may make a socket in the folder for temporary files."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "") if sys.platform == "linux" else ""
    return folder if folder and len(folder) < _LONGEST_FOLDER and _is_own(folder) else ""


def _is_own(path: str) -> bool:
    if sys.platform == "win32":
        return True
    try:
        return Path(path).stat().st_uid == os.getuid()
    except OSError:
        return False


def beside_another() -> tuple[str, str]:
    """What is said in a window that was opened because the first one was not reached."""
    from app.ui.words import tr

    return tr("SalesMate Sync runs already, but does not answer"), tr(
        "This is a second window on the same records; both may be used, and syncs go on in the first. If you can't find the first "
        "one, sign out of the computer and in again: another program may stand in its place."
    )


class SingleInstance(QObject):
    """``claim`` answers whether this process is the first; then :meth:`answer` once the window stands."""

    asked = Signal(list)  # the arguments of a second start

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # judged by the process id alone: a long suspend makes no stale lock
        self._server: Any = None

    @property
    def _name(self) -> str:
        import hashlib

        name = "salesmate-sync-" + hashlib.sha256(str(self._folder.resolve()).encode()).hexdigest()[:20]
        return str(Path(own) / name) if (own := _own_folder()) else name

    def claim(self, patience: float = 0.0) -> bool:
        return self._lock.tryLock(round(patience * 1000))

    def answer(self, heard: Callable[[list[str]], None] | None = None) -> None:
        """Be the one who is rung (:class:`app.platform.instance.Doorbell`)."""
        if heard is not None:
            self.asked.connect(heard)
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self._name)  # of a killed process: we hold the lock, so nobody listens
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        self._server.listen(self._name)

    def ring(self, arguments: Sequence[str], patience: float = 5.0) -> bool:
        """Tell the first process; it may just be starting, so ask for a while. Was it heard?"""
        import json

        from PySide6.QtNetwork import QLocalSocket

        until = time.monotonic() + patience
        while True:
            socket = QLocalSocket()
            socket.connectToServer(self._name)
            if socket.waitForConnected(300):
                if not _is_own(socket.fullServerName()):
                    return False  # another user's program stands in its place
                socket.write(json.dumps(list(arguments)).encode() + b"\n")
                heard = socket.waitForReadyRead(2000) and bytes(socket.readAll().data()) == b"ok\n"
                socket.disconnectFromServer()
                return heard
            if time.monotonic() > until:
                return False
            time.sleep(0.05)

    def close(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _welcome(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _hear(self) -> None:
        self._read(self.sender())

    def _read(self, socket) -> None:
        import json

        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            arguments = [str(part) for part in json.loads(bytes(socket.readLine().data()))]
        except (ValueError, TypeError, RecursionError):
            arguments = []
        socket.write(b"ok\n")
        socket.flush()
        self.asked.emit(arguments)
