"""The same data as SAP's Gateway tells them: OData version 2."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from tests.simulators.sap import routes
from tests.simulators.sap.company import Key
from tests.simulators.sap.metadata import metadata
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.reading import Ask, key_named, options_of
from tests.simulators.sap.schema import ENTITIES, Entity
from tests.simulators.sap.values import Row, teller_of
from tests.simulators.sap.writing import Write
from tests.simulators.web import Answer, Request

if TYPE_CHECKING:
    from tests.simulators.sap.simulator import SimulatedSap

ROOT = "/sap/opu/odata/sap/API_BUSINESS_PARTNER"
_RESOURCE = re.compile(r"(?P<set>\w+)(?:\((?P<key>.*)\))?(?:/(?P<more>\$?\w+))?", re.DOTALL)
_XML = "application/xml"


@dataclass
class Gateway:
    """``page``: rows of an answer at most; ``conditional``: changes need If-Match; ``tokens``: that were given and are good."""

    page: int = 100
    conditional: bool = True
    tokens: set[str] = field(default_factory=set)
    given: int = 0

    def new_token(self) -> str:
        self.given += 1
        token = base64.b64encode(f"token-{self.given:08}".encode()).decode()
        self.tokens.add(token)
        return token

    def forget_tokens(self) -> None:
        """As when the session has ended."""
        self.tokens.clear()


def found(sim: SimulatedSap, request: Request) -> tuple[str, Callable[[], Answer]]:
    rest = unquote(request.path.removeprefix(ROOT).strip("/"))
    parts = _RESOURCE.fullmatch(rest)
    entity = ENTITIES.get(parts["set"]) if parts else None
    kinds = {"GET": "list", "POST": "create", "PATCH": "update", "MERGE": "update", "DELETE": "delete"}
    kind = kinds.get(request.method, "unknown")
    if rest in {"", "$metadata"}:
        kind = "metadata"
    elif parts is None or entity is None:
        kind = "unknown"
    elif kind == "list":
        kind = (
            "read"
            if parts["key"] is not None and not parts["more"]
            else "count"
            if parts["more"] == "$count"
            else "list"
        )
    return kind, lambda: _served(sim, request, kind, entity, parts)


def _served(
    sim: SimulatedSap, request: Request, kind: str, entity: Entity | None, parts: re.Match[str] | None
) -> Answer:
    sim.pause()
    user, _, password = _basic(request).partition(":")
    if not user or sim.sessions.users.get(user) != password:
        page = b"<html><head><title>Logon Error Message</title></head><body>401 Unauthorized</body></html>"
        return Answer(401, page, {"WWW-Authenticate": 'Basic realm="SAP NetWeaver Application Server"'}, "text/html")
    token = request.headers.get("x-csrf-token", "")
    if request.method not in {"GET", "HEAD"} and token not in sim.gateway.tokens:
        return Answer(403, b"CSRF token validation failed", {"x-csrf-token": "Required"}, "text/plain;charset=utf-8")
    try:
        if kind == "metadata":
            answer = _service(sim, request)
        elif entity is None or parts is None or kind == "unknown":
            name = request.path.rpartition("/")[2]
            raise Refused(200, f"Resource not found for the segment '{name}'", 404)
        else:
            with sim.company.lock:
                answer = _answered(sim, request, kind, entity, parts)
    except Refused as refusal:
        answer = refusal.answer("gateway")
    answer.headers = {**answer.headers, "dataserviceversion": "2.0"}
    if token.lower() == "fetch":
        answer.headers = {**answer.headers, "x-csrf-token": sim.gateway.new_token()}
        answer.cookies = (
            f"SAP_SESSIONID_B1_100={sim.gateway.given:08}; path=/; HttpOnly",
            "sap-usercontext=sap-client=100; path=/",
        )
    return answer


def _service(sim: SimulatedSap, request: Request) -> Answer:
    if request.path.endswith("$metadata"):
        return Answer(200, metadata(sim.company, "gateway"), content_type=_XML)
    return Answer(200, {"d": {"EntitySets": list(ENTITIES)}})


def _answered(sim: SimulatedSap, request: Request, kind: str, entity: Entity, parts: re.Match[str]) -> Answer:
    root = f"{sim.root_of(request)}{ROOT}"
    ask = Ask(entity, *options_of(request.raw_query), cased=True)
    if kind == "list" and parts["key"] is not None:
        return _navigated(sim, ask, key_named(entity, parts["key"]), parts["more"])
    if kind == "list":
        return _page(sim, ask, root)
    if kind == "count":
        return Answer(200, str(sim.reading.counted(ask)).encode(), content_type="text/plain;charset=utf-8")
    if kind == "create":
        key = sim.writing.created(entity, routes.body_of(request), Write())
        if key is None:
            raise Refused(-2028)
        told = _told(sim, ask, sim.company.row(entity, key), root)
        return Answer(201, {"d": told}, {"location": told["__metadata"]["uri"], **_etag(sim, entity, key)})
    key = key_named(entity, parts["key"] or "")
    row = sim.company.row(entity, key, f"Resource not found for the segment '{entity.set}'")
    if kind == "read":
        return Answer(200, {"d": _told(sim, ask, row, root)}, _etag(sim, entity, key))
    _precondition(sim, request, entity, key)
    if kind == "delete":
        sim.writing.deleted(entity, key)
    else:
        sim.writing.changed(entity, key, routes.body_of(request))
    return Answer(204)


def _precondition(sim: SimulatedSap, request: Request, entity: Entity, key: Key) -> None:
    if not entity.marked:
        return
    wanted, now = request.headers.get("if-match", ""), sim.company.etag(entity, key)
    if not wanted and sim.gateway.conditional:
        text = 'The Data Services Request is required to be conditional. Try using the "If-Match" header.'
        raise Refused(-1000, text, 428)
    if wanted not in {"", "*", now}:
        raise Refused(-2039, "", 412)


def _etag(sim: SimulatedSap, entity: Entity, key: Key) -> dict[str, str]:
    etag = sim.company.etag(entity, key)
    return {"etag": etag} if etag else {}


def _page(sim: SimulatedSap, ask: Ask, root: str) -> Answer:
    top, skip, size = ask.number("$top"), ask.number("$skip") or 0, sim.gateway.page
    begin = skip + (ask.number("$skiptoken") or 0)
    left = None if top is None else max(top - (begin - skip), 0)
    shown = size if left is None else min(left, size)
    rows = sim.reading.found(ask)
    body: dict[str, Any] = {"results": [_told(sim, ask, row, root) for row in rows[begin : begin + shown]]}
    if ask.options.get("$inlinecount") == "allpages":
        body["__count"] = str(sim.reading.counted(ask))
    if begin + shown < len(rows) and (left is None or left > shown):
        kept = [f"{name}={value}" for name, value in ask.raw.items() if name != "$skiptoken"]
        body["__next"] = f"{root}/{ask.entity.set}?{'&'.join([*kept, f'$skiptoken={begin + shown - skip}'])}"
    return Answer(200, {"d": body})


def _told(sim: SimulatedSap, ask: Ask, row: Row, root: str) -> Row:
    """Collections are elsewhere, unless the request wants them along."""
    entity = ask.entity
    uri = f"{root}/{entity.set}({routes.key_text(entity, sim.company.tables[entity.set].key_of(row))})"
    about = {"id": uri, "uri": uri, "type": f"SAPB1.{entity.type}"}
    if etag := sim.company.etag(entity, sim.company.tables[entity.set].key_of(row)):
        about["etag"] = etag
    wanted = {name.strip() for name in ask.options.get("$expand", "").split(",")}
    chosen = {name.strip() for name in ask.options.get("$select", "").split(",") if name.strip()}
    told = sim.reading.told(entity, row, "gateway")
    for one in sim.company.properties(entity).values():
        if one.group:
            del told[one.name]
        elif one.many:
            deferred = {"__deferred": {"uri": f"{uri}/{one.name}"}}
            told[one.name] = {"results": told[one.name]} if one.name in wanted else deferred
    return {"__metadata": about, **{name: told[name] for name in told if not chosen or name in chosen}}


def _navigated(sim: SimulatedSap, ask: Ask, key: Key, name: str) -> Answer:
    one = sim.company.properties(ask.entity).get(name)
    if one is None or not one.many:
        raise Refused(200, f"Resource not found for the segment '{name}'", 404)
    teller = teller_of(one.kind, "gateway")
    return Answer(200, {"d": {"results": [teller(line) for line in sim.company.row(ask.entity, key)[name]]}})


def _basic(request: Request) -> str:
    kind, _, told = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "basic":
        return ""
    try:
        return base64.b64decode(told).decode()
    except ValueError:
        return ""
