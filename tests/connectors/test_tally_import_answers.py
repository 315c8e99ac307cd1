"""What Tally answers to an import: every form that was seen, what counts as done, and its refusals in plain words."""

from __future__ import annotations

import pytest

from app.connectors.tally import requests
from app.connectors.tally.clean import clean
from app.connectors.tally.writing import importing, refusals
from app.connectors.tally.writing.importing import AlteredInstead, ImportAnswer, judge, understand
from app.connectors.tally.writing.xml_out import Reserved, element, listing
from app.model.errors import NotReady, Rejected, UnknownOutcome
from tests.connectors.tally_rig import CAPTURES

WHAT = "the customer “Acme”"


def counters(**moved: int) -> str:
    names = "CREATED ALTERED DELETED LASTVCHID LASTMID COMBINED IGNORED ERRORS CANCELLED EXCEPTIONS".split()
    return "".join(f"<{name}>{moved.get(name.lower(), 0)}</{name}>\r\n" for name in names)


def bare(inside: str) -> bytes:
    return f"<RESPONSE>\r\n{inside}</RESPONSE>\r\n".encode()


def wrapped(inside: str, status: int = 1) -> bytes:
    return (
        f"<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>{status}</STATUS>\r\n </HEADER>\r\n <BODY>\r\n  <DATA>\r\n"
        f"   <IMPORTRESULT>\r\n{inside}   </IMPORTRESULT>\r\n  </DATA>\r\n  <DESC>\r\n   <CMPINFO>\r\n    <LEDGER>2</LEDGER>\r\n"
        "   </CMPINFO>\r\n  </DESC>\r\n </BODY>\r\n</ENVELOPE>\r\n"
    ).encode()


class TestForms:
    @pytest.mark.parametrize("form", [bare, wrapped])
    def test_counters_in_both_envelopes(self, form) -> None:
        answer = understand(form(counters(created=1, lastvchid=4711)), WHAT)
        assert answer == ImportAnswer(created=1, last_voucher_id=4711)

    @pytest.mark.parametrize("form", [bare, wrapped])
    def test_a_text_before_the_counters(self, form) -> None:
        text = "<LINEERROR>Ledger &apos;Tom &amp; Co&apos; does not exist!</LINEERROR>\r\n"
        answer = understand(form(text + counters(exceptions=1)), WHAT)
        assert answer.line_errors == ("Ledger 'Tom & Co' does not exist!",)
        assert answer.exceptions == 1

    def test_a_text_with_a_raw_ampersand(self) -> None:
        answer = understand(bare("<LINEERROR>Ledger 'Tom & Co' does not exist!</LINEERROR>" + counters(errors=1)), WHAT)
        assert answer.line_errors == ("Ledger 'Tom & Co' does not exist!",)

    def test_refused_as_a_whole_without_counters(self) -> None:
        said = "<RESPONSE>\r\n <LINEERROR>Could not set 'SVCurrentCompany' to 'X'</LINEERROR>\r\n</RESPONSE>\r\n"
        answer = understand(said.encode(), WHAT)
        with pytest.raises(NotReady) as caught:
            judge(answer, "create", WHAT)
        assert caught.value.code == "company_not_open"

    def test_a_request_that_is_not_understood_did_nothing(self) -> None:
        with pytest.raises(Rejected) as caught:
            understand(b"<RESPONSE>Unknown Request, cannot be processed</RESPONSE>\r\n", WHAT)
        assert caught.value.code == "unknown_request"

    @pytest.mark.parametrize(
        "answer",
        [
            pytest.param(b"", id="empty"),
            pytest.param(b"\r\n", id="blank"),
            pytest.param(b"<ENVELOPE></ENVELOPE>\r\n", id="the empty report"),
            pytest.param(wrapped(counters(created=1))[:150], id="cut"),
            pytest.param(bare("<CREATED>1</CREATED>"), id="counters missing"),
            pytest.param(bare(counters(created=1).replace("1", "one")), id="counters unreadable"),
            pytest.param(b"<html><body>Bad gateway</body></html>", id="a web page"),
        ],
    )
    def test_no_clear_answer_is_never_failure(self, answer: bytes) -> None:
        with pytest.raises(UnknownOutcome) as caught:
            understand(answer, WHAT)
        assert WHAT in caught.value.message
        assert caught.value.hint

    @pytest.mark.skipif(not CAPTURES.is_dir(), reason="the live captures are not on this machine")
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("master_fields_lab_partial_alter.response.xml", ImportAnswer(altered=1)),
            ("live_education_w1_ledger_sanitized.xml", ImportAnswer(created=1)),
        ],
    )
    def test_live_captures(self, name: str, expected: ImportAnswer) -> None:
        assert understand(clean((CAPTURES / name).read_bytes()), WHAT) == expected

    @pytest.mark.skipif(not CAPTURES.is_dir(), reason="the live captures are not on this machine")
    def test_the_live_voucher(self) -> None:
        answer = understand(clean((CAPTURES / "live_education_w4_voucher_sanitized.xml").read_bytes()), WHAT)
        judge(answer, "create", WHAT)

    @pytest.mark.skipif(not CAPTURES.is_dir(), reason="the live captures are not on this machine")
    def test_our_request_is_the_one_that_worked(self) -> None:
        body = element(
            "LEDGER",
            element("INCOMETAXNUMBER", text="ZZZZZ0001Z"),
            NAME="BRIDGE MFLAB PARTIAL ALTER PROBE",
            ACTION="Alter",
        )
        request = requests.import_masters("BRIDGE MASTER FIELDS LAB", body, WHAT)
        captured = (CAPTURES / "master_fields_lab_partial_alter.request.xml").read_text("utf-8")
        assert request.body == captured.strip()


class TestJudgement:
    @pytest.mark.parametrize(
        ("expected", "answer"),
        [
            ("create", ImportAnswer(created=1)),
            ("alter", ImportAnswer(altered=1)),
            ("delete", ImportAnswer(deleted=1)),
            ("cancel", ImportAnswer(altered=1)),
            ("cancel", ImportAnswer(cancelled=1)),
        ],
    )
    def test_done(self, expected: importing.Expected, answer: ImportAnswer) -> None:
        judge(answer, expected, WHAT)

    def test_a_create_that_altered_is_told_apart(self) -> None:
        with pytest.raises(AlteredInstead) as caught:
            judge(ImportAnswer(altered=1, last_voucher_id=7), "create", WHAT)
        assert caught.value.answer.last_voucher_id == 7

    @pytest.mark.parametrize(
        ("expected", "answer"),
        [
            ("alter", ImportAnswer(created=1)),
            ("delete", ImportAnswer(altered=1)),
            ("create", ImportAnswer(deleted=1)),
            ("create", ImportAnswer(created=1, exceptions=1)),
            ("alter", ImportAnswer(altered=1, errors=1)),
            ("create", ImportAnswer(created=1, line_errors=("Something",))),
        ],
    )
    def test_another_counter_or_both_is_unknown(self, expected: importing.Expected, answer: ImportAnswer) -> None:
        with pytest.raises(UnknownOutcome):
            judge(answer, expected, WHAT)

    @pytest.mark.parametrize("answer", [ImportAnswer(), ImportAnswer(ignored=1), ImportAnswer(combined=1)])
    def test_nothing_done(self, answer: ImportAnswer) -> None:
        with pytest.raises(Rejected) as caught:
            judge(answer, "create", WHAT)
        assert caught.value.code == "nothing_done"

    @pytest.mark.parametrize("answer", [ImportAnswer(exceptions=1), ImportAnswer(errors=1)])
    def test_silent_refusal_tells_likely_reasons(self, answer: ImportAnswer) -> None:
        with pytest.raises(Rejected) as caught:
            judge(answer, "create", WHAT)
        assert caught.value.code == "silent_exception"
        assert "godown" in caught.value.hint


#: Every text of the reference, with the code that it gets and whether the same record may go through later.
TEXTS = (
    ("Ledger 'Output CGST' does not exist!", "ledger_missing", True),
    ("Unit does not exist!", "unit_missing", True),
    ("Unit 'Days' does not exist!", "unit_missing", True),
    ("Stock Item 'Rope' does not exist!", "item_missing", True),
    ("Stock Group 'Ropes' does not exist!", "stock_group_missing", True),
    ("Voucher Type 'Shop' does not exist!", "voucher_type_missing", False),
    ("Godown '' does not exist!", "godown_missing", False),
    ("Group 'Primary' does not exist!", "group_missing", False),
    ("Group 'West' does not exist!", "group_missing", True),
    ("Bad Order Number in Voucher!", "order_number", False),
    ("TDS Rate '194C' does not exist!", "tds_rate", True),
    (
        "Voucher date is missing for: 'Sales' voucher 7. [Verify the data, resolve any errors, and retry Split.]",
        "date_refused",
        False,
    ),
    ("Out of Range", "date_refused", False),
    ("Date cannot be below the Financial Year beginning date", "date_refused", False),
    ("Date cannot be below the current period (1-Apr-26)", "date_refused", False),
    ("Voucher Number cannot be left BLANK!", "number_missing", False),
    ("Voucher No. is missing", "number_missing", False),
    ("Duplicate Voucher No.", "number_taken", False),
    ("Voucher Number 'INV-9' already exists!", "number_taken", False),
    ("Voucher totals do not match! Dr. 235.00 Cr 236.00", "not_balanced", False),
    ("Mismatch in total amount between Credit and Debit entries", "not_balanced", False),
    ("No Entries in Voucher!", "no_lines", False),
    ("No accounting or inventory entries are available", "no_lines", False),
    ("Item does not exist!", "not_there", False),
    ("Ledger 'Acme' already exists!", "name_used", False),
    ("Cannot be deleted!", "in_use", False),
    ("The Base Currency Symbol is required!", "company_create", False),
)


class TestRefusals:
    @pytest.mark.parametrize(("text", "code", "retryable"), TEXTS)
    def test_every_text_has_a_plain_sentence(self, text: str, code: str, retryable: bool) -> None:
        error = refusals.from_text(text, WHAT)
        assert isinstance(error, Rejected)
        assert (error.code, error.retryable) == (code, retryable)
        assert error.message.endswith(".")
        assert error.message[0].isupper()
        assert "Acme" in error.message
        assert error.hint
        assert "{" not in error.message + error.hint

    def test_the_name_in_the_text_is_kept(self) -> None:
        assert "“Output CGST”" in refusals.from_text("Ledger 'Output CGST' does not exist!", WHAT).message

    def test_names_with_braces_and_quotes(self) -> None:
        error = refusals.from_text("Ledger '{x} O'Brien' does not exist!", "the customer “{y}”")
        assert "“{x} O'Brien”" in error.message
        assert "“{y}”" in error.message

    def test_an_unknown_text_is_quoted(self) -> None:
        error = refusals.from_text("The moon is  too\r\nlow", WHAT)
        assert isinstance(error, Rejected)
        assert "“The moon is too low”" in error.message
        assert error.code == "rejected"

    @pytest.mark.parametrize("text", ["Could not set 'SVCurrentCompany' to 'X'", "Could not find Company ''"])
    def test_a_closed_company_is_no_fault_of_the_record(self, text: str) -> None:
        error = refusals.from_text(text, WHAT)
        assert isinstance(error, NotReady)
        assert error.retryable


class TestXml:
    def test_texts_are_escaped_and_freed_of_what_xml_forbids(self) -> None:
        made = element("NAME", text='a\x00\x04<b> & "c"\ud800\ue004\td')
        assert made.text == "<NAME>a&lt;b&gt; &amp; &quot;c&quot; d</NAME>"

    def test_line_ends_survive(self) -> None:
        assert element("NARRATION", text="a\r\nb\nc").text == "<NARRATION>a&#13;&#10;b&#10;c</NARRATION>"

    def test_reserved_words_carry_their_mark(self) -> None:
        assert element("GSTAPPLICABLE", text=Reserved("Applicable")).text.startswith("<GSTAPPLICABLE>&#4; Applicable<")

    @pytest.mark.parametrize("tag", ["name", "NAME ", "N<", "OTHER:X", "NAME.LISTS", "", "1A"])
    def test_other_tags_are_refused(self, tag: str) -> None:
        with pytest.raises(ValueError, match="not a tag"):
            element(tag)

    def test_other_attributes_are_refused(self) -> None:
        with pytest.raises(ValueError, match="attribute"):
            element("LEDGER", ONLOAD="x")

    @pytest.mark.parametrize(
        "body",
        [
            pytest.param(element("COMPANY", element("NAME", text="X"), NAME="X", ACTION="Create"), id="a company"),
            pytest.param(element("LEDGER", NAME="X", ACTION="Delete"), id="delete without a name inside"),
            pytest.param(element("LEDGER", element("NAME"), NAME="X", ACTION="Delete"), id="an empty name inside"),
            pytest.param(element("LEDGER", element("NAME", text="X"), ACTION="Create"), id="no name"),
            pytest.param(element("LEDGER", element("NAME", text="X"), NAME="X"), id="no action"),
            pytest.param(element("LEDGER", NAME="X", ACTION="Cancel"), id="cancel of a master"),
            pytest.param(element("VOUCHER", element("DATE"), ACTION="Create"), id="a voucher as a master"),
        ],
    )
    def test_deadly_masters_cannot_be_sent(self, body) -> None:
        with pytest.raises(ValueError):  # noqa: PT011
            requests.import_masters("Demo", body, WHAT)

    @pytest.mark.parametrize(
        "body",
        [
            pytest.param(element("VOUCHER", REMOTEID="x", VCHTYPE="Sales", ACTION="Cancel"), id="empty"),
            pytest.param(element("VOUCHER", element("NARRATION"), REMOTEID="x", ACTION="Cancel"), id="nothing inside"),
            pytest.param(element("VOUCHER", element("DATE", text="20260401"), ACTION="Alter"), id="alter"),
            pytest.param(element("LEDGER", element("NAME", text="X"), NAME="X", ACTION="Create"), id="a master"),
        ],
    )
    def test_deadly_vouchers_cannot_be_sent(self, body) -> None:
        with pytest.raises(ValueError):  # noqa: PT011
            requests.import_vouchers("Demo", body, WHAT)

    @pytest.mark.parametrize("company", ["", "  "])
    def test_the_company_is_never_left_out(self, company: str) -> None:
        body = element("UNIT", element("NAME", text="Nos"), NAME="Nos", ACTION="Create")
        with pytest.raises(ValueError, match="company"):
            requests.import_masters(company, body, WHAT)

    def test_lists(self) -> None:
        assert listing("NAME", element("NAME", text="A")).text == "<NAME.LIST><NAME>A</NAME></NAME.LIST>"
