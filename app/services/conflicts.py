"""What waits for a person's decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.model.errors import InvalidInput
from app.model.ids import is_id
from app.services.views import ConflictView

if TYPE_CHECKING:
    from app.services.parts import Parts


class Conflicts:
    def __init__(self, parts: Parts) -> None:
        self._store = parts.stores.conflicts
        self._connections = parts.stores.connections

    def list(
        self,
        status: str | None = "open",
        connection_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[list[ConflictView], str | None]:
        """The oldest first, and the cursor of the next page. ``status``: open, resolved or ``None`` for both."""
        if cursor is not None and not is_id(cursor):
            raise InvalidInput("That cursor is not one of ours.", field="cursor")
        names = {one.id: one.connection_name for one in self._connections.list()}
        page = self._store.list(status=status, connection_id=connection_id, limit=limit, cursor=cursor)
        found = [
            ConflictView(
                id=one.id,
                connection_id=one.connection_id,
                connection_name=names.get(one.connection_id, ""),
                entity_type=one.entity_type,
                kind=one.kind,
                label=one.label,
                local_id=one.local_id,
                remote_id=one.remote_id,
                fields=tuple(one.fields),
                candidates=tuple(one.candidates or ()),
                status=one.status,
                created_at=one.created_at,
            )
            for one in page.items
        ]
        return found, page.next_cursor

    def count(self) -> int:
        """The open ones."""
        return self._store.count()
