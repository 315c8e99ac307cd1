"""What the wizard's pages share: a head of their own and rows of choices."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWizardPage

from app.ui.theme import em
from app.ui.widgets.basics import column, glyph, label, row

#: Pages in the order in which they are added, and those that only some go through.
TALLY, BOOKS, WHAT, PREVIEW, SYNC = 1, 2, 3, 4, 5
CHOICES, SETTINGS, SIGN_IN, DEFINITION = 10, 11, 12, 13
#: The page that reaches a system, for those that have one of their own; the others have the form of their settings.
REACH = {"tally": TALLY, "custom": DEFINITION}
#: The guide's page for those that have one of their own.
GUIDE = {
    "zoho": "connect-zoho",
    "quickbooks": "connect-quickbooks",
    "sap": "connect-sap",
    "custom": "connect-other",
}

_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}


class Step(QWizardPage):
    """A page with a title, a sentence, and a body."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 0.6), em(self, 0.3), em(self, 0.6), 0)
        layout.setSpacing(em(self, 0.6))
        self.count = label(tone="accent", bold=True)
        self._head = label(size=1.4, bold=True, wrap=True)
        self._about = label(tone="muted", wrap=True)
        layout.addLayout(column(self.count, self._head, space=0.1))
        layout.addWidget(self._about)
        self.body = layout
        self.entitle(title, text)

    def entitle(self, title: str, text: str) -> None:
        # QWizard's own title is left empty (it draws a banner); a screen reader still hears it.
        self.setAccessibleName(title)
        self._head.setText(title)
        self._about.setText(text)

    @property
    def draft(self) -> Any:
        return self.wizard().draft

    @property
    def desk(self) -> Any:
        return self.wizard().desk


class Choice(QPushButton):
    """A big button that stays pressed: icon, title, a line or two about it."""

    def __init__(self, icon: str, title: str, text: str = "", *, tone: str = "accent", key: Any = None) -> None:
        super().__init__()
        self.key = key
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self._title = label(title, bold=True, wrap=True)
        self._text = label(text, tone="muted", wrap=True)
        if not text:
            self._text.hide()  # showing it before it has a parent would make a window of it for a moment
        words = QVBoxLayout()
        words.setSpacing(em(self, 0.1))
        words.addWidget(self._title)
        words.addWidget(self._text)
        inner = self._inner = row(space=0.8, margins=0.6)
        self._shape = glyph(icon, tone, 1.5)
        inner.addWidget(self._shape, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(words, 1)
        self.setLayout(inner)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def sizeHint(self) -> Any:
        return self._inner.sizeHint()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._inner.heightForWidth(width), em(self, 3))

    def keyPressEvent(self, event: Any) -> None:
        """The arrows go through a group in reading order: which of two side by side Qt takes for "down" hangs on a pixel."""
        step, group = _ARROWS.get(event.key()), self.group()
        if step is None or group is None:
            super().keyPressEvent(event)
            return
        open_ = [each for each in group.buttons() if each.isEnabled() and each.isVisible()]
        to = open_.index(self) + step
        if 0 <= to < len(open_):
            open_[to].setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
            open_[to].click()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.setMinimumHeight(self.heightForWidth(event.size().width()))
