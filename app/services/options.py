"""What a start was asked for: the command line's global options, as every front door hands them to the
composition root.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """``None`` means: take the default (the platform's data folder, SQLite in it). ``secrets``:
    ``keyring`` or ``file``.
    """

    data_dir: Path | None = None
    database_url: str | None = None
    secrets: str = "keyring"
    log_level: str = "info"


@dataclass(frozen=True)
class ListenAt:
    """Where the listener listens. ``port`` 0 takes any free one; ``required``: a failure ends the start.

    ``network``: a person knows that other computers reach an address that is not this machine's alone. ``tls``: with a
    certificate, this program's own unless ``certificate`` and ``key`` (PEM files) are given.
    """

    host: str = "127.0.0.1"
    port: int = 8055
    required: bool = True
    network: bool = False
    tls: bool = False
    certificate: Path | None = None
    key: Path | None = None
