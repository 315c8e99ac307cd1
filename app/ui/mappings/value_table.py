"""The value table of a link: our “Gold” is their “A”, both ways, and what becomes of every other value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.model.values import FieldType
from app.services.mapping.views import Fault, SideValues
from app.ui import formats
from app.ui.mappings import settings
from app.ui.mappings.editor import Editor
from app.ui.mappings.flowing import Flow
from app.ui.mappings.pairs import OURS, THEIRS, PairsModel, PairsView
from app.ui.mappings.parameters import Choice
from app.ui.mappings.sections import LinkForm
from app.ui.mappings.settings import Ends, Pair
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, column, label, row
from app.ui.words import plural, tr

_SHOWN = 8
#: Kinds whose values are few: they are asked for as soon as the section is open.
_FEW = frozenset({FieldType.PICKLIST, FieldType.BOOLEAN})


class ValueTableForm(LinkForm):
    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._whose = ("", "", "")  # the mapping and the two fields that are shown
        self._asked = self._reading = False
        about = tr("Which of our values is which of theirs. It is read both ways.")
        self._about = label(about, tone="muted", wrap=True)
        self.model = PairsModel(self._accept)
        self.model.setParent(self)
        self.view = PairsView(self.model)
        self.view.paste_asked.connect(self.paste)
        self.view.copy_asked.connect(self.copy)
        self.view.remove_asked.connect(self.remove)
        self.note = Note()
        self.note.hide()
        self.add = button(tr("Add a line"), self._add_line, icon="plus")
        self.fill_in = button(tr("Fill in what is known"), self.fill_known, icon="suggest")
        self.take_out = button(tr("Remove"), self.remove, kind="flat", icon="trash", name=tr("Remove the chosen lines"))
        self.sort = button(tr("Sort"), self._sort, kind="flat")
        self.insert = button(
            tr("Paste from Excel"), self.paste, kind="flat", tip=tr("Two columns: ours, theirs  (Ctrl+V)")
        )
        self.export = button(tr("Copy"), self.copy, kind="flat", icon="copy", name=tr("Copy the table"))
        self.look = button(tr("Look up the values of both sides"), self._ask, kind="link", icon="search")
        self._busy = label(tr("Looking at the values of both sides …"), tone="muted", wrap=True)
        tools = Flow(em(self, 0.3))
        for each in (self.add, self.fill_in, self.take_out, self.sort, self.insert, self.export):
            tools.addWidget(each)
        self.rule = Choice(tr("Values that are not in the table"))
        for key, words in settings.UNMAPPED.items():
            self.rule.addItem(tr(words), key)
        self.rule.currentIndexChanged.connect(self._ruled)
        title = label(tr("Values that are not in the table"))
        title.setBuddy(self.rule)
        self._rule = QWidget()
        self._rule_note = label(tone="warn", wrap=True)
        self._rule.setLayout(column(title, self.rule, self._rule_note, space=0.2))
        self._missing = column(space=0.3)
        for signal in (self.model.modelReset, self.model.rowsInserted, self.model.rowsRemoved):
            signal.connect(self._show_filled)
        self.setLayout(
            column(
                self._about, self.view, self.note, tools, row(self.look, None), self._busy, self._missing,
                self._rule, space=0.6,
            )
        )  # fmt: skip
        self._tell_busy()

    # --- what is shown ----------------------------------------------------------------------------------------------

    def looks_at(self, ends: Ends) -> Any:
        link = ends.link
        return link.value_map, link.direction, bool(link.transform), link.default_value is None

    def fill(self, ends: Ends) -> None:
        who = (self.editor.config_id, ends.local.path, ends.remote.path)
        if self._whose != who:
            self._whose = who
            self._forget(ends)
        pairs = settings.pairs_of(ends.link.value_map)
        if self.model.pairs != pairs:
            self.model.show_pairs(pairs)
        self.rule.blockSignals(True)
        self.rule.show_data(settings.unmapped_of(ends.link.value_map))
        self.rule.blockSignals(False)
        self._show_filled()
        lacks = settings.unmapped_of(ends.link.value_map) == "default" and ends.link.default_value is None
        self._rule_note.setText(tr("There is no default value yet: give one above.") if lacks else "")
        self._rule_note.setVisible(lacks)
        about = tr("Which of our values is which of theirs. It is read both ways.")
        if ends.link.transform:
            about = tr("Which value is which. On the way in the table comes first, then the transforms.")
        self._about.setText(about)
        self._show_missing()
        if self.is_open:
            self.opened()

    def _show_filled(self) -> None:
        """What only a table with lines needs is out of the way until there is one."""
        some = bool(self.model.rows)
        for each in (self.view, self.take_out, self.sort, self.export):
            each.setVisible(some)
        self._rule.setVisible(some or self.rule.currentData() != "keep")

    def _forget(self, ends: Ends) -> None:
        self.editor.desk.work.drop_all_of(self)
        self._asked = self._reading = False
        self.model.heads = (tr("Here"), ends.system)
        self.model.show_values(None)
        self.model.show_pairs(settings.pairs_of(ends.link.value_map))
        self.note.hide()
        self._tell_busy()

    def opened(self) -> None:
        ends = self.ends
        if ends is None or ends.is_list or self._asked:
            return
        few = {ends.local.type, ends.remote.type} & _FEW or ends.local.choices or ends.remote.choices
        if few or settings.pairs_of(ends.link.value_map):
            self._ask()

    def _ask(self) -> None:
        mappings, (config_id, local, remote) = self.editor.desk.services.mappings, self._whose
        self._asked = self._reading = True
        self._tell_busy()
        self.editor.desk.work.do(
            lambda token: mappings.values(config_id, local, remote, cancel=token),
            self._got, self._failed, owner=self, key="values",
        )  # fmt: skip

    def _got(self, values: SideValues) -> None:
        self._reading = False
        self.model.show_values(values)
        self._tell_busy()
        self._show_missing()

    def _failed(self, problem: Any) -> None:
        self._reading = False
        self.note.say("warn", problem.message, problem.hint)
        self.note.show()
        self._tell_busy()

    def _tell_busy(self) -> None:
        self._busy.setVisible(self._reading)
        self.look.setVisible(self.model.values is None and not self._reading)
        self._tell_known()

    def _tell_known(self) -> None:
        values, ends = self.model.values, self.ends
        news = False
        if values is not None and ends is not None:
            found, _ = settings.added(self.model.pairs, values.suggested, ends.comes_in, ends.system)
            news = len(found) > len(self.model.pairs)
        self.fill_in.setEnabled(news)
        self.fill_in.setToolTip("" if news or values is None else tr("There is nothing more to fill in."))

    def _show_missing(self) -> None:
        """Values of either side that no line names, each with a way into the table."""
        clear(self._missing)
        self._tell_known()
        values, ends = self.model.values, self.ends
        if values is None or ends is None:
            return
        heads = (tr("Here, not in the table yet:"), tr("In {system}, not in the table yet:", system=ends.system))
        for side, (head, found) in enumerate(zip(heads, settings.missing(self.model.rows, values), strict=True)):
            if found:
                self._missing.addWidget(label(head, tone="muted", wrap=True))
                self._missing.addWidget(self._offered(side, found))
        self.rebuilt.emit()

    def _offered(self, side: int, found: Sequence[tuple[str, int]]) -> QWidget:
        out = QWidget()
        flow = Flow(em(self, 0.25))
        for value, count in found[:_SHOWN]:
            shown = value if len(value) <= 40 else value[:39] + "…"
            words = f"{shown}  ({formats.grouped(count)})" if count else shown
            each = button(words.replace("&", "&&"), kind="flat", icon="plus", name=tr("Add “{value}”", value=value))
            each.clicked.connect(lambda _=False, one=value: self._add_value(side, one))
            flow.addWidget(each)
        if len(found) > _SHOWN:
            every = button(tr("Add all {n}", n=formats.grouped(len(found))), kind="link")
            every.clicked.connect(lambda: self._add_values(side, [value for value, _ in found]))
            flow.addWidget(every)
        out.setLayout(flow)
        return out

    def show_faults(self, faults: Sequence[Fault]) -> None:
        rest_of = settings.under("valueMap")  # what is wrong with the rule stands at the rule
        said = [
            f"{fault.text} {fault.hint}".strip() for fault in faults if rest_of(fault.part) not in (None, "unmapped")
        ]
        if said:
            self.note.say("error", said[0], "\n".join(said[1:]))
            self.note.show()
        elif self.note.property("level") == "error" and self.note.property("from") == "check":
            self.note.hide()
        self.note.setProperty("from", "check" if said else "")

    def summary(self) -> str:
        if self.ends is None:
            return ""
        count = len(settings.pairs_of(self.ends.link.value_map))
        return plural(count, "{n} line", "{n} lines") if count else tr("none")

    # --- what is done -----------------------------------------------------------------------------------------------

    def _accept(self, row_: int, pair: Pair) -> bool:
        """May that line be so? What can't be is said, and left as it was."""
        ends = self.ends
        if ends is None:
            return False
        why = ""
        if pair[0] and pair[1]:
            why = settings.clash(self.model.others(row_), pair, ends.comes_in, system=ends.system)
        if why:
            self._say("error", why)
            return False
        self.note.hide()
        rows = list(self.model.rows)
        rows[row_] = pair
        # After the model has taken it over: the document's answer compares with what is shown.
        self.model.rows = rows
        self._store()
        return True

    def _store(self, title: str = "") -> None:
        if self.ends is not None:
            words = title or tr("value table")
            made = settings.table(self.model.pairs, str(self.rule.currentData() or "keep"))
            self.put(f"{words}: {self.ends.local.title}", value_map=made)
            self._show_missing()

    def _say(self, level: str, title: str, text: str = "") -> None:
        self.note.say(level, title, text)
        self.note.show()

    def _add_line(self) -> None:
        half = next((at for at, pair in enumerate(self.model.rows) if not pair[0] or not pair[1]), None)
        at = self.model.add(("", "")) if half is None else half
        self.view.open_cell(at, OURS if not self.model.rows[at][0] else THEIRS)

    def _add_value(self, side: int, value: str) -> None:
        at = self.model.add((value, "") if side == OURS else ("", value))
        self._show_missing()
        self.view.open_cell(at, THEIRS if side == OURS else OURS)

    def _add_values(self, side: int, values: Sequence[str]) -> None:
        for value in values:
            self.model.add((value, "") if side == OURS else ("", value))
        self._show_missing()

    def remove(self) -> None:
        rows = self.view.chosen()
        if not rows:
            self._say("info", tr("Choose the lines to remove first."))
            return
        self.model.take(rows)
        self._store(tr("remove from the value table"))
        left = min(rows[0], len(self.model.rows) - 1)
        if left >= 0:
            self.view.setCurrentIndex(self.model.index(left, OURS))

    def _sort(self) -> None:
        halves = [pair for pair in self.model.rows if not pair[0] or not pair[1]]
        self.model.show_pairs([*settings.in_order(self.model.pairs), *halves])
        self._store(tr("sort the value table"))

    def fill_known(self) -> None:
        if self.model.values is not None:
            self._join(self.model.values.suggested, tr("fill in what is known"))

    def paste(self) -> None:
        found = settings.pasted(QGuiApplication.clipboard().text(), self.model.heads)
        if not found:
            text = tr("Copy two columns in Excel, ours and theirs beside each other, and paste them here.")
            self._say("info", tr("There are no two columns to paste"), text)
            return
        self._join(found, tr("paste into the value table"))

    def _join(self, more: Sequence[Pair], title: str) -> None:
        ends = self.ends
        if ends is None:
            return
        before = self.model.pairs
        pairs, refused = settings.added(before, more, ends.comes_in, ends.system)
        self.model.show_pairs(pairs)
        self._store(title)
        news = plural(len(pairs) - len(before), "{n} line was added.", "{n} lines were added.")
        if refused:
            left = plural(len(refused), "{n} line was left out:", "{n} lines were left out:")
            self._say("warn", news, "\n".join([left, *refused[:3]]))
        else:
            self._say("ok", news)

    def copy(self) -> None:
        chosen = [self.model.rows[at] for at in self.view.chosen()]
        pairs = chosen if len(chosen) > 1 else self.model.pairs
        QGuiApplication.clipboard().setText(settings.copied(pairs, self.model.heads))
        count = plural(len(pairs), "{n} line is copied, for Excel.", "{n} lines are copied, for Excel.")
        self.editor.said.emit("info", count)

    def _ruled(self) -> None:
        self._store(tr("rule for other values"))
