"""``totals``: monthly totals, hub beside ERP, and the documents that make the difference."""

from __future__ import annotations

import json
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from types import FrameType

from app.cli.hub import hub
from app.cli.sync import print_table
from app.cli.terminal import say
from app.model.cancel import CancelToken
from app.model.entities import ENTITIES
from app.services.facade import Services
from app.services.names import camel
from app.services.options import Options
from app.services.views import AmountDifference, MonthTotal

EQUAL, DIFFERENT = 0, 1
_KINDS = {
    "only_here": "only here",
    "only_there": "only there",
    "month": "in another month here",
    "amount": "another amount",
    "status": "another status",
    "not_linked": "not there yet",
}
#: Differing documents that are printed; --json has them all.
_SHOWN = 50


def run_totals(options: Options, connection: str, first: str | None, last: str | None, *, as_json: bool) -> int:
    with hub(options) as app, _stopping() as cancel:
        services = app.services
        target = services.connections.named(connection)
        rows = services.totals.compare(target.id, first, last, cancel, _tell)
        differing = _differing(services, target.id, rows, cancel)
    if as_json:
        answer = {
            "connection": target.name,
            "totals": [_json(row) for row in rows],
            "differences": [_json(one) for one in differing],
        }
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2) + "\n")
    else:
        _print(rows, differing)
    return DIFFERENT if any(row.differs for row in rows) else EQUAL


def _differing(
    services: Services, connection_id: str, rows: Sequence[MonthTotal], cancel: CancelToken
) -> list[AmountDifference]:
    months = dict.fromkeys((row.module, row.month) for row in rows if row.differs)
    return [
        one for module, month in months for one in services.totals.differences(connection_id, module, month, cancel)
    ]


def _tell(done: int, total: int, month: str) -> None:
    if month:
        say(f"Reading {month} ({done + 1} of {total}) …")
    elif done < total:
        say("Another run of this connection is under way; waiting for its end …")


@contextmanager
def _stopping() -> Iterator[CancelToken]:
    """Ctrl-C or SIGTERM stops between two requests; the second time at once."""
    cancel = CancelToken()
    if threading.current_thread() is not threading.main_thread():
        yield cancel
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        if cancel.cancelled:
            raise KeyboardInterrupt
        # Not in the handler: it may have interrupted a thread that holds the lock the token needs.
        threading.Thread(target=cancel.cancel, name="cancel", daemon=True).start()

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield cancel
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _json(one: MonthTotal | AmountDifference) -> dict[str, object]:
    found = {camel(name): value for name, value in asdict(one).items()}
    return {**found, "differs": one.differs} if isinstance(one, MonthTotal) else found


def _print(rows: Sequence[MonthTotal], differing: Sequence[AmountDifference]) -> None:
    head = ("", "", "here", "amount", "there", "amount", "difference", "")
    print_table(head, [_row(row) for row in rows if row.here_count or row.there_count or row.unlinked_count])
    if not differing:
        sys.stdout.write("Both sides come to the same.\n" if not any(row.differs for row in rows) else "")
        return
    sys.stdout.write("What makes the difference:\n")
    for one in differing[:_SHOWN]:
        day, here, there = one.here_date or one.there_date or "", one.here_amount or "–", one.there_amount or "–"
        name = ENTITIES[one.entity].title
        sys.stdout.write(f"  {day}  {name} {one.label}: {_KINDS[one.kind]}; here {here}, there {there}\n")
    if len(differing) > _SHOWN:
        sys.stdout.write(f"  … and {len(differing) - _SHOWN} more (--json lists them all).\n")


def _row(row: MonthTotal) -> tuple[str, ...]:
    name = ENTITIES[row.entity].plural + (" (drafts)" if row.status == "draft" else "")
    mark = "≠" if row.differs else ""
    alone = f"{row.unlinked_count:,} here alone" if row.unlinked_count else ""
    return (
        f"{row.month}  {name}",
        mark,
        f"{row.here_count:,}",
        row.here_amount,
        f"{row.there_count:,}",
        row.there_amount,
        row.difference,
        alone,
    )
