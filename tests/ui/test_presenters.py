"""What screens say, without a screen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from app.model.entities import ENTITIES
from app.model.events import Noticed, RunProgress, RunStarted
from app.services import views as v
from app.ui import formats, states
from app.ui.activity import presenter as activity
from app.ui.connections import presenter as connections
from app.ui.overview import presenter as overview
from app.ui.records import presenter as records
from app.ui.shell.presenter import Grouping, ShellState, pause_until
from tests.ui.fakes import FakeServices
from tests.ui.samples import ERRORS, connection, record, run

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("0", "0"),
        ("999", "999"),
        ("1000", "1,000"),
        ("123456", "1,23,456"),
        ("-1234567.50", "-12,34,567.50"),
        ("10000000", "1,00,00,000"),
        (1204, "1,204"),
    ],
)
def test_digits_are_grouped_as_in_india(number, words):
    assert formats.grouped(number) == words


def test_times_read_as_an_office_reads_them():
    def ago(**span: float) -> str:
        return (NOW - timedelta(**span)).isoformat()

    assert formats.when(ago(seconds=5), NOW) == "just now"
    assert formats.when(ago(minutes=5), NOW) == "5 min ago"
    assert formats.when(ago(days=300), NOW).startswith("26 Jan, ")
    assert formats.when(None, NOW) == ""
    assert formats.ahead(ago(minutes=-12), NOW) == "in 12 min"
    assert formats.span(0.42) == "0.4 s"
    assert formats.span(200) == "3 min 20 s"
    assert formats.every(900) == "every 15 minutes"
    assert formats.every(3600) == "every hour"
    assert formats.every(None) == "only when asked"
    assert formats.day("2026-08-01") == "1 Aug 2026"
    assert formats.day("not a day") == "not a day"


@pytest.mark.parametrize(
    ("changes", "shape"),
    [
        ({}, "check"),
        ({"running_log_id": "r"}, "running"),
        ({"status": "error", "status_message": "no answer"}, "error"),
        ({"sync_enabled": False}, "offline"),
        ({"paused_until": (NOW + timedelta(hours=1)).isoformat()}, "paused"),
        ({"paused_until": (NOW - timedelta(hours=1)).isoformat()}, "check"),
        ({"open_conflicts": 2}, "question"),
        ({"open_errors": 2}, "warning"),
        ({"last_sync_at": None, "last_success_at": None}, "waiting"),
        ({"last_success_at": None}, "warning"),
        ({"unsent": 3}, "waiting"),
    ],
)
def test_each_state_has_a_shape_and_words(changes, shape):
    state = states.connection_state(connection(1, **changes), None, NOW)
    assert state.shape == shape
    assert state.words


def test_nothing_is_in_step_while_changes_wait_to_be_sent():
    shell = ShellState(loaded=True)
    for unsent, words in (
        (0, "Everything is in step"),
        (1, "1 change waits to be sent"),
        (4, "4 changes wait to be sent"),
    ):
        shell.connections = [connection(1, unsent=unsent), connection(2)]
        assert (shell.line(NOW).text, shell.tray_words(NOW)) == (words, words)
    shell.connections = [connection(1, unsent=v.UNSENT_MOST)]
    assert shell.line(NOW).text == "More than 1,000 changes wait to be sent"


def test_progress_in_words():
    assert (
        states.progress_words(RunProgress("r", "c", "reading", "invoice", 1200, 840000))
        == "Reading invoices: 1,200 of 8,40,000"
    )
    assert states.progress_words(RunProgress("r", "c", "reading", "invoice", 0, None)) == "Reading invoices"
    assert states.progress_words(RunProgress("r", "c", "connecting", None, 0, None, "Asking Tally")) == "Asking Tally"


def test_run_in_words():
    assert overview.run_words(run(1)) == "35 new, 14 changed, 1 deleted, 1 matched, 2 failed, 1 to decide"
    assert overview.run_words(run(1, counts={"customer": {"unchanged": 9}})) == "Nothing had changed"
    held = run(1, "held", guard={"message": "84 are gone."})
    assert overview.run_words(held) == "84 are gone."


def test_days_without_a_sync_are_days_too():
    days = overview.filled_days([v.DayCount("2026-11-20", 5, 1)], date(2026, 11, 22))
    assert len(days) == overview.DAYS
    assert days[-1] == v.DayCount("2026-11-22", 0, 0)
    assert days[-3] == v.DayCount("2026-11-20", 5, 1)


@pytest.mark.parametrize("entity", ENTITIES)
def test_every_kind_of_record_has_columns_and_a_page(entity):
    assert records.COMPACT[entity] <= {name for name, _ in records.COLUMNS[entity]}
    assert sum(1 for _, width in records.COLUMNS[entity] if not width) == 1  # one column stretches
    given = record(entity, 3) if entity not in ("contact", "deal") else {"id": "x", "last_name": "Iyer", "name": "Deal"}
    assert len(records.rows(entity, [given])[0].cells) == len(records.COLUMNS[entity])
    assert records.detail(entity, given).title


def test_lines_read_as_sentences():
    shown = records.detail("invoice", record("invoice", 3))
    assert shown.tables[0].rows[0] == (
        "LED Bulb 9 W",
        "120 Nos × 95.00  ·  less 5 %  ·  GST 18 %  ·  HSN 85395000",
        "10,830.00",
    )
    assert shown.tables[1].rows[0] == ("CGST  9 %", "", "3,292.20")


def test_history_names_who_and_what():
    spec = ENTITIES["customer"]
    each = v.HistoryView(2, "update", {"phone": [None, "123"]}, "connection:c1", None, "2026-11-22T10:00:00Z", {})
    told = records.history_line(spec, each, {"c1": "Mehta"})
    what, changes = told.what, told.more
    assert (what, changes) == ("Changed · Mehta", "Phone: – → 123")
    created = replace(each, changes=None, action="create")
    assert records.history_line(spec, created, {}).what == "Came in · a connection that was removed"


def test_csv_is_harmless_and_whole():
    error = replace(ERRORS[0], message='=cmd|"/c calc"!A1', hint="line\nbreak, comma")
    text = activity.errors_csv(run(1), [error])
    assert text.startswith("\ufeff")
    assert "'=cmd" in text
    assert '"line\nbreak, comma"' in text


def test_edits_send_only_differences():
    view = connection(1)
    assert connections.connection_changes(view, view.name, view.base_url, True) == {}
    assert connections.connection_changes(view, " X ", view.base_url, False) == {
        "connection_name": "X",
        "sync_enabled": False,
    }
    off = replace(view, status="inactive")
    assert connections.connection_changes(off, view.name, view.base_url, True)["status"] == "active"
    configs = FakeServices(1).configs.list("c1")
    plan = {"customer": "pull", "product": "off", "deal": "pull"}
    changed, drafts = connections.config_changes(configs, plan, "manual", "flag", True)
    assert changed == [("k-c1-product", {"is_active": False})]
    assert drafts == [connections.config_draft("deal", "pull", "manual", "flag", True)]
    off = [replace(one, is_active=one.entity_type == "product") for one in configs]
    plan = {"customer": "pull", "product": "off"}
    changed, _ = connections.config_changes(off, plan, "manual", "flag", True)
    assert [change["is_active"] for _, change in changed] == [False, True]  # first what makes room


def test_our_own_number_goes_into_every_kind_and_out_again():
    configs = [replace(one, hub_key_field=None) for one in FakeServices(1).configs.list("c1")]
    own = replace(configs[0], hub_key_field="Our_No")
    changes, drafts = connections.keyed([own, *configs[1:]], [(configs[1].id, {"a": 1})], [{"b": 2}], "Hub_Id")
    assert dict(changes)[configs[1].id] == {"a": 1, "hub_key_field": "Hub_Id"}
    assert own.id not in dict(changes)  # a field of another name stays
    assert drafts == [{"b": 2, "hub_key_field": "Hub_Id"}]
    assert connections.keyed([own], [], [], None) == ([(own.id, {"hub_key_field": None})], [])
    assert connections.is_keyed([replace(own, sync_direction="push"), *configs[1:]])
    assert not connections.is_keyed([replace(one, sync_direction="push") for one in configs[1:]])


def test_shell_states_in_order_of_concern():
    shell = ShellState()
    assert shell.line(NOW).text == "Opening your records…"
    board = v.Dashboard((connection(1, next_run_at=(NOW + timedelta(minutes=9)).isoformat()),), (), (), ())
    shell.take_dashboard(board)
    assert (shell.tray(NOW), shell.line(NOW).next_text) == ("idle", "Next sync in 9 min")
    shell.take_dashboard(replace(board, needs_you=(v.NeedsYou("warning", "a", "b", "run:1"),)))
    assert shell.tray(NOW) == "attention"
    assert shell.counts()["activity"] == 1
    shell.take_started(RunStarted("r", "c1", "Mehta Traders", "full"))
    shell.take_progress(RunProgress("r", "c1", "reading", "customer", 1, 4))
    line = shell.line(NOW)
    assert (shell.tray(NOW), line.permille, line.log_id) == ("syncing", 250, "r")
    shell.take_ended(SimpleNamespace(log_id="r"))
    assert shell.tray(NOW) == "attention"
    paused = replace(board, connections=(connection(1, paused_until=(NOW + timedelta(hours=1)).isoformat()),))
    shell.take_dashboard(paused)
    assert shell.tray(NOW) == "paused"
    shell.take_dashboard(board, (), (NOW + timedelta(hours=1)).isoformat())
    assert (shell.tray(NOW), shell.line(NOW).shape, shell.all_paused(NOW)) == ("paused", "paused", True)
    shell.take_dashboard(replace(board, connections=(connection(1, last_success_at=None),)))
    assert (shell.tray(NOW), shell.tray_words(NOW)) == ("offline", shell.line(NOW).text)
    assert "did not come through" in shell.line(NOW).text
    shell.take_dashboard(replace(board, connections=(connection(1, status="error"),)))
    assert shell.tray(NOW) == "offline"


def test_pauses_end_when_they_say():
    assert pause_until("30", NOW) == "2026-11-22T12:30:00.000Z"
    until = formats.moment(pause_until("tomorrow", NOW))
    assert until is not None
    assert (until.hour, until.minute) == (8, 0)
    assert until.date() == (NOW.astimezone() + timedelta(days=1)).date()


def test_notifications_at_most_one_a_minute():
    grouping = Grouping()
    assert grouping.offer(Noticed("info", "one", "1", "run:1"), 100.0) == ("one", "1", "run:1")
    assert grouping.offer(Noticed("info", "two", "2", "run:2"), 110.0) is None
    assert grouping.offer(Noticed("info", "three", "3", "run:3"), 120.0) is None
    assert grouping.wait(120.0) == 40.0
    assert grouping.due(160.0) == ("2 messages", "two\nthree", "overview")
    assert grouping.due(300.0) is None


def test_a_phase_names_all_that_it_read() -> None:
    from app.ui.activity import presenter

    rows = presenter.phase_rows([{"phase": "reading", "entity": "order+invoice+payment", "seconds": 1.0, "records": 2}])
    assert rows[0][0].endswith("orders, invoices, payments")


@pytest.mark.parametrize(
    ("times", "quiet", "made"),
    [
        ("", " ", None),
        ("09:00; 13:00,", "", {"times": ["09:00", "13:00"], "days": ["mon"]}),
        ("", "22:00–7:00", {"quiet_hours": {"start": "22:00", "end": "7:00"}}),
        ("late", "always", {"times": ["late"], "days": ["mon"], "quiet_hours": {"start": "always", "end": ""}}),
    ],
    ids=["nothing", "times", "quiet", "nonsense"],
)
def test_what_is_typed_as_times_and_quiet_hours(times, quiet, made):
    assert connections.schedule_of({"times": ["08:00"], "days": ["mon"]}, times, quiet) == made


def test_a_schedule_reads_as_it_is_typed():
    schedule = {"times": ["09:00", "13:00"], "quiet_hours": {"start": "22:00", "end": "07:00"}}
    words = connections.schedule_words(schedule)
    assert words == ("09:00, 13:00", "22:00 – 07:00")
    assert connections.schedule_of(schedule, *words) == schedule
    assert connections.schedule_words(None) == ("", "")
