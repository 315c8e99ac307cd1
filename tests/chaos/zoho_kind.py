"""The real connector to a simulated Zoho, with the world's time and moments around its calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.connectors.base import ConnectionSettings, Connector, ConnectorKind, ConnectorPorts
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.connectors.http.limits import Limits
from app.connectors.spec import EntityTemplate, FieldTemplate
from app.connectors.zoho.client import Zoho
from app.connectors.zoho.connector import ZohoConnector
from app.connectors.zoho.template import HUB_KEY, SPEC
from app.model.cancel import CancelToken
from app.model.tokens import MemoryTokens
from app.model.values import FieldType
from tests.chaos.clock import VirtualClock
from tests.simulators.zoho.accounts import CLIENT_SECRET


@dataclass(frozen=True)
class Sort:
    """A kind of Zoho: the ``module`` with the customers, what their ``name`` is called there, whether a field has our id."""

    letter: str
    module: str
    name: str
    keyed: bool


SORTS = {
    one.letter: one
    for one in (
        Sort("Z", "Contacts", "Full_Name", True),
        Sort("Y", "Accounts", "Account_Name", False),
        Sort("X", "Contacts", "Full_Name", False),
    )
}


#: Called with the call and whether it writes, before it is sent and after it was answered.
Around = Callable[[str, Call, bool], None]


def kind_of(sort: Sort, tokens: MemoryTokens, clock: VirtualClock, around: Around) -> ConnectorKind:
    """The real connector, each in a system of its own name."""

    def opened(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
        keys = {sort.module: HUB_KEY if sort.keyed else ""}
        auth = {**settings.auth, "client_secret": CLIENT_SECRET}
        settings = replace(settings, system="zoho", auth_type="oauth2", auth=auth, hub_keys=keys)
        limits = Limits(clock=clock.utc, pause=lambda _room, seconds: clock.tick(seconds), spread=lambda: 0.0)
        ports = replace(ports, tokens=tokens, limits=limits)
        connector = ZohoConnector(settings, ports)
        connector._zoho = _Watched(settings, ports, clock, around)
        return connector

    return ConnectorKind(replace(SPEC, system=_system(sort), templates=(_template(sort),)), opened)


def _system(sort: Sort) -> str:
    return f"zoho-{sort.letter.lower()}"


def _template(sort: Sort) -> EntityTemplate:
    return EntityTemplate(
        "customer",
        sort.module,
        (
            FieldTemplate("business_name", sort.name, required=True),
            FieldTemplate("contact_person", "CODE"),
            FieldTemplate("city", "CITY"),
            FieldTemplate("notes", "NOTES"),
            FieldTemplate("credit_limit", "LIMIT", FieldType.NUMBER),
        ),
    )


class _Watched(Zoho):
    """Waits take no time but the world's."""

    def __init__(
        self, settings: ConnectionSettings, ports: ConnectorPorts, clock: VirtualClock, around: Around
    ) -> None:
        super().__init__(settings, ports, sleep=lambda _cancel, _seconds: clock.tick(1.0))
        self._around = around

    def _done(self, call: Call, cancel: CancelToken, *, write: bool, hold: float) -> Answer:
        self._around("before", call, write)
        answer = super()._done(call, cancel, write=write, hold=hold)
        self._around("after", call, write)
        return answer
