"""Bringing a database to this program's schema: a backup first, Alembic only when there is something to
do."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from app.db.database import Database
from app.db.tables import metadata
from app.model.clock import utc_now
from app.model.errors import StorageError

if TYPE_CHECKING:
    from alembic.config import Config

log = logging.getLogger(__name__)

#: The newest revision, told here so that a start with nothing to do needs no Alembic (a second of CPU). A
#: test compares.
HEAD = "0010"
FOLDER = Path(__file__).parent
_VERSION_TABLE = "alembic_version"


def stored_revision(conn: Connection) -> str | None:
    """The revision a database stands at; ``None`` for one without tables of ours."""
    if not inspect(conn).has_table(_VERSION_TABLE):
        return None
    return conn.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608


def current_revision(db: Database) -> str | None:
    with db.read() as conn:
        return stored_revision(conn)


def config() -> Config:
    """Alembic's configuration, with the scripts of this package."""
    from alembic.config import Config

    made = Config()
    made.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return made


def known_revisions() -> list[str]:
    """From the oldest to the newest."""
    from alembic.script import ScriptDirectory

    return [script.revision for script in reversed(list(ScriptDirectory.from_config(config()).walk_revisions()))]


def migrate(db: Database, backup_dir: Path) -> bool:
    """Bring ``db`` to :data:`HEAD`. True when something was done. A database with content is copied to
    ``backup_dir`` first.

    Raises :class:`StorageError`: ``storage_newer`` for a database of a newer program, ``storage_foreign`` for
    one with other tables, ``storage_damaged`` when references would be broken afterwards. Nothing is changed
    then."""
    with db.read() as conn:
        found = stored_revision(conn)
        if found == HEAD:
            return False
        if found is None and inspect(conn).get_table_names():
            raise StorageError(
                "This database belongs to another program; nothing in it was changed.",
                hint="Choose an empty data folder or database.",
                code="storage_foreign",
            )
    if found is not None:
        _prepare(db, found, backup_dir)
    with db.schema_change() as conn:
        if stored_revision(conn) == HEAD:  # another process was faster
            return False
        if found is None:
            create(conn)
        else:
            upgrade(conn)
    log.info("database brought from revision %s to %s", found or "none", HEAD)
    return True


def create(conn: Connection) -> None:
    """The whole schema in an empty database, as running every revision would leave it (a test compares),
    without waiting for Alembic to be imported."""
    metadata.create_all(conn, checkfirst=False)
    conn.execute(
        text(
            f"CREATE TABLE {_VERSION_TABLE} (version_num VARCHAR(32) NOT NULL, "
            f"CONSTRAINT {_VERSION_TABLE}_pkc PRIMARY KEY (version_num))"
        )
    )
    conn.execute(text(f"INSERT INTO {_VERSION_TABLE} VALUES (:head)"), {"head": HEAD})  # noqa: S608 - our own name


def upgrade(conn: Connection, to: str = "head") -> None:
    """Run the missing revisions inside the caller's transaction."""
    from alembic import command

    made = config()
    made.attributes["connection"] = conn
    command.upgrade(made, to)


def _prepare(db: Database, found: str, backup_dir: Path) -> None:
    """See that ``found`` is a revision we come from, and keep a copy."""
    from app.db.backup import backup

    if found not in known_revisions():
        raise StorageError(
            "This data folder was used by a newer version of SalesMate Sync; nothing in it was changed.",
            hint="Install the newest version, or restore a backup made with this one.",
            code="storage_newer",
        )
    if db.path is None:
        log.warning("migrating a database on a server: make sure that its own backup is recent")
        return
    stamp = utc_now().strftime("%Y%m%d-%H%M%S")
    backup(db, backup_dir / f"before-{HEAD}-{stamp}.db", overwrite=True)
