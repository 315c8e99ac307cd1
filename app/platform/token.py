"""The REST API's token: made on first start, in a file of its owner alone."""

from __future__ import annotations

import secrets
from pathlib import Path

from app.platform.private import create_private, write_private

_SHORTEST = 32


def api_token(path: Path) -> str:
    """The token in ``path``, made when there is none. Two programs starting at once get the same. Raises
    ``OSError``."""
    create_private(path, _fresh())
    token = _read(path)
    if len(token) >= _SHORTEST:
        return token
    # Emptied by a full disk or an editor: nobody can be using it.
    return renew_token(path)


def renew_token(path: Path) -> str:
    """A new token; the old one is worth nothing from now on. Raises ``OSError``."""
    write_private(path, _fresh())
    return _read(path)


def _fresh() -> bytes:
    return secrets.token_urlsafe(32).encode() + b"\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii", errors="replace").strip()
