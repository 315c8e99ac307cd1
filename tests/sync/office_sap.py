"""An office with an SAP Business One, and whether it says what the hub says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from app.connectors.sap.codes import is_own_code
from app.connectors.sap.entities import CONTACTS, ENTITIES, PARTNERS, PAYMENTS
from app.connectors.sap.records import billing_address, contact_id, is_away, paid
from app.connectors.sap.template import HUB_KEY, STATES
from app.simulator import SimulatedTally
from tests.simulators.sap import COMPANY, PASSWORD, USER, SimulatedSap
from tests.sync.office import Office, figure_of, label_of, same
from tests.sync.tally_desk import COMPANY as TALLY

MODULES = {one.entity: one.name for one in ENTITIES.values() if one.entity is not None}
CHOICES = {"deposit_account": "Bank", "tax_code": "GST 18%"}
_DOCUMENT = {"date": "DocDate", "narration": "Comments", "tax_total": "VatSum", "total": "DocTotal"}
#: Hub field → field in SAP.
IN_SAP: Mapping[str, Mapping[str, str]] = {
    "customer": {
        "business_name": "CardName", "email": "EmailAddress", "phone": "Phone1", "website": "Website",
        "credit_limit": "CreditLimit", "notes": "FreeText", "address": "Street", "city": "City", "pincode": "ZipCode",
        "state": "State", "gstin": "GSTIN",
    },
    "contact": {"first_name": "FirstName", "last_name": "LastName", "email": "E_Mail", "designation": "Position"},
    "product": {"name": "ItemName", "sku": "ItemCode", "description": "ForeignName", "unit": "SalesUnit", "rate": "Price"},
    "deal": {"name": "OpportunityName", "amount": "MaxLocalTotal", "close_date": "PredictedClosingDate"},
    "order": _DOCUMENT,
    "invoice": {**_DOCUMENT, "due_date": "DocDueDate"},
    "payment": {"date": "DocDate", "narration": "Remarks"},
}  # fmt: skip
_COUNTED = ("credit_limit", "rate", "amount")
_STATES = {code: name for name, code in STATES}


class SapSide(Office):
    """The part of an office that has to do with ``sap``; ``sap_entities`` are synced with it in both directions."""

    sap: SimulatedSap
    sap_entities: tuple[str, ...] = tuple(MODULES)
    #: The field for our id there.
    sap_hub_key: str | None = HUB_KEY

    def connect_sap(self) -> str:
        auth = {
            "company_db": COMPANY,
            "username": USER,
            "password": PASSWORD,
            "time_zone": "Asia/Kolkata",
            "choices": CHOICES,
        }
        made = self._connection("sap", self.sap.url, auth, auth_type="username_password")
        for entity in self.sap_entities:
            self._config(made, entity, hub_key_field=self.sap_hub_key)
        return made

    def sap_asked_too_much(self) -> Iterator[str]:
        """Two questions a module, one for payments: what changes of them leaves no stamp."""
        asked = Counter(one.kind for one in self.sap.requests)
        modules = {ENTITIES[MODULES[entity]].inside or MODULES[entity] for entity in self.sap_entities}
        lists = 2 * len(modules) - (PAYMENTS in modules)
        if asked != Counter(ping=1, login=1, logout=1, list=lists):
            yield f"SAP was asked {dict(asked)}"

    # --- what is there -------------------------------------------------------------------------------------------

    def sap_rows(self, entity: str) -> dict[str, dict[str, Any]]:
        """What is in use there, by id; contact persons are rows of their partners."""
        module = MODULES[entity]
        if module == CONTACTS:
            persons = (
                {**row, "CardCode": owner["CardCode"]} for owner in self.sap.rows(PARTNERS) for row in owner[CONTACTS]
            )
            return {contact_id(row): row for row in persons if not is_away(CONTACTS, row)}
        return {
            str(row[ENTITIES[module].key]): row
            for row in self.sap.rows(module)
            if not is_away(module, row) and row.get("CancelStatus") != "csCancellation"
        }

    def in_sap(self, entity: str, name: str) -> dict[str, Any]:
        """What is in use there; raises when there is not exactly one of that name."""
        (found,) = (row for row in self.sap_rows(entity).values() if self._called(entity, row) == name)
        return dict(found)

    @staticmethod
    def _called(entity: str, row: Mapping[str, Any]) -> Any:
        if entity in ("order", "invoice"):
            return row["NumAtCard"] if row.get(HUB_KEY) else str(row["DocNum"])
        return row[ENTITIES[MODULES[entity]].label]

    # --- is it all the same? ---------------------------------------------------------------------------------------

    def from_sap(self) -> Iterator[str]:
        names = {
            entity: {id: self._called(entity, row) for id, row in self.sap_rows(entity).items()} for entity in MODULES
        }
        for entity in self.sap_entities:
            hub, there = {row["id"]: row for row in self.rows(entity)}, self.sap_rows(entity)
            links = self.links_of("sap", entity)
            yield from self.uneven(f"{entity} in SAP", set(hub), set(there), links)
            for rid, local in links.items():
                if rid in there and local in hub:
                    yield from self._against_sap(entity, hub[local], there[rid], names)

    def _against_sap(
        self, entity: str, ours: Mapping[str, Any], theirs: Mapping[str, Any], names: Mapping[str, Mapping[str, str]]
    ) -> Iterator[str]:
        flat = dict(theirs)
        if entity == "customer":
            flat |= billing_address(theirs)
            flat["State"] = _STATES.get(flat.get("State") or "")
        if entity == "product":
            flat["Price"] = theirs["ItemPrices"][0]["Price"]
            flat["ItemCode"] = None if is_own_code(theirs["ItemCode"]) else theirs["ItemCode"]
        shown = {name: (ours[name], flat.get(there)) for name, there in IN_SAP[entity].items()}
        shown |= {name: (ours[name], shown[name][1] or None) for name in _COUNTED if name in shown}
        if entity not in ("customer", "product"):
            shown["customer"] = label_of(ours["customer"]), names["customer"][theirs["CardCode"]]
        if entity in ("order", "invoice"):
            shown["number"] = ours["number"], self._called(entity, theirs)
            shown["lines"] = (
                [
                    (label_of(one["product"]), figure_of(one["quantity"]), figure_of(one["amount"]))
                    for one in ours["lines"]
                ],
                [
                    (names["product"][one["ItemCode"]], figure_of(one["Quantity"]), figure_of(one["LineTotal"]))
                    for one in theirs["DocumentLines"]
                ],
            )
        if entity == "payment":
            shown["amount"] = ours["amount"], paid(theirs)
            shown["allocations"] = (
                [(label_of(one["invoice"]), figure_of(one["amount"])) for one in ours["allocations"] if one["invoice"]],
                [
                    (names["invoice"][str(one["DocEntry"])], figure_of(one["SumApplied"]))
                    for one in theirs["PaymentInvoices"]
                ],
            )
        for name, (here, there) in shown.items():
            if not same(here, there):
                yield f"{entity} {ours['id']}.{name}: hub {here!r}, SAP {there!r}"


class Branch(SapSide):
    """``tally`` and ``sap``; contact persons and opportunities are in SAP alone."""

    tally_entities = ("customer", "product", "order", "invoice", "payment")
    tally_numbers = ("payment",)

    def __init__(self, folder: Path, tally: SimulatedTally, sap: SimulatedSap, hub_key: str | None) -> None:
        self.folder, self.sap_hub_key = folder, hub_key
        self.tally, self.sap = tally, sap
        self.books = tally.books(TALLY)
        self.open()
        self.ids = {"tally": self._connect_tally(), "sap": self.connect_sap()}

    def forget_requests(self) -> None:
        self.tally.clear_log()
        self.sap.clear()

    def asked_too_much(self) -> Iterator[str]:
        return self.sap_asked_too_much()

    def later(self, seconds: float) -> None:
        self.sap.clock.advance(seconds)

    def differences(self) -> list[str]:
        return [*self.from_sap(), *self.from_tally()]
