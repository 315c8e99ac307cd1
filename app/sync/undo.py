"""Undoing what a run changed in the hub (engine: History).

The records go back through the hub's own writing: a version, a line of history (source ``undo:<log id>``), and word to every
connection that pushes them, so that the next syncs bring the other systems back, too. What somebody changed since stays as it
is and is told of. What the books compute is no edit and stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select

from app.db.batch import Batch
from app.db.connections import DEFAULT_TENANT
from app.db.dirty import DirtyStore
from app.db.merge import MergeStore
from app.db.records.writing import tell
from app.db.runs import UNFINISHED
from app.db.shapes import HubRow
from app.db.sql import load
from app.db.tables import record_history
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.entities import DEPENDENCY_ORDER, ENTITIES, EntitySpec
from app.model.errors import Conflicting
from app.model.values import Values
from app.sync.scope import readonly_fields
from app.sync.tools import Tools

#: Records that one transaction takes back.
_AT_ONCE = 250


@dataclass(frozen=True, slots=True)
class Step:
    """One line of a record's history; ``changes`` is ``None`` for its creation. ``ours``: the run to be undone wrote it."""

    action: str
    changes: Mapping[str, Sequence[Any]] | None
    ours: bool


@dataclass
class Back:
    """What takes a record back: the fields to set, whether it is to be deleted or to live again, and the fields that were
    changed since."""

    fields: Values = field(default_factory=dict)
    deleted: bool = False
    living: bool = False
    changed_since: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Left:
    """A record that was left as it is, in part or whole, and why."""

    entity: str
    record_id: str
    label: str
    reason: str


@dataclass
class Undone:
    changed: int = 0
    left: list[Left] = field(default_factory=list)


@dataclass(frozen=True)
class Written:
    """What is undone: a run of a connection, or an import of a file (which came over none)."""

    id: str
    connection_id: str = ""
    tenant_id: str = DEFAULT_TENANT


def way_back(spec: EntitySpec, steps: Sequence[Step], hub: HubRow) -> Back:
    """Pure. ``steps`` are the record's whole history, the oldest first."""
    back = Back()
    stays = readonly_fields(spec)
    if any(step.ours and step.action == "create" for step in steps):
        if hub.deleted_at is None:
            _unmake(back, steps, hub, stays)
        return back
    for name in sorted({name for step in steps if step.ours for name in step.changes or ()} - stays):
        present, before = _plain(hub.values.get(name)), _before(name, steps)
        if present == before:
            continue
        if present == _made(name, steps):
            back.fields[name] = before
        else:
            back.changed_since.append(name)
    turned = [at for at, step in enumerate(steps) if step.action in {"delete", "restore"}]
    if turned and steps[turned[-1]].ours:
        if steps[turned[-1]].action == "delete":
            back.living = True
        else:
            _unmake(back, steps[turned[-1] :], hub, stays)
    return back


def _unmake(back: Back, steps: Sequence[Step], hub: HubRow, stays: frozenset[str]) -> None:
    """The run made the record, or brought it back: it is deleted, unless it is otherwise now than the run left it."""
    others = {name for step in steps if not step.ours for name in step.changes or ()} - stays
    changed = {name for name in others if _plain(hub.values.get(name)) != _made(name, steps)}
    back.changed_since = sorted({*back.changed_since, *changed})
    back.deleted = not back.changed_since


def _made(name: str, steps: Sequence[Step]) -> Any:
    """What the run left in a field that it, or somebody after it, changed."""
    touched = _touching(name, steps)
    ours = [step for step in touched if step.ours]
    return _side(ours[-1], name, 1) if ours else _side(touched[0], name, 0)


def _before(name: str, steps: Sequence[Step]) -> Any:
    """What a field was before the run. What another wrote between two changes of the run is kept: it is what it was before
    the later of them."""
    touched = _touching(name, steps)
    first = max(at for at, step in enumerate(touched) if step.ours)
    while first and touched[first - 1].ours:
        first -= 1
    return _side(touched[first], name, 0)


def _touching(name: str, steps: Sequence[Step]) -> list[Step]:
    return [step for step in steps if step.changes is not None and name in step.changes]


def _side(step: Step, name: str, side: int) -> Any:
    assert step.changes is not None
    return _plain(step.changes[name][side])


def _plain(value: Any) -> Any:
    """A group without lines reads as an empty list, however it was written."""
    return None if value == [] else value


class Undo:
    """Undoes runs. Safe beside other runs for the same reasons as a decision (:mod:`app.sync.resolve`)."""

    def __init__(self, tools: Tools) -> None:
        self._tools = tools

    def undo(self, log_id: str, cancel: CancelToken, say: Callable[[int, int], None] = lambda *_: None) -> Undone:
        """Take back what a run changed here; ``say`` hears of ``(done, of how many)``. What was done when it is cancelled
        stays done; going on later does the rest. Raises :class:`NotFound`, and :class:`Conflicting` for a run under way."""
        run = self._tools.runs.get(log_id)
        if run.status in UNFINISHED:
            raise Conflicting(
                "This run has not ended yet.", hint="Stop it, or answer its question, then undo it.", code="running"
            )
        return self._take_back(Written(run.id, run.connection_id, run.tenant_id), cancel, say)

    def undo_import(
        self, import_id: str, cancel: CancelToken, say: Callable[[int, int], None] = lambda *_: None
    ) -> Undone:
        """The same of an import of a file."""
        return self._take_back(Written(import_id), cancel, say)

    def _take_back(self, written: Written, cancel: CancelToken, say: Callable[[int, int], None]) -> Undone:
        undone = Undone()
        touched = self._touched(written.id)
        total, done = sum(map(len, touched.values())), 0
        # Documents before the masters that they name.
        for entity in reversed(DEPENDENCY_ORDER):
            for ids in _chunks(touched.get(entity, [])):
                cancel.check()
                with self._tools.db.write() as conn:
                    _Part(self._tools, conn, written, entity, undone).take_back(ids)
                done += len(ids)
                say(done, total)
        return undone

    def _touched(self, log_id: str) -> dict[str, list[str]]:
        """``{entity: ids}`` of what the run wrote, the newest first."""
        table = record_history
        query = (
            select(table.c.entity_type, table.c.record_id).where(table.c.run_id == log_id).order_by(table.c.id.desc())
        )
        found: dict[str, dict[str, None]] = defaultdict(dict)
        with self._tools.db.read() as conn:
            for entity, record_id in conn.execute(query):
                found[entity][record_id] = None
        return {entity: list(ids) for entity, ids in found.items()}


class _Part:
    """Some records of one entity, in one transaction."""

    def __init__(self, tools: Tools, conn: Connection, written: Written, entity: str, undone: Undone) -> None:
        self._dialect = tools.db.dialect
        self._conn = conn
        self._written = written
        self._entity = entity
        self._spec = ENTITIES[entity]
        self._undone = undone
        self._now = stamp(tools.clock())
        self._store = MergeStore(tools.db.dialect, written.tenant_id)
        self._back: list[str] = []
        self._unmade: list[str] = []

    def take_back(self, ids: Sequence[str]) -> None:
        rows = self._store.hub_rows(self._conn, self._entity, ids)
        steps = self._history(ids)
        batch = self._store.begin(self._written.connection_id, f"undo:{self._written.id}", None, self._now)
        for hub in rows.values():
            self._one(batch, hub, way_back(self._spec, steps[hub.id], hub))
        batch.write(self._conn)
        self._tell()

    def _history(self, ids: Sequence[str]) -> dict[str, list[Step]]:
        table = record_history
        query = (
            select(table.c.record_id, table.c.action, table.c.changes, table.c.run_id)
            .where(table.c.record_id.in_(ids))
            .order_by(table.c.version, table.c.id)
        )
        found: dict[str, list[Step]] = defaultdict(list)
        for row in self._conn.execute(query):
            found[row.record_id].append(Step(row.action, load(row.changes), row.run_id == self._written.id))
        return found

    def _one(self, batch: Batch, hub: HubRow, back: Back) -> None:
        if hub.deleted_at is not None and not back.living:
            if back.fields or back.changed_since:
                self._leave(hub, "Deleted since.")
            return
        if back.changed_since:
            self._leave(hub, f"Changed since: {self._titles(back.changed_since)}.")
        if not (back.fields or back.deleted or back.living):
            return
        batch.update(self._entity, hub, back.fields, deleted_at=self._now if back.deleted else None)
        for name in back.fields:
            batch.settled(hub.id, name)  # it waits for no record any more
        self._undone.changed += 1
        (self._unmade if back.deleted else self._back).append(hub.id)
        if back.living:
            self._store.come_back(self._conn, self._written.connection_id, hub.id)

    def _leave(self, hub: HubRow, reason: str) -> None:
        label = str(hub.values.get(self._spec.label_field) or hub.id)
        self._undone.left.append(Left(self._entity, hub.id, label, reason))

    def _tell(self) -> None:
        tell(self._conn, self._dialect, self._entity, self._back, self._now)
        # What the run brought in is still over there, where it was before the run: it is no deletion to be sent, and no
        # sync may bring it in again.
        own = self._written.connection_id
        links = self._store.links_of(self._conn, own, self._unmade)
        self._store.pause(self._conn, [link.id for link in links.values()], paused=True)
        DirtyStore(self._dialect).drop(self._conn, own, list(links))
        tell(self._conn, self._dialect, self._entity, self._unmade, self._now, but=(own,))

    def _titles(self, names: Sequence[str]) -> str:
        return ", ".join(self._spec.field[name].title if name in self._spec.field else name for name in names)


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for at in range(0, len(ids), _AT_ONCE):
        yield ids[at : at + _AT_ONCE]
