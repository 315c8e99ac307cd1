"""A simulated Zoho and a client that is signed in to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import httpx

from tests.simulators.zoho import SCOPES, SimulatedZoho

NAMES = "Last_Name,Email,Modified_Time"
#: What a list of Contacts is asked for.
LIST = {"fields": NAMES, "sort_by": "Modified_Time", "sort_order": "asc"}


class Desk:
    """Call it as the API is called; paths begin behind ``/crm/v8``."""

    def __init__(self, sim: SimulatedZoho) -> None:
        self.sim = sim
        self.http = httpx.Client(base_url=sim.base_url, verify=False)
        self.sign()

    def at(self, moment: datetime) -> None:
        """The clock stands there; one has signed in."""
        self.sim.clock.set(moment)
        self.sign()

    def sign(self, scopes: str = SCOPES) -> str:
        token = str(self.sim.grant(scopes)["access_token"])
        self.http.headers["Authorization"] = f"Zoho-oauthtoken {token}"
        return token

    def get(self, path: str, since: str = "", **params: Any) -> httpx.Response:
        return self.http.get(path, params=params, headers={"If-Modified-Since": since} if since else {})

    def write(self, method: str, path: str, *records: Any, since: str = "", **more: Any) -> httpx.Response:
        headers = {"If-Unmodified-Since": since} if since else {}
        return self.http.request(method, path, json={"data": list(records), "trigger": [], **more}, headers=headers)

    def coql(self, query: str) -> httpx.Response:
        return self.http.post("/coql", json={"select_query": query})

    def pages(self, **params: Any) -> Iterator[dict[str, Any]]:
        answer = self.get("/Contacts", **params).json()
        yield answer
        while answer["info"]["more_records"]:
            answer = self.get("/Contacts", **params, page_token=answer["info"]["next_page_token"]).json()
            yield answer


@contextmanager
def desk_of(contacts: int) -> Iterator[Desk]:
    """Its own answers are held against the vendor's specification in the end."""
    with SimulatedZoho(contacts=contacts, check_answers=True) as sim:
        made = Desk(sim)
        with made.http:
            yield made
        unlike = [one for one in sim.violations if one.side == "answer"]
        assert not unlike, unlike


def document(desk: Desk, **more: Any) -> dict[str, Any]:
    """A quote of three pens, which are added to the products."""
    pen = desk.sim.add("Products", Product_Name="Pen", Unit_Price=10)
    return {"Subject": "For the school", "Quoted_Items": [{"Product_Name": {"id": pen}, "Quantity": 3}], **more}
