"""Sync configs: what is synced over a connection, which way, by which field links. Making one contacts nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.db.configs import StoredMapping
from app.db.rows import page_of
from app.model.entities import ENTITIES, entity_named
from app.model.errors import Conflicting, InvalidInput
from app.model.events import Changed
from app.services.config_drafts import changed_config, new_config, template_mappings
from app.services.cursors import check_cursor
from app.services.systems import installed
from app.services.views import ConfigView, MappingView

if TYPE_CHECKING:
    from app.connectors.base import ConnectorKind
    from app.db.configs import SyncConfig
    from app.db.connections import Connection
    from app.services.parts import Parts

#: What sales people write in the hub; in "the ERP leads" only these go the other way, too.
_WRITTEN_HERE = frozenset({"order", "payment"})


class Configs:
    """Raises :class:`NotFound` for an unknown id, :class:`InvalidInput` for what can't be used."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.stores.configs

    def list(self, connection_id: str | None = None, entity_type: str | None = None) -> Sequence[ConfigView]:
        entity = entity_named(entity_type) if entity_type else None
        if entity_type and entity is None:
            return []
        found = self._store.list(connection_id=connection_id, entity_type=entity.name if entity else None)
        return [_view(config) for config in found]

    def page(
        self,
        connection_id: str | None = None,
        entity_type: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[Sequence[ConfigView], str | None]:
        """In the order they were made, and the cursor of the next page. Raises :class:`InvalidInput` for a cursor not ours."""
        check_cursor(cursor)
        found = self._store.list(connection_id=connection_id, entity_type=entity_type, after=cursor, limit=limit + 1)
        page = page_of(found, limit)
        return [_view(one) for one in page.items], page.next_cursor

    def get(self, config_id: str) -> ConfigView:
        return _view(self._store.get(config_id))

    def create(self, draft: Mapping[str, Any]) -> ConfigView:
        """A new config from the contract's snake_case keys; the answer carries warnings. Raises
        :class:`Conflicting` when that connection already syncs that entity with that module."""
        connection = self._connection(draft)
        kind = self._kind(connection)
        chains = cache(self._parts.stores.templates.chain)
        checked = new_config(draft, connection.erp_system, kind, chains, self._modules(connection.id))
        self._refuse_same(connection.id, checked.columns, None, installed=kind is not None)
        made = self._store.create(
            connection_id=connection.id,
            tenant_id=draft.get("tenant_id") or connection.tenant_id,
            mappings=[_stored(link) for link in checked.mappings or ()],
            **checked.columns,
        )
        self._changed(connection.id)
        return _view(made, checked.warnings)

    def update(
        self, config_id: str, changes: Mapping[str, Any], *, expected: str | None = None, by: str = "user"
    ) -> ConfigView:
        """Change only the keys that were sent; ``field_mappings`` replaces them all. ``expected``: only while the config was not
        changed since that stamp (raises :class:`StaleVersion`)."""
        present = self._store.get(config_id)
        if changes.get("connection_id") not in (None, present.connection_id):
            raise InvalidInput("A config can't move to another connection.", field="connectionId")
        connection = self._parts.stores.connections.get(present.connection_id)
        columns = {name: getattr(present, name) for name in ("entity_type", "remote_module", "sync_direction")}
        kind = self._kind(connection)
        checked = changed_config(
            columns, changes, connection.erp_system, kind, cache(self._parts.stores.templates.chain)
        )
        result = {**columns, "is_active": present.is_active, **checked.columns}
        self._refuse_same(present.connection_id, result, config_id, installed=kind is not None)
        links = None if checked.mappings is None else [_stored(link) for link in checked.mappings]
        with self._parts.db.write():
            changed = self._store.update(config_id, mappings=links, expected=expected, **checked.columns)
            if links is not None:
                self._parts.stores.audit.add(by, "mapping", f"config:{config_id}", {"links": len(links)})
        self._changed(present.connection_id)
        return _view(changed, checked.warnings)

    def delete(self, config_id: str) -> None:
        """Remove it with its field links; records and their links to the ERP stay."""
        present = self._store.get(config_id)
        self._store.delete(config_id)
        self._changed(present.connection_id)

    def presets(
        self,
        system: str,
        modules: Mapping[str, str] = MappingProxyType({}),
        auth: Mapping[str, Any] = MappingProxyType({}),
    ) -> Sequence[tuple[str, str, dict[str, str]]]:
        """``(name, title, {entity: direction})``: the choices of the wizard; reading alone where the connector can't write.
        ``modules``: those that were chosen for entities that may be kept in several; what is left without a module of its own is
        ``off``. ``auth``: the connection's settings, where the system is what they say.
        Raises :class:`Conflicting` for a system without a connector."""
        spec = installed(self._parts.registry, system).fitted(auth).spec
        entities, short = [name for name in ENTITIES if spec.template(name)], spec.title.split()[0]
        places = {name: modules.get(name) or next(iter(spec.modules(name))) for name in entities}
        shared = {name for at, name in enumerate(entities) if places[name] in map(places.get, entities[:at])}

        def plan(way: Callable[[str], str]) -> dict[str, str]:
            return {name: "off" if name in shared else way(name) for name in entities}

        reading = ("from", f"Only from {short}", plan(lambda _: "pull"))
        if not spec.capabilities.write:
            return [reading]
        return [
            ("both", "Both ways", plan(lambda _: "bidirectional")),
            ("leads", f"{short} leads", plan(lambda name: "bidirectional" if name in _WRITTEN_HERE else "pull")),
            reading,
            ("to", f"Only to {short}", plan(lambda _: "push")),
        ]

    def template(self, config: ConfigView) -> Sequence[MappingView]:
        """The connector's default links for what a config syncs; none where it has no template. Raises :class:`Conflicting` for a
        system without a connector."""
        connection = self._parts.stores.connections.get(config.connection_id)
        others = self._modules(config.connection_id)
        kind = installed(self._parts.registry, connection.erp_system).fitted(connection.auth_config)
        found = kind.spec.template(config.entity_type, config.remote_module, others)
        return list(template_mappings(found))

    def _kind(self, connection: Connection) -> ConnectorKind | None:
        """The connector as it is for this connection; ``None`` where this version has none."""
        kind = self._parts.registry.get(connection.erp_system)
        return kind and kind.fitted(connection.auth_config)

    def _modules(self, connection_id: str) -> Mapping[str, str]:
        """Entity → module of what a connection syncs."""
        return {
            one.entity_type: one.remote_module for one in self._store.list(connection_id=connection_id, active=True)
        }

    def _connection(self, draft: Mapping[str, Any]) -> Any:
        wanted = draft.get("connection_id")
        if not isinstance(wanted, str) or not wanted:
            raise InvalidInput("connectionId is missing.", field="connectionId")
        return self._parts.stores.connections.get(wanted)

    def _refuse_same(
        self, connection_id: str, columns: Mapping[str, Any], own_id: str | None, *, installed: bool
    ) -> None:
        """One active config of a connection for a module: a run reads each module once, for one kind of record. Of a
        system that nothing can read yet, two kinds from one module may be stored."""
        for other in self._store.list(connection_id=connection_id):
            same = other.id != own_id and other.remote_module == columns["remote_module"]
            same = same and (installed or other.entity_type == columns["entity_type"])
            if same and other.is_active and columns["is_active"]:
                raise Conflicting(
                    f"This connection already syncs {ENTITIES[other.entity_type].plural.lower()} with that module.",
                    hint="Change that config instead, or switch it off first.",
                    details={"syncConfigId": other.id},
                )

    def _changed(self, connection_id: str) -> None:
        self._parts.bus.publish(Changed(frozenset({"configs"}), connection_id))


def _stored(link: MappingView) -> StoredMapping:
    return StoredMapping(**vars(link))


def _view(config: SyncConfig, warnings: tuple[str, ...] = ()) -> ConfigView:
    links = tuple(
        MappingView(**{name: getattr(link, name) for name in MappingView.__dataclass_fields__})
        for link in config.mappings
    )
    return ConfigView(
        id=config.id,
        tenant_id=config.tenant_id,
        connection_id=config.connection_id,
        entity_type=config.entity_type,
        local_table=config.local_table,
        remote_module=config.remote_module,
        sync_direction=config.sync_direction,
        auto_sync=config.auto_sync,
        sync_frequency=config.sync_frequency,
        conflict_resolution=config.conflict_resolution,
        delete_policy=config.delete_policy,
        filter=config.filter,
        match_on=tuple(ENTITIES[config.entity_type].match_on if config.match_on is None else config.match_on),
        hub_key_field=config.hub_key_field,
        is_active=config.is_active,
        last_sync_at=config.last_sync_at,
        field_mappings=links,
        warnings=warnings,
        schedule=config.schedule,
    )
