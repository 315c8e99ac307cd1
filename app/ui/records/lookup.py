"""Where a record of the hub is named: what is typed is looked for off the main thread, and found ones are offered below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from app.model.entities import ENTITIES
from app.ui import formats
from app.ui.records.lines import due_of
from app.ui.theme import em
from app.ui.words import tr
from app.ui.work import Work

_PLACE, _LABEL = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
_MOST = 20


@dataclass(frozen=True)
class Found:
    """``label`` is what people call the record, ``more`` tells it from others."""

    label: str
    more: str
    record: Mapping[str, Any]


#: For a text (on the GUI thread) the question, asked on the reader thread.
Query = Callable[[str], Callable[[], list[Found]]]


def of_entity(records: Any, entity: str) -> Query:
    """Any record of that kind, those that begin with the text first."""

    def query(text: str) -> Callable[[], list[Found]]:
        return lambda: in_order(text, found(entity, records.page(entity, q=text or None, limit=_MOST)[0]))

    return query


def of_customer(records: Any, customer: Callable[[], Any]) -> Query:
    """The invoices of the customer that is chosen at the time (a lookup's value, or a name), those with something due first."""

    def query(text: str) -> Callable[[], list[Found]]:
        who = customer()

        def ask() -> list[Found]:
            id_ = who.get("id") if isinstance(who, Mapping) else _id_of(records, who)
            bills = records.invoices_of(id_, q=text or None) if id_ else []
            bills.sort(key=lambda one: not formats.is_something(due_of(one)))
            return found("invoice", bills)

        return ask

    return query


def _id_of(records: Any, name: Any) -> str | None:
    if not name:
        return None
    alike = only(found("customer", records.page("customer", q=str(name), limit=_MOST)[0]), str(name))
    return str(alike.record["id"]) if alike is not None else None


def found(entity: str, records: Sequence[Mapping[str, Any]]) -> list[Found]:
    field = ENTITIES[entity].label_field
    return [Found(str(one.get(field) or ""), _more(entity, one), one) for one in records]


def in_order(text: str, given: list[Found]) -> list[Found]:
    start = text.casefold()
    return sorted(given, key=lambda one: not one.label.casefold().startswith(start))


def only(given: Sequence[Found], text: str) -> Found | None:
    """The one that is called so."""
    alike = [one for one in given if one.label.casefold() == text.strip().casefold()]
    return alike[0] if len(alike) == 1 else None


def _more(entity: str, one: Mapping[str, Any]) -> str:
    if entity == "invoice":
        return tr("{date}, {amount} due", date=formats.day(one.get("date")), amount=formats.grouped(due_of(one) or "0"))
    names = {"product": ("sku", "unit", "rate"), "customer": ("city", "gstin"), "contact": ("first_name", "mobile")}
    return "  ·  ".join(str(one[name]) for name in names.get(entity, ()) if one.get(name))


class Lookup(QLineEdit):
    """``chosen``: one of the offered was taken. The down key offers all."""

    chosen = Signal(object)
    WAIT_MS = 120

    def __init__(self, work: Work, query: Query) -> None:
        super().__init__()
        self._work, self._query = work, query
        self._found: list[Found] = []
        self._taken: Found | None = None
        self._model = QStandardItemModel(self)
        completer = QCompleter(self._model, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_LABEL)  # what the box says then; the list says more
        completer.setMaxVisibleItems(8)
        found_ones: Any = completer.popup()
        found_ones.setAccessibleName(tr("Found records"))
        self._list = found_ones
        by_place: Any = completer.activated
        by_place[QModelIndex].connect(self._take)
        self.setCompleter(completer)
        self._later = QTimer(self, interval=self.WAIT_MS, singleShot=True)
        self._later.timeout.connect(self.ask)
        self.textEdited.connect(self._edited)

    @property
    def taken(self) -> Mapping[str, Any] | None:
        """The record that the text names, where it was offered."""
        text = self.text().strip()
        if self._taken is not None and self._taken.label == text:
            return self._taken.record
        alike = only(self._found, text)
        return alike.record if alike is not None else None

    def ask(self) -> None:
        self._later.stop()
        self._work.read(self._query(self.text().strip()), self._offer, lambda problem: None, owner=self, key="lookup")

    def _edited(self) -> None:
        self._taken = None
        self._later.start()

    def _offer(self, given: list[Found]) -> None:
        self._found = given
        self._model.clear()
        for at, one in enumerate(given):
            item = QStandardItem(f"{one.label}    {one.more}" if one.more else one.label)
            item.setData(at, _PLACE)
            item.setData(one.label, _LABEL)
            self._model.appendRow(item)
        completer = self.completer()
        if not given or not self.hasFocus():
            self._list.hide()
            return
        completer.setCompletionPrefix(self.text())
        widest = max(self._list.sizeHintForColumn(0) + em(self, 2), self.width())
        place = self.rect()
        place.setWidth(widest)
        completer.complete(place)

    def _take(self, index: QModelIndex) -> None:
        self._taken = self._found[index.data(_PLACE)]
        self.setText(self._taken.label)
        self.chosen.emit(self._taken.record)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.ask()
        else:
            super().keyPressEvent(event)
