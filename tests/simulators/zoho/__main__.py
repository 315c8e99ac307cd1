"""``python -m tests.simulators.zoho``: a simulated Zoho in a process of its own, until SIGTERM."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Sequence

from tests.simulators.zoho.accounts import CLIENT_ID, CLIENT_SECRET
from tests.simulators.zoho.control_http import serve_control
from tests.simulators.zoho.limits import EDITIONS
from tests.simulators.zoho.people import people
from tests.simulators.zoho.simulator import SimulatedZoho


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulators.zoho", description="A simulated Zoho CRM on a loopback port."
    )
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control", type=int, default=None, metavar="PORT", help="0 chooses a free port")
    parser.add_argument("--contacts", type=int, default=0)
    parser.add_argument("--accounts", type=int, default=None, help="one for each ten contacts unless it is said")
    parser.add_argument("--edition", choices=sorted(EDITIONS), default="enterprise")
    parser.add_argument("--credits", type=int, default=None, help="in 24 hours, instead of the edition's")
    parser.add_argument("--no-spec", action="store_true", help="don't hold requests against the vendor's specification")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C. Its lines: ``control on …``, ``listening on …``, ``client ID SECRET``."""
    options = _arguments(argv)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    sim = SimulatedZoho(options.port, edition=options.edition)
    if options.contacts or options.accounts:
        people(sim.org, options.contacts, options.accounts)
    if options.credits is not None:
        sim.limits.credits = options.credits
    if options.no_spec:
        sim.spec = None
    with sim:
        control = None
        if options.control is not None:
            control = serve_control(sim, options.control)
            threading.Thread(target=control.serve_forever, args=(0.05,), name="zoho-control", daemon=True).start()
            print(f"control on http://127.0.0.1:{control.server_address[1]}", flush=True)
        print(f"listening on {sim.url}", flush=True)
        print(f"client {CLIENT_ID} {CLIENT_SECRET}", flush=True)
        stop.wait()
        if control is not None:
            control.shutdown()
            control.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
