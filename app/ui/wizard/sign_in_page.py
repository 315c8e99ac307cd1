"""Step 2 goes on in the browser, for a system that signs people in itself. It goes on by itself when that is done."""

from __future__ import annotations

from typing import Any

from app.ui.connections.sign_in import SignInPanel
from app.ui.widgets.basics import column, scrolled
from app.ui.wizard.pages import BOOKS, Step
from app.ui.words import tr


class SignInPage(Step):
    def __init__(self) -> None:
        super().__init__("", "")
        self.panel: SignInPanel | None = None
        self._place = column(space=0)
        self._signed_in_to = ""
        self.body.addLayout(self._place, 1)

    def initializePage(self) -> None:
        title, connection_id = self.draft.offer.title, self.draft.connection_id
        self.entitle(
            tr("Sign in to {system}", system=self.draft.short),
            tr("You do that on the system's own page: SalesMate Sync never sees your password."),
        )
        if self.panel is None:
            self.panel = SignInPanel(self.desk)
            self.panel.signed_in.connect(self._signed_in)
            self._place.addWidget(scrolled(self.panel, tr("Sign-in")))
        if connection_id != self._signed_in_to:
            self._signed_in_to = ""
            self.panel.start(connection_id, title)

    def _signed_in(self, view: Any) -> None:
        self._signed_in_to = view.id
        self.completeChanged.emit()
        if self.wizard().currentPage() is self:
            self.wizard().next()

    def leave(self) -> None:
        """Nobody waits for the browser any more."""
        if self.panel is not None:
            self.panel.leave()

    def cleanupPage(self) -> None:
        """Back: a sign-in that is under way is over; one that is done is kept."""
        self.leave()

    def isComplete(self) -> bool:
        return bool(self._signed_in_to) and self._signed_in_to == self.draft.connection_id

    def nextId(self) -> int:
        return BOOKS
