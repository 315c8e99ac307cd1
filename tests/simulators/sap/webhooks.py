"""Event subscriptions: their handshake, and what is posted to their addresses, in batches and signed."""

from __future__ import annotations

import base64
import hashlib
import hmac
import queue
import secrets
import ssl
import threading
import urllib.error
import urllib.request
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson

from tests.simulators.sap.company import Company, Key
from tests.simulators.sap.problems import Refused
from tests.simulators.sap.schema import DOCUMENTS, ENTITIES, Entity
from tests.simulators.sap.values import Row
from tests.simulators.web import Answer

_ALGORITHMS = {"hmacsha256": hashlib.sha256, "hmacsha384": hashlib.sha384, "hmacsha512": hashlib.sha512}
_MOST = 16
_PATIENCE = 3.0
_EVENTS = {
    **dict.fromkeys(DOCUMENTS, "Created,Updated,Deleted,Closed,Cancelled,Reopened"),
    **dict.fromkeys(("BusinessPartners", "Items", "SalesOpportunities"), "Created,Updated,Deleted"),
    "IncomingPayments": "Created,Updated,Cancelled",
}


@dataclass
class Delivery:
    """One try: ``told`` is the status, or why there is none."""

    url: str
    body: bytes
    headers: dict[str, str]
    told: int | str


class Webhooks:
    """``available``: the release has them; ``enabled``: the company has. With ``held`` events wait for :meth:`flush`, which posts
    them in one body. ``encoding`` of signatures: ``hex`` or ``base64``. ``duplicates``: how often each body is posted
    besides; ``pace``: of the waits between tries. ``tunnels``: what begins with an address of the Internet is brought to one
    of this machine."""

    def __init__(self, company: Company) -> None:
        self.available = True
        self.enabled = False
        self.held = False
        self.encoding = "hex"
        self.duplicates = 0
        self.pace = 0.0
        self.tries, self.interval = 3, 2.0
        self.tunnels: dict[str, str] = {}
        self.made: list[Delivery] = []
        self.handshakes: list[Delivery] = []
        self._company = company
        self._waiting: list[tuple[str, Row]] = []
        self._calls: queue.Queue[tuple[str, bytes] | None] = queue.Queue()
        self._worker: threading.Thread | None = None
        self._stopping = threading.Event()
        company.changed.append(self._changed)

    def has(self, entity: Entity) -> bool:
        return self.available or entity.set != "EventSubscriptions"

    # --- settings ------------------------------------------------------------------------------------------------------

    def service(self, method: str, call: str, body: bytes) -> Answer:
        if call == "EventSubscriptionsService_GetEventCatalog" and self.available:
            told = [
                {"BusinessObject": name, "ObjectType": ENTITIES[name].object_code, "TransactionTypes": types}
                for name, types in _EVENTS.items()
            ]
            return Answer(200, {"Version": "1.0", "Description": "SAP Business One Event Catalog", "value": told})
        if call == "CompanyService_GetAdminInfo":
            more = (
                {"EnableWebhook": "tYES" if self.enabled else "tNO", "MaxNumberOfWebHooks": _MOST}
                if self.available
                else {}
            )
            return Answer(
                200, {"CompanyName": "Demo Traders Overseas", "LocalCurrency": self._company.local_currency, **more}
            )
        if call == "CompanyService_UpdateAdminInfo" and method == "POST":
            said = orjson.loads(body or b"{}").get("AdminInfo", {})
            if "EnableWebhook" in said:
                if not self.available:
                    raise Refused(-1000, "Property 'EnableWebhook' of 'AdminInfo' is invalid")
                self.enabled = said["EnableWebhook"] == "tYES"
            return Answer(204)
        raise Refused(200)

    def check(self, sent: Row) -> None:
        """Raises the refusal of a subscription that can't be; shakes hands when it wants that."""
        rows = self._company.tables["EventSubscriptions"].rows.values()
        url, kind = str(sent.get("WebhookURL", "")), sent.get("AuthenticationType", "HMAC")
        events = sent.get("EventCollection") or []
        if not url.startswith("https://"):
            raise Refused(-5002, "WebhookURL must use HTTPS")
        if any(row["WebhookURL"] == url for row in rows):
            raise Refused(-5002, "WebhookURL must be unique")
        if len(rows) >= _MOST:
            raise Refused(-5002, "The maximum number of webhooks is reached")
        if not events or any(one.get("TransactionType") not in _types(one.get("BusinessObject")) for one in events):
            raise Refused(-5002, "Event is unknown or missing  [AEVC1]")
        if kind not in {"None", "Basic", "HMAC", "OAuth"} or (kind != "None" and not sent.get("AuthenticationCred")):
            raise Refused(-5002, "AuthenticationCred is missing")
        if sent.get("Handshake", "tYES") == "tYES":
            self._shake(sent)

    def act(self, key: Key, action: str) -> None:
        entity = ENTITIES["EventSubscriptions"]
        row = self._company.row(entity, key)
        if action in {"Resume", "Handshake"} and (action == "Handshake" or row["Handshake"] == "tYES"):
            self._shake(row)
        if action in {"Resume", "Pause"}:
            self._state(str(key), "Active" if action == "Resume" else "Inactive")
        elif action != "Handshake":
            raise Refused(200)

    def _shake(self, row: Row) -> None:
        token = secrets.token_hex(16)
        headers = {"X-B1-Webhook-Token": token, **self._proof({"AuthenticationType": "HMAC", **row}, token.encode())}
        told, body = _sent(self._reached_at(row["WebhookURL"]), None, headers)
        self.handshakes.append(Delivery(row["WebhookURL"], body, headers, told))
        try:
            answered = orjson.loads(body).get("Challenge")
        except (ValueError, AttributeError):
            answered = None
        if told != 200 or answered != token:
            raise Refused(-5002, f"Handshake failed for webhook '{row['WebhookID']}'")

    # --- events --------------------------------------------------------------------------------------------------------

    def _changed(self, entity: Entity, operation: str, key: Key) -> None:
        if not (self.enabled and self.available):
            return
        event = self.event(entity, operation, key)
        for row in self._company.tables["EventSubscriptions"].rows.values():
            wanted = {(one["BusinessObject"], one["TransactionType"]) for one in row["EventCollection"]}
            if (entity.set, operation) in wanted and row["State"] != "Inactive":
                self._waiting.append((row["WebhookID"], event))
        if not self.held:
            self.flush()

    def event(self, entity: Entity, operation: str, key: Key) -> Row:
        """Nothing but the key, and that as a text."""
        at = self._company.clock().isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return {
            "id": str(uuid.uuid4()),
            "specversion": "1.0",
            "source": f"/default/sap.b1/{self._company.name}",
            "type": f"sap.b1.{entity.set}.{operation}.v1",
            "subject": str(key),
            "time": at,
            "datacontenttype": "application/json",
            "data": {entity.key: str(key)},
        }

    def flush(self) -> None:
        """Post what waits: one body for each subscription."""
        waiting, self._waiting = self._waiting, []
        for webhook in dict.fromkeys(id for id, _ in waiting):
            self.post(webhook, [event for id, event in waiting if id == webhook])

    def post(self, webhook: str, events: Iterable[Row]) -> None:
        if self._worker is None:
            self._stopping.clear()
            self._worker = threading.Thread(target=self._work, name="sap-webhooks", daemon=True)
            self._worker.start()
        body = orjson.dumps(list(events))
        for _ in range(1 + self.duplicates):
            self._calls.put((webhook, body))

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            self._deliver(*call)
            self._calls.task_done()
        self._calls.task_done()

    def _deliver(self, webhook: str, body: bytes) -> None:
        row = self._company.tables["EventSubscriptions"].rows.get(webhook)
        if row is None:
            return
        headers = {"Content-Type": "application/json", **self._proof(row, body)}
        for _ in range(1 + self.tries):
            told, _body = _sent(self._reached_at(row["WebhookURL"]), body, headers)
            self.made.append(Delivery(row["WebhookURL"], body, headers, told))
            if isinstance(told, int) and told < 300:
                self._state(webhook, "Active")
                return
            self._state(webhook, "Exceptional")
            if self._stopping.wait(self.interval * self.pace):
                return
        self._state(webhook, "Inactive")

    def _state(self, webhook: str, state: str) -> None:
        with self._company.lock:
            rows = self._company.tables["EventSubscriptions"].rows
            if webhook in rows:
                rows[webhook] = {**rows[webhook], "State": state}

    def _proof(self, row: Row, message: bytes) -> dict[str, str]:
        kind, told = row["AuthenticationType"], row.get("AuthenticationCred")
        if kind == "None":
            return {}
        cred: dict[str, Any] = orjson.loads(told or b"{}")
        if kind == "Basic":
            pair = f"{cred['Username']}:{cred['Password']}".encode()
            return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
        digest = hmac.new(cred["Key"].encode(), message, _ALGORITHMS[cred["Algorithm"].lower()]).digest()
        return {"X-B1-Webhook-Signature": digest.hex() if self.encoding == "hex" else base64.b64encode(digest).decode()}

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


def _types(name: object) -> list[str]:
    return _EVENTS.get(str(name), "").split(",")


def _sent(address: str, body: bytes | None, headers: dict[str, str]) -> tuple[int | str, bytes]:
    request = urllib.request.Request(address, body, headers, method="GET" if body is None else "POST")
    trusting = ssl._create_unverified_context() if address.startswith("https") else None
    handlers: list[Any] = [urllib.request.ProxyHandler({})]
    if trusting is not None:
        handlers.append(urllib.request.HTTPSHandler(context=trusting))
    try:
        with urllib.request.build_opener(*handlers).open(request, timeout=_PATIENCE) as answer:
            return int(answer.status), answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return int(error.code), error.read()
    except (OSError, ValueError) as error:
        return str(error), b""
