"""The connections screen: a card for each, with what can be done with it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from app.model.errors import LEFT_IN_FLIGHT
from app.ui import states
from app.ui.connections import presenter
from app.ui.connections.checks import Checks
from app.ui.connections.edit import EditConnection
from app.ui.connections.sign_in import SignInDialog
from app.ui.connections.sync_settings import SyncSettings
from app.ui.desk import Desk, Page
from app.ui.shell.presenter import pause_until
from app.ui.theme import em
from app.ui.widgets.basics import Empty, Note, StateMark, button, card, clear, glyph, label, row, scrolled
from app.ui.widgets.flow import CardGrid
from app.ui.words import tr


def make(desk: Desk) -> Page:
    return ConnectionsPage(desk)


class ConnectionsPage(Page):
    kinds = frozenset({"connections", "configs", "runs", "limits"})
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
            tr("Connect a system to bring its customers, items and bills here."),
        )
        self._empty.buttons.addWidget(button(tr("Connect a system"), desk.wizard_asked, kind="primary", icon="plus"))
        content = QWidget()
        self._list = QVBoxLayout(content)
        self._list.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._list.setSpacing(em(self, 0.8))
        self._list.addStretch(1)
        self._area = scrolled(content, tr("Connections"))
        desk.bridge.waiting.connect(self._waits)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self._empty)
        self.body.addWidget(self._stack, 1)

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (services.connections.list(), services.configs.list(), services.limits.list()),
            self._loaded,
            owner=self,
            key="list",
        )

    def open(self, what: str) -> None:
        """``<id>``, or ``<id>:authorise`` to sign it in again."""
        self._wanted = what
        self._show_wanted()

    def edit_first(self) -> None:
        if self._views:
            self.edit(self._views[0].id)

    def _loaded(self, answer: Any) -> None:
        views, self._configs, limits = answer
        blocked = {one.connection_id: one.blocked_until for one in limits if one.blocked_until}
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
            self._cards[view.id].show_view(view, configs, blocked.get(view.id))
        self._show_wanted()

    def _show_wanted(self) -> None:
        connection_id, _, what = self._wanted.partition(":")
        panel = self._cards.get(connection_id)
        if panel is not None:
            self._wanted = ""
            self._area.ensureWidgetVisible(panel)
            panel.setFocus()
            if what == "authorise" and self.dialog is None:
                self.sign_in(connection_id)

    # -- what each card asks for

    def test(self, connection_id: str) -> None:
        panel = self._cards[connection_id]
        panel.checks.say_testing()
        panel.test_button.setEnabled(False)
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

    def _waits(self, event: Any) -> None:
        """A connection waits for its system's limit, or goes on."""
        panel = self._cards.get(event.connection_id)
        if panel is not None:
            panel.show_wait(event.until)

    def _view(self, connection_id: str) -> Any:
        return next(view for view in self._views if view.id == connection_id)

    def edit(self, connection_id: str) -> None:
        view = self._view(connection_id)
        if presenter.offer_of(self.desk.services.connections.systems(), view.system).installed:
            self._open(EditConnection(self.desk, view, self.window()))
        else:
            self.desk.say(
                tr("This version can't connect to {system} yet", system=view.system_title),
                tr("The connection is kept as it is, for a version that can."),
                "warn",
            )

    def sync_settings(self, connection_id: str) -> None:
        configs = [config for config in self._configs if config.connection_id == connection_id]
        self._open(SyncSettings(self.desk, self._view(connection_id), configs, self.window()))

    def sign_in(self, connection_id: str) -> None:
        self._open(SignInDialog(self.desk, self._view(connection_id), self.window()))

    def _open(self, dialog: Any) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._dialog_over)
        dialog.open()

    def _dialog_over(self, code: int) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is None:
            return
        dialog.deleteLater()
        if code and getattr(dialog, "reaches_anew", False):
            self.test(dialog.view.id)

    def remove(self, connection_id: str) -> None:
        view, services = self._view(connection_id), self.desk.services
        self.desk.work.read(
            lambda: (services.connections.removal(connection_id), services.records.counts()),
            lambda answer: self._ask_remove(view, *answer),
            owner=self,
            key="remove",
        )

    def _ask_remove(self, view: Any, goes: Any, counts: Any) -> None:
        services = self.desk.services
        self._ask(
            tr("Remove connection"),
            tr("Remove “{name}”?", name=view.name),
            presenter.removal(view, goes, counts),
            lambda token: services.connections.delete(view.id),
        )

    def withdraw(self, connection_id: str) -> None:
        view, services = self._view(connection_id), self.desk.services
        self._ask(
            tr("Withdraw access"),
            tr("Withdraw the access of “{name}”?", name=view.name),
            presenter.withdrawal(view),
            lambda token: services.authorisations.withdraw(connection_id, token),
        )

    def _ask(self, yes: str, question: str, about: str, call: Any) -> None:
        """``call`` is done when the person says ``yes``."""
        box = QMessageBox(self.window())
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setIconPixmap(glyph("warning", "warn", 2.4).pixmap())
        box.setWindowTitle(yes)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(about)
        agree = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)

        def answered(clicked: Any) -> None:
            if clicked is agree:
                self.desk.work.do(call, owner=self)

        box.buttonClicked.connect(answered)
        self._open(box)

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
    """One connection: facts, what can be done, and the last test below."""

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
        self.settings_button = button(tr("Sync settings…"), self._settings, icon="settings")
        self.settings_button.setToolTip(tr("What is synced, which way, and how often"))
        self.sign_in_button = button(tr("Sign in again…"), self._sign_in, icon="lock")
        self.withdraw_button = button(tr("Withdraw access…"), self._withdraw, icon="unlink")
        self.totals_button = button(tr("Compare totals"), self._compare, icon="books")
        self.totals_button.setToolTip(tr("Monthly totals here beside the connected system's"))
        self.pause_button = button(tr("Pause"), self._pause, icon="pause")
        self.remove_button = button(tr("Remove…"), self._remove, icon="trash", kind="danger")
        self._buttons = (
            self.sync_button,
            self.trial_button,
            self.test_button,
            self.edit_button,
            self.settings_button,
            self.sign_in_button,
            self.withdraw_button,
            self.totals_button,
            self.pause_button,
            self.remove_button,
        )
        self._actions = CardGrid(12.0, 5)
        self.waits = Note()
        self.waits.hide()
        self.checks = Checks()
        head = row(space=0.6)
        head.addWidget(self._name, 1)
        head.addWidget(self._system, 0, Qt.AlignmentFlag.AlignTop)
        frame = card(head, self._state, self._facts, self._actions, self.waits, self.checks, space=0.6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame)

    def show_view(self, view: Any, configs: list[Any], blocked_until: str | None) -> None:
        """``blocked_until``: the system wants no more calls before that stamp."""
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
        alone = () if view.signs_in else (self.sign_in_button, self.withdraw_button)
        self._actions.set_cards([each for each in self._buttons if each not in alone])
        self.withdraw_button.setEnabled(presenter.is_signed_in(view))
        self.show_wait(blocked_until)
        for each in self._buttons:
            each.setAccessibleName(f"{each.text().rstrip('…')}: {view.name}")
        self.setAccessibleName(view.name)

    def show_wait(self, until: str | None) -> None:
        self.waits.setVisible(bool(until))
        if until:
            self.waits.say("info", "", presenter.waiting_words(until, self.view.system_title))

    def show_test(self, result: Any) -> None:
        self.test_button.setEnabled(True)
        self.checks.show_result(result)
        if result.details.get("code") == LEFT_IN_FLIGHT:
            idle = button(tr("Tally shows no message and is idle"), self._idle)
            self.checks.lines.addWidget(idle, 0, Qt.AlignmentFlag.AlignLeft)

    def show_problem(self, problem: Any) -> None:
        self.test_button.setEnabled(True)
        self.checks.say("error", problem.message, problem.hint)

    def _sync(self) -> None:
        self.page.desk.sync(self.id)

    def _trial(self) -> None:
        self.page.try_out(self.id)

    def _test(self) -> None:
        self.page.test(self.id)

    def _edit(self) -> None:
        self.page.edit(self.id)

    def _settings(self) -> None:
        self.page.sync_settings(self.id)

    def _sign_in(self) -> None:
        self.page.sign_in(self.id)

    def _withdraw(self) -> None:
        self.page.withdraw(self.id)

    def _compare(self) -> None:
        self.page.desk.go(f"totals:{self.id}")

    def _pause(self) -> None:
        self.page.pause(self.id, states.is_paused(self.view))

    def _remove(self) -> None:
        self.page.remove(self.id)

    def _idle(self) -> None:
        self.page.tally_is_idle(self.id)
