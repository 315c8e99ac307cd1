"""The login to SAP Gateway (ECC, S/4): name and password with each call, and a token that is fetched before the first write
(docs/protocols/sap.md: Dialects)."""

from __future__ import annotations

import base64
import re
import threading
from collections.abc import Callable, Mapping
from functools import partial

from app.connectors.base import ConnectionSettings
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call, Client
from app.connectors.odata.dialect import GATEWAY
from app.connectors.sap import errors
from app.connectors.sap.errors import Doing
from app.model.cancel import CancelToken

_COOKIE = re.compile(r"(?:^|,)\s*([\w.~-]+)=([^;,\s]*)")


class GatewayLogin:
    """One connection's. Safe to use from several threads."""

    version = ""

    def __init__(self, client: Client, settings: ConnectionSettings) -> None:
        self._client = client
        pair = f"{settings.auth.get('username') or ''}:{settings.auth.get('password') or ''}"
        self._basic = {"Authorization": f"Basic {base64.b64encode(pair.encode()).decode()}"}
        self._lock = threading.Lock()
        self._token: dict[str, str] = {}

    def proof(self, cancel: CancelToken, *, write: bool) -> Mapping[str, str]:
        """The password's header; of a write the token's, and of the cookies that belong to it, too."""
        if not write:
            return self._basic
        with self._lock:
            if not self._token:
                self._token = self._fetched(cancel)
            return self._basic | self._token

    def note(self, answer: Answer) -> None:
        """It tells nothing new."""

    def drop(self, proof: Mapping[str, str]) -> None:
        with self._lock:
            if proof.get("X-CSRF-Token") == self._token.get("X-CSRF-Token"):
                self._token = {}

    def forget_refusal(self) -> None:
        """Nothing is kept of one."""

    def end(self, _farewell: Callable[[], Client]) -> None:
        """It holds nothing for us."""

    def _fetched(self, cancel: CancelToken) -> dict[str, str]:
        call = Call("GET", "", headers={**self._basic, "X-CSRF-Token": "Fetch"})
        answer = self._client.read(call, cancel, judge=partial(errors.judge, doing=Doing.READ, dialect=GATEWAY))
        cookies = "; ".join(f"{name}={value}" for name, value in _COOKIE.findall(answer.headers.get("set-cookie", "")))
        return {"X-CSRF-Token": answer.headers.get("x-csrf-token", ""), "Cookie": cookies}
