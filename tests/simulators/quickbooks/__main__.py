"""``python -m tests.simulators.quickbooks``: a simulated QuickBooks Online in a process of its own, until SIGTERM."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Sequence

from tests.simulators.quickbooks.accounts import CLIENT_ID, CLIENT_SECRET
from tests.simulators.quickbooks.control_http import serve_control
from tests.simulators.quickbooks.simulator import SimulatedQuickbooks


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulators.quickbooks", description="A simulated QuickBooks Online on a loopback port."
    )
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control", type=int, default=None, metavar="PORT", help="0 chooses a free port")
    parser.add_argument("--customers", type=int, default=0)
    parser.add_argument("--environment", choices=("sandbox", "production"), default="sandbox")
    parser.add_argument("--country", choices=("US", "CA", "GB", "AU"), default="US")
    parser.add_argument("--no-limits", action="store_true", help="take calls as often as they come")
    parser.add_argument(
        "--no-spec", action="store_true", help="don't keep requests to hold them against the vendor's schema"
    )
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C. Its lines: ``control on …``, ``listening on …``, ``client ID SECRET``, ``realm
    …``."""
    options = _arguments(argv)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    sim = SimulatedQuickbooks(
        options.port,
        customers=options.customers,
        environment=options.environment,
        country=options.country,
        limits=not options.no_limits,
    )
    sim.checks_spec = not options.no_spec
    with sim:
        control = None
        if options.control is not None:
            control = serve_control(sim, options.control)
            threading.Thread(target=control.serve_forever, args=(0.05,), name="quickbooks-control", daemon=True).start()
            print(f"control on http://127.0.0.1:{control.server_address[1]}", flush=True)
        print(f"listening on {sim.url}", flush=True)
        print(f"client {CLIENT_ID} {CLIENT_SECRET}", flush=True)
        print(f"realm {sim.realm}", flush=True)
        stop.wait()
        if control is not None:
            control.shutdown()
            control.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
