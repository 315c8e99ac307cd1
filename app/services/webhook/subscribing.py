"""Asking other systems to send events, renewing that, and taking it back, for those with an API for it.

What a system was asked is known by the webhook's id there, too: a program that is ended between asking and noting it asks the same
again, and several programs on one hub ask for one and the same thing.
"""

from __future__ import annotations

import logging
import secrets as random
import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from app.connectors.base import ConnectorKind
from app.connectors.subscriptions import Subscription, Subscriptions, Wanted
from app.db.errors import backoff
from app.model.cancel import CancelToken
from app.model.clock import parse_stamp, stamp
from app.model.errors import AppError, AuthRequired, Cancelled, Conflicting, NotFound, RateLimited
from app.model.events import Changed, Noticed
from app.services.systems import title_of
from app.services.webhook.registration import END, Kept, Why, Wish, view_of, wish_of
from app.webhooks.verification import hash_token

if TYPE_CHECKING:
    from app.db.connections import Connection
    from app.db.webhooks import Webhook
    from app.services.parts import Parts
    from app.services.webhook.views import RegistrationView

log = logging.getLogger(__name__)

#: The name of the verification token in the store, for who registers with it.
TOKEN = "webhook_token"
#: The name of a webhook's secret in the store.
SECRET = "webhook_secret"
#: Renewed so often, and at the latest when three quarters of its life are over: so is noticed what the system has forgotten.
_EVERY = timedelta(days=1)
#: However short a life the system gives it.
_SOONEST = timedelta(minutes=10)
_LONGEST_WAIT = timedelta(hours=1)
#: Another program on this hub is not to ask within that.
_CLAIMED = "webhooks.asked"
_GAP = timedelta(seconds=20)
#: Seconds for taking back what is deleted here.
_FAREWELL = 10.0
#: Webhooks of one page, and more than any connection has.
_PAGE, _MANY = 200, 1000


class Subscribing:
    """All of it blocks and is for threads that may wait for a network."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.stores.webhooks

    # --- looked at -----------------------------------------------------------------------------------------------

    def can(self, system: str) -> bool:
        """Can the system be asked to send events?"""
        return self._subscriptions(system) is not None

    def view(self, webhook: Webhook) -> RegistrationView | None:
        connection = self._parts.stores.connections.get(webhook.connection_id)
        if not self.can(connection.erp_system):
            return None
        return view_of(webhook, self._wish(webhook, connection), self._now())

    # --- by itself -----------------------------------------------------------------------------------------------

    def step(self, cancel: CancelToken) -> None:
        """Ask, renew and take back what is due. What fails is kept, and tried again."""
        for webhook in self._all():
            cancel.check()
            connection = self._parts.stores.connections.get(webhook.connection_id)
            subscriptions = self._subscriptions(connection.erp_system)
            if subscriptions is not None:
                self._tend(webhook, connection, subscriptions, cancel)

    def _tend(
        self, webhook: Webhook, connection: Connection, subscriptions: Subscriptions, cancel: CancelToken
    ) -> None:
        wish, kept, now = self._wish(webhook, connection), Kept.of(webhook), self._now()
        if isinstance(wish, Why) and wish.stays:
            return
        mark = wish.mark if isinstance(wish, Wish) else END
        if isinstance(wish, Why) and not kept.is_alive(now):
            if (done := Kept(stopped=kept.stopped)) != kept:
                self._keep(webhook.id, done)
            return
        if kept.mark == mark and kept.next_at > now:
            return
        if not self._claim(webhook.id):
            return
        if isinstance(wish, Wish):
            self._ask(webhook, connection, subscriptions, cancel)
        else:
            self._end(webhook, connection, subscriptions, cancel)

    # --- by a person ---------------------------------------------------------------------------------------------

    def register(self, webhook_id: str, cancel: CancelToken) -> None:
        """Ask now. Raises :class:`Conflicting` when it is not to be registered, and connector errors, which are kept, too."""
        webhook, connection, subscriptions = self._of(webhook_id)
        self._claim(webhook_id)
        self._keep(webhook_id, replace(Kept.of(webhook), stopped=False))
        webhook = self._store.get(webhook_id)
        wish = self._wish(webhook, connection)
        if isinstance(wish, Why):
            raise Conflicting(wish.message, hint=wish.hint, code="not_registrable")
        error = self._ask(webhook, connection, subscriptions, cancel)
        if error is not None:
            raise error

    def remove(self, webhook_id: str, cancel: CancelToken) -> None:
        """Take it back, and leave it so until :meth:`register`. What the system could not be told is tried again by itself."""
        webhook, connection, subscriptions = self._of(webhook_id)
        self._claim(webhook_id)
        self._keep(webhook_id, replace(Kept.of(webhook), stopped=True))
        webhook = self._store.get(webhook_id)
        if Kept.of(webhook).remote is not None:
            self._end(webhook, connection, subscriptions, cancel)

    # --- before something is deleted -----------------------------------------------------------------------------

    def leave(self, webhook: Webhook) -> None:
        """Before it is deleted: its system is told, as far as that takes no longer than a moment. If it can't be, that is said."""
        self._leave(self._parts.stores.connections.get(webhook.connection_id), [webhook])

    def leave_all(self, connection: Connection) -> None:
        """Before the connection is deleted."""
        self._leave(connection, self._store.list(connection_id=connection.id, limit=_MANY).items)

    def _leave(self, connection: Connection, webhooks: Sequence[Webhook]) -> None:
        alive = [kept for kept in map(Kept.of, webhooks) if kept.is_alive(self._now())]
        subscriptions = self._subscriptions(connection.erp_system)
        if not alive or subscriptions is None:
            return
        cancel = CancelToken()
        alarm = threading.Timer(_FAREWELL, cancel.cancel)
        alarm.daemon = True
        alarm.start()
        try:
            connector = self._parts.opener.open(connection)
            try:
                for kept in alive:
                    subscriptions.unsubscribe(connector, kept.remote or {}, cancel)
            finally:
                connector.close()
        except AppError as error:
            log.warning("a webhook's registration with %s was left there: %s", connection.erp_system, error.message)
            self._say_left(connection, max(kept.ends for kept in alive))
        finally:
            alarm.cancel()

    def _say_left(self, connection: Connection, ends: str) -> None:
        title = title_of(connection.erp_system)
        until = f" until {parse_stamp(ends).astimezone():%d %b %H:%M}" if ends else ""
        self._parts.bus.publish(
            Noticed(
                "warning",
                f"{connection.connection_name}: {title} was not told that its events are not wanted any more",
                f"{title} could not be reached. It may go on sending them{until}; they are refused. Nothing has to be done.",
                "webhooks",
            )
        )

    # --- asking --------------------------------------------------------------------------------------------------

    def _ask(
        self, webhook: Webhook, connection: Connection, subscriptions: Subscriptions, cancel: CancelToken
    ) -> AppError | None:
        """The error, when there was one; it is kept."""
        try:
            webhook, token = self._with_token(webhook)
            wish = self._wish(webhook, connection)
            if isinstance(wish, Why):
                return None
            secret = self._parts.secrets.get(webhook.id, SECRET)
            wanted = Wanted(webhook.id, wish.url, wish.modules, webhook.subscribed_events, token, secret)
            connector = self._parts.opener.open(connection)
            try:
                made = subscriptions.subscribe(connector, wanted, cancel)
                kept = self._kept(made, wish.mark)
                if not self._keep(webhook.id, kept, asked=True):
                    # Deleted, or taken back by a person, while it was asked.
                    subscriptions.unsubscribe(connector, made.remote, cancel)
            finally:
                connector.close()
        except Cancelled:
            raise
        except AppError as error:
            self._failed(webhook, connection, error)
            return error
        log.info("webhook %s is registered with %s until %s", webhook.id, connection.erp_system, kept.ends)
        return None

    def _kept(self, made: Subscription, mark: str) -> Kept:
        now = self._parts.clock()
        wait = _EVERY if made.ends is None else min(_EVERY, (made.ends - now) * 3 / 4)
        ends = "" if made.ends is None else stamp(made.ends)
        return Kept(dict(made.remote), ends, stamp(now + max(wait, _SOONEST)), mark)

    def _end(self, webhook: Webhook, connection: Connection, subscriptions: Subscriptions, cancel: CancelToken) -> None:
        kept = Kept.of(webhook)
        try:
            connector = self._parts.opener.open(connection)
            try:
                subscriptions.unsubscribe(connector, kept.remote or {}, cancel)
            finally:
                connector.close()
        except Cancelled:
            raise
        except AppError as error:
            title = title_of(connection.erp_system)
            failures = kept.failures + 1 if kept.mark == END else 1
            self._keep(
                webhook.id,
                replace(
                    kept,
                    mark=END,
                    failures=failures,
                    next_at=stamp(self._again_at(error, failures)),
                    message=f"{title} could not be told yet that its events are not wanted any more: {error.message}",
                    hint="It is told as soon as it can be reached.",
                ),
            )
        else:
            self._keep(webhook.id, Kept(stopped=kept.stopped))

    def _failed(self, webhook: Webhook, connection: Connection, error: AppError) -> None:
        before = Kept.of(webhook)
        wish = self._wish(webhook, connection)
        mark = wish.mark if isinstance(wish, Wish) else before.mark
        failures = before.failures + 1 if before.mark == mark else 1
        kept = replace(
            before,
            next_at=stamp(self._again_at(error, failures)),
            mark=mark,
            failures=failures,
            passes=error.retryable,
            message=error.message,
            hint=error.hint,
        )
        log.warning("webhook %s was not registered with %s: %s", webhook.id, connection.erp_system, error.message)
        known = isinstance(error, AuthRequired) or (before.is_told and failures > 1)
        if self._keep(webhook.id, kept, asked=True) and kept.is_told and not known:
            title = f"{connection.connection_name}: {title_of(connection.erp_system)} can't be asked to tell of changes"
            text = f"{error.message} Ordinary syncs find them. {error.hint}".strip()
            self._parts.bus.publish(Noticed("warning", title, text, "webhooks"))

    def _claim(self, webhook_id: str) -> bool:
        return self._parts.stores.settings.claim(_CLAIMED, webhook_id, self._parts.clock(), _GAP)

    def _again_at(self, error: AppError, failures: int) -> datetime:
        soonest = self._parts.clock() + min(backoff(failures), _LONGEST_WAIT)
        return max(soonest, error.until) if isinstance(error, RateLimited) else soonest

    # --- parts ---------------------------------------------------------------------------------------------------

    def keep_token(self, webhook_id: str, system: str, token: str) -> None:
        """For a system that can be asked: it is told the token, also when it is asked again."""
        if self.can(system):
            self._parts.secrets.put(webhook_id, TOKEN, token)

    def _with_token(self, webhook: Webhook) -> tuple[Webhook, str]:
        """Its verification token; a new one where it was not kept, as earlier versions did."""
        self._parts.check_secrets()
        with self._parts.db.write():
            webhook = self._store.get(webhook.id)
            token = self._parts.secrets.get(webhook.id, TOKEN)
            if token is None or hash_token(token) != webhook.verification_token:
                token = random.token_urlsafe(32)
                self._parts.secrets.put(webhook.id, TOKEN, token)
                webhook = self._store.update(webhook.id, verification_token=hash_token(token))
        self._parts.logs.redact.hide(token)
        return webhook, token

    def _keep(self, webhook_id: str, kept: Kept, *, asked: bool = False) -> bool:
        """``asked``: not when it was deleted, or taken back by a person, meanwhile."""
        with self._parts.db.write():
            try:
                present = self._store.get(webhook_id)
            except NotFound:
                return False
            if asked and Kept.of(present).stopped:
                return False
            self._store.keep_subscription(webhook_id, kept.stored())
        self._parts.bus.publish(Changed(frozenset({"webhooks"}), present.connection_id))
        return True

    def _all(self) -> Iterator[Webhook]:
        page = self._store.list(limit=_PAGE)
        yield from page.items
        while page.next_cursor is not None:
            page = self._store.list(limit=_PAGE, cursor=page.next_cursor)
            yield from page.items

    def _of(self, webhook_id: str) -> tuple[Webhook, Connection, Subscriptions]:
        webhook = self._store.get(webhook_id)
        connection = self._parts.stores.connections.get(webhook.connection_id)
        subscriptions = self._subscriptions(connection.erp_system)
        if subscriptions is None:
            raise Conflicting(
                f"{title_of(connection.erp_system)} can't be asked to send events.",
                hint="“How to set it up…” has the steps there.",
                code="not_registrable",
            )
        return webhook, connection, subscriptions

    def _wish(self, webhook: Webhook, connection: Connection) -> Wish | Why:
        return wish_of(webhook, connection, self._parts.stores.configs.list(connection_id=connection.id))

    def _subscriptions(self, system: str) -> Subscriptions | None:
        kind: ConnectorKind | None = self._parts.registry.get(system)
        return kind.subscriptions if kind is not None else None

    def _now(self) -> str:
        return stamp(self._parts.clock())
