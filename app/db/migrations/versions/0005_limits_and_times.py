"""What was used of the limits of other systems; times of day and quiet hours."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("erp_connections", sa.Column("schedule", sa.Text()))
    op.add_column("erp_sync_configs", sa.Column("schedule", sa.Text()))
    _rate_limits()


def _rate_limits() -> None:
    """Nothing was ever limited before this revision: the table is empty."""
    op.drop_table("erp_rate_limits")
    op.create_table(
        "erp_rate_limits",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("limit_value", sa.Integer(), nullable=False),
        sa.Column("vendor_value", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("window_start", sa.String(length=24)),
        sa.Column("blocked_until", sa.String(length=24)),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_erp_rate_limits_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_rate_limits")),
    )
    op.create_index("uq_rate_limit", "erp_rate_limits", ["connection_id", "kind"], unique=True)


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
