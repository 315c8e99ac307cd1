"""A group: the program between a simulated Tally, a simulated Zoho and the simulated QuickBooks of its company abroad."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.connectors.quickbooks.put_away import is_away
from app.simulator import SimulatedTally
from tests.simulators.quickbooks import CLIENT_ID, CLIENT_SECRET, SimulatedQuickbooks
from tests.simulators.zoho import SimulatedZoho
from tests.sync.office import MODULES, Office, figure_of, label_of, same

QUICKBOOKS = {"customer": "Customer", "product": "Item", "invoice": "Invoice", "payment": "Payment"}
CHOICES = {"income_account": "Sales of Product Income", "deposit_account": "Checking", "tax_code": "20.0% S"}
_IN_ZOHO = {entity: MODULES[entity] for entity in ("customer", "product", "invoice")}
_DOCUMENT = {"number": "DocNumber", "date": "TxnDate", "narration": "PrivateNote", "total": "TotalAmt"}
#: Hub field → field in QuickBooks.
IN_QUICKBOOKS: Mapping[str, Mapping[str, str]] = {
    "customer": {
        "business_name": "DisplayName", "phone": "PrimaryPhone.FreeFormNumber", "website": "WebAddr.URI",
        "address": "BillAddr.Line1", "city": "BillAddr.City", "state": "BillAddr.CountrySubDivisionCode",
        "pincode": "BillAddr.PostalCode", "country": "BillAddr.Country", "notes": "Notes",
    },
    "product": {"name": "Name", "sku": "Sku", "description": "Description", "rate": "UnitPrice"},
    "invoice": {**_DOCUMENT, "due_date": "DueDate", "tax_total": "TxnTaxDetail.TotalTax"},
    "payment": {"number": "PaymentRefNum", "date": "TxnDate", "narration": "PrivateNote", "amount": "TotalAmt"},
}  # fmt: skip


class Group(Office):
    """``tally``, ``zoho`` and ``quickbooks``; payments are not in Zoho."""

    zoho_modules: Mapping[str, str] = _IN_ZOHO
    tally_entities: tuple[str, ...] = tuple(QUICKBOOKS)
    quickbooks_entities: tuple[str, ...] = tuple(QUICKBOOKS)

    def __init__(
        self, folder: Path, tally: SimulatedTally, zoho: SimulatedZoho, quickbooks: SimulatedQuickbooks
    ) -> None:
        self.quickbooks = quickbooks
        quickbooks.accounts.life = 86_400
        super().__init__(folder, tally, zoho)
        self.ids["quickbooks"] = self._connect_quickbooks()

    def _connect_quickbooks(self) -> str:
        auth = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "refresh_token": str(self.quickbooks.grant()["refresh_token"]),
            "realm_id": self.quickbooks.realm,
            "environment": "sandbox",
            "discovery_url": self.quickbooks.discovery_url,
            "choices": CHOICES,
        }
        made = self._connection("quickbooks", self.quickbooks.base_url, auth, auth_type="oauth2")
        for entity in self.quickbooks_entities:
            self._config(made, entity)
        return made

    def rest(self) -> list[str]:
        """Sync until a sync does nothing, and what :meth:`quiet` has against the last one."""
        for _ in range(6):
            found = self.quiet()
            if not found:
                return []
        return found

    def forget_requests(self) -> None:
        super().forget_requests()
        self._metered = self.quickbooks.metered
        self.quickbooks.requests.clear()

    def asked_too_much(self) -> Iterator[str]:
        yield from super().asked_too_much()
        asked = [one.kind for one in self.quickbooks.requests]
        if asked != ["cdc"] or self.quickbooks.metered != self._metered + 1:
            yield f"QuickBooks was asked {asked}"

    def in_quickbooks(self, entity: str, name: str) -> dict[str, Any]:
        """What is in use there; raises when there is not exactly one of that name."""
        label = next(iter(IN_QUICKBOOKS[entity].values()))
        (found,) = (row for row in self._in_use(entity) if row[label] == name)
        return dict(found)

    def _in_use(self, entity: str) -> list[dict[str, Any]]:
        return [row for row in self.quickbooks.rows(QUICKBOOKS[entity]) if not is_away(row)]

    # --- is it all the same? ---------------------------------------------------------------------------------------

    def differences(self) -> list[str]:
        return [*super().differences(), *self._from_quickbooks()]

    def _from_quickbooks(self) -> Iterator[str]:
        for entity in self.quickbooks_entities:
            hub, there = (
                {row["id"]: row for row in self.rows(entity)},
                {row["Id"]: row for row in self._in_use(entity)},
            )
            links = self.links_of("quickbooks", entity)
            yield from self.uneven(f"{entity} in QuickBooks", set(hub), set(there), links)
            for rid, local in links.items():
                if rid in there and local in hub:
                    yield from self._against(entity, hub[local], there[rid])

    def _against(self, entity: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[str]:
        shown = dict(_fields(entity, ours, theirs))
        if entity in ("invoice", "payment"):
            shown["customer"] = label_of(ours["customer"]), theirs["CustomerRef"]["name"]
        if entity == "invoice":
            shown["lines"] = (
                [
                    (label_of(one["product"]), figure_of(one["quantity"]), figure_of(one["amount"]))
                    for one in ours["lines"]
                ],
                [_line(one) for one in theirs["Line"] if "SalesItemLineDetail" in one],
            )
        if entity == "payment":
            numbers = {row["Id"]: row["DocNumber"] for row in self._in_use("invoice")}
            shown["allocations"] = (
                [(label_of(one["invoice"]), figure_of(one["amount"])) for one in ours["allocations"] if one["invoice"]],
                [
                    (numbers[linked["TxnId"]], figure_of(one["Amount"]))
                    for one in theirs["Line"]
                    for linked in one["LinkedTxn"]
                ],
            )
        for name, (here, there) in shown.items():
            if not same(here, there):
                yield f"{entity} {ours['id']}.{name}: hub {here!r}, QuickBooks {there!r}"


def _fields(entity: str, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> Iterator[tuple[str, tuple[Any, Any]]]:
    for local, path in IN_QUICKBOOKS[entity].items():
        there: Any = theirs
        for part in path.split("."):
            there = (there or {}).get(part)
        yield local, (ours[local], there)


def _line(line: Mapping[str, Any]) -> tuple[Any, ...]:
    detail = line["SalesItemLineDetail"]
    return detail["ItemRef"]["name"], figure_of(detail["Qty"]), figure_of(line["Amount"])
