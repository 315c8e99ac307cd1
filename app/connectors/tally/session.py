"""One run's conversation with one company: what is asked through the gate, and what is known about this install."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from lxml import etree

from app.connectors.base import ConnectorState
from app.connectors.tally import errors, requests, roles, values
from app.connectors.tally.answers import Objects
from app.connectors.tally.bill_rows import bills_in
from app.connectors.tally.clean import clean
from app.connectors.tally.gate import Gate
from app.connectors.tally.requests import Condition, FilterWord, Kind, Period, Request
from app.connectors.tally.roles import Roles
from app.connectors.tally.vouchers import VoucherParser
from app.connectors.tally.windows import IdRanges, period_around
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import BadAnswer, ConnectorError

T = TypeVar("T")
#: Vouchers may be dated ahead; nobody dates them further than this.
FUTURE = timedelta(days=5 * 366)
#: The answer to an import has a few kilobytes.
_MOST_ANSWER = 4 * 1024 * 1024


@dataclass(frozen=True)
class Company:
    """An open company, as the Company collection shows it."""

    name: str
    guid: str
    number: str
    books_from: str | None
    starting_from: str | None
    ending_at: str | None
    last_voucher: str | None
    altvchid: int
    altmstid: int
    folder: str | None

    @classmethod
    def of(cls, element: etree._Element) -> Company:
        def text(tag: str) -> str | None:
            return values.text(element.findtext(tag))

        return cls(
            text("NAME") or element.get("NAME") or "",
            text("GUID") or "",
            (text("COMPANYNUMBER") or "").strip(),
            values.day(element.findtext("BOOKSFROM")),
            values.day(element.findtext("STARTINGFROM")),
            values.day(element.findtext("ENDINGAT")),
            # A company that never had a voucher has no ALTVCHID at all (docs/protocols/tally.md: Responses).
            values.day(element.findtext("LASTVOUCHERDATE")),
            values.whole(element.findtext("ALTVCHID")) or 0,
            values.whole(element.findtext("ALTMSTID")) or 0,
            text("DESTINATION"),
        )

    @property
    def identity(self) -> str:
        """Copies and split years keep the GUID: the folder and the first day of the books tell them apart."""
        return "|".join((self.guid, self.books_from or "", self.folder or self.number))


@dataclass
class Facts:
    """What was found out about this install, where the sources disagree (docs/protocols/tally.md: Requests, Balances)."""

    word: str = ""
    alter_filter: bool | None = None
    nested: bool | None = None
    closing_follows_period: bool | None = None
    #: kind → leaves that this release does not know.
    unknown_leaves: dict[str, list[str]] = field(default_factory=dict)
    #: Kinds whose leaves have brought rows.
    proven: list[str] = field(default_factory=list)

    @classmethod
    def load(cls, stored: Any) -> Facts:
        try:
            return cls(**(stored or {}))
        except TypeError:
            return cls()


@dataclass
class Reply(Generic[T]):
    """What one request brought, complete and checked. ``seconds``: how long it held Tally."""

    rows: list[T]
    seconds: float
    objects: int


class Client:
    """Requests through the gate, answers as rows. Nothing is returned before the whole answer was checked."""

    def __init__(self, gate: Gate, timeout: float) -> None:
        self._gate = gate
        self._timeout = timeout
        self._vouchers = VoucherParser()

    @property
    def where(self) -> str:
        return self._gate.address.where

    def ask(
        self, request: Request, read: Callable[[Any], T | None], cancel: CancelToken, *, elements: bool = False
    ) -> Reply[T]:
        """``read`` gets each object: a voucher's contents (with ``elements`` its element, nothing shortened), any other's element.
        What it returns (if anything) is a row."""
        rows: list[T] = []
        with self._gate.exchange(request, self._timeout, cancel) as exchange:
            objects = self._objects(request, exchange.chunks(self._timeout, cancel), elements=elements)
            for piece in objects:
                for one in piece:
                    row = read(one)
                    if row is not None:
                        rows.append(row)
        return Reply(rows, exchange.seconds, objects.count)

    def deliver(self, request: Request, cancel: CancelToken) -> bytes:
        """Send a write and give back the answer, clean. Raises :class:`UnknownOutcome` when a byte of it may have left and the
        answer didn't come whole; after any other error nothing was sent.

        Once it is sent ``cancel`` no longer counts: stopping then would only make the outcome unknown.
        """
        with self._gate.exchange(request, self._timeout, cancel) as exchange:
            try:
                answer = bytearray()
                for chunk in exchange.chunks(self._timeout, CancelToken()):
                    answer += chunk
                    if len(answer) > _MOST_ANSWER:
                        raise errors.unreadable("it is far too long")
            except ConnectorError as error:
                exchange.abandon()
                if exchange.sent:
                    raise errors.lost_answer(request.what, error) from error
                raise
        return clean(bytes(answer), exchange.charset)

    def _objects(self, request: Request, chunks: Iterable[bytes], *, elements: bool) -> Objects:
        where = self._gate.address.where
        if request.tag == "BILLFIXED":
            return Objects(chunks, request.tag, where, start=b"<BILLFIXED>", close=b"</BILLOVERDUE>", parse=bills_in)
        parse = self._vouchers if request.tag == Kind.VOUCHER.tag and not elements else None
        return Objects(chunks, request.tag, where, parse=parse)

    def companies(self, cancel: CancelToken, *, folder: bool = True) -> list[Company]:
        return self.ask(requests.companies(folder=folder), Company.of, cancel).rows


def identity_of(one: Any) -> Any:
    """For readers that want the object itself (small answers only)."""
    return one


class Session:
    """A company that was seen open, its roles and facts. One run long; used by one thread."""

    def __init__(self, client: Client, state: ConnectorState, company: Company, *, clock: Clock = utc_now) -> None:
        self.client = client
        self.company = company
        self.clock = clock
        self._state = state
        self.facts = Facts.load(state.load(self._name("facts")))
        self._roles: Roles | None = None
        #: Scratch for what several streams of one run need (changed vouchers, counts of changed masters).
        self.scratch: dict[Any, Any] = {}

    def _name(self, what: str) -> str:
        return f"{what}:{self.company.guid}"

    # -- memory ---------------------------------------------------------------------------------------------------

    def load(self, what: str) -> Any | None:
        return self._state.load(self._name(what))

    def save(self, what: str, value: Any) -> None:
        self._state.save(self._name(what), value)

    def save_facts(self) -> None:
        self.save("facts", asdict(self.facts))

    # -- time -----------------------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        return self.clock().astimezone().date()

    @property
    def first_day(self) -> date:
        start = self.company.books_from or self.company.starting_from
        return date.fromisoformat(start) if start else date(2000, 4, 1)

    @property
    def last_day(self) -> date:
        """The last day that has a voucher, as far as Tally says."""
        return (
            max(date.fromisoformat(self.company.last_voucher), self.first_day)
            if self.company.last_voucher
            else max(self.today, self.first_day)
        )

    @property
    def far_day(self) -> date:
        return max(self.today, self.last_day) + FUTURE

    @property
    def whole_period(self) -> Period:
        """Wide, but no wider than the books: on some installs closing figures follow it (docs/protocols/tally.md:
        Balances)."""
        return Period(*period_around(self.first_day, self.far_day))

    # -- asking ---------------------------------------------------------------------------------------------------

    @property
    def word(self) -> FilterWord:
        return FilterWord(self.facts.word or FilterWord.FILTERS)

    def collect(
        self,
        kind: Kind,
        leaves: Sequence[str],
        what: str,
        read: Callable[[Any], T | None],
        cancel: CancelToken,
        *,
        where: Condition | None = None,
        period: Period | None = None,
    ) -> Reply[T]:
        """A collection of this company's objects. Leaves that this release does not know are found out and left
        away."""

        def ask(chosen: Sequence[str]) -> Reply[T]:
            request = requests.collection(
                self.company.name, kind, chosen, what, where=where, period=period or self.whole_period, word=self.word
            )
            return self.client.ask(request, read, cancel)

        unknown = self.facts.unknown_leaves.get(kind.value, ())
        reply = ask([leaf for leaf in leaves if leaf not in unknown])
        if not reply.objects:
            # A company that was closed meanwhile looks like an empty one (docs/protocols/tally.md: Company selection).
            self.check_open(cancel)
        proof = f"{kind.value}:{zlib.crc32(','.join(leaves).encode()):08x}"
        if reply.objects or proof in self.facts.proven or len(leaves) < 2:
            if reply.objects and proof not in self.facts.proven:
                self.facts.proven = [*self.facts.proven[-30:], proof]
                self.save_facts()
            return reply
        # One unknown leaf is enough for no rows at all (docs/protocols/tally.md: Requests): do plain ones bring some?
        if not ask(("MASTERID",)).objects:
            return reply
        bad = _unknown_among(list(leaves), lambda some: bool(ask(("MASTERID", *some)).objects))
        if not bad:
            raise BadAnswer(
                "Tally gave no objects although it has some. Nothing was used.", code="not_honoured", hint="Sync again."
            )
        self.facts.unknown_leaves[kind.value] = sorted({*unknown, *bad})
        self.save_facts()
        return ask([leaf for leaf in leaves if leaf not in self.facts.unknown_leaves[kind.value]])

    def check_open(self, cancel: CancelToken, *, alone: bool = False) -> Company:
        """That our company is open at this moment: an Object export without it ends Tally (docs/protocols/tally.md:
        What hangs). A copy that was opened in its place, of other data, is not it. ``alone``: no other open company answers to
        its name either, as a write demands."""
        opened = self.client.companies(cancel, folder=bool(self.company.folder))
        # As Tally compares companies' names: unlike other names, hyphens count.
        named = [one for one in opened if one.name.strip().lower() == self.company.name.strip().lower()]
        if alone and len(named) > 1:
            raise errors.same_name_twice(self.company.name, [one.folder or one.number for one in named])
        for one in named:
            if one.identity == self.company.identity:
                return one
        if not opened:
            raise errors.no_company_open()
        if named:
            raise errors.other_data(self.company.name, named[0].folder or named[0].number)
        raise errors.company_not_open(self.company.name, [one.name for one in opened])

    # -- roles ----------------------------------------------------------------------------------------------------

    def roles(self, cancel: CancelToken, *, ledgers: bool = True) -> Roles:
        """The roles as of the present masters' counter. ``ledgers=False``: the caller reads all ledgers anyway."""
        known = self._roles or Roles.load(self.load("roles")) or Roles()
        if known.as_of != self.company.altmstid or (ledgers and not known.ledgers):
            known = self._refresh(known, cancel, ledgers=ledgers)
        self._roles = known
        return known

    @property
    def known_roles(self) -> Roles | None:
        """The roles as they were read last, if they were."""
        return self._roles

    def customers_before(self) -> set[int] | None:
        """The customers' ids as they were told to the hub last; ``None`` when they never were. (The roles won't do: a mere
        test of the connection brings those up to date, too.)"""
        told: list[int] | None = self.load("customers")
        return None if told is None else set(told)

    def keep_customers(self, cancel: CancelToken) -> None:
        """The hub was told of all customers of now."""
        self.save("customers", self.roles(cancel).customer_ids())

    def _refresh(self, known: Roles, cancel: CancelToken, *, ledgers: bool) -> Roles:
        fresh = known.as_of == 0 or known.as_of > self.company.altmstid or not known.groups
        if fresh:
            known = Roles()
        since = None if fresh else requests.alter_id_above(known.as_of)
        for kind, leaves, add in (
            (Kind.GROUP, roles.GROUP_LEAVES, known.add_groups),
            (Kind.VOUCHER_TYPE, roles.TYPE_LEAVES, known.add_types),
            (Kind.UNIT, roles.UNIT_LEAVES, known.add_units),
        ):
            add(self.collect(kind, leaves, f"the {kind.value.lower()}s", identity_of, cancel, where=since).rows)
        if ledgers:
            self._refresh_ledgers(known, cancel, since if known.ledgers else None)
        known.derive()
        if ledgers:
            known.as_of = self.company.altmstid
            self.save("roles", known.dump())
        return known

    def _refresh_ledgers(self, known: Roles, cancel: CancelToken, since: Condition | None) -> None:
        if since is not None:
            known.add_ledgers(
                self.collect(Kind.LEDGER, roles.LEDGER_LEAVES, "changed ledgers", identity_of, cancel, where=since).rows
            )
            return
        ranges = IdRanges(0, self.company.altmstid, size=20_000, target_rows=20_000)
        for low, high in ranges:
            reply = self.collect(
                Kind.LEDGER,
                roles.LEDGER_LEAVES,
                "the ledgers' groups",
                identity_of,
                cancel,
                where=between_ids(low, high),
            )
            known.add_ledgers(reply.rows)
            ranges.took(reply.seconds, reply.objects)

    def keep_ledgers(self, found: dict[str, list[str]]) -> None:
        """A complete pass over the ledgers was made: it is the roles' list of them."""
        known = self._roles or Roles()
        known.ledgers = found
        known.derive()
        known.as_of = self.company.altmstid
        self.save("roles", known.dump())
        self._roles = known


def between_ids(low: int, high: int | None) -> Condition:
    above = requests.master_id_above(low)
    return above if high is None else above & requests.master_id_until(high)


def _unknown_among(leaves: list[str], brings_rows: Callable[[Sequence[str]], bool]) -> list[str]:
    """Which leaves make an answer empty, by halving."""
    if brings_rows(leaves):
        return []
    if len(leaves) == 1:
        return leaves
    middle = len(leaves) // 2
    return _unknown_among(leaves[:middle], brings_rows) + _unknown_among(leaves[middle:], brings_rows)
