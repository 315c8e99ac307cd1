"""The panel of one link: its two fields, which way it goes, what is done to the value, the value table, the checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.services.mapping.views import Fault, SideField
from app.ui import formats
from app.ui.mappings import settings
from app.ui.mappings.chain import ChainForm
from app.ui.mappings.direction import DirectionForm
from app.ui.mappings.editor import Editor
from app.ui.mappings.rules import RulesForm
from app.ui.mappings.sections import LinkForm, Section, set_tab_order
from app.ui.mappings.settings import Ends
from app.ui.mappings.value_table import ValueTableForm
from app.ui.theme import em
from app.ui.widgets.basics import Elided, Empty, Note, button, clear, column, label, row, scrolled
from app.ui.words import plural, tr

_MOST_NOTES = 3


class LinkPanel(QFrame):
    """Shows the selected link of the document, and follows it."""

    def __init__(self, editor: Editor, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.editor = editor
        self.ends: Ends | None = None
        self.direction = DirectionForm(editor)
        self.chain = ChainForm(editor)
        self.table = ValueTableForm(editor)
        self.rules = RulesForm(editor)
        self.sections = {
            "direction": Section("direction", tr("Which way"), self.direction, is_open=True),
            "transform": Section("transform", tr("Transform"), self.chain, is_open=True),
            "valueMap": Section("values", tr("Value table"), self.table, is_open=False),
            "validation": Section("checks", tr("Checks"), self.rules, is_open=False),
        }
        self.head = _Head(editor)
        self.one_way = Note(below=True)
        self.turn = self.one_way.add(button(tr("Make it one way"), self._make_one_way, icon="oneway"))
        self._notes = QVBoxLayout()
        self._noted: list[Fault] = []
        self._notes.setSpacing(em(self, 0.35))
        content = QWidget()
        inside = column(self.one_way, self._notes, *self.sections.values(), None, space=0.3)
        inside.setContentsMargins(em(self, 0.8), 0, em(self, 0.8), em(self, 0.6))
        content.setLayout(inside)
        self._area = scrolled(content, tr("The link"))
        filled = QWidget()
        layout = column(self.head, self._area, space=0.4)
        layout.setStretch(1, 1)
        filled.setLayout(layout)
        text = tr(
            "Drag a field of one side to a field of the other, or choose one here, then one there, and press Enter. Choose a "
            "line to see what becomes of its value."
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(Empty("mappings", tr("No link is chosen"), text))
        self._stack.addWidget(filled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.addWidget(self._stack)
        self.setMinimumWidth(em(self, 20))
        self._tabs = QTimer(self)
        self._tabs.setSingleShot(True)
        self._tabs.setInterval(0)
        self._tabs.timeout.connect(self._order_tabs)
        for form in self._forms:
            form.rebuilt.connect(self._tabs.start)
        for section in self.sections.values():
            section.head.toggled.connect(lambda _on: self._tabs.start())
        for signal in (editor.opened, editor.links_changed, editor.selection_changed):
            signal.connect(self.refresh)
        editor.examples_changed.connect(self._show_examples)
        editor.faults_changed.connect(self._show_faults)
        self.chain.looked.connect(self._show_faults)
        self.refresh()

    @property
    def _forms(self) -> tuple[LinkForm, ...]:
        return self.direction, self.chain, self.table, self.rules

    def _show_examples(self) -> None:
        """Only the head shows them: what is being typed below stays as it is."""
        if self.ends is not None:
            link, editor = self.ends.link, self.editor
            local, remote = editor.local_field(link.local_field), editor.remote_field(link.remote_field)
            self.ends = replace(self.ends, local=local, remote=remote)
            self.head.show_link(self.ends)

    def refresh(self) -> None:
        editor = self.editor
        link, number = editor.document.link, editor.document.selected
        if editor.bench is None or link is None or number is None:
            self.ends = None
            self._stack.setCurrentIndex(0)
            return
        local, remote = editor.local_field(link.local_field), editor.remote_field(link.remote_field)
        ends = Ends(number, link, local, remote, editor.bench.system_title)
        other = self.ends is None or (self.ends.local.path, self.ends.remote.path) != (local.path, remote.path)
        if self.ends == ends:
            return
        self.ends = ends
        self.head.show_link(ends)
        for form in self._forms:
            form.show_link(ends)
        for part in ("transform", "valueMap"):
            self.sections[part].setVisible(not ends.is_list)
        self._show_faults()
        self._stack.setCurrentIndex(1)
        if other:
            self._area.verticalScrollBar().setValue(0)
            self._tabs.start()

    def take_focus(self) -> None:
        """The keyboard comes here: to the first thing that can be set."""
        if self.ends is not None:
            chosen = next((radio for radio in self.direction.radios.values() if radio.isChecked()), None)
            self.sections["direction"].unfold()
            (chosen or self.head.unlink).setFocus(Qt.FocusReason.OtherFocusReason)

    # --- what is wrong ----------------------------------------------------------------------------------------------

    def _show_faults(self) -> None:
        ends = self.ends
        if ends is None:
            return
        self._show_one_way(ends)
        faults = [fault for fault in self.editor.faults_of(ends.number) if not self._said_already(fault)]
        for form in self._forms:
            form.show_faults(faults)
        if faults == self._noted:
            return
        self._noted = faults
        clear(self._notes)
        for fault in faults[:_MOST_NOTES]:
            self._notes.addWidget(self._note(fault))
        if len(faults) > _MOST_NOTES:
            more = plural(len(faults) - _MOST_NOTES, "and {n} more below", "and {n} more below")
            self._notes.addWidget(label(more, tone="muted"))
        self._tabs.start()

    def _said_already(self, fault: Fault) -> bool:
        """What the panel sees itself, at once, with a button that helps."""
        return fault.part == "transform" and (not self.one_way.isHidden() or self.chain.gap is not None)

    def _note(self, fault: Fault) -> Note:
        examples = ", ".join(fault.examples[:3])
        text = "\n".join(filter(None, (fault.hint, tr("For instance: {values}", values=examples) if examples else "")))
        note = Note(fault.level, fault.text, text, below=True)
        section = next(
            (one for part, one in self.sections.items() if settings.under(part)(fault.part) is not None), None
        )
        if section is None and fault.part in ("isRequired", "isReadonly", "defaultValue"):
            section = self.sections["direction"]
        if section is not None:
            show = button(tr("Show"), kind="link", name=tr("Show where: {what}", what=fault.text))
            show.clicked.connect(lambda: self._go_to(section))
            note.add(show)
        return note

    def _go_to(self, section: Section) -> None:
        section.unfold()
        section.head.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, section, lambda: self._area.ensureWidgetVisible(section, 0, em(self, 2)))

    def _show_one_way(self, ends: Ends) -> None:
        """A link both ways with a step that can't be undone: said at once, with a way out."""
        step = self.chain.one_way
        sends = ends.link.direction == "both" and not ends.link.is_readonly and not ends.local.readonly
        is_said = sends and step is not None and not ends.is_list
        if is_said == self.one_way.isHidden():
            self.one_way.setVisible(is_said)
            self._tabs.start()
        if step is None:
            return
        title = tr("“{title}” can't be undone, but the link goes both ways", title=step.title)
        text = tr(
            "What is changed here could not be sent to {system}. Let the link only come from there, or choose another transform.",
            system=ends.system,
        )
        self.one_way.say("warn", title, text)
        self.turn.setAccessibleName(tr("Make it one way: only from {system}", system=ends.system))

    def _make_one_way(self) -> None:
        self.direction.go("to_local")
        self.sections["direction"].head.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self) -> None:
        set_tab_order(self)


class _Head(QWidget):
    """The two fields side by side, and what can be done with the link as a whole."""

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self._editor = editor
        self._ends: Ends | None = None
        self._ours, self._theirs = _End(), _End()
        self._arrow = label("↔", tone="accent", size=1.3, bold=True)
        self._arrow.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.unlink = button(
            tr("Unlink"), self._unlink, kind="flat", icon="unlink", tip=tr("Remove this link  (Delete)")
        )
        self.close_it = button("", self._close, kind="flat", icon="close", name=tr("Close the link"), tip=tr("Close"))
        both = row(space=0.6)
        both.addWidget(self._ours, 1)
        both.addWidget(self._arrow, 0, Qt.AlignmentFlag.AlignVCenter)
        both.addWidget(self._theirs, 1)
        top = row(label(tr("Link"), tone="muted"), None, self.unlink, self.close_it, space=0.2)
        layout = column(top, both, space=0.2)
        layout.setContentsMargins(em(self, 0.8), em(self, 0.5), em(self, 0.6), em(self, 0.3))
        self.setLayout(layout)

    def show_link(self, ends: Ends) -> None:
        self._ends = ends
        self._ours.show_field(tr("Here"), ends.local)
        self._theirs.show_field(tr("In {system}", system=ends.system), ends.remote)
        self._arrow.setText(settings.ARROWS.get(ends.link.direction, "↔"))
        self._arrow.setAccessibleName(settings.way_words(ends))
        name = tr("{ours} and {theirs}", ours=ends.local.title, theirs=ends.remote.title)
        self.unlink.setAccessibleName(tr("Unlink {what}", what=name))

    def _unlink(self) -> None:
        if self._ends is not None:
            title = tr("unlink {ours}", ours=self._ends.local.title)
            self._editor.document.remove([self._ends.number], title)

    def _close(self) -> None:
        self._editor.document.select(None)


class _End(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._where = Elided("", "muted")
        self._title = label(bold=True, size=1.08, wrap=True)
        self._kind = label(tone="muted", wrap=True)
        self._samples = Elided("", "muted")
        self.setLayout(column(self._where, self._title, self._kind, self._samples, None, space=0.05))

    def show_field(self, where: str, field: SideField) -> None:
        self._where.setText(where)
        self._title.setText(field.title)
        self._title.setToolTip(formats.tip(field.path))
        self._kind.setText(settings.kind_words(field))
        self._samples.setText(_samples(field.samples))
        self._samples.setVisible(bool(field.samples))


def _samples(values: Sequence[str]) -> str:
    return ", ".join(f"“{value}”" for value in values[:3])
