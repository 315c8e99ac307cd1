"""Real records to try a mapping on: a few that differ, linked ones first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from app.db.field_values import FieldValues
from app.db.merge import MergeStore
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES, EntitySpec
from app.model.errors import Conflicting, ConnectorError, NotFound
from app.model.records import RemoteRecord
from app.services.mapping.views import SampleRecord

if TYPE_CHECKING:
    from app.db.configs import SyncConfig
    from app.db.connections import Connection
    from app.services.parts import Parts

T = TypeVar("T")
#: Records that a few are chosen from, and how many are read at once.
_CHOICE, _AT_ONCE = 40, 500


class Samples:
    def __init__(self, parts: Parts, values: FieldValues) -> None:
        self._parts = parts
        self._values = values
        self._store = MergeStore(parts.db.dialect)

    def read(
        self, config: SyncConfig, connection: Connection, limit: int, cancel: CancelToken
    ) -> tuple[SampleRecord, ...]:
        try:
            return self._of_both(config, connection, limit, cancel)
        except (ConnectorError, Conflicting):
            found = self._of_hub(config, limit)
            if not found:
                raise
            return found

    def one(self, config: SyncConfig, connection: Connection, record_id: str, cancel: CancelToken) -> SampleRecord:
        spec = ENTITIES[config.entity_type]
        values = self._hub_values(spec.name, [record_id]).get(record_id)
        if values is None:
            raise NotFound(f"There is no such {spec.title.lower()}.")
        with self._parts.db.read() as conn:
            link = self._store.links_of(conn, connection.id, [record_id]).get(record_id)
        alone = SampleRecord(f"hub:{record_id}", called(spec, values), None, values)
        if link is None:
            return alone
        try:
            connector = self._parts.opener.open(connection)
            try:
                read = connector.read(config.remote_module, [link.remote_id], cancel)
            finally:
                connector.close()
        except (ConnectorError, Conflicting):
            return alone
        return _sample(spec, read[0], values) if read else alone

    def hub_records(
        self, spec: EntitySpec, ids: Sequence[str], cancel: CancelToken | None = None
    ) -> Iterator[tuple[str, dict[str, Any]]]:
        """``(label, flat values)`` of hub records."""
        for at in range(0, len(ids), _AT_ONCE):
            if cancel is not None:
                cancel.check()
            with self._parts.db.read() as conn:
                rows = self._store.hub_rows(conn, spec.name, ids[at : at + _AT_ONCE])
            for row in rows.values():
                yield called(spec, row.values), row.values

    def _of_both(
        self, config: SyncConfig, connection: Connection, limit: int, cancel: CancelToken
    ) -> tuple[SampleRecord, ...]:
        entity, module = config.entity_type, config.remote_module
        links = self._values.newest_links(connection.id, entity, module, _CHOICE)
        hub = self._hub_values(entity, [local_id for local_id, _ in links])
        chosen = varied([pair for pair in links if pair[0] in hub], lambda pair: hub[pair[0]], (limit + 1) // 2)
        connector = self._parts.opener.open(connection)
        try:
            read = connector.read(module, [remote_id for _, remote_id in chosen], cancel) if chosen else []
            more = connector.sample(module, limit + len(read), cancel)
        finally:
            connector.close()
        have = {record.id for record in read}
        records = [*read, *(record for record in more if record.id not in have)][:limit]
        local_ids = self._local_ids(connection.id, entity, [record.id for record in records])
        hub |= self._hub_values(entity, [one for one in local_ids.values() if one not in hub])
        return tuple(_sample(ENTITIES[entity], record, hub.get(local_ids.get(record.id, ""))) for record in records)

    def _of_hub(self, config: SyncConfig, limit: int) -> tuple[SampleRecord, ...]:
        spec = ENTITIES[config.entity_type]
        found = self._hub_values(spec.name, self._values.living_ids(spec.name, _CHOICE, newest=True))
        chosen = varied(list(found.items()), lambda pair: pair[1], limit)
        return tuple(SampleRecord(f"hub:{one}", called(spec, values), None, values) for one, values in chosen)

    def _hub_values(self, entity: str, ids: Sequence[str]) -> dict[str, dict[str, Any]]:
        """Living records, in the order of ``ids``."""
        with self._parts.db.read() as conn:
            rows = self._store.hub_rows(conn, entity, ids)
        return {one: rows[one].values for one in ids if one in rows and rows[one].deleted_at is None}

    def _local_ids(self, connection_id: str, entity: str, remote_ids: Sequence[str]) -> dict[str, str]:
        with self._parts.db.read() as conn:
            links = self._store.links(conn, connection_id, entity, remote_ids)
        return {remote_id: link.local_id for remote_id, link in links.items()}


def _sample(spec: EntitySpec, record: RemoteRecord, hub: dict[str, Any] | None) -> SampleRecord:
    label = record.label or (called(spec, hub) if hub is not None else "") or record.id
    day = (hub or {}).get("date") or record.sweep_key
    named = f"{label} · {day}" if spec.is_document and day else label
    return SampleRecord(f"remote:{record.id}", named, record.fields, hub)


def called(spec: EntitySpec, values: Mapping[str, Any]) -> str:
    """What a person calls a hub record; a receipt without a number is called by its day."""
    day = values.get("date")
    label = values.get(spec.label_field)
    if not label:
        return f"{spec.title} of {day}" if day else spec.title
    return f"{label} · {day}" if spec.is_document and day else str(label)


def varied(found: Sequence[T], fields_of: Any, count: int) -> list[T]:
    """``count`` of them that show as many different fields as can be: always the one that brings most that the others lack, of
    equal ones the first."""
    left = [(one, set(_filled(fields_of(one)))) for one in found]
    covered: set[str] = set()
    chosen: list[T] = []
    while left and len(chosen) < count:
        best = max(range(len(left)), key=lambda place: (len(left[place][1] - covered), -place))
        one, filled = left.pop(best)
        if not filled - covered:
            covered = set()  # all seen once: go round again
        covered |= filled
        chosen.append(one)
    return chosen


def _filled(values: Mapping[str, Any]) -> Iterable[str]:
    for name, value in values.items():
        if isinstance(value, list):
            for row in value:
                yield from (f"{name}[].{child}" for child, item in row.items() if item not in (None, ""))
        elif value not in (None, ""):
            yield name
