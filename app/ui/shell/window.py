"""The main window: rail, screens, a strip for passing messages, the status line. Screens are made when first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.ui.shell.rail import BEHIND, SCREENS, Rail
from app.ui.shell.status import StatusLine
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, label, row
from app.ui.words import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from app.ui.desk import Desk, Page


class _Stack(QStackedWidget):
    """Needs what its present screen needs. One that is larger than the window (a large text on a small display) is scrolled."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("content")
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> Any:
        page = self.currentWidget()
        return page.minimumSizeHint() if page is not None else super().minimumSizeHint()

    def heightForWidth(self, width: int) -> int:
        """The least height again: what all pages would like best is more, and the window would scroll without need."""
        page = self.currentWidget()
        layout = page.layout() if page is not None else None
        return layout.minimumHeightForWidth(width) if layout is not None else -1


class MainWindow(QWidget):
    """Paints before anything heavy is loaded; :meth:`connect_desk` gives it its life."""

    painted = Signal()
    closing = Signal()
    MESSAGE_MS = 9000

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(tr("SalesMate Sync"))
        self.desk: Any = None
        self.state: Any = None
        self._shown: Any = None
        self.pages: dict[str, Page] = {}
        self._painted = False
        self.rail = Rail()
        self.rail.chosen.connect(self.show_screen)
        self.stack = _Stack()
        self.area = QScrollArea()
        self.area.setWidget(self.stack)
        self.area.setWidgetResizable(True)
        self._opening = self._opening_page()
        self.stack.addWidget(self._opening)
        self._message: Note | None = None
        self._guide: Any = None
        self.status = StatusLine()
        self._lay_out()
        self.rail.choose("overview")
        self._wanted = "overview"
        self.status.say("running", "muted", tr("Opening your records…"))
        self.resize(em(self, 66), em(self, 43))

    def _opening_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(em(self, 1.2), em(self, 1.0), em(self, 1.2), em(self, 1.0))
        self._opening_text = label(tr("Opening your records…"), tone="muted", own=True)
        layout.addWidget(label(tr("Overview"), size=1.5, bold=True, own=True))
        layout.addWidget(self._opening_text)
        layout.addStretch(1)
        return page

    @property
    def message(self) -> Note:
        """The strip for passing messages, made when first needed."""
        if self._message is None:
            self._message = Note()
            self._message.hide()
            close = button(tr("Close"), self._message.hide, kind="flat", icon="close", name=tr("Close the message"))
            self._message.add(close)
            self._message_timer = QTimer(self, interval=self.MESSAGE_MS, singleShot=True)
            self._message_timer.timeout.connect(self._message.hide)
            self._message_place.addWidget(self._message)
        return self._message

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        holder = QHBoxLayout()
        holder.setContentsMargins(em(self, 1.2), em(self, 0.7), em(self, 1.2), 0)
        self._message_place = holder
        right.addLayout(holder)
        right.addWidget(self.area, 1)
        middle = row(self.rail, space=0)
        middle.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(middle, 1)
        outer.addWidget(self.status)

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event) -> None:
        event.ignore()  # the program decides: into the tray, to the task bar, or the end
        self.closing.emit()

    # -- the life of the window

    def connect_desk(self, desk: Desk) -> None:
        from PySide6.QtCore import Qt

        from app.ui.shell.presenter import ShellState

        self.desk = desk
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.state = ShellState()
        self.status.furnish()
        desk.asked.connect(self.go)
        desk.said.connect(self.say)
        desk.guide_asked.connect(self.show_guide)
        desk.bridge.started.connect(self._started)
        desk.bridge.progress.connect(self._progressed)
        desk.bridge.ended.connect(self._ended)
        desk.bridge.changed.connect(self._changed)
        self.status.cancel_asked.connect(self._cancel)
        self.status.pause_asked.connect(self._pause)
        self.status.resume_asked.connect(self._resume)
        self.status.tick.timeout.connect(self.show_state)
        self.status.tick.start()
        self._add_shortcuts()
        self.show_screen(self._wanted)
        self.stack.removeWidget(self._opening)
        self._opening.deleteLater()
        self.reload()

    def failed_to_open(self, problem) -> None:
        """The hub could not be opened: the window stays and says why."""
        self._opening_text.hide()
        self.message.say("error", problem.message, problem.hint)
        self.message.show()
        self.status.say("error", "error", tr("Your records could not be opened"))

    def _add_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence

        for number, (name, title) in enumerate(SCREENS, start=1):
            self._shortcut(tr(title), f"Ctrl+{number}", self._screen_key).setData(name)
        self._shortcut(tr("Sync now"), "F5", self._sync_all)
        self._shortcut(tr("Search"), QKeySequence(QKeySequence.StandardKey.Find).toString(), self._find)
        self._shortcut(tr("Connect a system"), QKeySequence(QKeySequence.StandardKey.New).toString(), self._wizard)
        self._shortcut(tr("Stop"), "Esc", self._escape)
        self._shortcut(tr("Guide"), "F1", self._guide_key)
        self._shortcut(tr("Keys"), "Ctrl+F1", self._show_keys)
        self._shortcut(tr("Quit"), "Ctrl+Q", self._quit)

    def _shortcut(self, text: str, keys: str, slot) -> QAction:
        from PySide6.QtGui import QAction, QKeySequence

        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        self.addAction(action)
        return action

    def _screen_key(self) -> None:
        self.show_screen(self.sender().data())

    def _sync_all(self) -> None:
        self.desk.sync()

    def _wizard(self) -> None:
        self.desk.wizard_asked.emit()

    def _show_keys(self) -> None:
        from PySide6.QtCore import Qt

        from app.ui.shell.keys import KeysDialog

        dialog = KeysDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _guide_key(self) -> None:
        connected = bool(self.state.connections) or self._wanted != "overview"
        self.show_guide(self._wanted if connected else "first-start")

    def show_guide(self, page: str) -> None:
        from app.ui.guide import Guide

        if self._guide is None:
            self._guide = Guide()
            self.destroyed.connect(self._guide.deleteLater)
        self._guide.show_page(page)

    def close_guide(self) -> None:
        if self._guide is not None:
            self._guide.close()

    def _quit(self) -> None:
        self.desk.quit()

    def _find(self) -> None:
        page = self.pages.get(self._wanted)
        if page is None or not page.focus_search():
            self.show_screen("records")
            self.pages["records"].focus_search()

    def _escape(self) -> None:
        if self.message.isVisible():
            self.message.hide()
        else:
            self.status.cancel_now()

    # -- screens

    def show_screen(self, name: str) -> None:
        self._wanted = name
        self.rail.choose(BEHIND.get(name, name))
        if self.desk is None:
            return  # shown as soon as the records are open
        page = self.page(name)
        self.stack.setCurrentWidget(page)
        page.take_focus()

    def page(self, name: str) -> Page:
        if name not in self.pages:
            module = import_module(f"app.ui.{name}.page")
            self.pages[name] = module.make(self.desk)
            self.stack.addWidget(self.pages[name])
        return self.pages[name]

    def go(self, target: str) -> None:
        """``records:invoice:…``, ``run:…``, ``connection:…``, ``conflicts``: the screen, and the thing on it."""
        kind, _, rest = target.partition(":")
        screen = {"run": "activity", "record": "records", "connection": "connections", "conflict": "conflicts"}.get(
            kind, kind
        )
        if screen not in self.rail.buttons and screen not in BEHIND:
            screen = "overview"
        self.show_screen(screen)
        if rest:
            self.pages[screen].open(rest)
        self.bring_up()

    def bring_up(self) -> None:
        if not self.isVisible() or self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    # -- messages and state

    def say(self, level: str, title: str, text: str = "") -> None:
        self.message.say(level, title, text)
        self.message.show()
        if level == "error":
            self._message_timer.stop()
        else:  # what still waits stands under "Needs you"
            self._message_timer.start()

    def reload(self) -> None:
        services = self.desk.services
        self.desk.work.read(
            lambda: (services.dashboard(), services.scheduler.paused_until()), self._loaded, owner=self, key="shell"
        )

    def _loaded(self, found) -> None:
        from app.ui.shell.presenter import own_needs

        board, paused_until = found
        self.state.take_dashboard(board, own_needs(self.desk.listener_error), paused_until)
        self.show_state()

    def show_state(self) -> None:
        counts, line, paused = self.state.counts(), self.state.line(), self.state.all_paused()
        known = bool(self.state.connections)
        shown = (counts, line, paused, known, self.state.tray_words())
        if shown == self._shown:
            return
        self._shown = shown
        self.rail.set_counts(counts)
        self.status.show_line(line, paused=paused, any_connection=known)
        self.stateful.emit()

    stateful = Signal()

    def _started(self, event) -> None:
        self.state.take_started(event)
        self.show_state()

    def _progressed(self, event) -> None:
        self.state.take_progress(event)
        self.show_state()

    def _ended(self, event) -> None:
        self.state.take_ended(event)
        self.show_state()
        self.reload()

    def _changed(self, kinds) -> None:
        edited = "records" in kinds and not self.state.running  # what waits to be sent; a run tells at its end
        if edited or kinds & {"connections", "conflicts", "errors", "runs", "settings"}:
            self.reload()
        elif "webhooks" in kinds:
            self.desk.work.read(self.desk.services.webhooks.failed, self._failed_events, owner=self, key="events")

    def _failed_events(self, count: int) -> None:
        if count != self.state.failed_events:
            self.state.failed_events = count
            self.show_state()

    def _cancel(self, log_id: str) -> None:
        self.desk.work.do(lambda token: self.desk.services.runs.cancel(log_id), owner=self)

    def _pause(self, choice: str) -> None:
        from app.ui.shell.presenter import pause_until

        self.desk.pause(None, pause_until(choice))

    def _resume(self) -> None:
        self.desk.resume(None)
