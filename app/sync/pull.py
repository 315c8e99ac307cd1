"""Pulling one connection's streams into the hub: pages, listings, deletions, cursors (engine: A sync).

A page's records, links and cursor commit in one transaction, so a kill at any point leaves the hub at a page's end.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection

from app.connectors.base import Connector, Feedback, Listing, PullMode, PullRequest
from app.db.cursors import Cursor, CursorStore
from app.db.database import Database
from app.db.leases import check_fence
from app.db.runs import RunStore
from app.model.cancel import CancelToken
from app.model.clock import stamp
from app.model.records import Page, RecordProblem, RemoteRecord
from app.sync.context import RunContext
from app.sync.deletions import LOT, Deletions
from app.sync.inbox import InboxSettler
from app.sync.intake import Intake
from app.sync.progress import Phases, Reporter
from app.sync.reads import read_all
from app.sync.references import settle_references, waits_by_field
from app.sync.scope import EntityScope, covers, in_order, scope_of

#: Records that one transaction takes: long enough to be cheap, short enough that other writers don't wait.
_IN_ONE_GO = 1_000


class Puller:
    """One run's reading side. ``fence`` is the lease that every commit checks."""

    def __init__(
        self,
        db: Database,
        connector: Connector,
        context: RunContext,
        intake: Intake,
        deletions: Deletions,
        inbox: InboxSettler,
        cursors: CursorStore,
        runs: RunStore,
        phases: Phases,
        reporter: Reporter,
        cancel: CancelToken,
        fence: int,
    ) -> None:
        self._db = db
        self._connector = connector
        self._scopes: Mapping[str, EntityScope] = {}
        self._context = context
        self._intake = intake
        self._deletions = deletions
        self._inbox = inbox
        self._cursors = cursors
        self._runs = runs
        self._phases = phases
        self._reporter = reporter
        self._cancel = cancel
        self._fence = fence
        self._seen = 0
        self._expected: int | None = None

    def pull(self, mode: PullMode, scopes: Mapping[str, EntityScope]) -> None:
        """Read every stream that carries a module of ``scopes``, parents first."""
        self._scopes = scopes
        for stream, modules in self._connector.streams(list(self._scopes)):
            scopes = {module: self._scopes[module] for module in modules}
            self._pull_stream(stream, scopes, mode)
        self._finish()

    def read_again(self, scopes: Mapping[str, EntityScope], wanted: Iterable[tuple[str, str]]) -> None:
        """Read just these ``(module, remote id)``, whatever the cursors say: what is there is merged; what is certainly gone
        is deleted as after a listing."""
        self._scopes = scopes
        by_module: dict[str, list[str]] = defaultdict(list)
        for module, remote_id in dict.fromkeys(wanted):
            by_module[module].append(remote_id)
        for scope in in_order({module: scopes[module] for module in by_module if module in scopes}):
            ids = by_module[scope.module]
            self._phases.begin("reading", scope.entity.name)
            self._seen, self._expected = 0, len(ids)
            for at in range(0, len(ids), LOT):
                self._cancel.check()
                self._read_lot(scope, ids[at : at + LOT])
                self._say("reading", scope.entity.name)
        self._finish()

    def _read_lot(self, scope: EntityScope, ids: Sequence[str]) -> None:
        one = {scope.module: scope}
        found = self._connector.read(scope.module, ids, self._cancel)
        self.take(one, found)
        there = {record.id for record in found}
        missing = [remote_id for remote_id in ids if remote_id not in there]
        if missing:
            self._deletions.confirm(self._connector, scope, scope.module, missing, self._cancel)
        with self._writing() as conn:
            self._end_stream(conn, one)
            if conn is not None:
                self._intake.problems.clear(scope.entity.name, missing)  # what is not there fails no more

    def _finish(self) -> None:
        moved = self._context.counts.total("created", "linked") or self._context.keys_moved
        if moved or waits_by_field(self._db, self._context):
            self._phases.begin("finishing")
            self._settle_references()

    # --- one stream ----------------------------------------------------------------------------------------------

    def _pull_stream(self, stream: str, scopes: Mapping[str, EntityScope], mode: PullMode) -> None:
        entity = next(iter(scopes.values())).entity.name
        self._phases.begin("reading", "+".join(scope.entity.name for scope in in_order(scopes)))
        self._seen, self._expected = 0, None
        scope = scope_of(scopes.values())
        name = cursor_name(stream, scopes)
        cursor = standing(self._cursors.list(self._context.connection_id), stream, name, scope)
        mode, position = starting_point(mode, cursor)
        feedback = Feedback()
        self._say("reading", entity)
        request = PullRequest(
            stream,
            {module: one.mapping.remote_fields for module, one in scopes.items()},
            position,
            mode,
            self._cancel,
            feedback,
            lambda text: self._say("reading", entity, text),
            self._named_before,
            self._known,
            self._linked,
        )
        complete_at = cursor.complete_at if cursor is not None and mode is not PullMode.FULL else None
        for item in self._connector.changes(request):
            if isinstance(item, Listing):
                self._take_listing(scopes, item, feedback)
            else:
                self._take_page(scopes, item, name, scope, complete_at)
            self._cancel.check()

    def _take_page(
        self, scopes: Mapping[str, EntityScope], page: Page, name: str, scope: str, complete_at: str | None
    ) -> None:
        self._expected = page.expected if page.expected is not None else self._expected
        self._deletions.note(scopes, page.tombstones)
        self._deletions.fed |= bool(page.tombstones)
        parts = _parts(page.records)
        for records in parts[:-1]:
            self.take(scopes, records)
        self._context.at("pull:page:before")
        with self._writing() as conn:
            self._merge_in(conn, scopes, parts[-1], page.problems)
            if page.done:
                self._end_stream(conn, scopes)
            # A deletion from a feed is carried out when the stream has been read: until then the cursor stays before it.
            if conn is not None and page.cursor and not self._deletions.fed:
                ended = stamp() if page.done else complete_at
                self._cursors.save(
                    self._context.connection_id, name, scope=scope, position=page.cursor, complete_at=ended
                )
                if self._context.run_id is not None:
                    self._runs.progress(self._context.run_id, **self._context.counts.columns())
            self._context.at("pull:page:inside")
        self._context.at("pull:page:after")
        self._say("reading", _mostly(scopes, page.records), page.note)

    def _end_stream(self, conn: Connection | None, scopes: Mapping[str, EntityScope]) -> None:
        """All of the stream was seen: decide what waited for that, then what is gone."""
        with self._reading(conn) as reader:
            for scope in in_order(scopes):
                self._intake.first_load.end(scope.entity.name)
                self._inbox.settle(reader, scope, commit=conn is not None)
            self._deletions.apply(reader, scopes, commit=conn is not None)

    def _take_listing(self, scopes: Mapping[str, EntityScope], listing: Listing, feedback: Feedback) -> None:
        """What a complete list of ids shows: the missing are confirmed one by one, the different are read again."""
        with self._db.read() as conn:
            missing, different = self._deletions.compare(conn, scopes, listing)
        for module, ids in missing.items():
            gone = self._deletions.confirm(self._connector, scopes[module], module, ids, self._cancel)
            feedback.gone += len(gone)
        for module, ids in different.items():
            records = self._connector.read(module, ids, self._cancel)
            feedback.changed += len(records)
            self.take(scopes, records)

    def _named_before(self, ids: Sequence[str]) -> Mapping[str, frozenset[str]] | None:
        """The port of :class:`PullRequest`: what linked documents referred to, by their shadows."""
        named: dict[str, frozenset[str]] = defaultdict(frozenset)
        known: set[str] = set()
        with self._db.read() as conn:
            for scope in self._scopes.values():
                if scope.entity.is_document:
                    seen, references = self._intake.lookups.references(conn, scope, ids)
                    known |= seen
                    for other in self._scopes.values():
                        named[other.module] |= references.get(other.entity.name, frozenset())
        return named if known >= set(ids) else None

    def _known(self, module: str, ids: Sequence[str]) -> Mapping[str, str]:
        """The port of :class:`PullRequest`: the versions at which linked records were taken over."""
        with self._db.read() as conn:
            return self._intake.versions(conn, self._scopes[module], ids)

    def _linked(self, module: str) -> bool:
        """The port of :class:`PullRequest`."""
        with self._db.read() as conn:
            return self._intake.is_linked(conn, self._scopes[module])

    # --- transactions --------------------------------------------------------------------------------------------

    def take(self, scopes: Mapping[str, EntityScope], records: Sequence[RemoteRecord]) -> None:
        """Merge records that were read for another reason than a pull's."""
        for part in _parts(records):
            with self._writing() as conn:
                self._merge_in(conn, scopes, part, ())

    def _merge_in(
        self,
        conn: Connection | None,
        scopes: Mapping[str, EntityScope],
        records: Sequence[RemoteRecord],
        problems: Sequence[RecordProblem],
    ) -> None:
        by_module: dict[str, list[RemoteRecord]] = defaultdict(list)
        for record in records:
            by_module[record.module].append(record)
        failed = list(problems)
        with self._reading(conn) as reader:
            # A batch for each entity: what a later one looks up must be written first.
            for scope in in_order({module: scopes[module] for module in by_module if module in scopes}):
                reads, bad = read_all(scope, by_module[scope.module])
                batch = self._intake.batch()
                bad += self._intake.take(reader, batch, scope, reads)
                if conn is not None:
                    batch.write(conn)
                    lost = {problem.id for problem in bad}
                    self._intake.problems.clear(
                        scope.entity.name, (read.record.id for read in reads if read.record.id not in lost)
                    )
                failed += bad
            self._intake.problems.note(scopes, failed)
        self._seen += len(records)
        self._phases.add(len(records))

    @contextmanager
    def _writing(self) -> Iterator[Connection | None]:
        """A write transaction under our lease; in a dry run none at all."""
        if self._context.plan is not None:
            yield None
            return
        with self._db.write() as conn:
            check_fence(conn, self._context.connection_id, self._fence)
            yield conn

    @contextmanager
    def _reading(self, conn: Connection | None) -> Iterator[Connection]:
        if conn is not None:
            yield conn
            return
        with self._db.read() as reader:
            yield reader

    def _settle_references(self) -> None:
        if self._context.plan is None:
            settle_references(self._db, self._context, self._fence, self._cancel)

    def _say(self, phase: str, entity: str | None, text: str = "") -> None:
        self._reporter.say(phase, entity, self._seen, self._expected, text)


def cursor_name(stream: str, modules: Iterable[str]) -> str:
    """Several modules may come in one stream, and a run may want some of them: each choice stands for itself, or a run of
    the invoices alone would make the next run of everything a full one."""
    return f"{stream}/{'+'.join(sorted(modules))}"


def standing(cursors: Iterable[Cursor], stream: str, name: str, scope: str) -> Cursor | None:
    """Where a choice of a stream's modules stands: a full pull of its own that was cut off, else the newest complete one
    that covers it, also one of more modules. ``None``: nowhere, under the present mappings."""
    fitting = [one for one in cursors if one.stream.startswith(f"{stream}/") and covers(one.scope, scope)]
    cut_off = next((one for one in fitting if one.stream == name and one.complete_at is None), None)
    complete = [one for one in fitting if one.complete_at is not None]
    return cut_off or max(complete, key=lambda one: one.updated_at, default=None)


def starting_point(mode: PullMode, cursor: Cursor | None) -> tuple[PullMode, Mapping[str, Any] | None]:
    """The mode in which a stream is read, and from where.

    Without a complete pull it is a full one; a full one that was cut off is gone on with.
    """
    if cursor is None:
        return PullMode.FULL, None
    if cursor.complete_at is None:
        return PullMode.FULL, cursor.position
    return (mode, None) if mode is PullMode.FULL else (mode, cursor.position)


def _parts(records: Sequence[RemoteRecord]) -> list[Sequence[RemoteRecord]]:
    return [records[at : at + _IN_ONE_GO] for at in range(0, len(records), _IN_ONE_GO)] or [()]


def _mostly(scopes: Mapping[str, EntityScope], records: Sequence[RemoteRecord]) -> str:
    """What to call a page that may hold several entities: what most of it is."""
    modules = Counter(record.module for record in records if record.module in scopes)
    module = modules.most_common(1)[0][0] if modules else next(iter(scopes))
    return scopes[module].entity.name
