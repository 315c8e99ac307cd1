"""Steps kept under a name: a link that uses them, those that can be used, and keeping a link's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFrame, QMenu, QWidget

from app.model.values import FieldType
from app.ui.desk import Desk
from app.ui.mappings import settings, steps
from app.ui.mappings.parameters import Line
from app.ui.widgets.basics import Note, button, clear, column, fit, glyph, label, row
from app.ui.words import plural, tr


def steps_in(view: Any) -> list[Mapping[str, Any]]:
    """The steps that a field template holds."""
    return settings.listed(view.definition.get("transform"))


class KeptSteps(QFrame):
    """The template that a link uses, as it is now. ``copied``: its steps become the link's own; ``let_go``: it is used no more;
    ``read``: its ``views`` are there."""

    copied = Signal(list)
    read = Signal()
    let_go = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._desk = desk
        self._id = ""
        self._steps: list[Mapping[str, Any]] = []
        self.views: list[steps.StepView] = []
        self._title = label(bold=True, wrap=True)
        self._about = label(tone="muted", wrap=True)
        self._lines = column(space=0.25)
        self.copy = button(tr("Copy its steps into this link"), self._copy, icon="copy")
        self.stop = button(tr("Don't use it"), self.let_go.emit, kind="link")
        head = row(space=0.4)
        head.addWidget(glyph("template", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        self.setLayout(
            column(head, self._about, self._lines, row(self.copy, self.stop, None, space=0.4), space=0.4, margins=0.6)
        )

    def show_template(self, template_id: str) -> None:
        if template_id == self._id:
            return
        self._id = template_id
        self._show(tr("Reading the template …"), "", [])
        templates = self._desk.services.templates
        self._desk.work.read(lambda: templates.get(template_id), self._loaded, self._lost, owner=self, key="template")

    def forget(self) -> None:
        """Read it anew when it is shown the next time: it may be changed meanwhile."""
        self._id = ""

    def _loaded(self, view: Any) -> None:
        about = tr("Version {version}. When the template is changed, this link changes with it.", version=view.version)
        self._show(view.name, about, steps_in(view))

    def _lost(self, problem: Any) -> None:
        self._show(tr("The template can't be read"), problem.text, [])

    def _show(self, title: str, about: str, found: list[Mapping[str, Any]]) -> None:
        self._steps = found
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.copy.setEnabled(bool(found))
        clear(self._lines)
        self.views = steps.walk(found, steps.ANY)
        for at, one in enumerate(self.views, start=1):
            words = f"{at}.  {one.title}" + (f"\n{one.summary}" if one.summary else "")
            self._lines.addWidget(label(words, wrap=True))
        self.setAccessibleName(title)
        self.read.emit()

    def _copy(self) -> None:
        self.copied.emit([dict(step) for step in self._steps])


class UseMenu(QMenu):
    """The templates for a field, asked for when opened. ``chosen``: the id of one. ``keep_asked``: keep the link's own steps."""

    chosen = Signal(str)
    keep_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._has_steps = False
        self.aboutToShow.connect(self._ask)

    def show_steps(self, has_steps: bool) -> None:
        """Has the link steps of its own to keep?"""
        self._has_steps = has_steps

    def _ask(self) -> None:
        self._fill([], tr("Reading the templates …"))
        templates = self._desk.services.templates
        self._desk.work.read(
            lambda: templates.list(kind="field", limit=200)[0], self._loaded, self._lost, owner=self, key="templates"
        )

    def _loaded(self, views: Sequence[Any]) -> None:
        found = [view for view in views if steps_in(view)]
        self._fill(found, "" if found else tr("There is no template for one field yet"))

    def _lost(self, problem: Any) -> None:
        self._fill([], problem.message)

    def _fill(self, views: Sequence[Any], instead: str) -> None:
        self.clear()
        head = self.addAction(tr("Use a template"))
        head.setEnabled(False)
        if instead:
            self.addAction(instead).setEnabled(False)
        for view in views:
            words = plural(len(steps_in(view)), "{n} step", "{n} steps")
            action = self.addAction(f"{view.name}  ({words})".replace("&", "&&"))
            action.triggered.connect(self._choose(view.id))
        self.addSeparator()
        keep = self.addAction(tr("Save these steps as a template …"))
        keep.setEnabled(self._has_steps)
        keep.triggered.connect(self.keep_asked)

    def _choose(self, template_id: str) -> Callable[[], None]:
        return lambda: self.chosen.emit(template_id)


class KeepSteps(QDialog):
    """Asks for a name, and keeps the steps under it. ``kept``: the new template, as the services show it."""

    kept = Signal(object)

    def __init__(self, desk: Desk, entries: Sequence[Mapping[str, Any]], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._entries = desk, [dict(entry) for entry in entries]
        self.setWindowTitle(tr("Save these steps as a template"))
        self.name = Line()
        self.name.setAccessibleName(tr("Name of the template"))
        self.name.setPlaceholderText(tr("For instance: telephone number of India"))
        self.name.textChanged.connect(self._typed)
        title = label(tr("Name of the template"))
        title.setBuddy(self.name)
        self.note = Note()
        self.note.hide()
        found = steps.walk(self._entries, (FieldType.TEXT,))
        listed = "\n".join(f"{at}.  {one.title}" for at, one in enumerate(found, start=1))
        self.save = button(tr("Save"), self._save, kind="primary")
        self.save.setDefault(True)
        self.save.setEnabled(False)
        about = tr("Other links can use these steps then. This link goes on with its own.")
        self.setLayout(
            column(
                column(title, self.name, space=0.2), label(listed, tone="muted", wrap=True), label(about, wrap=True),
                self.note, None, row(None, button(tr("Cancel"), self.reject), self.save), space=0.7, margins=1.0,
            )
        )  # fmt: skip
        fit(self, 26, 14)

    def _typed(self, text: str) -> None:
        self.save.setEnabled(bool(text.strip()))

    def _save(self) -> None:
        self.save.setEnabled(False)
        draft = {"name": self.name.text().strip(), "kind": "field", "definition": {"transform": self._entries}}
        templates = self._desk.services.templates
        self._desk.work.do(lambda token: templates.create(draft), self._done, self._failed, owner=self)

    def _done(self, view: Any) -> None:
        self.accept()
        self.kept.emit(view)

    def _failed(self, problem: Any) -> None:
        self.save.setEnabled(True)
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
