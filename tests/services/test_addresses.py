"""Addresses: what is loopback, what is the same place."""

from __future__ import annotations

import pytest

from app.model.errors import InvalidInput
from app.model.hosts import is_public
from app.services.addresses import checked_url, is_loopback, same_place


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("localhost", True),
        ("LOCALHOST.", True),
        ("127.0.0.1", True),
        ("[::1]", True),
        ("a.localhost", True),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example", False),
        ("192.168.1.2", False),
        ("", False),
    ],
)
def test_loopback_names(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("events.shop.co.in", True),
        ("EVENTS.Shop.com.", True),
        ("8.8.8.8", True),
        ("[2001:4860:4860::8888]", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("100.64.0.1", False),
        ("[fe80::1]", False),
        ("[::ffff:192.168.1.2]", False),
        ("1.2.3", False),
        ("localhost", False),
        ("officepc", False),
        ("hub.office.local", False),
        ("nas.home.arpa", False),
        ("", False),
    ],
)
def test_names_known_in_the_internet(host: str, expected: bool) -> None:
    assert is_public(host) is expected


def test_the_same_place_whatever_loopback_is_called() -> None:
    assert same_place("http://localhost:9000", "http://127.0.0.1:9000/x")
    assert not same_place("http://localhost:9000", "http://localhost:9001")
    assert same_place("https://a", "https://A:443")


@pytest.mark.parametrize(
    "address", ["http://tally:9000/?a=b", "http://tally:9000/#top", "ftp://tally", "tally:9000", ""]
)
def test_what_is_no_address_is_refused_by_name(address: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        checked_url(address, field="baseUrl", plain_http=True)
    assert caught.value.field == "baseUrl"
