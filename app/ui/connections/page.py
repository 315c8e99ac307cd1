"""The connections screen: a card for each, with Test, Edit, Pause and Remove."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.ui import states
from app.ui.connections import presenter
from app.ui.connections.edit import EditConnection
from app.ui.desk import Desk, Page
from app.ui.shell.presenter import pause_until
from app.ui.theme import em
from app.ui.widgets.basics import Empty, Note, StateMark, button, card, clear, column, glyph, label, row, scrolled
from app.ui.words import tr


def make(desk: Desk) -> Page:
    return ConnectionsPage(desk)


class ConnectionsPage(Page):
    kinds = frozenset({"connections", "configs", "runs"})
    name = "connections"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Connections"))
        self.dialog: Any = None
        self._views: list[Any] = []
        self._configs: list[Any] = []
        self._cards: dict[str, Any] = {}
        self._tests: dict[str, Any] = {}
        self._wanted = ""
        add = button(
            tr("Connect a system"), desk.wizard_asked, kind="primary", icon="plus", tip=tr("Connect a system  (Ctrl+N)")
        )
        self.tools.addWidget(add)
        self._empty = Empty(
            "connections",
            tr("Nothing is connected yet"),
            tr("Connect Tally to bring its customers, items and bills here."),
        )
        self._empty.buttons.addWidget(button(tr("Connect Tally"), desk.wizard_asked, kind="primary", icon="plus"))
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._list.setSpacing(em(self, 0.8))
        self._list.addStretch(1)
        self._area = scrolled(content, tr("Connections"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (services.connections.list(), services.configs.list()), self._loaded, owner=self, key="list"
        )

    def open(self, what: str) -> None:
        self._wanted = what
        self._show_wanted()

    def edit_first(self) -> None:
        if self._views:
            self._edit(self._views[0].id)

    def _loaded(self, answer: Any) -> None:
        views, self._configs = answer
        self._views = [view for view in views if not states.is_unfinished(view)]
        self._stack.setCurrentIndex(0 if self._views else 1)
        kept = {view.id for view in self._views}
        for key in [key for key in self._cards if key not in kept]:
            self._cards.pop(key).deleteLater()
        for view in self._views:
            if view.id not in self._cards:
                self._cards[view.id] = ConnectionPanel(self, view.id)
                self._list.insertWidget(self._list.count() - 1, self._cards[view.id])
            configs = [config for config in self._configs if config.connection_id == view.id]
            self._cards[view.id].show_view(view, configs)
        self._show_wanted()

    def _show_wanted(self) -> None:
        panel = self._cards.get(self._wanted)
        if panel is not None:
            self._wanted = ""
            self._area.ensureWidgetVisible(panel)
            panel.setFocus()

    # -- what each card asks for

    def test(self, connection_id: str) -> None:
        panel = self._cards[connection_id]
        panel.show_testing()
        services = self.desk.services
        self._tests[connection_id] = self.desk.work.do(
            lambda token: services.connections.test(connection_id, token),
            panel.show_test,
            panel.show_problem,
            owner=panel,
            key="test",
        )

    def try_out(self, connection_id: str) -> None:
        runs = self.desk.services.runs
        self.desk.work.do(lambda token: runs.start(connection_id=connection_id, dry_run=True), self._trying, owner=self)

    def _trying(self, log_id: str) -> None:
        self.desk.go(f"run:{log_id}")

    def edit(self, connection_id: str) -> None:
        self._edit(connection_id)

    def _edit(self, connection_id: str) -> None:
        view = next(view for view in self._views if view.id == connection_id)
        configs = [config for config in self._configs if config.connection_id == connection_id]
        self.dialog = EditConnection(self.desk, view, configs, self.window())
        self.dialog.finished.connect(self._dialog_over)
        self.dialog.open()

    def _dialog_over(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def remove(self, connection_id: str) -> None:
        view = next(view for view in self._views if view.id == connection_id)
        self.desk.work.read(
            self.desk.services.records.counts, lambda counts: self._ask_remove(view, counts), owner=self, key="remove"
        )

    def _ask_remove(self, view: Any, counts: Any) -> None:
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setIconPixmap(glyph("warning", "warn", 2.4).pixmap())
        box.setWindowTitle(tr("Remove connection"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Remove “{name}”?", name=view.name))
        box.setInformativeText(presenter.removal(view, counts))
        yes = box.addButton(tr("Remove connection"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        self._removing = view.id
        self._yes = yes
        box.buttonClicked.connect(self._answered_remove)
        box.finished.connect(self._dialog_over)
        self.dialog = box
        box.open()

    def _answered_remove(self, clicked: Any) -> None:
        if clicked is self._yes:
            connection_id = self._removing
            self.desk.work.do(lambda token: self.desk.services.connections.delete(connection_id), owner=self)

    def pause(self, connection_id: str, paused: bool) -> None:
        if paused:
            self.desk.resume(connection_id)
        else:
            self.desk.pause(connection_id, pause_until("tomorrow"))

    def tally_is_idle(self, connection_id: str) -> None:
        services = self.desk.services
        self.desk.work.do(
            lambda token: services.connections.tally_is_idle(connection_id),
            lambda _: self.test(connection_id),
            owner=self,
        )


class ConnectionPanel(QWidget):
    """One connection: facts at the left, what can be done at the right, the last test below."""

    def __init__(self, page: ConnectionsPage, connection_id: str) -> None:
        super().__init__()
        self.page = page
        self.id = connection_id
        self._shown: Any = None
        self._name = label(size=1.15, bold=True, wrap=True)
        self._system = label(tone="muted")
        self._state = StateMark(bold=True)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(em(self, 0.9))
        self._facts.setVerticalSpacing(em(self, 0.2))
        self._facts.setColumnStretch(1, 1)
        self.sync_button = button(tr("Sync now"), self._sync, icon="sync", kind="primary")
        self.trial_button = button(tr("Show what a sync would do"), self._trial, icon="search")
        self.trial_button.setToolTip(
            tr("A trial run: nothing is written here or there; the plan can then be done exactly so")
        )
        self.test_button = button(tr("Test"), self._test, icon="test")
        self.edit_button = button(tr("Edit…"), self._edit, icon="edit")
        self.totals_button = button(tr("Compare totals"), self._compare, icon="books")
        self.totals_button.setToolTip(tr("Monthly totals here beside the connected system's"))
        self.pause_button = button(tr("Pause"), self._pause, icon="pause")
        self.remove_button = button(tr("Remove…"), self._remove, icon="trash", kind="danger")
        buttons = column(
            self.sync_button,
            self.trial_button,
            self.test_button,
            self.edit_button,
            self.totals_button,
            self.pause_button,
            self.remove_button,
            None,
            space=0.35,
        )
        self.note = Note()
        self.note.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(em(self, 0.25))
        head = row(space=0.6)
        head.addWidget(self._name, 1)
        head.addWidget(self._system, 0, Qt.AlignmentFlag.AlignTop)
        left = column(head, self._state, self._facts, None, space=0.5)
        top = row(space=1.2)
        top.addLayout(left, 1)
        top.addLayout(buttons)
        frame = card(top, self.note, self._lines, space=0.6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_view(self, view: Any, configs: list[Any]) -> None:
        self.view = view
        self._name.setText(view.name)
        self._system.setText(view.system_title)
        self._state.show_state(states.connection_state(view))
        shown = presenter.facts(view, configs)
        if shown != self._shown:
            self._shown = shown
            clear(self._facts)
            for at, (name, text) in enumerate(shown):
                self._facts.addWidget(label(name, tone="muted"), at, 0, Qt.AlignmentFlag.AlignTop)
                self._facts.addWidget(label(text, wrap=True), at, 1)
        paused = states.is_paused(view)
        self.pause_button.setText(tr("Go on") if paused else tr("Pause"))
        self.pause_button.setToolTip("" if paused else tr("No automatic sync until tomorrow 8 o'clock"))
        may_run = view.sync_enabled and view.status != "inactive" and not view.running_log_id
        for each in (self.sync_button, self.trial_button):
            each.setEnabled(may_run)
        for each in (
            self.sync_button,
            self.trial_button,
            self.test_button,
            self.edit_button,
            self.totals_button,
            self.pause_button,
            self.remove_button,
        ):
            each.setAccessibleName(f"{each.text().rstrip('…')}: {view.name}")
        self.setAccessibleName(view.name)

    def show_testing(self) -> None:
        clear(self._lines)
        self.test_button.setEnabled(False)
        self.note.say("info", tr("Testing the connection…"))
        self.note.show()

    def show_test(self, result: Any) -> None:
        self.test_button.setEnabled(True)
        took = tr("Answered in {n} ms.", n=result.latency_ms) if result.success else ""
        self.note.say("ok" if result.success else "error", result.message, took)
        self._show_lines(presenter.check_lines(result))
        code = str(result.details.get("code", ""))
        if code == "in_flight" or any(check.get("name") == "in_flight" for check in result.details.get("checks", ())):
            idle = button(tr("Tally shows no message and is idle"), self._idle)
            self._lines.addWidget(idle, 0, Qt.AlignmentFlag.AlignLeft)

    def show_problem(self, problem: Any) -> None:
        self.test_button.setEnabled(True)
        self.note.say("error", problem.message, problem.hint)

    def _show_lines(self, lines: list[tuple[bool, str, str]]) -> None:
        clear(self._lines)
        for ok, words, hint in lines:
            shape = glyph("check" if ok else "error", "ok" if ok else "error", 1.0)
            text = column(label(words, wrap=True), space=0.05)
            if hint:
                text.addWidget(label(hint, tone="muted", wrap=True))
            line = row(space=0.5)
            line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(text, 1)
            self._lines.addLayout(line)

    def _sync(self) -> None:
        self.page.desk.sync(self.id)

    def _trial(self) -> None:
        self.page.try_out(self.id)

    def _test(self) -> None:
        self.page.test(self.id)

    def _edit(self) -> None:
        self.page.edit(self.id)

    def _compare(self) -> None:
        self.page.desk.go(f"totals:{self.id}")

    def _pause(self) -> None:
        self.page.pause(self.id, states.is_paused(self.view))

    def _remove(self) -> None:
        self.page.remove(self.id)

    def _idle(self) -> None:
        self.page.tally_is_idle(self.id)
