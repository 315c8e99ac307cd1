"""The limits and refusals of each system, as data. From the vendors' pages of 2025 and 2026; a connector that learns more
(Zoho's edition) puts its own numbers in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.model.limits import CONCURRENT


@dataclass(frozen=True)
class Policy:
    """``limits`` by kind. An answer with one of ``statuses``, or an error whose text has one of ``marks``, asks us to wait:
    as long as its Retry-After says, else ``backoff`` seconds, twice as long each further time in a row, at most
    ``longest``. ``remaining`` names the header that tells what is left of the limit of that kind."""

    title: str
    limits: Mapping[str, int]
    statuses: frozenset[int] = frozenset({429})
    marks: tuple[str, ...] = ()
    backoff: float = 5.0
    longest: float = 3600.0
    remaining: Mapping[str, str] = field(default_factory=dict)


POLICIES: Mapping[str, Policy] = {
    # The smallest edition's: credits in 24 hours, and 5 calls at a time (app.connectors.zoho.client has the others'). Its 429 names
    # no time and means either; what is left of the credits is told only when half of them are used.
    "zoho": Policy(
        "Zoho",
        {"per_day": 5000, CONCURRENT: 5},
        backoff=2.0,
        remaining={"X-API-CREDITS-REMAINING": "per_day"},
    ),
    # It allows 500 a minute and 10 a second for a company; the rest is room for the network's unsteadiness. Batches are
    # limited to 40 a minute: they cost 12 of the 450. It asks for a minute's pause; the error may come as XML, and under another
    # status. When the month's reads are used up it says the same until the month is over.
    "quickbooks": Policy(
        "QuickBooks",
        {"per_second": 8, "per_minute": 450, CONCURRENT: 8},
        marks=("ThrottleExceeded", '"code":"3001"', '"code":"003001"', 'code="3001"', 'code="003001"'),
        backoff=60.0,
        longest=900.0,
    ),
    # Nothing is published; its nodes serve 4 to 8 calls of one session well.
    "sap": Policy("SAP", {CONCURRENT: 4}, longest=60.0),
    "custom": Policy("the other system", {CONCURRENT: 2}),
}
