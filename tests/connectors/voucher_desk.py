"""Documents of a hub on their way into a simulated Tally: ops as the engine makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from app.connectors.base import Reference, WriteKind, WriteOp, Written
from app.connectors.tally.connector import TallyConnector
from app.connectors.tally.folding import fold_name
from app.connectors.tally.roles import KEY_SEPARATOR
from app.model.cancel import CancelToken
from app.model.ids import new_id
from app.model.records import RemoteRecord
from tests.connectors.tally_rig import COMPANY, TallyRig

CHOICES = {
    "sales": "Sales @18%",
    "services": "Service Income",
    "freight": "Freight & Forwarding",
    "round_off": "Round Off",
    "tax:CGST": "Output CGST",
    "tax:SGST": "Output SGST",
    "tax:IGST": "Output IGST",
    "bank": "HDFC Bank Current A/c",
    "type:Sales": "Sales",
    "type:Sales Order": "Sales Order",
}
DAY = "2026-08-05"
ENTITY_OF = {"Sales": "invoice", "Sales Order": "order", "Receipt": "payment"}


def paise(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01'), ROUND_HALF_UP):.2f}"


@dataclass
class Desk:
    """Makes ops for the books of ``rig`` and has them written."""

    rig: TallyRig
    connector: TallyConnector

    @classmethod
    def at(cls, rig: TallyRig, **auth: Any) -> Desk:
        return cls(rig, rig.open(**{"choices": CHOICES, "optional_vouchers": False, **auth}))

    # -- documents ------------------------------------------------------------------------------------------------

    @property
    def customer(self) -> str:
        """A bill-wise customer of the company's own state, so that CGST and SGST are due."""
        books = self.rig.books
        return next(one.name for one in books.customers() if one.bill_wise and one.state == books.company.state)

    def items(self, count: int) -> list[str]:
        return [one.name for one in self.rig.books.items() if one.unit == "Nos"][:count]

    def invoice(self, *goods: tuple[str, str, str], **changes: Any) -> dict[str, Any]:
        """An invoice of goods (item, quantity, rate) with 9 % each of CGST and SGST."""
        rows = goods or tuple((item, "2", "100.00") for item in self.items(1))
        lines = [line(*row) for row in rows]
        taxable = sum((Decimal(one["AMOUNT"]) for one in lines), Decimal(0))
        half = paise(taxable * 9 / 100)
        fields = {
            "VOUCHERNUMBER": "INV-9",
            "DATE": DAY,
            "PARTY": fold_name(self.customer),
            "STATUS": "posted",
            "NARRATION": "sent from the hub",
            "DUEDATE": "2026-09-04",
            "REFERENCE": "PO-7",
            "LINES": lines,
            "TAXES": [
                {"NAME": "CGST", "RATE": "9", "AMOUNT": half},
                {"NAME": "SGST", "RATE": "9", "AMOUNT": half},
            ],
            "SUBTOTAL": paise(taxable),
            "TAXTOTAL": paise(2 * Decimal(half)),
            "ROUNDOFF": "0.00",
            "TOTAL": paise(taxable + 2 * Decimal(half)),
            "PLACEOFSUPPLY": "Maharashtra",
        }
        return {**fields, **changes}

    def order(self, *goods: tuple[str, str, str], **changes: Any) -> dict[str, Any]:
        fields = self.invoice(*goods, VOUCHERNUMBER="SO-9", **changes)
        del fields["PLACEOFSUPPLY"]
        return fields

    def receipt(self, amount: str = "500.00", *allocations: Mapping[str, Any], **changes: Any) -> dict[str, Any]:
        fields = {
            "VOUCHERNUMBER": "R-1",
            "DATE": DAY,
            "PARTY": fold_name(self.customer),
            "STATUS": "posted",
            "NARRATION": None,
            "AMOUNT": amount,
            "ACCOUNT": "HDFC Bank Current A/c",
            "MODE": "Cheque",
            "INSTRUMENTNUMBER": "004512",
            "INSTRUMENTDATE": DAY,
            "ALLOCATIONS": list(allocations),
        }
        return {**fields, **changes}

    def number_by_hand(self, voucher_type: str) -> None:
        """From now on Tally keeps the numbers that are sent."""
        self.rig.sim.control.set_numbering(COMPANY, voucher_type, "Manual")

    # -- ops ------------------------------------------------------------------------------------------------------

    def op(self, module: str, kind: WriteKind, whole: Mapping[str, Any], **changes: Any) -> WriteOp:
        arguments: dict[str, Any] = {
            "op_id": new_id(),
            "kind": kind,
            "entity": ENTITY_OF[module],
            "module": module,
            "hub_key": new_id(),
            "label": str(whole.get("VOUCHERNUMBER") or ""),
            "fields": whole,
            "whole": whole,
            "references": self.references(whole),
        }
        return WriteOp(**{**arguments, **changes})

    def create(self, module: str, whole: Mapping[str, Any], **changes: Any) -> WriteOp:
        return self.op(module, WriteKind.CREATE, whole, **changes)

    def update(self, before: RemoteRecord, hub_key: str | None = None, **changes: Any) -> WriteOp:
        """A change of what ``before`` shows; everything else is as the hub has it, which is the same."""
        whole = {
            name: value for name, value in before.fields.items() if name not in ("GUID", "PARTYNAME", "CUSTOMPARTY")
        }
        if "LINES" in changes or "TAXES" in changes:
            for name in ("SUBTOTAL", "TAXTOTAL", "TOTAL"):
                whole.pop(name, None)
        whole |= changes
        return self.op(
            before.module,
            WriteKind.UPDATE,
            whole,
            fields=changes,
            remote_id=before.id,
            before=before,
            label=before.label,
            hub_key=hub_key or before.hub_key or new_id(),
        )

    def delete(self, before: RemoteRecord) -> WriteOp:
        return self.op(
            before.module,
            WriteKind.DELETE,
            {},
            remote_id=before.id,
            before=before,
            label=before.label,
            hub_key=before.hub_key or new_id(),
        )

    def references(self, whole: Mapping[str, Any]) -> dict[tuple[str, str], Reference]:
        company = self.rig.books.company
        found: dict[tuple[str, str], Reference] = {}
        party = whole.get("PARTY")
        ledger = company.find_ledger(party) if party else None
        if ledger is not None:
            found["customer", party] = Reference("customer", str(ledger.id), party, ledger.name)
        for one in whole.get("LINES") or ():
            item = company.find_item(one["STOCKITEM"]) if one.get("STOCKITEM") else None
            if item is not None:
                found["product", one["STOCKITEM"]] = Reference("product", str(item.id), one["STOCKITEM"], item.name)
        return found

    # -- writing --------------------------------------------------------------------------------------------------

    def write(self, op: WriteOp) -> Written:
        return self.connector.write(op, CancelToken())

    def find(self, op: WriteOp) -> RemoteRecord | None:
        return self.connector.find(op, CancelToken())

    def made(self, module: str, whole: Mapping[str, Any]) -> RemoteRecord:
        """A document written and read back."""
        record = self.write(self.create(module, whole)).record
        assert record is not None
        return record

    def read(self, module: str, ident: int | str) -> RemoteRecord:
        (record,) = self.connector.read(module, [str(ident)], CancelToken())
        return record

    def count(self) -> int:
        return len(self.rig.books.company.vouchers)

    def bill_key(self, name: str, bill: str) -> str:
        ledger = self.rig.books.company.find_ledger(name)
        assert ledger is not None
        return f"{ledger.id}{KEY_SEPARATOR}{bill}"


def line(item: str, quantity: str, rate: str, **changes: Any) -> dict[str, Any]:
    return {
        "STOCKITEM": fold_name(item),
        "DESCRIPTION": None,
        "GSTHSNNAME": None,
        "BILLEDQTY": quantity,
        "UNIT": "Nos",
        "RATE": rate,
        "DISCOUNT": "0",
        "GSTRATE": "18",
        "AMOUNT": paise(Decimal(quantity) * Decimal(rate)),
        **changes,
    }


def charge(description: str, amount: str) -> dict[str, Any]:
    """A line without goods."""
    return {**dict.fromkeys(line("x", "1", "1.00")), "DESCRIPTION": description, "AMOUNT": amount}


def agree(meant: Mapping[str, Any], shown: Mapping[str, Any], but: Sequence[str] = ()) -> list[str]:
    """What was meant and reads otherwise; nothing and zero are one discount, HSN and tax names are Tally's."""
    return [
        f"{name}: {shown.get(name)!r} instead of {value!r}"
        for name, value in meant.items()
        if name not in but and _plain(name, value) != _plain(name, shown.get(name))
    ]


def _plain(name: str, value: Any) -> Any:
    if name == "LINES":
        about = ("STOCKITEM", "BILLEDQTY", "UNIT", "RATE", "DISCOUNT", "GSTRATE", "AMOUNT")
        return [{key: None if row.get(key) in ("0", None) else row[key] for key in about} for row in value]
    if name == "TAXES":
        return [row["AMOUNT"] for row in value]
    return value


def sums(total: str) -> dict[str, Any]:
    """The sums of a document without taxes."""
    return {"TAXES": [], "SUBTOTAL": total, "TAXTOTAL": "0.00", "TOTAL": total}
