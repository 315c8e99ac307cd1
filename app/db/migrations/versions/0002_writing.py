"""Writing to the ERPs: when a waiting change is looked at again, what a plan was made under, ops by record."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_KEPT = "connection_id, local_entity_id, entity_type, since"


def upgrade() -> None:
    _dirty()
    _journal()
    _plans()


def _dirty() -> None:
    op.execute(f"CREATE TEMPORARY TABLE kept_dirty AS SELECT {_KEPT} FROM dirty")  # noqa: S608 - our own names
    op.drop_table("dirty")
    op.create_table(
        "dirty",
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("local_entity_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.String(length=24)),
        sa.Column("waits_for", sa.String(length=36)),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_dirty_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", "local_entity_id", name=op.f("pk_dirty")),
    )
    op.create_index(
        op.f("ix_dirty_connection_id_entity_type_next_at"), "dirty", ["connection_id", "entity_type", "next_at"]
    )
    op.execute(f"INSERT INTO dirty ({_KEPT}, attempts) SELECT {_KEPT}, 0 FROM kept_dirty")  # noqa: S608
    op.execute("DROP TABLE kept_dirty")


def _journal() -> None:
    """Nothing was ever written to an ERP before this revision: the table is empty."""
    op.drop_table("journal")
    op.create_table(
        "journal",
        sa.Column("op_id", sa.String(length=36), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("local_entity_id", sa.String(length=36), nullable=False),
        sa.Column("remote_id", sa.Text()),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("expected_version", sa.Text()),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sent_at", sa.String(length=24), nullable=False),
        sa.Column("settled_at", sa.String(length=24)),
        sa.Column("error", sa.Text()),
        sa.Column("run_id", sa.String(length=36)),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_journal_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("op_id", name=op.f("pk_journal")),
    )
    op.create_index(
        "uq_journal_open",
        "journal",
        ["connection_id", "local_entity_id"],
        unique=True,
        sqlite_where=sa.text("state = 'inflight'"),
        postgresql_where=sa.text("state = 'inflight'"),
    )
    op.create_index(op.f("ix_journal_local_entity_id"), "journal", ["local_entity_id"])


def _plans() -> None:
    """A dry run's plan is for the minutes after it: old ones are not kept."""
    op.drop_table("plan_items")
    op.drop_table("plans")
    op.create_table(
        "plans",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("log_id", sa.String(length=36)),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("asked", sa.Text()),
        sa.Column("scope", sa.Text()),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_plans_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
    )
    op.create_table(
        "plan_items",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(length=36), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("local_id", sa.String(length=36)),
        sa.Column("remote_id", sa.Text()),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("precondition", sa.Text()),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=op.f("fk_plan_items_plan_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_items")),
    )
    op.create_index(op.f("ix_plan_items_plan_id_remote_id"), "plan_items", ["plan_id", "remote_id"])
    op.create_index(op.f("ix_plan_items_plan_id_local_id"), "plan_items", ["plan_id", "local_id"])


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
