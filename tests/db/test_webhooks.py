"""Webhooks and the queue of their events, on each database."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.db.connections import Connection, ConnectionStore
from app.db.database import Database
from app.db.secrets import SecretStore
from app.db.webhook_events import Arrival, EventStore, Settled
from app.db.webhooks import Webhook, WebhookStore
from app.model.clock import stamp, utc_now
from app.model.errors import NotFound
from app.model.ids import new_id

LATER = "2099-01-01T00:00:00.000Z"


@pytest.fixture
def events(db: Database) -> EventStore:
    return EventStore(db)


@pytest.fixture
def hook(db: Database, connection: Connection) -> Webhook:
    return WebhookStore(db).create(
        webhook_id=new_id(),
        connection_id=connection.id,
        verification_token="hash",
        verification={"scheme": "auto"},
        subscribed_events=["update"],
    )


def arrival(hook: Webhook | str, key: str, remote_id: str = "1", **more: object) -> Arrival:
    webhook_id = hook if isinstance(hook, str) else hook.id
    return Arrival(new_id(), webhook_id, key, "update", "Ledger", remote_id, "{}", "{}", **more)  # type: ignore[arg-type]


def test_made_changed_listed_and_removed(db: Database, connection: Connection, hook: Webhook) -> None:
    store, secrets = WebhookStore(db), SecretStore(db, lambda: b"k" * 32)
    assert store.get(hook.id) == hook
    assert store.update(hook.id, entity_types=["customer"], is_active=False).entity_types == ["customer"]
    assert [one.id for one in store.list(connection_id=connection.id).items] == [hook.id]
    assert store.list(tenant_id="other").items == ()
    secrets.put(hook.id, "webhook_secret", "hush")
    EventStore(db).add([[arrival(hook, "a")]])
    store.delete(hook.id)
    assert not secrets.has(hook.id, "webhook_secret")
    assert EventStore(db).list().items == ()
    for call in (store.get, store.delete):
        with pytest.raises(NotFound):
            call(hook.id)


def test_several_calls_are_one_write_and_each_gets_its_own(events: EventStore, hook: Webhook) -> None:
    lots = [[arrival(hook, "a"), arrival(hook, "b")], [arrival(hook, "c")]]
    assert events.add(lots) == [[one.id for one in lot] for lot in lots]
    again = [[arrival(hook, "b")], [arrival(hook, "d"), arrival(hook, "d")]]
    assert events.add(again) == [[lots[0][1].id], [again[1][0].id] * 2]
    assert [one.event_key for one in events.list(webhook_id=hook.id).items] == ["d", "c", "b", "a"]


def test_one_webhook_that_is_gone_keeps_no_other_from_being_stored(events: EventStore, hook: Webhook) -> None:
    good = arrival(hook, "a")
    assert events.add([[arrival(new_id(), "x")], [good]]) == [None, [good.id]]


def test_what_is_ignored_from_the_start_is_kept_so(events: EventStore, hook: Webhook, connection: Connection) -> None:
    events.add([[arrival(hook, "a", ignored="It is of another company.")]])
    (one,) = events.list(status="ignored").items
    assert (one.outcome, one.error) == ("ignored", "It is of another company.")
    assert events.claim(connection.id, stamp()) == []


def test_a_record_is_worked_off_in_order(events: EventStore, hook: Webhook, connection: Connection) -> None:
    first, other, second = arrival(hook, "a"), arrival(hook, "b", "2"), arrival(hook, "c")
    events.add([[first]])
    assert [one.id for one in events.claim(connection.id, stamp())] == [first.id]
    events.put_off([first.id], LATER, "Nobody answers.")
    events.add([[other], [second]])
    assert [one.id for one in events.claim(connection.id, stamp())] == [other.id]  # the second waits behind the first
    assert events.next_due() == LATER
    assert [one.id for one in events.claim(connection.id, LATER)] == [first.id, second.id]
    assert [one.attempts for one in events.of_run(connection.id, None)] == [1, 0, 0]


def test_settled_and_put_back(events: EventStore, hook: Webhook, connection: Connection) -> None:
    one = arrival(hook, "a")
    events.add([[one]])
    events.claim(connection.id, stamp())
    events.in_run([one.id], "run")
    events.settle([Settled(one.id, "processed", "updated", None, "customer")], stamp())
    kept = events.get(one.id)
    assert (kept.status, kept.outcome, kept.entity_type, kept.run_id) == ("processed", "updated", "customer", "run")
    assert events.waiting() == []
    back = events.replay(one.id)
    assert (back.status, back.outcome, back.attempts, back.run_id) == ("received", None, 0, None)
    assert events.waiting() == [connection.id]
    with pytest.raises(NotFound):
        events.replay("nothing")


def test_the_same_words_again_are_never_lost(
    db: Database, events: EventStore, hook: Webhook, connection: Connection
) -> None:
    """Without id and time an event can't be told from the next change of that record."""
    first = arrival(hook, "k", timeless=True)
    events.add([[first]])
    assert events.add([[arrival(hook, "k", timeless=True)]]) == [[first.id]]  # it waits: one look sees both changes
    events.claim(connection.id, stamp())
    assert events.add([[arrival(hook, "k", timeless=True)]]) == [[first.id]]
    events.settle([Settled(first.id, "processed", "updated")], stamp())
    assert events.get(first.id).status == "received"  # told of again while it was read
    events.claim(connection.id, stamp())
    events.settle([Settled(first.id, "processed", "updated")], stamp())
    assert events.get(first.id).status == "processed"
    assert events.add([[arrival(hook, "k", timeless=True)]]) == [[first.id]]
    assert events.get(first.id).status == "received"
    events.claim(connection.id, stamp())
    events.settle([Settled(first.id, "processed", "updated")], stamp())
    with db.write() as conn:
        old = stamp(utc_now() - timedelta(hours=1))
        conn.exec_driver_sql(f"UPDATE erp_webhook_events SET received_at = '{old}'")
    second = arrival(hook, "k", timeless=True)
    assert events.add([[second]]) == [[second.id]]
    assert [one.status for one in events.list().items] == ["received", "processed"]


def test_why_it_waits_is_said(events: EventStore, hook: Webhook, connection: Connection) -> None:
    events.add([[arrival(hook, "a")]])
    events.explain(connection.id, "Syncs are paused.")
    assert events.list().items[0].error == "Syncs are paused."


def test_a_connection_takes_its_webhooks_along(db: Database, hook: Webhook, connection: Connection) -> None:
    ConnectionStore(db).delete(connection.id)
    assert WebhookStore(db).list().items == ()


def test_a_body_with_the_same_words_twice_is_stored_when_it_comes_again(
    db: Database, events: EventStore, hook: Webhook, connection: Connection
) -> None:
    first = arrival(hook, "k", timeless=True)
    events.add([[first]])
    events.claim(connection.id, stamp())
    events.settle([Settled(first.id, "processed", "updated")], stamp())
    with db.write() as conn:
        old = stamp(utc_now() - timedelta(hours=1))
        conn.exec_driver_sql(f"UPDATE erp_webhook_events SET received_at = '{old}'")
    body = [arrival(hook, "k", timeless=True), arrival(hook, "k", timeless=True)]
    assert events.add([body]) == [[body[0].id] * 2]
    assert [one.status for one in events.list().items] == ["received", "processed"]
