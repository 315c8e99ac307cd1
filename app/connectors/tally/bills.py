"""Open bills: what is still due of each invoice (docs/protocols/tally.md: Balances).

The report names party and reference, never a voucher, so the invoices' ids are remembered for as long as they are open.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from app.connectors.tally import requests, values
from app.connectors.tally.folding import KEY_SEPARATOR, bill_key, fold_name
from app.connectors.tally.requests import Period
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import SALE
from app.connectors.tally.windows import period_around
from app.model.cancel import CancelToken
from app.model.records import RemoteRecord

_STATE = "open_bills"


class OpenBills:
    """Bills Receivable as it is now, beside what was last told of it.

    Parties are kept by their ledger's id where it is known: a rename changes the report, not the bill.
    """

    def __init__(self, session: Session, roles: Roles, cancel: CancelToken, *, afresh: bool) -> None:
        self._session = session
        self._roles = roles
        self._due: dict[tuple[str, str], int] = {}
        self._names: dict[str, str] = {}
        self._at = ("", "")
        stored: dict[str, list[str]] = ({} if afresh else session.load(_STATE)) or {}
        #: Voucher id → party, reference, what was last told as due, and the key that was told.
        self._told = {ident: tuple(row) for ident, row in stored.items() if len(row) == 4}
        self._read(cancel)

    def _read(self, cancel: CancelToken) -> None:
        session = self._session
        period = Period(*period_around(session.first_day, max(session.today, session.last_day)))

        def read(element: etree._Element) -> None:
            # The rows are parallel: BILLFIXED, then its figures beside it.
            if element.tag == "BILLFIXED":
                party, name = (
                    values.text(element.findtext("BILLPARTY")) or "",
                    values.text(element.findtext("BILLREF")) or "",
                )
                self._at = (self._party(party), name.strip())
            elif element.tag == "BILLCL":
                self._due[self._at] = self._due.get(self._at, 0) - values.scaled(values.money(element.text))

        session.client.ask(requests.open_bills(session.company.name, period), read, cancel)

    def _party(self, name: str) -> str:
        token = str(self._roles.ledger_id(name) or fold_name(name))
        self._names[token] = name
        return token

    def note(self, record: RemoteRecord) -> RemoteRecord:
        """The invoice with its BALANCEDUE: nothing, when its bill is not among the open ones."""
        assert isinstance(record.fields, dict)
        reference = (record.key or "").partition(KEY_SEPARATOR)[2]
        bill = (self._party(record.fields["PARTYNAME"] or ""), reference)
        due = record.fields["BALANCEDUE"] = values.unscaled(self._due.get(bill, 0))
        if bill in self._due:
            self._told[record.id] = (*bill, due, record.key or "")
        else:
            self._told.pop(record.id, None)
        return record

    def moved(self, besides: Iterable[str]) -> list[RemoteRecord]:
        """Partial records of the invoices whose due amount (or party's name) moved, besides those that were read
        themselves."""
        skip = set(besides)
        moved = []
        for ident, (party, reference, told, key) in list(self._told.items()):
            now = values.unscaled(self._due.get((party, reference), 0))
            key_now = bill_key(self._names[party], reference) if party in self._names else key
            if (now, key_now) == (told, key):
                continue
            if ident not in skip:
                moved.append(RemoteRecord(SALE, ident, "", {"BALANCEDUE": now}, key=key_now, partial=True))
            if (party, reference) in self._due:
                self._told[ident] = (party, reference, now, key_now)
            else:
                del self._told[ident]
        return moved

    def keep(self) -> None:
        self._session.save(_STATE, {ident: list(row) for ident, row in self._told.items()})
