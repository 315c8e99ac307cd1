"""A simulated QuickBooks Online and a client that is signed in to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import httpx

from tests.simulators.quickbooks import SimulatedQuickbooks


class Office:
    """Call it as the API is called; paths begin behind the company's number."""

    def __init__(self, sim: SimulatedQuickbooks) -> None:
        self.sim = sim
        headers = {"Accept": "application/json"}
        self.http = httpx.Client(
            base_url=sim.company_url, headers=headers, params={"minorversion": "75"}, verify=False, trust_env=False
        )
        self.sign()

    def at(self, moment: datetime) -> None:
        """The clock stands there; one has signed in."""
        self.sim.clock.set(moment)
        self.sign()

    def sign(self, environment: str = "") -> dict[str, Any]:
        told = self.sim.grant(environment)
        self.http.headers["Authorization"] = f"Bearer {told['access_token']}"
        return told

    def query(self, statement: str) -> dict[str, Any]:
        """The ``QueryResponse``, or the fault."""
        answer = self.http.get("/query", params={"query": statement}).json()
        return dict(answer.get("QueryResponse", answer))

    def names(self, where: str = "", entity: str = "Customer", field: str = "DisplayName") -> list[str]:
        return [row[field] for row in self.query(f"select * from {entity} {where}").get(entity, ())]

    def cdc(self, entities: str, since: str) -> list[dict[str, Any]]:
        answer = self.http.get("/cdc", params={"entities": entities, "changedSince": since}).json()
        return list(answer["CDCResponse"][0]["QueryResponse"])

    def post(self, entity: str, body: Any, **params: str) -> httpx.Response:
        return self.http.post(f"/{entity.lower()}", json=body, params=params)

    def made(self, entity: str, body: Any, **params: str) -> dict[str, Any]:
        answer = self.post(entity, body, **params)
        assert answer.status_code == 200, answer.text
        return dict(answer.json()[entity])

    def refused(self, entity: str, body: Any, **params: str) -> str:
        return code_of(self.post(entity, body, **params))

    def batch(self, *items: dict[str, Any], **params: str) -> list[dict[str, Any]]:
        answer = self.http.post("/batch", json={"BatchItemRequest": list(items)}, params=params)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["BatchItemResponse"])

    # --- what tests need at hand -------------------------------------------------------------------------------

    def account(self, name: str) -> dict[str, str]:
        return {"value": next(row["Id"] for row in self.sim.rows("Account") if row["Name"] == name)}

    def pen(self, name: str = "Pen") -> str:
        return self.sim.add("Item", Name=name, UnitPrice=10, IncomeAccountRef=self.account("Services"))

    def bill(self, customer: str, item: str, **more: Any) -> dict[str, Any]:
        """An invoice of three pens, or an estimate."""
        detail = {"ItemRef": {"value": item}, "Qty": 3, "UnitPrice": 10}
        line = {"DetailType": "SalesItemLineDetail", "Amount": 30, "SalesItemLineDetail": detail}
        return {"CustomerRef": {"value": customer}, "Line": [line], **more}


def code_of(answer: httpx.Response) -> str:
    return str(answer.json()["Fault"]["Error"][0]["code"])


@contextmanager
def office_of(customers: int = 0, **options: Any) -> Iterator[Office]:
    """Requests and answers are held against the vendor's schema in the end; what is meant to be wrong says so with ``clear``."""
    with SimulatedQuickbooks(customers=customers, limits=False, check_answers=True, **options) as sim:
        made = Office(sim)
        with made.http:
            yield made
        assert not sim.violations, sim.violations
