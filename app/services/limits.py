"""The limits of the other systems: how much of each is used, and lowering them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.connectors.http.vendors import POLICIES
from app.model.clock import stamp
from app.model.errors import InvalidInput
from app.model.events import Changed
from app.model.limits import CONCURRENT, KINDS, WINDOWS, Bucket, Buckets
from app.services.systems import title_of

if TYPE_CHECKING:
    from app.db.connections import Connection
    from app.services.parts import Parts

_HIGHEST = 1_000_000_000


@dataclass(frozen=True)
class RateLimitView:
    """One kind of limit of a connection. ``window`` in seconds, ``None`` for ``concurrent``; ``vendor_limit`` is what the system
    allows as far as we know, ``limit`` what we keep to."""

    connection_id: str
    kind: str
    limit: int
    vendor_limit: int
    used: int
    window: int | None
    blocked_until: str | None


class RateLimits:
    """Raises :class:`NotFound` for an unknown connection."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = parts.stores.limits

    def list(self, connection_id: str | None = None) -> Sequence[RateLimitView]:
        """Of one connection or of all. Tally has none: it is asked one thing at a time."""
        connections = self._parts.stores.connections
        chosen = connections.list() if connection_id is None else [connections.get(connection_id)]
        now = int(self._parts.clock().timestamp() * 1000)
        return [view for connection in chosen for view in _views(connection, self._buckets(connection), now)]

    def change(
        self, connection_id: str, wanted: Mapping[str, int | None], *, by: str = "user"
    ) -> tuple[Sequence[RateLimitView], Sequence[str]]:
        """Set limits by kind; ``None`` goes back to the system's own. Answers all of the connection, and warnings: for a limit
        above what the system allows. Raises :class:`InvalidInput`; then nothing is changed."""
        connection = self._parts.stores.connections.get(connection_id)
        present = self._buckets(connection)
        for kind, limit in wanted.items():
            _check(connection, present, kind, limit)
        self._store.prepare(connection_id, {kind: bucket.vendor for kind, bucket in present.items()})

        def work(buckets: Buckets) -> None:
            for kind, limit in wanted.items():
                buckets[kind].limit = buckets[kind].vendor if limit is None else limit

        with self._parts.db.write():
            self._store.change(connection_id, work)
            self._parts.stores.audit.add(by, "limits", f"connection:{connection_id}", dict(wanted))
        self._parts.bus.publish(Changed(frozenset({"limits"}), connection_id))
        return self.list(connection_id), _warnings(connection, present, wanted)

    def _buckets(self, connection: Connection) -> Buckets:
        """As they are stored; before the first call, what the system's page says."""
        policy = POLICIES.get(connection.erp_system)
        usual = policy.limits if policy is not None else {}
        return self._store.look(connection.id) or {kind: Bucket(kind, most, most) for kind, most in usual.items()}


def _views(connection: Connection, buckets: Buckets, now: int) -> Sequence[RateLimitView]:
    blocked = next((one.blocked_until for one in buckets.values() if (one.blocked_until or 0) > now), None)
    return [
        RateLimitView(
            connection.id,
            kind,
            buckets[kind].limit,
            buckets[kind].vendor,
            buckets[kind].used(now),
            None if kind == CONCURRENT else WINDOWS[kind].seconds,
            stamp(datetime.fromtimestamp(blocked / 1000, UTC)) if blocked else None,
        )
        for kind in KINDS
        if kind in buckets
    ]


def _check(connection: Connection, present: Buckets, kind: str, limit: Any) -> None:
    if kind not in present:
        known = ", ".join(one for one in KINDS if one in present)
        raise InvalidInput(
            f"{title_of(connection.erp_system)} has no limit of the kind {kind!r}.",
            field="kind",
            hint=f"There is {known}." if known else "It is asked one thing at a time, without any limit.",
        )
    if limit is not None and not 1 <= limit <= _HIGHEST:
        raise InvalidInput("A limit is a whole number from 1 on.", field="limit")


def _warnings(connection: Connection, present: Buckets, wanted: Mapping[str, int | None]) -> Sequence[str]:
    title = title_of(connection.erp_system)
    return [
        f"{title} is known to allow {present[kind].vendor:,} ({kind.replace('_', ' ')}). Above that it may refuse calls "
        "and make the syncs wait."
        for kind, limit in wanted.items()
        if limit is not None and limit > present[kind].vendor
    ]
