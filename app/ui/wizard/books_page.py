"""Step 3: which books. Confirmed by name and data folder; books that are connected already are refused."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from app.ui.theme import em
from app.ui.widgets.basics import Note, clear, column, scrolled
from app.ui.wizard import presenter
from app.ui.wizard.pages import Choice, Step
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
        self.note = Note("info", "", presenter.educational())
        self.note.hide()
        content = QWidget()
        content.setLayout(column(self._list, None))
        self.body.addWidget(scrolled(content, tr("Companies")), 1)
        self.body.addWidget(self.note)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the connection"))
        self.name.textChanged.connect(self._named)
        self._own_name = False
        self.name.textEdited.connect(self._renamed)
        form = QFormLayout()
        form.addRow(tr("Call this &connection"), self.name)
        self.body.addLayout(form)

    def initializePage(self) -> None:
        self.note.setVisible(bool(self.draft.server.educational))
        services = self.desk.services
        self.desk.work.read(services.connections.list, self._show, owner=self, key="list")

    def _show(self, connections: Any) -> None:
        for choice in self._group.buttons():
            self._group.removeButton(choice)
        clear(self._list)
        free = []
        picturing = self.wizard().picturing
        for books in self.draft.server.companies:
            shown = presenter.books_choice(books, () if picturing else connections, self.draft.server.base_url)
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
        present = next((choice for choice in free if choice.key == self.draft.books), None)
        if present is None and len(free) == 1:
            present = free[0]
        if present is not None:
            present.setChecked(True)
            self._choose(present.key)
        else:
            self.draft.books = None
            self.completeChanged.emit()

    def _chosen(self) -> None:
        self._choose(self.sender().key)

    def _choose(self, books: Any) -> None:
        self.draft.books = books
        if not self._own_name:
            self.name.setText(books.name)
        self.completeChanged.emit()

    def _renamed(self) -> None:
        self._own_name = True

    def _named(self, text: str) -> None:
        self.draft.name = text
        self.completeChanged.emit()

    def isComplete(self) -> bool:
        return self.draft.books is not None and bool(self.name.text().strip())
