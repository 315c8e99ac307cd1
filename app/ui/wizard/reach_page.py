"""Step 2: reach it. Looks at this PC at once, elsewhere when asked; says what is wrong where nothing usable answers."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QVBoxLayout, QWidget

from app.model.errors import Cancelled
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, card, clear, column, label, row, scrolled
from app.ui.widgets.enter_line import EnterLine
from app.ui.wizard import presenter
from app.ui.wizard.pages import BOOKS, Choice, Step
from app.ui.words import tr


class ReachPage(Step):
    # Told from the thread that looks; delivered here in order.
    told_progress = Signal(int, int, int, str)
    told_found = Signal(int, object)

    def __init__(self) -> None:
        super().__init__(
            tr("Where does Tally run?"), tr("This PC is looked at first. Nothing is changed in Tally by looking.")
        )
        self._job: Any = None
        self._round = 0
        self._this_pc = True
        self._servers: list[Any] = []
        self._group = QButtonGroup(self)
        self.told_progress.connect(self._progressed)
        self.told_found.connect(self._found)
        self.status = label(wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the search"))
        self.stop = button(tr("Stop"), self._stop, name=tr("Stop the search"))
        self.again = button(tr("Look again"), self.look_again, icon="sync")
        self._results = QVBoxLayout()
        self._results.setSpacing(em(self, 0.5))
        self.note = Note()
        self.note.hide()
        self.steps = self._steps_card()
        self.steps.hide()
        content = QWidget()
        content.setLayout(column(self._results, self.note, self.steps, None, space=0.6))
        looking = row(self.status, self.bar, self.stop, self.again)
        looking.setStretch(0, 1)
        looking.setStretch(1, 1)
        self.body.addLayout(looking)
        self.body.addWidget(scrolled(content, tr("What was found")), 1)
        self.hosts = EnterLine()
        self.hosts.setPlaceholderText(tr("tally-pc, 192.168.1.20 or 192.168.1.0/24"))
        self.hosts.setAccessibleName(tr("Names or addresses of other PCs"))
        self.ports = EnterLine("9000")
        self.ports.setAccessibleName(tr("Ports"))
        self.ports.setMaximumWidth(em(self, 7))
        self.elsewhere = button(tr("Look there"), self.look_elsewhere, icon="network")
        for each in (self.hosts, self.ports):
            each.returnPressed.connect(self.look_elsewhere)
        self.complaint = label(tone="error", wrap=True)
        self.complaint.hide()
        other = row(label(tr("Other PCs")), self.hosts, label(tr("Port")), self.ports, self.elsewhere, space=0.5)
        self.body.addLayout(column(other, self.complaint, space=0.2))

    def _steps_card(self) -> QWidget:
        rows = [
            label(f"{number}.  {tr(text)}", wrap=True)
            for number, text in enumerate(presenter.STEPS_TO_SWITCH_ON, start=1)
        ]
        return card(label(tr("How to switch on the connector in Tally"), bold=True), *rows, space=0.35)

    # -- looking

    def initializePage(self) -> None:
        if not self._servers and self._job is None:
            self.look([])

    def look(self, where: list[str]) -> None:
        """``[]``: this PC."""
        self._stop()
        self._round += 1
        this_round = self._round
        self._this_pc = not where
        self._where = where
        self._servers = []
        self.draft.server = None
        for choice in self._group.buttons():
            self._group.removeButton(choice)
        clear(self._results)
        self.note.hide()
        self.steps.hide()
        self.status.setText(tr("Looking on this PC…") if not where else tr("Looking…"))
        self.bar.setRange(0, 0)
        self._show_looking(True)
        services, progress, found = self.desk.services, self.told_progress, self.told_found

        def call(token: Any) -> Any:
            return services.connections.discover(
                where or None,
                token,
                lambda done, total, text: progress.emit(this_round, done, total, text),
                lambda server: found.emit(this_round, server),
            )

        self._job = self.desk.work.do(call, self._done, self._failed, owner=self, key="look")
        self.completeChanged.emit()

    def look_again(self) -> None:
        self.look(self._where)

    def look_elsewhere(self) -> None:
        try:
            where = presenter.targets(self.hosts.text(), self.ports.text())
        except ValueError as error:
            self.complaint.setText(str(error))
            self.complaint.show()
            self.hosts.setFocus()
            return
        self.complaint.hide()
        self.look(where)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.stop()

    def leave(self) -> None:
        """The wizard is being closed."""
        if self._job is not None:
            self._job.drop()
            self._job = None

    def _show_looking(self, on: bool) -> None:
        for widget in (self.bar, self.stop):
            widget.setVisible(on)
        self.again.setVisible(not on)

    def _progressed(self, this_round: int, done: int, total: int, text: str) -> None:
        if this_round == self._round and self._job is not None:
            self.bar.setRange(0, max(total, 1))
            self.bar.setValue(done)
            self.status.setText(tr("Looking: {done} of {total}", done=done, total=total))

    def _found(self, this_round: int, server: Any) -> None:
        if this_round == self._round and not any(other.base_url == server.base_url for other in self._servers):
            if server.state in ("refused", "unreachable") and (self._this_pc or len(self._where) > 4):
                return  # of a whole network only what listens is worth a line
            self._add(server)

    def _add(self, server: Any) -> None:
        self._servers.append(server)
        shown = presenter.found(server)
        choice = Choice(shown.shape, shown.title, shown.text, tone=shown.tone, key=server)
        choice.setCheckable(shown.usable)
        choice.setEnabled(shown.usable)
        choice.clicked.connect(self._chosen)
        if shown.usable:
            self._group.addButton(choice)
        self._results.addWidget(choice)
        if shown.usable and self.draft.server is None:
            choice.setChecked(True)
            self._choose(server)
        self.steps.setVisible(shown.steps and self.draft.server is None)

    def _done(self, servers: Any) -> None:
        self._job = None
        for server in servers:
            self._found(self._round, server)
        self._over()

    def _failed(self, problem: Any) -> None:
        self._job = None
        if problem.code != Cancelled.code:
            self.note.say("error", problem.message, problem.hint)
            self.note.show()
        self._over(stopped=problem.code == Cancelled.code)

    def _over(self, *, stopped: bool = False) -> None:
        self._show_looking(False)
        usable = [server for server in self._servers if server.state == "ready"]
        if usable:
            self.status.setText(tr("Tally answers."))
            self.steps.hide()
        elif stopped:
            self.status.setText(tr("The search was stopped."))
        else:
            self.status.setText(tr("Looked everywhere that was asked for."))
        if not self._servers and not stopped and not self.note.isVisibleTo(self):
            self.note.say("warn", *presenter.nothing_found(self._this_pc))
            self.note.show()
            self.steps.show()

    def _chosen(self) -> None:
        self._choose(self.sender().key)

    def _choose(self, server: Any) -> None:
        self.draft.server = server
        self.draft.base_url = server.base_url
        self.draft.books = None
        self.completeChanged.emit()

    def nextId(self) -> int:
        return BOOKS

    def isComplete(self) -> bool:
        return self.draft.server is not None and self.draft.server.state == "ready"
