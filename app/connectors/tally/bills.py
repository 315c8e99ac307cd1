"""Open bills: what is still due of each invoice (docs/protocols/tally.md: Balances).

The report names party and reference, never a voucher: what moved is told by the invoice's key, and whoever knows the key finds
the invoice. A company may have tens of thousands of open bills, so nothing but key and amount is kept of each.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.connectors.tally import requests, values
from app.connectors.tally.bill_rows import Bill
from app.connectors.tally.requests import Period
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import SALE
from app.connectors.tally.windows import period_around
from app.model.cancel import CancelToken
from app.model.records import RemoteRecord

_STATE = "open_bills"


class OpenBills:
    """Bills Receivable as it is now (``key → due``, scaled), beside what was told of it last (in the connector's state)."""

    def __init__(self, session: Session, roles: Roles, cancel: CancelToken) -> None:
        self._session = session
        self._roles = roles
        self._due: dict[str, int] = {}
        self._read(cancel)

    def _read(self, cancel: CancelToken) -> None:
        session = self._session
        period = Period(*period_around(session.first_day, max(session.today, session.last_day)))

        def read(bill: Bill) -> None:
            reference, party, amount = bill
            key = self._roles.bill_key(values.text(party) or "", values.text(reference) or "")
            self._due[key] = self._due.get(key, 0) - values.scaled(values.money(amount))

        session.client.ask(requests.open_bills(session.company.name, period), read, cancel)

    def note(self, record: RemoteRecord) -> None:
        """Give an invoice its BALANCEDUE: nothing, when its bill is not among the open ones."""
        assert isinstance(record.fields, dict)
        record.fields["BALANCEDUE"] = values.unscaled(self._due.get(record.key or "", 0))

    def moved(self) -> Iterator[RemoteRecord]:
        """Partial records, by key, of the invoices whose due amount is not what was told last."""
        told: dict[str, int] = self._session.load(_STATE) or {}
        for key, due in self._due.items():
            if told.pop(key, None) != due:
                yield _partial(key, due)
        for key in told:  # no longer open
            yield _partial(key, 0)

    def keep(self) -> None:
        """What was read is what was told."""
        self._session.save(_STATE, self._due)


def _partial(key: str, due: int) -> RemoteRecord:
    return RemoteRecord(SALE, "", "", {"BALANCEDUE": values.unscaled(due)}, key=key, partial=True)
