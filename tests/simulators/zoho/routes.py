"""Which address is which call: its kind, the scope it needs, what it costs, and who answers it."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.bodies import body_of
from tests.simulators.zoho.problems import Refused, no_such_address

if TYPE_CHECKING:
    from tests.simulators.zoho.simulator import SimulatedZoho

Found = Mapping[str, str]
_RIGHTS = {"GET": "READ", "POST": "CREATE", "PUT": "UPDATE", "PATCH": "UPDATE", "DELETE": "DELETE"}
#: Kinds that change records.
WRITES = ("create", "update", "upsert", "delete")


@dataclass(frozen=True)
class Route:
    """``area`` is the scope's middle part; ``{module}`` in it is the module's name as scopes write it."""

    methods: str
    pattern: re.Pattern[str]
    kind: str
    area: str
    answer: Callable[[SimulatedZoho, Request, Found], Answer]
    accounts: bool = False


def _route(
    methods: str, path: str, kind: str, area: str, answer: Callable[[SimulatedZoho, Request, Found], Answer]
) -> Route:
    pattern = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", path)
    return Route(methods, re.compile(pattern), kind, area, answer, accounts=path.startswith("/oauth"))


_CRM, _BULK = "/crm/v8", "/crm/bulk/v8"
#: The first that fits answers.
ROUTES = (
    _route("GET", "/oauth/v2/auth", "page", "", lambda sim, asked, _: sim.accounts.page(asked.query)),
    _route("POST", "/oauth/v2/token", "token", "", lambda sim, asked, _: sim.accounts.token(asked)),
    _route("POST", "/oauth/v2/token/revoke", "revoke", "", lambda sim, asked, _: sim.accounts.revoke(asked)),
    _route("GET", f"{_CRM}/org", "org", "org", lambda sim, *_: sim.office.org_details()),
    _route("GET", f"{_CRM}/users", "users", "users", lambda sim, asked, _: sim.office.users(asked)),
    _route("GET", f"{_CRM}/users/{{id}}", "users", "users", lambda sim, _, at: sim.office.user(at["id"])),
    _route("GET", f"{_CRM}/settings/modules", "modules", "settings.modules", lambda sim, *_: sim.metadata.modules()),
    _route(
        "GET",
        f"{_CRM}/settings/modules/{{name}}",
        "modules",
        "settings.modules",
        lambda sim, _, at: sim.metadata.modules(at["name"]),
    ),
    _route(
        "GET", f"{_CRM}/settings/fields", "fields", "settings.fields", lambda sim, asked, _: sim.metadata.fields(asked)
    ),
    _route(
        "POST",
        f"{_CRM}/settings/fields",
        "create_fields",
        "settings.fields",
        lambda sim, asked, _: sim.metadata.create_fields(asked),
    ),
    _route(
        "GET",
        f"{_CRM}/settings/fields/{{id}}",
        "fields",
        "settings.fields",
        lambda sim, asked, at: sim.metadata.fields(asked, at["id"]),
    ),
    _route(
        "GET",
        f"{_CRM}/settings/fields/{{id}}/pick_list_values",
        "fields",
        "settings.fields",
        lambda sim, asked, at: sim.metadata.pick_list_values(asked, at["id"]),
    ),
    _route(
        "GET",
        f"{_CRM}/settings/layouts",
        "layouts",
        "settings.layouts",
        lambda sim, asked, _: sim.metadata.layouts(asked),
    ),
    _route(
        "GET",
        f"{_CRM}/settings/layouts/{{id}}",
        "layouts",
        "settings.layouts",
        lambda sim, asked, at: sim.metadata.layouts(asked, at["id"]),
    ),
    _route(
        "GET|POST|PUT|PATCH|DELETE",
        f"{_CRM}/actions/watch",
        "watch",
        "notifications",
        lambda sim, asked, _: sim.watch.answer(asked),
    ),
    _route("POST", f"{_CRM}/coql", "coql", "coql", lambda sim, asked, _: sim.coql.answer(asked)),
    _route("POST", f"{_BULK}/read", "bulk_add", "bulk", lambda sim, asked, _: sim.bulk.add(asked)),
    _route("GET", f"{_BULK}/read/{{id}}", "bulk_state", "bulk", lambda sim, _, at: sim.bulk.state(at["id"])),
    _route("GET", f"{_BULK}/read/{{id}}/result", "bulk_result", "bulk", lambda sim, _, at: sim.bulk.result(at["id"])),
    _route(
        "POST",
        f"{_CRM}/{{module}}/upsert",
        "upsert",
        "modules.{module}",
        lambda sim, asked, at: sim.writing.upsert(at["module"], asked),
    ),
    _route(
        "GET",
        f"{_CRM}/{{module}}/deleted",
        "deleted",
        "modules.{module}",
        lambda sim, asked, at: sim.reading.deleted(at["module"], asked),
    ),
    _route(
        "GET",
        f"{_CRM}/{{module}}/search",
        "search",
        "ZohoSearch.securesearch",
        lambda sim, asked, at: sim.search.answer(at["module"], asked),
    ),
    _route(
        "GET",
        f"{_CRM}/{{module}}/actions/count",
        "count",
        "modules.{module}",
        lambda sim, _, at: sim.reading.count(at["module"]),
    ),
    _route(
        "GET",
        f"{_CRM}/{{module}}",
        "list",
        "modules.{module}",
        lambda sim, asked, at: sim.reading.listed(at["module"], asked),
    ),
    _route(
        "POST",
        f"{_CRM}/{{module}}",
        "create",
        "modules.{module}",
        lambda sim, asked, at: sim.writing.create(at["module"], asked),
    ),
    _route(
        "PUT",
        f"{_CRM}/{{module}}",
        "update",
        "modules.{module}",
        lambda sim, asked, at: sim.writing.update(at["module"], asked),
    ),
    _route(
        "DELETE",
        f"{_CRM}/{{module}}",
        "delete",
        "modules.{module}",
        lambda sim, asked, at: sim.writing.delete(at["module"], asked),
    ),
    _route(
        "GET",
        f"{_CRM}/{{module}}/{{id}}",
        "one",
        "modules.{module}",
        lambda sim, asked, at: sim.reading.one(at["module"], at["id"], asked),
    ),
    _route(
        "PUT",
        f"{_CRM}/{{module}}/{{id}}",
        "update",
        "modules.{module}",
        lambda sim, asked, at: sim.writing.update(at["module"], asked, at["id"]),
    ),
    _route(
        "DELETE",
        f"{_CRM}/{{module}}/{{id}}",
        "delete",
        "modules.{module}",
        lambda sim, _, at: sim.writing.delete_one(at["module"], at["id"]),
    ),
)


def found(sim: SimulatedZoho, request: Request) -> tuple[str, Callable[[], Answer]]:
    """A request's kind, and the work."""
    for route in ROUTES:
        if request.method in route.methods.split("|") and (at := route.pattern.fullmatch(request.path)):
            return route.kind, partial(_serve, sim, request, route, at.groupdict())
    return "unknown", _unknown


def _serve(sim: SimulatedZoho, request: Request, route: Route, found: Found) -> Answer:
    """A call from beginning to end: limits, token, scope, credits, and the answer."""
    if route.accounts:
        return route.answer(sim, request, found)
    try:
        with sim.limits.call():
            sim.pause()
            area = route.area.format(module=found.get("module", "").replace("_", "").lower())
            right = "READ" if route.kind == "coql" else _RIGHTS[request.method]
            sim.accounts.check(request.headers.get("authorization"), (area, right))
            sim.limits.spend(_credits(request, route))
            with sim.org.lock:
                answer = route.answer(sim, request, found)
    except Refused as refusal:
        answer = Answer(refusal.status, refusal.body)
    answer.headers = {**answer.headers, **sim.limits.headers()}
    return answer


def _credits(request: Request, route: Route) -> int:
    """One a call; writes one for ten records."""
    if route.kind == "delete" and "ids" in request.query:
        return math.ceil((request.query["ids"].count(",") + 1) / 10)
    if route.kind not in WRITES or not request.body:
        return 1
    try:
        records = body_of(request).get("data")
    except Refused:
        return 1
    return max(1, math.ceil(len(records) / 10)) if isinstance(records, list) else 1


def _unknown() -> Answer:
    refusal = no_such_address()
    return Answer(refusal.status, refusal.body)
