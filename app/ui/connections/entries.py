"""The fields of a form of settings: one widget for each kind of value, all used alike."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QFileDialog, QLineEdit, QPlainTextEdit, QWidget

from app.model.values import FieldType
from app.ui.connections.schema import said
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import button, column, row
from app.ui.widgets.enter_line import EnterLine
from app.ui.words import tr

#: The longest text that is read from a file, in bytes.
_LONGEST = 1024 * 1024


class Entry(QWidget):
    """``value`` and ``put`` speak of what the setting holds; an empty field is ``""``."""

    changed = Signal()
    entered = Signal()

    def __init__(self, field: Any, *beside: Any) -> None:
        super().__init__()
        self.field = field
        self._about = ""
        self._row = row(field, *beside, space=0.4)
        self.setLayout(self._row)

    def take_keyboard(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> Any:
        return self.field.text()

    def put(self, value: Any) -> None:
        self.field.setText("" if value is None else str(value))

    def name(self, words: str, about: str) -> None:
        """What a screen reader says."""
        self._about = about
        self.field.setAccessibleName(words)
        self.field.setAccessibleDescription(about)

    def mark_wrong(self, words: str) -> None:
        """``""``: it is right."""
        self.field.setAccessibleDescription(words or self._about)


class Line(Entry):
    def __init__(self, *beside: Any) -> None:
        super().__init__(EnterLine(), *beside)
        self.field.textChanged.connect(self.changed)
        self.field.returnPressed.connect(self.entered)


class Number(Line):
    def __init__(self) -> None:
        super().__init__(None)
        self.field.setMaximumWidth(em(self, 8))


class Secret(Line):
    def __init__(self, *, kept: bool) -> None:
        self.eye = button(tr("Show"), self._show)
        self.eye.setCheckable(True)
        super().__init__(self.eye)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        if kept:
            self.field.setPlaceholderText(tr("kept; type to replace"))

    def _show(self) -> None:
        seen = self.eye.isChecked()
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if seen else QLineEdit.EchoMode.Password)
        self.eye.setText(tr("Hide") if seen else tr("Show"))

    def name(self, words: str, about: str) -> None:
        super().name(words, about)
        self.eye.setAccessibleName(tr("Show what is typed: {what}", what=words))


class Copied(Line):
    """A line that has to be given to the other system as well."""

    def __init__(self) -> None:
        self.copy = button(tr("Copy"), self._copy, icon="copy")
        super().__init__(self.copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.text())

    def name(self, words: str, about: str) -> None:
        super().name(words, about)
        self.copy.setAccessibleName(tr("Copy: {what}", what=words))


class _Choosing:
    """A button that asks for a file."""

    chosen: Any

    def choose(self: Any) -> None:
        dialog = QFileDialog(self, tr("Choose a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


class File(_Choosing, Line):
    """The path of a file on this computer."""

    def __init__(self, *, kept: bool) -> None:
        self.browse = button(tr("Browse…"), self.choose, icon="folder")
        super().__init__(self.browse)
        if kept:
            self.field.setPlaceholderText(tr("kept; type to replace"))

    def chosen(self, path: str) -> None:
        self.field.setText(str(Path(path)))

    def name(self, words: str, about: str) -> None:
        super().name(words, about)
        self.browse.setAccessibleName(tr("Browse for: {what}", what=words))


class Lines(_Choosing, Entry):
    """A long text; it may be read from a file."""

    def __init__(self, desk: Desk, *, kept: bool) -> None:
        self.desk = desk
        self.read = button(tr("Read from a file…"), self.choose, icon="folder")
        super().__init__(QPlainTextEdit())
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(em(self, 7))
        if kept:
            self.field.setPlaceholderText(tr("kept; type to replace"))
        self._row.addLayout(column(self.read, None))
        self.field.textChanged.connect(self.changed)

    def value(self) -> Any:
        return self.field.toPlainText()

    def put(self, value: Any) -> None:
        self.field.setPlainText("" if value is None else str(value))

    def chosen(self, path: str) -> None:
        self.desk.work.do(lambda token: text_of_file(Path(path)), self.put, owner=self, key="file")

    def name(self, words: str, about: str) -> None:
        super().name(words, about)
        self.read.setAccessibleName(tr("Read from a file: {what}", what=words))


class Switch(Entry):
    def __init__(self, title: str) -> None:
        super().__init__(QCheckBox(title))
        self.field.toggled.connect(self.changed)

    def value(self) -> Any:
        return self.field.isChecked()

    def put(self, value: Any) -> None:
        self.field.setChecked(str(value).strip().lower() in ("true", "yes", "1", "on"))


class Options(Entry):
    def __init__(self, choices: Any) -> None:
        super().__init__(QComboBox(), None)
        for value, title in choices:
            self.field.addItem(said(title), value)
        self.field.currentIndexChanged.connect(self.changed)

    def value(self) -> Any:
        return self.field.currentData()

    def put(self, value: Any) -> None:
        self.field.setCurrentIndex(max(0, self.field.findData(value)))


class Day(Entry):
    """A date that may be left open."""

    def __init__(self, title: str) -> None:
        self.given = QCheckBox(title)
        date = QDateEdit(QDate.currentDate())
        date.setCalendarPopup(True)
        date.setDisplayFormat("d MMM yyyy")
        date.setEnabled(False)
        super().__init__(date, None)
        self._row.insertWidget(0, self.given)
        self.given.toggled.connect(date.setEnabled)
        self.given.toggled.connect(self.changed)
        date.dateChanged.connect(self.changed)

    def take_keyboard(self) -> None:
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def value(self) -> Any:
        return self.field.date().toString("yyyy-MM-dd") if self.given.isChecked() else ""

    def put(self, value: Any) -> None:
        self.given.setChecked(bool(value))
        if value:
            self.field.setDate(QDate.fromString(str(value)[:10], "yyyy-MM-dd"))

    def name(self, words: str, about: str) -> None:
        super().name(words, about)
        self.given.setAccessibleName(words)


def entry_for(setting: Any, desk: Desk, *, kept: bool) -> Entry:
    """The field of one setting; ``kept``: a secret is stored already."""
    if setting.choices:
        return Options(setting.choices)
    if setting.type is FieldType.BOOLEAN:
        return Switch(said(setting.title))
    if setting.type is FieldType.DATE:
        return Day(said(setting.title))
    if setting.type is FieldType.NUMBER:
        return Number()
    if setting.entry == "lines":
        return Lines(desk, kept=kept)
    if setting.entry == "file":
        return File(kept=kept)
    if setting.secret:
        return Secret(kept=kept)
    return Copied() if setting.entry == "copy" else Line()


def text_of_file(path: Path) -> str:
    from app.model.errors import InvalidInput

    try:
        with path.open("rb") as file:
            found = file.read(_LONGEST + 1)
        if len(found) > _LONGEST:
            raise InvalidInput(tr("{name} is too large to be read here.", name=path.name))
        return found.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise InvalidInput(
            tr("{name} can't be read as a text.", name=path.name),
            hint=tr("Look whether it is the right file and whether it is open in another program."),
        ) from None
