"""What the taxes of a document are called: its tax lines name rates by number (docs/protocols/quickbooks.md: Documents)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.connectors.base import ConnectorState
from app.connectors.quickbooks.client import Quickbooks
from app.model.cancel import CancelToken

_KEPT = "tax_rates"
_UNKNOWN = "Tax"


class TaxNames:
    """The company's names of its rates, kept between runs: asked for again when a number is met that isn't known."""

    def __init__(self, books: Quickbooks, state: ConnectorState) -> None:
        self._books = books
        self._state = state
        kept = state.load(_KEPT)
        self._names: dict[str, str] = kept if isinstance(kept, dict) else {}

    def learn(self, rows: Iterable[Mapping[str, Any]], cancel: CancelToken) -> None:
        """The names that documents need."""
        if not {rate for row in rows for line in tax_lines(row) if (rate := rate_of(line))} - self._names.keys():
            return
        found = self._books.query("SELECT * FROM TaxRate WHERE Active IN (true, false) MAXRESULTS 1000", cancel).rows
        self._names |= {str(one["Id"]): str(one.get("Name") or _UNKNOWN) for one in found}
        self._state.save(_KEPT, self._names)

    def __call__(self, rate: str) -> str:
        return self._names.get(rate, _UNKNOWN)


def tax_lines(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Those that come to something; where only a sum is told, that is one."""
    detail = row.get("TxnTaxDetail") or {}
    lines = [line for line in detail.get("TaxLine") or () if line.get("Amount")]
    total = detail.get("TotalTax")
    return lines or ([{"Amount": total}] if total else [])


def rate_of(line: Mapping[str, Any]) -> str:
    return str(((line.get("TaxLineDetail") or {}).get("TaxRateRef") or {}).get("value") or "")
