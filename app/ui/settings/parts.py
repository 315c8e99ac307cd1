"""What the cards of the settings are made of: each field with its meaning, and word of each change with the way back."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QLabel,
    QMessageBox,
    QSpinBox,
    QWidget,
)

from app.ui.desk import Desk
from app.ui.mappings.flowing import Flow
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, glyph, label, row
from app.ui.words import tr

Answer = tuple[str, Callable[[], Any]]


class SettingCard(QFrame):
    """``name`` is its target (``settings:<name>``), ``title`` also stands in the index. ``dialog`` is the one that is open."""

    name = ""

    def __init__(self, desk: Desk, title: str, about: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.setAccessibleName(title)
        self.desk = desk
        self.title = title
        self.dialog: Any = None
        self._undo: Callable[[], Any] | None = None
        self.told = Note("ok", below=True)
        self.undo_button = self.told.add(button(tr("Take back"), self._take_back, icon="undo"))
        self.told.hide()
        self.body = column(label(title, bold=True), space=0.5, margins=0.9)
        if about:
            self.body.addWidget(label(about, tone="muted", wrap=True))
        self.setLayout(self.body)

    def add(self, *items: Any) -> None:
        for item in items:
            if isinstance(item, QWidget):
                self.body.addWidget(item)
            else:
                self.body.addLayout(item)

    def refresh(self) -> None:
        """Ask the services again; called on the GUI thread, must not block."""

    def begin(self) -> None:
        """The card was asked for by its name: the keyboard goes to what matters most in it."""

    # -- changes

    def change(
        self,
        call: Callable[[], Any],
        words: str,
        undo: Callable[[], Any] | None = None,
        done: Callable[[Any], Any] | None = None,
    ) -> None:
        """Do it off this thread, then say ``words``; ``undo`` takes it back."""

        def over(answer: Any) -> None:
            self.tell(words, undo)
            if done is not None:
                done(answer)

        self.desk.work.do(lambda token: call(), over, self.refuse, owner=self)

    def tell(self, words: str, undo: Callable[[], Any] | None = None, text: str = "") -> None:
        self._undo = undo
        self.told.say("ok", words, text)
        self.undo_button.setVisible(undo is not None)
        self.told.show()

    def refuse(self, problem: Any) -> None:
        """It was not changed: the reason, and the stored values again."""
        self._undo = None
        self.told.say("error", problem.message, problem.hint)
        self.undo_button.hide()
        self.told.show()
        self.refresh()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.told.hide()
        if undo is not None:
            undo()

    # -- asking

    def ask(self, title: str, question: str, about: str, answers: Sequence[Answer]) -> None:
        box = QMessageBox(self.window())
        box.setIconPixmap(glyph("warning", "warn", 2.4).pixmap())
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(about)
        self._answers = [(box.addButton(words, QMessageBox.ButtonRole.AcceptRole), act) for words, act in answers]
        no = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.buttonClicked.connect(self._answered)
        self.open_dialog(box)

    def _answered(self, clicked: Any) -> None:
        for one, act in self._answers:
            if one is clicked:
                act()

    def open_dialog(self, dialog: Any) -> None:
        dialog.finished.connect(self._dialog_over)
        self.dialog = dialog
        dialog.open()

    def _dialog_over(self) -> None:
        dialog = self.sender()
        if dialog is self.dialog:
            self.dialog = None
        if dialog is not None:
            dialog.deleteLater()

    def choose_file(self, title: str, kind: str, slot: Any, *, save: str = "") -> None:
        """``kind`` is ``Words (*.suffix)``; ``save`` the name proposed for a new file."""
        choose_file(self, title, kind, slot, save=save)


def choose_file(parent: QWidget, title: str, kind: str, slot: Any, *, save: str = "") -> None:
    dialog = QFileDialog(parent.window(), title)
    saving = QFileDialog.AcceptMode.AcceptSave if save else QFileDialog.AcceptMode.AcceptOpen
    dialog.setAcceptMode(saving)
    if not save:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kind)
    dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")"))
    if save:
        dialog.selectFile(save)
    dialog.fileSelected.connect(slot)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


class Fields(QFormLayout):
    """Fields with what each means beneath it."""

    def __init__(self, card: QWidget) -> None:
        super().__init__()
        self.setHorizontalSpacing(em(card, 1.2))
        self.setVerticalSpacing(em(card, 0.6))
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._still = Still(self)

    def put(self, words: str, widget: QWidget, meaning: str = "", *beside: Any) -> None:
        """``words`` with the & of its key; ``beside`` stands to the right of ``widget``."""
        name = without_key(words)
        widget.setAccessibleName(widget.accessibleName() or name)
        widget.setAccessibleDescription(meaning)
        if isinstance(widget, QComboBox | QSpinBox):
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            widget.installEventFilter(self._still)
        if isinstance(widget, QSpinBox):  # the arrow keys step it; its two little buttons follow no stylesheet
            widget.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
            widget.setProperty("kind", "number")
            widget.lineEdit().setTextMargins(em(widget, 0.3), 0, 0, 0)
            widget.setMinimumWidth(em(widget, 6))
        heading = QLabel(words)
        heading.setBuddy(widget)
        field = column(row(widget, *beside, None), space=0.15)
        if meaning:
            field.addWidget(label(meaning, tone="muted", wrap=True))
        self.addRow(heading, field)


class Still(QObject):
    """The wheel moves the page, not what it happens to pass over."""

    def eventFilter(self, widget: Any, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and not widget.hasFocus():
            event.ignore()
            return True
        return False


def without_key(words: str) -> str:
    """``&Colours`` and ``रंग(&C)`` without their key: signs of Devanagari can't be told apart by a line beneath one."""
    return re.sub(r"\s*\(&.\)|&", "", words)


def side_by_side(card: QWidget, *widgets: QWidget) -> Flow:
    """Buttons, which go on in the next line where there is no room: the text may be twice as large."""
    flow = Flow(em(card, 0.5))
    for widget in widgets:
        flow.addWidget(widget)
    return flow


def choices(box: QComboBox, pairs: Sequence[tuple[str, str]], present: str) -> QComboBox:
    for key, words in pairs:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(present)))
    return box


def put_choice(box: QComboBox, key: Any) -> None:
    """Show what is stored, without calling it a change."""
    box.blockSignals(True)
    box.setCurrentIndex(max(0, box.findData(key)))
    box.blockSignals(False)
