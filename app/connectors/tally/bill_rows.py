"""The rows of the report Bills Receivable, read fast (docs/protocols/tally.md: Responses)."""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from app.connectors.tally.answers import parse_piece

#: A bill as the report writes it; the rows are parallel: BILLFIXED, then its figures beside it.
_BILL = re.compile(
    r"<BILLFIXED>\s*<BILLDATE>[^<]*</BILLDATE>\s*<BILLREF>([^<]*)</BILLREF>\s*<BILLPARTY>([^<]*)</BILLPARTY>\s*"
    r"</BILLFIXED>\s*<BILLCL>([^<]*)</BILLCL>"
)
_QUOTES = {"&apos;": "'", "&quot;": '"'}

#: Reference, party and amount as Tally writes them.
Bill = tuple[str, str, str]


def bills_in(piece: bytes) -> list[Bill]:
    """The bills of a piece of the report. There may be tens of thousands: the usual layout is read by one pattern, any other
    by the XML parser."""
    text = piece.decode("utf-8")
    found = _BILL.findall(text)
    if len(found) != text.count("<BILLFIXED>") or len(found) != text.count("<BILLCL>") or "&#" in text:
        return _bills_by_parser(piece)
    return [
        (unescape(reference, _QUOTES), unescape(party, _QUOTES), amount) if "&" in reference or "&" in party else bill
        for bill in found
        for reference, party, amount in (bill,)
    ]


def _bills_by_parser(piece: bytes) -> list[Bill]:
    bills: list[Bill] = []
    reference = party = ""
    for element in parse_piece(piece):
        if element.tag == "BILLFIXED":
            reference, party = element.findtext("BILLREF") or "", element.findtext("BILLPARTY") or ""
        elif element.tag == "BILLCL":
            bills.append((reference, party, element.text or ""))
    return bills
