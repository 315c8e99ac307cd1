"""What is chosen once per connection, from the company's own accounts and tax codes (docs/protocols/quickbooks.md: Accounts)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.connectors import chosen
from app.connectors.base import ConnectionSettings
from app.connectors.chosen import Asked
from app.connectors.quickbooks.client import Quickbooks
from app.model.cancel import CancelToken

INCOME, DEPOSIT, TAXED = "income_account", "deposit_account", "tax_code"
_ASKED = {
    INCOME: Asked(
        "Account for the income of new products", "QuickBooks takes no new product without one.", ("product",)
    ),
    DEPOSIT: Asked("Account that payments go to", "Without a choice QuickBooks puts them among the undeposited funds."),
    TAXED: Asked(
        "Tax code of lines that we write",
        "Companies outside the United States take no line without one. Lines that have a code keep it.",
    ),
}
#: The likeliest first.
_KINDS = {INCOME: ("Income", "Other Income"), DEPOSIT: ("Bank", "Other Current Asset")}
#: In the United States a line is taxable or not, and the document names the code.
_OF_LINES = frozenset({"TAX", "NON"})


class Chosen(chosen.Chosen):
    """The admin's choices as the references that QuickBooks wants."""

    def __init__(self, books: Quickbooks, settings: ConnectionSettings) -> None:
        super().__init__("QuickBooks", settings, _ASKED, self._named)
        self._books = books

    def reference(self, name: str, cancel: CancelToken, *, needed: bool = False) -> dict[str, str] | None:
        """``{"value": id}`` of what was chosen. Raises what :meth:`ident` does."""
        found = self.ident(name, cancel, needed=needed)
        return None if found is None else {"value": found}

    def needed_for(self, name: str, cancel: CancelToken) -> tuple[str, ...]:
        if name == TAXED and (found := self.options(name, cancel)) and _OF_LINES.isdisjoint(found.values()):
            return ("order", "invoice")
        return super().needed_for(name, cancel)

    def _named(self, name: str, cancel: CancelToken) -> dict[str, str]:
        rows = self._rows("TaxCode" if name == TAXED else "Account", cancel)
        rows = [row for row in rows if name == TAXED and row["Id"] in _OF_LINES] or rows
        if kinds := _KINDS.get(name):
            rows = [row for kind in kinds for row in rows if row.get("AccountType") == kind]
        return {str(row.get("FullyQualifiedName") or row.get("Name")): str(row["Id"]) for row in rows}

    def _rows(self, entity: str, cancel: CancelToken) -> Sequence[Mapping[str, Any]]:
        return self._books.query(f"SELECT * FROM {entity} WHERE Active = true MAXRESULTS 1000", cancel).rows  # noqa: S608
