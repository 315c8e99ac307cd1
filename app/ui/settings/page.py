"""The settings screen: a card for each matter, and an index beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.ui.desk import Desk, Page
from app.ui.settings.access import AccessCard
from app.ui.settings.background import BackgroundCard
from app.ui.settings.backups import BackupsCard
from app.ui.settings.look import LookCard
from app.ui.settings.moving import MovingCard
from app.ui.settings.network import ProxyCard
from app.ui.settings.parts import SettingCard
from app.ui.settings.passwords import PasswordsCard
from app.ui.settings.programs import ProgramsCard
from app.ui.settings.storage import StorageCard
from app.ui.settings.support import SupportCard
from app.ui.settings.times import TimesCard
from app.ui.settings.updates import UpdatesCard
from app.ui.theme import em
from app.ui.widgets.basics import button, column, row, scrolled
from app.ui.words import tr

CARDS: tuple[Callable[[Desk], SettingCard], ...] = (
    LookCard,
    BackgroundCard,
    TimesCard,
    ProxyCard,
    ProgramsCard,
    AccessCard,
    PasswordsCard,
    StorageCard,
    BackupsCard,
    MovingCard,
    UpdatesCard,
    SupportCard,
)


def make(desk: Desk) -> Page:
    return SettingsPage(desk)


class SettingsPage(Page):
    """``cards`` by name: ``settings:<name>`` is the way to each."""

    kinds = frozenset({"settings", "schedule"})
    name = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Settings"))
        self.cards: dict[str, SettingCard] = {}
        self._index = QButtonGroup(self)
        self.entries: dict[str, QWidget] = {}
        content, index = QWidget(), column(space=0.1)
        side = QWidget()
        side.setLayout(index)
        self._area = scrolled(content, tr("Settings"))
        self._index_area = scrolled(side, tr("Parts of the settings"))
        # From the outside in: what is put into another place takes on its look anew, with all that is in it.
        self.body.addLayout(row(self._index_area, self._area, space=0.8), 1)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, em(self, 0.4), 0)
        layout.setSpacing(em(self, 0.8))
        for make_card in CARDS:
            card = make_card(desk)
            card.setMaximumWidth(em(self, 54))
            self.cards[card.name] = card
            layout.addWidget(card)
            entry = button(card.title, self._chosen, kind="tab", name=tr("Go to: {what}", what=card.title))
            entry.setProperty("side", "left")
            entry.setCheckable(True)
            self._index.addButton(entry)
            self.entries[card.name] = entry
            index.addWidget(entry)
        layout.addStretch(1)
        index.addStretch(1)
        # The index scrolls by itself where the window is low, and takes no more width than its words.
        self._index_area.setFixedWidth(side.sizeHint().width() + em(side, 1))
        self._area.verticalScrollBar().valueChanged.connect(self._mark_shown)
        self._mark_shown()

    @property
    def dialog(self) -> Any:
        """The one that is open, of whichever card."""
        return next((card.dialog for card in self.cards.values() if card.dialog is not None), None)

    def refresh(self) -> None:
        for card in self.cards.values():
            card.refresh()

    def open(self, what: str) -> None:
        """``what`` is a card's name."""
        if what in self.cards:
            # Once the page has been laid out: it may have been made just now.
            QTimer.singleShot(0, self, lambda: self._bring(what))
            self.cards[what].begin()

    def take_focus(self) -> None:
        checked = self._index.checkedButton()
        (checked or self).setFocus()

    def _chosen(self) -> None:
        name = next(name for name, entry in self.entries.items() if entry is self.sender())
        self._bring(name)

    def _bring(self, name: str) -> None:
        self._area.widget().layout().activate()
        self._area.verticalScrollBar().setValue(self.cards[name].pos().y())
        self.entries[name].setChecked(True)

    def resizeEvent(self, event: Any) -> None:
        """In a narrow window, or with a large text, the cards have all of it."""
        super().resizeEvent(event)
        self._index_area.setVisible(self.width() >= em(self, 40))

    def _mark_shown(self) -> None:
        """The card at the top is the one that is marked; at the end of the page the last that fits stays as it was chosen."""
        bar = self._area.verticalScrollBar()
        if bar.value() == bar.maximum() and bar.maximum() > 0:
            return
        top = bar.value() + em(self, 1)
        shown = [name for name, card in self.cards.items() if card.pos().y() <= top]
        self.entries[shown[-1] if shown else next(iter(self.cards))].setChecked(True)
