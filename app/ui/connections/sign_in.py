"""Signing in in the browser: for the wizard's page and for a connection whose login has ended.

A loopback address catches the browser's coming back; where it can't, the address that the browser shows is pasted.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QLineEdit, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.ui import formats
from app.ui.connections import presenter
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, card, column, fit, label, row
from app.ui.widgets.enter_line import EnterLine
from app.ui.words import tr
from app.ui.work import Problem

#: What was pasted was no answer to this sign-in: it goes on waiting.
_STILL_WAITING = frozenset({"no_code", "state_unknown", "invalid_input"})


class SignInPanel(QWidget):
    """``signed_in``: the connection as it is then. :meth:`leave` must be called when nobody waits any more."""

    signed_in = Signal(object)
    # Told from the thread that caught the browser; delivered here.
    told = Signal(str, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.title = ""
        self._connection_id = ""
        self._begun: Any = None
        self._job: Any = None
        self.done = False
        self.told.connect(self._heard)
        self._clock = QTimer(self, singleShot=True)
        self._clock.timeout.connect(self._too_late)
        self.note = Note()
        self.again = self.note.add(button(tr("Begin again"), self._begin, icon="sync"))
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Waiting for the sign-in"))
        self.stop = button(tr("Stop waiting"), self._stop)
        self.browser = button(tr("Open the browser"), self._open, kind="primary", icon="network")
        self.copy_page = button(
            tr("Copy the address of the sign-in"),
            self._copy_page,
            icon="copy",
            tip=tr("For a browser of your choice, or on another computer"),
        )
        self.redirect = QLineEdit()
        self.redirect.setReadOnly(True)
        self.redirect.setAccessibleName(tr("Redirect address"))
        copy = button(
            tr("Copy"), self._copy_redirect, icon="copy", name=tr("Copy: {what}", what=tr("Redirect address"))
        )
        self.redirect_about = label(tone="muted", wrap=True)
        self.pasted = EnterLine()
        self.pasted.setAccessibleName(tr("Address that the browser shows after the sign-in"))
        self.pasted.returnPressed.connect(self._take)
        self.take = button(tr("Use this address"), self._take)
        self.paste_about = label(tone="muted", wrap=True)
        self.own_code_about = label(tone="muted", wrap=True)
        self.scopes = QLineEdit()
        self.scopes.setReadOnly(True)
        self.scopes.setAccessibleName(tr("Scopes for a code"))
        copy_scopes = button(
            tr("Copy"), self._copy_scopes, icon="copy", name=tr("Copy: {what}", what=self.scopes.accessibleName())
        )
        self.own_code = QWidget()
        self.own_code.setLayout(column(self.own_code_about, row(self.scopes, copy_scopes)))
        self.waiting = QWidget()
        self.waiting.setLayout(row(self.bar, self.stop))
        self.steps = QWidget()
        self.steps.setLayout(
            column(
                row(self.browser, self.copy_page, None),
                card(
                    label(tr("Paste the address here"), bold=True),
                    self.paste_about,
                    row(self.pasted, self.take),
                    self.own_code,
                ),
                card(label(tr("Redirect address"), bold=True), self.redirect_about, row(self.redirect, copy)),
                space=0.7,
            )
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(em(self, 0.6))
        for part in (self.note, self.waiting, self.steps):
            layout.addWidget(part)
        layout.addStretch(1)

    # -- beginning and ending

    def start(self, connection_id: str, title: str) -> None:
        """Begin for this connection, which is stored; ``title`` names its system."""
        self.leave()
        self._connection_id, self.title = connection_id, title
        self.redirect_about.setText(
            tr(
                "{system} must know this address of your program there: copy it to where the keys are made.",
                system=title,
            )
        )
        self._begin()

    def leave(self) -> None:
        """Wait no more, here and at the address that was to catch the browser."""
        self._clock.stop()
        self._show("")  # its browser's address is good no more
        if self._job is not None:
            self._job.drop()
            self._job = None
        begun, self._begun = self._begun, None
        if begun is not None and not self.done:
            services, connection_id = self.desk.services, self._connection_id
            self.desk.work.do(
                lambda token: services.authorisations.cancel(connection_id, begun.state),
                None,
                lambda problem: None,
                owner=self.desk,
            )

    def _begin(self) -> None:
        self.leave()
        self.done = False
        self.note.say("info", tr("Getting ready…"))
        self._show("")
        services, connection_id, told = self.desk.services, self._connection_id, self.told

        def tell(state: str, outcome: Any) -> None:
            if isValid(self):
                told.emit(state, outcome)

        def call(token: Any) -> Any:
            states: list[str] = []
            begun = services.authorisations.begin(
                connection_id, catch=True, told=lambda outcome: tell(states[0] if states else "", outcome)
            )
            states.append(begun.state)
            return begun

        self._job = self.desk.work.do(call, self._ready, self._failed, owner=self, key="begin")

    def _ready(self, begun: Any) -> None:
        self._job = None
        self._begun = begun
        self.redirect.setText(begun.redirect_uri)
        self.pasted.clear()
        self.note.say(
            "info",
            tr("Sign in to {system}", system=self.title),
            tr("The browser opens its page. Sign in there, and agree that SalesMate Sync may read and write."),
        )
        self.paste_about.setText(presenter.paste_words(begun))
        self.own_code_about.setText(
            tr(
                "Without a browser on this computer: a code that {system} itself gives you can be pasted here, too ({place}). "
                "Enter these scopes there. The client ID and the secret must then be those of that page.",
                system=self.title,
                place=begun.own_code_from,
            )
        )
        self.scopes.setText(begun.scopes)
        self.scopes.setCursorPosition(0)
        self.own_code.setVisible(bool(begun.own_code_from))
        self._show("ready")
        left = (formats.moment(begun.expires_at) or datetime.now(UTC)) - datetime.now(UTC)
        self._clock.start(max(0, int(left.total_seconds() * 1000)))
        self.browser.setFocus()

    def _show(self, state: str) -> None:
        """``ready``, ``waiting``, or nothing to be done."""
        self.steps.setVisible(state in ("ready", "waiting"))
        self.waiting.setVisible(state == "waiting")
        self.again.hide()

    # -- the browser

    def _open(self) -> None:
        if not QDesktopServices.openUrl(QUrl(self._begun.authorize_url)):
            self.note.say(
                "warn",
                tr("No browser could be opened"),
                tr("Copy the address of the sign-in, and open it in a browser yourself."),
            )
            return
        self.note.say(
            "info",
            tr("Waiting for you to sign in…"),
            tr("Go on in the browser. This takes note by itself when you are back, for 15 minutes.")
            if self._begun.caught
            else tr("Go on in the browser. At the end copy its whole address, within 15 minutes, and paste it below."),
        )
        self._show("waiting")
        self.stop.setFocus()

    def _copy_page(self) -> None:
        QGuiApplication.clipboard().setText(self._begun.authorize_url)

    def _copy_redirect(self) -> None:
        QGuiApplication.clipboard().setText(self.redirect.text())

    def _copy_scopes(self) -> None:
        QGuiApplication.clipboard().setText(self.scopes.text())

    def _stop(self) -> None:
        self.leave()
        self._over("info", tr("Stopped"), tr("Nobody was signed in, and what the browser may still send is refused."))

    def _too_late(self) -> None:
        self.leave()
        self._over(
            "warn", tr("The time for signing in is over"), tr("Nothing was stored. Begin again when you are ready.")
        )

    def _take(self) -> None:
        address = self.pasted.text().strip()
        if not address or self._job is not None:
            self.pasted.setFocus()
            return
        self.note.say("info", tr("Asking {system} whether that is right…", system=self.title))
        services, connection_id = self.desk.services, self._connection_id
        self._job = self.desk.work.do(
            lambda token: services.authorisations.complete(connection_id, address, cancel=token),
            self._signed_in,
            self._failed,
            owner=self,
            key="take",
        )

    # -- how it ended

    def _heard(self, state: str, outcome: Any) -> None:
        if self._begun is None or state != self._begun.state or self.done:
            return
        if isinstance(outcome, BaseException):
            self._failed(Problem.of(outcome))
        else:
            self._signed_in(outcome)

    def _signed_in(self, view: Any) -> None:
        self._job = None
        self.done = True
        self._clock.stop()
        self._over("ok", tr("You are signed in to {system}", system=self.title))
        self.signed_in.emit(view)

    def _failed(self, problem: Any) -> None:
        self._job = None
        if self.done or problem.code == "cancelled":
            return
        if problem.code in _STILL_WAITING and self._begun is not None:
            self.note.say("error", problem.message, problem.hint)
            self.pasted.setFocus()
            self.pasted.selectAll()
            return
        self.leave()
        self._over("error", problem.message, problem.hint)

    def _over(self, level: str, title: str, text: str = "") -> None:
        self._show("")
        self.note.say(level, title, text)
        self.again.setText(tr("Sign in again") if self.done else tr("Begin again"))
        self.again.setAccessibleName(self.again.text())
        self.again.show()
        if not self.done:
            self.again.setFocus()


class SignInDialog(QDialog):
    """For a connection that is there."""

    def __init__(self, desk: Desk, view: Any, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Sign in again"))
        self.panel = SignInPanel(desk)
        self.panel.signed_in.connect(self._signed_in)
        self.close_ = button(tr("Close"), self.reject)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(label(tr("Sign in again: {name}", name=view.name), size=1.2, bold=True, wrap=True))
        layout.addWidget(self.panel, 1)
        layout.addLayout(row(None, self.close_))
        fit(self, 42, 30)
        self.panel.start(view.id, view.system_title)

    def _signed_in(self, view: Any) -> None:
        self.panel.again.hide()
        self.close_.setFocus()

    def done(self, code: int) -> None:
        self.panel.leave()
        super().done(code)
