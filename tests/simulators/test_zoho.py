"""The quirks of the simulated Zoho that the connector has to live with."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import threading
import zipfile
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from tests.simulators.zoho import CLIENT_ID, CLIENT_SECRET, SCOPES, SimulatedZoho, text_of
from tests.simulators.zoho.org import page_after
from tests.simulators.zoho_desk import LIST, Desk, desk_of, document

ROOT = Path(__file__).resolve().parents[2]
NOON = datetime(2031, 7, 1, 6, 30, tzinfo=UTC)

# --- signing in --------------------------------------------------------------------------------------------------------

REDIRECT = "http://127.0.0.1:50123/callback"
ASKED = {
    "client_id": CLIENT_ID,
    "response_type": "code",
    "redirect_uri": REDIRECT,
    "scope": SCOPES,
    "access_type": "offline",
    "prompt": "consent",
    "state": "s",
    "code_challenge_method": "S256",
    "code_challenge": "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM",  # of RFC 7636, appendix B
}
VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"


def _back(sim: SimulatedZoho, **asked: str) -> dict[str, str]:
    answer = httpx.get(f"{sim.url}/oauth/v2/auth", params={**ASKED, **asked}, verify=False)
    assert answer.status_code == 302
    return {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["location"]).query).items()}


def _token(sim: SimulatedZoho, **form: str) -> dict[str, Any]:
    client = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    answer = httpx.post(f"{sim.url}/oauth/v2/token", data={**client, **form}, verify=False)
    assert answer.status_code == 200
    return dict(answer.json())


def _redeemed(sim: SimulatedZoho, code: str, **form: str) -> dict[str, Any]:
    proof = {"redirect_uri": REDIRECT, "code_verifier": VERIFIER}
    return _token(sim, grant_type="authorization_code", code=code, **{**proof, **form})


def test_a_code_is_good_once_and_for_two_minutes_and_says_where_it_is_redeemed(desk: Desk) -> None:
    sim = desk.sim
    sim.clock.set(NOON)
    back = _back(sim)
    assert (back["location"], back["accounts-server"], back["state"]) == ("in", sim.url, "s")
    assert _redeemed(sim, back["code"], code_verifier="of somebody else") == {"error": "invalid_code"}
    got = _redeemed(sim, _back(sim)["code"])
    assert (got["api_domain"], got["expires_in"]) == (sim.url, 3600)
    renewed = _token(sim, grant_type="refresh_token", refresh_token=got["refresh_token"])
    assert "refresh_token" not in renewed
    assert renewed["access_token"] != got["access_token"]
    assert _redeemed(sim, back["code"]) == {"error": "invalid_code"}
    late = _back(sim)["code"]
    sim.clock.advance(120)
    assert _redeemed(sim, late) == {"error": "invalid_code"}
    # Without asking for consent again there is no second lasting login.
    assert "refresh_token" not in _redeemed(sim, _back(sim, prompt="none")["code"])
    assert _token(sim, grant_type="refresh_token", refresh_token="x", client_id="y") == {"error": "invalid_client"}
    assert not [entry for entry in sim.requests if CLIENT_SECRET in repr(entry) or got["refresh_token"] in repr(entry)]


def test_ten_renewals_in_ten_minutes_fifteen_tokens_and_their_hour(desk: Desk) -> None:
    sim = desk.sim
    sim.clock.set(NOON)
    first = desk.sign()
    login = next(iter(sim.accounts.logins))
    sim.accounts.logins = {login: sim.accounts.logins[login]}
    sim.accounts.active[first].login = login
    renewed = [_token(sim, grant_type="refresh_token", refresh_token=login) for _ in range(11)]
    assert [one.get("error") for one in renewed] == [None] * 10 + ["Access Denied"]
    assert desk.get("/org").status_code == 200
    sim.clock.advance(601)
    for _ in range(5):
        _token(sim, grant_type="refresh_token", refresh_token=login)
    assert desk.get("/org").json()["code"] == "INVALID_TOKEN"  # the sixteenth ended the first
    desk.http.headers["Authorization"] = f"Zoho-oauthtoken {renewed[9]['access_token']}"
    assert desk.get("/org").status_code == 200
    sim.clock.advance(3600)
    assert desk.get("/org").json()["code"] == "INVALID_TOKEN"
    sim.revoke_all()
    assert _token(sim, grant_type="refresh_token", refresh_token=login) == {"error": "invalid_code"}


# --- reading -------------------------------------------------------------------------------------------------------


def test_a_list_pages_by_number_to_2000_and_by_token_to_100000(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.simulators.zoho.reading.BY_TOKEN", 800)
    with desk_of(1001) as desk:
        first = desk.get("/Contacts", **LIST).json()
        assert first["data"][0].keys() == {"Last_Name", "Email", "Modified_Time", "id"}
        assert desk.get("/Contacts", **LIST, page=6).json()["info"]["count"] == 1
        token = first["info"]["next_page_token"]
        assert (
            desk.get("/Contacts", **LIST, page_token=token, per_page=100).json()["code"] == "TOKEN_BOUND_DATA_MISMATCH"
        )
        assert desk.get("/Contacts", **LIST, page_token=token, page=2).json()["code"] == "AMBIGUITY_DURING_PROCESSING"
        seen: list[str] = []
        for _ in range(4):
            page = desk.get("/Contacts", **LIST, **({"page_token": token} if seen else {})).json()
            seen += [row["id"] for row in page["data"]]
            token = page["info"]["next_page_token"]
        assert len(set(seen)) == 800
        assert desk.get("/Contacts", **LIST, page_token=token).json()["code"] == "PAGINATION_LIMIT_EXCEEDED"
        desk.sim.clock.advance(24 * 3600)
        desk.sign()
        assert desk.get("/Contacts", **LIST, page_token=token).json()["code"] == "EXPIRED_VALUE"
        newest = desk.get("/Contacts", fields="id").json()["data"]
        assert newest[0]["id"] == max(row["id"] for row in desk.sim.rows("Contacts"))


def test_if_modified_since_goes_by_the_second_and_a_row_that_moves_is_told_again() -> None:
    with desk_of(301) as desk:
        sim = desk.sim
        desk.at(NOON)
        pages = desk.pages(**LIST)
        moved = next(pages)["data"][0]["id"]
        sim.change("Contacts", moved, Phone="+91 22 1")
        rest = next(pages)["data"]
        assert (len(rest), rest[-1]["id"]) == (102, moved)
        before = text_of(NOON - timedelta(seconds=1))
        assert [row["id"] for row in desk.get("/Contacts", since=before, **LIST).json()["data"]] == [moved]
        assert desk.get("/Contacts", since=text_of(NOON), **LIST).status_code == 304
        # In the same second, and so not newer.
        sim.add("Contacts", Last_Name="Rao")
        assert desk.get("/Contacts", since=text_of(NOON), **LIST).status_code == 304
        assert desk.get("/Contacts", since="2031-07-01T06:29:59+00:00", **LIST).json()["info"]["count"] == 2


def test_lines_come_with_one_record_alone_and_rich_text_is_cut_in_lists(desk: Desk) -> None:
    desk.sim.add_field("Quotes", "Letter", "richtextarea", length=5000)
    id = desk.write("POST", "/Quotes", document(desk, Letter="a" * 800)).json()["data"][0]["details"]["id"]
    row = desk.get("/Quotes", fields="Subject,Letter,Quoted_Items,Nonsense").json()["data"][0]
    assert row.keys() == {"Subject", "Letter", "id"}
    assert len(row["Letter"]) == 500
    whole = desk.get(f"/Quotes/{id}").json()["data"][0]
    assert len(whole["Letter"]) == 800
    assert whole["Quoted_Items"][0]["Product_Name"]["name"] == "Pen"


def test_what_is_deleted_lies_in_the_bin_for_60_days_and_is_listed_for_120(desk: Desk) -> None:
    sim = desk.sim
    desk.at(NOON)
    kept, gone = sim.add("Contacts", Last_Name="Rao"), sim.add("Contacts", Last_Name="Bose")
    sim.delete("Contacts", kept)
    sim.clock.advance(60)
    sim.delete("Contacts", gone)
    sim.purge("Contacts", gone)
    rows = desk.get("/Contacts/deleted").json()["data"]
    assert [(row["id"], row["type"], row["display_name"]) for row in rows] == [
        (kept, "recycle", "Rao"),
        (gone, "permanent", None),
    ]
    assert [row["id"] for row in desk.get("/Contacts/deleted", since=text_of(NOON)).json()["data"]] == [gone]
    assert desk.get("/Contacts/deleted", since=text_of(sim.clock())).status_code == 204
    desk.at(NOON + timedelta(days=61))
    assert desk.get("/Contacts/deleted", type="recycle").status_code == 204
    desk.at(NOON + timedelta(days=121))
    assert desk.get("/Contacts/deleted").status_code == 204
    assert desk.get(f"/Contacts/{kept}").status_code == 204


def test_search_lags_behind_and_coql_does_not(desk: Desk) -> None:
    sim = desk.sim
    ids = [sim.add("Contacts", Last_Name=name, Email=f"{name}@example.in") for name in ("O'Hara", "Rao", "Bose")]
    assert desk.get("/Contacts/search", email="rao@example.in").status_code == 204
    query = "select id, Last_Name from Contacts where ((Last_Name in ('O''Hara', 'Bose') and id is not null) and Phone is null)"
    assert [row["id"] for row in desk.coql(f"{query} limit 1, 5").json()["data"]] == [ids[2]]
    assert desk.coql(f"select id from Contacts where id = '{ids[1]}'").json()["info"] == {
        "count": 1,
        "more_records": False,
    }
    three = desk.coql("select id from Contacts where id > '1' and id > '2' and id > '3'").json()
    assert three["code"] == "SYNTAX_ERROR"
    assert desk.coql("select Nonsense from Contacts where id is not null").json()["details"] == {
        "column_name": "Nonsense"
    }
    assert desk.coql("select id from Contacts where Email = 'x'").status_code == 204
    since = (sim.clock() - timedelta(minutes=1)).isoformat()
    newer = desk.coql(
        f"select id from Contacts where Modified_Time >= '{since}' order by Modified_Time desc, Last_Name asc"
    )
    assert [row["id"] for row in newer.json()["data"]] == [ids[2], ids[0], ids[1]]
    sim.clock.advance(61)
    found = desk.get("/Contacts/search", criteria="((Last_Name:equals:Rao)and(Email:starts_with:rao))").json()
    assert [row["id"] for row in found["data"]] == [ids[1]]


def test_a_bulk_read_gets_on_with_every_look_and_gives_a_zip(desk: Desk) -> None:
    sim, address = desk.sim, desk.sim.url + "/crm/bulk/v8/read"
    account = sim.add("Accounts", Account_Name="Rao & Sons")
    sim.add("Contacts", Last_Name='Rao, "R"', Email_Opt_Out=True, Account_Name={"id": account})
    sim.add("Contacts", Last_Name="Bose")
    sim.bulk.per_page = 1
    query: dict[str, Any] = {"module": {"api_name": "Contacts"}, "page": 1}
    query["fields"] = ["Last_Name", "Account_Name", "Account_Name.Account_Name", "Email_Opt_Out"]
    id = desk.http.post(address, json={"query": query}).json()["data"][0]["details"]["id"]
    assert desk.http.get(f"{address}/{id}/result").status_code == 404
    states = [desk.http.get(f"{address}/{id}").json()["data"][0] for _ in range(3)]
    assert [one["state"] for one in states] == ["ADDED", "IN PROGRESS", "COMPLETED"]
    assert states[2]["result"]["more_records"]
    answers = [desk.http.get(f"{address}/{id}/result") for _ in range(11)]
    assert [one.status_code for one in answers] == [200] * 10 + [429]
    with zipfile.ZipFile(io.BytesIO(answers[0].content)) as packed:
        rows = list(csv.reader(io.StringIO(packed.read(f"{id}.csv").decode())))
    assert rows[0] == ["Id", "Last_Name", "Account_Name", "Account_Name.Account_Name", "Email_Opt_Out"]
    assert rows[1][1:] == ['Rao, "R"', account, "Rao & Sons", "true"]


# --- writing ---------------------------------------------------------------------------------------------------------


def test_each_record_has_its_own_result_and_the_status_says_little(desk: Desk) -> None:
    sim = desk.sim
    good, bad = {"Last_Name": "Rao"}, {"Last_Name": "Rao", "Lead_Source": "Hearsay"}
    assert [desk.write("POST", "/Contacts", *given).status_code for given in ((good,), (good, bad), (bad,))] == [
        201,
        207,
        400,
    ]
    sim.writing.mixed = 202
    assert desk.write("POST", "/Contacts", good, bad).status_code == 202
    cases = {
        "Email": ("no address", {"expected_data_type": "email"}),
        "Account_Name": ({"id": "5"}, {"json_path": "$.data[0].Account_Name.id"}),
        "Email_Opt_Out": ("yes", {"expected_data_type": "boolean"}),
        "Lead_Source": ("Hearsay", {"json_path": "$.data[0].Lead_Source"}),
        "Reporting_To": (["5"], {"expected_data_type": "jsonobject"}),
    }
    for name, (value, wanted) in cases.items():
        problem = desk.write("POST", "/Contacts", {**good, name: value}).json()["data"][0]
        assert problem["code"] == "INVALID_DATA"
        assert problem["details"]["api_name"] == name
        assert wanted.items() <= problem["details"].items()
    gone = desk.http.delete("/Contacts", params={"ids": "5,6"})
    assert (gone.status_code, [one["code"] for one in gone.json()["data"]]) == (400, ["INVALID_DATA"] * 2)
    # Read-only fields and fields that there aren't are passed over.
    quiet = desk.write("POST", "/Contacts", {**good, "Created_Time": "2020-01-01T00:00:00+05:30", "Nonsense": 1})
    id = quiet.json()["data"][0]["details"]["id"]
    assert sim.one("Contacts", id)["Created_Time"] > "2026"


def test_a_change_under_a_condition_and_one_without(desk: Desk) -> None:
    sim = desk.sim
    desk.at(NOON)
    id = sim.add("Contacts", Last_Name="Rao")
    seen = sim.one("Contacts", id)["Modified_Time"]
    sim.clock.advance(5)
    assert desk.write("PUT", f"/Contacts/{id}", {"Phone": "+91 1"}, since=seen).status_code == 200
    stale = desk.write("PUT", f"/Contacts/{id}", {"Phone": "+91 2"}, since=seen)
    assert (stale.status_code, stale.json()["data"][0]["code"]) == (412, "ALREADY_MODIFIED")
    both = [{"id": id, "Phone": "+91 2"}, {"id": sim.add("Contacts", Last_Name="Bose"), "Phone": "+91 2"}]
    assert desk.write("PUT", "/Contacts", *both, since=seen).status_code == 412
    assert desk.write("PUT", f"/Contacts/{id}", {"Phone": None}).status_code == 200
    assert sim.one("Contacts", id)["Phone"] is None
    assert sim.one("Contacts", id)["Modified_By"]["id"] == sim.org.me
    assert desk.write("PUT", f"/Contacts/{id}", {"Last_Name": ""}).json()["data"][0]["code"] == "MANDATORY_NOT_FOUND"


def test_upsert_goes_by_the_system_field_and_by_unique_ones_alone(desk: Desk) -> None:
    sim = desk.sim
    sim.add_field("Contacts", "Hub_Id", unique=True)
    first = sim.add("Contacts", Last_Name="Rao", Email="rao@example.in", Hub_Id="h1")

    def upserted(record: dict[str, Any], *fields: str) -> tuple[Any, ...]:
        more = {"duplicate_check_fields": list(fields)} if fields else {}
        done = desk.write("POST", "/Contacts/upsert", {"Last_Name": "Rao", **record}, **more).json()["data"][0]
        return done.get("action"), done.get("duplicate_field"), done["details"].get("id") == first

    assert upserted({"Hub_Id": "H1"}, "Hub_Id") == ("update", "Hub_Id", True)
    assert upserted({"Email": "rao@example.in"}) == ("update", "Email", True)
    # Last_Name is neither; the other unique field is looked at all the same, and the system-defined one is not.
    assert upserted({"Hub_Id": "h1"}, "Last_Name") == ("update", "Hub_Id", True)
    assert upserted({"Email": "rao@example.in", "Hub_Id": "h2"}, "Hub_Id") == ("insert", None, False)
    both = desk.write("POST", "/Contacts/upsert", *[{"Last_Name": "Bose", "Hub_Id": "h3"}] * 2).json()["data"]
    assert [one["action"] for one in both] == ["insert", "update"]


def test_a_document_adds_up_and_its_lines_are_changed_one_by_one(desk: Desk) -> None:
    sim = desk.sim
    given = document(desk, Discount=5, Adjustment=0.55)
    pen = given["Quoted_Items"][0]["Product_Name"]
    given["Quoted_Items"][0] |= {"Discount": "10%", "Line_Tax": [{"name": "IGST", "percentage": 18}]}
    given["$line_tax"] = [{"name": "Vat", "percentage": 10}]
    id = desk.write("POST", "/Quotes", given).json()["data"][0]["details"]["id"]
    quote = sim.one("Quotes", id)
    line = quote["Quoted_Items"][0]
    assert (line["Total"], line["Discount"], line["Tax"], line["Net_Total"]) == (30, 3, 4.86, 31.86)
    assert (quote["Sub_Total"], quote["Tax"], quote["Grand_Total"]) == (31.86, 2.69, 30.1)
    desk.write("PUT", f"/Quotes/{id}", {"Quoted_Items": [{"Product_Name": pen, "Quantity": 1, "List_Price": 2}]})
    assert [row["Quantity"] for row in sim.one("Quotes", id)["Quoted_Items"]] == [3, 1]
    desk.write("PUT", f"/Quotes/{id}", {"Quoted_Items": [{"id": line["id"], "_delete": None}]})
    assert [row["Quantity"] for row in sim.one("Quotes", id)["Quoted_Items"]] == [1]
    empty = desk.write("POST", "/Quotes", {"Subject": "Nothing"}).json()["data"][0]
    assert (empty["code"], empty["details"]["api_name"]) == ("MANDATORY_NOT_FOUND", "Quoted_Items")


def test_workflows_run_unless_the_trigger_is_empty(desk: Desk) -> None:
    sim = desk.sim
    sim.writing.workflow = lambda module, record: {"Department": "Sales"}
    quiet = desk.http.post("/Contacts", json={"data": [{"Last_Name": "Rao"}], "trigger": []})
    loud = desk.http.post("/Contacts", json={"data": [{"Last_Name": "Rao"}]})
    ids = [one.json()["data"][0]["details"]["id"] for one in (quiet, loud)]
    assert [sim.one("Contacts", id)["Department"] for id in ids] == [None, "Sales"]
    assert sim.writing.triggered == [("Contacts", ids[1])]


def test_a_field_is_made_and_the_plan_may_not_allow_it(desk: Desk) -> None:
    field = {"field_label": "Hub Id", "data_type": "text", "length": 64, "unique": {"case_sensitive": False}}

    def made() -> httpx.Response:
        return desk.http.post("/settings/fields", params={"module": "Deals"}, json={"fields": [field]})

    assert made().status_code == 201
    told = next(
        one for one in desk.get("/settings/fields", module="Deals").json()["fields"] if one["api_name"] == "Hub_Id"
    )
    assert told["unique"] == {"case_sensitive": False}
    assert told["custom_field"]
    assert made().json()["fields"][0]["code"] == "DUPLICATE_DATA"
    field["field_label"] = "Other"
    desk.sim.metadata.unique_left = 0
    assert made().json()["fields"][0]["code"] == "LIMIT_EXCEEDED"
    desk.sim.metadata.may_create = False
    assert made().status_code == 403


# --- limits, channels, faults ------------------------------------------------------------------------------------


def test_credits_and_calls_at_once_are_limited_without_a_word_on_when(desk: Desk) -> None:
    sim = desk.sim
    desk.at(NOON)
    sim.limits.credits = 12
    first = desk.write("POST", "/Contacts", *[{"Last_Name": "Rao"}] * 51)
    assert (sim.limits.used, first.headers.get("X-API-CREDITS-REMAINING")) == (6, None)
    assert desk.get("/org").headers["X-API-CREDITS-REMAINING"] == "5"
    assert [desk.get("/org").status_code for _ in range(6)] == [200] * 5 + [429]
    desk.at(NOON + timedelta(days=1))
    assert desk.get("/org").status_code == 200
    sim.limits.at_once = 2
    everybody = threading.Barrier(3)
    sim.pause = everybody.wait
    with ThreadPoolExecutor(3) as pool:
        asked = [pool.submit(desk.get, "/org") for _ in range(3)]
        refused = wait(asked, return_when=FIRST_COMPLETED).done.pop().result()
        everybody.wait()
        assert sorted(one.result().status_code for one in asked) == [200, 200, 429]
    assert "Retry-After" not in refused.headers


def test_a_channel_lives_an_hour_unless_it_asks_for_up_to_a_week_and_calls_back(desk: Desk) -> None:
    sim, heard = desk.sim, []

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            heard.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Quiet."""

    desk.at(NOON)
    ear = ThreadingHTTPServer(("127.0.0.1", 0), Ear)
    threading.Thread(target=ear.serve_forever, args=(0.05,), daemon=True).start()
    address = f"http://127.0.0.1:{ear.server_address[1]}/zoho"
    channel: dict[str, Any] = {"channel_id": "1", "events": ["Contacts.all"], "notify_url": address, "token": "secret"}

    def until(**more: Any) -> str:
        done = desk.http.post("/actions/watch", json={"watch": [{**channel, **more}]}).json()["watch"][0]
        return str(done["details"]["events"][0]["channel_expiry"])

    hour, week = text_of(NOON + timedelta(hours=1)), text_of(NOON + timedelta(days=7))
    assert until() == hour
    assert until(channel_expiry=text_of(NOON + timedelta(days=8))) == hour
    assert until(channel_expiry=week) == week
    renewed = {**channel, "channel_id": "2", "channel_expiry": week}
    assert desk.http.put("/actions/watch", json={"watch": [renewed]}).json()["watch"][0]["code"] == "NOT_SUBSCRIBED"
    desk.http.patch(
        "/actions/watch", json={"watch": [{"channel_id": "1", "events": ["Contacts.all", "Accounts.create"]}]}
    )
    less = {"channel_id": "1", "events": ["Accounts.create"], "_delete_events": True}
    assert desk.http.patch("/actions/watch", json={"watch": [less]}).status_code == 200
    assert [one["events"] for one in desk.get("/actions/watch").json()["watch"]] == [["Contacts.all"]]
    sim.watch_fires = True
    id = sim.add("Contacts", Last_Name="Rao")
    sim.change("Contacts", id, Phone="+91 1")
    sim.delete("Contacts", id)
    sim.add("Accounts", Account_Name="Rao & Sons")
    sim.watch.settle()
    assert [(one["operation"], one["ids"], one["token"]) for one in heard] == [
        ("insert", [id], "secret"),
        ("update", [id], "secret"),
        ("delete", [id], "secret"),
    ]
    desk.at(NOON + timedelta(days=8))
    assert desk.get("/actions/watch").json()["watch"] == []
    ear.shutdown()
    ear.server_close()


def test_answers_are_lost_cut_off_or_others_than_expected(desk: Desk) -> None:
    sim = desk.sim
    for done in (True, False):
        sim.lose_next_write(done)
        with pytest.raises(httpx.RemoteProtocolError):
            desk.write("POST", "/Contacts", {"Last_Name": f"Lost {done}"})
    assert [row["Last_Name"] for row in sim.rows("Contacts")] == ["Lost True"]
    sim.cut_next("list")
    assert desk.get("/org").status_code == 200
    with pytest.raises(httpx.RemoteProtocolError):
        desk.get("/Contacts", **LIST)
    sim.fail_next(500, {"code": "INTERNAL_ERROR", "message": "Internal Server Error", "status": "error", "details": {}})
    assert desk.get("/org").status_code == 500
    sim.before_next("write", lambda: sim.add("Contacts", Last_Name="Meanwhile"))
    desk.write("POST", "/Contacts", {"Last_Name": "Later"})
    assert [row["Last_Name"] for row in sim.rows("Contacts")] == ["Lost True", "Meanwhile", "Later"]
    sim.kill_tokens()
    assert desk.get("/org").status_code == 401
    sim.stop()
    with pytest.raises(httpx.ConnectError):
        desk.get("/org")
    sim.start()
    desk.sign()
    assert desk.get("/org").status_code == 200


def test_as_a_program_of_its_own_it_is_ordered_about_over_http() -> None:
    command = [sys.executable, "-m", "tests.simulators.zoho", "--control", "0", "--contacts", "30"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        lines = [program.stdout.readline().split() for _ in range(3)]
        control, url = lines[0][-1], lines[1][-1]
        with httpx.Client(verify=False) as http:

            def order(method: str, **arguments: Any) -> Any:
                answer = http.post(f"{control}/{method}", json=arguments)
                assert answer.status_code == 200, answer.text
                return answer.json()["result"]

            token = order("grant")["access_token"]
            id = order("add", module="Contacts", Last_Name="Rao")
            order("set", slow=0.001)
            listed = http.get(
                f"{url}/crm/v8/Contacts", params=LIST, headers={"Authorization": f"Zoho-oauthtoken {token}"}
            ).json()
            assert (len(listed["data"]), listed["data"][-1]["id"]) == (31, id)
            assert http.post(f"{control}/change", json={"module": "Contacts", "id": "5"}).status_code == 422
            assert http.post(f"{control}/__init__", json={}).status_code == 404
            assert http.get(f"{control}/requests").json()["requests"][-1]["kind"] == "list"
            assert http.get(f"{control}/violations").json()["violations"] == []
        program.terminate()
        assert program.wait(10) == 0


def test_a_page_is_what_stands_behind_a_place() -> None:
    rows = [(str(n), str(n)) for n in range(5)]
    assert page_after(rows, None, 2, falling=False) == rows[:2]
    assert page_after(rows, ("1", "1"), 2, falling=False) == rows[2:4]
    assert page_after(rows, ("1", "9"), 2, falling=False) == rows[2:4]  # gone meanwhile
    assert page_after(rows, None, 2, falling=True) == [rows[4], rows[3]]
    assert page_after(rows, ("3", "3"), 9, falling=True) == [rows[2], rows[1], rows[0]]
