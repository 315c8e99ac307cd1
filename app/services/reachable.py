"""Who listens on a port of this machine."""

from __future__ import annotations

import http.client
import json
import socket


def who_listens(host: str, port: int, timeout: float = 2.0) -> str:
    """``free``, ``ours`` (a SalesMate Sync answers there) or ``other``."""
    connection = http.client.HTTPConnection(host, port, timeout=timeout)
    try:
        connection.request("GET", "/health")
        answer = json.loads(connection.getresponse().read(10_000))
        return "ours" if isinstance(answer, dict) and answer.get("status") == "ok" and "version" in answer else "other"
    except ConnectionRefusedError:
        return "free"
    except (OSError, ValueError, http.client.HTTPException):
        return "other"
    finally:
        connection.close()


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
