"""The guided form of a definition, a tab for each part: who we are, the lists, their fields. Each answer changes the parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.model.entities import ENTITIES
from app.ui.connections.form import in_order
from app.ui.theme import em
from app.ui.widgets.basics import button, clear, column, label, row
from app.ui.widgets.enter_line import EnterLine
from app.ui.wizard import definition, definition_links
from app.ui.wizard.definition import Question
from app.ui.wizard.definition_links import Seen
from app.ui.words import tr


class Questions(QWidget):
    """Lines of a form. ``answered``: a question and what was typed."""

    answered = Signal(object, object)

    def __init__(self, questions: Sequence[Question]) -> None:
        super().__init__()
        self._questions = questions
        self.entries: dict[str, Any] = {}
        self._lines: dict[str, list[QWidget]] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(em(self, 0.2))
        _two_columns(self, grid)
        for question in questions:
            self._add(grid, question)

    def _add(self, grid: QGridLayout, question: Question) -> None:
        at, title, about = grid.rowCount(), tr(question.title), tr(question.about)
        if question.kind == "flag":
            entry: Any = QCheckBox(title)
            entry.toggled.connect(lambda on: self.answered.emit(question, on))
            lines: list[QWidget] = [entry]
        else:
            entry = EnterLine()
            entry.textEdited.connect(lambda text: self.answered.emit(question, text))
            head = label(title)
            head.setBuddy(entry)
            grid.addWidget(head, at, 0)
            lines = [entry, head]
        entry.setAccessibleName(title)
        entry.setAccessibleDescription(about)
        grid.addWidget(entry, at, 1)
        if about:
            told = label(about, tone="muted", wrap=True)
            grid.addWidget(told, at + 1, 1)
            lines.append(told)
        self.entries[question.name], self._lines[question.name] = entry, lines

    def focus_order(self) -> list[QWidget]:
        return list(self.entries.values())

    def fill(self, parts: Any, chosen: str = "") -> None:
        """``chosen``: the login or the pages, which decide what is asked."""
        for question in self._questions:
            entry, there = self.entries[question.name], definition.value(parts, question)
            for each in self._lines[question.name]:
                each.setVisible(not question.only or chosen in question.only)
            if isinstance(entry, QCheckBox):
                _quietly(entry, entry.setChecked, there)
            elif entry.text().strip() != there:
                entry.setText(there)


def _quietly(widget: QWidget, call: Any, *values: Any) -> None:
    before = widget.blockSignals(True)
    call(*values)
    widget.blockSignals(before)


def _box(choices: Any, name: str) -> QComboBox:
    box = QComboBox()
    for value, words in choices:
        box.addItem(words, value)
    box.setAccessibleName(name)
    return box


def _choose(box: QComboBox, value: str) -> None:
    _quietly(box, box.setCurrentIndex, max(0, box.findData(value)))


def _titled(grid: QGridLayout, title: str, field: QWidget) -> None:
    head = label(title)
    head.setBuddy(field)
    at = grid.rowCount()
    grid.addWidget(head, at, 0)
    grid.addWidget(field, at, 1)


def _grid(widget: QWidget) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(em(widget, 0.3))
    _two_columns(widget, grid)
    return grid


def _two_columns(widget: QWidget, grid: QGridLayout) -> None:
    """The second one begins at the same place in all parts of a form."""
    grid.setHorizontalSpacing(em(widget, 0.8))
    grid.setColumnMinimumWidth(0, em(widget, 10))
    grid.setColumnStretch(1, 1)


class LoginForm(QWidget):
    """``changed``: the parts as they are now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._parts: Mapping[str, Any] = {}
        self._before: dict[str, Any] = {}  # arrow keys pass by other logins: nothing typed is lost on the way
        self.title = EnterLine()
        self.title.setAccessibleName(tr("Name of the system"))
        self.title.textEdited.connect(lambda text: self._change(definition.put(self._parts, ("title",), text)))
        logins = [(value, tr(words)) for value, words in definition.LOGINS.items()]
        self.login = _box(logins, tr("Way to sign in"))
        self.login.activated.connect(self._login_chosen)
        self.questions = Questions(definition.LOGIN)
        self.questions.answered.connect(lambda *said: self._change(definition.answered(self._parts, *said)))
        grid = _grid(self)
        _titled(grid, tr("Name of the system"), self.title)
        _titled(grid, tr("Way to sign in"), self.login)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(grid)
        layout.addWidget(self.questions)

    def focus_order(self) -> list[QWidget]:
        return [self.title, self.login, *self.questions.focus_order()]

    def _login_chosen(self) -> None:
        self._before |= definition.group(self._parts, "authentication")
        self._change(definition.with_login(self._parts, self.login.currentData(), self._before))

    def _change(self, parts: Mapping[str, Any]) -> None:
        self.fill(parts)
        self.changed.emit(parts)

    def fill(self, parts: Mapping[str, Any]) -> None:
        self._parts = parts
        title, login = str(parts.get("title") or ""), definition.login_of(parts)
        if self.title.text() != title:
            self.title.setText(title)
        _choose(self.login, login)
        self.questions.fill(parts, login)
        self.questions.setVisible(any(login in one.only for one in definition.LOGIN))


class ListForm(QWidget):
    """One of the lists, and how all of them come in pages. ``changed``: the parts as they are now; ``chosen``: another list."""

    changed = Signal(object)
    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._parts: Mapping[str, Any] = {}
        self._before: dict[str, Any] = {}
        self.which = _box((), tr("List"))
        self.which.activated.connect(self._chosen)
        self.more = button(tr("Add a list"), self._add, icon="plus")
        self.less = button(tr("Remove this list"), self._remove, icon="trash")
        self.name = EnterLine()
        self.name.setAccessibleName(tr("Its name here"))
        self.name.editingFinished.connect(self._rename)
        kinds = [("", tr("None of ours")), *((one.name, tr(one.plural)) for one in ENTITIES.values())]
        self.entity = _box(kinds, tr("Our kind of record"))
        self.entity.activated.connect(self._entity_chosen)
        self.questions = Questions((*definition.LIST, definition.SINCE, *definition.DOES))
        self.questions.answered.connect(self._answered)
        self.pages = _box([(kind, tr(words)) for kind, words in definition.PAGES.items()], tr("How a long list comes"))
        self.pages.activated.connect(self._pages_chosen)
        self.paging = Questions(definition.PAGING)
        self.paging.answered.connect(lambda *said: self._change(definition.answered(self._parts, *said)))
        head, long = _grid(self), _grid(self)
        _titled(head, tr("Its name here"), self.name)
        _titled(head, tr("Our kind of record"), self.entity)
        _titled(long, tr("How a long list comes"), self.pages)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, em(self, 0.4), 0)
        layout.addLayout(row(self.which, self.more, self.less, None))
        layout.addLayout(head)
        layout.addWidget(self.questions)
        layout.addWidget(label(tr("Pages, of all lists"), bold=True))
        layout.addLayout(long)
        layout.addWidget(self.paging)
        layout.addStretch(1)

    def focus_order(self) -> list[QWidget]:
        head = [self.which, self.more, self.less, self.name, self.entity]
        return [*head, *self.questions.focus_order(), self.pages, *self.paging.focus_order()]

    @property
    def resource(self) -> str:
        return str(self.which.currentData() or "")

    @property
    def of_resource(self) -> Mapping[str, Any]:
        found = definition.resources(self._parts).get(self.resource)
        return found if isinstance(found, Mapping) else {}

    def _answered(self, question: Question, said: Any) -> None:
        self.put(definition.answered(self.of_resource, question, said))

    def put(self, resource: Mapping[str, Any]) -> None:
        """The chosen list as it is now."""
        if self.resource:
            self._change(definition.with_resource(self._parts, self.resource, resource))

    def _entity_chosen(self) -> None:
        self.put(definition.put(self.of_resource, ("entity",), self.entity.currentData() or None))

    def _pages_chosen(self) -> None:
        self._before |= definition.group(self._parts, "paging")
        self._change(definition.with_pages(self._parts, self.pages.currentData(), self._before))

    def _rename(self) -> None:
        made = definition.renamed(self._parts, self.resource, self.name.text())
        if made != self._parts:
            self._change(made, "_".join(self.name.text().split()))

    def _add(self) -> None:
        self._change(*definition.added(self._parts))

    def _remove(self) -> None:
        self._change(definition.without(self._parts, self.resource))

    def _chosen(self) -> None:
        self.fill(self._parts)
        self.chosen.emit()

    def _change(self, parts: Mapping[str, Any], resource: str = "") -> None:
        self.fill(parts, resource)
        self.changed.emit(parts)

    def fill(self, parts: Mapping[str, Any], resource: str = "") -> None:
        self._parts = parts
        present, names = resource or self.resource, list(definition.resources(parts))
        if names != [self.which.itemData(at) for at in range(self.which.count())]:
            _quietly(self.which, self.which.clear)
            for name in names:
                _quietly(self.which, self.which.addItem, name, name)
        _choose(self.which, present)
        for each in (self.name, self.entity, self.questions, self.less):
            each.setEnabled(bool(names))
        self.name.setText(self.resource)
        _choose(self.entity, str(self.of_resource.get("entity") or ""))
        self.questions.fill(self.of_resource)
        _choose(self.pages, definition.pages_of(parts))
        self.paging.fill(parts, definition.pages_of(parts))
        self.paging.setVisible(definition.pages_of(parts) != "none")


class FieldsForm(QWidget):
    """Their fields, as they were seen in records, each beside ours. ``linked``: another one was chosen."""

    linked = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._seen: Sequence[Seen] = ()
        self.boxes: dict[str, QComboBox] = {}
        self.about = label(tone="muted", wrap=True)
        self.learn = button(tr("Read its fields"), self.asked.emit, icon="sync")
        self.twice = label(tone="warn", wrap=True)
        self._grid = _grid(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, em(self, 0.4), 0)
        layout.addLayout(column(self.about, row(self.learn, None), self.twice, self._grid, None))

    def show_fields(self, name: str, resource: Mapping[str, Any], seen: Sequence[Seen]) -> None:
        entity = str(resource.get("entity") or "")
        told = tr(
            "Which field of “{list}” is which of ours? Their fields are read from the first records of the list.",
            list=name,
        )
        if not entity:
            told = tr(
                "Say under Lists which of our records “{list}” are. Then their fields can be linked here.", list=name
            )
        self.about.setText(told)
        self.learn.setEnabled(bool(entity))
        self._seen, self.boxes = seen, {}
        clear(self._grid)
        for one in seen:
            self._add(one, resource, definition_links.own_fields(entity, one.path))
        self.twice.hide()
        in_order((self.learn, *self.boxes.values()))

    @property
    def rows(self) -> list[tuple[Seen, str]]:
        return [(one, str(self.boxes[one.path].currentData() or "")) for one in self._seen]

    def _chosen(self) -> None:
        titles = {box.itemData(at): box.itemText(at) for box in self.boxes.values() for at in range(box.count())}
        twice = [titles[local] for local in definition_links.twice(self.rows)]
        self.twice.setText(tr("Chosen more than once, the first one counts: {fields}", fields=", ".join(twice)))
        self.twice.setVisible(bool(twice))
        self.linked.emit()

    def _add(self, one: Seen, resource: Mapping[str, Any], fields: Sequence[tuple[str, str]]) -> None:
        box = _box([("", tr("Not linked")), *((name, title) for title, name in fields)], one.path)
        box.setAccessibleDescription(one.sample)
        _choose(box, definition_links.linked_to(resource, one.path))
        box.activated.connect(self._chosen)
        self.boxes[one.path] = box
        at = self._grid.rowCount()
        head = label(one.path, bold=True, wrap=True)
        head.setBuddy(box)
        sample = one.sample if len(one.sample) <= 40 else f"{one.sample[:40]}…"
        self._grid.addLayout(column(head, label(sample, tone="muted", wrap=True), space=0.0), at, 0)
        self._grid.addWidget(box, at, 1)
