"""Vouchers as a Voucher collection writes them: only what was fetched, and Tally's own default children.

The three entry lists of an item invoice overlap (docs/protocols/tally.md, Responses): ALLINVENTORYENTRIES has the stock
lines, LEDGERENTRIES party, charges and taxes, ALLLEDGERENTRIES all of those plus the aggregated sales line.
"""

# ruff: noqa: E501  (a tag and its text stay on one line)

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.simulator.books import ORDER_KINDS, Bank, Bill, Company, Entry, Line, Voucher
from app.simulator.fetch import FetchTree, Field, Text, compile_level, constant, empty_list, yes
from app.simulator.render_whole import whole_entry, whole_line
from app.simulator.spec import Quirks
from app.simulator.values import amount, dmy, esc, esc_once, jd, number, ymd
from app.simulator.voucher_text import attributes, percent, rate_rows, vch_key, view_of

NOT_APPLICABLE = "&#4; Not Applicable"
UNDECLARED_UDF = (
    '     <UDF:VCHDEALERNAME.LIST DESC="`VChDealerName`" ISLIST="YES" TYPE="String" INDEX="1003">\r\n'
    '      <UDF:VCHDEALERNAME DESC="`VChDealerName`">Dealer</UDF:VCHDEALERNAME>\r\n     </UDF:VCHDEALERNAME.LIST>\r\n'
)
ENTRY_LISTS = ("ALLINVENTORYENTRIES", "LEDGERENTRIES", "ALLLEDGERENTRIES")


def narration_text(quirks: Quirks) -> Callable[[Voucher], str]:
    if not quirks.raw_narrations:
        return lambda voucher: esc_once(voucher.narration)
    # Some builds write narrations unescaped (docs/protocols/tally.md, Illegal XML).
    return lambda voucher: voucher.narration


def scalar_fields(company: Company, quirks: Quirks) -> list[Field]:
    """The scalars of a voucher in Tally's order."""
    guid = company.guid

    def party(pick: Callable[[Any], str], tag: str = "") -> Text:
        def text(v: Voucher) -> str:
            own = pick(v.party) if v.party is not None else ""
            return esc(v.of_party(tag, own) if tag else own)

        return text

    def voucher_key(v: Voucher) -> str:
        day, place = vch_key(v)
        return str((day << 32) + place)

    return [
        Field("DATE", "Date", lambda v: ymd(v.date)),
        Field("REFERENCEDATE", "Date", lambda v: ymd(v.date) if v.reference else ""),
        Field("IRNACKDATE", "Date", constant("")),
        Field("GUID", "", lambda v: f"{guid}-{v.id:08x}", default=True),
        Field("GSTREGISTRATIONTYPE", "String", party(lambda p: p.gst_type, "GSTREGISTRATIONTYPE")),
        Field("STATENAME", "String", party(lambda p: p.state, "STATENAME")),
        Field("NARRATION", "String", narration_text(quirks)),
        Field(
            "COUNTRYOFRESIDENCE",
            "String",
            party(lambda p: p.mailing[-1].country if p.mailing else "", "COUNTRYOFRESIDENCE"),
        ),
        Field("REQUESTORRULE", "", constant(""), default=True, empty="short"),
        Field("PARTYGSTIN", "String", party(lambda p: p.gstin, "PARTYGSTIN")),
        Field("PLACEOFSUPPLY", "String", lambda v: esc(v.place)),
        Field("VOUCHERTYPENAME", "", lambda v: esc(v.type.name), default=True),
        Field("CMPGSTIN", "String", lambda v: v.registration[1] if v.registration else ""),
        Field("PARTYNAME", "String", party(lambda p: p.name)),
        Field("PARTYLEDGERNAME", "String", party(lambda p: p.name)),
        Field("VOUCHERNUMBER", "", lambda v: esc_once(v.number), default=True, empty="short"),
        Field("BASICBUYERNAME", "String", party(lambda p: p.name, "BASICBUYERNAME")),
        Field("REFERENCE", "String", lambda v: esc_once(v.reference)),
        Field("IRN", "String", constant("")),
        Field("IRNACKNO", "String", constant("")),
        Field("SERIALMASTER", "String", constant(""), default=True),
        Field("ARESERIALMASTER", "String", constant(""), default=True),
        Field(
            "NUMBERINGSTYLE",
            "",
            lambda v: v.type.submethod if v.type.method == "Automatic" else v.type.method,
            default=True,
        ),
        Field("PERSISTEDVIEW", "", view_of, default=True),
        Field("ISDELETED", "", constant("No"), default=True),
        Field("ASORIGINAL", "", constant("No"), default=True),
        Field("ISDEEMEDPOSITIVE", "Logical", lambda v: yes(v.total() < 0), default=True),
        Field("ISOPTIONAL", "Logical", lambda v: yes(v.optional)),
        # Vouchers entered on screen carry it unasked, imported ones do not.
        Field(
            "EFFECTIVEDATE",
            "Date",
            lambda v: "" if v.remote_key or v.id % 3 == 0 else ymd(v.date),
            default=True,
            empty="absent",
        ),
        Field("ISCANCELLED", "Logical", lambda v: yes(v.cancelled)),
        Field("ISPOSTDATED", "Logical", constant("No")),
        Field("ISINVOICE", "", lambda v: yes(v.invoice_view and v.kind not in ORDER_KINDS), default=True),
        Field("ASPAYSLIP", "", constant("No"), default=True),
        Field("ISDELETEDVCHRETAINED", "", constant("No"), default=True),
        Field("ISNEGISPOSSET", "Logical", constant("Yes"), default=True),
        Field("ALTERID", "Number", lambda v: number(v.alter_id)),
        Field("MASTERID", "Number", lambda v: number(v.id)),
        Field("VOUCHERKEY", "Number", voucher_key, default=True),
        Field("VOUCHERRETAINKEY", "Number", lambda v: str(v.retain_key), default=True),
        Field("REUSEHOLEID", "Number", constant("0"), default=True),
        Field("AMOUNT", "Amount", lambda v: amount(v.total()) if v.entries else ""),
        Field("UPDATEDDATETIME", "DateTime", lambda v: f"{ymd(v.date)}101500000"),
        Field("VOUCHERNUMBERSERIES", "String", constant("Default"), default=True),
    ]


LEDGER_ENTRY = [
    Field("LEDGERNAME", "String", lambda e: esc(e.ledger.name)),
    Field("GSTHSNNAME", "String", constant("")),
    Field("ISDEEMEDPOSITIVE", "Logical", lambda e: "Yes" if e.amount < 0 else "No"),
    Field("LEDGERFROMITEM", "Logical", constant("No")),
    Field("ISPARTYLEDGER", "Logical", lambda e: yes(e.party)),
    Field("ISLASTDEEMEDPOSITIVE", "Logical", lambda e: "Yes" if e.amount < 0 else "No", default=True),
    Field("AMOUNT", "Amount", lambda e: e.forex or amount(e.amount)),
]
VAT_FIELD = Field("VATASSESSABLEVALUE", "Amount", constant(""), default=True)
BILL = [
    Field("BILLDATE", "Date", lambda b: ymd(b.date)),
    Field("NAME", "", lambda b: esc(b.name), empty="short"),
    Field(
        "BILLCREDITPERIOD", "", lambda b: f"{b.credit_days} Days" if b.credit_days else "", default=True, empty="short"
    ),
    Field("TDSDEDUCTEESECTIONNUMBER", "", constant(""), default=True, empty="short"),
    Field("BILLTYPE", "", lambda b: b.kind),
    Field("BILLID", "Number", constant("0")),
    Field("AMOUNT", "Amount", lambda b: amount(b.amount)),
]
BANK = [
    Field("DATE", "Date", lambda b: ymd(b.instrument_date)),
    Field("INSTRUMENTDATE", "", lambda b: ymd(b.instrument_date), empty="short"),
    Field("BANKERSDATE", "Date", constant("")),
    Field("NAME", "String", lambda b: esc(b.name)),
    Field("TRANSACTIONTYPE", "", lambda b: b.kind),
    Field("BANKNAME", "String", constant("")),
    Field("PAYMENTFAVOURING", "String", lambda b: esc(b.name)),
    Field("INSTRUMENTNUMBER", "", lambda b: esc(b.instrument), empty="short"),
    Field("UNIQUEREFERENCENUMBER", "String", lambda b: b.unique),
    Field("PAYMENTMODE", "String", constant("")),
    Field("AMOUNT", "Amount", lambda b: amount(b.amount)),
]
STOCK_LINE = [
    Field("STOCKITEMNAME", "String", lambda x: esc(x.item.name)),
    Field("GSTHSNNAME", "String", lambda x: x.hsn),
    Field("DESCRIPTION", "String", constant("")),
    Field("ADDLAMOUNT", "Amount", constant(""), default=True),
    Field("ISDEEMEDPOSITIVE", "Logical", lambda x: "Yes" if x.amount < 0 else "No"),
    Field("ISLASTDEEMEDPOSITIVE", "Logical", lambda x: "Yes" if x.amount < 0 else "No", default=True),
    Field("RATE", "Rate", lambda x: f"{amount(x.rate)}/{x.item.unit.rate_unit}"),
    Field("DISCOUNT", "Number", lambda x: percent(x.discount)),
    Field("AMOUNT", "Amount", lambda x: amount(x.amount)),
    Field("ACTUALQTY", "Quantity", lambda x: x.item.unit.show(x.qty)),
    Field("BILLEDQTY", "Quantity", lambda x: x.item.unit.show(x.qty)),
]
BATCH = [
    Field("GODOWNNAME", "String", lambda x: esc(x.godown)),
    Field("BATCHNAME", "String", lambda x: esc(x.batch or "Primary Batch")),
    Field("INDENTNO", "String", constant(NOT_APPLICABLE), default=True),
    Field("ORDERNO", "String", lambda x: esc(x.order_no) if x.order_no else NOT_APPLICABLE),
    Field("TRACKINGNUMBER", "String", constant(NOT_APPLICABLE), default=True),
    Field("ADDLAMOUNT", "Amount", constant(""), default=True),
    Field("BATCHDISCOUNT", "Number", lambda x: percent(x.discount), default=True),
    Field("AMOUNT", "Amount", lambda x: amount(x.amount)),
    Field("ACTUALQTY", "Quantity", lambda x: x.item.unit.show(x.qty)),
    Field("BILLEDQTY", "Quantity", lambda x: x.item.unit.show(x.qty)),
    Field("BATCHRATE", "Rate", lambda x: f"{amount(x.rate)}/{x.item.unit.rate_unit}"),
]
ACCOUNTING = [
    Field("LEDGERNAME", "String", lambda x: esc(x.ledger.name) if x.ledger else ""),
    Field("ISDEEMEDPOSITIVE", "Logical", lambda x: "Yes" if x.amount < 0 else "No"),
    Field("ISLASTDEEMEDPOSITIVE", "Logical", lambda x: "Yes" if x.amount < 0 else "No", default=True),
    Field("AMOUNT", "Amount", lambda x: amount(x.amount)),
]
RATES = [
    Field("GSTRATEDUTYHEAD", "String", lambda r: r[0]),
    Field("GSTRATEVALUATIONTYPE", "String", lambda r: r[1]),
    Field("GSTRATE", "Number", lambda r: r[2]),
]
CATEGORY = [
    Field("CATEGORY", "String", constant("Primary Cost Category")),
    Field("ISDEEMEDPOSITIVE", "Logical", lambda e: "Yes" if e.amount < 0 else "No"),
]
COST_CENTRE = [
    Field("NAME", "String", lambda e: esc(e.centre)),
    Field("AMOUNT", "Amount", lambda e: amount(e.amount)),
]


class VoucherRenderer:
    """Writes vouchers for one request: everything that depends on the request is compiled once."""

    def __init__(self, company: Company, tree: FetchTree, quirks: Quirks, version: tuple[int, int] = (7, 1)) -> None:
        self.company = company
        self.tree = tree
        self.quirks = quirks
        self.unnamed_bills = version < (7, 1)
        self.scalars = compile_level(scalar_fields(company, quirks), tree, 5)
        self.lists: list[Callable[[Voucher], str]] = []
        if quirks.undeclared_udf:
            # A prefix that nothing declares, as some customised installs send it.
            self.lists.append(lambda v: UNDECLARED_UDF)
        if tree.below("EWAYBILLDETAILS") is not None:
            blank = empty_list("EWAYBILLDETAILS", 5)
            self.lists.append(lambda v: blank)
        if (wanted := tree.below("ALLINVENTORYENTRIES")) is not None:
            self.lists.append(self._inventory_list(wanted))
        if (wanted := tree.below("LEDGERENTRIES")) is not None:
            self.lists.append(self._ledger_list("LEDGERENTRIES", wanted))
        if (wanted := tree.below("ALLLEDGERENTRIES")) is not None:
            self.lists.append(self._ledger_list("ALLLEDGERENTRIES", wanted))

    def render(self, voucher: Voucher) -> str:
        head = f"    <VOUCHER {attributes(self.company, voucher)}>\r\n"
        return head + self.scalars(voucher) + "".join([write(voucher) for write in self.lists]) + "    </VOUCHER>\r\n"

    # -- entry lists ----------------------------------------------------------------------------------------------

    def _inventory_list(self, tree: FetchTree) -> Callable[[Voucher], str]:
        blank = empty_list("ALLINVENTORYENTRIES", 5)
        line = whole_line if tree.whole else self._stock_line("ALLINVENTORYENTRIES", tree, 5, accounting=True)
        return lambda v: "".join([line(row) for row in v.lines]) or blank

    def _ledger_list(self, tag: str, tree: FetchTree) -> Callable[[Voucher], str]:
        blank = empty_list(tag, 5)
        if tag == "LEDGERENTRIES":
            write = (lambda e: whole_entry("LEDGERENTRIES", e, ())) if tree.whole else self._entry(tag, tree)
            # Only invoice-view vouchers have this list; on others the tag itself is missing.
            return lambda v: ("".join([write(e) for e in v.entries]) or blank) if v.invoice_view else ""
        if tree.whole:
            return lambda v: "".join(whole_entry(tag, e, self._stock_of(v, e)) for e in v.all_entries()) or blank
        entry = self._entry(tag, tree)
        stock = tree.below("INVENTORYALLOCATIONS")
        if stock is None:
            return lambda v: "".join([entry(e) for e in v.all_entries()]) or blank
        line = self._stock_line("INVENTORYALLOCATIONS", stock, 6, accounting=False)
        close = f"     </{tag}.LIST>\r\n"

        def write_all(v: Voucher) -> str:
            texts = []
            for e in v.all_entries():
                text, rows = entry(e), self._stock_of(v, e)
                if rows:
                    text = text[: -len(close)] + "".join([line(row) for row in rows]) + close
                texts.append(text)
            return "".join(texts) or blank

        return write_all

    @staticmethod
    def _stock_of(voucher: Voucher, entry: Entry) -> tuple[Line, ...]:
        """The stock lines behind an aggregated sales entry."""
        if not voucher.lines or any(entry is own for own in voucher.entries):
            return ()
        return tuple(line for line in voucher.lines if line.ledger is entry.ledger)

    def _entry(self, tag: str, tree: FetchTree) -> Callable[[Entry], str]:
        every = tag == "ALLLEDGERENTRIES"
        fields = [*LEDGER_ENTRY, VAT_FIELD] if every else LEDGER_ENTRY
        scalars = compile_level(fields, tree, 6)
        parts: list[Callable[[Entry], str]] = []
        if tree.below("CATEGORYALLOCATIONS") is not None:
            parts.append(self._categories(tree.leaves["CATEGORYALLOCATIONS"]))
        if (bank := tree.below("BANKALLOCATIONS")) is not None:
            parts.append(self._banks(bank))
        parts.append(self._bills(tree.below("BILLALLOCATIONS")))
        tail = ""
        for name in ("RATEDETAILS", "TAXOBJECTALLOCATIONS"):
            # Rates of ledger lines and tax objects come back empty by collection on 7.1.
            if tree.below(name) is not None:
                tail += empty_list(name, 6)
        tail += empty_list("COSTTRACKALLOCATIONS", 6) + f"     </{tag}.LIST>\r\n"
        head = f"     <{tag}.LIST>\r\n"

        def write(entry: Entry) -> str:
            return head + scalars(entry) + "".join([part(entry) for part in parts]) + tail

        return write

    def _categories(self, tree: FetchTree) -> Callable[[Entry], str]:
        blank = empty_list("CATEGORYALLOCATIONS", 6)
        if not tree.leaves:
            return lambda e: blank
        own = compile_level(CATEGORY, tree, 7)
        below = tree.below("COSTCENTREALLOCATIONS")
        centre = compile_level(COST_CENTRE, below, 8) if below is not None and below.leaves else None

        def write(entry: Entry) -> str:
            if not entry.centre:
                return blank
            inner = (
                ""
                if centre is None
                else (f"       <COSTCENTREALLOCATIONS.LIST>\r\n{centre(entry)}       </COSTCENTREALLOCATIONS.LIST>\r\n")
            )
            return f"      <CATEGORYALLOCATIONS.LIST>\r\n{own(entry)}{inner}      </CATEGORYALLOCATIONS.LIST>\r\n"

        return write

    def _banks(self, tree: FetchTree) -> Callable[[Entry], str]:
        blank = empty_list("BANKALLOCATIONS", 6)
        if not tree.leaves:
            return lambda e: blank
        row = compile_level(BANK, tree, 7)

        def write(entry: Entry) -> str:
            bank: Bank | None = entry.bank
            return f"      <BANKALLOCATIONS.LIST>\r\n{row(bank)}      </BANKALLOCATIONS.LIST>\r\n" if bank else blank

        return write

    def _bills(self, tree: FetchTree | None) -> Callable[[Entry], str]:
        """Bill allocations: true when their leaves are named, otherwise empty (7.1) or On Account whatever they are (7.0)."""
        blank = empty_list("BILLALLOCATIONS", 6)
        if tree is not None and tree.leaves and not self.quirks.nested_bills_wrong:
            row = compile_level(BILL, tree, 7)
            head, close = "      <BILLALLOCATIONS.LIST>\r\n", "      </BILLALLOCATIONS.LIST>\r\n"

            def write(entry: Entry) -> str:
                bills: tuple[Bill, ...] = entry.bills
                return "".join([head + row(bill) + close for bill in bills]) if bills else blank

            return write
        if not self.unnamed_bills and not self.quirks.nested_bills_wrong:
            return lambda e: blank
        return lambda e: "".join(_on_account(bill) for bill in e.bills) or blank

    def _stock_line(self, tag: str, tree: FetchTree, depth: int, *, accounting: bool) -> Callable[[Line], str]:
        pad = " " * depth
        fields = STOCK_LINE if accounting else [field for field in STOCK_LINE if field.tag != "GSTHSNNAME"]
        scalars = compile_level(fields, tree, depth + 1)
        parts: list[Callable[[Line], str]] = []
        if (batch := tree.below("BATCHALLOCATIONS")) is not None:
            parts.append(_batches(batch, depth + 1))
        if accounting and (sales := tree.below("ACCOUNTINGALLOCATIONS")) is not None:
            parts.append(_accounting(sales, depth + 1))
        if (rates := tree.below("RATEDETAILS")) is not None:
            parts.append(_rates(rates, depth + 1))
        head, close = f"{pad}<{tag}.LIST>\r\n", f"{pad}</{tag}.LIST>\r\n"
        if not accounting:
            close = empty_list("COSTTRACKALLOCATIONS", depth + 1) + close

        def write(line: Line) -> str:
            return head + scalars(line) + "".join([part(line) for part in parts]) + close

        return write


def _batches(tree: FetchTree, depth: int) -> Callable[[Line], str]:
    pad = " " * depth
    if not tree.leaves:
        blank = empty_list("BATCHALLOCATIONS", depth)
        return lambda line: blank
    row = compile_level(BATCH, tree, depth + 1)
    due = "ORDERDUEDATE" in tree
    head, close = f"{pad}<BATCHALLOCATIONS.LIST>\r\n", f"{pad}</BATCHALLOCATIONS.LIST>\r\n"

    def write(line: Line) -> str:
        text = ""
        if due:
            when = line.due_text or dmy(line.due)
            text = (
                f'{pad} <ORDERDUEDATE TYPE="Due Date" JD="{jd(line.due)}" P="{when}">{when}</ORDERDUEDATE>\r\n'
                if when
                else (f"{pad} <ORDERDUEDATE/>\r\n")
            )
        return head + row(line) + text + close

    return write


def _accounting(tree: FetchTree, depth: int) -> Callable[[Line], str]:
    pad = " " * depth
    if not tree.leaves:
        blank = empty_list("ACCOUNTINGALLOCATIONS", depth)
        return lambda line: blank
    row = compile_level(ACCOUNTING, tree, depth + 1)
    tail = "".join(
        empty_list(name, depth + 1)
        for name in ("CATEGORYALLOCATIONS", "BILLALLOCATIONS", "TAXOBJECTALLOCATIONS", "COSTTRACKALLOCATIONS")
    )
    head, close = f"{pad}<ACCOUNTINGALLOCATIONS.LIST>\r\n", f"{tail}{pad}</ACCOUNTINGALLOCATIONS.LIST>\r\n"
    return lambda line: head + row(line) + close if line.ledger else ""


def _rates(tree: FetchTree, depth: int) -> Callable[[Line], str]:
    pad = " " * depth
    if not tree.leaves:
        blank = empty_list("RATEDETAILS", depth)
        return lambda line: blank
    row = compile_level(RATES, tree, depth + 1)
    texts: dict[int, str] = {}

    def write(line: Line) -> str:
        text = texts.get(line.gst)
        if text is None:
            text = texts[line.gst] = "".join(
                f"{pad}<RATEDETAILS.LIST>\r\n{row(rate)}{pad}</RATEDETAILS.LIST>\r\n" for rate in rate_rows(line)
            )
        return text

    return write


def _on_account(bill: Bill) -> str:
    """A bill allocation whose leaves were not named: the amount is right, name and type are not."""
    return (
        "      <BILLALLOCATIONS.LIST>\r\n       <YEAREND/>\r\n       <NAME/>\r\n       <BILLCREDITPERIOD/>\r\n"
        "       <TDSDEDUCTEESECTIONNUMBER/>\r\n       <TDSLEDGERNC/>\r\n       <SERVICETAXLEDGER/>\r\n"
        '       <BILLTYPE TYPE="String">On Account</BILLTYPE>\r\n       <SUMNAME/>\r\n'
        "       <TDSDEDUCTEEISSPECIALRATE>No</TDSDEDUCTEEISSPECIALRATE>\r\n       <TDSDEDUCTEESPECIALRATE>0</TDSDEDUCTEESPECIALRATE>\r\n"
        f"       <AMOUNT>{amount(bill.amount)}</AMOUNT>\r\n{empty_list('INTERESTCOLLECTION', 7)}{empty_list('STBILLCATEGORIES', 7)}"
        "      </BILLALLOCATIONS.LIST>\r\n"
    )


def _tags(fields: Iterable[Field]) -> frozenset[str]:
    return frozenset(field.tag for field in fields)


def known_names(company: Company) -> dict[str, frozenset[str]]:
    """The names a FETCH on vouchers may use: by list path, the empty path being the voucher itself."""
    scalars = _tags(scalar_fields(company, Quirks())) | {
        "REMOTEID",
        "REMOTEGUID",
        "VCHKEY",
        "VCHTYPE",
        "OBJVIEW",
        "MASTERID",
        "REMOTEALTGUID",
    }
    stock = _tags(STOCK_LINE) | {
        "BATCHALLOCATIONS",
        "ACCOUNTINGALLOCATIONS",
        "RATEDETAILS",
        "GODOWNNAME",
        "EXPENSEALLOCATIONS",
    }
    batch = _tags(BATCH) | {"ORDERDUEDATE"}
    entry = _tags(LEDGER_ENTRY) | {
        "VATASSESSABLEVALUE",
        "CATEGORYALLOCATIONS",
        "BANKALLOCATIONS",
        "BILLALLOCATIONS",
        "INVENTORYALLOCATIONS",
        "RATEDETAILS",
        "TAXOBJECTALLOCATIONS",
        "COSTTRACKALLOCATIONS",
        "METHODTYPE",
        "ROUNDTYPE",
        "GSTRATE",
    }
    known = {
        "": scalars | set(ENTRY_LISTS) | {"EWAYBILLDETAILS"},
        "ALLINVENTORYENTRIES": stock,
        "ALLINVENTORYENTRIES.BATCHALLOCATIONS": batch,
        "ALLINVENTORYENTRIES.ACCOUNTINGALLOCATIONS": _tags(ACCOUNTING) | {"CATEGORYALLOCATIONS", "BILLALLOCATIONS"},
        "ALLINVENTORYENTRIES.RATEDETAILS": _tags(RATES) | {"GSTRATEPERUNIT"},
        "EWAYBILLDETAILS": frozenset({"BILLNUMBER", "BILLDATE"}),
    }
    for tag in ("LEDGERENTRIES", "ALLLEDGERENTRIES"):
        known |= {
            tag: entry,
            f"{tag}.BILLALLOCATIONS": _tags(BILL) | {"BILLCREDITPERIOD"},
            f"{tag}.BANKALLOCATIONS": _tags(BANK),
            f"{tag}.RATEDETAILS": _tags(RATES),
            f"{tag}.TAXOBJECTALLOCATIONS": frozenset({"CATEGORY", "TAXTYPE", "PARTYLEDGER"}),
            f"{tag}.CATEGORYALLOCATIONS": _tags(CATEGORY) | {"COSTCENTREALLOCATIONS"},
            f"{tag}.CATEGORYALLOCATIONS.COSTCENTREALLOCATIONS": _tags(COST_CENTRE),
            f"{tag}.INVENTORYALLOCATIONS": stock,
            f"{tag}.INVENTORYALLOCATIONS.BATCHALLOCATIONS": batch,
        }
    return {path: frozenset(names) for path, names in known.items()}


def unknown_names(tree: FetchTree, known: dict[str, frozenset[str]], path: str = "") -> list[str]:
    """Fetched names that Tally does not know; one of them is enough for an empty answer."""
    found = []
    for name, below in tree.leaves.items():
        if name not in known.get(path, frozenset()):
            found.append(f"{path}.{name}" if path else name)
        else:
            found += unknown_names(below, known, f"{path}.{name}" if path else name)
    return found
