"""What the search for Tally finds, as the front doors show it."""

from __future__ import annotations

import pytest

from app.connectors.base import Books
from app.connectors.tally.discovery import Found
from app.connectors.tally.licence import Licence
from app.services.connections import _found
from app.services.discovery import server_of

URL = "http://127.0.0.1:9000"


@pytest.mark.parametrize(
    ("licence", "educational"), [(Licence(educational=True), True), (Licence(gold=True), False), (Licence(), False)]
)
def test_an_educational_licence_is_told(licence: Licence, educational: bool) -> None:
    found = Found(URL, "tally", "Tally", licence=licence.kind, companies=("Shop",))
    server = server_of(found)
    assert (server.state, server.educational) == ("ready", educational)


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("tally", "no_company"),
        ("silent", "silent"),
        ("other", "other"),
        ("refused", "refused"),
        ("unreachable", "unreachable"),
    ],
)
def test_what_answers_has_a_state(kind: str, state: str) -> None:
    server = server_of(Found(URL, kind, "What is there.", "What to do."))
    assert (server.state, server.message) == (state, "What is there. What to do.")


def test_books_carry_the_days_and_the_folder_that_the_connector_tells() -> None:
    told = {"guid": "g", "books_from": "2025-04-01", "ending_at": "2026-03-31", "last_voucher": "2026-03-30"}
    books = _found(Books("Shop", "g|2025-04-01", {**told, "data_folder": None}))
    assert (books.guid, books.books_from, books.ends_at, books.last_voucher_date, books.data_folder) == (
        "g",
        "2025-04-01",
        "2026-03-31",
        "2026-03-30",
        None,
    )
