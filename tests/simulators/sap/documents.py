"""Marketing documents: what their lines come to, what they do to stock and balances, how they are cancelled and closed."""

from __future__ import annotations

from typing import Any

from tests.simulators.sap.company import Company, Key
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import ENTITIES, Entity
from tests.simulators.sap.values import Row

#: What each makes of stock, by line: +1 takes it in.
_STOCK = {"DeliveryNotes": -1, "Invoices": -1, "CreditNotes": 1}
_OWED = {"Invoices": 1, "CreditNotes": -1}
_DELIVERY = 15
_FROM = {one.object_code: name for name, one in ENTITIES.items() if one.document}
#: What nobody changes in a document that is booked.
_FIXED_LINE = ("ItemCode", "Quantity", "UnitPrice", "Price", "DiscountPercent", "TaxCode", "VatGroup", "WarehouseCode")


class Documents:
    def __init__(self, company: Company) -> None:
        self._company = company

    # --- figures -------------------------------------------------------------------------------------------------------

    def complete(self, entity: Entity, row: Row, old: Row | None) -> None:
        """What the system works out of what was said. Raises the refusal of what can't be booked."""
        company, today = self._company, self._company.today
        partner = self._partner(entity, row, old)
        row["CardName"] = row.get("CardName") or partner["CardName"]
        for name in ("DocDate", "TaxDate"):
            row[name] = row.get(name) or today
        if not row.get("DocDueDate"):
            if entity.set == "Orders":
                raise Refused(-5002, "Enter valid delivery date  [ORDR.DocDueDate]")
            row["DocDueDate"] = row["DocDate"]
        row["DocType"] = row.get("DocType") or "dDocument_Items"
        row["DocCurrency"] = row.get("DocCurrency") or partner.get("Currency") or company.local_currency
        row["DocRate"] = row.get("DocRate") or 1.0
        row["AddressExtension"] = row.get("AddressExtension") or {}
        if not row["DocumentLines"]:
            raise Refused(-5002, f"Enter item or service  [{entity.table}.DocumentLines]")
        for line in row["DocumentLines"]:
            self._line(entity, row, line, partner)
        self._totals(row)

    def _partner(self, entity: Entity, row: Row, old: Row | None) -> Row:
        partner = self._company.tables["BusinessPartners"].rows.get(str(row.get("CardCode") or ""))
        if partner is None or partner["CardType"] == "cSupplier":
            raise Refused(-5002, f"Enter valid BP code  [{entity.table}.CardCode]")
        if old is None and partner.get("Frozen") == "tYES":
            raise Refused(-5002, f"Business partner is inactive  [{entity.table}.CardCode]")
        return partner

    def _line(self, entity: Entity, row: Row, line: Row, partner: Row) -> None:
        where = f"[{entity.table}.DocumentLines][line: {line['LineNum'] + 1}]"
        line["DocEntry"] = row.get("DocEntry")
        if row["DocType"] == "dDocument_Items":
            item = self._company.tables["Items"].rows.get(line.get("ItemCode") or "")
            if item is None:
                raise Refused(-5002, f"Item number is missing or unknown  {where}")
            line["ItemDescription"] = line.get("ItemDescription") or item["ItemName"]
            line["Quantity"] = 1.0 if line.get("Quantity") is None else line["Quantity"]
            if line.get("UnitPrice") is None:
                line["UnitPrice"] = self._price(item, partner) if line.get("Price") is None else line["Price"]
            line["WarehouseCode"] = line.get("WarehouseCode") or item.get("DefaultWarehouse") or "01"
            kept = 1 - (line.get("DiscountPercent") or 0) / 100
            line["Price"] = round(line["UnitPrice"] * kept, 6)
            line["LineTotal"] = round(line["Quantity"] * line["Price"], 2)
        else:
            if not line.get("AccountCode"):
                raise Refused(-5002, f"G/L account is missing  {where}")
            line["LineTotal"] = round(line.get("LineTotal") or line.get("UnitPrice") or 0, 2)
        self._tax(line, where)
        line["LineStatus"] = line.get("LineStatus") or "bost_Open"
        line["OpenAmount"] = line["LineTotal"] if line["LineStatus"] == "bost_Open" else 0.0
        line["RemainingOpenQuantity"] = line.get("Quantity") if line["LineStatus"] == "bost_Open" else 0.0

    def _price(self, item: Row, partner: Row) -> float:
        wanted = partner.get("PriceListNum") or 1
        return next((one["Price"] or 0.0 for one in item["ItemPrices"] if one["PriceList"] == wanted), 0.0)

    def _tax(self, line: Row, where: str) -> None:
        code, group = line.get("TaxCode"), line.get("VatGroup")
        if not (code or group):
            if self._company.tax_needed:
                raise Refused(-5002, f"Tax code is missing  {where}")
            line |= {"TaxPercentagePerRow": 0.0, "TaxTotal": 0.0}
            return
        found = self._company.tables["SalesTaxCodes" if code else "VatGroups"].rows.get(str(code or group))
        if found is None:
            raise Refused(-5002, f"Tax code '{code or group}' is unknown  {where}")
        line["TaxPercentagePerRow"] = found["Rate"]
        line["TaxTotal"] = round(line["LineTotal"] * found["Rate"] / 100, 2)

    def _totals(self, row: Row) -> None:
        lines = row["DocumentLines"]
        before = sum(line["LineTotal"] for line in lines)
        kept = 1 - (row.get("DiscountPercent") or 0) / 100
        row["TotalDiscount"] = round(before * (1 - kept), 2)
        row["VatSum"] = round(sum(line["TaxTotal"] for line in lines) * kept, 2)
        row["DocTotal"] = round(before - row["TotalDiscount"] + row["VatSum"], 2)

    def unchangeable(self, entity: Entity, old: Row, new: Row) -> None:
        """Raises the refusal for what nobody changes any more: lines of what is booked, and all that is closed."""
        closed = old["DocumentStatus"] == "bost_Close"
        if entity.set not in {"Invoices", "CreditNotes", "DeliveryNotes"} and not closed:
            return
        then = {line["LineNum"]: line for line in old["DocumentLines"]}
        same = len(then) == len(new["DocumentLines"]) and all(
            line["LineNum"] in then and all(line.get(name) == then[line["LineNum"]].get(name) for name in _FIXED_LINE)
            for line in new["DocumentLines"]
        )
        if not same or any(old.get(name) != new.get(name) for name in ("CardCode", "DocDate", "DocCurrency")):
            raise Refused(-1029)

    # --- what follows --------------------------------------------------------------------------------------------------

    def booked(self, entity: Entity, row: Row, sign: int = 1) -> None:
        """A new document's effects on stock, balances, and what it was copied from; ``sign`` -1 takes them back."""
        for line in row["DocumentLines"]:
            way = _STOCK.get(entity.set, 0)
            if way and line.get("ItemCode") and line.get("BaseType") != _DELIVERY:
                self.move(line["ItemCode"], line["WarehouseCode"], way * sign * line["Quantity"])
            if sign > 0 and line.get("BaseEntry") is not None:
                self._copied(str(line.get("BaseType")), line["BaseEntry"], line.get("BaseLine"))
        self.owe(row["CardCode"], _OWED.get(entity.set, 0) * sign * row["DocTotal"])

    def move(self, item: str, warehouse: str, quantity: float) -> None:
        """Stock comes or goes: the item's stamps don't move."""
        company, entity = self._company, ENTITIES["Items"]
        row = company.tables["Items"].rows[item]
        places = [dict(place) for place in row["ItemWarehouseInfoCollection"]]
        for place in places:
            if place["WarehouseCode"] == warehouse:
                place["InStock"] = round(place["InStock"] + quantity, 6)
        stock = round(row["QuantityOnStock"] + quantity, 6)
        company.settle(entity, item, QuantityOnStock=stock, ItemWarehouseInfoCollection=places)

    def owe(self, card: str, amount: float) -> None:
        """A balance follows what is booked: the partner's stamps don't."""
        if amount:
            row = self._company.tables["BusinessPartners"].rows[card]
            balance = round((row["CurrentAccountBalance"] or 0.0) + amount, 2)
            self._company.settle(ENTITIES["BusinessPartners"], card, CurrentAccountBalance=balance)

    def _copied(self, code: str, entry: int, line: int | None) -> None:
        base = ENTITIES.get(_FROM.get(code, ""))
        row = self._company.tables[base.set].rows.get(entry) if base else None
        if base is None or row is None:
            raise Refused(-5002, "Base document is unknown")
        lines = [
            {**one, "LineStatus": "bost_Close", "OpenAmount": 0.0} if one["LineNum"] == line else one
            for one in row["DocumentLines"]
        ]
        over = all(one["LineStatus"] == "bost_Close" for one in lines)
        status = {"DocumentStatus": "bost_Close"} if over else {}
        self._company.store(base, {**row, "DocumentLines": lines, **status}, "Updated")

    # --- actions -------------------------------------------------------------------------------------------------------

    def act(self, entity: Entity, key: Key, action: str) -> Row | None:
        """The new document when the action makes one. Raises the refusal of one that isn't possible."""
        row = self._company.row(entity, key, f"Entity with value('{key}') does not exist")
        if action == "CreateCancellationDocument":
            return self._cancelling(entity, row)
        if action == "Reopen":
            self._change(entity, row, "bost_Open", "Reopened")
            return None
        if action not in {"Cancel", "Close"}:
            raise Refused(200)
        if action == "Cancel" and entity.set not in {"Orders", "Quotations"}:
            raise Refused(-5006)
        if row["DocumentStatus"] == "bost_Close":
            raise Refused(-5002, "Document is already closed")
        cancelled = {"Cancelled": "tYES", "CancelStatus": "csYes"} if action == "Cancel" else {}
        self._change(entity, row, "bost_Close", "Cancelled" if cancelled else "Closed", **cancelled)
        return None

    def _change(self, entity: Entity, row: Row, status: str, operation: str, **more: Any) -> None:
        if row["Cancelled"] == "tYES" and not more:
            raise Refused(-5002, "Document is cancelled")
        open = status == "bost_Open"
        lines = [
            {
                **line,
                "LineStatus": status,
                "OpenAmount": line["LineTotal"] if open else 0.0,
                "RemainingOpenQuantity": line.get("Quantity") if open else 0.0,
            }
            for line in row["DocumentLines"]
        ]
        self._company.store(entity, {**row, **more, "DocumentStatus": status, "DocumentLines": lines}, operation)

    def _cancelling(self, entity: Entity, row: Row) -> Row:
        """A document of its own takes another's effects back; both stay."""
        if entity.set not in {"Invoices", "CreditNotes", "DeliveryNotes"}:
            raise Refused(-5006)
        if row["Cancelled"] == "tYES" or row["CancelStatus"] != "csNo":
            raise Refused(-5002, "Document is cancelled")
        if row["PaidToDate"]:
            raise Refused(-5002, "A document that was paid can't be cancelled")
        closed = {"DocumentStatus": "bost_Close", "PaidToDate": row["DocTotal"]}
        made = {**row, **closed, "CancelStatus": "csCancellation", **self.numbered(entity)}
        made["DocumentLines"] = [
            {**line, "DocEntry": made["DocEntry"], "BaseType": int(entity.object_code), "BaseEntry": row["DocEntry"]}
            for line in row["DocumentLines"]
        ]
        made |= {"DocDate": self._company.today, "TaxDate": self._company.today}
        self._company.store(entity, made, "Created")
        self._company.store(entity, {**row, **closed, "Cancelled": "tYES", "CancelStatus": "csYes"}, "Cancelled")
        self.booked(entity, row, -1)
        return made

    def numbered(self, entity: Entity) -> dict[str, int]:
        company = self._company
        return {
            "DocEntry": company.next_number(entity.set),
            "DocNum": company.next_number(f"{entity.set} DocNum", 1001),
        }
