"""Puts together the voucher that is sent for one op: its plan, its head, the form that these books want."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.connectors.base import ConnectionSettings, Reference, WriteOp
from app.connectors.tally.roles import Roles
from app.connectors.tally.session import Session
from app.connectors.tally.vouchers import ORDER, RECEIPT
from app.connectors.tally.writing import order_shape, voucher_body
from app.connectors.tally.writing.choices import Chosen
from app.connectors.tally.writing.order_shape import Shape
from app.connectors.tally.writing.receipt_plan import ReceiptPlanner
from app.connectors.tally.writing.voucher_body import Entry, Goods, Head, Party, Target
from app.connectors.tally.writing.voucher_lookup import Lookup
from app.connectors.tally.writing.voucher_plan import DocumentPlanner
from app.connectors.tally.writing.voucher_present import Present
from app.connectors.tally.writing.xml_out import Xml
from app.model.cancel import CancelToken
from app.model.errors import Rejected

#: Lists of the head that tell of the party.
_OF_PARTY = frozenset({"ADDRESS.LIST", "BASICBUYERADDRESS.LIST"})
_OFF = frozenset({"false", "no", "0", "off", ""})


@dataclass
class Composer:
    """One op's voucher. ``fields`` are the record as it shall read, ``present`` is what is there (``None`` for a create)."""

    session: Session
    lookup: Lookup
    settings: ConnectionSettings
    op: WriteOp
    roles: Roles
    fields: Mapping[str, Any]
    present: Present | None = None

    @property
    def chosen(self) -> Chosen:
        return Chosen.of(self.settings, self.roles)

    @property
    def type(self) -> str:
        """The voucher type: of a voucher that is there its own, else the one named, or chosen."""
        if self.present is not None:
            return self.present.type
        named = str(self.fields.get("VOUCHERTYPENAME") or "")
        if named and self.roles.module_of(named) == self.op.module:
            return named
        return self.chosen.voucher_type(self.op.module, "VOUCHERTYPENAME")

    def compose(self, target: Target, cancel: CancelToken) -> tuple[Xml, list[str]]:
        """The voucher to send, and what is to be told of its form. Raises :class:`Rejected` for what can't be sent."""
        if self.present is not None:
            self.present.check_currency()
        self._know_party(cancel)
        if self.op.module == RECEIPT:
            receipt = ReceiptPlanner(
                self.op.module, self.roles, self.chosen, self.fields, self.op.references, self.present
            )
            party, entries = receipt.party(), receipt.receipt()
            goods: list[Goods] = []
            shape = order_shape.DEFAULT_SALE
        else:
            shape = self._shape(cancel)
            plan = self._document_plan(shape, cancel)
            party = plan.party()
            entries, goods = plan.document()
        _check_balanced(entries, goods)
        body = voucher_body.document(target, self._head(party, bool(goods), shape, cancel), entries, goods)
        notes = []
        if self.op.module == ORDER and self.present is None and not shape.learnt:
            notes.append("Tally had no sales order entered by hand to copy the form of; the usual form was sent")
        return body, notes

    # -- the parts ------------------------------------------------------------------------------------------------

    @property
    def _goods_lines(self) -> list[Mapping[str, Any]]:
        return [line for line in self.fields.get("LINES") or () if line.get("STOCKITEM")]

    def _shape(self, cancel: CancelToken) -> Shape:
        """The form of these books' own vouchers, where it matters: for goods."""
        if not self._goods_lines:
            return order_shape.DEFAULT_SALE
        return order_shape.shape_for(self.session, self.roles, self.op.module, self.type, cancel)

    def _document_plan(self, shape: Shape, cancel: CancelToken) -> DocumentPlanner:
        units = self._units(cancel)
        return DocumentPlanner(
            self.op.module,
            self.roles,
            self.chosen,
            self.fields,
            self.op.references,
            self.present,
            shape,
            lambda item: units.get(item, ""),
        )

    def _units(self, cancel: CancelToken) -> dict[str, str]:
        """The units of items whose lines don't tell them."""
        wanted = {
            str(line["STOCKITEM"]) for line in self._goods_lines if line.get("BILLEDQTY") and not line.get("UNIT")
        }
        references = [one for (entity, key), one in self.op.references.items() if entity == "product" and key in wanted]
        return self.lookup.units(references, self.roles, cancel) if references else {}

    # -- the head -------------------------------------------------------------------------------------------------

    def _head(self, party: str, has_goods: bool, shape: Shape, cancel: CancelToken) -> Head:
        details, fields, present = self._party(party, cancel), self.fields, self.present
        stays = self._party_stays(party)
        view = voucher_body.view_of(self.op.module, has_goods)
        if present is not None and present.goods and has_goods:
            # Entered as a voucher, its goods below the sales ledger: so it stays.
            view = present.view
        return Head(
            self.op.module,
            self.type,
            str(fields["DATE"]),
            details,
            number=_text(fields, "VOUCHERNUMBER") or None,
            reference=None if self.op.module == RECEIPT else self._cleared(_text(fields, "REFERENCE")),
            narration=self._narration(),
            place=_text(fields, "PLACEOFSUPPLY") or details.state or None,
            optional=self._optional(),
            view=view,
            company=shape.elements if present is None else (),
            lists=present.head_lists(but=frozenset() if stays else _OF_PARTY) if present else (),
            party_stays=stays,
            day_stays=present is not None and present.day == str(fields["DATE"]),
        )

    @property
    def _party_reference(self) -> Reference | None:
        return self.op.references.get(("customer", _text(self.fields, "PARTY")))

    def _know_party(self, cancel: CancelToken) -> None:
        """A ledger that was made since the roles were read is added to them."""
        reference = self._party_reference
        if reference is not None and reference.id not in self.roles.ledgers:
            self.lookup.party(reference.label, reference, self.roles, cancel)

    def _party(self, name: str, cancel: CancelToken) -> Party:
        """The party with what a document says of it; of one that stays, Tally keeps that."""
        if self.op.module == RECEIPT or self._party_stays(name):
            return Party(name)
        return self.lookup.party(name, self._party_reference, self.roles, cancel)

    def _party_stays(self, name: str) -> bool:
        return self.present is not None and self.present.record.fields.get("PARTYNAME") == name

    def _cleared(self, text: str) -> str | None:
        """A scalar that is left out stays; on a change an empty one clears (docs/protocols/tally.md: Writing)."""
        return text or (None if self.present is None else "")

    def _narration(self) -> str | None:
        key = self.op.hub_key if self.present is None else self.present.record.hub_key
        narration = _text(self.fields, "NARRATION")
        return voucher_body.with_key(narration, key) if key else self._cleared(narration)

    def _optional(self) -> bool:
        """Whether it shall be a draft: what we make is one unless the connection says otherwise."""
        draft = self.fields.get("STATUS") == "draft"
        if self.present is not None:
            return draft
        setting = self.settings.auth.get("optional_vouchers", True)
        return draft or str(setting).strip().lower() not in _OFF


def _text(fields: Mapping[str, Any], name: str) -> str:
    return str(fields.get(name) or "")


def _check_balanced(entries: list[Entry], goods: list[Goods]) -> None:
    """Nothing unbalanced is ever sent."""
    rest = sum(entry.amount for entry in entries) + sum(line.amount for line in goods)
    if rest:
        raise Rejected(
            f"What would be sent does not balance: {rest} is left over. Nothing was sent.",
            code="not_balanced",
            hint="Make this change in Tally, and send support the diagnostics bundle.",
        )
