"""What people and programs write into the hub: a version, a line of history, and word to every connection
that pushes."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from app.db.batch import DIRTY
from app.db.records.history import difference, flat
from app.db.records.reading import Stored
from app.db.sql import dump, upsert_sql
from app.db.tables import (
    child_tables,
    column_of,
    entity_tables,
    erp_entity_sync_records,
    erp_sync_configs,
    pending_references,
    record_history,
    sync_errors,
)
from app.model.clock import stamp
from app.model.entities import EntitySpec, FieldSpec
from app.model.errors import InvalidInput
from app.model.folding import fold_name, search_text
from app.model.ids import new_id
from app.model.values import FieldType

_PUSHING = ("push", "bidirectional")
#: Not more parameters than SQLite takes in one statement on any build.
_CHUNK = 500


def insert_record(
    conn: Connection, dialect: str, spec: EntitySpec, values: Mapping[str, Any], *, source: str, tenant_id: str
) -> str:
    """A new record with these stored values; its id."""
    record_id, now = new_id(), stamp()
    row = {
        "id": record_id,
        "tenant_id": tenant_id,
        "version": 1,
        "created_at": now,
        "updated_at": now,
        "source": source,
        "custom": dump(values["custom"]) if values.get("custom") else None,
        **_derived(spec, values),
        **{column_of(field): values.get(field.name) for field in spec.scalar_fields},
    }
    conn.execute(insert(entity_tables[spec.name]).values(row))
    for group in spec.line_fields:
        # Numbers of a record that this one was copied from mean nothing here.
        lines = [{**line, "line_no": None} for line in values.get(group.name) or []]
        numbered(group, lines, [])
        _write_children(conn, spec, group, record_id, lines)
    _tell(conn, dialect, spec, record_id, 1, "create", None, source=source, now=now)
    return record_id


def change_record(
    conn: Connection,
    dialect: str,
    spec: EntitySpec,
    before: Stored,
    changes: Mapping[str, Any],
    *,
    source: str,
    action: str = "update",
) -> bool:
    """Set the stored values ``changes`` of a record; ``action`` delete marks it as deleted, restore takes
    that mark away. False, and no new version, when nothing would be other than it is."""
    after = {**before.values, **changes}
    for group in spec.line_fields:
        if group.name in changes:
            numbered(group, after[group.name], before.values[group.name])
    changed = difference(flat(before.values), flat(after))
    now = stamp()
    deleted_at = {"delete": now, "restore": None}.get(action, before.deleted_at)
    if not changed and (deleted_at is None) == (before.deleted_at is None):
        return False
    row = {
        "version": before.version + 1,
        "updated_at": now,
        "deleted_at": deleted_at,
        "source": source,
        "custom": dump(after["custom"]) if after["custom"] else None,
        **_derived(spec, after),
        **{column_of(field): after[field.name] for field in spec.scalar_fields if field.name in changed},
    }
    table = entity_tables[spec.name]
    conn.execute(update(table).where(table.c.id == before.id).values(row))
    for group in spec.line_fields:
        if group.name in changed:
            _write_children(conn, spec, group, before.id, after[group.name])
    _settle_references(conn, spec, before.id, changed)
    _tell(conn, dialect, spec, before.id, before.version + 1, action, changed, source=source, now=now)
    return True


def _derived(spec: EntitySpec, values: Mapping[str, Any]) -> dict[str, str]:
    return {"search": search_text(spec, values), "match_key": fold_name(values.get(spec.label_field) or "")}


def numbered(group: FieldSpec, lines: Sequence[dict[str, Any]], before: Sequence[Mapping[str, Any]]) -> None:
    """Give each of ``lines`` its ``line_no``: the one sent, else that of the line which was in its place,
    else a fresh one. Raises :class:`InvalidInput` for a number that the document does not have, or twice."""
    have = [int(line["line_no"]) for line in before]
    taken: set[int] = set()
    for at, line in enumerate(lines):
        number = line.get("line_no")
        if number is None:
            continue
        if number in taken or number not in have:
            raise InvalidInput(
                f"{group.title!r} have no line {number}." if number not in have else f"Line {number} is there twice.",
                field=f"{group.name}[{at}].line_no",
                hint="Leave line_no out of a new line.",
            )
        taken.add(number)
    fresh = max(have, default=0) + 1
    for at, line in enumerate(lines):
        if line.get("line_no") is None:
            if at < len(have) and have[at] not in taken:
                line["line_no"] = have[at]
                taken.add(have[at])
            else:
                line["line_no"] = fresh
                fresh += 1


def recognised(lines: Sequence[Mapping[str, Any]], before: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """``lines`` of an earlier version with the numbers of the lines that are still there unchanged."""
    left = [dict(line) for line in before]
    out = []
    for line in lines:
        same = next((other for other in left if {**other, "line_no": None} == {**line, "line_no": None}), None)
        if same is not None:
            left.remove(same)
        out.append({**line, "line_no": same["line_no"] if same is not None else None})
    return out


def _write_children(
    conn: Connection, spec: EntitySpec, group: FieldSpec, record_id: str, lines: Sequence[Mapping[str, Any]]
) -> None:
    table = child_tables[spec.name, group.name]
    conn.execute(delete(table).where(table.c.parent_id == record_id))
    rows = [
        {
            "parent_id": record_id,
            "line_no": line["line_no"],
            "position": position,
            **{column_of(child): line.get(child.name) for child in group.children},
        }
        for position, line in enumerate(lines, 1)
    ]
    if rows:
        conn.execute(insert(table), rows)


def _settle_references(conn: Connection, spec: EntitySpec, record_id: str, changed: Mapping[str, Any]) -> None:
    """A lookup that a person set no longer waits for the record that a remote named."""
    table = pending_references
    for name in changed:
        field = spec.field.get(name)
        if field is None or field.type not in (FieldType.LOOKUP, FieldType.LINES):
            continue
        waiting = (table.c.field == name) | table.c.field.like(f"{name}[%")
        conn.execute(delete(table).where(table.c.local_entity_id == record_id, waiting))


def _tell(
    conn: Connection,
    dialect: str,
    spec: EntitySpec,
    record_id: str,
    version: int,
    action: str,
    changed: Mapping[str, Any] | None,
    *,
    source: str,
    now: str,
) -> None:
    """History, and word to the connections."""
    conn.execute(
        insert(record_history).values(
            entity_type=spec.name,
            record_id=record_id,
            version=version,
            action=action,
            changes=None if changed is None else dump(changed),
            source=source,
            at=now,
        )
    )
    tell(conn, dialect, spec.name, [record_id], now)


def pushing(conn: Connection, entity: str) -> list[str]:
    """The connections that send changes of ``entity``."""
    configs = erp_sync_configs
    query = (
        select(configs.c.connection_id)
        .distinct()
        .where(
            configs.c.entity_type == entity,
            configs.c.is_active.is_(True),
            configs.c.sync_direction.in_(_PUSHING),
        )
    )
    return list(conn.execute(query).scalars())


def tell(
    conn: Connection, dialect: str, entity: str, record_ids: Sequence[str], now: str, *, but: Collection[str] = ()
) -> None:
    """Every connection that pushes (but those in ``but``) has yet to hear of these records; what failed of them may be
    tried again."""
    told = [one for one in pushing(conn, entity) if one not in but]
    links, errors = erp_entity_sync_records, sync_errors
    for at in range(0, len(record_ids), _CHUNK):
        chunk = record_ids[at : at + _CHUNK]
        rows = [(connection_id, one, entity, now, 0, None, None) for connection_id in told for one in chunk]
        if rows:
            conn.exec_driver_sql(upsert_sql(dialect, "dirty", DIRTY, DIRTY[:2]), rows)
            conn.execute(
                update(links)
                .where(links.c.local_entity_id.in_(chunk), links.c.connection_id.in_(told))
                .where(links.c.sync_status == "synced", links.c.remote_deleted_at.is_(None))
                .values(sync_status="pending")
            )
        conn.execute(
            update(errors).where(errors.c.local_id.in_(chunk), errors.c.resolved_at.is_(None)).values(next_retry_at=now)
        )
