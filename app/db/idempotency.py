"""What was answered to calls that carried an ``Idempotency-Key``, kept in the transaction that did what was asked.

A key is stored as its hash, and what was asked and answered under it only in forms that the key itself opens: an answer may
hold a token that is shown once."""

from __future__ import annotations

import hmac
from collections.abc import Mapping
from datetime import timedelta
from hashlib import sha256
from typing import Any

import orjson
from sqlalchemy import select

from app.db import tables
from app.db.database import Database
from app.db.secrets import seal, unseal
from app.db.sql import dump, load, upsert_sql
from app.model.clock import Clock, stamp, utc_now
from app.model.errors import InvalidInput

#: How long a key is known.
KEPT = timedelta(hours=24)
_TABLE = tables.idempotency_keys
_COLUMNS = ("key", "fingerprint", "answer", "at")
_PLACE = ("idempotency", "answer")


class IdempotencyStore:
    def __init__(self, db: Database, clock: Clock = utc_now) -> None:
        self._db = db
        self._clock = clock

    def find(self, key: str, asked: Any) -> Any | None:
        """What was answered (plain JSON) when the same was asked under ``key`` less than :data:`KEPT` ago. Raises
        :class:`InvalidInput` (``idempotency_mismatch``) when it was something else."""
        known = (_TABLE.c.key == _hash(key), _TABLE.c.at > stamp(self._clock() - KEPT))
        with self._db.read() as conn:
            row = conn.execute(select(_TABLE.c.fingerprint, _TABLE.c.answer).where(*known)).one_or_none()
        if row is None:
            return None
        if not hmac.compare_digest(row[0], _fingerprint(key, asked)):
            raise InvalidInput(
                "This Idempotency-Key was used for another call. Nothing was done.",
                field="Idempotency-Key",
                hint="Send a new key with every new call, and the same one only to repeat a call unchanged.",
                code="idempotency_mismatch",
            )
        return load(unseal(_cipher_key(key), *_PLACE, bytes(row[1])))

    def keep(self, key: str, asked: Any, answer: Mapping[str, Any]) -> None:
        """Part of the caller's write transaction, where there is one."""
        sealed = seal(_cipher_key(key), *_PLACE, orjson.dumps(answer))
        row = (_hash(key), _fingerprint(key, asked), sealed, stamp(self._clock()))
        with self._db.write() as conn:
            conn.exec_driver_sql(upsert_sql(self._db.dialect, _TABLE.name, _COLUMNS, ("key",)), row)


def _hash(key: str) -> str:
    return sha256(b"row:" + key.encode()).hexdigest()


def _cipher_key(key: str) -> bytes:
    return sha256(b"answer:" + key.encode()).digest()


def _fingerprint(key: str, asked: Any) -> str:
    return hmac.digest(key.encode(), dump(asked).encode(), "sha256").hex()
