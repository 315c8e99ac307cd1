"""Which of the ERP's fields is probably which of the hub's: proposals with a score, from names, synonyms, types and a sample value.

Nothing is ever linked by this: a person accepts a proposal. Pure; a list of 300 fields takes a moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from app.mapping.coerce import coerce_for
from app.mapping.india import e164, gstin_fault, is_pan, is_pin, state_code
from app.model.entities import EntitySpec, FieldSpec
from app.model.values import FieldType

#: Below this a proposal would be a guess.
LEAST = 0.5
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
#: What fields are called elsewhere, best first; words in lower case without separators. Of every entity, then of one alone.
_SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "business_name": ("businessname", "displayname", "companyname", "accountname", "cardname", "customername", "partyname",
                      "ledgername", "company", "name", "organization"),
    "contact_person": ("contactperson", "contactname", "ledgercontact", "attention", "attentionto"),
    "email": ("email", "emailaddress", "emailid", "primaryemailaddr", "primaryemailaddraddress", "emailaddr", "mail"),
    "phone": ("phone", "primaryphone", "primaryphonefreeformnumber", "phone1", "telephone", "telephonenumber", "ledgerphone",
              "phonenumber", "landline", "workphone", "tel"),
    "mobile": ("mobile", "cellular", "cell", "cellphone", "mobilefreeformnumber", "mobilephone", "mobilenumber", "ledgermobile",
               "mobileno"),
    "website": ("website", "webaddr", "webaddruri", "url", "homepage", "web", "webaddress"),
    "address": ("address", "billaddrline1", "billingstreet", "mailingstreet", "street", "billingaddress", "billaddr",
                "addressline1", "line1", "bpaddressesstreet", "mailingaddress"),
    "city": ("city", "billaddrcity", "billingcity", "mailingcity", "town", "bpaddressescity", "district"),
    "state": ("state", "billaddrcountrysubdivisioncode", "billingstate", "mailingstate", "statename", "ledstatename",
              "province", "region", "bpaddressesstate", "countrysubdivisioncode"),
    "pincode": ("pincode", "postalcode", "billaddrpostalcode", "zipcode", "zip", "billingcode", "mailingzip", "postcode", "pin",
                "billingzip", "bpaddresseszipcode"),
    "country": ("country", "billaddrcountry", "billingcountry", "mailingcountry", "countryname", "bpaddressescountry"),
    "gstin": ("gstin", "gstno", "gstnumber", "gstinuin", "partygstin", "bpaddressesgstin", "primarytaxidentifier", "taxid",
              "federaltaxid", "vatnumber", "vatregno", "taxidentificationnumber"),
    "pan": ("pan", "pannumber", "panno", "incometaxnumber", "incometaxpan"),
    "gst_registration_type": ("gstregistrationtype", "gsttype", "gsttreatment", "bpaddressesgsttype"),
    "customer_group": ("customergroup", "groupcode", "customertyperef", "customertyperefvalue", "customertype", "parent", "group",
                       "accounttype", "pricelist"),
    "credit_limit": ("creditlimit", "creditlimitamount", "maxcredit"),
    "credit_days": ("creditdays", "creditperiod", "billcreditperiod", "paymenttermdays", "paymentdays"),
    "opening_balance": ("openingbalance", "openbalance", "startingbalance"),
    "closing_balance": ("closingbalance", "balance", "currentaccountbalance", "outstanding", "currentbalance", "amountdue"),
    "currency": ("currency", "currencyref", "currencyrefvalue", "currencycode"),
    "notes": ("notes", "description", "comments", "remarks", "freetext", "narration", "memo"),
    "is_active": ("isactive", "active", "enabled", "valid"),
    "sku": ("sku", "partno", "itemcode", "productcode", "partnumber", "code"),
    "name": ("name", "itemname", "productname", "dealname", "title", "opportunityname", "fullname"),
    "description": ("description", "itemdescription", "salesdesc", "details"),
    "category": ("category", "itemsgroupcode", "productcategory", "parent", "group", "itemgroup"),
    "unit": ("unit", "baseunits", "salesunit", "usageunit", "uom", "unitofmeasure", "inventoryuom"),
    "hsn_code": ("hsncode", "hsn", "hsnsac", "chapterid", "sacode", "hsnsaccode"),
    "gst_rate": ("gstrate", "taxrate", "igstrate", "taxpercent", "vatrate"),
    "rate": ("rate", "unitprice", "price", "salesprice", "sellingprice", "mrp"),
    "quantity": ("quantity", "qty", "billedqty"),
    "first_name": ("firstname", "givenname", "forename"),
    "last_name": ("lastname", "familyname", "surname"),
    "designation": ("designation", "title", "jobtitle", "position", "role"),
    "customer": ("customer", "accountname", "customerref", "customerrefvalue", "cardcode", "party", "partyledgername", "account",
                 "company"),
    "contact": ("contact", "contactname", "contactpersoncode", "contactperson"),
    "stage": ("stage", "stagename", "status", "pipelinestage"),
    "amount": ("amount", "value", "totalamt", "maxlocaltotal", "linetotal", "docamount"),
    "probability": ("probability", "closepercentage", "winprobability"),
    "close_date": ("closedate", "closingdate", "predictedclosingdate", "expectedclose", "expectedrevenuedate"),
    "number": ("number", "docnumber", "docnum", "vouchernumber", "invoicenumber", "ordernumber", "sonumber", "no", "id"),
    "date": ("date", "txndate", "docdate", "invoicedate", "orderdate", "voucherdate", "paymentdate"),
    "due_date": ("duedate", "docduedate", "deliverydate", "paymentdue"),
    "reference": ("reference", "numatcard", "ponumber", "purchaseorder", "customerreference", "referencenumber", "ref"),
    "narration": ("narration", "privatenote", "comments", "customermemo", "memo", "remarks", "description", "notes"),
    "total": ("total", "totalamt", "doctotal", "grandtotal", "invoicetotal"),
    "tax_total": ("taxtotal", "totaltax", "vatsum", "txntaxdetailtotaltax", "tax"),
    "balance_due": ("balancedue", "balance", "amountdue", "outstanding"),
    "mode": ("mode", "paymentmethod", "paymentmethodref", "paymentmode", "paymenttype"),
    "account": ("account", "deposittoaccountref", "cashaccount", "bankaccount", "bank"),
    "instrument_number": ("instrumentnumber", "chequenumber", "checknumber", "paymentrefnum", "transactionreference"),
}  # fmt: skip
_STRICT = frozenset({FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN})
_SHAPES: Mapping[str, Callable[[str], bool]] = {
    "gstin": lambda text: gstin_fault(text) is None,
    "pan": is_pan,
    "pincode": is_pin,
    "email": lambda text: "@" in text and "." in text.rpartition("@")[2],
    "phone": lambda text: e164(text, "IN") is not None,
    "mobile": lambda text: e164(text, "IN") is not None,
    "state": lambda text: state_code(text) is not None,
    "website": lambda text: "." in text and " " not in text and "@" not in text,
}


class Offered(Protocol):
    """A field of the ERP's, as connectors describe it."""

    @property
    def path(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def type(self) -> FieldType: ...
    @property
    def readonly(self) -> bool: ...
    @property
    def sample(self) -> str | None: ...


@dataclass(frozen=True)
class Suggestion:
    """``score`` between :data:`LEAST` and 1; ``reason`` in plain words."""

    local: str
    remote: str
    score: float
    reason: str


def suggest(
    spec: EntitySpec,
    remote: Sequence[Offered],
    linked_local: Collection[str] = (),
    linked_remote: Collection[str] = (),
) -> list[Suggestion]:
    """Proposals for what is not linked yet, the surest first; every field on either side stands in one of them at most."""
    found = [
        made
        for field in spec.scalar_fields
        if field.name not in linked_local
        for other in remote
        if other.path not in linked_remote and (made := _pair(field, other)) is not None
    ]
    order = {field.name: number for number, field in enumerate(spec.fields)}
    found.sort(key=lambda one: (-one.score, order[one.local], len(one.remote), one.remote))
    taken: set[tuple[str, str]] = set()
    chosen: list[Suggestion] = []
    for one in found:
        ends = {("local", one.local), ("remote", one.remote)}
        if taken.isdisjoint(ends):
            taken |= ends
            chosen.append(one)
    return chosen


def _pair(field: FieldSpec, other: Offered) -> Suggestion | None:
    score, reason = max(
        (_by_name(field.name, name) for name in (other.path, other.title) if name),
        default=(0.0, ""),
        key=lambda one: one[0],
    )
    fits = _by_sample(field, other.sample)
    if fits and field.name in _SHAPES and score < LEAST:
        score, reason = max(score, 0.4) + 0.15, "the sample value looks like it"
    elif fits:
        score += 0.05
    elif fits is False:
        score *= 0.5
    if not _types_fit(field, other):
        score *= 0.6
    if other.readonly and not field.readonly:
        score *= 0.8
    return Suggestion(field.name, other.path, round(min(score, 1.0), 3), reason) if score >= LEAST else None


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORDS.findall(name))


def _by_name(local: str, remote: str) -> tuple[float, str]:
    words = _words(remote)
    joined, last = "".join(words), "".join(_words(remote.rpartition(".")[2]))
    for number, name in enumerate(_names(local)):
        if name == joined:
            return 0.95 - 0.02 * number, "the names mean the same"
    for number, name in enumerate(_names(local)):
        if name == last:  # Address.City: what the whole is called counts as well
            return 0.8 - 0.02 * number, "the last part of the name means the same"
    own = set(_words(local.title()))
    shared = len(own & set(words)) / len(own | set(words)) if words else 0.0
    return 0.75 * shared, "the names share words"


def _names(local: str) -> Iterable[str]:
    return dict.fromkeys((local.replace("_", ""), *_SYNONYMS.get(local, ())))


def _types_fit(field: FieldSpec, other: Offered) -> bool:
    if field.type in _STRICT:
        return other.type is field.type
    return other.type not in {FieldType.LINES, FieldType.BOOLEAN, FieldType.DATE}


def _by_sample(field: FieldSpec, sample: str | None) -> bool | None:
    """Does the sample look like a value of the field? ``None`` when it says nothing."""
    if not sample:
        return None
    shape = _SHAPES.get(field.name)
    if shape is not None:
        return shape(sample.strip())
    if field.type in _STRICT:
        try:
            coerce_for(field.type)(sample)
        except ValueError:
            return False
        return True
    return None
