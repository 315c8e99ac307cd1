"""How the choice of ledgers is spoken of. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from app.ui.words import mark


@dataclass(frozen=True)
class Booking:
    """What is said where the accounts are chosen that documents are booked to: each system calls them as its users do."""

    title: str
    button: str
    question: str
    about: str
    asking: str
    nothing: str


_LEDGERS = Booking(
    mark("Ledgers for writing"),
    mark("Ledgers for writing…"),
    mark("Which ledgers are documents booked to?"),
    mark(
        "Documents that are written to {system} are booked to these. What is used most there so far comes first. "
        "Until it is chosen, documents that need it wait here."
    ),
    mark("Asking {system} for its ledgers…"),
    mark("What is written there needs no ledger of its own."),
)
_ACCOUNTS = Booking(
    mark("Accounts for writing"),
    mark("Accounts for writing…"),
    mark("Which accounts is it booked to?"),
    mark("What is written to {system} is booked to these. Until it is chosen, what needs it waits here."),
    mark("Asking {system} for its accounts…"),
    mark("What is written there needs no account of its own."),
)


def booking(system: str) -> Booking:
    """``system``: its name, as in ``erpSystem``."""
    return _LEDGERS if system == "tally" else _ACCOUNTS
