"""The wizard: its whole path, every way it can go wrong, and a Cancel that leaves nothing behind."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from app.model.errors import Unreachable
from app.services import views as v
from app.ui.wizard import presenter
from app.ui.wizard.setup import clean_up
from app.ui.wizard.wizard import ConnectionWizard
from tests.ui.conftest import calm, throw_away
from tests.ui.fakes import FakeServices
from tests.ui.samples import FOUND, connection
from tests.ui.test_screens import click, nameless


@pytest.fixture
def services() -> FakeServices:
    made = FakeServices(0)
    made.runs.final = "completed"
    return made


@pytest.fixture
def wizard(desk: Any, qtbot: Any) -> Any:
    made = ConnectionWizard(desk)
    made.show()
    made.activateWindow()
    yield made
    if made.isVisible():
        made.reject()
        calm(qtbot, desk)
    throw_away(made)


def to_step(wizard: Any, desk: Any, qtbot: Any, step: int) -> None:
    """Go on to the page of that number, choosing the first company."""
    while wizard.currentId() + 1 < step:
        page = wizard.currentPage()
        calm(qtbot, desk)
        if wizard.currentId() == 2 and not page.isComplete():
            page._group.buttons()[0].click()
        qtbot.waitUntil(page.isComplete)
        wizard.next()
    calm(qtbot, desk)


def test_the_whole_path(wizard, desk, services, qtbot):
    assert nameless(wizard) == []
    to_step(wizard, desk, qtbot, 2)
    assert services.calls == [("discover", None)]  # this PC first, and nothing else unasked
    assert nameless(wizard) == []
    to_step(wizard, desk, qtbot, 3)
    page = wizard.currentPage()
    assert not page.isComplete()  # two companies are open: a person chooses
    page._group.buttons()[1].click()
    assert page.name.text() == "Mehta Exports"
    page.name.clear()
    assert not page.isComplete()
    qtbot.keyClicks(page.name, "Exports")
    assert nameless(wizard) == []
    to_step(wizard, desk, qtbot, 4)
    assert nameless(wizard) == []
    page = wizard.currentPage()
    page.since.setChecked(True)
    to_step(wizard, desk, qtbot, 5)
    made = services.connection_list[0]
    assert made.auth["setup"] == "unfinished"
    assert made.auth["company_guid"] == "guid-b"
    assert made.auth["from_date"].endswith("-04-01")
    assert ("start", {"connection_id": made.id, "dry_run": True, "triggered_by": "wizard"}) in services.calls
    assert wizard.currentPage().isComplete()
    assert nameless(wizard) == []
    to_step(wizard, desk, qtbot, 6)
    assert ("update", made.id, {"auth_config": {"setup": None}}) in services.calls
    assert ("start", {"connection_id": made.id, "triggered_by": "wizard"}) in services.calls
    assert nameless(wizard) == []
    wizard.accept()
    calm(qtbot, desk)
    assert ("update", made.id, {"auto_sync_interval": presenter.DEFAULT_INTERVAL}) in services.calls
    assert [view.name for view in services.connection_list] == ["Exports"]


@pytest.mark.parametrize("step", [1, 2, 3, 4, 5])
def test_cancel_leaves_nothing_behind(wizard, desk, services, qtbot, step):
    to_step(wizard, desk, qtbot, step)
    wizard.reject()
    calm(qtbot, desk)
    assert services.connection_list == []


def test_cancel_while_the_trial_runs_leaves_nothing_behind(wizard, desk, services, qtbot):
    services.instant = False
    to_step_without_waiting(wizard, desk, qtbot)
    qtbot.waitUntil(lambda: bool(services.pending))
    log_id = next(iter(services.pending))
    services.runs.final = "cancelled"
    services.runs.cancel = lambda wanted: services.runs.finish(wanted) if wanted == log_id else None
    wizard.reject()
    calm(qtbot, desk)
    assert services.connection_list == []


def to_step_without_waiting(wizard: Any, desk: Any, qtbot: Any) -> None:
    to_step(wizard, desk, qtbot, 4)
    wizard.next()


def test_cancel_while_the_connection_is_being_stored(wizard, desk, services, qtbot):
    to_step(wizard, desk, qtbot, 4)
    gate = threading.Event()
    create = services.connections.create

    def slow(draft: Any) -> Any:
        gate.wait(5)
        return create(draft)

    services.connections.create = slow
    wizard.next()
    wizard.reject()
    gate.set()
    calm(qtbot, desk)
    assert services.connection_list == []


def test_closing_the_last_page_keeps_the_connection(wizard, desk, services, qtbot):
    to_step(wizard, desk, qtbot, 6)
    wizard.reject()  # Esc, or the window's close button
    calm(qtbot, desk)
    assert len(services.connection_list) == 1


def test_going_back_from_the_preview_stores_it_anew(wizard, desk, services, qtbot):
    to_step(wizard, desk, qtbot, 5)
    wizard.back()
    wizard.next()
    calm(qtbot, desk)
    assert len(services.connection_list) == 1
    assert [call[0] for call in services.calls].count("create") == 2


def test_what_a_killed_wizard_left_is_cleaned_up(desk, services, qtbot):
    services.connection_list = [connection(1), connection(2, auth={"setup": "unfinished"})]
    clean_up(desk)
    calm(qtbot, desk)
    assert [view.id for view in services.connection_list] == ["c1"]


STATES = {
    "refused": "Nothing listens there",
    "unreachable": "can't be reached",
    "silent": "message is waiting in the Tally window",
    "other": "Another program uses this port",
    "no_company": "no company is open",
}


@pytest.mark.parametrize("state", STATES)
def test_each_kind_of_silence_is_told_apart(wizard, desk, services, qtbot, state):
    services.connections.found = [v.FoundServer("http://tally-pc:9000", state, "…")]
    to_step(wizard, desk, qtbot, 2)
    page = wizard.reach
    page.hosts.setText("tally-pc")
    page.look_elsewhere()
    calm(qtbot, desk)
    assert services.calls[-1] == ("discover", ["tally-pc:9000"])
    assert not page.isComplete()
    shown = presenter.found(services.connections.found[0])
    assert STATES[state] in shown.text
    assert page.steps.isVisibleTo(page) == (state in ("refused", "other"))


def test_nothing_on_this_pc_shows_how_to_switch_it_on(wizard, desk, services, qtbot):
    services.connections.found = []
    to_step(wizard, desk, qtbot, 2)
    assert wizard.reach.note.isVisibleTo(wizard.reach)
    assert wizard.reach.steps.isVisibleTo(wizard.reach)
    services.connections.found = [FOUND]
    click(qtbot, wizard, "Look again")
    calm(qtbot, desk)
    assert wizard.reach.isComplete()
    assert not wizard.reach.steps.isVisibleTo(wizard.reach)


def test_a_search_can_be_stopped(wizard, desk, services, qtbot):
    started = threading.Event()

    def endless(targets: Any, cancel: Any, on_progress: Any, on_found: Any) -> Any:
        on_progress(1, 254, "")
        started.set()
        cancel.wait(30)

    services.connections.discover = endless
    wizard.next()
    assert started.wait(5)
    qtbot.waitUntil(lambda: "1 of 254" in wizard.reach.status.text())
    click(qtbot, wizard, "Stop the search")
    calm(qtbot, desk)
    assert wizard.reach.status.text() == "The search was stopped."


def test_educational_is_named_with_what_it_means(wizard, desk, services, qtbot):
    services.connections.found = [replace(FOUND, educational=True, licence=None)]
    to_step(wizard, desk, qtbot, 3)
    assert wizard.currentPage().note.isVisibleTo(wizard)
    assert "Educational" in presenter.found(services.connections.found[0]).title


def test_books_that_are_connected_are_refused(wizard, desk, services, qtbot):
    taken = connection(1, auth={"company_guid": "guid-a", "data_folder": "c:/tallydata/100000/"})
    services.connection_list = [taken]
    to_step(wizard, desk, qtbot, 3)
    page = wizard.currentPage()
    first, second = page._group.buttons()
    assert not first.isEnabled()
    assert "Already connected as “Mehta Traders”" in first.accessibleDescription()
    assert second.isChecked()  # the only one left


def test_a_refusal_of_the_services_is_shown(wizard, desk, services, qtbot):
    to_step(wizard, desk, qtbot, 4)

    def refuse(draft: Any) -> Any:
        raise Unreachable("Nothing answers at localhost:9000.", hint="Start Tally and try again.")

    create, services.connections.create = services.connections.create, refuse
    wizard.next()
    calm(qtbot, desk)
    assert wizard.preview.note.property("level") == "error"
    assert not wizard.preview.isComplete()
    services.connections.create = create
    click(qtbot, wizard, "Try again")
    calm(qtbot, desk)
    assert wizard.preview.isComplete()


def test_a_failed_trial_does_not_go_on(wizard, desk, services, qtbot):
    services.runs.final = "failed"
    to_step(wizard, desk, qtbot, 5)
    assert not wizard.preview.isComplete()


def test_leaving_everything_out_does_not_go_on(wizard, desk, services, qtbot):
    to_step(wizard, desk, qtbot, 4)
    page = wizard.currentPage()
    page.table.set_plan({})
    assert not page.isComplete()
    page.table.set_plan({"order": "bidirectional"})
    assert page.isComplete()
    assert page.note.isVisibleTo(page)  # says what is sent


def test_the_ways_are_chosen_in_one_click_and_drafts_in_tally_explained(wizard, desk, services, qtbot):
    to_step(wizard, desk, qtbot, 4)
    page = wizard.currentPage()
    assert [each.text() for each in page.preset_buttons] == [
        "Both ways",
        "Tally leads",
        "Only from Tally",
        "Only to Tally",
    ]
    assert not page.options.entries["optional_vouchers"].field.isVisibleTo(page)  # it begins with reading alone
    click(qtbot, page, "Only to Tally")
    assert set(page.draft.plan.values()) == {"push"}
    assert page.options.entries["optional_vouchers"].field.isVisibleTo(page)
    assert page.options.entries["optional_vouchers"].field.isChecked()
    page.options.entries["optional_vouchers"].field.setChecked(False)
    assert page.draft.connection()["auth_config"]["optional_vouchers"] is False
    click(qtbot, page, "Only from Tally")
    assert "optional_vouchers" not in page.draft.connection()["auth_config"]


def test_a_system_that_can_only_be_read_offers_nothing_else(wizard, desk, services, qtbot):
    services.configs.can_write = False
    to_step(wizard, desk, qtbot, 4)
    page = wizard.currentPage()
    assert [each.text() for each in page.preset_buttons] == ["Only from Tally"]
    assert [page.table._boxes["customer"].itemData(at) for at in range(2)] == ["pull", "off"]


def test_the_preview_tells_what_would_be_sent(wizard, desk, services, qtbot):
    to_step(wizard, desk, qtbot, 5)
    words = [each.text() for each in wizard.preview.counts.findChildren(QLabel)]
    assert "In Tally: 1 would change, 1 would be deleted" in words
    assert presenter.preview_sent(None, "Tally") == ""


@pytest.mark.parametrize(
    ("hosts", "ports", "count", "first"),
    [
        ("tally-pc", "", 1, "tally-pc:9000"),
        ("http://192.168.1.5:9001/", "", 1, "192.168.1.5:9001"),
        ("a, b", "9000 9001", 4, "a:9000"),
        ("192.168.1.0/24", "9000", 254, "192.168.1.1:9000"),
        ("a a", "9000", 1, "a:9000"),
    ],
)
def test_addresses_are_read(hosts, ports, count, first):
    found = presenter.targets(hosts, ports)
    assert (len(found), found[0]) == (count, first)


@pytest.mark.parametrize(
    ("hosts", "ports"),
    [("", ""), ("a", "ninety"), ("a:99999", ""), ("10.0.0.0/8", ""), ("10.0.0.0/99", ""), ("a b<c", "")],
)
def test_bad_addresses_are_refused_in_words(hosts, ports):
    with pytest.raises(ValueError, match=r"\w+ \w+"):
        presenter.targets(hosts, ports)


def test_time_left_is_told_once_it_is_known():
    from app.model.events import RunProgress

    left = presenter.TimeLeft()
    assert left.words(RunProgress("r", "c", "reading", "invoice", 0, 1000), 0.0) == ""
    assert left.words(RunProgress("r", "c", "reading", "invoice", 100, 1000), 10.0) == "about 1 min 30 s left for these"
    assert left.words(RunProgress("r", "c", "reading", "payment", 100, 1000), 11.0) == ""


def test_back_and_on_while_the_trial_runs_leaves_one_connection(wizard, desk, services, qtbot):
    services.instant = False
    services.runs.wait = lambda log_id, timeout=None: (gate.wait(0.01), services.runs.get(log_id))[1]
    services.runs.cancel = lambda wanted: services.runs.finish(wanted) if wanted in services.pending else None
    gate = threading.Event()
    to_step_without_waiting(wizard, desk, qtbot)
    qtbot.waitUntil(lambda: bool(services.pending))
    services.instant = True
    wizard.back()
    wizard.next()
    calm(qtbot, desk)
    assert wizard.preview.isComplete()
    assert [view.id for view in services.connection_list] == [wizard.setup.connection_id]
