"""A simulated Zoho CRM with the connector that looks at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts, Reference
from app.connectors.zoho import KIND
from app.connectors.zoho.connector import ZohoConnector
from app.connectors.zoho.template import HUB_KEY
from app.model.tokens import MemoryTokens, Tokens
from tests.connectors.contract import Hub, WriteCase
from tests.connectors.tally_rig import MemoryState
from tests.simulators.zoho import SimulatedZoho
from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET

MODULES: Mapping[str, frozenset[str]] = {
    template.module: frozenset(line.remote.split("[")[0] for line in template.fields)
    for template in KIND.spec.templates
    if template.given is None
}
PERSON = {
    "Full_Name": "Nandi Motors (Pune) & Sons",
    "Email": "nandi@example.in",
    "Phone": "020-555 0101",
    "Mailing_Street": "1 Station Road\nNear the well",
    "Mailing_City": "Pune",
    "Mailing_Zip": "411001",
    "Mailing_Country": "India",
    "Description": 'Asks for "Tom" first',
}
COMPANY = {"Account_Name": "Nandi's Motors", "Phone": "020-555 0101", "Billing_City": "Pune"}
PRODUCT = {"Product_Name": 'Rope 12" nylon', "Product_Code": "R-12", "Unit_Price": "50.50", "Product_Active": True}


@dataclass
class ZohoRig:
    """The contract suite's rig, and more. ``keyed``: every module has a field for our id."""

    sim: SimulatedZoho
    folder: Path
    keyed: bool = True
    state: MemoryState = field(default_factory=MemoryState)
    tokens: MemoryTokens | None = None
    hub: Hub = field(default_factory=Hub)
    modules: Mapping[str, frozenset[str]] = field(default_factory=lambda: MODULES)
    opened: list[ZohoConnector] = field(default_factory=list)

    def __post_init__(self) -> None:
        # Stamps have whole seconds: what follows upon a change is later.
        self.sim.org.changed.append(lambda *_: self.later(3))
        if self.keyed:
            for module in self.modules:
                self.sim.add_field(module, HUB_KEY, unique=True, length=50)

    @property
    def quiet_requests(self) -> int:
        """What changed and what was deleted, of each module."""
        return 2 * len(self.modules)

    def open(self, **auth: Any) -> ZohoConnector:
        if self.tokens is None:
            granted = self.sim.grant()
            extras = {"api_domain": str(granted["api_domain"])}
            self.tokens = MemoryTokens(Tokens(refresh=str(granted["refresh_token"]), extras=extras))
        settings = ConnectionSettings(
            "connection",
            "Demo",
            "zoho",
            self.sim.base_url,
            "oauth2",
            {
                "client_id": CLIENT_ID,
                "client_secret": CLIENT_SECRET,
                "accounts_url": self.sim.accounts_url,
                "edition": "enterprise",
                **auth,
            },
            hub_keys=dict.fromkeys(self.modules, HUB_KEY if self.keyed else ""),
        )
        ports = ConnectorPorts(self.state, self.folder, tokens=self.tokens)
        connector = ZohoConnector(settings, ports, sleep=lambda cancel, _seconds: cancel.check())
        self.opened.append(connector)
        return connector

    def close(self) -> None:
        for connector in self.opened:
            connector.close()

    def ids(self, module: str) -> set[str]:
        return {str(row["id"]) for row in self.sim.rows(module)}

    def some(self, module: str) -> str:
        return str(self.sim.rows(module)[0]["id"])

    def change_one(self) -> tuple[str, str]:
        ident = self.some("Sales_Orders")
        self.later()
        self.sim.change("Sales_Orders", ident, Description="Changed by a person")
        return "Sales_Orders", ident

    def delete_one(self) -> tuple[str, str]:
        ident = self.some("Contacts")
        self.later()
        self.sim.delete("Contacts", ident)
        return "Contacts", ident

    def later(self, seconds: float = 5) -> None:
        self.sim.clock.advance(seconds)

    def break_next_answer(self) -> None:
        for _ in range(4):  # as often as a read is tried
            self.sim.cut_next("list")

    def requests(self) -> int:
        return len(self.sim.requests)

    def write_cases(self) -> Sequence[WriteCase]:
        product, contact = self.some("Products"), self.some("Contacts")
        lines = [
            {
                "Product_Name": product,
                "Description": "blue",
                "Quantity": "2",
                "List_Price": "100",
                "Discount_Percent": "10",
                "Amount": "180.00",
            }
        ]
        order = {
            "Subject": "SO-17",
            "Contact_Name": contact,
            "Status": "Approved",
            "Due_Date": "2026-12-01",
            "Purchase_Order": "PO 5",
            "Ordered_Items": lines,
            "Grand_Total": "212.40",
        }
        references = {
            ("product", product): Reference("product", product, product, "a product"),
            ("customer", contact): Reference("customer", contact, contact, "a person"),
        }
        more = [*lines, {**lines[0], "Quantity": "1", "Discount_Percent": None, "Amount": "100.00"}]
        return [
            WriteCase("Contacts", "customer", PERSON, {"Full_Name": "Nandi Motors", "Mailing_City": None}),
            WriteCase("Products", "product", PRODUCT, {"Unit_Price": "55.00"}, named=not self.keyed),
            WriteCase("Sales_Orders", "order", order, {"Ordered_Items": more, "Grand_Total": "330.40"}, references),
        ]

    def lose_next_write(self, done: bool) -> None:
        self.sim.lose_next_write(done)

    def touch(self, module: str, ident: str) -> None:
        self.later()
        self.sim.change(module, ident, Description="TOUCHED")

    def remove(self, module: str, ident: str) -> None:
        self.later()
        self.sim.delete(module, ident)


def furnish(sim: SimulatedZoho, count: int = 12) -> None:
    """Some of everything, older than any pull."""
    sim.clock.advance(-86_400)
    accounts = [sim.add("Accounts", Account_Name=f"Firm {n}", Phone=f"020 {n}") for n in range(count)]
    people = [
        sim.add(
            "Contacts",
            Last_Name=f"Rao {n}",
            First_Name="Asha",
            Email=f"rao{n}@example.in",
            Account_Name={"id": accounts[n]},
        )
        for n in range(count)
    ]
    products = [
        sim.add("Products", Product_Name=f"Rope {n}", Product_Code=f"R-{n}", Unit_Price=50 + n) for n in range(5)
    ]
    for n in range(count):
        of = {"Account_Name": {"id": accounts[n]}, "Contact_Name": {"id": people[n]}}
        lines = [{"Product_Name": {"id": products[n % 5]}, "Quantity": 2, "List_Price": 100, "Discount": 20}]
        sim.add("Deals", Deal_Name=f"Deal {n}", Stage="Qualification", Amount=1000, Closing_Date="2026-12-31", **of)
        sim.add("Sales_Orders", Subject=f"SO-{n}", Ordered_Items=lines, Status="Created", **of)
        sim.add("Invoices", Subject=f"INV-{n}", Invoiced_Items=lines, Invoice_Date="2026-08-01", Status="Created", **of)
    sim.clock.advance(86_400)
