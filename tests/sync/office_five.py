"""Five systems on one hub: Tally, Zoho, QuickBooks, SAP, and one that nobody has heard of. Customers only."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.simulator import SimulatedTally
from tests.simulators.custom import RestErp
from tests.simulators.custom.erp import API_KEY
from tests.simulators.quickbooks import SimulatedQuickbooks
from tests.simulators.sap import SimulatedSap
from tests.simulators.zoho import SimulatedZoho
from tests.sync.office import ROOT, same
from tests.sync.office_quickbooks import Group
from tests.sync.office_sap import SapSide

_DEFINITION = ROOT / "resources" / "custom" / "shelf.yaml"
#: Hub field → field in the fifth system.
IN_SHELF = {"business_name": "name", "email": "email", "phone": "phone", "credit_limit": "credit"}


class Five(SapSide, Group):
    """``shelf`` is synced by a definition."""

    zoho_modules: Mapping[str, str] = {"customer": "Accounts"}
    tally_entities = quickbooks_entities = sap_entities = ("customer",)

    def __init__(
        self,
        folder: Path,
        tally: SimulatedTally,
        zoho: SimulatedZoho,
        quickbooks: SimulatedQuickbooks,
        sap: SimulatedSap,
        shelf: RestErp,
    ) -> None:
        self.sap, self.shelf = sap, shelf
        super().__init__(folder, tally, zoho, quickbooks)
        self.ids |= {"sap": self.connect_sap(), "shelf": self._connect_shelf()}

    def open(self) -> None:
        super().open()

    def _connect_shelf(self) -> str:
        auth = {"definition": _DEFINITION.read_text(encoding="utf-8"), "api_key": API_KEY}
        made = self._connection("custom", self.shelf.url, auth, auth_type="api_key")
        self._config(made, "customer", remote_module="customers")
        return made

    # --- what was asked ------------------------------------------------------------------------------------------

    def forget_requests(self) -> None:
        super().forget_requests()
        self.sap.clear()
        self.shelf.requests.clear()

    def asked_too_much(self) -> Iterator[str]:
        yield from super().asked_too_much()
        yield from self.sap_asked_too_much()
        asked = Counter(one.kind for one in self.shelf.requests)
        if asked != Counter(about=1, list=1, read=1):  # whose books they are, what changed, and what was deleted
            yield f"the fifth system was asked {dict(asked)}"

    # --- what is there -------------------------------------------------------------------------------------------

    def names(self) -> dict[str, list[str]]:
        """The customers of each system in their order; one that is there twice is named twice."""
        return {
            name: sorted(found)
            for name, found in {
                "tally": [one.name for one in self.books.customers()],
                "zoho": [row["Account_Name"] for row in self.zoho.rows("Accounts")],
                "quickbooks": [row["DisplayName"] for row in self._in_use("customer")],
                "sap": [row["CardName"] for row in self.sap_rows("customer").values()],
                "shelf": [row["name"] for row in self.shelf.rows("customers")],
                "hub": [row["business_name"] for row in self.rows("customer")],
            }.items()
        }

    def in_shelf(self, name: str) -> dict[str, Any]:
        (found,) = (row for row in self.shelf.rows("customers") if row["name"] == name)
        return found

    def differences(self) -> list[str]:
        return [*super().differences(), *self.from_sap(), *self._from_shelf()]

    def _from_shelf(self) -> Iterator[str]:
        hub = {row["id"]: row for row in self.rows("customer")}
        there = {str(row["id"]): row for row in self.shelf.rows("customers")}
        links = self.links_of("shelf", "customer")
        yield from self.uneven("customer in the fifth system", set(hub), set(there), links)
        for rid, local in links.items():
            if rid not in there or local not in hub:
                continue
            for field, remote in IN_SHELF.items():
                if not same(hub[local][field], there[rid].get(remote)):
                    yield f"customer {local}.{field}: hub {hub[local][field]!r}, the fifth {there[rid].get(remote)!r}"
