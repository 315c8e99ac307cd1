"""Change data capture: what was changed and deleted since a moment, of several entities at once."""

from __future__ import annotations

from datetime import datetime, timedelta

from tests.simulators.quickbooks.books import Books, Record, Table
from tests.simulators.quickbooks.entities import ENTITIES
from tests.simulators.quickbooks.moments import read_moment, text_of
from tests.simulators.quickbooks.problems import Body, Refused
from tests.simulators.web import Request

LOOK_BACK, MOST = timedelta(days=30), 1000


class Changes:
    """There is no paging: of more than ``most`` objects the rest is left out without a word. Nor is anything said of
    a moment before the look-back."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self.most = MOST

    def answer(self, request: Request) -> Body:
        names = [name.strip() for name in request.query.get("entities", "").split(",") if name.strip()]
        if not names:
            raise Refused("2020", "entities")
        if "changedSince" not in request.query:
            raise Refused("2020", "changedSince")
        since = read_moment(request.query["changedSince"])
        if since is None:
            raise Refused("2170", f"changedSince {request.query['changedSince']}")
        for name in names:
            if name not in ENTITIES or not ENTITIES[name].changes:
                raise Refused("500", detail=f"Change data capture is not supported for {name}.")
        since = max(since, self._books.clock() - LOOK_BACK)
        left, told = self.most, []
        for name in names:
            found = self._changed(self._books.tables[name], since)[:left]
            left -= len(found)
            told.append({name: found, "startPosition": 1, "maxResults": len(found)} if found else {})
        return {"CDCResponse": [{"QueryResponse": told}]}

    def _changed(self, table: Table, since: datetime) -> list[Record]:
        """The newest first."""
        begin = text_of(since)
        rows = table.listed("changes", lambda: sorted(table.records.values(), key=_moment, reverse=True))
        found: list[tuple[str, Record]] = []
        for record in rows:
            if _moment(record) < begin or len(found) >= self.most:
                break
            found.append((_moment(record), self._books.told(table.entity, record)))
        gone = [(at, _gone(id, at)) for id, at in table.gone.items() if at >= begin]
        return [record for _, record in sorted([*found, *gone], key=lambda one: one[0], reverse=True)]


def _moment(record: Record) -> str:
    return str(record["MetaData"]["LastUpdatedTime"])


def _gone(id: str, at: str) -> Record:
    return {"Id": id, "domain": "QBO", "status": "Deleted", "MetaData": {"LastUpdatedTime": at}}
