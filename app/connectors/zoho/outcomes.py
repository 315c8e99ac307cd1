"""What an answer to a write says of each record, and what it comes to where it says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from app.connectors.http.answers import Answer
from app.connectors.zoho.records import Row
from app.model.errors import BadAnswer, Gone, Stale, UnknownOutcome


def told_of(answer: Answer, count: int) -> Sequence[Row]:
    """What the answer says of each record, in the order they were sent. Raises :class:`UnknownOutcome` when that can't be read."""
    try:
        body = answer.json()
    except BadAnswer:
        body = None
    told = body.get("data") if isinstance(body, dict) else None
    if not isinstance(told, list) or len(told) != count or not all(isinstance(one, dict) for one in told):
        raise not_told()
    return told


def moved() -> Stale:
    return Stale("Somebody changed this record in Zoho in the meantime.", hint="The next sync reads it first.")


def gone() -> Gone:
    return Gone("The record is not in Zoho (any more).", hint="It may be in Zoho's recycle bin.")


def not_told() -> UnknownOutcome:
    return UnknownOutcome(
        "Zoho took the records but its answer doesn't say what became of each.",
        hint="The next sync looks at each of them.",
    )
