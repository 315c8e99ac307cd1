"""What a company's data are made of: entity sets, their types and enumerations, as data.

One word per property: ``Name[:kind][~][!]``. Kinds: ``text`` (unless said; digits are its length), ``int``, ``number``, ``date``,
``time``, an enumeration, ``[Type]`` for a collection inside the record and ``{Type}`` for a group. ``~`` is read-only, ``!`` a key.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

_WORD = re.compile(r"(?P<name>\w+)(?::(?P<kind>[\w\[\]{}]+))?(?P<flags>[~!]*)")

#: Enumeration → (its members, what the database has and bodies may say as well).
ENUMS: dict[str, tuple[tuple[str, str], ...]] = {
    "BoYesNoEnum": (("tNO", "N"), ("tYES", "Y")),
    "BoCardTypes": (("cCustomer", "C"), ("cSupplier", "S"), ("cLid", "L")),
    "BoCardCompanyTypes": (("cCompany", "C"), ("cPrivate", "I")),
    "BoAddressType": (("bo_ShipTo", "S"), ("bo_BillTo", "B")),
    "ItemTypeEnum": (("itItems", "I"), ("itLabor", "L"), ("itTravel", "T")),
    "BoDocumentTypes": (("dDocument_Items", "I"), ("dDocument_Service", "S")),
    "BoStatus": (("bost_Open", "O"), ("bost_Close", "C")),
    "CancelStatusEnum": (("csNo", "N"), ("csYes", "Y"), ("csCancellation", "C")),
    "BoRcptTypes": (("rCustomer", "C"), ("rAccount", "A"), ("rSupplier", "S")),
    "BoRcptInvTypes": (("it_Invoice", "13"), ("it_CredItnote", "14"), ("it_DownPayment", "203")),
    "PaymentMeansTypeEnum": (("pmtNotAssigned", "0"), ("pmtChecks", "1"), ("pmtBankTransfer", "2"), ("pmtCash", "3")),
    "BoSoOsStatus": (("sos_Open", "O"), ("sos_Missed", "L"), ("sos_Sold", "W")),
    "BoSoStatus": (("so_Open", "O"), ("so_Closed", "C")),
    "OpportunityTypeEnum": (("boOpSales", "R"), ("boOpPurchasing", "P")),
    "BoFieldTypes": (("db_Alpha", "A"), ("db_Memo", "M"), ("db_Numeric", "N"), ("db_Date", "D"), ("db_Float", "B")),
    "BoFldSubTypes": (
        ("st_None", ""), ("st_Address", "?"), ("st_Phone", "#"), ("st_Time", "T"), ("st_Rate", "R"), ("st_Sum", "S"),
        ("st_Price", "P"), ("st_Quantity", "Q"), ("st_Percentage", "%"), ("st_Link", "L"),
    ),
}  # fmt: skip

_ADDRESS = "Street Block StreetNo Building ZipCode City County State Country"
_EXTENSION = " ".join(f"{side}{name}" for side in ("ShipTo", "BillTo") for name in _ADDRESS.split())

#: Type of a row inside a record → (the key that a PATCH finds it by, its properties).
PARTS: dict[str, tuple[str, str]] = {
    "BPAddress": (
        "RowNum",
        (
            "RowNum:int BPCode~ AddressName:50 AddressType:BoAddressType Street:100 Block StreetNo BuildingFloorRoom ZipCode:20 "
            "City:100 County State:3 Country:3 FederalTaxID GSTIN:15 GstType TaxCode AddressName2 AddressName3"
        ),
    ),
    "ContactEmployee": (
        "InternalCode",
        (
            "InternalCode:int CardCode~ Name:50 FirstName:50 MiddleName LastName:50 Title Position Address Phone1:20 Phone2 "
            "MobilePhone:50 Fax E_Mail:100 Remarks1 Remarks2 Active:BoYesNoEnum CreateDate:date~ CreateTime:time~ "
            "UpdateDate:date~ UpdateTime:time~"
        ),
    ),
    "ItemPrice": ("PriceList", "PriceList:int Price:number Currency:3 Factor:number"),
    "ItemWarehouseInfo": (
        "WarehouseCode",
        "WarehouseCode ItemCode~ InStock:number~ Committed:number~ Ordered:number~ MinimalStock:number",
    ),
    "ItemBarCode": ("AbsEntry", "AbsEntry:int UoMEntry:int Barcode FreeText"),
    "DocumentLine": (
        "LineNum",
        (
            "LineNum:int ItemCode:50 ItemDescription:100 Quantity:number UnitPrice:number Price:number DiscountPercent:number "
            "TaxCode VatGroup TaxPercentagePerRow:number~ TaxTotal:number~ LineTotal:number WarehouseCode AccountCode "
            "BaseType:int BaseEntry:int BaseLine:int LineStatus:BoStatus~ OpenAmount:number~ RemainingOpenQuantity:number~ "
            "MeasureUnit FreeText ShipDate:date HSNEntry:int SalesPersonCode:int DocEntry:int~"
        ),
    ),
    "AddressExtension": ("", _EXTENSION),
    "PaymentInvoice": (
        "LineNum",
        "LineNum:int DocEntry:int SumApplied:number AppliedFC:number DocLine:int InvoiceType:BoRcptInvTypes InstallmentId:int",
    ),
    "CashFlowAssignment": (
        "CashFlowAssignmentsID",
        "CashFlowAssignmentsID:int AmountLC:number AmountFC:number PaymentMeans:PaymentMeansTypeEnum",
    ),
    "SalesOpportunitiesLine": (
        "LineNum",
        (
            "LineNum:int SalesPerson:int StartDate:date ClosingDate:date StageKey:int PercentageRate:number "
            "MaxLocalTotal:number Remarks Status:BoSoStatus SequenceNo:int~"
        ),
    ),
    "ValidValueMD": ("Value", "Value Description"),
    "Event": ("", "BusinessObject TransactionType BizObjProps FilterExpr"),
}

_STAMPS = "CreateDate:date~ CreateTime:time~ UpdateDate:date~ UpdateTime:time~"
_DOCUMENT = (
    "DocEntry:int~! DocNum:int DocType:BoDocumentTypes DocDate:date DocDueDate:date TaxDate:date CardCode:15 CardName:100 "
    "Address~ NumAtCard:100 DocCurrency:3 DocRate:number DocTotal:number VatSum:number~ DiscountPercent:number "
    "TotalDiscount:number Comments:254 JournalMemo DocumentStatus:BoStatus~ Cancelled:BoYesNoEnum~ "
    "CancelStatus:CancelStatusEnum~ Series:int ContactPersonCode:int SalesPersonCode:int PaymentGroupCode:int PaidToDate:number~ "
    "CreationDate:date~ DocTime:time~ UpdateDate:date~ UpdateTime:time~ DocObjectCode~ "
    "AddressExtension:{AddressExtension} DocumentLines:[DocumentLine]"
)


@dataclass(frozen=True)
class Property:
    """``kind``: ``text``, ``int``, ``number``, ``date``, ``time``, or the name of an enumeration or of a part's type.
    ``many``: a collection; ``length`` 0: not told."""

    name: str
    kind: str = "text"
    read_only: bool = False
    key: bool = False
    many: bool = False
    group: bool = False
    length: int = 0

    @property
    def plain(self) -> bool:
        return not self.many and not self.group


@dataclass(frozen=True)
class Entity:
    """``table`` is the database's, which user fields name; ``created``: what holds the day of creation. ``document``: lines and
    totals, never deleted. ``marked``: with an ETag."""

    set: str
    type: str
    table: str = ""
    words: str = ""
    object_code: str = ""
    marked: bool = False
    created: str = ""
    document: bool = False
    writable: bool = False
    undefined: str = ""
    properties: dict[str, Property] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[Property, ...]:
        return tuple(one for one in self.properties.values() if one.key)

    @property
    def key(self) -> str:
        return self.keys[0].name

    @property
    def stamped(self) -> bool:
        return "UpdateDate" in self.properties


def read_words(words: str) -> dict[str, Property]:
    return {one.name: one for one in map(_property, words.split())}


def _property(word: str) -> Property:
    found = _WORD.fullmatch(word)
    assert found, word
    kind, flags = found["kind"] or "text", found["flags"]
    length = int(kind) if kind.isdigit() else 0
    return Property(
        found["name"],
        "text" if length else kind.strip("[]{}"),
        "~" in flags,
        "!" in flags,
        kind.startswith("["),
        kind.startswith("{"),
        length,
    )


def _document(set: str, table: str, code: str) -> Entity:
    return Entity(set, "Document", table, _DOCUMENT, code, True, "CreationDate", True, True)


_ALL = (
    Entity(
        "BusinessPartners", "BusinessPartner", "OCRD",
        (
            "CardCode:15! CardName:100 CardForeignName:100 CardType:BoCardTypes GroupCode:int Currency:3 FederalTaxID:32 "
            "VatLiable VatGroup Phone1:20 Phone2:20 Cellular:50 Fax EmailAddress:100 Website Notes FreeText PriceListNum:int "
            "PayTermsGrpCode:int SalesPersonCode:int CreditLimit:number DiscountPercent:number IntrestRatePercent:number "
            "CurrentAccountBalance:number~ OpenOrdersBalance:number~ ContactPerson ShipToDefault BilltoDefault "
            "Address ZipCode City Country BillToState MailAddress Industry:int CompanyPrivate:BoCardCompanyTypes LeadCardCode "
            "AliasName AttachmentEntry:int Series:int Valid:BoYesNoEnum Frozen:BoYesNoEnum DataVersion:int~ "
            f"{_STAMPS} BPAddresses:[BPAddress] ContactEmployees:[ContactEmployee]"
        ),
        "2", True, "CreateDate", writable=True, undefined="Code undefined  [OCRD.CardCode]",
    ),
    Entity(
        "Items", "Item", "OITM",
        (
            "ItemCode:50! ItemName:200 ForeignName:100 ItemType:ItemTypeEnum ItemsGroupCode:int BarCode:254 SWW "
            "InventoryItem:BoYesNoEnum SalesItem:BoYesNoEnum PurchaseItem:BoYesNoEnum QuantityOnStock:number~ "
            "QuantityOrderedByCustomers:number~ QuantityOrderedFromVendors:number~ SalesUnit InventoryUOM PurchaseUnit "
            "DefaultWarehouse SalesVATGroup ArTaxCode User_Text ChapterID:int Manufacturer:int Series:int "
            "Valid:BoYesNoEnum Frozen:BoYesNoEnum DataVersion:int~ "
            f"{_STAMPS} ItemPrices:[ItemPrice] ItemWarehouseInfoCollection:[ItemWarehouseInfo] "
            "ItemBarCodeCollection:[ItemBarCode]"
        ),
        "4", True, "CreateDate", writable=True, undefined="Code undefined  [OITM.ItemCode]",
    ),
    _document("Quotations", "OQUT", "23"),
    _document("Orders", "ORDR", "17"),
    _document("DeliveryNotes", "ODLN", "15"),
    _document("Invoices", "OINV", "13"),
    _document("CreditNotes", "ORIN", "14"),
    replace(_document("Drafts", "ODRF", "112"), writable=False),
    Entity(
        "IncomingPayments", "Payment", "ORCT",
        (
            "DocEntry:int~! DocNum:int DocType:BoRcptTypes DocDate:date CardCode:15 CardName:100 CashAccount CashSum:number "
            "TransferAccount TransferSum:number TransferDate:date TransferReference:27 DocCurrency:3 DocRate:number Reference1 "
            "Reference2 CounterReference Remarks:254 JournalRemarks ContactPersonCode:int TaxDate:date DueDate:date Series:int "
            "ControlAccount ProjectCode Cancelled:BoYesNoEnum~ DocObjectCode~ PaymentInvoices:[PaymentInvoice] "
            "CashFlowAssignments:[CashFlowAssignment]"
        ),
        "24", writable=True,
    ),
    Entity(
        "SalesOpportunities", "SalesOpportunities", "OOPR",
        (
            "SequentialNo:int~! CardCode:15 CustomerName~ SalesPerson:int ContactPerson:int OpportunityName:100 Source:int "
            "InterestLevel:int StartDate:date PredictedClosingDate:date ClosingDate:date ClosingPercentage:number "
            "MaxLocalTotal:number WeightedSumLC:number~ Status:BoSoOsStatus OpportunityType:OpportunityTypeEnum Remarks "
            "Industry:int UpdateDate:date~ UpdateTime:time~ SalesOpportunitiesLines:[SalesOpportunitiesLine]"
        ),
        "97", writable=True,
    ),
    Entity("BusinessPartnerGroups", "BusinessPartnerGroup", "OCRG", "Code:int! Name Type"),
    Entity("ItemGroups", "ItemGroups", "OITB", "Number:int! GroupName"),
    Entity("PriceLists", "PriceList", "OPLN", "PriceListNo:int! PriceListName DefaultPrimeCurrency"),
    Entity("SalesPersons", "SalesPerson", "OSLP", "SalesEmployeeCode:int! SalesEmployeeName Active:BoYesNoEnum"),
    Entity("PaymentTermsTypes", "PaymentTermsType", "OCTG", "GroupNumber:int! PaymentTermsGroupName NumberOfAdditionalDays:int"),
    Entity("SalesTaxCodes", "SalesTaxCode", "OSTC", "Code! Name Rate:number"),
    Entity("VatGroups", "VatGroup", "OVTG", "Code! Name Rate:number"),
    Entity("Warehouses", "Warehouse", "OWHS", "WarehouseCode! WarehouseName"),
    Entity("Currencies", "Currency", "OCRN", "Code! Name"),
    Entity("ChartOfAccounts", "ChartOfAccount", "OACT", "Code! Name CashAccount:BoYesNoEnum ActiveAccount:BoYesNoEnum"),
    Entity(
        "UserFieldsMD", "UserFieldMD", "CUFD",
        (
            "TableName:20! FieldID:int! Name:50 Type:BoFieldTypes SubType:BoFldSubTypes Size:int EditSize:int Description:80 "
            "DefaultValue LinkedTable Mandatory:BoYesNoEnum ValidValuesMD:[ValidValueMD]"
        ),
        writable=True,
    ),
    Entity("UserTablesMD", "UserTableMD", "OUTB", "TableName! TableDescription TableType"),
    Entity("U_REGIONS", "U_REGIONS", "@REGIONS", "Code! Name"),
    Entity(
        "EventSubscriptions", "EventSubscription", "OEVC",
        (
            "WebhookID! WebhookURL AuthenticationType AuthenticationCred VerifyCertificate State~ WorkMode~ Handshake "
            "EventCollection:[Event]"
        ),
        writable=True,
    ),
)  # fmt: skip

ENTITIES: dict[str, Entity] = {one.set: replace(one, properties=read_words(one.words)) for one in _ALL}
PART_PROPERTIES: dict[str, dict[str, Property]] = {name: read_words(words) for name, (_, words) in PARTS.items()}
DOCUMENTS: tuple[str, ...] = tuple(name for name, one in ENTITIES.items() if one.document)

#: (entity set, collection) → the database's table of those rows.
LINE_TABLES: dict[tuple[str, str], str] = {
    ("BusinessPartners", "BPAddresses"): "CRD1",
    ("BusinessPartners", "ContactEmployees"): "OCPR",
    ("Items", "ItemPrices"): "ITM1",
    ("Quotations", "DocumentLines"): "QUT1",
    ("Orders", "DocumentLines"): "RDR1",
    ("DeliveryNotes", "DocumentLines"): "DLN1",
    ("Invoices", "DocumentLines"): "INV1",
    ("CreditNotes", "DocumentLines"): "RIN1",
    ("Drafts", "DocumentLines"): "DRF1",
    ("SalesOpportunities", "SalesOpportunitiesLines"): "OPR1",
}
#: A user field on one of these is one on all of them.
SHARED_TABLES: tuple[tuple[str, ...], ...] = (
    tuple(ENTITIES[name].table for name in DOCUMENTS),
    tuple(LINE_TABLES[name, "DocumentLines"] for name in DOCUMENTS),
)
_FIELD_KINDS = {"db_Alpha": "text", "db_Memo": "text", "db_Numeric": "int", "db_Date": "date", "db_Float": "number"}


def user_property(row: dict[str, object]) -> Property:
    """The property that a row of ``UserFieldsMD`` makes."""
    kind = "time" if row.get("SubType") == "st_Time" else _FIELD_KINDS[str(row["Type"])]
    return Property(f"U_{row['Name']}", kind, length=int(str(row.get("Size") or 0)) if row["Type"] == "db_Alpha" else 0)
