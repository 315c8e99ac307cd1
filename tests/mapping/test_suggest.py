"""Proposals for links, measured on the field lists of three systems."""

from __future__ import annotations

from app.connectors.base import RemoteField
from app.connectors.tally import KIND
from app.connectors.tally.fields import describe
from app.mapping.suggest import LEAST, suggest
from app.model.entities import CONTACT, CUSTOMER, INVOICE, PRODUCT, EntitySpec
from app.model.values import FieldType
from app.services.mapping.views import SideField

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


# --- lines -----------------------------------------------------------------------------------------------------------


def documents(head: str, names: str, numbers: str, lists: tuple[str, ...] = ()) -> list[RemoteField]:
    """A document's fields, and those of its lines in ``head``."""
    inside = [RemoteField(f"{head}[].{name}", name, FieldType.TEXT) for name in names.split()]
    inside += [RemoteField(f"{head}[].{name}", name, FieldType.NUMBER) for name in numbers.split()]
    return [RemoteField(one, one, FieldType.LINES) for one in (head, *lists)] + inside


def test_tally_invoices_with_their_lines_and_taxes() -> None:
    template = KIND.spec.template("invoice")
    assert template is not None
    right = {one.local: one.remote for one in template.fields if not one.local.startswith("custom.")}
    assert share(INVOICE, describe("Sales", {}), right) >= 0.9


def test_quickbooks_and_sap_lines() -> None:
    quick = documents(
        "Line",
        "Id DetailType Description SalesItemLineDetail.ItemRef.value SalesItemLineDetail.TaxCodeRef.value",
        "LineNum Amount SalesItemLineDetail.Qty SalesItemLineDetail.UnitPrice",
        ("CustomField", "LinkedTxn"),
    )
    right = {
        "lines": "Line", "lines[].product": "Line[].SalesItemLineDetail.ItemRef.value",
        "lines[].description": "Line[].Description", "lines[].quantity": "Line[].SalesItemLineDetail.Qty",
        "lines[].rate": "Line[].SalesItemLineDetail.UnitPrice", "lines[].amount": "Line[].Amount",
    }  # fmt: skip
    assert share(INVOICE, quick, right) >= 0.9
    sap = documents(
        "DocumentLines",
        "ItemCode ItemDescription UoMCode WarehouseCode TaxCode HSNEntry",
        "LineNum Quantity UnitPrice DiscountPercent LineTotal",
        ("TaxExtension",),
    )
    right = {
        "lines": "DocumentLines", "lines[].product": "DocumentLines[].ItemCode",
        "lines[].description": "DocumentLines[].ItemDescription", "lines[].quantity": "DocumentLines[].Quantity",
        "lines[].rate": "DocumentLines[].UnitPrice", "lines[].discount_percent": "DocumentLines[].DiscountPercent",
        "lines[].amount": "DocumentLines[].LineTotal",
    }  # fmt: skip
    assert share(INVOICE, sap, right) >= 0.9


def test_a_lines_field_is_proposed_only_in_the_list_of_its_own() -> None:
    fields = [
        *documents("Items", "Name", "Rate Amount", ("Taxes",)),
        RemoteField("Taxes[].Rate", "Rate", FieldType.NUMBER),
        RemoteField("Rows[].Quantity", "Quantity", FieldType.NUMBER),
    ]
    found = {one.local: one.remote for one in suggest(INVOICE, fields)}
    assert (found["lines"], found["taxes"]) == ("Items", "Taxes")
    assert (found["lines[].rate"], found["taxes[].rate"]) == ("Items[].Rate", "Taxes[].Rate")
    assert "lines[].quantity" not in found
    # A list that is linked already decides where its fields are looked for.
    linked = {one.local: one.remote for one in suggest(INVOICE, fields, {"lines"}, {"Taxes"}, {"lines": "Taxes[]"})}
    assert linked["lines[].rate"] == "Taxes[].Rate"
    assert "lines" not in linked
    assert suggest(INVOICE, fields[3:4]) == []  # a field of a list that nothing is linked with


def test_most_of_several_samples_decide() -> None:
    def sampled(*samples: str) -> SideField:
        return SideField("UDF_7", "UDF 7", FieldType.TEXT, samples=samples)

    good, bad = "27AAPFU0939F1ZV", "see file"
    assert [one.local for one in suggest(CUSTOMER, [sampled(good, bad, good)])] == ["gstin"]
    assert suggest(CUSTOMER, [sampled(good, bad, bad)]) == []
