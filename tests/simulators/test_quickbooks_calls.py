"""What the simulated QuickBooks Online does with calls, whatever they ask: limits, faults, webhooks, and the vendor's shapes."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.simulators.quickbooks import SimulatedQuickbooks
from tests.simulators.quickbooks.problems import FAULTS
from tests.simulators.quickbooks.spec_check import SPEC, WHY_NOT, SpecCheck
from tests.simulators.quickbooks_desk import Office, code_of, office_of

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = ROOT.parent / "shared" / "samples" / "quickbooks"


@pytest.fixture
def office() -> Iterator[Office]:
    with office_of() as made:
        yield made


# --- limits ------------------------------------------------------------------------------------------------------------


def test_calls_are_limited_by_the_second_the_minute_and_for_batches() -> None:
    with SimulatedQuickbooks() as sim:
        office, limits = Office(sim), sim.limits
        limits.per_second = None
        limits.per_minute, limits.batches = 5, 2

        def statuses(path: str, times: int) -> list[int]:
            return [
                office.http.request("POST" if "batch" in path else "GET", path, content="{}").status_code
                for _ in range(times)
            ]

        with office.http:
            assert statuses("/batch", 3) == [400, 400, 429]
            assert statuses("/preferences", 4) == [200, 200, 200, 429]
            sim.clock.advance(60)
            limits.per_second = 2
            assert statuses("/preferences", 3) == [200, 200, 429]
            sim.clock.advance(1)
            answer = office.http.get("/preferences")
            assert (answer.status_code, answer.headers["intuit_tid"][:2]) == (200, "1-")
            limits.at_once = 0
            sim.throttle_shape = "xml"
            answer = office.http.get("/preferences")
            assert (answer.status_code, "retry-after" in answer.headers) == (429, False)
            assert answer.text.startswith("<?xml")
            assert 'code="3001"' in answer.text
        assert limits.refused == 4


def test_reads_count_for_the_month_and_writes_do_not(office: Office) -> None:
    customer = office.made("Customer", {"DisplayName": "Acme"})["Id"]
    assert office.sim.metered == 0
    office.query("select count(*) from Customer")
    office.cdc("Customer,Item", "2026-11-20T00:00:00-08:00")
    office.http.get(f"/customer/{customer}")
    office.http.get(f"/companyinfo/{office.sim.realm}")
    office.batch({"bId": "1", "Query": "select * from Customer"})
    assert office.sim.metered == 5
    office.sim.limits.cap = 5
    assert code_of(office.http.get("/preferences")) == "3001"


# --- faults ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", sorted(FAULTS, key=int))
def test_any_refusal_comes_when_it_is_ordered(office: Office, code: str) -> None:
    office.sim.refuse_next(code, "create")
    answer = office.post("Customer", {"DisplayName": "Acme"})
    body = answer.json()
    (error,) = body["Fault"]["Error"] if "Fault" in body else body["fault"]["error"]
    assert (answer.status_code, error["code"]) == (FAULTS[code][3], code)
    office.sim.refuse_next(code, "create", shape="xml")
    assert f'<Error code="{code}">' in office.post("Customer", {"DisplayName": "Acme"}).text
    assert office.post("Customer", {"DisplayName": "Acme"}).status_code == 200


def test_answers_are_lost_cut_off_or_others_than_expected(office: Office) -> None:
    sim = office.sim
    for done in (True, False):
        sim.lose_next_write(done)
        with pytest.raises(httpx.RemoteProtocolError):
            office.post("Customer", {"DisplayName": f"Lost {done}"})
    assert [row["DisplayName"] for row in sim.rows("Customer")] == ["Lost True"]
    sim.delay_next_write()
    with pytest.raises(httpx.RemoteProtocolError):
        office.post("Customer", {"DisplayName": "Late"})
    assert len(sim.rows("Customer")) == 1
    sim.arrive()
    assert len(sim.rows("Customer")) == 2
    sim.cut_next("query")
    assert office.http.get("/preferences").status_code == 200
    with pytest.raises(httpx.RemoteProtocolError):
        office.query("select * from Customer")
    sim.fail_next(503, "<html>busy</html>", times=2)
    assert [office.http.get("/preferences").status_code for _ in range(3)] == [503, 503, 200]
    sim.before_next("write", lambda: sim.add("Customer", DisplayName="Meanwhile"))
    assert office.refused("Customer", {"DisplayName": "Meanwhile"}) == "6240"
    sim.faults_with_200 = True
    assert office.post("Customer", {"DisplayName": "Meanwhile"}).status_code == 200
    sim.stop()
    with pytest.raises(httpx.ConnectError):
        office.http.get("/preferences")
    sim.start()
    assert office.http.get("/preferences").status_code == 200


def test_without_asking_for_json_it_is_xml(office: Office) -> None:
    office.sim.add("Customer", DisplayName="Acme & Co", BillAddr={"City": "Pune"})
    answer = office.http.get("/query", params={"query": "select * from Customer"}, headers={"Accept": "*/*"})
    assert answer.headers["content-type"].startswith("application/xml")
    assert '<QueryResponse startPosition="1" maxResults="1"><Customer domain="QBO" sparse="false">' in answer.text
    assert "<DisplayName>Acme &amp; Co</DisplayName>" in answer.text
    assert not SpecCheck.load() or [one.problem for one in office.sim.violations] == ["it accepts XML"]
    office.sim.clear()


# --- webhooks ----------------------------------------------------------------------------------------------------------


class _Ear:
    """An app's address, which answers as it is told: 500 first, then 200."""

    def __init__(self, *statuses: int) -> None:
        self.heard: list[tuple[bytes, str]] = []
        left = list(statuses)
        heard = self.heard

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                heard.append((body, self.headers["intuit-signature"]))
                self.send_response(left.pop(0) if left else 200)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None: ...

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/hook"

    def __enter__(self) -> _Ear:
        return self

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()


def test_changes_are_posted_signed_again_and_in_either_format(office: Office) -> None:
    sim, hooks = office.sim, office.sim.webhooks
    with _Ear(500, 200) as ear:
        hooks.url, hooks.fires, hooks.pace, hooks.duplicates = ear.url, True, 0.0, 1
        customer = sim.add("Customer", DisplayName="Acme")
        hooks.settle()
        assert len(ear.heard) == 3
        assert [one.told for one in hooks.made] == [500, 200, 200]
        body, signature = ear.heard[0]
        digest = hmac.new(hooks.verifier.encode(), body, hashlib.sha256).digest()
        assert base64.b64decode(signature) == digest
        assert {one for one, _ in ear.heard} == {body}
        (event,) = json.loads(body)
        assert (event["type"], event["intuitentityid"]) == ("qbo.customer.created.v1", customer)
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z", event["time"])
        hooks.format, hooks.held, hooks.duplicates = "legacy", True, 0
        hooks.more = [hooks.event("Invoice", "Void", "5", realm="310687")]
        sim.change("Customer", customer, Notes="x")
        sim.delete("Customer", customer)
        hooks.flush()
        hooks.settle()
    told = json.loads(ear.heard[-1][0])["eventNotifications"]
    assert [one["realmId"] for one in told] == [sim.realm, "310687"]
    assert [(one["name"], one["operation"]) for one in told[0]["dataChangeEvent"]["entities"]] == [
        ("Customer", "Update"),
        ("Customer", "Delete"),
    ]


# --- the vendor's shapes -----------------------------------------------------------------------------------------------


def _deleted(office: Office) -> Any:
    office.sim.delete("Customer", office.sim.add("Customer", DisplayName="Gone"))
    params = {"entities": "Customer,Item", "changedSince": "2026-11-01T00:00:00-08:00"}
    return office.http.get("/cdc", params=params).json()


def _invoice(office: Office) -> Any:
    customer = office.sim.add("Customer", DisplayName="Acme", BillAddr={"Line1": "x", "City": "Pune"})
    return office.post("Invoice", office.bill(customer, office.pen(), PrivateNote="x")).json()


def _ordered(code: str) -> Callable[[Office], Any]:
    def answer(office: Office) -> Any:
        office.sim.refuse_next(code)
        return office.http.get("/preferences").json()

    return answer


def _hook(form: str) -> Callable[[Office], Any]:
    def body(office: Office) -> Any:
        office.sim.webhooks.format = form
        return json.loads(office.sim.webhooks.body([office.sim.webhooks.event("Account", "Create", "1234")]))

    return body


#: Sample → what we have that looks like it.
SAME_AS: dict[str, Callable[[Office], Any]] = {
    **{f"fault_{code}": _ordered(code) for code in "2020 2500 5010 610 6140 6190 6210 6240 6540".split()},
    "fault_6000_gst": _ordered("6000"),
    "fault_6520_missing_qty": _ordered("6520"),
    "fault_auth_3200_lowercase_401": _ordered("3200"),
    "cdc_deleted": _deleted,
    "java-sdk-11-QueryResponse+time": lambda office: office.http.get(
        "/query", params={"query": "select * from Account"}
    ).json(),
    "java-sdk-14-Invoice+time": _invoice,
    "oauth2_discovery": lambda office: office.sim.accounts.discovery().body,
    "oauth2_success_refreshtoken_response": lambda office: {"id_token": "", **office.sim.grant()},
    "webhook_cloudevents": _hook("cloud"),
    "webhook_legacy": _hook("legacy"),
}
#: Of the sample's own company: deposits, online payment, several currencies, deliveries, places on the map.
_OF_THAT_COMPANY = re.compile(
    r"Deposit$|Allow\w+|Home\w+|ExchangeRate|CustomField|ShipAddr|DeliveryInfo|BillEmail|Lat|Long|Line[23]|Country\w*|PostalCode"
    r"|Description|\$\.Invoice\.Line\[\]\.Description"
)


def _unlike(ours: Any, theirs: Any, at: str = "$") -> Iterator[str]:
    """What the sample has and ours has not: names, kinds, codes and messages. Values of records may be any."""
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for name in theirs.keys() - ours.keys():
            if not _OF_THAT_COMPANY.match(name):
                yield f"{at}.{name} is missing"
        for name in theirs.keys() & ours.keys():
            yield from _unlike(ours[name], theirs[name], f"{at}.{name}")
    elif isinstance(theirs, list) and isinstance(ours, list):
        for one, other in zip(ours, theirs, strict=False):
            yield from _unlike(one, other, f"{at}[]")
    elif isinstance(theirs, int | float) and isinstance(ours, int | float):
        return
    elif type(ours) is not type(theirs) and None not in (ours, theirs):
        yield f"{at} is {ours!r}, not as {theirs!r}"
    elif re.search(r"Error\[\]\.(code|Message)$|status$", at) and ours != theirs:
        yield f"{at} is {ours!r}, not {theirs!r}"


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not there")
@pytest.mark.parametrize("name", sorted(SAME_AS))
def test_what_it_answers_looks_like_the_sample(office: Office, name: str) -> None:
    sample = json.loads((SAMPLES / f"{name}.json").read_text("utf-8-sig"))
    assert list(_unlike(SAME_AS[name](office), sample)) == []


def test_bodies_are_held_against_the_vendors_schema(office: Office) -> None:
    """Of the page of facts: what it catches, and what passes."""
    check = SpecCheck.load()
    if check is None:
        pytest.skip(WHY_NOT)
    bill = office.bill("1", "1", DocNumber="S-1")
    line = bill["Line"][0]
    for right in (
        bill,
        {**bill, "TxnDate": "2026-11-22", "TxnTaxDetail": {"TxnTaxCodeRef": {"value": "1"}}},
        {"Id": "5", "SyncToken": "0", "sparse": True, "Line": [line]},
    ):
        assert check.of_entity("Invoice", right) == []
    wrong = {
        "there is no such field": {**bill, "CustomerReff": {"value": "1"}},
        "SalesItemLineDetail.HSNCode": {**bill, "Line": [{**line, "SalesItemLineDetail": {"HSNCode": "1"}}]},
        "TxnDate": {**bill, "TxnDate": "22/11/2026"},
        "Line": {**bill, "Line": [{**line, "Amount": "ten"}]},
        "DetailType": {**bill, "Line": [{**line, "DetailType": "SalesLine"}]},
    }
    for part, body in wrong.items():
        assert any(part in problem for problem in check.of_entity("Invoice", body)), part
    for name in ("java-sdk-14-Invoice+time", "java-sdk-06-Customer") if SAMPLES.is_dir() else ():
        for entity, body in json.loads((SAMPLES / f"{name}.json").read_text("utf-8-sig")).items():
            assert entity == "time" or check.of_entity(entity, body) == []
    office.post("Customer", {"DisplayName": "Acme", "Telephone": "1"}, minorversion="4")
    assert [one.problem for one in office.sim.violations if one.side == "request"] == [
        "minorversion is 4",
        "Customer.Telephone: there is no such field",
    ]
    office.sim.clear()


def test_the_schema_is_where_it_is_looked_for() -> None:
    """Beside the repository, when that has a neighbour named ``shared``."""
    assert SPEC.is_file() or not (ROOT.parent / "shared" / "specs" / "quickbooks").is_dir()


def test_as_a_program_of_its_own_it_is_ordered_about_over_http() -> None:
    command = [sys.executable, "-m", "tests.simulators.quickbooks", "--control", "0", "--customers", "30"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline().split() for _ in range(4)]
        control, url, realm = lines[0][-1], lines[1][-1], lines[3][-1]
        with httpx.Client(verify=False, trust_env=False) as http:

            def order(method: str, **arguments: Any) -> Any:
                answer = http.post(f"{control}/{method}", json=arguments)
                assert answer.status_code == 200, answer.text
                return answer.json()["result"]

            token = order("grant")["access_token"]
            id = order("add", entity="Customer", DisplayName="Acme")
            order("set", slow=0.001, closed_until="2026-03-31", fires=False, per_second=None)
            headers = {"Authorization": f"Bearer {token}", "Accept": "application/json"}
            read = http.get(f"{url}/v3/company/{realm}/customer/{id}?minorversion=75", headers=headers).json()
            assert read["Customer"]["DisplayName"] == "Acme"
            assert http.post(f"{control}/change", json={"entity": "Customer", "id": "99"}).status_code == 422
            assert http.post(f"{control}/__init__", json={}).status_code == 404
            assert http.get(f"{control}/state").json()["metered"] == 1
            assert http.get(f"{control}/requests").json()["requests"][-1]["kind"] == "read"
        program.terminate()
        assert program.wait(10) == 0
