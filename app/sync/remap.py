"""A link that means something else by now was never agreed upon (engine: A changed mapping).

At a run's beginning the mapping is compared with the one under which the records were last agreed upon. Of the fields whose
link changed, the shadows of all links become those of an earlier agreement (:mod:`app.sync.shadows`): then the full pass that a
changed mapping makes compares these fields anew, and the push sends anew what only goes out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from app.db.cursors import CursorStore
from app.db.database import Database
from app.db.journal import JournalRow, JournalStore
from app.db.merge import MergeStore
from app.db.shapes import LinkRow
from app.db.sql import dump, load
from app.db.state import DatabaseState
from app.model.cancel import CancelToken
from app.model.values import Values
from app.sync.meaning import Comparison, FieldChange, changes, kept, restored
from app.sync.scope import EntityScope, names_module
from app.sync.shadows import UNREAD, earlier

#: Links that one transaction looks at.
_AT_ONCE = 500
Writing = Callable[[], AbstractContextManager[Connection]]


@dataclass(frozen=True)
class Agreed:
    """What is remembered of an entity in a connection: the ``links`` under which its records were agreed upon, and the fields that
    a pass which has not ended is making anew (``under_way``)."""

    links: Sequence[Mapping[str, Any]]
    under_way: frozenset[str] = frozenset()

    @classmethod
    def of(cls, stored: Any) -> Agreed | None:
        if stored is None:
            return None
        return cls(stored["links"], frozenset(stored["under_way"]))

    def stored(self) -> dict[str, Any]:
        return {"links": list(self.links), "under_way": sorted(self.under_way)}


class Forgetting:
    """What becomes of the shadows of an entity's links when its mapping changed. Pure but for reading the hub's records."""

    def __init__(self, scope: EntityScope, found: Sequence[FieldChange], comparison: Comparison) -> None:
        self.scope = scope
        self.changes = found
        self.comparison = comparison

    @property
    def names(self) -> frozenset[str]:
        return frozenset(one.name for one in self.changes)

    @property
    def reads_anew(self) -> bool:
        return any(one.comes_in and _remote(one) is not _keep for one in self.changes)

    @property
    def sends_anew(self) -> bool:
        return any(_local(one) is not _keep for one in self.changes)

    @property
    def looks_at_hub(self) -> bool:
        return any(one.differs and one.went_out and one.goes_out and not one.comes_in for one in self.changes)

    def links(self, conn: Connection, store: MergeStore, links: Sequence[LinkRow]) -> list[LinkRow]:
        """The links with the shadows that they are to have."""
        hubs = {}
        if self.looks_at_hub:
            hubs = store.hub_rows(conn, self.scope.entity.name, [link.local_id for link in links])
        return [self._link(link, hubs[link.local_id].values if hubs else {}) for link in links]

    def _link(self, link: LinkRow, hub: Values) -> LinkRow:
        local, remote = load(link.base_local), load(link.base_remote)
        self.set_back(local, remote, hub)
        return replace(link, base_local=dump(local), base_remote=dump(remote))

    def set_back(self, local: dict[str, Any], remote: dict[str, Any], hub: Values) -> None:
        """Change one link's shadows. ``hub`` are the record's values where :attr:`looks_at_hub` is set."""
        self.comparison.begin_sent(local)
        for one in self.changes:
            name = one.name
            if not (one.came_in and one.comes_in and name in remote and self._reads_alike(one, remote[name])):
                _remote(one)(remote, name)
            if name in local and not (one.went_out and not one.comes_in and self.comparison.sends_alike(one, hub)):
                _local(one)(local, name)

    def _reads_alike(self, change: FieldChange, raw: Any) -> bool:
        return not change.gains and self.comparison.reads_alike(change, raw)

    def op(self, row: JournalRow) -> JournalRow:
        """The same for an open op: what it sent becomes shadows when it is settled."""
        local, raw = dict(row.payload.local), dict(row.payload.raw)
        for one in self.changes:
            if one.name in raw:
                raw[one.name] = earlier(raw[one.name])
            if one.name in local:
                _local(one)(local, one.name)
        return replace(row, payload=replace(row.payload, local=local, raw=raw))


# What is done to one side's shadow of a changed field.


def _keep(_shadow: dict[str, Any], _name: str) -> None:
    """It says what it said."""


def _set_back(shadow: dict[str, Any], name: str) -> None:
    shadow[name] = earlier(shadow[name]) if name in shadow else UNREAD


def _begin(shadow: dict[str, Any], name: str) -> None:
    shadow[name] = UNREAD


def _drop(shadow: dict[str, Any], name: str) -> None:
    shadow.pop(name, None)


_Action = Callable[[dict[str, Any], str], None]


def _remote(change: FieldChange) -> _Action:
    """What becomes of ``base_remote``: of a link that did not come in, or from elsewhere, nothing is known."""
    if not change.comes_in:
        return _drop
    if not change.came_in or change.moved:
        return _begin
    return _set_back if change.differs or change.gains else _keep


def _local(change: FieldChange) -> _Action:
    """What becomes of ``base_local``: it still tells an edit from a value that was agreed upon, unless the link is a new one,
    or the field is to be sent anew."""
    if change.is_new or change.is_gone:
        return _set_back
    if change.comes_in:
        if change.came_in:  # both ways from now on: what was edited here meanwhile is compared, not sent
            return _set_back if change.gains and not change.differs else _keep
        return _set_back if change.goes_out else _keep
    return _set_back if change.differs or not change.went_out else _keep


class Remap:
    """One run's look at what changed; ``scopes`` by module."""

    def __init__(
        self,
        db: Database,
        connection_id: str,
        scopes: Mapping[str, EntityScope],
        writing: Writing,
        cancel: CancelToken,
        at: Callable[[str], None],
        *,
        dry_run: bool,
    ) -> None:
        self._db = db
        self._connection_id = connection_id
        self._writing = writing
        self._cancel = cancel
        self._at = at
        self._dry_run = dry_run
        self._state = DatabaseState(db, connection_id)
        self._store = MergeStore(db.dialect)
        self._journal = JournalStore()
        self._scopes = scopes
        #: In a dry run, what the links are seen without.
        self._forgettings: dict[str, Forgetting] = {}

    def begin(self) -> None:
        """See what changed, and forget what was agreed upon of it. In a dry run nothing is written: :meth:`seen` has the links
        as they would be."""
        for scope in self._scopes.values():
            entity, now = scope.entity.name, kept(scope.mapping)
            agreed = Agreed.of(self._state.load(state_name(entity)))
            if agreed is None:
                self._remember(entity, now)
            elif dump(agreed.links) != dump(now) or agreed.under_way:
                self._change(scope, agreed, now)

    def _change(self, scope: EntityScope, agreed: Agreed, now: Sequence[Mapping[str, Any]]) -> None:
        entity = scope.entity.name
        forgetting = self._forgetting(scope, agreed)
        if self._dry_run:
            self._forgettings[entity] = forgetting
        elif forgetting.changes:
            with self._writing():
                under_way = agreed.under_way | forgetting.names
                self._state.save(state_name(entity), replace(agreed, under_way=under_way).stored())
            self._carry_out(forgetting, Agreed(now))
        else:
            self._remember(entity, now)

    def seen(self, conn: Connection, store: MergeStore, entity: str, links: Sequence[LinkRow]) -> list[LinkRow]:
        """Links as a run that is none of a dry one would find them."""
        forgetting = self._forgettings.get(entity)
        return list(links) if forgetting is None else forgetting.links(conn, store, links)

    def _forgetting(self, scope: EntityScope, agreed: Agreed) -> Forgetting:
        old = restored(scope.entity, agreed.links)
        unsure: Iterable[str] = agreed.under_way
        if old is None:
            old = scope.mapping
            unsure = scope.mapping.fields | scope.mapping.outward.fields
        found = changes(old, scope.mapping, unsure, pulls=scope.pulls)
        return Forgetting(scope, found, Comparison(old, scope.mapping))

    def _remember(self, entity: str, now: Sequence[Mapping[str, Any]]) -> None:
        if not self._dry_run:
            with self._writing():
                self._state.save(state_name(entity), Agreed(now).stored())

    # --- the pass ----------------------------------------------------------------------------------------------------

    def _carry_out(self, forgetting: Forgetting, then: Agreed) -> None:
        """Bring all links up to date, a part at a time. Until the last part is done, with what is remembered ``then``, it is
        begun again: what was done already stays done."""
        entity, after = forgetting.scope.entity.name, 0
        ended = False
        while not ended:
            self._cancel.check()
            self._at("remap:before")
            with self._writing() as conn:
                links = self._store.links_after(conn, self._connection_id, entity, after, _AT_ONCE)
                anew = forgetting.links(conn, self._store, links)
                changed = [one for was, one in zip(links, anew, strict=True) if one != was]
                self._store.set_bases(conn, [(one.base_local, one.base_remote, one.id) for one in changed])
                ended = len(links) < _AT_ONCE
                if ended:
                    self._finish(conn, forgetting, then)
                else:
                    after = links[-1].id
                self._at("remap:inside")

    def _finish(self, conn: Connection, forgetting: Forgetting, then: Agreed) -> None:
        """Open ops, and what makes the run read and send everything once more."""
        scope, entity = forgetting.scope, forgetting.scope.entity.name
        for row in self._journal.unsettled(conn, self._connection_id):
            if row.entity == entity:
                self._journal.reword(conn, row.op_id, forgetting.op(row).payload)
        if forgetting.reads_anew:
            cursors = CursorStore(self._db)
            for cursor in cursors.list(self._connection_id):
                if names_module(cursor.scope, scope.module):
                    cursors.clear(self._connection_id, cursor.stream)
        if forgetting.sends_anew:
            self._state.save(f"sent:{entity}", None)
        self._state.save(state_name(entity), then.stored())


class RemappedStore(MergeStore):
    """The links as they would be after the pass: what a dry run reads."""

    def __init__(self, dialect: str, tenant_id: str, remap: Remap, scopes: Mapping[str, EntityScope]) -> None:
        super().__init__(dialect, tenant_id)
        self._remap = remap
        self._entities = {module: scope.entity.name for module, scope in scopes.items()}

    def links(self, conn: Connection, connection_id: str, entity: str, remote_ids: Sequence[str]) -> dict[str, LinkRow]:
        found = super().links(conn, connection_id, entity, remote_ids)
        return {one.remote_id: one for one in self._remap.seen(conn, self, entity, list(found.values()))}

    def links_of(self, conn: Connection, connection_id: str, local_ids: Sequence[str]) -> dict[str, LinkRow]:
        by_entity: dict[str, list[LinkRow]] = defaultdict(list)
        for link in super().links_of(conn, connection_id, local_ids).values():
            by_entity[self._entities.get(link.module, "")].append(link)
        return {
            one.local_id: one
            for entity, links in by_entity.items()
            for one in self._remap.seen(conn, self, entity, links)
        }


def state_name(entity: str) -> str:
    """Under which name of a connection's state it is remembered what an entity's links meant."""
    return f"mapped:{entity}"
