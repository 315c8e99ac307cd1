"""The real connector to a simulated SAP Business One, with the world's time and moments around its calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.connectors.base import ConnectionSettings, Connector, ConnectorKind, ConnectorPorts
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.connectors.http.limits import Limits
from app.connectors.sap.client import ServiceLayer
from app.connectors.sap.connector import SapConnector
from app.connectors.sap.entities import PARTNERS
from app.connectors.sap.errors import Doing
from app.connectors.sap.template import HUB_KEY, SPEC
from app.connectors.spec import EntityTemplate, FieldTemplate
from app.model.cancel import CancelToken
from app.model.values import FieldType
from tests.chaos.clock import VirtualClock
from tests.simulators.sap import PASSWORD

#: The rows' own names: others name the first of the address's parts, nobody the last.
NAMES = {
    "NAME": "CardName", "CODE": "CardForeignName", "CITY": "BILL_TO.City", "TOWN": "BILL_TO.County",
    "NOTES": "FreeText", "REMARK": "Notes", "LIMIT": "CreditLimit", "SECRET": "BILL_TO.Block",
}  # fmt: skip


@dataclass(frozen=True)
class Sort:
    """A kind of SAP: the Service Layer's ``version``, and does a field have our id?"""

    letter: str
    version: str
    keyed: bool


SORTS = {one.letter: one for one in (Sort("S", "v2", keyed=True), Sort("R", "v1", keyed=False))}

#: Called with the call and whether it writes, before it is sent and after it was answered.
Around = Callable[[str, Call, bool], None]


def kind_of(sort: Sort, clock: VirtualClock, around: Around) -> ConnectorKind:
    """The real connector, each in a system of its own name."""

    def opened(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
        settings = replace(
            settings,
            system="sap",
            auth_type="username_password",
            auth={**settings.auth, "password": PASSWORD},
            hub_keys={PARTNERS: HUB_KEY} if sort.keyed else {},
        )
        limits = Limits(clock=clock.utc, pause=lambda _room, seconds: clock.tick(seconds), spread=lambda: 0.0)
        ports = replace(ports, limits=limits)
        connector = SapConnector(settings, ports, clock=clock.utc)
        connector.sap = _Watched(settings, ports, clock, around)
        return connector

    return ConnectorKind(replace(SPEC, system=f"sap-{sort.letter.lower()}", templates=(_TEMPLATE,)), opened)


_TEMPLATE = EntityTemplate(
    "customer",
    PARTNERS,
    (
        FieldTemplate("business_name", NAMES["NAME"], required=True),
        FieldTemplate("contact_person", NAMES["CODE"]),
        FieldTemplate("city", NAMES["CITY"]),
        FieldTemplate("notes", NAMES["NOTES"]),
        FieldTemplate("credit_limit", NAMES["LIMIT"], FieldType.NUMBER),
    ),
)


class _Watched(ServiceLayer):
    """Waits take no time but the world's."""

    def __init__(
        self, settings: ConnectionSettings, ports: ConnectorPorts, clock: VirtualClock, around: Around
    ) -> None:
        super().__init__(settings, ports, clock=clock.utc, sleep=lambda _cancel, _seconds: clock.tick(1.0))
        self._around = around

    def _done(self, call: Call, cancel: CancelToken, doing: Doing, hold: float) -> Answer:
        write = doing is not Doing.READ and not call.path.startswith("CompanyService")  # it is asked about itself
        self._around("before", call, write)
        answer = super()._done(call, cancel, doing, hold)
        self._around("after", call, write)
        return answer
