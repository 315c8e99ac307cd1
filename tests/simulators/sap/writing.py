"""Creating, changing, deleting, and the actions."""

from __future__ import annotations

from dataclasses import dataclass

from tests.simulators.sap.bodies import Bodies
from tests.simulators.sap.company import Company, Key
from tests.simulators.sap.documents import Documents
from tests.simulators.sap.payments import Payments
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import ENTITIES, SHARED_TABLES, Entity
from tests.simulators.sap.values import Row

_DEFAULTS: dict[str, Row] = {
    "BusinessPartners": {
        "CardType": "cCustomer", "GroupCode": 100, "PriceListNum": 1, "PayTermsGrpCode": -1, "SalesPersonCode": -1,
        "Valid": "tYES", "Frozen": "tNO", "CurrentAccountBalance": 0.0, "OpenOrdersBalance": 0.0, "CreditLimit": 0.0,
        "DiscountPercent": 0.0, "CompanyPrivate": "cCompany",
    },
    "Items": {
        "ItemType": "itItems", "ItemsGroupCode": 100, "InventoryItem": "tYES", "SalesItem": "tYES", "PurchaseItem": "tYES",
        "Valid": "tYES", "Frozen": "tNO", "QuantityOnStock": 0.0, "QuantityOrderedByCustomers": 0.0,
        "QuantityOrderedFromVendors": 0.0, "DefaultWarehouse": "01",
    },
    "IncomingPayments": {"DocRate": 0.0},
    "SalesOpportunities": {
        "Status": "sos_Open", "OpportunityType": "boOpSales", "SalesPerson": -1, "MaxLocalTotal": 0.0,
        "ClosingPercentage": 0.0,
    },
    "UserFieldsMD": {"SubType": "st_None", "Mandatory": "tNO"},
    "EventSubscriptions": {
        "AuthenticationType": "HMAC", "VerifyCertificate": "tYES", "State": "Active", "WorkMode": "Standard",
        "Handshake": "tYES",
    },
}  # fmt: skip
_DOCUMENT_DEFAULTS: Row = {
    "DocumentStatus": "bost_Open", "Cancelled": "tNO", "CancelStatus": "csNo", "PaidToDate": 0.0, "DiscountPercent": 0.0,
    "SalesPersonCode": -1,
}  # fmt: skip
#: A contact's own stamps are set when what is said of it changes.
_CONTACT_STAMPS = ("CreateDate", "CreateTime", "UpdateDate", "UpdateTime")
_ALREADY = {
    "BusinessPartners": (
        "1320000140 - Business partner code '{}' already assigned to a business partner; enter a unique business partner code"
    ),
    "Items": "Item code '{}' already exists",
}


@dataclass(frozen=True)
class Write:
    """``replace``: a PATCH's collections replace those that are there. ``node``: which of the servers has the request.
    ``approved``: no approval is needed any more."""

    replace: bool = False
    node: str = ""
    approved: bool = False


class Writing:
    def __init__(self, company: Company) -> None:
        self._company = company
        self._bodies = Bodies(company)
        self.documents = Documents(company)
        self.payments = Payments(company, self.documents)

    def created(self, entity: Entity, sent: Row, write: Write = Write()) -> Key | None:
        """The key; ``None``: it waits as a draft for somebody's approval. Raises the refusal."""
        if not entity.writable:
            raise Refused(-5006)
        read = self._bodies.read(entity, sent, write.node)
        defaults = _DOCUMENT_DEFAULTS if entity.document else _DEFAULTS.get(entity.set, {})
        row = self._bodies.fresh(entity, {**defaults, **read})
        if entity.set == "UserFieldsMD":
            return self._user_field(row, write)
        self._key(entity, row)
        self._complete(entity, row, None)
        for rule in self._company.rules:
            if text := rule(entity, row):
                raise Refused(-1, text)
        if entity.set in self._company.approval and not write.approved:
            self._draft(entity, row)
            return None
        if entity.document:
            row |= self.documents.numbered(entity)
            for line in row["DocumentLines"]:
                line["DocEntry"] = row["DocEntry"]
        elif entity.set == "IncomingPayments":
            row |= self.documents.numbered(entity)
        elif entity.set == "SalesOpportunities":
            row["SequentialNo"] = self._company.next_number(entity.set)
        key = self._company.store(entity, row, "Created")
        if entity.document:
            self.documents.booked(entity, row)
        elif entity.set == "IncomingPayments":
            self.payments.booked(row)
        return key

    def changed(self, entity: Entity, key: Key, sent: Row, write: Write = Write()) -> None:
        """What a PATCH does. Nothing said is nothing changed."""
        old = self._company.row(entity, key, f"Entity with value('{_said(key)}') does not exist")
        if not entity.writable or entity.set == "UserFieldsMD":
            raise Refused(-5006)
        read = self._bodies.read(entity, sent, write.node)
        if not read:
            return
        new = self._bodies.merged(entity, old, read, write.replace)
        if entity.document:
            self.documents.unchangeable(entity, old, new)
        if entity.set == "IncomingPayments":
            self.payments.unchangeable(old, new)
        else:
            self._complete(entity, new, old)
        for rule in self._company.rules:
            if text := rule(entity, new):
                raise Refused(-1, text)
        self._company.store(entity, new, "Updated")

    def deleted(self, entity: Entity, key: Key) -> None:
        row = self._company.row(entity, key, f"Entity with value('{_said(key)}') does not exist")
        if entity.document or entity.set == "IncomingPayments" or not entity.writable:
            raise Refused(-5006)
        if entity.set in {"BusinessPartners", "Items"} and self._used(entity, row):
            raise Refused(-5002, f"Cannot remove '{row[entity.key]}'; it is linked to transactions  [{entity.table}]")
        if entity.set == "UserFieldsMD":
            self._company.drop_user_field(row)
        else:
            self._company.remove(entity, key)

    def acted(self, entity: Entity, key: Key, action: str) -> Row | None:
        if entity.document:
            return self.documents.act(entity, key, action)
        if entity.set == "IncomingPayments" and action == "Cancel":
            self.payments.cancel(entity, key)
            return None
        raise Refused(-5006 if action in {"Cancel", "Close", "Reopen"} else 200)

    def approve(self, draft: Key) -> Key | None:
        """What an approver does in the end: the draft becomes the document."""
        row = self._company.tables["Drafts"].rows[draft]
        entity = next(one for one in ENTITIES.values() if one.document and one.object_code == row["DocObjectCode"])
        self._company.tables["Drafts"].forget(draft)
        return self.created(
            entity, {name: value for name, value in row.items() if value is not None}, Write(approved=True)
        )

    # --- what each entity needs ----------------------------------------------------------------------------------------

    def _key(self, entity: Entity, row: Row) -> None:
        if entity.set not in {"BusinessPartners", "Items", "EventSubscriptions"}:
            return
        pattern = self._company.series.get((entity.set, row.get("Series") or 0))
        if pattern and not row[entity.key]:
            row[entity.key] = pattern.format(self._company.next_number(f"series {pattern}"))
        if not row[entity.key]:
            raise Refused(-5002, entity.undefined or f"{entity.key} is missing")
        if row[entity.key] in self._company.tables[entity.set].rows:
            if entity.set in _ALREADY:
                raise Refused(-10, _ALREADY[entity.set].format(row[entity.key]))
            raise Refused(-2035)

    def _complete(self, entity: Entity, row: Row, old: Row | None) -> None:
        if entity.document:
            self.documents.complete(entity, row, old)
        elif entity.set == "IncomingPayments":
            self.payments.complete(row)
        elif entity.set == "BusinessPartners":
            self._partner(row, old)
        elif entity.set == "Items":
            self._item(row, old)
        elif entity.set == "SalesOpportunities":
            self._opportunity(row)

    def _partner(self, row: Row, old: Row | None) -> None:
        row["Currency"] = row.get("Currency") or self._company.local_currency
        for address in row["BPAddresses"]:
            if not address.get("AddressName"):
                raise Refused(-5002, "Address name is missing  [CRD1.Address]")
            address |= {"BPCode": row["CardCode"], "AddressType": address.get("AddressType") or "bo_BillTo"}
        if len({contact["Name"] for contact in row["ContactEmployees"]}) < len(row["ContactEmployees"]):
            raise Refused(-2035)
        day, time = self._company.today, self._company.now.time().isoformat("seconds")
        before = {one["InternalCode"]: one for one in (old or {}).get("ContactEmployees", ())}
        for contact in row["ContactEmployees"]:
            if not contact.get("Name"):
                raise Refused(-5002, "Contact name is missing  [OCPR.Name]")
            contact |= {"CardCode": row["CardCode"], "Active": contact.get("Active") or "tYES"}
            was = before.get(contact["InternalCode"])
            if was is None:
                contact |= {"CreateDate": day, "CreateTime": time}
            if was is None or any(
                was.get(name) != value for name, value in contact.items() if name not in _CONTACT_STAMPS
            ):
                contact |= {"UpdateDate": day, "UpdateTime": time}

    def _item(self, row: Row, old: Row | None) -> None:
        tables = self._company.tables
        said = {one["PriceList"]: one for one in row["ItemPrices"]}
        currency = self._company.local_currency
        blank = {"Price": 0.0, "Currency": currency, "Factor": 1.0}
        row["ItemPrices"] = [
            {"PriceList": number, **blank, **said.get(number, {})} for number in tables["PriceLists"].keys
        ]
        if old is None:
            places = {
                "ItemCode": row["ItemCode"],
                "InStock": 0.0,
                "Committed": 0.0,
                "Ordered": 0.0,
                "MinimalStock": 0.0,
            }
            row["ItemWarehouseInfoCollection"] = [
                {"WarehouseCode": code, **places} for code in tables["Warehouses"].keys
            ]

    def _opportunity(self, row: Row) -> None:
        partner = self._company.tables["BusinessPartners"].rows.get(row.get("CardCode") or "")
        if partner is None:
            raise Refused(-5002, "Enter valid BP code  [OOPR.CardCode]")
        row |= {"CustomerName": partner["CardName"], "StartDate": row.get("StartDate") or self._company.today}
        row["PredictedClosingDate"] = row.get("PredictedClosingDate") or row["StartDate"]
        if not row["SalesOpportunitiesLines"]:
            stage = {"LineNum": 0, "StageKey": 1, "PercentageRate": row["ClosingPercentage"], "SequenceNo": None}
            row["SalesOpportunitiesLines"] = [{**stage, "MaxLocalTotal": row["MaxLocalTotal"], "Status": "so_Open"}]
        row["WeightedSumLC"] = round((row["MaxLocalTotal"] or 0) * (row["ClosingPercentage"] or 0) / 100, 2)

    def _draft(self, entity: Entity, row: Row) -> None:
        drafts = ENTITIES["Drafts"]
        row |= {**self.documents.numbered(drafts), "DocObjectCode": entity.object_code}
        self._company.store(drafts, row, "Created")

    def _user_field(self, row: Row, write: Write) -> Key:
        tables = {one.table for one in ENTITIES.values() if one.writable} | {
            one for shared in SHARED_TABLES for one in shared
        }
        if not row.get("Name") or not row.get("TableName") or not row.get("Type"):
            raise Refused(-5002, "Name, type or table of the field is missing  [CUFD]")
        if row["TableName"] not in {*tables, "CRD1", "OCPR", "OPR1", "ITM1"}:
            raise Refused(-5002, f"Table '{row['TableName']}' is unknown  [CUFD.TableID]")
        if any(one["Name"] == row["Name"] for one in self._company.user_fields(row["TableName"])):
            raise Refused(-2035)
        if row["Type"] == "db_Numeric" and (row.get("Size") or 11) > 11:
            raise Refused(-5002, "Field size deviates from legal range [1..11]")
        if row["Mandatory"] == "tYES" and row.get("DefaultValue") is None:
            raise Refused(-5002, "A default value must be defined for a mandatory field")
        row["Size"] = row.get("Size") or (10 if row["Type"] == "db_Alpha" else 8)
        return self._company.add_user_field({**row, "EditSize": row.get("EditSize") or row["Size"]}, write.node)

    def _used(self, entity: Entity, row: Row) -> bool:
        others = [table for table in self._company.tables.values() if table.entity is not entity]
        if entity.set == "Items":
            lines = (
                line
                for table in others
                if table.entity.document
                for one in table.rows.values()
                for line in one["DocumentLines"]
            )
            return any(line["ItemCode"] == row["ItemCode"] for line in lines)
        with_partner = [table for table in others if "CardCode" in table.entity.properties]
        return any(one["CardCode"] == row["CardCode"] for table in with_partner for one in table.rows.values())


def _said(key: Key) -> str:
    return ",".join(map(str, key)) if isinstance(key, tuple) else str(key)
