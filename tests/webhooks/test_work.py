"""The real worker on the real engine: why an event waits, what becomes of it, and that each says so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.db.errors import backoff
from app.model.clock import stamp, utc_now
from app.model.errors import RateLimited, Unreachable
from app.services.webhook.work import ATTEMPTS
from tests.webhooks import hub_with_events


class Desk:
    """A program with a webhook, whose worker does a step when it is told to; its time is the test's."""

    def __init__(self, folder: Path) -> None:
        self.app, self.erp = hub_with_events.start(folder, schedule=False, parties=6)
        self.services = self.app.services
        self.connection_id, url, self._token = hub_with_events.connect(self.app)
        self.hook_id = url.split("/")[-2]
        self.now = utc_now() + timedelta(minutes=1)
        hub_with_events.keep_time(self.app, lambda: self.now)
        self._sent = 0

    def send(self, remote_id: str, what: str = "update", kind: str = "customer") -> str:
        self._sent += 1
        body = f'{{"event":"{what}","entityType":"{kind}","remoteId":"{remote_id}","eventId":"{self._sent}"}}'
        (event_id,) = self.services.webhooks.receive(
            self.hook_id, [("x-verification-token", self._token)], body.encode()
        )
        return event_id

    def work(self) -> None:
        """What is due goes into a run; the run ends; what became of it is kept."""
        for _ in range(2):
            self.services.webhooks.work.step()
            for log_id in self.app.parts.jobs.known():
                self.services.runs.wait(log_id, 60)

    def sync(self) -> Any:
        return self.services.runs.wait(self.services.runs.start(connection_id=self.connection_id), 60)

    def told(self, event_id: str) -> tuple[str, str | None]:
        event = self.services.webhooks.event(event_id)
        return event.status, event.outcome

    def why(self, event_id: str) -> str:
        return self.services.webhooks.event(event_id).error or ""

    def runs(self) -> int:
        return len(self.services.runs.list(connection_id=self.connection_id)[0])


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(tmp_path / "locks"))
    made = Desk(tmp_path)
    yield made
    made.app.close()


def test_each_event_tells_what_became_of_it(desk: Desk) -> None:
    assert desk.sync().status == "completed"
    desk.erp.put("Parties", "p0", CITY="Delhi")
    desk.erp.put("Parties", "fresh", NAME="Fresh", CITY="Goa")
    desk.erp.drop("Parties", "p1")
    sent = {
        desk.send("p0"): ("processed", "updated", ""),
        desk.send("fresh", "create"): ("processed", "created", ""),
        desk.send("p1", "delete"): ("processed", "deleted", ""),
        desk.send("p2"): ("processed", "unchanged", ""),
        desk.send("nobody"): ("ignored", "ignored", "The other system has no such record"),
        desk.send("1", kind="invoice"): ("ignored", "ignored", "is not synced from the other system"),
    }
    desk.work()
    for event_id, (status, outcome, why) in sent.items():
        assert (desk.told(event_id), why in desk.why(event_id)) == ((status, outcome), True)
    assert desk.runs() == 2  # one for all six


def test_it_waits_while_the_connection_is_paused_and_says_so(desk: Desk) -> None:
    desk.services.connections.pause(desk.connection_id, stamp(desk.now + timedelta(hours=1)))
    event_id = desk.send("p0")
    desk.work()
    assert (desk.told(event_id), desk.runs()) == (("received", None), 0)
    assert "paused" in desk.why(event_id)
    desk.now += timedelta(hours=2)  # the pause is over by itself
    desk.work()
    assert (desk.told(event_id), desk.why(event_id)) == (("processed", "created"), "")


def test_it_ends_no_run_that_waits_for_an_answer(desk: Desk) -> None:
    desk.sync()
    desk.erp.books_guid = "other books"
    held = desk.sync()
    assert held.status == "held"
    event_id = desk.send("p0")
    desk.work()
    assert desk.services.runs.get(held.id).status == "held"
    assert (desk.told(event_id), "waits for your answer" in desk.why(event_id)) == (("received", None), True)
    desk.services.runs.wait(desk.services.runs.answer(held.id, approve=True), 60)
    desk.work()
    assert desk.told(event_id)[0] == "processed"


def test_an_event_whose_own_run_is_held_is_worked_off_after_the_answer(desk: Desk) -> None:
    desk.sync()
    desk.erp.books_guid = "other books"
    event_id = desk.send("p0")
    desk.work()
    held = desk.services.runs.list(connection_id=desk.connection_id)[0][0]
    assert (held.status, desk.told(event_id)) == ("held", ("processing", None))
    desk.services.runs.wait(desk.services.runs.answer(held.id, approve=True), 60)
    desk.work()
    assert desk.told(event_id)[0] == "processed"


def test_it_is_tried_less_and_less_often_then_given_up_and_can_be_put_back(desk: Desk) -> None:
    def away(_where: str) -> None:
        raise Unreachable("Nobody answers.")

    desk.erp.hook = away
    event_id, later = desk.send("p0"), desk.send("p0")
    for tried in range(1, ATTEMPTS):
        desk.work()
        event = desk.services.webhooks.event(event_id)
        assert (event.status, event.attempts, event.error) == ("received", tried, "Nobody answers.")
        assert event.next_attempt_at == stamp(desk.now + backoff(tried))
        desk.work()
        assert desk.runs() == tried  # not before that time
        desk.now += backoff(tried)
    desk.work()
    assert (desk.told(event_id), desk.told(later), desk.why(event_id)) == (
        *[("failed", "failed")] * 2,
        "Nobody answers.",
    )
    desk.work()
    assert desk.runs() == ATTEMPTS
    desk.erp.hook = lambda _where: None
    desk.services.webhooks.replay(event_id)
    desk.work()
    assert (desk.told(event_id), desk.why(event_id)) == (("processed", "created"), "")
    assert desk.told(later) == ("failed", "failed")


def test_a_pause_that_the_system_asked_for_is_no_fault_of_the_event(desk: Desk) -> None:
    until = desk.now + timedelta(hours=30)  # far longer than an event is tried

    def refuse(_where: str) -> None:
        raise RateLimited("The other system asks us to wait.", until=until)

    desk.erp.hook = refuse
    event_id = desk.send("p0")
    desk.work()
    event = desk.services.webhooks.event(event_id)
    assert (event.status, event.attempts, event.next_attempt_at) == ("received", 0, stamp(until))
    fresh = desk.send("p1")  # comes in meanwhile
    for _ in range(3):
        desk.now += timedelta(hours=9)
        desk.work()
    assert (desk.runs(), desk.told(fresh), "asks us to wait" in desk.why(fresh)) == (1, ("received", None), True)
    desk.erp.hook = lambda _where: None
    desk.now = until
    desk.work()
    assert (desk.told(event_id), desk.told(fresh), desk.runs()) == (*[("processed", "created")] * 2, 2)


def test_a_connection_that_is_switched_off_or_deleted(desk: Desk) -> None:
    event_id = desk.send("p0")
    desk.services.connections.update(desk.connection_id, {"sync_enabled": False})
    desk.work()
    assert (desk.told(event_id), "switched off" in desk.why(event_id)) == (("ignored", "ignored"), True)
    desk.services.connections.update(desk.connection_id, {"sync_enabled": True})
    desk.send("p1")
    desk.services.webhooks.work.step()  # in a run
    desk.services.connections.delete(desk.connection_id)
    desk.work()
    assert desk.services.webhooks.events()[0] == []
