"""The listener: uvicorn in a thread of its own, on a socket that is bound before anything is said."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
import ssl
import sys
import threading
from collections.abc import Callable
from typing import Any

from app.model.errors import Conflicting, InvalidInput
from app.model.hosts import is_loopback
from app.services.facade import Services
from app.services.options import ListenAt
from app.services.reachable import free_port, port_user

log = logging.getLogger(__name__)

_START_TIME = 20.0


class Listener:
    """``Listener(services, at, is_token).start()``; afterwards ``url`` tells where. Not restartable. ``is_token`` says whether
    what a call carries is the token."""

    def __init__(self, services: Services, at: ListenAt, is_token: Callable[[bytes], bool]) -> None:
        self._services = services
        self._at = at
        self._is_token = is_token
        self._server: Any = None
        self._thread: threading.Thread | None = None
        self._shell: Any = None
        self.url = ""
        self.port = 0

    @property
    def is_open(self) -> bool:
        """Can other machines reach it?"""
        return not is_loopback(self._at.host)

    @property
    def is_tls(self) -> bool:
        return self._at.certificate is not None

    def start(self) -> None:
        """Bind, then serve; returns when calls are answered. Raises :class:`Conflicting` (``port_in_use``) with another
        port to take, :class:`InvalidInput` for an address that is not this machine's or a certificate that can't be
        used."""
        bound = _bind(self._at.host, self._at.port)
        try:
            self._serve(bound)
        except BaseException:
            bound.close()
            raise
        self.port = bound.getsockname()[1]
        host = self._at.host
        scheme = "https" if self.is_tls else "http"
        self.url = f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.port}"
        log.info("listening on %s", self.url)

    def stop(self, timeout: float = 3.0) -> None:
        """Answer what waits, close, and wait for the thread at most ``timeout`` seconds."""
        if self._server is None or self._thread is None:
            return
        self._server.should_exit = True
        self._thread.join(timeout)
        if self._thread.is_alive():
            self._server.force_exit = True
            self._thread.join(0.5)

    def _serve(self, bound: socket.socket) -> None:
        import uvicorn

        from app.listener.api import make_app
        from app.listener.protocol import Protocol

        self._shell = make_app(self._services, is_token=self._is_token, hosts=_hosts(self._at.host))
        config = uvicorn.Config(
            self._shell,
            loop="asyncio",
            http=Protocol,
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_keep_alive=15,
            timeout_graceful_shutdown=2,
            h11_max_incomplete_event_size=64 * 1024,
            ssl_certfile=self._at.certificate,
            ssl_keyfile=self._at.key,
        )
        _protect(config)
        self._server = server = _server_class()(config, self._shell.let_go)
        self._thread = threading.Thread(target=server.run, args=([bound],), name="listener", daemon=True)
        self._thread.start()
        if not server.ready.wait(_START_TIME) or not server.started:
            server.should_exit = True
            raise Conflicting("The listener could not be started. The log has the details.", code="listener")


def _protect(config: Any) -> None:
    """Have TLS as it should be, whatever this system's OpenSSL allows by itself."""
    try:
        config.load()
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        log.warning("the certificate can't be used: %s", error)
        raise InvalidInput(
            "The certificate or its key can't be used.", field="tls_cert", hint="The log says why."
        ) from None
    if config.ssl is not None:
        config.ssl.minimum_version = ssl.TLSVersion.TLSv1_2


def _server_class() -> Any:
    import uvicorn

    class Server(uvicorn.Server):
        """Tells when it is ready, and lets waiting calls go before it shuts down."""

        def __init__(self, config: uvicorn.Config, let_go: Callable[[], None]) -> None:
            super().__init__(config)
            self.ready = threading.Event()
            self._let_go = let_go

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            try:
                await super().startup(sockets)
            finally:
                self.ready.set()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            self._let_go()
            await super().shutdown(sockets)

        def run(self, sockets: list[socket.socket] | None = None) -> None:
            try:
                asyncio.run(self.serve(sockets))
            except Exception:
                log.exception("the listener stopped")
            finally:
                self.ready.set()

    return Server


def _bind(host: str, port: int) -> socket.socket:
    if not 0 <= port <= 65_535:
        raise InvalidInput(f"{port} is not a port.", field="port", hint="Ports go from 1 to 65535.")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # Named as TCP, or asyncio leaves Nagle's delay on: 40 ms for each short answer.
    bound = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    if sys.platform != "win32":  # there it would let two programs share the port
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
        bound.listen(256)
    except OSError as error:
        bound.close()
        raise _cannot_bind(host, port, error) from None
    return bound


def _cannot_bind(host: str, port: int, error: OSError) -> Exception:
    if error.errno in {errno.EADDRINUSE, errno.EACCES} and port:
        other = free_port(host, max(port, 1023))
        taken = error.errno == errno.EADDRINUSE
        why = f"is in use by {port_user(host, port)}" if taken else "may not be used by this user"
        return Conflicting(
            f"Port {port} on {host} {why}.",
            hint=f"Take another one: --port {other}." if other else "Take another one with --port.",
            code="port_in_use",
            details={"port": port, "free": other},
        )
    return InvalidInput(
        f"{host} is not an address of this machine.", field="host", hint="Use 127.0.0.1 for this machine alone."
    )


def _hosts(bound_host: str) -> Callable[[str], bool]:
    """Which ``Host`` headers are ours. Bound to loopback only loopback names: a page on the Internet whose name was
    pointed here (DNS rebinding) still sends its own."""
    if not is_loopback(bound_host):
        return lambda host: True

    def ours(host: str) -> bool:
        name = host[: host.find("]") + 1] if host.startswith("[") else host.partition(":")[0]
        return is_loopback(name)

    return ours
