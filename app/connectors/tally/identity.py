"""Whether the books we meet are those we know: what holds a run with a question, and what is merely told.

Neither name nor GUID suffices (docs/protocols/tally.md: Company selection): a copy has both, the child of a split year the
GUID. The data folder and the first day of the books tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from app.connectors.tally.session import Company

_GO_ON = (
    "If it is the right one, approve: everything is compared and nothing deleted (what is missing is only marked). "
)
_OR_NOT = "If not, reject and open the right company."


def identity_of(company: Company, opened: Sequence[Company], known: Mapping[str, Any]) -> dict[str, Any]:
    """What is kept of the books until the next run. ``runs_to`` is the furthest end of a year that was told of, ``siblings``
    are the other books of the same GUID that were ever open beside these."""
    if known.get("guid") != company.guid:
        known = {}
    siblings = {one.identity for one in siblings_of(company, opened)} | set(known.get("siblings") or ())
    return {
        "name": company.name,
        "guid": company.guid,
        "company_number": company.number,
        "books_from": company.books_from,
        "starting_from": company.starting_from,
        "ending_at": company.ending_at,
        "data_folder": company.folder,
        "altvchid": company.altvchid,
        "altmstid": company.altmstid,
        "runs_to": max(known.get("runs_to") or "", company.ending_at or "") or None,
        "siblings": sorted(siblings),
    }


def siblings_of(company: Company, opened: Sequence[Company]) -> list[Company]:
    return [one for one in opened if one.guid == company.guid and one.identity != company.identity]


def questions(
    known: Mapping[str, Any], now: Mapping[str, Any], siblings: Sequence[Company] = ()
) -> Iterator[tuple[str, str, str]]:
    """Why these may not be the books we know (docs/protocols/tally.md: Company selection, Incremental sync)."""
    if not known:
        return
    if _differs("guid", known, now):
        yield (
            "identity",
            f"The open company “{now['name']}” has another identity than the one synced before.",
            _GO_ON + _OR_NOT,
        )
        return
    if _differs("books_from", known, now):
        yield _other_first_day(known, now)
        return
    if _differs("data_folder", known, now):
        text = (
            f"The data of “{now['name']}” lie in another folder than before ({now['data_folder']}): a copy, or moved."
        )
        yield "identity", text, _GO_ON + _OR_NOT
        return
    if any(int(now[key]) < int(known.get(key) or 0) for key in ("altvchid", "altmstid")):
        yield (
            "counters",
            f"The change counters of “{now['name']}” went back: a backup was restored, or the data repaired.",
            "Approve to compare everything with SalesMate Sync (nothing is deleted), or reject and open the newer data.",
        )
    seen = set(known.get("siblings") or ())
    for one in siblings:
        if one.identity not in seen:
            yield _sibling(one, now)


def _differs(key: str, known: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    return bool(known.get(key) and now.get(key) and known[key] != now[key])


def _other_first_day(known: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[str, str, str]:
    before, after = _written(known["books_from"]), _written(now["books_from"])
    if now["books_from"] < known["books_from"]:
        return (
            "identity",
            f"The books of “{now['name']}” now begin on {after} already (before: {before}).",
            _GO_ON + _OR_NOT,
        )
    text = f"The books of “{now['name']}” now begin on {after} (before: {before}): split, or given another first day."
    hint = (
        f"If it is the right company, approve: vouchers from before {after} stay in SalesMate Sync as they are and are no longer "
        f"compared with Tally; those since are compared, and nothing is deleted (what is missing is only marked). {_OR_NOT}"
    )
    return "identity", text, hint


def _sibling(one: Company, now: Mapping[str, Any]) -> tuple[str, str, str]:
    alone = f"Approve to go on with “{now['name']}”: nothing is deleted, and you are not asked again. "
    if one.books_from != now["books_from"]:
        begins = _written(one.books_from)
        text = f"“{now['name']}” was split: “{one.name}” is open too, with the same identity, and begins on {begins}."
        return (
            "split",
            text,
            f"{alone}What is entered in “{one.name}” does not come in over this connection; to sync it, connect it, too.",
        )
    return (
        "split",
        f"A copy of “{now['name']}” is open too, as “{one.name}” in {one.folder or 'another folder'}.",
        f"{alone}If both have one name, close the copy in Tally first: it can't be told which of them would answer.",
    )


def notices(known: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What is new about the same books; each is told once, since the next run knows it."""
    if not known or _differs("guid", known, now) or _differs("books_from", known, now):
        return
    name = now["name"]
    if _differs("name", known, now):
        yield f"“{known['name']}” is called “{name}” in Tally now", "It is the same company, and syncs as before."
    if known.get("runs_to") and (now["ending_at"] or "") > known["runs_to"]:
        yield (
            f"The books of “{name}” now run to {_written(now['ending_at'])}",
            "Vouchers of the new year are synced too; those of the years before stay as they are.",
        )
    elif _differs("starting_from", known, now) and now["starting_from"] > known["starting_from"]:
        yield (
            f"The current year of “{name}” now begins on {_written(now['starting_from'])}",
            "Vouchers of the new year are synced too; those of the years before stay as they are.",
        )


def _written(day: str | None) -> str:
    """As Tally writes it: ``1-Apr-2026``."""
    if not day:
        return "an unknown day"
    known = date.fromisoformat(day)
    return f"{known.day}-{known:%b-%Y}"
