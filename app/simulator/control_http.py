"""The control surface over HTTP, for simulators that run in a process of their own.

``POST /METHOD`` with a JSON object of arguments calls that method of :class:`Control`; ``GET /requests`` gives the log,
``GET /state`` the figures, ``POST /clear`` empties the log. Loopback only, and only in tests and demos.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.simulator.tally import SimulatedTally


def serve_control(sim: SimulatedTally, port: int) -> ThreadingHTTPServer:
    """A server for the control surface; the caller runs ``serve_forever``."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/requests":
                rows = [{**asdict(entry), "text": None} for entry in sim.requests]
                self._answer(200, {"requests": rows, "max_in_flight": sim.max_in_flight})
            elif self.path == "/state":
                companies = [
                    {
                        "name": c.name,
                        "guid": c.guid,
                        "alt_vch": c.alt_vch,
                        "alt_mst": c.alt_mst,
                        "vouchers": len(c.vouchers),
                        "ledgers": len(c.ledgers),
                        "items": len(c.items),
                    }
                    for c in sim.program.companies
                ]
                self._answer(200, {"companies": companies, "url": sim.url, "max_in_flight": sim.max_in_flight})
            else:
                self._answer(404, {"error": self.path})

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            name = self.path.strip("/")
            if name == "clear":
                sim.clear_log()
                self._answer(200, {"result": None})
                return
            method = getattr(sim.control, name, None)
            if name.startswith("_") or not callable(method):
                self._answer(404, {"error": f"no method {name}"})
                return
            try:
                self._answer(200, {"result": method(**json.loads(body or b"{}"))})
            except (KeyError, ValueError, TypeError) as error:
                self._answer(422, {"error": f"{type(error).__name__}: {error}"})

        def _answer(self, status: int, content: dict[str, Any]) -> None:
            payload = json.dumps(content, default=str).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        def log_message(self, format: str, *args: object) -> None:
            """Quiet: the log is at /requests."""

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    server.daemon_threads = True
    return server
