"""Open bills: what is still due of each invoice (docs/protocols/tally.md: Balances).

The report names party and reference, never a voucher, so the invoices' ids are remembered for as long as they are open.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lxml import etree

from app.connectors.tally import requests, values
from app.connectors.tally.folding import bill_key
from app.connectors.tally.requests import Period
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import SALE
from app.connectors.tally.windows import period_around
from app.model.cancel import CancelToken
from app.model.records import RemoteRecord

_STATE = "open_bills"


class OpenBills:
    """Bills Receivable as it is now, beside what was last told of it."""

    def __init__(self, session: Session, cancel: CancelToken, *, afresh: bool) -> None:
        self._session = session
        self._due: dict[str, int] = {}
        self._at = ""
        stored: dict[str, list[Any]] = ({} if afresh else session.load(_STATE)) or {}
        #: Voucher id → (its bill's key, what was last told as due).
        self._told: dict[str, tuple[str, str]] = {ident: (key, due) for ident, (key, due) in stored.items()}
        self._read(cancel)

    def _read(self, cancel: CancelToken) -> None:
        session = self._session
        period = Period(*period_around(session.first_day, max(session.today, session.last_day)))

        def read(element: etree._Element) -> None:
            # The rows are parallel: BILLFIXED, then its figures beside it.
            if element.tag == "BILLFIXED":
                party, name = values.text(element.findtext("BILLPARTY")), values.text(element.findtext("BILLREF"))
                self._at = bill_key(party or "", name or "")
            elif element.tag == "BILLCL":
                self._due[self._at] = self._due.get(self._at, 0) - values.scaled(values.money(element.text))

        session.client.ask(requests.open_bills(session.company.name, period), read, cancel)

    def due(self, record: RemoteRecord) -> str:
        """What is due of this invoice; nothing, when its bill is not among the open ones."""
        return values.unscaled(self._due.get(record.key or "", 0))

    def note(self, record: RemoteRecord) -> RemoteRecord:
        """The invoice with its BALANCEDUE."""
        assert isinstance(record.fields, dict)
        due = record.fields["BALANCEDUE"] = self.due(record)
        if record.key in self._due:
            self._told[record.id] = (record.key or "", due)
        else:
            self._told.pop(record.id, None)
        return record

    def moved(self, besides: Iterable[str]) -> list[RemoteRecord]:
        """Partial records of the invoices whose due amount moved, besides those that were read themselves."""
        skip = set(besides)
        moved = []
        for ident, (key, told) in list(self._told.items()):
            now = values.unscaled(self._due.get(key, 0))
            if now == told:
                continue
            if ident not in skip:
                moved.append(RemoteRecord(SALE, ident, "", {"BALANCEDUE": now}, key=key, partial=True))
            if key in self._due:
                self._told[ident] = (key, now)
            else:
                del self._told[ident]
        return moved

    def keep(self) -> None:
        self._session.save(_STATE, {ident: [key, due] for ident, (key, due) in self._told.items()})
