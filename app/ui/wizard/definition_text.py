"""A definition as a text, with what is wrong in it beside the lines; and a single call of it, as it was asked and answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QFontDatabase, QTextCursor, QTextFormat
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget

from app.ui import formats
from app.ui.theme import Theme, em
from app.ui.widgets.basics import Note, button, clear, column, label, row, scrolled
from app.ui.widgets.enter_line import EnterLine
from app.ui.wizard import definition
from app.ui.words import plural, tr


def _plain(name: str, *, read_only: bool = False) -> QPlainTextEdit:
    made = QPlainTextEdit()
    made.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    made.setTabChangesFocus(True)
    made.setReadOnly(read_only)
    made.setAccessibleName(name)
    return made


class TextForm(QWidget):
    """``edited``: the text, by a person."""

    edited = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.text = _plain(tr("The definition as a text"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.textChanged.connect(self._typed)
        self.note = Note()
        self._list = QVBoxLayout()
        self.faults: list[Any] = []
        wrong = QWidget()
        wrong.setLayout(column(self._list, None))
        self._area = scrolled(wrong, tr("What is wrong in it"))
        self._area.setMaximumHeight(em(self, 9))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.note)
        layout.addWidget(self._area)
        self.show_faults(())

    def put(self, text: str) -> None:
        if text != self.text.toPlainText():
            before = self.text.blockSignals(True)
            self.text.setPlainText(text)
            self.text.blockSignals(before)

    def _typed(self) -> None:
        self.edited.emit(self.text.toPlainText())

    def show_faults(self, faults: Sequence[Any]) -> None:
        self.faults = list(faults)
        clear(self._list)
        for fault in faults:
            said, hint = definition.fault_words(fault)
            go = button(said, kind="link")
            go.setToolTip(formats.tip(hint))
            go.setAccessibleDescription(hint)
            go.clicked.connect(lambda _=False, fault=fault: self.go_to(fault))
            self._list.addWidget(go)
            if hint:
                self._list.addWidget(label(hint, tone="muted", wrap=True))
        self._area.setVisible(bool(faults))
        if faults:
            told = plural(len(faults), "{n} thing is wrong", "{n} things are wrong")
            self.note.say("warn", told, tr("Press one of them to come to its line."))
        else:
            self.note.say("ok", tr("It can be used"))
        self._mark()

    def _mark(self) -> None:
        """The lines at fault are coloured; the list says the same in words."""
        theme = Theme.current
        assert theme is not None
        colour = QColor(theme.colours.error)
        colour.setAlpha(50)
        marks = []
        for fault in self.faults:
            mark = QTextEdit.ExtraSelection()
            mark.format.setBackground(colour)
            mark.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
            mark.cursor = self._at(fault)
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _at(self, fault: Any) -> QTextCursor:
        block = self.text.document().findBlockByNumber(max(0, fault.line - 1))
        cursor = QTextCursor(block if block.isValid() else self.text.document().lastBlock())
        for _ in range(max(0, min(fault.column - 1, block.length() - 1))):
            cursor.movePosition(QTextCursor.MoveOperation.Right)
        return cursor

    def go_to(self, fault: Any) -> None:
        self.text.setTextCursor(self._at(fault))
        self.text.centerCursor()
        self.text.setFocus()


class Trial(QWidget):
    """``asked``: a resource, its call, and the id of the record. Nothing that is offered here changes anything over there."""

    asked = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self.which = QComboBox()
        self.which.setAccessibleName(tr("What is to be asked"))
        self.which.currentIndexChanged.connect(self._chosen)
        self.id = EnterLine()
        self.id.setAccessibleName(tr("Id of the record"))
        self.id.setPlaceholderText(tr("Id of the record"))
        self.id.returnPressed.connect(self._ask)
        self.go = button(tr("Try it"), self._ask, icon="play")
        self.note = Note()
        self.request = _plain(tr("What was asked"), read_only=True)
        self.request.setMaximumHeight(em(self, 5))
        self.answer = _plain(tr("What was answered"), read_only=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 0.6), 0, 0, 0)
        layout.addWidget(label(tr("Try it, and look at the answer"), bold=True))
        line = row(self.which, self.id, self.go)
        line.setStretch(0, 1)
        layout.addLayout(line)
        layout.addWidget(self.note)
        layout.addWidget(label(tr("Asked (keys and passwords are not shown)"), tone="muted", wrap=True))
        layout.addWidget(self.request)
        layout.addWidget(label(tr("Answered"), tone="muted"))
        layout.addWidget(self.answer, 1)
        self.say("info", "", tr("A trial reads only: nothing is changed in the other system."))

    def focus_order(self) -> list[QWidget]:
        return [self.which, self.id, self.go, self.request, self.answer]

    def say(self, level: str, title: str, text: str = "") -> None:
        self.note.say(level, title, text)

    def offer(self, calls: Sequence[tuple[str, str, str]]) -> None:
        before = self.which.currentData()
        if [self.which.itemData(at) for at in range(self.which.count())] != [(name, call) for _, name, call in calls]:
            self.which.clear()
            for words, name, call in calls:
                self.which.addItem(words, (name, call))
            at = next((n for n, (_, name, call) in enumerate(calls) if (name, call) == before), 0)
            self.which.setCurrentIndex(at if calls else -1)
        self.go.setEnabled(bool(calls))
        self._chosen()

    def _chosen(self) -> None:
        self.id.setVisible((self.which.currentData() or ("", ""))[1] == "read")

    def _ask(self) -> None:
        name, call = self.which.currentData() or ("", "")
        if name:
            self.asked.emit(name, call, self.id.text().strip())

    def show_trial(self, trial: Any) -> None:
        from app.ui.words import from_below

        if trial.trouble:
            self.say("error", from_below(trial.trouble), from_below(trial.hint))
        else:
            self.say("ok", from_below(trial.found))
        self.request.setPlainText(definition.asked_words(trial))
        self.answer.setPlainText(definition.answer_words(trial))
