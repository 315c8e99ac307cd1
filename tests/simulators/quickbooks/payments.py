"""Payments, and what they do to the invoices they are applied to."""

from __future__ import annotations

from decimal import Decimal

from tests.simulators.quickbooks.books import Books, Record, decimal, number
from tests.simulators.quickbooks.entities import ENTITIES, Entity
from tests.simulators.quickbooks.problems import Refused

_PAYMENT, _INVOICE = ENTITIES["Payment"], ENTITIES["Invoice"]


class Payments:
    def __init__(self, books: Books) -> None:
        self._books = books

    def fit(self, made: Record, old: Record | None) -> Record:
        """A payment with what isn't applied. Raises the fault for one that pays more than there is."""
        total = self._money(made["TotalAmt"])
        parts = self._parts(made)
        if sum(parts.values(), Decimal()) > total:
            raise Refused("6000", "The amount applied is more than the payment.")
        for id, amount in parts.items():
            self._payable(id, amount, made, (old or {}).get("Id", ""))
        made.setdefault("DepositToAccountRef", {"value": self._undeposited()})
        return {**made, "Line": made.get("Line", []), "UnappliedAmt": number(total - sum(parts.values(), Decimal()))}

    def store(self, made: Record, operation: str) -> Record:
        before = {id for id, paid in self._books.applied.items() if made["Id"] in paid}
        parts = self._parts(made)
        done = self._books.store(_PAYMENT, made, operation)
        for id in sorted(before | parts.keys()):
            self._apply(id, done["Id"], parts.get(id, Decimal()))
        return done

    def release(self, entity: Entity, record: Record) -> None:
        """Nothing is applied any more, before a payment or an invoice goes."""
        if entity is _PAYMENT:
            for id in [id for id, paid in self._books.applied.items() if record["Id"] in paid]:
                self._apply(id, record["Id"], Decimal())
        elif entity is _INVOICE:
            for id in list(self._books.applied.pop(record["Id"], {})):
                payment = self._books.record(_PAYMENT, id)
                lines = [line for line in payment["Line"] if record["Id"] not in _invoices(line)]
                rest = {**payment, "Line": lines}
                left = decimal(payment["TotalAmt"]) - sum(self._parts(rest).values(), Decimal())
                self._books.store(_PAYMENT, {**rest, "UnappliedAmt": number(left)}, "Update")

    def _apply(self, invoice: str, payment: str, amount: Decimal) -> None:
        """The invoice's balance follows, and its SyncToken."""
        paid = self._books.applied.setdefault(invoice, {})
        if paid.get(payment, Decimal()) == amount:
            return
        paid[payment] = amount
        if not amount:
            del paid[payment]
        record = self._books.record(_INVOICE, invoice)
        others = [link for link in record.get("LinkedTxn", ()) if link["TxnType"] != "Payment"]
        links = [*others, *({"TxnId": id, "TxnType": "Payment"} for id in paid)]
        left = decimal(record["TotalAmt"]) - sum(paid.values(), Decimal())
        self._books.store(_INVOICE, {**record, "Balance": number(left), "LinkedTxn": links}, "Update")

    def _payable(self, invoice: str, amount: Decimal, made: Record, payment: str) -> None:
        record = self._books.record(_INVOICE, invoice)
        if record["CustomerRef"]["value"] != made["CustomerRef"]["value"]:
            raise Refused("6000", "The invoice belongs to another customer.")
        others = sum((v for id, v in self._books.applied.get(invoice, {}).items() if id != payment), Decimal())
        if amount > decimal(record["TotalAmt"]) - others:
            raise Refused("6000", "The amount applied is more than the invoice's balance.")

    def _parts(self, made: Record) -> dict[str, Decimal]:
        """Invoice → what is paid of it."""
        parts: dict[str, Decimal] = {}
        for line in made.get("Line", ()):
            for id in _invoices(line):
                parts[id] = parts.get(id, Decimal()) + self._money(line.get("Amount", 0))
        return parts

    def _money(self, value: object) -> Decimal:
        try:
            return decimal(value)
        except ArithmeticError:
            raise Refused("2090", str(value)) from None

    def _undeposited(self) -> str:
        return next(iter(self._books.tables["Account"].called("Undeposited Funds")))


def _invoices(line: Record) -> list[str]:
    return [str(link["TxnId"]) for link in line.get("LinkedTxn", ()) if link.get("TxnType") == "Invoice"]
