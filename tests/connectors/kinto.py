"""A real Kinto on this machine, its records in memory: a server that nobody here wrote."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

USER, PASSWORD = "office", "secret-of-the-office"
_BUCKET = "/v1/buckets/office"
_START = "import sys; from kinto.__main__ import main; main(sys.argv[1:])"
_SETTINGS = """
[server:main]
use = egg:waitress#main
host = 127.0.0.1
port = {port}
threads = 4
[app:main]
use = egg:kinto
kinto.includes = kinto.plugins.flush
kinto.flush_endpoint_enabled = true
kinto.storage_backend = kinto.core.storage.memory
kinto.cache_backend = kinto.core.cache.memory
kinto.permission_backend = kinto.core.permission.memory
kinto.userid_hmac_secret = not-for-the-world
multiauth.policies = basicauth
kinto.bucket_create_principals = system.Authenticated
kinto.eos =
[loggers]
keys = root
[handlers]
keys = console
[formatters]
keys = plain
[logger_root]
level = ERROR
handlers = console
[handler_console]
class = StreamHandler
args = (sys.stderr,)
formatter = plain
[formatter_plain]
format = %(message)s
"""


class Kinto:
    """Its ``collections`` are empty after :meth:`reset`. What is done here is done as a person would, past our connector."""

    def __init__(self, port: int) -> None:
        self.port = port
        pair = b64encode(f"{USER}:{PASSWORD}".encode()).decode()
        self._headers = {"Authorization": f"Basic {pair}", "Content-Type": "application/json"}

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, None if body is None else json.dumps(body), self._headers)
            answer = connection.getresponse()
            read = answer.read()
            assert answer.status < 400, (method, path, answer.status, read)
            return json.loads(read) if read else None
        finally:
            connection.close()

    def reset(self, *collections: str) -> None:
        self.ask("POST", "/v1/__flush__")
        self.ask("PUT", _BUCKET, {})
        for name in collections:
            self.ask("PUT", f"{_BUCKET}/collections/{name}", {})

    def rows(self, collection: str) -> list[dict[str, Any]]:
        found = self.ask("GET", f"{_BUCKET}/collections/{collection}/records")
        return list(found["data"])

    def add(self, collection: str, **fields: Any) -> str:
        return str(self.ask("POST", f"{_BUCKET}/collections/{collection}/records", {"data": fields})["data"]["id"])

    def add_many(self, collection: str, rows: list[Mapping[str, Any]]) -> None:
        path = f"{_BUCKET}/collections/{collection}/records"
        for at in range(0, len(rows), 25):  # more than that it does not take
            requests = [{"method": "POST", "path": path, "body": {"data": row}} for row in rows[at : at + 25]]
            self.ask("POST", "/v1/batch", {"requests": requests})

    def change(self, collection: str, ident: str, **fields: Any) -> None:
        self.ask("PATCH", f"{_BUCKET}/collections/{collection}/records/{ident}", {"data": fields})

    def delete(self, collection: str, ident: str) -> None:
        self.ask("DELETE", f"{_BUCKET}/collections/{collection}/records/{ident}")


@contextmanager
def running(folder: Path) -> Iterator[Kinto]:
    """A Kinto in a process of its own, as long as it is needed."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = folder / "kinto.ini"
    settings.write_text(_SETTINGS.format(port=port), encoding="utf-8")
    command = [sys.executable, "-W", "ignore", "-c", _START, "start", "--ini", str(settings)]
    log = folder / "kinto.log"
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=out) as process:
        try:
            _wait(port, process, log)
            yield Kinto(port)
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        assert process.poll() is None, log.read_text(errors="replace")
        try:
            Kinto(port).ask("GET", "/v1/__heartbeat__")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text(errors="replace"))
