"""The simulator's controls over HTTP, for one that runs as a program of its own.

``POST /METHOD`` with a JSON object of arguments calls that method of :class:`Control`; ``GET /requests`` and ``/state`` tell what
happened.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.simulators.sap.people import people
from tests.simulators.sap.simulator import SimulatedSap

_SAME = (
    "add change delete act move_stock approve rows one cut_next lose_next_write delay_next_write arrive fail_next "
    "refuse_next start stop clear"
).split()
#: Where what can be set is; the simulator itself has the others.
_PARTS = {
    "company": "case_sensitive stamps_new settling_stamps tax_needed etags filler lag",
    "sessions": "timeout parallel login_seconds old locks",
    "reading": "page links host bare minutes prices most",
    "webhooks": "available enabled held encoding duplicates pace tries interval tunnels",
    "": "slow",
}
_SETTINGS = {name: part for part, names in _PARTS.items() for name in names.split()}


class Control:
    """What a test in another process may order. ``add`` and ``change`` take the fields as arguments."""

    def __init__(self, sim: SimulatedSap) -> None:
        self._sim = sim

    def method(self, name: str) -> Any:
        """``None`` for a name that there isn't."""
        if name in _SAME:
            return getattr(self._sim, name)
        return None if name[:1] in {"_", ""} else getattr(self, name, None)

    def set(self, **values: Any) -> None:
        for name, value in values.items():
            part = _SETTINGS[name]
            setattr(getattr(self._sim, part) if part else self._sim, name, value)

    def approval(self, sets: list[str]) -> None:
        """New documents of these entity sets become drafts."""
        self._sim.company.approval = set(sets)

    def broken(self, nodes: list[str]) -> None:
        """These nodes answer no read."""
        self._sim.sessions.broken = set(nodes)

    def idle(self, seconds: float) -> None:
        """Nobody used a session for so long."""
        self._sim.sessions.clock.advance(seconds)

    def end_sessions(self) -> None:
        self._sim.sessions.end_all()

    def clock_set(self, at: str) -> None:
        self._sim.clock.set(datetime.fromisoformat(at))

    def clock_advance(self, seconds: float) -> None:
        self._sim.clock.advance(seconds)

    def people(self, partners: int) -> None:
        with self._sim.company.lock:
            people(self._sim.company, partners)

    def forget_faults(self) -> None:
        self._sim.faults.forget()

    def flush(self) -> None:
        self._sim.webhooks.flush()


def serve_control(sim: SimulatedSap, port: int) -> ThreadingHTTPServer:
    """A server for the controls; the caller runs ``serve_forever``."""
    control = Control(sim)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            told = _told(sim).get(self.path.strip("/"))
            self._answer(404 if told is None else 200, {"error": self.path} if told is None else told())

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            method = control.method(self.path.strip("/"))
            if not callable(method) or self.path == "/method":
                self._answer(404, {"error": f"no method {self.path}"})
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


def _told(sim: SimulatedSap) -> dict[str, Any]:
    return {
        "requests": lambda: {"requests": [asdict(entry) for entry in sim.requests]},
        "state": lambda: {
            "url": sim.url,
            "url_v1": sim.url_v1,
            "gateway_url": sim.gateway_url,
            "company": sim.company.name,
            "records": {name: len(table.rows) for name, table in sim.company.tables.items() if table.rows},
            "requests": len(sim.requests),
            "logins": sim.sessions.asked,
            "sessions": len(sim.sessions.open),
            "posted": len(sim.webhooks.made),
        },
    }
