"""The simulator's controls over HTTP, for one that runs as a program of its own.

``POST /METHOD`` with a JSON object of arguments calls that method of :class:`Control`; ``GET /requests``, ``/state``
and ``/violations`` tell what happened.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.simulators.quickbooks.people import people
from tests.simulators.quickbooks.simulator import SimulatedQuickbooks
from tests.simulators.quickbooks.spec_check import SpecCheck

_SAME = (
    "add change deactivate delete void merge rows one grant kill_tokens revoke_all cut_next lose_next_write "
    "delay_next_write arrive fail_next refuse_next start stop clear"
).split()
#: Where what can be set is; the simulator itself has the others.
_PARTS = {
    "books": "closed_until lapsed marks_inactive nested own_numbers",
    "accounts": "life rolling hard grace each strict deny environment",
    "limits": "per_minute per_second at_once batches cap",
    "queries": "ids_as_text one_more",
    "changes": "most",
    "replays": "faults",
    "webhooks": "fires held url verifier format duplicates pace tries tunnels",
    "": "slow sign_in_shape throttle_shape faults_with_200 checks_spec check_answers",
}
_SETTINGS = {name: part for part, names in _PARTS.items() for name in names.split()}


class Control:
    """What a test in another process may order. ``add`` and ``change`` take the fields as arguments."""

    def __init__(self, sim: SimulatedQuickbooks) -> None:
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

    def clock_set(self, at: str) -> None:
        self._sim.clock.set(datetime.fromisoformat(at))

    def clock_advance(self, seconds: float) -> None:
        self._sim.clock.advance(seconds)

    def people(self, customers: int) -> None:
        with self._sim.books.lock:
            people(self._sim.books, customers)

    def forget_faults(self) -> None:
        self._sim.faults.forget()

    def post(self, events: list[dict[str, str]]) -> None:
        """Events in one body; each has ``entity``, ``operation``, ``id``, and ``realm`` when it is another company's."""
        self._sim.webhooks.post(self._sim.webhooks.event(**event) for event in events)

    def flush(self) -> None:
        self._sim.webhooks.flush()


def serve_control(sim: SimulatedQuickbooks, port: int) -> ThreadingHTTPServer:
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


def _told(sim: SimulatedQuickbooks) -> dict[str, Any]:
    return {
        "requests": lambda: {"requests": [asdict(entry) for entry in sim.requests]},
        "violations": lambda: {
            "violations": [asdict(one) for one in sim.violations],
            "checked": sim.checks_spec and SpecCheck.load() is not None,
        },
        "state": lambda: {
            "url": sim.url,
            "base_url": sim.base_url,
            "discovery_url": sim.discovery_url,
            "realm": sim.realm,
            "records": {name: len(table.records) for name, table in sim.books.tables.items() if table.records},
            "requests": len(sim.requests),
            "metered": sim.metered,
            "max_in_flight": sim.limits.max_in_flight,
            "too_many": sim.limits.refused,
            "replayed": sim.replays.count,
            "tokens_given": sim.accounts.given,
            "tokens_refused": sim.accounts.refused,
            "posted": len(sim.webhooks.made),
        },
    }
