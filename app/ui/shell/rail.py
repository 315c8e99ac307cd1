"""The rail at the left: one button for each screen, with a count where something waits."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from app.ui import icons
from app.ui.theme import em
from app.ui.words import mark, plural, tr

SCREENS = (
    ("overview", mark("Overview")),
    ("connections", mark("Connections")),
    ("records", mark("Records")),
    ("mappings", mark("Mappings")),
    ("conflicts", mark("Conflicts")),
    ("activity", mark("Activity")),
    ("webhooks", mark("Webhooks")),
    ("settings", mark("Settings")),
)

#: Screens without a button of their own: each stands behind one that has.
BEHIND = {"totals": "connections"}


class RailButton(QPushButton):
    def __init__(self, name: str, title: str, shortcut: str) -> None:
        super().__init__(title)
        self.name = name
        self.title = title
        self.setCheckable(True)
        self.setToolTip(f"{title}  ({shortcut})")
        icons.put(self, name, "muted", 1.2)
        self._count: QLabel | None = None
        self.set_count(0)
        self.toggled.connect(self._toggled)

    def _toggled(self, on: bool) -> None:
        icons.put(self, self.name, "accent" if on else "muted", 1.2)

    def set_count(self, count: int) -> None:
        if self._count is None and count:
            self._count = self._new_count()
        if self._count is not None:
            self._count.setText("99+" if count > 99 else str(count))
            self._count.setVisible(count > 0)
        waiting = plural(count, "{n} waits for you", "{n} wait for you") if count else ""
        self.setAccessibleName(f"{self.title}. {waiting}" if waiting else self.title)

    def _new_count(self) -> QLabel:
        out = QLabel(self)
        out.setProperty("kind", "count")
        out.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, em(self, 0.5), 0)
        layout.addStretch(1)
        layout.addWidget(out)
        return out

    @property
    def count(self) -> str:
        return self._count.text() if self._count is not None and self._count.isVisibleTo(self) else ""


class Rail(QFrame):
    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAccessibleName(tr("Screens"))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(em(self, 0.55), em(self, 0.9), em(self, 0.55), em(self, 0.7))
        layout.setSpacing(em(self, 0.15))
        for number, (name, title) in enumerate(SCREENS, start=1):
            each = RailButton(name, tr(title), f"Ctrl+{number}")
            each.clicked.connect(self._clicked)
            self._group.addButton(each)
            self.buttons[name] = each
            if name == "settings":
                layout.addStretch(1)
            layout.addWidget(each)
        self._fit()

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Wide enough for the longest title with its icon and a count."""
        widest = max(each.fontMetrics().horizontalAdvance(each.title) for each in self.buttons.values())
        self.setFixedWidth(widest + em(self, 6.2))

    def _clicked(self) -> None:
        self.chosen.emit(self.sender().name)

    def choose(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def set_counts(self, counts: dict[str, int]) -> None:
        for name, each in self.buttons.items():
            each.set_count(counts.get(name, 0))
