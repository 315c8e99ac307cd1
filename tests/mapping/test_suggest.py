"""Proposals for links, measured on the field lists of three systems."""

from __future__ import annotations

from app.connectors.base import RemoteField
from app.mapping.suggest import LEAST, suggest
from app.model.entities import CONTACT, CUSTOMER, PRODUCT, EntitySpec
from app.model.values import FieldType

#: QuickBooks' Customer: plain fields, and those of compound types with the parts that carry a value.
QUICKBOOKS_TEXTS = (
    "Id SyncToken MetaData CustomField AttachableRef IntuitId Title GivenName MiddleName FamilyName Suffix "
    "FullyQualifiedName CompanyName DisplayName PrintOnCheckName UserId V4IDPseudonym OtherContactInfo ContactName "
    "AltContactName Notes CCDetail AcctNum PreferredDeliveryMethod ResaleNum JobInfo CustomerEx SecondaryTaxIdentifier "
    "PrimaryTaxIdentifier TaxExemptionReasonId BusinessNumber GSTIN GSTRegistrationType ClientCompanyId ClientEntityId "
    "Source TaxRegime"
).split()
QUICKBOOKS_NUMBERS = ("Level Balance BalanceWithJobs CreditLimit OverDueBalance TotalRevenue TotalExpense").split()
QUICKBOOKS_FLAGS = ("Organization Active Taxable Job BillWithParent TDSEnabled IsProject IsCISContractor").split()
QUICKBOOKS_COMPOUND = {
    "PrimaryPhone AlternatePhone Mobile Fax": "FreeFormNumber",
    "PrimaryEmailAddr": "Address",
    "WebAddr": "URI",
    "DefaultTaxCodeRef RootCustomerRef ParentRef CustomerTypeRef SalesTermRef SalesRepRef": "value",
    "TaxGroupCodeRef TaxRateRef PaymentMethodRef PriceLevelRef CurrencyRef ARAccountRef": "value",
    "BillAddr ShipAddr OtherAddr": "Line1 Line2 City Country CountrySubDivisionCode PostalCode Note",
}
ZOHO_CONTACT = (
    "id Owner First_Name Last_Name Full_Name Account_Name Vendor_Name Email Secondary_Email Title Department Phone Home_Phone "
    "Other_Phone Mobile Fax Assistant Asst_Phone Date_of_Birth Lead_Source Mailing_Street Mailing_City Mailing_State Mailing_Zip "
    "Mailing_Country Other_Street Other_City Description Created_Time Modified_Time Tag Skype_ID Twitter Reporting_To"
).split()
SAP_PARTNER = (
    "CardCode CardName CardForeignName CardType GroupCode Currency FederalTaxID Phone1 Phone2 Cellular Fax EmailAddress Website "
    "Notes FreeText PriceListNum PayTermsGrpCode SalesPersonCode Series AliasName ContactPerson BPAddresses[].AddressName "
    "BPAddresses[].Street BPAddresses[].Block BPAddresses[].ZipCode BPAddresses[].City BPAddresses[].County BPAddresses[].State "
    "BPAddresses[].Country BPAddresses[].GSTIN BPAddresses[].GstType"
).split()


def texts(paths: list[str]) -> list[RemoteField]:
    return [RemoteField(path, path, FieldType.TEXT) for path in paths]


def quickbooks() -> list[RemoteField]:
    parts = [
        f"{name}.{part}"
        for names, ends in QUICKBOOKS_COMPOUND.items()
        for name in names.split()
        for part in ends.split()
    ]
    kinds = ((QUICKBOOKS_NUMBERS, FieldType.NUMBER), (QUICKBOOKS_FLAGS, FieldType.BOOLEAN))
    return texts(QUICKBOOKS_TEXTS + parts) + [RemoteField(name, name, kind) for names, kind in kinds for name in names]


def sap() -> list[RemoteField]:
    amounts = [RemoteField(name, name, FieldType.NUMBER) for name in ("CreditLimit", "CurrentAccountBalance")]
    return [*texts(SAP_PARTNER), *amounts, RemoteField("Valid", "Active", FieldType.BOOLEAN)]


def share(spec: EntitySpec, fields: list[RemoteField], right: dict[str, str]) -> float:
    found = {one.local: one.remote for one in suggest(spec, fields)}
    return sum(found.get(local) == remote for local, remote in right.items()) / len(right)


def test_zoho_contacts() -> None:
    right = {
        "first_name": "First_Name", "last_name": "Last_Name", "email": "Email", "phone": "Phone", "mobile": "Mobile",
        "designation": "Title", "customer": "Account_Name", "notes": "Description",
    }  # fmt: skip
    assert share(CONTACT, texts(ZOHO_CONTACT), right) >= 0.9


def test_quickbooks_customers() -> None:
    right = {
        "business_name": "DisplayName", "email": "PrimaryEmailAddr.Address", "phone": "PrimaryPhone.FreeFormNumber",
        "mobile": "Mobile.FreeFormNumber", "website": "WebAddr.URI", "address": "BillAddr.Line1", "city": "BillAddr.City",
        "state": "BillAddr.CountrySubDivisionCode", "pincode": "BillAddr.PostalCode", "country": "BillAddr.Country",
        "gstin": "GSTIN", "gst_registration_type": "GSTRegistrationType", "contact_person": "ContactName", "notes": "Notes",
        "credit_limit": "CreditLimit", "closing_balance": "Balance", "currency": "CurrencyRef.value", "is_active": "Active",
        "customer_group": "CustomerTypeRef.value",
    }  # fmt: skip
    assert share(CUSTOMER, quickbooks(), right) >= 0.9


def test_sap_business_partners() -> None:
    right = {
        "business_name": "CardName", "email": "EmailAddress", "phone": "Phone1", "mobile": "Cellular", "website": "Website",
        "address": "BPAddresses[].Street", "city": "BPAddresses[].City", "state": "BPAddresses[].State",
        "pincode": "BPAddresses[].ZipCode", "country": "BPAddresses[].Country", "gstin": "BPAddresses[].GSTIN",
        "contact_person": "ContactPerson", "notes": "Notes", "credit_limit": "CreditLimit", "currency": "Currency",
        "closing_balance": "CurrentAccountBalance", "customer_group": "GroupCode", "is_active": "Valid",
    }  # fmt: skip
    assert share(CUSTOMER, sap(), right) >= 0.9


def test_each_field_stands_in_one_proposal_and_what_is_linked_in_none() -> None:
    found = suggest(CUSTOMER, sap(), linked_local={"email"}, linked_remote={"CardName"})
    assert len({one.local for one in found}) == len({one.remote for one in found}) == len(found)
    assert "email" not in {one.local for one in found}
    assert "CardName" not in {one.remote for one in found}
    assert all(LEAST <= one.score <= 1 and one.reason for one in found)
    assert found == sorted(found, key=lambda one: -one.score)


def test_a_sample_tells_what_a_name_does_not() -> None:
    named = RemoteField("UDF_7", "UDF 7", FieldType.TEXT, sample="27AAPFU0939F1ZV")
    assert [(one.local, one.remote) for one in suggest(CUSTOMER, [named])] == [("gstin", "UDF_7")]
    assert suggest(CUSTOMER, [RemoteField("UDF_7", "UDF 7", FieldType.TEXT)]) == []


def test_a_sample_or_a_type_that_does_not_fit_speaks_against_it() -> None:
    plain = suggest(CUSTOMER, [RemoteField("Mail", "", FieldType.TEXT)])
    assert plain[0].local == "email"
    assert suggest(CUSTOMER, [RemoteField("Mail", "", FieldType.TEXT, sample="by post")]) == []
    sure, unsure = (suggest(PRODUCT, [RemoteField("Rate", "", kind)]) for kind in (FieldType.NUMBER, FieldType.TEXT))
    assert unsure[0].score < sure[0].score
    locked = suggest(PRODUCT, [RemoteField("Rate", "", FieldType.NUMBER, readonly=True)])
    assert locked[0].score < sure[0].score
