"""The window on a hub with many records: how long each screen takes to be filled, the longest stall in it, what idling costs.

``python -m tests.bench.window visit SIZE FOLDER COMPANY`` or ``… idle FOLDER``, on a folder that :mod:`tests.bench.hub` made with a
simulated Tally that still runs. ``visit`` opens every screen of the real program, scrolls, searches and filters, first in peace and
then while a sync runs; ``idle`` hides the window beside the clock for a minute.

A stall is the time between two rounds of the window's thread. Of it, and of the time until a screen is filled, what the whole
process computed in it counts where that is less: what the machine gave to other programs meanwhile is none of ours. Each figure is
the median of some rounds.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import threading
import time
import traceback
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench import hub

_EVERY_MS = 5
#: A screen is filled when nothing was asked and no round took longer than this, for so long; in seconds.
_ROUND = 0.012
_CALM = 0.08
#: A screen that is not calm by then is taken for filled: a sync has it filled again and again.
_PATIENCE = 4.0
_ROUNDS = 3
_SETTLED = 4.0
_IDLE = 60.0
#: Seconds given to a step until the next.
_STEP = 0.016
_LETTER = 0.08
Steps = Iterator[float | str]


class Watch:
    """Drives steps on the window's thread and notes how its rounds went. A step yields seconds to wait, or ``calm``."""

    def __init__(self, work: Any) -> None:
        self._work = work
        self._steps: Steps = iter(())
        self._wait = 0.0
        self._calm = False
        self._began = self._busy = (0.0, 0.0)  # by the clock, and what the process had computed by then
        self._wall = self._cpu = 0.0
        self.stall = 0.0

    def drive(self, steps: Steps) -> None:
        self._steps = steps

    def begin(self) -> None:
        self._began = self._busy = time.monotonic(), time.process_time()
        self.stall = 0.0

    def filled(self) -> float:
        """Seconds from :meth:`begin` to the end of what it set off."""
        return min(end - begin for end, begin in zip(self._busy, self._began, strict=True))

    def tick(self) -> None:
        now, cpu = time.monotonic(), time.process_time()
        took = min(now - self._wall, cpu - self._cpu) if self._wall else 0.0
        self._wall, self._cpu = now, cpu
        self.stall = max(self.stall, took)
        if self._work.busy or took > _ROUND:
            self._busy = now, cpu
        if self._calm:
            if now - self._busy[0] < _CALM and now - self._began[0] < _PATIENCE:
                return
        elif now < self._wait:
            return
        self._calm = False
        try:
            asked = next(self._steps)
        except StopIteration:
            os._exit(0)
        except BaseException:  # the window would log it and go on
            traceback.print_exc()
            os._exit(1)
        if asked == "calm":
            self._calm = True
        else:
            self._wait = time.monotonic() + float(asked)


class Visit:
    """``found``: ``{(screen, doing): [(seconds until filled, longest stall)]}``."""

    def __init__(self, program: Any, watch: Watch, size: hub.Size) -> None:
        self._window = program.window
        self._watch = watch
        self._size = size
        self.found: dict[tuple[str, str], list[tuple[float, float]]] = defaultdict(list)

    def screens(self) -> Steps:
        for name in ("overview", "connections"):
            yield from self._screen(name, name)
            yield from self._scroll(name)
        yield from self._records()
        yield from self._screen("mappings", "mappings")
        yield from self._scroll("mappings")
        yield from self._screen("conflicts", "conflicts")
        yield from self._scroll("conflicts")
        yield from self._filter("conflicts", self._page.kind, 1, 0)
        yield from self._filter("conflicts", self._page.state, 1, 0)
        yield from self._activity()
        yield from self._screen("webhooks", "webhooks")
        yield from self._scroll("webhooks")
        yield from self._filter("webhooks", self._page.status, 1, 2, 0)
        for name in ("settings", "totals"):
            yield from self._screen(name, name)
            yield from self._scroll(name)

    def _records(self) -> Steps:
        yield from self._screen("records", "records:customer")
        for entity in hub.ENTITIES:
            name = f"records ({entity}s)"
            yield from self._screen(name, f"records:{entity}")
            yield from self._scroll(name)
        yield from self._search("records (payments)", "sharma 0001")
        yield from self._filter("records (payments)", self._page.filter, 2, 3, 0)
        yield from self._screen("a record", f"record:invoice:{hub.record_id('invoice', self._size.invoices // 2)}")
        yield from self._scroll("a record")

    def _activity(self) -> Steps:
        yield from self._screen("activity", "activity")
        yield from self._scroll("activity")
        yield from self._search("activity", "customer")
        yield from self._filter("activity", self._page.status, 1, 2, 3, 0)
        yield from self._screen(f"a run with {self._size.failed:,} errors", f"run:{hub.run_id(self._size)}")
        yield from self._scroll(f"a run with {self._size.failed:,} errors")

    # -- what a person does

    @property
    def _page(self) -> Any:
        return self._window.stack.currentWidget()

    def _screen(self, name: str, target: str) -> Steps:
        yield from self._do(name, "opens", lambda: self._window.go(target))

    def _do(self, name: str, doing: str, action: Callable[[], Any]) -> Steps:
        self._watch.begin()
        action()
        yield "calm"
        self.found[name, doing].append((self._watch.filled(), self._watch.stall))

    def _scroll(self, name: str) -> Steps:
        from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
        from PySide6.QtGui import QWheelEvent

        area = self._largest()
        if area is None:
            return
        bar, viewport = area.verticalScrollBar(), area.viewport()
        self._watch.begin()
        middle = QPointF(viewport.rect().center())
        for _ in range(15):
            turn = QWheelEvent(
                middle, viewport.mapToGlobal(middle), QPoint(), QPoint(0, -240), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
            )  # fmt: skip
            QCoreApplication.postEvent(viewport, turn)
            yield _STEP
        yield "calm"
        self.found[name, "wheel"].append((self._watch.filled(), self._watch.stall))
        self._watch.begin()
        bar.setSliderDown(True)
        for step in (*range(21), *range(20, -1, -1)):
            bar.setSliderPosition(bar.maximum() * step // 20)
            yield _STEP
        bar.setSliderDown(False)
        yield "calm"
        self.found[name, "drag"].append((self._watch.filled(), self._watch.stall))

    def _largest(self) -> Any:
        from PySide6.QtWidgets import QAbstractScrollArea

        areas = [area for area in self._page.findChildren(QAbstractScrollArea) if area.isVisible()]
        moving = [area for area in areas if area.verticalScrollBar().maximum() > 0]
        return max(moving, key=lambda area: area.width() * area.height(), default=None)

    def _search(self, name: str, text: str) -> Steps:
        box = self._page.search
        self._watch.begin()
        for letter in text:
            box.insert(letter)
            yield _LETTER
        yield _LETTER * 4
        yield "calm"
        self.found[name, "search"].append((0.0, self._watch.stall))
        yield from self._do(name, "search", box.clear)
        yield _LETTER * 4
        yield "calm"

    def _filter(self, name: str, box: Any, *choices: int) -> Steps:
        for choice in choices:
            yield from self._do(name, "filter", partial(box.setCurrentIndex, choice))


def visit(size: str, folder: Path, company: str) -> None:
    """Prints ``{"quiet" | "syncing": [[screen, doing, ms until filled, ms of the longest stall], …]}``."""
    _run(folder, lambda program, watch: _both(program, watch, hub.SIZES[size], company), schedule=False)


def _both(program: Any, watch: Watch, size: hub.Size, company: str) -> Steps:
    told = {}
    quiet = Visit(program, watch, size)
    for _ in range(_ROUNDS):
        yield from quiet.screens()
    told["quiet"] = _medians(quiet)
    services = program.app.services
    ours = next(one.id for one in services.connections.list() if one.name == company)
    threading.Thread(target=_keep_syncing, args=(services.runs, ours), daemon=True).start()
    yield 3.0
    busy = Visit(program, watch, size)
    for _ in range(_ROUNDS):
        yield from busy.screens()
    told["syncing"] = _medians(busy)
    print(json.dumps(told), flush=True)


def _keep_syncing(runs: Any, connection_id: str) -> None:
    """Off the window's thread, whose time it would take."""
    while True:
        if not runs.current():
            runs.start(connection_id=connection_id, sync_type="full")
        time.sleep(0.3)


def _medians(visit: Visit) -> list[tuple[str, str, float, float]]:
    return [
        (screen, doing, *(round(statistics.median(part) * 1000, 1) for part in zip(*took, strict=True)))
        for (screen, doing), took in visit.found.items()
    ]


def idle(folder: Path) -> None:
    """Prints ``{"share": CPU seconds a second, "uss_mb": memory of its own, "qt_mb": what other programs use of Qt's files too,
    "rss_mb": with all that others use too}``."""
    _run(folder, _hidden, schedule=True)


def _hidden(program: Any, watch: Watch) -> Steps:
    import psutil

    for name in program.window.rail.buttons:  # a day's work: all was looked at
        program.window.show_screen(name)
        yield 1.0
    program.tray.available = True  # also on a display without a place for it
    program.local.set("told_running", True)
    program.close_asked()
    yield 10.0
    program.watching.stop()
    before = time.process_time()
    program.later(_IDLE, lambda: _tell_idle(psutil.Process(), before))
    yield _IDLE * 2


def _tell_idle(process: Any, before: float) -> None:
    share = (time.process_time() - before) / _IDLE
    memory, shared = process.memory_full_info(), sum(map(_shared_of_qt, process.memory_maps()))
    told = {"share": share, "uss_mb": memory.uss / 2**20, "qt_mb": shared / 2**20, "rss_mb": memory.rss / 2**20}
    print(json.dumps(told), flush=True)
    os._exit(0)


def _shared_of_qt(mapped: Any) -> int:
    """Bytes; they would be the program's alone if no other program with Qt ran."""
    return int(mapped.shared_clean + mapped.shared_dirty) if "PySide6" in mapped.path else 0


def _run(folder: Path, steps: Callable[[Any, Watch], Steps], *, schedule: bool) -> None:
    """The real program, and its steps once it has settled."""
    from PySide6.QtCore import Qt, QTimer

    from app.services.options import ListenAt, Options
    from app.ui.main import Program, application

    options = Options(data_dir=folder, secrets="file")

    def begin() -> Any:  # once the window stands, as in the program
        from app.bootstrap import start

        return start(options, schedule=schedule, listen=ListenAt(port=0) if schedule else None)

    gui = application()
    gui.setQuitOnLastWindowClosed(False)
    program: Any = Program(gui, options, begin=begin)
    program.claim()
    program.start()
    program.watching = QTimer()
    program.watching.setTimerType(Qt.TimerType.PreciseTimer)
    program.later = lambda seconds, do: QTimer.singleShot(int(seconds * 1000), do)

    def go() -> None:
        missing = program.window.rail.buttons.keys() - program.window.pages.keys()
        if missing or program.app is None:  # they are made while nothing else is done
            program.later(1.0, go)
            return
        watch = program.watch = Watch(program.work)
        program.watching.timeout.connect(watch.tick)
        program.watching.start(_EVERY_MS)
        watch.drive(steps(program, watch))

    program.later(_SETTLED, go)
    gui.exec()


if __name__ == "__main__":
    if sys.argv[1] == "visit":
        visit(sys.argv[2], Path(sys.argv[3]), sys.argv[4])
    else:
        idle(Path(sys.argv[2]))
