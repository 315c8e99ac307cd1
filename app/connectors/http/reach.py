"""Whether an address is reached, for somebody who sets up a proxy: what stands in the way, as one word."""

from __future__ import annotations

import socket
import ssl
from urllib.parse import urlsplit

import httpx

from app.connectors.http.client import tls_context
from app.model.cancel import CancelToken
from app.model.hosts import is_loopback

#: Seconds to connect, and for an answer.
_CONNECT, _SILENCE = 6.0, 12.0
_WANTS_LOGIN = 407


def reach(url: str, proxy: str, cancel: CancelToken) -> str:
    """``proxy`` as :class:`app.connectors.http.client.Client` takes it; ``url`` empty: only whether the proxy answers. The
    answer is an outcome of :class:`app.services.network.Tried`."""
    named = proxy not in {"", "none"}
    if named and not _answers(proxy):
        return "no_proxy"
    cancel.check()
    if not url:
        return "proxy_answers"
    loopback = is_loopback(urlsplit(url).hostname or "")
    try:
        with httpx.Client(
            verify=tls_context() if url.startswith("https:") else False,
            trust_env=not proxy and not loopback,
            proxy=proxy if named and not loopback else None,
            timeout=httpx.Timeout(_SILENCE, connect=_CONNECT),
        ) as client:
            status = client.head(url).status_code
    except httpx.ProxyError as error:
        # The only place where httpx tells it: "407 Proxy Authentication Required".
        return "proxy_login" if str(error).startswith(str(_WANTS_LOGIN)) else "proxy_refused"
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:  # a name that is none raises the latter two
        return "certificate" if _is_tls(error) else "unreachable"
    return "proxy_login" if status == _WANTS_LOGIN else "reached"


def _answers(proxy: str) -> bool:
    parts = urlsplit(proxy)
    try:
        with socket.create_connection((parts.hostname or "", parts.port or 0), _CONNECT):
            return True
    except (OSError, UnicodeError):
        return False


def _is_tls(error: BaseException | None) -> bool:
    while error is not None:
        if isinstance(error, ssl.SSLError):
            return True
        error = error.__cause__ or error.__context__
    return False
