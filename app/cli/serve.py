"""``serve``: everything but a window."""

from __future__ import annotations

import os
import signal
import sys
import threading
from types import FrameType

from app.cli.failures import say
from app.services.options import ListenAt, Options

_STOP_SIGNALS = tuple(
    found for name in ("SIGTERM", "SIGINT", "SIGBREAK", "SIGHUP") if (found := getattr(signal, name, None)) is not None
)


def run_serve(options: Options, host: str, port: int) -> int:
    """Serve until a signal asks to stop; ends within five seconds."""
    stop = threading.Event()

    def asked(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    for number in _STOP_SIGNALS:
        signal.signal(number, asked)
    from app import bootstrap

    with bootstrap.closing(bootstrap.start(options, kind="serve", listen=ListenAt(host, port)), timeout=4.0) as app:
        assert app.listener is not None
        if app.listener.is_open:
            say(
                "Note: other machines can reach this address. Whoever has the token can read and change the hub; the "
                "token travels unprotected unless the network is."
            )
        sys.stdout.write(f"listening on {app.listener.url}\n")
        sys.stdout.flush()
        while not stop.wait(0.5):  # with a timeout, or Windows would not see Ctrl-C
            pass
    _leave_stragglers()
    return 0


def _leave_stragglers() -> None:
    """A thread that waits for an ERP must not hold up the end: its run is closed, and what it had saved is kept."""
    threads = [one for one in threading.enumerate() if one is not threading.current_thread() and not one.daemon]
    if threads:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(0)
