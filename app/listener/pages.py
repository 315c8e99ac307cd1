"""What lists have in common: pages of those that are read whole anyway, and the filter by kind of record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from app.model.entities import ENTITIES, entity_named
from app.model.errors import InvalidInput
from app.model.ids import is_id

T = TypeVar("T", bound=Any)


def entity_filter(name: str | None, parameter: str) -> str | None:
    """The entity type that a query parameter names (as itself, its table or an alias). Raises :class:`InvalidInput`."""
    if name is None:
        return None
    spec = entity_named(name)
    if spec is None:
        raise InvalidInput(f"{name!r} is not a kind of record.", field=parameter, hint=", ".join(ENTITIES))
    return spec.name


def sliced(items: Sequence[T], limit: int, cursor: str | None) -> tuple[list[T], str | None]:
    """The ``limit`` items after the one with the id ``cursor``, in the order of ids, and the next cursor."""
    rest = sorted(items, key=lambda item: str(item.id))
    if cursor is not None:
        if not is_id(cursor):
            raise InvalidInput("That cursor is not one of ours.", field="cursor")
        rest = [item for item in rest if item.id > cursor]
    return rest[:limit], (str(rest[limit - 1].id) if len(rest) > limit else None)
