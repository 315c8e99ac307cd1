"""Cleaning, splitting and parsing: properties, and the genuine captures."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.connectors.tally import values
from app.connectors.tally.answers import Objects, Splitter, parse_piece, status_of, what_tally_said
from app.connectors.tally.clean import Cleaner, clean
from app.connectors.tally.lines import LineReader, Raw
from app.connectors.tally.masters import MasterReader
from app.connectors.tally.roles import Role, Roles
from app.connectors.tally.session import Company
from app.connectors.tally.vouchers import RateCompactor, VoucherParser, VoucherReader, raw_of, split_marker
from app.model.errors import BadAnswer, ConnectorError
from tests.connectors.tally_rig import CAPTURES

MARK = values.MARK
captures = pytest.mark.skipif(
    not CAPTURES.is_dir(), reason="the genuine captures are not beside this checkout (../shared/samples/tally)"
)


def pieces(data: bytes, cuts: list[int]) -> list[bytes]:
    at = sorted({cut % (len(data) + 1) for cut in cuts})
    return [data[low:high] for low, high in zip([0, *at], [*at, len(data)], strict=True)]


# -- cleaning -----------------------------------------------------------------------------------------------------

#: Text as Tally might write it, legal and illegal things close together.
MESSY = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "&#4; Not Applicable",
                "&#4;",
                "&amp;",
                "&amp;lt;",
                "&lt;",
                "&#13;&#10;",
                "&#x4;",
                "&#x04;",
                "&#0;",
                "&#31;",
                "&#12",
                "&",
                "&#",
                ";",
                "ñ",
                "नमस्ते",
                "₹",
                "\x03",
                "\x04",
                "\x1f",
                "\r\n",
                "\t",
                "<NAME>",
                "</NAME>",
                "Tom &amp; Jerry",
                "&#128512;",
                "😀",
                "&#65535;",
                "\uffff",
            ]
        ),
        st.text(max_size=6),
    ),
    max_size=30,
).map("".join)


@given(
    MESSY.filter(lambda text: not text[:1] or (text[0] not in "\x00\ufeff\ufffe" and ord(text[0]) < 256)),
    st.lists(st.integers(0, 10_000), max_size=8),
)
def test_however_the_stream_is_cut_the_result_is_the_same(text: str, cuts: list[int]) -> None:
    data = ("<E>" + text).encode("utf-16-le", "surrogatepass")
    cleaner = Cleaner("text/xml; charset=utf-16")
    assert b"".join([cleaner.feed(piece) for piece in pieces(data, cuts)] + [cleaner.finish()]) == clean(data)


@given(MESSY, st.lists(st.integers(0, 10_000), max_size=8))
def test_the_same_in_utf8(text: str, cuts: list[int]) -> None:
    data = ("<E>" + text).encode("utf-8", "replace")
    cleaner = Cleaner()
    assert b"".join([cleaner.feed(piece) for piece in pieces(data, cuts)] + [cleaner.finish()]) == clean(data)


LEGAL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=80)


@given(LEGAL, st.sampled_from(["", "\r\n", "\n", "\t"]))
def test_nothing_legal_is_lost(text: str, end: str) -> None:
    element = etree.Element("NARRATION")
    element.text = text
    written = etree.tostring(element, encoding="unicode") + end
    cleaned = clean(("<E>" + written + "</E>").encode("utf-16-le"))
    assert cleaned == ("<E>" + written + "</E>").encode()
    assert (etree.fromstring(cleaned).findtext("NARRATION") or "") == text


@pytest.mark.parametrize(
    "text", ["Tom &amp; Jerry", "ñ Peña", "&amp;lt;", "नमस्ते ट्रेडर्स", "a&#13;&#10;b", "&quot;x&quot;", "₹ 5", "&#128512;"]
)
def test_known_victims_of_other_programs(text: str) -> None:
    assert clean(f"<A>&#4; Any{text}</A>".encode("utf-16-le")) == f"<A>{MARK} Any{text}</A>".encode()


def test_windows_1252_in_an_answer_that_says_utf8() -> None:
    assert clean(b"<A>Caf\xe9 M\xfcller \x80</A>") == "<A>Café Müller €</A>".encode()
    assert clean("<A>Café ₹</A>".encode()) == "<A>Café ₹</A>".encode()


def test_byte_order_marks() -> None:
    assert clean(b"\xff\xfe" + "<A/>".encode("utf-16-le")) == b"<A/>"
    assert clean("\ufeff<A/>".encode()) == b"<A/>"


# -- splitting ----------------------------------------------------------------------------------------------------

HEAD = (
    b"<ENVELOPE><HEADER><STATUS>1</STATUS></HEADER><BODY><DESC><CMPINFO><LEDGER>862</LEDGER></CMPINFO></DESC>"
    b"<DATA><COLLECTION>"
)
TAIL = b"</COLLECTION></DATA></BODY></ENVELOPE>\r\n"


def ledger(name: str, inner: str = "") -> bytes:
    return f'<LEDGER NAME="{name}" RESERVEDNAME=""><MASTERID> 1</MASTERID>{inner}</LEDGER>\r\n'.encode()


def read(chunks: list[bytes], tag: str = "LEDGER") -> list[str]:
    objects = Objects(chunks, tag, "host:9000")
    names = [element.get("NAME") or "" for piece in objects for element in piece]
    assert objects.count == len(names)
    return names


@given(st.integers(0, 40), st.lists(st.integers(0, 100_000), max_size=12))
def test_objects_come_whole_however_the_answer_is_cut(count: int, cuts: list[int]) -> None:
    data = HEAD + b"".join(ledger(f"L{n}", "<UDF:X.LIST><UDF:X>1</UDF:X></UDF:X.LIST>") for n in range(count)) + TAIL
    assert read(pieces(data, cuts)) == [f"L{n}" for n in range(count)]


def test_an_object_may_hold_tags_of_its_own_name() -> None:
    inner = "<LEDGER>12</LEDGER><X.LIST><LEDGER>13</LEDGER></X.LIST>"
    assert read([HEAD + ledger("A", inner) + ledger("B", inner) + TAIL]) == ["A", "B"]


def test_empty_objects() -> None:
    assert read([HEAD + b'<LEDGER NAME="A" RESERVEDNAME=""/>' + ledger("B") + TAIL]) == ["A", "B"]


def test_large_objects_and_many_pieces() -> None:
    big = "<NARRATION>" + "x" * 900_000 + "</NARRATION>"
    data = (
        HEAD
        + ledger("A", big)
        + b"".join(ledger(f"L{n}", "<NARRATION>" + "y" * 5_000 + "</NARRATION>") for n in range(300))
        + TAIL
    )
    chunks = [data[at : at + 50_000] for at in range(0, len(data), 50_000)]
    assert len(read(chunks)) == 301
    splitter = Splitter("LEDGER")
    largest = 0
    for chunk in chunks:
        for piece in splitter.feed(chunk):
            largest = max(largest, len(piece))
    assert largest < 1_200_000


@pytest.mark.parametrize("cut", range(0, 200, 7))
def test_a_cut_off_answer_is_never_taken(cut: int) -> None:
    data = HEAD + ledger("A") + ledger("B") + TAIL
    end = len(data) - 4 - cut
    with pytest.raises(ConnectorError):
        read([data[:end]])


def test_raw_ampersands_and_brackets_are_mended() -> None:
    objects = Objects([HEAD + ledger("A", "<NARRATION>5 < 6 & a<b &amp; R&D;</NARRATION>") + TAIL], "LEDGER", "")
    assert [element.findtext("NARRATION") for piece in objects for element in piece] == ["5 < 6 & a<b & R&D;"]


def test_entities_are_not_expanded() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>' + HEAD + ledger("A", "<NARRATION>&a;</NARRATION>") + TAIL
    with pytest.raises(ConnectorError):
        read([bomb])


def test_texts_of_tally() -> None:
    assert what_tally_said(
        b"<LINEERROR>Could not set &apos;SVCurrentCompany&apos; to &apos;A &amp; B&apos;</LINEERROR>"
    ) == ("Could not set 'SVCurrentCompany' to 'A & B'")
    assert what_tally_said(HEAD) is None
    assert status_of(HEAD) == 1


def test_rates_in_short_are_the_same_rates() -> None:
    rows = "".join(
        "<RATEDETAILS.LIST>\r\n"
        f"<GSTRATEDUTYHEAD>{head}</GSTRATEDUTYHEAD><GSTRATE> {rate}</GSTRATE></RATEDETAILS.LIST>\r\n"
        for head, rate in (("CGST", 9), ("SGST/UTGST", 9), ("IGST", 18), ("Cess", 0))
    )
    parts = f"<STOCKITEMNAME>A</STOCKITEMNAME>{rows}<AMOUNT>1.00</AMOUNT>"
    line = f"<ALLINVENTORYENTRIES.LIST>{parts}</ALLINVENTORYENTRIES.LIST>"
    other = f"<ALLLEDGERENTRIES.LIST><LEDGERNAME>F</LEDGERNAME>{rows}</ALLLEDGERENTRIES.LIST>"
    short = RateCompactor()((line + other + line).encode())
    assert short.count(b"<SMSRATE>18</SMSRATE>") == 3
    assert b"<RATEDETAILS.LIST>" not in short
    assert b"<AMOUNT>1.00</AMOUNT>" in short


def test_our_marker_in_a_narration() -> None:
    key = "0192f1c0-aaaa-7bbb-8ccc-0123456789ab"
    assert split_marker(f"paid in full [SMS:{key}]") == ("paid in full", key)
    assert split_marker(f"[SMS:{key}]") == (None, key)
    assert split_marker(f"see [SMS:{key}] of before") == (f"see [SMS:{key}] of before", None)
    assert split_marker(None) == (None, None)


# -- the line reader ----------------------------------------------------------------------------------------------


def both_ways(piece: bytes) -> tuple[list[Raw] | None, list[Raw]]:
    """What the line reader makes of a piece, and what the XML parser does."""
    return LineReader("VOUCHER").read(piece), [_full(raw_of(element)) for element in parse_piece(piece)]


def _full(raw: Raw) -> Raw:
    """Without the spaces that empty lists hold."""
    return {
        tag: [_full(row) for row in value] if isinstance(value, list) else value
        for tag, value in raw.items()
        if isinstance(value, list) or value.strip() or not tag.endswith(".LIST")
    }


def laid_out(narration: str, extra: str = "") -> bytes:
    return (
        '<VOUCHER REMOTEID="a-1" VCHTYPE="Sales &amp; more" ACTION="">\r\n'
        f'     <NARRATION TYPE="String">{narration}</NARRATION>\r\n     <REQUESTORRULE/>\r\n     <X TYPE="Amount"></X>\r\n{extra}'
        "     <A.LIST>\r\n      <B>1</B>\r\n      <C.LIST>      </C.LIST>\r\n     </A.LIST>\r\n"
        "     <A.LIST>\r\n      <B> 2</B>\r\n     </A.LIST>\r\n"
        '    </VOUCHER>\r\n    <VOUCHER VCHTYPE="Sales">\r\n     <B>3</B>\r\n    </VOUCHER>'
    ).encode()


@given(LEGAL)
def test_lines_and_parser_read_the_same(text: str) -> None:
    element = etree.Element("N")
    element.text = text
    escaped = etree.tostring(element, encoding="unicode")[3:-4] if text else ""
    by_lines, by_parser = both_ways(laid_out(escaped))
    assert by_lines == by_parser
    assert by_parser[0].get("NARRATION", "") == text
    assert by_parser[0]["A.LIST"] == [{"B": "1"}, {"B": " 2"}]


@pytest.mark.parametrize("text", ["a&#13;&#10;b", "&quot;x&apos;", "&#x20B9; &#128512;", "&amp;lt;", "]]&gt;"])
def test_escapes_by_lines(text: str) -> None:
    by_lines, by_parser = both_ways(laid_out(text))
    assert by_lines == by_parser


@pytest.mark.parametrize(
    "piece",
    [
        laid_out("two\r\nlines"),
        laid_out("two\nlines", "     <D><E>1</E></D>\r\n"),
        laid_out("a", "     <D>1</D><E>2</E>\r\n"),
        laid_out("a", "     <VOUCHER>39</VOUCHER>\r\n"),
        laid_out("a", "     <D.LIST>\r\n"),
        laid_out("a", "     </A.LIST>\r\n"),
        laid_out("a", "     <D>1</E>\r\n"),
        laid_out("a", "     text\r\n"),
        laid_out("a & b"),
        laid_out("a < b"),
        laid_out("&nbsp;"),
        laid_out("a").replace(b'"Sales"', b'"A>B"'),
        laid_out("a")[:-10],
        laid_out("a").replace(b"\r\n", b"\n"),
        laid_out("a").replace(b"\r\n", b""),
    ],
)
def test_another_layout_is_left_to_the_parser(piece: bytes) -> None:
    assert LineReader("VOUCHER").read(piece) is None


# -- the genuine captures -----------------------------------------------------------------------------------------


def capture(name: str, tag: str, **options: bytes) -> Iterator[etree._Element]:
    data = (CAPTURES / name).read_bytes()
    if not data.rstrip().endswith((b"</ENVELOPE>", b"\x00")):
        raise AssertionError("not a whole capture")
    for piece in Objects([data[at : at + 999] for at in range(0, len(data), 999)], tag, "", **options):  # type: ignore[arg-type]
        yield from piece


@captures
def test_capture_companies() -> None:
    found = [Company.of(element) for element in capture("company_extent_9000.xml", "COMPANY")]
    assert [(one.name, one.altvchid, one.altmstid, one.books_from, one.last_voucher) for one in found] == [
        ("Aarav Trading Company Demo", 101603, 327, "2024-04-01", "2026-04-01"),
        ("Bridge Ageing Lab", 14, 223, "2026-04-01", "2026-07-31"),
        ("Bridge Billwise Lab", 252, 218, "2024-04-01", "2026-07-02"),
    ]
    assert len(list(capture("company_collection_live.xml", "COMPANY"))) == 3


@captures
@pytest.mark.parametrize("name", ["group_snapshot_wr2.xml", "group_snapshot_wr2_with_identity.utf16le.xml"])
def test_capture_groups(name: str) -> None:
    roles = Roles()
    elements = list(capture(name, "GROUP"))
    assert len(elements) > 28
    roles.add_groups([element for element in elements if element.findtext("MASTERID")])
    roles.derive()
    if roles.groups:
        assert roles.is_customer_group("Sundry Debtors")
        assert roles.is_customer_group("Bridge Nested Debtors WR4")
        assert not roles.is_customer_group("Sundry Creditors")
        assert ["Branch / Divisions", "", "Branch / Divisions"] in roles.groups.values()


def debtors() -> Roles:
    roles = Roles()
    roles.groups = {
        "1": ["Sundry Debtors", "Current Assets", "Sundry Debtors"],
        "2": ["Bridge Nested Debtors WR4", "Sundry Debtors", ""],
    }
    roles.derive()
    return roles


@captures
def test_capture_ledgers_in_indian_scripts() -> None:
    roles = debtors()
    reader = MasterReader("Ledger", {"NAME", "PARENT", "OPENINGBALANCE", "GUID"}, roles)
    records = [
        reader.record(element)
        for element in capture("ledgers_native_wr2_core_window.xml", "LEDGER")
        if reader.belongs(element)
    ]
    names = {record.fields["NAME"] for record in records}
    assert "Café Naïve Traders" in names
    assert any("\u0900" <= letter <= "\u097f" for name in names for letter in name)
    nested = next(record for record in records if record.fields["NAME"] == "Bridge Nested Debtor WR4")
    assert (nested.id, nested.version, nested.fields["OPENINGBALANCE"]) == ("213", "215", "-50000.00")
    assert nested.fields["GUID"].endswith(f"-{int(nested.id):08x}")


@captures
def test_capture_ledgers_with_gstin() -> None:
    reader = MasterReader("Ledger", {"NAME", "PARTYGSTIN", "OPENINGBALANCE", "CLOSINGBALANCE"}, debtors())
    found = {
        record.fields["NAME"]: record for record in map(reader.record, capture("ledgers_native_aarav.xml", "LEDGER"))
    }
    assert found["Amrut Beverages"].fields == {
        "NAME": "Amrut Beverages",
        "PARTYGSTIN": "19AABCU9622R1Z2",
        "OPENINGBALANCE": "-929439.97",
        "CLOSINGBALANCE": None,
    }


@captures
def test_capture_illegal_reference() -> None:
    elements = {element.get("NAME"): element for element in capture("unit_a_invalid_char_ref_live.xml", "LEDGER")}
    assert len(elements) > 5
    assert [values.text(element.findtext("PARENT")) for element in elements.values()].count(None) == 1


@captures
def test_capture_of_single_byte_text() -> None:
    ascii_names = [element.get("NAME") for element in capture("encoding/led-ascii.bin", "LEDGER")]
    names = [element.get("NAME") for element in capture("encoding/led-utf16.bin", "LEDGER")]
    assert len(ascii_names) == len(names)
    assert any(ord(letter) > 0x900 for name in names for letter in name or "")
    assert any("?" in (name or "") for name in ascii_names)


@captures
def test_capture_voucher_types() -> None:
    roles = Roles()
    roles.add_types(capture("voucher_types_native_wr2.xml", "VOUCHERTYPE"))
    roles.derive()
    assert len(roles.types) == 24
    assert (roles.module_of("Sales"), roles.module_of("Receipt"), roles.module_of("Contra")) == (
        "Sales",
        "Receipt",
        None,
    )


def sales_roles(*customers: str) -> Roles:
    roles = debtors()
    roles.groups |= {
        "3": ["Sales Accounts", "", "Sales Accounts"],
        "4": ["Cash-in-Hand", "Current Assets", "Cash-in-Hand"],
        "5": ["Duties & Taxes", "Current Liabilities", "Duties & Taxes"],
    }
    roles.ledgers = {str(n): [name, "Sundry Debtors"] for n, name in enumerate(customers, 10)}
    roles.ledgers |= {
        "1": ["WR2 Sales", "Sales Accounts"],
        "2": ["Cash", "Cash-in-Hand"],
        "3": ["Output IGST", "Duties & Taxes"],
        "4": ["Sales - Domestic", "Sales Accounts"],
        "5": ["Round Off", "Sales Accounts"],
    }
    roles.types = {
        "1": ["Sales", "Sales", "Sales", ""],
        "2": ["Receipt", "Receipt", "Receipt", ""],
        "3": ["Tax Invoice", "Sales", "", ""],
    }
    roles.derive()
    return roles


@captures
def test_capture_vouchers() -> None:
    reader = VoucherReader(sales_roles("नमस्ते ट्रेडर्स", "Café Naïve Traders"))
    records = [
        record
        for element in capture("vouchers_native_wr2.xml", "VOUCHER")
        if (record := reader.record(raw_of(element)))
    ]
    first = records[0]
    assert (first.module, first.id, first.version, first.label, first.sweep_key) == (
        "Sales",
        "1",
        "1",
        "1",
        "2026-08-01",
    )
    assert first.fields["PARTYNAME"] == "नमस्ते ट्रेडर्स"
    assert first.fields["TOTAL"] == "101.01"
    assert [line["AMOUNT"] for line in first.fields["LINES"]] == ["101.01"]
    assert first.fields["STATUS"] == "posted"


@captures
def test_capture_optional_receipt_with_every_field() -> None:
    """Both of its entries say ISPARTYLEDGER; the roles know better."""
    reader = VoucherReader(sales_roles("BRIDGE PROBE PARTY OPT"))
    record = next(reader.record(raw_of(element)) for element in capture("unit_a_optional_voucher_live.xml", "VOUCHER"))
    assert record is not None
    assert record.fields["PARTYNAME"] == "BRIDGE PROBE PARTY OPT"
    assert record.fields["AMOUNT"] == "9999.00"
    assert record.fields["ACCOUNT"] == "Cash"
    assert record.fields["ALLOCATIONS"] == [
        {"INVOICE": None, "NAME": "BRIDGE-OPT-0001", "KIND": "new", "AMOUNT": "9999.00"}
    ]


@captures
def test_capture_day_book() -> None:
    reader = VoucherReader(sales_roles("Northwind Retail Limited", "Bramley & Sons Accessories Private Limited"))
    records = [
        record for element in capture("day-book-trading.xml", "VOUCHER") if (record := reader.record(raw_of(element)))
    ]
    assert [(record.module, record.fields["VOUCHERTYPENAME"]) for record in records] == [
        ("Sales", "Sales"),
        ("Sales", "Tax Invoice"),
    ]
    invoice = records[0].fields
    assert (invoice["TOTAL"], invoice["SUBTOTAL"], invoice["TAXTOTAL"], invoice["ROUNDOFF"]) == (
        "23838.38",
        "20202.02",
        "3636.36",
        "0.00",
    )
    assert [(line["STOCKITEMNAME"], line["BILLEDQTY"], line["UNIT"], line["RATE"]) for line in invoice["LINES"]] == [
        ("Widget, 12mm", "100", "nos", "202.02")
    ]


@captures
def test_capture_stock_items() -> None:
    reader = MasterReader(
        "StockItem",
        {"NAME", "PARENT", "CATEGORY", "BASEUNITS", "OPENINGBALANCE", "OPENINGVALUE", "CLOSINGBALANCE", "CLOSINGVALUE"},
        Roles(),
    )
    records = []
    for element in capture("stock-items-populated.xml", "STOCKITEM"):
        for tag in ("MASTERID", "ALTERID"):
            etree.SubElement(element, tag).text = "1"
        records.append(reader.record(element))
    assert records[1].fields == {
        "NAME": "L-Carnitine Base",
        "PARENT": None,
        "CATEGORY": "Not Applicable",
        "BASEUNITS": "Kgs.",
        "OPENINGBALANCE": "10325",
        "OPENINGVALUE": "-196598.53",
        "CLOSINGBALANCE": "9425",
        "CLOSINGVALUE": "-179461.52",
    }


@captures
@pytest.mark.parametrize("name", ["vouchers_native_wr2.xml", "unit_a_optional_voucher_live.xml"])
def test_captures_by_lines(name: str) -> None:
    """The genuine layout is the one that the line reader knows (the captures' line ends were made plain)."""
    data = clean((CAPTURES / name).read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
    piece = data[data.index(b"<VOUCHER ") : data.rindex(b"</VOUCHER>") + len(b"</VOUCHER>")]
    by_lines, by_parser = both_ways(piece)
    assert by_lines == by_parser
    assert by_lines


@captures
def test_capture_open_bills() -> None:
    rows = list(
        capture("bills_receivable_billwise_lab.xml", "BILLFIXED", start=b"<BILLFIXED>", close=b"</BILLOVERDUE>")
    )
    assert [row.tag for row in rows[:4]] == ["BILLFIXED", "BILLCL", "BILLDUE", "BILLOVERDUE"]
    assert (
        list(
            capture("bills_payable_billwise_lab_empty.xml", "BILLFIXED", start=b"<BILLFIXED>", close=b"</BILLOVERDUE>")
        )
        == []
    )


@captures
def test_capture_empty_window_and_failures() -> None:
    assert list(capture("empty_voucher_window_wr2.utf16le.xml", "VOUCHER")) == []
    with pytest.raises(ConnectorError, match="Bridge Ageing Lab"):
        list(
            capture(
                "bills_receivable_unloaded_company_failure.xml",
                "BILLFIXED",
                start=b"<BILLFIXED>",
                close=b"</BILLOVERDUE>",
            )
        )


@captures
def test_every_capture_cut_anywhere_is_refused() -> None:
    data = (CAPTURES / "vouchers_native_wr2.xml").read_bytes()
    for at in range(300, len(data) - 15, 501):
        with pytest.raises(BadAnswer):
            list(Objects([data[:at]], "VOUCHER", ""))


# -- vouchers by hand ---------------------------------------------------------------------------------------------


def voucher(*children: str, kind: str = "Sales") -> Raw:
    head = f"<DATE>20260601</DATE><VOUCHERTYPENAME>{kind}</VOUCHERTYPENAME><MASTERID> 7</MASTERID><ALTERID> 9</ALTERID>"
    return raw_of(etree.fromstring(f"<VOUCHER>{head}{''.join(children)}</VOUCHER>"))


def entry(ledger: str, amount: str, inner: str = "", tag: str = "ALLLEDGERENTRIES") -> str:
    return f"<{tag}.LIST><LEDGERNAME>{ledger}</LEDGERNAME><AMOUNT>{amount}</AMOUNT>{inner}</{tag}.LIST>"


def stock(item: str, amount: str, ledger: str | None) -> str:
    parts = f"<LEDGERNAME>{ledger}</LEDGERNAME><AMOUNT>{amount}</AMOUNT>"
    allocation = f"<ACCOUNTINGALLOCATIONS.LIST>{parts}</ACCOUNTINGALLOCATIONS.LIST>" if ledger else ""
    own = f"<STOCKITEMNAME>{item}</STOCKITEMNAME><BILLEDQTY> 1 Nos</BILLEDQTY><AMOUNT>{amount}</AMOUNT>"
    return f"<ALLINVENTORYENTRIES.LIST>{own}{allocation}</ALLINVENTORYENTRIES.LIST>"


def amounts(raw: Raw) -> tuple[list[tuple[str | None, str]], str | None]:
    record = VoucherReader(sales_roles("Acme")).record(raw)
    assert record is not None
    return [
        (line["STOCKITEMNAME"] or line["DESCRIPTION"], line["AMOUNT"]) for line in record.fields["LINES"]
    ], record.fields["TOTAL"]


def test_freight_booked_to_the_sales_ledger_itself() -> None:
    lines, total = amounts(
        voucher(
            stock("A", "100.00", "WR2 Sales"),
            entry("Acme", "-130.00"),
            entry("WR2 Sales", "100.00"),
            entry("WR2 Sales", "30.00"),
        )
    )
    assert (lines, total) == ([("A", "100.00"), ("WR2 Sales", "30.00")], "130.00")


def test_freight_and_stock_in_one_sum() -> None:
    lines, total = amounts(
        voucher(stock("A", "100.00", "WR2 Sales"), entry("Acme", "-130.00"), entry("WR2 Sales", "130.00"))
    )
    assert (lines, total) == ([("A", "100.00"), ("WR2 Sales", "30.00")], "130.00")


def test_lines_that_name_no_ledger() -> None:
    lines, total = amounts(
        voucher(
            stock("A", "100.00", None),
            entry("Acme", "-130.00"),
            entry("Freight", "30.00"),
            entry("WR2 Sales", "100.00"),
        )
    )
    assert (lines, total) == ([("A", "100.00"), ("Freight", "30.00")], "130.00")


def test_the_object_form_repeats_nothing() -> None:
    lines, total = amounts(
        voucher(
            stock("A", "100.00", "WR2 Sales"),
            entry("Acme", "-130.00", tag="LEDGERENTRIES"),
            entry("WR2 Sales", "30.00", tag="LEDGERENTRIES"),
        )
    )
    assert (lines, total) == ([("A", "100.00"), ("WR2 Sales", "30.00")], "130.00")


def test_stock_inside_the_sales_ledger() -> None:
    parts = "<STOCKITEMNAME>A</STOCKITEMNAME><BILLEDQTY> 2 Nos</BILLEDQTY><AMOUNT>100.00</AMOUNT>"
    inner = f"<INVENTORYALLOCATIONS.LIST>{parts}</INVENTORYALLOCATIONS.LIST>"
    assert amounts(voucher(entry("Acme", "-100.00"), entry("WR2 Sales", "100.00", inner))) == (
        [("A", "100.00")],
        "100.00",
    )


def test_a_cash_sale_and_a_credit() -> None:
    record = VoucherReader(sales_roles("Acme")).record(
        voucher("<PARTYLEDGERNAME>Cash</PARTYLEDGERNAME>", entry("Cash", "-50.00"), entry("WR2 Sales", "50.00"))
    )
    assert record is not None
    assert (record.fields["PARTY"], record.fields["PARTYNAME"], record.fields["CUSTOMPARTY"]) == (None, "Cash", "Cash")
    lines, total = amounts(voucher(entry("Acme", "20.00"), entry("WR2 Sales", "-20.00")))
    assert (lines, total) == ([("WR2 Sales", "-20.00")], "-20.00")


def test_a_receipt_whose_party_is_said_to_be_the_bank() -> None:
    raw = voucher(
        "<PARTYLEDGERNAME>Cash</PARTYLEDGERNAME>", entry("Cash", "-80.00"), entry("Acme", "80.00"), kind="Receipt"
    )
    record = VoucherReader(sales_roles("Acme")).record(raw)
    assert record is not None
    assert (record.fields["PARTY"], record.fields["AMOUNT"], record.fields["ACCOUNT"]) == ("acme", "80.00", "Cash")


def test_a_voucher_with_nothing_left() -> None:
    record = VoucherReader(sales_roles("Acme")).record(voucher("<ISCANCELLED>Yes</ISCANCELLED>"))
    assert record is not None
    assert record.fields["STATUS"] == "cancelled"
    assert (record.fields["TOTAL"], record.fields["LINES"], record.fields["PARTY"]) == (None, [], None)


def test_a_value_of_no_known_form_is_an_error_of_its_record() -> None:
    with pytest.raises(ValueError, match="amount"):
        VoucherReader(sales_roles("Acme")).record(voucher(entry("Acme", "twelve")))


def test_roles_by_name_and_group() -> None:
    roles = sales_roles("Acme")
    assert [roles.role(name) for name in ("Acme", "Cash", "WR2 Sales", "Output IGST", "Round Off", "Nobody")] == [
        Role.CUSTOMER,
        Role.BANK,
        Role.INCOME,
        Role.TAX,
        Role.ROUNDING,
        Role.OTHER,
    ]
    assert Roles.load(roles.dump()) == roles


def test_empty_lists_hold_spaces() -> None:
    assert raw_of(etree.fromstring("<V><A.LIST>      </A.LIST><B.LIST><C>1</C></B.LIST></V>"))["B.LIST"] == [{"C": "1"}]


def test_memory_does_not_follow_the_answer() -> None:
    """Forty megabytes pass through; what is held at once stays at some pieces."""
    import tracemalloc

    one = laid_out("x" * 800).decode().encode("utf-16-le") + "\r\n".encode("utf-16-le")
    count = 40_000_000 // len(one)

    def chunks() -> Iterator[bytes]:
        yield HEAD.decode().replace("LEDGER", "VOUCHER").encode("utf-16-le")
        for _ in range(count):
            yield one
        yield TAIL.decode().encode("utf-16-le")

    objects = Objects(chunks(), "VOUCHER", "", parse=VoucherParser())
    tracemalloc.start()
    try:
        taken = sum(1 for piece in objects for _ in piece)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert taken == objects.count == 2 * count
    assert peak < 12_000_000
