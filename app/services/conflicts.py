"""What waits for a person's decision."""

from __future__ import annotations

import builtins
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.db.inbox import InboxStore, Parked
from app.model.errors import Conflicting, InvalidInput, NotFound
from app.model.events import Changed
from app.services.cursors import check_cursor
from app.services.views import ConflictView

if TYPE_CHECKING:
    from app.db.conflicts import Conflict
    from app.services.parts import Parts

_SHOWN = ("name", "base", "local", "remote")


class Conflicts:
    def __init__(self, parts: Parts) -> None:
        self._db = parts.db
        self._store = parts.stores.conflicts
        self._connections = parts.stores.connections
        self._resolver = parts.resolver
        self._audit = parts.stores.audit
        self._bus = parts.bus

    def list(
        self,
        status: str | None = "open",
        connection_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
        newest_first: bool = False,
    ) -> tuple[list[ConflictView], str | None]:
        """The oldest first, or the newest, and the cursor of the next page. ``status``: open, resolved or ``None`` for both."""
        check_cursor(cursor)
        names = self._names()
        page = self._store.list(
            status=status, connection_id=connection_id, limit=limit, cursor=cursor, newest_first=newest_first
        )
        waiting = self._waiting(page.items)
        return [self._view(one, names, waiting) for one in page.items], page.next_cursor

    def get(self, conflict_id: str) -> ConflictView:
        """Raises :class:`NotFound`."""
        conflict = self._store.get(conflict_id)
        return self._view(conflict, self._names(), self._waiting([conflict]))

    def resolve(
        self,
        conflict_id: str,
        resolution: str,
        *,
        fields: Mapping[str, Any] | None = None,
        local_id: str | None = None,
        by: str = "user",
    ) -> ConflictView:
        """Carry out a decision. ``resolution``: for fields ``local``, ``remote`` or ``merge`` (with ``fields``: what each shall
        be; those not named keep what is here); for a deletion over there ``local`` (make it anew there) or ``remote`` (delete
        it here too); for a match ``link`` (with ``local_id`` where there are several candidates) or ``separate``. Raises
        :class:`NotFound`, :class:`InvalidInput`, and :class:`Conflicting` when it was decided before or no longer fits."""
        conflict = self._resolver.resolve(conflict_id, resolution, fields=fields, local_id=local_id, by=by)
        self._tell({conflict.connection_id})
        return self._view(conflict, self._names())

    def take_back(self, conflict_id: str, *, by: str = "user") -> ConflictView:
        """Have a decided question be open again and what the decision did be undone. Raises :class:`NotFound`, and
        :class:`Conflicting` (code ``synced_since``: a sync has carried it on); then nothing was done."""
        conflict = self._take_back(conflict_id, by)
        self._tell({conflict.connection_id})
        return self._view(conflict, self._names())

    def resolve_many(
        self, ids: Sequence[str], resolution: str, *, by: str = "user"
    ) -> tuple[int, builtins.list[tuple[str, str]]]:
        """One answer to many questions: how many were settled, and ``(id, why not)`` of the others."""
        told: set[str] = set()
        failed: builtins.list[tuple[str, str]] = []
        try:
            for conflict_id in ids:
                try:
                    told.add(self._resolver.resolve(conflict_id, resolution, by=by).connection_id)
                except (Conflicting, InvalidInput, NotFound) as error:
                    failed.append((conflict_id, error.message))
        finally:
            self._tell(told)
        return len(ids) - len(failed), failed

    def take_back_many(self, ids: Sequence[str], *, by: str = "user") -> tuple[int, builtins.list[tuple[str, str]]]:
        """Several decisions, whichever was made last first: how many were taken back, and ``(id, why not)`` of the others."""
        decided = self._store.decided_at(ids)
        failed: builtins.list[tuple[str, str]] = []
        told: set[str] = set()
        try:
            for conflict_id in sorted(ids, key=lambda one: decided.get(one, ""), reverse=True):
                try:
                    told.add(self._take_back(conflict_id, by).connection_id)
                except (Conflicting, NotFound) as error:
                    failed.append((conflict_id, error.message))
        finally:
            self._tell(told)
        return len(ids) - len(failed), failed

    def _take_back(self, conflict_id: str, by: str) -> Conflict:
        with self._db.write():
            conflict = self._resolver.take_back(conflict_id, by=by)
            self._audit.add(by, "decision_taken_back", f"conflict:{conflict_id}")
        return conflict

    def _tell(self, connection_ids: Collection[str]) -> None:
        for connection_id in connection_ids:
            self._bus.publish(Changed(frozenset({"conflicts", "records", "errors"}), connection_id))

    def _names(self) -> dict[str, str]:
        return {one.id: one.connection_name for one in self._connections.list()}

    def _waiting(self, conflicts: Sequence[Conflict]) -> dict[tuple[str, Parked], Mapping[str, int]]:
        """By connection and record, what waits for these open questions."""
        asking = {one.connection_id for one in conflicts if one.kind == "match" and one.status == "open"}
        with self._db.read() as conn:
            return {(own, parked): counts for own in asking for parked, counts in InboxStore(own).awaited(conn).items()}

    @staticmethod
    def _view(
        one: Conflict,
        names: Mapping[str, str],
        waiting: Mapping[tuple[str, Parked], Mapping[str, int]] = MappingProxyType({}),
    ) -> ConflictView:
        return ConflictView(
            id=one.id,
            connection_id=one.connection_id,
            connection_name=names.get(one.connection_id, ""),
            entity_type=one.entity_type,
            kind=one.kind,
            label=one.label,
            local_id=one.local_id,
            remote_id=one.remote_id,
            # Without the remote's own form of the value, which means nothing to a person.
            fields=tuple({name: item.get(name) for name in _SHOWN} for item in one.fields),
            candidates=tuple(one.candidates or ()),
            status=one.status,
            created_at=one.created_at,
            resolution=one.resolution,
            resolved_at=one.resolved_at,
            resolved_by=one.resolved_by,
            waiting=waiting.get((one.connection_id, Parked(one.entity_type, one.remote_id)), {}),
        )

    def count(self) -> int:
        """The open ones."""
        return self._store.count()
