"""Looking at a definition, and trying single calls of it, for whoever writes one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.custom.client import AUTH_TYPES
from app.connectors.custom.connector import CustomConnector
from app.connectors.custom.definition import ListCall
from app.connectors.custom.learning import learned
from app.connectors.custom.loading import faults_of, load, parts_of
from app.connectors.custom.sense import calls_of
from app.connectors.custom.source import Source
from app.connectors.definitions import Fault, Learned, Trial
from app.connectors.http.answers import Answer
from app.connectors.http.client import Call
from app.model.cancel import CancelToken
from app.model.errors import ConnectorError, InvalidInput

_LONGEST = 20_000
_SECRETS = ("api_key", "password", "client_secret", "refresh_token")
_SHOWN_HEADERS = frozenset({"content-type", "etag", "last-modified", "link", "location", "date", "retry-after"})
_WRITES = frozenset({"create", "update", "delete"})


class Workshop:
    """As :class:`app.connectors.definitions.Definitions`."""

    def check(self, text: str) -> Sequence[Fault]:
        return faults_of(text)

    def parts(self, text: str) -> Mapping[str, Any]:
        return parts_of(text)

    def login(self, text: str) -> str:
        return AUTH_TYPES[load(text).authentication.type]

    def resources(self, text: str) -> Mapping[str, Sequence[str]]:
        return {name: list(calls_of(one)) for name, one in load(text).resources.items()}

    def attempt(
        self,
        settings: ConnectionSettings,
        ports: ConnectorPorts,
        resource: str,
        call: str,
        given: Mapping[str, Any],
        cancel: CancelToken,
    ) -> Trial:
        went: list[tuple[Call, Answer | None]] = []
        connector = CustomConnector(settings, ports, seen=lambda call, answer: went.append((call, answer)))
        try:
            source = connector.source(resource, None, cancel)
            asked = calls_of(source.resource).get(call)
            if asked is None:
                raise InvalidInput(f"“{resource}” has no call “{call}”.", field="call")
            sent = source.calls.made(call, asked, {"record": {}, **given})
            found, trouble = "", None
            try:
                if isinstance(asked, ListCall):
                    found = _of_list(source, asked, sent, call)
                else:
                    send = connector.system.write if call in _WRITES else connector.system.read
                    found = _of_one(send(call, sent, cancel))
            except ConnectorError as error:
                trouble = error
            last = went[-1] if went else (sent, None)
            return _trial(connector, settings, *last, found, trouble)
        finally:
            connector.close()

    def learn(
        self, settings: ConnectionSettings, ports: ConnectorPorts, resource: str, cancel: CancelToken
    ) -> Sequence[Learned]:
        connector = CustomConnector(settings, ports)
        try:
            return learned(connector.seen(resource, cancel))
        finally:
            connector.close()


def _of_list(source: Source, listed: ListCall, call: Call, name: str) -> str:
    sheet = next(source.walk(listed, call, name=name))
    if not sheet.rows:
        return "The list is empty."
    first = source.reader.read(source.living(sheet.rows)[0])
    more = "There is another page." if sheet.next else "That is all there is."
    return f"{len(sheet.rows)} records; the first is “{first.label}” with the id {first.id}. {more}"


def _of_one(answer: Answer) -> str:
    return "It was done." if answer.status == 204 else f"The answer came (status {answer.status})."


def _trial(
    connector: CustomConnector,
    settings: ConnectionSettings,
    call: Call,
    answer: Answer | None,
    found: str,
    trouble: ConnectorError | None,
) -> Trial:
    """Without what proves who we are, wherever it stands."""
    base = connector.system.base_url.rstrip("/")
    query = f"?{urlencode(call.params)}" if call.params else ""
    told = {name: value for name, value in answer.headers.items() if _is_shown(name)} if answer else {}
    return Trial(
        call.method,
        f"{base}/{call.path.lstrip('/')}{query}",
        call.headers,
        (call.body or b"").decode(),
        answer.status if answer else 0,
        told,
        _hidden(answer.text, settings)[:_LONGEST] if answer else "",
        found,
        trouble.message if trouble else "",
        trouble.hint if trouble else "",
    )


def _is_shown(name: str) -> bool:
    return name in _SHOWN_HEADERS or name.startswith(("x-", "next", "total"))


def _hidden(text: str, settings: ConnectionSettings) -> str:
    for name in _SECRETS:
        secret = str(settings.auth.get(name) or "")
        if len(secret) > 3:
            text = text.replace(secret, "•••")
    return text
