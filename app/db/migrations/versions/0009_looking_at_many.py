"""Indexes for what the window asks again and again: the living records of a kind, the open errors, the newest runs, a record's
links that are gone."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("customers", "products", "contacts", "deals", "orders", "invoices", "payments"):
        _partial(f"ix_{table}_living", table, ["id", "deleted_at"], "deleted_at IS NULL")
    _partial("ix_link_gone", "erp_entity_sync_records", ["local_entity_id"], "remote_deleted_at IS NOT NULL")
    _partial("ix_errors_open", "sync_errors", ["connection_id"], "resolved_at IS NULL")
    op.create_index(op.f("ix_erp_sync_logs_connection_id_id"), "erp_sync_logs", ["connection_id", "id"])
    op.create_index(op.f("ix_erp_sync_logs_status_id"), "erp_sync_logs", ["status", "id"])


def _partial(name: str, table: str, columns: list[str], condition: str) -> None:
    op.create_index(name, table, columns, sqlite_where=sa.text(condition), postgresql_where=sa.text(condition))


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
