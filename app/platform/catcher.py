"""A tiny server on this computer's own address that waits for one browser to come back from a sign-in page."""

from __future__ import annotations

import html
import os
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import urlsplit

#: Takes the address that the browser came back to. Answers what to show, or ``None`` for an address that is not the one awaited.
Heard = Callable[[str], str | None]

_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>SalesMate Sync</title>
<body style="font-family:sans-serif;margin:4em auto;max-width:32em"><p>{}</p></body></html>"""
#: For how long a browser may take to send its request, in seconds.
_PATIENCE = 10.0


class Catcher:
    """Listens from the start on; ``port`` 0 takes a free one. Raises ``OSError`` when the port is taken."""

    def __init__(self, port: int, path: str, heard: Heard, *, seconds: float) -> None:
        lock = threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            timeout = _PATIENCE
            server_version, sys_version = "SalesMateSync", ""

            def do_GET(self) -> None:
                with lock:  # a browser may ask twice
                    shown = None if catcher.closed or urlsplit(self.path).path != path else heard(self.path)
                    if shown is not None:
                        catcher.closed = True
                body = _PAGE.format(html.escape(shown or "Nothing is waiting for this address.")).encode()
                self.send_response(404 if shown is None else 200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                self.send_header("Referrer-Policy", "no-referrer")
                self.send_header("Connection", "close")
                self.end_headers()
                self.wfile.write(body)
                if shown is not None:
                    catcher.close()

            def log_message(self, format: str, *args: Any) -> None:
                """The address holds a code."""

        catcher = self
        self.closed = False
        self._closing = threading.Lock()
        self._server = _Server(("127.0.0.1", port), Handler)
        self.port = int(self._server.server_address[1])
        self._timer = threading.Timer(seconds, self.close)
        self._timer.daemon = True
        self._timer.start()
        serve = self._server.serve_forever
        threading.Thread(target=serve, args=(0.1,), name="sign-in", daemon=True).start()

    def close(self) -> None:
        """Stop listening, at once: the port is free then, also for the second of two threads that close at the same time. Safe from
        the server's own threads."""
        self.closed = True
        self._timer.cancel()
        with self._closing:
            self._server.shutdown()
            self._server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name == "posix"  # elsewhere it means that two may share a port

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hung up."""
