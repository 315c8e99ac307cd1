"""A fresh hub for each test, on each database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.connections import Connection, ConnectionStore
from app.db.database import Database
from app.db.records import RecordStore


@pytest.fixture
def db(database_url: str, data_dir: Path) -> Iterator[Database]:
    opened = Database(database_url, data_dir=data_dir)
    yield opened
    opened.close()


@pytest.fixture
def connection(db: Database) -> Connection:
    return ConnectionStore(db).create(
        erp_system="tally",
        connection_name="Books",
        auth_type="none",
        base_url="http://127.0.0.1:9000",
        auth_config={"company": "Acme"},
    )


@pytest.fixture
def records(db: Database) -> RecordStore:
    return RecordStore(db)
