"""What there is to send of marked records: drafts, what of them can't be sent, and the same as a plan (engine: Push)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from app.connectors.base import Reference, WriteKind
from app.db.conflicts import ConflictStore
from app.db.database import Database
from app.db.dirty import DirtyRow, DirtyStore
from app.db.merge import MergeStore
from app.db.shapes import LinkRow
from app.db.sql import load
from app.mapping.errors import MappingError
from app.mapping.targets import named_by
from app.model.cancel import CancelToken
from app.model.errors import Rejected
from app.model.records import RemoteRecord
from app.sync.context import RunContext
from app.sync.outgoing import Draft, NamedBy, draft, label_of
from app.sync.plan import PlanNotes, mark_of
from app.sync.scope import EntityScope, in_order
from app.sync.shadows import bare, not_compared
from app.sync.undecided import Undecided

_NOTHING: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
#: Records looked at in one go.
_AT_ONCE = 100


@dataclass(frozen=True)
class Unfit:
    """A record that its mapping can't turn into what is sent."""

    local_id: str
    error: Rejected


class Drafter:
    """Looks at marked records. ``all_waiting``: also at those whose time to be tried again has not come."""

    def __init__(
        self,
        db: Database,
        store: MergeStore,
        dirty: DirtyStore,
        conflicts: ConflictStore,
        context: RunContext,
        cancel: CancelToken,
        *,
        all_waiting: bool,
    ) -> None:
        self._db = db
        self._store = store
        self._dirty = dirty
        self._conflicts = conflicts
        self._context = context
        self._cancel = cancel
        self._undecided = Undecided(store, context)
        self.all_waiting = all_waiting

    def lots(self, scope: EntityScope) -> Iterator[list[DirtyRow]]:
        """What is due, in the order of the ids."""
        after = ""
        while True:
            with self._db.read() as conn:
                rows = self._dirty.due(
                    conn, self._context.connection_id, scope.entity.name, self._context.now(),
                    after=after, limit=_AT_ONCE, all_waiting=self.all_waiting,
                )  # fmt: skip
            if not rows:
                return
            yield rows
            after = rows[-1].local_id

    def again(self, scope: EntityScope, local_id: str) -> Draft | None:
        """A record's draft as it is now; ``None`` when there is nothing that could be sent."""
        with self._db.read() as conn:
            drafts, _ = self.look(conn, scope, [local_id])
        fit = [one for one in drafts if isinstance(one, Draft) and not one.missing and not one.lacking]
        return fit[0] if fit else None

    def look(
        self, conn: Connection, scope: EntityScope, local_ids: Sequence[str]
    ) -> tuple[list[Draft | Unfit], list[tuple[str, int]]]:
        """``(drafts, (hub id, version) of those with nothing to send)``. Paused records, those with an open op
        and those that may be one over there (a person is asked, about it or about what it names) are in neither."""
        context, entity = self._context, scope.entity.name
        hubs = self._store.hub_rows(conn, entity, local_ids)
        links = self._store.links_of(conn, context.connection_id, local_ids)
        unlinked = [one for one in hubs if one not in links]
        stay = self._store.stay_away(conn, context.connection_id, unlinked)
        asked = self._conflicts.asked_about(context.connection_id, entity) if unlinked else set()
        asked |= self._undecided.held_back(conn, scope, [hubs[one] for one in unlinked])
        frozen = self._frozen(conn, entity, links.values())
        wanted = {one for hub in hubs.values() for one in scope.mapping.outward.references(hub.values)}
        references = self._references(conn, wanted)
        by_field = self._by_field(conn, wanted)
        drafts: list[Draft | Unfit] = []
        nothing: list[tuple[str, int]] = [(local_id, 0) for local_id in local_ids if local_id not in hubs]
        for local_id, hub in hubs.items():
            link = links.get(local_id)
            waits = local_id in asked if link is None else link.paused
            if waits or local_id in context.unsettled:
                continue
            named = {one: references[one] for one in scope.mapping.outward.references(hub.values) if one in references}
            try:
                kept = frozen.get(local_id, frozenset()) | self._unknown(scope, link)
                made = draft(scope, hub, link, kept, named, may_create=local_id not in stay, by_field=by_field)
            except MappingError as error:
                drafts.append(Unfit(local_id, unmapped(error)))
                continue
            if made is None:
                nothing.append((local_id, hub.version))
            elif made.kind is WriteKind.DELETE and local_id in frozen:
                continue  # what was changed over there waits for a decision; the deletion waits with it
            elif link is not None and link.sweep_key and link.sweep_key < context.begins:
                # What bears its id in these books may be another document (a split company's child).
                drafts.append(Unfit(local_id, _closed(link.label, context.begins)))
            else:
                drafts.append(made)
        return drafts, nothing

    def _frozen(self, conn: Connection, entity: str, links: Iterable[LinkRow]) -> dict[str, frozenset[str]]:
        """By hub record the fields that wait for a person's decision."""
        found = {}
        for link in links:
            if link.status == "conflict":
                open_one = self._conflicts.open_of(self._context.connection_id, entity, link.remote_id, "fields")
                if open_one is not None:
                    found[link.local_id] = frozenset(str(item["name"]) for item in open_one.fields)
        return found

    def _unknown(self, scope: EntityScope, link: LinkRow | None) -> frozenset[str]:
        """Fields not to be sent yet: what they are linked to over there was not compared since they are."""
        if link is None or not scope.pulls:
            return frozenset()
        compared, settled = self._context.merged.get(link.local_id, _NOTHING)
        return (not_compared(load(link.base_remote)) - compared) | settled

    def _references(self, conn: Connection, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Reference]:
        """What the lookups name over there by the ERP's own key."""
        wanted = {(target, hub_id) for target, hub_id in wanted if named_by(target)[1] is None}
        links = self._store.links_of(conn, self._context.connection_id, [hub_id for _, hub_id in wanted])
        return {
            (entity, hub_id): Reference(entity, link.remote_id, link.key or link.remote_id, link.label)
            for entity, hub_id in wanted
            if (link := links.get(hub_id)) is not None
        }

    def _by_field(self, conn: Connection, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], NamedBy]:
        """What names the records that lookups name by one of their own fields: those need not be over there."""
        found = {}
        for target in sorted({target for target, _ in wanted}):
            spec, by = named_by(target)
            if by is None:
                continue
            ids = [hub_id for one, hub_id in wanted if one == target]
            rows = self._store.hub_rows(conn, spec.name, ids)
            for hub_id in ids:
                row = rows.get(hub_id)
                value = row.values.get(by.name) if row is not None else None
                label = label_of(spec, row) if row is not None else hub_id
                fault = (
                    f"refers to the {spec.title.lower()} “{label}”, where {by.title} is empty: nothing names it there"
                )
                found[target, hub_id] = NamedBy(value if isinstance(value, str) else None, fault)
        return found

    # --- as a plan ---------------------------------------------------------------------------------------------------

    def plan(self, scopes: Mapping[str, EntityScope], notes: PlanNotes, seeded: Mapping[str, bool]) -> None:
        """What a push would send, noted and nothing done. ``seeded``: entity → whether its linked records are looked at
        too."""
        for scope in in_order(scopes):
            for rows in self._lots_of_plan(scope, seeded.get(scope.entity.name)):
                with self._db.read() as conn:
                    drafts, _ = self.look(conn, scope, [row.local_id for row in rows])
                for one in drafts:
                    self._note_plan(notes, scope, one)
                self._cancel.check()

    def _lots_of_plan(self, scope: EntityScope, linked_too: bool | None) -> Iterator[list[DirtyRow]]:
        yield from self.lots(scope)
        after = ""
        while linked_too is not None:
            with self._db.read() as conn:
                rows = self._dirty.everyone(
                    conn, self._context.connection_id, scope.entity.name,
                    after=after, limit=_AT_ONCE, linked_too=linked_too,
                )  # fmt: skip
                marked = self._dirty.marked(conn, self._context.connection_id, [row.local_id for row in rows])
            if not rows:
                return
            yield [row for row in rows if row.local_id not in marked]
            after = rows[-1].local_id

    def _note_plan(self, notes: PlanNotes, scope: EntityScope, one: Draft | Unfit) -> None:
        entity = scope.entity.name
        if isinstance(one, Unfit):
            record = RemoteRecord(scope.module, "", "", {}, label="")
            notes.add("conflict", entity, one.local_id, record, (), one.error.message, side="remote")
            return
        link = one.link
        record = RemoteRecord(scope.module, link.remote_id if link else "", "", {}, label=one.label)
        before = load(link.base_remote) if link is not None else {}
        shown = scope.mapping.read(one.fields) if one.fields else {}
        fields = [{"name": name, "from": bare(before.get(name)), "to": value} for name, value in shown.items()]
        if one.lacking:
            notes.add("conflict", entity, one.hub.id, record, fields, lacking(one).message, side="remote")
            return
        made = mark(one)
        reason = "waits for what it refers to" if one.missing else _REASON[one.kind]
        notes.add(one.kind.value, entity, one.hub.id, record, fields, reason, made, "remote")


def mark(given: Draft) -> str:
    return mark_of(given.kind.value, given.fields)


def unmapped(error: MappingError) -> Rejected:
    return Rejected(
        f"{error}.", field=error.field, hint="Correct the value here, or change the field's mapping.", code="mapping"
    )


def lacking(given: Draft) -> Rejected:
    titles = [
        given.scope.entity.field[name].title if name in given.scope.entity.field else name for name in given.lacking
    ]
    return Rejected(
        f"“{given.label}” can't be sent: {', '.join(titles)} {'is' if len(titles) == 1 else 'are'} empty.",
        field=given.lacking[0],
        hint="Fill it in; it is sent with the next sync.",
        code="required",
    )


_REASON = {WriteKind.CREATE: "new here", WriteKind.UPDATE: "changed here", WriteKind.DELETE: "deleted here"}


def _closed(label: str, begins: str) -> Rejected:
    return Rejected(
        f"“{label}” is of a time before the connected books begin ({begins}); what was changed here is not sent.",
        hint="Change it in the books of that time.",
        code="closed_books",
    )
