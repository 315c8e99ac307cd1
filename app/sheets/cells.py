"""Text in a cell: what a spreadsheet would take for a formula is defused in a CSV file, and what no file can hold is left out."""

from __future__ import annotations

import re

#: An apostrophe before it makes Excel, LibreOffice and Google Sheets show it as it is.
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_DEFUSED = re.compile(r"'+[=+\-@\t\r]")
#: Control characters that XML 1.0 has no place for.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def harmless(text: str) -> str:
    """``=1+1`` as ``'=1+1``; :func:`restored` takes exactly that back."""
    return "'" + text if _FORMULA.match(text) else text


def restored(text: str) -> str:
    """What :func:`harmless` was given."""
    return text[1:] if _DEFUSED.match(text) else text


def writable(text: str) -> str:
    """Without the characters that would make an Excel file unreadable."""
    return _NOT_IN_XML.sub("", text)
