"""The quirks of the simulated QuickBooks Online that the connector has to live with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from tests.simulators.quickbooks import CLIENT_ID, CLIENT_SECRET, SCOPE, SimulatedQuickbooks, text_of
from tests.simulators.quickbooks_desk import Office, code_of, office_of

NOON = datetime(2031, 7, 1, 20, 0, tzinfo=UTC)
REDIRECT = "http://localhost:50123/callback"
ALL = "Active in (true,false)"


@pytest.fixture
def office() -> Iterator[Office]:
    with office_of() as made:
        yield made


# --- signing in --------------------------------------------------------------------------------------------------------


def _token(sim: SimulatedQuickbooks, secret: str = CLIENT_SECRET, **form: str) -> httpx.Response:
    where = httpx.get(sim.discovery_url, verify=False, trust_env=False).json()["token_endpoint"]
    hard = {"x-include-refresh-token-hard-expires-in": "true"} if form.pop("hard", "") else {}
    return httpx.post(where, data=form, auth=(CLIENT_ID, secret), headers=hard, verify=False, trust_env=False)


def _renewed(sim: SimulatedQuickbooks, token: object, **more: str) -> dict[str, Any]:
    return dict(_token(sim, grant_type="refresh_token", refresh_token=str(token), **more).json())


def _back(sim: SimulatedQuickbooks, redirect: str = REDIRECT) -> httpx.Response:
    asked = {"client_id": CLIENT_ID, "response_type": "code", "scope": SCOPE, "redirect_uri": redirect, "state": "s"}
    return httpx.get(f"{sim.url}/connect/oauth2", params=asked, verify=False, trust_env=False)


def test_a_person_comes_back_with_the_company_and_a_code_that_is_good_once(office: Office) -> None:
    sim = office.sim
    back = httpx.URL(_back(sim).headers["location"]).params
    assert (back["realmId"], back["state"]) == (sim.realm, "s")
    form = {"grant_type": "authorization_code", "code": back["code"], "redirect_uri": REDIRECT}
    assert _token(sim, "wrong", **form).json() == {"error": "invalid_client"}
    got = _token(sim, **form)
    assert got.json()["x_refresh_token_expires_in"] == 8_640_000
    assert "x_refresh_token_hard_expires_in" not in got.json()
    assert _token(sim, **form).json()["error"] == "invalid_grant"
    told = [str(token) for token in (got.json()["refresh_token"], back["code"], CLIENT_SECRET)]
    assert not [entry for entry in sim.requests if any(secret in repr(entry) for secret in told)]
    sim.accounts.strict = True
    for redirect, status in ((REDIRECT, 302), ("https://localhost/x", 400), ("http://127.0.0.1/x", 400)):
        assert _back(sim, redirect).status_code == status
    sim.accounts.environment = "production"
    assert [_back(sim, one).status_code for one in (REDIRECT, "https://office.example.com/x")] == [400, 302]


def test_each_renewal_brings_another_refresh_token_and_the_old_one_is_good_for_a_grace(office: Office) -> None:
    sim = office.sim
    office.at(NOON)
    first = office.sign()["refresh_token"]
    second = _renewed(sim, first, hard="true")
    assert second["refresh_token"] != first
    assert second["x_refresh_token_hard_expires_in"] == 5 * 365 * 86400
    sim.clock.advance(86399)
    assert _renewed(sim, first)["refresh_token"]
    sim.clock.advance(1)
    answer = _token(sim, grant_type="refresh_token", refresh_token=str(first))
    assert (answer.status_code, answer.json()) == (
        400,
        {"error_description": "Incorrect or invalid refresh token", "error": "invalid_grant"},
    )
    newest = _renewed(sim, second["refresh_token"])["refresh_token"]
    address, auth = f"{sim.url}/v2/oauth2/tokens/revoke", (CLIENT_ID, CLIENT_SECRET)
    with httpx.Client(auth=auth, verify=False, trust_env=False) as http:
        assert http.post(address, data={"token": newest}).status_code == 400
        assert http.post(address, json={"token": newest}).json() == {"statuscode": "200"}
    assert _renewed(sim, newest)["error"] == "invalid_grant"


def test_tokens_end_and_are_of_one_environment_and_company(office: Office) -> None:
    sim = office.sim
    company = f"/companyinfo/{sim.realm}"
    assert office.http.get(company).json()["CompanyInfo"]["Country"] == "US"
    office.sign("production")
    answer = office.http.get(company)
    assert (answer.status_code, answer.json()["fault"]["error"][0]["code"]) == (403, "3100")
    office.sign()
    assert office.http.get(f"{sim.url}/v3/company/5/companyinfo/5").status_code == 403
    sim.kill_tokens()
    answer = office.http.get(company)
    assert (answer.status_code, answer.json()["fault"]["error"][0]["code"]) == (401, "3200")
    sim.sign_in_shape = "xml"
    assert "errorCode=003200" in office.http.get(company).text


# --- reading -----------------------------------------------------------------------------------------------------------


def test_queries_page_filter_and_order(office: Office) -> None:
    sim = office.sim
    for number in range(12):
        sim.add("Customer", DisplayName=f"Customer {number:02}", Notes="x" * number)
    sim.add("Vendor", DisplayName="O'Neil & Sons")
    first = office.query("SELECT * FROM Customer ORDERBY DisplayName DESC STARTPOSITION 2 MAXRESULTS 3")
    assert [row["DisplayName"] for row in first["Customer"]] == ["Customer 10", "Customer 09", "Customer 08"]
    assert (first["startPosition"], first["maxResults"]) == (2, 3)
    assert office.query("select count(*) from Customer") == {"totalCount": 12}
    assert office.query("select * from Customer startposition 13") == {}
    assert office.names(r"where DisplayName = 'O\'Neil & Sons'", "Vendor") == ["O'Neil & Sons"]
    assert office.names("where DisplayName like '%er 1%'") == ["Customer 10", "Customer 11"]
    assert office.names("where Id in ('3', '4') and DisplayName > 'Customer 02'") == ["Customer 03"]
    ids = [row["Id"] for row in office.query("select * from Customer orderby Id")["Customer"]]
    assert ids == sorted(ids)
    sim.deactivate("Customer", "1")
    assert "Customer 00" not in office.names()
    assert "Customer 00" in office.names(f"where {ALL}")
    posted = office.http.post("/query", content="select * from Customer where Active = false")
    assert [row["Id"] for row in posted.json()["QueryResponse"]["Customer"]] == ["1"]
    for wrong in (
        "select * from customer",
        "select * from Customer where Id = '1' or Id = '2'",
        "select DisplayName from Customer",
        "select * from Customer maxresults 1001",
        "select * from Customer where DisplayName = 'O'Neil'",
    ):
        assert office.query(wrong)["Fault"]["type"] == "ValidationFault"
    sim.queries.one_more = True
    assert office.query("select * from Customer maxresults 3")["maxResults"] == 4


def test_what_was_changed_since_a_moment_is_asked_by_the_query_too(office: Office) -> None:
    office.at(NOON)
    office.sim.add("Customer", DisplayName="Early")
    office.sim.clock.advance(60)
    since = text_of(office.sim.clock())
    office.sim.add("Customer", DisplayName="Late")
    where = f"where MetaData.LastUpdatedTime >= '{since}' orderby MetaData.LastUpdatedTime"
    assert office.names(where) == ["Late"]
    assert office.names(where.replace(since, "2031-07-01T20:00:00Z")) == ["Early", "Late"]


def test_changes_tell_of_deleted_and_inactive_ones_and_end_at_a_thousand_and_at_thirty_days() -> None:
    with office_of(1100) as office:
        sim = office.sim
        far = text_of(sim.clock() - timedelta(days=20))
        customer, pen = sim.add("Customer", DisplayName="Acme"), office.pen()
        invoice = sim.add("Invoice", **office.bill(customer, pen))
        (many, none) = office.cdc("Customer,Invoice", far)
        assert (len(many["Customer"]), none) == (1000, {})
        sim.clock.set(datetime.now(UTC) + timedelta(days=29))
        office.sign()
        sim.deactivate("Customer", customer)
        sim.delete("Invoice", invoice)
        recent = text_of(sim.clock())
        customers, nothing, invoices = office.cdc("Customer,Estimate,Invoice", recent)
        assert [(one["Id"], one["Active"]) for one in customers["Customer"]] == [(customer, False)]
        assert nothing == {}
        assert invoices["Invoice"] == [
            {"Id": invoice, "domain": "QBO", "status": "Deleted", "MetaData": {"LastUpdatedTime": recent}}
        ]
        sim.clock.advance(31 * 86400)
        office.sign()
        assert office.cdc("Customer", recent) == [{}]
        assert code_of(office.http.get("/cdc", params={"entities": "TaxCode", "changedSince": recent})) == "500"


# --- writing -----------------------------------------------------------------------------------------------------------


def test_a_full_update_clears_what_it_leaves_out_and_a_sparse_one_does_not(office: Office) -> None:
    made = office.made("Customer", {"DisplayName": "Acme", "Notes": "n", "BillAddr": {"Line1": "x", "City": "Pune"}})
    named = {"Id": made["Id"], "SyncToken": "0"}
    sparse = office.made("Customer", {**named, "sparse": True, "BillAddr": {"City": "Goa"}})
    assert (sparse["SyncToken"], sparse["Notes"], sparse["BillAddr"].get("Line1")) == ("1", "n", None)
    assert office.refused("Customer", {**named, "sparse": True, "Notes": "m"}) == "5010"
    office.sim.books.nested = "merge"
    named["SyncToken"] = "1"
    merged = office.made("Customer", {**named, "sparse": True, "BillAddr": {"Line1": "y"}, "Notes": ""})
    assert (merged["BillAddr"]["City"], "Notes" in merged) == ("Goa", False)
    full = office.made("Customer", {"Id": made["Id"], "SyncToken": "2", "DisplayName": "Acme & Co"})
    assert ("BillAddr" in full, full["Active"], full["SyncToken"]) == (False, True, "3")
    assert office.post("Customer", named, operation="delete").status_code == 400
    gone = office.made("Customer", {"Id": made["Id"], "SyncToken": "3", "sparse": True, "Active": False})
    assert gone["DisplayName"] == "Acme & Co"
    office.sim.books.marks_inactive = True
    office.sim.change("Customer", made["Id"], Active=True)
    office.sim.deactivate("Customer", made["Id"])
    assert office.sim.one("Customer", made["Id"])["DisplayName"] == "Acme & Co (deleted)"


def test_names_are_unique_across_customers_vendors_and_employees(office: Office) -> None:
    office.sim.add("Vendor", DisplayName="Acme")
    office.sim.add("Employee", GivenName="Ann", FamilyName="Hill")
    assert office.refused("Customer", {"DisplayName": "ACME"}) == "6240"
    assert office.refused("Customer", {"DisplayName": "Ann Hill"}) == "6240"
    pen = office.pen("Acme")
    assert office.refused("Item", {"Name": "acme", "IncomeAccountRef": office.account("Services")}) == "6240"
    assert office.made("Item", {"Id": pen, "SyncToken": "0", "sparse": True, "Name": "ACME"})["Name"] == "ACME"


def test_every_refusal_that_records_can_bring(office: Office) -> None:
    sim = office.sim
    customer, pen = sim.add("Customer", DisplayName="Acme"), office.pen()
    gone = sim.add("Customer", DisplayName="Gone")
    sim.deactivate("Customer", gone)
    bill, account = office.bill(customer, pen), office.account("Services")
    stock = {
        "Name": "Box",
        "Type": "Inventory",
        "TrackQtyOnHand": True,
        "InvStartDate": "2026-01-01",
        "IncomeAccountRef": account,
        "AssetAccountRef": office.account("Inventory Asset"),
        "ExpenseAccountRef": office.account("Cost of Goods Sold"),
    }
    line = bill["Line"][0]
    refused = office.refused
    assert refused("Customer", {"Notes": "x"}) == "2020"
    assert refused("Item", stock) == "6520"
    assert refused("Item", {key: stock[key] for key in stock if key != "AssetAccountRef"}) == "2020"
    assert refused("Item", {"Name": "x" * 101, "IncomeAccountRef": account}) == "2050"
    assert refused("Item", {"Name": "x", "IncomeAccountRef": {"value": "99"}}) == "2500"
    assert refused("Invoice", office.bill(gone, pen)) == "610"
    assert refused("Invoice", {"CustomerRef": {"value": customer}}) == "2020"
    assert refused("Invoice", {**bill, "Line": [{**line, "Amount": 31}]}) == "6070"
    assert refused("Invoice", {**bill, "Id": "99", "SyncToken": "0"}) == "610"
    assert refused("Estimate", {**bill, "TxnStatus": "Lost"}) == "2170"
    assert refused("TaxCode", {"Name": "x"}) == "500"
    sim.books.own_numbers = True
    sim.add("Invoice", **bill, DocNumber="S-1")
    assert refused("Invoice", {**bill, "DocNumber": "s-1"}) == "6140"
    assert office.made("Invoice", {**bill, "DocNumber": "S-1"}, include="allowduplicatedocnum")["DocNumber"] == "S-1"
    sim.books.closed_until = "2026-03-31"
    assert refused("Invoice", {**bill, "TxnDate": "2026-03-31"}) == "6210"
    payment = sim.add("Payment", CustomerRef={"value": customer}, TotalAmt=5)
    sim.books.deposited.add(payment)
    named = {"Id": payment, "SyncToken": "0"}
    assert refused("Payment", named, operation="delete") == "6540"
    sim.books.lapsed = True
    assert refused("Customer", {"DisplayName": "Late"}) == "6190"
    assert refused("SalesOrder", bill) == "500"


def test_an_invoice_has_totals_taxes_and_a_balance_that_payments_move(office: Office) -> None:
    sim = office.sim
    customer, pen = sim.add("Customer", DisplayName="Acme"), office.pen()
    bill = office.bill(customer, pen)
    bill["Line"][0]["SalesItemLineDetail"]["TaxCodeRef"] = {"value": "TAX"}
    bill["Line"].append(
        {"DetailType": "DiscountLineDetail", "Amount": 5, "DiscountLineDetail": {"PercentBased": False}}
    )
    invoice = office.made("Invoice", {**bill, "TxnTaxDetail": {"TxnTaxCodeRef": {"value": "1"}}})
    assert invoice["CustomerRef"] == {"value": customer, "name": "Acme"}
    assert invoice["Line"][-1] == {"Amount": 30, "DetailType": "SubTotalLineDetail", "SubTotalLineDetail": {}}
    assert (invoice["TxnTaxDetail"]["TotalTax"], invoice["TotalAmt"], invoice["Balance"]) == (2.4, 27.4, 27.4)
    part = {"Amount": 7.4, "LinkedTxn": [{"TxnId": invoice["Id"], "TxnType": "Invoice"}]}
    paid = office.made("Payment", {"CustomerRef": {"value": customer}, "TotalAmt": 10, "Line": [part]})
    assert paid["UnappliedAmt"] == 2.6
    now = sim.one("Invoice", invoice["Id"])
    assert (now["Balance"], now["SyncToken"]) == (20, "1")
    assert now["LinkedTxn"] == [{"TxnId": paid["Id"], "TxnType": "Payment"}]
    assert sim.one("Customer", customer)["Balance"] == 17.4
    assert sim.one("Customer", customer)["SyncToken"] == "0"
    named = {"Id": paid["Id"], "SyncToken": "0"}
    assert office.refused("Payment", named, operation="void") == "500"
    voided = office.made("Payment", {**named, "sparse": True}, operation="update", include="void")
    assert (voided["TotalAmt"], voided["PrivateNote"], voided["Line"]) == (0, "Voided", [])
    assert (sim.one("Invoice", invoice["Id"])["Balance"], sim.one("Customer", customer)["Balance"]) == (27.4, 27.4)
    void = office.made("Invoice", {"Id": invoice["Id"], "SyncToken": "2"}, operation="void")
    assert (void["TotalAmt"], void["Balance"], void["Line"][0]["SalesItemLineDetail"]["Qty"]) == (0, 0, 0)
    done = office.made("Invoice", {"Id": invoice["Id"], "SyncToken": "3"}, operation="delete")
    assert done == {"status": "Deleted", "domain": "QBO", "Id": invoice["Id"]}


def test_outside_the_united_states_each_line_needs_a_tax_code() -> None:
    with office_of(country="CA") as office:
        bill = office.bill(office.sim.add("Customer", DisplayName="Acme"), office.pen())
        assert office.refused("Invoice", bill) == "6000"
        bill["Line"][0]["SalesItemLineDetail"]["TaxCodeRef"] = {"value": "1"}
        taxed = {
            way: office.made("Invoice", {**bill, "GlobalTaxCalculation": way})
            for way in ("TaxExcluded", "TaxInclusive")
        }
        assert [(one["TxnTaxDetail"]["TotalTax"], one["TotalAmt"]) for one in taxed.values()] == [
            (1.5, 31.5),
            (1.43, 30),
        ]


def test_the_same_requestid_is_answered_as_before_though_the_object_is_gone(office: Office) -> None:
    body = office.bill(office.sim.add("Customer", DisplayName="Acme"), office.pen())
    first = office.made("Invoice", body, requestid="7f:g1")
    office.sim.delete("Invoice", first["Id"])
    assert office.made("Invoice", body, requestid="7f:g1") == first
    assert office.sim.rows("Invoice") == []
    assert office.made("Invoice", body, requestid="7f:g2")["Id"] != first["Id"]
    named = {"Id": "99", "SyncToken": "0"}
    assert office.refused("Invoice", {**named, "sparse": True}, requestid="8") == "610"
    assert office.made("Invoice", body, requestid="8")
    assert office.refused("Invoice", body, requestid="x" * 51) == "2050"


def test_a_batch_is_done_one_by_one_and_no_item_sees_what_another_made(office: Office) -> None:
    def create(id: str, name: str) -> dict[str, Any]:
        return {"bId": id, "operation": "create", "Customer": {"DisplayName": name}}

    old = office.sim.add("Customer", DisplayName="Old")
    next_one = str(int(old) + 1)
    change = {"Id": old, "SyncToken": "0", "sparse": True, "Notes": "x"}
    found = office.batch(
        create("a", "Acme"),
        create("b", "acme"),
        {"bId": "c", "Query": "select * from Customer"},
        {"bId": "d", "operation": "create", "Payment": {"CustomerRef": {"value": next_one}, "TotalAmt": 1}},
        {"bId": "e", "operation": "update", "Customer": change},
        {"bId": "f", "operation": "update", "Customer": change},
        {"bId": "g", "operation": "delete", "Customer": {"Id": old, "SyncToken": "1"}},
        requestid="r1",
    )
    assert [one["bId"] for one in found] == list("abcdefg")
    codes = [one["Fault"]["Error"][0]["code"] if "Fault" in one else "" for one in found]
    assert codes == ["", "6240", "", "2500", "", "5010", "500"]
    assert [row["DisplayName"] for row in found[2]["QueryResponse"]["Customer"]] == ["Old"]
    assert found[0]["Customer"]["Id"] == next_one
    office.sim.refuse_next("3001", "item")
    again = office.batch(create("a", "Acme"), create("h", "New"), requestid="r1")
    assert again[0]["Fault"]["Error"][0]["code"] == "3001"
    assert again[1]["Customer"]["DisplayName"] == "New"
    assert office.batch(create("a", "Acme"), requestid="r1")[0]["Customer"] == found[0]["Customer"]
    assert office.batch(create("longer than 10", "Long"), requestid="r2")[0]["Fault"]["Error"][0]["code"] == "2050"
    many = {"BatchItemRequest": [create(str(n), f"N{n}") for n in range(31)]}
    assert office.http.post("/batch", json=many).status_code == 400


def test_a_merge_leaves_one_name_and_the_other_as_deleted(office: Office) -> None:
    sim = office.sim
    one, other, pen = (sim.add("Customer", DisplayName="One"), sim.add("Customer", DisplayName="Other"), office.pen())
    invoice = sim.add("Invoice", **office.bill(other, pen))
    sim.merge("Customer", other, into=one)
    assert sim.one("Invoice", invoice)["CustomerRef"] == {"value": one, "name": "One"}
    (changed,) = office.cdc("Customer", text_of(sim.clock() - timedelta(minutes=1)))
    assert {row["Id"]: row.get("status") for row in changed["Customer"]} == {one: None, other: "Deleted"}
    assert sim.one("Customer", one)["Balance"] == 30


def test_what_was_answered_is_taken_again_though_it_names_what_is_inactive_now(office: Office) -> None:
    sim = office.sim
    customer, pen = sim.add("Customer", DisplayName="Acme"), office.pen()
    invoice = office.made("Invoice", office.bill(customer, pen))
    sim.deactivate("Item", pen)
    sim.deactivate("Customer", customer)
    again = office.made("Invoice", {**invoice, "sparse": True})
    changing = {"SyncToken", "MetaData"}
    assert {name: again[name] for name in again.keys() - changing} == {
        name: invoice[name] for name in invoice.keys() - changing
    }
    assert office.refused("Invoice", office.bill(customer, pen)) == "610"
