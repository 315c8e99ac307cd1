"""What is done to a value on its way: the transforms of a link one after the other, each with what it makes of a real value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.mapping.names import Names
from app.model.values import FieldType
from app.services.mapping.views import Fault
from app.ui import states
from app.ui.mappings import settings, steps
from app.ui.mappings.cards import Card, CardList
from app.ui.mappings.editor import Editor
from app.ui.mappings.fit import KINDS
from app.ui.mappings.kept import KeepSteps, KeptSteps, UseMenu
from app.ui.mappings.parameters import Choice
from app.ui.mappings.picker import TransformPicker
from app.ui.mappings.sections import LinkForm
from app.ui.mappings.settings import Ends
from app.ui.widgets.basics import Note, button, column, label, row
from app.ui.words import plural, tr

#: Milliseconds between the last change and the look at what the steps make of the sample.
_SOON = 120


class ChainForm(LinkForm):
    """``looked``: the steps of a template were read, so that ``one_way`` may be another."""

    looked = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self.views: list[steps.StepView] = []
        self._entries: list[Mapping[str, Any]] = []
        self._places: list[int] = []  # of each card's step in the link's chain
        self._focus_new = False
        self._faults: Sequence[Fault] = ()
        self._find_title = label()
        self.find_box = Choice(tr("Find it by"))
        self.find_box.currentIndexChanged.connect(self._found_by)
        self._find_title.setBuddy(self.find_box)
        self._find = QWidget()
        self._find.setLayout(column(self._find_title, self.find_box, space=0.2))
        self._way = label(tone="muted", wrap=True)
        self.note = Note(below=True)
        self.bridge = self.note.add(button("", self._bridge, icon="plus", name=tr("Put a transform between")))
        self.kept = KeptSteps(editor.desk)
        self.kept.copied.connect(self._copied)
        self.kept.let_go.connect(self._let_go)
        self.kept.read.connect(self.looked)
        self.list = CardList()
        self.list.dropped.connect(self._move)
        self.add = button(tr("Add a transform"), self._pick, icon="plus")
        self.templates = button(tr("Templates"), icon="template")
        self.menu = UseMenu(editor.desk, self.templates)
        self.menu.chosen.connect(self._use)
        self.menu.keep_asked.connect(self._keep)
        self.templates.setMenu(self.menu)
        self.setLayout(
            column(
                self._find, self._way, self.note, self.kept, self.list,
                row(self.add, self.templates, None, space=0.4), space=0.55,
            )
        )  # fmt: skip
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_SOON)
        self._soon.timeout.connect(self._try)
        editor.preview_changed.connect(self._soon.start)
        editor.samples_changed.connect(self._soon.start)

    # --- what is shown ----------------------------------------------------------------------------------------------

    def looks_at(self, ends: Ends) -> Any:
        link = ends.link
        return link.transform, link.direction, link.is_readonly, link.field_type, link.value_map

    def fill(self, ends: Ends) -> None:
        link = ends.link
        is_kept = isinstance(link.transform, str)
        whole = settings.listed(link.transform)
        self._places = [at for at, entry in enumerate(whole) if entry.get("name") != steps.LOOKUP_BY]
        self._entries = [whole[at] for at in self._places]
        self.views = steps.walk(self._entries, self._starts(ends), self._names(ends))
        self._show_find(ends, whole, is_kept)
        self.kept.setVisible(is_kept)
        if is_kept:
            self.kept.show_template(str(link.transform))
        else:
            self.kept.forget()
        self._way.setText(self._way_words(ends))
        self._way.setVisible(bool(self._entries) or is_kept)
        self._show_cards()
        self._show_end(ends)
        self.add.setVisible(not is_kept)
        self.templates.setVisible(not is_kept)
        self.menu.show_steps(bool(self._entries))
        self._soon.start()

    def _starts(self, ends: Ends) -> tuple[FieldType, ...]:
        has_table = bool(settings.pairs_of(ends.link.value_map))
        return steps.chain_starts(ends.local, ends.link.field_type, ends.comes_in, has_table)

    def _names(self, ends: Ends) -> Names:
        bench = self.editor.bench
        return settings.names_in_reach(ends, bench.local if bench is not None else ())

    @property
    def one_way(self) -> steps.StepView | None:
        """The first step that has no way back."""
        is_kept = self.ends is not None and isinstance(self.ends.link.transform, str)
        views = self.kept.views if is_kept else self.views
        return next((view for view in views if not view.undoes and not view.fault), None)

    def _way_words(self, ends: Ends) -> str:
        if not ends.comes_in:
            return tr("Done one after the other, from here to {system}.", system=ends.system)
        if ends.link.direction == "to_local" or ends.link.is_readonly:
            return tr("Done one after the other, from {system} to here.", system=ends.system)
        return tr("Done one after the other, from {system} to here, and undone on the way back.", system=ends.system)

    def _show_find(self, ends: Ends, whole: Sequence[Mapping[str, Any]], is_kept: bool) -> None:
        wanted = bool(ends.local.lookup) and not is_kept
        self._find.setVisible(wanted)
        if not wanted:
            return
        what = states.entity_title(ends.local.lookup)
        self._find_title.setText(tr("Find the {what} by", what=what.lower()))
        self.find_box.setAccessibleName(tr("Find the {what} by", what=what.lower()))
        offered = [(tr("What {system} itself uses", system=ends.system), ""), *settings.find_fields(ends.local.lookup)]
        self.find_box.blockSignals(True)
        if [self.find_box.itemText(at) for at in range(self.find_box.count())] != [title for title, _ in offered]:
            self.find_box.clear()
            for title, name in offered:
                self.find_box.addItem(title, name)
        self.find_box.show_data(settings.find_by(whole))
        self.find_box.blockSignals(False)

    def _show_cards(self) -> None:
        changed = self.list.arrange(self._entries, self._make, "name")
        for at, (card, view, entry) in enumerate(zip(self.list.cards, self.views, self._entries, strict=True)):
            card.show_entry(entry, view.arguments, view.summary)
            card.show_undo(view.undo.shape, view.undo.tone, view.undo.words)
            card.show_place(at, len(self.views))
        self.list.setVisible(bool(self.views))
        self._complain()
        if changed:
            self.rebuilt.emit()
        if self._focus_new and self.list.cards:
            self._focus_new = False
            card = self.list.cards[-1]
            card.set_open(True)
            if not card.form.take_focus():
                card.head.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rebuilt.emit()

    def _make(self, at: int) -> Card:
        view = self.views[at]
        card = Card(view.name, view.title, view.parameters, movable=True, fields=self._nameable)
        card.edited.connect(lambda name, value: self._edit(card, name, value))
        card.moved.connect(lambda step: self._move_by(card, step))
        card.removed.connect(lambda: self._remove(card))
        card.toggled.connect(self.rebuilt)
        return card

    def _nameable(self) -> Sequence[tuple[str, str]]:
        bench = self.editor.bench
        return (
            settings.nameable(self.ends, bench.local, bench.remote)
            if self.ends is not None and bench is not None
            else ()
        )

    def _show_end(self, ends: Ends) -> None:
        """Steps that lead to another type than our field's: said at once, with what would help."""
        gap = self.gap
        self.note.setVisible(gap is not None)
        if gap is None:
            return
        found, wanted = gap
        title = tr(
            "The steps give: {found}. {field} needs: {wanted}.",
            found=tr(KINDS[found]),
            field=ends.local.title,
            wanted=tr(KINDS[wanted]),
        )
        name = steps.between(found, wanted)
        self.bridge.setVisible(bool(name))
        self.note.say("warn", title)
        if name:
            words = tr("Add “{title}”", title=tr(steps.LIBRARY[name].title))
            self.bridge.setText(words)
            self.bridge.setAccessibleName(words)

    @property
    def gap(self) -> tuple[FieldType, FieldType] | None:
        """The type that the steps lead to and the one that our field is of, where they differ."""
        ends = self.ends
        if ends is None or not self.views or not ends.comes_in or any(view.fault for view in self.views):
            return None
        found, wanted = steps.plain(self.views[-1].gives), steps.plain(ends.local.type)
        return None if found is wanted else (found, wanted)

    def summary(self) -> str:
        if self.ends is None:
            return ""
        if isinstance(self.ends.link.transform, str):
            return tr("from a template")
        if not self.views:
            found = settings.find_by(settings.listed(self.ends.link.transform))
            return tr("found by {field}", field=self.find_box.currentText()) if found else tr("taken as it is")
        if len(self.views) == 1:
            return self.views[0].title
        return plural(len(self.views), "{n} step", "{n} steps")

    def show_faults(self, faults: Sequence[Fault]) -> None:
        self._faults = faults
        self._complain()

    def _complain(self) -> None:
        for card, view, place in zip(self.list.cards, self.views, self._places, strict=False):
            found: dict[str, str] = {}
            rest_of = settings.under(f"transform[{place}]")
            for fault in self._faults:
                rest = rest_of(fault.part)
                if rest is not None:
                    found[rest] = f"{fault.text} {fault.hint}".strip()
            if view.fault:
                found[view.part] = view.fault
            known = {f"args.{one.name}": one.name for one in view.parameters}
            whole = "\n".join(text for part, text in found.items() if part not in known)
            card.complain(whole, {known[part]: text for part, text in found.items() if part in known})

    # --- what becomes of the sample ---------------------------------------------------------------------------------

    def _try(self) -> None:
        ends = self.ends
        sample = settings.sample_of(self.editor.sample, ends) if ends is not None and self._entries else None
        if ends is None or sample is None:
            self._tried([])
            return
        entries, starts, names = self._entries, self._starts(ends), self._names(ends)
        self.editor.desk.work.read(
            lambda: steps.try_steps(entries, starts, sample, names), self._tried, owner=self, key="steps"
        )

    def _tried(self, found: Sequence[steps.Tried]) -> None:
        for at, card in enumerate(self.list.cards):
            one = found[at] if at < len(found) else None
            if one is None or self.views[at].fault:
                card.show_value("")  # what is wrong stands at the setting
            elif one.problem:
                card.show_value(f"{one.before}  →  {one.problem}", wrong=True)
            else:
                card.show_value(f"{one.before}  →  {one.after}")

    # --- what is done -----------------------------------------------------------------------------------------------

    def _with(self, entries: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]] | None:
        """The whole chain with these steps: what finds a reference stays where it stands."""
        if self.ends is None:
            return None
        whole = settings.listed(self.ends.link.transform)
        return settings.with_find_by(entries, settings.find_by(whole), self.ends.comes_in) or None

    def _title(self, words: str) -> str:
        return f"{words}: {self.ends.local.title}" if self.ends is not None else words

    def _edit(self, card: Card, name: str, value: Any) -> None:
        at = self.list.cards.index(card)
        entries = list(self._entries)
        entries[at] = settings.with_argument(entries[at], self.views[at].parameters, name, value)
        card.entry = entries[at]
        self.put(self._title(self.views[at].title), f"transform[{at}].{name}", transform=self._with(entries))

    def _move_by(self, card: Card, step: int) -> None:
        at = self.list.cards.index(card)
        if 0 <= at + step < len(self._entries):
            self._move(at, at + step)

    def _move(self, at: int, to: int) -> None:
        self.put(
            self._title(tr("order of the transforms")), transform=self._with(settings.moved(self._entries, at, to))
        )

    def _remove(self, card: Card) -> None:
        at = self.list.cards.index(card)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        title = tr("remove “{title}”", title=self.views[at].title)
        self.put(self._title(title), transform=self._with([*self._entries[:at], *self._entries[at + 1 :]]))

    def _pick(self) -> None:
        if self.ends is None:
            return
        picker = TransformPicker(self.kinds_at_end(self.ends), self)
        picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        picker.chosen.connect(self.append)
        picker.open()

    def kinds_at_end(self, ends: Ends) -> list[FieldType]:
        """The types that a next step may get: those of both fields while there is none."""
        if self.views:
            return [self.views[-1].gives]
        first = (
            ends.remote.type if ends.comes_in and not settings.pairs_of(ends.link.value_map) else self._starts(ends)[0]
        )
        return list(dict.fromkeys((first, ends.local.type))) if ends.comes_in else [first]

    def append(self, name: str) -> None:
        """One more step at the end; the cursor goes to its first setting."""
        self._focus_new = True
        title = tr("add “{title}”", title=tr(steps.LIBRARY[name].title))
        self.put(self._title(title), transform=self._with([*self._entries, {"name": name}]))

    def _bridge(self) -> None:
        if self.gap is not None:
            self.append(steps.between(*self.gap))

    def _found_by(self) -> None:
        if self.ends is not None:
            chosen = settings.with_find_by(self._entries, str(self.find_box.currentData() or ""), self.ends.comes_in)
            self.put(self._title(tr("find it by")), transform=chosen or None)

    def _use(self, template_id: str) -> None:
        self.put(self._title(tr("use a template")), transform=template_id)

    def _copied(self, entries: list[Mapping[str, Any]]) -> None:
        self.put(self._title(tr("copy the template's steps")), transform=entries or None)

    def _let_go(self) -> None:
        self.put(self._title(tr("without the template")), transform=None)

    def _keep(self) -> None:
        dialog = KeepSteps(self.editor.desk, self._entries, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.kept.connect(self._said_kept)
        dialog.open()

    def _said_kept(self, view: Any) -> None:
        self.editor.said.emit(
            "info", tr("“{name}” is saved as a template. Other links can use it now.", name=view.name)
        )
