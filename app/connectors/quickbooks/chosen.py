"""What is chosen once per connection, from the company's own accounts and tax codes (docs/protocols/quickbooks.md: Accounts)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from app.connectors.base import Choice, ConnectionSettings
from app.connectors.quickbooks.client import Quickbooks
from app.model.cancel import CancelToken
from app.model.errors import Rejected

INCOME, DEPOSIT, TAXED = "income_account", "deposit_account", "tax_code"
_TITLES = {
    INCOME: "Account for the income of new products",
    DEPOSIT: "Account that payments go to",
    TAXED: "Tax code of lines that we write",
}
_NEEDED: Mapping[str, tuple[str, ...]] = {INCOME: ("product",)}
_HELP = {
    INCOME: "QuickBooks takes no new product without one.",
    DEPOSIT: "Without a choice QuickBooks puts them among the undeposited funds.",
    TAXED: "Companies outside the United States take no line without one. Lines that have a code keep it.",
}
_KINDS = {INCOME: frozenset({"Income", "Other Income"}), DEPOSIT: frozenset({"Bank", "Other Current Asset"})}


#: In the United States a line is taxable or not, and the document names the code.
_OF_LINES = frozenset({"TAX", "NON"})


class Chosen:
    """The admin's choices as the ids that QuickBooks wants; names are looked up once."""

    def __init__(self, books: Quickbooks, settings: ConnectionSettings) -> None:
        self._books = books
        made = settings.auth.get("choices")
        self._made: Mapping[str, Any] = made if isinstance(made, Mapping) else {}
        self._known: dict[str, dict[str, str]] = {}

    def offer(self, cancel: CancelToken) -> list[Choice]:
        return [
            Choice(
                name,
                title,
                tuple((option, 0) for option in self._options(name, cancel)),
                suggested=self._only(name, cancel),
                chosen=str(self._made[name]) if self._made.get(name) else None,
                needed_for=_NEEDED.get(name, ()),
                help=_HELP[name],
            )
            for name, title in _TITLES.items()
        ]

    def reference(self, name: str, cancel: CancelToken, *, needed: bool = False) -> dict[str, str] | None:
        """``{"value": id}`` of what was chosen. Raises :class:`Rejected` when it is gone, or ``needed`` and not chosen."""
        wanted = self._made.get(name)
        if not wanted:
            if needed:
                raise Rejected(
                    f"“{_TITLES[name]}” is not chosen yet, and QuickBooks wants one. Nothing of this record was sent.",
                    field=name,
                    hint="Choose it in the connection's sync settings; it is sent with the next sync.",
                )
            return None
        found = self._options(name, cancel).get(str(wanted))
        if found is None:
            raise Rejected(
                f"“{wanted}” is no longer in QuickBooks, and it was chosen as “{_TITLES[name]}”. Nothing of this record was sent.",
                field=name,
                hint="Choose another one in the connection's sync settings.",
            )
        return {"value": found}

    def _only(self, name: str, cancel: CancelToken) -> str | None:
        options = list(self._options(name, cancel))
        return options[0] if len(options) == 1 else None

    def _options(self, name: str, cancel: CancelToken) -> dict[str, str]:
        """Name → id."""
        if name not in self._known:
            rows = self._rows("TaxCode" if name == TAXED else "Account", cancel)
            rows = [row for row in rows if name == TAXED and row["Id"] in _OF_LINES] or rows
            kinds = _KINDS.get(name)
            self._known[name] = {
                str(row.get("FullyQualifiedName") or row.get("Name")): str(row["Id"])
                for row in rows
                if kinds is None or row.get("AccountType") in kinds
            }
        return self._known[name]

    def _rows(self, entity: str, cancel: CancelToken) -> Sequence[Mapping[str, Any]]:
        return self._books.query(f"SELECT * FROM {entity} WHERE Active = true MAXRESULTS 1000", cancel).rows  # noqa: S608
