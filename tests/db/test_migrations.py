from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.db import migrations
from app.db.connections import ConnectionStore
from app.db.database import Database
from app.db.migrations import HEAD, create, current_revision, known_revisions, migrate, upgrade
from app.db.records import RecordStore
from app.db.tables import metadata
from app.model.errors import StorageError


@pytest.fixture
def empty(empty_url: str, tmp_path: Path) -> Iterator[Database]:
    opened = Database(empty_url, data_dir=tmp_path / "empty")
    yield opened
    opened.close()


#: ``(kind, name, what it is)`` of all there is in a database, but for the order of columns.
SCHEMA = {
    "sqlite": "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL",
    "postgresql": """
        SELECT 'column', table_name || '.' || column_name, concat_ws(' ', data_type, character_maximum_length,
            collation_name, is_nullable, column_default) FROM information_schema.columns WHERE table_schema = 'public'
            AND table_name <> 'alembic_version'
        UNION ALL SELECT 'index', indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
        UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
            FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
}


def schema(db: Database) -> dict[tuple[str, str], str]:
    with db.read() as conn:
        rows = conn.exec_driver_sql(SCHEMA[db.dialect]).all()
    return {(row[0], row[1]): "".join(row[2].split()) for row in rows}


def test_running_every_revision_comes_to_the_tables(db: Database, empty: Database) -> None:
    """A change in tables.py without a revision (or the other way round) fails here."""
    with empty.schema_change() as conn:
        upgrade(conn)
    assert schema(empty) == schema(db)
    if db.path is None:
        return
    with empty.read() as conn, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it can't read expression indexes back: compared as text above
        assert compare_metadata(MigrationContext.configure(conn), metadata) == []


def test_the_newest_revision_is_the_one_we_name() -> None:
    assert known_revisions()[-1] == HEAD


def test_a_fresh_database_is_made_once(empty: Database, tmp_path: Path) -> None:
    assert current_revision(empty) is None
    assert migrate(empty, tmp_path / "backups")
    assert not migrate(empty, tmp_path / "backups")
    assert current_revision(empty) == HEAD
    assert not (tmp_path / "backups").exists()  # there was nothing to keep
    assert empty.check() == []


def test_a_start_with_nothing_to_do_does_not_import_alembic(db: Database, database_url: str) -> None:
    code = (
        "import sys; from pathlib import Path; from app.db.database import Database;"
        "from app.db.migrations import migrate; folder = Path(sys.argv[2]);"
        "db = Database(sys.argv[1], data_dir=folder); assert not migrate(db, folder); db.close();"
        "assert not [name for name in sys.modules if name.startswith(('alembic', 'sqlalchemy.orm'))]"
    )
    subprocess.run(
        [sys.executable, "-c", code, database_url, str(db.data_dir)], check=True, cwd=Path(__file__).parents[2]
    )


def test_a_newer_database_is_refused_and_left_alone(db: Database, tmp_path: Path) -> None:
    with db.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError) as caught:
        migrate(db, tmp_path / "backups")
    assert caught.value.code == "storage_newer"
    assert current_revision(db) == "9999"


def test_another_programs_database_is_refused(empty: Database, tmp_path: Path) -> None:
    with empty.write() as conn:
        conn.exec_driver_sql("CREATE TABLE theirs (x INTEGER)")
    with pytest.raises(StorageError) as caught:
        migrate(empty, tmp_path)
    assert caught.value.code == "storage_foreign"


NEXT = """
import sqlalchemy as sa
from alembic import op
revision, down_revision, branch_labels, depends_on = "test2", "{head}", None, None
def upgrade():
    op.drop_index("ix_invoices_number_folded")  # batch mode does not carry expression indexes over
    rebuilt = op.get_bind().dialect.name == "sqlite"
    with op.batch_alter_table("invoices", recreate="always" if rebuilt else "auto") as batch:
        batch.add_column(sa.Column("extra", sa.Text()))
    op.create_index("ix_invoices_number_folded", "invoices", [sa.text("lower(number)")])
    {more}
"""


@pytest.fixture
def next_revision(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """A program one revision newer; the answer sets what else the revision does."""
    own = migrations.config
    folder = tmp_path / "versions"
    folder.mkdir()

    def write(more: str = "") -> None:
        (folder / "next.py").write_text(NEXT.format(head=HEAD, more=more))

    def config():
        made = own()
        made.set_main_option("path_separator", "newline")
        made.set_main_option("version_locations", f"{migrations.FOLDER / 'versions'}\n{folder}")
        return made

    monkeypatch.setattr(migrations, "config", config)
    monkeypatch.setattr(migrations, "HEAD", "test2")
    return write


@pytest.fixture
def invoice(records: RecordStore) -> dict:
    customer = records.create("customer", {"business_name": "Acme"}, "test")
    lines = [{"description": "one"}, {"description": "two"}]
    values = {"number": "1", "date": "2026-04-01", "customer": customer["id"], "lines": lines}
    return records.create("invoice", values, "test")


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_a_migration_keeps_a_copy_and_every_child(db, records, invoice, next_revision, tmp_path: Path) -> None:
    next_revision()
    assert migrate(db, tmp_path / "backups")
    assert current_revision(db) == "test2"
    # Rebuilding a table drops the old one: with foreign keys on, its lines would have gone with it.
    assert records.get("invoice", invoice["id"]) == invoice
    if db.path is None:
        return
    (copy,) = (tmp_path / "backups").iterdir()
    assert copy.name.startswith("before-test2-")
    with db.unmanaged() as raw:
        assert raw.execute("PRAGMA foreign_keys").fetchone()[0] == 1


@pytest.mark.database("sqlite")  # a server refuses the statement itself
@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
def test_a_migration_that_would_break_references_is_undone(db, records, invoice, next_revision, tmp_path: Path) -> None:
    next_revision('op.execute("DELETE FROM customers")')
    before = schema(db)
    with pytest.raises(StorageError) as caught:
        migrate(db, tmp_path / "backups")
    assert caught.value.code == "storage_damaged"
    assert schema(db) == before
    assert current_revision(db) == HEAD
    assert records.get("invoice", invoice["id"]) == invoice


def test_create_stamps_what_it_made(empty: Database) -> None:
    with empty.schema_change() as conn:
        create(conn)
    assert current_revision(empty) == HEAD


def test_what_a_hub_of_revision_0003_holds_is_kept(empty: Database, tmp_path: Path) -> None:
    """Webhooks, limits and times came after it: their tables were there, and empty."""
    with empty.schema_change() as conn:
        upgrade(conn, "0003")
    customer = RecordStore(empty).create("customer", {"business_name": "Acme"}, "test")
    at = "2026-04-01T00:00:00.000Z"
    with empty.write() as conn:
        conn.exec_driver_sql(
            "INSERT INTO erp_connections (id, tenant_id, connection_name, erp_system, auth_type, auth_config, base_url,"
            " status, status_message, sync_enabled, sync_direction, books, created_at, updated_at)"
            f" VALUES ('c', 'acme', 'Old', 'tally', 'none', '{{}}', 'http://127.0.0.1:9', 'active', '', true,"
            f" 'bidirectional', '{{}}', '{at}', '{at}')"
        )
        conn.exec_driver_sql(
            "INSERT INTO inbox (connection_id, entity_type, remote_id, reason, record, arrived_at)"
            f""" VALUES ('c', 'customer', 'x', 'match', '{{"id":"x","key":"acme"}}', '{at}')"""
        )
    assert migrate(empty, tmp_path / "backups")
    assert current_revision(empty) == HEAD
    assert RecordStore(empty).get("customer", customer["id"]) == customer
    with empty.read() as conn:
        assert conn.exec_driver_sql("SELECT remote_key FROM inbox").scalar() == "acme"
    kept = ConnectionStore(empty).get("c")
    assert (kept.connection_name, kept.tenant_id, kept.schedule) == ("Old", "acme", None)
    assert empty.check() == []
