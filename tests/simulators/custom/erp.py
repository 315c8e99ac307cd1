"""A REST ERP that nobody makes, in two styles that many real ones are like.

``shelf``: page numbers and a total, an API key in a header, stamps of the last change, a list of what was deleted, a number in each
record that grows with it, an idempotency header. ``cloud``: OAuth client credentials, a cursor, a token for what changed with the
deleted among it, ETags of single records, events.
"""

from __future__ import annotations

import json
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, Literal, Self
from urllib.parse import parse_qsl

from tests.simulators.clock import Clock
from tests.simulators.faults import Fault, Faults
from tests.simulators.web import Answer, LoggedRequest, Request, Server

API_KEY = "shelf-key-1234"
CLIENT_ID, CLIENT_SECRET = "cloud-client", "cloud-secret"
_KINDS = {"POST": "create", "PUT": "update", "PATCH": "update", "DELETE": "delete"}

Row = dict[str, Any]
Style = Literal["shelf", "cloud"]


class RestErp:
    """``most``: rows of a page, however many are asked for. ``circles``: every page is the first."""

    def __init__(self, style: Style, *collections: str, most: int = 50) -> None:
        self.style = style
        self.most = most
        self.circles = False
        self.clock = Clock()
        self.faults = Faults(frozenset(_KINDS.values()), apart=("token",))
        self.held: list[Callable[[], Answer]] = []
        self.crashes: list[str] = []
        self.requests: list[LoggedRequest] = []
        self.tokens: set[str] = set()
        self._rows: dict[str, dict[str, Row]] = {name: {} for name in collections}
        self._gone: dict[str, dict[str, Row]] = {name: {} for name in collections}
        self._answered: dict[str, Answer] = {}
        self._serial = 0
        self._lock = threading.RLock()
        self._server = Server(self, 0)

    # --- life ---------------------------------------------------------------------------------------------------

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    def __enter__(self) -> Self:
        self._server.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.stop()
        assert not self.crashes, self.crashes[0]

    # --- what a person does there -------------------------------------------------------------------------------

    def rows(self, collection: str) -> list[Row]:
        with self._lock:
            return sorted((dict(row) for row in self._rows[collection].values()), key=lambda row: int(row["id"]))

    def add(self, collection: str, **fields: Any) -> str:
        with self._lock:
            self._serial += 1
            ident = str(self._serial)
            self._rows[collection][ident] = {"id": self._serial, **fields, **self._stamps(1)}
            return ident

    def change(self, collection: str, ident: str, **fields: Any) -> Row:
        with self._lock:
            row = self._rows[collection][ident]
            row |= {**fields, **self._stamps(int(row["rev"]) + 1)}
            return row

    def delete(self, collection: str, ident: str) -> None:
        with self._lock:
            row = self._rows[collection].pop(ident)
            self._gone[collection][ident] = {"id": row["id"], "deleted": True, **self._stamps(int(row["rev"]) + 1)}

    def _stamps(self, rev: int) -> Row:
        self._serial += 0 if rev == 1 else 1
        return {"rev": rev, "seq": self._serial, "updated_at": _iso(self.clock())}

    def plan(self, kind: str, effect: Literal["cut", "lose", "drop", "late"]) -> None:
        self.faults.plan(Fault(kind, effect))

    def sent(self, kind: str) -> list[LoggedRequest]:
        return [one for one in self.requests if one.kind == kind]

    # --- what the server asks -----------------------------------------------------------------------------------

    def found(self, request: Request) -> tuple[str, Callable[[], Answer]]:
        if request.path == "/oauth/token":
            return "token", lambda: self._token(request)
        if request.path == "/company":
            return "about", lambda: self._answer(request)
        kind = _KINDS.get(request.method) or ("list" if len(_steps(request)) == 1 else "read")
        return kind, lambda: self._answer(request)

    def is_secret(self, request: Request) -> bool:
        return request.path == "/oauth/token"

    def note(self, entry: LoggedRequest, request: Request) -> None:
        self.requests.append(entry)

    def note_answer(self, request: Request, answer: Answer) -> None:
        """Nothing is looked at."""

    def _token(self, request: Request) -> Answer:
        form = dict(parse_qsl(request.body.decode()))
        if (form.get("client_id"), form.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            return Answer(401, {"error": "invalid_client"})
        if form.get("grant_type") != "client_credentials":
            return Answer(400, {"error": "unsupported_grant_type"})
        token = uuid.uuid4().hex
        self.tokens.add(token)
        return Answer(200, {"access_token": token, "token_type": "Bearer", "expires_in": 3600})

    def _answer(self, request: Request) -> Answer:
        if not self._is_let_in(request):
            return Answer(401, {"error": {"code": "NO_LOGIN", "message": "Who are you?"}})
        with self._lock:
            return self._work(request)

    def _is_let_in(self, request: Request) -> bool:
        if self.style == "shelf":
            return request.headers.get("x-api-key") == API_KEY
        return request.headers.get("authorization", "").removeprefix("Bearer ") in self.tokens

    def _work(self, request: Request) -> Answer:
        steps = _steps(request)
        if request.path == "/company":
            return Answer(200, {"company": {"number": 4711, "name": "Mehta & Sons"}})
        if steps[0] == "deleted":
            since = request.query.get("since", "")
            gone = [row for row in self._gone[steps[1]].values() if row["updated_at"] >= since]
            return Answer(200, {"items": [{"record": row["id"]} for row in gone]})
        if steps[0] not in self._rows:
            return Answer(404, {"error": {"code": "NO_PLACE", "message": "?"}})
        if len(steps) == 1:
            return self._create(steps[0], request) if request.method == "POST" else self._list(steps[0], request)
        row = self._rows[steps[0]].get(steps[1])
        if row is None:
            return Answer(404, {"error": {"code": "NOT_FOUND", "message": "No such record"}})
        return self._one(steps[0], row, request)

    # --- lists --------------------------------------------------------------------------------------------------

    def _list(self, collection: str, request: Request) -> Answer:
        return (self._numbered if self.style == "shelf" else self._by_cursor)(collection, request.query)

    def _numbered(self, collection: str, query: Mapping[str, str]) -> Answer:
        since = query.get("updated_since", "")
        found = [row for row in self.rows(collection) if row["updated_at"] >= since]
        found = list(_filtered(found, query, "external_id", "name"))
        size = min(int(query.get("per_page", "20")), self.most)
        page = 1 if self.circles else int(query.get("page", "1"))
        return Answer(200, {"items": found[(page - 1) * size : page * size], "total": len(found)})

    def _by_cursor(self, collection: str, query: Mapping[str, str]) -> Answer:
        after, since = int(query.get("cursor", "0")), query.get("changes")
        rows = self.rows(collection)
        if since is not None:
            told = [*rows, *self._gone[collection].values()]
            rows = sorted((row for row in told if row["seq"] > int(since)), key=lambda row: int(row["id"]))
        rows = list(_filtered(rows, query, "external_id"))
        rest = rows if self.circles else [row for row in rows if row["id"] > after]
        page = rest[: min(int(query.get("limit", "20")), self.most)]
        cursor = str(page[-1]["id"]) if len(rest) > len(page) else None
        shown = [{name: value for name, value in row.items() if name not in {"seq", "rev"}} for row in page]
        return Answer(200, {"data": shown, "meta": {"next": cursor, "token": str(self._serial)}})

    # --- single records -----------------------------------------------------------------------------------------

    def _one(self, collection: str, row: Row, request: Request) -> Answer:
        ident = str(row["id"])
        if request.method == "GET":
            return self._shown(row)
        sent = json.loads(request.body) if request.body else {}
        wanted = request.headers.get("if-match") or request.query.get("rev") or sent.pop("rev", None)
        present = f'"{row["rev"]}"' if self.style == "cloud" else row["rev"]
        if str(wanted) != str(present):
            return Answer(
                409 if self.style == "shelf" else 412, {"error": {"code": "CHANGED", "message": "Look again"}}
            )
        if request.method == "DELETE":
            self.delete(collection, ident)
            return Answer(204)
        if request.method == "PUT":  # what is left out is emptied
            for name in row.keys() - sent.keys() - {"id", "rev", "seq", "updated_at"}:
                row[name] = None
        return self._shown(self.change(collection, ident, **{key: value for key, value in sent.items() if key != "id"}))

    def _create(self, collection: str, request: Request) -> Answer:
        sent = json.loads(request.body)
        key = request.headers.get("idempotency-key", "")
        if key and key in self._answered:
            return self._answered[key]
        if not sent.get("name"):
            return Answer(422, {"error": {"code": "MISSING", "message": "A name is needed"}})
        if any(row["name"] == sent["name"] for row in self._rows[collection].values()):
            return Answer(422, {"error": {"code": "DUPLICATE", "message": "There is one of that name"}})
        made = self._shown(self._rows[collection][self.add(collection, **sent)], 201)
        if key:
            self._answered[key] = made
        return made

    def _shown(self, row: Row, status: int = 200) -> Answer:
        if self.style == "shelf":
            return Answer(status, dict(row))
        shown = {name: value for name, value in row.items() if name not in {"seq", "rev"}}
        return Answer(status, {"data": shown} if status == 200 else {"id": row["id"]}, {"ETag": f'"{row["rev"]}"'})


def _steps(request: Request) -> list[str]:
    return request.path.strip("/").split("/")


def _filtered(rows: list[Row], query: Mapping[str, str], *names: str) -> Iterator[Row]:
    for row in rows:
        if all(name not in query or str(row.get(name)) == query[name] for name in names):
            yield row


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
