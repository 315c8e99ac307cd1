"""What a company has from its beginning: its own details, accounts, taxes, terms and ways to pay."""

from __future__ import annotations

from typing import Any

from tests.simulators.quickbooks.books import Books
from tests.simulators.quickbooks.entities import ENTITIES
from tests.simulators.quickbooks.moments import text_of

_ACCOUNTS = (
    ("Sales of Product Income", "Income", "SalesOfProductIncome", "Revenue"),
    ("Services", "Income", "ServiceFeeIncome", "Revenue"),
    ("Cost of Goods Sold", "Cost of Goods Sold", "SuppliesMaterialsCogs", "Expense"),
    ("Inventory Asset", "Other Current Asset", "Inventory", "Asset"),
    ("Undeposited Funds", "Other Current Asset", "UndepositedFunds", "Asset"),
    ("Checking", "Bank", "Checking", "Asset"),
    ("Accounts Receivable (A/R)", "Accounts Receivable", "AccountsReceivable", "Asset"),
    ("Office Expenses", "Expense", "OfficeGeneralAdministrativeExpenses", "Expense"),
)
#: Country → (code, rate in percent); in the United States lines are marked TAX or NON, and the document names its code.
_TAXES = {
    "US": (("California", 8), ("Tucson", 9.1)),
    "CA": (("GST", 5), ("HST ON", 13), ("Exempt", 0)),
    "GB": (("20.0% S", 20), ("5.0% R", 5), ("0.0% Z", 0)),
    "AU": (("GST", 10), ("GST free", 0)),
}


def found(books: Books) -> None:
    """The records of a new company of that country."""
    _put(books, "CompanyInfo", **_company(books))
    _put(
        books,
        "Preferences",
        SalesFormsPrefs={
            "CustomTxnNumbers": False,
            "AllowDiscount": True,
            "AllowShipping": False,
            "AllowEstimates": True,
        },
        CurrencyPrefs={"HomeCurrency": {"value": books.currency["value"]}, "MultiCurrencyEnabled": False},
        TaxPrefs={"UsingSalesTax": True},
        AccountingInfoPrefs={
            "TrackDepartments": False,
            "ClassTrackingPerTxn": False,
            "CustomerTerminology": "Customers",
        },
        ProductAndServicesPrefs={
            "ForSales": True,
            "ForPurchase": True,
            "QuantityWithPriceAndRate": True,
            "QuantityOnHand": True,
        },
    )
    for name, kind, detail, group in _ACCOUNTS:
        _put(
            books,
            "Account",
            Name=name,
            FullyQualifiedName=name,
            Active=True,
            SubAccount=False,
            Classification=group,
            AccountType=kind,
            AccountSubType=detail,
            CurrentBalance=0,
            CurrentBalanceWithSubAccounts=0,
            CurrencyRef=books.currency,
        )
    for name, rate in _TAXES.get(books.country, _TAXES["US"]):
        made = _put(
            books, "TaxRate", Name=name, Active=True, RateValue=rate, AgencyRef={"value": "1"}, DisplayType="ReadOnly"
        )
        rates = {
            "TaxRateDetail": [
                {"TaxRateRef": {"value": made, "name": name}, "TaxTypeApplicable": "TaxOnAmount", "TaxOrder": 0}
            ]
        }
        _put(
            books,
            "TaxCode",
            Name=name,
            Description=name,
            Active=True,
            Hidden=False,
            Taxable=True,
            TaxGroup=True,
            SalesTaxRateList=rates,
            PurchaseTaxRateList={"TaxRateDetail": []},
        )
    for code in ("TAX", "NON") if books.country == "US" else ():
        _put(books, "TaxCode", code, Name=code, Description=code, Active=True, Taxable=code == "TAX", TaxGroup=False)
    for name, days in (("Due on receipt", 0), ("Net 30", 30)):
        _put(books, "Term", Name=name, Active=True, Type="STANDARD", DueDays=days)
    for name in ("Cash", "Check", "Credit Card"):
        _put(books, "PaymentMethod", Name=name, Active=True, Type="NON_CREDIT_CARD")


def _company(books: Books) -> dict[str, Any]:
    address = {
        "Id": "1",
        "Line1": "123 Sierra Way",
        "City": "San Pablo",
        "CountrySubDivisionCode": "CA",
        "PostalCode": "87999",
    }
    return {
        "CompanyName": "Demo Traders Overseas",
        "LegalName": "Demo Traders Overseas Inc.",
        "CompanyAddr": address,
        "Country": books.country,
        "Email": {"Address": "office@example.com"},
        "PrimaryPhone": {"FreeFormNumber": "(555) 555-0100"},
        "FiscalYearStartMonth": "January",
        "CompanyStartDate": "2021-04-01",
        "SupportedLanguages": "en",
        "NameValue": [
            {"Name": "OfferingSku", "Value": "QuickBooks Online Plus"},
            {"Name": "IsQbdtMigrated", "Value": "false"},
        ],
    }


def _put(books: Books, entity: str, id: str = "", **values: Any) -> str:
    """Stored as it is, a long time ago."""
    made = id or books.next_id(ENTITIES[entity])
    created = text_of(books.clock().replace(year=books.clock().year - 1, day=1))
    system = {"domain": "QBO", "sparse": False, "Id": made, "SyncToken": "0"}
    books.tables[entity].put({**values, **system, "MetaData": {"CreateTime": created, "LastUpdatedTime": created}})
    return made
