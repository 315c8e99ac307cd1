"""``python -m tests.simulators.sap``: a simulated SAP Business One in a process of its own, until SIGTERM."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Sequence
from pathlib import Path

from tests.simulators.sap import COMPANY, PASSWORD, USER, SimulatedSap
from tests.simulators.sap.control_http import serve_control


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.simulators.sap", description="A simulated SAP Business One on a loopback port."
    )
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--control", type=int, default=None, metavar="PORT", help="0 chooses a free port")
    parser.add_argument("--partners", type=int, default=0, help="business partners from the beginning")
    parser.add_argument("--certificate", type=Path, nargs=2, metavar=("CERT", "KEY"), help="serve HTTPS")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Serve until SIGTERM or Ctrl-C. Its lines: ``control on …``, ``listening on …``, ``login COMPANY USER PASSWORD``."""
    options = _arguments(argv)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    certificate = tuple(options.certificate) if options.certificate else None
    with SimulatedSap(options.port, partners=options.partners, certificate=certificate) as sim:
        control = None
        if options.control is not None:
            control = serve_control(sim, options.control)
            threading.Thread(target=control.serve_forever, args=(0.05,), name="sap-control", daemon=True).start()
            print(f"control on http://127.0.0.1:{control.server_address[1]}", flush=True)
        print(f"listening on {sim.url}", flush=True)
        print(f"login {COMPANY} {USER} {PASSWORD}", flush=True)
        stop.wait()
        if control is not None:
            control.shutdown()
            control.server_close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
