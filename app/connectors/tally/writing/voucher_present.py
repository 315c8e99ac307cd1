"""A voucher as Tally has it now, row by row, so that what a change does not touch goes back untouched.

(docs/protocols/tally.md: Writing vouchers) A change replaces all entries of a voucher. Rows that stay are therefore sent back as
Tally exported them, with everything that the hub does not know (cost centres, batches, bank details); a row that changes is made
anew, and refused when it holds such details, since they would be lost.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from lxml import etree

from app.connectors.tally import changes, requests, values
from app.connectors.tally.errors import NO_SUCH_VOUCHER
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import VoucherReader, raw_of
from app.connectors.tally.writing.voucher_body import View
from app.connectors.tally.writing.xml_out import Reserved, Xml, element
from app.model.cancel import CancelToken
from app.model.errors import BadAnswer, Rejected
from app.model.records import RecordProblem, RemoteRecord

_UDF = "{TallyUDF}"
#: Bookkeeping of Tally's own edit log, which it makes anew.
_NOT_SENT_BACK = frozenset({"OLDAUDITENTRYIDS.LIST"})
_ENTRY_LISTS = frozenset({"ALLLEDGERENTRIES.LIST", "LEDGERENTRIES.LIST", "ALLINVENTORYENTRIES.LIST"})
#: What a row keeps when its figures change: fields of add-ons, and these lists.
_KEPT = frozenset({"BASICUSERDESCRIPTION.LIST"})
RATES = "RATEDETAILS.LIST"
_BILLS = "BILLALLOCATIONS.LIST"
#: What a row may hold that a row of ours can't: the list, how many of it a row of ours has, and its name for people.
_MORE_THAN = (
    ("CATEGORYALLOCATIONS.LIST", 0, "cost centres"),
    ("BATCHALLOCATIONS.LIST", 1, "several batches or godowns"),
    ("ACCOUNTINGALLOCATIONS.LIST", 1, "several sales ledgers"),
    (_BILLS, 1, "several bills"),
    ("BANKALLOCATIONS.LIST", 1, "several bank details"),
    ("EXPENSEALLOCATIONS.LIST", 0, "additional expenses"),
)


@dataclass
class Row:
    """One entry or stock line of a voucher. ``amount`` has Tally's sign."""

    name: str
    amount: Decimal
    node: etree._Element
    taken: bool = False

    def text(self, path: str) -> str:
        return values.text(self.node.findtext(path)) or ""

    def as_is(self) -> tuple[Xml, ...]:
        """All that is in the row, as it goes back. Raises :class:`Rejected` for what can't be sent."""
        return tuple(_sent_back(child, self.name) for child in _contents(self.node))

    def has_cost_centres(self) -> bool:
        return any(len(one) for one in self.node.iter("CATEGORYALLOCATIONS.LIST"))

    def kept(self, *tags: str) -> tuple[Xml, ...]:
        """What a new row in its place takes over: fields of add-ons, descriptions, and the lists ``tags``."""
        return tuple(
            _sent_back(child, self.name)
            for child in self.node
            if (str(child.tag).startswith(_UDF) or child.tag in _KEPT or child.tag in tags) and _has_content(child)
        )

    def check_replaceable(self, *, bills: bool = True) -> None:
        """That a new row in its place loses nothing (without ``bills``: they are what is changed). Raises :class:`Rejected`."""
        held = [words for tag, words in _details(self.node) if bills or tag != _BILLS]
        if held:
            raise would_lose(f"{' and '.join(held)} at “{self.name}”")


def _details(node: etree._Element) -> Iterator[tuple[str, str]]:
    """What the row holds besides what a row of ours has: the list, and its name for people."""
    for tag, allowed, words in _MORE_THAN:
        if sum(1 for one in node.iter(tag) if len(one)) > allowed:
            yield tag, words
    if any(values.text(one.text) for one in node.iter("TRACKINGNUMBER")):
        yield "TRACKINGNUMBER", "a delivery note"
    if (node.findtext("ACTUALQTY") or "").strip() != (node.findtext("BILLEDQTY") or "").strip():
        yield "ACTUALQTY", "another actual than billed quantity"


def would_lose(what: str) -> Rejected:
    return Rejected(
        f"In Tally this voucher holds {what}, which a change from SalesMate Sync would lose. Nothing was sent.",
        code="would_lose",
        hint="Make this change in Tally; SalesMate Sync takes it over with the next sync.",
    )


@dataclass
class Present:
    """A voucher that is there. ``record`` is what the hub sees of it."""

    record: RemoteRecord
    type: str
    view: View
    node: etree._Element
    entries: list[Row] = field(default_factory=list)
    goods: list[Row] = field(default_factory=list)
    #: Entries below which the goods stand, in what is shown as a voucher.
    sales: list[Row] = field(default_factory=list)

    @property
    def number(self) -> str:
        return self.record.fields.get("VOUCHERNUMBER") or ""

    @property
    def day(self) -> str:
        return str(self.record.fields["DATE"])

    @property
    def status(self) -> str:
        return str(self.record.fields["STATUS"])

    def check_currency(self) -> None:
        """That all amounts are in the company's currency: whether an import takes others is not known. Raises :class:`Rejected`."""
        if any("=" in (row.node.findtext("AMOUNT") or "") for row in (*self.entries, *self.goods, *self.sales)):
            raise would_lose("amounts in foreign currency")

    def head_lists(self, *, but: frozenset[str]) -> tuple[Xml, ...]:
        """The voucher's other lists (e-way bill, delivery notes, terms of the order), without those of ``but``."""
        return tuple(
            _sent_back(child, str(child.tag))
            for child in self.node
            if str(child.tag).endswith(".LIST")
            and child.tag not in _ENTRY_LISTS | _NOT_SENT_BACK | but
            and _has_content(child)
        )

    def entry(self, ledger: str, amount: Decimal | None = None) -> Row | None:
        """An entry of that ledger (and amount) that was not taken yet."""
        return next(
            (
                row
                for row in self.entries
                if not row.taken and row.name == ledger and (amount is None or row.amount == amount)
            ),
            None,
        )


def read_present(session: Session, ident: int, roles: Roles, cancel: CancelToken) -> Present | None:
    """The voucher by Object export, or ``None`` when it isn't there. The company must just have been seen open."""

    def read(node: etree._Element) -> Present | RecordProblem | None:
        raw = raw_of(node)
        reader = VoucherReader(roles)
        try:
            record = reader.record(raw)
        except ValueError as error:
            return changes.problem(ident, reader.module_of(raw), raw, error)
        return None if record is None else _present(node, record)

    try:
        request = requests.voucher(session.company.name, ident)
        found = session.client.ask(request, read, cancel, elements=True).rows
    except BadAnswer as error:
        if error.code == NO_SUCH_VOUCHER:
            return None
        raise
    if found and isinstance(found[0], RecordProblem):
        raise Rejected(found[0].message, code=found[0].code, hint=found[0].hint)
    return found[0] if found and isinstance(found[0], Present) else None


def _present(node: etree._Element, record: RemoteRecord) -> Present:
    view = node.findtext("PERSISTEDVIEW") or node.get("OBJVIEW") or ""
    rows = list(_rows(node, "ALLLEDGERENTRIES.LIST", "LEDGERNAME")) or list(
        _rows(node, "LEDGERENTRIES.LIST", "LEDGERNAME")
    )
    goods = list(_rows(node, "ALLINVENTORYENTRIES.LIST", "STOCKITEMNAME"))
    sales: list[Row] = []
    if not goods:
        below = [(row, list(_rows(row.node, "INVENTORYALLOCATIONS.LIST", "STOCKITEMNAME"))) for row in rows]
        goods = [line for _, lines in below for line in lines]
        rows, sales = [row for row, lines in below if not lines], [row for row, lines in below if lines]
    return Present(
        record,
        str(record.fields["VOUCHERTYPENAME"]),
        View.INVOICE if view.strip().lower() == View.INVOICE.value.lower() else View.VOUCHER,
        node,
        rows,
        goods,
        sales,
    )


def _rows(node: etree._Element, tag: str, name: str) -> Iterator[Row]:
    for one in node.iterchildren(tag):
        if len(one):
            yield Row(values.text(one.findtext(name)) or "", Decimal(values.money(one.findtext("AMOUNT")) or 0), one)


def _sent_back(node: etree._Element, name: str) -> Xml:
    try:
        return sent_back(node)
    except ValueError as error:
        raise would_lose(f"a form of “{name}” that can't be sent back ({error})") from None


def sent_back(node: etree._Element) -> Xml:
    """An element as Tally exported it, without what is empty. Raises ``ValueError`` for a tag that can't be sent."""
    attributes = {str(name): str(value) for name, value in node.attrib.items()}
    children = [sent_back(child) for child in _contents(node)]
    tag = str(node.tag).replace(_UDF, "UDF:")
    if children:
        return element(tag, *children, **attributes)
    text = node.text or ""
    if text.startswith(values.MARK):
        return element(tag, text=Reserved(text[len(values.MARK) :].strip()), **attributes)
    return element(tag, text=text, **attributes)


def _contents(node: etree._Element) -> Iterator[etree._Element]:
    return (child for child in node if child.tag not in _NOT_SENT_BACK and _has_content(child))


def _has_content(node: etree._Element) -> bool:
    return any(_has_content(child) for child in node) if len(node) else bool(node.text and node.text.strip())
