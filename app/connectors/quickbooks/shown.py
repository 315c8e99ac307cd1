"""What QuickBooks will show of what is sent to it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.connectors.quickbooks import documents
from app.connectors.quickbooks.records import ADDRESS_LINES, ADDRESSES, LINES
from app.model.records import RemoteFields


def as_shown(fields: RemoteFields) -> RemoteFields:
    """QuickBooks keeps no spaces around a text, and of a line what makes quantity times price the amount."""
    shown: dict[str, Any] = {
        name: value.strip() or None if isinstance(value, str) else value for name, value in fields.items()
    }
    for name in ADDRESSES:
        address = shown.get(name)
        if isinstance(address, Mapping) and LINES in address:
            split = split_address(address)
            joined = "\n".join(str(split[one]) for one in ADDRESS_LINES if split.get(one)) or None
            shown[name] = {**address, LINES: joined}
    if isinstance(shown.get("Line"), list):
        shown["Line"] = [documents.line_as_shown(line) for line in shown["Line"]]
    return shown


def split_address(address: Mapping[str, Any]) -> dict[str, Any]:
    """Our one text as QuickBooks' five lines; what is more goes into the last."""
    if LINES not in address:
        return dict(address)
    rows = [row.strip() for row in str(address[LINES] or "").splitlines() if row.strip()]
    most = len(ADDRESS_LINES)
    if len(rows) > most:
        rows = [*rows[: most - 1], ", ".join(rows[most - 1 :])]
    lines: dict[str, Any] = dict(zip(ADDRESS_LINES, [*rows, *[None] * (most - len(rows))], strict=True))
    return {**{name: value for name, value in address.items() if name != LINES}, **lines}
