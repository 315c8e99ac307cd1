"""What the API answers when it says no: three shapes, the texts of the samples."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from tests.simulators.quickbooks.moments import Moments
from tests.simulators.web import JSON, Answer

Body = dict[str, Any]
XML = "application/xml;charset=utf-8"
XMLNS = "http://schema.intuit.com/finance/v3"

#: A fault of the validation: code → (message, detail). Of the page of facts and its samples; 2050, 2090, 4000, 4001 and
#: 6070 are the vendor's too, but not on it.
_INVALID = {
    "500": ("Unsupported Operation", "Operation is not supported."),
    "610": (
        "Object Not Found",
        (
            "Object Not Found : Something you're trying to use has been made inactive. Check the fields with "
            "accounts, customers, items, vendors or employees."
        ),
    ),
    "2020": ("Required Param Missing", "Required parameter {} is missing in the request."),
    "2050": (
        "String length is either shorter or longer than supported by specification",
        "String length specified does not match the supported length. {}",
    ),
    "2090": ("Invalid Number", "Invalid Number : {}"),
    "2170": ("Invalid Enumeration", "Invalid Enumeration : {}"),
    "2500": (
        "Invalid Reference Id",
        "Invalid Reference Id : Something you're trying to use has been made inactive. Check the fields with {}.",
    ),
    "4000": ("Error parsing query", "QueryParserError: {}"),
    "4001": ("Invalid query", "QueryValidationError: {}"),
    "5010": (
        "Stale Object Error",
        (
            "Stale Object Error : You and {} were working on this at the same time. {} finished before you "
            "did, so your work was not saved."
        ),
    ),
    "6000": ("A business validation error has occurred while processing your request", "Business Validation Error: {}"),
    "6070": (
        "Amount calculation incorrect in the request.",
        "Amount is not equal to UnitPrice * Qty. Supplied value:{}",
    ),
    "6140": (
        "Duplicate DocNum Error",
        "Duplicate Document Number Error : You must specify a different number. This number has already been used.",
    ),
    "6190": (
        "Invalid Company Status",
        (
            "Subscription period has ended or canceled or there was a billing problem : You can't add data to"
            " QuickBooks Online Plus because your trial or subscription period ended."
        ),
    ),
    "6210": (
        "Account Period Closed",
        (
            "The account period has closed and the account books cannot be updated through the QBO Services "
            "API. Please use the QBO website to make these changes."
        ),
    ),
    "6240": (
        "Duplicate Name Exists Error",
        (
            "The name supplied already exists. : Another customer, vendor or employee is already using this "
            "name. Please use a different name."
        ),
    ),
    "6520": ("Missing Inventory Item Quantity", "Quantity required for inventory item"),
    "6540": (
        "Deposited Transaction cannot be changed",
        (
            "This transaction has been deposited. If you want to change or delete it, you must edit the "
            "deposit it appears on and remove it first."
        ),
    ),
}
#: Code → (message, detail, type, status).
FAULTS: dict[str, tuple[str, str, str, int]] = {
    **{code: (*texts, "ValidationFault", 400) for code, texts in _INVALID.items()},
    "100": (
        "General Authentication Error",
        "AuthenticationErrorGeneral: SRV-110-Authentication Failure , statusCode: 401",
        "AuthenticationFault",
        401,
    ),
    "120": (
        "Authorization Failure",
        "AuthorizationFailure: User does not have admin rights, statusCode: 403",
        "AuthorizationFault",
        403,
    ),
    "3001": (
        "message=ThrottleExceeded; errorCode=003001; statusCode=429",
        "The request limit was reached.  Try again later",
        "SERVICE",
        429,
    ),
    "3100": ("message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403", "", "AUTHORIZATION", 403),
    "3200": ("message=AuthenticationFailed; errorCode=003200; statusCode=401", "", "AUTHENTICATION", 401),
    "10000": (
        "An application error has occurred while processing your request",
        "System Failure Error",
        "SystemFault",
        500,
    ),
}
#: Those that come from before the company's own service, in small letters.
LOWER = frozenset({"3100", "3200"})


class Refused(Exception):
    """An answer that ends the request, or an item of a batch. ``told`` fills the detail's gaps."""

    def __init__(self, code: str, *told: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        message, text, self.kind, self.status = FAULTS[code]
        self.message = message
        self.detail = detail or text.format(*(told or ("?", "?")))

    def fault(self) -> Body:
        """As it stands in an answer and in a batch's item."""
        error = {"Message": self.message, "Detail": self.detail, "code": self.code, "element": ""}
        return {"Fault": {"Error": [error], "type": self.kind}}

    def answer(self, moments: Moments, shape: str) -> Answer:
        """``shape``: ``json``, ``lower`` or ``xml``."""
        if shape == "xml":
            return Answer(self.status, self._xml(moments.exact()), content_type=XML)
        if shape == "lower":
            return Answer(self.status, self._lower(moments.milliseconds()), content_type=JSON)
        return Answer(self.status, {**self.fault(), "time": moments.exact()})

    def _lower(self, at: int) -> Body:
        error = {"message": self.message, "detail": self.detail or None, "code": self.code, "element": None}
        names = "warnings intuitObject report queryResponse syncErrorResponse requestId status"
        lists: Body = {"batchItemResponse": [], "attachableResponse": [], "cdcresponse": []}
        return {**dict.fromkeys(names.split()), **lists, "fault": {"error": [error], "type": self.kind}, "time": at}

    def _xml(self, at: str) -> bytes:
        detail = f"<Detail>{escape(self.detail)}</Detail>" if self.detail else ""
        return (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
            f"<IntuitResponse time={quoteattr(at)} xmlns={quoteattr(XMLNS)}><Fault type={quoteattr(self.kind)}>"
            f"<Error code={quoteattr(self.code)}><Message>{escape(self.message)}</Message>{detail}</Error></Fault></IntuitResponse>"
        ).encode()
