"""A simulated SAP Business One with the connector that looks at it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts, Reference
from app.connectors.sap import KIND
from app.connectors.sap.connector import SapConnector
from app.connectors.sap.entities import CONTACTS, ENTITIES, PARTNERS
from app.connectors.sap.records import contact_id, is_away, owner_of
from tests.connectors.contract import Hub, WriteCase
from tests.connectors.tally_rig import MemoryState
from tests.simulators.sap import COMPANY, PASSWORD, USER, SimulatedSap

MODULES: Mapping[str, frozenset[str]] = {
    template.module: frozenset(line.remote.split("[")[0].split(".")[0] for line in template.fields)
    for template in KIND.spec.templates
}
_NOTE = {PARTNERS: "FreeText", "Items": "ForeignName", CONTACTS: "Remarks1", "SalesOpportunities": "Remarks"}


@dataclass
class SapRig:
    """The contract suite's rig, and more. ``hub_key``: the field that carries our id."""

    sim: SimulatedSap
    folder: Path
    hub_key: str = ""
    v1: bool = False
    choices: dict[str, str] = field(default_factory=lambda: {"deposit_account": "Bank"})
    state: MemoryState = field(default_factory=MemoryState)
    hub: Hub = field(default_factory=Hub)
    modules: Mapping[str, frozenset[str]] = field(default_factory=lambda: MODULES)
    opened: list[SapConnector] = field(default_factory=list)
    #: Two for each module and one for payments, whose changes leave no stamp; a ping and a login.
    quiet_requests: int = 2 * 5 + 1 + 2

    def open(self, **auth: Any) -> SapConnector:
        settings = ConnectionSettings(
            "connection",
            "Demo",
            "sap",
            self.sim.url_v1 if self.v1 else self.sim.url,
            "username_password",
            {
                "company_db": COMPANY,
                "username": USER,
                "password": PASSWORD,
                "time_zone": "Asia/Kolkata",
                "choices": self.choices,
                **auth,
            },
            hub_keys=dict.fromkeys(ENTITIES, self.hub_key),
        )
        ports = ConnectorPorts(self.state, self.folder)
        connector = SapConnector(settings, ports, clock=self.sim.clock, sleep=lambda cancel, _seconds: cancel.check())
        self.opened.append(connector)
        return connector

    def close(self) -> None:
        for connector in self.opened:
            connector.close()

    def ids(self, module: str) -> set[str]:
        """What was taken out of use stays in SAP."""
        if module == CONTACTS:
            return {
                contact_id(row)
                for owner in self.sim.rows(PARTNERS)
                for row in owner.get(CONTACTS) or ()
                if owner["CardType"] == "cCustomer" and not is_away(CONTACTS, row)
            }
        return {
            str(row[ENTITIES[module].key])
            for row in self.sim.rows(module)
            if not is_away(module, row)
            and row.get("CardType") in (None, "cCustomer")
            and row.get("CancelStatus") != "csCancellation"
        }

    def some(self, module: str) -> str:
        return min(self.ids(module))

    def change_one(self) -> tuple[str, str]:
        ident = self.some("Orders")
        self.later()
        self.sim.change("Orders", int(ident), Comments="Changed by a person")
        return "Orders", ident

    def delete_one(self) -> tuple[str, str]:
        made = self.sim.add("Items", ItemCode="GONE", ItemName="Short-lived")
        self.hub.pull(self.open(), self.modules)
        self.later()
        self.sim.delete("Items", made)
        return "Items", "GONE"

    def later(self, seconds: float = 300) -> None:
        self.sim.clock.advance(seconds)

    def break_next_answer(self) -> None:
        for _ in range(4):  # as often as a read is tried
            self.sim.cut_next("list")

    def requests(self) -> int:
        return len(self.sim.requests)

    def write_cases(self) -> Sequence[WriteCase]:
        item, customer = self.some("Items"), self.some(PARTNERS)
        references = {
            ("product", item): Reference("product", item, item, "a product"),
            ("customer", customer): Reference("customer", customer, customer, "a customer"),
        }
        line = {"ItemCode": item, "ItemDescription": "blue", "Quantity": "2", "UnitPrice": "100"}
        document = {
            "NUMBER": "S-17",
            "DocDate": "2026-11-01",
            "DocDueDate": "2026-11-20",
            "CardCode": customer,
            "Comments": "as agreed",
            "DocumentLines": [line],
        }
        more = [{**line, "Quantity": "3"}, {"ItemCode": item, "Quantity": "1", "UnitPrice": "50"}]
        return [
            WriteCase(
                PARTNERS,
                "customer",
                {
                    "CardName": "Nandi Motors & Sons",
                    "FreeText": 'Asks for "Tom" first',
                    "Phone1": "020 1",
                    "BILL_TO": {"Street": "1 MG Road", "City": "Pune", "State": "MH", "Country": "IN"},
                },
                {"FreeText": None, "CardName": "Nandi Motors"},
            ),
            WriteCase(
                CONTACTS,
                "contact",
                {"FirstName": "Asha", "LastName": "Rao", "E_Mail": "asha@example.com", "CardCode": customer},
                {"E_Mail": "rao@example.com"},
                references,
                named=True,
            ),
            WriteCase(
                "Items",
                "product",
                {"ItemName": 'Rope 12" nylon', "ItemCode": "R-12", "PRICE": "50.5"},
                {"PRICE": "55"},
                named=True,
            ),
            WriteCase("Orders", "order", document, {"Comments": "changed", "DocumentLines": more}, references),
            WriteCase("Invoices", "invoice", document, {"Comments": "changed"}, references),
            WriteCase(
                "SalesOpportunities",
                "deal",
                {"OpportunityName": "Fleet", "CardCode": customer, "MaxLocalTotal": "5000", "Status": "sos_Open"},
                {"OpportunityName": "Whole fleet"},
                references,
            ),
            WriteCase(
                "IncomingPayments",
                "payment",
                {"DocDate": "2026-11-01", "CardCode": customer, "AMOUNT": "100", "Remarks": "thanks"},
                {"Remarks": "many thanks"},
                references,
            ),
        ]

    def lose_next_write(self, done: bool) -> None:
        self.sim.lose_next_write(done)

    def touch(self, module: str, ident: str) -> None:
        self.later()
        name = _NOTE.get(module, "Remarks" if module == "IncomingPayments" else "Comments")
        if module == CONTACTS:
            code, number = owner_of(ident)
            self.sim.change(PARTNERS, code, **{CONTACTS: [{"InternalCode": int(number), name: "TOUCHED"}]})
            return
        self.sim.change(module, self.key(module, ident), **{name: "TOUCHED"})

    def remove(self, module: str, ident: str) -> None:
        self.later()
        if module == CONTACTS:
            code, number = owner_of(ident)
            left = [row for row in self.sim.one(PARTNERS, code)[CONTACTS] if row["InternalCode"] != int(number)]
            self.sim.change(PARTNERS, code, replace=True, **{CONTACTS: left})
            return
        key = self.key(module, ident)
        with self.sim.company.lock:  # also what SAP itself would not delete
            self.sim.company.tables[module].forget(key)

    @staticmethod
    def key(module: str, ident: str) -> str | int:
        return int(ident) if ENTITIES[module].numbered else ident


def give_room(sim: SimulatedSap) -> None:
    """The field for our id, made by somebody."""
    for table in ("OCRD", "OCPR", "OITM", "OOPR", "ORDR", "ORCT"):
        sim.add("UserFieldsMD", Name="HubId", Type="db_Alpha", Size=40, Description="SalesMate", TableName=table)


def furnish(sim: SimulatedSap, count: int = 6) -> None:
    """Some of everything, older than any pull."""
    sim.clock.advance(-86_400)
    items = [
        sim.add("Items", ItemCode=f"I{n}", ItemName=f"Rope {n}", ItemPrices=[{"PriceList": 1, "Price": 50 + n}])
        for n in range(4)
    ]
    sim.add(PARTNERS, CardCode="V1", CardName="A supplier", CardType="cSupplier")
    for n in range(count):
        customer = sim.add(
            PARTNERS,
            CardCode=f"C{n}",
            CardName=f"Firm {n}",
            CardType="cCustomer",
            EmailAddress=f"firm{n}@example.com",
            BPAddresses=[
                {"AddressName": "Office", "AddressType": "bo_BillTo", "Street": f"{n} Main Road", "City": "Pune"}
            ],
            ContactEmployees=[{"Name": f"Person {n}", "FirstName": "Person", "LastName": str(n)}] if n % 2 else [],
        )
        sim.clock.advance(60)
        line = {"ItemCode": items[n % 4], "Quantity": 2, "UnitPrice": 100, "TaxCode": "GST18"}
        of = {"CardCode": customer, "DocDate": "2026-08-01", "DocDueDate": "2026-08-31", "DocumentLines": [line]}
        sim.add("Orders", **of)
        invoice = sim.add("Invoices", **of)
        sim.add("SalesOpportunities", CardCode=customer, OpportunityName=f"Deal {n}", MaxLocalTotal=100 * n)
        if n % 2:
            paid = [{"DocEntry": invoice, "InvoiceType": "it_Invoice", "SumApplied": 80}]
            account = {"TransferAccount": "_SYS00000000010", "TransferSum": 100, "TransferDate": "2026-08-09"}
            sim.add("IncomingPayments", CardCode=customer, DocDate="2026-08-09", PaymentInvoices=paid, **account)
    sim.clock.advance(86_400)
