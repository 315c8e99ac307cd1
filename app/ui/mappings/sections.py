"""The parts of a link's panel: what they share, and the head by which each is folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QComboBox, QPushButton, QWidget

from app.services.mapping.views import Fault
from app.ui import icons
from app.ui.mappings.editor import Editor
from app.ui.mappings.settings import Ends
from app.ui.theme import em
from app.ui.widgets.basics import Elided, column, line, row
from app.ui.words import tr


class LinkForm(QWidget):
    """The contents of a section. It shows a link, and changes it only through the document. ``told``: its summary may read
    otherwise now; ``rebuilt``: widgets came or went, so the order of Tab is to be looked at."""

    told = Signal()
    rebuilt = Signal()

    def __init__(self, editor: Editor) -> None:
        super().__init__()
        self.editor = editor
        self.ends: Ends | None = None
        self.is_open = False  # as its section is
        self._shown: Any = None

    def show_link(self, ends: Ends) -> None:
        """Another link, or the same one changed. Widgets stay while they serve."""
        self.ends = ends
        looked_at = (self.editor.config_id, ends.local, ends.remote, ends.system, self.looks_at(ends))
        if looked_at == self._shown:
            return
        self._shown = looked_at
        self.fill(ends)
        self.told.emit()

    def looks_at(self, ends: Ends) -> Any:
        """What of the link this form shows: it is filled anew only when that differs."""
        raise NotImplementedError

    def fill(self, ends: Ends) -> None:
        raise NotImplementedError

    def show_faults(self, faults: Sequence[Fault]) -> None:
        """Put each fault that belongs here at the setting at fault."""

    def summary(self) -> str:
        """In a few words, beside the section's title."""
        return ""

    def opened(self) -> None:
        """The section was unfolded."""

    def put(self, title: str, merge: str = "", **changes: Any) -> None:
        """Change the link: one step that can be taken back."""
        if self.ends is not None:
            merged = f"{self.ends.number}:{merge}" if merge else ""
            self.editor.document.change(self.ends.number, title, merged, **changes)


class Section(QWidget):
    """A title with a summary, and the form below it; folded or not as it was left the last time."""

    def __init__(self, key: str, title: str, form: LinkForm, *, is_open: bool) -> None:
        super().__init__()
        self.form = form
        self._key = f"mappings/folded/{key}"
        self._local = form.editor.desk.local
        self._title = title
        self.head = QPushButton(title)
        self.head.setProperty("kind", "flat")
        self.head.setCheckable(True)
        self.head.setStyleSheet("text-align: left; font-weight: 600;")
        self.head.toggled.connect(self._toggled)
        self._summary = Elided("", "muted")
        self._summary.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = row(space=0.4)
        top.addWidget(self.head, 0)
        top.addWidget(self._summary, 1)
        self._body = QWidget()
        inside = column(form, space=0)
        inside.setContentsMargins(em(self, 0.35), em(self, 0.1), em(self, 0.1), em(self, 0.7))
        self._body.setLayout(inside)
        layout = column(line(), top, self._body, space=0.25)
        self.setLayout(layout)
        form.told.connect(self._tell)
        self.head.setChecked(self._local.flag(self._key, is_open))
        self._toggled(self.head.isChecked())

    def unfold(self) -> None:
        self.head.setChecked(True)

    def _toggled(self, on: bool) -> None:
        icons.put(self.head, "down" if on else "right", "muted", 0.9)
        self._body.setVisible(on)
        self.form.is_open = on
        self._local.set(self._key, on)
        self._tell()
        if on:
            self.form.opened()

    def _tell(self) -> None:
        summary = self.form.summary()
        self._summary.setText(summary)
        state = tr("open") if self.form.is_open else tr("folded")
        self.head.setAccessibleName(f"{self._title}, {state}")
        self.head.setAccessibleDescription(summary)


def stops(root: QWidget) -> list[QWidget]:
    """What Tab goes to below ``root``, as it stands on the screen: from the top, each line from the left."""
    found = []
    for widget in root.findChildren(QWidget):
        inner = isinstance(widget.parent(), QComboBox) or (
            isinstance(widget.parent(), QAbstractScrollArea) and widget.objectName().startswith("qt_")
        )
        if not inner and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and _is_seen(widget, root):
            found.append(widget)
    return _by_layout(root, set(found))


def _is_seen(widget: QWidget, root: QWidget) -> bool:
    """Below a ``root`` that is on the screen. What a layout was just given counts: Qt shows it only at its next turn."""
    put_away = Qt.WidgetAttribute.WA_WState_ExplicitShowHide
    at: QWidget | None = widget
    while at is not None and at is not root:
        if at.isWindow() or (at.isHidden() and at.testAttribute(put_away)):
            return False
        at = at.parentWidget()
    return True


def _by_layout(root: QWidget, wanted: set[QWidget]) -> list[QWidget]:
    out: list[QWidget] = [root] if root in wanted else []
    layout = root.layout()
    children: Iterable[QWidget]
    if layout is not None:
        children = list(_in_layout(layout))
    else:
        children = [child for child in root.children() if isinstance(child, QWidget)]
    for child in children:
        out += _by_layout(child, wanted)
    return out


def _in_layout(layout: Any) -> Iterable[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item.widget() is not None:
            yield item.widget()
        elif item.layout() is not None:
            yield from _in_layout(item.layout())


def set_tab_order(root: QWidget) -> None:
    """Tab goes through ``root`` in the order of its layouts, also over widgets that came later."""
    for one, other in pairwise(stops(root)):
        QWidget.setTabOrder(one, other)
