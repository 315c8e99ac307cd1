"""The REST API's token: made on first start, in a file of its owner alone."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from pathlib import Path

from app.platform.private import create_private, write_private

_SHORTEST = 32
#: For so long a program takes its token's word for it before it looks at the file again, in seconds.
_LOOK_EVERY = 1.0


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


class ApiToken:
    """The token that calls must carry: what lies in the file now, whichever program put it there.

    ``hide`` keeps it out of the log. All methods but :meth:`fits` raise ``OSError``.
    """

    def __init__(self, path: Path, hide: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self._hide = hide
        self._clock = clock
        self._lock = threading.Lock()
        self._value = b""
        self._mark: object = None
        self._looked = clock()

    def value(self) -> str:
        """The token, made when there is none."""
        with self._lock:
            return self._take(api_token(self.path))

    def renew(self) -> str:
        """A new one. This program takes it at once, others at this data folder within a second."""
        with self._lock:
            return self._take(renew_token(self.path))

    def fits(self, given: bytes) -> bool:
        """Is ``given`` the token? The file is looked at when it is not, and once a second when it is."""
        right = self._equals(given)
        if right and self._clock() - self._looked < _LOOK_EVERY:
            return True
        return self._equals(given) if self._moved() else right

    def _equals(self, given: bytes) -> bool:
        return hmac.compare_digest(given, self._value) and bool(self._value)

    def _moved(self) -> bool:
        """Take up what another program wrote. A file that is gone or cut short changes nothing: it is being written."""
        with self._lock:
            self._looked = self._clock()
            try:
                if _mark(self.path) == self._mark:
                    return False
                token = _read(self.path)
                if len(token) < _SHORTEST:
                    return False
                self._take(token)
            except OSError:
                return False
            return True

    def _take(self, token: str) -> str:
        self._hide(token)
        self._value = token.encode()
        self._mark = _mark(self.path)
        return token


def _mark(path: Path) -> object:
    found = path.stat()
    return found.st_mtime_ns, found.st_size, found.st_ino


def _fresh() -> bytes:
    return secrets.token_urlsafe(32).encode() + b"\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="ascii", errors="replace").strip()
