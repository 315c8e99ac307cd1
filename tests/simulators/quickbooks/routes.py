"""Which address is which call, and how one goes from its beginning to its end."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import orjson

from tests.simulators.quickbooks.entities import BY_PATH, Entity
from tests.simulators.quickbooks.problems import LOWER, XML, Body, Refused
from tests.simulators.quickbooks.rendering import as_xml
from tests.simulators.quickbooks.writing import Write
from tests.simulators.web import Answer, Request

if TYPE_CHECKING:
    from tests.simulators.quickbooks.simulator import SimulatedQuickbooks

#: Kinds that change records, and those that count for the month.
WRITES = ("create", "update", "delete", "void", "batch")
METERED = ("query", "cdc", "read", "company")
_COMPANY = re.compile(r"/v3/company/(?P<realm>[^/]+)/(?P<what>[a-z]+)(?:/(?P<id>[^/]+))?")
_DISCOVERY = re.compile(r"/\.well-known/openid_(sandbox_)?configuration/?")
_CALLS = itertools.count(1)


@dataclass(frozen=True)
class Call:
    """A call of the company's API. ``entity`` is ``None`` for those that no entity has."""

    kind: str
    realm: str
    entity: Entity | None = None
    id: str = ""


def found(sim: SimulatedQuickbooks, request: Request) -> tuple[str, Callable[[], Answer]]:
    """A request's kind, and the work."""
    accounts = {
        ("GET", "/connect/oauth2"): ("page", lambda: sim.accounts.page(request)),
        ("POST", "/oauth2/v1/tokens/bearer"): ("token", lambda: sim.accounts.token(request)),
        ("POST", "/v2/oauth2/tokens/revoke"): ("revoke", lambda: sim.accounts.revoke(request)),
        ("GET", "/v1/openid_connect/userinfo"): (
            "userinfo",
            lambda: _guarded(sim, lambda: sim.accounts.userinfo(request)),
        ),
    }
    if request.method == "GET" and _DISCOVERY.fullmatch(request.path):
        return "discovery", sim.accounts.discovery
    known = accounts.get((request.method, request.path))
    if known is not None:
        return known
    call = _call(request)
    return (call.kind, lambda: _serve(sim, request, call)) if call else ("unknown", lambda: Answer(404, b""))


def is_secret(request: Request) -> bool:
    return "oauth2" in request.path


def _call(request: Request) -> Call | None:
    found = _COMPANY.fullmatch(request.path)
    if found is None:
        return None
    realm, what, id = found["realm"], found["what"], found["id"] or ""
    if what in {"query", "cdc", "batch"}:
        allowed = {"query": ("GET", "POST"), "cdc": ("GET",), "batch": ("POST",)}[what]
        return Call(what, realm) if request.method in allowed and not id else None
    entity = BY_PATH.get(what)
    if entity is None:
        return Call("unknown", realm)
    if request.method == "GET":
        kind = "company" if entity.name in {"CompanyInfo", "Preferences"} else "read"
        return Call(kind, realm, entity, id) if id or entity.name == "Preferences" else None
    return Call(_kind(request), realm, entity) if request.method == "POST" and not id else None


def _kind(request: Request) -> str:
    operation = request.query.get("operation", "")
    if operation == "delete":
        return "delete"
    if operation == "void" or request.query.get("include") == "void":
        return "void"
    try:
        body = orjson.loads(request.body)
    except ValueError:
        body = None
    return "update" if isinstance(body, dict) and body.get("Id") else "create"


def _guarded(sim: SimulatedQuickbooks, work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except Refused as refusal:
        return refusal.answer(sim.books.moments, shape_of(sim, refusal, "json"))


def shape_of(sim: SimulatedQuickbooks, refusal: Refused, accepted: str) -> str:
    """Before a company's own service is reached nobody looks at what was asked for."""
    if refusal.code in LOWER:
        return sim.sign_in_shape
    if refusal.code == "3001":
        return sim.throttle_shape
    return accepted


def _serve(sim: SimulatedQuickbooks, request: Request, call: Call) -> Answer:
    accepted = "json" if "json" in request.headers.get("accept", "") else "xml"
    try:
        with sim.limits.call(batch=call.kind == "batch"):
            sim.pause()
            sim.accounts.check(request, call.realm)
            if call.kind in METERED:
                sim.limits.meter()
            with sim.books.lock:
                body = {**_answered(sim, request, call), "time": sim.books.moments.exact()}
                if accepted == "json":
                    answer = Answer(200, orjson.dumps(body))
                else:
                    answer = Answer(200, as_xml(body, body["time"]), content_type=XML)
    except Refused as refusal:
        answer = refusal.answer(sim.books.moments, shape_of(sim, refusal, accepted))
        if sim.faults_with_200 and answer.status == 400:
            answer.status = 200
    answer.headers = {**answer.headers, "intuit_tid": f"1-{next(_CALLS):08x}-simulated"}
    return answer


def _answered(sim: SimulatedQuickbooks, request: Request, call: Call) -> Body:
    requestid = request.query.get("requestid", "")
    if call.kind == "query":
        return {"QueryResponse": sim.queries.answer(_statement(request))}
    if call.kind == "cdc":
        return sim.changes.answer(request)
    if call.kind == "batch":
        return sim.batch.answer(_json(request), requestid)
    if call.entity is None:
        raise Refused("500", detail="Operation is not supported.")
    entity = call.entity
    if request.method == "GET":
        only = next(iter(sim.books.tables[entity.name].records), "")
        id = only if call.kind == "company" else call.id
        return {entity.name: sim.books.told(entity, sim.books.record(entity, id))}
    sent = _json(request)
    return sim.replays.answer(requestid, lambda: {entity.name: _written(sim, request, call.kind, entity, sent)})


def _written(sim: SimulatedQuickbooks, request: Request, kind: str, entity: Entity, sent: Body) -> Body:
    operation, include = request.query.get("operation", ""), request.query.get("include", "")
    write = Write(duplicates=include == "allowduplicatedocnum")
    if operation not in {"", "update", "delete", "void"}:
        raise Refused("500", detail=f"Operation {operation} is not supported.")
    if kind == "delete":
        return sim.writing.deleted(entity, sent, write)
    if kind == "void":
        voided = sim.writing.voided(entity, sent, "operation" if operation == "void" else "include", write)
        return sim.books.told(entity, voided)
    return sim.books.told(entity, sim.writing.saved(entity, sent, write))


def _statement(request: Request) -> str:
    if request.method == "GET":
        if "query" not in request.query:
            raise Refused("2020", "query")
        return request.query["query"]
    try:
        return request.body.decode()
    except UnicodeDecodeError:
        raise Refused("500", detail="The request is not UTF-8.") from None


def _json(request: Request) -> dict[str, Any]:
    try:
        found = orjson.loads(request.body)
    except ValueError:
        raise Refused("500", detail="The request is not readable as JSON in UTF-8.") from None
    if not isinstance(found, dict):
        raise Refused("2020", "body")
    return found
