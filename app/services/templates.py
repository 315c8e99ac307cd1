"""Transform templates: kept under a name, used again, taken to another hub. What one holds is in
:mod:`app.services.template.definitions`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from app.db.configs import StoredMapping
from app.db.connections import DEFAULT_TENANT
from app.mapping.links import compile_link, review_link
from app.mapping.stored import field_mappings
from app.model.entities import ENTITIES
from app.model.errors import InvalidInput, NotFound
from app.model.events import Changed
from app.services import drafts
from app.services.config_drafts import read_mappings, warnings_for
from app.services.cursors import check_cursor
from app.services.names import snake_keys
from app.services.systems import SYSTEMS, title_of
from app.services.template.definitions import KINDS, definition_of, records_of
from app.services.template.files import entries_of, exported
from app.services.template.views import (
    AppliedView,
    BatchApplied,
    ImportReport,
    TemplateUseView,
    TemplateVersionView,
    TemplateView,
)
from app.services.views import ConfigView, MappingView

if TYPE_CHECKING:
    from app.db.configs import SyncConfig
    from app.db.connections import Connection
    from app.db.templates import Template
    from app.services.configs import Configs
    from app.services.parts import Parts

_LONGEST_NAME = 200


class Templates:
    """Raises :class:`NotFound` for an unknown id, :class:`InvalidInput` for what can't be used."""

    def __init__(self, parts: Parts, configs: Configs) -> None:
        self._parts = parts
        self._configs = configs
        self._store = parts.stores.templates

    # --- kept --------------------------------------------------------------------------------------------------

    def list(
        self,
        kind: str | None = None,
        system: str | None = None,
        tenant_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[Sequence[TemplateView], str | None]:
        """In the order they were made, and the cursor of the next page. ``system``: what suits that system."""
        check_cursor(cursor)
        page = self._store.list(kind=kind, erp_system=system, tenant_id=tenant_id, limit=limit, cursor=cursor)
        return [_view(one) for one in page.items], page.next_cursor

    def get(self, template_id: str) -> TemplateView:
        return _view(self._store.get(template_id))

    def chain(self, template_id: str) -> Sequence[Mapping[str, Any]] | None:
        """The steps of a field template (see :data:`app.mapping.stored.Chains`)."""
        return self._store.chain(template_id)

    def create(self, draft: Mapping[str, Any]) -> TemplateView:
        """A new template from the contract's snake_case keys ``name``, ``kind``, ``definition``, ``erp_system``, ``tenant_id``.
        Raises :class:`Conflicting` when one of that kind has that name."""
        made = self._store.create(**self._checked(draft), tenant_id=draft.get("tenant_id") or DEFAULT_TENANT)
        self._changed()
        return _view(made)

    def update(self, template_id: str, changes: Mapping[str, Any], version: int | None = None) -> TemplateView:
        """Change only the keys that were sent, as a new version. Links that refer to it work by it from the next run on.

        ``version`` is the one that the change was made to: raises :class:`StaleVersion` when there is a newer one,
        :class:`InvalidInput` naming the first link that could not work with the change, :class:`Conflicting` for a name that is
        taken.
        """
        present = self._store.get(template_id)
        if changes.get("kind") not in (None, present.kind):
            raise InvalidInput("A template's kind can't change.", field="kind", hint="Make a new template.")
        values: dict[str, Any] = {}
        if "name" in changes:
            values["name"] = _name(changes)
        if "erp_system" in changes:
            values["erp_system"] = _system(changes)
        if changes.get("tenant_id"):
            values["tenant_id"] = changes["tenant_id"]
        if "definition" in changes:
            values["definition"] = definition_of(present.kind, changes["definition"], self._store.chain)
        return self._updated(present, values, version)

    def delete(self, template_id: str) -> None:
        """Remove it with its versions. Raises :class:`Conflicting` while links refer to it."""
        self._store.delete(template_id)
        self._changed()

    def versions(self, template_id: str) -> Sequence[TemplateVersionView]:
        """The present one first, then back to the first."""
        found = self._store.versions(template_id)
        return [TemplateVersionView(one.version, one.name, one.definition, one.at) for one in found]

    def restore(self, template_id: str, version: int) -> TemplateView:
        """What it held in an earlier version, as a new version under its present name. Raises as :meth:`update` does, and
        :class:`NotFound` for a version it never had."""
        found = next((one for one in self._store.versions(template_id) if one.version == version), None)
        if found is None:
            raise NotFound("This template has no such version.")
        return self.update(template_id, {"definition": found.definition})

    def used_by(self, template_id: str) -> Sequence[TemplateUseView]:
        """The links that refer to a field template: they change with it."""
        self._store.get(template_id)
        return [
            TemplateUseView(one.connection_id, one.connection_name, one.config_id, one.entity_type, one.local_field)
            for one in self._store.used_by(template_id)
        ]

    def _checked(self, draft: Mapping[str, Any]) -> dict[str, Any]:
        kind = drafts.choice(draft, "kind", KINDS)
        return {
            "name": _name(draft),
            "kind": kind,
            "erp_system": _system(draft),
            "definition": definition_of(kind, draft.get("definition"), self._store.chain),
        }

    def _updated(self, present: Template, values: dict[str, Any], version: int | None) -> TemplateView:
        with self._parts.db.write():
            users = self._store.used_by(present.id) if "definition" in values else []
            if users:
                self._refuse_unfit(present.id, values["definition"], [one.config_id for one in users])
            changed = self._store.update(present.id, version=version, **values)
        self._changed(one.connection_id for one in users)
        return _view(changed)

    def _refuse_unfit(self, template_id: str, definition: Mapping[str, Any], config_ids: Iterable[str]) -> None:
        """Refuse a chain with which a link that refers to it could not work any more."""
        for config_id in dict.fromkeys(config_ids):
            config = self._parts.stores.configs.get(config_id)
            spec = ENTITIES[config.entity_type]
            for link in config.mappings:
                if link.transform != template_id:
                    continue
                try:
                    (mapping,) = field_mappings([link], lambda _id: definition.get("transform") or ())
                    compile_link(spec, mapping, "definition")
                    review_link(spec, mapping, "definition")
                except InvalidInput as error:
                    name = self._parts.stores.connections.get(config.connection_id).connection_name
                    raise InvalidInput(
                        f"{name}, {spec.plural.lower()}, {link.local_field}: {error.message} Nothing was changed.",
                        field=error.field,
                        hint=error.hint,
                    ) from None

    # --- used --------------------------------------------------------------------------------------------------

    def apply_record(self, template_id: str, config_id: str) -> tuple[MappingView, ...]:
        """The links of a record template for a config; they are shown, not saved. Raises :class:`InvalidInput` when it is for
        another kind of record or another system."""
        template = self._of_kind(template_id, "record")
        config = self._parts.stores.configs.get(config_id)
        self._refuse_other_system(template, self._parts.stores.connections.get(config.connection_id))
        definition = template.definition
        if definition["entityType"] != config.entity_type:
            theirs, ours = (ENTITIES[name].plural.lower() for name in (definition["entityType"], config.entity_type))
            raise InvalidInput(f"This template is for {theirs}, not for {ours}.", field="templateId")
        links = self._links(definition, config)
        self._store.count_use(template.id)
        self._changed()
        return links

    def apply_batch(self, template_id: str, connection_id: str) -> BatchApplied:
        """Set the links of all configs of a connection that a batch template has links for; all of them or, when one is refused,
        none."""
        template = self._of_kind(template_id, "batch")
        connection = self._parts.stores.connections.get(connection_id)
        self._refuse_other_system(template, connection)
        changed: list[AppliedView] = []
        missing: list[str] = []
        with self._parts.db.write():
            configs = self._parts.stores.configs.list(connection_id=connection_id)
            for record in records_of(template.kind, template.definition):
                fitting = [config for config in configs if _fits(record, config)]
                changed += [self._set_links(record, config, connection.erp_system) for config in fitting]
                missing += [] if fitting else [record["entityType"]]
            if changed:
                self._store.count_use(template.id)
        if changed:
            self._changed([connection_id])
        return BatchApplied(tuple(changed), tuple(missing))

    def _set_links(self, record: Mapping[str, Any], config: SyncConfig, system: str) -> AppliedView:
        links = self._links(record, config)
        self._parts.stores.configs.replace_mappings(config.id, [StoredMapping(**vars(link)) for link in links])
        kind = self._parts.registry.get(system)
        warnings = warnings_for(ENTITIES[config.entity_type], links, config.remote_module, system, kind)
        return AppliedView(config.id, config.entity_type, config.remote_module, warnings)

    @staticmethod
    def _links(record: Mapping[str, Any], config: SyncConfig) -> tuple[MappingView, ...]:
        return read_mappings(record["fieldMappings"], ENTITIES[config.entity_type], config.sync_direction)

    def _of_kind(self, template_id: str, kind: str) -> Template:
        found = self._store.get(template_id)
        if found.kind != kind:
            wanted = {"record": "one kind of record", "batch": "a whole connection"}[kind]
            raise InvalidInput(f"The template {found.name!r} is not one for {wanted}.", field="templateId")
        return found

    @staticmethod
    def _refuse_other_system(template: Template, connection: Connection) -> None:
        if template.erp_system not in (None, connection.erp_system):
            theirs, ours = title_of(template.erp_system or ""), title_of(connection.erp_system)
            raise InvalidInput(f"This template is for {theirs}, not for {ours}.", field="templateId")

    # --- made of what there is ---------------------------------------------------------------------------------

    def from_config(self, config_id: str, name: str) -> TemplateView:
        """A record template of a config's links. Raises :class:`InvalidInput` for one without links, :class:`Conflicting` for a
        name that is taken."""
        config = self._configs.get(config_id)
        return self._made_of(config.connection_id, config.tenant_id, name, "record", _record(config))

    def from_connection(self, connection_id: str, name: str) -> TemplateView:
        """A batch template of all links of a connection; of two configs for the same the active one's. Raises as
        :meth:`from_config`."""
        connection = self._parts.stores.connections.get(connection_id)
        found = {
            (config.entity_type, config.remote_module): _record(config)
            for config in sorted(self._configs.list(connection_id), key=lambda one: one.is_active)
            if config.field_mappings
        }
        records = [found[key] for key in sorted(found, key=lambda key: list(ENTITIES).index(key[0]))]
        return self._made_of(connection.id, connection.tenant_id, name, "batch", {"mappings": records})

    def _made_of(
        self, connection_id: str, tenant_id: str, name: str, kind: str, definition: Mapping[str, Any]
    ) -> TemplateView:
        system = self._parts.stores.connections.get(connection_id).erp_system
        draft = {"name": name, "kind": kind, "erp_system": system, "tenant_id": tenant_id, "definition": definition}
        return self.create(draft)

    # --- taken along -------------------------------------------------------------------------------------------

    def export(self, ids: Sequence[str] | None = None, tenant_id: str | None = None) -> dict[str, Any]:
        """These templates, or all: plain JSON for a file (see :mod:`app.services.template.files`)."""
        everything = {one.id: one for one in self._everything(tenant_id)}
        unknown = [one for one in ids or () if one not in everything]
        if unknown:
            raise InvalidInput(f"There is no template {unknown[0]!r}.", field="ids")
        return exported(everything.values() if ids is None else [everything[one] for one in dict.fromkeys(ids)])

    def _everything(self, tenant_id: str | None) -> Iterable[Template]:
        cursor = None
        while True:
            page = self._store.list(tenant_id=tenant_id, limit=1000, cursor=cursor)
            yield from page.items
            cursor = page.next_cursor
            if cursor is None:
                return

    def import_(self, data: Any, replace: bool = False, tenant_id: str = DEFAULT_TENANT) -> ImportReport:
        """Take over the templates of an export, all or none. One that differs from one of its name here is added under a new name,
        or takes its place with ``replace``. Raises :class:`InvalidInput` whose field is ``templates[n].…``."""
        outcomes: dict[str, list[Any]] = {"added": [], "same": [], "renamed": [], "replaced": []}
        connections: set[str] = set()
        with self._parts.db.write():
            for number, entry in enumerate(entries_of(data)):
                try:
                    outcome, said = self._take(entry, replace, tenant_id, connections)
                except InvalidInput as error:
                    at = f"templates[{number}]" + (f".{error.field}" if error.field else "")
                    raise InvalidInput(error.message, field=at, hint=error.hint) from None
                outcomes[outcome].append(said)
        self._changed(connections)
        return ImportReport(**{name: tuple(found) for name, found in outcomes.items()})

    def _take(
        self, entry: Any, replace: bool, tenant_id: str, connections: set[str]
    ) -> tuple[str, str | tuple[str, str]]:
        if not isinstance(entry, Mapping):
            raise InvalidInput("A template must be an object.")
        wanted = self._checked(snake_keys(entry))
        name = wanted["name"]
        present = self._store.named(tenant_id, wanted["kind"], name)
        if present is None:
            self._store.create(**wanted, tenant_id=tenant_id)
            return "added", name
        if _equal(present, wanted):
            return "same", name
        if replace:
            users = self._store.used_by(present.id)
            self._refuse_unfit(present.id, wanted["definition"], [one.config_id for one in users])
            connections.update(one.connection_id for one in users)
            self._store.update(present.id, erp_system=wanted["erp_system"], definition=wanted["definition"])
            return "replaced", name
        number = 2
        while (other := self._store.named(tenant_id, wanted["kind"], f"{name} ({number})")) is not None:
            if _equal(other, wanted):
                return "same", other.name
            number += 1
        self._store.create(**{**wanted, "name": f"{name} ({number})"}, tenant_id=tenant_id)
        return "renamed", (name, f"{name} ({number})")

    def _changed(self, connections: Iterable[str] = ()) -> None:
        self._parts.bus.publish(Changed(frozenset({"templates"})))
        for connection_id in dict.fromkeys(connections):
            self._parts.bus.publish(Changed(frozenset({"configs"}), connection_id))


def _name(draft: Mapping[str, Any]) -> str:
    return drafts.text(draft, "name", required=True, longest=_LONGEST_NAME) or ""


def _system(draft: Mapping[str, Any]) -> str | None:
    return drafts.choice(draft, "erp_system", tuple(SYSTEMS)) if draft.get("erp_system") else None


def _record(config: ConfigView) -> dict[str, Any]:
    return {
        "entity_type": config.entity_type,
        "remote_module": config.remote_module,
        "field_mappings": config.field_mappings,
    }


def _fits(record: Mapping[str, Any], config: SyncConfig) -> bool:
    return record["entityType"] == config.entity_type and record.get("remoteModule") in (None, config.remote_module)


def _equal(template: Template, wanted: Mapping[str, Any]) -> bool:
    return (template.erp_system, template.definition) == (wanted["erp_system"], wanted["definition"])


def _view(template: Template) -> TemplateView:
    return TemplateView(
        id=template.id,
        tenant_id=template.tenant_id,
        system=template.erp_system,
        name=template.name,
        kind=template.kind,
        definition=template.definition,
        version=template.version,
        uses=template.uses,
        created_at=template.created_at,
        updated_at=template.updated_at,
    )
