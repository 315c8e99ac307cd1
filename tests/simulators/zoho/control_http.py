"""The simulator's controls over HTTP, for one that runs as a program of its own.

``POST /METHOD`` with a JSON object of arguments calls that method of :class:`Control`; ``GET /requests``, ``/state`` and
``/violations`` tell what happened.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.simulators.zoho.people import people
from tests.simulators.zoho.simulator import SimulatedZoho

_SAME = (
    "add change delete purge restore rows one add_field grant kill_tokens revoke_all cut_next lose_next_write delay_next_write "
    "fail_next arrive start stop"
).split()
#: What can be set, and where it is.
_SETTINGS = {
    "slow": "",
    "watch_fires": "",
    "check_answers": "",
    "lag": "search",
    "mixed": "writing",
    "fail_next": "bulk",
    "own_writes": "watch",
    "may_create": "metadata",
    "unique_left": "metadata",
    "credits": "limits",
    "used": "limits",
    "at_once": "limits",
    "life": "accounts",
    "deny": "accounts",
    "api_domain": "accounts",
    "server": "accounts",
    "location": "accounts",
}


class Control:
    """What a test in another process may order. ``add``, ``change`` and ``add_field`` take the fields as arguments."""

    def __init__(self, sim: SimulatedZoho) -> None:
        self._sim = sim

    def method(self, name: str) -> Any:
        """``None`` for a name that there isn't."""
        return (
            getattr(self._sim, name) if name in _SAME else None if name[:1] in {"_", ""} else getattr(self, name, None)
        )

    def set(self, **values: Any) -> None:
        for name, value in values.items():
            part = _SETTINGS[name]
            setattr(getattr(self._sim, part) if part else self._sim, name, value)

    def clock_set(self, at: str) -> None:
        self._sim.clock.set(datetime.fromisoformat(at))

    def clock_advance(self, seconds: float) -> None:
        self._sim.clock.advance(seconds)

    def people(self, contacts: int, accounts: int | None = None) -> None:
        with self._sim.org.lock:
            people(self._sim.org, contacts, accounts)

    def forget_faults(self) -> None:
        self._sim.faults.forget()

    def clear(self) -> None:
        """Empty the log and the violations."""
        self._sim.requests.clear()
        self._sim.violations.clear()


def serve_control(sim: SimulatedZoho, port: int) -> ThreadingHTTPServer:
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


def _told(sim: SimulatedZoho) -> dict[str, Any]:
    return {
        "requests": lambda: {"requests": [asdict(entry) for entry in sim.requests]},
        "violations": lambda: {"violations": [asdict(one) for one in sim.violations], "checked": sim.spec is not None},
        "state": lambda: {
            "url": sim.url,
            "base_url": sim.base_url,
            "records": {name: len(table.records) for name, table in sim.org.tables.items() if table.records},
            "requests": len(sim.requests),
            "credits_used": sim.limits.used,
            "max_in_flight": sim.limits.max_in_flight,
            "too_many": sim.limits.refused,
            "tokens_given": sim.accounts.given,
            "tokens_refused": sim.accounts.refused,
            "channels": sorted(sim.watch.channels),
            "callbacks": len(sim.watch.made),
        },
    }
