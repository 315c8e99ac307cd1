"""What a value must be like: the checks of a link's field, each with its settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.mapping.validation import RULES
from app.services.mapping.views import Fault
from app.ui.mappings import settings, steps
from app.ui.mappings.cards import Card, CardList
from app.ui.mappings.editor import Editor
from app.ui.mappings.fit import KINDS
from app.ui.mappings.sections import LinkForm
from app.ui.mappings.settings import Ends
from app.ui.widgets.basics import button, column, label, row
from app.ui.words import plural, tr


class RulesForm(LinkForm):
    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._rules: list[Mapping[str, Any]] = []
        self._focus_new = False
        about = tr("A value that breaks a check is not sent. What comes in is kept, and named in Activity.")
        self._about = label(about, tone="muted", wrap=True)
        self.list = CardList()
        self.add = button(tr("Add a check"), icon="plus")
        self.menu = QMenu(self.add)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._offer)
        self.add.setMenu(self.menu)
        self.setLayout(column(self._about, self.list, row(self.add, None), space=0.55))

    def looks_at(self, ends: Ends) -> Any:
        return ends.link.validation

    def fill(self, ends: Ends) -> None:
        self._rules = settings.listed(ends.link.validation)
        changed = self.list.arrange(self._rules, self._make, "rule")
        for card, entry in zip(self.list.cards, self._rules, strict=True):
            known = RULES.get(card.name)
            arguments = steps.named(known.parameters, entry.get("args")) if known is not None else {}
            said = steps.summary(card.name, known.parameters, arguments) if known is not None else ""
            card.show_entry(entry, arguments, said)
        self.list.setVisible(bool(self._rules))
        if changed:
            self.rebuilt.emit()
        if self._focus_new and self.list.cards:
            self._focus_new = False
            card = self.list.cards[-1]
            card.set_open(True)
            if not card.form.take_focus():
                self.add.setFocus(Qt.FocusReason.OtherFocusReason)
            self.rebuilt.emit()

    def _make(self, at: int) -> Card:
        name = str(self._rules[at].get("rule"))
        known = RULES.get(name)
        title = tr(known.title) if known is not None else name
        card = Card(name, title, known.parameters if known is not None else (), fields=self._nameable)
        card.edited.connect(lambda parameter, value: self._edit(card, parameter, value))
        card.removed.connect(lambda: self._remove(card))
        card.toggled.connect(self.rebuilt)
        return card

    def _nameable(self) -> Sequence[tuple[str, str]]:
        """A rule over several fields names ours, those of the same line."""
        bench, ends = self.editor.bench, self.ends
        if bench is None or ends is None:
            return ()
        prefix = f"{ends.local.group}[]." if ends.local.group else ""
        near = [one for one in bench.local if one.group == ends.local.group and not one.is_list]
        return [(one.title, one.path.removeprefix(prefix)) for one in near]

    def summary(self) -> str:
        if not self._rules:
            return tr("none")
        if len(self._rules) == 1:
            return self.list.cards[0].title
        return plural(len(self._rules), "{n} check", "{n} checks")

    def show_faults(self, faults: Sequence[Fault]) -> None:
        for at, card in enumerate(self.list.cards):
            rest_of = settings.under(f"validation[{at}]")
            found: dict[str, str] = {}
            for fault in faults:
                rest = rest_of(fault.part)
                if rest is not None:
                    found[rest.removeprefix("args.")] = f"{fault.text} {fault.hint}".strip()
            known = RULES.get(card.name)
            own = {one.name for one in known.parameters} if known is not None else set()
            whole = "\n".join(text for part, text in found.items() if part not in own)
            card.complain(whole, {part: text for part, text in found.items() if part in own})

    def _offer(self) -> None:
        self.menu.clear()
        ends = self.ends
        present = {str(entry.get("rule")) for entry in self._rules}
        for rule in RULES.values():
            if ends is None:
                return
            fits = ends.local.type in rule.takes
            action = self.menu.addAction(tr(rule.title))
            action.setEnabled(fits and (bool(rule.parameters) or rule.name not in present))
            kind = tr("Does not go with: {kind}", kind=tr(KINDS[ends.local.type]))
            action.setToolTip(tr(rule.example) if fits else kind)
            action.triggered.connect(self._adder(rule.name))

    def _adder(self, name: str) -> Callable[[], None]:
        return lambda: self.append(name)

    def append(self, name: str) -> None:
        self._focus_new = True
        title = tr("add the check “{title}”", title=tr(RULES[name].title))
        self._put(title, [*self._rules, {"rule": name}])

    def _edit(self, card: Card, parameter: str, value: Any) -> None:
        at = self.list.cards.index(card)
        rules = list(self._rules)
        rules[at] = settings.with_argument(rules[at], RULES[card.name].parameters, parameter, value)
        card.entry = rules[at]
        self._put(card.title, rules, f"validation[{at}].{parameter}")

    def _remove(self, card: Card) -> None:
        at = self.list.cards.index(card)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put(tr("remove “{title}”", title=card.title), [*self._rules[:at], *self._rules[at + 1 :]])

    def _put(self, title: str, rules: Sequence[Mapping[str, Any]], merge: str = "") -> None:
        if self.ends is not None:
            self.put(f"{title}: {self.ends.local.title}", merge, validation=list(rules) or None)
