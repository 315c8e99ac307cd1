"""What counts as out of use in QuickBooks: a name that is inactive, a document that is void (docs/protocols/quickbooks.md:
Deletions)."""

from __future__ import annotations

from app.connectors.base import ConnectorState
from app.connectors.put_away import PutAway
from app.connectors.quickbooks.records import Row, is_void


def put_away(state: ConnectorState) -> PutAway:
    return PutAway(state, lambda _entity, row: str(row["Id"]), lambda _entity, row: is_away(row))


def is_away(row: Row) -> bool:
    return row.get("Active") is False or is_void(row)
