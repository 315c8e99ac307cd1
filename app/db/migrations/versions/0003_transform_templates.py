"""Transform templates: names told apart without case, and every earlier version kept."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _templates()
    _versions()


def _templates() -> None:
    """Nothing ever wrote templates before this revision: the table is empty."""
    op.drop_table("erp_transform_templates")
    op.create_table(
        "erp_transform_templates",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("erp_system", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("uses", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_transform_templates")),
    )
    op.create_index(
        op.f("ix_erp_transform_templates_tenant_id_erp_system"), "erp_transform_templates", ["tenant_id", "erp_system"]
    )
    op.create_index("uq_template_name", "erp_transform_templates", ["tenant_id", "kind", "name_key"], unique=True)


def _versions() -> None:
    op.create_table(
        "erp_transform_template_versions",
        sa.Column("template_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["template_id"],
            ["erp_transform_templates.id"],
            name=op.f("fk_erp_transform_template_versions_template_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("template_id", "version", name=op.f("pk_erp_transform_template_versions")),
    )


def downgrade() -> None:
    raise NotImplementedError("an older program refuses this database; restore the backup made before the upgrade")
