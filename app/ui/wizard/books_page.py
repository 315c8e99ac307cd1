"""Step 3: which books. Confirmed by name and data folder; books that are connected already are refused."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QApplication, QButtonGroup, QFormLayout, QVBoxLayout, QWidget

from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, column, scrolled
from app.ui.widgets.enter_line import EnterLine
from app.ui.wizard import presenter
from app.ui.wizard.pages import WHAT, Choice, Step
from app.ui.words import tr


class BooksPage(Step):
    def __init__(self) -> None:
        super().__init__(
            tr("Which company?"),
            tr("Check the name and the data folder: a copy or an old year can bear the same name."),
        )
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(em(self, 0.5))
        self._before: Any = None  # what was chosen when this page was left
        self.note = Note()
        self.again = self.note.add(button(tr("Look again"), self._ask, icon="sync"))
        self.note.hide()
        content = QWidget()
        content.setLayout(column(self._list, None))
        self.body.addWidget(scrolled(content, tr("Companies")), 1)
        self.body.addWidget(self.note)
        self.name = EnterLine()
        self.name.returnPressed.connect(self._entered)
        self.name.setAccessibleName(tr("Name of the connection"))
        self.name.textChanged.connect(self._named)
        self._own_name = False
        self.name.textEdited.connect(self._renamed)
        form = QFormLayout()
        form.addRow(tr("Call this &connection"), self.name)
        self.body.addLayout(form)

    def initializePage(self) -> None:
        tally = self.draft.system == "tally"
        self.entitle(
            tr("Which company?") if tally else tr("Which books?"),
            tr("Check the name and the data folder: a copy or an old year can bear the same name.")
            if tally
            else tr("Check the name and what stands below it: only these are synced over this connection."),
        )
        if not self.draft.name:
            self._own_name = False
        self._ask()

    def _ask(self) -> None:
        """Names alone came with the search: data folder and dates are asked for now."""
        self.draft.books = None
        for choice in self._group.buttons():
            self._group.removeButton(choice)
        clear(self._list)
        self._say("info", tr("Asking {system} for its companies…", system=self.draft.short))
        self.again.hide()
        services, reach, connection_id = self.desk.services, self.draft.reach(), self.draft.connection_id

        def call(token: Any) -> Any:
            ask = services.connections
            return ask.books_of(connection_id, token) if connection_id else ask.books(reach, token), ask.list()

        self.desk.work.do(call, self._show, self._failed, owner=self, key="books")
        self.completeChanged.emit()

    def _say(self, level: str, title: str, text: str = "") -> None:
        self.note.say(level, title, text)
        self.note.show()

    def _failed(self, problem: Any) -> None:
        self._say("error", problem.message, problem.hint)
        self.again.show()

    def _show(self, answer: Any) -> None:
        found, connections = answer
        self.note.hide()
        if not found:
            self._say("warn", *presenter.no_books(self.draft.system, self.draft.short))
            self.again.show()
        elif self.draft.server is not None and presenter.is_educational(self.draft.server):
            self._say("info", "", presenter.educational())
        free = []
        for books in found:
            shown = presenter.books_choice(books, connections, self.draft.base_url)
            text = shown.text
            if shown.taken_by:
                text += "\n" + tr(
                    "Already connected as “{name}”. Two connections would bring every record in twice.",
                    name=shown.taken_by,
                )
            choice = Choice("books", shown.title, text.strip(), tone="muted" if shown.taken_by else "accent", key=books)
            choice.setEnabled(not shown.taken_by)
            choice.clicked.connect(self._chosen)
            self._group.addButton(choice)
            self._list.addWidget(choice)
            if not shown.taken_by:
                free.append(choice)
        present = next((choice for choice in free if choice.key == self._before), None)
        if present is None and len(free) == 1:
            present = free[0]
        if present is not None:
            present.setChecked(True)
            self._choose(present.key)
            if QApplication.focusWidget() in (None, self.name) and not self._own_name:
                present.setFocus()
        else:
            self.completeChanged.emit()

    def _chosen(self) -> None:
        self._choose(self.sender().key)

    def _choose(self, books: Any) -> None:
        self.draft.books = self._before = books
        if not self._own_name:
            self.name.setText(books.name)
        self.completeChanged.emit()

    def _entered(self) -> None:
        if self.isComplete():
            self.wizard().next()

    def _renamed(self) -> None:
        self._own_name = True

    def _named(self, text: str) -> None:
        self.draft.name = text
        self.completeChanged.emit()

    def nextId(self) -> int:
        return WHAT

    def isComplete(self) -> bool:
        return self.draft.books is not None and bool(self.name.text().strip())
