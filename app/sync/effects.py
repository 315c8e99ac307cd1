"""What a changed mapping will do to the records that were synced before: said before it is saved, from what the hub knows.

Nothing is read from the connected system and nothing is written. The links are looked at as the next run will find them
(:mod:`app.sync.remap`) and merged with the remote values that their shadows remember.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Connection

from app.db.database import Database
from app.db.merge import MergeStore
from app.db.shapes import HubRow, LinkRow
from app.db.sql import load
from app.db.state import DatabaseState
from app.mapping.compiled import CompiledMapping, MappingError, local_field
from app.mapping.outward import is_sent_name, sent_name
from app.mapping.targets import named_by
from app.mapping.validation import broken
from app.model.cancel import CancelToken
from app.model.entities import EntitySpec
from app.model.values import FieldType, Value, Values
from app.sync.context import RunContext
from app.sync.lookups import Lookups
from app.sync.meaning import Comparison, FieldChange, changes, links_by_field, restored, sent
from app.sync.merge import MANUAL, NEWEST_WINS, merge
from app.sync.outgoing import label_of
from app.sync.progress import RunCounts
from app.sync.remap import Agreed, Forgetting, state_name
from app.sync.scope import EntityScope
from app.sync.shadows import NEVER, bare, is_earlier, is_unsent

#: Examples shown of each kind and field.
EXAMPLES = 5
_AT_ONCE = 500
KINDS = ("here", "there", "questions", "refused", "unknown")


@dataclass(frozen=True)
class Example:
    """A record that the change reaches. ``before`` and ``after`` are the hub's values, of ``there`` and ``refused`` on the way out
    the connected system's; a record that they refer to is called by its name. ``reason``: why it is refused."""

    hub_id: str
    label: str
    before: Value
    after: Value
    reason: str = ""


@dataclass(frozen=True)
class FieldEffect:
    """What becomes of one field. ``change`` is ``linked``, ``removed`` or ``changed``. Counts of records: ``here`` get another
    value in the hub, ``there`` are sent one; ``questions`` were edited here and wait for a decision then; ``refused`` hold a value
    that can't be mapped, or may not be sent; of ``unknown`` only the next sync can tell. ``examples``: up to :data:`EXAMPLES`
    of each kind but the unknown. ``said``: the same for a person."""

    field: str
    title: str
    change: str
    here: int
    there: int
    questions: int
    refused: int
    unknown: int
    examples: Mapping[str, tuple[Example, ...]]
    said: str


@dataclass(frozen=True)
class Effects:
    """``records``: how many synced records were looked at; ``fields`` by their names, those whose link changed."""

    records: int
    fields: tuple[FieldEffect, ...]


def effects(
    db: Database,
    connection_id: str,
    scope: EntityScope,
    new: CompiledMapping,
    cancel: CancelToken,
    say: Callable[[int, int], None] = lambda _done, _total: None,
) -> Effects:
    """What the next sync does to records synced before, if the mapping of ``scope`` (the config as it is now) becomes ``new``.

    ``say`` hears of ``(records looked at, of how many)``. Values edited here and not sent yet are decided by the config's rule;
    under ``newest_wins`` they count as questions: only the next sync knows the other side's time. Raises :class:`Cancelled`.
    """
    stored = Agreed.of(DatabaseState(db, connection_id).load(state_name(scope.entity.name)))
    old = (restored(scope.entity, stored.links) if stored is not None else None) or scope.mapping
    return _Preview(db, connection_id, replace(scope, mapping=new), old, new).look(cancel, say)


@dataclass
class _Gathered:
    counts: dict[str, int] = field(default_factory=lambda: dict.fromkeys(KINDS, 0))
    examples: dict[str, list[Example]] = field(
        default_factory=lambda: {kind: [] for kind in KINDS if kind != "unknown"}
    )

    def add(self, kind: str, example: Callable[[], Example]) -> None:
        self.counts[kind] += 1
        if len(self.examples[kind]) < EXAMPLES:
            self.examples[kind].append(example())


class _Preview:
    def __init__(
        self, db: Database, connection_id: str, scope: EntityScope, old: CompiledMapping, new: CompiledMapping
    ) -> None:
        self._db = db
        self._connection_id = connection_id
        self._scope = scope
        self._old = old
        self._new = new
        self._store = MergeStore(db.dialect)
        self._changes = changes(old, new, pulls=scope.pulls)
        self._forgetting = Forgetting(scope, self._changes, Comparison(old, new))
        self._strategy = MANUAL if scope.strategy == NEWEST_WINS else scope.strategy
        context = RunContext(connection_id, None, "", RunCounts(), frozenset(), str)
        self._lookups = Lookups(self._store, context)
        self._gathered = {one.name: _Gathered() for one in self._changes}
        self._donors = _donors(self._changes, old, new)
        self._made = _put_together(self._changes, new)

    def look(self, cancel: CancelToken, say: Callable[[int, int], None]) -> Effects:
        entity, done, after = self._scope.entity.name, 0, 0
        with self._db.read() as conn:
            total = self._store.count_links(conn, self._connection_id, entity)
        lasting = [one for one in self._changes if not one.is_gone or one.name in self._made]
        while lasting:
            cancel.check()
            with self._db.read() as conn:
                links = self._store.links_after(conn, self._connection_id, entity, after, _AT_ONCE)
                self._page(conn, lasting, links)
            done += len(links)
            say(done, total)
            if len(links) < _AT_ONCE:
                break
            after = links[-1].id
        named = [one for one in self._changes if not is_sent_name(one.name)]
        with self._db.read() as conn:
            return Effects(done if lasting else total, tuple(self._effect(conn, one) for one in named))

    # --- one page ----------------------------------------------------------------------------------------------------

    def _page(self, conn: Connection, lasting: Sequence[FieldChange], links: Sequence[LinkRow]) -> None:
        hubs = self._store.hub_rows(conn, self._scope.entity.name, [link.local_id for link in links])
        moving = [link for link in links if not link.paused and hubs[link.local_id].deleted_at is None]
        incoming = [one for one in lasting if one.comes_in]
        before = [load(link.base_remote) for link in moving]
        raws = [self._raws(incoming, shadow) for shadow in before]
        self._resolve(conn, raws)
        for link, base_remote, raw in zip(moving, before, raws, strict=True):
            hub, base_local = hubs[link.local_id], load(link.base_local)
            self._forgetting.set_back(base_local, base_remote, hub.values)
            for one in lasting:
                if one.comes_in and is_earlier(base_remote.get(one.name)):
                    self._incoming(one, link, raw, base_local, base_remote, hub)
                elif one.goes_out and self._scope.pushes:
                    self._outgoing(one, link, base_local, hub)
                if one.name in self._made and self._scope.pushes:
                    self._made_of_several(one, link, base_local, hub)

    def _is_unread(self, change: FieldChange) -> bool:
        return change.moved or not change.came_in

    def _raws(self, incoming: Sequence[FieldChange], before: Values) -> Values:
        """The remote's values, as far as a shadow holds them: the field's own, or that of another link which reads the same."""
        found: Values = {}
        for one in incoming:
            name = one.name if not self._is_unread(one) else self._donors.get(one.name)
            if name is not None and name in before and not is_earlier(before[name]):
                found[one.name] = before[name]
        return found

    def _resolve(self, conn: Connection, raws: Sequence[Values]) -> None:
        def readable() -> Iterator[Values]:
            for raw in raws:
                for name, value in raw.items():
                    yield {name: value}

        if any(self._refers(name) for raw in raws[:1] for name in raw):
            self._lookups.resolve(conn, self._scope, readable())

    def _refers(self, name: str) -> bool:
        found = local_field(self._scope.entity, name)
        return found is not None and (found.type is FieldType.LOOKUP or bool(found.children))

    def _incoming(
        self, change: FieldChange, link: LinkRow, raw: Values, base_local: Values, base_remote: Values, hub: HubRow
    ) -> None:
        name, gathered, seen = change.name, self._gathered[change.name], self._new.project(hub.values)
        if name not in raw:
            gathered.counts["unknown"] += 1
            return
        try:
            merged = merge(
                self._new,
                {name: raw[name]},
                _only(base_local, name),
                _only(base_remote, name),
                seen,
                self._lookups.find,
                self._strategy,
                self._scope.readonly,
            )
        except MappingError as error:
            gathered.add("refused", self._example(link, hub, raw[name], None, error.reason))
            return
        if merged.frozen:
            gathered.add("questions", self._example(link, hub, seen.get(name), merged.conflicts[0].remote))
        elif name in merged.hub:
            gathered.add("here", self._example(link, hub, seen.get(name), merged.hub[name]))
        elif merged.dirty and self._scope.pushes and change.goes_out:
            self._send(change, link, hub, raw[name])

    def _outgoing(self, change: FieldChange, link: LinkRow, base_local: Values, hub: HubRow) -> None:
        name, outward = change.name, self._new.outward
        now, base = self._new.project(hub.values).get(name), base_local.get(name, NEVER)
        if not is_unsent(outward.part(name, now), outward.part(name, base)):
            return
        before: Value = None
        if change.went_out:
            with suppress(MappingError):
                before = _single(sent(self._old, {**hub.values, name: bare(base_local.get(name))}, [name])[name])
        self._send(change, link, hub, before)

    def _send(self, change: FieldChange, link: LinkRow, hub: HubRow, before: Value) -> None:
        name, gathered = change.name, self._gathered[change.name]
        try:
            for problem in broken(self._new.outward.checks, hub.values, frozenset({name})):
                raise MappingError(problem.field, problem.value, problem.reason, problem.rule)
            after = _single(sent(self._new, hub.values, [name])[name])
        except MappingError as error:
            gathered.add("refused", self._example(link, hub, hub.values.get(name), None, error.reason))
            return
        gathered.add("there", self._example(link, hub, before, after))

    def _made_of_several(self, change: FieldChange, link: LinkRow, base_local: Values, hub: HubRow) -> None:
        """What goes out of a link that puts several fields together: it is sent where it is not what was sent last."""
        gathered = self._gathered[change.name]
        try:
            made = self._new.outward.unseen(hub.values)
        except MappingError as error:
            gathered.add("refused", self._example(link, hub, None, None, error.reason))
            return
        for name in self._made[change.name]:
            before = base_local.get(name, NEVER)
            if is_unsent(made.get(name), before):
                gathered.add(
                    "there", self._example(link, hub, None if before is NEVER else bare(before), made.get(name))
                )

    def _example(
        self, link: LinkRow, hub: HubRow, before: Value, after: Value, reason: str = ""
    ) -> Callable[[], Example]:
        return lambda: Example(hub.id, label_of(self._scope.entity, hub) or link.label, before, after, reason)

    # --- what is said ------------------------------------------------------------------------------------------------

    def _effect(self, conn: Connection, change: FieldChange) -> FieldEffect:
        gathered, kind = self._gathered[change.name], self._kind(change)
        title = _title(self._scope.entity, change.name)
        examples = {
            name: tuple(self._named(conn, change.name, one) for one in found)
            for name, found in gathered.examples.items()
            if found
        }
        said = _said(title, kind, gathered.counts)
        return FieldEffect(change.name, title, kind, examples=examples, said=said, **gathered.counts)

    def _kind(self, change: FieldChange) -> str:
        if change.name not in links_by_field(self._new.mappings):
            return "removed"
        return "changed" if change.name in links_by_field(self._old.mappings) else "linked"

    def _named(self, conn: Connection, name: str, example: Example) -> Example:
        """With the names of the records that a lookup's values are ids of."""
        found = local_field(self._scope.entity, name)
        if found is None or found.type is not FieldType.LOOKUP or found.lookup is None:
            return example
        spec, _ = named_by(found.lookup)
        ids = [one for one in (example.before, example.after) if isinstance(one, str)]
        labels = {key: label_of(spec, row) for key, row in self._store.hub_rows(conn, spec.name, ids).items()}
        before, after = (
            labels.get(one, one) if isinstance(one, str) else one for one in (example.before, example.after)
        )
        return replace(example, before=before, after=after)


def _donors(found: Sequence[FieldChange], old: CompiledMapping, new: CompiledMapping) -> dict[str, str]:
    """Of fields read from a place that was not theirs: the old mapping's field that was read from it, in the same form."""
    before = {(link.path, link.take): link.local for link in old.links if link.path is not None}
    now = {link.local: (link.path, link.take) for link in new.links if link.path is not None}
    wanted = {one.name for one in found if one.comes_in and (one.moved or not one.came_in)}
    return {name: before[now[name]] for name in sorted(wanted) if now.get(name) in before}


def _only(shadow: Values, name: str) -> Values:
    return {name: shadow[name]} if name in shadow else {}


def _single(values: Sequence[Any]) -> Value:
    return values[0] if len(values) == 1 else list(values)


def _put_together(found: Sequence[FieldChange], new: CompiledMapping) -> dict[str, list[str]]:
    """By changed field, under which names the shadows know what is put together of several (:func:`is_sent_name`)."""
    names: dict[str, list[str]] = defaultdict(list)
    for link in new.outward.links:
        if link.compose is not None:
            names[link.local].append(link.name)
    for group, _ in new.outward.silent:
        names[group].append(sent_name(f"{group}[]"))
    return {one.name: names[one.name] for one in found if one.name in names}


def _title(spec: EntitySpec, name: str) -> str:
    found = spec.field.get(name)
    return found.title if found is not None else name.removeprefix("custom.")


def _said(title: str, kind: str, counts: Mapping[str, int]) -> str:
    if kind == "removed":
        return f"{title} is no longer synced. What is here stays, and so does what is there."
    parts = [f"{words[counts[name] != 1].format(counts[name])}" for name, words in _WORDS.items() if counts[name]]
    return f"{title}: {', '.join(parts)}." if parts else f"{title}: nothing changes in the records synced so far."


_WORDS: Mapping[str, tuple[str, str]] = {
    "here": ("{:,} record gets another value here", "{:,} records get another value here"),
    "there": ("{:,} is sent a value", "{:,} are sent a value"),
    "questions": (
        "{:,} was edited here and waits for your decision",
        "{:,} were edited here and wait for your decision",
    ),
    "refused": ("{:,} has a value that does not fit", "{:,} have a value that does not fit"),
    "unknown": ("{:,} is read anew first", "{:,} are read anew first"),
}
