"""The XML of an import, built so that nothing malformed can be sent.

A wrong shape does worse than fail (docs/protocols/tally.md: What hangs): tags are checked, attributes come from a fixed
table, text is escaped, and an object that Tally would choke on can't be made into a request (:func:`check_object`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from app.connectors.tally.values import MARK

_TAG = re.compile(r"(?:[A-Z][A-Z0-9]*|UDF:[A-Z0-9_]+)(?:\.LIST)?").fullmatch
_UNSENDABLE = re.compile(rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff{MARK}]")
_ATTRIBUTES = frozenset(
    {
        "NAME",
        "ACTION",
        "REMOTEID",
        "VCHTYPE",
        "OBJVIEW",
        "DATE",
        "TYPE",
        "TAXTYPE",
        "TAXREGISTRATION",
        "TAGNAME",
        "TAGVALUE",
        # Those of rows that are sent back as Tally has them.
        "JD",
        "P",
        "DESC",
        "ISLIST",
        "INDEX",
    }
)
#: The objects that we ever send, and what may be done with them.
MASTERS = frozenset({"LEDGER", "GROUP", "STOCKITEM", "STOCKGROUP", "UNIT"})
VOUCHER = "VOUCHER"
_MASTER_ACTIONS = frozenset({"Create", "Alter", "Delete"})
_VOUCHER_ACTIONS = frozenset({"Create", "Alter", "Cancel", "Delete"})
_BY_NUMBER = "Voucher Number"
_KEY = object()


@dataclass(frozen=True)
class Xml:
    """One element; only :func:`element` makes it. ``texts`` are the texts of its plain children, by tag."""

    tag: str
    text: str
    attributes: tuple[tuple[str, str], ...]
    texts: tuple[tuple[str, str], ...]
    key: object = None

    def __post_init__(self) -> None:
        if self.key is not _KEY:
            raise TypeError("XML is made by app.connectors.tally.writing.xml_out only")

    def attribute(self, name: str) -> str:
        return dict(self.attributes).get(name, "")

    def child(self, tag: str) -> str:
        """The text of a plain child, ``""`` when it has none."""
        return dict(self.texts).get(tag, "")


class Reserved(str):
    """One of Tally's own words (``Applicable``): it goes with the ``&#4;`` that marks them (docs/protocols/tally.md: Illegal
    XML)."""

    __slots__ = ()


def element(tag: str, *children: Xml | None, text: str | None = None, **attributes: str) -> Xml:
    """``<TAG …>`` with ``text`` or ``children`` (those that are ``None`` are left away). A list's tag ends in ``.LIST``.

    Without either it is empty, which clears a field. Raises ``ValueError`` for a tag or attribute that we never send."""
    if not _TAG(tag):
        raise ValueError(f"not a tag: {tag!r}")
    present = [child for child in children if child is not None]
    if text is not None and present:
        raise ValueError(f"{tag} has both a text and children")
    for name in attributes:
        if name not in _ATTRIBUTES:
            raise ValueError(f"not an attribute that we send: {name!r}")
    written = "".join(f' {name}="{_escaped(value)}"' for name, value in attributes.items())
    inside = _escaped(text) if text is not None else "".join(child.text for child in present)
    return Xml(
        tag,
        f"<{tag}{written}>{inside}</{tag}>",
        tuple(attributes.items()),
        ((tag, inside),) if not present else tuple((child.tag, _inside(child)) for child in present),
        _KEY,
    )


def _inside(child: Xml) -> str:
    """What a child holds, as it is sent."""
    return child.text.partition(">")[2].rpartition("</")[0]


def listing(tag: str, *rows: Xml | None, **attributes: str) -> Xml:
    """``<TAG.LIST>`` around ``rows``."""
    return element(f"{tag}.LIST", *rows, **attributes)


#: Line ends as references: a parser would change plain ones.
_REFERENCES = {'"': "&quot;", "\r": "&#13;", "\n": "&#10;"}


def sendable(value: str) -> str:
    """``value`` without what XML forbids; a tab is a space."""
    return _UNSENDABLE.sub("", value.replace("\t", " "))


def _escaped(value: str) -> str:
    plain = escape(sendable(value), _REFERENCES)
    return f"&#4; {plain}" if isinstance(value, Reserved) else plain


def check_object(body: Xml, *, voucher: bool) -> None:
    """That ``body`` is an object which Tally takes without harm: of a known kind, with a known action, and not empty (a delete
    without a NAME hangs, an empty object is refused; docs/protocols/tally.md: What hangs, Writing). Raises ``ValueError``."""
    action = body.attribute("ACTION")
    kinds, actions = ({VOUCHER}, _VOUCHER_ACTIONS) if voucher else (MASTERS, _MASTER_ACTIONS)
    if body.tag not in kinds or action not in actions:
        raise ValueError(f"not an object that we send: {body.tag} {action!r}")
    if not voucher and not body.attribute("NAME").strip():
        raise ValueError(f"{body.tag} without a name")
    if not voucher and action == "Delete" and not body.child("NAME").strip():
        raise ValueError("a delete needs the name inside, too")
    if voucher and not any(inside for tag, inside in body.texts if tag != VOUCHER):
        raise ValueError("an empty voucher")
    if voucher and not body.attribute("REMOTEID").strip():
        # By our key it is Create that alters; an Alter by any id makes a second voucher (docs/protocols/tally.md: Writing).
        by_number = body.attribute("TAGNAME") == _BY_NUMBER and body.attribute("TAGVALUE") and body.attribute("DATE")
        if not by_number or action == "Create":
            raise ValueError("a voucher that neither our key nor its number and day name")
    elif voucher and action == "Alter":
        raise ValueError("an alteration by a key makes a second voucher")
