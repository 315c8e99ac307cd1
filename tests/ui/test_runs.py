"""A run's page: the plan of a trial run, what was sent, failed records, and undo."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel

from app.model.errors import LEFT_IN_FLIGHT, Conflicting
from app.ui import states
from app.ui.activity import page as activity_page
from app.ui.activity import plan as plan_words
from app.ui.activity import presenter
from app.ui.activity.plan_view import PlanView
from tests.ui.conftest import calm, throw_away
from tests.ui.samples import ERRORS, plan, run
from tests.ui.test_screens import click, nameless


@pytest.fixture
def page(desk: Any, shown: Any) -> Any:
    return shown(activity_page.make(desk))


def opened(page: Any, desk: Any, qtbot: Any, run_id: str) -> Any:
    page.open(run_id)
    calm(qtbot, desk)
    return page.run_view


def texts(widget: Any) -> str:
    """What a widget says. What was just put into it is shown by an event that is still on its way."""
    QCoreApplication.sendPostedEvents()
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def sent_run(**counts: int) -> Any:
    return run(1, counts={"customer": {"updated": 3, "sent_created": 2, "sent_updated": 1, "failed": 1, **counts}})


def test_what_was_sent_is_told_apart_from_what_changed_here(desk, services, shown, qtbot):
    services.runs.all[0] = replace(sent_run(), id="r0")
    page = shown(activity_page.make(desk))
    view = opened(page, desk, qtbot, "r0")
    assert "here: 3 changed; sent: 2 new, 1 changed; 1 failed" in texts(view)
    assert states.counts_words({"customer": {"sent_deleted": 4}}) == "sent: 4 deleted"


@pytest.mark.parametrize(
    ("phase", "words"),
    [("sending", "Sending customers: 10 of 40"), ("settling", "Finding out what was written last time")],
)
def test_new_phases_have_plain_words(phase, words):
    from app.model.events import RunProgress

    entity = "customer" if phase == "sending" else None
    assert states.progress_words(RunProgress("r", "c", phase, entity, 10, 40)) == words


def test_a_trial_run_shows_its_plan_for_both_sides(page, desk, qtbot):
    view = opened(page, desk, qtbot, "r6")
    assert nameless(page) == []
    shown = view.findChild(PlanView)
    assert "Here: 1,204 would be new, 1 would change, 12 would be matched, 1 would wait for you" in texts(shown)
    assert "In Mehta Traders: 1 would change, 1 would be deleted" in texts(shown)
    assert shown.model.rowCount() == 6
    assert shown._more.text() == "1,214 more are not listed."
    shown.filter.setCurrentIndex(shown.filter.findData("remote:update"))
    assert shown.model.rowCount() == 1
    assert not shown._more.isVisible()
    qtbot.waitUntil(lambda: "98220 12345" in texts(shown))  # from → to of the chosen one
    with qtbot.waitSignal(desk.asked) as heard:
        shown.table.opened.emit(0)
    assert heard.args == ["record:customer:customer-0000005"]


def test_the_list_says_where_a_trial_runs_plan_is():
    assert presenter.row(run(6, dry_run=True))[2] == "Trial run: open it to see the plan"


def test_do_exactly_this_applies_the_plan_and_shows_the_new_run(page, desk, services, qtbot):
    opened(page, desk, qtbot, "r6")
    click(qtbot, page, "Do exactly this")
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, page.run_view.dialog, "Delete them, and do the rest")
    assert services.calls == [("apply", "r6", ())]
    assert heard.args == ["run:r0"]


def test_what_is_left_out_of_the_plan_is_not_done(page, desk, services, qtbot):
    view = opened(page, desk, qtbot, "r6")
    shown = view.findChild(PlanView)
    shown.table.selectRow(3)
    click(qtbot, shown, "Leave this out: D'Souza & Co.")
    assert shown.model.index(3, 1).data() == "Left out"
    click(qtbot, shown, "Put it back: D'Souza & Co.")
    shown.table.selectRow(5)
    qtbot.keyClick(shown.table, Qt.Key.Key_Delete)
    with qtbot.waitSignal(desk.asked):
        click(qtbot, page, "Do all but 1")
    assert services.calls == [("apply", "r6", (5,))]


def test_a_plan_that_no_longer_fits_says_so(page, desk, services, qtbot, monkeypatch):
    def refuse(*args: Any, **more: Any) -> None:
        raise Conflicting("The books have changed since.", hint="Look again.")

    monkeypatch.setattr(services.runs, "apply", refuse)
    opened(page, desk, qtbot, "r6")
    click(qtbot, page, "Do exactly this")
    with qtbot.waitSignal(desk.said) as heard:
        click(qtbot, page.run_view.dialog, "Delete them, and do the rest")
    assert heard.args == ["error", "The books have changed since.", "Look again."]
    qtbot.waitUntil(lambda: page.run_view.findChildren(PlanView)[-1].do.isEnabled())
    calm(qtbot, desk)


def test_a_plan_with_nothing_to_do_has_no_button(qapp, theme):
    empty = replace(plan("x"), counts={"local": {}, "remote": {}}, items=())
    view = PlanView(empty, "Mehta Traders")
    assert view.do.parent() is None or not view.do.isVisibleTo(view)
    assert not view.table.isVisibleTo(view)
    assert plan_words.summary(empty, "X") == "Here: nothing would change\nIn X: nothing would change"
    throw_away(view, view.do)


@pytest.mark.parametrize(("status", "words"), [("applied", "was done"), ("refused", "no longer fits")])
def test_a_plan_is_done_once(qapp, theme, status, words):
    view = PlanView(replace(plan("x"), status=status), "Mehta Traders")
    assert words in texts(view)
    assert not view.do.isVisibleTo(view)
    view.table.selectRow(3)
    view.table.delete_pressed.emit()
    assert view.model.index(3, 1).data() == "Changed"
    throw_away(view, view.do)


def test_all_failed_records_are_retried_at_once(page, desk, services, qtbot):
    view = opened(page, desk, qtbot, "r1")
    assert "tried 2 times, tried again by itself in" in texts(view)
    assert "tried once, not tried again by itself before it changes" in texts(view)
    with qtbot.waitSignal(desk.asked) as heard:
        click(qtbot, page, "Retry all")
    assert services.calls == [("retry_all", "c1")]
    assert heard.args == ["run:r0"]
    assert presenter.again_words(replace(ERRORS[1], attempts=0)) == "not tried again by itself before it changes"


def test_undo_asks_first_and_names_what_was_left(page, desk, services, qtbot):
    view = opened(page, desk, qtbot, "r0")
    click(qtbot, page, "Undo what this run changed here…")
    dialog = view.dialog
    assert nameless(dialog) == []
    said = texts(dialog)
    assert "The 50 records that this run changed here" in said
    assert "Nothing is taken back in Mehta Traders now" in said
    assert services.calls == []
    dialog.undo.click()
    calm(qtbot, desk)
    assert services.calls == [("undo", "r0")]
    said = texts(dialog)
    assert "49 records are again as they were before this run." in said
    assert "Chennai Traders 3  ·  Customer" in said
    assert "Changed here since." in said
    assert not dialog.undo.isVisible()
    dialog.close_.click()


def test_what_was_left_of_a_plan_is_told():
    said = "2 updated. 3 changed since the plan was made and were left for the next sync"
    assert presenter.remarks(run(1, message=said)) == said
    assert presenter.remarks(run(1, message="2 updated")) == ""


def test_undo_that_is_refused_says_why(page, desk, services, qtbot):
    services.runs.undo_error = Conflicting("This run was undone already.")
    view = opened(page, desk, qtbot, "r0")
    click(qtbot, page, "Undo what this run changed here…")
    view.dialog.undo.click()
    calm(qtbot, desk)
    assert "This run was undone already." in texts(view.dialog)
    assert view.dialog.undo.isEnabled()
    view.dialog.reject()


@pytest.mark.parametrize(
    ("changes", "may"),
    [
        ({}, True),
        ({"dry_run": True}, False),
        ({"status": "running"}, False),
        ({"counts": {"customer": {"unchanged": 9, "sent_updated": 2}}}, False),
    ],
)
def test_only_what_changed_something_here_can_be_undone(changes, may):
    assert presenter.can_undo(run(1, **changes)) is may


def test_what_was_sent_is_not_taken_back_by_an_undo():
    assert "What this run sent to Mehta Traders stays there." in presenter.undo_words(sent_run())
    assert "stays there" not in presenter.undo_words(run(1))


@pytest.mark.parametrize("guard", ["push_deletions", "push_changes", "push_creates"])
def test_guards_of_sending_ask_like_the_others(page, desk, services, qtbot, guard):
    question = {"code": f"held_{guard}", "message": "84 customers would be deleted there.", "hint": "Approve or reject.",
                "details": {}}  # fmt: skip
    services.runs.all[2] = replace(services.runs.all[2], guard=question)
    opened(page, desk, qtbot, "r2")
    assert "84 customers would be deleted there." in texts(page.run_view)
    click(qtbot, page, "Reject: end the sync, nothing more is changed")
    calm(qtbot, desk)
    assert services.calls == [("answer", "r2", False)]


def test_runs_are_searched_and_the_list_is_saved(page, desk, services, qtbot, tmp_path):
    assert page.focus_search()
    qtbot.keyClicks(page.search, "Nothing answers")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    page.save_runs(str(tmp_path / "runs.csv"))
    calm(qtbot, desk)
    head, *lines = (tmp_path / "runs.csv").read_text(encoding="utf-8-sig").splitlines()
    assert head == "Started,Connection,Kind,Status,Result,Took"
    assert len(lines) == 1
    page.open(services.runs.all[0].id)  # what hides it is taken away
    calm(qtbot, desk)
    assert page.search.text() == ""


def test_what_a_plan_deletes_is_asked_about_once_more(page, desk, services, qtbot):
    view = opened(page, desk, qtbot, "r6")
    click(qtbot, page, "Do exactly this")
    assert nameless(view.dialog) == []
    assert "In Mehta Traders: 1 (Bharat Hardware 6)" in view.dialog.informativeText()
    qtbot.keyClick(view.dialog, Qt.Key.Key_Return)  # the careful answer
    calm(qtbot, desk)
    assert services.calls == []
    view.findChild(PlanView).table.selectRow(5)
    click(qtbot, view, "Leave this out: Bharat Hardware 6")
    with qtbot.waitSignal(desk.asked):
        click(qtbot, page, "Do all but 1")
    assert services.calls == [("apply", "r6", (5,))]


def test_a_wait_for_a_killed_programs_request_is_ended_on_the_runs_page(page, desk, services, qtbot):
    error = {
        "code": LEFT_IN_FLIGHT,
        "message": "It was ended while Tally worked.",
        "hint": "Look at Tally.",
        "details": {},
    }
    services.runs.all[0] = replace(services.runs.all[0], status="failed", error=error)
    view = opened(page, desk, qtbot, services.runs.all[0].id)
    click(qtbot, view, "Tally shows no message and is idle")
    calm(qtbot, desk)
    assert [call[0] for call in services.calls] == ["tally_is_idle", "start"]
    view = opened(page, desk, qtbot, "r3")  # any other failure has no such button
    assert not view._is_idle.isVisible()
