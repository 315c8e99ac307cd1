"""Webhooks: how their events are proved, and what became of each."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing ever wrote webhooks before this revision: the tables are empty."""
    op.drop_table("erp_webhook_events")
    op.drop_table("erp_webhooks")
    _webhooks()
    _events()


def _webhooks() -> None:
    op.create_table(
        "erp_webhooks",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("webhook_url", sa.Text()),
        sa.Column("subscribed_events", sa.Text(), nullable=False),
        sa.Column("entity_types", sa.Text(), nullable=False),
        sa.Column("verification_token", sa.Text(), nullable=False),
        sa.Column("verification", sa.Text(), nullable=False),
        sa.Column("remote_subscription", sa.Text()),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_erp_webhooks_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_webhooks")),
    )
    op.create_index(op.f("ix_erp_webhooks_connection_id"), "erp_webhooks", ["connection_id"])


def _events() -> None:
    op.create_table(
        "erp_webhook_events",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("webhook_id", sa.String(length=36), nullable=False),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text()),
        sa.Column("remote_module", sa.Text()),
        sa.Column("entity_type", sa.Text()),
        sa.Column("remote_id", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.String(length=24)),
        sa.Column("again", sa.Boolean(), nullable=False),
        sa.Column("run_id", sa.String(length=36)),
        sa.Column("received_at", sa.String(length=24), nullable=False),
        sa.Column("processed_at", sa.String(length=24)),
        sa.Column("error", sa.Text()),
        sa.ForeignKeyConstraint(
            ["webhook_id"], ["erp_webhooks.id"], name=op.f("fk_erp_webhook_events_webhook_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_webhook_events")),
    )
    op.create_index("uq_event_key", "erp_webhook_events", ["webhook_id", "event_key"], unique=True)
    op.create_index(op.f("ix_erp_webhook_events_status_received_at"), "erp_webhook_events", ["status", "received_at"])


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
