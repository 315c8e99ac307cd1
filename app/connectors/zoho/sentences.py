"""Zoho's codes as sentences: what each means and what to do (docs/protocols/zoho.md: Errors)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.model.errors import BadAnswer, ConnectorError, Forbidden, Gone, Misconfigured, NotReady, Rejected, Stale

AGAIN = "The next sync tries again by itself."
SUPPORT = "If it comes again, send support the diagnostics bundle."


class Refused(BadAnswer):
    """Zoho did not answer the question, and wouldn't if it were put again just so."""

    retryable = False


@dataclass(frozen=True)
class Row:
    """``make``: what it is when it stands for a whole call (:class:`Rejected`: what was to be written is at fault); for one record
    it is always a :class:`Rejected`. ``{0}`` is the field, or what else the details name. ``again``: may the record be sent again
    unchanged?"""

    make: type[ConnectorError]
    message: str
    hint: str
    again: bool = False


TABLE: Mapping[str, Row] = {
    # -- the login
    "INVALID_TOKEN": Row(
        NotReady,
        "Zoho has just renewed the login, and does not accept it all the same. Nothing was read or written.",
        "It is tried again by itself. If it stays so, look whether the data centre in the connection's settings is that of "
        "your Zoho account.",
    ),
    "AUTHENTICATION_FAILURE": Row(
        NotReady,
        "Zoho could not tell who is asking, also with a fresh login. Nothing was read or written.",
        "It is tried again by itself. If it stays so, ask Zoho's administrator whether the user who signed in is still active.",
    ),
    "OAUTH_SCOPE_MISMATCH": Row(
        Forbidden,
        "The sign-in did not give SalesMate Sync all the permissions that it needs in Zoho.",
        "Empty “Permissions asked for” in the connection's settings, then connect it again and agree to everything on Zoho's "
        "page.",
    ),
    "NO_PERMISSION": Row(
        Forbidden,
        "The user who signed in may not do this in Zoho{0}.",
        "Have an administrator give that user's profile the permission in Zoho (Setup > Security Control > Profiles), or sign "
        "in as somebody who has it.",
    ),
    "PERMISSION_DENIED": Row(
        Forbidden,
        "Zoho denied this to the user who signed in.",
        "Ask an administrator of Zoho to look at that user's role and profile.",
    ),
    "AUTHORIZATION_FAILED": Row(
        Forbidden,
        "The user who signed in has no right to this record or module in Zoho.",
        "Ask an administrator of Zoho to share it with that user (Setup > Security Control > Data Sharing Settings).",
    ),
    # -- one record's data
    "DUPLICATE_DATA": Row(
        Rejected,
        "Another record in Zoho has the same value in “{0}”, and Zoho allows it only once.",
        "Open that record in Zoho: link the two if they are the same, else change the value of one of them.",
    ),
    "MANDATORY_NOT_FOUND": Row(
        Rejected,
        "Zoho takes no record without “{0}”, and it is empty.",
        "Fill it in, or map a field (or a fixed value) to it.",
    ),
    "INVALID_DATA": Row(
        Rejected,
        "Zoho does not take the value of “{0}”.",
        "Correct the value, or map another field to it.",
    ),
    "MULTIPLE_OR_MULTI_ERRORS": Row(
        Rejected,
        "Zoho found several things wrong with it: {0}",
        "Put each of them right, then sync again.",
    ),
    "DEPENDENT_FIELD_MISSING": Row(
        Rejected,
        "“{0}” can't stand alone in Zoho: another field that belongs to it is missing.",
        "Map the other field as well; its help in Zoho says which one it is.",
    ),
    "EXPECTED_FIELD_MISSING": Row(
        Rejected,
        "Zoho expects at least one more field beside what was sent (“{0}”).",
        "Look at the record's form in Zoho and map what is marked as needed there.",
    ),
    "DEPENDENT_MISMATCH": Row(
        Rejected,
        "“{0}” does not go together with the value of another field in Zoho.",
        "Choose values that Zoho's own form offers together.",
    ),
    "MAPPING_MISMATCH": Row(
        Rejected,
        "The choice in “{0}” is not offered with the layout that this record has in Zoho.",
        "Choose another one, or add it to that layout in Zoho.",
    ),
    "UNABLE_TO_PARSE_DATA_TYPE": Row(
        Rejected,
        "Zoho could not read what was sent for “{0}”.",
        "Look at the field's mapping: it may need another kind of field.",
    ),
    "NOT_ALLOWED": Row(
        Rejected,
        "Zoho does not allow this for “{0}”.",
        "Look in Zoho whether the field or the record is locked by a rule, and take it out of the mapping if so.",
    ),
    # -- one record's state
    "ALREADY_MODIFIED": Row(
        Stale,
        "Somebody changed this record in Zoho in the meantime; our change was not written over it.",
        "The next sync reads it and then decides, or asks.",
    ),
    "RECORD_LOCKED": Row(
        Rejected,
        "The record is locked in Zoho.",
        "Have it unlocked in Zoho, or wait until whatever locked it is done; it is sent again then.",
        again=True,
    ),
    "NOT_APPROVED": Row(
        Rejected,
        "The record waits for its approval in Zoho and can't be changed before that.",
        "Have it approved or rejected in Zoho; our change is sent again then.",
        again=True,
    ),
    "RECORD_IN_BLUEPRINT": Row(
        Rejected,
        "The record goes through a blueprint in Zoho, which decides alone what may be changed.",
        "Take it to its next step in Zoho, or take the field out of the mapping.",
        again=True,
    ),
    "CONVERTED_RECORD": Row(
        Rejected,
        "This lead was converted in Zoho and can't be changed any more.",
        "Work with the contact, account or deal that it became.",
    ),
    "CANNOT_DELETE": Row(
        Rejected,
        "Zoho does not let this record be deleted: others depend on it.",
        "Delete or change those in Zoho first.",
    ),
    "AMBIGUITY_DURING_PROCESSING": Row(
        Rejected,
        "More than one thing in Zoho fits what was sent, and Zoho would not choose.",
        "Look in Zoho for records that are there twice and merge them; then sync again.",
    ),
    "NOT_FOUND": Row(Gone, "The record is not in Zoho (any more).", "It may be in Zoho's recycle bin."),
    "RESOURCE_NOT_FOUND": Row(
        Gone, "What was asked for is not in Zoho (any more).", "Look whether it was deleted in Zoho."
    ),
    # -- what was asked, and how
    "INVALID_MODULE": Row(
        Misconfigured,
        "This Zoho does not have the module, or it is switched off there.",
        "Look under Setup > Modules and Fields in Zoho, and at the edition of Zoho CRM: the small ones have no orders and "
        "invoices.",
    ),
    "INVALID_URL_PATTERN": Row(
        Misconfigured,
        "Zoho knows no such address.",
        "Look at the connection's address: it ends with /crm/v8.",
    ),
    "INVALID_REQUEST_METHOD": Row(
        Misconfigured,
        "Zoho does not take this kind of call at that address.",
        "Look at the connection's address; it must be that of Zoho's API itself.",
    ),
    "REQUIRED_PARAM_MISSING": Row(
        Refused,
        "Zoho misses a part of the question (“{0}”) and answered nothing.",
        f"Something between here and Zoho may have cut the address short. {SUPPORT}",
    ),
    "EXPECTED_PARAM_MISSING": Row(
        Refused, "Zoho wants the question put in another way (“{0}”) and answered nothing.", SUPPORT
    ),
    "PATTERN_NOT_MATCHED": Row(
        Refused, "Zoho does not understand a part of the question (“{0}”) and answered nothing.", SUPPORT
    ),
    "INVALID_REQUEST": Row(Refused, "Zoho could not read the question and answered nothing.", SUPPORT),
    "NOT_SUPPORTED": Row(
        Misconfigured,
        "Zoho does not offer this for the module.",
        "Take the module out of the sync, or ask Zoho whether your edition has it.",
    ),
    "API_NOT_SUPPORTED": Row(
        Misconfigured, "Zoho does not let programs reach this module.", "Take the module out of the sync."
    ),
    "FEATURE_NOT_ENABLED": Row(
        Misconfigured, "A feature of Zoho that is needed for this is switched off.", "Switch it on in Zoho's setup."
    ),
    "FEATURE_NOT_SUPPORTED": Row(
        Misconfigured, "Your edition of Zoho does not have what is needed for this.", "Do without it, or ask Zoho."
    ),
    "LICENSE_LIMIT_EXCEEDED": Row(
        Misconfigured, "Your Zoho licence has no room for this.", "Ask Zoho, or whoever looks after the licence."
    ),
    "LIMIT_REACHED": Row(
        Misconfigured, "Zoho has reached the number of such things that it keeps.", "Delete in Zoho what is not needed."
    ),
    "LIMIT_EXCEEDED": Row(
        Refused, "This is more than Zoho takes at once (“{0}”); it did nothing.", f"Sync fewer fields. {SUPPORT}"
    ),
    "EXPIRED_VALUE": Row(
        Refused,
        "Zoho has forgotten where this long read had stopped (after a day it does).",
        "It begins anew by itself.",
    ),
    "TOKEN_BOUND_DATA_MISMATCH": Row(
        Refused,
        "A long read of Zoho can't be gone on with, because something about the question has changed.",
        "It is read from its beginning by itself.",
    ),
    "PAGINATION_LIMIT_EXCEEDED": Row(
        Refused,
        "There are more than 100,000 records to be read, and Zoho lists no more.",
        "They are read in another way by the next sync.",
    ),
    "DISCRETE_PAGINATION_LIMIT_EXCEEDED": Row(
        Refused, "Zoho lists only the first 2,000 records page by page.", f"{AGAIN} {SUPPORT}"
    ),
    "SYNTAX_ERROR": Row(Refused, "Zoho could not read a query.", SUPPORT),
    "INVALID_QUERY": Row(
        Refused,
        "Zoho can't answer a query as it stands (“{0}”).",
        "A field of it may have been deleted or renamed in Zoho: look at the mapping.",
    ),
    "NOT_SUBSCRIBED": Row(
        Refused, "Zoho does not know the watch that it was to tell us by.", "A new one is made by itself."
    ),
    # -- too much, and Zoho's own troubles
    "TOO_MANY_REQUESTS": Row(
        NotReady, "Zoho was asked too often just then.", "It is sent again by itself after a while.", again=True
    ),
    "RATE_LIMIT_EXCEEDED": Row(
        NotReady,
        "The calls that Zoho allows are used up for now.",
        "It goes on by itself when there are new ones.",
        again=True,
    ),
    "INTERNAL_ERROR": Row(
        NotReady, "Something went wrong inside Zoho.", f"{AGAIN} Zoho's status page may tell more.", again=True
    ),
    "SERVICE_UNAVAILABLE": Row(NotReady, "Zoho is out of service at the moment.", AGAIN, again=True),
}
