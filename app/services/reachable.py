"""Who listens on a port of this machine."""

from __future__ import annotations

import http.client
import json
import os
import socket
import ssl
from contextlib import closing
from dataclasses import dataclass, replace

#: Names for every address of the machine at once: nobody can be called by them everywhere.
_EVERY = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "::": "::1"}


def who_listens(host: str, port: int, timeout: float = 2.0) -> str:
    """``free``, ``ours`` (a SalesMate Sync answers there, with TLS or without) or ``other``."""
    host = _EVERY.get(host, host)
    try:
        plain = http.client.HTTPConnection(host, port, timeout=timeout)
        if _is_ours(plain) or _is_ours(http.client.HTTPSConnection(host, port, timeout=timeout, context=_unproven())):
            return "ours"
    except ConnectionRefusedError:
        return "free"
    except OSError:
        return "other"
    return "other"


def _is_ours(connection: http.client.HTTPConnection) -> bool:
    """Raises ``OSError`` when nobody took the call."""
    with closing(connection):
        connection.connect()
        try:
            connection.request("GET", "/health")
            answer = json.loads(connection.getresponse().read(10_000))
        except (OSError, ValueError, http.client.HTTPException):
            return False
    return isinstance(answer, dict) and answer.get("status") == "ok" and "version" in answer


def certificate_shown(host: str, port: int, timeout: float = 2.0) -> bytes | None:
    """The certificate (DER) that a server shows; ``None`` when it shows none."""
    host = _EVERY.get(host, host)
    try:
        with (
            socket.create_connection((host, port), timeout=timeout) as plain,
            _unproven().wrap_socket(plain, server_hostname=host) as shown,
        ):
            return shown.getpeercert(binary_form=True)
    except OSError:
        return None


def _unproven() -> ssl.SSLContext:
    """Nothing secret is sent, and whatever answers is looked at, an expired certificate too."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@dataclass(frozen=True)
class PortUser:
    """A program that listens. ``ours``: it is a SalesMate Sync; ``name`` is empty and ``pid`` ``None`` where the system does
    not tell (a program of another user)."""

    name: str
    pid: int | None
    ours: bool

    def __str__(self) -> str:
        name = "another SalesMate Sync" if self.ours else self.name or "another program"
        return name if self.pid is None else f"{name} (process {self.pid})"


def port_user(host: str, port: int) -> PortUser:
    """Who keeps a port that could not be had, asked there as well."""
    return replace(port_keeper(host, port), ours=who_listens(host, port) == "ours")


def port_keeper(host: str, port: int) -> PortUser:
    """The same as far as this computer tells; nothing is sent there."""
    import psutil

    pid: int | None = None
    name, near = "", {host, *_EVERY}
    try:
        for one in psutil.net_connections("tcp"):
            if one.status == psutil.CONN_LISTEN and one.laddr and one.laddr[1] == port and one.laddr[0] in near:
                pid = one.pid
                break
        name = psutil.Process(pid).name() if pid is not None else ""
    except (psutil.Error, OSError):
        pass
    return PortUser(name, pid, pid == os.getpid())


def free_port(host: str, after: int) -> int | None:
    """A port that nobody uses now, looked for just above ``after``."""
    for port in range(after + 1, min(after + 50, 65_536)):
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            try:
                probe.bind((host, port))
            except OSError:
                continue
            return port
    return None
