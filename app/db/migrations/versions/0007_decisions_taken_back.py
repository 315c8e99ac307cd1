"""What taking a decision back needs."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("conflicts", sa.Column("trace", sa.Text()))


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
