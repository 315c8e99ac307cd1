"""The first schema: the nine ERP tables, the engine's state, the hub's entities."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _erp()
    _records()
    _state()


def _erp() -> None:
    """The nine ERP tables."""
    op.create_table(
        "erp_connections",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("erp_system", sa.Text(), nullable=False),
        sa.Column("connection_name", sa.Text(), nullable=False),
        sa.Column("auth_type", sa.Text(), nullable=False),
        sa.Column("auth_config", sa.Text(), nullable=False),
        sa.Column("base_url", sa.Text(), nullable=False),
        sa.Column("api_version", sa.Text()),
        sa.Column("organization_id", sa.Text()),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("status_message", sa.Text()),
        sa.Column("sync_enabled", sa.Boolean(), nullable=False),
        sa.Column("auto_sync_interval", sa.Integer()),
        sa.Column("sync_direction", sa.Text(), nullable=False),
        sa.Column("books", sa.Text()),
        sa.Column("paused_until", sa.String(length=24)),
        sa.Column("last_sync_at", sa.String(length=24)),
        sa.Column("last_success_at", sa.String(length=24)),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_connections")),
    )
    op.create_index(
        op.f("ix_erp_connections_tenant_id_erp_system_status"), "erp_connections", ["tenant_id", "erp_system", "status"]
    )
    op.create_table(
        "erp_transform_templates",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("erp_system", sa.Text()),
        sa.Column("name", sa.Text(), nullable=False),
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
    op.create_table(
        "erp_entity_sync_records",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("local_entity_id", sa.String(length=36), nullable=False),
        sa.Column("remote_module", sa.Text(), nullable=False),
        sa.Column("remote_id", sa.Text(), nullable=False),
        sa.Column("remote_key", sa.Text()),
        sa.Column("remote_label", sa.Text(), nullable=False),
        sa.Column("remote_version", sa.Text(), nullable=False),
        sa.Column("sweep_key", sa.Text()),
        sa.Column("sync_status", sa.Text(), nullable=False),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.Column("remote_modified_at", sa.String(length=24)),
        sa.Column("last_synced_at", sa.String(length=24), nullable=False),
        sa.Column("remote_deleted_at", sa.String(length=24)),
        sa.Column("base_local", sa.Text(), nullable=False),
        sa.Column("base_remote", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"],
            ["erp_connections.id"],
            name=op.f("fk_erp_entity_sync_records_connection_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_entity_sync_records")),
    )
    op.create_index(
        "ix_link_key",
        "erp_entity_sync_records",
        ["connection_id", "entity_type", "remote_key"],
        sqlite_where=sa.text("remote_key IS NOT NULL"),
        postgresql_where=sa.text("remote_key IS NOT NULL"),
    )
    op.create_index(
        "ix_link_status",
        "erp_entity_sync_records",
        ["sync_status", "connection_id"],
        sqlite_where=sa.text("sync_status <> 'synced'"),
        postgresql_where=sa.text("sync_status <> 'synced'"),
    )
    op.create_index(
        "ix_link_sweep",
        "erp_entity_sync_records",
        ["connection_id", "remote_module", "sweep_key"],
        sqlite_where=sa.text("sweep_key IS NOT NULL"),
        postgresql_where=sa.text("sweep_key IS NOT NULL"),
    )
    op.create_index(
        "uq_link_local",
        "erp_entity_sync_records",
        ["local_entity_id", "connection_id"],
        unique=True,
        sqlite_where=sa.text("remote_deleted_at IS NULL"),
        postgresql_where=sa.text("remote_deleted_at IS NULL"),
    )
    op.create_index(
        "uq_link_remote",
        "erp_entity_sync_records",
        ["connection_id", "entity_type", "remote_id"],
        unique=True,
        sqlite_where=sa.text("remote_deleted_at IS NULL"),
        postgresql_where=sa.text("remote_deleted_at IS NULL"),
    )
    op.create_table(
        "erp_rate_limits",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("limit_value", sa.Integer(), nullable=False),
        sa.Column("used", sa.Integer(), nullable=False),
        sa.Column("window_start", sa.String(length=24)),
        sa.Column("blocked_until", sa.String(length=24)),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_erp_rate_limits_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_rate_limits")),
    )
    op.create_index("uq_rate_limit", "erp_rate_limits", ["connection_id", "kind"], unique=True)
    op.create_table(
        "erp_sync_configs",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("local_table", sa.Text(), nullable=False),
        sa.Column("remote_module", sa.Text(), nullable=False),
        sa.Column("sync_direction", sa.Text(), nullable=False),
        sa.Column("auto_sync", sa.Boolean(), nullable=False),
        sa.Column("sync_frequency", sa.Integer()),
        sa.Column("conflict_resolution", sa.Text(), nullable=False),
        sa.Column("delete_policy", sa.Text(), nullable=False),
        sa.Column("filter", sa.Text()),
        sa.Column("match_on", sa.Text()),
        sa.Column("hub_key_field", sa.Text()),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("last_sync_at", sa.String(length=24)),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"],
            ["erp_connections.id"],
            name=op.f("fk_erp_sync_configs_connection_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_sync_configs")),
    )
    op.create_index(
        op.f("ix_erp_sync_configs_connection_id_entity_type"), "erp_sync_configs", ["connection_id", "entity_type"]
    )
    op.create_table(
        "erp_webhooks",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("webhook_url", sa.Text()),
        sa.Column("subscribed_events", sa.Text(), nullable=False),
        sa.Column("entity_types", sa.Text(), nullable=False),
        sa.Column("verification_token", sa.Text(), nullable=False),
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
    op.create_table(
        "erp_field_mappings",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("sync_config_id", sa.String(length=36), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("local_field", sa.Text(), nullable=False),
        sa.Column("remote_field", sa.Text(), nullable=False),
        sa.Column("field_type", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("is_required", sa.Boolean(), nullable=False),
        sa.Column("is_readonly", sa.Boolean(), nullable=False),
        sa.Column("default_value", sa.Text()),
        sa.Column("transform", sa.Text()),
        sa.Column("value_map", sa.Text()),
        sa.Column("validation", sa.Text()),
        sa.ForeignKeyConstraint(
            ["sync_config_id"],
            ["erp_sync_configs.id"],
            name=op.f("fk_erp_field_mappings_sync_config_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_field_mappings")),
    )
    op.create_index(op.f("ix_erp_field_mappings_sync_config_id"), "erp_field_mappings", ["sync_config_id"])
    op.create_table(
        "erp_sync_logs",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("sync_config_id", sa.String(length=36)),
        sa.Column("sync_type", sa.Text(), nullable=False),
        sa.Column("sync_direction", sa.Text(), nullable=False),
        sa.Column("triggered_by", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("dry_run", sa.Boolean(), nullable=False),
        sa.Column("started_at", sa.String(length=24), nullable=False),
        sa.Column("ended_at", sa.String(length=24)),
        sa.Column("records_processed", sa.Integer(), nullable=False),
        sa.Column("records_success", sa.Integer(), nullable=False),
        sa.Column("records_failed", sa.Integer(), nullable=False),
        sa.Column("records_skipped", sa.Integer(), nullable=False),
        sa.Column("conflicts", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text()),
        sa.Column("phases", sa.Text()),
        sa.Column("message", sa.Text()),
        sa.Column("error", sa.Text()),
        sa.Column("guard", sa.Text()),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_erp_sync_logs_connection_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["sync_config_id"],
            ["erp_sync_configs.id"],
            name=op.f("fk_erp_sync_logs_sync_config_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_sync_logs")),
    )
    op.create_index(op.f("ix_erp_sync_logs_connection_id_status"), "erp_sync_logs", ["connection_id", "status"])
    op.create_index(op.f("ix_erp_sync_logs_started_at"), "erp_sync_logs", ["started_at"])
    op.create_table(
        "erp_webhook_events",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("webhook_id", sa.String(length=36), nullable=False),
        sa.Column("event_key", sa.Text(), nullable=False),
        sa.Column("event_type", sa.Text()),
        sa.Column("entity_type", sa.Text()),
        sa.Column("remote_id", sa.Text()),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text()),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", sa.String(length=24)),
        sa.Column("received_at", sa.String(length=24), nullable=False),
        sa.Column("processed_at", sa.String(length=24)),
        sa.Column("error", sa.Text()),
        sa.ForeignKeyConstraint(
            ["webhook_id"], ["erp_webhooks.id"], name=op.f("fk_erp_webhook_events_webhook_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erp_webhook_events")),
    )
    op.create_index(op.f("ix_erp_webhook_events_status_received_at"), "erp_webhook_events", ["status", "received_at"])
    op.create_index("uq_event_key", "erp_webhook_events", ["webhook_id", "event_key"], unique=True)


def _records() -> None:
    """The hub's entities and their children."""
    op.create_table(
        "customers",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.Column("deleted_at", sa.String(length=24)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=False),
        sa.Column("business_name", sa.Text()),
        sa.Column("contact_person", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("mobile", sa.Text()),
        sa.Column("website", sa.Text()),
        sa.Column("address", sa.Text()),
        sa.Column("city", sa.Text()),
        sa.Column("state", sa.Text()),
        sa.Column("pincode", sa.Text()),
        sa.Column("country", sa.Text()),
        sa.Column("gstin", sa.Text()),
        sa.Column("pan", sa.Text()),
        sa.Column("gst_registration_type", sa.Text()),
        sa.Column("customer_group", sa.Text()),
        sa.Column("credit_limit", sa.Text()),
        sa.Column("credit_days", sa.Text()),
        sa.Column("opening_balance", sa.Text()),
        sa.Column("closing_balance", sa.Text()),
        sa.Column("currency", sa.Text()),
        sa.Column("notes", sa.Text()),
        sa.Column("is_active", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
    )
    op.create_index("ix_customers_gstin_folded", "customers", [sa.literal_column("lower(trim(gstin))")])
    op.create_index("ix_customers_match_key", "customers", ["match_key"])
    op.create_index(op.f("ix_customers_updated_at"), "customers", ["updated_at"])
    op.create_table(
        "products",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.Column("deleted_at", sa.String(length=24)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("sku", sa.Text()),
        sa.Column("description", sa.Text()),
        sa.Column("category", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("hsn_code", sa.Text()),
        sa.Column("gst_rate", sa.Text()),
        sa.Column("taxability", sa.Text()),
        sa.Column("rate", sa.Text()),
        sa.Column("opening_quantity", sa.Text()),
        sa.Column("opening_rate", sa.Text()),
        sa.Column("opening_value", sa.Text()),
        sa.Column("closing_quantity", sa.Text()),
        sa.Column("closing_value", sa.Text()),
        sa.Column("is_active", sa.Boolean()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_products")),
    )
    op.create_index("ix_products_match_key", "products", ["match_key"])
    op.create_index("ix_products_sku_folded", "products", [sa.literal_column("lower(trim(sku))")])
    op.create_index(op.f("ix_products_updated_at"), "products", ["updated_at"])
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.Column("deleted_at", sa.String(length=24)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=False),
        sa.Column("first_name", sa.Text()),
        sa.Column("last_name", sa.Text()),
        sa.Column("email", sa.Text()),
        sa.Column("phone", sa.Text()),
        sa.Column("mobile", sa.Text()),
        sa.Column("designation", sa.Text()),
        sa.Column("customer_id", sa.String(length=36)),
        sa.Column("notes", sa.Text()),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_contacts_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    op.create_index(op.f("ix_contacts_customer_id"), "contacts", ["customer_id"])
    op.create_index("ix_contacts_email_folded", "contacts", [sa.literal_column("lower(trim(email))")])
    op.create_index("ix_contacts_match_key", "contacts", ["match_key"])
    op.create_index(op.f("ix_contacts_updated_at"), "contacts", ["updated_at"])
    op.create_table(
        "invoices",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.Column("deleted_at", sa.String(length=24)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("customer_id", sa.String(length=36)),
        sa.Column("due_date", sa.Text()),
        sa.Column("status", sa.Text()),
        sa.Column("reference", sa.Text()),
        sa.Column("place_of_supply", sa.Text()),
        sa.Column("narration", sa.Text()),
        sa.Column("subtotal", sa.Text()),
        sa.Column("tax_total", sa.Text()),
        sa.Column("round_off", sa.Text()),
        sa.Column("total", sa.Text()),
        sa.Column("balance_due", sa.Text()),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_invoices_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invoices")),
    )
    op.create_index(op.f("ix_invoices_customer_id"), "invoices", ["customer_id"])
    op.create_index("ix_invoices_number_folded", "invoices", [sa.literal_column("lower(trim(number))")])
    op.create_index(op.f("ix_invoices_updated_at"), "invoices", ["updated_at"])
    op.create_table(
        "orders",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.Column("deleted_at", sa.String(length=24)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("customer_id", sa.String(length=36)),
        sa.Column("due_date", sa.Text()),
        sa.Column("status", sa.Text()),
        sa.Column("reference", sa.Text()),
        sa.Column("narration", sa.Text()),
        sa.Column("subtotal", sa.Text()),
        sa.Column("tax_total", sa.Text()),
        sa.Column("round_off", sa.Text()),
        sa.Column("total", sa.Text()),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_orders_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_orders")),
    )
    op.create_index(op.f("ix_orders_customer_id"), "orders", ["customer_id"])
    op.create_index("ix_orders_number_folded", "orders", [sa.literal_column("lower(trim(number))")])
    op.create_index(op.f("ix_orders_updated_at"), "orders", ["updated_at"])
    op.create_table(
        "payments",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.Column("deleted_at", sa.String(length=24)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Text()),
        sa.Column("status", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("customer_id", sa.String(length=36)),
        sa.Column("amount", sa.Text()),
        sa.Column("mode", sa.Text()),
        sa.Column("account", sa.Text()),
        sa.Column("instrument_number", sa.Text()),
        sa.Column("instrument_date", sa.Text()),
        sa.Column("narration", sa.Text()),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_payments_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_payments")),
    )
    op.create_index(op.f("ix_payments_customer_id"), "payments", ["customer_id"])
    op.create_index("ix_payments_number_folded", "payments", [sa.literal_column("lower(trim(number))")])
    op.create_index(op.f("ix_payments_updated_at"), "payments", ["updated_at"])
    op.create_table(
        "deals",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("tenant_id", sa.Text(), server_default="default-tenant", nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.Column("deleted_at", sa.String(length=24)),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("custom", sa.Text()),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("match_key", sa.Text(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("customer_id", sa.String(length=36)),
        sa.Column("contact_id", sa.String(length=36)),
        sa.Column("stage", sa.Text()),
        sa.Column("amount", sa.Text()),
        sa.Column("currency", sa.Text()),
        sa.Column("probability", sa.Text()),
        sa.Column("close_date", sa.Text()),
        sa.Column("notes", sa.Text()),
        sa.ForeignKeyConstraint(["customer_id"], ["customers.id"], name=op.f("fk_deals_customer_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name=op.f("fk_deals_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deals")),
    )
    op.create_index(op.f("ix_deals_contact_id"), "deals", ["contact_id"])
    op.create_index(op.f("ix_deals_customer_id"), "deals", ["customer_id"])
    op.create_index("ix_deals_match_key", "deals", ["match_key"])
    op.create_index(op.f("ix_deals_updated_at"), "deals", ["updated_at"])
    op.create_table(
        "invoice_lines",
        sa.Column("parent_id", sa.String(length=36), nullable=False),
        sa.Column("line_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.String(length=36)),
        sa.Column("description", sa.Text()),
        sa.Column("hsn_code", sa.Text()),
        sa.Column("quantity", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("rate", sa.Text()),
        sa.Column("discount_percent", sa.Text()),
        sa.Column("gst_rate", sa.Text()),
        sa.Column("amount", sa.Text()),
        sa.CheckConstraint("line_no > 0", name=op.f("ck_invoice_lines_line_no")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["invoices.id"], name=op.f("fk_invoice_lines_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("parent_id", "line_no", name=op.f("pk_invoice_lines")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "invoice_taxes",
        sa.Column("parent_id", sa.String(length=36), nullable=False),
        sa.Column("line_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("rate", sa.Text()),
        sa.Column("amount", sa.Text()),
        sa.CheckConstraint("line_no > 0", name=op.f("ck_invoice_taxes_line_no")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["invoices.id"], name=op.f("fk_invoice_taxes_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("parent_id", "line_no", name=op.f("pk_invoice_taxes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_lines",
        sa.Column("parent_id", sa.String(length=36), nullable=False),
        sa.Column("line_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.String(length=36)),
        sa.Column("description", sa.Text()),
        sa.Column("hsn_code", sa.Text()),
        sa.Column("quantity", sa.Text()),
        sa.Column("unit", sa.Text()),
        sa.Column("rate", sa.Text()),
        sa.Column("discount_percent", sa.Text()),
        sa.Column("gst_rate", sa.Text()),
        sa.Column("amount", sa.Text()),
        sa.CheckConstraint("line_no > 0", name=op.f("ck_order_lines_line_no")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["orders.id"], name=op.f("fk_order_lines_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("parent_id", "line_no", name=op.f("pk_order_lines")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "order_taxes",
        sa.Column("parent_id", sa.String(length=36), nullable=False),
        sa.Column("line_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text()),
        sa.Column("rate", sa.Text()),
        sa.Column("amount", sa.Text()),
        sa.CheckConstraint("line_no > 0", name=op.f("ck_order_taxes_line_no")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["orders.id"], name=op.f("fk_order_taxes_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("parent_id", "line_no", name=op.f("pk_order_taxes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "payment_allocations",
        sa.Column("parent_id", sa.String(length=36), nullable=False),
        sa.Column("line_no", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("invoice_id", sa.String(length=36)),
        sa.Column("reference", sa.Text()),
        sa.Column("kind", sa.Text()),
        sa.Column("amount", sa.Text()),
        sa.CheckConstraint("line_no > 0", name=op.f("ck_payment_allocations_line_no")),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["payments.id"], name=op.f("fk_payment_allocations_parent_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("parent_id", "line_no", name=op.f("pk_payment_allocations")),
        sqlite_with_rowid=False,
    )


def _state() -> None:
    """What the engine and the program remember."""
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("target", sa.Text()),
        sa.Column("details", sa.Text()),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_at"), "audit", ["at"])
    op.create_table(
        "record_history",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("record_id", sa.String(length=36), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("changes", sa.Text()),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("run_id", sa.String(length=36)),
        sa.Column("at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_history")),
    )
    op.create_index(
        "ix_history_run",
        "record_history",
        ["run_id"],
        sqlite_where=sa.text("changes IS NOT NULL"),
        postgresql_where=sa.text("changes IS NOT NULL"),
    )
    op.create_index(op.f("ix_record_history_record_id_version"), "record_history", ["record_id", "version"])
    op.create_table(
        "secrets",
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("owner", "name", name=op.f("pk_secrets")),
    )
    op.create_table(
        "settings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_settings")),
    )
    op.create_table(
        "conflicts",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("sync_config_id", sa.String(length=36)),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("local_id", sa.String(length=36)),
        sa.Column("remote_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("fields", sa.Text(), nullable=False),
        sa.Column("candidates", sa.Text()),
        sa.Column("strategy", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("resolution", sa.Text()),
        sa.Column("run_id", sa.String(length=36)),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.Column("resolved_at", sa.String(length=24)),
        sa.Column("resolved_by", sa.Text()),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_conflicts_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflicts")),
    )
    op.create_index(op.f("ix_conflicts_connection_id_remote_id"), "conflicts", ["connection_id", "remote_id"])
    op.create_index(op.f("ix_conflicts_status_connection_id"), "conflicts", ["status", "connection_id"])
    op.create_table(
        "connector_state",
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_connector_state_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", "name", name=op.f("pk_connector_state")),
    )
    op.create_table(
        "cursors",
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("stream", sa.Text(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("complete_at", sa.String(length=24)),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_cursors_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", "stream", name=op.f("pk_cursors")),
    )
    op.create_table(
        "dirty",
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("local_entity_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_dirty_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", "local_entity_id", name=op.f("pk_dirty")),
    )
    op.create_table(
        "inbox",
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("remote_id", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("arrived_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_inbox_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", "entity_type", "remote_id", name=op.f("pk_inbox")),
    )
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
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.String(length=24)),
        sa.Column("sent_at", sa.String(length=24)),
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
        sqlite_where=sa.text("state IN ('inflight','retry')"),
        postgresql_where=sa.text("state IN ('inflight','retry')"),
    )
    op.create_table(
        "leases",
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("holder", sa.Text()),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("expires_at", sa.String(length=24)),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_leases_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", name=op.f("pk_leases")),
    )
    op.create_table(
        "oauth_tokens",
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("ciphertext", sa.LargeBinary(), nullable=False),
        sa.Column("expires_at", sa.String(length=24)),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("updated_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_oauth_tokens_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", name=op.f("pk_oauth_tokens")),
    )
    op.create_table(
        "pending_references",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("local_entity_id", sa.String(length=36), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("target_entity", sa.Text(), nullable=False),
        sa.Column("remote_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"],
            ["erp_connections.id"],
            name=op.f("fk_pending_references_connection_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pending_references")),
    )
    op.create_index(
        op.f("ix_pending_references_connection_id_target_entity_remote_key"),
        "pending_references",
        ["connection_id", "target_entity", "remote_key"],
    )
    op.create_index(op.f("ix_pending_references_local_entity_id"), "pending_references", ["local_entity_id"])
    op.create_table(
        "plans",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("log_id", sa.String(length=36)),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("created_at", sa.String(length=24), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_plans_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plans")),
    )
    op.create_table(
        "sync_errors",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("connection_id", sa.String(length=36), nullable=False),
        sa.Column("entity_type", sa.Text(), nullable=False),
        sa.Column("local_id", sa.String(length=36)),
        sa.Column("remote_id", sa.Text()),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("hint", sa.Text(), nullable=False),
        sa.Column("retryable", sa.Boolean(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_retry_at", sa.String(length=24)),
        sa.Column("first_at", sa.String(length=24), nullable=False),
        sa.Column("last_at", sa.String(length=24), nullable=False),
        sa.Column("run_id", sa.String(length=36)),
        sa.Column("resolved_at", sa.String(length=24)),
        sa.ForeignKeyConstraint(
            ["connection_id"], ["erp_connections.id"], name=op.f("fk_sync_errors_connection_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_errors")),
    )
    op.create_index(
        op.f("ix_sync_errors_connection_id_entity_type_remote_id"),
        "sync_errors",
        ["connection_id", "entity_type", "remote_id"],
    )
    op.create_index(op.f("ix_sync_errors_run_id"), "sync_errors", ["run_id"])
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
    op.create_index(op.f("ix_plan_items_plan_id"), "plan_items", ["plan_id"])


def downgrade() -> None:
    raise NotImplementedError("there is nothing before the first revision")
