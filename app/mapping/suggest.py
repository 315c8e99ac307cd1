"""Which of the ERP's fields is probably which of the hub's: proposals with a score, from names, synonyms, types and a sample value.

Nothing is ever linked by this: a person accepts a proposal. Pure; a list of 300 fields takes a moment.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
    "lines": ("lines", "line", "items", "lineitems", "documentlines", "products", "productdetails", "allinventoryentries",
              "inventoryentries", "details", "entries"),
    "taxes": ("taxes", "tax", "taxlines", "taxdetails", "txntaxdetailtaxline", "ledgerentries"),
    "allocations": ("allocations", "billallocations", "bills", "linkedtxn", "paymentinvoices", "invoices", "appliedto"),
    "product": ("product", "item", "stockitem", "stockitemname", "itemcode", "itemref", "itemrefvalue", "productname",
                "salesitemlinedetailitemref", "salesitemlinedetailitemrefvalue"),
    "discount_percent": ("discountpercent", "discount", "disc", "discountrate"),
    "invoice": ("invoice", "invoiceno", "docentry", "txnid", "billname"),
    "kind": ("kind", "billtype", "allocationtype", "type"),
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
    """A field of the ERP's, as connectors describe it. Where several values are known, ``samples`` holds them."""

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
    """``local`` and ``remote`` as links have them (``lines[].rate``, ``LINES[].RATE``); ``score`` between :data:`LEAST` and 1;
    ``reason`` in plain words."""

    local: str
    remote: str
    score: float
    reason: str


def suggest(
    spec: EntitySpec,
    remote: Sequence[Offered],
    linked_local: Collection[str] = (),
    linked_remote: Collection[str] = (),
    lists: Mapping[str, str] | None = None,
) -> list[Suggestion]:
    """Proposals for what is not linked yet, the surest first; every field on either side stands in one of them at most.

    A list is proposed for a list, and its fields only for those of the list that it is linked with (``lists``: the remote list by
    the hub's) or proposed for.
    """
    single = [other for other in remote if "[]." not in other.path or not _in_list(other, remote)]
    scalars = [other for other in single if other.type is not FieldType.LINES]
    found = _matched(spec.scalar_fields, scalars, linked_local, linked_remote)
    heads = [other for other in single if other.type is FieldType.LINES]
    groups = _matched(spec.line_fields, heads, linked_local, linked_remote)
    pairs = {one.local: one.remote for one in groups} | dict(lists or {})
    found += groups
    for group in spec.line_fields:
        if group.name in pairs:
            found += _lines(group, pairs[group.name].removesuffix("[]"), remote, linked_local, linked_remote)
    found.sort(key=lambda one: -one.score)
    return found


def _in_list(other: Offered, remote: Sequence[Offered]) -> bool:
    """Does it stand in a list that can be linked as a whole? Others (an address in a list) are read as the first one's."""
    head = other.path.partition("[].")[0]
    return any(one.type is FieldType.LINES and one.path.removesuffix("[]") == head for one in remote)


def _lines(
    group: FieldSpec,
    head: str,
    remote: Sequence[Offered],
    linked_local: Collection[str],
    linked_remote: Collection[str],
) -> list[Suggestion]:
    inside, outside = f"{group.name}[].", f"{head}[]."
    made = _matched(
        group.children,
        [other for other in remote if other.path.startswith(outside)],
        {name.removeprefix(inside) for name in linked_local if name.startswith(inside)},
        linked_remote,
        outside,
    )
    return [replace(one, local=inside + one.local) for one in made]


def _matched(
    fields: Sequence[FieldSpec],
    remote: Sequence[Offered],
    linked_local: Collection[str],
    linked_remote: Collection[str],
    prefix: str = "",
) -> list[Suggestion]:
    found = [
        made
        for field in fields
        if field.name not in linked_local
        for other in remote
        if other.path not in linked_remote and (made := _pair(field, other, prefix)) is not None
    ]
    order = {field.name: number for number, field in enumerate(fields)}
    found.sort(key=lambda one: (-one.score, order[one.local], len(one.remote), one.remote))
    taken: set[tuple[str, str]] = set()
    chosen: list[Suggestion] = []
    for one in found:
        ends = {("local", one.local), ("remote", one.remote)}
        if taken.isdisjoint(ends):
            taken |= ends
            chosen.append(one)
    return chosen


def _pair(field: FieldSpec, other: Offered, prefix: str) -> Suggestion | None:
    score, reason = max(
        (
            _by_name(field.name, name)
            for name in (other.path.removeprefix(prefix).removesuffix("[]"), other.title)
            if name
        ),
        default=(0.0, ""),
        key=lambda one: one[0],
    )
    fits = _by_samples(field, _samples(other))
    if fits and field.name in _SHAPES and score < LEAST:
        score, reason = max(score, 0.4) + 0.15, "the sample values look like it"
    elif fits:
        score += 0.05
    elif fits is False:
        score *= 0.5
    if not _types_fit(field, other):
        score *= 0.6
    if other.readonly and not field.readonly:
        score *= 0.8
    return Suggestion(field.name, other.path, round(min(score, 1.0), 3), reason) if score >= LEAST else None


def _samples(other: Offered) -> Sequence[str]:
    several: Sequence[str] = getattr(other, "samples", ())
    return several or ((other.sample,) if other.sample else ())


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
    if field.type in _STRICT or field.type is FieldType.LINES:
        return other.type is field.type
    return other.type not in {FieldType.LINES, FieldType.BOOLEAN, FieldType.DATE}


def _by_samples(field: FieldSpec, samples: Sequence[str]) -> bool | None:
    """Do the sample values look like the field's? Most of those that say anything must; ``None`` when none does."""
    said = [fits for sample in samples if (fits := _by_sample(field, sample)) is not None]
    return 2 * sum(said) > len(said) if said else None


def _by_sample(field: FieldSpec, sample: str) -> bool | None:
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
