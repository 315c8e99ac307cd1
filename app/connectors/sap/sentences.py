"""SAP's codes as sentences: what each means and what to do (docs/protocols/sap.md: Errors)."""

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
    NameTaken,
    NotReady,
    Rejected,
    Stale,
)

AGAIN = "The next sync tries again by itself."
SUPPORT = "If it comes again, send support the diagnostics bundle."
#: The login is right and is not let in all the same.
LET_IN = "Ask whoever looks after SAP whether this user may use the Service Layer, then test the connection."


class Refused(BadAnswer):
    """SAP did not answer the question, and wouldn't if it were put again just so."""

    retryable = False


@dataclass(frozen=True)
class Row:
    """``make``: what it is of a write; of a question what is a :class:`Rejected` there is a :class:`Refused`. ``{0}`` is SAP's own
    text as ``: “…”``, empty where there is none. ``again``: may the record be sent again unchanged?"""

    make: type[ConnectorError]
    message: str
    hint: str
    again: bool = False


TABLE: Mapping[str, Row] = {
    # -- the login
    "-304": Row(
        AuthRequired,
        "SAP does not accept this user name and password. They were tried once and are not tried again, so that SAP does not "
        "lock the user.",
        "Look at the user name, the password and the company database under Connections > Edit. A locked user is unlocked in SAP.",
    ),
    "-306": Row(
        Misconfigured,
        "SAP has no company database of this name that this user may open.",
        "Look at the company database in the connection's settings: it is the database's name (SBODemoIN), not the company's.",
    ),
    "299": Row(
        NotReady,
        "SAP was busy letting others in and refused the login.",
        "It is tried again by itself.",
        again=True,
    ),
    "301": Row(
        AuthRequired,
        "SAP has just let us in and does not know the session any more. Nothing of this was read or written.",
        LET_IN,
    ),
    "-6006": Row(
        Forbidden,
        "The user of this connection may not do this in SAP{0}.",
        "Have the authorisation given to that user in SAP (Administration > System Initialization > Authorizations).",
    ),
    # -- the record itself
    "-2028": Row(Gone, "The record is not in SAP (any more).", "It may have been removed there."),
    "-2039": Row(Stale, "Somebody changed the record in SAP meanwhile; nothing was written.", AGAIN),
    "-10": Row(
        NameTaken,
        "SAP has a record with this code already, or another of its rules stands against it{0}.",
        "Look in SAP which record has the code. Link the two, or give this one another code.",
    ),
    "-2035": Row(
        NameTaken,
        "SAP has this entry already{0}.",
        "Look in SAP which one it is. Link the two, or give this one another code.",
    ),
    # -- what was sent
    "-5002": Row(
        Rejected,
        "SAP does not take the record as it is{0}.",
        "Put right what SAP names (in brackets stand its own table and field), or look at the mapping of that field.",
    ),
    "-1": Row(
        Rejected,
        "A rule of SAP stands against the record{0}.",
        "Put right what it says, here or in SAP, and sync again.",
    ),
    "-1000": Row(
        Rejected,
        "SAP does not have one of the mapped fields, or it does not take such a value{0}.",
        "Look at the mapping: take the field out, or choose another one of SAP's.",
    ),
    "-1004": Row(
        Rejected,
        "A value is not among those that SAP allows for its field{0}.",
        "Say in the mapping which of ours is which of SAP's, or add the value to the field in SAP.",
    ),
    "-5006": Row(
        Rejected,
        "SAP does not do this with such a record{0}.",
        "Documents are never deleted in SAP: cancel or close it there instead.",
    ),
    "201": Row(
        Rejected,
        "SAP does not know a field that it was asked for{0}.",
        "Look at the mapping: a field of SAP's may have been removed or renamed.",
    ),
    "600": Row(
        Rejected,
        "An extension of this SAP stands against it{0}.",
        "Do what it asks for. Whoever made the extension can say more.",
    ),
    # -- the server
    "407": Row(
        NotReady,
        "One of SAP's servers does not know a table that the others have{0}. Another one was asked, and said the same.",
        "It is tried again by itself. If it stays so, have the Service Layer restarted.",
        again=True,
    ),
}
