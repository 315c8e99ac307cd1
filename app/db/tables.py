"""Every table of the hub (architecture: Data). The hub's entity tables are made from ``app.model.entities``.

Decimals are text in canonical form (SQLAlchemy's Numeric goes through float on SQLite), stamps are UTC ISO text that
sorts, JSON is canonical text (sorted keys). Ids are UUIDv7 text; rows that nothing outside names have integer keys.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    func,
    text,
)
from sqlalchemy.types import TypeEngine

from app.model.entities import ENTITIES, EntitySpec, FieldSpec
from app.model.values import FieldType

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMING)

_ID = String(36)
_STAMP = String(24)


def _id(name: str = "id") -> Column[str]:
    return Column(name, _ID, primary_key=True)


def _row_id() -> Column[int]:
    return Column("id", Integer, primary_key=True)


def _connection(*, nullable: bool = False) -> Column[str]:
    return Column("connection_id", _ID, ForeignKey("erp_connections.id", ondelete="CASCADE"), nullable=nullable)


def _tenant() -> Column[str]:
    return Column("tenant_id", Text, nullable=False, server_default="default-tenant")


# --- the nine ERP tables --------------------------------------------------------------------------------------------

erp_connections = Table(
    "erp_connections",
    metadata,
    _id(),
    _tenant(),
    Column("erp_system", Text, nullable=False),
    Column("connection_name", Text, nullable=False),
    Column("auth_type", Text, nullable=False),
    Column("auth_config", Text, nullable=False),  # JSON without the secrets
    Column("base_url", Text, nullable=False),
    Column("api_version", Text),
    Column("organization_id", Text),
    Column("status", Text, nullable=False),  # active, inactive, error, expired
    Column("status_message", Text),
    Column("sync_enabled", Boolean, nullable=False),
    Column("auto_sync_interval", Integer),  # seconds
    Column("sync_direction", Text, nullable=False),
    Column("books", Text),  # JSON: Standing.identity of the last good preflight
    Column("paused_until", _STAMP),
    Column("last_sync_at", _STAMP),
    Column("last_success_at", _STAMP),
    Column("created_at", _STAMP, nullable=False),
    Column("updated_at", _STAMP, nullable=False),
    Column("schedule", Text),  # JSON: times, days, quiet_hours
    Index(None, "tenant_id", "erp_system", "status"),
)

erp_sync_configs = Table(
    "erp_sync_configs",
    metadata,
    _id(),
    _tenant(),
    _connection(),
    Column("entity_type", Text, nullable=False),
    Column("local_table", Text, nullable=False),
    Column("remote_module", Text, nullable=False),
    Column("sync_direction", Text, nullable=False),
    Column("auto_sync", Boolean, nullable=False),
    Column("sync_frequency", Integer),  # seconds
    Column("conflict_resolution", Text, nullable=False),
    Column("delete_policy", Text, nullable=False),
    Column("filter", Text),  # JSON
    Column("match_on", Text),  # JSON list of local fields
    Column("hub_key_field", Text),
    Column("is_active", Boolean, nullable=False),
    Column("last_sync_at", _STAMP),
    Column("created_at", _STAMP, nullable=False),
    Column("updated_at", _STAMP, nullable=False),
    Column("schedule", Text),  # JSON: times, days
    Index(None, "connection_id", "entity_type"),
)

erp_field_mappings = Table(
    "erp_field_mappings",
    metadata,
    _id(),
    Column("sync_config_id", _ID, ForeignKey("erp_sync_configs.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("local_field", Text, nullable=False),
    Column("remote_field", Text, nullable=False),
    Column("field_type", Text, nullable=False),
    Column("direction", Text, nullable=False),
    Column("is_required", Boolean, nullable=False),
    Column("is_readonly", Boolean, nullable=False),
    Column("default_value", Text),  # JSON
    Column("transform", Text),  # JSON: list of {name, args}, or a template's id
    Column("value_map", Text),  # JSON: {pairs, unmapped}
    Column("validation", Text),  # JSON: list of {rule, args}
    Index(None, "sync_config_id"),
)

erp_sync_logs = Table(
    "erp_sync_logs",
    metadata,
    _id(),
    _tenant(),
    _connection(),
    Column("sync_config_id", _ID, ForeignKey("erp_sync_configs.id", ondelete="SET NULL")),
    Column("sync_type", Text, nullable=False),  # full, incremental, manual, webhook
    Column("sync_direction", Text, nullable=False),
    Column("triggered_by", Text, nullable=False),
    Column("status", Text, nullable=False),  # pending, running, completed, failed, partial, held, cancelled
    Column("dry_run", Boolean, nullable=False),
    Column("started_at", _STAMP, nullable=False),
    Column("ended_at", _STAMP),
    Column("records_processed", Integer, nullable=False),
    Column("records_success", Integer, nullable=False),
    Column("records_failed", Integer, nullable=False),
    Column("records_skipped", Integer, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("counts", Text),  # JSON: {entity: {created, updated, deleted, linked, unchanged, failed}}
    Column("phases", Text),  # JSON: [{phase, entity, seconds, records}]
    Column("message", Text),
    Column("error", Text),  # JSON: {code, message, hint, details}
    Column("guard", Text),  # JSON: the question of a held run and its answer
    Index(None, "connection_id", "status"),
    Index(None, "connection_id", "id"),
    Index(None, "status", "id"),
    Index(None, "started_at"),
)

#: The links: a hub record and its counterpart in one connection, with the two shadows (engine: State).
erp_entity_sync_records = Table(
    "erp_entity_sync_records",
    metadata,
    _row_id(),
    _connection(),
    Column("entity_type", Text, nullable=False),
    Column("local_entity_id", _ID, nullable=False),
    Column("remote_module", Text, nullable=False),
    Column("remote_id", Text, nullable=False),
    Column("remote_key", Text),  # how the ERP's other records name this one
    Column("remote_label", Text, nullable=False),
    Column("remote_version", Text, nullable=False),
    Column("sweep_key", Text),  # what listings are bounded by (a voucher's date)
    Column("sync_status", Text, nullable=False),  # pending, synced, failed, conflict
    Column("paused", Boolean, nullable=False),
    Column("remote_modified_at", _STAMP),
    Column("last_synced_at", _STAMP, nullable=False),
    Column("remote_deleted_at", _STAMP),  # a tombstone: the remote record is gone
    Column("base_local", Text, nullable=False),  # JSON {local field: hub value as last agreed}
    Column("base_remote", Text, nullable=False),  # JSON {local field: remote value as seen at that agreement}
    Index(
        "uq_link_remote",
        "connection_id",
        "entity_type",
        "remote_id",
        unique=True,
        sqlite_where=text("remote_deleted_at IS NULL"),
        postgresql_where=text("remote_deleted_at IS NULL"),
    ),
    Index(
        "uq_link_local",
        "local_entity_id",
        "connection_id",
        unique=True,
        sqlite_where=text("remote_deleted_at IS NULL"),
        postgresql_where=text("remote_deleted_at IS NULL"),
    ),
    Index(
        "ix_link_gone",
        "local_entity_id",
        sqlite_where=text("remote_deleted_at IS NOT NULL"),
        postgresql_where=text("remote_deleted_at IS NOT NULL"),
    ),
    Index(
        "ix_link_status",
        "sync_status",
        "connection_id",
        sqlite_where=text("sync_status <> 'synced'"),
        postgresql_where=text("sync_status <> 'synced'"),
    ),
    Index(
        "ix_link_key",
        "connection_id",
        "entity_type",
        "remote_key",
        sqlite_where=text("remote_key IS NOT NULL"),
        postgresql_where=text("remote_key IS NOT NULL"),
    ),
    Index(
        "ix_link_sweep",
        "connection_id",
        "remote_module",
        "sweep_key",
        sqlite_where=text("sweep_key IS NOT NULL"),
        postgresql_where=text("sweep_key IS NOT NULL"),
    ),
)

erp_webhooks = Table(
    "erp_webhooks",
    metadata,
    _id(),
    _tenant(),
    _connection(),
    Column("webhook_url", Text),
    Column("subscribed_events", Text, nullable=False),  # JSON list
    Column("entity_types", Text, nullable=False),  # JSON list
    Column("verification_token", Text, nullable=False),  # its hash; the token is shown once
    Column("verification", Text, nullable=False),  # JSON: how events are proved: scheme, header, algorithm, encoding
    Column("remote_subscription", Text),  # JSON: what the ERP calls it, when it ends
    Column("is_active", Boolean, nullable=False),
    Column("created_at", _STAMP, nullable=False),
    Column("updated_at", _STAMP, nullable=False),
    Index(None, "connection_id"),
)

erp_webhook_events = Table(
    "erp_webhook_events",
    metadata,
    _id(),
    Column("webhook_id", _ID, ForeignKey("erp_webhooks.id", ondelete="CASCADE"), nullable=False),
    Column("event_key", Text, nullable=False),  # the provider's event id, or a hash of the body
    Column("event_type", Text),
    Column("remote_module", Text),  # as the sender calls it
    Column("entity_type", Text),
    Column("remote_id", Text),
    Column("payload", Text, nullable=False),
    Column("headers", Text, nullable=False),
    Column("status", Text, nullable=False),  # received, processing, processed, ignored, failed
    Column("outcome", Text),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", _STAMP),
    Column("again", Boolean, nullable=False),  # told of once more while it was worked off
    Column("run_id", _ID),  # the run that read the record
    Column("received_at", _STAMP, nullable=False),
    Column("processed_at", _STAMP),
    Column("error", Text),
    Index("uq_event_key", "webhook_id", "event_key", unique=True),
    Index(None, "status", "id"),
    Index(None, "webhook_id", "id"),
)

erp_transform_templates = Table(
    "erp_transform_templates",
    metadata,
    _id(),
    _tenant(),
    Column("erp_system", Text),
    Column("name", Text, nullable=False),
    Column("name_key", Text, nullable=False),  # folded: two names that look alike are one
    Column("kind", Text, nullable=False),  # field, record, batch
    Column("definition", Text, nullable=False),  # JSON
    Column("version", Integer, nullable=False),
    Column("uses", Integer, nullable=False),  # how often a record or batch template was applied
    Column("created_at", _STAMP, nullable=False),
    Column("updated_at", _STAMP, nullable=False),
    Index(None, "tenant_id", "erp_system"),
    Index("uq_template_name", "tenant_id", "kind", "name_key", unique=True),
)

#: What templates were before they were changed; the present version is the template's own row.
erp_transform_template_versions = Table(
    "erp_transform_template_versions",
    metadata,
    Column("template_id", _ID, ForeignKey("erp_transform_templates.id", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("definition", Text, nullable=False),  # JSON
    Column("at", _STAMP, nullable=False),  # when it was saved
)

erp_rate_limits = Table(
    "erp_rate_limits",
    metadata,
    _id(),
    _connection(),
    Column("kind", Text, nullable=False),  # per_second, per_minute, per_hour, per_day, concurrent
    Column("limit_value", Integer, nullable=False),
    Column("vendor_value", Integer, nullable=False),  # another limit_value was set by a person
    Column("used", Integer, nullable=False),
    Column("window_start", _STAMP),
    Column("blocked_until", _STAMP),
    Column("state", Text, nullable=False),  # JSON: what was sent, by slot; the seats of ``concurrent``
    Column("updated_at", _STAMP, nullable=False),
    Index("uq_rate_limit", "connection_id", "kind", unique=True),
)

# --- beside them ----------------------------------------------------------------------------------------------------

#: Every change of a hub record. ``changes`` is ``{field: [before, after]}``, ``NULL`` for a creation: an earlier version is
#: the present record with the later changes taken back, so a first pull stores no value twice.
record_history = Table(
    "record_history",
    metadata,
    _row_id(),
    Column("entity_type", Text, nullable=False),
    Column("record_id", _ID, nullable=False),
    Column("version", Integer, nullable=False),
    Column("action", Text, nullable=False),  # create, update, delete, restore
    Column("changes", Text),
    Column("source", Text, nullable=False),
    Column("run_id", _ID),
    Column("at", _STAMP, nullable=False),
    Index(None, "record_id", "version"),
    Index(
        "ix_history_run",
        "run_id",
        sqlite_where=text("changes IS NOT NULL"),
        postgresql_where=text("changes IS NOT NULL"),
    ),
)

#: Intended remote writes, committed before they are sent (engine: Journal).
journal = Table(
    "journal",
    metadata,
    _id("op_id"),
    _connection(),
    Column("entity_type", Text, nullable=False),
    Column("local_entity_id", _ID, nullable=False),
    Column("remote_id", Text),
    Column("kind", Text, nullable=False),  # create, update, delete
    Column("payload", Text, nullable=False),  # JSON: app.db.journal.Payload
    Column("expected_version", Text),
    Column("state", Text, nullable=False),  # inflight, done, stale, not_applied, refused, review
    Column("sent_at", _STAMP, nullable=False),
    Column("settled_at", _STAMP),
    Column("error", Text),
    Column("run_id", _ID),
    Index(
        "uq_journal_open",
        "connection_id",
        "local_entity_id",
        unique=True,
        sqlite_where=text("state = 'inflight'"),
        postgresql_where=text("state = 'inflight'"),
    ),
    Index(None, "local_entity_id"),
)

#: Hub records that a connection has yet to hear of: planning costs what changed, never a scan. A record that was refused
#: or waits is looked at again at ``next_at``, or when the record in ``waits_for`` is linked; a change of the record clears both.
dirty = Table(
    "dirty",
    metadata,
    Column("connection_id", _ID, ForeignKey("erp_connections.id", ondelete="CASCADE"), primary_key=True),
    Column("local_entity_id", _ID, primary_key=True),
    Column("entity_type", Text, nullable=False),
    Column("since", _STAMP, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_at", _STAMP),
    Column("waits_for", _ID),
    Index(None, "connection_id", "entity_type", "next_at"),
)

#: Lookups whose target was not in the hub when the record came in; settled when it arrives.
pending_references = Table(
    "pending_references",
    metadata,
    _row_id(),
    _connection(),
    Column("entity_type", Text, nullable=False),
    Column("local_entity_id", _ID, nullable=False),
    Column("field", Text, nullable=False),  # "customer", or "allocations[3].invoice" (the line's number)
    Column("target_entity", Text, nullable=False),
    Column("remote_key", Text, nullable=False),
    Index(None, "connection_id", "target_entity", "remote_key"),
    Index(None, "local_entity_id"),
)

#: Incoming records that look like hub records not linked yet. Whether a match is the only one on both sides is known when
#: the stream has been read to its end; then each is linked, created, or put before a person; or it waits until a person has
#: said which record another one is that it names.
inbox = Table(
    "inbox",
    metadata,
    Column("connection_id", _ID, ForeignKey("erp_connections.id", ondelete="CASCADE"), primary_key=True),
    Column("entity_type", Text, primary_key=True),
    Column("remote_id", Text, primary_key=True),
    Column("reason", Text, nullable=False),  # match, open_op
    Column("record", Text, nullable=False),  # JSON: the remote record
    Column("arrived_at", _STAMP, nullable=False),
    Column("remote_key", Text),  # by which others name it
    Column("waits_entity", Text),  # it waits for the decision about this one of them
    Column("waits_for", Text),
)

conflicts = Table(
    "conflicts",
    metadata,
    _id(),
    _connection(),
    Column("sync_config_id", _ID),
    Column("entity_type", Text, nullable=False),
    Column("local_id", _ID),
    Column("remote_id", Text, nullable=False),
    Column("kind", Text, nullable=False),  # fields, match, delete
    Column("label", Text, nullable=False),
    Column("fields", Text, nullable=False),  # JSON [{name, base, local, remote}]
    Column("candidates", Text),  # JSON list of hub ids, for a doubtful match
    Column("strategy", Text, nullable=False),
    Column("status", Text, nullable=False),  # open, resolved
    Column("resolution", Text),
    Column("run_id", _ID),
    Column("created_at", _STAMP, nullable=False),
    Column("resolved_at", _STAMP),
    Column("resolved_by", Text),
    Column("trace", Text),  # JSON: what taking the decision back needs; none once it can't be
    Index(None, "status", "connection_id"),
    Index(None, "connection_id", "remote_id"),
)

#: Dead letters: one row for a record that could not be taken over, until it is.
sync_errors = Table(
    "sync_errors",
    metadata,
    _id(),
    _connection(),
    Column("entity_type", Text, nullable=False),
    Column("local_id", _ID),
    Column("remote_id", Text),
    Column("side", Text, nullable=False),  # in (from the ERP), out (to it)
    Column("code", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("hint", Text, nullable=False),
    Column("retryable", Boolean, nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_retry_at", _STAMP),
    Column("first_at", _STAMP, nullable=False),
    Column("last_at", _STAMP, nullable=False),
    Column("run_id", _ID),
    Column("resolved_at", _STAMP),
    Index(None, "connection_id", "entity_type", "remote_id"),
    Index(None, "run_id"),
    Index(
        "ix_errors_open",
        "connection_id",
        sqlite_where=text("resolved_at IS NULL"),
        postgresql_where=text("resolved_at IS NULL"),
    ),
)

cursors = Table(
    "cursors",
    metadata,
    Column("connection_id", _ID, ForeignKey("erp_connections.id", ondelete="CASCADE"), primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("scope", Text, nullable=False),  # module=mapping of each module: another scope needs a full pass
    Column("position", Text, nullable=False),  # JSON: the last page's cursor
    Column("complete_at", _STAMP),
    Column("updated_at", _STAMP, nullable=False),
)

connector_state = Table(
    "connector_state",
    metadata,
    Column("connection_id", _ID, ForeignKey("erp_connections.id", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

#: Who runs a connection now. ``fence`` rises with every taking; a commit of an older fence is refused.
leases = Table(
    "leases",
    metadata,
    Column("connection_id", _ID, ForeignKey("erp_connections.id", ondelete="CASCADE"), primary_key=True),
    Column("holder", Text),  # host:pid:start time of the process
    Column("fence", Integer, nullable=False),
    Column("expires_at", _STAMP),
)

plans = Table(
    "plans",
    metadata,
    _id(),
    _connection(),
    Column("log_id", _ID),
    Column("status", Text, nullable=False),  # open, applied, refused
    Column("asked", Text),  # JSON: what the run was asked for
    Column("scope", Text),  # under which mappings it was made
    Column("counts", Text, nullable=False),  # JSON
    Column("created_at", _STAMP, nullable=False),
)

plan_items = Table(
    "plan_items",
    metadata,
    _row_id(),
    Column("plan_id", _ID, ForeignKey("plans.id", ondelete="CASCADE"), nullable=False),
    Column("action", Text, nullable=False),  # create, update, delete, link, conflict
    Column("side", Text, nullable=False),  # local, remote
    Column("entity_type", Text, nullable=False),
    Column("local_id", _ID),
    Column("remote_id", Text),
    Column("label", Text, nullable=False),
    Column("fields", Text, nullable=False),  # JSON [{name, from, to}]
    Column("precondition", Text),  # hash of versions and shadows: the plan shown is the plan applied
    Column("reason", Text, nullable=False),
    Index(None, "plan_id", "remote_id"),
    Index(None, "plan_id", "local_id"),
)

settings = Table(
    "settings",
    metadata,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

secrets = Table(
    "secrets",
    metadata,
    Column("owner", Text, primary_key=True),  # a connection's or webhook's id
    Column("name", Text, primary_key=True),
    Column("ciphertext", LargeBinary, nullable=False),  # AES-GCM, bound to (owner, name)
    Column("updated_at", _STAMP, nullable=False),
)

oauth_tokens = Table(
    "oauth_tokens",
    metadata,
    Column("connection_id", _ID, ForeignKey("erp_connections.id", ondelete="CASCADE"), primary_key=True),
    Column("ciphertext", LargeBinary, nullable=False),
    Column("expires_at", _STAMP),
    Column("generation", Integer, nullable=False),
    Column("updated_at", _STAMP, nullable=False),
)

audit = Table(
    "audit",
    metadata,
    _row_id(),
    Column("at", _STAMP, nullable=False),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text),
    Column("details", Text),  # JSON, no secrets
    Index(None, "at"),
)

#: What was answered to calls that carried an Idempotency-Key (:mod:`app.db.idempotency`).
idempotency_keys = Table(
    "idempotency_keys",
    metadata,
    Column("key", String(64), primary_key=True),  # a hash of it
    Column("fingerprint", String(64), nullable=False),  # of what was asked
    Column("answer", LargeBinary, nullable=False),  # JSON, encrypted with the key
    Column("at", _STAMP, nullable=False),
    Index(None, "at"),
)

# --- the hub's entities ---------------------------------------------------------------------------------------------


def column_of(field: FieldSpec) -> str:
    """The column that holds a field (a lookup's holds the id)."""
    return f"{field.name}_id" if field.type is FieldType.LOOKUP else field.name


def _column(field: FieldSpec, *, references: bool) -> Column[Any]:
    kind: TypeEngine[Any] = Boolean() if field.type is FieldType.BOOLEAN else Text()
    if field.type is FieldType.LOOKUP and field.lookup is not None:
        if references:
            return Column(column_of(field), _ID, ForeignKey(f"{ENTITIES[field.lookup].table}.id"))
        return Column(column_of(field), _ID)
    return Column(field.name, kind)


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


def _entity_table(spec: EntitySpec) -> Table:
    fields = [_column(field, references=True) for field in spec.scalar_fields]
    lookups = [column_of(field) for field in spec.scalar_fields if field.type is FieldType.LOOKUP]
    matched = [field for field in spec.match_on if spec.field[field].type is not FieldType.LOOKUP]
    table = Table(
        spec.table,
        metadata,
        _id(),
        _tenant(),
        Column("version", Integer, nullable=False),
        Column("created_at", _STAMP, nullable=False),
        Column("updated_at", _STAMP, nullable=False),
        Column("deleted_at", _STAMP),
        Column("source", Text, nullable=False),
        Column("custom", Text),  # JSON
        Column("search", Text, nullable=False),  # folded: name, numbers, what a person would type
        Column("match_key", Text, nullable=False),  # the label folded as names are compared (app.model.folding)
        *fields,
        Index(None, "updated_at"),
        # The living ones are counted, and cut into pages, without a look at the rows.
        Index(f"ix_{spec.table}_living", "id", "deleted_at", **_where("deleted_at IS NULL")),
        *(Index(None, column) for column in lookups),
        *(() if spec.is_document else (Index(f"ix_{spec.table}_match_key", "match_key"),)),
    )
    if matched:
        # Natural keys are compared without case: GSTIN, e-mail, SKU, number.
        Index(f"ix_{spec.table}_{matched[0]}_folded", func.lower(func.trim(table.c[matched[0]])))
    return table


def child_table_name(spec: EntitySpec, group: FieldSpec) -> str:
    return f"{spec.name}_{group.name}"


def _child_table(spec: EntitySpec, group: FieldSpec) -> Table:
    """A document's children. ``line_no`` is a line's identity in its document: given once, never reused."""
    return Table(
        child_table_name(spec, group),
        metadata,
        Column("parent_id", _ID, ForeignKey(f"{spec.table}.id", ondelete="CASCADE"), primary_key=True),
        Column("line_no", Integer, primary_key=True, autoincrement=False),
        Column("position", Integer, nullable=False),
        *(_column(field, references=False) for field in group.children),
        CheckConstraint("line_no > 0", name="line_no"),
        sqlite_with_rowid=False,
    )


#: entity name → its table; (entity name, group) → its children's table.
entity_tables: dict[str, Table] = {name: _entity_table(spec) for name, spec in ENTITIES.items()}
child_tables: dict[tuple[str, str], Table] = {
    (name, group.name): _child_table(spec, group) for name, spec in ENTITIES.items() for group in spec.line_fields
}
