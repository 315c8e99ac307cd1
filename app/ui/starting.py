"""How this program is started by others: at login, and again by itself."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

#: Start beside the clock, without opening the window.
BACKGROUND = "--background"
_DATABASE_URL = "SALESMATE_SYNC_DATABASE_URL"


def start_command(options: Any = None, *, background: bool = False) -> list[str]:
    """This program on the same data folder, with the same place for its key."""
    command = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
    if getattr(options, "data_dir", None) is not None:
        command += ["--data-dir", str(Path(options.data_dir).expanduser().absolute())]
    if getattr(options, "secrets", "keyring") != "keyring":
        command += ["--secrets", options.secrets]
    return [*command, BACKGROUND] if background else command


def start_detached(options: Any) -> None:
    from PySide6.QtCore import QProcess

    if getattr(options, "database_url", None):  # not on the command line: it may hold a password
        os.environ[_DATABASE_URL] = options.database_url
    command = start_command(options)
    QProcess.startDetached(command[0], command[1:])
