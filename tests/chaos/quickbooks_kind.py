"""The real connector to a simulated QuickBooks, with the world's time and moments around its calls and its login's renewals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.connectors.base import ConnectionSettings, Connector, ConnectorKind, ConnectorPorts
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.connectors.http.limits import Limits
from app.connectors.quickbooks.client import Quickbooks
from app.connectors.quickbooks.connector import QuickbooksConnector
from app.connectors.quickbooks.template import SPEC
from app.connectors.spec import EntityTemplate, FieldTemplate
from app.db.database import Database
from app.db.secrets import SecretStore
from app.db.tokens import TokenStore
from app.model.cancel import CancelToken
from app.model.tokens import Tokens
from tests.chaos.clock import VirtualClock
from tests.simulators.quickbooks.accounts import CLIENT_SECRET

#: The rows' own names: others name the first of the address's parts, nobody the last.
NAMES = {
    "NAME": "DisplayName", "CODE": "CompanyName", "CITY": "BillAddr.City", "TOWN": "BillAddr.CountrySubDivisionCode",
    "NOTES": "Notes", "REMARK": "ResaleNum", "SECRET": "BillAddr.Country",
}  # fmt: skip
_MASTER_KEY = bytes(32)


@dataclass(frozen=True)
class Sort:
    """A kind of QuickBooks: does a sparse update ``merges`` into an address, or replace it; does it mark names out of use?"""

    letter: str
    merges: bool
    marks: bool


SORTS = {one.letter: one for one in (Sort("Q", merges=False, marks=True), Sort("P", merges=True, marks=False))}

#: Called with the call (``None``: a login was renewed and isn't stored yet) and whether it writes, before it is sent and after it
#: was answered.
Around = Callable[[str, Call | None, bool], None]


def kind_of(sort: Sort, db: Database, clock: VirtualClock, around: Around) -> ConnectorKind:
    """The real connector, each in a system of its own name; its login is kept in ``db``."""

    def opened(settings: ConnectionSettings, ports: ConnectorPorts) -> Connector:
        tokens = logins(db, settings.id, clock, around)
        auth = {**settings.auth, "client_secret": CLIENT_SECRET}
        settings = replace(settings, system="quickbooks", auth_type="oauth2", auth=auth)
        limits = Limits(clock=clock.utc, pause=lambda _room, seconds: clock.tick(seconds), spread=lambda: 0.0)
        ports = replace(ports, tokens=tokens, limits=limits)
        connector = QuickbooksConnector(settings, ports, clock=clock.utc)
        connector.books_client = _Watched(settings, ports, clock, around)
        return connector

    return ConnectorKind(replace(SPEC, system=f"quickbooks-{sort.letter.lower()}", templates=(_TEMPLATE,)), opened)


_TEMPLATE = EntityTemplate(
    "customer",
    "Customer",
    (
        FieldTemplate("business_name", NAMES["NAME"], required=True),
        FieldTemplate("contact_person", NAMES["CODE"]),
        FieldTemplate("city", NAMES["CITY"]),
        FieldTemplate("notes", NAMES["NOTES"]),
    ),
)


def logins(db: Database, connection: str, clock: VirtualClock, around: Around) -> TokenStore:
    return _Logins(db, connection, clock, around)


class _Logins(TokenStore):
    """A moment of death lies between Intuit's answer and its being stored."""

    def __init__(self, db: Database, connection: str, clock: VirtualClock, around: Around) -> None:
        secrets = SecretStore(db, lambda: _MASTER_KEY)
        super().__init__(db, secrets, connection, hide=lambda _value: None, clock=clock.utc)
        self._around = around

    def keep(self, seen: Tokens, fresh: Tokens, key: str) -> Tokens:
        try:
            self._around("before", None, False)
        except BaseException:
            self.give_back(key)  # as the turn of a process that is no more
            raise
        return super().keep(seen, fresh, key)


class _Watched(Quickbooks):
    """Waits take no time but the world's."""

    def __init__(
        self, settings: ConnectionSettings, ports: ConnectorPorts, clock: VirtualClock, around: Around
    ) -> None:
        super().__init__(settings, ports, clock=clock.utc, sleep=lambda _cancel, _seconds: clock.tick(1.0))
        self._around = around

    def _done(self, send: Callable[..., Answer], cancel: CancelToken, sent: object, hold: float) -> Answer:
        call, write = send.args[0], sent is not None  # type: ignore[attr-defined]
        self._around("before", call, write)
        answer = super()._done(send, cancel, sent, hold)  # type: ignore[arg-type]
        self._around("after", call, write)
        return answer
