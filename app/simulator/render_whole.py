"""Whole entries and whole vouchers: what a bare list name or an Object export brings, untyped and mostly empty.

An Object export differs from a collection (docs/protocols/tally.md, Requests): an item invoice has party and taxes in
LEDGERENTRIES, no ALLLEDGERENTRIES and no aggregated sales line, and RATEDETAILS gains a row with an empty head.
"""

# ruff: noqa: E501  (a tag and its text stay on one line)

from __future__ import annotations

from collections.abc import Iterable

from app.simulator import tags
from app.simulator.books import ORDER_KINDS, Bill, Company, Entry, Line, Voucher
from app.simulator.fetch import empty_list, yes
from app.simulator.values import amount, dmy, esc, esc_once, jd, number, ymd
from app.simulator.voucher_text import attributes, percent, rate_rows, vch_key, view_of


def _plain(names: Iterable[str], depth: int) -> str:
    pad = " " * depth
    rows = []
    for name in names:
        tag, value = tags.split(name)
        rows.append(f"{pad}<{tag}>{esc(value)}</{tag}>\r\n" if value else f"{pad}<{tag}/>\r\n")
    return "".join(rows)


def _blocks(depth: int) -> dict[str, str]:
    return {
        "before_name": _plain(tags.ENTRY_BEFORE_NAME, depth),
        "after_name": _plain(tags.ENTRY_AFTER_NAME, depth),
        "after_sign": _plain(tags.ENTRY_AFTER_SIGN, depth),
        "after_party": _plain(tags.ENTRY_AFTER_PARTY, depth),
        "before_amount": _plain(tags.ENTRY_BEFORE_AMOUNT, depth),
        "after_amount": _plain(tags.ENTRY_AFTER_AMOUNT, depth),
        "after_bills": "".join(empty_list(name, depth) for name in tags.ENTRY_LISTS_AFTER_BILLS),
        "last": "".join(empty_list(name, depth) for name in tags.ENTRY_LISTS_LAST),
        "line": _plain(tags.LINE_EMPTIES, depth),
    }


_AT = {depth: _blocks(depth) for depth in (6, 7)}


def _audit_ids(depth: int) -> str:
    pad = " " * depth
    return (
        f'{pad}<OLDAUDITENTRYIDS.LIST TYPE="Number">\r\n{pad} <OLDAUDITENTRYIDS>-1</OLDAUDITENTRYIDS>\r\n'
        f"{pad}</OLDAUDITENTRYIDS.LIST>\r\n"
    )


def _bill(bill: Bill, depth: int) -> str:
    pad = " " * depth
    inner = pad + " "
    named = bool(bill.name)
    days = f"{bill.credit_days} Days"
    return "".join(
        (
            f"{pad}<BILLALLOCATIONS.LIST>\r\n",
            f'{inner}<BILLDATE TYPE="Date">{ymd(bill.date)}</BILLDATE>\r\n' if named else "",
            f"{inner}<YEAREND/>\r\n",
            f'{inner}<BILLCREATIONDATE TYPE="Date">{ymd(bill.date)}</BILLCREATIONDATE>\r\n' if named else "",
            f"{inner}<NAME>{esc(bill.name)}</NAME>\r\n" if named else f"{inner}<NAME/>\r\n",
            f'{inner}<BILLCREDITPERIOD JD="{jd(bill.date)}" P="{days}">{days}</BILLCREDITPERIOD>\r\n'
            if bill.credit_days
            else f"{inner}<BILLCREDITPERIOD/>\r\n",
            f"{inner}<TDSDEDUCTEESECTIONNUMBER/>\r\n{inner}<TDSLEDGERNC/>\r\n{inner}<SERVICETAXLEDGER/>\r\n",
            f"{inner}<BILLTYPE>{bill.kind}</BILLTYPE>\r\n{inner}<SUMNAME/>\r\n",
            f"{inner}<TDSDEDUCTEEISSPECIALRATE>No</TDSDEDUCTEEISSPECIALRATE>\r\n",
            f"{inner}<TDSDEDUCTEESPECIALRATE>0</TDSDEDUCTEESPECIALRATE>\r\n",
            f'{inner}<BILLID TYPE="Number"> {len(bill.name)}</BILLID>\r\n' if named else "",
            f"{inner}<AMOUNT>{amount(bill.amount)}</AMOUNT>\r\n",
            empty_list("INTERESTCOLLECTION", depth + 1),
            empty_list("STBILLCATEGORIES", depth + 1),
            f"{pad}</BILLALLOCATIONS.LIST>\r\n",
        )
    )


def _bank(entry: Entry, depth: int) -> str:
    pad = " " * depth
    if entry.bank is None:
        return empty_list("BANKALLOCATIONS", depth)
    bank = entry.bank
    return (
        f"{pad}<BANKALLOCATIONS.LIST>\r\n{pad} <DATE>{ymd(bank.instrument_date)}</DATE>\r\n"
        f"{pad} <INSTRUMENTDATE>{ymd(bank.instrument_date)}</INSTRUMENTDATE>\r\n{pad} <BANKERSDATE/>\r\n"
        f"{pad} <NAME>{esc(bank.name)}</NAME>\r\n{pad} <TRANSACTIONTYPE>{bank.kind}</TRANSACTIONTYPE>\r\n{pad} <BANKNAME/>\r\n"
        f"{pad} <PAYMENTFAVOURING>{esc(bank.name)}</PAYMENTFAVOURING>\r\n{pad} <INSTRUMENTNUMBER>{esc(bank.instrument)}</INSTRUMENTNUMBER>\r\n"
        f"{pad} <UNIQUEREFERENCENUMBER>{bank.unique}</UNIQUEREFERENCENUMBER>\r\n{pad} <STATUS>No</STATUS>\r\n"
        f"{pad} <AMOUNT>{amount(bank.amount)}</AMOUNT>\r\n{pad}</BANKALLOCATIONS.LIST>\r\n"
    )


def _categories(entry: Entry, depth: int) -> str:
    pad = " " * depth
    if not entry.centre:
        return ""
    return (
        f"{pad}<CATEGORYALLOCATIONS.LIST>\r\n{pad} <CATEGORY>Primary Cost Category</CATEGORY>\r\n"
        f"{pad} <ISDEEMEDPOSITIVE>{yes(entry.amount < 0)}</ISDEEMEDPOSITIVE>\r\n{pad} <COSTCENTREALLOCATIONS.LIST>\r\n"
        f"{pad}  <NAME>{esc(entry.centre)}</NAME>\r\n{pad}  <AMOUNT>{amount(entry.amount)}</AMOUNT>\r\n"
        f"{pad} </COSTCENTREALLOCATIONS.LIST>\r\n{pad}</CATEGORYALLOCATIONS.LIST>\r\n"
    )


def whole_entry(tag: str, entry: Entry, stock: Iterable[Line], depth: int = 5) -> str:
    """A ledger entry with all its tags."""
    pad, inner = " " * depth, " " * (depth + 1)
    blocks, sign = _AT[depth + 1], yes(entry.amount < 0)
    bills = "".join(_bill(bill, depth + 1) for bill in entry.bills) or empty_list("BILLALLOCATIONS", depth + 1)
    inventory = "".join(_whole_line("INVENTORYALLOCATIONS", line, depth + 1, accounting=False) for line in stock)
    return (
        f"{pad}<{tag}.LIST>\r\n{_audit_ids(depth + 1)}{blocks['before_name']}{inner}<LEDGERNAME>{esc(entry.ledger.name)}</LEDGERNAME>\r\n"
        f"{blocks['after_name']}{inner}<ISDEEMEDPOSITIVE>{sign}</ISDEEMEDPOSITIVE>\r\n{blocks['after_sign']}"
        f"{inner}<ISPARTYLEDGER>{yes(entry.party)}</ISPARTYLEDGER>\r\n{blocks['after_party']}"
        f"{inner}<ISLASTDEEMEDPOSITIVE>{sign}</ISLASTDEEMEDPOSITIVE>\r\n{blocks['before_amount']}"
        f"{inner}<AMOUNT>{entry.forex or amount(entry.amount)}</AMOUNT>\r\n{blocks['after_amount']}"
        f"{empty_list('SERVICETAXDETAILS', depth + 1)}{_categories(entry, depth + 1)}{_bank(entry, depth + 1)}{bills}{inventory}"
        f"{blocks['after_bills']}{empty_list('RATEDETAILS', depth + 1)}{blocks['last']}{pad}</{tag}.LIST>\r\n"
    )


def whole_line(line: Line) -> str:
    """A stock line with all its tags, as a bare ALLINVENTORYENTRIES brings it."""
    return _whole_line("ALLINVENTORYENTRIES", line, 5, accounting=True)


def _rate_rows(line: Line, depth: int, *, extra: bool) -> str:
    pad = " " * depth
    rows = [*rate_rows(line), ("", "", "0")] if extra else rate_rows(line)
    texts = []
    for head, basis, rate in rows:
        head_text = f"{pad} <GSTRATEDUTYHEAD>{head}</GSTRATEDUTYHEAD>\r\n" if head else f"{pad} <GSTRATEDUTYHEAD/>\r\n"
        basis_text = (
            f"{pad} <GSTRATEVALUATIONTYPE>{basis}</GSTRATEVALUATIONTYPE>\r\n"
            if basis
            else f"{pad} <GSTRATEVALUATIONTYPE/>\r\n"
        )
        texts.append(
            f"{pad}<RATEDETAILS.LIST>\r\n{head_text}{basis_text}{pad} <GSTRATE>{rate}</GSTRATE>\r\n{pad}</RATEDETAILS.LIST>\r\n"
        )
    return "".join(texts)


def _whole_line(tag: str, line: Line, depth: int, *, accounting: bool, extra_rate: bool = False) -> str:
    pad, inner = " " * depth, " " * (depth + 1)
    sign, unit = yes(line.amount < 0), line.item.unit
    rate = f"{amount(line.rate)}/{unit.rate_unit}"
    quantity = unit.show(line.qty)
    due = line.due_text or dmy(line.due)
    due_text = f'{inner} <ORDERDUEDATE JD="{jd(line.due)}" P="{due}">{due}</ORDERDUEDATE>\r\n' if due else ""
    godown = f"{inner} <GODOWNNAME>{esc(line.godown)}</GODOWNNAME>\r\n" if line.godown else f"{inner} <GODOWNNAME/>\r\n"
    order = esc(line.order_no) if line.order_no else "&#4; Not Applicable"
    batch = (
        f"{inner}<BATCHALLOCATIONS.LIST>\r\n{godown}{inner} <BATCHNAME>{esc(line.batch or 'Primary Batch')}</BATCHNAME>\r\n"
        f"{inner} <INDENTNO>&#4; Not Applicable</INDENTNO>\r\n{inner} <ORDERNO>{order}</ORDERNO>\r\n"
        f"{inner} <TRACKINGNUMBER>&#4; Not Applicable</TRACKINGNUMBER>\r\n{inner} <AMOUNT>{amount(line.amount)}</AMOUNT>\r\n"
        f"{inner} <ACTUALQTY>{quantity}</ACTUALQTY>\r\n{inner} <BILLEDQTY>{quantity}</BILLEDQTY>\r\n{due_text}"
        f"{inner}</BATCHALLOCATIONS.LIST>\r\n"
    )
    sales = ""
    if accounting and line.ledger is not None:
        sales = (
            f"{inner}<ACCOUNTINGALLOCATIONS.LIST>\r\n{inner} <LEDGERNAME>{esc(line.ledger.name)}</LEDGERNAME>\r\n"
            f"{inner} <ISDEEMEDPOSITIVE>{sign}</ISDEEMEDPOSITIVE>\r\n{inner} <LEDGERFROMITEM>No</LEDGERFROMITEM>\r\n"
            f"{inner} <AMOUNT>{amount(line.amount)}</AMOUNT>\r\n{inner}</ACCOUNTINGALLOCATIONS.LIST>\r\n"
        )
    hsn = f"{inner}<GSTHSNNAME>{line.hsn}</GSTHSNNAME>\r\n" if line.hsn else f"{inner}<GSTHSNNAME/>\r\n"
    return (
        f"{pad}<{tag}.LIST>\r\n{_audit_ids(depth + 1)}{_AT[depth + 1]['line']}{inner}<STOCKITEMNAME>{esc(line.item.name)}</STOCKITEMNAME>\r\n"
        f"{hsn}{inner}<ISDEEMEDPOSITIVE>{sign}</ISDEEMEDPOSITIVE>\r\n{inner}<ISLASTDEEMEDPOSITIVE>{sign}</ISLASTDEEMEDPOSITIVE>\r\n"
        f"{inner}<RATE>{rate}</RATE>\r\n{inner}<DISCOUNT>{percent(line.discount)}</DISCOUNT>\r\n"
        f"{inner}<AMOUNT>{amount(line.amount)}</AMOUNT>\r\n{inner}<ACTUALQTY>{quantity}</ACTUALQTY>\r\n"
        f"{inner}<BILLEDQTY>{quantity}</BILLEDQTY>\r\n{batch}{sales}{_rate_rows(line, depth + 1, extra=extra_rate)}"
        f"{empty_list('EXPENSEALLOCATIONS', depth + 1)}{pad}</{tag}.LIST>\r\n"
    )


def _registration(voucher: Voucher) -> str:
    """Which of the company's GST registrations it belongs to, where there are several."""
    if voucher.registration is None:
        return ""
    name, gstin = (esc(text) for text in voucher.registration)
    return (
        f'     <GSTREGISTRATION TAXTYPE="GST" TAXREGISTRATION="{gstin}">{name}</GSTREGISTRATION>\r\n'
        f"     <CMPGSTIN>{gstin}</CMPGSTIN>\r\n"
    )


def _both_lists(voucher: Voucher) -> tuple[str, str, str]:
    """Goods, ledger entries and the latter's tag. What was entered as a voucher has its goods below the sales entry."""
    if voucher.invoice_view or not voucher.lines:
        lines = "".join(
            _whole_line("ALLINVENTORYENTRIES", line, 5, accounting=True, extra_rate=True) for line in voucher.lines
        )
        tag = "LEDGERENTRIES" if voucher.invoice_view else "ALLLEDGERENTRIES"
        return lines, "".join(whole_entry(tag, entry, ()) for entry in voucher.entries), tag
    tag = "ALLLEDGERENTRIES"
    texts = []
    for entry in voucher.all_entries():
        own = any(entry is one for one in voucher.entries)
        goods = () if own else [line for line in voucher.lines if line.ledger is entry.ledger]
        texts.append(whole_entry(tag, entry, goods))
    return "", "".join(texts), tag


_VOUCHER_EMPTIES = _plain(tags.VOUCHER_EMPTIES, 5)
_VOUCHER_LISTS = "".join(empty_list(name, 5) for name in tags.VOUCHER_LISTS)


def whole_voucher(company: Company, voucher: Voucher) -> str:
    """A voucher as Object and Day Book exports write it."""

    def child(tag: str, text: str) -> str:
        return f"     <{tag}>{text}</{tag}>\r\n" if text else f"     <{tag}/>\r\n"

    def of_party(pick: str, tag: str = "") -> str:
        own = str(getattr(voucher.party, pick)) if voucher.party is not None else ""
        return esc(voucher.of_party(tag, own) if tag else own)

    day, place = vch_key(voucher)
    numbering = voucher.type.submethod if voucher.type.method == "Automatic" else voucher.type.method
    own_address = voucher.party.mailing[-1].address if voucher.party is not None and voucher.party.mailing else ()
    address = [row for row in voucher.of_party("ADDRESS", "\n".join(own_address)).split("\n") if row]
    address_list = "".join(f"      <ADDRESS>{esc(row)}</ADDRESS>\r\n" for row in address)
    opening = attributes(company, voucher).replace(" OBJVIEW=", ' ACTION="Create" OBJVIEW=')
    head = (
        f"    <VOUCHER {opening}>\r\n"
        + (f'     <ADDRESS.LIST TYPE="String">\r\n{address_list}     </ADDRESS.LIST>\r\n' if address else "")
        + _audit_ids(5)
        + child("DATE", ymd(voucher.date))
        + child("REFERENCEDATE", ymd(voucher.date) if voucher.reference else "")
        + child("VCHSTATUSDATE", ymd(voucher.date))
        + child("GUID", company.guid_of(voucher.id))
        + child("NARRATION", esc_once(voucher.narration))
        + child("PARTYGSTIN", of_party("gstin", "PARTYGSTIN"))
        + child("PLACEOFSUPPLY", esc(voucher.place))
        + child("VOUCHERTYPENAME", esc(voucher.type.name))
        + _registration(voucher)
        + child("PARTYNAME", of_party("name"))
        + child("PARTYLEDGERNAME", of_party("name"))
        + child("VOUCHERNUMBER", esc_once(voucher.number))
        + child("BASICBUYERNAME", of_party("name", "BASICBUYERNAME"))
        + child("REFERENCE", esc_once(voucher.reference))
        + child("PARTYMAILINGNAME", of_party("name", "PARTYMAILINGNAME"))
        + child("NUMBERINGSTYLE", numbering)
        + child("PERSISTEDVIEW", view_of(voucher))
        + _VOUCHER_EMPTIES
        + child("EFFECTIVEDATE", ymd(voucher.date))
        + child("ISDELETED", "No")
        + child("ISOPTIONAL", yes(voucher.optional))
        + child("ISCANCELLED", yes(voucher.cancelled))
        + child("ISINVOICE", yes(voucher.invoice_view and voucher.kind not in ORDER_KINDS))
        + child("ALTERID", number(voucher.alter_id))
        + child("MASTERID", number(voucher.id))
        + child("VOUCHERKEY", str((day << 32) + place))
        + child("VOUCHERRETAINKEY", str(voucher.retain_key))
        + child("VOUCHERNUMBERSERIES", "Default")
        + child("UPDATEDDATETIME", f"{ymd(voucher.date)}101500000")
    )
    lines, entries, tag = _both_lists(voucher)
    return (
        head
        + _VOUCHER_LISTS
        + (lines or empty_list("ALLINVENTORYENTRIES", 5))
        + (entries or empty_list(tag, 5))
        + "    </VOUCHER>\r\n"
    )
