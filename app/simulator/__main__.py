"""``python -m app.simulator``: a simulated Tally in a process of its own, until SIGTERM."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Sequence
from datetime import date

from app.simulator.control_http import serve_control
from app.simulator.spec import CompanySpec, Quirks
from app.simulator.tally import SimulatedTally


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m app.simulator", description="A simulated Tally Prime company on a loopback port."
    )
    parser.add_argument("--company", default="Demo Traders & Co")
    parser.add_argument("--customers", type=int, default=60)
    parser.add_argument("--items", type=int, default=40)
    parser.add_argument("--vouchers", type=int, default=400)
    parser.add_argument("--from-date", type=date.fromisoformat, default=CompanySpec.from_date)
    parser.add_argument("--to-date", type=date.fromisoformat, default=CompanySpec.to_date)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control-port", type=int, default=None, help="0 chooses a free port")
    parser.add_argument("--version", default="7.1")
    parser.add_argument("--educational", action="store_true")
    parser.add_argument("--multi-godown", action="store_true")
    parser.add_argument("--second-company", default="", help="another, small company that is open too")
    parser.add_argument(
        "--scan-ms", type=float, default=0.0, help="cost of a voucher collection per voucher of the loaded period"
    )
    parser.add_argument("--request-ms", type=float, default=0.0, help="cost of every request")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C."""
    options = _arguments(argv)
    specs = [
        CompanySpec(
            options.company,
            options.customers,
            options.items,
            options.vouchers,
            options.seed,
            options.from_date,
            options.to_date,
            options.educational,
            options.multi_godown,
        )
    ]
    if options.second_company:
        specs.append(
            CompanySpec(
                options.second_company,
                12,
                8,
                50,
                options.seed + 1,
                options.from_date,
                options.to_date,
                options.educational,
            )
        )
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    quirks = Quirks(per_voucher_scan_ms=options.scan_ms, fixed_ms=options.request_ms)
    with SimulatedTally(specs, options.port, options.version, quirks=quirks) as sim:
        sim.server.keep_texts = False
        control = None
        if options.control_port is not None:
            control = serve_control(sim, options.control_port)
            threading.Thread(target=control.serve_forever, name="simulator-control", daemon=True).start()
            print(f"control on http://127.0.0.1:{control.server_address[1]}", flush=True)
        print(f"listening on {sim.url}", flush=True)
        stop.wait()
        if control is not None:
            control.shutdown()
            control.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
