"""What a reference names: a record by the ERP's own key (``customer``), or by one of its fields (``customer.email``)."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from app.mapping.fields import FieldMapping
from app.mapping.transforms.lookups import LOOKUP_BY
from app.model.entities import ENTITIES, EntitySpec, FieldSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType

_KINDS = frozenset({FieldType.TEXT, FieldType.PICKLIST, FieldType.NUMBER})


def target_name(target: FieldSpec, by: FieldSpec | None) -> str | None:
    """The target's name of a link whose hub field is ``target``; ``None`` for one that refers to nothing."""
    if target.type is not FieldType.LOOKUP or target.lookup is None:
        return None
    return target.lookup if by is None else f"{target.lookup}.{by.name}"


def named_by(target: str) -> tuple[EntitySpec, FieldSpec | None]:
    """The entity of a target, and the field by which it is looked up (``None``: by the ERP's key)."""
    entity, _, name = target.partition(".")
    spec = ENTITIES[entity]
    return spec, spec.field[name] if name else None


def looked_up_by(mapping: FieldMapping, target: FieldSpec, where: str) -> FieldSpec | None:
    """The field by which the link's chain looks up what it refers to. Raises :class:`InvalidInput` whose field is
    ``<where>[n].…``."""
    entries = mapping.transform
    hub_end = len(entries) - 1 if mapping.comes_in else 0
    found = None
    for number, entry in enumerate(entries):
        if entry.get("name") != LOOKUP_BY:
            continue
        at = f"{where}[{number}]"
        if target.type is not FieldType.LOOKUP or target.lookup is None:
            raise InvalidInput(f"{target.title} does not refer to another record.", field=f"{at}.name")
        if number != hub_end:
            place = "last in the chain" if mapping.comes_in else "first in the chain of a link that only goes out"
            raise InvalidInput(f"“Look up by a field” can only stand {place}.", field=f"{at}.name")
        found = _field(ENTITIES[target.lookup], entry.get("args"), f"{at}.args.field")
    return found


def _field(spec: EntitySpec, arguments: Any, where: str) -> FieldSpec | None:
    """The field named in the arguments; what is no name at all is refused with the chain."""
    if isinstance(arguments, list | tuple) and len(arguments) == 1:
        arguments = arguments[0]
    name = arguments.get("field") if isinstance(arguments, Mapping) else arguments
    if not isinstance(name, str) or not name:
        return None
    usable = [field.name for field in spec.scalar_fields if field.type in _KINDS]
    if name in usable:
        return spec.field[name]
    close = get_close_matches(name, usable, 1)
    raise InvalidInput(
        f"{spec.plural} can't be looked up by {name!r}.",
        field=where,
        hint=f"Did you mean {close[0]}?" if close else f"Use one of {', '.join(usable)}.",
    )
