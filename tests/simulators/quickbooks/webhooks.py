"""Webhooks: what is posted to the app's address, in either of the two formats, signed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import queue
import threading
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

import orjson

from tests.simulators.quickbooks.books import Books
from tests.simulators.quickbooks.entities import Entity

_PAST = {
    "Create": "created",
    "Update": "updated",
    "Delete": "deleted",
    "Merge": "merged",
    "Void": "voided",
    "Emailed": "emailed",
}
#: After a try that failed: seconds until the next, the last one again and again.
RETRIES = (10, 20, 30, 300, 1200, 7200, 14400, 21600)
_PATIENCE = 3.0


@dataclass(frozen=True)
class Event:
    """``number`` is the event's own, the same in a duplicate."""

    realm: str
    entity: str
    operation: str
    id: str
    at: datetime
    number: str


@dataclass
class Delivery:
    """One try: ``told`` is the status, or why there is none."""

    body: bytes
    headers: dict[str, str]
    told: int | str


class Webhooks:
    """``fires``: each change is posted to ``url``; with ``held`` changes wait for :meth:`flush`, which posts them in
    one body. ``format``: ``cloud`` (an array of CloudEvents) or ``legacy``. ``duplicates``: how often each body is
    posted besides. ``more``: events, of other companies say, that go along with the next body. ``pace``: of the
    waits between tries; ``tries``: at most. A body that isn't answered holds up the next. ``tunnels``: what begins
    with an address of the Internet is brought to one of this machine."""

    def __init__(self, books: Books) -> None:
        self.fires = False
        self.held = False
        self.url = ""
        self.verifier = "simulated-verifier-token"
        self.format = "cloud"
        self.duplicates = 0
        self.pace = 1.0
        self.tries = len(RETRIES)
        self.more: list[Event] = []
        self.tunnels: dict[str, str] = {}
        self.made: list[Delivery] = []
        self._books = books
        self._waiting: list[Event] = []
        self._numbers = itertools.count(1)
        self._calls: queue.Queue[bytes | None] = queue.Queue()
        self._worker: threading.Thread | None = None
        self._stopping = threading.Event()
        books.changed.append(self._changed)

    def event(self, entity: str, operation: str, id: str, realm: str = "") -> Event:
        """One that happens now, of this company unless another is named."""
        number = str(uuid.uuid5(uuid.NAMESPACE_URL, f"quickbooks-{next(self._numbers)}"))
        return Event(realm or self._books.realm, entity, operation, id, self._books.clock(), number)

    def _changed(self, entity: Entity, operation: str, id: str) -> None:
        if not self.fires:
            return
        event = self.event(entity.name, operation, id)
        if self.held:
            self._waiting.append(event)
        else:
            self.post([event])

    def flush(self) -> None:
        """Post what was held, in one body."""
        waiting, self._waiting = self._waiting, []
        if waiting or self.more:
            self.post(waiting)

    def post(self, events: Iterable[Event]) -> None:
        """These, with whatever goes along, as often as is set."""
        body = self.body([*events, *self.more])
        self.more = []
        if self._worker is None:
            self._stopping.clear()
            self._worker = threading.Thread(target=self._work, name="quickbooks-webhooks", daemon=True)
            self._worker.start()
        for _ in range(1 + self.duplicates):
            self._calls.put(body)

    def body(self, events: Iterable[Event]) -> bytes:
        if self.format == "legacy":
            return orjson.dumps({"eventNotifications": _legacy(list(events))})
        return orjson.dumps([_cloud(event) for event in events])

    def headers(self, body: bytes) -> dict[str, str]:
        digest = hmac.new(self.verifier.encode(), body, hashlib.sha256).digest()
        return {"Content-Type": "application/json", "intuit-signature": base64.b64encode(digest).decode()}

    def _work(self) -> None:
        while (body := self._calls.get()) is not None:
            self._deliver(body)
            self._calls.task_done()
        self._calls.task_done()

    def _deliver(self, body: bytes) -> None:
        for number in range(self.tries):
            headers = self.headers(body)
            told = _posted(self._reached_at(self.url), body, headers)
            self.made.append(Delivery(body, headers, told))
            # Intuit asks for a 200; whether another good answer will do isn't told.
            if told in range(200, 300) or self._stopping.wait(RETRIES[min(number, len(RETRIES) - 1)] * self.pace):
                return

    def _reached_at(self, address: str) -> str:
        end = next((one for one in self.tunnels if address.startswith(one)), "")
        return self.tunnels[end] + address.removeprefix(end) if end else address

    def settle(self) -> None:
        """Until everything that is due was posted."""
        self._calls.join()

    def stop(self) -> None:
        self._stopping.set()
        if self._worker is not None:
            self._calls.put(None)
            self._worker.join(10)
            self._worker = None


def _legacy(events: list[Event]) -> list[dict[str, object]]:
    return [
        {
            "realmId": realm,
            "dataChangeEvent": {
                "entities": [
                    {
                        "id": event.id,
                        "operation": event.operation,
                        "name": event.entity,
                        "lastUpdated": event.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                    }
                    for event in events
                    if event.realm == realm
                ]
            },
        }
        for realm in dict.fromkeys(event.realm for event in events)
    ]


def _cloud(event: Event) -> dict[str, object]:
    """The moment has nine digits behind the point."""
    return {
        "specversion": "1.0",
        "id": event.number,
        "source": "intuit.dsnBgbseACLLRZNxo2dfc4evmEJdxde58xeeYcZliOU=",
        "type": f"qbo.{event.entity.lower()}.{_PAST[event.operation]}.v1",
        "datacontenttype": "application/json",
        "time": f"{event.at:%Y-%m-%dT%H:%M:%S.%f}000Z",
        "intuitentityid": event.id,
        "intuitaccountid": event.realm,
        "data": {},
    }


def _posted(address: str, body: bytes, headers: dict[str, str]) -> int | str:
    request = urllib.request.Request(address, body, headers, method="POST")
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return int(error.code)
    except (OSError, ValueError) as error:
        return str(error)
