"""Parked records by the key that others name them by, and what waits for the decision about one of them."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name in ("remote_key", "waits_entity", "waits_for"):
        op.add_column("inbox", sa.Column(name, sa.Text()))
    conn = op.get_bind()
    named = ("connection_id", "entity_type", "remote_id")
    inbox = sa.table("inbox", *map(sa.column, (*named, "record", "remote_key")))
    for row in conn.execute(sa.select(inbox)).all():
        this = [inbox.c[name] == getattr(row, name) for name in named]
        conn.execute(sa.update(inbox).where(*this).values(remote_key=json.loads(row.record).get("key")))


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
