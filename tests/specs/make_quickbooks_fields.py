"""Makes app/connectors/quickbooks/fields.json from Intuit's schemas and the table of their fields.

    python -m tests.specs.make_quickbooks_fields

What is taken are facts: names, types, choices, lengths, and what can't be written. The titles are ours.
"""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
SPECS = ROOT.parent / "shared" / "specs" / "quickbooks"
TARGET = ROOT / "app" / "connectors" / "quickbooks" / "fields.json"
ENTITIES = ("Customer", "Item", "Estimate", "Invoice", "Payment")
_XS = "{http://www.w3.org/2001/XMLSchema}"

_KINDS = {
    "string": "text",
    "anyURI": "text",
    "id": "text",
    "boolean": "boolean",
    "decimal": "number",
    "int": "whole",
    "positiveInteger": "whole",
    "date": "date",
    "dateTime": "moment",
    "ReferenceType": "reference",
    "CustomField": "custom",
    "MemoRef": "memo",
}
#: What has parts, as far as a company's own records use it. (``TxnTaxDetail.TaxLine`` and lines are of one type in the schema.)
_PARTS = {
    "PhysicalAddress",
    "TelephoneNumber",
    "EmailAddress",
    "WebSiteAddress",
    "LinkedTxn",
    "TxnTaxDetail",
    "ModificationMetaData",
    "TransactionDeliveryInfo",
    "Line",
    "TaxLine",
    "SalesItemLineDetail",
    "DiscountLineDetail",
    "DescriptionLineDetail",
    "SubTotalLineDetail",
    "TaxLineDetail",
    "GroupLineDetail",
    "GroupLine",
    "PaymentLine",
}
#: Lines of sales forms have details of these kinds, taxes of one.
_LINE = (
    "Id LineNum Description Amount DetailType LinkedTxn SalesItemLineDetail DiscountLineDetail DescriptionLineDetail"
    " SubTotalLineDetail GroupLineDetail"
).split()
_GROUP_LINE = [name for name in _LINE if name not in {"GroupLineDetail", "SubTotalLineDetail"}]
_TAX_LINE = "Amount DetailType TaxLineDetail".split()
_LINES = {"Line": _LINE, "TaxLine": _TAX_LINE, "GroupLine": _GROUP_LINE, "PaymentLine": ["Amount", "LinkedTxn"]}
_OWN_LINES = {
    ("TxnTaxDetail", "TaxLine"): "TaxLine",
    ("GroupLineDetail", "Line"): "GroupLine",
    ("Payment", "Line"): "PaymentLine",
}
_DETAIL_TYPES = (
    "SalesItemLineDetail DiscountLineDetail DescriptionOnly SubTotalLineDetail GroupLineDetail TaxLineDetail".split()
)
#: Of an address or a telephone number.
_MARKS = {"Default", "Id", "Note"}
#: Said to be of the desktop product alone, and there in the online one all the same (or the other way round).
_ONLINE = {
    "Active",
    "CustomField",
    "ClassRef",
    "SalesTermRef",
    "ShipMethodRef",
    "ShipDate",
    "TrackingNum",
    "CustomerRef",
}
_NOT_ONLINE = {"UOMSetRef", "UOMRef", "InventorySiteRef", "PriceLevelRef"}
#: Of nobody's use in a mapping: Intuit's own workings, and what lets anybody open an invoice.
_NOT_WANTED = {
    "AttachableRef",
    "CheckPayment",
    "ECloudStatusTimeStamp",
    "IntuitId",
    "InvoiceLinkSecurityCode",
    "RecurDataRef",
    "RecurringInfo",
    "Source",
    "Synchronized",
    "Tag",
    "TxnSource",
    "V4IDPseudonym",
}
#: Computed by QuickBooks, or of its own workings.
_READ_ONLY = {
    "Id",
    "SyncToken",
    "MetaData",
    "FullyQualifiedName",
    "Level",
    "Balance",
    "BalanceWithJobs",
    "HomeBalance",
    "HomeTotalAmt",
    "UnappliedAmt",
    "AvgCost",
    "QtyOnPurchaseOrder",
    "QtyOnSalesOrder",
    "RootCustomerRef",
    "DeliveryInfo",
    "IsProject",
    "SpecialItem",
    "SpecialItemType",
    "EInvoiceStatus",
    "InvoiceLink",
    "SubTotalLineDetail",
    "TxnSubType",
    "LineNum",
    "TaxReviewStatus",
    "Lat",
    "Long",
}
#: A total is what the lines come to; a payment's is what was paid.
_READ_ONLY_OF = {("Invoice", "TotalAmt"), ("Estimate", "TotalAmt"), ("Customer", "Job")}
_REQUIRED = {
    ("Customer", "DisplayName"),
    ("Item", "Name"),
    ("Item", "Type"),
    ("Estimate", "CustomerRef"),
    ("Estimate", "Line"),
    ("Invoice", "CustomerRef"),
    ("Invoice", "Line"),
    ("Payment", "CustomerRef"),
    ("Payment", "TotalAmt"),
}
_CHOICES = {
    ("Item", "Type"): ["Inventory", "NonInventory", "Service", "Group", "Category"],
    ("Customer", "PreferredDeliveryMethod"): ["Print", "Email", "None"],
}
#: The lengths that the table tells of people's names are too small to be believed. (docs/protocols/quickbooks.md: Values)
_LENGTHS = {"Description", "Name", "PONumber", "Sku", "Suffix"}
_MONEY = re.compile(
    r"(Amt|Amount|Balance|Price|Cost|TotalTax|Deposit|Taxable)$|^(Received|BalanceWithJobs|AvgCost|LessCIS)$"
)
_NOT_MONEY = {"TaxInclusive", "Taxable"}

_TITLES = {
    "AcctNum": "Account number",
    "Active": "Is active",
    "Address": "E-mail address",
    "Amount": "Amount",
    "ARAccountRef": "Receivables account",
    "BillAddr": "Billing address",
    "BillEmail": "E-mail for bills",
    "BillEmailBcc": "E-mail for bills (blind copy)",
    "BillEmailCc": "E-mail for bills (copy)",
    "BusinessNumber": "Business number (PAN)",
    "CountrySubDivisionCode": "State",
    "CurrencyRef": "Currency",
    "CustomField": "Custom fields",
    "CustomerMemo": "Message to the customer",
    "DepartmentRef": "Location",
    "DescriptionLineDetail": "Line of text",
    "DetailType": "Kind of line",
    "DiscountLineDetail": "Discount",
    "DisplayName": "Display name",
    "DocNumber": "Number",
    "DueDate": "Due date",
    "FamilyName": "Last name",
    "FreeFormNumber": "Number",
    "FullyQualifiedName": "Name with those above it",
    "GivenName": "First name",
    "GroupLineDetail": "Bundle",
    "GlobalTaxCalculation": "Prices and tax",
    "GSTIN": "GSTIN",
    "Id": "Id",
    "InvStartDate": "Stock counted from",
    "ItemRef": "Product or service",
    "Lat": "Latitude",
    "Line1": "Line 1",
    "Line2": "Line 2",
    "Line3": "Line 3",
    "Line4": "Line 4",
    "Line5": "Line 5",
    "LineNum": "Line number",
    "Line": "Lines",
    "Long": "Longitude",
    "LinkedTxn": "Linked documents",
    "ManPartNum": "Manufacturer's part number",
    "MetaData": "When it was made and changed",
    "PONumber": "Purchase order number",
    "PaymentRefNum": "Reference number",
    "PrimaryEmailAddr": "E-mail",
    "PrintOnCheckName": "Name on cheques",
    "PrivateNote": "Note for ourselves",
    "Qty": "Quantity",
    "QtyOnHand": "Quantity on hand",
    "SalesItemLineDetail": "Sale",
    "ShipAddr": "Shipping address",
    "ShipFromAddr": "Shipped from",
    "Sku": "SKU",
    "SubTotalLineDetail": "Subtotal",
    "SyncToken": "Version",
    "TaxLine": "Single taxes",
    "TaxLineDetail": "Tax",
    "TotalAmt": "Total",
    "TrackQtyOnHand": "Stock is counted",
    "TxnDate": "Date",
    "TxnId": "Document",
    "TxnStatus": "Status",
    "TxnTaxDetail": "Taxes",
    "TxnType": "Kind of document",
    "UnappliedAmt": "Not applied yet",
    "UnitPrice": "Rate",
    "UQCDisplayText": "Unit",
    "UQCId": "Unit (GST code)",
    "URI": "Web address",
    "WebAddr": "Website",
}
_WORDS = {
    "Acct": "account",
    "Addr": "address",
    "Amt": "amount",
    "Avg": "average",
    "Cfdi": "CFDI",
    "Desc": "description",
    "Govt": "government",
    "Num": "number",
    "Pay": "pay",
    "Pref": "preferred",
    "Qty": "quantity",
    "Txn": "transaction",
}
_LENGTH = r"[Mm]ax\.? length: (\d+)|(?:QBO: )max=(\d+)"


def main() -> None:
    made = json.dumps(table(), indent=None, separators=(",", ":"), ensure_ascii=False)
    TARGET.write_text(made.replace('},{"name"', '},\n{"name"').replace('":[{', '":[\n{') + "\n", "utf-8")


def table() -> dict[str, Any]:
    """``entities``: the fields of each; ``types``: those of what has parts."""
    schema = _Schema()
    with (SPECS / "entity_fields.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    entities = {
        entity: [
            _field(entity, row["field"], row["type"], row["max"] == "n", row["doc"], schema)
            for row in rows
            if row["entity"] == entity
            and f"NotApplicableTo: {entity}" not in row["doc"]
            and _is_kept(row["field"], row["type"], row["doc"], schema)
        ]
        for entity in ENTITIES
    }
    types = {name: _parts(name, schema) for name in sorted(_PARTS)}
    return {"entities": entities, "types": types}


class _Schema:
    def __init__(self) -> None:
        self.types: dict[str, ET.Element] = {}
        for file in sorted((SPECS / "xsd").glob("*.xsd")):
            for element in ET.parse(file).getroot():
                if element.tag in {f"{_XS}complexType", f"{_XS}simpleType"}:
                    self.types[element.get("name", "")] = element

    def choices(self, type_: str) -> list[str]:
        found = self.types.get(type_)
        return [] if found is None else [one.get("value", "") for one in found.iter(f"{_XS}enumeration")]

    def parts(self, type_: str) -> list[tuple[str, str, bool]]:
        """Name, type and whether there may be several; what it extends goes first."""
        found, made = self.types[type_], []
        for base in found.iter(f"{_XS}extension"):
            made += self.parts(base.get("base", ""))
        for one in found.iter(f"{_XS}element"):
            many = one.get("maxOccurs") == "unbounded"
            made.append((one.get("name", ""), one.get("type", "").removeprefix("xs:"), many))
        return made


def _is_kept(name: str, type_: str, doc: str, schema: _Schema) -> bool:
    known = type_ in _KINDS or type_ in _PARTS or schema.choices(type_)
    if not known or name in _NOT_ONLINE | _NOT_WANTED or re.match(r"[@a-z]", name):
        return False
    others = "QBW" in doc and not re.search(r"QBO|Product: A(LL|ll)", doc)
    return name in _ONLINE or not (others or "nternal use only" in doc or "IES" in doc)


def _field(owner: str, name: str, type_: str, many: bool, doc: str, schema: _Schema) -> dict[str, Any]:
    made: dict[str, Any] = {"name": name, "title": _title(name), "kind": _kind(owner, name, type_, schema)}
    if made["kind"] == "parts":
        made["type"] = _OWN_LINES.get((owner, name), type_)
    if made["kind"] == "choice":
        made["choices"] = _choices(owner, name, type_, schema)
    if made["kind"] == "number" and _MONEY.search(name) and name not in _NOT_MONEY:
        made["kind"] = "money"
    if many:
        made["many"] = True
    if (owner, name) in _REQUIRED:
        made["required"] = True
    if _is_read_only(owner, name, doc):
        made["readonly"] = True
    if name in _LENGTHS and (length := _length(doc)):
        made["length"] = length
    return made


def _kind(owner: str, name: str, type_: str, schema: _Schema) -> str:
    if type_ in _PARTS:
        return "parts"
    return "choice" if _choices(owner, name, type_, schema) else _KINDS[type_]


def _choices(owner: str, name: str, type_: str, schema: _Schema) -> list[str]:
    if (owner, name) == ("Estimate", "TxnStatus"):
        return schema.choices("QboEstimateStatusEnum")
    if type_ == "LineDetailTypeEnum":
        return _DETAIL_TYPES
    return _CHOICES.get((owner, name)) or schema.choices(type_)


def _is_read_only(owner: str, name: str, doc: str) -> bool:
    told = re.search(r"[Rr]ead-?only|InputType: Read(Only)?$|Non QB-writable", doc, re.IGNORECASE)
    if (owner, name) == ("Payment", "TotalAmt"):
        return False
    return bool(told) or name in _READ_ONLY or (owner, name) in _READ_ONLY_OF


def _length(doc: str) -> int | None:
    """The longest that is told for the online product; the desktop's are smaller and told in the same breath."""
    online = doc[doc.find("Product: QBO") :] if "Product: QBO" in doc else doc
    found = [int(one or other) for one, other in re.findall(_LENGTH, online)]
    return max(found, default=None)


def _parts(type_: str, schema: _Schema) -> list[dict[str, Any]]:
    made = []
    for name, kind, many in schema.parts("Line" if type_ in _LINES else type_):
        wanted = _LINES.get(type_)
        if _is_kept(name, kind, "", schema) and (name not in _MARKS if wanted is None else name in wanted):
            made.append(_field(type_, name, kind, many, "", schema))
    return made


def _title(name: str) -> str:
    if name in _TITLES:
        return _TITLES[name]
    words = re.findall(r"[A-Z]+(?![a-z])|[A-Z][a-z]*|\d+", name.removesuffix("Ref"))
    spelt = [_WORDS.get(word, word if len(word) > 1 and word.isupper() else word.lower()) for word in words]
    return " ".join(spelt)[:1].upper() + " ".join(spelt)[1:]


if __name__ == "__main__":
    main()
