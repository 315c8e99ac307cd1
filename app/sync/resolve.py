"""What a person decides: about fields changed on both sides, about a record deleted there and edited here, about two that may
be one (engine: Merge in, Deletes; contract: Matching).

A decision is one write transaction and needs no lease of the connection, also while a run of it goes on. Write transactions
come one after the other; a run reads link and hub record inside the transaction that changes them, and looks at both again
in the one that writes its intent (:meth:`app.sync.push.Pusher._intend`): it either sees the decision or has its write on
record before it. Fields that wait for a decision are sent by nobody, and a record with an open write is linked by nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from app.db.configs import SyncConfig
from app.db.conflicts import Conflict, ConflictStore
from app.db.dirty import DirtyStore
from app.db.errors import ErrorStore
from app.db.inbox import InboxStore, Parked
from app.db.journal import JournalStore
from app.db.merge import MergeStore
from app.db.records.reading import one
from app.db.records.validating import clean
from app.db.records.writing import tell
from app.db.shapes import HubRow, LinkRow
from app.db.sql import dump, load
from app.mapping.compiled import PendingReference
from app.mapping.errors import MappingError
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.errors import Conflicting, InvalidInput
from app.model.records import RemoteRecord
from app.model.values import Values
from app.sync.context import RunContext
from app.sync.inbox import InboxSettler
from app.sync.intake import Intake
from app.sync.meaning import said_by
from app.sync.outgoing import changed_fields
from app.sync.progress import RunCounts
from app.sync.reads import read_all
from app.sync.references import settle_references
from app.sync.scope import EntityScope, by_module, in_order
from app.sync.shadows import not_compared
from app.sync.taking_back import TakingBack, look, trace_of
from app.sync.tools import Tools, entity_scope

#: What may be answered to each kind of question.
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "fields": ("local", "remote", "merge"),
    "delete": ("local", "remote"),
    "match": ("link", "separate"),
}


@dataclass(frozen=True)
class Settled:
    """What a decision about fields comes to: both shadows whole and new, and whether the hub has something to send."""

    base_local: Values
    base_remote: Values
    dirty: bool


def settled(scope: EntityScope, hub: Values, link: LinkRow, chosen: Values, theirs: Values, raw: Values) -> Settled:
    """Pure. The sides agree on what the remote has (``theirs`` in the hub's terms, ``raw`` in its own); where the hub has, or
    by ``chosen`` gets, another value, that is an edit made after it. ``raw`` lacks the fields linked otherwise since the question
    arose: what they are linked with now was not read for it, so their shadows stay, and the next read compares them."""
    base_local = {**load(link.base_local), **{name: theirs[name] for name in raw}}
    base_remote = {**load(link.base_remote), **raw}
    return Settled(base_local, base_remote, bool(changed_fields(scope, {**hub, **chosen}, base_local)))


class _Outdated(Exception):
    """The hub's record changed while the question was open; ``fields`` are as they are now."""

    def __init__(self, fields: list[dict[str, Any]]) -> None:
        super().__init__()
        self.fields = fields


class Resolver:
    def __init__(self, tools: Tools) -> None:
        self._tools = tools
        self._conflicts = ConflictStore(tools.db)

    def resolve(
        self,
        conflict_id: str,
        resolution: str,
        *,
        fields: Mapping[str, Any] | None = None,
        local_id: str | None = None,
        by: str = "user",
    ) -> Conflict:
        """Carry out what was decided; ``fields`` are a merge's values, ``local_id`` the hub record to link. Raises
        :class:`NotFound`, :class:`InvalidInput`, and :class:`Conflicting` when it was decided before or no longer fits; then
        nothing was done."""
        outdated = False
        with self._tools.db.write() as conn:
            conflict = self._conflicts.get(conflict_id)
            if conflict.status != "open":
                raise Conflicting("This conflict was already resolved.", hint="Look at the list again.")
            if resolution not in ANSWERS[conflict.kind]:
                raise InvalidInput(
                    f"{resolution!r} is no answer to this question.",
                    field="resolution",
                    hint=f"Answer {', '.join(ANSWERS[conflict.kind])}.",
                )
            work = _Decision(self._tools, conn, conflict, by)
            before = look(conn, conflict)
            try:
                if conflict.kind == "fields":
                    work.fields(resolution, fields or {})
                elif conflict.kind == "delete":
                    work.deletion(keep=resolution == "local")
                else:
                    work.match(join=resolution == "link", local_id=local_id)
            except _Outdated as now:
                self._conflicts.renew(conflict_id, now.fields)
                outdated = True
            else:
                trace = trace_of(before, look(conn, conflict))
                conflict = self._conflicts.resolve(conflict_id, resolution, by=by, trace=trace)
        if outdated:
            raise Conflicting(
                "This record was changed here while the question was open. Nothing was done.",
                hint="Look at the values as they are now, and decide again.",
                code="outdated",
            )
        work.finish()
        return conflict

    def take_back(self, conflict_id: str, *, by: str = "user") -> Conflict:
        """See :meth:`app.sync.taking_back.TakingBack.take_back`."""
        return TakingBack(self._tools).take_back(conflict_id, by=by)


class _Decision:
    """One decision inside its transaction."""

    def __init__(self, tools: Tools, conn: Connection, conflict: Conflict, by: str) -> None:
        connection = tools.connections.get(conflict.connection_id)
        self._tools = tools
        self._conn = conn
        self._conflict = conflict
        self._entity = conflict.entity_type
        self._connection_id = conflict.connection_id
        self._conflicts = ConflictStore(tools.db)
        self._errors = ErrorStore(tools.db, tools.clock)
        self._store = MergeStore(tools.db.dialect, connection.tenant_id)
        self._dirty = DirtyStore(tools.db.dialect)
        self._scope = entity_scope(tools, _config(tools, conflict))
        self._now = stamp(tools.clock())
        self._context = RunContext(
            connection.id, None, f"conflict:{by}", RunCounts(), frozenset(), lambda: stamp(tools.clock())
        )
        self._intake = Intake(self._store, self._errors, self._conflicts, self._context)
        self._inbox = InboxStore(connection.id)

    def finish(self) -> None:
        """After the transaction: what waited for a record that is linked now."""
        if self._context.counts.total("created", "linked"):
            settle_references(self._tools.db, self._context, None, CancelToken())

    # --- fields changed on both sides ----------------------------------------------------------------------------

    def fields(self, resolution: str, given: Mapping[str, Any]) -> None:
        items = {str(item["name"]): item for item in self._conflict.fields}
        hub = self._hub(self._conflict.local_id)
        link = self._link()
        if hub is None or (link is not None and link.local_id != hub.id):
            return  # the question is about nothing any more
        theirs, raw, pending = self._theirs(items, self._relinked(items, link))
        chosen: Values = {}
        if resolution == "remote":
            chosen = theirs
        elif resolution == "merge":
            chosen = self._given(hub, items, given)
        self._refuse_outdated(hub, items, chosen)
        if chosen:
            self._write(hub, chosen, pending if resolution == "remote" else [])
        if link is None:
            return
        after = settled(self._scope, hub.values, link, chosen, theirs, raw)
        waits = after.dirty and self._scope.pushes
        status = "pending" if waits else "synced"
        self._store.set_shadows(self._conn, link.id, dump(after.base_local), dump(after.base_remote), status)
        if waits:
            self._dirty.mark(self._conn, self._connection_id, self._entity, [hub.id], self._now)

    def _relinked(self, items: Mapping[str, Mapping[str, Any]], link: LinkRow | None) -> set[str]:
        """The fields that are linked otherwise than when the question arose."""
        # Conflicts of earlier versions don't hold what the link meant.
        marked = not_compared(load(link.base_remote)) if link is not None else ()
        mapping = self._scope.mapping
        return {
            name
            for name, item in items.items()
            if (item["link"] != said_by(mapping, name) if "link" in item else name in marked)
        }

    def _theirs(
        self, items: Mapping[str, Mapping[str, Any]], relinked: Collection[str]
    ) -> tuple[Values, Values, list[PendingReference]]:
        """The remote's values, in the hub's terms (a record that a lookup names may have come since) and in its own, and the
        lookups that find nothing yet. Fields that are no longer linked are left out. Of those that were ``relinked`` the hub's
        terms are what the person saw, and of their own there is nothing."""
        known = self._scope.mapping.fields
        # Conflicts of earlier versions don't hold the remote's own value; where it is another, the next pull asks again.
        raw: Values = {
            name: item.get("raw", item["remote"])
            for name, item in items.items()
            if name in known and name not in relinked
        }
        self._intake.lookups.resolve(self._conn, self._scope, [raw])
        try:
            theirs, pending = self._scope.mapping.to_local(raw, self._intake.lookups.find)
        except MappingError as error:
            raise Conflicting(f"{error}.", hint="Correct the field's mapping, then decide again.") from error
        return {**theirs, **{name: items[name]["remote"] for name in relinked if name in known}}, raw, pending

    def _given(self, hub: HubRow, items: Mapping[str, Any], given: Mapping[str, Any]) -> Values:
        """A merge's values, as a record's edit takes them."""
        if not given:
            raise InvalidInput("Say which values the record shall have.", field="fields")
        for name in given:
            if name not in items:
                raise InvalidInput(f"The question is not about {name!r}.", field=f"fields.{name}")
        spec = self._scope.entity
        values: Values = {}
        own = {name: value for name, value in given.items() if not name.startswith("custom.")}
        if own:
            cleaned = clean(self._conn, spec, own, one(self._conn, spec, hub.id, lock=True))
            values = {name: _unnumbered(value) for name, value in cleaned.items()}
        for name, value in given.items():
            if name.startswith("custom."):
                if isinstance(value, list | dict):
                    raise InvalidInput(f"{name!r} must be a single value.", field=f"fields.{name}")
                values[name] = value
        return values

    def _refuse_outdated(self, hub: HubRow, items: Mapping[str, Mapping[str, Any]], chosen: Values) -> None:
        """Nobody's value is written over that the person who decides has not seen."""
        if hub.deleted_at is not None and chosen:
            raise Conflicting(
                "This record was deleted here while the question was open.",
                hint="Restore it first, or keep what is here.",
            )
        seen, wanted = self._scope.mapping.project(hub.values), self._scope.mapping.project(chosen)
        if any(seen.get(name) not in (items[name]["local"], wanted[name]) for name in chosen):
            raise _Outdated([{**item, "local": seen.get(name)} for name, item in items.items()])

    def _write(self, hub: HubRow, chosen: Values, pending: Sequence[PendingReference]) -> None:
        batch = self._intake.batch()
        diff = batch.update(self._entity, hub, chosen)
        self._intake.settle_lookups(batch, self._scope, hub.id, chosen, pending)
        batch.write(self._conn)
        if diff:
            tell(self._conn, self._tools.db.dialect, self._entity, [hub.id], self._now, but=(self._connection_id,))

    # --- deleted there, edited here ------------------------------------------------------------------------------

    def deletion(self, *, keep: bool) -> None:
        """Keep the hub's record and have it made anew over there, or delete it here too."""
        hub = self._hub(self._conflict.local_id)
        if hub is None or hub.deleted_at is not None:
            return
        back = self._store.links_of(self._conn, self._connection_id, [hub.id])
        if keep:
            if self._scope.pushes and not back:
                self._store.come_back(self._conn, self._connection_id, hub.id)
                self._dirty.mark(self._conn, self._connection_id, self._entity, [hub.id], self._now)
            return
        if back:
            raise Conflicting(
                "The record is in the connected system again. Nothing was deleted.", hint="Choose to keep it."
            )
        batch = self._intake.batch()
        batch.update(self._entity, hub, {}, deleted_at=self._now)
        batch.write(self._conn)
        tell(self._conn, self._tools.db.dialect, self._entity, [hub.id], self._now, but=(self._connection_id,))

    # --- two that may be one -------------------------------------------------------------------------------------

    def match(self, *, join: bool, local_id: str | None) -> None:
        hub = self._candidate(local_id) if join else None
        linked = self._link()
        if linked is not None:
            if hub is not None and linked.local_id != hub.id:
                raise Conflicting(
                    "The record over there was linked to another one meanwhile.", hint="Keep the two separate."
                )
            return
        kept = self._inbox.record(self._conn, self._entity, self._conflict.remote_id)
        if kept is None:
            raise Conflicting("The record over there has not been read completely.", hint="Sync, then decide again.")
        self._take(kept, hub)
        self._take_waiting(Parked(self._entity, kept.id))
        if hub is not None:
            self._errors.resolve(self._connection_id, self._entity, local_ids=[hub.id], side="out")
            if self._scope.pushes:
                self._dirty.mark(self._conn, self._connection_id, self._entity, [hub.id], self._now)
        elif self._conflict.local_id is not None:
            self._needs_another_name(self._conflict.local_id)

    def _candidate(self, local_id: str | None) -> HubRow:
        candidates = self._conflict.candidates or ()
        if local_id is None and len(candidates) == 1:
            local_id = candidates[0]
        if local_id is None or local_id not in candidates:
            raise InvalidInput("Say which of the candidates it is.", field="localId", hint=", ".join(candidates))
        hub = self._hub(local_id)
        if hub is None or hub.deleted_at is not None:
            raise Conflicting("This record was deleted here.", hint="Restore it first, or choose another.")
        other = self._store.links_of(self._conn, self._connection_id, [hub.id]).get(hub.id)
        if other is not None and other.remote_id != self._conflict.remote_id:
            raise Conflicting(
                f"This record is linked to “{other.label}” over there already.", hint="Keep the two separate."
            )
        if JournalStore().is_open(self._conn, self._connection_id, hub.id):
            raise Conflicting("This record is being sent just now.", hint="Decide again when the sync has ended.")
        return hub

    def _take(self, record: RemoteRecord, hub: HubRow | None) -> None:
        """What the end of its stream would have done with it."""
        reads, problems = read_all(self._scope, [record])
        batch = self._intake.batch()
        matched = {record.id: hub.id if hub is not None else None}
        problems += self._intake.take(self._conn, batch, self._scope, reads, matched=matched)
        if problems:
            raise Conflicting(problems[0].message, hint=problems[0].hint)
        batch.write(self._conn)
        self._inbox.leave(self._conn, self._entity, [record.id])

    def _take_waiting(self, parked: Parked) -> None:
        """What waited for this decision is decided with it: a run that goes on must not send what it may be."""
        waiting = self._inbox.waiting_for(self._conn, parked)
        if not waiting:
            return
        configs = self._tools.configs.list(connection_id=self._connection_id)
        scopes = by_module(entity_scope(self._tools, config) for config in configs if config.entity_type in waiting)
        settler = InboxSettler(self._store, self._intake, self._conflicts, self._context)
        for scope in in_order(scopes):
            settler.settle_waiting(self._conn, scope, parked)

    def _needs_another_name(self, local_id: str) -> None:
        """The hub's record could not be made there under its name, and is not what bears it: it waits for another name."""
        hub = self._hub(local_id)
        if hub is None or hub.deleted_at is not None:
            return
        label = hub.values.get(self._scope.entity.label_field)
        self._errors.record(
            connection_id=self._connection_id,
            entity_type=self._entity,
            side="out",
            code="name_taken",
            message=f"“{label}” can't be made in the connected system: another record there has that name.",
            hint="Give it another name here; it is sent with the next sync.",
            local_id=local_id,
        )

    # --- what all have in common ---------------------------------------------------------------------------------

    def _hub(self, local_id: str | None) -> HubRow | None:
        if local_id is None:
            return None
        return self._store.hub_rows(self._conn, self._entity, [local_id]).get(local_id)

    def _link(self) -> LinkRow | None:
        remote_id = self._conflict.remote_id
        return self._store.links(self._conn, self._connection_id, self._entity, [remote_id]).get(remote_id)


def _config(tools: Tools, conflict: Conflict) -> SyncConfig:
    """The config that the question arose under; the one that syncs such records now, should it be gone."""
    found = tools.configs.list(connection_id=conflict.connection_id, entity_type=conflict.entity_type)
    if not found:
        raise Conflicting(
            "Such records are no longer synced over this connection.",
            hint="Choose them in the connection's settings, then decide.",
            code="not_synced",
        )
    return next((each for each in found if each.id == conflict.sync_config_id), found[0])


def _unnumbered(value: Any) -> Any:
    """Lines as the engine holds them: their numbers are given when they are written."""
    if not isinstance(value, list):
        return value
    return [{name: item for name, item in line.items() if name != "line_no"} for line in value]
