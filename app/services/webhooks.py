"""Webhooks: registered here, and their events taken in, shown and put back. What comes of an event is
:mod:`app.services.webhook.work`'s."""

from __future__ import annotations

import logging
import secrets as random
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.db import webhook_lines
from app.db.sql import dump
from app.db.webhook_events import FAILED, Arrival, StoredEvent
from app.db.webhooks import Webhook
from app.model.cancel import CancelToken
from app.model.clock import monotonic
from app.model.errors import InvalidInput, NotFound
from app.model.events import Changed
from app.model.ids import is_id, new_id, new_ids
from app.services.cursors import check_cursor
from app.services.webhook.drafts import check_secret, checked
from app.services.webhook.renewing import Renewing
from app.services.webhook.subscribing import SECRET, TOKEN, Subscribing
from app.services.webhook.views import EventLine, EventView, WebhookView
from app.services.webhook.work import EventWork
from app.webhooks.events import BadEvent, Event, Origin, parse
from app.webhooks.kinds import KINDS
from app.webhooks.redaction import kept_body, kept_headers
from app.webhooks.verification import Keys, Scheme, challenge, hash_token, verify

if TYPE_CHECKING:
    from app.services.parts import Parts
    from app.services.runs import Runs

__all__ = ["Arrival", "BadEvent", "Hook", "Webhooks"]

log = logging.getLogger(__name__)

#: For so many seconds what was read of a webhook is good: another program on this hub may change it.
_FRESH = 5.0
#: Of a longer body is kept that there was one.
_LONGEST_KEPT = 256 * 1024
#: Where a system's own secret for events lies, when the webhook has none.
_VERIFIER = {"quickbooks": "webhook_verifier_token"}
#: Which of a connection's settings names the company whose events these should be.
_COMPANY = {"quickbooks": "realm_id", "sap": "company_db"}


@dataclass(frozen=True, slots=True)
class Hook:
    """What is needed to take in a webhook's events."""

    id: str
    scheme: Scheme
    keys: Keys
    origin: Origin


class Webhooks:
    """Raises :class:`NotFound` for an unknown id, :class:`InvalidInput` for what can't be used."""

    def __init__(self, parts: Parts, runs: Runs) -> None:
        self._parts = parts
        self._store = parts.stores.webhooks
        self._events = parts.stores.events
        self._hooks: dict[str, tuple[float, Hook]] = {}
        self._lock = threading.Lock()
        self.work = EventWork(parts, runs)
        self.subscribing = Subscribing(parts)
        self.renewing = Renewing(self.subscribing, parts.bus.subscribe)

    def prepare(self) -> None:
        """See that secrets can be kept: a keyring may ask its user, and no transaction waits for that."""
        self._parts.check_secrets()

    # --- registered ----------------------------------------------------------------------------------------------

    def create(self, draft: Mapping[str, Any]) -> tuple[WebhookView, str]:
        """A new webhook, and its verification token: it is shown now and never again. Keys as in the contract, in
        snake_case, and ``verification``."""
        connection = self._parts.stores.connections.get(str(draft.get("connection_id")))
        columns = {"verification": {"scheme": "auto"}, "subscribed_events": list(KINDS), **checked(draft)}
        columns.setdefault("tenant_id", connection.tenant_id)
        webhook_id, token, secret = new_id(), random.token_urlsafe(32), draft.get("webhook_secret") or None
        scheme = str(columns["verification"]["scheme"])
        check_secret(scheme, secret, has_other=scheme in _VERIFIER)
        if secret is not None or self.subscribing.can(connection.erp_system):
            self.prepare()
        with self._parts.db.write():
            made = self._store.create(
                webhook_id=webhook_id,
                connection_id=connection.id,
                verification_token=hash_token(token),
                **columns,
            )
            self._keep(webhook_id, secret)
            self.subscribing.keep_token(webhook_id, connection.erp_system, token)
        self._parts.logs.redact.hide(token)
        self._changed(made)
        return self._view(made), token

    def get(self, webhook_id: str) -> WebhookView:
        return self._view(self._store.get(webhook_id))

    def list(
        self,
        connection_id: str | None = None,
        tenant_id: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[Sequence[WebhookView], str | None]:
        """In the order they were made, and the next page's cursor."""
        check_cursor(cursor)
        page = self._store.list(connection_id=connection_id, tenant_id=tenant_id, limit=limit, cursor=cursor)
        return [self._view(one) for one in page.items], page.next_cursor

    def update(self, webhook_id: str, changes: Mapping[str, Any]) -> tuple[WebhookView, str | None]:
        """Change only what is sent; ``webhook_secret`` of ``None`` forgets it. With ``rotate_token`` there is a new token, shown
        now and never again; the old one is refused from now on."""
        present = self._store.get(webhook_id)
        if changes.get("connection_id") not in (None, present.connection_id):
            raise InvalidInput("A webhook stays with its connection.", field="connectionId", hint="Make a new one.")
        columns = checked(changes)
        scheme = str(columns.get("verification", present.verification).get("scheme"))
        secret = changes.get("webhook_secret") or None
        stays = "webhook_secret" not in changes and self._has_secret(webhook_id)
        check_secret(scheme, secret, has_other=stays or scheme in _VERIFIER)
        system = self._parts.stores.connections.get(present.connection_id).erp_system
        token = random.token_urlsafe(32) if changes.get("rotate_token") else None
        if secret is not None or (token is not None and self.subscribing.can(system)):
            self.prepare()
        if token is not None:
            self._parts.logs.redact.hide(token)
            columns["verification_token"] = hash_token(token)
        with self._parts.db.write():
            if "webhook_secret" in changes:
                self._parts.secrets.delete(webhook_id, SECRET)
            self._keep(webhook_id, secret)
            if token is not None:
                self.subscribing.keep_token(webhook_id, system, token)
            made = self._store.update(webhook_id, **columns)
        self._changed(made)
        return self._view(made), token

    def delete(self, webhook_id: str) -> None:
        """Remove it with its events; its system is told where it has an API for that, as far as it can be reached at once."""
        present = self._store.get(webhook_id)
        self.subscribing.leave(present)
        self._store.delete(webhook_id)
        self._changed(present)

    # --- registered with the other system, where that has an API for it --------------------------------------------

    def register(self, webhook_id: str, cancel: CancelToken | None = None) -> WebhookView:
        """Ask the system now to send its events; by itself that is done in a moment after each change, and renewed. Raises
        :class:`Conflicting` (``not_registrable``) and connector errors."""
        self.subscribing.register(webhook_id, cancel or CancelToken())
        return self.get(webhook_id)

    def unregister(self, webhook_id: str, cancel: CancelToken | None = None) -> WebhookView:
        """Take that back, and leave it so until :meth:`register`."""
        self.subscribing.remove(webhook_id, cancel or CancelToken())
        return self.get(webhook_id)

    # --- events coming in: the listener's fast path ---------------------------------------------------------------

    def known(self, webhook_id: str) -> Hook | None:
        """A webhook that was looked at a moment ago; ``None`` sends one to :meth:`hook`. Never waits."""
        found = self._hooks.get(webhook_id)
        return found[1] if found is not None and found[0] > monotonic() else None

    def hook(self, webhook_id: str) -> Hook:
        """Raises :class:`NotFound` also for one that is switched off: a stranger learns nothing."""
        if not is_id(webhook_id):
            raise _unknown()
        try:
            webhook = self._store.get(webhook_id)
        except NotFound:
            raise _unknown() from None
        if not webhook.is_active:
            raise _unknown()
        connection = self._parts.stores.connections.get(webhook.connection_id)
        system = connection.erp_system
        secret = self._parts.secrets.get(webhook_id, SECRET)
        if secret is None and system in _VERIFIER:
            secret = self._parts.secrets.get(connection.id, _VERIFIER[system])
        elif secret is None and system == "sap":
            secret = self._parts.secrets.get(webhook_id, TOKEN)  # what it was asked to sign with
        if secret is not None:
            self._parts.logs.redact.hide(secret)
        kind = self._parts.registry.get(system)
        form = kind.events(connection.auth_config) if kind is not None else None
        told = webhook.verification
        if form is not None and str(told.get("scheme", "auto")) == "auto":
            told = form.scheme
        names = ("header", "algorithm", "encoding")
        made = Hook(
            webhook_id,
            Scheme(str(told.get("scheme", "auto")), **{name: told[name] for name in names if told.get(name)}),
            Keys(webhook.verification_token, secret),
            Origin(
                webhook_id,
                system,
                str(connection.auth_config.get(_COMPANY.get(system, "")) or ""),
                form.told if form is not None else None,
            ),
        )
        with self._lock:
            self._hooks = {key: one for key, one in self._hooks.items() if one[0] > monotonic()}
            self._hooks[webhook_id] = (monotonic() + _FRESH, made)
        return made

    def handshake(self, hook: Hook, headers: Mapping[str, str]) -> str | None:
        """The text with which SAP's handshake is answered; ``None`` when it is none. Raises :class:`NotGenuine`."""
        return challenge(hook.keys, headers) if hook.origin.system == "sap" else None

    def accept(self, hook: Hook, headers: Sequence[tuple[str, str]], body: bytes) -> Sequence[Arrival]:
        """The events of a call, proved and read, to be given to :meth:`store`; those of other companies are their webhooks'.
        Names of headers in small letters. Raises :class:`NotGenuine` and :class:`BadEvent`."""
        by_name = dict(headers)
        verify(hook.origin.system, hook.scheme, hook.keys, by_name, body, time.time())
        events = self._placed(hook, by_name, body)
        kept = dump(kept_headers(headers, hook.scheme.header))
        return [
            Arrival(
                event_id,
                hook_id,
                event.key,
                event.type,
                event.module,
                event.remote_id,
                _kept(event.part, len(body) // len(events)),
                kept,
                event.timeless,
                event.ignored,
            )
            for event_id, (hook_id, event) in zip(new_ids(len(events)), events, strict=True)
        ]

    def _placed(self, hook: Hook, headers: Mapping[str, str], body: bytes) -> Sequence[tuple[str, Event]]:
        """The events, each with the webhook that it is for: a program has one address with QuickBooks, for all its companies."""
        placed = [(hook.id, event) for event in parse(hook.origin, headers, body)]
        foreign = {event.company for _, event in placed} - {""}
        for other in self._of_companies(hook, foreign) if foreign else ():
            theirs = parse(other.origin, headers, body)
            placed = [
                (other.id, their) if one[1].company == other.origin.company else one
                for one, their in zip(placed, theirs, strict=True)
            ]
        return placed

    def _of_companies(self, hook: Hook, companies: Collection[str]) -> Iterator[Hook]:
        """Webhooks of other connections, to these companies, whose events the same secret proves."""
        system = hook.origin.system
        for connection in self._parts.stores.connections.list(system=system):
            if connection.auth_config.get(_COMPANY[system]) in companies:
                for webhook in self._store.list(connection_id=connection.id).items:
                    other = self.known(webhook.id) or (self.hook(webhook.id) if webhook.is_active else None)
                    if other is not None and other.keys.secret and other.keys.secret == hook.keys.secret:
                        yield other
                        break

    def store(self, lots: Sequence[Sequence[Arrival]]) -> Sequence[Sequence[str] | None]:
        """Keep what came in with several calls, and see that it is worked off. On the disk when this returns. The ids of each
        call's events; ``None`` where the webhook was deleted meanwhile."""
        found = self._events.add(lots)
        self.work.wake()
        self._parts.bus.publish(Changed(frozenset({"webhooks"})))
        return found

    def receive(self, webhook_id: str, headers: Sequence[tuple[str, str]], body: bytes) -> Sequence[str]:
        """All of it in one: the ids of the stored events."""
        (found,) = self.store([self.accept(self.known(webhook_id) or self.hook(webhook_id), headers, body)])
        if found is None:
            raise _unknown()
        return found

    # --- looked at -----------------------------------------------------------------------------------------------

    def events(
        self,
        webhook_id: str | None = None,
        status: str | None = None,
        limit: int = 50,
        cursor: str | None = None,
    ) -> tuple[Sequence[EventView], str | None]:
        """The newest first, and the next page's cursor."""
        check_cursor(cursor)
        page = self._events.list(webhook_id=webhook_id, status=status, limit=limit, cursor=cursor)
        return [_event_view(one) for one in page.items], page.next_cursor

    def lines(
        self,
        webhook_id: str | None = None,
        status: str | None = None,
        limit: int = 100,
        cursor: str | None = None,
    ) -> tuple[Sequence[EventLine], str | None]:
        """As :meth:`events`, without bodies and headers, and with the records they are about."""
        check_cursor(cursor)
        page, about = webhook_lines.lines(
            self._parts.db, webhook_id=webhook_id, status=status, limit=limit, cursor=cursor
        )
        return [_line(one, about.get(one.id)) for one in page.items], page.next_cursor

    def last_received(self) -> Mapping[str, str]:
        """When each webhook got its newest event; those that got none are left out."""
        return webhook_lines.last_received(self._parts.db)

    def failed(self) -> int:
        """How many events could not be worked off."""
        return webhook_lines.count(self._parts.db, FAILED)

    def event(self, event_id: str) -> EventView:
        return _event_view(self._events.get(event_id))

    def replay(self, event_id: str) -> EventView:
        """Work an event off once more."""
        found = _event_view(self._events.replay(event_id))
        self.work.wake()
        self._parts.bus.publish(Changed(frozenset({"webhooks"})))
        return found

    # --- inside --------------------------------------------------------------------------------------------------

    def _keep(self, webhook_id: str, secret: str | None) -> None:
        if secret is not None:
            self._parts.logs.redact.hide(secret)
            self._parts.secrets.put(webhook_id, SECRET, secret)

    def _has_secret(self, webhook_id: str) -> bool:
        return self._parts.secrets.get(webhook_id, SECRET) is not None

    def _changed(self, webhook: Webhook) -> None:
        with self._lock:
            self._hooks.pop(webhook.id, None)
        self._parts.bus.publish(Changed(frozenset({"webhooks"}), webhook.connection_id))

    def _view(self, webhook: Webhook) -> WebhookView:
        return WebhookView(
            id=webhook.id,
            tenant_id=webhook.tenant_id,
            connection_id=webhook.connection_id,
            webhook_url=webhook.webhook_url,
            path=f"/api/erp/webhooks/{webhook.id}/receive",
            subscribed_events=tuple(webhook.subscribed_events),
            entity_types=tuple(webhook.entity_types),
            verification=webhook.verification,
            has_secret=self._has_secret(webhook.id),
            is_active=webhook.is_active,
            created_at=webhook.created_at,
            updated_at=webhook.updated_at,
            registration=self.subscribing.view(webhook),
        )


def _unknown() -> NotFound:
    """One text for all that a stranger can't send to."""
    return NotFound("There is no such webhook.")


def _kept(part: Any, size: int) -> str:
    return dump({"left_out": "too long to be kept", "size": size} if size > _LONGEST_KEPT else kept_body(part))


def _event_view(event: StoredEvent) -> EventView:
    names = EventView.__dataclass_fields__.keys() - {"log_id"}
    return EventView(**{name: getattr(event, name) for name in names}, log_id=event.run_id)


def _line(line: webhook_lines.Line, about: webhook_lines.About | None) -> EventLine:
    names = EventLine.__dataclass_fields__.keys() - {"log_id", "record_id", "label", "entity_type"}
    return EventLine(
        **{name: getattr(line, name) for name in names},
        log_id=line.run_id,
        entity_type=line.entity_type or (about.entity_type if about else None),
        record_id=about.record_id if about else None,
        label=about.label if about else "",
    )
