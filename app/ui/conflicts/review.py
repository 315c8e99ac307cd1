"""One decision under review: what there is to choose, and what the choice would do. Nothing here applies it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QWidget

from app.model.entities import FieldSpec
from app.ui import formats, states
from app.ui.conflicts import presenter
from app.ui.conflicts.presenter import HERE, OTHER, THERE
from app.ui.records.editor import FieldEditor
from app.ui.theme import em
from app.ui.widgets.basics import button, clear, column, label, line, row
from app.ui.words import tr


@dataclass(frozen=True)
class Background:
    """What a review shows besides the conflict itself. ``candidates``: the hub's records that a doubtful match may mean, by id."""

    record: dict[str, Any] | None = None
    history: tuple[Any, ...] = ()
    candidates: tuple[dict[str, Any], ...] = ()
    direction: str = "bidirectional"


@dataclass(frozen=True)
class Decision:
    resolution: str
    fields: dict[str, Any] | None = None
    local_id: str | None = None


class Review(QWidget):
    """``decision`` is ``None`` until enough is chosen; ``effect`` says in words what it does."""

    changed = Signal()

    def decision(self) -> Decision | None:
        raise NotImplementedError

    def effect(self) -> str:
        raise NotImplementedError

    def complain(self, field: str, message: str) -> bool:
        """Show what is wrong at the field at fault; False where there is no such field."""
        return False


class Option(QWidget):
    """A radio button whose words may take several lines; a click on them chooses it."""

    chosen = Signal()

    def __init__(self, words: str, name: str, group: QButtonGroup, *, tone: str = "", bold: bool = False) -> None:
        super().__init__()
        self.radio = QRadioButton()
        self.radio.setAccessibleName(name)
        group.addButton(self.radio)
        self.radio.toggled.connect(self._toggled)
        layout = row(space=0.35)
        layout.addWidget(self.radio, 0, Qt.AlignmentFlag.AlignTop)
        if words:
            layout.addWidget(_Clicked(words, self.radio, tone, bold), 1)
        self.setLayout(layout)
        self.setFocusProxy(self.radio)

    def _toggled(self, on: bool) -> None:
        if on:
            self.chosen.emit()


class _Clicked(QLabel):
    def __init__(self, words: str, radio: QRadioButton, tone: str, bold: bool) -> None:
        super().__init__(words)
        self._radio = radio
        self.setProperty("tone", tone)
        if bold:
            font = self.font()
            font.setWeight(font.Weight.DemiBold)
            self.setFont(font)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(em(self, 4))
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    def mousePressEvent(self, event: Any) -> None:
        self._radio.setChecked(True)
        self._radio.setFocus(Qt.FocusReason.MouseFocusReason)


class FieldsReview(Review):
    """How it was, here, there: a choice for each field, or one for the whole record, or a third value typed."""

    def __init__(self, conflict: Any, background: Background, names: dict[str, str]) -> None:
        super().__init__()
        self._conflict, self._background = conflict, background
        self.choices = presenter.Choices(conflict)
        self._options: dict[tuple[str, str], Option] = {}
        self._editors: dict[str, FieldEditor] = {}
        self._results: dict[str, QLabel] = {}
        self._complaints: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(em(self, 1.0))
        grid.setVerticalSpacing(em(self, 0.4))
        for at, stretch in enumerate((0, 3, 4, 4, 4, 4)):
            grid.setColumnStretch(at, stretch)
        self._add_heads(grid, presenter.changed_here(conflict, background.history, names))
        grid.addWidget(line(), 1, 0, 1, 6)
        for at, side in enumerate(presenter.sides(conflict, background.record)):
            self._add(grid, 2 + at, side)
        grid.setRowStretch(grid.rowCount(), 1)

    def _add_heads(self, grid: QGridLayout, here: str) -> None:
        system = self._conflict.connection_name
        there = tr("seen {when}", when=formats.when(self._conflict.created_at))
        take_here = button(tr("All from &here"), self._all_here, name=tr("Take every field from here"))
        take_there = button(
            tr("All from &there"), self._all_there, name=tr("Take every field from {name}", name=system)
        )
        heads: tuple[tuple[str, str, Any], ...] = (
            (tr("Field"), "", None),
            (tr("How it was"), "", None),
            (tr("Here"), here, take_here),
            (tr("In {name}", name=system), there, take_there),
            (tr("Another value"), "", None),
            (tr("It will be"), "", None),
        )
        for at, (title, about, take) in enumerate(heads):
            head = column(label(title, bold=True, wrap=at > 0), space=0.1)
            if about:
                head.addWidget(label(about, tone="muted", wrap=True))
            head.addStretch(1)
            if take is not None:
                head.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addLayout(head, 0, at)

    def _add(self, grid: QGridLayout, at: int, side: presenter.Side) -> None:
        top, system = Qt.AlignmentFlag.AlignTop, self._conflict.connection_name
        group = QButtonGroup(self)
        complaint = label(tone="error", wrap=True)
        complaint.hide()
        self._complaints[side.name] = complaint
        grid.addLayout(column(label(side.title), complaint, None, space=0.1), at, 0)
        grid.addWidget(label(side.base, tone="muted", wrap=True), at, 1, top)
        for place, which, words, where in ((2, HERE, side.here, tr("here")), (3, THERE, side.there, system)):
            name = tr("{field}, {where}: {value}", field=side.title, where=where, value=words)
            differs = words != side.base
            option = Option(words, name, group, tone="warn" if differs else "", bold=differs)
            self._keep(option, side.name, which)
            grid.addWidget(option, at, place, top)
        if side.typed:
            grid.addWidget(self._third(side, group), at, 4, top)
        self._results[side.name] = label(wrap=True, tone="muted")
        grid.addWidget(self._results[side.name], at, 5, top)
        self._show_result(side.name)

    def _third(self, side: presenter.Side, group: QButtonGroup) -> QWidget:
        known = presenter.spec_of(self._conflict.entity_type, side.name)
        option = Option("", tr("{field}: another value", field=side.title), group)
        self._keep(option, side.name, OTHER)
        editor = FieldEditor(known or FieldSpec(side.name), None, tr("{field}: type it", field=side.title))
        editor.setProperty("field", side.name)
        editor.changed.connect(self._typed)
        self._editors[side.name] = editor
        holder = QWidget()
        inside = row(space=0.1)
        inside.addWidget(option, 0)
        inside.addWidget(editor, 1)
        holder.setLayout(inside)
        return holder

    def _keep(self, option: Option, field: str, which: str) -> None:
        option.setProperty("field", field)
        option.setProperty("which", which)
        option.chosen.connect(self._chosen)
        self._options[(field, which)] = option

    def _chosen(self) -> None:
        option = self.sender()
        field, which = option.property("field"), option.property("which")
        if which == OTHER:
            self.choices.typed[field] = self._editors[field].value()
        self.choices.pick(field, which)
        self._show_result(field)

    def _typed(self) -> None:
        field = self.sender().property("field")
        self.choices.typed[field] = self._editors[field].value()
        self.choices.pick(field, OTHER)
        self._options[(field, OTHER)].radio.setChecked(True)
        self._show_result(field)

    def _all_here(self) -> None:
        self._all(HERE)

    def _all_there(self) -> None:
        self._all(THERE)

    def _all(self, which: str) -> None:
        for field in self.choices.fields:
            self._options[(field, which)].radio.setChecked(True)

    def _show_result(self, field: str) -> None:
        self._complaints[field].hide()
        picked = field in self.choices.picked
        value = self.choices.result(field)
        words = presenter.said(self._conflict.entity_type, field, value, self._background.record) if picked else "?"
        self._results[field].setText(words)
        self._results[field].setAccessibleName(words)
        self.changed.emit()

    def decision(self) -> Decision | None:
        return Decision(*self.choices.resolution()) if self.choices.complete else None

    def effect(self) -> str:
        return self.choices.effect(self._conflict.connection_name, self._background.direction)

    def complain(self, field: str, message: str) -> bool:
        if field not in self._complaints:
            return False
        self._complaints[field].setText(message)
        self._complaints[field].show()
        self._editors.get(field, self).setFocus()
        return True


class MatchReview(Review):
    """The record there beside each of the hub's that it may be: choose one, or keep both apart."""

    def __init__(self, conflict: Any, background: Background) -> None:
        super().__init__()
        self._conflict, self._background = conflict, background
        self._group = QButtonGroup(self)
        self._chosen_id: str | None = None
        self._apart = False
        choose = column(label(tr("Is it one of these?"), bold=True), space=0.3)
        for record in background.candidates:
            title, more = presenter.candidate_words(conflict.entity_type, record)
            words = tr("The same as “{name}”", name=title) + (f"\n{more}" if more else "")
            choose.addWidget(self._option(words, str(record["id"])))
        if not background.candidates:
            gone = tr("The record that it may be is not here any more.")
            choose.addWidget(label(gone, tone="muted", wrap=True))
        choose.addWidget(self._option(tr("No, keep both apart"), ""))
        if waiting := presenter.waiting_words(conflict):
            choose.addWidget(label(waiting, tone="muted", wrap=True))
        choose.addStretch(1)
        self._compare = QFrame()
        self._grid = QGridLayout(self._compare)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(em(self, 1.0))
        self._grid.setVerticalSpacing(em(self, 0.25))
        for at, stretch in enumerate((0, 1, 1, 0)):
            self._grid.setColumnStretch(at, stretch)
        both = row(space=1.4)
        both.addLayout(choose, 2)
        both.addWidget(self._compare, 3, Qt.AlignmentFlag.AlignTop)
        self.setLayout(both)
        if background.candidates:
            self._show_beside(background.candidates[0])

    def _option(self, words: str, key: str) -> Option:
        option = Option(words, words.replace("\n", ", "), self._group)
        option.setProperty("key", key)
        option.chosen.connect(self._picked)
        return option

    def _picked(self) -> None:
        key = self.sender().property("key")
        self._chosen_id, self._apart = key or None, not key
        for record in self._background.candidates:
            if record["id"] == key:
                self._show_beside(record)
        self.changed.emit()

    def _show_beside(self, record: dict[str, Any]) -> None:
        clear(self._grid)
        heads = ("", tr("In {name}", name=self._conflict.connection_name), tr("Here"), "")
        for at, words in enumerate(heads):
            self._grid.addWidget(label(words, bold=True, wrap=bool(words)), 0, at)
        for at, pair in enumerate(presenter.pairs(self._conflict, record), start=1):
            tone = "" if pair.same else "warn"
            cells = (
                label(pair.title, tone="muted"),
                label(pair.there, wrap=True, tone=tone, bold=not pair.same),
                label(pair.here, wrap=True, tone=tone, bold=not pair.same),
                label("=" if pair.same else "≠", tone="muted"),
            )
            for place, cell in enumerate(cells):
                self._grid.addWidget(cell, at, place, Qt.AlignmentFlag.AlignTop)

    def decision(self) -> Decision | None:
        if self._apart:
            return Decision("separate")
        return Decision("link", local_id=self._chosen_id) if self._chosen_id else None

    def effect(self) -> str:
        system = self._conflict.connection_name
        if self._apart:
            words = tr("Each stays a record of its own. You are not asked about these two again.")
            if self._conflict.local_id is None:
                return words
            needed = tr("The one here needs another name before it can be made in {name}.", name=system)
            return f"{words} {needed}"
        if self._chosen_id:
            return tr(
                "The two become one record, here and in {name}. Where both have a value and they differ, you are asked, or your "
                "rule decides.",
                name=system,
            )
        return tr("Nothing is chosen yet.")


class DeleteReview(Review):
    """Deleted there while it was changed here: the changes, and whether it lives on."""

    def __init__(self, conflict: Any, background: Background) -> None:
        super().__init__()
        self._conflict, self._background = conflict, background
        self._resolution = ""
        system, what = conflict.connection_name, states.entity_title(conflict.entity_type).lower()
        about = tr(
            "This {what} was deleted in {name}. It had been changed here since both last agreed, so it was kept here.",
            what=what,
            name=system,
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, 1.0))
        grid.setVerticalSpacing(em(self, 0.25))
        for at, stretch in enumerate((0, 1, 1, 1)):
            grid.setColumnStretch(at, stretch)
        heads = (tr("Field"), tr("How it was"), tr("Here"), tr("In {name}", name=system))
        for at, words in enumerate(heads):
            grid.addWidget(label(words, bold=True, wrap=True), 0, at)
        for at, side in enumerate(presenter.sides(conflict, background.record), start=1):
            cells = (
                label(side.title),
                label(side.base, tone="muted", wrap=True),
                label(side.here, tone="warn", bold=True, wrap=True),
                label(tr("deleted"), tone="muted"),
            )
            for place, cell in enumerate(cells):
                grid.addWidget(cell, at, place, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self)
        choose = column(space=0.3)
        for which, words in (
            (HERE, tr("Keep it, and make it anew in {name}", name=system)),
            (THERE, tr("Delete it here, too")),
        ):
            option = Option(words, words, group)
            option.setProperty("which", which)
            option.chosen.connect(self._picked)
            choose.addWidget(option)
        self.setLayout(column(label(about, wrap=True), grid, choose, None, space=0.6))

    def _picked(self) -> None:
        self._resolution = self.sender().property("which")
        self.changed.emit()

    def decision(self) -> Decision | None:
        return Decision(self._resolution) if self._resolution else None

    def effect(self) -> str:
        system = self._conflict.connection_name
        if self._resolution == HERE and self._background.direction == "pull":
            return tr("It stays here.") + " " + presenter.only_read(system)
        if self._resolution == HERE:
            return tr("It stays as it is here, and the next sync makes it anew in {name}.", name=system)
        if self._resolution == THERE:
            return tr("It is marked as deleted here. Its history stays, and it can be brought back from its page.")
        return tr("Nothing is chosen yet.")


def review_of(conflict: Any, background: Background, names: dict[str, str]) -> Review:
    if conflict.kind == "match":
        return MatchReview(conflict, background)
    if conflict.kind == "delete":
        return DeleteReview(conflict, background)
    return FieldsReview(conflict, background, names)
