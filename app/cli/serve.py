"""``serve``: everything but a window."""

from __future__ import annotations

import os
import signal
import sys
import threading
from dataclasses import replace
from types import FrameType

from app.cli.terminal import say
from app.model.hosts import is_loopback
from app.services.options import ListenAt, Options

_STOP_SIGNALS = tuple(
    found for name in ("SIGTERM", "SIGINT", "SIGBREAK", "SIGHUP") if (found := getattr(signal, name, None)) is not None
)


def run_serve(options: Options, at: ListenAt) -> int:
    """Serve until a signal asks to stop; ends within five seconds."""
    at = _agreed(at)
    stop = threading.Event()

    def asked(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in _STOP_SIGNALS:
        signal.signal(number, asked)
    from app import bootstrap
    from app.services.access import meaning

    with bootstrap.closing(bootstrap.start(options, kind="serve", listen=at), timeout=4.0) as app:
        assert app.listener is not None
        if app.listener.is_open:
            say(f"Note: {meaning(tls=app.listener.is_tls)}")
        sys.stdout.write(f"listening on {app.listener.url}\n")
        sys.stdout.flush()
        while not stop.wait(0.5):  # with a timeout, or Windows would not see Ctrl-C
            pass
    _leave_stragglers()
    return 0


def _agreed(at: ListenAt) -> ListenAt:
    """Ask whoever sits at the terminal whether other computers are to be let in; from a script nobody is asked, and the start
    refuses unless it was agreed to."""
    if at.network or is_loopback(at.host) or not sys.stdin.isatty():
        return at
    from app.services.access import meaning

    say(f"Other computers will reach {at.host or 'this one'}. {meaning(tls=at.tls or at.certificate is not None)}")
    sys.stderr.write("Let them in? [y/N] ")
    sys.stderr.flush()
    return replace(at, network=sys.stdin.readline().strip().lower() in {"y", "yes"})


def _leave_stragglers() -> None:
    """A thread that waits for an ERP must not hold up the end: its run is closed, and what it had saved is kept."""
    threads = [one for one in threading.enumerate() if one is not threading.current_thread() and not one.daemon]
    if threads:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
