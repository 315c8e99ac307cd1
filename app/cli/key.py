"""``key export`` and ``key import``: the hub's master key for another machine."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from app.model.errors import InvalidInput
from app.services.options import Options


def run_export(options: Options, file: Path) -> int:
    from app import bootstrap

    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        passphrase = _ask("A passphrase for the key file: ")
        if sys.stdin.isatty() and _ask("The same again: ") != passphrase:
            raise InvalidInput("The two are not the same; nothing was written.", field="passphrase")
        app.services.master_key.export(file, passphrase)
    _out(f"The key is in {file}. Whoever has that file and its passphrase can open the hub's stored passwords.")
    return 0


def run_import(options: Options, file: Path) -> int:
    from app import bootstrap

    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        app.services.master_key.take(file, _ask("The passphrase of the key file: "))
    _out("This machine has the hub's key now. Programs that are running take it at their next start.")
    return 0


def _ask(prompt: str) -> str:
    """A line that is not shown; from a script, the next line of standard input."""
    return getpass.getpass(prompt) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _out(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
