"""``key export`` and ``key import``: the hub's master key for another machine."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from app.cli.hub import hub
from app.cli.terminal import out
from app.model.errors import InvalidInput
from app.services.options import Options


def run_export(options: Options, file: Path) -> int:
    with hub(options) as app:
        app.services.master_key.export(file, new_passphrase("A passphrase for the key file: "))
    out(f"The key is in {file}. Whoever has that file and its passphrase can open the hub's stored passwords.")
    return 0


def run_import(options: Options, file: Path) -> int:
    with hub(options) as app:
        app.services.master_key.take(file, ask_passphrase("The passphrase of the key file: "))
    out("This machine has the hub's key now. Programs that are running take it at their next start.")
    return 0


def new_passphrase(prompt: str) -> str:
    """Raises :class:`InvalidInput` when it is not typed twice alike."""
    passphrase = ask_passphrase(prompt)
    if sys.stdin.isatty() and ask_passphrase("The same again: ") != passphrase:
        raise InvalidInput("The two are not the same; nothing was written.", field="passphrase")
    return passphrase


def ask_passphrase(prompt: str) -> str:
    """A line that is not shown; from a script, the next line of standard input."""
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
