"""A simulated Tally as a site of a world: its ledgers as rows, its accountant as people. Customers only."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from app.model.values import canonical_number
from app.simulator import CompanySpec, SimulatedTally
from tests.chaos.erps import CHARACTERS, HIDDEN, Character
from tests.chaos.store import State

COMPANY = "Chaos & Co"
#: Row field → the control surface's name of it. Nobody maps the website: it is the field that no sync may touch.
_NAMES = {"CODE": "contact", "NOTES": "narration", "LIMIT": "credit_limit", HIDDEN: "website"}


def start_tally() -> SimulatedTally:
    return SimulatedTally([CompanySpec(name=COMPANY, customers=2, items=2, vouchers=4, creditors=1, seed=5)])


class _Ledgers:
    """The part of a store that the promises look into."""

    def __init__(self, tally: SimulatedTally) -> None:
        self._tally = tally
        self._seen: dict[str, State] = {}

    def latest(self) -> dict[str, State]:
        found = {}
        for one in self._tally.books(COMPANY).customers():
            limit = None if one.credit_limit is None else canonical_number(one.credit_limit, money=True)
            fields = {
                "NAME": one.name, "CODE": one.contact_person, "NOTES": one.narration or None, "LIMIT": limit,
                HIDDEN: one.website or "default",
            }  # fmt: skip
            rid = str(one.master_id)
            found[rid] = State(0, "Parties", rid, one.alter_id, 0.0, 0.0, False, 0.0, None, None, fields)
        self._seen |= found
        return found

    def one(self, module: str, rid: str) -> State | None:
        return self.latest().get(rid) if module == "Parties" else None

    def ever(self, module: str) -> list[State]:
        return list(self._seen.values()) if module == "Parties" else []

    def counter(self) -> int:
        return sum(state.version for state in self.latest().values())


class TallySite:
    """What :class:`tests.chaos.erps.Erp` is for a fake ERP."""

    modules = frozenset({"Parties"})
    #: Hub fields that this ERP has no place for.
    lacks = frozenset({"city"})

    def __init__(self, tally: SimulatedTally) -> None:
        self.tally = tally
        self.name = "T"
        self.character: Character = CHARACTERS["B"]
        self.store = _Ledgers(tally)
        self.requests = self.writes = 0
        self.faults: dict[str, deque[str]] = defaultdict(deque)
        self.hook: Callable[[str, str, str | None], None] = lambda _where, _module, _rid: None
        self.alarms: list[str] = []

    def act_late(self) -> None:
        """Tally does one request after the other: nothing is ever late."""

    def rows(self, module: str) -> dict[str, State]:
        return self.store.latest() if module == "Parties" else {}

    def create(self, module: str, fields: dict[str, Any]) -> str:
        named = {_NAMES[name]: value for name, value in fields.items() if name in _NAMES}
        return str(self.tally.control.add_customer(COMPANY, fields["NAME"], **named))

    def edit(self, module: str, rid: str, **fields: Any) -> None:
        name = self.store.latest()[rid].fields["NAME"]
        named = {_NAMES[field]: value for field, value in fields.items() if field in _NAMES}
        if named:
            self.tally.control.edit_customer(COMPANY, name, **named)
        if "NAME" in fields:
            self.tally.control.rename_customer(COMPANY, name, fields["NAME"])

    def delete(self, module: str, rid: str) -> None:
        self.tally.control.delete_customer(COMPANY, self.store.latest()[rid].fields["NAME"])

    def is_named(self, module: str, rid: str) -> bool:
        return False

    def rewritten(self, name: str, value: Any) -> Any:
        """Tally drops outer blanks and keeps paise."""
        if name == "LIMIT" and value is not None:
            return canonical_number(Decimal(value).quantize(Decimal("0.01"), ROUND_HALF_UP), money=True)
        return value.strip() if isinstance(value, str) else value
