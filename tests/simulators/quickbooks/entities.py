"""What the API knows of each entity, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Entity:
    """``ids``: entities with the same word share their numbers. ``label`` holds the name; those with the same word
    in ``unique`` may not have the same. A ``listed`` one is deactivated, another deleted or voided (``voids``: by
    ``operation`` or ``include``). ``refs`` leads from a field to the entity it names, ``line_refs`` from a detail's
    field. ``own`` are fields that the API alone sets; ``defaults`` stand where nothing was sent. ``changes``: CDC
    tells of it."""

    name: str
    ids: str
    label: str = ""
    unique: str = ""
    listed: bool = False
    writable: bool = True
    voids: str = ""
    required: tuple[str, ...] = ()
    enums: Mapping[str, frozenset[str]] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)
    refs: Mapping[str, str] = field(default_factory=dict)
    line_refs: Mapping[str, str] = field(default_factory=dict)
    own: frozenset[str] = frozenset()
    defaults: Mapping[str, Any] = field(default_factory=dict)
    changes: bool = True

    @property
    def path(self) -> str:
        return self.name.lower()


_ITEM_TYPES = frozenset(
    (
        "Assembly,Bundle,Category,Discount,Fixed Asset,Group,Inventory,NonInventory,Other Charge,Payment,Service,Subtotal,Tax,"
        "Tax Group"
    ).split(",")
)
_LINE_REFS = {"ItemRef": "Item", "TaxCodeRef": "TaxCode", "ClassRef": "Class", "ItemAccountRef": "Account"}
_SALE_REFS = {
    "CustomerRef": "Customer",
    "SalesTermRef": "Term",
    "ClassRef": "Class",
    "DepartmentRef": "Department",
    "DepositToAccountRef": "Account",
    "PaymentMethodRef": "PaymentMethod",
}
_CALCULATIONS = frozenset({"TaxExcluded", "TaxInclusive", "NotApplicable"})
_TOTALS = frozenset({"TotalAmt", "HomeTotalAmt", "Balance", "HomeBalance", "LinkedTxn"})
_FULL_NAME = frozenset({"FullyQualifiedName", "Level"})
_SALE: dict[str, Any] = {
    "ids": "transactions",
    "label": "DocNumber",
    "required": ("Line", "CustomerRef"),
    "enums": {"GlobalTaxCalculation": _CALCULATIONS},
    "longest": {"DocNumber": 21, "PrivateNote": 4000},
    "refs": _SALE_REFS,
    "line_refs": _LINE_REFS,
    "own": _TOTALS,
    "defaults": {"ApplyTaxAfterDiscount": False, "PrintStatus": "NotSet", "EmailStatus": "NotSet"},
}
_PERSON: dict[str, Any] = {
    "ids": "names",
    "label": "DisplayName",
    "unique": "names",
    "listed": True,
    "longest": {"DisplayName": 500, "Suffix": 15, "Title": 16},
}
_WORD: dict[str, Any] = {"label": "Name", "listed": True, "required": ("Name",)}

_ALL = (
    Entity(
        "Customer",
        **_PERSON,
        refs={
            "ParentRef": "Customer",
            "SalesTermRef": "Term",
            "PaymentMethodRef": "PaymentMethod",
            "DefaultTaxCodeRef": "TaxCode",
        },
        own=frozenset({"Balance", "BalanceWithJobs", "IsProject", "ClientEntityId"}) | _FULL_NAME,
        defaults={
            "Taxable": True,
            "Job": False,
            "BillWithParent": False,
            "PreferredDeliveryMethod": "None",
            "IsProject": False,
            "ClientEntityId": "0",
            "Balance": 0,
            "BalanceWithJobs": 0,
        },
    ),
    Entity(
        "Vendor",
        **_PERSON,
        refs={"TermRef": "Term"},
        own=frozenset({"Balance"}),
        defaults={"Balance": 0, "Vendor1099": False},
    ),
    Entity("Employee", **_PERSON),
    Entity(
        "Item",
        "items",
        "Name",
        "items",
        listed=True,
        required=("Name",),
        enums={"Type": _ITEM_TYPES},
        longest={"Name": 100, "Sku": 100, "Description": 4000},
        refs={
            "ParentRef": "Item",
            "IncomeAccountRef": "Account",
            "ExpenseAccountRef": "Account",
            "AssetAccountRef": "Account",
            "SalesTaxCodeRef": "TaxCode",
            "PurchaseTaxCodeRef": "TaxCode",
            "PrefVendorRef": "Vendor",
            "ClassRef": "Class",
        },
        own=_FULL_NAME,
        defaults={"Type": "Service", "Taxable": False, "UnitPrice": 0, "PurchaseCost": 0, "TrackQtyOnHand": False},
    ),
    Entity(
        "Account",
        "accounts",
        "Name",
        "accounts",
        listed=True,
        required=("Name",),
        longest={"Name": 100},
        own=frozenset({"CurrentBalance", "CurrentBalanceWithSubAccounts", "Classification", "FullyQualifiedName"}),
        defaults={"SubAccount": False, "CurrentBalance": 0, "CurrentBalanceWithSubAccounts": 0},
    ),
    Entity("Class", "classes", unique="classes", **_WORD),
    Entity("Department", "departments", unique="departments", **_WORD),
    Entity("Term", "terms", unique="terms", **_WORD),
    Entity("PaymentMethod", "methods", unique="methods", **_WORD),
    Entity("TaxCode", "taxes", "Name", listed=True, writable=False, changes=False),
    Entity("TaxRate", "rates", "Name", listed=True, writable=False, changes=False),
    Entity("CompanyInfo", "company", "CompanyName", writable=False),
    Entity("Preferences", "preferences"),
    Entity("Invoice", **_SALE, voids="operation"),
    Entity(
        "Estimate",
        **_SALE
        | {
            "enums": {**_SALE["enums"], "TxnStatus": frozenset({"Pending", "Accepted", "Closed", "Rejected"})},
            "defaults": {**_SALE["defaults"], "TxnStatus": "Pending"},
        },
    ),
    Entity("SalesReceipt", **_SALE, voids="include"),
    Entity("CreditMemo", **_SALE),
    Entity(
        "Payment",
        "transactions",
        "PaymentRefNum",
        voids="include",
        required=("CustomerRef", "TotalAmt"),
        longest={"PaymentRefNum": 21, "PrivateNote": 4000},
        refs={"CustomerRef": "Customer", "DepositToAccountRef": "Account", "PaymentMethodRef": "PaymentMethod"},
        own=frozenset({"UnappliedAmt", "HomeTotalAmt"}),
        defaults={"ProcessPayment": False},
    ),
)
ENTITIES: Mapping[str, Entity] = {one.name: one for one in _ALL}
BY_PATH: Mapping[str, Entity] = {one.path: one for one in _ALL}
#: What every record has and nobody sends.
SYSTEM = frozenset({"Id", "SyncToken", "MetaData", "domain", "sparse", "status"})
#: How a line says what it is.
DETAILS = frozenset(
    (
        "SalesItemLineDetail SubTotalLineDetail DiscountLineDetail DescriptionOnly GroupLineDetail TaxLineDetail "
        "PaymentLineDetail"
    ).split()
)
