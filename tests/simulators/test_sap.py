"""The quirks of the simulated SAP Business One that the connector has to live with."""

from __future__ import annotations

import hashlib
import hmac
import json
import ssl
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

import httpx
import pytest

from tests.connectors.http.server import self_signed
from tests.connectors.sap_desk import CASH, SapDesk
from tests.simulators.sap import COMPANY, PASSWORD, USER, SimulatedSap

#: Half past five in the afternoon, by the server's clock.
NOON = datetime(2031, 7, 1, 12, 0, 40, tzinfo=UTC)
LOGIN = {"CompanyDB": COMPANY, "UserName": USER, "Password": PASSWORD}


class Office:
    """Somebody who is logged in. Paths begin behind the service's root and may have spaces in them."""

    def __init__(self, sim: SimulatedSap, version: str = "v2", node: str = "") -> None:
        self.sim, self.version = sim, version
        self.http = httpx.Client(base_url=f"{sim.host}/b1s/{version}", verify=False, trust_env=False)
        if node:
            self.http.cookies.set("ROUTEID", node)
        self.gateway = httpx.Client(base_url=sim.gateway_url, auth=(USER, PASSWORD), verify=False, trust_env=False)
        self._others: list[Office] = []
        assert self.http.post("/Login", json=LOGIN).status_code == 200

    def also(self, version: str = "v2", node: str = "") -> Office:
        """A session besides."""
        self._others.append(Office(self.sim, version, node))
        return self._others[-1]

    def close(self) -> None:
        for one in self._others:
            one.close()
        self.http.close()
        self.gateway.close()

    def ask(self, path: str, method: str = "GET", **more: Any) -> httpx.Response:
        return self.http.request(method, f"{self.sim.host}/b1s/{self.version}/{quote(path, safe='/?=&$(),')}", **more)

    def rows(self, path: str, **headers: str) -> list[dict[str, Any]]:
        return list(self.ask(path, headers=headers).json()["value"])

    def codes(self, where: str) -> list[str]:
        return [row["CardCode"] for row in self.rows(f"BusinessPartners?$select=CardCode&$filter={where}")]

    def post(self, entity: str, body: Any, **headers: str) -> httpx.Response:
        return self.ask(entity, "POST", json=body, headers=headers)

    def patch(self, path: str, body: Any, **headers: str) -> httpx.Response:
        return self.ask(path, "PATCH", json=body, headers=headers)


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["error"]["code"])


@pytest.fixture
def office() -> Iterator[Office]:
    with SimulatedSap() as sim:
        sim.clock.set(NOON)
        made = Office(sim)
        yield made
        made.close()


# --- sessions ----------------------------------------------------------------------------------------------------------


def test_a_login_is_by_exact_names_and_a_user_is_locked_after_three_wrong_passwords(office: Office) -> None:
    sim = office.sim

    def login(path: str = "Login", **changed: str) -> tuple[int, str]:
        answer = httpx.post(f"{sim.url}/{path}", json={**LOGIN, **changed}, verify=False, trust_env=False)
        return (200, "") if answer.status_code == 200 else refusal(answer)

    assert login("login") == (401, "301")  # as if a session had ended
    assert login(CompanyDB="OTHER") == (401, "-306")
    assert [login(Password="wrong") for _ in range(3)] == [(401, "-304")] * 3
    assert login() == (401, "-304")
    sim.sessions.old = True
    assert login() == (401, "100000027")
    assert PASSWORD not in repr(sim.requests)


def test_eight_logins_at_once_are_too_many(office: Office) -> None:
    office.sim.sessions.login_seconds, office.sim.sessions.parallel = 0.3, 2
    with ThreadPoolExecutor(8) as pool:
        answers = list(
            pool.map(
                lambda _: httpx.post(f"{office.sim.url}/Login", json=LOGIN, verify=False, trust_env=False), range(8)
            )
        )
    refused = [refusal(answer) for answer in answers if answer.status_code != 200]
    assert set(refused) == {(500, "299")}


def test_a_session_ends_by_not_being_used(office: Office) -> None:
    sim = office.sim
    for _ in range(3):
        sim.sessions.clock.advance(20 * 60)
        assert office.ask("Items").status_code == 200
    assert office.http.cookies["ROUTEID"] in sim.sessions.nodes
    sim.sessions.clock.advance(31 * 60)
    assert refusal(office.ask("Items")) == (401, "301")
    assert refusal(office.also("v1").ask("Items('x')"))[1] == "-2028"
    other = office.also()
    assert other.ask("Logout", "POST").status_code == 204
    assert refusal(other.ask("Items")) == (401, "301")
    assert "B1SESSION=***" in repr(sim.requests)


def test_a_broken_node_answers_no_read_and_a_ping_needs_no_login(office: Office) -> None:
    sim = office.sim
    sim.sessions.broken = {".node2"}
    assert refusal(office.also(node=".node2").ask("BusinessPartners")) == (500, "407")
    assert office.also(node=".node1").ask("BusinessPartners").status_code == 200
    assert float(httpx.get(f"{sim.host}/ping/", verify=False, trust_env=False).json()["timestamp"]) == NOON.timestamp()
    sim.sessions.down = {".node2"}
    assert httpx.get(f"{sim.host}/ping/node/2", verify=False, trust_env=False).status_code == 503


def test_https_with_a_certificate_of_its_own(tmp_path: Path) -> None:
    files = self_signed(tmp_path)
    with SimulatedSap(certificate=files) as sim:
        trusting = ssl.create_default_context(cafile=str(files[0]))
        answer = httpx.post(f"{sim.url}/Login", json=LOGIN, verify=trusting, trust_env=False)
        assert answer.status_code == 200
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{sim.host}/ping/", trust_env=False)
    with SimulatedSap(certificate=files, client_ca=files[0]) as sim:
        ours = ssl.create_default_context(cafile=str(files[0]))
        with pytest.raises(httpx.TransportError):
            httpx.get(f"{sim.host}/ping/", verify=ours, trust_env=False)
        ours.load_cert_chain(*files)
        assert httpx.get(f"{sim.host}/ping/", verify=ours, trust_env=False).status_code == 200


# --- reading -----------------------------------------------------------------------------------------------------------


def test_pages_end_with_an_empty_one_and_are_no_snapshot() -> None:
    with SimulatedSap(partners=40) as sim, closing(Office(sim)) as office:
        asked = "BusinessPartners?$select=CardCode&$orderby=CardCode"
        first = office.ask(asked).json()
        assert len(first["value"]) == 20
        assert first["@odata.nextLink"] == f"{asked}&$skip=20"
        sim.delete("BusinessPartners", "K000003")
        second = office.ask(first["@odata.nextLink"]).json()
        assert second["value"][0]["CardCode"] == "K000022"  # K000021 moved up and is told nowhere
        assert "@odata.nextLink" not in second
        sim.add("BusinessPartners", CardCode="A1", CardName="In front")
        again = office.ask(first["@odata.nextLink"]).json()
        assert again["value"][0]["CardCode"] == "K000021"
        assert office.ask(again["@odata.nextLink"]).json()["value"] == []  # a full last page has a link, too
        all_of = office.ask(asked, headers={"Prefer": "odata.maxpagesize=0"})
        assert len(all_of.json()["value"]) == 40
        assert all_of.headers["preference-applied"] == "odata.maxpagesize=0"
        top = office.ask(f"{asked}&$top=25", headers={"Prefer": "odata.maxpagesize=10"}).json()
        assert top["@odata.nextLink"].endswith("$top=15&$skip=10")
        for style, begins in (("path", "/b1s/v2/Bus"), ("url", f"{sim.url}/Bus")):
            sim.reading.links = style  # type: ignore[assignment]
            assert office.ask(asked).json()["@odata.nextLink"].startswith(begins)
        sim.reading.host = "elsewhere.example.com"
        assert office.ask(asked).json()["@odata.nextLink"].startswith("http://elsewhere.example.com/b1s/")


def test_conditions_know_texts_letters_days_and_minutes(office: Office) -> None:
    desk = SapDesk(office.sim)
    desk.customer("Rope & Co", "R1", Phone1="0'8")
    desk.customer("rope second", "R2", CardType="cLid", Frozen="tYES")
    office.sim.clock.advance(86_400)
    desk.customer("Third", "R3")
    assert office.codes("startswith(CardName,'Rope')") == ["R1"]
    assert office.codes("CardType eq 'L' or CardType eq 'cSupplier'") == ["R2"]
    assert office.codes("not (Frozen eq 'tYES') and CardCode gt 'R1'") == ["R3"]
    assert office.codes("Phone1 eq '0''8'") == ["R1"]
    assert office.codes("UpdateDate gt '2031-07-01'") == office.codes("CreateDate ge '20310702'") == ["R3"]
    assert office.codes("UpdateDate eq 2031-07-01 and UpdateTime ge '17:30:59'") == ["R1", "R2"]  # seconds don't count
    assert office.codes("UpdateTime ge '17:31'") == []
    assert office.rows("BusinessPartners?$filter=startswith(CardName,'ROPE')", **{"B1S-CaseInsensitive": "true"})
    assert office.ask("BusinessPartners/$count?$filter=CardType eq 'C'").text == "2"
    for wrong in ("$filter=Nothing eq 1", "$filter=CardCode eq", "$filter=tolower(CardName) eq 'x'", "$select=Nothing"):
        assert refusal(office.ask(f"BusinessPartners?{wrong}")) == (400, "201")
    raw = office.http.get(f"{office.sim.url}/BusinessPartners?$filter=CardCode+eq+'R1'")
    assert refusal(raw) == (400, "201")  # a plus is no space
    assert refusal(office.ask("BusinessPartners?$expand=BPAddresses")) == (400, "201")
    assert refusal(office.ask("Opportunities"))[1] == "200"
    assert refusal(office.ask("IncomingPayments?$filter=UpdateDate ge '2031-07-01'")) == (400, "201")


def test_the_two_versions_say_the_same_in_other_words(office: Office) -> None:
    SapDesk(office.sim).customer("Firm", "F1", ContactEmployees=[{"Name": "A"}])
    old = office.also("v1")
    then, now = old.ask("BusinessPartners('F1')").json(), office.ask("BusinessPartners('F1')").json()
    assert (then["UpdateDate"], now["UpdateDate"]) == ("2031-07-01", "2031-07-01T00:00:00Z")
    assert then["UpdateTime"] == now["UpdateTime"] == "17:30:40"
    assert now["ContactEmployees"][0]["UpdateDate"] == "2031-07-01T00:00:00Z"
    assert then["odata.etag"] == now["@odata.etag"]
    assert old.ask("Items('x')").json()["error"] == {
        "code": -2028,
        "message": {"lang": "en-us", "value": "No matching records found (ODBC -2028)"},
    }
    assert office.ask("Items('x')").json()["error"]["code"] == "-2028"
    told = old.ask("BusinessPartners?$inlinecount=allpages").json()
    assert (told["odata.count"], office.ask("BusinessPartners?$count=true").json()["@odata.count"]) == ("1", 1)


def test_metadata_are_as_large_as_a_company_s_and_each_node_has_its_own(office: Office) -> None:
    sim = office.sim
    sim.company.lag = 600
    made, other = office.also(node=".node1"), office.also(node=".node2")
    field = {"Name": "HubId", "Type": "db_Alpha", "Size": 36, "Description": "Ours", "TableName": "ORDR"}
    assert made.post("UserFieldsMD", field).status_code == 201
    assert refusal(made.post("UserFieldsMD", field))[1] == "-2035"
    assert "U_HubId" in made.ask("$metadata").text
    assert "U_HubId" not in other.ask("$metadata").text
    tables = {row["TableName"] for row in other.rows("UserFieldsMD?$filter=Name eq 'HubId'")}
    assert {"ORDR", "OINV", "OQUT"} <= tables  # one on all documents
    for version, name in (("v1", "Edm.DateTime"), ("v2", "Edm.DateTimeOffset")):
        document = ET.fromstring(office.also(version).ask("$metadata").content)
        types = {(one.get("Name"), one.get("Type")) for one in document.iter() if one.tag.endswith("}Property")}
        assert {("UpdateDate", name), ("BPAddresses", "Collection(SAPB1.BPAddress)")} <= types
    sim.company.filler = 500
    assert 1_800_000 < len(made.ask("$metadata").content) < 3_000_000


# --- writing -----------------------------------------------------------------------------------------------------------


def test_what_is_made_and_changed_is_answered_as_sap_does(office: Office) -> None:
    made = office.post(
        "BusinessPartners", {"CardCode": "O'Neil", "CardName": "x", "CurrentAccountBalance": 7, "Frozen": "Y"}
    )
    assert made.status_code == 201
    assert made.headers["location"].endswith("/b1s/v2/BusinessPartners('O''Neil')")
    assert made.headers["etag"].startswith('W/"')
    assert (made.json()["CurrentAccountBalance"], made.json()["Frozen"]) == (0, "tYES")  # read-only: without a word
    path = "BusinessPartners('O''Neil')"
    for body in ({}, {"CardName": "y"}):
        answer = office.patch(path, body)
        assert (answer.status_code, answer.content, answer.headers.get("etag")) == (204, b"", None)
    assert refusal(office.patch(path, {"NoSuchField": 1})) == (400, "-1000")
    assert refusal(office.patch("BusinessPartners('none')", {"CardName": "y"})) == (404, "-2028")
    assert refusal(office.post("BusinessPartners", {"CardName": "y"})) == (400, "-5002")
    assert refusal(office.post("BusinessPartners", {"CardCode": "O'Neil", "CardName": "y"})) == (400, "-10")
    assert office.post("BusinessPartners", {"CardName": "y", "Series": 71}).json()["CardCode"] == "C00001"
    quiet = office.post("Items", {"ItemCode": "I"}, Prefer="return-no-content")
    assert (quiet.status_code, quiet.content) == (204, b"")
    office.sim.company.rules.append(lambda entity, row: "Call the chief" if entity.set == "Items" else "")
    assert refusal(office.post("Items", {"ItemCode": "J"})) == (400, "-1")
    office.sim.company.denied[USER] = {"Items"}
    assert refusal(office.ask("Items")) == (403, "-6006")


def test_an_etag_stops_a_write_only_as_it_was_told(office: Office) -> None:
    SapDesk(office.sim).customer("Firm", "F1")
    path = "BusinessPartners('F1')"
    old = office.ask(path).headers["etag"]
    assert office.patch(path, {"Phone1": "1"}, **{"If-Match": old}).status_code == 204
    assert refusal(office.patch(path, {"Phone1": "2"}, **{"If-Match": old})) == (412, "-2039")
    for ignored in (old.removeprefix("W/"), old[2:-1], "nonsense"):
        assert office.patch(path, {"Phone1": "3"}, **{"If-Match": ignored}).status_code == 204
    assert "etag" not in office.post("SalesOpportunities", {"CardCode": "F1", "OpportunityName": "D"}).headers


def test_collections_are_merged_by_their_keys_or_replaced(office: Office) -> None:
    people = [{"Name": "A"}, {"Name": "B"}]
    SapDesk(office.sim).customer("Firm", "F1", ContactEmployees=people)
    path = "BusinessPartners('F1')"

    def names() -> list[tuple[str, str | None]]:
        return [(one["Name"], one["Phone1"]) for one in office.ask(path).json()["ContactEmployees"]]

    first = office.ask(path).json()["ContactEmployees"][0]["InternalCode"]
    office.patch(path, {"ContactEmployees": [{"InternalCode": first, "Phone1": "5"}, {"Name": "C"}]})
    assert names() == [("A", "5"), ("B", None), ("C", None)]
    assert refusal(office.patch(path, {"ContactEmployees": [{"Name": "C"}]}))[1] == "-2035"
    office.patch(path, {"ContactEmployees": [{"Name": "D"}]}, **{"B1S-ReplaceCollectionsOnPatch": "true"})
    assert names() == [("D", None)]


def test_documents_come_to_something_and_are_never_deleted(office: Office) -> None:
    desk = SapDesk(office.sim)
    customer, item = desk.customer("Firm"), desk.item("Rope", 50)
    desk.receive(item, 10)
    order = {
        "CardCode": customer,
        "DocDueDate": "2031-08-01",
        "DocumentLines": [{"ItemCode": item, "Quantity": 2, "TaxCode": "GST18"}],
    }
    made = office.post("Orders", order).json()
    assert (made["DocTotal"], made["VatSum"], made["DocumentLines"][0]["UnitPrice"]) == (118, 18, 50)
    assert refusal(office.post("Orders", {**order, "DocumentLines": []}))[1] == "-5002"
    assert refusal(office.ask("Orders(1)", "DELETE")) == (400, "-5006")
    office.patch("Orders(1)", {"DocumentLines": [{"LineNum": 0, "Quantity": 3}]})
    assert office.ask("Orders(1)").json()["DocTotal"] == 177
    invoice = desk.invoiced(1)
    assert office.sim.one("Orders", 1)["DocumentStatus"] == "bost_Close"
    assert (
        refusal(office.patch(f"Invoices({invoice})", {"DocumentLines": [{"LineNum": 0, "Quantity": 9}]}))[1] == "-1029"
    )
    assert office.sim.one("Items", item)["QuantityOnStock"] == 7
    assert refusal(office.ask(f"Invoices({invoice})/Cancel", "POST"))[1] == "-5006"
    assert office.ask(f"Invoices({invoice})/CreateCancellationDocument", "POST").status_code == 201
    states = [(row["Cancelled"], row["CancelStatus"]) for row in office.rows("Invoices")]
    assert states == [("tYES", "csYes"), ("tNO", "csCancellation")]
    assert office.sim.one("BusinessPartners", customer)["CurrentAccountBalance"] == 0
    assert refusal(office.ask(f"BusinessPartners('{customer}')", "DELETE"))[1] == "-5002"  # it has a history
    assert office.ask(f"BusinessPartners('{desk.customer('Nobody')}')", "DELETE").status_code == 204


def test_payments_settle_invoices_and_figures_move_without_stamps(office: Office) -> None:
    desk = SapDesk(office.sim)
    customer, item = desk.customer("Firm"), desk.item("Rope")
    invoice = desk.invoice(customer, (item, 1, 100.0))
    before = office.ask(f"Invoices({invoice})")
    office.sim.clock.advance(3600)
    paid = [{"DocEntry": invoice, "SumApplied": 118}]
    body = {"CardCode": customer, "CashAccount": CASH, "CashSum": 118, "PaymentInvoices": paid}
    assert office.post("IncomingPayments", body).status_code == 201
    after = office.ask(f"Invoices({invoice})")
    assert (after.json()["PaidToDate"], after.json()["DocumentStatus"]) == (118, "bost_Close")
    assert after.headers["etag"] == before.headers["etag"]
    assert office.sim.one("BusinessPartners", customer)["UpdateTime"] == "17:30:40"
    assert refusal(office.post("IncomingPayments", body))[1] == "-5002"  # nothing is open any more
    assert office.ask("IncomingPayments(1)/Cancel", "POST").status_code == 204
    assert office.sim.one("Invoices", invoice)["PaidToDate"] == 0


def test_an_order_that_somebody_must_approve_is_a_draft(office: Office) -> None:
    sim, desk = office.sim, SapDesk(office.sim)
    customer, item = desk.customer("Firm"), desk.item("Rope")
    sim.company.approval = {"Orders"}
    body = {"CardCode": customer, "DocDueDate": "2031-08-01", "DocumentLines": [{"ItemCode": item}], "NumAtCard": "N-1"}
    assert refusal(office.post("Orders", body)) == (404, "-2028")
    assert office.post("Orders", body, Prefer="return-no-content").status_code == 204
    assert (office.rows("Orders"), len(office.rows("Drafts"))) == ([], 2)
    assert sim.one("Orders", sim.approve(1))["NumAtCard"] == "N-1"


def test_user_fields_have_choices_and_defaults(office: Office) -> None:
    desk = SapDesk(office.sim)
    desk.customer("Before", "B1")
    choices = [{"Value": "A", "Description": "Alpha"}, {"Value": "B", "Description": "Beta"}]
    field = {"Name": "Class", "Type": "db_Alpha", "TableName": "OCRD", "Mandatory": "tYES", "ValidValuesMD": choices}
    assert refusal(office.post("UserFieldsMD", field))[1] == "-5002"
    assert office.post("UserFieldsMD", {**field, "DefaultValue": "A"}).status_code == 201
    assert office.post("BusinessPartners", {"CardCode": "B2"}).json()["U_Class"] == "A"
    assert office.codes("U_Class eq 'A'") == ["B1", "B2"]
    refused = office.patch("BusinessPartners('B1')", {"U_Class": "Z"})
    assert refusal(refused) == (400, "-1004")
    assert "'A' - 'Alpha'" in refused.text
    assert office.ask("UserFieldsMD(TableName='OCRD',FieldID=0)", "DELETE").status_code == 204
    assert refusal(office.patch("BusinessPartners('B1')", {"U_Class": "A"})) == (400, "-1000")


def test_answers_that_do_not_arrive(office: Office) -> None:
    sim = office.sim
    for done, code in ((False, "L1"), (True, "L2")):
        sim.lose_next_write(done)
        with pytest.raises(httpx.TransportError):
            office.post("BusinessPartners", {"CardCode": code})
    assert [row["CardCode"] for row in sim.rows("BusinessPartners")] == ["L2"]
    sim.fail_next(502)
    answer = office.ask("BusinessPartners")
    assert (answer.status_code, "502 Proxy Error" in answer.text) == (502, True)
    sim.cut_next()
    with pytest.raises(httpx.TransportError):
        office.ask("BusinessPartners")


# --- webhooks ----------------------------------------------------------------------------------------------------------


class _Ours(BaseHTTPRequestHandler):
    got: list[tuple[dict[str, str], bytes]]

    def do_GET(self) -> None:
        self._say(json.dumps({"Challenge": self.headers["X-B1-Webhook-Token"]}).encode())

    def do_POST(self) -> None:
        self.got.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
        self._say(b"")

    def _say(self, body: bytes) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet."""


@pytest.fixture
def ours() -> Iterator[tuple[str, list[tuple[dict[str, str], bytes]]]]:
    got: list[tuple[dict[str, str], bytes]] = []
    server = HTTPServer(("127.0.0.1", 0), type("Ours", (_Ours,), {"got": got}))
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}", got
    server.shutdown()
    server.server_close()


def test_events_come_in_batches_with_keys_and_signed(
    office: Office, ours: tuple[str, list[tuple[dict[str, str], bytes]]]
) -> None:
    sim, (here, got) = office.sim, ours
    sim.webhooks.tunnels["https://we.example.com"] = here
    cred = json.dumps({"Key": "a-key", "Algorithm": "HMACSha256"})
    wanted = {
        "WebhookID": "w",
        "WebhookURL": "https://we.example.com/in",
        "AuthenticationCred": cred,
        "EventCollection": [{"BusinessObject": "BusinessPartners", "TransactionType": "Created"}],
    }
    assert office.post("EventSubscriptions", wanted).status_code == 201
    assert len(sim.webhooks.handshakes) == 1
    for change in ({"WebhookID": "x"}, {"WebhookID": "x", "WebhookURL": "http://we.example.com/other"}):
        assert refusal(office.post("EventSubscriptions", {**wanted, **change}))[1] == "-5002"
    enable = {"AdminInfo": {"EnableWebhook": "tYES"}}
    assert office.post("CompanyService_UpdateAdminInfo", enable).status_code == 204
    sim.webhooks.held = True
    desk = SapDesk(sim)
    desk.customer("One", "C1")
    desk.customer("Two", "C2")
    sim.change("BusinessPartners", "C1", Phone1="1")
    sim.webhooks.flush()
    sim.webhooks.settle()
    ((headers, body),) = got
    events = json.loads(body)
    assert [event["data"] for event in events] == [{"CardCode": "C1"}, {"CardCode": "C2"}]
    assert events[0]["type"] == "sap.b1.BusinessPartners.Created.v1"
    assert headers["X-B1-Webhook-Signature"] == hmac.new(b"a-key", body, hashlib.sha256).hexdigest()
    sim.webhooks.available = False
    assert refusal(office.ask("EventSubscriptionsService_GetEventCatalog"))[1] == "200"


# --- Gateway -----------------------------------------------------------------------------------------------------------


def test_the_gateway_tells_the_same_in_odata_2(office: Office) -> None:
    sim = office.sim
    SapDesk(sim).customer("Firm", "F1", BPAddresses=[{"AddressName": "Office", "City": "Pune"}])
    sim.gateway.page = 1
    SapDesk(sim).customer("Other", "F2")
    http = office.gateway
    when = "datetime'2031-07-01T00:00:00'"
    told = http.get(
        f"{sim.gateway_url}/BusinessPartners?$filter=UpdateDate%20ge%20{when}&$inlinecount=allpages"
    ).json()["d"]
    (row,) = told["results"]
    assert told["__count"] == "2"
    assert row["UpdateDate"] == f"/Date({int(datetime(2031, 7, 1, tzinfo=UTC).timestamp() * 1000)})/"
    assert (row["UpdateTime"], row["CreditLimit"]) == ("PT17H30M40S", "0.000000")
    assert "__deferred" in row["BPAddresses"]
    assert http.get(told["__next"]).json()["d"]["results"][0]["CardCode"] == "F2"
    (whole,) = http.get(f"{sim.gateway_url}/BusinessPartners?$top=1&$expand=BPAddresses").json()["d"]["results"]
    assert whole["BPAddresses"]["results"][0]["City"] == "Pune"
    change = {"Phone1": "1"}
    uri, etag = row["__metadata"]["uri"], row["__metadata"]["etag"]
    assert http.patch(uri, json=change).headers["x-csrf-token"] == "Required"
    token = http.get("", headers={"X-CSRF-Token": "Fetch"}).headers["x-csrf-token"]
    assert http.patch(uri, json=change, headers={"X-CSRF-Token": token}).status_code == 428
    headers = {"X-CSRF-Token": token, "If-Match": etag}
    assert http.patch(uri, json=change, headers=headers).status_code == 204
    assert http.patch(uri, json=change, headers=headers).status_code == 412
    missing = http.get(f"{sim.gateway_url}/BusinessPartners('none')")
    assert (missing.status_code, missing.json()["error"]["message"]["lang"]) == (404, "en")
    assert httpx.get(sim.gateway_url, verify=False, trust_env=False).status_code == 401
    ET.fromstring(http.get(f"{sim.gateway_url}/$metadata").content)


def test_stock_moves_without_a_stamp_and_what_is_new_may_have_none(office: Office) -> None:
    sim, desk = office.sim, SapDesk(office.sim)
    item = desk.item("Rope", 5)
    before = office.ask(f"Items('{item}')")
    sim.clock.advance(86_400)
    desk.receive(item, 4)
    after = office.ask(f"Items('{item}')")
    assert (after.json()["QuantityOnStock"], after.json()["UpdateDate"]) == (4, before.json()["UpdateDate"])
    assert after.headers["etag"] == before.headers["etag"]
    sim.company.stamps_new = False
    fresh = office.ask(f"Items('{desk.item('New')}')").json()
    assert (fresh["CreateDate"], fresh["UpdateDate"]) == ("2031-07-02T00:00:00Z", None)
    sim.reading.prices = False
    assert office.rows("Items?$select=ItemCode,ItemPrices")[0]["ItemPrices"] == []
    assert office.ask(f"Items('{item}')").json()["ItemPrices"][0]["Price"] == 5
