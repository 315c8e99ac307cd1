"""The frames around answers: VERSION 1 envelopes, refusals, import results (docs/protocols/tally.md, Responses and Errors)."""

# ruff: noqa: E501  (a tag and its text stay on one line)

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.simulator.values import esc

EMPTY_REPORT = "<ENVELOPE></ENVELOPE>\r\n"
UNKNOWN_REQUEST = "<RESPONSE>Unknown Request, cannot be processed</RESPONSE>\r\n"
RUNNING = "<RESPONSE>TallyPrime Server is Running</RESPONSE>"
COUNTER_NAMES = (
    "COMPANY",
    "GROUP",
    "LEDGER",
    "COSTCATEGORY",
    "COSTCENTRE",
    "GODOWN",
    "STOCKGROUP",
    "STOCKCATEGORY",
    "STOCKITEM",
    "VOUCHERTYPE",
    "CURRENCY",
    "UNIT",
    "BUDGET",
    "CLIENTRULE",
    "SERVERRULE",
    "STATE",
    "TDSRATE",
    "TAXCLASSIFICATION",
    "STCATEGORY",
    "DEDUCTEETYPE",
    "ATTENDANCETYPE",
    "FBTCATEGORY",
    "FBTASSESSEETYPE",
    "TARIFFCLASSIFICATION",
    "EXCISEDUTYCLASSIFICATION",
    "SERIALNUMBER",
    "ADJUSTMENTCLASSIFICATION",
    "INCOMETAXSLAB",
    "INCOMETAXCLASSIFICATION",
    "LBTCLASSIFICATION",
    "TAXUNIT",
    "RETURNMASTER",
    "GSTCLASSIFICATION",
    "VOUCHERNUMBERSERIES",
    "VOUCHER",
)
COLLECTION_ATTRIBUTES = {
    "COMPANY": "",
    "GROUP": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="4"',
    "LEDGER": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="8"',
    "VOUCHERTYPE": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="1024"',
    "VOUCHER": ' ISCMPDEPTYPE="Yes" CMPLOCUS="4" CMPDEPTYPE="64"',
    "COSTCENTRE": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="32"',
    "GODOWN": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="64"',
    "STOCKGROUP": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="128"',
    "STOCKCATEGORY": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="256"',
    "STOCKITEM": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="512"',
    "CURRENCY": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="2048"',
    "UNIT": ' ISMSTDEPTYPE="Yes" MSTDEPTYPE="4096"',
}


def cmpinfo(counts: dict[str, int] | None = None) -> str:
    """CMPINFO: 35 counters named like objects, which a careless reader takes for objects."""
    counts = counts or {}
    rows = "".join(f"    <{name}>{counts.get(name, 0)}</{name}>\r\n" for name in COUNTER_NAMES)
    return f"   <CMPINFO>\r\n{rows}   </CMPINFO>\r\n"


def collection(kind: str, rows: Iterable[str], counts: dict[str, int] | None = None) -> Iterable[str]:
    """A Collection answer; STATUS is at the start, so a cut-off answer still says 1."""
    yield (
        "<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>1</STATUS>\r\n </HEADER>\r\n <BODY>\r\n  <DESC>\r\n"
        f"{cmpinfo(counts)}  </DESC>\r\n  <DATA>\r\n   <COLLECTION{COLLECTION_ATTRIBUTES[kind]}>"
    )
    some = False
    for row in rows:
        yield row if some else "\r\n" + row
        some = True
    yield "   </COLLECTION>\r\n  </DATA>\r\n </BODY>\r\n</ENVELOPE>\r\n"


def messages(objects: Iterable[str]) -> Iterable[str]:
    """Objects as Object, Day Book and List of Accounts exports carry them: each in a TALLYMESSAGE."""
    yield (
        "<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>1</STATUS>\r\n </HEADER>\r\n <BODY>\r\n  <DESC>\r\n"
        f"{cmpinfo()}  </DESC>\r\n  <DATA>\r\n"
    )
    for text in objects:
        yield f'   <TALLYMESSAGE xmlns:UDF="TallyUDF">\r\n{text}   </TALLYMESSAGE>\r\n'
    yield "  </DATA>\r\n </BODY>\r\n</ENVELOPE>\r\n"


def failure(error: str, tag: str = "LINEERROR") -> str:
    """STATUS 0 with one error line."""
    return (
        "<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>0</STATUS>\r\n </HEADER>\r\n <BODY>\r\n  <DATA>\r\n"
        f"   <{tag}>{esc(error)}</{tag}>\r\n  </DATA>\r\n </BODY>\r\n</ENVELOPE>\r\n"
    )


def function_failure(name: str) -> str:
    """What an unknown function answers."""
    return (
        "<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>0</STATUS>\r\n </HEADER>\r\n <BODY>\r\n  <DATA>\r\n"
        f"   <ERRORMSG>Could not find: {esc(name)}</ERRORMSG>\r\n   <ERRORMSG>Function Execution Failed!</ERRORMSG>\r\n"
        "  </DATA>\r\n </BODY>\r\n</ENVELOPE>\r\n"
    )


def result(type_: str, text: str, attributes: str = "") -> str:
    """The answer of a Function export."""
    return (
        "<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>1</STATUS>\r\n </HEADER>\r\n <BODY>\r\n  <DESC>\r\n"
        f'  </DESC>\r\n  <DATA>\r\n   <RESULT TYPE="{type_}"{attributes}>{esc(text)}</RESULT>\r\n  </DATA>\r\n </BODY>\r\n</ENVELOPE>\r\n'
    )


def not_found(what: str) -> str:
    """An Object export of something that is not there: one line and a blank one, without an ENVELOPE."""
    return f"<ERRORMSG>Could not find {esc(what)}!</ERRORMSG>\r\n\r\n"


@dataclass
class ImportCounts:
    """What an import did, by Tally's ten counters."""

    created: int = 0
    altered: int = 0
    deleted: int = 0
    lastvchid: int = 0
    lastmid: int = 0
    combined: int = 0
    ignored: int = 0
    errors: int = 0
    cancelled: int = 0
    exceptions: int = 0
    line_errors: list[str] = field(default_factory=list)
    touched: dict[str, int] = field(default_factory=dict)

    def rows(self, depth: int) -> str:
        """LINEERRORs first, then the counters."""
        pad = " " * depth
        names = (
            "created",
            "altered",
            "deleted",
            "lastvchid",
            "lastmid",
            "combined",
            "ignored",
            "errors",
            "cancelled",
            "exceptions",
        )
        lines = "".join(f"{pad}<LINEERROR>{esc(text)}</LINEERROR>\r\n" for text in self.line_errors)
        return lines + "".join(f"{pad}<{name.upper()}>{getattr(self, name)}</{name.upper()}>\r\n" for name in names)


def import_answer(counts: ImportCounts, *, wrapped: bool) -> str:
    """VERSION 1 imports answer an ENVELOPE around IMPORTRESULT, legacy ones a bare RESPONSE."""
    if not wrapped:
        return f"<RESPONSE>\r\n{counts.rows(1)}</RESPONSE>\r\n"
    return (
        "<ENVELOPE>\r\n <HEADER>\r\n  <VERSION>1</VERSION>\r\n  <STATUS>1</STATUS>\r\n </HEADER>\r\n <BODY>\r\n  <DATA>\r\n"
        f"   <IMPORTRESULT>\r\n{counts.rows(4)}   </IMPORTRESULT>\r\n  </DATA>\r\n  <DESC>\r\n{cmpinfo(counts.touched)}"
        "   <CMPINFOEX>\r\n    <IDINFO>\r\n"
        f"     <LASTCREATEDVCHID>{counts.lastvchid if counts.created else 0}</LASTCREATEDVCHID>\r\n"
        "    </IDINFO>\r\n   </CMPINFOEX>\r\n   <MSTALTIDINFO>\r\n    <EXPSUMID>0</EXPSUMID>\r\n   </MSTALTIDINFO>\r\n"
        "  </DESC>\r\n </BODY>\r\n</ENVELOPE>\r\n"
    )
