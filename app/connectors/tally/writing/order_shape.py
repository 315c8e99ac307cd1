"""The form in which a company's own vouchers with goods are kept, learnt from one that was entered there by hand.

(docs/protocols/tally.md: Writing vouchers) Installs differ in what they take: ``Bad Order Number in Voucher!`` is said of orders
whose lines lack the order's number, whose due date has another form, or whose godown isn't one. So one of the company's own
orders is read whole and its form taken over; likewise the godown and the GST registration of its sales.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from lxml import etree

from app.connectors.tally import requests, values
from app.connectors.tally.lines import Raw
from app.connectors.tally.requests import Kind, Period, days, is_plain, voucher_types
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import IDENTITY_LEAVES, ORDER, split_marker
from app.connectors.tally.windows import DayWindows, period_around
from app.connectors.tally.writing.voucher_body import short_day
from app.connectors.tally.writing.xml_out import Xml, element
from app.model.cancel import CancelToken

#: How far back a voucher to learn from is looked for, and how many are read whole.
_MOST_DAYS = 400
_FIRST_DAYS = 31
_MOST_READ = 3
#: What says which of the company's GST registrations a voucher belongs to, and how it is numbered.
_COMPANY_TAGS = ("GSTREGISTRATION", "CMPGSTIN", "CMPGSTREGISTRATIONTYPE", "CMPGSTSTATE")
_NUMBERING_TAGS = ("NUMBERINGSTYLE", "VOUCHERNUMBERSERIES")
#: What production writers send where nothing is known.
ANY = "Any"

Row = tuple[str, str, dict[str, str]]


@dataclass(frozen=True)
class Shape:
    """``godown`` and ``batch`` of each line (``""``: none is sent), whether due dates are told as ``N Days``, whether the order's
    number stands in REFERENCE as well, and elements of the head as (tag, text, attributes). ``learnt``: from a voucher."""

    godown: str = ""
    batch: str = ""
    due_in_days: bool = False
    number_in_reference: bool = False
    head: tuple[Row, ...] = ()
    learnt: bool = False

    @classmethod
    def load(cls, stored: Any) -> Shape | None:
        try:
            head = tuple((tag, text, dict(attributes)) for tag, text, attributes in stored["head"])
            return cls(**{**stored, "head": head})
        except (TypeError, KeyError, ValueError):
            return None

    @property
    def elements(self) -> tuple[Xml, ...]:
        return tuple(element(tag, text=text, **attributes) for tag, text, attributes in self.head)

    def due_text(self, due: str, day: str) -> str:
        """A line's due date (ISO) as these books tell it."""
        if not self.due_in_days:
            return short_day(due)
        return f"{(date.fromisoformat(due) - date.fromisoformat(day)).days} Days"


#: Where a company has no order yet.
DEFAULT_ORDER = Shape(godown=ANY, batch=ANY)
DEFAULT_SALE = Shape()


def shape_for(session: Session, roles: Roles, module: str, type_: str, cancel: CancelToken) -> Shape:
    """The form of this company's vouchers of that type: from memory, learnt now, or the default. The company must just have been
    seen open."""
    name = f"shape:{module}:{type_}"
    known = session.scratch.get(name) or Shape.load(session.load(name))
    if known is None:
        known = _learn(session, roles, module, type_, cancel)
        if known is None:
            known = DEFAULT_ORDER if module == ORDER else DEFAULT_SALE
        else:
            session.save(name, asdict(known))
    session.scratch[name] = known
    return known


def forget(session: Session, module: str, type_: str) -> None:
    """Tally refused that form: learn it anew the next time."""
    name = f"shape:{module}:{type_}"
    session.scratch.pop(name, None)
    session.save(name, None)


def _learn(session: Session, roles: Roles, module: str, type_: str, cancel: CancelToken) -> Shape | None:
    """From a voucher of that type, else from one of another type of the module."""
    others = [one for one in roles.types_of((module,)) if one != type_ and is_plain(one)]
    own = _learn_from(session, [type_], cancel, same_type=True) if is_plain(type_) else None
    return own or (_learn_from(session, others, cancel, same_type=False) if others else None)


def _learn_from(session: Session, types: list[str], cancel: CancelToken, *, same_type: bool) -> Shape | None:
    for ident in _newest(session, types, cancel):
        request = requests.voucher(session.company.name, ident)
        rows = session.client.ask(request, lambda node: shape_of(node, same_type=same_type), cancel, elements=True).rows
        if rows:
            return rows[0]
    return None


def _newest(session: Session, types: list[str], cancel: CancelToken) -> list[int]:
    """The latest vouchers of those types that were entered by hand."""

    def read(raw: Raw) -> int | None:
        ours = split_marker(values.text(raw.get("NARRATION")))[1]
        return None if ours or values.logical(raw.get("ISCANCELLED")) else values.whole(raw.get("MASTERID"))

    start = max(session.first_day, date.fromordinal(session.last_day.toordinal() - _MOST_DAYS))
    windows = DayWindows(start, session.last_day, days=_FIRST_DAYS, backwards=True)
    for low, high in windows:
        reply = session.collect(
            Kind.VOUCHER,
            (*IDENTITY_LEAVES, "NARRATION", "ISCANCELLED"),
            "a voucher to copy the form of",
            read,
            cancel,
            where=days(low, high) & voucher_types(types),
            period=Period(*period_around(low, high)),
        )
        windows.took(reply.seconds, reply.objects)
        if reply.rows:
            return sorted(reply.rows, reverse=True)[:_MOST_READ]
    return []


def shape_of(node: etree._Element, *, same_type: bool = True) -> Shape | None:
    """The form of one voucher's element; ``None`` when it has no goods to learn from."""
    batch = node.find("ALLINVENTORYENTRIES.LIST/BATCHALLOCATIONS.LIST")
    if batch is None or not len(batch):
        return None

    def text(tag: str) -> str:
        return values.text(batch.findtext(tag)) or ""

    number = values.text(node.findtext("VOUCHERNUMBER"))
    order, reference = text("ORDERNO"), values.text(node.findtext("REFERENCE"))
    tags = (*_COMPANY_TAGS, *_NUMBERING_TAGS) if same_type else _COMPANY_TAGS
    return Shape(
        text("GODOWNNAME"),
        text("BATCHNAME"),
        values.credit_days(text("ORDERDUEDATE")) is not None,
        bool(order) and order == reference and order != number,
        tuple(row for tag in tags if (row := _row(node.find(tag))) is not None),
        learnt=True,
    )


def _row(node: etree._Element | None) -> Row | None:
    if node is None or not values.text(node.text):
        return None
    return str(node.tag), str(node.text), {str(name): str(value) for name, value in node.attrib.items()}
