"""Event subscriptions at the simulated SAP: asked for, shaken hands over, signed, renewed and ended."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.sap.connector import SapConnector
from app.connectors.sap.watch import EventSubscriptions, events_of
from app.connectors.subscriptions import Wanted
from app.model import errors
from app.model.cancel import CancelToken
from app.webhooks.events import Origin, parse
from app.webhooks.verification import Keys, Scheme, challenge, hash_token, verify
from tests.connectors.tally_rig import MemoryState
from tests.simulators.sap import COMPANY, PASSWORD, USER, SimulatedSap

NEVER = CancelToken()
PUBLIC = "https://hook.shop.co.in"
WANTED = Wanted(
    "0199a1b2-0000-7000-8000-000000000001",
    f"{PUBLIC}/api/erp/webhooks/1/receive",
    ("BusinessPartners", "ContactEmployees", "IncomingPayments", "Orders"),
    ("create", "update", "delete"),
    "k" * 43,
)
KEYS = Keys(hash_token(WANTED.token), WANTED.token)


@dataclass
class Ours:
    """What takes SAP's calls behind the public address."""

    url: str = ""
    events: list[tuple[str, str, str]] = field(default_factory=list)
    keys: Keys = KEYS


@pytest.fixture
def ours() -> Iterator[Ours]:
    kept = Ours()

    class Receiver(BaseHTTPRequestHandler):
        def _told(self) -> dict[str, str]:
            return {name.lower(): value for name, value in self.headers.items()}

        def do_GET(self) -> None:
            self._answer(json.dumps({"Challenge": challenge(kept.keys, self._told())}).encode())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            verify("sap", Scheme(), kept.keys, self._told(), body, 0.0)
            found = parse(Origin("1", "sap", COMPANY), self._told(), body)
            kept.events += [(one.type, one.module, one.remote_id) for one in found]
            self._answer(b"{}")

        def _answer(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    kept.url = f"http://127.0.0.1:{server.server_port}"
    yield kept
    server.shutdown()
    server.server_close()


@pytest.fixture
def sim(ours: Ours) -> Iterator[SimulatedSap]:
    with SimulatedSap() as sim:
        sim.webhooks.enabled = True
        sim.webhooks.tunnels = {PUBLIC: ours.url}
        yield sim


@pytest.fixture
def connector(sim: SimulatedSap, tmp_path: Path) -> Iterator[SapConnector]:
    auth = {"company_db": COMPANY, "username": USER, "password": PASSWORD}
    settings = ConnectionSettings("connection", "Demo", "sap", sim.url, "username_password", auth)
    made = SapConnector(
        settings, ConnectorPorts(MemoryState(), tmp_path), sleep=lambda cancel, _seconds: cancel.check()
    )
    yield made
    made.close()


def events(sim: SimulatedSap) -> set[str]:
    (row,) = sim.rows("EventSubscriptions")
    return {f"{one['BusinessObject']}.{one['TransactionType']}" for one in row["EventCollection"]}


@pytest.mark.parametrize("encoding", ["hex", "base64"])
def test_sap_tells_of_changes_signed_until_it_is_told_not_to(
    sim: SimulatedSap, connector: SapConnector, ours: Ours, encoding: str
) -> None:
    sim.webhooks.encoding = encoding
    made = EventSubscriptions().subscribe(connector, WANTED, NEVER)
    assert (made.remote, made.ends) == ({"webhook_id": WANTED.name}, None)
    assert {"BusinessPartners.Updated", "IncomingPayments.Cancelled", "Orders.Closed"} < events(sim)
    assert "IncomingPayments.Deleted" not in events(sim)
    sim.add("BusinessPartners", CardCode="C900", CardName="Nandi", CardType="cCustomer")
    sim.change("BusinessPartners", "C900", CardName="Nandi Motors")
    sim.webhooks.settle()
    assert ours.events == [("create", "BusinessPartners", "C900"), ("update", "BusinessPartners", "C900")]
    EventSubscriptions().unsubscribe(connector, made.remote, NEVER)
    EventSubscriptions().unsubscribe(connector, made.remote, NEVER)  # gone already
    assert sim.rows("EventSubscriptions") == []


def test_asked_again_it_is_the_same_one_changed_or_made_anew(
    sim: SimulatedSap, connector: SapConnector, ours: Ours
) -> None:
    EventSubscriptions().subscribe(connector, WANTED, NEVER)
    ours.keys = replace(KEYS, secret="chosen by a person")
    less = replace(WANTED, modules=("ContactEmployees",), events=("update",), secret="chosen by a person")
    EventSubscriptions().subscribe(connector, less, NEVER)
    assert events(sim) == {"BusinessPartners.Updated"}
    sim.webhooks.act(WANTED.name, "Pause")  # as SAP does after days without an answer
    EventSubscriptions().subscribe(connector, less, NEVER)
    (row,) = sim.rows("EventSubscriptions")
    assert (row["State"], json.loads(row["AuthenticationCred"])["Key"]) == ("Active", "chosen by a person")
    assert [one.kind for one in sim.asked("create", "update", "delete")] == ["create", "update", "delete", "create"]


def test_why_it_does_not_work_is_said(sim: SimulatedSap, connector: SapConnector, ours: Ours) -> None:
    def code() -> str:
        with pytest.raises(errors.Misconfigured) as caught:
            EventSubscriptions().subscribe(connector, WANTED, NEVER)
        return caught.value.code

    sim.webhooks.tunnels = {PUBLIC: "http://127.0.0.1:1"}
    assert code() == "events_refused"  # nobody answers the handshake
    sim.webhooks.enabled = False
    assert code() == "events_off"
    sim.webhooks.available = False
    assert code() == "no_events"
    assert sim.rows("EventSubscriptions") == []


def test_what_is_asked_where_there_is_no_catalogue() -> None:
    found = events_of(replace(WANTED, modules=("Orders",)), frozenset())
    assert [one["TransactionType"] for one in found] == ["Created", "Updated", "Deleted"]
