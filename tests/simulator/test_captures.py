"""The simulator's answers have the structure of genuine ones: order, TYPE attributes, emptiness, spaces, indentation."""

# ruff: noqa: E501  (requests are long lines)

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.simulator import CompanySpec
from tests.simulator.conftest import DEMO, Asker

CAPTURES = Path(__file__).parents[3] / "shared" / "samples" / "tally"
pytestmark = pytest.mark.skipif(not CAPTURES.is_dir(), reason="the captures are not beside this checkout")

_LINE = re.compile(r"^( *)<(/?)([A-Z0-9:.]+)([^>]*?)(/?)>(?:(.*)</\3>)?$")


def capture(name: str) -> str:
    raw = (CAPTURES / name).read_bytes()
    text = raw.decode("utf-16-le") if raw[1:2] == b"\0" else raw.decode("utf-8", "replace")
    return text.replace("\r\n", "\n")


def skeleton(text: str) -> list[str]:
    """One line per tag: indent, name, attributes (values of TYPE kept), and the form of the content."""
    rows = []
    for line in text.replace("\r\n", "\n").strip("\n").split("\n"):
        match = _LINE.match(line)
        assert match, line
        indent, closing, tag, attributes, short, content = match.groups()
        shown = re.sub(r'(?<!TYPE)="[^"]*"', "", attributes)
        if closing:
            form = "close"
        elif short:
            form = "short"
        elif content is None:
            form = "open"
        elif content == "":
            form = "empty"
        elif not content.strip():
            form = f"{len(content)} spaces"
        else:
            form = "leading space" if content.startswith(" ") else "text"
            if "Number" in attributes or tag == "LANGUAGEID":
                form = "number"
        rows.append(f"{len(indent)} {tag}{shown} {form}")
    return rows


def objects(text: str, tag: str) -> list[list[str]]:
    text = text.replace("\r\n", "\n")
    found = [skeleton(block) for block in re.findall(rf"^ *<{tag} .*?^ *</{tag}>", text, re.S | re.M)]
    assert found, f"no {tag}"
    return found


def distinct(rows: list[list[str]]) -> set[tuple[str, ...]]:
    return {tuple(row) for row in rows}


def frame(text: str) -> str:
    """Everything before the collection, counters blanked."""
    head = text.replace("\r\n", "\n").split("   <COLLECTION")[0]
    return re.sub(r">\d+</(?!VERSION|STATUS)", ">n</", head)


@pytest.fixture
def world(make_sim):
    """A 7.0 install, of which most captures are, with an alias, an imported ledger and plain entries as in the captures."""
    sim = make_sim(CompanySpec(DEMO, customers=30, items=12, vouchers=120), version="7.0")
    ask = Asker(sim)
    ask.send(
        '<LEDGER NAME="Imported" ACTION="Create"><NAME>Imported</NAME><PARENT>Sundry Debtors</PARENT><ISBILLWISEON>Yes</ISBILLWISEON></LEDGER>'
    )
    return sim, ask


def test_company_collection(world):
    _, ask = world
    names = ask.collection("Company", "NAME, GUID")
    theirs = capture("company_collection_live.xml")
    assert frame(names) == frame(theirs)
    assert distinct(objects(names, "COMPANY")) == distinct(objects(theirs, "COMPANY"))
    extent = ask.collection("Company", "NAME, GUID, BOOKSFROM, LASTVOUCHERDATE, ALTVCHID, ALTMSTID")
    assert distinct(objects(extent, "COMPANY")) == distinct(objects(capture("company_extent_9000.xml"), "COMPANY"))
    assert extent.replace("\r\n", "\n").split("</COMPANY>\n")[-1] == theirs.split("</COMPANY>\n")[-1]


@pytest.mark.parametrize(
    ("fetch", "name"),
    [
        ("NAME, PARENT", "group_snapshot_wr2.xml"),
        ("NAME, PARENT, GUID, MASTERID, ALTERID, RESERVEDNAME", "group_snapshot_wr2_with_identity.utf16le.xml"),
    ],
)
def test_group_collection(world, fetch, name):
    _, ask = world
    ours, theirs = ask.collection("Group", fetch), capture(name)
    assert frame(ours) == frame(theirs)
    assert distinct(objects(theirs, "GROUP")) <= distinct(objects(ours, "GROUP"))
    assert '<COLLECTION ISMSTDEPTYPE="Yes" MSTDEPTYPE="4">' in ours
    wanted = re.search(r"<PARENTSTRUCTURE[^>]*>(.*?)<", theirs)[1]
    assert wanted in ours
    their_names = set(re.findall(r'<GROUP NAME="[^"]*" RESERVEDNAME="([^"]+)"', theirs))
    assert their_names == set(re.findall(r'<GROUP NAME="[^"]*" RESERVEDNAME="([^"]+)"', ours))
    assert len(their_names) == 28


@pytest.mark.parametrize(
    ("fetch", "name", "period"),
    [
        ("NAME, GUID, REMOTEID, MASTERID, ALTERID, PARENT, PARTYGSTIN, OPENINGBALANCE", "ledgers_native_aarav.xml", {}),
        (
            "NAME, GUID, REMOTEID, MASTERID, ALTERID, PARENT, PARTYGSTIN, OPENINGBALANCE",
            "ledgers_native_wr2_core_window.xml",
            {},
        ),
        (
            "NAME, PARENT, CLOSINGBALANCE, ISBILLWISEON",
            "encoding/led-utf16.bin",
            {"SVFROMDATE": "20250401", "SVTODATE": "20270331"},
        ),
    ],
)
def test_ledger_collection(world, fetch, name, period):
    _, ask = world
    ours, theirs = ask.collection("Ledger", fetch, **period), capture(name)
    assert frame(ours) == frame(theirs)
    assert distinct(objects(theirs, "LEDGER")) <= distinct(objects(ours, "LEDGER"))
    assert '<COLLECTION ISMSTDEPTYPE="Yes" MSTDEPTYPE="8">' in ours
    assert '<LEDGER NAME="Profit &amp; Loss A/c" RESERVEDNAME="Profit &amp; Loss A/c">' in ours


def test_voucher_type_collection(world):
    _, ask = world
    ours, theirs = (
        ask.collection("VoucherType", "NAME, PARENT, GUID, MASTERID, ALTERID"),
        capture("voucher_types_native_wr2.xml"),
    )
    assert frame(ours) == frame(theirs)
    assert distinct(objects(theirs, "VOUCHERTYPE")) == distinct(objects(ours, "VOUCHERTYPE"))

    def reserved(text):
        return set(re.findall(r'RESERVEDNAME="([^"]+)"', text))

    assert reserved(theirs) == reserved(ours)


def test_voucher_collection(world):
    _, ask = world
    for key, bills in (
        ("a", "<BILLALLOCATIONS.LIST><BILLTYPE>On Account</BILLTYPE><AMOUNT>-101.01</AMOUNT></BILLALLOCATIONS.LIST>"),
        ("", ""),
        ("", ""),
    ):
        remote = f' REMOTEID="{key}"' if key else ""
        entry = "<ALLLEDGERENTRIES.LIST><LEDGERNAME>{}</LEDGERNAME><AMOUNT>{}</AMOUNT>{}</ALLLEDGERENTRIES.LIST>"
        answer = ask.send(
            f'<VOUCHER{remote} VCHTYPE="Sales" ACTION="Create" OBJVIEW="Accounting Voucher View"><DATE>20260801</DATE>'
            f"{entry.format('Imported', '-101.01', bills)}{entry.format('Service Income', '101.01', '')}</VOUCHER>".replace(
                "<VOUCHER ", "<VOUCHER ", 1
            )
        )
        assert answer["CREATED"] == "1"
    fetch = (
        "DATE, GUID, MASTERID, ALTERID, VOUCHERTYPENAME, VOUCHERNUMBER, ISCANCELLED, ISOPTIONAL, ALLLEDGERENTRIES.LEDGERNAME, "
        "ALLLEDGERENTRIES.AMOUNT, ALLLEDGERENTRIES.ISDEEMEDPOSITIVE"
    )
    ours, theirs = ask.vouchers(fetch, "$AlterID > 120"), capture("vouchers_native_wr2.xml")
    assert frame(ours) == frame(theirs)

    def plain(text):
        # EFFECTIVEDATE is there on some vouchers only, in the captures as here.
        return distinct([[row for row in rows if "EFFECTIVEDATE" not in row] for rows in objects(text, "VOUCHER")])

    assert plain(theirs) == plain(ours)
    assert {"EFFECTIVEDATE" in str(rows) for rows in objects(ours, "VOUCHER")} == {True, False}


def test_empty_voucher_window(world):
    _, ask = world
    ours, theirs = ask.vouchers("DATE", "$AlterID > 99999"), capture("empty_voucher_window_wr2.utf16le.xml")
    assert re.sub(r">\d+<", "><", ours.replace("\r\n", "\n")) == re.sub(r">\d+<", "><", theirs)


def test_whole_entries(world):
    """A bare ALLLEDGERENTRIES brings every tag of an entry, untyped and nearly all empty."""
    _, ask = world
    theirs = capture("unit_a_optional_voucher_live.xml")
    entries = re.findall(r"^     <ALLLEDGERENTRIES.LIST>\n.*?^     </ALLLEDGERENTRIES.LIST>", theirs, re.S | re.M)
    ours = ask.vouchers("DATE, ALLLEDGERENTRIES", "$IsReceipt OR $$IsReceipt:$VoucherTypeName").replace("\r\n", "\n")
    ours_entries = re.findall(r"^     <ALLLEDGERENTRIES.LIST>\n.*?^     </ALLLEDGERENTRIES.LIST>", ours, re.S | re.M)
    assert {tuple(skeleton(e)) for e in entries} <= {tuple(skeleton(e)) for e in ours_entries}
    assert "<GSTCLASS>&#4; Not Applicable</GSTCLASS>" in ours


def test_bills_receivable(world):
    _, ask = world
    ours = ask.report("Bills Receivable", SVFROMDATE="20250401", SVTODATE="20260930").replace("\r\n", "\n")
    theirs = capture("encoding/bills-utf16.bin")

    def forms(text):
        return dict.fromkeys(skeleton(text))

    assert set(forms(ours)) == set(forms(theirs))
    assert skeleton(ours)[:9] == skeleton(theirs)[:9]
    assert re.search(r"<BILLOVERDUE></BILLOVERDUE>", ours)
    assert capture("bills_payable_billwise_lab_empty.xml") == "<ENVELOPE></ENVELOPE>\n"


def test_refused_company(world):
    sim, _ = world
    ours = Asker(sim, "Bridge Ageing Lab").report("Bills Receivable")
    assert ours.replace("\r\n", "\n") == capture("bills_receivable_unloaded_company_failure.xml")


def test_import_answers(world):
    _, ask = world
    request = capture("master_fields_lab_partial_alter.request.xml")
    name = re.search(r'<LEDGER NAME="([^"]*)"', request)[1]
    ask.send(f'<LEDGER NAME="{name}" ACTION="Create"><NAME>{name}</NAME><PARENT>Sundry Debtors</PARENT></LEDGER>')
    ours = ask.post(re.sub(r"(<SVCURRENTCOMPANY>)[^<]*", rf"\g<1>{DEMO.replace('&', '&amp;')}", request))
    theirs = capture("master_fields_lab_partial_alter.response.xml")
    assert skeleton(ours) == skeleton(theirs)
    assert re.findall(r"<(?:CREATED|ALTERED|ERRORS)>\d+", ours) == re.findall(
        r"<(?:CREATED|ALTERED|ERRORS)>\d+", theirs
    )
    legacy = ask.post(
        ask.import_xml(
            '<LEDGER NAME="Z" ACTION="Create"><NAME>Z</NAME><PARENT>Sundry Debtors</PARENT></LEDGER>', legacy=True
        )
    )
    for name in ("live_education_w1_ledger_sanitized.xml", "live_education_w4_voucher_sanitized.xml"):
        assert re.findall(r"<([A-Z]+)>", legacy) == re.findall(r"<([A-Z]+)>", capture(name))


def test_the_same_answer_in_both_charsets(world):
    """As the byte-exact pair: UTF-16LE is twice the single-byte answer, which has ? where cp1252 has no letter."""
    _, ask = world
    xml = ask.collection_xml("Ledger", "NAME, PARENT")
    wide = ask.raw(xml.encode("utf-16-le"), {"Content-Type": "text/xml; charset=utf-16"})[2]
    narrow = ask.raw(xml.encode(), {"Content-Type": "text/xml; charset=utf-8"})[2]
    their_wide, their_narrow = (
        (CAPTURES / "encoding" / name).read_bytes() for name in ("led-utf16.bin", "led-ascii.bin")
    )
    for w, n in ((wide, narrow), (their_wide, their_narrow)):
        assert len(w) == 2 * len(n)
        assert w.decode("utf-16-le").encode("cp1252", "replace") == n
        assert not w.startswith((b"\xff\xfe", b"<\x00?\x00"))
