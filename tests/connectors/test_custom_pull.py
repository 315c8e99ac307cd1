"""Lists page by page, and what can go wrong with them: short pages, circles, other hosts, rows that go while one reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.connectors.base import PullMode
from app.connectors.custom.client import policy_of
from app.connectors.custom.definition import Definition
from app.connectors.custom.loading import load
from app.connectors.custom.paging import Walk
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.model.cancel import CancelToken
from app.model.errors import AuthRequired, BadAnswer, Forbidden, Misconfigured
from tests.connectors.contract import Hub
from tests.connectors.custom_rig import RestRig, stock
from tests.simulators.custom import RestErp
from tests.simulators.faults import Fault
from tests.simulators.web import Answer as Sent


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[RestRig]:
    with RestErp("shelf", "customers", "products") as erp:
        stock(erp)
        rig = RestRig(erp, tmp_path)
        yield rig
        rig.close()


@pytest.fixture
def cloud(tmp_path: Path) -> Iterator[RestRig]:
    with RestErp("cloud", "customers") as erp:
        stock(erp)
        rig = RestRig(erp, tmp_path)
        yield rig
        rig.close()


def pulled(rig: RestRig, mode: PullMode = PullMode.FULL) -> Hub:
    rig.hub.pull(rig.open(), rig.modules, mode)
    return rig.hub


# --- pages ------------------------------------------------------------------------------------------------------------


def test_a_row_deleted_while_paging_skips_no_other(shelf: RestRig) -> None:
    first = shelf.some("customers")
    shelf.erp.faults.call("after", "list", lambda: shelf.erp.delete("customers", first))
    assert pulled(shelf).ids("customers") == shelf.ids("customers") | {first}  # which had been read already
    assert pulled(shelf, PullMode.INCREMENTAL).ids("customers") == shelf.ids("customers")


@pytest.mark.parametrize("rig", ["shelf", "cloud"])
def test_a_list_that_goes_round_in_circles_ends_with_an_error(rig: str, request: pytest.FixtureRequest) -> None:
    system: RestRig = request.getfixturevalue(rig)
    system.erp.circles = True
    with pytest.raises(BadAnswer) as caught:
        pulled(system)
    assert caught.value.code == "same_page"
    assert system.requests() < 10


DEFINITION = """
format: 1
title: Pages
paging: {}
resources:
  things:
    list: {{rows: rows}}
"""


def walked(paging: str, answers: dict[str, tuple[Any, dict[str, str]]]) -> tuple[list[Any], list[str]]:
    """The rows, and what was asked for: ``answers`` by the last part of the address and its parameters."""
    definition: Definition = load(DEFINITION.format(paging))
    listed, asked = definition.resources["things"].listing, []

    def ask(call: Call) -> Answer:
        key = call.path.rpartition("/")[2] + "".join(f"&{name}={value}" for name, value in call.params.items())
        asked.append(key)
        body, headers = answers[key]
        return Answer("Pages", 200, headers, json.dumps(body).encode())

    walk = Walk("Pages", listed, definition.paging, Call("GET", "/api/things"), ask, "https://erp.example/api")
    return [row for sheet in walk.sheets() for row in sheet.rows], asked


A, B, C = {"id": 1}, {"id": 2}, {"id": 3}


@pytest.mark.parametrize(
    ("paging", "answers"),
    [
        ("{kind: none}", {"things": ({"rows": [A, B, C]}, {})}),
        (
            "{kind: page, param: p, first: 0, size_param: n, size: 2}",
            {"things&n=2&p=0": ({"rows": [A, B]}, {}), "things&n=2&p=1": ({"rows": [C]}, {})},
        ),
        (  # gives fewer rows than it was asked for
            "{kind: offset, param: at, size_param: n, size: 50}",
            {"things&n=50&at=0": ({"rows": [A, B]}, {}), "things&n=50&at=2": ({"rows": [C]}, {})},
        ),
        (
            "{kind: page, param: p, more: more}",
            {"things&p=1": ({"rows": [A], "more": True}, {}), "things&p=2": ({"rows": [B, C], "more": False}, {})},
        ),
        (
            "{kind: cursor, param: c, next: next}",
            {"things": ({"rows": [A, B], "next": "x=&y"}, {}), "things&c=x=&y": ({"rows": [C], "next": ""}, {})},
        ),
        (
            "{kind: link, next: links.next}",
            {"things": ({"rows": [A, B], "links": {"next": "/api/things?p=2"}}, {}), "things?p=2": ({"rows": [C]}, {})},
        ),
        (
            "{kind: link, header: Link}",
            {
                "things": ({"rows": [A]}, {"link": '<things?p=0>; rel="prev", <things?p=2>; title="a"; rel="next"'}),
                "things?p=2": ({"rows": [B, C]}, {"link": '<https://erp.example/api/things>; rel="first"'}),
            },
        ),
    ],
    ids=["none", "page", "offset", "more", "cursor", "link in the body", "link header"],
)
def test_every_kind_of_pages(paging: str, answers: dict[str, Any]) -> None:
    rows, asked = walked(paging, answers)
    assert rows == [A, B, C]
    assert asked == list(answers)


def test_what_is_no_list_is_told(shelf: RestRig) -> None:
    shelf.definition = shelf.definition.replace("rows: items, sorted_by", "rows: itmes, sorted_by")
    with pytest.raises(BadAnswer) as caught:
        pulled(shelf)
    assert caught.value.code == "no_list"
    shelf.definition = shelf.definition.replace("rows: itmes, sorted_by", "rows: total, sorted_by")
    with pytest.raises(BadAnswer):
        pulled(shelf)


def test_the_next_page_is_never_looked_for_on_another_host(shelf: RestRig) -> None:
    shelf.definition = shelf.definition.replace(
        "paging: {kind: page, param: page, size_param: per_page, size: 100, total: total}",
        "paging: {kind: link, header: X-Next}",
    )
    lure = Sent(200, {"items": [{"id": 1, "name": "x", "rev": 1}]}, {"X-Next": "http://127.0.0.1:9/customers?p=2"})
    shelf.erp.faults.plan(Fault("list", "answer", lure))
    with pytest.raises(Misconfigured) as caught:
        pulled(shelf)
    assert caught.value.code == "redirected"
    assert "was not asked" in caught.value.message


# --- what changed -----------------------------------------------------------------------------------------------------


def test_what_was_changed_while_a_full_pull_was_under_way_comes_next_time(shelf: RestRig) -> None:
    first = shelf.some("customers")
    shelf.erp.faults.call("after", "list", lambda: shelf.erp.change("customers", first, phone="just now"))
    pulled(shelf)
    pulled(shelf, PullMode.INCREMENTAL)
    assert shelf.hub.fields["customers", first]["phone"] == "just now"


def test_deletions_are_told_without_a_check(shelf: RestRig, cloud: RestRig) -> None:
    for rig in (shelf, cloud):
        pulled(rig)
        rig.later()
        gone = rig.some("customers")
        rig.erp.delete("customers", gone)
        assert gone not in pulled(rig, PullMode.INCREMENTAL).ids("customers")


def test_a_token_that_runs_out_is_fetched_anew_and_a_wrong_login_is_told(cloud: RestRig) -> None:
    connector = cloud.open()
    connector.preflight(None, CancelToken())
    connector.sample("customers", 1, CancelToken())
    cloud.erp.tokens.clear()
    assert connector.sample("customers", 1, CancelToken())
    assert len(cloud.erp.sent("token")) == 2
    wrong = cloud.open(client_secret="another")
    with pytest.raises(Misconfigured):
        wrong.sample("customers", 1, CancelToken())


def test_a_wrong_key_and_other_books_are_told(shelf: RestRig) -> None:
    with pytest.raises(AuthRequired):
        shelf.open(api_key="wrong").sample("customers", 1, CancelToken())
    with pytest.raises(Misconfigured) as caught:
        shelf.open(api_key="").sample("customers", 1, CancelToken())
    assert caught.value.code == "no_api_key"
    standing = shelf.open().preflight({"id": "4712", "name": "Others"}, CancelToken())
    assert [guard for guard, *_ in standing.questions] == ["other_books"]
    shelf.erp.faults.plan(Fault("about", "answer", Sent(403)))
    with pytest.raises(Forbidden):
        shelf.open().preflight(None, CancelToken())


def test_a_whole_list_is_compared_and_an_unchanged_one_is_not_read(shelf: RestRig) -> None:
    """Without any way to ask for changes."""
    lines = shelf.definition.splitlines()
    kept = [line for line in lines if not line.strip().startswith(("changes:", "deletions:"))]
    shelf.definition = "\n".join(kept)
    pulled(shelf)
    gone, other = shelf.some("customers"), sorted(shelf.ids("customers"))[1]
    shelf.erp.delete("customers", gone)
    shelf.erp.change("customers", other, phone="new")
    pulled(shelf, PullMode.INCREMENTAL)
    assert shelf.hub.ids("customers") == shelf.ids("customers")
    assert shelf.hub.fields["customers", other]["phone"] == "new"


def test_a_full_pull_that_can_not_be_gone_on_with_begins_anew(shelf: RestRig) -> None:
    left = {
        "v": 1,
        "full": {"state": {"page": 2, "had": 3, "total": 7}, "at": "2026-01-01T00:00:00+00:00", "newest": ""},
    }
    shelf.hub.cursors = {"customers": left}
    shelf.erp.faults.plan(Fault("list", "answer", Sent(400)))
    assert pulled(shelf, PullMode.INCREMENTAL).ids("customers") == shelf.ids("customers")


def test_a_definition_that_was_changed_begins_anew(shelf: RestRig) -> None:
    """Where changes are asked for in another way than before: the old word for how far it was told says nothing."""
    pulled(shelf)
    shelf.hub.cursors = {
        "customers": {"v": 1, "since": "17", "by": "etag"},
        "products": {"v": 1, "full": {"state": {"cursor": "x"}}},
    }
    gone = shelf.some("customers")
    shelf.erp.delete("customers", gone)
    assert pulled(shelf, PullMode.INCREMENTAL).ids("customers") == shelf.ids("customers")
    assert shelf.hub.cursors["customers"]["by"] == "modified"


def test_fields_are_learned_from_rows(cloud: RestRig) -> None:
    cloud.erp.add(
        "customers", name="Last", limit=12.5, parts=[{"no": 7, "when": "2026-08-01"}], vip=True, since="01/08/2026"
    )
    found = {one.path: (str(one.type), one.sample) for one in cloud.open().fields("customers", CancelToken())}
    assert found["address.city"] == ("text", "Pune")
    assert found["limit"][0] == "number"
    assert found["since"][0] == "date"
    assert found["tags"][0] == "lines"


def test_a_resource_that_was_taken_out_is_told(shelf: RestRig) -> None:
    with pytest.raises(Misconfigured) as caught:
        shelf.open().sample("orders", 1, CancelToken())
    assert caught.value.code == "no_resource"


@pytest.mark.parametrize(
    ("login", "header", "query"),
    [
        ("{type: api_key, query: key}", None, "shelf-key-1234"),
        ("{type: api_key, header: Authorization, prefix: 'Token '}", "Token ***", None),
        ("{type: bearer}", "Bearer ***", None),
    ],
    ids=["query", "prefix", "bearer"],
)
def test_the_key_goes_where_the_definition_says(
    shelf: RestRig, login: str, header: str | None, query: str | None
) -> None:
    shelf.definition = shelf.definition.replace("{type: api_key, header: X-Api-Key}", login)
    with pytest.raises(AuthRequired):  # this ERP wants it elsewhere
        shelf.open().sample("customers", 1, CancelToken())
    (asked,) = shelf.erp.sent("list")
    assert (asked.headers.get("authorization"), asked.query.get("key")) == (header, query)


def test_limits_are_those_of_the_definition() -> None:
    policy = policy_of(
        load(DEFINITION.format("{kind: none}") + "limits: {per_hour: 90, statuses: [429, 509], backoff: 30}")
    )
    assert (dict(policy.limits), policy.statuses, policy.backoff) == (
        {"per_hour": 90, "concurrent": 2},
        frozenset({429, 509}),
        30.0,
    )
