"""Events a second through the whole listener, beside a bare uvicorn endpoint that makes one durable insert for each call.

Both serve from a process of their own, are sent the same bodies by the same senders, in turns.
"""

from __future__ import annotations

import asyncio
import json
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
SENDERS = 16
CALLS = 4_000
ROUNDS = 3


class Place(NamedTuple):
    """Where events are sent."""

    port: int
    path: str
    token: str


def serve_ours(folder: Path) -> None:
    import threading

    from app import bootstrap
    from app.services.options import ListenAt, Options

    app = bootstrap.start(Options(data_dir=folder, secrets="file"), schedule=False, listen=ListenAt(port=0))
    connection = app.services.connections.create(
        {"erp_system": "tally", "connection_name": "T", "auth_config": {"company": "C"}}
    )
    view, token = app.services.webhooks.create({"connection_id": connection.id})
    assert app.listener is not None
    print(app.listener.port, view.path, token, flush=True)
    threading.Event().wait()


def serve_bare(folder: Path) -> None:
    import socket

    import uvicorn

    folder.mkdir(parents=True, exist_ok=True)
    store = sqlite3.connect(folder / "bare.db", isolation_level=None)
    store.execute("PRAGMA journal_mode=WAL")
    store.execute("PRAGMA synchronous=FULL")
    store.execute("CREATE TABLE events (id INTEGER PRIMARY KEY, body TEXT)")

    async def endpoint(scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        body = (await receive())["body"]
        store.execute("INSERT INTO events (body) VALUES (?)", (body.decode(),))
        await send({"type": "http.response.start", "status": 202, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"{}"})

    bound = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    bound.bind(("127.0.0.1", 0))
    print(bound.getsockname()[1], "/", "-", flush=True)
    config = uvicorn.Config(endpoint, http="h11", loop="asyncio", lifespan="off", log_config=None, access_log=False)
    uvicorn.Server(config).run([bound])


async def post(place: Place, bodies: Iterable[bytes]) -> AsyncIterator[bytes]:
    """Sends events one after another over one connection; what each is answered. Raises what a connection can raise."""
    reader, writer = await asyncio.open_connection("127.0.0.1", place.port)
    try:
        for body in bodies:
            writer.write(
                f"POST {place.path} HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Verification-Token: {place.token}\r\n"
                f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
                + body
            )
            head = await reader.readuntil(b"\r\n\r\n")
            if not head.startswith(b"HTTP/1.1 202"):
                raise SystemExit(f"refused: {head!r}")
            length = next(line for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:"))
            yield await reader.readexactly(int(length.split(b":")[1]))
    finally:
        writer.close()


def event(remote_id: str, event_id: str) -> bytes:
    return json.dumps(
        {"event": "update", "entityType": "customer", "remoteId": remote_id, "eventId": event_id}
    ).encode()


async def _sender(place: Place, first: int) -> None:
    async for _ in post(place, (event(str(n), f"{time.time_ns()}") for n in range(first, CALLS, SENDERS))):
        pass


async def _burst(place: Place) -> float:
    began = time.perf_counter()
    await asyncio.gather(*(_sender(place, first) for first in range(SENDERS)))
    return CALLS / (time.perf_counter() - began)


def measure(folder: Path) -> tuple[float, float]:
    """``(ours, bare)`` calls a second: the middle one of several turns."""
    servers, places = [], []
    try:
        for kind in ("ours", "bare"):
            command = [sys.executable, "-m", "tests.bench.webhooks", kind, str(folder / kind)]
            server = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
            servers.append(server)
            assert server.stdout is not None
            port, path, token = server.stdout.readline().split()
            places.append(Place(int(port), path, token))
        turns = [[asyncio.run(_burst(place)) for place in places] for _ in range(ROUNDS)]
    finally:
        for server in servers:
            server.terminate()
            server.wait()
    ours, bare = (median(turn[n] for turn in turns) for n in (0, 1))
    return ours, bare


if __name__ == "__main__":
    if len(sys.argv) > 1:
        {"ours": serve_ours, "bare": serve_bare}[sys.argv[1]](Path(sys.argv[2]))
    else:
        with tempfile.TemporaryDirectory() as made:
            rates = measure(Path(made))
        print(f"ours {rates[0]:,.0f}/s, bare {rates[1]:,.0f}/s, ratio {rates[0] / rates[1]:.2f} (goal: at least 0.5)")
