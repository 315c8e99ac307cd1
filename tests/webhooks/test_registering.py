"""Webhooks register, renew and take themselves back with a simulated Zoho; and events come all the way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import httpx
import pytest

from app import bootstrap
from app.connectors.zoho.watch import channel_of
from app.model import errors
from app.model.clock import parse_stamp, stamp
from app.model.events import Noticed
from app.services.webhook.subscribing import TOKEN
from tests.simulators.zoho import SimulatedZoho
from tests.webhooks import zoho_office
from tests.webhooks.zoho_office import TUNNEL, ZohoOffice

pytestmark = pytest.mark.database("sqlite")

DAY = 86_400.0


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bootstrap.App]:
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        made = zoho_office.start(folder)
        yield made
        made.close()


@pytest.fixture
def sim() -> Iterator[SimulatedZoho]:
    with SimulatedZoho() as made:
        yield made
        assert not made.violations


@pytest.fixture
def office(app: bootstrap.App, sim: SimulatedZoho) -> Iterator[ZohoOffice]:
    made = ZohoOffice(app, sim)
    yield made
    for one in app.services.connections.list():
        app.services.connections.delete(one.id)


def over_rest(office: ZohoOffice, hook: str) -> Any:
    assert office.app.listener is not None
    headers = {"Authorization": f"Bearer {office.services.access.token()}"}
    url = f"{office.app.listener.url}/api/erp/webhooks/{hook}"
    return httpx.get(url, headers=headers, timeout=30).json()["webhook"]["registration"]


def notices(office: ZohoOffice) -> list[Noticed]:
    heard: list[Any] = []
    office.app.bus.subscribe(lambda event: heard.append(event) if isinstance(event, Noticed) else None)
    return heard


def test_a_change_in_zoho_arrives_within_one_sync(office: ZohoOffice, sim: SimulatedZoho) -> None:
    asha = sim.add("Contacts", Last_Name="Rao", First_Name="Asha", Mailing_City="Pune")
    assert office.sync().status == "completed"
    hook = office.hook()
    office.look()
    runs = len(office.services.runs.list(connection_id=office.connection_id)[0])
    sim.watch_fires = True
    sim.clock.advance(5)
    sim.change("Contacts", asha, Mailing_City="Nashik")
    sim.change("Contacts", asha, Mobile="98220 12345")
    fresh = sim.add("Contacts", Last_Name="Iyer")
    sim.watch.settle()
    assert {status for _, _, status in sim.watch.made} == {202}
    office.work_off()
    (run,) = office.services.runs.list(connection_id=office.connection_id)[0][:-runs]
    assert (run.sync_type, run.status) == ("webhook", "completed")
    rows = {row["business_name"]: row for row in office.services.records.page("customer")[0]}
    assert (rows["Asha Rao"]["city"], rows["Asha Rao"]["mobile"]) == ("Nashik", "98220 12345")
    assert "Iyer" in rows
    events, _ = office.services.webhooks.events(hook)
    assert {one.remote_id for one in events} == {asha, fresh}
    assert {one.status for one in events} == {"processed"}
    # What proved them is in none of what is kept.
    (channel,) = sim.watch.channels.values()
    assert channel.token
    assert all(channel.token not in str(one.payload) for one in events)
    for file in office.app.folders.data.glob("hub.db*"):
        assert channel.token.encode() not in file.read_bytes()


def test_it_is_registered_once_renewed_and_taken_back(office: ZohoOffice, sim: SimulatedZoho) -> None:
    hook = office.hook()
    assert office.registration(hook).state == "waiting"
    office.look()
    (channel,) = sim.watch.channels.values()
    assert (channel.id, channel.notify_url) == (channel_of(hook), f"{TUNNEL}/api/erp/webhooks/{hook}/receive")
    assert channel.events == ["Contacts.all", "Products.all"]
    view = office.registration(hook)
    assert (view.state, view.until, view.message) == ("registered", stamp(channel.until), "")
    assert over_rest(office, hook) == {**vars(view)}
    for _ in range(3):
        office.look()
    assert office.asked() == ["GET", "POST"]
    office.look(DAY)
    assert office.asked() == ["GET", "POST", "GET", "PUT"]
    assert parse_stamp(office.registration(hook).until) - sim.clock() > timedelta(days=6)
    sim.watch.channels.clear()
    office.look(DAY)
    assert list(sim.watch.channels) == [channel.id]
    office.look(9 * DAY)  # as after a long sleep
    assert list(sim.watch.channels) == [channel.id]
    assert sim.watch.channels[channel.id].until > sim.clock()
    office.services.webhooks.update(hook, {"entity_types": ["customer"], "subscribed_events": ["update"]})
    office.look()
    assert sim.watch.channels[channel.id].events == ["Contacts.edit"]
    office.services.webhooks.update(hook, {"rotate_token": True})
    before = sim.watch.channels[channel.id].token
    office.look()
    assert sim.watch.channels[channel.id].token not in (None, before)
    office.services.webhooks.update(hook, {"is_active": False})
    office.look()
    assert sim.watch.channels == {}
    assert (office.registration(hook).state, office.registration(hook).reason) == ("off", "switched_off")
    office.services.webhooks.update(hook, {"is_active": True})
    office.look()
    assert list(sim.watch.channels) == [channel.id]
    office.services.webhooks.delete(hook)
    assert sim.watch.channels == {}


def test_a_short_life_is_renewed_before_its_last_quarter(office: ZohoOffice, sim: SimulatedZoho) -> None:
    hook = office.hook()
    office.look()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("app.connectors.zoho.watch.LIFE", timedelta(hours=1))
        office.look(DAY)
    asked = len(office.asked())
    office.look(40 * 60)
    assert len(office.asked()) == asked
    office.look(6 * 60)
    assert office.asked()[asked:] == ["GET", "PUT"]
    assert parse_stamp(office.registration(hook).until) - sim.clock() > timedelta(days=6)


def test_ended_between_asking_and_noting_it(office: ZohoOffice, sim: SimulatedZoho) -> None:
    hook = office.hook()
    store = office.app.parts.stores.webhooks
    office.look()
    store.keep_subscription(hook, None)  # as when it was never noted
    (token,) = {one.token for one in sim.watch.channels.values()}
    office.look()
    (channel,) = sim.watch.channels.values()
    assert (channel.id, channel.token) == (channel_of(hook), token)
    assert office.asked() == ["GET", "POST", "GET", "PUT"]


def test_deleted_while_it_is_asked(office: ZohoOffice, sim: SimulatedZoho) -> None:
    hook = office.hook()
    sim.after_next("watch", lambda: office.services.webhooks.delete(hook))
    office.look()
    assert office.asked() == ["GET", "POST", "DELETE"]
    assert sim.watch.channels == {}


def test_what_is_not_registered_says_why(office: ZohoOffice) -> None:
    cases: list[tuple[str | None, dict[str, Any], str]] = [
        (None, {}, "address"),
        ("http://events.shop.co.in/x", {}, "address"),
        ("https://192.168.1.20/x", {}, "address"),
        ("https://localhost:8443/x", {}, "address"),
        ("https://officepc/x", {}, "address"),
        ("https://hub.office.local/x", {}, "address"),
        (TUNNEL, {"entity_types": ["invoice"]}, "nothing"),
        (TUNNEL, {"verification": {"scheme": "token"}}, "proof"),
    ]
    hooks = [(office.hook(public, **more), reason) for public, more, reason in cases]
    office.look()
    for hook, reason in hooks:
        view = office.registration(hook)
        assert (view.state, view.reason, view.until) == ("off", reason, None)
        assert "Zoho CRM" in view.message
        with pytest.raises(errors.Conflicting) as caught:
            office.services.webhooks.register(hook)
        assert (caught.value.code, caught.value.message) == ("not_registrable", view.message)
    assert office.asked() == []


def test_a_failure_is_tried_again_and_said(office: ZohoOffice, sim: SimulatedZoho) -> None:
    heard = notices(office)
    hook = office.hook()
    sim.fail_next(204, None, "watch")
    sim.fail_next(400, {"code": "LIMIT_REACHED", "details": {}, "message": "", "status": "error"}, "watch")
    office.look()
    view = office.registration(hook)
    assert (view.state, view.until) == ("failed", None)
    assert "the number of such things" in view.message
    (need,) = [one for one in office.services.dashboard().needs_you if one.target == "webhooks"]
    assert view.message in need.text
    assert [one.target for one in heard] == ["webhooks"]
    asked = len(office.asked())
    office.look(30)  # not before a minute
    assert len(office.asked()) == asked
    office.look(60)
    assert office.registration(hook).state == "registered"
    assert not [one for one in office.services.dashboard().needs_you if one.target == "webhooks"]
    # One that passes by itself is nobody's concern while the channel lives.
    sim.fail_next(204, None, "watch")
    sim.fail_next(201, {}, "watch")
    office.look(DAY)
    view = office.registration(hook)
    assert view.state == "registered"
    assert view.message
    assert len(heard) == 1


def test_by_hand(office: ZohoOffice, sim: SimulatedZoho) -> None:
    hook = office.hook()
    assert office.services.webhooks.register(hook).registration.state == "registered"
    gone = office.services.webhooks.unregister(hook).registration
    assert (gone.state, gone.reason, sim.watch.channels) == ("off", "stopped", {})
    office.look(DAY)
    assert sim.watch.channels == {}
    office.services.webhooks.register(hook)
    assert list(sim.watch.channels) == [channel_of(hook)]
    sim.fail_next(403, {"code": "NO_PERMISSION", "details": {}, "message": "", "status": "error"}, "watch")
    left = office.services.webhooks.unregister(hook).registration
    assert (left.state, left.reason) == ("off", "stopped")
    assert "could not be told yet" in left.message
    office.look(120)
    assert sim.watch.channels == {}
    assert "could not be told" not in office.registration(hook).message


def test_deleting_goes_on_without_zoho(office: ZohoOffice, sim: SimulatedZoho) -> None:
    office.hook()
    other = office.hook()
    office.look()
    assert len(sim.watch.channels) == 2
    heard = notices(office)
    sim.fail_next(403, {"code": "NO_PERMISSION", "details": {}, "message": "", "status": "error"}, "watch")
    office.services.webhooks.delete(other)
    (notice,) = heard
    assert "was not told" in notice.title
    office.services.connections.delete(office.connection_id)
    assert list(sim.watch.channels) == [channel_of(other)]


def test_a_token_that_was_not_kept_is_made_anew(office: ZohoOffice, sim: SimulatedZoho) -> None:
    """As of a webhook of an earlier version; and no login, no asking."""
    hook = office.hook()
    office.app.parts.secrets.delete(hook, TOKEN)
    before = office.app.parts.stores.webhooks.get(hook).verification_token
    office.services.connections.update(office.connection_id, {"status": "expired"})
    office.look()
    assert (office.asked(), office.registration(hook).reason) == ([], "sign_in")
    office.services.connections.update(office.connection_id, {"status": "active"})
    office.look()
    assert office.registration(hook).state == "registered"
    assert office.app.parts.stores.webhooks.get(hook).verification_token != before


def test_the_thread_does_it_when_something_changes(office: ZohoOffice, sim: SimulatedZoho) -> None:
    done = threading.Event()
    unhear = office.app.bus.subscribe(lambda _event: done.set() if sim.watch.channels else None)
    office.services.webhooks.renewing.start()
    hook = office.hook()
    assert done.wait(20)
    assert list(sim.watch.channels) == [channel_of(hook)]
    unhear()
    office.services.webhooks.renewing.stop()
