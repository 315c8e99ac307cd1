"""A simulated QuickBooks Online with the connector that looks at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts, Reference
from app.connectors.quickbooks import KIND
from app.connectors.quickbooks.connector import QuickbooksConnector
from app.connectors.quickbooks.put_away import is_away
from app.model.tokens import MemoryTokens, Tokens
from tests.connectors.contract import Hub, WriteCase
from tests.connectors.tally_rig import MemoryState
from tests.simulators.quickbooks import SimulatedQuickbooks
from tests.simulators.quickbooks.accounts import CLIENT_ID, CLIENT_SECRET

MODULES: Mapping[str, frozenset[str]] = {
    template.module: frozenset(line.remote.split("[")[0].split(".")[0] for line in template.fields)
    for template in KIND.spec.templates
}


@dataclass
class QuickbooksRig:
    """The contract suite's rig, and more."""

    sim: SimulatedQuickbooks
    folder: Path
    choices: dict[str, str] = field(default_factory=lambda: {"income_account": "Sales of Product Income"})
    state: MemoryState = field(default_factory=MemoryState)
    tokens: MemoryTokens | None = None
    hub: Hub = field(default_factory=Hub)
    modules: Mapping[str, frozenset[str]] = field(default_factory=lambda: MODULES)
    opened: list[QuickbooksConnector] = field(default_factory=list)

    def open(self, **auth: Any) -> QuickbooksConnector:
        if self.tokens is None:
            self.tokens = MemoryTokens(Tokens(refresh=str(self.sim.grant()["refresh_token"])))
        settings = ConnectionSettings(
            "connection",
            "Demo",
            "quickbooks",
            self.sim.base_url,
            "oauth2",
            {
                "client_id": CLIENT_ID,
                "client_secret": CLIENT_SECRET,
                "discovery_url": self.sim.discovery_url,
                "environment": "sandbox",
                "realm_id": self.sim.realm,
                "choices": self.choices,
                **auth,
            },
        )
        ports = ConnectorPorts(self.state, self.folder, tokens=self.tokens)
        connector = QuickbooksConnector(settings, ports, sleep=lambda cancel, _seconds: cancel.check())
        self.opened.append(connector)
        return connector

    def close(self) -> None:
        for connector in self.opened:
            connector.close()

    def ids(self, module: str) -> set[str]:
        """What was taken out of use stays in QuickBooks."""
        return {str(row["Id"]) for row in self.sim.rows(module) if not is_away(row)}

    def some(self, module: str) -> str:
        return str(self.sim.rows(module)[0]["Id"])

    def change_one(self) -> tuple[str, str]:
        ident = self.some("Invoice")
        self.later()
        self.sim.change("Invoice", ident, PrivateNote="Changed by a person")
        return "Invoice", ident

    def delete_one(self) -> tuple[str, str]:
        ident = self.some("Estimate")
        self.later()
        self.sim.delete("Estimate", ident)
        return "Estimate", ident

    def later(self, seconds: float = 5) -> None:
        self.sim.clock.advance(seconds)

    def break_next_answer(self) -> None:
        for _ in range(4):  # as often as a read is tried
            self.sim.cut_next("query")

    def requests(self) -> int:
        return len(self.sim.requests)

    def write_cases(self) -> Sequence[WriteCase]:
        item, customer = self.some("Item"), self.some("Customer")
        references = {
            ("product", item): Reference("product", item, item, "a product"),
            ("customer", customer): Reference("customer", customer, customer, "a customer"),
        }
        line = {
            "Description": "blue",
            "Amount": "200.00",
            "SalesItemLineDetail": {"ItemRef": item, "Qty": "2", "UnitPrice": "100"},
        }
        document = {
            "DocNumber": "S-17",
            "TxnDate": "2026-11-01",
            "CustomerRef": customer,
            "PrivateNote": "as agreed",
            "Line": [line],
        }
        more = [
            line,
            {
                **line,
                "Amount": "50.00",
                "SalesItemLineDetail": {**line["SalesItemLineDetail"], "Qty": "1", "UnitPrice": "50"},
            },
        ]
        return [
            WriteCase(
                "Customer",
                "customer",
                {
                    "DisplayName": "Nandi Motors & Sons",
                    "Notes": 'Asks for "Tom" first',
                    "PrimaryPhone": {"FreeFormNumber": "020 1"},
                },
                {"Notes": None, "DisplayName": "Nandi Motors"},
                named=True,
            ),
            WriteCase(
                "Item",
                "product",
                {"Name": 'Rope 12" nylon', "Sku": "R-12", "UnitPrice": "50.50"},
                {"UnitPrice": "55.00"},
            ),
            WriteCase("Invoice", "invoice", document, {"PrivateNote": "changed", "Line": more}, references),
            WriteCase(
                "Estimate", "order", {**document, "TxnStatus": "Accepted"}, {"TxnStatus": "Rejected"}, references
            ),
        ]

    def lose_next_write(self, done: bool) -> None:
        self.sim.lose_next_write(done)

    def touch(self, module: str, ident: str) -> None:
        self.later()
        self.sim.change(
            module,
            ident,
            **{"Description" if module == "Item" else "Notes" if module == "Customer" else "PrivateNote": "TOUCHED"},
        )

    def remove(self, module: str, ident: str) -> None:
        self.later()
        self.sim.delete(module, ident)


def furnish(sim: SimulatedQuickbooks, count: int = 8) -> None:
    """Some of everything, older than any pull."""
    sim.clock.advance(-86_400)
    account = next(row for row in sim.rows("Account") if row["AccountType"] == "Income")
    income = {"value": account["Id"]}
    items = [
        sim.add("Item", Name=f"Rope {n}", Type="NonInventory", UnitPrice=50 + n, IncomeAccountRef=income)
        for n in range(4)
    ]
    for n in range(count):
        customer = sim.add(
            "Customer", DisplayName=f"Firm {n}", PrimaryEmailAddr={"Address": f"firm{n}@example.com"},
            BillAddr={"Line1": f"{n} Main Street", "Line2": "Floor 2", "City": "Austin"},
        )  # fmt: skip
        line = {
            "DetailType": "SalesItemLineDetail", "Amount": 200,
            "SalesItemLineDetail": {"ItemRef": {"value": items[n % 4]}, "Qty": 2, "UnitPrice": 100},
        }  # fmt: skip
        of = {"CustomerRef": {"value": customer}, "TxnDate": "2026-08-01", "Line": [line]}
        sim.add("Estimate", DocNumber=f"E-{n}", TxnStatus="Pending", **of)
        invoice = sim.add("Invoice", DocNumber=f"I-{n}", **of)
        if n % 2:
            paid = [{"Amount": 80, "LinkedTxn": [{"TxnId": invoice, "TxnType": "Invoice"}]}]
            sim.add("Payment", CustomerRef=of["CustomerRef"], TotalAmt=100, TxnDate="2026-08-09", Line=paid)
    sim.clock.advance(86_400)
