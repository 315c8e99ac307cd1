"""What is chosen once per connection before documents can be written: ledgers of sales, taxes, rounding and charges, voucher
types, the bank, the godown. Offered from the company's own recent vouchers, the most used first; used only when chosen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from app.connectors.base import Choice, ConnectionSettings
from app.connectors.tally import values, vouchers
from app.connectors.tally.folding import fold_name
from app.connectors.tally.lines import Raw
from app.connectors.tally.requests import Kind, Period, days, is_plain, voucher_types
from app.connectors.tally.roles import Role, Roles, name_of
from app.connectors.tally.session import Reply, Session
from app.connectors.tally.vouchers import MODULES, ORDER, RECEIPT, SALE
from app.connectors.tally.windows import DayWindows, period_around
from app.model.cancel import CancelToken
from app.model.errors import Rejected
from app.model.values import canonical_number

#: So many vouchers are looked at, or so many days back, whichever comes first.
_ENOUGH = 300
_MOST_DAYS = 400
_FIRST_DAYS = 14
#: One that is used for more than this share of the cases is suggested.
_MOSTLY = Decimal("0.8")

SALES, SERVICES, FREIGHT, ROUND_OFF, BANK, GODOWN = "sales", "services", "freight", "round_off", "bank", "godown"
_HEAD = re.compile(
    r"\b(?:(?P<cgst>c\.?gst|central)|(?P<sgst>s\.?gst|utgst|state tax)|(?P<igst>i\.?gst|integrated)|(?P<cess>cess))"
)
_FREIGHT = re.compile(r"\b(freight|forwarding|transport\w*|cartage|courier|delivery|shipping|packing|loading)\b")
_TITLES = {
    SALES: "Ledger for sales of goods",
    SERVICES: "Ledger for lines without a stock item",
    FREIGHT: "Ledger for freight and delivery charges",
    ROUND_OFF: "Ledger for rounding",
    BANK: "Bank or cash ledger for receipts",
    GODOWN: "Godown for sold goods",
}
_NEEDED_FOR: Mapping[str, tuple[str, ...]] = {SALES: ("order", "invoice"), BANK: ("payment",)}
_ENTITY_OF = {ORDER: "order", SALE: "invoice", RECEIPT: "payment"}
_HELP = "Taken when a document doesn't name the ledger itself."


# -- names --------------------------------------------------------------------------------------------------------


def tax_head(name: str) -> str | None:
    """``CGST``, ``SGST``, ``IGST`` or ``CESS``, where a tax's or ledger's name tells."""
    match = _HEAD.search(fold_name(name))
    return (match.lastgroup or "").upper() if match else None


def named_rate(name: str) -> str | None:
    """The rate that a tax's name states: ``CGST @ 9%``."""
    match = re.search(r"([0-9]+(?:\.[0-9]+)?)\s*%", name)
    return values.number(match[1]) if match else None


def tax_choice(head: str, rate: str | None = None) -> str:
    """``tax:CGST:9``; without a rate the ledger of that head whatever the rate."""
    return f"tax:{head}:{rate}" if rate else f"tax:{head}"


def sales_choice(rate: str | None = None) -> str:
    return f"{SALES}:{rate}" if rate else SALES


def type_choice(module: str) -> str:
    return f"type:{module}"


def charge_choice(description: str) -> str:
    """Freight and the like have a ledger of their own."""
    return FREIGHT if _FREIGHT.search(fold_name(description)) else SERVICES


def title_of(name: str) -> str:
    kind, _, rest = name.partition(":")
    if kind == "tax":
        head, _, rate = rest.partition(":")
        return f"Ledger for {head} {rate} %" if rate else f"Ledger for {head}"
    if kind == SALES and rest:
        return f"Ledger for sales of goods at {rest} % GST"
    return f"Voucher type for our entries of “{rest}”" if kind == "type" else _TITLES[kind]


# -- what was chosen ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chosen:
    """The choices of a connection, checked against the books when they are used."""

    by_name: Mapping[str, str]
    roles: Roles

    @classmethod
    def of(cls, settings: ConnectionSettings, roles: Roles) -> Chosen:
        stored = settings.auth.get("choices")
        chosen = stored if isinstance(stored, Mapping) else {}
        return cls({str(name): str(value) for name, value in chosen.items() if value}, roles)

    def find(self, *names: str) -> str | None:
        """The first of ``names`` that was chosen."""
        return next((self.by_name[name] for name in names if name in self.by_name), None)

    def ledger(self, *names: str, field: str) -> str:
        """A chosen ledger's present name. Raises :class:`Rejected` where none was chosen, or it is gone."""
        found = self.find(*names)
        if found is None:
            raise missing(names[0], field)
        name = self.roles.ledger_named(found)
        if name is None:
            raise Rejected(
                f"{title_of(names[0])}: “{found}” was chosen, but Tally has no such ledger (any more). Nothing was sent.",
                code="choice_gone",
                field=field,
                hint="Choose another one in the connection's settings, then send it again.",
                retryable=True,
            )
        return name

    def voucher_type(self, module: str, field: str) -> str:
        """The voucher type for our entries: the chosen one, or the only one there is."""
        types = self.roles.types_of((module,))
        found = self.find(type_choice(module))
        if found is not None:
            name = next((one for one in types if fold_name(one) == fold_name(found)), None)
            if name is None:
                raise Rejected(
                    f"The voucher type “{found}” was chosen for “{module}”, but Tally has no such type for it. Nothing was sent.",
                    code="choice_gone",
                    field=field,
                    hint="Choose another one in the connection's settings, then send it again.",
                    retryable=True,
                )
            return name
        if len(types) != 1:
            raise missing(type_choice(module), field)
        return types[0]


def missing(name: str, field: str) -> Rejected:
    title = title_of(name)
    return Rejected(
        f"Choose the {title[0].lower()}{title[1:]} in the connection's settings. Nothing was sent.",
        code="choice_missing",
        field=field,
        hint="All that is still to be chosen stands together there, once per connection; then send it again.",
        retryable=True,
    )


# -- what is offered ----------------------------------------------------------------------------------------------


@dataclass
class _Seen:
    """How often what was used for what."""

    used: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, name: str, value: str | None) -> None:
        if value:
            self.used.setdefault(name, Counter())[value] += 1


def offer(session: Session, settings: ConnectionSettings, cancel: CancelToken) -> list[Choice]:
    """The choices with what the company itself uses, the likeliest first. Reads its latest vouchers, a bounded number."""
    roles = session.roles(cancel)
    seen = _Seen()
    read = _reader(roles, seen)
    start = max(session.first_day, date.fromordinal(session.last_day.toordinal() - _MOST_DAYS))
    windows = DayWindows(start, session.last_day, days=_FIRST_DAYS, backwards=True)
    types = [name for name in roles.types_of(MODULES) if is_plain(name)]
    count = 0
    for low, high in windows if types else ():
        reply: Reply[None] = session.collect(
            Kind.VOUCHER,
            vouchers.leaves_for(MODULES),
            "the ledgers that its vouchers use",
            read,
            cancel,
            where=days(low, high) & voucher_types(types),
            period=Period(*period_around(low, high)),
        )
        windows.took(reply.seconds, reply.objects)
        count += reply.objects
        if count >= _ENOUGH:
            break
    _add_unused(roles, seen)
    _add_godowns(session, seen, cancel)
    chosen = Chosen.of(settings, roles)
    return [_choice(name, seen.used[name], chosen) for name in _ordered(seen, roles)]


def _reader(roles: Roles, seen: _Seen) -> Callable[[Raw], None]:
    reader = vouchers.VoucherReader(roles)

    def read(raw: Raw) -> None:
        try:
            record = reader.record(raw)
        except ValueError:
            return
        if record is not None and record.fields.get("STATUS") != "cancelled":
            _count(record.module, record.fields, roles, seen)

    return read


def _count(module: str, fields: Mapping[str, Any], roles: Roles, seen: _Seen) -> None:
    seen.add(type_choice(module), fields.get("VOUCHERTYPENAME"))
    if module == RECEIPT:
        seen.add(BANK, fields.get("ACCOUNT"))
        return
    rates = set()
    for line in fields["LINES"]:
        ledger, rate = line.get("LEDGERNAME"), _positive(line.get("GSTRATE"))
        if line.get("STOCKITEM"):
            rates.add(rate)
            seen.add(SALES, ledger)
            if rate:
                seen.add(sales_choice(rate), ledger)
        elif ledger:
            freight = charge_choice(ledger) == FREIGHT
            seen.add(FREIGHT if freight else SERVICES, ledger)
    whole = next(iter(rates)) if len(rates) == 1 else None
    for tax in fields["TAXES"]:
        head = tax_head(tax["NAME"])
        if head is not None:
            seen.add(tax_choice(head), tax["NAME"])
            seen.add(tax_choice(head, tax.get("RATE") or _share(head, whole)), tax["NAME"])


def _positive(rate: str | None) -> str | None:
    return rate if rate and Decimal(rate) else None


def _share(head: str, rate: str | None) -> str | None:
    """A head's part of a whole GST rate."""
    if rate is None or head == "CESS":
        return None
    return rate if head == "IGST" else canonical_number(Decimal(rate) / 2)


def _add_unused(roles: Roles, seen: _Seen) -> None:
    """Ledgers that could serve and were not used lately: below the others."""
    for name, *_ in roles.ledgers.values():
        role = roles.role(name)
        for choice in _could_serve(name, role, seen):
            seen.used.setdefault(choice, Counter()).setdefault(name, 0)
    for module in MODULES:
        for name in roles.types_of((module,)):
            seen.used.setdefault(type_choice(module), Counter()).setdefault(name, 0)


def _add_godowns(session: Session, seen: _Seen, cancel: CancelToken) -> None:
    """Where there are several, a sold line may have to name one."""
    names = session.collect(Kind.GODOWN, ("MASTERID",), "the godowns", name_of, cancel).rows
    if len(names) > 1:
        seen.used[GODOWN] = Counter(dict.fromkeys(names, 0))


def _could_serve(name: str, role: Role, seen: _Seen) -> Iterable[str]:
    if role is Role.BANK:
        return (BANK,)
    if role is Role.ROUNDING:
        return (ROUND_OFF,)
    if role is Role.INCOME:
        return (FREIGHT,) if charge_choice(name) == FREIGHT else (SALES, SERVICES)
    if role is Role.TAX:
        head = tax_head(name)
        return [one for one in (*seen.used, *_ALL_HEADS) if one.startswith(f"tax:{head}" if head else "tax:")]
    return ()


_ALL_HEADS = tuple(tax_choice(head) for head in ("CGST", "SGST", "IGST"))


def _ordered(seen: _Seen, roles: Roles) -> Iterator[str]:
    """The choices that there are, in the order a person goes through them. What has one answer only isn't asked."""
    for module in MODULES:
        if len(roles.types_of((module,))) > 1:
            yield type_choice(module)
    names = [name for name in seen.used if not name.startswith("type:")]
    by_rate = {name for name in names if name.startswith(f"{SALES}:")}
    if len({value for name in by_rate for value in seen.used[name]}) < 2:
        # One ledger for all rates.
        names = [name for name in names if name not in by_rate]
    yield from sorted(names, key=_place)


def _place(name: str) -> tuple[int, str, Decimal]:
    kind, _, rest = name.partition(":")
    head, _, rate = rest.partition(":") if kind == "tax" else ("", "", rest)
    order = (SALES, SERVICES, FREIGHT, "tax", ROUND_OFF, BANK, GODOWN)
    return order.index(kind), head, Decimal(rate or 0)


def _choice(name: str, used: Counter[str], chosen: Chosen) -> Choice:
    options = tuple(sorted(used.items(), key=lambda pair: (-pair[1], pair[0])))
    return Choice(
        name,
        title_of(name),
        options,
        suggested=_suggested(options),
        chosen=chosen.find(name),
        needed_for=_needed_for(name),
        help="" if name.startswith("type:") else _HELP,
    )


def _needed_for(name: str) -> tuple[str, ...]:
    kind, _, rest = name.partition(":")
    if kind == "type":
        return (_ENTITY_OF[rest],)
    return _NEEDED_FOR.get(name, ())


def _suggested(options: tuple[tuple[str, int], ...]) -> str | None:
    """The only one, or the one that is used nearly always."""
    total = sum(count for _, count in options)
    if len(options) == 1 or (total and Decimal(options[0][1]) / total > _MOSTLY):
        return options[0][0]
    return None
