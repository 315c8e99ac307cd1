"""Collections, objects, reports and companies: what comes back, and in which form."""

# ruff: noqa: E501  (requests are long lines)

from __future__ import annotations

import re

import pytest

from app.simulator import CompanySpec
from tests.simulator.conftest import DEMO, values

TWO = (
    CompanySpec(DEMO, customers=20, items=12, vouchers=60),
    CompanySpec("Other Co", customers=5, items=4, vouchers=10, seed=9),
)


@pytest.fixture
def two(make_sim):
    return make_sim(*TWO)


class TestCompanySelection:
    """The table of docs/protocols/tally.md, Company selection."""

    def test_company_collection_lists_every_open_company(self, two, asker):
        text = asker(two, "Nobody").collection("Company", "NAME, GUID")
        assert values(text, "NAME") == [DEMO.replace("&", "&amp;"), "Other Co"]

    @pytest.mark.parametrize("name", ["OTHER CO", "other co ", "Other Co"])
    def test_case_and_outer_spaces_do_not_count(self, two, asker, name):
        assert asker(two, name).collection("Ledger", "GUID").count("<LEDGER ") == len(
            two.books("Other Co").company.ledgers
        )

    @pytest.mark.parametrize("name", [None, ""])
    def test_omitted_means_the_active_company(self, two, asker, name):
        two.control.set_active("Other Co")
        assert asker(two, name).collection("Ledger", "GUID").count("<LEDGER ") == len(
            two.books("Other Co").company.ledgers
        )

    def test_unknown_gives_no_rows_and_status_1(self, two, asker):
        text = asker(two, "Nobody").collection("Voucher", "DATE")
        assert "<STATUS>1</STATUS>" in text
        assert '<COLLECTION ISCMPDEPTYPE="Yes" CMPLOCUS="4" CMPDEPTYPE="64">   </COLLECTION>' in text

    def test_unknown_report_company_is_an_error(self, two, asker):
        text = asker(two, "Nobody").report("Bills Receivable")
        assert "<STATUS>0</STATUS>" in text
        assert "<LINEERROR>Could not set &apos;SVCurrentCompany&apos; to &apos;Nobody&apos;</LINEERROR>" in text

    def test_closed_company_and_none_open(self, two, asker):
        two.control.close_company("Other Co")
        assert values(asker(two, None).collection("Company", "NAME"), "NAME") == [DEMO.replace("&", "&amp;")]
        two.control.close_company(DEMO)
        assert "<COMPANY " not in asker(two, None).collection("Company", "NAME")
        assert "Could not find Company &apos;&apos;" in asker(two, None).report("Trial Balance")
        two.control.set_quirk("no_company_gives_empty_body", True)
        assert asker(two, None).report("Trial Balance") == ""
        two.control.open_company(DEMO)
        assert "<COMPANY " in asker(two, None).collection("Company", "NAME")

    def test_licence_version_and_folder_by_compute(self, two, asker):
        extra = (
            "<COMPUTE>EduMode : $$LicenseInfo:IsEducationalMode</COMPUTE><COMPUTE>Gold : $$LicenseInfo:IsGold</COMPUTE>"
            "<COMPUTE>Serial : $$LicenseInfo:SerialNumber</COMPUTE><COMPUTE>Release : @@VersionReleaseString</COMPUTE>"
            "<COMPUTE>Folder : $Destination:Company:##SVCurrentCompany</COMPUTE>"
        )
        text = asker(two).collection("Company", "NAME", extra=extra)
        assert (values(text, "EDUMODE")[0], values(text, "GOLD")[0], values(text, "RELEASE")[0]) == ("No", "Yes", "7.1")
        assert values(text, "FOLDER")[0].startswith("C:\\")
        two.control.set_educational(True)
        two.control.move_data_folder(DEMO, "D:\\Copy\\10001")
        text = asker(two).collection("Company", "NAME", extra=extra)
        assert (values(text, "EDUMODE")[0], values(text, "GOLD")[0], values(text, "FOLDER")[0]) == (
            "Yes",
            "No",
            "D:\\Copy\\10001",
        )

    def test_altvchid_is_absent_without_vouchers(self, make_sim, asker):
        sim = make_sim(CompanySpec("Fresh", customers=3, items=2, vouchers=0))
        text = asker(sim, "Fresh").collection("Company", "NAME, ALTVCHID, ALTMSTID")
        assert "<ALTVCHID" not in text
        assert values(text, "ALTMSTID")[0].startswith(" ")


class TestFetch:
    def test_only_fetched_fields_and_defaults(self, ask):
        ledger = ask.collection("Ledger", "parent", '$Name = "Cash"')
        assert re.findall(r"<([A-Z.]+)[ >]", ledger.split("<LEDGER NAME")[1]) == [
            "PARENT",
            "LANGUAGENAME.LIST",
            "NAME.LIST",
            "NAME",
            "LANGUAGEID",
        ]

    def test_unknown_field_empties_the_answer(self, sim, ask):
        text = ask.collection("Ledger", "PARENT, NOSUCHFIELD")
        assert "<STATUS>1</STATUS>" in text
        assert "<LEDGER NAME" not in text
        assert "<VOUCHER " not in ask.vouchers("DATE, ALLLEDGERENTRIES.NOSUCH")
        assert "<LEDGER NAME" in ask.collection("Ledger", "NOSUCHFIELD", how="NATIVEMETHOD")
        sim.control.set_quirk("unknown_fetch_empties", False)
        assert "<LEDGER NAME" in ask.collection("Ledger", "PARENT, NOSUCHFIELD")

    def test_star_lacks_closing_balance_and_entry_lists(self, ask):
        ledgers = ask.collection("Ledger", "*")
        assert "<OPENINGBALANCE" in ledgers
        assert "<CLOSINGBALANCE" not in ledgers
        vouchers = ask.vouchers("*")
        assert "<NARRATION" in vouchers
        assert "ENTRIES.LIST" not in vouchers

    def test_empty_is_not_zero(self, ask):
        text = ask.collection("Ledger", "OPENINGBALANCE, CLOSINGBALANCE, EMAIL, WEBSITE, PARTYGSTIN")
        openings = values(text, "OPENINGBALANCE")
        assert "" in openings
        assert "0.00" in openings
        assert '<CLOSINGBALANCE TYPE="Amount"></CLOSINGBALANCE>' in text
        assert '<EMAIL TYPE="String"></EMAIL>' in text
        assert "<WEBSITE/>" in text
        assert text.count("<PARTYGSTIN") < text.count("<LEDGER NAME")

    def test_reserved_values_numbers_and_raw_control_characters(self, ask):
        groups = ask.collection("Group", "NAME, PARENT, MASTERID")
        assert '<PARENT TYPE="String">&#4; Primary</PARENT>' in groups
        assert '<MASTERID TYPE="Number"> 1</MASTERID>' in groups
        assert "\x03Bank Accounts\x03\x03Current Assets\x03" in groups
        assert '<CATEGORY TYPE="String">&#4; Not Applicable</CATEGORY>' in ask.collection("StockItem", "CATEGORY")

    def test_cmpinfo_has_tags_named_like_objects(self, ask):
        text = ask.collection("Ledger", "PARENT")
        assert "    <LEDGER>0</LEDGER>\r\n" in text
        assert len(re.findall(r"<[A-Z]+>0</[A-Z]+>", text.split("</CMPINFO>")[0])) == 35

    def test_aliases_follow_the_name(self, ask, sim):
        sim.control.edit_customer(DEMO, "Peña Exports", aliases=["PEX", "पेन्या"])
        text = ask.collection("Ledger", "PARENT", '$Name = "Peña Exports"')
        assert values(text.split("<NAME.LIST")[1], "NAME") == ["Peña Exports", "PEX", "पेन्या"]

    def test_renamed_debtors_keep_their_reserved_name(self, make_sim, asker):
        sim = make_sim(CompanySpec("R", customers=12, items=3, vouchers=5, debtors_name="Grahak & Parties"))
        text = asker(sim, "R").collection("Group", "NAME, PARENT, RESERVEDNAME")
        assert '<GROUP NAME="Grahak &amp; Parties" RESERVEDNAME="Sundry Debtors">' in text
        inner = text.split('<GROUP NAME="Ramesh - Pune Route" RESERVEDNAME="">')[1]
        assert '<PARENT TYPE="String">Agent Ramesh (North)</PARENT>' in inner
        assert '<RESERVENAME TYPE="String">Sundry Debtors</RESERVENAME>' in inner.split("</GROUP>")[0]
        assert "<RESERVEDNAME" not in inner.split("</GROUP>")[0]

    def test_dated_lists_compound_units_and_numbering(self, ask):
        ledgers = ask.collection("Ledger", "NAME, LEDMAILINGDETAILS.LIST, LEDGSTREGDETAILS.LIST, ADDRESS")
        assert max(part.count("<LEDMAILINGDETAILS.LIST>") for part in ledgers.split("</LEDGER>")) == 2
        assert "<ADDRESS>Near Old Market, " in ledgers
        assert "<LEDMAILINGDETAILS.LIST>     </LEDMAILINGDETAILS.LIST>" in ledgers
        items = ask.collection("StockItem", "NAME, GSTDETAILS.LIST, HSNDETAILS.LIST, BASEUNITS, CLOSINGBALANCE")
        assert re.search(r" \d+ Dzn( \d+ Pcs)?<", items)
        assert "<GSTRATE> 14</GSTRATE>" in items
        units = ask.collection("Unit", "NAME, ISSIMPLEUNIT, BASEUNITS, ADDITIONALUNITS, CONVERSION")
        assert '<CONVERSION TYPE="Number"> 12</CONVERSION>' in units
        types = ask.collection("VoucherType", "NAME, PARENT, NUMBERINGMETHOD, VOUCHERNUMBERSERIES.LIST")
        assert set(values(types.replace("VOUCHERNUMBERSERIES.LIST>", "|").split("|")[0], "NUMBERINGMETHOD")) == {"None"}
        receipt = types.split('NAME="Receipt" ')[1].split("</VOUCHERTYPE>")[0]
        assert "<NUMBERINGSUBMETHOD>Auto Renumber</NUMBERINGSUBMETHOD>" in receipt
        assert (
            "<NUMBERINGMETHOD>Manual</NUMBERINGMETHOD>"
            in types.split('NAME="Web Sales" ')[1].split("</VOUCHERTYPE>")[0]
        )

    @pytest.mark.parametrize(
        "kind", ["Currency", "Godown", "CostCentre", "StockGroup", "StockCategory", "Unit", "Group", "VoucherType"]
    )
    def test_other_kinds_have_rows(self, ask, kind):
        assert f"<{kind.upper()} NAME=" in ask.collection(kind, "NAME, MASTERID, ALTERID")

    def test_built_in_collection_with_fetchlist(self, ask):
        xml = ask.collection_xml("", "NAME, PARENT", name="List of Ledgers").replace("<TYPE></TYPE>", "")
        assert "<LEDGER NAME=" in ask.post(xml)


class TestFilters:
    def test_period_selects_and_the_default_is_the_display_year(self, ask, sim):
        everything = len(sim.books(DEMO).company.vouchers)
        assert ask.vouchers("DATE").count("<VOUCHER ") == everything
        shown = ask.collection("Voucher", "DATE")
        assert 0 < shown.count("<VOUCHER ") < everything
        assert min(values(shown, "DATE")) >= "20260401"
        assert "<VOUCHER " not in ask.collection("Voucher", "DATE", '$Date < $$Date:"20260401"')

    def test_filter_and_filters_are_disputed(self, ask, sim):
        nothing = "$AlterID > 999999"
        for tag, quirk in (("FILTERS", "honour_filters"), ("FILTER", "honour_filter")):
            assert "<VOUCHER " not in ask.vouchers("DATE", nothing, tag=tag)
            sim.control.set_quirk(quirk, False)
            assert "<VOUCHER " in ask.vouchers("DATE", nothing, tag=tag)

    def test_ranges_by_alterid_and_masterid(self, ask, sim):
        assert values(ask.vouchers("MASTERID", "$AlterID > 5 AND $AlterID <= 8"), "MASTERID") == [" 6", " 7", " 8"]
        last = sim.books(DEMO).customer("Peña Exports").master_id
        found = ask.collection("Ledger", "MASTERID", f"$MasterID > {last - 3} AND $MasterID <= {last}")
        assert sorted(values(found, "MASTERID")) == [f" {last - 2}", f" {last - 1}", f" {last}"]

    def test_impossible_and_misread_dates(self, ask):
        assert "<VOUCHER " not in ask.vouchers("DATE", first="20260401", last="20260631")
        shown = values(ask.vouchers("DATE", first="2025-04-01", last="2025-04-30"), "DATE")
        assert min(shown) >= "20260401"
        assert values(ask.vouchers("DATE", first="1-Apr-2025", last="30-04-2025"), "DATE")[-1] <= "20250430"


class TestEducational:
    @pytest.fixture
    def edu(self, make_sim, asker):
        sim = make_sim(CompanySpec(DEMO, customers=12, items=5, vouchers=90, educational=True))
        return asker(sim)

    def test_books_have_only_allowed_days(self, edu):
        assert {date[6:] for date in values(edu.vouchers("DATE", last="20300331"), "DATE")} <= {"01", "02", "31"}

    def test_a_refused_end_returns_the_whole_book(self, edu):
        assert edu.vouchers("DATE", first="20260801", last="20260815").count("<VOUCHER ") == 90

    def test_a_refused_start_collapses_to_the_display_year(self, edu):
        assert min(values(edu.vouchers("DATE", first="20250415", last="20260831"), "DATE")) >= "20260401"

    def test_refused_variable_in_a_formula_matches_nothing(self, edu):
        assert "<VOUCHER " not in edu.vouchers("DATE", "$Date <= ##SVToDate", first="20250401", last="20260815")
        assert "<VOUCHER " in edu.vouchers("DATE", "$Date <= ##SVToDate", first="20250401", last="20260801")

    def test_literal_dates_work(self, edu):
        found = values(edu.vouchers("DATE", '$Date <= $$Date:"20250815"', first="20250401", last="20260815"), "DATE")
        assert found
        assert max(found) <= "20250815"


class TestDeadly:
    """Every shape of docs/protocols/tally.md, What hangs."""

    def hangs(self, sim, ask, xml):
        with pytest.raises(TimeoutError):
            ask.post(xml, timeout=0.15)
        with pytest.raises(TimeoutError):
            ask.raw(b"", {}, "GET", timeout=0.05)

    def crashes(self, sim, ask, xml):
        with pytest.raises((ConnectionError, OSError)):
            ask.post(xml)
        with pytest.raises(ConnectionRefusedError):
            ask.raw(b"", {}, "GET")
        sim.control.restart()
        assert "Running" in ask.raw(b"", {}, "GET")[2].decode()

    def test_unknown_type_waits_for_ok(self, sim, ask):
        self.hangs(sim, ask, ask.collection_xml("EditLog", "NAME"))
        sim.control.click_ok()
        assert "Running" in ask.raw(b"", {}, "GET")[2].decode()

    def test_collection_without_definition_hangs_then_exits(self, sim, ask):
        self.hangs(sim, ask, ask.collection_xml("Ledger", "NAME", name="Ledgers").replace("<ID>Ledgers", "<ID>Wrong"))
        sim.control.click_ok()
        with pytest.raises((ConnectionError, TimeoutError, OSError)):
            ask.raw(b"", {}, "GET")
        sim.control.restart()
        assert "Running" in ask.raw(b"", {}, "GET")[2].decode()

    @pytest.mark.parametrize("name", ["List of Currencies", "List of Units", "List of Vouchers"])
    def test_built_in_ids_that_crash(self, sim, ask, name):
        xml = (
            ask.collection_xml("", "", name="X")
            .replace("<ID>X</ID>", f"<ID>{name}</ID>")
            .replace('NAME="X"', 'NAME="Y"')
        )
        self.crashes(sim, ask, xml)

    def test_several_numbers_in_a_filter(self, sim, ask):
        self.hangs(sim, ask, ask.collection_xml("Voucher", "DATE", "$MasterID = 1 2 3"))
        sim.control.click_ok()  # does not help
        with pytest.raises(TimeoutError):
            ask.raw(b"", {}, "GET", timeout=0.05)
        sim.control.restart()
        assert "Running" in ask.raw(b"", {}, "GET")[2].decode()

    def test_object_without_fetchlist(self, sim, ask):
        self.hangs(sim, ask, ask.object_xml("Voucher", "ID:1", fetch=None))
        sim.control.restart()
        assert "<VOUCHER " in ask.object("Voucher", "ID:1")

    def test_report_on_a_voucher_object(self, sim, ask):
        xml = (
            ask.collection_xml("Voucher", "DATE")
            .replace("<TYPE>Collection</TYPE>", "<TYPE>Data</TYPE>")
            .replace(
                "<TDLMESSAGE>", '<TDLMESSAGE><REPORT NAME="AppRows"/><PART NAME="P"><OBJECT>Voucher</OBJECT></PART>'
            )
        )
        self.hangs(sim, ask, xml)
        sim.control.restart()

    def test_object_of_a_company_that_is_not_open(self, sim, asker):
        nobody = asker(sim, "Nobody")
        self.crashes(sim, nobody, nobody.object_xml("Voucher", "ID:1"))

    @pytest.mark.parametrize("verb", ["ImportData", "CreateData", "AlterData", "DeleteData"])
    def test_legacy_verbs(self, sim, ask, verb):
        self.crashes(sim, ask, f"<ENVELOPE><HEADER><TALLYREQUEST>{verb}</TALLYREQUEST></HEADER><BODY/></ENVELOPE>")

    def test_empty_body(self, sim, ask):
        self.crashes(sim, ask, "")

    def test_numitems_of_its_own_collection(self, sim, ask):
        self.crashes(sim, ask, ask.collection_xml("Company", "NAME", extra="<COMPUTE>N : $$NumItems:AppRows</COMPUTE>"))

    def test_delete_without_name_child(self, sim, ask):
        self.hangs(sim, ask, ask.import_xml('<LEDGER NAME="Cash" ACTION="Delete"/>'))
        sim.control.click_ok()

    @pytest.mark.parametrize(
        "body",
        [
            '<COMPANY NAME="New" ACTION="Create"><NAME>New</NAME></COMPANY>',
            '<COMPANY NAME="X" ACTION="Alter"><ORIGINALNAME>X</ORIGINALNAME></COMPANY>',
        ],
    )
    def test_company_by_import(self, sim, ask, body):
        self.hangs(sim, ask, ask.import_xml(body))
        sim.control.click_ok()


class TestVouchers:
    BILLS = "ALLLEDGERENTRIES.LEDGERNAME, ALLLEDGERENTRIES.AMOUNT, ALLLEDGERENTRIES.BILLALLOCATIONS.NAME, ALLLEDGERENTRIES.BILLALLOCATIONS.BILLTYPE"

    def first(self, sim, test):
        return next(v for v in sim.books(DEMO).vouchers() if test(v) and not v.cancelled)

    def one(self, ask, fetch, voucher):
        return ask.vouchers(fetch, f"$MasterID = {voucher.id}")

    def test_three_lists_overlap(self, ask, sim):
        voucher = self.first(
            sim, lambda v: v.kind == "Sales" and len(v.lines) > 1 and len({x.ledger for x in v.lines}) == 1
        )
        text = self.one(ask, "ALLINVENTORYENTRIES.AMOUNT, LEDGERENTRIES.AMOUNT, ALLLEDGERENTRIES.AMOUNT", voucher)
        amounts = {
            tag: [
                float(a)
                for block in re.findall(rf"<{tag}.LIST>(.*?)</{tag}.LIST>", text, re.S)
                for a in values(block, "AMOUNT")
            ]
            for tag in ("ALLINVENTORYENTRIES", "LEDGERENTRIES", "ALLLEDGERENTRIES")
        }
        goods = round(sum(amounts["ALLINVENTORYENTRIES"]), 2)
        assert len(amounts["ALLLEDGERENTRIES"]) == len(amounts["LEDGERENTRIES"]) + 1
        assert amounts["ALLLEDGERENTRIES"][1] == goods
        assert round(sum(amounts["ALLLEDGERENTRIES"]), 2) == 0
        assert round(sum(amounts["LEDGERENTRIES"]), 2) == -goods

    def test_object_export_differs(self, ask, sim):
        voucher = self.first(sim, lambda v: v.kind == "Sales" and v.lines)
        text = ask.object("Voucher", f"ID:{voucher.id}")
        assert '<TALLYMESSAGE xmlns:UDF="TallyUDF">' in text
        assert "<ALLLEDGERENTRIES.LIST>" not in text
        assert text.count("<LEDGERENTRIES.LIST>") == len(voucher.entries)
        assert "<GSTRATEDUTYHEAD/>" in text
        assert len(re.findall(r"<[A-Z]+/>", text)) > 150
        assert "<DATE TYPE=" not in text
        receipt = self.first(sim, lambda v: v.kind == "Receipt")
        assert "<ALLLEDGERENTRIES.LIST>" in ask.object("Voucher", f"ID:{receipt.id}")

    @pytest.mark.parametrize("id_", ["ID:999999", "ID:0", "ID:007", "ID:x"])
    def test_object_not_found_is_one_line_without_envelope(self, ask, id_):
        assert ask.object("Voucher", id_) == f"<ERRORMSG>Could not find Voucher:{id_}!</ERRORMSG>\r\n\r\n"

    def test_receipt_names_the_bank_as_party(self, ask, sim):
        voucher = self.first(sim, lambda v: v.kind == "Receipt" and v.entries[1].bank)
        text = self.one(ask, f"PARTYLEDGERNAME, {self.BILLS}", voucher)
        assert values(text, "PARTYLEDGERNAME")[0] in {"HDFC Bank Current A/c", "State Bank of India"}
        assert values(text, "LEDGERNAME")[0] == voucher.entries[0].ledger.name.replace("&", "&amp;").replace(
            "'", "&apos;"
        )

    def test_bill_leaves_must_be_named(self, ask, sim):
        voucher = self.first(sim, lambda v: v.kind == "Sales" and v.entries[0].bills)
        name = voucher.entries[0].bills[0].name
        assert f"<NAME>{name}</NAME>" in self.one(ask, self.BILLS, voucher)
        assert name not in self.one(ask, "ALLLEDGERENTRIES.LEDGERNAME", voucher)
        assert name not in self.one(ask, "ALLLEDGERENTRIES.LEDGERNAME, ALLLEDGERENTRIES.BILLALLOCATIONS", voucher)
        assert f"<NAME>{name}</NAME>" in self.one(ask, "ALLLEDGERENTRIES", voucher)
        sim.control.set_quirk("nested_bills_wrong", True)
        wrong = self.one(ask, self.BILLS, voucher)
        assert name not in wrong
        assert "On Account" in wrong

    def test_cancelled_vouchers_lack_party_and_lines(self, ask, sim):
        voucher = self.first(sim, lambda v: v.kind == "Sales" and v.lines)
        sim.control.cancel_voucher(DEMO, voucher.id)
        text = self.one(ask, f"ISCANCELLED, PARTYLEDGERNAME, ALLINVENTORYENTRIES.AMOUNT, {self.BILLS}", voucher)
        assert values(text, "ISCANCELLED") == ["Yes"]
        assert values(text, "PARTYLEDGERNAME") == [""]
        assert "<ALLLEDGERENTRIES.LIST>     </ALLLEDGERENTRIES.LIST>" in text

    def test_orders_carry_number_and_due_date_per_line(self, ask, sim):
        voucher = self.first(sim, lambda v: v.kind == "Sales Order")
        text = self.one(
            ask,
            "ISINVOICE, ALLINVENTORYENTRIES.BATCHALLOCATIONS.ORDERNO, ALLINVENTORYENTRIES.BATCHALLOCATIONS.ORDERDUEDATE",
            voucher,
        )
        assert values(text, "ORDERNO") == [voucher.number] * len(voucher.lines)
        assert re.search(r'<ORDERDUEDATE TYPE="Due Date" JD="\d{5}" P="\d+-[A-Z][a-z]{2}-2\d">', text)
        assert values(text, "ISINVOICE") == ["No"]

    def test_forex_and_line_breaks(self, ask):
        text = ask.vouchers(f"NARRATION, {self.BILLS}")
        assert "-$ 100.00 @ I₹ 86/$  = -I₹ 8600.00" in text
        assert "Line one&#10;Line two" in text
        assert "literal &amp;amp;lt; stays as typed" in text

    def test_illegal_xml_of_some_installs(self, ask, sim):
        assert "UDF:" not in ask.vouchers("NARRATION")
        sim.control.set_quirk("undeclared_udf", True)
        sim.control.set_quirk("raw_narrations", True)
        text = ask.vouchers("NARRATION")
        assert '<UDF:VCHDEALERNAME.LIST DESC="`VChDealerName`"' in text
        assert "xmlns" not in text
        assert "Goods once sold & billed" in text

    def test_guid_rule(self, ask, sim):
        voucher = self.first(sim, lambda v: True)
        guid = sim.books(DEMO).company.guid
        text = self.one(ask, "GUID", voucher)
        assert values(text, "GUID") == [f"{guid}-{voucher.id:08x}"]
        assert f'REMOTEID="{guid}-{voucher.id:08x}"' in text


class TestReports:
    def test_bills_receivable(self, ask, sim):
        text = ask.report("Bills Receivable", SVFROMDATE="20250401", SVTODATE="20260930")
        assert text.startswith("<ENVELOPE>\r\n <BILLFIXED>\r\n  <BILLDATE>")
        assert "<STATUS>" not in text
        owed = -sum(float(value) for value in values(text, "BILLCL"))
        assert owed > 0
        assert len(values(text, "BILLCL")) == len(values(text, "BILLREF"))

    def test_trial_balance_day_book_accounts(self, ask):
        assert "<DSPDISPNAME>Current Assets</DSPDISPNAME>" in ask.report("Trial Balance")
        assert len(set(values(ask.report("Day Book", SVFROMDATE="20250401"), "DATE"))) == 1
        assert '<LEDGER NAME="Cash"' in ask.report("List of Accounts")

    def test_unknown_report_and_function(self, ask):
        assert "<LINEERROR>Could not find Report &apos;Outstandings&apos;!</LINEERROR>" in ask.report("Outstandings")
        legacy = (
            "<ENVELOPE><HEADER><TALLYREQUEST>Export Data</TALLYREQUEST></HEADER><BODY><EXPORTDATA><REQUESTDESC>"
            "<REPORTNAME>%s</REPORTNAME><STATICVARIABLES/></REQUESTDESC></EXPORTDATA></BODY></ENVELOPE>"
        )
        assert "Unknown Request" in ask.post(legacy % "List of Companies")
        assert "<DSPACCNAME>" in ask.post(legacy % "Trial Balance")
        function = (
            "<ENVELOPE><HEADER><VERSION>1</VERSION><TALLYREQUEST>Export</TALLYREQUEST><TYPE>Function</TYPE>"
            "<ID>%s</ID></HEADER><BODY><DESC/></BODY></ENVELOPE>"
        )
        assert 'JD="46113">1-Apr-26<' in ask.post(function % "$$SystemPeriodFrom")
        assert (
            "<ERRORMSG>Could not find: $$X</ERRORMSG>\r\n   <ERRORMSG>Function Execution Failed!</ERRORMSG>"
            in ask.post(function % "$$X")
        )
