"""Pulling one resource: everything, or what changed, as its definition allows.

A cursor is ``{"v": 1, "since": …, "by": …}`` (a moment, an ETag or the system's own word for how far it was told, and which of
these), ``{"v": 1, "etag": …}`` of a list that is read as a whole each time, and in the middle of a full pull
``{"v": 1, "full": {"state", "at", "newest"}}``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

from app.connectors.base import ListedId, Listing, PullMode, PullRequest
from app.connectors.custom import moments
from app.connectors.custom.definition import Changes
from app.connectors.custom.paging import Sheet
from app.connectors.custom.records import Row, is_marked
from app.connectors.custom.source import Source, etag_of
from app.connectors.custom.templates import at, within
from app.connectors.http.answers import Answer
from app.model.clock import Clock, utc_now
from app.model.errors import BadAnswer, Gone, Misconfigured
from app.model.records import Page, Tombstone

_V = 1


class Pull:
    """One run's reading of one resource."""

    def __init__(self, source: Source, request: PullRequest, clock: Clock = utc_now) -> None:
        self._source = source
        self._resource = source.resource
        self._name = source.reader.name
        self._request = request
        self._clock = clock

    def run(self) -> Iterator[Page | Listing]:
        cursor = self._request.cursor or {}
        changes = self._resource.changes
        # A definition that was changed since may ask for changes in another way.
        since = cursor.get("since") if changes and cursor.get("by") == changes.since else None
        if self._request.mode is PullMode.FULL or "full" in cursor or (changes is not None and not since):
            yield from self._full(cursor.get("full") or {})
        elif changes is not None:
            yield from self._changed(changes, str(since))
        else:
            yield from self._again(cursor)

    # --- everything ---------------------------------------------------------------------------------------------

    def _full(self, left: Mapping[str, Any]) -> Iterator[Page | Listing]:
        """From where it was cut off, or from the beginning where that can't be gone on from any more."""
        listing = _Listing(self._source)
        state, mark = left.get("state") or {}, _Mark(self._resource.changes, self._clock, left)
        linked = self._request.linked(self._name)
        whole = linked and not state
        sheets = self._begin(state)
        if sheets is None:
            state, mark, whole = {}, _Mark(self._resource.changes, self._clock, {}), linked
            sheets = self._source.everything()
        for sheet in sheets:
            rows = self._source.living(sheet.rows)
            mark.see(sheet.answer, [self._source.reader.modified(row) for row in rows])
            if whole:
                listing.add(rows)
            records, problems = self._source.records(rows)
            state = sheet.next or state
            cursor = {"v": _V, "full": {"state": state, **mark.kept()}}
            yield Page(self._name, tuple(records), problems=tuple(problems), cursor=cursor)
        if whole:
            yield listing.done()
        yield Page(self._name, cursor=self._finished(mark), done=True)

    def _begin(self, state: Mapping[str, Any]) -> Iterator[Sheet] | None:
        """``None`` when the system knows no more where it was."""
        sheets = self._source.everything(state)
        if not state:
            return sheets
        try:
            first = next(sheets, None)
        except (Misconfigured, BadAnswer, Gone):
            return None
        return None if first is None else _chained(first, sheets)

    def _finished(self, mark: _Mark) -> dict[str, Any]:
        since = mark.since(None)
        return self._told(since) if since else {"v": _V}

    def _told(self, since: str) -> dict[str, Any]:
        changes = self._resource.changes
        return {"v": _V, "since": since, "by": changes.since if changes else ""}

    # --- what changed -------------------------------------------------------------------------------------------

    def _changed(self, changes: Changes, since: str) -> Iterator[Page | Listing]:
        values = {"since": self._asked(changes, since)}
        call = self._source.calls.more(self._source.first_call(), changes.params, changes.headers, values)
        mark, stays = _Mark(changes, self._clock, {}), self._request.cursor or {}
        gone, there = set[str](), set[str]()
        for sheet in self._source.walk(self._resource.listing, call):
            living = self._source.living(sheet.rows)
            mark.see(sheet.answer, [self._source.reader.modified(row) for row in sheet.rows])
            gone |= {self._source.reader.id(row) for row in sheet.rows if is_marked(row, changes.deleted)}
            there |= {self._source.reader.id(row) for row in living}
            yield from self._news(living, stays)
        gone |= self._deleted(values) - there
        if self._request.mode is PullMode.CHECK:
            yield from self._compared(self._source.everything(), stays)
        tombstones = tuple(Tombstone(self._name, ident) for ident in sorted(gone))
        yield Page(self._name, tombstones=tombstones, cursor=self._told(mark.since(since)), done=True)

    def _asked(self, changes: Changes, since: str) -> str:
        """As the system is asked: a moment somewhat earlier, since what was written late may bear an earlier stamp."""
        if changes.since != "modified" or self._resource.modified is None:
            return since
        moment = datetime.fromisoformat(since) - timedelta(seconds=changes.overlap)
        return moments.written(moment, self._resource.modified.format)

    def _deleted(self, values: Mapping[str, Any]) -> set[str]:
        """The ids that the system tells of as deleted."""
        told = self._resource.deletions
        if told is None:
            return set()
        first = self._source.calls.made("deletions", told, values)
        ids = (within(row, told.id) for sheet in self._source.walk(told, first) for row in sheet.rows)
        return {str(ident) for ident in ids if ident not in (None, "")}

    def _news(self, rows: Sequence[Row], cursor: Mapping[str, Any]) -> Iterator[Page]:
        """Without what the hub has taken over at this very version."""
        reader = self._source.reader
        known = self._request.known(self._name, [reader.id(row) for row in rows]) if rows else {}
        records, problems = self._source.records(
            [row for row in rows if known.get(reader.id(row)) != reader.version(row)]
        )
        if records or problems:
            yield Page(self._name, tuple(records), problems=tuple(problems), cursor=cursor)

    # --- a list that is read as a whole each time ---------------------------------------------------------------

    def _again(self, cursor: Mapping[str, Any]) -> Iterator[Page | Listing]:
        call, etag = self._source.first_call(), str(cursor.get("etag") or "")
        if etag and self._request.mode is PullMode.INCREMENTAL:
            call = replace(call, headers={**call.headers, "If-None-Match": etag})
        first: list[Answer] = []
        sheets = self._source.walk(self._resource.listing, call)
        yield from self._compared(_noted(sheets, first), cursor)
        told = first[0].headers.get("etag", etag) if first and self._resource.unchanged else ""
        yield Page(self._name, cursor={"v": _V, **({"etag": told} if told else {})}, done=True)

    def _compared(self, sheets: Iterator[Sheet], cursor: Mapping[str, Any]) -> Iterator[Page | Listing]:
        listing = _Listing(self._source)
        for sheet in sheets:
            if sheet.answer.status == 304:
                return
            rows = self._source.living(sheet.rows)
            listing.add(rows)
            yield from self._news(rows, cursor)
        yield listing.done()


class _Mark:
    """Up to where all is known once a pull is through. ``left``: what an earlier run of it had noted."""

    def __init__(self, changes: Changes | None, clock: Clock, left: Mapping[str, Any]) -> None:
        self._changes = changes
        self._clock = clock
        self._at: str = str(left.get("at") or "")
        self._newest: str = str(left.get("newest") or "")

    def see(self, answer: Answer, stamps: Sequence[datetime | None]) -> None:
        if self._changes is None:
            return
        if self._changes.since == "answer":
            self._at = str(at(answer.json(), self._changes.at or "") or self._at)
        elif not self._at:  # as of the first page: what changed since may have been passed by
            self._at = etag_of(answer) if self._changes.since == "etag" else _date(answer, self._clock).isoformat()
        newest = max((one for one in stamps if one is not None), default=None)
        if newest is not None and (not self._newest or newest > datetime.fromisoformat(self._newest)):
            self._newest = newest.isoformat()

    def kept(self) -> Mapping[str, str]:
        return {"at": self._at, "newest": self._newest}

    def since(self, before: str | None) -> str:
        """``before``: what was known already. A stamp from the future moves nothing."""
        if self._changes is None or self._changes.since != "modified":
            return self._at or before or ""
        told = [datetime.fromisoformat(one) for one in (self._newest, self._at) if one]
        found = min(told, default=None)
        if before is None:
            return found.isoformat() if found else ""
        earlier = datetime.fromisoformat(before)
        return before if found is None or not self._newest or found <= earlier else found.isoformat()


class _Listing:
    """All ids of a list."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._rows: dict[str, ListedId] = {}

    def add(self, rows: Sequence[Row]) -> None:
        """Also of what can't be read: it is there."""
        reader = self._source.reader
        for row in rows:
            ident = reader.id(row)
            version, label = (
                (reader.version(row), reader.label(row)) if self._source.resource.listing.whole else ("", "")
            )
            self._rows[ident] = ListedId(reader.name, ident, version, label)

    def done(self) -> Listing:
        return Listing((self._source.reader.name,), tuple(self._rows.values()))


def _date(answer: Answer, clock: Clock) -> datetime:
    """By the system's clock: ours may be wrong."""
    try:
        found = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return clock()
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _chained(first: Sheet, rest: Iterator[Sheet]) -> Iterator[Sheet]:
    yield first
    yield from rest


def _noted(sheets: Iterator[Sheet], first: list[Answer]) -> Iterator[Sheet]:
    for sheet in sheets:
        if not first:
            first.append(sheet.answer)
        yield sheet
