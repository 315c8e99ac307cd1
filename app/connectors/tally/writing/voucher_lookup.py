"""What a voucher's write looks up in Tally: whether it is there, who else has its number, its party's details, its items' units."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from lxml import etree

from app.connectors.base import Reference
from app.connectors.tally import masters, requests, values
from app.connectors.tally.changes import ListedVoucher, listed
from app.connectors.tally.lines import Raw
from app.connectors.tally.masters import LEDGER, MasterReader
from app.connectors.tally.pull_masters import read_masters, read_row
from app.connectors.tally.requests import Kind, Period, is_plain, master_ids
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import IDENTITY_LEAVES, split_marker
from app.connectors.tally.windows import period_around
from app.connectors.tally.writing.voucher_body import Party
from app.model.cancel import CancelToken
from app.model.records import RemoteRecord

_PARTY_FIELDS = ("NAME", "ADDRESS", "LEDSTATENAME", "COUNTRYNAME", "PINCODE", "PARTYGSTIN", "GSTREGISTRATIONTYPE")


class Lookup:
    """Look-ups of one session; what is asked once is kept."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._units: dict[str, str] = {}
        self._parties: dict[str, Party] = {}

    # -- vouchers -------------------------------------------------------------------------------------------------

    def with_key(self, module: str, roles: Roles, key: str, low: date, high: date, cancel: CancelToken) -> list[int]:
        """The vouchers of those days that bear our key, the oldest first.

        The narrations are compared here: whether our key can be searched for is disputed (docs/protocols/tally.md: Writing)."""

        def read(raw: Raw) -> int | None:
            found = split_marker(values.text(raw.get("NARRATION")))[1]
            return values.whole(raw.get("MASTERID")) if found == key.lower() else None

        where = requests.days(low, high)
        types = [one for one in roles.types_of((module,)) if is_plain(one)]
        if len(types) == len(roles.types_of((module,))) and types:
            where = where & requests.voucher_types(types)
        return sorted(
            self._list((*IDENTITY_LEAVES, "NARRATION"), "whether it is there", read, where, low, high, cancel)
        )

    def with_number(self, number: str, day: date, cancel: CancelToken) -> list[ListedVoucher]:
        """The vouchers of a day that have that number, of whatever type."""
        where = requests.days(day, day)
        if is_plain(number):
            where = where & requests.voucher_number(number)
        wanted = number.strip().lower()

        def read(raw: Raw) -> ListedVoucher | None:
            one = listed(raw)
            return one if one.number.strip().lower() == wanted else None

        return self._list(IDENTITY_LEAVES, f"the vouchers numbered {number}", read, where, day, day, cancel)

    def _list(
        self,
        leaves: tuple[str, ...],
        what: str,
        read: Any,
        where: requests.Condition,
        low: date,
        high: date,
        cancel: CancelToken,
    ) -> list[Any]:
        period = Period(*period_around(low, high))
        return self._session.collect(Kind.VOUCHER, leaves, what, read, cancel, where=where, period=period).rows

    # -- masters --------------------------------------------------------------------------------------------------

    def party(self, name: str, reference: Reference | None, roles: Roles, cancel: CancelToken) -> Party:
        """The party's address and GST registration. A ledger that the roles don't know yet is added to them."""
        ident = _whole(reference.id) if reference is not None else roles.ledger_id(name)
        if ident is None:
            return Party(name)
        key = str(ident)
        if key not in self._parties:
            reader = MasterReader(LEDGER, frozenset(_PARTY_FIELDS), roles)
            found: list[etree._Element] = self._session.collect(
                Kind.LEDGER, reader.leaves, f"the customer “{name}”", lambda one: one, cancel, where=master_ids([ident])
            ).rows
            if found and roles.ledger_id(name) is None:
                roles.learn_ledgers(found)
            rows = [read_row(reader, one) for one in found]
            self._parties[key] = _party(name, rows[0]) if rows and isinstance(rows[0], RemoteRecord) else Party(name)
        # It may have been renamed since.
        return replace(self._parties[key], name=name)

    def units(self, references: list[Reference], roles: Roles, cancel: CancelToken) -> dict[str, str]:
        """Each item's unit, as quantities and rates are told in it, by the item's name."""
        asked = {one.label: ident for one in references if (ident := _whole(one.id)) and one.label not in self._units}
        if asked:
            reader = MasterReader(masters.STOCK_ITEM, frozenset({"BASEUNITS"}), roles)
            units = {
                int(row.id): str(row.fields.get("BASEUNITS") or "")
                for row in read_masters(self._session, reader, list(asked.values()), cancel)
                if isinstance(row, RemoteRecord)
            }
            for label, ident in asked.items():
                unit = units.get(ident, "")
                self._units[label] = roles.small_unit(unit) or unit
        return self._units


def _whole(ident: str) -> int | None:
    return int(ident) if ident.isascii() and ident.isdigit() and int(ident) > 0 else None


def _party(name: str, row: RemoteRecord) -> Party:
    fields = row.fields

    def text(tag: str) -> str:
        return str(fields.get(tag) or "")

    return Party(
        name,
        tuple(line for line in text("ADDRESS").splitlines() if line.strip()),
        text("LEDSTATENAME"),
        text("COUNTRYNAME"),
        text("PINCODE"),
        text("PARTYGSTIN"),
        text("GSTREGISTRATIONTYPE"),
    )
