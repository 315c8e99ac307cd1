"""What is sent of a voucher, its sums, its form: pure parts of writing to Tally."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.connectors.base import Reference
from app.connectors.tally import requests
from app.connectors.tally.answers import parse_piece
from app.connectors.tally.roles import Roles
from app.connectors.tally.vouchers import ORDER, RECEIPT, SALE, split_marker
from app.connectors.tally.writing import choices, order_shape, totals, voucher_body
from app.connectors.tally.writing.choices import Chosen
from app.connectors.tally.writing.order_shape import Shape, shape_of
from app.connectors.tally.writing.receipt_plan import ReceiptPlanner
from app.connectors.tally.writing.voucher_body import Entry, Goods, Head, Party, Target, View
from app.connectors.tally.writing.voucher_notes import notes_on
from app.connectors.tally.writing.voucher_plan import DocumentPlanner
from app.connectors.tally.writing.voucher_present import Present, Row, sent_back
from app.connectors.tally.writing.xml_out import Xml, element
from app.model.errors import Rejected
from app.model.records import RemoteRecord

KEY = "018f3c1e-0000-7000-8000-000000000001"
GROUPS = {
    "1": ["Sundry Debtors", "", "Sundry Debtors"],
    "2": ["Sales Accounts", "", "Sales Accounts"],
    "3": ["Duties & Taxes", "", "Duties & Taxes"],
    "4": ["Bank Accounts", "", "Bank Accounts"],
    "5": ["Indirect Expenses", "", "Indirect Expenses"],
}
LEDGERS = {
    "10": ["Acme & Sons", "Sundry Debtors"],
    "11": ["Sales", "Sales Accounts"],
    "12": ["Output CGST", "Duties & Taxes"],
    "13": ["Output SGST", "Duties & Taxes"],
    "14": ["Round Off", "Indirect Expenses"],
    "15": ["Freight", "Indirect Expenses"],
    "16": ["HDFC Bank", "Bank Accounts"],
}
TYPES = {"20": ["Sales", "Sales", "", ""], "21": ["Receipt", "Receipt", "", ""]}
CHOSEN = {
    "sales": "Sales",
    "tax:CGST:9": "Output CGST",
    "tax:SGST": "Output SGST",
    "round_off": "Round Off",
    "freight": "Freight",
}


@pytest.fixture(scope="module")
def roles() -> Roles:
    return Roles(groups=GROUPS, ledgers=LEDGERS, types=TYPES)


def roles_of() -> Roles:
    return Roles(groups=GROUPS, ledgers=LEDGERS, types=TYPES)


REFERENCES = {
    ("customer", "acme & sons"): Reference("customer", "10", "acme & sons", "Acme & Sons"),
    ("product", "widget"): Reference("product", "30", "widget", 'Widget 14"'),
}


def planner(module: str, fields: dict[str, Any], shape: Shape = order_shape.DEFAULT_SALE) -> DocumentPlanner:
    known = roles_of()
    return DocumentPlanner(module, known, Chosen(CHOSEN, known), fields, REFERENCES, shape=shape)


def goods_line(quantity: Decimal, rate: Decimal, amount: Decimal | None = None) -> dict[str, Any]:
    value = totals.product(quantity, rate, None) if amount is None else amount
    return {
        "STOCKITEM": "widget",
        "BILLEDQTY": str(quantity),
        "UNIT": "Nos",
        "RATE": str(rate),
        "GSTRATE": "18",
        "AMOUNT": str(value),
    }


def sent(module: str, entries: list[Entry], goods: list[Goods], **head: Any) -> ET.Element:
    view = voucher_body.view_of(module, bool(goods))
    made = Head(module, module, "2026-08-01", Party("Acme & Sons"), view=view, **head)
    return ET.fromstring(voucher_body.document(Target(key=KEY), made, entries, goods).text)


def rows(voucher: ET.Element, tag: str) -> list[ET.Element]:
    return voucher.findall(f"{tag}.LIST")


paisa = st.decimals(min_value="0.01", max_value="99999.99", places=2)
signed = st.decimals(min_value="-999.99", max_value="9999.99", places=2)
quantities = st.decimals(min_value="0.001", max_value="9999", places=3)


@st.composite
def documents(draw: Any) -> dict[str, Any]:
    lines = [goods_line(quantity, rate) for quantity, rate in draw(st.lists(st.tuples(quantities, paisa), max_size=5))]
    lines += [
        {"STOCKITEM": None, "DESCRIPTION": "Freight", "AMOUNT": str(amount)}
        for amount in draw(st.lists(paisa, min_size=0 if lines else 1, max_size=2))
    ]
    taxes = [{"NAME": name, "RATE": "9", "AMOUNT": str(draw(paisa))} for name in ("CGST", "SGST")]
    bare = sum((Decimal(row["AMOUNT"]) for row in [*lines, *taxes]), Decimal(0))
    # Nothing is rounded to below zero: that would be a credit note.
    rounding = draw(st.decimals(min_value=max(-bare, Decimal("-0.99")), max_value="0.99", places=2))
    total = bare + rounding
    return {
        "DATE": "2026-08-01",
        "VOUCHERNUMBER": "INV-9",
        "PARTY": "acme & sons",
        "LINES": lines,
        "TAXES": taxes,
        "ROUNDOFF": str(rounding),
        "TOTAL": str(total),
    }


class TestBalance:
    @given(fields=documents())
    def test_every_body_balances(self, fields: dict[str, Any]) -> None:
        entries, goods = planner(SALE, fields).document()
        voucher = sent(SALE, entries, goods)
        lists = ("LEDGERENTRIES", "ALLINVENTORYENTRIES") if goods else ("ALLLEDGERENTRIES",)
        found = [Decimal(row.findtext("AMOUNT") or "") for tag in lists for row in rows(voucher, tag)]
        assert sum(found) == 0
        assert found[0] == -Decimal(fields["TOTAL"])
        others = {"LEDGERENTRIES", "ALLLEDGERENTRIES", "ALLINVENTORYENTRIES"} - set(lists)
        assert not any(rows(voucher, tag) for tag in others)
        for row in rows(voucher, "ALLINVENTORYENTRIES"):
            assert row.findtext("ACCOUNTINGALLOCATIONS.LIST/AMOUNT") == row.findtext("AMOUNT")

    @given(fields=documents(), by=signed.filter(lambda value: value != 0))
    def test_a_total_that_is_off_is_refused(self, fields: dict[str, Any], by: Decimal) -> None:
        wrong = {**fields, "TOTAL": str(Decimal(fields["TOTAL"]) + by)}
        with pytest.raises(Rejected) as caught:
            totals.check_document(wrong)
        assert fields["TOTAL"] in caught.value.message

    @given(amount=paisa, parts=st.lists(paisa, max_size=4))
    def test_receipts(self, amount: Decimal, parts: list[Decimal]) -> None:
        known = roles_of()
        fields = {
            "DATE": "2026-08-01",
            "PARTY": "acme & sons",
            "AMOUNT": str(amount),
            "ACCOUNT": "hdfc bank",
            "ALLOCATIONS": [{"NAME": f"B{at}", "KIND": "new", "AMOUNT": str(part)} for at, part in enumerate(parts)],
        }
        plan = ReceiptPlanner(RECEIPT, known, Chosen({}, known), fields, REFERENCES)
        if sum(parts) > amount:
            with pytest.raises(Rejected):
                plan.receipt()
            return
        party, bank = rows(sent(RECEIPT, plan.receipt(), []), "ALLLEDGERENTRIES")
        assert Decimal(party.findtext("AMOUNT") or "") == amount == -Decimal(bank.findtext("AMOUNT") or "")
        bills = [Decimal(row.findtext("AMOUNT") or "") for row in rows(party, "BILLALLOCATIONS")]
        assert sum(bills) == (amount if parts else 0)
        assert (party.findtext("ISDEEMEDPOSITIVE"), bank.findtext("ISDEEMEDPOSITIVE")) == ("No", "Yes")


class TestTotals:
    @pytest.mark.parametrize(
        ("quantity", "rate", "discount", "amount", "fits"),
        [
            ("3", "33.33", None, "99.99", True),
            ("3", "33.33", None, "100.00", True),  # the rate was rounded
            ("3", "33.33", None, "100.05", False),
            ("10", "50.00", "12.5", "437.50", True),
            ("10", "50.00", "12.5", "500.00", False),
            ("1", "10.005", None, "10.01", True),
            (None, None, None, "77.00", True),
        ],
    )
    def test_lines(self, quantity: str | None, rate: str | None, discount: str | None, amount: str, fits: bool) -> None:
        line = {"STOCKITEM": "x", "BILLEDQTY": quantity, "RATE": rate, "DISCOUNT": discount, "AMOUNT": amount}
        if fits:
            totals.check_line(line, 0)
            return
        with pytest.raises(Rejected, match="Line 1"):
            totals.check_line(line, 0)

    def test_finer_than_a_paisa(self) -> None:
        with pytest.raises(Rejected, match="two decimals"):
            totals.check_document({"LINES": [{"AMOUNT": "10.005"}]})

    def test_not_a_number(self) -> None:
        with pytest.raises(Rejected, match="not a number"):
            totals.check_document({"LINES": [{"AMOUNT": "ten"}]})

    def test_charges_may_stand_below_the_subtotal(self) -> None:
        lines = [goods_line(Decimal(1), Decimal("10.00")), {"STOCKITEM": None, "AMOUNT": "5.00"}]
        for subtotal in ("10.00", "15.00"):
            assert totals.check_document({"LINES": lines, "SUBTOTAL": subtotal}) == Decimal("15.00")
        with pytest.raises(Rejected, match="12"):
            totals.check_document({"LINES": lines, "SUBTOTAL": "12.00"})


class TestBody:
    FIELDS: ClassVar[dict[str, Any]] = {
        "DATE": "2026-08-01",
        "DUEDATE": "2026-08-31",
        "VOUCHERNUMBER": "INV-9",
        "PARTY": "acme & sons",
        "LINES": [goods_line(Decimal(2), Decimal("100.00"))],
        "TAXES": [{"NAME": "CGST", "RATE": "9", "AMOUNT": "18.00"}],
        "ROUNDOFF": "-0.50",
    }

    def test_an_item_invoice(self) -> None:
        entries, goods = planner(SALE, self.FIELDS).document()
        voucher = sent(SALE, entries, goods, number="INV-9", optional=True)
        assert voucher.attrib == {
            "REMOTEID": KEY,
            "VCHTYPE": "Sales",
            "ACTION": "Create",
            "OBJVIEW": "Invoice Voucher View",
        }
        for tag, text in {
            "DATE": "20260801",
            "PERSISTEDVIEW": "Invoice Voucher View",
            "ISINVOICE": "Yes",
            "ISOPTIONAL": "Yes",
            "PARTYLEDGERNAME": "Acme & Sons",
        }.items():
            assert voucher.findtext(tag) == text
        party, tax, rounding = rows(voucher, "LEDGERENTRIES")
        assert [party.findtext(tag) for tag in ("LEDGERNAME", "ISDEEMEDPOSITIVE", "ISPARTYLEDGER", "AMOUNT")] == [
            "Acme & Sons",
            "Yes",
            "Yes",
            "-217.50",
        ]
        (bill,) = rows(party, "BILLALLOCATIONS")
        assert [one.text for one in bill] == ["INV-9", "New Ref", "30 Days", "-217.50"]
        assert (tax.findtext("LEDGERNAME"), tax.findtext("AMOUNT")) == ("Output CGST", "18.00")
        assert (rounding.findtext("ISDEEMEDPOSITIVE"), rounding.findtext("AMOUNT")) == ("Yes", "-0.50")
        assert {row.findtext("REMOVEZEROENTRIES") for row in (party, tax, rounding)} == {"No"}

    def test_a_stock_line(self) -> None:
        entries, goods = planner(SALE, self.FIELDS).document()
        (line,) = rows(sent(SALE, entries, goods), "ALLINVENTORYENTRIES")
        assert line.findtext("STOCKITEMNAME") == 'Widget 14"'
        assert [line.findtext(tag) for tag in ("RATE", "BILLEDQTY", "ACTUALQTY", "AMOUNT")] == [
            "100.00/Nos",
            " 2 Nos",
            " 2 Nos",
            "200.00",
        ]
        heads = [(row.findtext("GSTRATEDUTYHEAD"), row.findtext("GSTRATE")) for row in rows(line, "RATEDETAILS")]
        assert heads == [("CGST", " 9"), ("SGST/UTGST", " 9"), ("IGST", " 18")]
        assert not rows(line, "BATCHALLOCATIONS")

    def test_an_order_has_its_number_and_due_date_on_every_line(self) -> None:
        fields = {**self.FIELDS, "VOUCHERNUMBER": "SO-1", "LINES": self.FIELDS["LINES"] * 2}
        entries, goods = planner(ORDER, fields, order_shape.DEFAULT_ORDER).document()
        voucher = sent(ORDER, entries, goods)
        assert (voucher.findtext("ISINVOICE"), voucher.get("OBJVIEW")) == ("No", "Invoice Voucher View")
        assert not rows(rows(voucher, "LEDGERENTRIES")[0], "BILLALLOCATIONS")
        for line in rows(voucher, "ALLINVENTORYENTRIES"):
            (batch,) = rows(line, "BATCHALLOCATIONS")
            assert [
                batch.findtext(tag) for tag in ("GODOWNNAME", "BATCHNAME", "ORDERNO", "ORDERDUEDATE", "AMOUNT")
            ] == [
                "Any",
                "Any",
                "SO-1",
                "31-Aug-26",
                "200.00",
            ]

    def test_goods_of_what_is_shown_as_a_voucher(self) -> None:
        goods = [Goods("A", Decimal("10.00"), "Sales"), Goods("B", Decimal("5.00"), "Sales")]
        head = Head(SALE, "Sales", "2026-08-01", Party("Acme"), view=View.VOUCHER)
        voucher = ET.fromstring(
            voucher_body.document(Target(key=KEY), head, [Entry("Acme", Decimal("-15.00"), party=True)], goods).text
        )
        party, sales = rows(voucher, "ALLLEDGERENTRIES")
        assert (sales.findtext("AMOUNT"), len(rows(sales, "INVENTORYALLOCATIONS"))) == ("15.00", 2)
        assert not rows(voucher, "ALLINVENTORYENTRIES")
        assert party.findtext("AMOUNT") == "-15.00"

    def test_by_number_the_day_is_in_words(self) -> None:
        target = Target(day="2026-08-01", number="4 & 5")
        body = voucher_body.cancellation(target, "Sales", "2026-08-01", "4 & 5", "why")
        voucher = ET.fromstring(body.text)
        assert voucher.attrib == {
            "DATE": "1-Aug-2026",
            "TAGNAME": "Voucher Number",
            "TAGVALUE": "4 & 5",
            "VCHTYPE": "Sales",
            "ACTION": "Cancel",
        }
        assert voucher.findtext("NARRATION") == "why"
        assert target.attributes("Create", "Sales")["ACTION"] == "Alter"

    @pytest.mark.parametrize(
        "body",
        [
            element("VOUCHER", element("DATE", text="20260801"), ACTION="Create"),
            element("VOUCHER", element("DATE", text="20260801"), ACTION="Alter", REMOTEID=KEY),
            element("VOUCHER", element("DATE", text="20260801"), ACTION="Delete", TAGNAME="MasterID", TAGVALUE="7"),
            element("VOUCHER", ACTION="Delete", REMOTEID=KEY),
        ],
        ids=["nameless", "alter by key", "by another tag", "empty"],
    )
    def test_what_is_never_sent(self, body: Xml) -> None:
        with pytest.raises(ValueError, match=r"voucher|alteration"):
            requests.import_vouchers("Demo", body, "a voucher")

    @given(st.one_of(st.none(), st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")))))
    def test_our_key_comes_off_as_it_was_put_on(self, narration: str | None) -> None:
        with_key = voucher_body.with_key(narration, KEY)
        assert split_marker(with_key) == ((narration or "").rstrip() or None, KEY)


class TestKeptRows:
    def test_what_tally_has_goes_back_as_it_is(self) -> None:
        text = (
            '<LEDGERENTRIES.LIST><OLDAUDITENTRYIDS.LIST TYPE="Number"><OLDAUDITENTRYIDS>-1</OLDAUDITENTRYIDS>'
            "</OLDAUDITENTRYIDS.LIST><LEDGERNAME>Tom &amp; Co</LEDGERNAME><GSTCLASS>\ue004 Not Applicable</GSTCLASS><EMPTY/>"
            '<BANKALLOCATIONS.LIST>      </BANKALLOCATIONS.LIST><BILLALLOCATIONS.LIST><BILLCREDITPERIOD JD="1" P="30 Days">30 Days'
            '</BILLCREDITPERIOD></BILLALLOCATIONS.LIST><UDF:DEALER.LIST DESC="`Dealer`" ISLIST="YES" TYPE="String" INDEX="1003">'
            '<UDF:DEALER DESC="`Dealer`">Raj</UDF:DEALER></UDF:DEALER.LIST></LEDGERENTRIES.LIST>'
        )
        (row,) = parse_piece(text.encode())
        assert sent_back(row).text == (
            "<LEDGERENTRIES.LIST><LEDGERNAME>Tom &amp; Co</LEDGERNAME><GSTCLASS>&#4; Not Applicable</GSTCLASS>"
            '<BILLALLOCATIONS.LIST><BILLCREDITPERIOD JD="1" P="30 Days">30 Days</BILLCREDITPERIOD></BILLALLOCATIONS.LIST>'
            '<UDF:DEALER.LIST DESC="`Dealer`" ISLIST="YES" TYPE="String" INDEX="1003"><UDF:DEALER DESC="`Dealer`">Raj</UDF:DEALER>'
            "</UDF:DEALER.LIST></LEDGERENTRIES.LIST>"
        )

    def test_a_changed_row_takes_over_what_the_hub_does_not_know(self) -> None:
        text = (
            "<ALLINVENTORYENTRIES.LIST><STOCKITEMNAME>Widget 14&quot;</STOCKITEMNAME><AMOUNT>200.00</AMOUNT>"
            "<ACTUALQTY> 2 Nos</ACTUALQTY><BILLEDQTY> 2 Nos</BILLEDQTY><BASICUSERDESCRIPTION.LIST><BASICUSERDESCRIPTION>blue"
            "</BASICUSERDESCRIPTION></BASICUSERDESCRIPTION.LIST><RATEDETAILS.LIST><GSTRATEDUTYHEAD>Cess</GSTRATEDUTYHEAD>"
            "<GSTRATE> 1</GSTRATE></RATEDETAILS.LIST><BATCHALLOCATIONS.LIST><GODOWNNAME>Main</GODOWNNAME><BATCHNAME>B-7</BATCHNAME>"
            "</BATCHALLOCATIONS.LIST></ALLINVENTORYENTRIES.LIST>"
        )
        (line,) = self.changed_to(text, "3", "300.00")
        assert (line.findtext("BILLEDQTY"), line.findtext("AMOUNT")) == (" 3 Nos", "300.00")
        assert line.findtext("BASICUSERDESCRIPTION.LIST/BASICUSERDESCRIPTION") == "blue"
        assert [row.findtext("GSTRATEDUTYHEAD") for row in rows(line, "RATEDETAILS")] == ["Cess"]
        batch = line.find("BATCHALLOCATIONS.LIST")
        assert batch is not None
        assert [batch.findtext(tag) for tag in ("GODOWNNAME", "BATCHNAME", "AMOUNT")] == ["Main", "B-7", "300.00"]

    @pytest.mark.parametrize(
        ("inside", "words"),
        [
            ("<AMOUNT>200.00</AMOUNT><ACTUALQTY> 3 Nos</ACTUALQTY><BILLEDQTY> 2 Nos</BILLEDQTY>", "billed quantity"),
            (
                "<AMOUNT>200.00</AMOUNT><BATCHALLOCATIONS.LIST><TRACKINGNUMBER>DN-1</TRACKINGNUMBER></BATCHALLOCATIONS.LIST>",
                "delivery note",
            ),
            (
                "<AMOUNT>200.00</AMOUNT>" + 2 * "<BATCHALLOCATIONS.LIST><AMOUNT>1</AMOUNT></BATCHALLOCATIONS.LIST>",
                "several batches",
            ),
        ],
        ids=["actual", "delivery note", "batches"],
    )
    def test_a_changed_row_that_would_lose_something(self, inside: str, words: str) -> None:
        text = f"<ALLINVENTORYENTRIES.LIST><STOCKITEMNAME>Widget</STOCKITEMNAME>{inside}</ALLINVENTORYENTRIES.LIST>"
        with pytest.raises(Rejected, match=words) as caught:
            self.changed_to(text, "3", "300.00")
        assert caught.value.code == "would_lose"

    @staticmethod
    def changed_to(text: str, quantity: str, amount: str) -> list[ET.Element]:
        """The stock lines that are sent when the present one, ``text``, comes to another quantity and amount."""
        (node,) = parse_piece(text.encode())
        shown = goods_line(Decimal(2), Decimal("100.00"))
        record = RemoteRecord(SALE, "1", "1", {"LINES": [shown], "PARTYNAME": "Acme & Sons", "DATE": "2026-08-01"})
        present = Present(record, "Sales", View.INVOICE, node, [], [Row("Widget", Decimal("200.00"), node)])
        plan = planner(SALE, {**TestBody.FIELDS, "LINES": [{**shown, "BILLEDQTY": quantity, "AMOUNT": amount}]})
        plan.present = present
        entries, goods = plan.document()
        return rows(sent(SALE, entries, goods), "ALLINVENTORYENTRIES")

    def test_a_form_that_cannot_be_sent(self) -> None:
        with pytest.raises(ValueError, match="not an attribute"):
            sent_back(etree.fromstring('<X ODD="1">a</X>'))


class TestShape:
    @staticmethod
    def order(batch: str, head: str = "") -> etree._Element:
        return etree.fromstring(
            f"<VOUCHER><VOUCHERNUMBER>7</VOUCHERNUMBER>{head}<ALLINVENTORYENTRIES.LIST><BATCHALLOCATIONS.LIST>{batch}"
            "</BATCHALLOCATIONS.LIST></ALLINVENTORYENTRIES.LIST></VOUCHER>"
        )

    def test_learnt(self) -> None:
        shape = shape_of(
            self.order(
                "<BATCHNAME>Primary Batch</BATCHNAME><ORDERNO>PO-1</ORDERNO><ORDERDUEDATE>45 Days</ORDERDUEDATE>",
                '<REFERENCE>PO-1</REFERENCE><GSTREGISTRATION TAXTYPE="GST" TAXREGISTRATION="27A">Pune</GSTREGISTRATION>',
            )
        )
        assert shape == Shape(
            "",
            "Primary Batch",
            due_in_days=True,
            number_in_reference=True,
            head=(("GSTREGISTRATION", "Pune", {"TAXTYPE": "GST", "TAXREGISTRATION": "27A"}),),
            learnt=True,
        )
        assert shape.due_text("2026-08-31", "2026-08-01") == "30 Days"
        assert shape.elements[0].text.endswith('TAXREGISTRATION="27A">Pune</GSTREGISTRATION>')

    def test_nothing_to_learn_from(self) -> None:
        assert shape_of(etree.fromstring("<VOUCHER/>")) is None

    def test_kept_between_runs(self) -> None:
        from dataclasses import asdict
        from json import dumps, loads

        shape = Shape("Main", "B", head=(("CMPGSTIN", "27A", {}),), learnt=True)
        assert Shape.load(loads(dumps(asdict(shape)))) == shape
        assert Shape.load({"godown": 1, "odd": 2}) is None
        assert Shape.load(None) is None


class TestChoices:
    @pytest.mark.parametrize(
        ("name", "head"),
        [
            ("CGST", "CGST"),
            ("Output CGST @ 9%", "CGST"),
            ("S.G.S.T", None),
            ("SGST 9%", "SGST"),
            ("UTGST", "SGST"),
            ("Integrated Tax", "IGST"),
            ("Cess", "CESS"),
            ("Processing", None),
        ],
    )
    def test_heads(self, name: str, head: str | None) -> None:
        assert choices.tax_head(name) == head

    def test_the_ledger_of_a_rate_before_that_of_all(self, roles: Roles) -> None:
        chosen = Chosen({"tax:CGST": "Output SGST", "tax:CGST:9": "Output CGST"}, roles)
        assert chosen.ledger(choices.tax_choice("CGST", "9"), choices.tax_choice("CGST"), field="x") == "Output CGST"
        assert chosen.ledger(choices.tax_choice("CGST", "6"), choices.tax_choice("CGST"), field="x") == "Output SGST"

    @pytest.mark.parametrize("description", ["Freight", "Delivery charges", "Packing & forwarding"])
    def test_charges(self, description: str) -> None:
        assert choices.charge_choice(description) == choices.FREIGHT

    def test_every_choice_has_a_title(self) -> None:
        for name in (
            "sales",
            "sales:18",
            "services",
            "freight",
            "round_off",
            "bank",
            "godown",
            "tax:IGST:18",
            "type:Sales",
        ):
            assert choices.title_of(name)


class TestNotes:
    def test_what_matters_is_told(self) -> None:
        meant = {
            "TOTAL": "10.00",
            "LINES": [{"AMOUNT": "10.00"}],
            "TAXES": [],
            "STATUS": "posted",
            "DATE": "2026-08-01",
        }
        shown = {**meant, "TOTAL": "9.00", "LINES": [{"AMOUNT": "9.00"}], "STATUS": "draft"}
        notes = notes_on(SALE, meant, shown)
        assert [note.startswith("ATTENTION") for note in notes] == [True, True, False]
        assert notes_on(SALE, meant, meant) == ()

    def test_dropped_allocations(self) -> None:
        rows_ = [{"KIND": "new", "AMOUNT": "5.00"}]
        meant = {"AMOUNT": "5.00", "ALLOCATIONS": rows_}
        assert "not bill-wise" in notes_on(RECEIPT, meant, {**meant, "ALLOCATIONS": []})[0]
        other = [{"KIND": "against", "AMOUNT": "5.00"}]
        assert "another form" in notes_on(RECEIPT, meant, {**meant, "ALLOCATIONS": other})[0]
