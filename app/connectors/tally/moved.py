"""What vouchers named before they were changed otherwise than a pull sees it: written by us, or read by themselves in between.

A changed voucher moves the balances of what it names now and of what it named before. The hub tells the latter
(:attr:`app.connectors.base.PullRequest.named_before`), but only while it has the voucher as it was: not when our own write, or a
single reading, has brought it up to date before the next pull.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.connectors.tally.session import Session

_STATE, _PULLED = "moved", "pulled"
#: So many are kept; with more of them all closing figures are read once.
_MOST = 300


def note(session: Session, ledgers: Iterable[str], items: Iterable[str]) -> None:
    """A voucher that names these is about to be changed by us. Noted first, so that a lost answer loses no balance."""
    _add(session, [session.company.altvchid, sorted(ledgers), sorted(items)])


def note_unknown(session: Session) -> None:
    """The hub was told of a voucher that somebody changed since the last pull."""
    _add(session, [session.company.altvchid, None, None])


def _add(session: Session, row: list[Any]) -> None:
    rows = [*(session.load(_STATE) or ()), row]
    if len(rows) > _MOST:
        rows = [[max(one[0] for one in rows), None, None]]
    session.save(_STATE, rows)


def since(session: Session, mark: int) -> tuple[set[str], set[str]] | None:
    """Ledgers and items that were named so, as far as a pull that goes on from ``mark`` can't know; ``None``: that isn't told."""
    ledgers: set[str] = set()
    items: set[str] = set()
    for after, some_ledgers, some_items in session.load(_STATE) or ():
        if after < mark:
            continue
        if some_ledgers is None:
            return None
        ledgers.update(some_ledgers)
        items.update(some_items)
    return ledgers, items


def pulled(session: Session) -> int:
    """Up to which of the vouchers' counter the hub was told by pulls."""
    return int(session.load(_PULLED) or 0)


def keep_pulled(session: Session) -> None:
    """A pull told everything up to now; what older pulls would have needed is forgotten."""
    before = pulled(session)
    rows = session.load(_STATE) or []
    kept = [row for row in rows if row[0] >= before]
    if len(kept) != len(rows):
        session.save(_STATE, kept)
    session.save(_PULLED, session.company.altvchid)
