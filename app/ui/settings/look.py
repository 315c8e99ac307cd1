"""Colours, language and the size of the text: this window's own, kept beside the data."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from app.ui.desk import Desk
from app.ui.language import LANGUAGES, effective
from app.ui.settings.parts import Fields, SettingCard, choices, put_choice
from app.ui.widgets.basics import Note, button
from app.ui.words import tr

_SIZES = (100, 110, 125, 150, 175, 200)


class LookCard(SettingCard):
    name = "look"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Look and language"))
        local = desk.local
        themes = (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark")))
        self.theme = choices(QComboBox(), themes, local.get("theme", "system"))
        self.theme.currentIndexChanged.connect(self._theme_chosen)
        languages = [(key, words if key else tr("As the system")) for key, words in LANGUAGES.items()]
        self.language = choices(QComboBox(), languages, local.get("language", ""))
        self.language.currentIndexChanged.connect(self._language_chosen)
        sizes = [("" if size == 100 else str(size), tr("{n} %", n=size)) for size in _SIZES]
        self.text_size = choices(QComboBox(), sizes, local.get("text_size", ""))
        self.text_size.currentIndexChanged.connect(self._size_chosen)
        form = Fields(self)
        form.put(tr("&Colours"), self.theme, tr("Changes at once. As the system: light or dark as Windows says."))
        form.put(tr("&Language"), self.language, tr("The language of this window. Your records stay as they are."))
        form.put(tr("&Size of the text"), self.text_size, tr("Everything grows with the text, buttons and tables too."))
        self.later = Note("info", below=True)
        self.again = self.later.add(button(tr("Start again now"), self._start_again, icon="sync"))
        self.again.setVisible(desk.restart is not None)
        self.later.hide()
        self.add(form, self.later, self.told)
        self._shown = self._look()

    def _theme_chosen(self) -> None:
        before, chosen = self.desk.local.get("theme", "system"), self.theme.currentData()
        self._choose_theme(chosen)
        self.tell(tr("Colours: {what}", what=self.theme.currentText()), lambda: self._choose_theme(before))

    def _choose_theme(self, theme: str) -> None:
        put_choice(self.theme, theme)
        self.desk.local.set("theme", theme)
        self.desk.theme.choose(theme)

    def _language_chosen(self) -> None:
        self.desk.local.set("language", self.language.currentData())
        self._say_later()

    def _size_chosen(self) -> None:
        self.desk.local.set("text_size", self.text_size.currentData())
        self._say_later()

    def _look(self) -> tuple[str, str]:
        return effective(self.language.currentData()), self.text_size.currentData()

    def _say_later(self) -> None:
        """What was painted keeps its language and size: both take a new start."""
        self.later.say(
            "info", tr("This shows with the next start."), tr("A sync that runs stops at its next safe point.")
        )
        self.later.setVisible(self._look() != self._shown)

    def _start_again(self) -> None:
        self.desk.restart()
