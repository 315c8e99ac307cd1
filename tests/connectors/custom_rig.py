"""A system with the custom connector that looks at it, by a definition."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts, Reference
from app.connectors.custom.connector import CustomConnector
from app.connectors.custom.loading import load
from app.connectors.custom.template import spec_for
from app.model.tokens import MemoryTokens
from tests.connectors.contract import Hub, WriteCase
from tests.connectors.kinto import PASSWORD, USER, Kinto
from tests.connectors.tally_rig import MemoryState
from tests.simulators.custom import Relay, RestErp
from tests.simulators.custom.erp import API_KEY, CLIENT_ID, CLIENT_SECRET

EXAMPLES = Path(__file__).parents[2] / "resources" / "custom"


def modules_of(definition: str) -> Mapping[str, frozenset[str]]:
    """The top-level fields that each resource's links read."""
    return {
        template.module: frozenset(line.remote.split("[")[0].split(".")[0] for line in template.fields)
        for template in spec_for(load(definition), {}).templates
    }


@dataclass
class CustomRig:
    """What the rigs of all such systems share. ``auth`` goes beside the definition."""

    folder: Path
    definition: str
    url: str
    auth_type: str
    auth: Mapping[str, Any]
    state: MemoryState = field(default_factory=MemoryState)
    hub: Hub = field(default_factory=Hub)
    opened: list[CustomConnector] = field(default_factory=list)

    @property
    def modules(self) -> Mapping[str, frozenset[str]]:
        return modules_of(self.definition)

    @property
    def quiet_requests(self) -> int:
        return len(self.modules)

    def open(self, **auth: Any) -> CustomConnector:
        given = {"definition": self.definition, **self.auth, **auth}
        settings = ConnectionSettings("connection", "Demo", "custom", self.url, self.auth_type, given)
        ports = ConnectorPorts(self.state, self.folder, tokens=MemoryTokens())
        connector = CustomConnector(settings, ports, sleep=lambda cancel, _seconds: cancel.check())
        self.opened.append(connector)
        return connector

    def close(self) -> None:
        for connector in self.opened:
            connector.close()


class KintoRig(CustomRig):
    """The contract suite's rig over a real Kinto."""

    def __init__(self, kinto: Kinto, relay: Relay, folder: Path) -> None:
        definition = (EXAMPLES / "kinto.yaml").read_text(encoding="utf-8")
        login = {"username": USER, "password": PASSWORD}
        super().__init__(folder, definition, f"{relay.url}/v1", "username_password", login)
        self.kinto = kinto
        self.relay = relay

    def ids(self, module: str) -> set[str]:
        return {str(row["id"]) for row in self.kinto.rows(module)}

    def some(self, module: str) -> str:
        return str(self.kinto.rows(module)[0]["id"])

    def change_one(self) -> tuple[str, str]:
        ident = self.some("customers")
        self.kinto.change("customers", ident, phone="020 999")
        return "customers", ident

    def delete_one(self) -> tuple[str, str]:
        ident = self.some("invoices")
        self.kinto.delete("invoices", ident)
        return "invoices", ident

    def break_next_answer(self) -> None:
        for _ in range(4):  # as often as a read is tried
            self.relay.plan("read", "cut")

    def requests(self) -> int:
        return len(self.relay.requests)

    def write_cases(self) -> Sequence[WriteCase]:
        customer = self.some("customers")
        references = {("customer", customer): Reference("customer", customer, customer, "a customer")}
        lines = [{"text": "blue", "qty": "2", "amount": "200.50"}, {"text": "red", "qty": "1", "amount": "50"}]
        return [
            WriteCase(
                "customers",
                "customer",
                {"name": "Nandi & Söhne", "email": "n@example.in", "limit": "1500.25", "address": {"city": "Pune"}},
                {"email": None, "name": "Nandi", "address": {"city": "Mumbai"}},
            ),
            WriteCase(
                "invoices",
                "invoice",
                {"number": "S-17", "date": "2026-11-01", "customer_id": customer, "lines": lines, "note": "as agreed"},
                {"note": "changed", "lines": lines[:1]},
                references,
            ),
        ]

    def lose_next_write(self, done: bool) -> None:
        self.relay.plan("write", "lose" if done else "drop")

    def touch(self, module: str, ident: str) -> None:
        self.kinto.change(module, ident, **{"phone" if module == "customers" else "note": "TOUCHED"})

    def remove(self, module: str, ident: str) -> None:
        self.kinto.delete(module, ident)


def furnish(kinto: Kinto, customers: int = 5) -> None:
    kinto.reset("customers", "invoices")
    rows = [
        {"name": f"Firm {n}", "email": f"firm{n}@example.in", "phone": f"020 {n}", "limit": n * 100.5, "active": True,
         "address": {"city": "Pune", "pin": "411001"}}
        for n in range(customers)
    ]  # fmt: skip
    kinto.add_many("customers", rows)
    owner = str(kinto.rows("customers")[0]["id"])
    line = {"text": "rope", "qty": 2, "amount": 100}
    invoices = [{"number": f"S-{n}", "date": "2026-08-01", "customer_id": owner, "lines": [line]} for n in range(3)]
    kinto.add_many("invoices", invoices)


class RestRig(CustomRig):
    """The contract suite's rig over a simulated REST ERP, by the example of its style."""

    def __init__(self, erp: RestErp, folder: Path) -> None:
        self.erp = erp
        definition = (EXAMPLES / f"{erp.style}.yaml").read_text(encoding="utf-8")
        if erp.style == "shelf":
            super().__init__(folder, definition, erp.url, "api_key", {"api_key": API_KEY})
            return
        definition = definition.replace("https://login.example.com", erp.url)
        keys = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
        super().__init__(folder, definition, erp.url, "oauth2", keys)

    @property
    def quiet_requests(self) -> int:
        """A token and a list; or whose books, what changed in each of two lists, and what was deleted of one."""
        return 4 if self.erp.style == "shelf" else 2

    def ids(self, module: str) -> set[str]:
        return {str(row["id"]) for row in self.erp.rows(module)}

    def some(self, module: str) -> str:
        return str(self.erp.rows(module)[0]["id"])

    def change_one(self) -> tuple[str, str]:
        self.later()
        ident = self.some("customers")
        self.erp.change("customers", ident, phone="020 999")
        return "customers", ident

    def delete_one(self) -> tuple[str, str]:
        self.later()
        module = next(iter(reversed(self.modules)))
        ident = self.some(module)
        self.erp.delete(module, ident)
        return module, ident

    def later(self) -> None:
        self.erp.clock.advance(5)

    def break_next_answer(self) -> None:
        for _ in range(4):  # as often as a read is tried
            self.erp.plan("list", "cut")

    def requests(self) -> int:
        return len(self.erp.requests)

    def write_cases(self) -> Sequence[WriteCase]:
        limit, phone = ("credit", "phone") if self.erp.style == "shelf" else ("limit", "phone")
        customer = {"name": "Nandi & Söhne", phone: "020 1", limit: "1500.25", "address": {"city": "Pune"}}
        cases = [
            WriteCase(
                "customers",
                "customer",
                customer,
                {phone: None, "address": {"city": "Mumbai"}},
                named=self.erp.style == "shelf",
            ),
        ]
        if self.erp.style == "shelf":
            product = {"name": 'Rope 12" nylon', "code": "R-12", "price": "50.50"}
            cases.append(WriteCase("products", "product", product, {"price": "55.00"}, named=True))
        return cases

    def lose_next_write(self, done: bool) -> None:
        self.erp.plan("write", "lose" if done else "drop")

    def touch(self, module: str, ident: str) -> None:
        self.later()
        self.erp.change(module, ident, **{"email" if module == "customers" else "unit": "TOUCHED"})

    def remove(self, module: str, ident: str) -> None:
        self.erp.delete(module, ident)


def stock(erp: RestErp, customers: int = 7) -> None:
    """Some of everything, older than any pull; more than a page, and made one after the other."""
    erp.most = 3
    erp.clock.advance(-86_400)
    for n in range(customers):
        erp.clock.advance(600)
        address = {"city": "Pune", "zip": "411001", "floor": "2"}
        more = {"credit": 10.5 * n, "state": "active"} if erp.style == "shelf" else {"limit": 10.5 * n, "tags": ["new"]}
        erp.add("customers", name=f"Firm {n}", email=f"firm{n}@example.in", phone=None, address=address, **more)
    if erp.style == "shelf":
        for n in range(4):
            erp.clock.advance(600)
            erp.add("products", name=f"Rope {n}", code=f"R-{n}", unit="m", price=50 + n)
    erp.clock.advance(86_400)
