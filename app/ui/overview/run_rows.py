"""The last runs on the overview. The rows are kept and told anew: that costs the window a tenth of making them, and focus stays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui import icons
from app.ui.overview.presenter import RunLine
from app.ui.theme import em
from app.ui.widgets.basics import Elided, button, glyph, label, line, row
from app.ui.words import tr


class RunRows(QWidget):
    """``asked`` is the slot of the rows' clicks; their ``target`` says which run."""

    def __init__(self, asked: Callable[[], None]) -> None:
        super().__init__()
        self._asked = asked
        self._rows: list[_Row] = []
        self._none = label(tr("No sync has run yet."), tone="muted")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(em(self, 0.1))
        self._layout.addWidget(self._none)

    def show_runs(self, runs: Sequence[RunLine]) -> None:
        self._none.setVisible(not runs)
        while len(self._rows) < len(runs):
            made = _Row(self._asked)
            self._layout.addWidget(made.above)
            self._layout.addWidget(made.button)
            self._rows.append(made)
        for at, each in enumerate(self._rows):
            each.above.setVisible(0 < at < len(runs))
            each.button.setVisible(at < len(runs))
            if at < len(runs):
                each.show_run(runs[at])


class _Row:
    def __init__(self, asked: Callable[[], None]) -> None:
        self.above = line()
        self.button = button("", asked, kind="flat")
        self._shown: RunLine | None = None
        self._shape, self._when = glyph("info"), label(tone="muted")
        self._title, self._counts = Elided(), Elided(tone="muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._counts)
        inner = row(self._shape, space=0.6, margins=0.3)
        inner.addLayout(words, 1)
        inner.addWidget(self._when)
        self.button.setLayout(inner)
        self.button.setMinimumHeight(inner.sizeHint().height())

    def show_run(self, shown: RunLine) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self.button.setProperty("target", f"run:{shown.id}")
        spoken = (shown.title, shown.state.words, shown.counts.rstrip("."), shown.when)
        self.button.setAccessibleName(". ".join(spoken))
        self.button.setToolTip(f"{shown.state.words}\n{shown.counts}")
        icons.put(self._shape, shown.state.shape, shown.state.tone)
        self._title.setText(shown.title)
        self._counts.setText(shown.counts)
        self._when.setText(shown.when)
