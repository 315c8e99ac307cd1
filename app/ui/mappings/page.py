"""The mapping editor: which field here is which field there, for each connection and kind of record."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QComboBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from app.ui import formats, states
from app.ui.desk import Desk, Page
from app.ui.mappings import presenter
from app.ui.mappings.board import Board
from app.ui.mappings.drafts import Draft, Drafts
from app.ui.mappings.editor import Editor
from app.ui.mappings.panel import LinkPanel
from app.ui.mappings.preview import PreviewPane
from app.ui.mappings.saving import SaveDialog, ask_to_leave
from app.ui.mappings.suggestions import SuggestPane
from app.ui.mappings.templates import TemplatesMenu
from app.ui.theme import em
from app.ui.widgets.basics import Elided, Empty, Note, button, column, label, retone, row
from app.ui.words import plural, tr

#: Milliseconds of quiet before what was not saved is kept in a file.
_KEEP_AFTER = 1000
_EMPTY, _BENCH, _WAITING = range(3)


def make(desk: Desk) -> Page:
    return MappingsPage(desk)


class MappingsPage(Page):
    kinds = frozenset({"connections", "configs"})
    name = "mappings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Mappings"))
        self.editor = Editor(desk, self)
        self.drafts = Drafts(desk.folders.data if desk.folders is not None else None)
        self.dialog: Any = None
        self._configs: list[Any] = []
        self._views: dict[str, Any] = {}
        self._wanted = ""
        self._make_choosers()
        self._make_tools()
        self._make_bench()
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_AFTER)
        self._keeping.timeout.connect(self._keep)
        editor = self.editor
        editor.opened.connect(self._opened)
        editor.ready.connect(self._show_bench)
        editor.could_not_open.connect(self._not_opened)
        editor.links_changed.connect(self._changed_links)
        editor.faults_changed.connect(self._show_state)
        editor.said.connect(self._say)
        self._show_state()

    # --- what stands where ------------------------------------------------------------------------------------------

    def _make_choosers(self) -> None:
        self.connection, self.entity = QComboBox(), QComboBox()
        self.connection.setAccessibleName(tr("Connection"))
        self.entity.setAccessibleName(tr("Kind of record"))
        for box in (self.connection, self.entity):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.connection.setMinimumWidth(em(self, 12))
        self.connection.activated.connect(self._connection_chosen)
        self.entity.activated.connect(self._entity_chosen)
        self.about = Elided(tone="muted")
        self.state = label(tone="muted")

    def _make_tools(self) -> None:
        self.undo = self._action(tr("Undo"), "Ctrl+Z", self._undo)
        self.redo = self._action(tr("Redo"), "Ctrl+Shift+Z", self._redo, "Ctrl+Y")
        self.undo_button = button(tr("Undo"), self.undo.trigger, icon="undo")
        self.redo_button = button(tr("Redo"), self.redo.trigger, icon="redo")
        self.suggest_button = button(tr("Suggest links"), self.show_suggestions, icon="suggest")
        self.templates = TemplatesMenu(self.editor, self)
        self.check_button = button(tr("Check"), lambda: self.open_save(check_only=True), icon="check")
        self.save_button = button(tr("Save…"), self.open_save, kind="primary")
        self._action(tr("Save"), QKeySequence(QKeySequence.StandardKey.Save).toString(), self.open_save)
        for one in (
            self.undo_button, self.redo_button, self.suggest_button, self.templates, self.check_button, self.save_button,
        ):  # fmt: skip
            self.tools.addWidget(one)

    def _action(self, text: str, keys: str, slot: Any, *more: str) -> QAction:
        action = QAction(text, self)
        action.setShortcuts([QKeySequence(one) for one in (keys, *more)])
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda _checked=False: slot())
        self.addAction(action)
        return action

    def _undo(self) -> None:
        self.editor.document.undo()

    def _redo(self) -> None:
        self.editor.document.redo()

    def _make_bench(self) -> None:
        """From the outside in: what is put into another place takes on its look anew, with all that is in it."""
        editor = self.editor
        self.empty = Empty("mappings", "", "")
        self.waiting = Empty("mappings", tr("Reading the fields of both sides…"), "")
        self.retry = button(tr("Try again"), self._try_again, icon="sync")
        self.empty.buttons.addWidget(self.retry)
        self.retry.hide()
        self._stack = QStackedWidget(self)
        bench = QWidget(self._stack)
        for one in (self.empty, bench, self.waiting):
            self._stack.addWidget(one)
        choosers = row(self.connection, self.entity, space=0.6)
        choosers.addWidget(self.about, 1)
        choosers.addWidget(self.state)
        self.body.addLayout(choosers)
        self.body.addWidget(self._stack, 1)
        across = self._lay_out(bench)
        self.board = Board(editor, across)
        self.side = QStackedWidget(across)
        self.panel = LinkPanel(editor, self.side)
        self.suggestions = SuggestPane(editor, self.side)
        self.side.addWidget(self.panel)
        self.side.addWidget(self.suggestions)
        self.preview = PreviewPane(editor, self.split)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([em(self, 28), em(self, 15)])
        across.setStretchFactor(0, 5)
        across.setStretchFactor(1, 3)
        self.suggestions.closed.connect(self._show_panel)
        self.board.settings_asked.connect(self._go_to_panel)
        editor.selection_changed.connect(self._selection_moved)
        self._draft: Draft | None = None

    def _lay_out(self, bench: QWidget) -> QSplitter:
        """The board beside what is said of one link (the splitter that is answered), the preview below them."""
        self.notice = Note()
        self.notice.hide()
        self.draft_note = Note()
        self.draft_note.add(button(tr("Go on with them"), self._take_draft))
        self.draft_note.add(button(tr("Discard them"), self._drop_draft, kind="flat"))
        self.draft_note.hide()
        self.split = QSplitter(Qt.Orientation.Vertical, bench)
        self.split.setChildrenCollapsible(False)
        outer = QVBoxLayout(bench)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(em(self, 0.5))
        outer.addWidget(self.notice)
        outer.addWidget(self.draft_note)
        outer.addWidget(self.split, 1)
        above = QWidget(self.split)
        self.line = Elided(tone="muted")
        across = QSplitter(Qt.Orientation.Horizontal, above)
        across.setChildrenCollapsible(False)
        inside = column(across, self.line, space=0.3)
        inside.setStretch(0, 1)
        above.setLayout(inside)
        return across

    # --- the list of mappings ---------------------------------------------------------------------------------------

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (services.connections.list(), services.configs.list()), self._loaded, owner=self, key="list"
        )

    def open(self, what: str) -> None:
        """``<connection>:<kind of record>``, or a config's id."""
        self._wanted = what
        if self._configs:
            self._show_wanted()

    def _loaded(self, answer: Any) -> None:
        views, configs = answer
        self._views = {view.id: view for view in views if not states.is_unfinished(view)}
        self._configs = [config for config in configs if config.connection_id in self._views]
        here = next((config for config in self._configs if config.id == self.editor.config_id), None)
        self._fill_choosers(here)
        if not self._configs:
            self.editor.close()
            self._say_empty(
                tr("No mapping yet"),
                tr("It is made with the first connection, from what usually fits. Connect a system first."),
            )
        elif self._wanted:
            self._show_wanted()
        elif here is None:
            self._open_config(self._chosen() or self._configs[0])
        else:
            self._follow(here)

    def _fill_choosers(self, here: Any) -> None:
        chosen = here.connection_id if here is not None else self.connection.currentData()
        self.connection.clear()
        for view in self._views.values():
            if any(config.connection_id == view.id for config in self._configs):
                self.connection.addItem(view.name, view.id)
        self.connection.setCurrentIndex(max(0, self.connection.findData(chosen)))
        self._fill_entities(here.entity_type if here is not None else self.entity.currentData())

    def _fill_entities(self, chosen: Any) -> None:
        mine = {config.entity_type for config in self._configs if config.connection_id == self.connection.currentData()}
        self.entity.clear()
        for name in states.ordered(mine):
            self.entity.addItem(states.entity_plural(name), name)
        self.entity.setCurrentIndex(max(0, self.entity.findData(chosen)))

    def _chosen(self) -> Any:
        ends = (self.connection.currentData(), self.entity.currentData())
        return next((one for one in self._configs if (one.connection_id, one.entity_type) == ends), None)

    def _connection_chosen(self) -> None:
        self._fill_entities(self.entity.currentData())
        self._entity_chosen()

    def _entity_chosen(self) -> None:
        config = self._chosen()
        if config is not None and config.id != self.editor.config_id:
            self._leave_for(config)

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, ""
        connection, _, entity = wanted.partition(":")
        for config in self._configs:
            if config.id == wanted or (config.connection_id == connection and entity in ("", config.entity_type)):
                if config.id != self.editor.config_id:
                    self._leave_for(config)
                return

    def _leave_for(self, config: Any) -> None:
        """Go to another mapping; what is not saved of this one is asked about."""
        if self.editor.is_dirty:
            answer = ask_to_leave(self.editor, self)
            if answer == "save":
                self._then = config
                self.open_save()
                return
            if answer == "stay":
                here = next((one for one in self._configs if one.id == self.editor.config_id), None)
                self._fill_choosers(here)
                return
            self.drafts.drop(self.editor.config_id)
        self._open_config(config)

    _then: Any = None

    def _open_config(self, config: Any) -> None:
        self._fill_choosers(config)
        self.about.setText(presenter.summary(config, self._views[config.connection_id].system_title))
        self._keeping.stop()
        self.editor.open(config.id)
        self._stack.setCurrentIndex(_WAITING)

    def _follow(self, here: Any) -> None:
        """The mapping on the bench was changed by somebody else: shown at once, unless there is something to lose."""
        self.about.setText(presenter.summary(here, self._views[here.connection_id].system_title))
        bench = self.editor.bench
        if bench is None or bench.config.field_mappings == here.field_mappings:
            return
        if self.editor.is_dirty:
            self._say("warning", tr("Somebody else changed this mapping meanwhile; you are asked when you save."))
        else:
            self.editor.open(here.id)

    # --- the bench --------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        bench = self.editor.bench
        self._show_state()
        if bench is None:
            return
        self.notice.setVisible(bool(bench.notice))
        if bench.notice:
            self.notice.say(
                "warn", tr("The fields of {system} could not be read", system=bench.system_title), bench.notice
            )
        self._draft = self.drafts.find(self.editor.config_id)
        self.draft_note.setVisible(self._draft is not None and self._draft.links != self.editor.document.links)
        if self._draft is not None:
            when = formats.when(self._draft.at.isoformat())
            text = tr("They were made {when} and are not in effect.", when=when)
            if self._draft.stamp != bench.stamp:
                text = tr("They were made {when}; what is in effect was changed since.", when=when)
            self.draft_note.say("info", tr("There are changes that were never saved"), text)

    def _show_bench(self) -> None:
        self._stack.setCurrentIndex(_BENCH)
        if self.isVisible():
            self.take_focus()

    def _not_opened(self, problem: Any) -> None:
        self._say_empty(problem.message, problem.hint, again=True)

    def _try_again(self) -> None:
        config = self._chosen()
        if config is not None:
            self._open_config(config)

    def _say_empty(self, title: str, text: str, *, again: bool = False) -> None:
        self.empty.say(title, text)
        self.retry.setVisible(again)
        self._stack.setCurrentIndex(_EMPTY)
        self._show_state()

    def _take_draft(self) -> None:
        if self._draft is not None:
            self.editor.document.apply(self._draft.links, tr("bring back unsaved changes"))
        self.draft_note.hide()

    def _drop_draft(self) -> None:
        self.drafts.drop(self.editor.config_id)
        self.draft_note.hide()

    def _changed_links(self) -> None:
        self.draft_note.hide()
        self._show_state()
        self._keeping.start()

    def _keep(self) -> None:
        editor = self.editor
        if editor.bench is None:
            return
        config_id, stamp, links = editor.config_id, editor.bench.stamp, editor.document.links
        dirty, drafts = editor.is_dirty, self.drafts
        self.desk.work.read(
            lambda: drafts.keep(config_id, stamp, links) if dirty else drafts.drop(config_id),
            failed=lambda problem: None,  # the work itself is not lost: it is on the bench
            owner=self,
            key="keep",
        )

    def _show_state(self) -> None:
        editor, document = self.editor, self.editor.document
        ready = editor.bench is not None
        for one in (self.suggest_button, self.templates, self.check_button):
            one.setEnabled(ready)
        self.save_button.setEnabled(ready and document.is_dirty)
        for action, held, title, alone in (
            (self.undo, self.undo_button, document.undo_title, tr("Undo")),
            (self.redo, self.redo_button, document.redo_title, tr("Redo")),
        ):
            action.setEnabled(bool(title))
            held.setEnabled(bool(title))
            held.setToolTip(formats.tip(f"{alone}: {title}") if title else alone)
        self.state.setText(self._state_text() if ready else "")

    def _state_text(self) -> str:
        document = self.editor.document
        errors = sum(fault.level == "error" for fault in self.editor.faults)
        said = plural(len(document.links), "{n} link", "{n} links")
        if document.is_dirty:
            changed = document.changed_links()
            said = plural(changed, "{n} change, not saved", "{n} changes, not saved") if changed else tr("Not saved")
        if errors:
            said += "  ·  " + plural(errors, "{n} must be corrected", "{n} must be corrected")
        return said

    def _say(self, level: str, text: str) -> None:
        self.line.setText(text)
        retone(self.line, tone={"warning": "warn", "error": "error"}.get(level, "muted"))

    # --- parts of the bench -----------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        if self._stack.currentIndex() == _BENCH:
            self.board.take_focus()
        else:
            self.connection.setFocus()

    def focus_search(self) -> bool:
        return self._stack.currentIndex() == _BENCH and self.board.focus_search()

    def show_suggestions(self) -> None:
        self.side.setCurrentWidget(self.suggestions)
        self.suggestions.look()

    def _selection_moved(self) -> None:
        if not self.suggestions.is_linking:
            self._show_panel()

    def _show_panel(self) -> None:
        self.side.setCurrentWidget(self.panel)

    def _go_to_panel(self) -> None:
        self._show_panel()
        self.panel.take_focus()

    def open_save(self, check_only: bool = False) -> None:
        if self.editor.bench is None or self.dialog is not None:
            return
        self.dialog = SaveDialog(self.editor, self, check_only=check_only)
        self.dialog.go_to.connect(self._go_to)
        self.dialog.finished.connect(self._save_closed)
        self.dialog.open()

    def _go_to(self, link: int, part: str) -> None:
        self.editor.document.select(link)
        self._show_panel()
        self.panel.go_to(part)

    def _save_closed(self) -> None:
        self.dialog.deleteLater()
        self.dialog = None
        self._show_state()
        then, self._then = self._then, None
        if self.editor.bench is not None and not self.editor.is_dirty:
            self._keeping.stop()
            self.drafts.drop(self.editor.config_id)
            if then is not None:
                self._open_config(then)
