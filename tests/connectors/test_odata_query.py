"""Addresses, links and answers of the OData servers: what is sent is what was meant, and nothing goes elsewhere."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.connectors.http.answers import Answer
from app.connectors.odata.dialect import GATEWAY, V3, V4, Dialect, Fault, dialect_of
from app.connectors.odata.paging import follow
from app.connectors.odata.query import Query, and_, key, number, or_, text
from app.model import errors

BASE = "https://sap.shop.example:50000/b1s/v2"
KEYS = st.text(min_size=1, max_size=30)
#: What servers and strangers may write into an address.
LINKS = st.lists(
    st.sampled_from(
        ["Orders", "Logout", "?$skip=20", "/", "//", "..", ".", "\\", "@", ":", "#", "%2e%2e", "%2F", "b1s", "v1", "v2", " ",
         "https://", "HTTPS://SAP.shop.example:50000/b1s/v2/", "http://sap.shop.example:50000", "sap.shop.example:50000",
         "evil.example", "javascript:", "\t", "\n", "\x00", "ü", "'", "&$filter=CardCode eq 'A#1'", "[::1]", ":443"]
    ),
    max_size=6,
).map("".join)  # fmt: skip


def as_sent(path: str) -> httpx.URL:
    """What the client makes of a path."""
    return httpx.URL(urlsplit(urljoin(BASE + "/", path)).geturl())


@given(KEYS)
def test_a_key_arrives_as_it_is_whatever_is_in_it(code: str) -> None:
    url = as_sent(key("BusinessPartners", code))
    assert (url.host, url.query, url.fragment) == ("sap.shop.example", b"", "")
    assert "+" not in url.raw_path.decode()
    assert unquote(url.raw_path.decode()) == f"/b1s/v2/BusinessPartners('{code.replace(chr(39), chr(39) * 2)}')"


@given(KEYS, st.integers(1, 500))
def test_a_condition_arrives_as_it_is(value: str, most: int) -> None:
    condition = and_(f"CardName eq {text(value)}", or_("CardType eq 'cLid'", "", "Valid eq 'tYES'"))
    query = Query("BusinessPartners").select("CardCode", "BPAddresses").filter(condition).orderby("CardCode").top(most)
    raw = as_sent(query.path).query.decode()
    assert "+" not in raw
    told = {name: unquote(part) for name, _, part in (option.partition("=") for option in raw.split("&"))}
    assert told == {
        "$select": "CardCode,BPAddresses",
        "$filter": f"(CardName eq '{value.replace(chr(39), chr(39) * 2)}') and ((CardType eq 'cLid') or (Valid eq 'tYES'))",
        "$orderby": "CardCode",
        "$top": str(most),
    }
    assert unquote(as_sent(query.count_path).raw_path.decode()).startswith(
        "/b1s/v2/BusinessPartners/$count?$filter=(CardName"
    )


def test_numbers_and_keys_of_several_parts() -> None:
    assert key("Orders", 5) == "Orders(5)"
    assert key("SalesTaxAuthorities", {"Code": "AK", "Type": -3}) == "SalesTaxAuthorities(Code='AK',Type=-3)"
    assert (number("1E+2"), number(-3), and_("", "a eq 1"), or_()) == ("100", "-3", "a eq 1", "")
    assert Query("Orders").option(V3.count_option).path == "Orders?$inlinecount=allpages"
    for wrong in ("x", "NaN", ""):
        with pytest.raises(ValueError, match="not a"):
            number(wrong)


# --- links -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("link", "path"),
    [
        ("Orders?$filter=CardCode%20eq%20'A'&$skip=20", "Orders?$filter=CardCode%20eq%20'A'&$skip=20"),
        ("/b1s/v2/Orders?$skip=20", "Orders?$skip=20"),
        (f"{BASE}/Orders?$skip=20", "Orders?$skip=20"),
        ("https://SAP.shop.example:50000/b1s/v2/Orders?$skip=20", "Orders?$skip=20"),
        ("Orders?$filter=CardCode eq 'A#1'&$skip=20", "Orders?$filter=CardCode%20eq%20'A%231'&$skip=20"),
        ("", None),
    ],
)
def test_a_next_page_may_be_written_in_each_of_the_ways(link: str, path: str | None) -> None:
    assert follow(BASE, "Orders?$top=100", link) == path


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/b1s/v2/Orders?$skip=20",
        "//evil.example/b1s/v2/Orders?$skip=20",
        "https://sap.shop.example:50001/b1s/v2/Orders?$skip=20",
        "http://sap.shop.example:50000/b1s/v2/Orders?$skip=20",
        "https://sap.shop.example:50000@evil.example/b1s/v2/Orders",
        "https://evil@sap.shop.example:50000/b1s/v2/Orders",
        "https:\\\\evil.example\\b1s\\v2\\Orders",
        "/b1s/v1/Orders?$skip=20",
        "Orders/../../v1/Orders",
        "Logout",
        "Orders(5)/Cancel",
        "https://[",
        "Orders\x00?$skip=20",
    ],
)
def test_no_link_leads_elsewhere(link: str) -> None:
    with pytest.raises(errors.Misconfigured) as caught:
        follow(BASE, "Orders?$top=100", link)
    assert caught.value.code == "redirected"


@settings(max_examples=150)
@given(LINKS)
def test_whatever_a_link_is_it_stays_in_the_list(link: str) -> None:
    try:
        found = follow(BASE, "Orders", link)
    except (errors.Misconfigured, errors.BadAnswer):
        return
    if found is not None:
        url = as_sent(found)
        assert (url.scheme, url.host, url.port) == ("https", "sap.shop.example", 50000)
        assert (url.userinfo, url.path.rstrip("/")) == (b"", "/b1s/v2/Orders")


def test_a_page_that_follows_itself_ends() -> None:
    with pytest.raises(errors.BadAnswer):
        follow(BASE, "Orders?$skip=20", "/b1s/v2/Orders?$skip=20")


# --- answers -----------------------------------------------------------------------------------------------------

V4_PAGE = {
    "@odata.context": "$metadata#Orders",
    "value": [{"@odata.etag": 'W/"A"', "DocEntry": 5}],
    "@odata.nextLink": "n",
}
V3_PAGE = {
    "odata.metadata": "$metadata#Orders",
    "value": [{"odata.etag": 'W/"A"', "DocEntry": 5}],
    "odata.nextLink": "n",
}
GATEWAY_ROW = {
    "__metadata": {"uri": "https://h/x", "etag": 'W/"A"'},
    "DocEntry": 5,
    "to_Lines": {"results": [{"__metadata": {}, "Line": "1", "to_More": {"__deferred": {"uri": "x"}}}]},
}


@pytest.mark.parametrize(
    ("speech", "page", "plain"),
    [
        pytest.param(V4, V4_PAGE, {"DocEntry": 5}, id="v4"),
        pytest.param(V3, V3_PAGE, {"DocEntry": 5}, id="v3"),
        pytest.param(
            GATEWAY,
            {"d": {"results": [GATEWAY_ROW], "__next": "n"}},
            {"DocEntry": 5, "to_Lines": [{"Line": "1"}]},
            id="gateway",
        ),
    ],
)
def test_a_list_reads_the_same_in_each_dialect(speech: Dialect, page: dict[str, Any], plain: Any) -> None:
    (row,) = speech.rows(page)
    assert (speech.etag(row), speech.plain(row), speech.next_link(page)) == ('W/"A"', plain, "n")
    single = {"d": row} if speech is GATEWAY else row
    assert speech.entity(single) == plain
    for strange in (None, [], "x", {"value": 1}, {"d": 1}, {"d": {"results": [1]}}, {"value": [1]}):
        with pytest.raises(errors.BadAnswer):
            speech.rows(strange)


def test_older_gateways_leave_the_results_out() -> None:
    assert GATEWAY.rows({"d": [{"A": 1}]}) == [{"A": 1}]
    assert GATEWAY.next_link({"d": [{"A": 1}]}) == ""


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ({"error": {"code": "-2028", "message": "No records", "details": []}}, Fault("-2028", "No records")),
        ({"error": {"code": -2028, "message": {"lang": "en-us", "value": "No records"}}}, Fault("-2028", "No records")),
        (
            {"error": {"code": "SY/530", "message": {"lang": "en", "value": "No"}, "innererror": {}}},
            Fault("SY/530", "No"),
        ),
        (
            {"error": {"code": "", "message": "", "details": [{"code": "", "message": "One."}, {"message": "Two."}]}},
            Fault("", "One. Two."),
        ),
        ({"error": {"code": None, "innererror": {"message": "Deep"}}}, Fault("", "Deep")),
        ({"value": []}, None),
        ({"error": "text"}, None),
    ],
)
def test_an_error_reads_the_same_in_each_shape(body: Any, fault: Fault | None) -> None:
    assert Dialect.fault(Answer("SAP", 400, {}, json.dumps(body).encode())) == fault


def test_a_page_of_html_is_no_error_of_theirs() -> None:
    for body in (b"<html>502 Proxy Error</html>", b"", b'{"error": {"code"', b"\xff{"):
        assert Dialect.fault(Answer("SAP", 502, {}, body)) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026-04-14", "2026-04-14"),
        ("2026-04-14T00:00:00Z", "2026-04-14"),
        ("2026-04-14T23:30:00+05:30", "2026-04-14"),  # no zone is ever applied
        ("/Date(1398211200000)/", "2014-04-23"),
        ("/Date(-86400000+0000)/", "1969-12-31"),
        ("", None),
        (None, None),
    ],
)
def test_days(value: Any, day: str | None) -> None:
    assert Dialect.read_date(value) == day


@pytest.mark.parametrize(
    ("value", "clock"),
    [
        ("18:51:44", "18:51:44"),
        ("09:05", "09:05:00"),
        ("PT18H51M44S", "18:51:44"),
        ("PT01H18M", "01:18:00"),
        (None, None),
    ],
)
def test_times(value: Any, clock: str | None) -> None:
    assert Dialect.read_time(value) == clock


def test_what_is_neither_is_said_so() -> None:
    for wrong in ("14.04.2026", "2026", 5):
        with pytest.raises(ValueError, match="not a date"):
            Dialect.read_date(wrong)
        with pytest.raises(ValueError, match="not a time"):
            Dialect.read_time(wrong)


def test_literals_and_addresses() -> None:
    assert (V4.date("2026-11-23"), V3.time("18:38:00")) == ("'2026-11-23'", "'18:38:00'")
    assert GATEWAY.date("2026-11-23") == "datetime'2026-11-23T00:00:00'"
    assert GATEWAY.time("18:38:05") == "time'PT18H38M05S'"
    assert dialect_of("https://h:50000/b1s/v2/") is V4
    assert dialect_of("https://h:50000/b1s/v1") is V3
    assert dialect_of("https://h/sap/opu/odata/sap/API_BUSINESS_PARTNER") is GATEWAY
    for wrong in ("https://h:50000", "https://h:50000/B1S/v2", "https://[/b1s/v2x"):
        with pytest.raises(errors.Misconfigured) as caught:
            dialect_of(wrong)
        assert "small letters" in caught.value.hint
