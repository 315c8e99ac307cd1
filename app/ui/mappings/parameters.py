"""A form made of descriptors (:class:`app.mapping.parameters.Parameter`): of a transform, of a rule, of a link's default."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QMenu, QPlainTextEdit, QWidget

from app.mapping.parameters import Parameter
from app.ui.mappings import library, settings
from app.ui.theme import em
from app.ui.widgets.basics import button, column, label, row
from app.ui.words import tr

#: From a parameter's name to what may be put into its text: ``(title, what is inserted)``.
Fields = Callable[[], Sequence[tuple[str, str]]]
#: The parameters whose text may name other fields, and how a name is written there.
NAMING = {"text": "{{{name}}}", "formula": "{name}"}


class _Undoes:
    """Undo and redo belong to the whole mapping: its shortcuts get them, not the line with the cursor."""

    def event(self, event: Any) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and _takes_back(event):
            event.ignore()
            return False
        return bool(super().event(event))  # type: ignore[misc]

    def keyPressEvent(self, event: Any) -> None:
        if _takes_back(event):
            event.ignore()
        else:
            super().keyPressEvent(event)  # type: ignore[misc]


def _takes_back(event: Any) -> bool:
    return bool(event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))


class Line(_Undoes, QLineEdit):
    def show_text(self, text: str) -> None:
        """Follow the document; the cursor stays where the text is the same."""
        if text != self.text():
            self.setText(text)


class Lines(_Undoes, QPlainTextEdit):
    """Some lines of text; Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(em(self, 4.4))

    def show_text(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)


class Choice(QComboBox):
    """A wheel that scrolls the page must not change a value."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: Any) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def show_data(self, value: Any) -> None:
        at = self.findData(value)
        if at < 0 and value not in (None, ""):
            self.addItem(str(value), value)
            at = self.count() - 1
        if at != self.currentIndex():
            self.setCurrentIndex(at)


class TypedChoice(Choice):
    """Something else than what is ``offered`` may be typed, too: it stands for itself."""

    def __init__(self, name: str, offered: Sequence[str]) -> None:
        super().__init__(name)
        line = Line()
        line.setStyleSheet("border: none; padding: 0; background: transparent;")  # the box around it has the border
        line.setAccessibleName(name)
        self.setEditable(True)
        self.setLineEdit(line)
        line.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none
        self.addItems(list(offered))


class ValueEdit(QWidget):
    """One parameter's field. ``value`` is as it is stored; ``None``: nothing, or its default."""

    changed = Signal()

    def __init__(self, owner: str, parameter: Parameter, name: str) -> None:
        super().__init__()
        self.owner, self.parameter = owner, parameter
        self._showing = False
        self.box: Any = self._make(name)
        self.box.setAccessibleName(name)
        layout = row(space=0)
        layout.addWidget(self.box, 1)
        self.setLayout(layout)

    def setFocus(self, reason: Any = Qt.FocusReason.OtherFocusReason) -> None:
        """No proxy does this: it would have a place of its own among what Tab goes through, apart from the box."""
        self.box.setFocus(reason)

    def _make(self, name: str) -> QWidget:
        one = self.parameter
        if one.type in ("choice", "boolean"):
            return self._choice(name)
        if one.type == "list":
            lines = Lines()
            lines.setPlaceholderText("\n".join(one.default or ()))
            lines.textChanged.connect(self._tell)
            return lines
        if one.name in library.SEPARATORS:
            return self._separator(name)
        line = Line()
        line.setMinimumWidth(em(self, 6))
        hint = tr("day-month-year") if one.type == "date" else "" if one.default is None else str(one.default)
        line.setPlaceholderText(hint)
        line.textEdited.connect(self._tell)
        return line

    def _choice(self, name: str) -> Choice:
        box = Choice(name)
        one = self.parameter
        if one.default is None and not one.required:
            box.addItem(tr("nothing"), None)
        elif one.default is None:
            box.setPlaceholderText(tr("choose"))
        if one.type == "boolean":
            box.addItem(tr("Yes"), True)
            box.addItem(tr("No"), False)
        for choice in one.choices:
            box.addItem(library.choice_words(self.owner, one.name, choice), choice)
        box.currentIndexChanged.connect(self._tell)
        return box

    def _separator(self, name: str) -> TypedChoice:
        box = TypedChoice(name, library.separators())
        box.setEditText("")
        box.editTextChanged.connect(self._tell)
        return box

    def value(self) -> Any:
        if isinstance(self.box, QPlainTextEdit):
            return settings.typed(self.parameter, self.box.toPlainText())
        if isinstance(self.box, QLineEdit):
            return settings.typed(self.parameter, self.box.text())
        if self.box.isEditable():
            return settings.typed(self.parameter, library.separator_typed(self.box.currentText()))
        return self.box.currentData()

    def show_value(self, value: Any) -> None:
        """Follow the document. What is typed stays as it was typed while it means the same."""
        one = self.parameter
        if value is None and (
            one.type == "choice" or one.name in library.SEPARATORS or settings.means_something_empty(one)
        ):
            value = one.default
        if self.value() == value and (value is not None or not self._typed_text()):
            return
        self._showing = True
        if isinstance(self.box, QComboBox):
            if self.box.isEditable():
                self.box.setEditText(library.separator_shown(settings.as_text(one, value)))
            else:
                self.box.show_data(value)
        else:
            self.box.show_text(settings.as_text(one, value))
        self._showing = False

    def _typed_text(self) -> str:
        return self.box.text() if isinstance(self.box, QLineEdit) else ""

    def insert(self, text: str) -> None:
        """Put ``text`` where the cursor is."""
        self.box.insert(text) if isinstance(self.box, QLineEdit) else self.box.insertPlainText(text)
        self._tell()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        if not self._showing:
            self.changed.emit()


class ParameterForm(QWidget):
    """``changed``: a parameter's name and its new value as it is stored (``None`` takes it out)."""

    changed = Signal(str, object)

    def __init__(self, owner: str, parameters: Sequence[Parameter], about: str, fields: Fields | None = None) -> None:
        """``about`` names what the form belongs to, for those who hear it; ``fields``: what a text may name."""
        super().__init__()
        self._owner = owner
        self._fields = fields
        self.edits: dict[str, ValueEdit] = {}
        self.complaints: dict[str, Any] = {}
        layout = column(space=0.55)
        for one in parameters:
            layout.addLayout(self._line(one, about))
        self.setLayout(layout)

    def _line(self, one: Parameter, about: str) -> Any:
        words = tr(one.title)
        edit = ValueEdit(self._owner, one, f"{about}: {words}")
        edit.setProperty("parameter", one.name)
        edit.changed.connect(self._edited)
        title = label(words + (" *" if one.required and one.default is None else ""))
        title.setBuddy(edit.box)
        head = row(title, None, space=0.4)
        if self._fields is not None and one.name in NAMING:
            head.addWidget(self._inserter(one, edit))
        complaint = label(tone="error", wrap=True)
        complaint.hide()
        line = column(head, edit, space=0.15)
        help_text = library.help_words(self._owner, one.name, one.help)
        if help_text:
            line.addWidget(label(help_text, tone="muted", wrap=True))
            edit.box.setAccessibleDescription(help_text)
        line.addWidget(complaint)
        self.edits[one.name], self.complaints[one.name] = edit, complaint
        return line

    def _inserter(self, one: Parameter, edit: ValueEdit) -> Any:
        out = button(tr("Insert a field"), kind="link", icon="plus")
        menu = QMenu(out)
        menu.aboutToShow.connect(lambda: self._fill(menu, NAMING[one.name], edit))
        out.setMenu(menu)
        return out

    def _fill(self, menu: QMenu, form: str, edit: ValueEdit) -> None:
        menu.clear()
        for title, name in self._fields() if self._fields is not None else ():
            plain = form.startswith("{{{") or name.replace("_", "").isalnum()
            written = form.format(name=name) if plain else f"[{name}]"
            action = menu.addAction(title)
            action.triggered.connect(lambda _=False, text=written: edit.insert(text))

    def _edited(self) -> None:
        edit = self.sender()
        self.changed.emit(edit.property("parameter"), edit.value())

    def show_arguments(self, arguments: Mapping[str, Any]) -> None:
        for name, edit in self.edits.items():
            edit.show_value(arguments.get(name))

    def complain(self, found: Mapping[str, str]) -> None:
        """What is wrong, by parameter; the others are right."""
        for name, complaint in self.complaints.items():
            text = found.get(name, "")
            complaint.setText(text)
            complaint.setVisible(bool(text))

    def take_focus(self) -> bool:
        """To the first field; False where there is none."""
        for edit in self.edits.values():
            edit.box.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False
