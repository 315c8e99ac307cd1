"""The field links of a definition, as the mapping engine and the connector's templates have them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from app.connectors.custom.definition import LinkDef
from app.connectors.spec import FieldTemplate
from app.model.entities import EntitySpec, FieldSpec
from app.model.values import FieldType


@dataclass(frozen=True)
class StoredLink:
    """As :class:`app.mapping.stored.StoredLink` has it."""

    local_field: str
    remote_field: str
    field_type: str
    direction: str
    is_required: bool
    is_readonly: bool
    transform: Any
    value_map: Any
    default_value: Any = None
    validation: Any = None


def field_links(spec: EntitySpec, mapping: Mapping[str, str | LinkDef]) -> list[StoredLink]:
    return [
        StoredLink(
            one.local,
            one.remote,
            one.type,
            one.direction,
            one.required,
            one.readonly,
            list(one.transform),
            {"pairs": [list(pair) for pair in one.value_map]} if one.value_map else None,
        )
        for one in link_templates(spec, mapping)
    ]


def link_templates(spec: EntitySpec, mapping: Mapping[str, str | LinkDef]) -> Iterator[FieldTemplate]:
    """In the order of the definition; of fields that the hub has."""
    for local, given in mapping.items():
        link = given if isinstance(given, LinkDef) else LinkDef(path=given)
        own = _own(spec, local)
        readonly = link.readonly or own.readonly
        yield FieldTemplate(
            local,
            link.path,
            FieldType(link.type) if link.type else own.type,
            direction="to_local" if readonly else link.direction,
            required=link.required,
            readonly=readonly,
            transform=tuple(link.transform),
            value_map=tuple(link.values.items()),
        )


def _own(spec: EntitySpec, local: str) -> FieldSpec:
    group, inside, name = local.partition("[].")
    found = spec.field[group]
    return found.child[name] if inside else found
