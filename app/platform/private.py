"""Files that only their owner may read, complete or not there."""

from __future__ import annotations

import os
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def make_private_folder(folder: Path) -> Path:
    """``folder``, made when it is missing, then for its owner alone."""
    if not folder.is_dir():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def write_private(path: Path, data: bytes) -> None:
    """Replace ``path`` by a file of its owner alone. Raises ``OSError``."""
    with _written(path, data) as part:
        part.replace(path)
        _own_alone(path)


def create_private(path: Path, data: bytes) -> bool:
    """Make ``path`` unless it exists; of two programs that try at once one answers True. Raises
    ``OSError``."""
    with _written(path, data) as part:
        try:
            os.link(part, path)  # fails when the name is taken, unlike a rename
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            if path.exists():
                return False
            part.rename(path)
        _own_alone(path)
        return True


def is_private(path: Path) -> bool:
    """May nobody but the owner read it? (On Windows the folder's own protection counts.)"""
    return os.name == "nt" or not path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)


@contextmanager
def _written(path: Path, data: bytes) -> Iterator[Path]:
    make_private_folder(path.parent)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # its owner's alone from the start
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield part
    finally:
        part.unlink(missing_ok=True)


def _own_alone(path: Path) -> None:
    """On Windows take inherited rights away and leave the user's own: the profile folder protects it already, a data
    folder elsewhere may not."""
    user = os.environ.get("USERNAME", "")
    if os.name == "nt" and user:
        icacls = Path(os.environ.get("SYSTEMROOT", r"C:\Windows")) / "System32" / "icacls.exe"
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(
                [str(icacls), str(path), "/inheritance:r", "/grant:r", f"{user}:F"],
                capture_output=True,
                timeout=10,
                check=False,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # the window has no console to lend it
            )
