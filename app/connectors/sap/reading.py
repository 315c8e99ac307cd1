"""Pulling a module of a company (docs/protocols/sap.md: Paging, Incremental reading, Stock): what changed by day and time, what was
made by the stamps of its making, everything by its keys.

A cursor is ``{"v": 1, "at": …, "made": …, "last": …, "clock": …}``: the newest stamps of change and of making that were seen
(``YYYY-MM-DD HH:MM:SS`` by the server's wall clock, which nobody tells the zone of), the highest number where ids are numbers,
and what the server's clock said in seconds when all of that was so. A full pull that was cut off goes on with
``{"v": 1, "full": {…the same…}, "after": …}``: the last key that was read.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote

from app.connectors.base import ListedId, Listing, PullMode, PullRequest
from app.connectors.odata.query import Query, and_, key, or_, text
from app.connectors.put_away import PutAway
from app.connectors.sap.client import ServiceLayer
from app.connectors.sap.entities import CONTACTS, Entity
from app.connectors.sap.records import RecordReader, Row, stamp_of, sweep_key, unreadable
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer, ConnectorError
from app.model.records import Page, RecordProblem, RemoteRecord

#: Rows of a page, and ids of one question.
PAGE, _IDS = 500, 20
#: Rows, or pages, of one commit of a full pull.
_LOT, _PAGES = 1_000, 10
#: Characters of a condition: servers take addresses of some 8,000.
_LONGEST = 3000
#: Times in conditions count to the minute, and what was begun before may be committed after.
OVERLAP = timedelta(minutes=2)
#: The same for numbers: so many rows below the highest are looked at again.
_BELOW = 50
#: The server's clock and its records' stamps are told by the same machine; an hour may be put back all the same.
_QUIET, _MARGIN = timedelta(hours=2), timedelta(minutes=70)
_FORM = "%Y-%m-%d %H:%M:%S"


class Reader:
    """The questions about one company. ``readers`` by module. ``unmarked`` is told of a module whose rows bear no ETag though they
    should: an old release."""

    def __init__(
        self,
        sap: ServiceLayer,
        readers: Mapping[str, RecordReader],
        put_away: PutAway,
        cancel: CancelToken,
        unmarked: Callable[[str], None] = lambda _name: None,
    ) -> None:
        self._sap = sap
        self._put_away = put_away
        self._cancel = cancel
        self.dialect = sap.dialect
        self.readers = readers
        self._unmarked = unmarked

    def get(self, path: str, page: int = 0) -> Any:
        return self._sap.get(path, self._cancel, page=page).json()

    def query(self, entity: Entity, fields: Sequence[str] | None = None) -> Query:
        chosen = self._select(entity) if fields is None else fields
        return Query(entity.name).select(*chosen)

    def _only(self, entity: Entity) -> str:
        """As far as this release has the field that tells."""
        reader = self.readers.get(entity.name)
        known = reader is None or entity.only.split(" ")[0] in reader.types
        return entity.only if known else ""

    def one(self, entity: Entity, ident: str | int) -> Row:
        """Raises :class:`Gone`."""
        fields = ",".join(self._select(entity))
        return self._opened(
            self.dialect.row(self.get(key(entity.name, ident) + (f"?$select={fields}" if fields else "")))
        )

    def _rows(self, body: Any) -> list[Row]:
        return [self._opened(row) for row in self.dialect.rows(body)]

    def _opened(self, row: dict[str, Any]) -> Row:
        """Where lists inside a row are wrapped they are taken out; its tag stays."""
        return {**self.dialect.plain(row), "__metadata": row.get("__metadata")} if self.dialect.wrapped else row

    def _select(self, entity: Entity) -> Sequence[str]:
        """Of all modules that live in it; none stands for everything."""
        found: list[str] = []
        for name in (entity.name, CONTACTS):
            reader = self.readers.get(name)
            if reader is None or entity.name not in {name, reader.entity.inside}:
                continue
            if not reader.select:
                return ()
            found += reader.select
        return tuple(dict.fromkeys(found))

    def pages(
        self,
        entity: Entity,
        condition: str = "",
        *,
        after: str | int | None = None,
        fields: Sequence[str] | None = None,
        most: int = PAGE,
    ) -> Iterator[Sequence[Row]]:
        """By the key, each page behind the last one's: a row that is deleted or made meanwhile makes none be skipped or told
        twice, as it does where pages are counted."""
        while True:
            further = "" if after is None else f"{entity.key} gt {_literal(after)}"
            query = self.query(entity, fields).filter(and_(self._only(entity), condition, further))
            body = self.get(query.orderby(entity.key).top(most).path, most)
            rows = self._rows(body)
            if rows:
                if rows[-1][entity.key] == after:
                    raise BadAnswer(
                        f"SAP answers the same {entity.title} again and again; nothing more of them was read.",
                        hint="The service behind this address takes no conditions. Ask who made it.",
                        code="endless",
                    )
                yield rows
                after = rows[-1][entity.key]
            # A server that keeps its pages smaller says by its link that there is more.
            if not rows or (len(rows) < most and not self.dialect.next_link(body)):
                return

    def first(self, entity: Entity, fields: Sequence[str], order: Sequence[str]) -> Row | None:
        """The row that stands first."""
        query = self.query(entity, (entity.key, *fields)).filter(self._only(entity)).orderby(*order).top(1)
        rows = self._rows(self.get(query.path, 1))
        return rows[0] if rows else None

    def by_ids(self, entity: Entity, ids: Sequence[str]) -> list[Row]:
        found: list[Row] = []
        conditions = [f"{entity.key} eq {_literal(_key(entity, one))}" for one in ids]
        while conditions:
            most = max(1, min(_IDS, _LONGEST // max(len(quote(one)) for one in conditions[:_IDS])))
            for rows in self.pages(entity, or_(*conditions[:most])):
                found += rows
            conditions = conditions[most:]
        return found

    def records(self, entity: Entity, rows: Sequence[Row]) -> tuple[list[RemoteRecord], list[RecordProblem]]:
        """What there is to tell of ``rows``, for each module that is wanted and lives in them."""
        records: list[RemoteRecord] = []
        problems: list[RecordProblem] = []
        for name, reader in self.readers.items():
            inner = reader.entity.inside == entity.name
            if name != entity.name and not inner:
                continue
            if reader.marked and rows and not self.etag(rows[0]):
                self._unmarked(name)
            within = [one for owner in rows for one in _contacts(owner)] if inner else rows
            for row in self._put_away.leave_out(name, within):
                try:
                    records.append(reader.read(row, self.dialect.etag(row)))
                except ValueError as error:
                    problems.append(unreadable(name, reader.ident(row), error))
        return records, problems

    def present(self, name: str, rows: Sequence[Row]) -> Sequence[Row]:
        """Those that are not put away by us."""
        return self._put_away.leave_out(name, rows)

    def etag(self, row: Row) -> str:
        return self.dialect.etag(row)


class Pull:
    """One run's reading of one stream. ``names``: the fields that its rows have; ``clock``: what the server's clock says, in
    seconds, ``None`` where it can't be asked."""

    def __init__(
        self, reader: Reader, request: PullRequest, entity: Entity, names: Collection[str], clock: float | None
    ) -> None:
        self._reader = reader
        self._request = request
        self._entity = entity
        self._changed_by = _both(names, *entity.changed)
        self._made_by = _both(names, entity.made, entity.made_time)
        self._clock = clock

    def run(self) -> Iterator[Page | Listing]:
        cursor = self._request.cursor or {}
        blind = not (self._changed_by[0] or self._made_by[0] or self._entity.numbered)
        if self._request.mode is PullMode.FULL or not cursor.get("at") or blind:
            yield from self._full(cursor)
            return
        yield from self._changed(cursor)

    # --- everything --------------------------------------------------------------------------------------------

    def _full(self, cursor: Mapping[str, Any]) -> Iterator[Page | Listing]:
        left = cursor.get("full")
        marks = dict(left) if isinstance(left, Mapping) else self._start()
        after = cursor.get("after") if isinstance(left, Mapping) else None
        whole = after is None and any(map(self._request.linked, self._request.modules))
        listing = _Listing(self._reader, self._entity, self._request, whole=whole)
        for rows in _lots(self._reader.pages(self._entity, after=after)):
            records, problems = self._reader.records(self._entity, rows)
            further = {"v": 1, "full": marks, "after": rows[-1][self._entity.key]}
            yield Page(self._request.stream, tuple(records), problems=tuple(problems), cursor=further)
            yield from listing.add(rows)  # after its records: what is listed and not known is read alone
        yield from listing.end()
        yield Page(self._request.stream, cursor={"v": 1, **marks}, done=True)

    def _start(self) -> dict[str, Any]:
        """Where the stamps stand now: what happens while all is read comes with the next pull."""
        entity = self._entity
        changed = self._newest(*_desc(self._changed_by))
        made = self._newest(*((f"{entity.key} desc",) if entity.numbered else _desc(self._made_by)))
        marks = {
            "at": stamp_of(changed, *self._changed_by) or _BEGINNING,
            "made": stamp_of(made, *self._made_by) or _BEGINNING,
            "clock": self._clock,
        }
        return {**marks, "last": int(made[entity.key]) if made else 0} if entity.numbered else marks

    def _newest(self, *order: str) -> Row:
        fields = tuple(filter(None, (*self._changed_by, *self._made_by)))
        return (self._reader.first(self._entity, fields, order) if order else None) or {}

    # --- what changed ------------------------------------------------------------------------------------------

    def _changed(self, cursor: Mapping[str, Any]) -> Iterator[Page | Listing]:
        at, made = str(cursor["at"]), str(cursor["made"])
        marks = dict(cursor)
        seen: dict[str, str] = {}
        for condition in filter(None, (self._since(at), self._made_since(made, int(cursor.get("last") or 0)))):
            for rows in self._reader.pages(self._entity, condition):
                self._advance(marks, rows)
                yield from self._news(rows, seen)
        self._go_on(marks)
        if self._request.mode is PullMode.CHECK:
            yield from self._listed()
        yield Page(self._request.stream, cursor=marks, done=True)

    def _since(self, at: str) -> str:
        """Nothing where changes leave no stamp: the daily check sees them."""
        return self._later_than(*self._changed_by, at)

    def _made_since(self, made: str, last: int) -> str:
        """What is new may bear no stamp of a change."""
        entity = self._entity
        if entity.numbered:
            return f"{entity.key} gt {max(0, last - _BELOW)}"
        return self._later_than(*self._made_by, made)

    def _later_than(self, day: str, time: str, at: str) -> str:
        """A later time on an earlier day is no later: both parts have to be looked at together."""
        if not day:
            return ""
        dialect = self._reader.dialect
        since = _moment(at) - OVERLAP
        on = dialect.date(since.date().isoformat())
        if not time:
            return f"{day} ge {on}"
        minute = dialect.time(since.strftime("%H:%M:00"))
        return or_(f"{day} gt {on}", and_(f"{day} eq {on}", f"{time} ge {minute}"))

    def _advance(self, marks: dict[str, Any], rows: Sequence[Row]) -> None:
        entity = self._entity
        marks["at"] = max(marks["at"], *(stamp_of(row, *self._changed_by) for row in rows))
        marks["made"] = max(marks["made"], *(stamp_of(row, *self._made_by) for row in rows))
        if entity.numbered:
            marks["last"] = max(marks.get("last") or 0, *(int(row[entity.key]) for row in rows))

    def _go_on(self, marks: dict[str, Any]) -> None:
        """Where nothing happens for a while the marks go on with the server's own clock, or what was last changed (an import of
        thousands, in one minute) would be read again for ever."""
        then = marks.get("clock")
        if marks != self._request.cursor:
            marks["clock"] = self._clock
        elif self._clock is not None and isinstance(then, int | float):
            passed = timedelta(seconds=self._clock - then)
            if passed > _QUIET or passed < timedelta(0):
                on = passed - _MARGIN
                marks |= {name: (_moment(marks[name]) + on).strftime(_FORM) for name in ("at", "made")}
                marks["clock"] = self._clock

    def _news(self, rows: Sequence[Row], seen: dict[str, str]) -> Iterator[Page]:
        """Without what the hub has taken over at this very version: within the overlap it is told of again and again."""
        records, problems = self._reader.records(self._entity, rows)
        fresh = [one for one in records if seen.get(f"{one.module} {one.id}") != one.version]
        seen |= {f"{one.module} {one.id}": one.version for one in fresh}
        for name in self._reader.readers:
            known = self._known(name, [one.id for one in fresh if one.module == name])
            fresh = [one for one in fresh if one.module != name or known.get(one.id) != one.version]
        if fresh or problems:
            cursor = self._request.cursor or {}
            yield Page(self._request.stream, tuple(fresh), problems=tuple(problems), cursor=cursor)

    def _known(self, name: str, ids: Sequence[str]) -> Mapping[str, str]:
        return self._request.known(name, ids) if ids else {}

    # --- the daily check -----------------------------------------------------------------------------------------

    def _listed(self) -> Iterator[Page | Listing]:
        """All keys, for what was deleted; and the figures that move without a stamp (docs/protocols/sap.md: Stock)."""
        listing = _Listing(self._reader, self._entity, self._request, whole=True)
        fields = self._fields_of_check()
        for rows in self._reader.pages(self._entity, fields=fields):
            yield from listing.add(rows)
            figures = self._figures(rows)
            if figures:
                yield Page(self._request.stream, tuple(figures), cursor=self._request.cursor or {})
        yield from listing.end()

    def _fields_of_check(self) -> Sequence[str] | None:
        """Where versions stand in rows of their own: only these. Else the version is in the content."""
        fields: list[str] = []
        for reader in self._reader.readers.values():
            if not reader.light:
                return None
            fields += reader.light
        figure = [str(self._entity.figure)] if self._figured else []
        return tuple(dict.fromkeys([*fields, *figure]))

    @property
    def _figured(self) -> bool:
        return self._entity.figure in self._request.modules.get(self._entity.name, frozenset())

    def _figures(self, rows: Sequence[Row]) -> list[RemoteRecord]:
        """Of what is known the figure alone: its version stays."""
        entity = self._entity
        if not self._figured:
            return []
        reader = self._reader.readers[entity.name]
        known = self._known(entity.name, [reader.ident(row) for row in rows])
        return [
            RemoteRecord(entity.name, reader.ident(row), "", reader.only(row, str(entity.figure)), partial=True)
            for row in rows
            if reader.ident(row) in known
        ]


class _Listing:
    """All ids of a stream; none of a pull that was gone on with. Where ids are numbers it comes page by page."""

    def __init__(self, reader: Reader, entity: Entity, request: PullRequest, *, whole: bool) -> None:
        self._reader = reader
        self._entity = entity
        self._modules = tuple(reader.readers)
        self._whole = whole
        self._low = 0
        self._rows: list[ListedId] = []

    def add(self, rows: Sequence[Row]) -> Iterator[Listing]:
        if not self._whole:
            return
        for name in self._modules:
            told = self._reader.readers[name]
            within = [one for row in rows for one in (_contacts(row) if told.entity.inside else [row])]
            self._rows += [
                ListedId(name, told.ident(row), told.version(row, self._reader.etag(row)), told.label(row))
                for row in self._reader.present(name, within)
            ]
        if self._entity.numbered:
            high = int(rows[-1][self._entity.key])
            yield self._part(sweep_key(high))
            self._low = high + 1

    def end(self) -> Iterator[Listing]:
        if not self._whole:
            return
        if self._entity.numbered:
            yield self._part("9" * 20)
        else:
            yield Listing(self._modules, tuple(self._rows))

    def _part(self, high: str) -> Listing:
        found, self._rows = tuple(self._rows), []
        return Listing(self._modules, found, sweep_key(self._low), high)


#: Before all stamps.
_BEGINNING = "1970-01-01 00:00:00"


def _both(names: Collection[str], day: str, time: str) -> tuple[str, str]:
    """The fields of a stamp, as far as there are any."""
    return (day if day in names else "", time if day in names and time in names else "")


def _desc(stamp: tuple[str, str]) -> Sequence[str]:
    return tuple(f"{name} desc" for name in stamp if name)


def _moment(at: str) -> datetime:
    return datetime.fromisoformat(at)


def _literal(value: str | int) -> str:
    return str(value) if isinstance(value, int) else text(value)


def _key(entity: Entity, ident: str) -> str | int:
    return int(ident) if entity.numbered else ident


def _lots(pages: Iterable[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """So many rows at once as are worth a commit of their own: servers may keep their pages much smaller. Where they are slow, too,
    the progress is to be seen; and what came before the server failed is kept."""
    lot: list[Row] = []
    count = 0
    try:
        for rows in pages:
            lot, count = [*lot, *rows], count + 1
            if len(lot) >= _LOT or count == _PAGES:
                yield lot
                lot, count = [], 0
    except ConnectorError:
        if lot:
            yield lot
        raise
    if lot:
        yield lot


def _contacts(owner: Row) -> list[Row]:
    """The contact persons of a business partner, each with whose it is."""
    return [{**row, "CardCode": owner["CardCode"]} for row in owner.get(CONTACTS) or ()]
