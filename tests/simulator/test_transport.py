"""HTTP, charsets, one request at a time, and Tally's ways of not answering."""

from __future__ import annotations

import http.client
import socket
import threading

import pytest

WIDE = {"Content-Type": "text/xml; charset=utf-16"}
NARROW = {"Content-Type": "text/xml; charset=utf-8"}
COMPANIES = "NAME, GUID, ALTVCHID, ALTMSTID"


def test_status_line(ask):
    status, kind, body = ask.raw(b"", {}, "GET")
    assert (status, kind) == (200, "text/xml; charset=utf-8")
    assert body == b"<RESPONSE>TallyPrime Server is Running</RESPONSE>\r\n"
    assert len(body) == 51
    assert len(ask.raw(b"", WIDE, "GET", "/status")[2]) == 102


@pytest.mark.parametrize("bom", [b"", b"\xff\xfe"])
def test_utf16_in_utf16_out_without_bom(ask, bom):
    body = bom + ask.collection_xml("Company", COMPANIES).encode("utf-16-le")
    status, kind, answer = ask.raw(body, WIDE)
    assert status == 200
    assert kind == "text/xml; charset=utf-16"
    assert answer.startswith(b"<\x00E\x00")
    assert "Demo Traders &amp; Co" in answer.decode("utf-16-le")


def test_utf8_in_gives_cp1252_with_losses(ask):
    xml = ask.collection_xml("Ledger", "NAME, PARENT")
    _, kind, narrow = ask.raw(xml.encode(), NARROW)
    _, _, wide = ask.raw(xml.encode("utf-16-le"), WIDE)
    assert kind == "text/xml; charset=utf-8"
    assert len(wide) == 2 * len(narrow)
    assert "Peña".encode("cp1252") in narrow
    with pytest.raises(UnicodeDecodeError):
        narrow.decode("utf-8")
    assert b'NAME="?????? ????????"' in narrow  # a question mark for each code point
    assert "नमस्ते".encode("utf-16-le") in wide
    assert b'NAME="? Bazaar"' in narrow


def test_charset_mismatch_is_unknown_request(ask):
    xml = ask.collection_xml("Company", COMPANIES)
    unknown = "<RESPONSE>Unknown Request, cannot be processed</RESPONSE>\r\n"
    assert ask.raw(xml.encode("utf-16-le"), NARROW)[2].decode() == unknown
    assert ask.raw(xml.encode(), WIDE)[2].decode("utf-16-le") == unknown


def test_malformed_is_unknown_request_without_counters(ask):
    for bad in (
        "<ENVELOPE><HEADER>",
        "<ENVELOPE>AT&T</ENVELOPE>",
        "<a/>",
        ask.collection_xml("Company", "NAME").replace("Export", "Exprot"),
    ):
        assert ask.post(bad) == "<RESPONSE>Unknown Request, cannot be processed</RESPONSE>\r\n"


def test_crlf_indent_no_declaration(ask):
    text = ask.collection("Company", COMPANIES)
    assert text.startswith("<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>1</STATUS>\r\n")
    assert text.endswith("</ENVELOPE>\r\n")
    assert "\n" not in text.replace("\r\n", "")


def test_empty_report_is_23_bytes(sim, ask):
    for voucher_id in list(sim.program.companies[0].vouchers):
        sim.control.delete_voucher(ask.company, voucher_id)
    assert ask.report("Bills Payable").encode() == b"<ENVELOPE></ENVELOPE>\r\n"


def test_keep_alive_serves_several_requests(ask):
    connection = http.client.HTTPConnection("127.0.0.1", ask.sim.port, timeout=10)
    body = ask.collection_xml("Company", COMPANIES).encode("utf-16-le")
    ports = set()
    for _ in range(3):
        connection.request("POST", "/", body=body, headers=WIDE)
        assert connection.sock is not None
        ports.add(connection.sock.getsockname())
        connection.getresponse().read()
    connection.close()
    assert len(ports) == 1


def test_one_request_at_a_time_and_the_log_sees_two(sim, ask):
    sim.control.set_busy()
    answers = []
    threads = [threading.Thread(target=lambda: answers.append(ask.collection("Company", COMPANIES))) for _ in range(2)]
    for thread in threads:
        thread.start()
    while sim.server.in_flight < 2:
        threading.Event().wait(0.005)
    assert answers == []
    sim.control.release()
    for thread in threads:
        thread.join(10)
    assert len(answers) == 2
    assert sim.max_in_flight == 2
    sim.clear_log()
    ask.collection("Company", COMPANIES)
    assert sim.max_in_flight == 1
    (entry,) = sim.requests
    assert (entry.kind, entry.id, entry.company) == ("export collection", "AppRows", ask.company)
    assert entry.summary == "export collection AppRows [Company fetch=4 filter=]"
    assert entry.bytes_in > 0
    assert entry.bytes_out > 0


def test_a_client_that_leaves_does_not_stop_the_work(sim, ask):
    sim.control.set_busy()
    body = ask.import_xml(
        '<LEDGER NAME="Left behind" ACTION="Create"><NAME>Left behind</NAME><PARENT>Sundry Debtors</PARENT></LEDGER>'
    )
    with pytest.raises(TimeoutError):
        ask.post(body, timeout=0.05)
    assert sim.books(ask.company).company.find_ledger("Left behind") is None
    sim.control.release()
    ask.collection("Company", COMPANIES)  # served after it
    assert sim.books(ask.company).company.find_ledger("Left behind") is not None


def test_cut_answer_still_says_status_1(sim, ask):
    sim.control.cut_next_answer(400)
    with pytest.raises(http.client.IncompleteRead) as caught:
        ask.collection("Ledger", "NAME, PARENT")
    text = caught.value.partial.decode("utf-16-le")
    assert "<STATUS>1</STATUS>" in text
    assert "</ENVELOPE>" not in text
    assert ask.collection("Ledger", "NAME, PARENT").endswith("</ENVELOPE>\r\n")


@pytest.mark.parametrize(("when", "done"), [("before", False), ("after", True)])
def test_reset_connection_before_or_after_the_work(sim, ask, when, done):
    sim.control.reset_next_connection(when)
    with pytest.raises((ConnectionError, http.client.HTTPException)):
        ask.send('<LEDGER NAME="New one" ACTION="Create"><NAME>New one</NAME><PARENT>Sundry Debtors</PARENT></LEDGER>')
    assert (sim.books(ask.company).company.find_ledger("New one") is not None) is done
    assert "New one" in ask.collection("Ledger", "NAME") or not done


def test_connector_off_refuses_and_on_serves_on_the_same_port(sim, ask):
    port = sim.port
    sim.control.connector_off()
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", port), timeout=2)
    sim.control.connector_on()
    assert sim.port == port
    assert "Demo Traders" in ask.collection("Company", COMPANIES)


def test_dialog_is_silent_until_ok(sim, ask):
    sim.control.open_dialog()
    with pytest.raises(TimeoutError):
        ask.post(ask.collection_xml("Company", COMPANIES), timeout=0.05)
    sim.control.click_ok()
    assert "Demo Traders" in ask.collection("Company", COMPANIES)


def test_delays_are_told_to_the_clock(make_sim, asker):
    slept: list[float] = []
    sim = make_sim(sleep=slept.append)
    ask = asker(sim)
    sim.control.set_quirk("fixed_ms", 5.0)
    sim.control.set_quirk("per_voucher_scan_ms", 0.15)
    ask.collection("Company", COMPANIES)
    assert slept == [0.005]
    ask.vouchers("DATE", "$AlterID > 1000000")
    assert slept[1:] == pytest.approx([0.005, 0.15 * 200 / 1000])
    sim.control.slow_next(3)
    ask.raw(b"", {}, "GET")
    assert slept[-1] == 3
