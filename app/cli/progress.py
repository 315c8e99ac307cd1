"""Showing a run on its way: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Protocol

from app.cli.terminal import say
from app.model.entities import ENTITIES
from app.model.errors import AppError
from app.model.events import RunProgress
from app.services.facade import Services
from app.services.views import RunView

_PHASES = {
    "waiting": "Waiting",
    "recovering": "Looking after earlier writes",
    "connecting": "Connecting",
    "reading": "Reading",
    "checking": "Checking",
    "planning": "Planning",
    "writing": "Writing",
    "finishing": "Finishing",
}


def watch(services: Services, log_id: str) -> RunView:
    """Show the run until it has ended or is held. Ctrl-C or SIGTERM once stops it at its next safe point, twice at
    once (:class:`KeyboardInterrupt`)."""
    with _stopping(services, log_id), _shown() as show:
        stop = services.bus.subscribe(lambda event: _pass_on(event, log_id, show))
        try:
            run = services.runs.wait(log_id, 0.2)
            while run.status in {"pending", "running"}:
                run = services.runs.wait(log_id, 0.5)
            return run
        finally:
            stop()


def words(progress: RunProgress) -> str:
    """``Reading customers``."""
    phase = _PHASES.get(progress.phase, progress.phase.capitalize())
    spec = ENTITIES.get(progress.entity or "")
    return f"{phase} {spec.plural.lower()}" if spec else phase


def _pass_on(event: Any, log_id: str, show: Callable[[RunProgress], None]) -> None:
    if isinstance(event, RunProgress) and event.log_id == log_id:
        show(event)


@contextmanager
def _stopping(services: Services, log_id: str) -> Iterator[None]:
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    asked = threading.Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        if asked.is_set():
            raise KeyboardInterrupt
        asked.set()
        # Not in the handler: it may have interrupted a thread that holds a lock the cancelling needs.
        threading.Thread(target=_cancel, args=(services, log_id), name="cancel", daemon=True).start()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _cancel(services: Services, log_id: str) -> None:
    say("Stopping at the next safe point. What was done so far is kept.")
    try:
        services.runs.cancel(log_id)
    except AppError as error:
        say(error.message)


class _Show(Protocol):
    def __call__(self, progress: RunProgress) -> None: ...


@contextmanager
def _shown() -> Iterator[_Show]:
    if not sys.stderr.isatty():
        yield _Lines()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description:<24}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("Starting", total=None)

        def show(progress: RunProgress) -> None:
            bar.update(task, description=words(progress), completed=progress.done, total=progress.total, refresh=False)

        yield show


class _Lines:
    """One line for each phase and kind of record, when it is first heard of: vouchers of all kinds come mixed."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def __call__(self, progress: RunProgress) -> None:
        text = words(progress)
        if text not in self._told:
            self._told.add(text)
            say(f"{text} …" + (f" {progress.text}" if progress.text else ""))
