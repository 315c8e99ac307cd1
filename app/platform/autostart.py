"""Starting with the user's session: a registry value on Windows, a LaunchAgent on macOS, a desktop entry on
Linux."""

from __future__ import annotations

import os
import plistlib
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Protocol

NAME = "SalesMate Sync"
_LABEL = "com.salesmate.sync"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"


class Autostart(Protocol):
    """All raise ``OSError`` when the system refuses."""

    def enable(self, command: Sequence[str]) -> None: ...

    def disable(self) -> None: ...

    def enabled(self) -> bool: ...


def autostart(
    platform: str = sys.platform, home: Path | None = None, environ: Mapping[str, str] | None = None
) -> Autostart:
    """The one of this system."""
    if platform == "win32":
        return RunKey()
    folder = Path.home() if home is None else home
    if platform == "darwin":
        return FileAutostart(launch_agent_path(folder), launch_agent)
    return FileAutostart(desktop_entry_path(folder, os.environ if environ is None else environ), desktop_entry)


class Content(Protocol):
    def __call__(self, command: Sequence[str]) -> bytes: ...


class FileAutostart:
    """Switched on by a file's being there."""

    def __init__(self, path: Path, content: Content) -> None:
        self.path = path
        self._content = content

    def enable(self, command: Sequence[str]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        part = self.path.with_name(f"{self.path.name}.part")
        part.write_bytes(self._content(command))
        part.replace(self.path)

    def disable(self) -> None:
        self.path.unlink(missing_ok=True)

    def enabled(self) -> bool:
        return self.path.is_file()


# --- Linux --------------------------------------------------------------------------------------------------


def desktop_entry_path(home: Path, environ: Mapping[str, str]) -> Path:
    base = environ.get("XDG_CONFIG_HOME") or ""
    # The specification wants relative values ignored.
    config = Path(base) if base.startswith("/") else home / ".config"
    return config / "autostart" / "salesmate-sync.desktop"


def desktop_entry(command: Sequence[str]) -> bytes:
    line = " ".join(map(_exec_quoted, command))
    return (
        f"[Desktop Entry]\nType=Application\nVersion=1.0\nName={NAME}\nComment=Keeps your books in step\n"
        f"Exec={line}\nTerminal=false\nX-GNOME-Autostart-enabled=true\n"
    ).encode()


def _exec_quoted(word: str) -> str:
    """A word of an ``Exec`` line: quoted, then escaped again as every text value of the file is."""
    plain = word.replace("%", "%%")
    if plain and all(mark.isalnum() or mark in "-_./:=+,@%" for mark in plain):
        return plain
    for mark in ("\\", '"', "`", "$"):
        plain = plain.replace(mark, "\\" + mark)
    return '"' + plain.replace("\\", "\\\\") + '"'


# --- macOS --------------------------------------------------------------------------------------------------


def launch_agent_path(home: Path) -> Path:
    return home / "Library" / "LaunchAgents" / f"{_LABEL}.plist"


def launch_agent(command: Sequence[str]) -> bytes:
    return plistlib.dumps(
        {"Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True, "ProcessType": "Interactive"}
    )


# --- Windows ------------------------------------------------------------------------------------------------


def run_value(command: Sequence[str]) -> str:
    """The command line as Windows takes it apart again."""
    return subprocess.list2cmdline(command)


class RunKey:
    """A value under the user's own ``Run`` key: no administrator needed."""

    def enable(self, command: Sequence[str]) -> None:
        if sys.platform == "win32":
            import winreg

            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.SetValueEx(key, NAME, 0, winreg.REG_SZ, run_value(command))

    def disable(self) -> None:
        if sys.platform == "win32":
            import winreg

            writing = winreg.KEY_SET_VALUE
            with (
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, writing) as key,
            ):
                winreg.DeleteValue(key, NAME)

    def enabled(self) -> bool:
        if sys.platform == "win32":
            import winreg

            with suppress(FileNotFoundError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                return bool(winreg.QueryValueEx(key, NAME)[0])
        return False
