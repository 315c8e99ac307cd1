"""Pages of short lists: those that are read whole anyway."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from app.model.errors import InvalidInput
from app.model.ids import is_id

T = TypeVar("T", bound=Any)


def sliced(items: Sequence[T], limit: int, cursor: str | None) -> tuple[list[T], str | None]:
    """The ``limit`` items after the one with the id ``cursor``, in the order of ids, and the next cursor."""
    rest = sorted(items, key=lambda item: str(item.id))
    if cursor is not None:
        if not is_id(cursor):
            raise InvalidInput("That cursor is not one of ours.", field="cursor")
        rest = [item for item in rest if item.id > cursor]
    return rest[:limit], (str(rest[limit - 1].id) if len(rest) > limit else None)
