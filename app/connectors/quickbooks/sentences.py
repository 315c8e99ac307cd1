"""QuickBooks' codes as sentences: what each means and what to do (docs/protocols/quickbooks.md: Errors)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.model.errors import (
    AuthRequired,
    BadAnswer,
    ConnectorError,
    Forbidden,
    Gone,
    Misconfigured,
    NotReady,
    Rejected,
    Stale,
)

AGAIN = "The next sync tries again by itself."
SUPPORT = "If it comes again, send support the diagnostics bundle."


class Refused(BadAnswer):
    """QuickBooks did not answer the question, and wouldn't if it were put again just so."""

    retryable = False


@dataclass(frozen=True)
class Row:
    """``make``: what it is when it stands for a whole call. Of one record it is the same; what can't be of one is a
    :class:`Rejected`. ``{0}`` is what the details name. ``again``: may the record be sent again unchanged?"""

    make: type[ConnectorError]
    message: str
    hint: str
    again: bool = False


TABLE: Mapping[int, Row] = {
    # -- the login and the company
    100: Row(
        AuthRequired,
        "QuickBooks lets nobody in with this login, also after it was renewed. Nothing was read or written.",
        "Connect it again, as a user who may administer the company in QuickBooks.",
        again=True,
    ),
    120: Row(
        Forbidden,
        "The user who signed in has lost access to the company in QuickBooks. Nothing was read or written.",
        "Ask the company's administrator in QuickBooks to give it back (Manage users), or connect it again as another user.",
        again=True,
    ),
    3200: Row(
        AuthRequired,
        "QuickBooks has just renewed the login, and does not accept it all the same. Nothing was read or written.",
        "Connect it again: a person has to sign in once more.",
        again=True,
    ),
    3100: Row(
        Misconfigured,
        "This login does not open this company: the keys, the login and the company are not all of Intuit's sandbox, or not "
        "all of its real world. Nothing was read or written.",
        "Look at “Company” in the connection's settings (a real one or the sandbox) and whether the keys are of that kind, then "
        "connect it again.",
    ),
    6190: Row(
        Forbidden,
        "The company's QuickBooks subscription has ended or its payment failed: it can only be looked at. Nothing more was sent.",
        "Renew the subscription in QuickBooks; what waits is sent by the next sync.",
    ),
    # -- too much, and QuickBooks' own troubles
    3001: Row(
        NotReady,
        "QuickBooks was asked too often just then.",
        "It is sent again by itself after a minute.",
        again=True,
    ),
    500: Row(
        BadAnswer,
        "QuickBooks does not do this, or could not read a letter of what was sent.",
        f"{AGAIN} {SUPPORT}",
        again=True,
    ),
    10000: Row(
        NotReady,
        "Something went wrong inside QuickBooks.",
        f"{AGAIN} QuickBooks' status page may tell more.",
        again=True,
    ),
    # -- one record
    5010: Row(
        Stale,
        "Somebody changed this record in QuickBooks in the meantime; our change was not written over it.",
        "The next sync reads it and then decides, or asks.",
    ),
    6240: Row(
        Rejected,
        "The name is taken in QuickBooks, where customers, vendors and employees must all have different ones (and products among "
        "themselves).",
        "Link the two if they are the same, else give one of them another name, “(customer)” behind it for example.",
    ),
    6140: Row(
        Rejected,
        "The number of this document is in use in QuickBooks already.",
        "Give the document another number. Numbers with letters of your own before them do not meet those that QuickBooks gives.",
    ),
    610: Row(
        Rejected,
        "The record, or something that it names, is not in QuickBooks (any more), or was made inactive there.",
        "Make the customer, product or account active again in QuickBooks, or choose another one.",
    ),
    2500: Row(
        Rejected,
        "Something that the record names can't be used in QuickBooks: it is inactive, or of another kind{0}.",
        "Look at the accounts and tax codes chosen for this connection, and whether all of them are active in QuickBooks.",
    ),
    6000: Row(
        Rejected,
        "A rule of QuickBooks stands against it{0}.",
        "Do in QuickBooks what it asks for, or look at the mapping: a line may need its tax code.",
    ),
    2020: Row(
        Rejected,
        "QuickBooks takes no record without “{0}”, and it is missing.",
        "Fill it in, or map a field (or a fixed value) to it.",
    ),
    2050: Row(
        Rejected,
        "A text is too long or too short for its field in QuickBooks{0}.",
        "Shorten it, or map it to a field with more room.",
    ),
    6070: Row(
        Rejected,
        "The amount of a line is not its quantity times its rate, which QuickBooks insists on{0}.",
        "Correct the line's quantity, rate or amount.",
    ),
    2170: Row(
        Rejected,
        "One of the values is not among the choices that QuickBooks has for its field{0}.",
        "Look at the mapped fields with a list of choices, and say in the mapping which of ours is which of theirs.",
    ),
    6520: Row(
        Rejected,
        "QuickBooks counts the stock of this product and misses its quantity.",
        "Enter the quantity, or keep it in QuickBooks as a product whose stock is not counted.",
    ),
    6210: Row(
        Rejected,
        "The books are closed for that date in QuickBooks.",
        "Give the document a later date, or have the accountant open the period (Account and settings > Advanced) and sync again.",
    ),
    6540: Row(
        Rejected,
        "This payment is part of a bank deposit in QuickBooks and can't be changed there.",
        "Take it off its deposit in QuickBooks first, then sync again.",
    ),
}

#: Of the record itself, which was to be read, changed or taken out of use.
GONE = Row(Gone, "The record is not in QuickBooks (any more).", "It may have been deleted there.")
