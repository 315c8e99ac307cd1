"""Small texts that both forms of a voucher share."""

from __future__ import annotations

from app.simulator.books import Company, Line, Voucher
from app.simulator.values import esc, jd, number


def view_of(voucher: Voucher) -> str:
    return "Invoice Voucher View" if voucher.invoice_view else "Accounting Voucher View"


def vch_key(voucher: Voucher) -> tuple[int, int]:
    """The day (counted from 1899-12-31) and place of which VCHKEY and VOUCHERKEY are made."""
    return jd(voucher.date) - 1, voucher.id * 8


def attributes(company: Company, voucher: Voucher) -> str:
    day, place = vch_key(voucher)
    return (
        f'REMOTEID="{company.guid_of(voucher.id)}" VCHKEY="{company.guid}-{day:08x}:{place:08x}" '
        f'VCHTYPE="{esc(voucher.type.name)}" OBJVIEW="{view_of(voucher)}"'
    )


def percent(hundredths: int) -> str:
    """`` 9``, `` 2.50``, ``0``."""
    if hundredths % 100 == 0:
        return number(hundredths // 100)
    return f" {hundredths / 100:.2f}"


def rate_rows(line: Line) -> list[tuple[str, str, str]]:
    """The five GST heads of a stock line; Tally keeps rates per item, never tax amounts."""
    half, full = percent(line.gst // 2), percent(line.gst)
    based = "Based on Value"
    return [
        ("CGST", based, half),
        ("SGST/UTGST", based, half),
        ("IGST", based, full),
        ("Cess", "", "0"),
        ("State Cess", "", "0"),
    ]
