"""The wizard itself: six pages, one draft, and a Cancel that leaves nothing behind."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget, QWizard

from app.ui.desk import Desk
from app.ui.widgets.basics import fit, retone
from app.ui.wizard.books_page import BooksPage
from app.ui.wizard.choices_page import ChoicesPage
from app.ui.wizard.definition_page import DefinitionPage
from app.ui.wizard.draft import Draft
from app.ui.wizard.pages import CHOICES, DEFINITION, GUIDE, SETTINGS, SIGN_IN
from app.ui.wizard.preview_page import PreviewPage
from app.ui.wizard.reach_page import ReachPage
from app.ui.wizard.settings_page import SettingsPage
from app.ui.wizard.setup import Setup
from app.ui.wizard.sign_in_page import SignInPage
from app.ui.wizard.sync_page import SyncPage
from app.ui.wizard.system_page import SystemPage
from app.ui.wizard.what_page import WhatPage
from app.ui.words import tr


class ConnectionWizard(QWizard):
    def __init__(self, desk: Desk, parent: QWidget | None = None, *, picturing: str = "") -> None:
        """``picturing``: the address of the demo's Tally while pictures are taken."""
        super().__init__(parent)
        self.desk = desk
        self.draft = Draft()
        self.picturing = picturing
        self.setup = Setup(desk)
        self.setWindowTitle(tr("Connect a system"))
        self.setWizardStyle(QWizard.WizardStyle.ClassicStyle)
        self.setOptions(
            QWizard.WizardOption.NoBackButtonOnStartPage
            | QWizard.WizardOption.NoBackButtonOnLastPage
            | QWizard.WizardOption.NoCancelButtonOnLastPage
            | QWizard.WizardOption.NoDefaultButton
        )
        for which, words in (
            (QWizard.WizardButton.BackButton, tr("Back")),
            (QWizard.WizardButton.NextButton, tr("Next")),
            (QWizard.WizardButton.CancelButton, tr("Cancel")),
            (QWizard.WizardButton.FinishButton, tr("Done")),
        ):
            self.setButtonText(which, words)
            self.button(which).setAccessibleName(words)
        for which in (
            QWizard.WizardButton.NextButton,
            QWizard.WizardButton.CommitButton,
            QWizard.WizardButton.FinishButton,
        ):
            retone(self.button(which), kind="primary")
        self.button(QWizard.WizardButton.CommitButton).setAccessibleName(tr("Start the first sync"))
        self.reach = ReachPage()
        self.form = SettingsPage()
        self.definition = DefinitionPage()
        self.sign_in = SignInPage()
        self.preview = PreviewPage()
        self.sync = SyncPage()
        pages = (SystemPage(self), self.reach, BooksPage(), WhatPage(), self.preview, self.sync)
        for number, page in enumerate(pages, start=1):
            page.count.setText(tr("Step {n} of {all}", n=number, all=len(pages)))
            self.addPage(page)
        for number, step, page in (
            (CHOICES, 4, ChoicesPage()),
            (SETTINGS, 2, self.form),
            (SIGN_IN, 2, self.sign_in),
            (DEFINITION, 2, self.definition),
        ):
            page.count.setText(tr("Step {n} of {all}", n=step, all=len(pages)))
            self.setPage(number, page)
        self.setStartId(0)
        # Later: what takes the keyboard's place is often shown, or enabled, by what runs after what went.
        self._keeping = QTimer(self, singleShot=True, interval=0)
        self._keeping.timeout.connect(self.keep_keyboard)
        self.currentIdChanged.connect(self._keep_soon)
        for number in self.pageIds():
            self.page(number).completeChanged.connect(self._keep_soon)
        gui: Any = QApplication.instance()
        gui.focusChanged.connect(self._keep_soon)
        self.form.listen(self.setup)
        self.definition.listen(self.setup)
        self.preview.listen(self.setup, desk.bridge)
        self.sync.listen(self.setup, desk.bridge)
        QShortcut(QKeySequence("F1"), self, self._show_guide)
        fit(self, 48, 36)

    @property
    def is_busy(self) -> bool:
        return bool(self.setup.busy)

    def _show_guide(self) -> None:
        offer = self.draft.offer
        self.desk.guide_asked.emit(GUIDE.get(offer.name if offer is not None else "", "first-start"))

    def _keep_soon(self, *_: Any) -> None:
        if self.isVisible() and QApplication.focusWidget() is None:
            self._keeping.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:
            self._keep_soon()

    def keep_keyboard(self) -> None:
        """What had the keyboard is gone, or was never there: it goes to the first thing on the page."""
        page = self.currentPage()
        if page is None or not self.isActiveWindow() or QApplication.focusWidget() is not None:
            return
        chosen = self.focusWidget()
        if chosen is not None and chosen.isVisible():
            chosen.setFocus()  # it was chosen before the window had the keyboard, and is about to be given it
        else:
            page.setFocus()
            page.focusNextChild()

    def forget_reached(self) -> None:
        """Another system was chosen."""
        self._leave()
        self.draft.connection_id = ""
        self.setup.discard()

    def show_demo(self) -> None:
        self.desk.demo_asked.emit()
        self.reject()

    def reject(self) -> None:
        """Cancel, Esc or the close button. On the last page the connection is confirmed: there it means Done."""
        self._leave()
        if self.setup.confirmed:
            self.accept()
            return
        self.setup.give_up()
        super().reject()

    def _leave(self) -> None:
        for page in (self.reach, self.form, self.sign_in, self.definition):
            page.leave()

    def accept(self) -> None:
        self._leave()
        self.setup.keep_in_step(self.sync.interval.currentData())
        super().accept()

    def next_for_pictures(self) -> None:
        """One step on, choosing what is there."""
        page = self.currentPage()
        if page.isComplete():
            self.next()
            if self.currentPage() is self.reach and self.picturing:
                host, _, port = self.picturing.rpartition("//")[2].rpartition(":")
                self.reach.hosts.setText(host)
                self.reach.ports.setText(port)
                self.reach.look_elsewhere()
