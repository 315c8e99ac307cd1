"""From what a front door was given to a sync config and its field links that can be stored. Contacts
nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from app.connectors.base import ConnectorKind
from app.connectors.spec import EntityTemplate
from app.db.connections import DEFAULT_TENANT
from app.mapping.compiled import compile_mapping, local_field, review_mapping
from app.mapping.stored import Chains, field_mappings, no_templates
from app.model.entities import ENTITIES, EntitySpec, entity_named
from app.model.errors import InvalidInput
from app.model.values import FieldType, canonical_number
from app.services import drafts
from app.services.names import snake_keys
from app.services.schedules import read_schedule
from app.services.systems import title_of
from app.services.views import MappingView

STRATEGIES = ("local_wins", "remote_wins", "newest_wins", "manual")
POLICIES = ("ignore", "flag", "propagate")


@dataclass(frozen=True)
class ConfigDraft:
    """``columns`` of ``erp_sync_configs``; ``mappings`` is ``None`` when they are not to change."""

    columns: dict[str, Any]
    mappings: tuple[MappingView, ...] | None
    warnings: tuple[str, ...] = field(default=())


def new_config(
    draft: Mapping[str, Any],
    system: str,
    kind: ConnectorKind | None,
    chains: Chains = no_templates,
    others: Mapping[str, str] = MappingProxyType({}),
) -> ConfigDraft:
    """Check a new config of a connection to ``system``; its links may refer to the templates that ``chains`` knows. ``others``
    (entity → module) are what that connection syncs already. Raises :class:`InvalidInput` with the field at fault.
    """
    spec = entity_of(draft.get("entity_type"), "entityType")
    module = drafts.text(draft, "remote_module") or ""
    template = _template(kind, spec, module, others) if kind else None
    module = module or (template.module if template else "")
    if kind and not module:
        raise InvalidInput(
            f"{kind.spec.title} has no standard place for {spec.plural.lower()}.",
            field="remoteModule",
            hint="Name the module that holds them.",
        )
    sent = draft.get("field_mappings")
    direction = drafts.choice(draft, "sync_direction", drafts.DIRECTIONS, "bidirectional")
    links = read_mappings(sent, spec, direction, chains) if sent is not None else template_mappings(template)
    columns = {
        "entity_type": spec.name,
        "local_table": _local_table(draft, spec),
        "remote_module": module,
        "sync_direction": direction,
        "auto_sync": drafts.flag(draft, "auto_sync", default=False),
        "sync_frequency": drafts.interval(draft, "sync_frequency"),
        "schedule": read_schedule(draft),
        "conflict_resolution": drafts.choice(draft, "conflict_resolution", STRATEGIES, "manual"),
        "delete_policy": drafts.choice(draft, "delete_policy", POLICIES, "flag"),
        "filter": draft.get("filter"),
        "match_on": _match_on(draft, spec),
        "hub_key_field": drafts.text(draft, "hub_key_field"),
        "is_active": drafts.flag(draft, "is_active", default=True),
    }
    return ConfigDraft(columns, links, warnings_for(spec, links, module, system, kind, chains))


def _template(kind: ConnectorKind, spec: EntitySpec, module: str, others: Mapping[str, str]) -> EntityTemplate | None:
    """Of a module that the connector has no template for, the entity's usual one: its links may fit."""
    return kind.spec.template(spec.name, module or None, others) or kind.spec.template(spec.name, None, others)


def changed_config(
    present: Mapping[str, Any],
    changes: Mapping[str, Any],
    system: str,
    kind: ConnectorKind | None,
    chains: Chains = no_templates,
) -> ConfigDraft:
    """Check changes to a stored config; the answer's columns are only those that change."""
    spec = ENTITIES[present["entity_type"]]
    if "entity_type" in changes and entity_of(changes["entity_type"], "entityType") is not spec:
        raise InvalidInput("A config's entity type can't change.", field="entityType", hint="Make a new config for it.")
    columns = {key: read(changes, spec) for key, read in _READERS.items() if key in changes}
    sent = changes.get("field_mappings")
    direction = columns.get("sync_direction", present.get("sync_direction", "bidirectional"))
    links = read_mappings(sent, spec, direction, chains) if sent is not None else None
    module = columns.get("remote_module", present["remote_module"])
    warnings = warnings_for(spec, links, module, system, kind, chains) if links is not None else ()
    return ConfigDraft(columns, links, warnings)


def entity_of(name: object, at: str) -> EntitySpec:
    """The entity that a name, table or alias names. Raises :class:`InvalidInput`."""
    found = entity_named(name.strip().lower()) if isinstance(name, str) else None
    if found is None:
        raise InvalidInput(f"{name!r} is not a kind of record.", field=at, hint=f"Choose {', '.join(ENTITIES)}.")
    return found


def _local_table(draft: Mapping[str, Any], spec: EntitySpec) -> str:
    name = drafts.text(draft, "local_table")
    if name is None:
        return spec.table
    if entity_named(name) is not spec:
        hint = f"Choose {', '.join((spec.table, *spec.aliases))}, or leave it out."
        raise InvalidInput(f"{name!r} is not the table of {spec.plural.lower()}.", field="localTable", hint=hint)
    return name


def _match_on(draft: Mapping[str, Any], spec: EntitySpec) -> tuple[str, ...]:
    value = draft.get("match_on")
    if value is None:
        return spec.match_on
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise InvalidInput("matchOn must be a list of field names.", field="matchOn")
    for number, name in enumerate(value):
        found = spec.field.get(name) if isinstance(name, str) else None
        if found is None or found.type is FieldType.LINES:
            raise InvalidInput(f"{spec.title} has no field {name!r} to match on.", field=f"matchOn[{number}]")
    return tuple(dict.fromkeys(value))


_READERS: Mapping[str, Callable[[Mapping[str, Any], EntitySpec], Any]] = {
    "tenant_id": lambda draft, _spec: drafts.text(draft, "tenant_id") or DEFAULT_TENANT,
    "local_table": _local_table,
    "remote_module": lambda draft, _spec: drafts.text(draft, "remote_module", required=True),
    "sync_direction": lambda draft, _spec: drafts.choice(draft, "sync_direction", drafts.DIRECTIONS, "bidirectional"),
    "auto_sync": lambda draft, _spec: drafts.flag(draft, "auto_sync", default=False),
    "sync_frequency": lambda draft, _spec: drafts.interval(draft, "sync_frequency"),
    "schedule": lambda draft, _spec: read_schedule(draft),
    "conflict_resolution": lambda draft, _spec: drafts.choice(draft, "conflict_resolution", STRATEGIES, "manual"),
    "delete_policy": lambda draft, _spec: drafts.choice(draft, "delete_policy", POLICIES, "flag"),
    "filter": lambda draft, _spec: draft.get("filter"),
    "match_on": _match_on,
    "hub_key_field": lambda draft, _spec: drafts.text(draft, "hub_key_field"),
    "is_active": lambda draft, _spec: drafts.flag(draft, "is_active", default=True),
}

# --- field links ----------------------------------------------------------------------------------------


def template_mappings(template: EntityTemplate | None) -> tuple[MappingView, ...]:
    """A connector's default links as they are stored; none without a template."""
    return tuple(
        MappingView(
            local_field=link.local,
            remote_field=link.remote,
            field_type=link.type.value,
            direction=link.direction,
            is_required=link.required,
            is_readonly=link.readonly,
            transform=[dict(step) for step in link.transform] or None,
            value_map={"pairs": [list(pair) for pair in link.value_map], "unmapped": "keep"}
            if link.value_map
            else None,
        )
        for link in (template.fields if template else ())
    )


def read_mappings(
    sent: Any, spec: EntitySpec, sync_direction: str = "bidirectional", chains: Chains = no_templates
) -> tuple[MappingView, ...]:
    """Check links as a front door sends them. Raises :class:`InvalidInput` whose field is
    ``fieldMappings[n].…``.

    A link goes both ways unless it says otherwise; in a config that goes one way, one whose transforms can't be undone takes that
    direction.
    """
    if not isinstance(sent, Sequence) or isinstance(sent, str):
        raise InvalidInput("fieldMappings must be a list.", field="fieldMappings")
    links = tuple(read_link(entry, spec, f"fieldMappings[{number}]") for number, entry in enumerate(sent))
    compile_mapping(spec, field_mappings(links, chains))
    links = tuple(settled(entry, link, spec, sync_direction, chains) for entry, link in zip(sent, links, strict=True))
    compile_mapping(spec, field_mappings(links, chains))
    review_mapping(spec, field_mappings(links, chains))
    return links


def settled(entry: Any, link: MappingView, spec: EntitySpec, sync_direction: str, chains: Chains) -> MappingView:
    """``link`` as it is stored when it was sent as ``entry``: one whose direction was left open goes the config's one way when its
    transforms can't be undone."""
    alone = {"pull": "to_local", "push": "to_remote"}.get(sync_direction)
    leaves_open = isinstance(entry, Mapping) and not entry.get("direction")
    if alone is not None and leaves_open and _is_one_way(link, spec, chains):
        return replace(link, direction=alone)
    return link


def _is_one_way(link: MappingView, spec: EntitySpec, chains: Chains) -> bool:
    try:
        review_mapping(spec, field_mappings([link], chains))
    except InvalidInput:
        return True
    return False


def read_link(entry: Any, spec: EntitySpec, where: str) -> MappingView:
    """One link as a front door sends it. Raises :class:`InvalidInput` whose field is ``<where>.…``."""
    if isinstance(entry, MappingView):
        entry = vars(entry)
    if not isinstance(entry, Mapping):
        raise InvalidInput("A field mapping must be an object.", field=where)
    raw = snake_keys(entry)
    try:
        local = drafts.text(raw, "local_field", required=True) or ""
        target = local_field(spec, local)
        return MappingView(
            local_field=local,
            remote_field=drafts.text(raw, "remote_field", required=True) or "",
            field_type=drafts.text(raw, "field_type") or (target.type.value if target else "text"),
            direction=drafts.text(raw, "direction") or "both",
            is_required=drafts.flag(raw, "is_required", default=False),
            is_readonly=drafts.flag(raw, "is_readonly", default=False),
            default_value=_default(raw.get("default_value"), target.type if target else FieldType.TEXT),
            transform=raw.get("transform") or None,
            value_map=raw.get("value_map") or None,
            validation=raw.get("validation") or None,
        )
    except InvalidInput as error:
        raise InvalidInput(error.message, field=f"{where}.{error.field}", hint=error.hint) from None


def _default(value: Any, kind: FieldType) -> Any:
    if value is None or value == "":
        return None
    if kind is FieldType.BOOLEAN:
        if not isinstance(value, bool):
            raise InvalidInput("The default must be true or false.", field="defaultValue")
        return value
    if kind is FieldType.NUMBER:
        try:
            return canonical_number(Decimal(str(value)))
        except (InvalidOperation, ValueError):
            raise InvalidInput(f"{value!r} is not a number.", field="defaultValue") from None
    if not isinstance(value, str):
        raise InvalidInput("The default must be a text.", field="defaultValue")
    return value


def warnings_for(
    spec: EntitySpec,
    links: Sequence[MappingView],
    module: str,
    system: str,
    kind: ConnectorKind | None,
    chains: Chains = no_templates,
) -> tuple[str, ...]:
    """What may be wrong but only the ERP, or a person, can tell."""
    found: list[str] = []
    if not links:
        found.append(f"No fields are linked yet: nothing of {spec.plural.lower()} will be synced.")
    if kind is None:
        found.append(f"This version can't connect to {title_of(system)} yet, so its fields were not checked.")
    else:
        known = {link.remote for one in kind.spec.templates if one.module == module for link in one.fields}
        unknown = [link.remote_field for link in links if link.remote_field not in known]
        found += [f"{name} is not among the known fields of {module or kind.spec.title}." for name in unknown]
    mapped = {link.local_field for link in links}
    missing = [one.title for one in spec.fields if one.required and one.name not in mapped] if links else []
    found += [f"{title} is required in SalesMate Sync but not linked." for title in missing]
    found += review_mapping(spec, field_mappings(links, chains))
    return tuple(found)
