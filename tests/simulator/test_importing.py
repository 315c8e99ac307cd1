"""Writing: masters by name, vouchers by REMOTEID, and what Tally refuses or changes silently."""

# ruff: noqa: E501  (requests are long lines)

from __future__ import annotations

from xml.sax.saxutils import escape

import pytest

from app.simulator import CompanySpec
from tests.simulator.conftest import DEMO, values

PARTY = "Peña Exports"


@pytest.fixture
def books(sim):
    return sim.books(DEMO)


def ledger(name, action="Create", body=""):
    return f'<LEDGER NAME="{name}" ACTION="{action}"><NAME.LIST><NAME>{name}</NAME></NAME.LIST>{body}</LEDGER>'


class TestMasters:
    def test_create_and_counters(self, ask, books):
        before = books.company.alt_mst, books.company.alt_vch
        answer = ask.send(
            ledger("Acme", body="<PARENT>Sundry Debtors</PARENT><OPENINGBALANCE>-100.50</OPENINGBALANCE>")
        )
        assert (answer["CREATED"], answer["ALTERED"], answer["ERRORS"], answer["LASTMID"]) == ("1", "0", "0", "0")
        assert (books.company.alt_mst, books.company.alt_vch) == (before[0] + 1, before[1])
        assert str(books.customer("Acme").opening_balance) == "100.50"
        assert "<LANGUAGEID>0</LANGUAGEID>" in ask.collection("Ledger", "PARENT", '$Name = "Acme"')

    @pytest.mark.parametrize("name", ["SRI SAI RAM AGENCIES", "sri-sai-ram  agencies", "Sri Sai-Ram Agencies "])
    def test_create_on_a_folded_name_alters_silently(self, ask, books, name):
        before = books.customer("Sri Sai-Ram Agencies")
        answer = ask.send(ledger(name, body="<PARENT>Sundry Creditors</PARENT>"))
        assert (answer["CREATED"], answer["ALTERED"]) == ("0", "1")
        after = books.customer(name)
        assert after.master_id == before.master_id
        assert after.group == "Sundry Creditors"
        assert after.gstin == before.gstin

    def test_letters_do_not_fold(self, ask):
        body = "<PARENT>Sundry Debtors</PARENT>"
        assert ask.send(ledger("Tom AND Jerry's Toys", body=body))["CREATED"] == "1"

    def test_alter_touches_only_what_is_sent(self, ask, books):
        before = books.customer(PARTY)
        assert ask.send(ledger(PARTY, "Alter", "<PARTYGSTIN>27AAPCA7709C1Z7</PARTYGSTIN>"))["ALTERED"] == "1"
        after = books.customer(PARTY)
        assert after.gstin == "27AAPCA7709C1Z7"
        assert (after.group, after.mobile, after.address, after.opening_balance) == (
            before.group,
            before.mobile,
            before.address,
            before.opening_balance,
        )

    def test_mailing_needs_applicablefrom(self, ask, books):
        row = (
            "<LEDMAILINGDETAILS.LIST>%s<ADDRESS.LIST><ADDRESS>9 New Road</ADDRESS><ADDRESS>Pune</ADDRESS></ADDRESS.LIST>"
            "<STATE>Gujarat</STATE></LEDMAILINGDETAILS.LIST>"
        )
        ask.send(ledger(PARTY, "Alter", row % ""))
        assert books.customer(PARTY).address[0] != "9 New Road"
        ask.send(ledger(PARTY, "Alter", row % "<APPLICABLEFROM>20260801</APPLICABLEFROM>"))
        assert books.customer(PARTY).address == ("9 New Road", "Pune")
        assert books.customer(PARTY).state == "Gujarat"

    @pytest.mark.parametrize(("replaced", "rows"), [(False, 2), (True, 1)])
    def test_dated_rows_are_merged_or_replaced(self, sim, ask, books, replaced, rows):
        sim.control.set_quirk("dated_rows_replaced", replaced)
        row = "<LEDMAILINGDETAILS.LIST><APPLICABLEFROM>20260801</APPLICABLEFROM><PINCODE>1</PINCODE></LEDMAILINGDETAILS.LIST>"
        ask.send(ledger(PARTY, "Alter", row))
        assert len(books.company.find_ledger(PARTY).mailing) == rows

    def test_rename_onto_an_alias_is_refused(self, sim, ask, books):
        sim.control.edit_customer(DEMO, PARTY, aliases=["P-1"])
        objects = '<LEDGER NAME="Sri Sai-Ram Agencies" ACTION="Alter"><NAME.LIST><NAME>p 1</NAME></NAME.LIST></LEDGER>'
        assert ask.send(objects)["LINEERROR"] == "Ledger 'p 1' already exists!"

    def test_opening_stock_of_a_compound_unit(self, ask, books):
        item = (
            '<STOCKITEM NAME="Eggs" ACTION="Create"><NAME>Eggs</NAME><BASEUNITS>Dzn of 12 Pcs</BASEUNITS>'
            "<OPENINGBALANCE> 2 Dzn 6 Pcs</OPENINGBALANCE></STOCKITEM>"
        )
        assert ask.send(item)["CREATED"] == "1"
        assert str(books.item("Eggs").opening_quantity) == "30"

    def test_rename_keeps_guid_and_refuses_an_existing_name(self, ask, books):
        old = books.customer(PARTY)
        answer = ask.send(
            f'<LEDGER NAME="{PARTY}" ACTION="Alter"><NAME.LIST><NAME>Peña &amp; Hijos</NAME></NAME.LIST></LEDGER>'
        )
        assert answer["ALTERED"] == "1"
        assert books.customer("Peña & Hijos").guid == old.guid
        answer = ask.send(
            '<LEDGER NAME="Peña &amp; Hijos" ACTION="Alter"><NAME.LIST><NAME>Cash</NAME></NAME.LIST></LEDGER>'
        )
        assert answer["ERRORS"] == "1"

    @pytest.mark.parametrize(
        ("objects", "error"),
        [
            (ledger("X1", body="<PARENT>Nowhere</PARENT>"), "Group 'Nowhere' does not exist!"),
            (
                '<GROUP NAME="G" ACTION="Create"><NAME>G</NAME><PARENT>Primary</PARENT></GROUP>',
                "Group 'Primary' does not exist!",
            ),
            (
                '<STOCKITEM NAME="S" ACTION="Create"><NAME>S</NAME><BASEUNITS>Days</BASEUNITS></STOCKITEM>',
                "Unit 'Days' does not exist!",
            ),
            ('<STOCKITEM NAME="S" ACTION="Create"><NAME>S</NAME></STOCKITEM>', "Unit does not exist!"),
            ('<LEDGER NAME="Nobody" ACTION="Delete"><NAME>Nobody</NAME></LEDGER>', "Item does not exist!"),
            ('<LEDGER NAME="Cash" ACTION="Delete"><NAME>Cash</NAME></LEDGER>', "Cannot be deleted!"),
        ],
    )
    def test_refusals(self, ask, objects, error):
        answer = ask.send(objects)
        assert (answer["ERRORS"], answer["LINEERROR"]) == ("1", error)

    def test_units_groups_items_delete(self, ask, books):
        assert (
            ask.send('<UNIT NAME="Mtr" ACTION="Create"><NAME>Mtr</NAME><ISSIMPLEUNIT>Yes</ISSIMPLEUNIT></UNIT>')[
                "CREATED"
            ]
            == "1"
        )
        assert (
            ask.send('<GROUP NAME="West" ACTION="Create"><NAME>West</NAME><PARENT>Sundry Debtors</PARENT></GROUP>')[
                "CREATED"
            ]
            == "1"
        )
        item = (
            '<STOCKITEM NAME="Rope" ACTION="Create"><NAME.LIST><NAME>Rope</NAME></NAME.LIST><BASEUNITS>Mtr</BASEUNITS>'
            "<OPENINGBALANCE> 100 Mtr</OPENINGBALANCE><OPENINGRATE>50.00/Mtr</OPENINGRATE><OPENINGVALUE>-5000.00</OPENINGVALUE></STOCKITEM>"
        )
        assert ask.send(item)["CREATED"] == "1"
        rope = books.item("Rope")
        assert (str(rope.opening_quantity), str(rope.opening_value), str(rope.closing_value)) == (
            "100",
            "5000.00",
            "5000.00",
        )
        assert ask.send('<STOCKITEM NAME="Rope" ACTION="Delete"><NAME>Rope</NAME></STOCKITEM>')["DELETED"] == "1"
        kind = (
            '<VOUCHERTYPE NAME="Shop" ACTION="Create"><NAME>Shop</NAME><PARENT>Sales</PARENT>'
            "<NUMBERINGMETHOD>Manual</NUMBERINGMETHOD><PREVENTDUPLICATES>Yes</PREVENTDUPLICATES></VOUCHERTYPE>"
        )
        assert ask.send(kind)["CREATED"] == "1"
        assert books.company.voucher_types["shop"].kind == "Sales"

    def test_reserved_mark_is_accepted(self, ask):
        assert (
            ask.send(
                ledger("G1", body="<PARENT>Sundry Debtors</PARENT><GSTAPPLICABLE>&#4; Applicable</GSTAPPLICABLE>")
            )["CREATED"]
            == "1"
        )

    def test_company_selection_when_writing(self, sim, asker, books):
        sim.control.set_quirk("mistyped_company_writes_to_active", False)
        nobody = asker(sim, "Nobody")
        objects = ledger("Ghost", body="<PARENT>Sundry Debtors</PARENT>")
        answer = nobody.send(objects)
        assert answer == {"LINEERROR": "Could not set 'SVCurrentCompany' to 'Nobody'"}
        assert asker(sim, None).send(objects)["CREATED"] == "1"  # omitted: silently the active company
        assert books.customer("Ghost")
        sim.control.set_quirk("mistyped_company_writes_to_active", True)
        assert nobody.send(objects)["ALTERED"] == "1"

    def test_legacy_answer_is_bare(self, ask):
        text = ask.post(ask.import_xml(ledger("L1", body="<PARENT>Sundry Debtors</PARENT>"), legacy=True))
        assert text.startswith("<RESPONSE>\r\n <CREATED>1</CREATED>\r\n")
        assert "<ENVELOPE>" not in text
        assert "Unknown Request" in ask.post(ask.import_xml(ledger("L1"), id_="No Such Report"))

    def test_counters_do_not_say_which_failed(self, ask):
        good = ledger("Good", body="<PARENT>Sundry Debtors</PARENT>")
        answer = ask.send(good + ledger("Bad", body="<PARENT>Nowhere</PARENT>"))
        assert (answer["CREATED"], answer["ERRORS"]) == ("1", "1")


def sale(
    key="",
    number="",
    *,
    date="20260805",
    total="-236.00",
    kind="Sales",
    action="Create",
    extra="",
    item="Laptop 14&quot;",
    party=PARTY,
    attributes="",
    view="Invoice Voucher View",
    bill="<NAME>B-1</NAME><BILLTYPE>New Ref</BILLTYPE>",
    batch="",
):
    remote = f'REMOTEID="{key}" ' if key else ""
    return (
        f'<VOUCHER {remote}{attributes}VCHTYPE="{kind}" ACTION="{action}" OBJVIEW="{view}"><DATE>{date}</DATE>'
        f"<VOUCHERTYPENAME>{kind}</VOUCHERTYPENAME>{f'<VOUCHERNUMBER>{number}</VOUCHERNUMBER>' if number else ''}"
        f"<PARTYLEDGERNAME>{party}</PARTYLEDGERNAME><PERSISTEDVIEW>{view}</PERSISTEDVIEW><ISINVOICE>Yes</ISINVOICE>{extra}"
        f"<LEDGERENTRIES.LIST><LEDGERNAME>{party}</LEDGERNAME><ISDEEMEDPOSITIVE>Yes</ISDEEMEDPOSITIVE><ISPARTYLEDGER>Yes</ISPARTYLEDGER>"
        f"<AMOUNT>{total}</AMOUNT><BILLALLOCATIONS.LIST>{bill}<AMOUNT>{total}</AMOUNT></BILLALLOCATIONS.LIST></LEDGERENTRIES.LIST>"
        "<LEDGERENTRIES.LIST><LEDGERNAME>Output CGST</LEDGERNAME><AMOUNT>18.00</AMOUNT></LEDGERENTRIES.LIST>"
        "<LEDGERENTRIES.LIST><LEDGERNAME>Output SGST</LEDGERNAME><AMOUNT>18.00</AMOUNT></LEDGERENTRIES.LIST>"
        f"<ALLINVENTORYENTRIES.LIST><STOCKITEMNAME>{item}</STOCKITEMNAME><RATE>100.00/Nos</RATE><AMOUNT>200.00</AMOUNT>"
        f"<ACTUALQTY> 2 Nos</ACTUALQTY><BILLEDQTY> 2 Nos</BILLEDQTY>{batch}"
        "<ACCOUNTINGALLOCATIONS.LIST><LEDGERNAME>Sales @18%</LEDGERNAME><AMOUNT>200.00</AMOUNT></ACCOUNTINGALLOCATIONS.LIST>"
        "</ALLINVENTORYENTRIES.LIST></VOUCHER>"
    )


class TestVouchers:
    def test_item_invoice_posts(self, ask, books):
        before, stock = books.customer(PARTY).closing_balance, books.item('Laptop 14"').closing_quantity
        counter = books.company.alt_vch
        answer = ask.send(sale("app-1", extra="<NARRATION>n | app:1</NARRATION>"))
        assert (answer["CREATED"], answer["EXCEPTIONS"], answer["ERRORS"]) == ("1", "0", "0")
        assert books.company.alt_vch == counter + 1
        document = books.document(int(answer["LASTVCHID"]))
        assert (document.customer, str(document.total), str(document.tax_total), document.narration) == (
            PARTY,
            "236.00",
            "36.00",
            "n | app:1",
        )
        assert books.customer(PARTY).closing_balance == (before or 0) + 236
        assert books.item('Laptop 14"').closing_quantity == (stock or 0) - 2

    def test_remoteid_attribute_upserts_and_reads_back_as_guid(self, ask, books):
        first = ask.send(sale("app-1", extra="<REFERENCE>PO-7</REFERENCE>"))
        again = ask.send(sale("app-1", total="-236.00"))
        assert (again["CREATED"], again["ALTERED"], again["LASTVCHID"]) == ("0", "1", first["LASTVCHID"])
        assert books.document(int(first["LASTVCHID"])).reference == "PO-7"  # omitted scalars stay
        text = ask.vouchers("GUID", f"$MasterID = {first['LASTVCHID']}")
        guid = books.company.guid_of(int(first["LASTVCHID"]))
        assert f'REMOTEID="{guid}"' in text
        assert "app-1" not in text
        assert ask.send(sale(guid))["ALTERED"] == "1"

    def test_remoteid_element_is_dropped(self, ask):
        element = "<REMOTEID>app-9</REMOTEID>"
        assert ask.send(sale(extra=element))["CREATED"] == "1"
        assert ask.send(sale(extra=element))["CREATED"] == "1"

    def test_cancel_uncancel_delete_create_afresh(self, ask, books):
        first = ask.send(sale("app-1"))["LASTVCHID"]
        empty = ask.send('<VOUCHER REMOTEID="app-1" VCHTYPE="Sales" ACTION="Cancel"/>')
        assert empty["EXCEPTIONS"] == "1"
        cancelled = ask.send(
            '<VOUCHER REMOTEID="app-1" VCHTYPE="Sales" ACTION="Cancel"><NARRATION>gone</NARRATION></VOUCHER>'
        )
        assert (cancelled["ALTERED"], cancelled["CANCELLED"]) == ("1", "0")
        assert books.document(int(first)).status == "cancelled"
        assert ask.send(sale("app-1"))["ALTERED"] == "1"
        assert books.document(int(first)).status == "posted"
        counter = books.company.alt_vch
        assert (
            ask.send('<VOUCHER REMOTEID="app-1" VCHTYPE="Sales" ACTION="Delete"><NARRATION/></VOUCHER>')["DELETED"]
            == "1"
        )
        assert books.company.alt_vch == counter + 1
        assert "Could not find" in ask.object("Voucher", f"ID:{first}")
        fresh = ask.send(sale("app-1"))
        assert fresh["CREATED"] == "1"
        assert fresh["LASTVCHID"] != first

    def test_automatic_numbers_discard_ours(self, ask, books):
        sent = [ask.send(sale(number="MINE-1"))["LASTVCHID"] for _ in range(2)]
        numbers = {books.document(int(one)).number for one in sent}
        assert len(numbers) == 2
        assert "MINE-1" not in numbers

    def test_manual_numbers_are_kept_and_duplicates_refused_silently(self, ask, books):
        kept = ask.send(sale(number="W-1", kind="Web Sales"))
        assert books.document(int(kept["LASTVCHID"])).number == "W-1"
        refused = ask.send(sale(number="W-1", kind="Web Sales"))
        assert (refused["EXCEPTIONS"], "LINEERROR" in refused) == ("1", False)
        assert ask.send(sale(kind="Web Sales"))["LINEERROR"] == "Voucher Number cannot be left BLANK!"
        assert ask.send(sale(number="W-1", kind="Web Sales", extra="<ISOPTIONAL>Yes</ISOPTIONAL>"))["CREATED"] == "1"

    def test_alter_by_number_ignores_the_type(self, ask, books):
        made = int(ask.send(sale(number="X-1", kind="Web Sales"))["LASTVCHID"])
        answer = ask.send(
            sale(
                action="Alter",
                attributes='DATE="5-Aug-2026" TAGNAME="Voucher Number" TAGVALUE="X-1" ',
                extra="<NARRATION>changed</NARRATION>",
            )
        )
        assert (answer["ALTERED"], answer["LASTVCHID"]) == ("1", str(made))
        assert (books.document(made).voucher_type, books.document(made).narration) == ("Web Sales", "changed")

    def test_alter_by_number_with_a_date_in_figures_makes_a_second_one(self, ask, books):
        made = int(ask.send(sale(number="X-1", kind="Web Sales"))["LASTVCHID"])
        by_figures = 'DATE="20260805" TAGNAME="Voucher Number" TAGVALUE="X-1" '
        answer = ask.send(sale(action="Alter", attributes=by_figures, number="X-2", kind="Web Sales"))
        assert answer["CREATED"] == "1"
        assert answer["LASTVCHID"] != str(made)

    def test_party_details_are_not_filled_in(self, ask, books):
        made = int(ask.send(sale(extra="<PARTYGSTIN>27AAAAA0000A1Z5</PARTYGSTIN>"))["LASTVCHID"])
        shown = ask.object("Voucher", f"ID:{made}")
        assert values(shown, "PARTYGSTIN") == ["27AAAAA0000A1Z5"]
        assert "<ADDRESS>" not in shown

    def test_registration_of_the_company_is_kept(self, ask, books):
        element = '<GSTREGISTRATION TAXTYPE="GST" TAXREGISTRATION="27X">Pune</GSTREGISTRATION><CMPGSTIN>27X</CMPGSTIN>'
        made = int(ask.send(sale(extra=element))["LASTVCHID"])
        assert values(ask.object("Voucher", f"ID:{made}"), "GSTREGISTRATION") == ["Pune"]

    def test_any_is_no_godown_everywhere(self, sim, ask):
        sim.control.set_quirk("any_godown_refused", True)
        batch = "<BATCHALLOCATIONS.LIST><GODOWNNAME>Any</GODOWNNAME></BATCHALLOCATIONS.LIST>"
        refused = ask.send(sale(batch=batch))
        assert (refused["EXCEPTIONS"], "LINEERROR" in refused) == ("1", False)

    def test_alter_by_remoteid_duplicates(self, ask):
        first = ask.send(sale("app-5"))["LASTVCHID"]
        answer = ask.send(sale("app-5", action="Alter"))
        assert answer["CREATED"] == "1"
        assert answer["LASTVCHID"] != first

    @pytest.mark.parametrize(
        ("options", "error"),
        [
            ({"party": "Nobody"}, "Ledger 'Nobody' does not exist!"),
            ({"item": "Nothing"}, "Stock Item 'Nothing' does not exist!"),
            ({"kind": "Nothing"}, "Voucher Type 'Nothing' does not exist!"),
            ({"total": "-235.00"}, "Voucher totals do not match! Dr. 235.00 Cr 236.00"),
            ({"date": "20200101"}, "Out of Range"),
            (
                {"date": ""},
                "Voucher date is missing for: 'Sales' voucher No. not available. [Verify the data, resolve any errors, and retry Split.]",
            ),
        ],
    )
    def test_refusals(self, ask, books, options, error):
        counter = books.company.alt_vch
        answer = ask.send(sale(**options))
        assert (answer["EXCEPTIONS"], answer["CREATED"], answer["LINEERROR"]) == ("1", "0", error)
        assert books.company.alt_vch == counter

    def test_sale_without_items_in_invoice_view_is_refused_without_text(self, ask):
        rows = "".join(
            f"<LEDGERENTRIES.LIST><LEDGERNAME>{name}</LEDGERNAME><AMOUNT>{amount}</AMOUNT></LEDGERENTRIES.LIST>"
            for name, amount in ((PARTY, "-10.00"), ("Service Income", "10.00"))
        )
        voucher = f'<VOUCHER VCHTYPE="Sales" ACTION="Create" OBJVIEW="%s"><DATE>20260805</DATE>{rows}</VOUCHER>'
        answer = ask.send(voucher % "Invoice Voucher View")
        assert (answer["EXCEPTIONS"], "LINEERROR" in answer) == ("1", False)
        assert (
            ask.send((voucher % "Accounting Voucher View").replace("LEDGERENTRIES", "ALLLEDGERENTRIES"))["CREATED"]
            == "1"
        )
        empty = '<VOUCHER VCHTYPE="Journal" ACTION="Create"><DATE>20260805</DATE></VOUCHER>'
        assert ask.send(empty)["LINEERROR"] == "No Entries in Voucher!"

    def test_bills_are_dropped_without_billwise_and_rewritten(self, sim, ask, books):
        plain = next(c for c in books.customers() if not c.bill_wise)
        made = int(ask.send(sale(party=escape(plain.name)))["LASTVCHID"])
        assert books.document(made).allocations == ()
        first = int(
            ask.send(sale(bill="<NAME>B-77</NAME><BILLTYPE>New Ref</BILLTYPE><BILLDATE>20250101</BILLDATE>"))[
                "LASTVCHID"
            ]
        )
        assert books.company.vouchers[first].entries[0].bills[0].date == books.company.vouchers[first].date
        second = int(ask.send(sale(bill="<NAME>B-77</NAME><BILLTYPE>Advance</BILLTYPE>"))["LASTVCHID"])
        assert books.document(second).allocations[0].kind == "Agst Ref"
        third = int(ask.send(sale(bill="<NAME>B-78</NAME><BILLTYPE>On Account</BILLTYPE>"))["LASTVCHID"])
        assert books.document(third).allocations[0].reference == ""

    def test_optional_has_no_effect_on_balances(self, ask, books):
        before = books.customer(PARTY).closing_balance
        made = int(ask.send(sale(extra="<ISOPTIONAL>Yes</ISOPTIONAL>"))["LASTVCHID"])
        assert books.document(made).status == "draft"
        assert books.customer(PARTY).closing_balance == before

    ORDER = "<BATCHALLOCATIONS.LIST><BATCHNAME>Any</BATCHNAME><ORDERNO>%s</ORDERNO><ORDERDUEDATE>%s</ORDERDUEDATE></BATCHALLOCATIONS.LIST>"

    @pytest.mark.parametrize(
        "batch", ["", ORDER % ("", "31-Aug-26"), ORDER % ("SO-9", ""), ORDER % ("SO-9", "20260831")]
    )
    def test_orders_without_number_and_due_date_per_line(self, ask, batch):
        answer = ask.send(sale(number="SO-9", kind="Sales Order", batch=batch))
        assert (answer["EXCEPTIONS"], answer["LINEERROR"]) == ("1", "Bad Order Number in Voucher!")

    @pytest.mark.parametrize("due", ["31-Aug-26", "26 Days"])
    def test_orders_as_production_writers_send_them(self, ask, books, due):
        made = int(ask.send(sale(number="SO-9", kind="Sales Order", batch=self.ORDER % ("SO-9", due)))["LASTVCHID"])
        order = books.document(made)
        assert (order.number, order.lines[0].order_no, str(order.due_date)) == ("SO-9", "SO-9", "2026-08-31")

    def test_receipt_reads_back_the_bank_as_party(self, ask, books):
        receipt = (
            f'<VOUCHER VCHTYPE="Receipt" ACTION="Create"><DATE>20260806</DATE><PARTYLEDGERNAME>{PARTY}</PARTYLEDGERNAME>'
            f"<ALLLEDGERENTRIES.LIST><LEDGERNAME>{PARTY}</LEDGERNAME><ISPARTYLEDGER>Yes</ISPARTYLEDGER><AMOUNT>50.00</AMOUNT></ALLLEDGERENTRIES.LIST>"
            "<ALLLEDGERENTRIES.LIST><LEDGERNAME>HDFC Bank Current A/c</LEDGERNAME><AMOUNT>-50.00</AMOUNT><BANKALLOCATIONS.LIST>"
            "<INSTRUMENTDATE>20260806</INSTRUMENTDATE><TRANSACTIONTYPE>Cheque</TRANSACTIONTYPE><INSTRUMENTNUMBER>004512</INSTRUMENTNUMBER>"
            "</BANKALLOCATIONS.LIST></ALLLEDGERENTRIES.LIST></VOUCHER>"
        )
        made = int(ask.send(receipt)["LASTVCHID"])
        assert values(ask.vouchers("PARTYLEDGERNAME", f"$MasterID = {made}"), "PARTYLEDGERNAME") == [
            "HDFC Bank Current A/c"
        ]
        read = books.receipt(made)
        assert (read.customer, str(read.amount), read.instrument_number) == (PARTY, "50.00", "004512")

    def test_educational_dates(self, sim, ask):
        sim.control.set_educational(True)
        refused = ask.send(sale(date="20260805"))
        assert refused["LINEERROR"].startswith("Voucher date is missing for: 'Sales' voucher")
        assert ask.send(sale(date="20260831"))["CREATED"] == "1"

    def test_multi_godown_needs_a_godown(self, make_sim, asker):
        sim = make_sim(CompanySpec(DEMO, customers=12, items=5, vouchers=5, multi_godown=True))
        ask = asker(sim)
        assert ask.send(sale())["LINEERROR"] == "Godown '' does not exist!"
        batch = "<BATCHALLOCATIONS.LIST><GODOWNNAME>Main Location</GODOWNNAME></BATCHALLOCATIONS.LIST>"
        assert ask.send(sale(batch=batch))["CREATED"] == "1"
        sim.control.set_quirk("missing_godown_is_silent", True)
        assert "LINEERROR" not in ask.send(sale())

    def test_wrapped_answer_has_counters_and_last_created_id(self, ask):
        text = ask.post(ask.import_xml(sale("k"), id_="Vouchers"))
        assert "   <IMPORTRESULT>\r\n    <CREATED>1</CREATED>\r\n" in text
        (made,) = values(text, "LASTVCHID")
        assert values(text, "LASTCREATEDVCHID") == [made]
