"""The request shapes that we send to Tally. Nothing else can be sent: the gate takes a :class:`Request`, and only this
module makes them.

A wrong shape does worse than fail: it hangs Tally until somebody clicks, or ends it (docs/protocols/tally.md: What
hangs). So types come from an enum, leaves from fixed tables, filters from typed conditions, and free text is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from xml.sax.saxutils import escape

from app.connectors.tally.writing.xml_out import Xml, check_object

_LEAF = re.compile(r"[A-Z][A-Z0-9]*(?:\.[A-Z][A-Z0-9]*)*").fullmatch
_UNSENDABLE = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
#: How many ids one filter names.
MOST_IDS = 100


class Kind(StrEnum):
    """The object types seen working on every release; an unknown one stops Tally."""

    COMPANY = "Company"
    GROUP = "Group"
    LEDGER = "Ledger"
    VOUCHER_TYPE = "VoucherType"
    VOUCHER = "Voucher"
    STOCK_ITEM = "StockItem"
    STOCK_GROUP = "StockGroup"
    UNIT = "Unit"
    GODOWN = "Godown"
    CURRENCY = "Currency"
    COST_CENTRE = "CostCentre"

    @property
    def tag(self) -> str:
        return self.value.upper()


class FilterWord(StrEnum):
    """The sources disagree: which of the two words a Tally obeys is probed once (docs/protocols/tally.md:
    Requests)."""

    FILTERS = "FILTERS"
    FILTER = "FILTER"


@dataclass(frozen=True)
class Period:
    """SVFROMDATE and SVTODATE. They choose what Tally loads; they do not filter."""

    low: date
    high: date


@dataclass(frozen=True)
class Condition:
    """A filter's formula, made by the functions below only."""

    formula: str

    def __and__(self, other: Condition) -> Condition:
        return Condition(f"{self.formula} AND {other.formula}")


def _number(value: int) -> str:
    return str(int(value))


def alter_id_above(mark: int) -> Condition:
    return Condition(f"$AlterID > {_number(mark)}")


def master_id_above(low: int) -> Condition:
    return Condition(f"$MasterID > {_number(low)}")


def master_id_until(high: int) -> Condition:
    return Condition(f"$MasterID <= {_number(high)}")


def master_ids(ids: Sequence[int]) -> Condition:
    """One comparison each: several numbers after one ``=`` end Tally."""
    if not 0 < len(ids) <= MOST_IDS:
        raise ValueError(f"{len(ids)} ids in one filter")
    return _any_of(f"$MasterID = {_number(one)}" for one in ids)


def days(low: date, high: date) -> Condition:
    """A literal date is honoured in Educational mode too, unlike ``##SVToDate``."""
    return Condition(f'$Date >= $$Date:"{low:%Y%m%d}" AND $Date <= $$Date:"{high:%Y%m%d}"')


def is_plain(name: str) -> bool:
    """Whether ``name`` can stand in a formula: one with a double quote can't be written there."""
    return '"' not in name and not _UNSENDABLE.search(name)


def voucher_number(number: str) -> Condition:
    return Condition(f'$VoucherNumber = "{_quotable(number)}"')


def voucher_types(names: Sequence[str]) -> Condition:
    return _any_of(f'$VoucherTypeName = "{_quotable(name)}"' for name in names)


def names(values: Sequence[str]) -> Condition:
    if not 0 < len(values) <= MOST_IDS:
        raise ValueError(f"{len(values)} names in one filter")
    return _any_of(f'$Name = "{_quotable(name)}"' for name in values)


def _any_of(formulas: Iterable[str]) -> Condition:
    parts = list(formulas)
    return Condition(parts[0] if len(parts) == 1 else f"({' OR '.join(parts)})")


def _quotable(name: str) -> str:
    if not is_plain(name):
        raise ValueError(f"can't stand in a formula: {name!r}")
    return name


_KEY = object()


@dataclass(frozen=True)
class Request:
    """One envelope, ready to send. ``what`` says in plain words what is asked for, ``tag`` which objects come back."""

    body: str
    what: str
    tag: str
    key: object = None

    def __post_init__(self) -> None:
        if self.key is not _KEY:
            raise TypeError("requests are made by app.connectors.tally.requests only")

    @property
    def payload(self) -> bytes:
        """UTF-16LE without a byte order mark: the answer comes in the same (docs/protocols/tally.md: Encoding)."""
        return self.body.encode("utf-16-le")


def _xml(value: str) -> str:
    return escape(_UNSENDABLE.sub("", value), {'"': "&quot;"})


def _statics(company: str | None, period: Period | None) -> str:
    text = "<SVEXPORTFORMAT>$$SysName:XML</SVEXPORTFORMAT>"
    if company is not None:
        if not company.strip():
            # Left out or empty, Tally silently takes whatever company is in front (Company selection).
            raise ValueError("a request needs a company")
        text += f"<SVCURRENTCOMPANY>{_xml(company)}</SVCURRENTCOMPANY>"
    if period is not None:
        text += (
            f'<SVFROMDATE TYPE="Date">{period.low:%Y%m%d}</SVFROMDATE>'
            f'<SVTODATE TYPE="Date">{period.high:%Y%m%d}</SVTODATE>'
        )
    return f"<STATICVARIABLES>{text}</STATICVARIABLES>"


def _envelope(kind: str, identifier: str, description: str, subtype: str = "") -> str:
    return (
        "<ENVELOPE><HEADER><VERSION>1</VERSION><TALLYREQUEST>Export</TALLYREQUEST>"
        f"<TYPE>{kind}</TYPE>{subtype}{identifier}</HEADER><BODY><DESC>{description}</DESC></BODY></ENVELOPE>"
    )


def _fetch(leaves: Iterable[str]) -> str:
    chosen = list(leaves)
    for leaf in chosen:
        if not _LEAF(leaf):
            raise ValueError(f"not a leaf: {leaf!r}")
    return ", ".join(chosen)


def collection(
    company: str | None,
    kind: Kind,
    leaves: Sequence[str],
    what: str,
    *,
    where: Condition | None = None,
    period: Period | None = None,
    word: FilterWord = FilterWord.FILTERS,
) -> Request:
    """Objects of one kind with the named leaves. The collection is always defined here: asking for a built-in one
    ends Tally."""
    if company is None and kind is not Kind.COMPANY:
        raise ValueError("a request needs a company")
    name = f"SmSync{kind.value}"
    filters = f"<{word}>SmSyncWanted</{word}>" if where else ""
    formula = f'<SYSTEM TYPE="Formulae" NAME="SmSyncWanted">{_xml(where.formula)}</SYSTEM>' if where else ""
    tdl = (
        f'<TDL><TDLMESSAGE><COLLECTION NAME="{name}" ISMODIFY="No"><TYPE>{kind}</TYPE><FETCH>{_fetch(leaves)}</FETCH>'
        f"{filters}</COLLECTION>{formula}</TDLMESSAGE></TDL>"
    )
    return Request(_envelope("Collection", f"<ID>{name}</ID>", _statics(company, period) + tdl), what, kind.tag, _KEY)


COMPANY_LEAVES = (
    "NAME",
    "GUID",
    "COMPANYNUMBER",
    "STARTINGFROM",
    "BOOKSFROM",
    "ENDINGAT",
    "LASTVOUCHERDATE",
    "ALTVCHID",
    "ALTMSTID",
)


#: Where a company's data lies: two copies of one company share the GUID, not the folder (Company selection).
FOLDER_LEAF = "DESTINATION"


def companies(*, folder: bool = True) -> Request:
    """The open companies and their counters: milliseconds, whatever the company's size."""
    leaves = (*COMPANY_LEAVES, FOLDER_LEAF) if folder else COMPANY_LEAVES
    return collection(None, Kind.COMPANY, leaves, "the open companies")


def licence() -> Request:
    """Release and licence, computed once per open company. Not proven on every release: absence is tolerated."""
    computed = "".join(f"<COMPUTE>{name} : {formula}</COMPUTE>" for name, formula in _LICENCE)
    tdl = (
        f'<TDL><TDLMESSAGE><COLLECTION NAME="SmSyncLicence" ISMODIFY="No"><TYPE>Company</TYPE><FETCH>NAME</FETCH>'
        f"{computed}</COLLECTION></TDLMESSAGE></TDL>"
    )
    return Request(
        _envelope("Collection", "<ID>SmSyncLicence</ID>", _statics(None, None) + tdl),
        "release and licence",
        "COMPANY",
        _KEY,
    )


_LICENCE = (
    ("SMSEDUCATIONAL", "$$LicenseInfo:IsEducationalMode"),
    ("SMSSILVER", "$$LicenseInfo:IsSilver"),
    ("SMSGOLD", "$$LicenseInfo:IsGold"),
    ("SMSSERIAL", "$$LicenseInfo:SerialNumber"),
    ("SMSRELEASE", "@@VersionReleaseString"),
)


def voucher(company: str, master_id: int) -> Request:
    """One whole voucher in constant time. The FETCHLIST is ignored, but without it Tally never answers (What hangs)."""
    if master_id <= 0:
        raise ValueError(f"not a voucher's id: {master_id}")
    body = _envelope(
        "Object",
        f'<ID TYPE="Name">ID:{_number(master_id)}</ID>',
        _statics(company, None) + "<FETCHLIST><FETCH>MASTERID</FETCH></FETCHLIST>",
        "<SUBTYPE>Voucher</SUBTYPE>",
    )
    return Request(body, f"voucher {master_id}", "VOUCHER", _KEY)


def open_bills(company: str, period: Period) -> Request:
    """Bills Receivable: fast at any size."""
    return Request(
        _envelope("Data", "<ID>Bills Receivable</ID>", _statics(company, period)), "the open bills", "BILLFIXED", _KEY
    )


def import_masters(company: str, body: Xml, what: str) -> Request:
    """One master to create, alter or delete (docs/protocols/tally.md: Import answers). ``what`` is for people:
    ``the customer “Acme”``. Raises ``ValueError`` for an object that we never send."""
    check_object(body, voucher=False)
    return _import("All Masters", company, body, what)


def import_vouchers(company: str, body: Xml, what: str) -> Request:
    """One voucher to create, alter, cancel or delete. The same as :func:`import_masters`."""
    check_object(body, voucher=True)
    # Rows that are sent back as Tally has them may hold fields of its add-ons.
    return _import("Vouchers", company, body, what, ' xmlns:UDF="TallyUDF"')


def _import(report: str, company: str, body: Xml, what: str, names: str = "") -> Request:
    """One object a request: with more, the counters don't say which one was refused."""
    if not company.strip():
        # Without it Tally silently writes to whatever company is in front (Company selection).
        raise ValueError("a request needs a company")
    return Request(
        f"<ENVELOPE><HEADER><VERSION>1</VERSION><TALLYREQUEST>Import</TALLYREQUEST><TYPE>Data</TYPE><ID>{report}</ID>"
        f"</HEADER><BODY><DESC><STATICVARIABLES><SVCURRENTCOMPANY>{_xml(company)}</SVCURRENTCOMPANY></STATICVARIABLES>"
        f"</DESC><DATA><TALLYMESSAGE{names}>{body.text}</TALLYMESSAGE></DATA></BODY></ENVELOPE>",
        what,
        "IMPORTRESULT",
        _KEY,
    )
