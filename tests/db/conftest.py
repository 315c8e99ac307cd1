"""A fresh hub for each test: a copy of one that was made once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.connections import Connection, ConnectionStore
from app.db.database import DATABASE_FILE, Database, default_url
from app.db.migrations import migrate
from app.db.records import RecordStore


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("template")
    made = Database(default_url(folder), data_dir=folder)
    migrate(made, folder / "backups")
    made.checkpoint()
    made.close()
    return folder / DATABASE_FILE


@pytest.fixture
def db(template: Path, tmp_path: Path) -> Iterator[Database]:
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copy(template, folder / DATABASE_FILE)
    opened = Database(default_url(folder), data_dir=folder)
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
