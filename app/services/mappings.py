"""The mapping editor's work: both sides' fields, real records, what becomes of them, what is wrong, and saving it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from app.db.field_values import FieldValues
from app.mapping.compiled import compile_mapping
from app.mapping.stored import field_mappings
from app.mapping.suggest import Suggestion, suggest
from app.mapping.validation import broken
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.model.errors import Conflicting, ConnectorError, InvalidInput, NotFound
from app.model.values import FieldType
from app.services.compiled_configs import CompiledConfigs
from app.services.config_drafts import read_link, read_mappings
from app.services.mapping import checks as mapping_checks
from app.services.mapping import evidence as mapping_evidence
from app.services.mapping import preview as mapping_preview
from app.services.mapping.fields import FieldMemory, Told, hub_fields, own_names, usual_fields, with_linked
from app.services.mapping.known import Known
from app.services.mapping.samples import Samples
from app.services.mapping.trials import Trial, trials
from app.services.mapping.values import side_values
from app.services.mapping.views import (
    Fault,
    MappingBench,
    MappingCheck,
    MappingPreview,
    SampleRecord,
    SideField,
    SideValues,
)
from app.services.systems import title_of
from app.services.views import ConfigView, MappingView
from app.sync.effects import Effects, effects
from app.sync.scope import EntityScope, readonly_fields

if TYPE_CHECKING:
    from app.connectors.base import ConnectorKind
    from app.db.configs import SyncConfig
    from app.db.connections import Connection
    from app.services.configs import Configs
    from app.services.connections import Connections
    from app.services.parts import Parts

#: Recent records whose values are shown as samples, and records of the hub that rules are tried on.
_RECENT, _RULED = 5, 2_000


class Mappings:
    """Raises :class:`NotFound` for an unknown config."""

    def __init__(self, parts: Parts, configs: Configs, connections: Connections) -> None:
        self._parts = parts
        self._configs = configs
        self._connections = connections
        self._values = FieldValues(parts.db)
        self._samples = Samples(parts, self._values)
        self._memory = FieldMemory()
        self._compiled = CompiledConfigs(parts.stores.templates)

    # --- opening ----------------------------------------------------------------------------------------------------

    def open(self, config_id: str, cancel: CancelToken | None = None) -> MappingBench:
        """Both sides' fields; the ERP is asked for its own (unless it told them within the last minute). When it can't be, its
        fields are those that it told before, or those of the template and of the links."""
        config, connection = self._config(config_id)
        self._ask(connection, config.remote_module, cancel or CancelToken())
        return self._bench(config_id)

    def save(self, config_id: str, links: Sequence[MappingView], stamp: str) -> MappingBench:
        """Store the links in place of those that were read at ``stamp``. Raises :class:`StaleVersion` when the config was changed
        since, :class:`InvalidInput` whose field is ``fieldMappings[n].…``; nothing is stored then."""
        self._configs.update(config_id, {"field_mappings": list(links)}, expected=stamp)
        return self._bench(config_id)

    def _ask(self, connection: Connection, module: str, cancel: CancelToken) -> Told:
        """The ERP's fields, asked for when that is some time ago."""
        fresh = self._memory.fresh(connection, module)
        if fresh is not None:
            return fresh
        try:
            fields = self._connections.fields(connection.id, module, cancel)
        except (ConnectorError, Conflicting, NotFound) as error:
            notice = (
                f"{title_of(connection.erp_system)} could not be asked for its fields. {error.message} {error.hint}"
            )
            return self._memory.note_silence(connection, module, notice.strip())
        return self._memory.keep(connection, module, fields)

    def _bench(self, config_id: str) -> MappingBench:
        """What is known without asking the ERP."""
        with self._parts.db.read():
            stored = self._parts.stores.configs.get(config_id)
            config = self._configs.get(config_id)
            connection = self._parts.stores.connections.get(stored.connection_id)
            own = [*self._values.custom_names(stored.entity_type), *own_names(config.field_mappings)]
            recent = self._parts.stores.records.page(stored.entity_type, limit=_RECENT, descending=True)
        told = self._memory.last(connection, stored.remote_module)
        live = told is not None and not told.notice
        return MappingBench(
            config,
            connection.connection_name,
            title_of(connection.erp_system),
            hub_fields(ENTITIES[config.entity_type], own, recent),
            self._remote(connection, config, config.field_mappings),
            stored.updated_at,
            live,
            "" if told is None else told.notice,
            self._can_write(connection),
        )

    def _remote(
        self, connection: Connection, config: ConfigView | SyncConfig, links: Sequence[MappingView]
    ) -> tuple[SideField, ...]:
        """The ERP's fields as far as they are known now."""
        told = self._memory.last(connection, config.remote_module)
        fields = told.fields if told is not None else None
        if fields is None:
            kind = self._kind(connection)
            templates = kind.spec.templates if kind is not None else ()
            fields = usual_fields(next((one for one in templates if one.module == config.remote_module), None))
        return with_linked(fields, links, live=told is not None and not told.notice)

    def _can_write(self, connection: Connection) -> bool:
        """As far as this version can tell: it may know nothing of the system."""
        kind = self._kind(connection)
        return kind is None or kind.spec.capabilities.write

    def _kind(self, connection: Connection) -> ConnectorKind | None:
        kind = self._parts.registry.get(connection.erp_system)
        return kind and kind.fitted(connection.auth_config)

    def _config(self, config_id: str) -> tuple[SyncConfig, Connection]:
        with self._parts.db.read():
            config = self._parts.stores.configs.get(config_id)
            return config, self._parts.stores.connections.get(config.connection_id)

    # --- real records -----------------------------------------------------------------------------------------------

    def samples(self, config_id: str, limit: int = 12, cancel: CancelToken | None = None) -> tuple[SampleRecord, ...]:
        """Real records that differ from each other: linked ones first, then others that the ERP has. When it can't be reached,
        those of the hub alone; raises its error where the hub has none either."""
        config, connection = self._config(config_id)
        return self._samples.read(config, connection, limit, cancel or CancelToken())

    def sample(
        self, config_id: str, record_id: str | None = None, cancel: CancelToken | None = None
    ) -> SampleRecord | None:
        """A record of the hub, with what the ERP has of it where it can be reached; without an id one of :meth:`samples`, if there
        is any. Raises :class:`NotFound`."""
        if record_id is None:
            return next(iter(self.samples(config_id, 1, cancel)), None)
        config, connection = self._config(config_id)
        return self._samples.one(config, connection, record_id, cancel or CancelToken())

    def preview(self, config_id: str, links: Sequence[Any], sample: SampleRecord | None) -> MappingPreview:
        """What becomes of a record under ``links``, link by link."""
        config, connection = self._config(config_id)
        if sample is None:
            return MappingPreview(None)
        try:
            tried = self._trials(config, links)
        except InvalidInput as error:
            return MappingPreview(sample, error=error.message)
        if tried and all(one.fault for one in tried):
            return MappingPreview(sample, error=tried[0].fault)
        known = Known(self._parts.db, connection.id)
        return MappingPreview(sample, mapping_preview.preview(tried, sample, known, title_of(connection.erp_system)))

    def _trials(self, config: SyncConfig, links: Sequence[Any]) -> list[Trial]:
        spec = ENTITIES[config.entity_type]
        views = [read_link(link, spec, f"fieldMappings[{number}]") for number, link in enumerate(links)]
        return trials(spec, views, cache(self._parts.stores.templates.chain), config.sync_direction)

    # --- what is wrong ----------------------------------------------------------------------------------------------

    def check(
        self,
        config_id: str,
        links: Sequence[Any],
        samples: Sequence[SampleRecord] = (),
        cancel: CancelToken | None = None,
    ) -> MappingCheck:
        """Everything that is wrong or doubtful with ``links`` (:class:`MappingView`, or objects as the API takes them). Errors are
        what :meth:`save` refuses. With ``samples`` the mapping is tried on them."""
        config, connection = self._config(config_id)
        asked = self._asked(config, connection, links)
        faults, stored = mapping_checks.static_faults(asked)
        tried: list[tuple[SampleRecord, list[mapping_preview.Outcome]]] = []
        if stored is not None:
            ways = self._trials(config, stored)
            known = Known(self._parts.db, connection.id)
            for sample in samples:
                if cancel is not None:
                    cancel.check()
                tried.append((sample, mapping_preview.look(ways, sample, known, asked.system)))
            faults += mapping_evidence.sample_faults(tried)
            faults += self._hub_faults(asked, stored, cancel)
        return MappingCheck(mapping_checks.by_gravity(faults), len(tried))

    def _asked(self, config: SyncConfig, connection: Connection, links: Sequence[Any]) -> mapping_checks.Asked:
        spec = ENTITIES[config.entity_type]
        told = self._memory.last(connection, config.remote_module)
        return mapping_checks.Asked(
            spec,
            links,
            config.sync_direction,
            tuple(spec.match_on if config.match_on is None else config.match_on),
            self._remote(connection, config, ()),
            told is not None and not told.notice,
            title_of(connection.erp_system),
            self._can_write(connection),
            cache(self._parts.stores.templates.chain),
        )

    def _hub_faults(
        self, asked: mapping_checks.Asked, links: Sequence[MappingView], cancel: CancelToken | None
    ) -> list[Fault]:
        """What the hub holds and would be refused when it is sent."""
        if not asked.pushes or not any(link.validation for link in links):
            return []
        spec = asked.spec
        mapping = compile_mapping(spec, field_mappings(links, asked.chains))
        checks = mapping.outward.checks
        ids = self._values.living_ids(spec.name, _RULED + 1) if checks else []
        refused = [
            mapping_evidence.Refused(label, problem)
            for label, values in self._samples.hub_records(spec, ids[:_RULED], cancel)
            for problem in broken(checks, values)
        ]
        places = {link.local_field: number for number, link in enumerate(links)}
        return mapping_evidence.hub_faults(spec, places, refused, min(len(ids), _RULED), more=len(ids) > _RULED)

    def effects(
        self,
        config_id: str,
        links: Sequence[Any],
        cancel: CancelToken | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Effects:
        """What saving ``links`` does to the records that were synced before. ``progress`` hears of ``(looked at, of how many)``.
        Raises :class:`InvalidInput` for links that can't be saved."""
        config, connection = self._config(config_id)
        spec, chains = ENTITIES[config.entity_type], cache(self._parts.stores.templates.chain)
        stored = read_mappings(list(links), spec, config.sync_direction, chains)
        new = compile_mapping(spec, field_mappings(stored, chains))
        return effects(
            self._parts.db,
            connection.id,
            self._scope(config),
            new,
            cancel or CancelToken(),
            progress or (lambda _done, _total: None),
        )

    def _scope(self, config: SyncConfig) -> EntityScope:
        spec = ENTITIES[config.entity_type]
        return EntityScope(
            config.id,
            spec,
            config.remote_module,
            self._compiled.of(config),
            config.conflict_resolution,
            config.delete_policy,
            tuple(config.match_on) if config.match_on else spec.match_on,
            readonly=readonly_fields(spec),
            pushes=config.sync_direction != "pull",
            pulls=config.sync_direction != "push",
        )

    # --- help -------------------------------------------------------------------------------------------------------

    def values(
        self, config_id: str, local_path: str, remote_path: str, cancel: CancelToken | None = None
    ) -> SideValues:
        """The values that a field has on each side, for a value table."""
        config, connection = self._config(config_id)
        token = cancel or CancelToken()
        self._ask(connection, config.remote_module, token)
        remote = self._remote(connection, config, ())
        field = next((one for one in remote if one.path == remote_path), None)
        return side_values(self._values, config, local_path, remote_path, field, token)

    def suggest(self, bench: MappingBench, links: Sequence[MappingView]) -> tuple[Suggestion, ...]:
        """Links that are probably meant, the surest first; nothing is linked by it."""
        spec = ENTITIES[bench.config.entity_type]
        local = {link.local_field for link in links}
        remote = {link.remote_field.removesuffix("[]") for link in links}
        lists = {link.local_field: link.remote_field for link in links if link.field_type == FieldType.LINES}
        return tuple(suggest(spec, bench.remote, local, remote, lists))
