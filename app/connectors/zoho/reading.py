"""Pulling one module (docs/protocols/zoho.md: Reading): what changed by its stamp, what was deleted by Zoho's list of deletions,
and everything in the order of ids.

A cursor is ``{"v": 1, "at": …, "gone": {…}}``: up to which moment of Zoho's clock all is known, and the deletions told of in the
overlap before it. A full pull that was cut off goes on with ``{"v": 1, "full": {"at": …, "token": …}}``.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any

from app.connectors.base import ListedId, Listing, PullMode, PullRequest
from app.connectors.http.answers import Answer
from app.connectors.zoho.bulk import BULK_FROM, BulkPull
from app.connectors.zoho.client import Zoho
from app.connectors.zoho.errors import TOKEN_CODES, TOO_MANY_CODES
from app.connectors.zoho.records import MODIFIED, RecordReader, Row, moment, sweep_key
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import BadAnswer, ConnectorError, Gone
from app.model.records import Page, RecordProblem, RemoteRecord, Tombstone

#: Rows of one answer, and fields and ids that one question may name (of ids as many as fit into 1,024 characters).
ROWS = 200
MOST_FIELDS = 50
MOST_IDS = 50
#: Stamps have whole seconds, and what is being written now may become visible after something later.
OVERLAP = timedelta(minutes=2)
#: When nothing happens for so long the cursor moves on, so that the overlap doesn't hold the same records for ever.
_QUIET, _BEHIND = timedelta(minutes=10), timedelta(minutes=5)
#: Deletions are told of for 60 days, those from the recycle bin for longer (docs/protocols/zoho.md: Deletions).
MEMORY = timedelta(days=60) - timedelta(days=1)
_LISTED, _LOT = 2_000, 1_000


@dataclass
class Listed:
    """One answer of a list."""

    rows: Sequence[Row]
    token: str | None
    at: datetime


class Lister:
    """The list calls of one module."""

    def __init__(self, zoho: Zoho, reader: RecordReader, cancel: CancelToken, clock: Clock = utc_now) -> None:
        self._zoho = zoho
        self.reader = reader
        self._cancel = cancel
        self._clock = clock
        self.name = reader.module.name

    def page(
        self, fields: Sequence[str], sort: str, token: str | None, *, since: datetime | None = None, rows: int = ROWS
    ) -> Listed:
        """The next rows, with all of ``fields``, however many."""
        asked = {"fields": ",".join(fields[:MOST_FIELDS]), "per_page": str(rows), "sort_by": sort, "sort_order": "asc"}
        if token:
            asked["page_token"] = token
        headers = {"If-Modified-Since": iso(since)} if since is not None else {}
        answer = self._zoho.get(f"{self.name}", asked, self._cancel, headers=headers)
        found, info = rows_of(answer)
        more = info.get("next_page_token") if info.get("more_records") else None
        if info.get("more_records") and not more:
            raise BadAnswer(
                "Zoho says that there are more records, but not how to ask for them; none were left out silently.",
                hint="The next sync tries again.",
            )
        return Listed(self._completed(found, fields), more, self.at(answer))

    def behind(self, ident: str, fields: Sequence[str]) -> Listed:
        """The next rows by id, as a query answers them: where a list gives no more."""
        after, chosen = ident or "0", ", ".join(("id", *fields))
        query = f"select {chosen} from {self.name} where id > {after} order by id asc limit {ROWS}"  # noqa: S608
        answer = self._zoho.post("coql", {"select_query": query}, self._cancel, changes=False)
        return Listed(rows_of(answer)[0], None, self.at(answer))

    def count(self) -> tuple[int, datetime]:
        """How many records the module has, and when."""
        answer = self._zoho.get(f"{self.name}/actions/count", {}, self._cancel)
        body = answer.json()
        count = str(body.get("count")) if isinstance(body, dict) else ""
        return int(count) if count.isdecimal() else 0, self.at(answer)

    def by_ids(self, ids: Sequence[str], fields: Sequence[str]) -> list[Row]:
        """The rows of those that are there."""
        return [row for found in self._parts(ids, fields) for row in found.rows]

    def records(self, ids: Sequence[str], besides: Sequence[str] = ()) -> Iterator[tuple[RemoteRecord, Row]]:
        """Those that are there, each with its row, in which there is what was wanted ``besides``. Values that can't be read are
        left out: a record must not seem gone for one."""
        if self.reader.is_whole:
            for found in self._parts(ids, (*self.reader.asked, *besides)):
                yield from ((self.reader.read(row, now=found.at, leave=True), row) for row in found.rows)
            return
        for ident in ids:
            if (alone := self.alone(ident)) is not None:
                yield self.reader.read(alone[0], now=alone[1], leave=True), alone[0]

    def _parts(self, ids: Sequence[str], fields: Sequence[str]) -> Iterator[Listed]:
        for start in range(0, len(ids), MOST_IDS):
            found = self._few(ids[start : start + MOST_IDS], fields[:MOST_FIELDS])
            yield replace(found, rows=self._completed(found.rows, fields))

    def alone(self, ident: str) -> tuple[Row, datetime] | None:
        """A record with its lines, and when; ``None``: it is not there."""
        try:
            answer = self._zoho.get(f"{self.name}/{ident}", {}, self._cancel)
        except Gone:
            return None
        rows, _ = rows_of(answer)
        return (rows[0], self.at(answer)) if rows else None

    def record(self, ident: str) -> RemoteRecord | None:
        found = self.alone(ident)
        return None if found is None else self.reader.read(found[0], now=found[1])

    def at(self, answer: Answer) -> datetime:
        """Zoho's own time, to the second."""
        try:
            found = parsedate_to_datetime(answer.headers.get("date", ""))
        except (ValueError, TypeError):
            return self._clock().replace(microsecond=0)
        return found if found.tzinfo else found.replace(tzinfo=UTC)

    def ahead(self, at: datetime) -> timedelta:
        """By how much Zoho's clock, that says ``at`` now, is ahead of ours."""
        return at - self._clock()

    def _few(self, ids: Sequence[str], fields: Sequence[str]) -> Listed:
        asked = {"fields": ",".join(fields), "ids": ",".join(ids), "per_page": str(ROWS)}
        answer = self._zoho.get(self.name, asked, self._cancel)
        return Listed(rows_of(answer)[0], None, self.at(answer))

    def _completed(self, rows: Sequence[Row], fields: Sequence[str]) -> Sequence[Row]:
        """More fields than one question may name: asked for by the rows' ids."""
        for start in range(MOST_FIELDS, len(fields), MOST_FIELDS - 1):
            some = (MODIFIED, *fields[start : start + MOST_FIELDS - 1])
            there: dict[str, Row] = {}
            ids = [str(row["id"]) for row in rows]
            for at in range(0, len(ids), MOST_IDS):
                there.update((str(row["id"]), row) for row in self._few(ids[at : at + MOST_IDS], some).rows)
            # One that was changed in between is of two minds, and one that is gone has only half: left for the next pull.
            rows = [
                {**row, **there[str(row["id"])]}
                for row in rows
                if str(row["id"]) in there and there[str(row["id"])].get(MODIFIED) == row.get(MODIFIED)
            ]
        return rows


class Pull:
    """One run's reading of one module. ``clock`` stands in where an answer has no date."""

    def __init__(self, zoho: Zoho, reader: RecordReader, request: PullRequest, clock: Clock = utc_now) -> None:
        self._zoho = zoho
        self._request = request
        self._reader = reader
        self._lister = Lister(zoho, reader, request.cancel, clock)
        self._name = reader.module.name
        self._clock = clock

    def run(self) -> Iterator[Page | Listing]:
        cursor = self._request.cursor or {}
        at = moment(str(cursor.get("at") or ""))
        if self._request.mode is PullMode.FULL or at is None:
            yield from self._full(cursor.get("full") or {})
            return
        if self._clock() - at > MEMORY:
            # Zoho has forgotten deletions of that time: everything is compared.
            yield from self._compared()
            return
        yield from self._changed(at, cursor.get("gone") or {})

    # --- everything --------------------------------------------------------------------------------------------

    def _full(self, left: Mapping[str, Any]) -> Iterator[Page | Listing]:
        bulk = BulkPull(self._zoho, self._reader, self._request, self._record)
        expected, now = self._lister.count()
        if left.get("job") or expected > BULK_FROM:
            yield from bulk.run(left, now, self._finished)
            return
        yield from self._listed(left, expected)

    def _listed(self, left: Mapping[str, Any], expected: int) -> Iterator[Page | Listing]:
        at, token = moment(str(left.get("at") or "")), left.get("token")
        listing = _Listing(self._name, str(left.get("low") or ""))
        lists = bool(token) or self._request.linked(self._name)  # of nothing known nothing can be missing
        try:
            for found, records, problems in self._lots(token):
                at = at or found.at
                if lists:
                    listing.add(ListedId(self._name, one.id, one.version, one.label) for one in records)
                # Gone on with from here, of what came before nothing more is said.
                low = _after(str(found.rows[-1]["id"])) if found.rows else ""
                going = {"v": 1, "full": {"at": iso(at), "token": found.token, "low": low}}
                cursor = {} if found.token is None else going
                yield Page(self._name, tuple(records), problems=tuple(problems), cursor=cursor, expected=expected)
                if found.token is None:
                    if lists:
                        yield listing.end()
                    yield self._finished(at)
                elif listing.is_long:
                    yield listing.cut()
        except ConnectorError as error:
            if not token or error.code not in TOKEN_CODES:
                raise
            yield from self._listed({}, expected)  # a token is good for a day only

    def _lots(self, token: str | None) -> Iterator[tuple[Listed, list[RemoteRecord], list[RecordProblem]]]:
        """As many records at once as are worth a commit of their own; documents, read one by one, sooner. With them the rows of the
        last answer, the token behind it, and when the first was given."""
        enough = _LOT if self._reader.is_whole else ROWS
        last: Sequence[Row] = ()
        records: list[RemoteRecord] = []
        problems: list[RecordProblem] = []
        count, at = 0, None
        while True:
            found = self._lister.page(self._reader.asked, "id", token)
            some, bad = self._records(found)
            records, problems = records + some, problems + bad
            count, last = count + len(found.rows), found.rows or last
            at, token = at or found.at, found.token
            if token is None or count >= enough:
                yield Listed(last, token, at), records, problems
                records, problems, count, at = [], [], 0, None
            if token is None:
                return

    def _records(
        self, found: Listed, known: Mapping[str, str] | None = None
    ) -> tuple[list[RemoteRecord], list[RecordProblem]]:
        """The rows' records, with their lines where those are wanted: then each is read alone, but for those that are ``known`` at
        this version, which are left out."""
        records: list[RemoteRecord] = []
        problems: list[RecordProblem] = []
        read = partial(self._reader.read, now=found.at) if self._reader.is_whole else self._record
        for row in found.rows:
            try:
                if known is None or known.get(str(row["id"])) != row.get(MODIFIED):
                    record = read(row)
                    if record is not None:
                        records.append(record)
            except ValueError as error:
                problems.append(unreadable(self._name, str(row["id"]), error))
        return records, problems

    def _record(self, row: Row, at: datetime | None = None) -> RemoteRecord | None:
        return self._reader.read(row, now=at) if self._reader.is_whole else self._lister.record(str(row["id"]))

    def _finished(self, at: datetime, gone: Mapping[str, str] | None = None, **more: Any) -> Page:
        return Page(self._name, cursor={"v": 1, "at": iso(at), "gone": dict(gone or {})}, done=True, **more)

    # --- what changed ------------------------------------------------------------------------------------------

    def _changed(self, at: datetime, told: Mapping[str, str]) -> Iterator[Page | Listing]:
        since, newest, token = at - OVERLAP, at, None
        seen: set[str] = set()
        present = self._request.cursor or {}
        while True:
            try:
                found = self._lister.page(self._reader.asked, MODIFIED, token, since=since)
            except ConnectorError as error:
                if error.code in TOO_MANY_CODES:  # a mass change: more than a list gives
                    yield from self._compared()
                    return
                raise
            records, problems = self._records(found, self._known(found.rows))
            seen.update(str(row["id"]) for row in found.rows)
            newest = max((newest, *filter(None, (moment(str(row.get(MODIFIED) or "")) for row in found.rows))))
            token = found.token
            if records or problems:
                yield Page(self._name, tuple(records), problems=tuple(problems), cursor=present)
            if token is None:
                break
        if newest == at and found.at - at > _QUIET:
            newest = found.at - _BEHIND
        if self._request.mode is PullMode.CHECK:
            yield from self._listing()
        try:
            yield self._with_deletions(since, newest, seen, told)
        except ConnectorError as error:
            if error.code not in TOO_MANY_CODES:
                raise
            yield from self._compared()

    def _known(self, rows: Sequence[Row]) -> Mapping[str, str] | None:
        """Of records that would have to be read alone."""
        if self._reader.is_whole or not rows:
            return None
        return self._request.known(self._name, [str(row["id"]) for row in rows])

    def _with_deletions(self, since: datetime, newest: datetime, seen: set[str], told: Mapping[str, str]) -> Page:
        gone = {
            ident: deleted
            for ident, deleted in deletions(self._zoho, self._name, since, self._request.cancel)
            if ident not in seen  # it was restored
        }
        tombstones = tuple(
            Tombstone(self._name, ident) for ident, deleted in gone.items() if told.get(ident) != deleted
        )
        kept = {ident: deleted for ident, deleted in gone.items() if (moment(deleted) or newest) >= newest - OVERLAP}
        return self._finished(newest, kept, tombstones=tombstones)

    # --- all ids -----------------------------------------------------------------------------------------------

    def _compared(self) -> Iterator[Page | Listing]:
        at = yield from self._listing()
        yield self._finished(at)

    def _listing(self) -> Generator[Listing, None, datetime]:
        """All ids with their versions; answers when it was begun."""
        listing, at, label = _Listing(self._name), None, self._reader.label
        for found in self._all_ids((MODIFIED, self._reader.module.label)):
            at = at or found.at
            if listing.is_long:
                yield listing.cut()
            listing.add(
                ListedId(self._name, str(row["id"]), str(row.get(MODIFIED) or ""), label(row)) for row in found.rows
            )
        yield listing.end()
        return at or self._clock()

    def _all_ids(self, fields: Sequence[str]) -> Iterator[Listed]:
        """By lists; behind the last row that they give by queries."""
        token, last = None, ""
        while True:
            try:
                found = self._lister.page(fields, "id", token)
            except ConnectorError as error:
                if error.code not in TOO_MANY_CODES:
                    raise
                break
            yield found
            token = found.token
            if token is None:
                return
            last = str(found.rows[-1]["id"]) if found.rows else last
        while (found := self._lister.behind(last, fields)).rows:
            yield found
            last = str(found.rows[-1]["id"])


class _Listing:
    """Complete lists of ids, stretch by stretch."""

    def __init__(self, module: str, low: str = "") -> None:
        self._module = module
        self._low = low
        self._rows: list[ListedId] = []

    @property
    def is_long(self) -> bool:
        return len(self._rows) >= _LISTED

    def add(self, rows: Iterable[ListedId]) -> None:
        self._rows += rows

    def cut(self) -> Listing:
        """Up to the last that was added."""
        high = sweep_key(self._rows[-1].id)
        made = Listing((self._module,), tuple(self._rows), self._low, high)
        self._low, self._rows = _after(self._rows[-1].id), []
        return made

    def end(self) -> Listing:
        return Listing((self._module,), tuple(self._rows), self._low, "~")


def deletions(zoho: Zoho, module: str, since: datetime, cancel: CancelToken) -> Iterator[tuple[str, str]]:
    """``(id, when)`` of what was deleted since then."""
    page = 1
    while True:
        asked = {"type": "all", "per_page": str(ROWS), "page": str(page)}
        answer = zoho.get(f"{module}/deleted", asked, cancel, headers={"If-Modified-Since": iso(since)})
        rows, info = rows_of(answer)
        for row in rows:
            yield str(row["id"]), str(row.get("deleted_time") or "")
        if not info.get("more_records"):
            return
        page += 1


def iso(at: datetime) -> str:
    """Whole seconds with an offset, as Zoho wants them in its headers, too."""
    return at.astimezone(UTC).isoformat(timespec="seconds")


def _after(ident: str) -> str:
    """The least sweep key behind that of a record."""
    return sweep_key(int(ident) + 1)


def unreadable(module: str, ident: str, error: ValueError) -> RecordProblem:
    return RecordProblem(
        module,
        ident,
        "unreadable",
        f"A value of this record is not what Zoho says it is ({error}). The record was left as it is.",
        "Look at the record in Zoho and correct it there.",
    )


def rows_of(answer: Answer) -> tuple[Sequence[Row], Mapping[str, Any]]:
    """Rows and paging of a list; none for "nothing" (204) and "nothing newer" (304). Raises :class:`BadAnswer`."""
    if answer.status in {204, 304}:
        return (), {}
    body = answer.json()
    if not isinstance(body, dict) or not isinstance(body.get("data"), list):
        raise BadAnswer(
            "Zoho's answer is not the list that was asked for; nothing of it was used.",
            hint="The next sync tries again.",
        )
    return body["data"], body.get("info") or {}
