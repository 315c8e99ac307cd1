"""Incoming payments: what they settle, and what their cancelling opens again."""

from __future__ import annotations

from tests.simulators.sap.company import Company, Key
from tests.simulators.sap.documents import Documents
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import ENTITIES, Entity
from tests.simulators.sap.values import Row

_FIXED = ("CardCode", "CashSum", "TransferSum", "DocDate", "DocCurrency", "PaymentInvoices")


class Payments:
    def __init__(self, company: Company, documents: Documents) -> None:
        self._company = company
        self._documents = documents

    def complete(self, row: Row) -> None:
        """Raises the refusal of what can't be booked."""
        company = self._company
        partner = company.tables["BusinessPartners"].rows.get(str(row.get("CardCode") or ""))
        if partner is None:
            raise Refused(-5002, "Enter valid BP code  [ORCT.CardCode]")
        row |= {"CardName": partner["CardName"], "DocType": row.get("DocType") or "rCustomer", "Cancelled": "tNO"}
        row["DocCurrency"] = row.get("DocCurrency") or company.local_currency
        for name in ("DocDate", "TaxDate", "DueDate"):
            row[name] = row.get(name) or company.today
        for means in ("Cash", "Transfer"):
            row[f"{means}Sum"] = row.get(f"{means}Sum") or 0.0
            account = row.get(f"{means}Account")
            if row[f"{means}Sum"] and account not in company.tables["ChartOfAccounts"].rows:
                raise Refused(-5002, f"Account is missing or unknown  [ORCT.{means}Acct]")
        self._applied(row)

    def _applied(self, row: Row) -> None:
        for line in row["PaymentInvoices"]:
            line["InvoiceType"] = line.get("InvoiceType") or "it_Invoice"
            invoice = self._invoice(line)
            left = round(invoice["DocTotal"] - invoice["PaidToDate"], 2)
            line["SumApplied"] = left if line.get("SumApplied") is None else line["SumApplied"]
            if invoice["CardCode"] != row["CardCode"] or not 0 < line["SumApplied"] <= left:
                raise Refused(-5002, "Amount to be applied exceeds the open amount  [RCT2.SumApplied]")
        total, applied = total_of(row), sum(line["SumApplied"] for line in row["PaymentInvoices"])
        if total <= 0 or applied > total + 0.005:
            raise Refused(-5002, "Payment amount is missing or less than what it pays  [ORCT.DocTotal]")

    def _invoice(self, line: Row) -> Row:
        found = self._company.tables["Invoices"].rows.get(line.get("DocEntry") or 0)
        if found is None or line["InvoiceType"] != "it_Invoice" or found["Cancelled"] == "tYES":
            raise Refused(-5002, "Invoice is unknown  [RCT2.DocEntry]")
        return found

    def unchangeable(self, old: Row, new: Row) -> None:
        if any(old.get(name) != new.get(name) for name in _FIXED) or old["Cancelled"] == "tYES":
            raise Refused(-1029)

    def booked(self, row: Row, sign: int = 1) -> None:
        """Invoices are settled and the balance falls; ``sign`` -1 takes that back."""
        for line in row["PaymentInvoices"]:
            self._settle(line["DocEntry"], sign * line["SumApplied"])
        self._documents.owe(row["CardCode"], -sign * total_of(row))

    def _settle(self, entry: Key, amount: float) -> None:
        company, entity = self._company, ENTITIES["Invoices"]
        row = company.tables["Invoices"].rows[entry]
        paid = round(row["PaidToDate"] + amount, 2)
        status = "bost_Close" if paid >= row["DocTotal"] else "bost_Open"
        if company.settling_stamps:
            company.store(entity, {**row, "PaidToDate": paid, "DocumentStatus": status}, "Updated")
        else:
            company.settle(entity, entry, PaidToDate=paid, DocumentStatus=status)

    def cancel(self, entity: Entity, key: Key) -> None:
        row = self._company.row(entity, key, f"Entity with value('{key}') does not exist")
        if row["Cancelled"] == "tYES":
            raise Refused(-5002, "Payment is already cancelled")
        self.booked(row, -1)
        self._company.store(entity, {**row, "Cancelled": "tYES"}, "Cancelled")


def total_of(row: Row) -> float:
    return float(row["CashSum"] + row["TransferSum"])
