"""What each ledger, group, voucher type and unit *is* in these books, whatever it was renamed to.

(docs/protocols/tally.md: Masters and GST) A party is recognised by the reserved group its ledger hangs under, never
by a name; a voucher by the reserved type that its type descends from. Read once, kept in the connector's state, and
brought up to date only when the masters' counter has moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import Any

from lxml import etree

from app.connectors.tally import values
from app.connectors.tally.folding import fold_name

CUSTOMERS_GROUP = "Sundry Debtors"
MODULE_OF_BASE: Mapping[str, str] = {"sales order": "Sales Order", "sales": "Sales", "receipt": "Receipt"}

GROUP_LEAVES = ("GUID", "MASTERID", "ALTERID", "PARENT", "RESERVEDNAME")
LEDGER_LEAVES = ("MASTERID", "ALTERID", "PARENT")
TYPE_LEAVES = (
    "MASTERID",
    "ALTERID",
    "PARENT",
    "VOUCHERNUMBERSERIES.NAME",
    "VOUCHERNUMBERSERIES.NUMBERINGMETHOD",
    "VOUCHERNUMBERSERIES.NUMBERINGSUBMETHOD",
)
UNIT_LEAVES = ("MASTERID", "ALTERID", "ISSIMPLEUNIT", "BASEUNITS", "ADDITIONALUNITS", "CONVERSION")

_ROUNDING = re.compile(
    r"\bround(?:ed|ing)?\b.*\b(?:off|up|down|adj\w*|difference|diff)\b|\brounding\b|\bround ?off\b|\br/off\b"
)

#: Joins the party and the bill in the key of an invoice: no name holds it.
KEY_SEPARATOR = "\x1f"


class Role(StrEnum):
    """What a ledger does in a voucher."""

    CUSTOMER = "customer"
    SUPPLIER = "supplier"
    BANK = "bank"
    TAX = "tax"
    ROUNDING = "rounding"
    INCOME = "income"
    OTHER = "other"


_ROLE_OF_GROUP = {
    fold_name(name): role
    for name, role in {
        CUSTOMERS_GROUP: Role.CUSTOMER,
        "Sundry Creditors": Role.SUPPLIER,
        "Bank Accounts": Role.BANK,
        "Bank OD A/c": Role.BANK,
        "Cash-in-Hand": Role.BANK,
        "Duties & Taxes": Role.TAX,
        "Sales Accounts": Role.INCOME,
        "Direct Incomes": Role.INCOME,
        "Indirect Incomes": Role.INCOME,
    }.items()
}
#: A party's or bank's ledger never rounds, whatever it is called.
_NEVER_ROUNDING = frozenset({Role.CUSTOMER, Role.SUPPLIER, Role.BANK})


@dataclass
class Roles:
    """The masters that give others their meaning, by MasterID (which outlives a rename)."""

    #: The masters' counter that this is as of.
    as_of: int = 0
    groups: dict[str, list[str]] = field(default_factory=dict)  # id: [name, parent, reserved name]
    ledgers: dict[str, list[str]] = field(default_factory=dict)  # id: [name, parent, aliases …]
    types: dict[str, list[str]] = field(default_factory=dict)  # id: [name, parent, reserved name, renumbers]
    units: dict[str, list[str]] = field(default_factory=dict)  # id: [name, first, second, conversion]
    #: Earlier releases of ours kept no aliases: what they stored is read anew.
    with_aliases: bool = True

    def __post_init__(self) -> None:
        self.derive()

    # -- reading --------------------------------------------------------------------------------------------------

    def add_groups(self, elements: Iterable[etree._Element]) -> None:
        for element in elements:
            self.groups[master_id(element)] = [name_of(element), _text(element, "PARENT"), _reserved(element)]

    def add_ledgers(self, elements: Iterable[etree._Element]) -> None:
        for element in elements:
            self.ledgers[master_id(element)] = ledger_row(element)

    def learn_ledgers(self, elements: Iterable[etree._Element]) -> None:
        """Ledgers that were just made or changed, with their meaning."""
        for element in elements:
            ident, row = master_id(element), ledger_row(element)
            before = self.ledgers.get(ident)
            if before is not None and self._ledger_id.get(before[0]) == ident:
                del self._ledger_id[before[0]], self._ledger_role[before[0]]
            self.ledgers[ident] = row
            self._ledger_role[row[0]], self._ledger_id[row[0]] = self._role_of_ledger(row[0], row[1]), ident
            self._by_fold[fold_name(row[0])] = row[0]

    def add_types(self, elements: Iterable[etree._Element]) -> None:
        for element in elements:
            again = any(
                "renumber" in (row.findtext("NUMBERINGSUBMETHOD") or "").lower()
                for row in element.iter("VOUCHERNUMBERSERIES.LIST")
            )
            self.types[master_id(element)] = [
                name_of(element),
                _text(element, "PARENT"),
                _reserved(element),
                "yes" if again else "",
            ]

    def add_units(self, elements: Iterable[etree._Element]) -> None:
        for element in elements:
            self.units[master_id(element)] = [
                name_of(element),
                _text(element, "BASEUNITS"),
                _text(element, "ADDITIONALUNITS"),
                values.number(element.findtext("CONVERSION")) or "",
            ]

    def dump(self) -> dict[str, Any]:
        """Plain JSON for the connector's state."""
        return {
            "as_of": self.as_of,
            "groups": self.groups,
            "ledgers": self.ledgers,
            "types": self.types,
            "units": self.units,
            "with_aliases": True,
        }

    @classmethod
    def load(cls, stored: Any) -> Roles | None:
        try:
            return cls(**stored) if stored and stored.get("with_aliases") else None
        except TypeError:
            return None

    # -- meaning --------------------------------------------------------------------------------------------------

    def derive(self) -> None:
        """Work out the meanings anew, after masters were added."""
        by_name = {fold_name(name): (parent, reserved) for name, parent, reserved in self.groups.values()}
        self._group_role = {name: _role_of_group(name, by_name) for name in by_name}
        self._ledger_role: dict[str, Role] = {}
        self._ledger_id: dict[str, str] = {}
        for ident, (name, parent, *_) in self.ledgers.items():
            self._ledger_role[name] = self._role_of_ledger(name, parent)
            self._ledger_id[name] = ident
        self._by_fold = {fold_name(name): name for name in self._ledger_id}
        types = {fold_name(name): (parent, reserved) for name, parent, reserved, _ in self.types.values()}
        self._module = {
            name: MODULE_OF_BASE.get(_base_type(fold_name(name), types)) for name, *_ in self.types.values()
        }
        self._renumbering = {name for name, _, _, again in self.types.values() if again}
        self.conversions: dict[str, tuple[Decimal, str]] = {}
        self._tail: dict[str, str] = {}
        for name, first, second, factor in self.units.values():
            if first and second and factor and Decimal(factor) > 0:
                self.conversions[first.lower()] = (Decimal(factor), second)
                self._tail[name] = second

    def _role_of_ledger(self, name: str, parent: str) -> Role:
        role = self._group_role.get(fold_name(parent), Role.OTHER)
        if role not in _NEVER_ROUNDING and _ROUNDING.search(fold_name(name)):
            return Role.ROUNDING
        return role

    def role(self, ledger: str) -> Role:
        """What the ledger of that name is; one that is not known is ``OTHER``."""
        return self._ledger_role.get(ledger, Role.OTHER)

    def is_customer_group(self, name: str) -> bool:
        return self._group_role.get(fold_name(name)) is Role.CUSTOMER

    @property
    def customers_group(self) -> str:
        """What these books call the group of all customers."""
        reserved = fold_name(CUSTOMERS_GROUP)
        return next((row[0] for row in self.groups.values() if fold_name(row[2]) == reserved), CUSTOMERS_GROUP)

    def is_customer(self, ledger: str) -> bool:
        return self._ledger_role.get(ledger) is Role.CUSTOMER

    def customer_ids(self) -> list[int]:
        return sorted(int(ident) for ident, (name, *_) in self.ledgers.items() if self.is_customer(name))

    def ledger_named(self, name: str) -> str | None:
        """The ledger's own name, for one that Tally takes for the same (in other letters' case, say)."""
        if name in self._ledger_id:
            return name
        own = self._by_fold.get(fold_name(name))
        return own if own in self._ledger_id else None

    def ledger_id(self, name: str) -> int | None:
        ident = self._ledger_id.get(name)
        return int(ident) if ident else None

    def bill_key(self, party: str, reference: str) -> str:
        """The key of the invoice that ``party`` knows as bill ``reference``. It names the ledger by its id, which a rename
        leaves as it is."""
        return f"{self._ledger_id.get(party) or fold_name(party)}{KEY_SEPARATOR}{reference.strip()}"

    def module_of(self, voucher_type: str) -> str | None:
        """``Sales``, ``Sales Order`` or ``Receipt`` for a voucher type that descends from it."""
        return self._module.get(voucher_type)

    def types_of(self, modules: Iterable[str]) -> list[str]:
        wanted = set(modules)
        return sorted(name for name, module in self._module.items() if module in wanted)

    def renumbers(self, voucher_type: str) -> bool:
        return voucher_type in self._renumbering

    def small_unit(self, unit: str | None) -> str | None:
        """The second unit of a compound one (``Dzn of 12 Pcs`` → ``Pcs``): what its quantities are told in."""
        return self._tail.get(unit) if unit else None

    def compound(self, unit: str) -> tuple[str, Decimal, str] | None:
        """First unit, how many of the second one it holds, second unit; ``None`` for a simple unit."""
        for name, first, second, factor in self.units.values():
            if name == unit and first and second and factor and Decimal(factor) > 0:
                return first, Decimal(factor), second
        return None


def master_id(element: etree._Element) -> str:
    return str(values.whole(element.findtext("MASTERID")) or 0)


def name_of(element: etree._Element) -> str:
    """A master's own name: the NAME attribute may differ from it in letter case (docs/protocols/tally.md:
    Responses)."""
    return values.text(element.findtext("LANGUAGENAME.LIST/NAME.LIST/NAME")) or values.text(element.get("NAME")) or ""


def aliases_of(element: etree._Element) -> list[str]:
    """A master's further names: by them, too, it is found."""
    names = [values.text(one.text) for one in element.iterfind("LANGUAGENAME.LIST/NAME.LIST/NAME")]
    return [name for name in names[1:] if name]


def ledger_row(element: etree._Element) -> list[str]:
    """A ledger as :attr:`Roles.ledgers` has it."""
    return [name_of(element), _text(element, "PARENT"), *aliases_of(element)]


def _text(element: etree._Element, tag: str) -> str:
    return values.text(element.findtext(tag)) or ""


def _reserved(element: etree._Element) -> str:
    return values.text(element.get("RESERVEDNAME")) or values.text(element.findtext("RESERVEDNAME")) or ""


def _role_of_group(name: str, groups: Mapping[str, tuple[str, str]]) -> Role:
    """The role of the nearest reserved group at or above ``name``."""
    seen: set[str] = set()
    while name in groups and name not in seen:
        seen.add(name)
        parent, reserved = groups[name]
        role = _ROLE_OF_GROUP.get(fold_name(reserved)) if reserved else None
        if role is not None:
            return role
        name = fold_name(parent)
    return Role.OTHER


def _base_type(name: str, types: Mapping[str, tuple[str, str]]) -> str:
    """The reserved type that ``name`` descends from."""
    seen: set[str] = set()
    while name in types and name not in seen:
        seen.add(name)
        parent, reserved = types[name]
        if reserved:
            return fold_name(reserved)
        name = fold_name(parent)
    return name
