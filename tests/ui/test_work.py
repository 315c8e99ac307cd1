"""Work off the main thread: results, order, stale answers, destroyed owners, closing; and the bridge."""

from __future__ import annotations

import gc
import linecache
import sys
import threading
from typing import Any, ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from app.model.errors import Unreachable
from app.model.events import Changed, EventBus, Noticed, RunEnded, RunProgress, RunStarted
from app.ui import runtime
from app.ui.bridge import Bridge
from app.ui.work import Problem, Work
from tests.ui.conftest import throw_away


@pytest.fixture
def work(qapp: Any) -> Any:
    made = Work()
    yield made
    made.close()
    made.deleteLater()


def test_answers_come_on_the_gui_thread_in_order(work, qtbot):
    got: list[Any] = []
    for number in range(20):
        work.read(lambda number=number: (number, threading.current_thread().name), got.append)
    qtbot.waitUntil(lambda: len(got) == 20)
    assert [number for number, _ in got] == list(range(20))
    assert {name for _, name in got} == {"window-read-1"}
    here: list[bool] = []
    work.do(lambda token: None, lambda _: here.append(threading.current_thread() is threading.main_thread()))
    qtbot.waitUntil(lambda: here == [True])


def test_a_newer_query_drops_the_older_answer(work, qtbot):
    gate, got = threading.Event(), []
    owner = QObject()
    work.read(lambda: gate.wait(5), owner=owner)
    for number in range(5):
        work.read(lambda number=number: number, got.append, owner=owner, key="list")
    gate.set()
    qtbot.waitUntil(lambda: not work.busy)
    assert got == [4]


def test_a_query_begins_when_this_round_is_over(work, qtbot):
    called: list[str] = []
    owner = QObject()
    work.read(lambda: called.append("old"), owner=owner, key="list")
    work.read(lambda: called.append("new"), owner=owner, key="list")
    assert work.busy
    qtbot.waitUntil(lambda: not work.busy)
    assert called == ["new"]


def test_what_is_done_in_a_later_round_counts_as_work_and_can_be_dropped(work, qtbot):
    got: list[str] = []
    owner, dropped, gone = QObject(), QObject(), QWidget()
    work.later(lambda: work.later(lambda: got.append("second"), owner=owner), owner=owner)
    work.later(lambda: got.append("dropped"), owner=dropped)
    work.later(lambda: got.append("gone"), owner=gone)
    work.drop_all_of(dropped)
    throw_away(gone)
    assert work.busy
    assert got == []
    qtbot.waitUntil(lambda: not work.busy)
    assert got == ["second"]


def test_answer_for_a_destroyed_widget_is_dropped(work, qtbot):
    gate, got = threading.Event(), []
    widget = QWidget()
    work.do(lambda token: gate.wait(5), got.append, got.append, owner=widget)
    throw_away(widget)
    gate.set()
    qtbot.waitUntil(lambda: not work.busy)
    assert got == []


def test_errors_become_plain_words(work, qtbot):
    got: list[Problem] = []

    def fail(token: Any) -> None:
        raise Unreachable("Nothing answers at pc:9000.", hint="Start Tally.")

    work.do(fail, None, got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    assert (got[0].message, got[0].hint, got[0].code) == ("Nothing answers at pc:9000.", "Start Tally.", "unreachable")
    with qtbot.waitSignal(work.unhandled) as heard:
        work.read(lambda: 1 / 0)
    assert "ZeroDivisionError" in heard.args[0].message


def test_stop_asks_the_work_to_end(work, qtbot):
    got: list[Any] = []
    started = threading.Event()

    def long(token: Any) -> None:
        started.set()
        token.wait(30)

    job = work.do(long, got.append, lambda problem: got.append(problem.code))
    assert started.wait(5)
    job.stop()
    qtbot.waitUntil(lambda: got == ["cancelled"])


def test_close_ends_the_threads_and_later_work_is_refused(qapp):
    work = Work()
    started = threading.Event()
    got: list[Any] = []

    def long(token: Any) -> None:
        started.set()
        token.wait(30)

    work.do(long, got.append, got.append)
    work.read(lambda: 1, got.append)
    assert started.wait(5)
    work.close()
    assert not [thread for thread in work._threads if thread.is_alive()]
    assert work.read(lambda: 2, got.append).dropped
    QCoreApplication.processEvents()
    assert got == []
    work.deleteLater()


def test_reads_do_not_wait_for_long_work(work, qtbot):
    gate, got = threading.Event(), []
    for _ in range(5):  # more than there are threads for it
        work.do(lambda token: gate.wait(5))
    work.read(lambda: "quick", got.append)
    qtbot.waitUntil(lambda: got == ["quick"])
    gate.set()
    qtbot.waitUntil(lambda: not work.busy)


@pytest.fixture
def bridge(qapp: Any) -> Any:
    made = Bridge()
    yield made
    made.close()
    made.deleteLater()


def test_progress_is_coalesced_and_the_last_one_arrives(bridge, qtbot):
    bus, heard = EventBus(), []
    bridge.listen(bus)
    bridge.progress.connect(heard.append)

    def flood() -> None:
        for done in range(20_000):
            bus.publish(RunProgress("r", "c", "reading", "invoice", done, 20_000))

    thread = threading.Thread(target=flood)
    thread.start()
    qtbot.waitUntil(lambda: bool(heard) and heard[-1].done == 19_999)
    thread.join()
    assert len(heard) < 200


def test_changes_are_joined_and_the_end_is_never_lost(bridge, qtbot):
    bus, order, kinds = EventBus(), [], []
    bridge.listen(bus)
    bridge.started.connect(lambda event: order.append("started"))
    bridge.progress.connect(lambda event: order.append("progress"))
    bridge.ended.connect(lambda event: order.append("ended"))
    bridge.noticed.connect(lambda event: order.append("noticed"))
    bridge.changed.connect(kinds.append)
    bus.publish(RunStarted("r", "c", "Mehta", "full"))
    bus.publish(RunProgress("r", "c", "reading", None, 1, 2))
    for kind in ("records", "runs", "records", "errors"):
        bus.publish(Changed(frozenset({kind})))
    bus.publish(RunEnded("r", "c", "Mehta", "completed"))
    bus.publish(Noticed("info", "a", "b"))
    qtbot.waitUntil(lambda: bool(kinds))
    assert order == ["started", "ended", "noticed"]  # progress of a run that is over is no news
    assert kinds == [frozenset({"records", "runs", "errors"})]


def test_a_closed_bridge_hears_nothing(bridge, qtbot):
    bus, heard = EventBus(), []
    bridge.listen(bus)
    bridge.changed.connect(heard.append)
    bridge.close()
    bus.publish(Changed(frozenset({"runs"})))
    QCoreApplication.processEvents()
    assert heard == []


def test_cycles_are_collected_on_the_gui_thread_only(qapp):
    collector = runtime.Collector()
    try:
        assert not gc.isenabled()

        class Node:
            gone: ClassVar[list[str]] = []

            def __del__(self) -> None:
                Node.gone.append(threading.current_thread().name)

        def leave_a_cycle() -> None:
            for _ in range(gc.get_threshold()[0] + 1000):
                node = Node()
                node.me = node  # type: ignore[attr-defined]

        thread = threading.Thread(target=leave_a_cycle)
        thread.start()
        thread.join()
        assert Node.gone == []
        collector.collect()
        assert set(Node.gone) == {threading.main_thread().name}
    finally:
        collector.stop()
        collector.deleteLater()
    assert gc.isenabled()


def test_importing_does_not_read_and_keep_the_source(qapp, tmp_path, monkeypatch):
    (tmp_path / "imported_plainly.py").write_text("VALUE = 1\n")
    monkeypatch.syspath_prepend(tmp_path)
    runtime.import_plainly()
    import imported_plainly

    assert imported_plainly.VALUE == 1
    assert not [name for name in linecache.cache if "imported_plainly" in name]


def test_one_place_hears_every_exception(qapp, qtbot, capsys):
    failures = runtime.Failures()
    try:
        with qtbot.waitSignal(failures.happened) as heard:
            thread = threading.Thread(target=lambda: 1 / 0)
            thread.start()
        thread.join()
        assert heard.args == ["ZeroDivisionError"]
        with qtbot.waitSignal(failures.happened):
            sys.excepthook(ValueError, ValueError("x"), None)
    finally:
        failures.restore()
        failures.deleteLater()
