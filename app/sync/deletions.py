"""What is gone in the ERP, and what that means here (engine: Deletes).

Absence from a complete listing makes a candidate; only the connector's confirmation makes a deletion; a guard asks when there
are many; the config's policy says what becomes of the hub's record. An edit beats a delete.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from app.connectors.base import Connector, ListedId, Listing
from app.db.batch import Batch
from app.db.conflicts import ConflictStore
from app.db.errors import ErrorStore
from app.db.inbox import InboxStore
from app.db.merge import MergeStore
from app.db.shapes import HubRow, LinkRow
from app.db.sql import load
from app.mapping.outward import is_sent_name
from app.model.cancel import CancelToken
from app.model.records import RemoteRecord, Tombstone
from app.sync.context import RunContext
from app.sync.guards import check_deletions
from app.sync.merge import LOCAL_WINS, NEWEST_WINS
from app.sync.outgoing import changed_fields
from app.sync.plan import mark_of
from app.sync.scope import EntityScope
from app.sync.shadows import all_bare, is_same

#: Ids asked for in one go while confirming and re-reading.
LOT = 25
#: The rules under which a record that was edited here and deleted there is made anew over there, unasked.
_EDIT_WINS = (LOCAL_WINS, NEWEST_WINS)


class Deletions:
    """Gathers one run's tombstones and applies them when a stream is complete."""

    def __init__(
        self,
        store: MergeStore,
        errors: ErrorStore,
        conflicts: ConflictStore,
        context: RunContext,
        connection_name: str,
    ) -> None:
        self._store = store
        self._errors = errors
        self._conflicts = conflicts
        self._context = context
        self._connection_name = connection_name
        self._inbox = InboxStore(context.connection_id)
        self._gone: dict[str, dict[str, Tombstone]] = defaultdict(dict)
        self._missing: dict[str, int] = defaultdict(int)
        #: Deletions that a page told of, and no later page will tell again, wait for the stream's end.
        self.fed = False

    def compare(
        self, conn: Connection, scopes: Mapping[str, EntityScope], listing: Listing
    ) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
        """``(missing, different)`` remote ids by module: linked or parked, but not listed; listed but unknown or at another
        version.

        Raises :class:`app.model.errors.Held` when too many are missing, before anybody is asked about each.
        """
        listed: dict[str, dict[str, ListedId]] = defaultdict(dict)
        for row in listing.rows:
            listed[row.module][row.id] = row
        missing: dict[str, list[str]] = {}
        different: dict[str, list[str]] = {}
        for module in listing.modules:
            if module not in scopes:
                continue
            there = listed[module]
            links = self._store.listed_links(conn, self._context.connection_id, module, listing.low, listing.high)
            lost = [rid for rid in links if rid not in there and rid not in self._gone[module]]
            if lost:
                self._guard(scopes[module], len(lost), self._linked(conn, scopes[module]))
                missing[module] = lost
            entity = scopes[module].entity.name
            if unlisted := self._inbox.unlisted(conn, entity, module, there, listing.low, listing.high):
                self._missing[module] += len(unlisted)  # nothing of the hub's goes with them
                missing[module] = [*missing.get(module, ()), *unlisted]
            news = [
                rid
                for rid, row in there.items()
                if links.get(rid) != (row.version, row.label) and (module, rid) not in self._context.handled
            ]
            known = self._store.elsewhere(conn, self._context.connection_id, module, news, there)
            if changed := [rid for rid in news if rid not in known]:
                different[module] = changed
        return missing, different

    def _linked(self, conn: Connection, scope: EntityScope) -> int:
        return self._context.linked_count(conn, self._store, scope.entity.name)

    def _guard(self, scope: EntityScope, lost: int, linked: int) -> None:
        self._missing[scope.module] += lost
        check_deletions(scope.entity.plural.lower(), self._missing[scope.module], linked, self._context.approved)

    def confirm(
        self, connector: Connector, scope: EntityScope, module: str, ids: Sequence[str], cancel: CancelToken
    ) -> list[Tombstone]:
        """Ask the connector about each candidate; what it confirms is gone when the stream ends."""
        gone: list[Tombstone] = []
        for at in range(0, len(ids), LOT):
            gone += connector.confirm_gone(module, ids[at : at + LOT], cancel)
        self.note({scope.module: scope}, gone)
        return gone

    def note(self, scopes: Mapping[str, EntityScope], gone: Sequence[Tombstone]) -> None:
        for tombstone in gone:
            if tombstone.module in scopes:
                self._gone[tombstone.module][tombstone.id] = tombstone

    def apply(self, conn: Connection, scopes: Mapping[str, EntityScope], *, commit: bool) -> None:
        """Carry out what was confirmed, by each config's policy. Raises :class:`app.model.errors.Held`."""
        for module, scope in scopes.items():
            gone = self._gone.pop(module, None)
            if not gone:
                continue
            if len(gone) > self._missing.pop(module, 0):
                linked = self._linked(conn, scope)
                check_deletions(scope.entity.plural.lower(), len(gone), linked, self._context.approved)
            self.fed = False
            links = self._store.links(conn, self._context.connection_id, scope.entity.name, list(gone))
            rows = self._store.hub_rows(conn, scope.entity.name, [link.local_id for link in links.values()])
            batch = self._store.begin(
                self._context.connection_id, self._context.source, self._context.run_id, self._context.now()
            )
            for link in links.values():
                if link.paused:
                    continue  # the next sweep after it moves again finds it missing
                self._apply_one(batch, scope, link, rows[link.local_id])
            if commit:
                self._forget_parked(conn, batch, scope, list(gone))
                batch.write(conn)

    def _forget_parked(self, conn: Connection, batch: Batch, scope: EntityScope, gone: Sequence[str]) -> None:
        """What was to be decided about is gone: so is the question, and what waited for it goes on."""
        context, entity = self._context, scope.entity.name
        parked = self._inbox.among(conn, entity, gone)
        if not parked:
            return
        self._inbox.leave(conn, entity, sorted(parked))
        asked = self._conflicts.open_matches(context.connection_id, entity)
        for remote_id in parked & asked.keys():
            conflict_id, candidates = asked[remote_id]
            self._conflicts.resolve(conflict_id, "gone", by="rule")
            for local_id in candidates if scope.pushes else ():  # one may not have been made there for its sake
                batch.dirty(context.connection_id, entity, local_id)

    def _apply_one(self, batch: Batch, scope: EntityScope, link: LinkRow, hub: HubRow) -> None:
        context, entity = self._context, scope.entity.name
        mark = mark_of("delete", link.remote_id)
        if not context.allows("local", entity, link.remote_id, mark):
            self._leave(scope, link)
            return
        edited = _edited_here(scope, link, hub) if hub.deleted_at is None else {}
        made_anew = bool(edited) and scope.pushes and scope.strategy in _EDIT_WINS
        batch.remote_gone(link.id, comes_back=made_anew)
        if made_anew:
            batch.dirty(context.connection_id, entity, hub.id)
        if hub.deleted_at is not None:
            return
        if edited:
            self._edit_beats_delete(scope, link, hub, edited)
            return
        context.counts.add(entity, "deleted")
        policy = "flag" if context.only_marks and scope.delete_policy == "propagate" else scope.delete_policy
        if policy == "propagate":
            batch.update(entity, hub, {}, deleted_at=context.now())
        elif policy == "flag":
            batch.update(entity, hub, {"custom.deleted_in": self._connection_name})
        if context.plan is not None:
            record = RemoteRecord(link.module, link.remote_id, link.version, {}, label=link.label)
            context.plan.add("delete", entity, hub.id, record, (), f"deleted there; policy: {policy}", mark)
        for other in scope.fan_out:
            batch.dirty(other, entity, hub.id)

    def _leave(self, scope: EntityScope, link: LinkRow) -> None:
        """Not in the plan that is being applied: the next sync looks at it."""
        self._errors.record(
            connection_id=self._context.connection_id,
            entity_type=scope.entity.name,
            side="in",
            code="not_planned",
            message=f"“{link.label or link.remote_id}” is gone in the connected system; its deletion is not in the plan.",
            hint="The next sync sees to it.",
            remote_id=link.remote_id,
            local_id=link.local_id,
            retryable=True,
            run_id=self._context.run_id,
        )

    def _edit_beats_delete(
        self, scope: EntityScope, link: LinkRow, hub: HubRow, edited: Mapping[str, tuple[Any, Any]]
    ) -> None:
        """An edit is never lost. Where the config prefers this side (or the newer edit: a deletion has no time of its own) the
        record is made anew over there; else a person says whether it is, or is deleted here too."""
        self._context.counts.add(scope.entity.name, "conflicts")
        if self._context.plan is not None:
            return
        self._conflicts.create(
            connection_id=self._context.connection_id,
            entity_type=scope.entity.name,
            remote_id=link.remote_id,
            kind="delete",
            label=link.label,
            fields=[{"name": name, "base": base, "local": now, "remote": None} for name, (base, now) in edited.items()],
            strategy=scope.strategy,
            local_id=hub.id,
            sync_config_id=scope.config_id,
            run_id=self._context.run_id,
            resolution="local" if scope.strategy in _EDIT_WINS else None,
        )


def _edited_here(scope: EntityScope, link: LinkRow, hub: HubRow) -> dict[str, tuple[Any, Any]]:
    """``{field: (base, now)}`` of what a person changed in the hub since the sides agreed, never agreed fields among them."""
    now, base = scope.mapping.project(hub.values), all_bare(load(link.base_local))
    edited = {name for name, value in base.items() if not is_same(now.get(name), value)}
    edited.update(changed_fields(scope, hub.values, base))
    edited = {name for name in edited if not is_sent_name(name)}
    return {name: (base.get(name), now.get(name)) for name in sorted(edited)}
