"""A simulated Tally with the connector that looks at it, and what the books say in the connector's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.tally import KIND
from app.connectors.tally.connector import TallyConnector
from app.connectors.tally.folding import fold_name
from app.connectors.tally.roles import KEY_SEPARATOR
from app.model.values import canonical_number
from app.simulator import CompanySpec, SimulatedTally
from app.simulator.truth import Books, Customer, Document, Product, Receipt
from tests.connectors.contract import Hub, WriteCase

COMPANY = "Demo Traders & Co"
MODULES: Mapping[str, frozenset[str]] = {
    template.module: frozenset(line.remote.split("[")[0] for line in template.fields)
    for template in KIND.spec.templates
}
NEW_CUSTOMER = {
    "NAME": "Nandi Motors (Pune) & Sons",
    "PARENT": "Sundry Debtors",
    "EMAIL": "nandi@example.in",
    "LEDGERPHONE": "020-555 0101",
    "ADDRESS": "1 Station Road\nNear the well",
    "LEDSTATENAME": "Maharashtra",
    "PINCODE": "411001",
    "COUNTRYNAME": "India",
    "PARTYGSTIN": "27AABCN1234A1Z5",
    "GSTREGISTRATIONTYPE": "Regular",
    "INCOMETAXNUMBER": "AABCN1234A",
    "CREDITLIMIT": "50000.00",
    "BILLCREDITPERIOD": "30",
    "OPENINGBALANCE": "-1250.50",
    "NARRATION": 'Asks for "Tom" first',
}
NEW_ITEM = {
    "NAME": 'Rope 12" nylon',
    "PARTNO": "R-12",
    "BASEUNITS": "Nos",
    "DESCRIPTION": "twisted",
    "HSNCODE": "5607",
    "GSTRATE": "12",
    "TAXABILITY": "Taxable",
    "OPENINGBALANCE": "100",
    "OPENINGRATE": "50.00",
    "OPENINGVALUE": "-5000.00",
}
CAPTURES = Path(__file__).parents[3] / "shared" / "samples" / "tally"


class MemoryState:
    """A connector's memory, kept as JSON would keep it."""

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}

    def load(self, name: str) -> Any | None:
        return self.values.get(name)

    def save(self, name: str, value: Any) -> None:
        import json

        self.values[name] = json.loads(json.dumps(value))


@dataclass
class TallyRig:
    """The contract suite's rig, and more."""

    sim: SimulatedTally
    locks: Path
    company: str = COMPANY
    auth: dict[str, Any] = field(default_factory=dict)
    state: MemoryState = field(default_factory=MemoryState)
    hub: Hub = field(default_factory=Hub)
    modules: Mapping[str, frozenset[str]] = field(default_factory=lambda: MODULES)

    def open(self, **auth: Any) -> TallyConnector:
        settings = ConnectionSettings(
            "connection", "Demo", "tally", self.sim.url, "none", {"company": self.company, **self.auth, **auth}
        )
        connector = KIND.open(settings, ConnectorPorts(self.state, self.locks))
        assert isinstance(connector, TallyConnector)
        return connector

    @property
    def books(self) -> Books:
        return self.sim.books(self.company)

    def ids(self, module: str) -> set[str]:
        books = self.books
        found: Any = {
            "Ledger": books.customers,
            "StockItem": books.items,
            "Sales Order": books.orders,
            "Sales": books.invoices,
            "Receipt": books.receipts,
        }[module]()
        return {str(one.master_id) for one in found}

    def a_customer(self) -> Customer:
        return next(one for one in self.books.customers() if one.bill_wise)

    def change_one(self) -> tuple[str, str]:
        customer = self.a_customer()
        self.sim.control.edit_customer(self.company, customer.name, email="new@example.in")
        return "Ledger", str(customer.master_id)

    def delete_one(self) -> tuple[str, str]:
        invoice = list(self.books.invoices())[3]
        self.sim.control.delete_voucher(self.company, invoice.master_id)
        return "Sales", str(invoice.master_id)

    def write_cases(self) -> list[WriteCase]:
        return [
            WriteCase("Ledger", "customer", NEW_CUSTOMER, {"EMAIL": "new@example.in", "ADDRESS": None}, named=True),
            WriteCase("StockItem", "product", NEW_ITEM, {"DESCRIPTION": "thicker", "GSTRATE": "5"}, named=True),
        ]

    def lose_next_write(self, done: bool) -> None:
        self.sim.control.lose_next_import("after" if done else "before")

    def touch(self, module: str, ident: str) -> None:
        if module == "Ledger":
            self.sim.control.edit_customer(self.company, self._named(module, ident), contact="Asha Rao")
        elif module == "StockItem":
            self.sim.control.edit_item(self.company, self._named(module, ident), part_no="TOUCHED")
        else:
            self.sim.control.edit_voucher(self.company, int(ident), reference="TOUCHED")

    def _named(self, module: str, ident: str) -> str:
        company = self.books.company
        table: Mapping[str, Any] = company.ledgers if module == "Ledger" else company.items
        return next(str(one.name) for one in table.values() if one.id == int(ident))

    def remove(self, module: str, ident: str) -> None:
        if module == "Ledger":
            self.sim.control.delete_customer(self.company, self._named(module, ident))
        elif module == "StockItem":
            company = self.books.company
            del company.items[fold_name(self._named(module, ident))]
            company.touch_master()
        else:
            self.sim.control.delete_voucher(self.company, int(ident))

    def break_next_answer(self) -> None:
        self.sim.control.cut_next_answer(700)

    def requests(self) -> int:
        return len(self.sim.requests)

    def _ledger_id(self, name: str | None) -> int | None:
        ledger = self.books.company.find_ledger(name) if name else None
        return None if ledger is None else ledger.id

    # -- comparing ------------------------------------------------------------------------------------------------

    def differences(self) -> list[str]:
        """Every field in which the hub differs from the books."""
        books = self.books
        customers = {customer.name for customer in books.customers()}
        expected: dict[tuple[str, str], dict[str, Any]] = {}
        for customer in books.customers():
            expected["Ledger", str(customer.master_id)] = customer_fields(customer)
        for item in books.items():
            expected["StockItem", str(item.master_id)] = item_fields(item)
        for module, documents in (("Sales Order", books.orders()), ("Sales", books.invoices())):
            for document in documents:
                expected[module, str(document.master_id)] = document_fields(module, document, customers)
        for receipt in books.receipts():
            expected["Receipt", str(receipt.master_id)] = receipt_fields(receipt, self._ledger_id(receipt.party))
        found = [f"{key}: missing" for key in expected.keys() - self.hub.fields.keys() if key[0] in self.modules]
        found += [f"{key}: too much" for key in self.hub.fields.keys() - expected.keys()]
        for key in expected.keys() & self.hub.fields.keys():
            have = self.hub.fields[key]
            found += [
                f"{key} {name}: {have.get(name)!r} instead of {value!r}"
                for name, value in expected[key].items()
                if have.get(name) != value
            ]
        return found


def money(value: Decimal | None) -> str | None:
    return None if value is None else canonical_number(value, money=True)


def number(value: Decimal | int | None) -> str | None:
    return None if value is None else canonical_number(value)


def text(value: str) -> str | None:
    return value or None


def customer_fields(customer: Customer) -> dict[str, Any]:
    return {
        "NAME": customer.name,
        "PARENT": customer.group,
        "PARTYGSTIN": text(customer.gstin),
        "GSTREGISTRATIONTYPE": text(customer.gst_registration_type),
        "INCOMETAXNUMBER": text(customer.pan),
        "EMAIL": text(customer.email),
        "LEDGERPHONE": text(customer.phone),
        "LEDGERMOBILE": text(customer.mobile),
        "LEDGERCONTACT": text(customer.contact_person),
        "WEBSITE": text(customer.website),
        "ADDRESS": text("\n".join(customer.address)),
        "LEDSTATENAME": text(customer.state),
        "COUNTRYNAME": text(customer.country),
        "PINCODE": text(customer.pincode),
        "NARRATION": text(customer.narration),
        "CREDITLIMIT": money(customer.credit_limit),
        "BILLCREDITPERIOD": number(customer.credit_days),
        "OPENINGBALANCE": money(-customer.opening_balance) if customer.opening_balance is not None else None,
        "CLOSINGBALANCE": money(-customer.closing_balance) if customer.closing_balance is not None else None,
    }


def item_fields(item: Product) -> dict[str, Any]:
    return {
        "NAME": item.name,
        "PARENT": text(item.group),
        "BASEUNITS": item.unit,
        "PARTNO": text(item.part_no),
        "DESCRIPTION": text(item.description),
        "HSNCODE": text(item.hsn_code),
        "GSTRATE": number(item.gst_rate) if item.taxability else None,
        "TAXABILITY": text(item.taxability),
        # Tally shows no quantity rather than a quantity of zero.
        "OPENINGBALANCE": number(item.opening_quantity or None),
        "OPENINGVALUE": money(-item.opening_value),
        "CLOSINGBALANCE": number(item.closing_quantity or None),
        "CLOSINGVALUE": money(-item.closing_value) if item.closing_value is not None else None,
    }


def document_fields(module: str, document: Document, customers: set[str]) -> dict[str, Any]:
    customer = document.party if document.party in customers else None
    lines = [
        {
            "STOCKITEM": fold_name(line.product) if line.product else None,
            "STOCKITEMNAME": line.product,
            "DESCRIPTION": None if line.product else line.ledger,
            "GSTHSNNAME": text(line.hsn_code) if line.product else None,
            "BILLEDQTY": number(line.quantity),
            "UNIT": text(line.unit),
            "RATE": money(line.rate),
            "DISCOUNT": number(line.discount_percent) if line.product else None,
            "GSTRATE": number(line.gst_rate) if line.product else None,
            "AMOUNT": money(line.amount),
            "LEDGERNAME": line.ledger,
        }
        for line in document.lines
    ]
    lines += [
        {
            "STOCKITEM": None,
            "STOCKITEMNAME": None,
            "DESCRIPTION": charge.ledger,
            "GSTHSNNAME": None,
            "BILLEDQTY": None,
            "UNIT": None,
            "RATE": None,
            "DISCOUNT": None,
            "GSTRATE": None,
            "AMOUNT": money(charge.amount),
            "LEDGERNAME": charge.ledger,
        }
        for charge in document.charges
    ]
    empty = not document.lines and not document.total
    fields: dict[str, Any] = {
        "VOUCHERNUMBER": text(document.number),
        "DATE": document.date.isoformat(),
        "STATUS": document.status,
        "REFERENCE": text(document.reference),
        "NARRATION": text(document.narration),
        "VOUCHERTYPENAME": document.voucher_type,
        "PARTYNAME": document.party,
        "PARTY": fold_name(customer) if customer else None,
        "CUSTOMPARTY": document.party if not customer else None,
        "LINES": lines,
        "TAXES": [{"NAME": tax.ledger, "RATE": None, "AMOUNT": money(tax.amount)} for tax in document.taxes],
    }
    if not empty:
        fields |= {
            "TOTAL": money(document.total),
            "TAXTOTAL": money(document.tax_total),
            "ROUNDOFF": money(document.round_off),
            "SUBTOTAL": money(sum((Decimal(line["AMOUNT"]) for line in lines), Decimal(0))),
        }
    if module == "Sales Order":
        fields["DUEDATE"] = document.due_date.isoformat() if document.due_date else None
    else:
        fields["PLACEOFSUPPLY"] = text(document.place_of_supply)
    return fields


_KINDS = {"Agst Ref": "against", "New Ref": "new", "Advance": "advance", "On Account": "on_account"}


def receipt_fields(receipt: Receipt, party_id: int | None) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "VOUCHERNUMBER": text(receipt.number),
        "DATE": receipt.date.isoformat(),
        "STATUS": receipt.status,
        "NARRATION": text(receipt.narration),
        "PARTY": fold_name(receipt.customer) if receipt.customer else None,
        "MODE": text(receipt.mode),
        "INSTRUMENTNUMBER": text(receipt.instrument_number),
        "INSTRUMENTDATE": receipt.instrument_date.isoformat() if receipt.instrument_date else None,
        "ALLOCATIONS": [
            {
                "INVOICE": f"{party_id}{KEY_SEPARATOR}{one.reference}" if one.kind == "Agst Ref" else None,
                "NAME": text(one.reference),
                "KIND": _KINDS[one.kind],
                "AMOUNT": money(one.amount),
            }
            for one in receipt.allocations
        ],
    }
    if receipt.party:
        fields |= {"PARTYNAME": receipt.party, "AMOUNT": money(receipt.amount), "ACCOUNT": receipt.account}
    return fields


def company(**changes: Any) -> CompanySpec:
    return CompanySpec(**{"name": COMPANY, "customers": 25, "items": 15, "vouchers": 160, "seed": 3, **changes})
