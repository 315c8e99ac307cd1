"""Monthly totals, hub beside ERP, and the documents that make the difference. Asked for by a person, never in the background:
it reads the ERP's books."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from app.connectors.base import BookedAmount, Connector, PeriodTotal
from app.db.leases import LeaseStore
from app.db.totals import AMOUNT, HubAmount, MonthSum, TotalsStore
from app.model.cancel import CancelToken
from app.model.entities import DEPENDENCY_ORDER
from app.model.errors import Conflicting, InvalidInput
from app.model.values import canonical_number
from app.services.systems import title_of
from app.services.views import AmountDifference, MonthTotal
from app.sync.turns import own_turn

if TYPE_CHECKING:
    from app.db.connections import Connection
    from app.services.parts import Parts

T = TypeVar("T")
#: Told as ``(months read, months in all, the month that is read)``; the month is empty while a run is waited for.
Told = Callable[[int, int, str], None]
MOST_MONTHS = 120
_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])").fullmatch
_NOTHING = (0, Decimal(0))


class Totals:
    """Raises :class:`NotFound` for an unknown id, :class:`InvalidInput` for months that are none, :class:`Conflicting` where
    there is nothing to compare, and connector errors."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._store = TotalsStore(parts.db)
        self._leases = LeaseStore(parts.db)

    def this_year(self) -> tuple[str, str]:
        """The months from the last 1 April to today's."""
        today = self._parts.clock().astimezone().date()
        return f"{today.year if today.month >= 4 else today.year - 1}-04", f"{today:%Y-%m}"

    def compare(
        self,
        connection_id: str,
        first: str | None = None,
        last: str | None = None,
        cancel: CancelToken | None = None,
        progress: Told = lambda done, total, month: None,
    ) -> list[MonthTotal]:
        """Both sides of every month from ``first`` to ``last`` (``YYYY-MM``; without them the year so far). Days before the
        first that is synced are left out on both sides. Waits until no run of the connection is under way."""
        connection = self._parts.stores.connections.get(connection_id)
        modules = self._modules_of(connection)
        usual_first, usual_last = self.this_year()
        months = _months(first or min(usual_first, last or usual_first), last or max(usual_last, first or usual_last))
        since = _since(connection)
        months = [month for month in months if month >= since[:7]]
        cancel, rows = cancel or CancelToken(), list[MonthTotal]()
        with self._reading(connection, cancel, lambda: progress(0, len(months), "")) as erp:
            for done, month in enumerate(months):
                progress(done, len(months), month)
                there = _told(connection, erp.month_totals, list(modules.values()), month, month, cancel)
                for entity, module in modules.items():
                    here = self._store.months(connection_id, entity, max(since, f"{month}-01"), f"{month}-31")
                    rows += _beside(entity, module, month, here, [one for one in there if one.module == module])
        progress(len(months), len(months), "")
        return rows

    def differences(
        self,
        connection_id: str,
        module: str,
        month: str,
        cancel: CancelToken | None = None,
        progress: Told = lambda done, total, month: None,
    ) -> list[AmountDifference]:
        """The documents of one module (or entity) and month that are not the same on both sides, by date."""
        connection = self._parts.stores.connections.get(connection_id)
        entity, module = _module_named(module, self._modules_of(connection))
        (month,) = _months(month, month)
        cancel, since = cancel or CancelToken(), _since(connection)
        with self._reading(connection, cancel, lambda: progress(0, 1, "")) as erp:
            progress(0, 1, month)
            there = _told(connection, erp.month_amounts, module, month, cancel)
            here = self._store.documents(connection_id, entity, max(since, f"{month}-01"), f"{month}-31")
        linked = {one.remote_id for one in here}
        elsewhere = self._store.by_remote_id(connection_id, entity, [one.id for one in there if one.id not in linked])
        found = list(_differences(entity, module, here, there, elsewhere))
        return sorted(found, key=lambda one: (one.here_date or one.there_date or "", one.label))

    # --- inside ------------------------------------------------------------------------------------------------

    def _modules_of(self, connection: Connection) -> Mapping[str, str]:
        """``{entity: module}`` of what can be compared: the documents that the connection syncs."""
        configs = self._parts.stores.configs.list(connection_id=connection.id, active=True)
        synced = {config.entity_type: config.remote_module for config in configs if config.entity_type in AMOUNT}
        found = {entity: synced[entity] for entity in DEPENDENCY_ORDER if entity in synced}
        if not found:
            raise Conflicting(
                f"{connection.connection_name} syncs no orders, invoices or payments: there are no totals to compare.",
                hint="Choose what it syncs in the connection's settings.",
                code="nothing_to_compare",
            )
        return found

    @contextmanager
    def _reading(self, connection: Connection, cancel: CancelToken, waits: Callable[[], None]) -> Iterator[Connector]:
        """The connection's ERP, with nothing else of ours talking to it, and its books the ones that we know."""
        with own_turn(self._leases, connection.id, cancel, waits):
            connector = self._parts.opener.open(connection)
            try:
                standing = connector.preflight(connection.books, cancel)
                for _, message, _ in standing.questions:
                    raise Conflicting(
                        f"{message} Totals of other books would mislead; nothing was compared.",
                        hint="Sync this connection: it asks about that. Compare again when it is answered.",
                        code="books_in_doubt",
                    )
                yield connector
            finally:
                connector.close()


def _told(connection: Connection, ask: Callable[..., list[T]], *given: Any) -> list[T]:
    try:
        return ask(*given)
    except NotImplementedError:
        text = f"This version can't ask {title_of(connection.erp_system)} for the totals of its months."
        raise Conflicting(text, hint="Compare a report of it with the records here.", code="no_totals") from None


def _module_named(name: str, modules: Mapping[str, str]) -> tuple[str, str]:
    """``(entity, module)``; both names are taken, the entity's first."""
    for entity, module in modules.items():
        if name.strip().lower() in (entity, module.lower()):
            return entity, module
    hint = f"Choose {', '.join(modules.values())}."
    raise InvalidInput(f"{name!r} is nothing that can be compared here.", field="module", hint=hint)


def _months(first: str, last: str) -> list[str]:
    """Every month from ``first`` to ``last``. Raises :class:`InvalidInput`."""
    for field, text in (("first", first), ("last", last)):
        if not _MONTH(text):
            raise InvalidInput(f"{text!r} is not a month.", field=field, hint="Write it as 2026-04.")
    low, high = (int(text[:4]) * 12 + int(text[5:]) - 1 for text in (first, last))
    if high < low:
        raise InvalidInput("The last month is before the first.", field="last")
    if high - low >= MOST_MONTHS:
        raise InvalidInput(f"At most {MOST_MONTHS} months are compared in one go.", field="first")
    return [f"{number // 12:04d}-{number % 12 + 1:02d}" for number in range(low, high + 1)]


def _since(connection: Connection) -> str:
    """The first day that is synced: what the settings say, and the first day of the books. Earlier documents may be here
    (from before the books were split) and can't be there."""
    days = (connection.auth_config.get("from_date"), (connection.books or {}).get("books_from"))
    return max((str(day)[:10] for day in days if day), default=date.min.isoformat())


def _beside(
    entity: str, module: str, month: str, here: Sequence[MonthSum], there: Sequence[PeriodTotal]
) -> Iterator[MonthTotal]:
    """A month's row of posted documents, and one of drafts where there are some."""
    ours = {(one.status, one.linked): (one.count, one.amount) for one in here if one.month == month}
    theirs = {one.status: (one.count, Decimal(one.amount)) for one in there if one.month == month}
    for status in ("posted", "draft"):
        mine, own = ours.get((status, True), _NOTHING), theirs.get(status, _NOTHING)
        alone = ours.get((status, False), _NOTHING)
        if status == "posted" or mine[0] or own[0] or alone[0]:
            yield MonthTotal(
                entity=entity,
                module=module,
                month=month,
                status=status,
                here_count=mine[0],
                here_amount=_money(mine[1]),
                there_count=own[0],
                there_amount=_money(own[1]),
                difference=_money(mine[1] - own[1]),
                unlinked_count=alone[0],
                unlinked_amount=_money(alone[1]),
            )


def _differences(
    entity: str,
    module: str,
    here: Sequence[HubAmount],
    there: Sequence[BookedAmount],
    elsewhere: Mapping[str, HubAmount],
) -> Iterator[AmountDifference]:
    booked = {one.id: one for one in there}
    for one in here:
        own = booked.pop(one.remote_id, None) if one.remote_id is not None else None
        kind = _kind(one, own)
        if kind:
            yield _difference(kind, entity, module, one, own)
    for own in booked.values():
        other = elsewhere.get(own.id)
        if own.status != "cancelled" or (other is not None and other.status != "cancelled"):
            yield _difference("month" if other is not None else "only_there", entity, module, other, own)


def _kind(here: HubAmount, there: BookedAmount | None) -> str:
    """What differs; empty where nothing does. What is cancelled counts on neither side, so it is not missed there."""
    if there is None:
        if here.status == "cancelled":
            return ""
        return "only_here" if here.remote_id is not None else "not_linked"
    if here.status != there.status:
        return "status"
    return "amount" if here.status != "cancelled" and here.amount != Decimal(there.amount) else ""


def _difference(
    kind: str, entity: str, module: str, here: HubAmount | None, there: BookedAmount | None
) -> AmountDifference:
    label = (here.label if here is not None else "") or (there.label if there is not None else "")
    return AmountDifference(
        kind=kind,
        entity=entity,
        module=module,
        label=label,
        local_id=here.id if here is not None else None,
        remote_id=there.id if there is not None else here.remote_id if here is not None else None,
        here_date=here.date if here is not None else None,
        here_amount=_money(here.amount) if here is not None else None,
        here_status=here.status if here is not None else None,
        there_date=there.date if there is not None else None,
        there_amount=_money(Decimal(there.amount)) if there is not None else None,
        there_status=there.status if there is not None else None,
    )


def _money(amount: Decimal) -> str:
    return canonical_number(amount, money=True)
