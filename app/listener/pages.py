"""What lists have in common: the filter by kind of record."""

from __future__ import annotations

from app.model.entities import ENTITIES, entity_named
from app.model.errors import InvalidInput


def entity_filter(name: str | None, parameter: str) -> str | None:
    """The entity type that a query parameter names (as itself, its table or an alias). Raises :class:`InvalidInput`."""
    if name is None:
        return None
    spec = entity_named(name)
    if spec is None:
        raise InvalidInput(f"{name!r} is not a kind of record.", field=parameter, hint=", ".join(ENTITIES))
    return spec.name
