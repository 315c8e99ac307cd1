"""Which names are taken among the masters of one kind, as Tally compares names (docs/protocols/tally.md: Writing masters).

A create that falls on a name in use alters that master without a word, so every create looks here first. The list is read once
and then brought up to date by what was saved since: one light request a look.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from app.connectors.tally import requests, roles
from app.connectors.tally.folding import fold_name
from app.connectors.tally.requests import Kind
from app.connectors.tally.session import Session, between_ids, identity_of
from app.connectors.tally.windows import LIST_ROWS, IdRanges
from app.model.cancel import CancelToken

_LEAVES = {
    Kind.GROUP: roles.GROUP_LEAVES,
    Kind.LEDGER: roles.LEDGER_LEAVES,
    Kind.UNIT: roles.UNIT_LEAVES,
}
_PLAIN_LEAVES = ("MASTERID", "ALTERID", "PARENT")
#: Kinds of which a book is kept between runs: there may be tens of thousands.
_KEPT = frozenset({Kind.STOCK_ITEM})
#: So many new names are found again by the next run, before the book is worth keeping anew.
_MOST_NEW = 500
#: Kinds that give others their meaning: the session's roles learn of them.
_MEANT = frozenset({Kind.LEDGER, Kind.GROUP, Kind.UNIT})


@dataclass(frozen=True)
class Named:
    """A master that has the name (or an alias) that was asked for."""

    id: int
    name: str


class NameBook:
    """The names of one kind of master in this session's company."""

    def __init__(self, session: Session, kind: Kind) -> None:
        self._session = session
        self._kind = kind
        self._leaves = _LEAVES.get(kind, _PLAIN_LEAVES)
        self._rows: dict[str, list[str]] = {}  # id: [name, aliases …]
        self._ids: dict[str, str] = {}  # folded name: id
        #: Everything up to this AlterID was seen; ``None``: nothing yet.
        self._mark: int | None = None
        self._new = 0

    def look_up(self, name: str, cancel: CancelToken) -> Named | None:
        """Who has ``name`` at this moment."""
        self.refresh(cancel)
        return self.known(name)

    def known(self, name: str) -> Named | None:
        """Who had ``name`` when the book was brought up to date last."""
        ident = self._ids.get(fold_name(name))
        return None if ident is None else Named(int(ident), self._rows[ident][0])

    def refresh(self, cancel: CancelToken) -> list[etree._Element]:
        """Take in what was saved since the last look; answers those masters."""
        if self._mark is None:
            self._begin(cancel)
        return self.read_new(self._leaves, cancel)

    def read_new(self, leaves: tuple[str, ...], cancel: CancelToken) -> list[etree._Element]:
        """The masters saved since the last look, with ``leaves``, taken into the book."""
        reply = self._session.collect(
            self._kind,
            tuple(dict.fromkeys((*self._leaves, *leaves))),
            "the names in use",
            identity_of,
            cancel,
            # With the newest one known: an answer without any would have to be told from a closed company's.
            where=requests.alter_id_above(max(0, (self._mark or 0) - 1)),
        )
        self._take(reply.rows)
        self._mark = max([self._mark or 0, *(int(one.findtext("ALTERID") or 0) for one in reply.rows)])
        self._new += len(reply.rows)
        if self._new > _MOST_NEW:
            self._keep()
        return reply.rows

    def forget(self, ident: int) -> None:
        """That master is gone."""
        self._drop(str(ident))

    # -- the book -------------------------------------------------------------------------------------------------

    def _begin(self, cancel: CancelToken) -> None:
        if self._kind is Kind.LEDGER:
            known = self._session.roles(cancel)
            for ident, (name, _, *aliases) in known.ledgers.items():
                self._put(ident, [name, *aliases])
            self._mark = known.as_of
            return
        counter = self._session.company.altmstid
        stored = self._session.load(_stored(self._kind)) if self._kind in _KEPT else None
        if stored and stored["mark"] <= counter:
            for ident, names in stored["names"].items():
                self._put(ident, names)
            self._mark = stored["mark"]
            return
        ranges = IdRanges(0, counter, size=LIST_ROWS, target_rows=LIST_ROWS)
        for low, high in ranges:
            reply = self._session.collect(
                self._kind, self._leaves, "the names in use", identity_of, cancel, where=between_ids(low, high)
            )
            self._take(reply.rows)
            ranges.took(reply.seconds, reply.objects)
        # Not the highest AlterID read: what was saved while we read may lie below it.
        self._mark = counter
        self._keep()

    def _keep(self) -> None:
        if self._kind in _KEPT:
            self._session.save(_stored(self._kind), {"mark": self._mark, "names": self._rows})
            self._new = 0

    def _take(self, elements: Iterable[etree._Element]) -> None:
        rows = list(elements)
        for element in rows:
            self._put(roles.master_id(element), [roles.name_of(element), *roles.aliases_of(element)])
        if rows and self._kind in _MEANT:
            self._tell_roles(rows)

    def _tell_roles(self, rows: list[etree._Element]) -> None:
        known = self._session.roles(CancelToken())
        if self._kind is Kind.LEDGER:
            known.learn_ledgers(rows)
            return
        (known.add_groups if self._kind is Kind.GROUP else known.add_units)(rows)
        known.derive()

    def _put(self, ident: str, names: list[str]) -> None:
        self._drop(ident)
        self._rows[ident] = names
        for name in names:
            self._ids[fold_name(name)] = ident

    def _drop(self, ident: str) -> None:
        for name in self._rows.pop(ident, ()):
            if self._ids.get(fold_name(name)) == ident:
                del self._ids[fold_name(name)]


def _stored(kind: Kind) -> str:
    return f"names:{kind.value}"


def distrust(session: Session, kind: Kind) -> None:
    """Everything is compared anew: so is what was kept of the names."""
    session.save(_stored(kind), None)
