"""Indexes for looking at webhook events, the newest first: of one webhook, and of one state."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index(op.f("ix_erp_webhook_events_status_received_at"), "erp_webhook_events")
    op.create_index(op.f("ix_erp_webhook_events_status_id"), "erp_webhook_events", ["status", "id"])
    op.create_index(op.f("ix_erp_webhook_events_webhook_id_id"), "erp_webhook_events", ["webhook_id", "id"])


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
