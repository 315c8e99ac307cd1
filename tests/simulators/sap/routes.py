"""Which address does what, in the Service Layer's two versions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import orjson

from tests.simulators.sap import gateway
from tests.simulators.sap.company import Key
from tests.simulators.sap.metadata import metadata
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.reading import Ask, key_named, options_of
from tests.simulators.sap.schema import ENTITIES, Entity
from tests.simulators.sap.values import Row
from tests.simulators.sap.writing import Write
from tests.simulators.web import Answer, Request

if TYPE_CHECKING:
    from tests.simulators.sap.simulator import SimulatedSap

WRITES = frozenset({"create", "update", "delete", "action"})
_SERVICE = re.compile(r"/b1s/(?P<dialect>v1|v2)/(?P<rest>.*)")
_RESOURCE = re.compile(r"(?P<set>\w+)(?:\((?P<key>.*)\))?(?:/(?P<more>\$?\w+))?", re.DOTALL)
_WEAK = re.compile(r'W/"[0-9A-F]{40}"')
_XML = "application/xml;charset=utf-8"


@dataclass(frozen=True)
class Call:
    """A request of the Service Layer. ``rest`` is what follows the service's root, decoded."""

    kind: str
    dialect: str
    rest: str
    entity: Entity | None = None
    key: str | None = None
    more: str = ""


def found(sim: SimulatedSap, request: Request) -> tuple[str, Callable[[], Answer]]:
    """A request's kind, and the work."""
    if request.path == "/ping" or request.path.startswith("/ping/"):
        return "ping", lambda: sim.sessions.ping(request.path.removeprefix("/ping").strip("/"))
    if request.path.startswith(gateway.ROOT):
        return gateway.found(sim, request)
    service = _SERVICE.fullmatch(request.path)
    if service is None:
        return "unknown", lambda: Answer(404, b"")
    call = _call(request, service["dialect"], unquote(service["rest"]))
    return call.kind, lambda: _served(sim, request, call)


def is_secret(request: Request) -> bool:
    return request.path.endswith("/Login")


def _call(request: Request, dialect: str, rest: str) -> Call:
    method = request.method
    if method == "POST" and (instead := request.headers.get("x-http-method-override", "")):
        method = "PATCH" if instead == "MERGE" else instead
    if (method, rest) in {("POST", "Login"), ("POST", "Logout"), ("GET", "$metadata")}:
        return Call(rest.strip("$").lower(), dialect, rest)
    if rest.startswith(("CompanyService_", "EventSubscriptionsService_")):
        return Call("service", dialect, rest)
    parts = _RESOURCE.fullmatch(rest)
    entity = ENTITIES.get(parts["set"]) if parts else None
    if parts is None or entity is None:
        return Call("unknown", dialect, rest)
    key, more = parts["key"], parts["more"] or ""
    kind = {
        ("GET", False): "count" if more == "$count" else "list",
        ("GET", True): "read",
        ("POST", False): "create",
        ("POST", True): "action",
        ("PATCH", True): "update",
        ("DELETE", True): "delete",
    }.get((method, key is not None), "unknown")
    return Call(kind, dialect, rest, entity, key, more)


def _served(sim: SimulatedSap, request: Request, call: Call) -> Answer:
    sim.pause()
    try:
        if call.kind == "login":
            return sim.sessions.login(request)
        if call.kind == "logout":
            return sim.sessions.logout(request)
        session, node = sim.sessions.check(request)
        if call.kind == "metadata":
            return Answer(200, metadata(sim.company, call.dialect, node), content_type=_XML)
        if call.kind == "service":
            return sim.webhooks.service(request.method, call.rest, request.body)
        if call.entity is None or call.kind == "unknown" or not sim.webhooks.has(call.entity):
            raise Refused(200)
        if call.entity.set in sim.company.denied.get(session.user, ()):
            raise Refused(-6006)
        if call.kind in {"list", "read", "count"} and node in sim.sessions.broken:
            raise Refused(407, "@REGIONS")
        with sim.company.lock:
            return _answered(sim, request, call, call.entity, node)
    except Refused as refusal:
        return refusal.answer(call.dialect)


def _answered(sim: SimulatedSap, request: Request, call: Call, entity: Entity, node: str) -> Answer:
    root = f"{sim.root_of(request)}/b1s/{call.dialect}"
    cased = sim.company.case_sensitive and request.headers.get("b1s-caseinsensitive", "").lower() != "true"
    ask = Ask(entity, *options_of(request.raw_query), node, cased)
    if call.kind == "list":
        return sim.reading.page_of(request, ask, call.dialect, root)
    if call.kind == "count":
        return Answer(200, str(sim.reading.counted(ask)).encode(), content_type="text/plain;charset=utf-8")
    if call.kind == "create":
        return _created(sim, request, ask, call.dialect, root)
    key = key_named(entity, call.key or "")
    if call.kind == "read":
        return sim.reading.one(ask, key, call.dialect, root)
    check_match(sim, request, entity, key)
    if call.kind == "update":
        replace = request.headers.get("b1s-replacecollectionsonpatch", "").lower() == "true"
        sim.writing.changed(entity, key, body_of(request), Write(replace, node))
        return Answer(204)
    if call.kind == "delete":
        sim.writing.deleted(entity, key)
        return Answer(204)
    return _acted(sim, entity, key, call, root)


def _created(sim: SimulatedSap, request: Request, ask: Ask, dialect: str, root: str) -> Answer:
    quiet = "return-no-content" in request.headers.get("prefer", "")
    sent = body_of(request)
    if ask.entity.set == "EventSubscriptions":
        sim.webhooks.check(sent)
    key = sim.writing.created(ask.entity, sent, Write(node=ask.node))
    if key is None:  # it waits for somebody's approval
        if quiet:
            return Answer(204)
        raise Refused(-2028)
    answer = sim.reading.one(Ask(ask.entity, {}, {}), key, dialect, root)
    headers = {**answer.headers, "Location": f"{root}/{ask.entity.set}({key_text(ask.entity, key)})"}
    if quiet:
        return Answer(204, headers={**headers, "Preference-Applied": "return-no-content"})
    return Answer(201, answer.body, headers)


def _acted(sim: SimulatedSap, entity: Entity, key: Key, call: Call, root: str) -> Answer:
    if entity.set == "EventSubscriptions":
        sim.webhooks.act(key, call.more)
        return Answer(204)
    made = sim.writing.acted(entity, key, call.more)
    if made is None:
        return Answer(204)
    return Answer(201, sim.reading.one(Ask(entity, {}, {}), made[entity.key], call.dialect, root).body)


def check_match(sim: SimulatedSap, request: Request, entity: Entity, key: Key) -> None:
    """One that isn't written as it was told is passed over, and the write goes through."""
    wanted = request.headers.get("if-match", "")
    if not entity.marked or not _WEAK.fullmatch(wanted) or key not in sim.company.tables[entity.set].rows:
        return
    if wanted != sim.company.etag(entity, key):
        raise Refused(-2039)


def body_of(request: Request) -> Row:
    try:
        found: Any = orjson.loads(request.body or b"{}")
    except ValueError:
        raise Refused(-1000, "Invalid JSON format") from None
    if not isinstance(found, dict):
        raise Refused(-1000, "Invalid JSON format")
    return found


def key_text(entity: Entity, key: Key) -> str:
    values = key if isinstance(key, tuple) else (key,)
    told = [str(one) if isinstance(one, int) else "'{}'".format(str(one).replace("'", "''")) for one in values]
    if len(told) == 1:
        return told[0]
    return ",".join(f"{one.name}={text}" for one, text in zip(entity.keys, told, strict=True))
