"""From a receipt's fields to its entries. Pure. (docs/protocols/tally.md: Writing vouchers)"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from app.connectors.tally.folding import fold_name
from app.connectors.tally.roles import KEY_SEPARATOR
from app.connectors.tally.writing import choices, totals
from app.connectors.tally.writing.voucher_body import Bill, Entry, Instrument
from app.connectors.tally.writing.voucher_plan import Planner
from app.connectors.tally.writing.voucher_present import Row
from app.model.errors import Rejected

_KINDS = {"against": "Agst Ref", "new": "New Ref", "advance": "Advance", "on_account": "On Account"}


class ReceiptPlanner(Planner):
    """Plans a receipt."""

    def receipt(self) -> list[Entry]:
        """A receipt's entries: the payer's first, where the money went last."""
        amount, rest = totals.check_receipt(self.fields)
        payer, account = self.party(), self._account()
        paid = self._paid(payer, amount, rest)
        money = self._present_money()
        others = [row for row in self.present.entries if not row.taken] if self.present else []
        received = -(amount + sum((row.amount for row in others), Decimal(0)))
        return [
            *paid,
            *(Entry(row.name, row.amount, as_is=row.as_is()) for row in others),
            self._received(account, received, payer, money),
        ]

    def _paid(self, payer: str, amount: Decimal, rest: Decimal) -> list[Entry]:
        rows = self._present_party()
        same = bool(rows) and rows[0].name == payer and sum(row.amount for row in rows) == amount
        if same and not self._moved("ALLOCATIONS"):
            return [Entry(payer, row.amount, party=True, as_is=row.as_is()) for row in rows]
        for row in rows:
            row.check_replaceable(bills=False)
        kept = rows[0].kept() if rows else ()
        return [Entry(payer, amount, party=True, bills=tuple(self._allocations(payer, rest)), kept=kept)]

    def _present_money(self) -> Row | None:
        """The entry of the present receipt that says where the money went."""
        if self.present is None:
            return None
        row = self.present.entry(str(self.present.record.fields.get("ACCOUNT") or ""))
        if row is not None:
            row.taken = True
        return row

    def _received(self, account: str, amount: Decimal, payer: str, row: Row | None) -> Entry:
        same = row is not None and row.name == account and row.amount == amount
        if row is not None and same and not self._moved("MODE", "INSTRUMENTNUMBER", "INSTRUMENTDATE", "DATE"):
            return Entry(account, amount, as_is=row.as_is())
        if row is not None:
            row.check_replaceable()
        return Entry(account, amount, instrument=self._instrument(payer), kept=row.kept() if row is not None else ())

    def _account(self) -> str:
        named = self.fields.get("ACCOUNT")
        if not named:
            return self.chosen.ledger(choices.BANK, field="ACCOUNT")
        own = self.roles.ledger_named(str(named))
        if own is None:
            raise Rejected(
                f"Tally has no bank or cash ledger “{named}”. Nothing was sent.",
                field="ACCOUNT",
                hint="Write it as in Tally, or leave it empty to use the one that was chosen for the connection.",
                code="ledger_missing",
            )
        return own

    def _instrument(self, payer: str) -> Instrument | None:
        mode, number = str(self.fields.get("MODE") or ""), str(self.fields.get("INSTRUMENTNUMBER") or "")
        if (not mode and not number) or fold_name(mode) == "cash":
            return None
        return Instrument(mode, number, str(self.fields.get("INSTRUMENTDATE") or self.day), payer)

    def _allocations(self, payer: str, rest: Decimal) -> Iterator[Bill]:
        rows = self.fields.get("ALLOCATIONS") or ()
        for at, row in enumerate(rows):
            kind = str(row.get("KIND") or ("against" if row.get("INVOICE") or row.get("NAME") else "on_account"))
            if kind not in _KINDS:
                raise Rejected(f"“{kind}” is no kind of allocation. Nothing was sent.", field=f"ALLOCATIONS[{at}].KIND")
            name = self._bill_of(row, kind, payer, at)
            yield Bill(_KINDS[kind], Decimal(row["AMOUNT"]), name)
        if rows and rest:
            yield Bill(_KINDS["on_account"], rest)

    def _bill_of(self, row: Mapping[str, Any], kind: str, payer: str, at: int) -> str:
        """The bill that an allocation names."""
        if kind == "on_account":
            return ""
        name = str(row.get("NAME") or "")
        key = row.get("INVOICE") if kind == "against" else None
        if key:
            owner, _, bill = str(key).partition(KEY_SEPARATOR)
            if not bill or owner != self.roles.bill_key(payer, "").partition(KEY_SEPARATOR)[0]:
                raise Rejected(
                    f"Allocation {at + 1} is against an invoice of another customer than “{payer}”. Nothing was sent.",
                    field=f"ALLOCATIONS[{at}].INVOICE",
                    hint="A receipt settles invoices of the customer who paid.",
                )
            return bill
        name = name or (self.number if kind != "against" else "")
        if not name:
            raise Rejected(
                f"Allocation {at + 1} names no bill. Nothing was sent.",
                field=f"ALLOCATIONS[{at}].NAME",
                hint="Choose the invoice, give the bill's name, or make it “on account”.",
            )
        return name
