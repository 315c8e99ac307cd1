"""Bringing a database to this program's schema: a backup first, Alembic only when there is something to do."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, inspect, text

from app.db.database import Database
from app.model.clock import utc_now
from app.model.errors import StorageError

if TYPE_CHECKING:
    from alembic.config import Config

log = logging.getLogger(__name__)

#: The newest revision, told here so that a start with nothing to do needs no Alembic (a second of CPU). A test compares.
HEAD = "0001"
FOLDER = Path(__file__).parent
_VERSION_TABLE = "alembic_version"


def stored_revision(conn: Connection) -> str | None:
    """The revision a database stands at; ``None`` for one without tables of ours."""
    if not inspect(conn).has_table(_VERSION_TABLE):
        return None
    return conn.execute(text(f"SELECT version_num FROM {_VERSION_TABLE}")).scalar_one_or_none()  # noqa: S608


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
    """Bring ``db`` to :data:`HEAD`. True when something was done. A database with content is copied to ``backup_dir``
    first.

    Raises :class:`StorageError`: ``storage_newer`` for a database of a newer program, ``storage_foreign`` for one that holds
    other tables, ``storage_damaged`` when references are broken afterwards (nothing was changed then).
    """
    with db.read() as conn:
        revision = stored_revision(conn)
        if revision == HEAD:
            return False
        if revision is None and inspect(conn).get_table_names():
            raise StorageError(
                "This database belongs to another program; nothing in it was changed.",
                hint="Choose an empty data folder or database.",
                code="storage_foreign",
            )
    if revision is not None:
        _prepare(db, revision, backup_dir)
    with _schema_change(db) as conn:
        _upgrade(conn, "head")
    log.info("database brought from revision %s to %s", revision or "none", HEAD)
    return True
