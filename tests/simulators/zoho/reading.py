"""Lists, single records and the deleted list."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import orjson

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.moments import read_moment, text_of
from tests.simulators.zoho.org import Org, Table, page_after
from tests.simulators.zoho.problems import Refused, bad_param, error, limit_exceeded, param_missing
from tests.simulators.zoho.rendering import alone, in_list

MOST_FIELDS, PAGE, BY_NUMBER, BY_TOKEN = 50, 200, 2000, 100_000
_TOKEN_LIFE = timedelta(hours=24)
_SORTS = ("id", "Created_Time", "Modified_Time")


@dataclass(frozen=True)
class Place:
    """What a page token stands for: the place behind the last row told, and the parameters it is bound to. A token is a place
    in the order, so a row that moves while pages are read is told twice and hides none."""

    module: str
    bound: tuple[tuple[str, str], ...]
    after: tuple[str, str]
    told: int
    page: int
    until: datetime


class Reading:
    """``max_cached`` pages are kept rendered, as long as nothing in the org changes."""

    def __init__(self, org: Org, max_cached: int = 2000) -> None:
        self.org = org
        self._places: dict[str, Place] = {}
        self._pages: dict[object, bytes] = {}
        self._generation = -1
        self._max_cached = max_cached

    # --- lists -------------------------------------------------------------------------------------------------

    def listed(self, module: str, request: Request) -> Answer:
        query, table = request.query, self.org.table(module)
        names = _names(query)
        size, since = number(query, "per_page", PAGE, PAGE), since_of(request)
        sort_by, falling = query.get("sort_by", "id"), query.get("sort_order", "desc")
        if sort_by not in _SORTS:
            raise bad_param("sort_by", supported_values=list(_SORTS))
        if falling not in {"asc", "desc"}:
            raise bad_param("sort_order", supported_values=["asc", "desc"])
        place = self._place(module, request)
        page = place.page if place else number(query, "page", 1, 10**6)
        if place is None and page * size > BY_NUMBER:
            message = "You can only get the first 2000 records without using page_token param"
            raise Refused(400, error("DISCRETE_PAGINATION_LIMIT_EXCEEDED", message, {"limit": BY_NUMBER}))
        order = "" if sort_by == "id" else sort_by
        rows = self._rows(table, order, since, query)
        if since and not rows:
            return Answer(304)
        if place is None and page > 1:
            found = (rows[::-1] if falling == "desc" else rows)[(page - 1) * size : page * size]
        else:
            found = page_after(rows, place.after if place else None, size, falling == "desc")
        if not found:
            return Answer(204)
        told = (place.told if place else (page - 1) * size) + len(found)
        info = self._info(module, request, found, told, page, more=found[-1] != rows[0 if falling == "desc" else -1])
        data = self._rendered(table, names, found)
        return Answer(200, b'{"data":%s,"info":%s}' % (data, orjson.dumps(info)))

    def _place(self, module: str, request: Request) -> Place | None:
        token = request.query.get("page_token")
        if token is None:
            return None
        if "page" in request.query:
            at = [{"param_name": name} for name in ("page", "page_token")]
            raise Refused(
                400, error("AMBIGUITY_DURING_PROCESSING", "ambiguity while processing", {"ambiguity_due_to": at})
            )
        place = self._places.get(token)
        if place is None or place.module != module or place.bound != _bound(request):
            message = "The page_token given seems to be invalid or input param is added or altered or deleted"
            raise Refused(400, error("TOKEN_BOUND_DATA_MISMATCH", message, {"param_name": "page_token"}))
        if self.org.clock() >= place.until:
            details = {"api_name": "page_token", "json_path": "$.query.page_token"}
            raise Refused(400, error("EXPIRED_VALUE", "Page token expired", details))
        if place.told >= BY_TOKEN:
            message = "You can only get upto 100000 records using page_token param"
            raise Refused(400, error("PAGINATION_LIMIT_EXCEEDED", message, {"param_name": "page_token"}))
        return place

    def _rows(self, table: Table, order: str, since: str, query: Mapping[str, str]) -> list[tuple[str, str]]:
        """In rising order. Leads that became contacts are left out unless they are asked for."""
        rows = table.newer(order, since)
        if ids := query.get("ids"):
            wanted = set(ids.split(","))
            if len(wanted) > 100:
                raise limit_exceeded(100, "ids")
            return [row for row in rows if row[1] in wanted]
        converted = query.get("converted", "false")
        if table.module.name != "Leads" or converted == "both":
            return rows
        return [row for row in rows if bool(table.records[row[1]].get("Converted__s")) == (converted == "true")]

    def _info(
        self, module: str, request: Request, found: list[tuple[str, str]], told: int, page: int, more: bool
    ) -> dict[str, object]:
        token = None
        until = self.org.clock() + _TOKEN_LIFE
        if more:
            token = secrets.token_hex(24)
            self._places[token] = Place(module, _bound(request), found[-1], told, page + 1, until)
        return {
            "call": False,
            "per_page": number(request.query, "per_page", PAGE, PAGE),
            "next_page_token": token,
            "count": len(found),
            "sort_by": request.query.get("sort_by", "id"),
            "page": page,
            "previous_page_token": request.query.get("page_token"),
            "page_token_expiry": text_of(until) if more else None,
            "sort_order": request.query.get("sort_order", "desc"),
            "email": False,
            "more_records": more,
        }

    def _rendered(self, table: Table, names: tuple[str, ...], found: list[tuple[str, str]]) -> bytes:
        if self._generation != self.org.generation:
            self._pages.clear()
            self._generation = self.org.generation
        key = (table.module.name, names, tuple(found))
        data = self._pages.get(key)
        if data is None:
            records = [table.records[id] for _, id in found]
            data = orjson.dumps(in_list(self.org, table.module, records, names))
            if len(self._pages) < self._max_cached:
                self._pages[key] = data
        return data

    # --- one record --------------------------------------------------------------------------------------------

    def one(self, module: str, id: str, request: Request) -> Answer:
        table = self.org.table(module)
        if not id.isdigit():
            raise Refused(400, error("INVALID_DATA", "the id given seems to be invalid", {"resource_path_index": 1}))
        record = table.records.get(id)
        if record is None:
            return Answer(204)
        since = since_of(request)
        if since and record["Modified_Time"] <= since:
            return Answer(304)
        return Answer(200, {"data": [alone(self.org, table.module, record)]})

    # --- the deleted list --------------------------------------------------------------------------------------

    def deleted(self, module: str, request: Request) -> Answer:
        query, table = request.query, self.org.table(module)
        kind = query.get("type", "all")
        if kind not in {"all", "recycle", "permanent"}:
            body = error(
                "PATTERN_NOT_MATCHED", "Please check whether the input values are correct", {"param_name": "type"}
            )
            raise Refused(400, body, "data")
        size, page = number(query, "per_page", PAGE, PAGE), number(query, "page", 1, 10**6)
        rows = self.org.deleted(table, kind, since_of(request))
        found = rows[(page - 1) * size : page * size]
        if not found:
            return Answer(204)
        data = [
            {
                "deleted_by": self.org.user(gone.by) if gone.kind == "recycle" else None,
                "id": gone.id,
                "display_name": gone.name if gone.kind == "recycle" else None,
                "type": gone.kind,
                "created_by": self.org.user(gone.created_by) if gone.kind == "recycle" else None,
                "deleted_time": gone.at,
            }
            for gone in found
        ]
        more = page * size < len(rows)
        return Answer(
            200, {"data": data, "info": {"per_page": size, "count": len(data), "page": page, "more_records": more}}
        )

    def count(self, module: str) -> Answer:
        return Answer(200, {"count": len(self.org.table(module).records)})


def _names(query: Mapping[str, str]) -> tuple[str, ...]:
    names = tuple(name.strip() for name in query.get("fields", "").split(",") if name.strip())
    if not names:
        raise param_missing("fields")
    if len(names) > MOST_FIELDS:
        raise limit_exceeded(MOST_FIELDS, "fields")
    return names


def number(query: Mapping[str, str], name: str, default: int, most: int) -> int:
    """A number from 1 on. Raises the answer for another, or for one that is too large."""
    text = query.get(name)
    if text is None:
        return default
    if not text.isdigit() or int(text) < 1:
        raise bad_param(name, expected_data_type="integer")
    if int(text) > most:
        raise limit_exceeded(most, name)
    return int(text)


def since_of(request: Request) -> str:
    """The moment of If-Modified-Since with the org's offset; nothing when the header is not there."""
    text = request.headers.get("if-modified-since")
    if text is None:
        return ""
    moment = read_moment(text)
    if moment is None:
        details = {"header": "If-Modified-Since", "expected_data_type": "datetime"}
        raise Refused(400, error("INVALID_DATA", "invalid data", details))
    return text_of(moment)


def _bound(request: Request) -> tuple[tuple[str, str], ...]:
    """What a page token is bound to: all that was asked besides."""
    asked = {name: value for name, value in request.query.items() if name not in {"page", "page_token"}}
    return (*sorted(asked.items()), ("If-Modified-Since", since_of(request)))
