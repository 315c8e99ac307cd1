"""Secrets, encrypted with the master key and bound to their place: one copied to another row does not open
there.

A stored secret is a format byte, 12 bytes of nonce, and AES-GCM's ciphertext with its tag. Nothing here is
ever logged."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import delete, select

from app.db import tables
from app.db.database import Database
from app.db.sql import upsert_sql
from app.model.clock import stamp
from app.model.errors import AppError

_TABLE = tables.secrets
_COLUMNS = ("owner", "name", "ciphertext", "updated_at")
_FORMAT = b"\x01"
_NONCE = 12
_KEY_LENGTH = 32
#: A known text under this owner tells whether the master key is the hub's.
_CHECK = ("hub", "key-check")
_CHECK_TEXT = "salesmate-sync"


class SecretsLocked(AppError):
    """The master key at hand does not open the hub's secrets."""

    code = "secrets_locked"


@dataclass(frozen=True, slots=True)
class SecretInfo:
    """That a secret is set, and since when; never what it is."""

    owner: str
    name: str
    updated_at: str


def seal(key: bytes, owner: str, name: str, plain: bytes) -> bytes:
    """``plain`` encrypted for the place (owner, name)."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return _FORMAT + nonce + AESGCM(key).encrypt(nonce, plain, _place(owner, name))


def unseal(key: bytes, owner: str, name: str, sealed: bytes) -> bytes:
    """Back from :func:`seal`. Raises :class:`SecretsLocked`."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce, rest = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
    try:
        if sealed[:1] != _FORMAT:
            raise InvalidTag
        return AESGCM(key).decrypt(nonce, rest, _place(owner, name))
    except (InvalidTag, ValueError):
        raise SecretsLocked(
            "The stored passwords can't be opened: this is not the key they were stored with.",
            hint="On the PC where they were stored: salesmate-sync key export FILE. Then here: salesmate-sync key import FILE.",
        ) from None


def _place(owner: str, name: str) -> bytes:
    return f"{owner}\0{name}".encode()


class SecretStore:
    """``key`` gives the 32-byte master key; it is asked when first needed, for a keyring may take its
    time."""

    def __init__(self, db: Database, key: Callable[[], bytes]) -> None:
        self._db = db
        self._source = key
        self._key: bytes | None = None

    def put(self, owner: str, name: str, value: str) -> None:
        """Store or replace a secret of ``owner`` (a connection's or webhook's id)."""
        row = (owner, name, seal(self._master(), owner, name, value.encode()), stamp())
        with self._db.write() as conn:
            conn.exec_driver_sql(upsert_sql(self._db.dialect, _TABLE.name, _COLUMNS, _COLUMNS[:2]), row)

    def get(self, owner: str, name: str) -> str | None:
        """The secret in clear, or ``None`` when it is not set. Raises :class:`SecretsLocked`."""
        query = select(_TABLE.c.ciphertext).where(_TABLE.c.owner == owner, _TABLE.c.name == name)
        with self._db.read() as conn:
            sealed = conn.execute(query).scalar_one_or_none()
        return None if sealed is None else unseal(self._master(), owner, name, bytes(sealed)).decode()

    def all_of(self, owner: str) -> dict[str, str]:
        """Every secret of ``owner`` in clear. Raises :class:`SecretsLocked`."""
        query = select(_TABLE.c.name, _TABLE.c.ciphertext).where(_TABLE.c.owner == owner)
        with self._db.read() as conn:
            rows = conn.execute(query).all()
        return {name: unseal(self._master(), owner, name, bytes(sealed)).decode() for name, sealed in rows}

    def has(self, owner: str, name: str) -> bool:
        return any(info.name == name for info in self.list(owner))

    def list(self, owner: str) -> list[SecretInfo]:
        query = select(_TABLE.c.owner, _TABLE.c.name, _TABLE.c.updated_at).where(_TABLE.c.owner == owner)
        with self._db.read() as conn:
            return [SecretInfo(*row) for row in conn.execute(query.order_by(_TABLE.c.name))]

    def delete(self, owner: str, name: str | None = None) -> None:
        """Forget one secret, or all of ``owner``."""
        given = [_TABLE.c.owner == owner]
        if name is not None:
            given.append(_TABLE.c.name == name)
        with self._db.write() as conn:
            conn.execute(delete(_TABLE).where(*given))

    def holds_any(self) -> bool:
        """Is any secret stored in this hub?"""
        query = select(_TABLE.c.name).where(_TABLE.c.owner != _CHECK[0]).limit(1)
        with self._db.read() as conn:
            return conn.execute(query).first() is not None

    def check_key(self) -> None:
        """See that the master key is the one of this hub; the first call ever settles which it is. Raises
        :class:`SecretsLocked`."""
        with self._db.write():
            if self.get(*_CHECK) is None:
                self.put(*_CHECK, _CHECK_TEXT)

    def ask_again(self) -> None:
        """The master key is another one now."""
        self._key = None

    def _master(self) -> bytes:
        if self._key is None:
            key = self._source()
            if len(key) != _KEY_LENGTH:
                raise SecretsLocked("The master key is damaged.", hint="Import it again from its backup.")
            self._key = key
        return self._key
