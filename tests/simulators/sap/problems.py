"""What the Service Layer and the Gateway answer when they say no."""

from __future__ import annotations

from typing import Any

from tests.simulators.web import Answer

Body = dict[str, Any]
HTML = "text/html; charset=iso-8859-1"
PROXY_ERROR = (
    '<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>502 Proxy Error</title>\n</head><body>\n'
    "<h1>Proxy Error</h1>\n<p>The proxy server received an invalid\r\nresponse from an upstream server.<br />\r\n"
    "</p>\n</body></html>\n"
)
_TEXTS = {
    301: (401, "Invalid session or session already timeout."),
    -304: (401, "Fail to NONE-SSO login from SLD."),
    -306: (401, "Fail to NONE-SSO login from SLD."),
    100000027: (401, "Login failed"),
    299: (500, "SAML Login Failed"),
    407: (500, "Table definition not found for '{}'."),
    -2028: (404, "No matching records found (ODBC -2028)"),
    -10: (400, "{}"),
    -2035: (400, "This entry already exists in the following tables (ODBC -2035)"),
    -2039: (
        412,
        "Another user or another operation modified data; to continue, open the window again (ODBC -2039)",
    ),
    -1000: (400, "{}"),
    201: (400, "{}"),
    200: (400, "Unrecognized resource path."),
    -5002: (400, "{}"),
    -1004: (400, "{}"),
    -1029: (400, "Field cannot be updated (ODBC -1029)"),
    -5006: (400, "The requested action is not supported for this object."),
    -6006: (403, "You are not permitted to perform this action"),
    -1: (400, "{}"),
}


class Refused(Exception):
    """``code`` as the page of facts has it; ``text`` replaces or fills the usual one."""

    def __init__(self, code: int, text: str = "", status: int = 0) -> None:
        usual, pattern = _TEXTS.get(code, (400, "{}"))
        self.code, self.status = code, status or usual
        self.text = pattern.format(text) if "{}" in pattern else text or pattern
        super().__init__(f"{code} {self.text}")

    def answer(self, dialect: str) -> Answer:
        """``v1``, ``v2`` or ``gateway``."""
        return Answer(self.status, {"error": _SHAPES[dialect](self)})


def _v1(refused: Refused) -> Body:
    return {"code": refused.code, "message": {"lang": "en-us", "value": refused.text}}


def _v2(refused: Refused) -> Body:
    return {"code": str(refused.code), "message": refused.text, "details": [{"code": "", "message": ""}]}


def _gateway(refused: Refused) -> Body:
    code = "/IWBEP/CM_MGW_RT/022" if refused.status == 412 else f"SAPB1/{abs(refused.code)}"
    detail = {"code": code, "message": refused.text, "propertyref": "", "severity": "error", "target": ""}
    return {
        "code": code,
        "message": {"lang": "en", "value": refused.text},
        "innererror": {"transactionid": "5FA1B0D7", "errordetails": [detail]},
    }


_SHAPES = {"v1": _v1, "v2": _v2, "gateway": _gateway}
