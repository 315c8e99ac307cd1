"""QuickBooks' events all the way: posted and signed as Intuit does, over the listener into the queue, read, and in the hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.services.options import ListenAt, Options
from tests.simulators.quickbooks import CLIENT_ID, CLIENT_SECRET, SimulatedQuickbooks

pytestmark = pytest.mark.database("sqlite")

SECOND, STRANGER = "4620816365021234567", "123145999999999"


class Desk:
    """A program with the connections of two companies, ``london`` and ``leeds``, of one app at Intuit: that has one address for
    events, the first one's."""

    def __init__(self, app: bootstrap.App, london: SimulatedQuickbooks, leeds: SimulatedQuickbooks) -> None:
        assert app.listener is not None
        self.services, self.parts = app.services, app.parts
        self.london, self.leeds = london, leeds
        leeds.books.realm = leeds.accounts.realm = SECOND
        self.ids = {name: self._connect(name, sim) for name, sim in (("london", london), ("leeds", leeds))}
        self.hooks = {name: self._hook(id) for name, id in self.ids.items()}
        london.webhooks.url = app.listener.url + self.services.webhooks.get(self.hooks["london"]).path
        london.webhooks.held = london.webhooks.fires = True
        for id in self.ids.values():
            self.sync(id)

    def _connect(self, name: str, sim: SimulatedQuickbooks) -> str:
        sim.add("Customer", DisplayName=f"First of {name}")
        auth = {
            "client_id": CLIENT_ID,
            "client_secret": CLIENT_SECRET,
            "refresh_token": str(sim.grant()["refresh_token"]),
            "realm_id": sim.realm,
            "environment": "sandbox",
            "discovery_url": sim.discovery_url,
            "webhook_verifier_token": self.london.webhooks.verifier,
        }
        draft = {"erp_system": "quickbooks", "connection_name": name, "auth_type": "oauth2", "base_url": sim.base_url}
        made = self.services.connections.create({**draft, "auth_config": auth}).id
        self.services.configs.create({"connection_id": made, "entity_type": "customer", "sync_direction": "pull"})
        return made

    def _hook(self, connection: str) -> str:
        view, _token = self.services.webhooks.create({"connection_id": connection})
        return view.id

    def sync(self, connection: str) -> Any:
        return self.services.runs.wait(self.services.runs.start(connection_id=connection), 60)

    def deliver(self) -> list[int | str]:
        """What waits is posted, and worked off; how it was answered."""
        before = len(self.london.webhooks.made)
        self.london.webhooks.flush()
        self.london.webhooks.settle()
        for _ in range(2):
            self.services.webhooks.work.step()
            for log_id in self.parts.jobs.known():
                self.services.runs.wait(log_id, 60)
        return [one.told for one in self.london.webhooks.made[before:]]

    def events(self, name: str) -> list[tuple[str, str | None]]:
        """What became of each, in the order in which they came."""
        found, _ = self.services.webhooks.events(self.hooks[name])
        return [(one.event_type, one.outcome) for one in reversed(found)]

    def names(self) -> set[str]:
        return {row["business_name"] for row in self.parts.stores.records.page("customer", limit=50)}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    options = Options(data_dir=tmp_path / "data", secrets="file")
    app = bootstrap.start(options, schedule=False, listen=ListenAt(port=0))
    with SimulatedQuickbooks(limits=False) as london, SimulatedQuickbooks(limits=False) as leeds:
        yield Desk(app, london, leeds)
        app.close()


@pytest.mark.parametrize("form", ["cloud", "legacy"])
def test_an_event_leads_to_the_record_in_the_right_company(desk: Desk, form: str) -> None:
    london, leeds = desk.london, desk.leeds
    london.webhooks.format, london.webhooks.duplicates = form, 1
    first = london.rows("Customer")[0]["Id"]
    assert first == leeds.rows("Customer")[0]["Id"]  # ids say nothing of the company
    london.add("Customer", DisplayName="New of london")
    leeds.change("Customer", first, DisplayName="Changed in leeds")
    there = [london.webhooks.event("Customer", "Update", first, SECOND)]
    london.webhooks.more = [*there, london.webhooks.event("Customer", "Update", first, STRANGER)]
    london.clear()
    leeds.clear()
    assert desk.deliver() == [202, 202]  # the second is the same again
    assert desk.names() == {"First of london", "New of london", "Changed in leeds"}
    assert desk.events("london") == [("create", "created"), ("update", "ignored")]
    assert desk.events("leeds") == [("update", "updated")]
    assert [one.kind for one in (*london.requests, *leeds.requests)] == ["query", "query"]
    (ignored,), _ = desk.services.webhooks.events(desk.hooks["london"], status="ignored")
    assert (
        ignored.error
        == f"It is of another company ({STRANGER}). No webhook here that has the same secret is for that one."
    )


def test_who_cannot_sign_is_refused_and_what_was_never_told_of_is_found(desk: Desk) -> None:
    london = desk.london
    first = london.rows("Customer")[0]["Id"]
    london.webhooks.verifier, london.webhooks.pace, london.webhooks.tries = "somebody else's", 0.0, 1
    london.change("Customer", first, DisplayName="Renamed")
    assert desk.deliver() == [401]
    assert (desk.events("london"), "Renamed" in desk.names()) == ([], False)
    assert desk.sync(desk.ids["london"]).processed == 1  # as it is at its times, webhook or not
    assert "Renamed" in desk.names()


def test_a_company_whose_webhook_has_another_secret_is_not_reached(desk: Desk) -> None:
    """An app's secret proves nothing of what another app tells."""
    desk.services.webhooks.update(desk.hooks["leeds"], {"webhook_secret": "of another app"})
    first = desk.leeds.rows("Customer")[0]["Id"]
    desk.london.webhooks.more = [desk.london.webhooks.event("Customer", "Update", first, SECOND)]
    assert desk.deliver() == [202]
    assert (desk.events("london"), desk.events("leeds")) == ([("update", "ignored")], [])
