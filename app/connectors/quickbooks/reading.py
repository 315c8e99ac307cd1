"""Pulling a company (docs/protocols/quickbooks.md: Reading): one question for all that changed, everything by queries.

A cursor is ``{"v": 1, "at": …, "gone": {…}}``: up to which moment of QuickBooks' clock all is known, and the deletions told of in
the overlap before it. A full pull that was cut off goes on with
``{"v": 1, "full": {"at": …, "entity": …, "start": …, "last": […]}}``: the row to begin at, and some ids of the page before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from app.connectors.base import ListedId, Listing, PullMode, PullRequest
from app.connectors.put_away import PutAway
from app.connectors.quickbooks.client import MOST, Changed, Quickbooks
from app.connectors.quickbooks.entities import ENTITIES, ORDER, Entity
from app.connectors.quickbooks.records import DETAIL, RecordReader, Row, moment, sold, unreadable
from app.connectors.quickbooks.taxes import TaxNames
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.records import Page, RecordProblem, RemoteRecord, Tombstone

STREAM = "quickbooks"
#: Between a change and its being told some time may pass, and clocks differ.
OVERLAP = timedelta(minutes=15)
#: Changes are told of for 30 days.
MEMORY = timedelta(days=29)
#: When nothing happens for so long the cursor moves on.
_QUIET, _BEHIND = timedelta(minutes=30), timedelta(minutes=5)
#: So many rows of the page before are asked for again: where they are missing something was deleted, and rows moved up.
_AGAIN = 20
_IDS = 100
#: What of our entities moves balances and stocks. The daily check sees what others do (credit notes, bills).
_MOVING = frozenset({"Invoice", "Payment"})


class Reader:
    """The questions about one company."""

    def __init__(
        self,
        books: Quickbooks,
        put_away: PutAway,
        readers: Mapping[str, RecordReader],
        taxes: TaxNames,
        cancel: CancelToken,
    ) -> None:
        self._books = books
        self._taxes = taxes
        self._put_away = put_away
        self.readers = readers
        self._cancel = cancel

    def page(self, entity: Entity, start: int, most: int = MOST, order: str = "Id") -> list[dict[str, Any]]:
        where = " WHERE Active IN (true, false)" if entity.listed else ""
        statement = f"SELECT * FROM {entity.name}{where} ORDERBY {order} STARTPOSITION {start} MAXRESULTS {most}"  # noqa: S608
        return self._books.query(statement, self._cancel).rows

    def by_ids(self, entity: Entity, ids: Sequence[str]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        for at in range(0, len(ids), _IDS):
            listed = ", ".join(f"'{ident}'" for ident in ids[at : at + _IDS])
            where = f"Id IN ({listed})" + (" AND Active IN (true, false)" if entity.listed else "")
            statement = f"SELECT * FROM {entity.name} WHERE {where} MAXRESULTS {MOST}"  # noqa: S608
            found += self._books.query(statement, self._cancel).rows
        return found

    def present(self, entity: str, rows: Sequence[Row]) -> Sequence[Row]:
        """Those that are not put away by us."""
        return self._put_away.leave_out(entity, rows)

    def records(self, entity: str, rows: Sequence[Row]) -> tuple[list[RemoteRecord], list[RecordProblem]]:
        """What there is to tell of ``rows``."""
        records: list[RemoteRecord] = []
        problems: list[RecordProblem] = []
        if self.readers[entity].is_taxed:
            self._taxes.learn(rows, self._cancel)
        for row in self.present(entity, rows):
            try:
                records.append(self.readers[entity].read(row))
            except ValueError as error:
                problems.append(unreadable(entity, str(row["Id"]), error))
        return records, problems


class Pull:
    """One run's reading."""

    def __init__(self, books: Quickbooks, reader: Reader, request: PullRequest, clock: Clock = utc_now) -> None:
        self._books = books
        self._reader = reader
        self._request = request
        self._names = [name for name in ORDER if name in request.modules]
        self._clock = clock

    def run(self) -> Iterator[Page | Listing]:
        cursor = self._request.cursor or {}
        at = moment(str(cursor.get("at") or ""))
        if self._request.mode is PullMode.FULL or at is None or self._clock() - at > MEMORY:
            yield from self._full(cursor.get("full") or {})
            return
        yield from self._changed(at, cursor.get("gone") or {})

    # --- everything --------------------------------------------------------------------------------------------

    def _full(self, left: Mapping[str, Any]) -> Iterator[Page | Listing]:
        at = moment(str(left.get("at") or "")) or self._now()
        begun = str(left.get("entity") or "")
        names = self._names[self._names.index(begun) :] if begun in self._names else self._names
        for name in names:
            start = int(left["start"]) if name == begun else 1
            yield from self._all(ENTITIES[name], at, start, set(left["last"]) if start > 1 else set())
        yield self._finished(at, {})

    def _now(self) -> datetime:
        """By QuickBooks' clock: ours may be wrong."""
        return _told(self._books.cdc(self._names, self._clock(), self._request.cancel).time, self._clock())

    def _all(self, entity: Entity, at: datetime, start: int, before: set[str]) -> Iterator[Page | Listing]:
        """From the row ``start`` on, behind a page that ended with ``before``."""
        listing = _Listing(self._reader, entity.name, whole=start == 1 and self._request.linked(entity.name))
        while True:
            rows = self._reader.page(entity, start)
            ids = {str(row["Id"]) for row in rows}
            if before and not ids & before and start > 1:
                start = max(1, start - MOST // 2)  # rows were deleted and these moved up: nothing may be skipped
                continue
            fresh = [row for row in rows if str(row["Id"]) not in before]
            records, problems = self._reader.records(entity.name, fresh)
            listing.add(fresh)
            following = max(1, start + len(rows) - _AGAIN)
            last = [str(row["Id"]) for row in rows[-_AGAIN:]]
            full = {"at": _iso(at), "entity": entity.name, "start": following, "last": last}
            yield Page(STREAM, tuple(records), problems=tuple(problems), cursor={"v": 1, "full": full})
            if len(rows) < MOST:
                yield from listing.end()
                return
            start, before = following, ids

    def _finished(self, at: datetime, gone: Mapping[str, str], tombstones: Sequence[Tombstone] = ()) -> Page:
        cursor = {"v": 1, "at": _iso(at), "gone": dict(gone)}
        return Page(STREAM, tombstones=tuple(tombstones), cursor=cursor, done=True)

    # --- what changed ------------------------------------------------------------------------------------------

    def _changed(self, at: datetime, told: Mapping[str, str]) -> Iterator[Page | Listing]:
        since = at - OVERLAP
        found = self._books.cdc(self._names, since, self._request.cancel)
        now, newest = _told(found.time, self._clock()), at
        gone: dict[str, str] = {}
        changed: dict[str, Sequence[Row]] = {}
        whole = set(self._names) if self._request.mode is PullMode.CHECK else set[str]()
        for name in self._names:
            rows = self._rows(name, found, since)
            if rows is None:
                whole.add(name)
                newest = max(newest, now - _BEHIND)
                continue
            gone |= {f"{name} {row['Id']}": _time(row) for row in rows if _is_deleted(row)}
            newest = max((newest, *filter(None, (moment(_time(row)) for row in rows))))
            changed[name] = [row for row in rows if not _is_deleted(row)]
        figured = {name for name in self._names if ENTITIES[name].figure in self._request.modules[name]}
        if whole & _MOVING:  # whom they name is not known
            whole |= figured
        fresh = {key: when for key, when in gone.items() if told.get(key) != when}
        named = self._named(figured, changed, fresh, at)
        for name, rows in changed.items():
            yield from self._news(name, rows)
        for name in self._names:
            if name in whole:
                yield from self._again(ENTITIES[name])
            elif name in named:
                yield from self._figures(ENTITIES[name], sorted(named[name]))
        if newest == at and now - at > _QUIET:
            newest = now - _BEHIND
        kept = {key: when for key, when in gone.items() if (moment(when) or newest) >= newest - OVERLAP}
        yield self._finished(newest, kept, [Tombstone(*key.split(" ", 1)) for key in fresh])

    def _rows(self, name: str, found: Changed, since: datetime) -> Sequence[Row] | None:
        """``None``: there are more than are told of. An answer that is full was cut off, without a word."""
        if found.count < MOST:
            return found.rows[name]
        rows = self._books.cdc([name], since, self._request.cancel).rows[name]
        return rows if len(rows) < MOST else None

    def _news(self, name: str, rows: Sequence[Row]) -> Iterator[Page]:
        """Without what the hub has taken over at this very version: within the overlap it is told of again and again."""
        known = self._known(name, rows)
        fresh = [row for row in rows if known.get(str(row["Id"])) != _version(row)]
        records, problems = self._reader.records(name, fresh)
        if records or problems:
            yield Page(STREAM, tuple(records), problems=tuple(problems), cursor=self._request.cursor or {})

    def _known(self, name: str, rows: Sequence[Row]) -> Mapping[str, str]:
        return self._request.known(name, [str(row["Id"]) for row in rows]) if rows else {}

    # --- figures that move with documents (docs/protocols/quickbooks.md: Reading) --------------------------------

    def _named(
        self, figured: Iterable[str], changed: Mapping[str, Sequence[Row]], gone: Mapping[str, str], at: datetime
    ) -> Mapping[str, set[str]]:
        """Of the entities that are ``figured`` the records whose figures documents moved since the last pull."""
        named = {name: set[str]() for name in figured}
        known: list[str] = []
        for name, rows in changed.items():
            if name not in _MOVING:
                continue
            known += self._request.known(name, [key.split(" ", 1)[1] for key in gone if key.startswith(f"{name} ")])
            versions = self._known(name, rows)
            there = {str(row["Id"]) for row in self._reader.present(name, rows)}
            for row in rows:
                ident = str(row["Id"])
                told = ident not in there or versions.get(ident) == _version(row)
                if told and (moment(_time(row)) or at) <= at:
                    continue
                known += [ident] if ident in versions else []
                for other, ids in _references(row):
                    named.get(other, set()).update(ids)
        before = (self._request.named_before(known) if known else None) or {}
        for other in named:
            named[other] |= before.get(other, frozenset())
        return {name: ids for name, ids in named.items() if ids}

    def _figures(self, entity: Entity, ids: Sequence[str]) -> Iterator[Page]:
        """Of these the figure alone: their versions stay."""
        records, _ = self._reader.records(entity.name, self._reader.by_ids(entity, ids))
        moved = tuple(_figure_of(one, entity.figure) for one in records)
        yield Page(STREAM, moved, cursor=self._request.cursor or {})

    def _again(self, entity: Entity) -> Iterator[Page | Listing]:
        """All of an entity; the cursor stays where it is until the end."""
        for item in self._all(entity, self._clock(), 1, set()):
            if isinstance(item, Listing):
                yield item
            else:
                yield from self._known_left_out(entity.name, item)

    def _known_left_out(self, name: str, page: Page) -> Iterator[Page]:
        """Of what is known at its version the figure that moves without it."""
        known = self._request.known(name, [one.id for one in page.records]) if page.records else {}
        figure = ENTITIES[name].figure
        wanted = figure if figure in self._request.modules[name] else None
        fresh = tuple(
            one if known.get(one.id) != one.version else _figure_of(one, wanted)
            for one in page.records
            if wanted or known.get(one.id) != one.version
        )
        if fresh or page.problems:
            yield Page(STREAM, fresh, problems=page.problems, cursor=self._request.cursor or {})


class _Listing:
    """All ids of an entity, in one list: nothing says in which order QuickBooks sorts them. None of a pull that was gone on
    with."""

    def __init__(self, reader: Reader, name: str, *, whole: bool) -> None:
        self._reader = reader
        self._name = name
        self._whole = whole
        self._rows: list[ListedId] = []

    def add(self, rows: Sequence[Row]) -> None:
        """Also of what can't be read: it is there."""
        if self._whole:
            label = self._reader.readers[self._name].label
            there = self._reader.present(self._name, rows)
            self._rows += [ListedId(self._name, str(row["Id"]), _version(row), label(row)) for row in there]

    def end(self) -> Iterator[Listing]:
        if self._whole:
            yield Listing((self._name,), tuple(self._rows))


def _figure_of(record: RemoteRecord, figure: str | None) -> RemoteRecord:
    fields = {name: value for name, value in record.fields.items() if name == figure}
    return RemoteRecord(record.module, record.id, "", fields, partial=True)


def _references(row: Row) -> Iterator[tuple[str, set[str]]]:
    yield "Customer", {str((row.get("CustomerRef") or {}).get("value") or "")} - {""}
    items = ((line.get(DETAIL) or {}).get("ItemRef") or {} for line in sold(row))
    yield "Item", {str(item["value"]) for item in items if item.get("value")}


def _version(row: Row) -> str:
    return str(row.get("SyncToken") or "")


def _is_deleted(row: Row) -> bool:
    return str(row.get("status") or "").casefold() == "deleted"


def _time(row: Row) -> str:
    return str((row.get("MetaData") or {}).get("LastUpdatedTime") or "")


def _told(text: str, otherwise: datetime) -> datetime:
    return (moment(text) or otherwise).replace(microsecond=0)


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
