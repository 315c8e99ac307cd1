"""The webhooks screen: where events come in, who may send them, and what came of each."""

from __future__ import annotations

import socket
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QMessageBox, QSplitter, QStackedWidget, QWidget

from app.services.options import ListenAt
from app.ui import states
from app.ui.desk import Desk, Page
from app.ui.theme import em
from app.ui.webhooks import guide, presenter
from app.ui.webhooks.detail import EventDetail
from app.ui.webhooks.edit import EditWebhook
from app.ui.webhooks.guide_dialog import GuideDialog, Handover
from app.ui.webhooks.hooks import HookList
from app.ui.webhooks.model import EventsModel
from app.ui.widgets.basics import Empty, StateMark, button, card, column, glyph, label, row
from app.ui.widgets.table import Table
from app.ui.words import tr


def make(desk: Desk) -> Page:
    return WebhooksPage(desk)


class WebhooksPage(Page):
    kinds = frozenset({"webhooks", "connections", "configs", "settings"})
    name = "webhooks"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Webhooks"))
        self.dialog: Any = None
        self._hooks: list[Any] = []
        self._connections: dict[str, Any] = {}
        self._behind = False
        self._reach: Any = None
        self.tools.addWidget(button(tr("How to set it up…"), self.show_guide))
        self.add_button = button(tr("Add a webhook…"), self.add, kind="primary", icon="plus")
        self.tools.addWidget(self.add_button)
        about = label(
            tr(
                "With a webhook a connected system tells of a change within seconds, instead of at the next sync. The record is "
                "then read over the connection as always."
            ),
            tone="muted",
            wrap=True,
        )
        self.hooks = HookList()
        self.hooks.asked.connect(self._hook_asked)
        self.empty = Empty("webhooks", "")
        self._empty_action = button("", self._do_empty, kind="primary", icon="plus")
        self.empty.buttons.addWidget(self._empty_action)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._filled())
        self._stack.addWidget(self.empty)
        self.body.addWidget(about)
        self.body.addWidget(self._listener_card())
        self.body.addWidget(self._stack, 1)
        desk.bridge.started.connect(self._started)

    # -- parts

    def _listener_card(self) -> QWidget:
        self.listener = StateMark(bold=True)
        self.listener_about = label(tone="muted", wrap=True)
        self.settings = button(tr("Settings…"), self._settings, icon="settings", name=tr("Settings for receiving"))
        words = column(self.listener, self.listener_about, space=0.1)
        line = row(space=0.8)
        line.addLayout(words, 1)
        self.copy = button(tr("Copy"), self._copy_base, icon="copy", name=tr("Copy the address for receiving"))
        for each in (self.copy, self.settings):
            line.addWidget(each, 0, Qt.AlignmentFlag.AlignVCenter)
        return card(line, margins=0.7)

    def _filled(self) -> QWidget:
        self.model = EventsModel(self.desk.services, self.desk.work, self)
        self.model.filled.connect(self._events_filled)
        self.model.failed.connect(self.desk.tell)
        self.table = Table(self.model, self.model.columns, tr("Events"))
        self.table.current_changed.connect(self._chosen)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.detail = EventDetail(self.desk)
        self.status = self._filter(tr("Show events by what came of them"))
        for key, words in presenter.FILTERS:
            self.status.addItem(tr(words), key)
        self.webhook = self._filter(tr("Show the events of one webhook"))
        self.webhook.addItem(tr("All webhooks"), None)
        for box in (self.status, self.webhook):
            box.currentIndexChanged.connect(self._filtered)
        self.number = label(tone="muted")
        self.newest = button(tr("Show the newest"), self._to_newest, icon="up", kind="link")
        self.newest.hide()
        self.no_events = Empty("activity", "")
        self._events = QStackedWidget()
        self._events.addWidget(self.table)
        self._events.addWidget(self.no_events)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self._events)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([em(self, 40), em(self, 19)])
        split.setChildrenCollapsible(False)
        split.setHandleWidth(em(self, 0.5))
        filters = row(
            label(tr("Events"), bold=True), self.status, self.webhook, None, self.newest, self.number, space=0.6
        )
        filled = QWidget()
        inside = column(self.hooks, filters, split, space=0.6)
        inside.setStretch(2, 1)
        filled.setLayout(inside)
        return filled

    def _filter(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    # -- filling

    def take_focus(self) -> None:
        (self.table if self._hooks else self.add_button).setFocus()

    def refresh(self) -> None:
        services = self.desk.services

        def call() -> Any:
            hooks, cursor = services.webhooks.list(limit=200)
            while cursor is not None:
                page, cursor = services.webhooks.list(limit=200, cursor=cursor)
                hooks = [*hooks, *page]
            views = [view for view in services.connections.list() if not states.is_unfinished(view)]
            port = services.settings.get("listener.port", ListenAt().port)
            return hooks, views, services.webhooks.last_received(), port

        self.desk.work.read(call, self._loaded, owner=self, key="list")

    def _loaded(self, answer: Any) -> None:
        self._hooks, views, last, port = answer
        self._connections = {view.id: view for view in views}
        self._reach = presenter.reach(self.desk.listener, self.desk.listener_error, socket.gethostname(), port)
        self.listener.show_state(self._reach.state)
        self.listener_about.setText(self._reach.text)
        self.copy.setVisible(self._reach.works)
        self._say_empty()
        names = presenter.hook_names(self._hooks, self._connections)
        self.hooks.show_hooks(self._hooks, names, self._connections, last)
        renamed = names != self.model.names
        self.model.names = names
        self.table.setColumnHidden(self.model.FROM, len(names) < 2)
        self._offer(names)
        if renamed:
            self._filtered()
        else:
            self._read_again()

    def _say_empty(self) -> None:
        self._stack.setCurrentIndex(0 if self._hooks else 1)
        self.add_button.setEnabled(bool(self._connections))
        if self._connections:
            self.empty.say(
                tr("No system tells of its changes yet"),
                tr(
                    "Ordinary syncs find every change all the same. Add a webhook for a system that can send events; for Tally see "
                    "“How to set it up”."
                ),
            )
            self._empty_action.setText(tr("Add a webhook…"))
        else:
            self.empty.say(
                tr("Nothing is connected yet"), tr("Connect a system first; then it can tell of its changes here.")
            )
            self._empty_action.setText(tr("Connect a system"))
        self._empty_action.setAccessibleName(self._empty_action.text())

    def _do_empty(self) -> None:
        if self._connections:
            self.add()
        else:
            self.desk.wizard_asked.emit()

    def _offer(self, names: dict[str, str]) -> None:
        present = {self.webhook.itemData(at): self.webhook.itemText(at) for at in range(1, self.webhook.count())}
        if present == names:
            return
        chosen = self.webhook.currentData()
        self.webhook.blockSignals(True)
        while self.webhook.count() > 1:
            self.webhook.removeItem(1)
        for key, name in names.items():
            self.webhook.addItem(name, key)
        self.webhook.setCurrentIndex(max(0, self.webhook.findData(chosen)))
        self.webhook.blockSignals(False)

    # -- events

    def _filtered(self) -> None:
        self._behind = False
        self.model.choose(self.webhook.currentData(), self.status.currentData() or None)

    def _read_again(self) -> None:
        """The newest, or what is looked at further down: there nothing moves under the reader's eyes."""
        top = max(0, self.table.rowAt(0))
        self._behind = top > 0
        self.model.refresh(top)

    def _scrolled(self, value: int) -> None:
        if value == 0 and self._behind:
            self._read_again()
        self._show_newest()

    def _show_newest(self) -> None:
        self.newest.setVisible(self._behind)

    def _to_newest(self) -> None:
        self.table.scrollToTop()
        self.table.setFocus()

    def _events_filled(self) -> None:
        count = self.model.rowCount()
        self.number.setText(presenter.number_words(count, more=self.model.more) if count else "")
        self._events.setCurrentIndex(0 if count else 1)
        if self.status.currentData() or self.webhook.currentData():
            self.no_events.say(tr("No such events"), tr("Choose another filter to see the others."))
        else:
            self.no_events.say(
                tr("No event has come in yet"),
                tr("Once the other system is set up, change a record there: it appears here within seconds."),
            )
        self._show_newest()
        self._selected()
        held = self.model.row_of(self.detail.event_id) if self.detail.event_id else -1
        if held >= 0:
            if self.table.currentIndex().row() != held:
                self.table.selectRow(held)
            self._chosen(held)
        elif count and self.table.currentIndex().row() < 0:
            self.table.selectRow(0)
        elif not count:
            self.detail.show_line(None, "")

    def _chosen(self, row_: int) -> None:
        line = self.model.line(row_)
        if line is not None:
            self.detail.show_line(line, self.model.names.get(line.webhook_id, ""))

    def _selected(self, *_: Any) -> None:
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        lines = [self.model.line(row_) for row_ in rows] if len(rows) > 1 else []
        self.detail.show_several([line.id for line in lines if presenter.may_go_again(line)])

    def _started(self, event: Any) -> None:
        if self.isVisible() and self._hooks:  # it may be for events that waited
            self._read_again()

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        self._stale = True

    # -- what is asked for

    def _settings(self) -> None:
        self.desk.go("settings:listener")

    def _hook_asked(self, what: str, hook_id: str) -> None:
        hook = next((one for one in self._hooks if one.id == hook_id), None)
        if hook is None:
            return
        webhooks = self.desk.services.webhooks
        if what == "copy":
            self._copy(presenter.address(hook, self._reach.base))
        elif what == "guide":
            self._open(self._guide(hook))
        elif what == "edit":
            self._edit(hook)
        elif what == "switch":
            on = not hook.is_active
            self.desk.work.do(lambda token: webhooks.update(hook_id, {"is_active": on}), owner=self)
        elif what == "remove":
            self._ask_remove(hook)
        elif what == "register":
            self.desk.work.do(lambda token: webhooks.register(hook_id, token), owner=self)
        elif what == "unregister":
            self.desk.work.do(lambda token: webhooks.unregister(hook_id, token), owner=self)

    def _copy_base(self) -> None:
        self._copy(self._reach.base)

    def _copy(self, address: str) -> None:
        QGuiApplication.clipboard().setText(address)
        self.desk.say(tr("The address is copied"), address)

    def add(self) -> None:
        self._edit(None)

    def show_guide(self) -> None:
        self._open(self._guide(next((one for one in self._hooks if one.id == self.hooks.chosen), None)))

    def _guide(self, hook: Any) -> GuideDialog:
        views = list(self._connections.values())
        chosen = self._connections.get(hook.connection_id) if hook else views[0] if views else None
        given = self._given(hook) if hook else guide.Given()
        return GuideDialog(self.desk, views, chosen.system if chosen else "custom", given, self.window())

    def _given(self, hook: Any, token: str = "", secret: str = "") -> guide.Given:
        return guide.Given(presenter.address(hook, self._reach.base), token, secret)

    def _edit(self, hook: Any) -> None:
        dialog = EditWebhook(self.desk, list(self._connections.values()), hook, self.window())
        dialog.made.connect(self._made)
        self._open(dialog)

    def _made(self, hook: Any, token: str, secret: str) -> None:
        """A system that we register with is given them by us."""
        view = self._connections.get(hook.connection_id)
        if hook.registration is not None:
            if token:
                self._open(Handover(view.system if view else "custom", self._given(hook), self.window()))
        elif token or secret:
            self._open(Handover(view.system if view else "custom", self._given(hook, token, secret), self.window()))

    def _open(self, dialog: Any) -> None:
        dialog.finished.connect(self._dialog_over)
        self.dialog = dialog
        dialog.open()

    def _dialog_over(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _ask_remove(self, hook: Any) -> None:
        name = self.model.names.get(hook.id, "")
        box = QMessageBox(self.window())
        box.setIconPixmap(glyph("warning", "warn", 2.4).pixmap())
        box.setWindowTitle(tr("Remove the webhook"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Remove the webhook of “{name}”?", name=name))
        box.setInformativeText(presenter.removal(hook, name, self._connections.get(hook.connection_id)))
        yes = box.addButton(tr("Remove the webhook"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        self._removing, self._yes = hook.id, yes
        box.buttonClicked.connect(self._answered_remove)
        self._open(box)

    def _answered_remove(self, clicked: Any) -> None:
        if clicked is self._yes:
            webhooks, hook_id = self.desk.services.webhooks, self._removing
            self.desk.work.do(lambda token: webhooks.delete(hook_id), owner=self)
