"""Step 2 of a system without a page of its own: the form of its connector, a test, and the server's certificate."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from app.ui.connections import schema
from app.ui.connections.certificate import CertificateCard
from app.ui.connections.checks import Checks
from app.ui.connections.form import SettingsForm, in_order
from app.ui.widgets.basics import button, column, label, row, scrolled
from app.ui.wizard.pages import BOOKS, SIGN_IN, Step
from app.ui.words import mark, tr

#: What else is to be known before a system is reached.
BESIDES = {
    "sap": mark(
        "SAP ECC and S/4HANA are often reached by RFC. This program does not speak it: SAP's software for it must not be handed "
        "on. Have what you need published there as an OData service (SAP Gateway) and enter that one's address here, or as a REST "
        "service and connect it as “Another system”. A developer can also add RFC as a plugin of your own."
    )
}


class SettingsPage(Step):
    def __init__(self) -> None:
        super().__init__("", "")
        self._job: Any = None
        self._passed = False
        self._reached: dict[str, Any] = {}
        self._place = column(space=0)
        self.form: SettingsForm | None = None
        self.certificate = CertificateCard()
        self.certificate.trusted.connect(self._trusted)
        self.checks = Checks()
        self.test = button(tr("Test"), self._test, icon="test", name=tr("Test the connection"))
        self._besides = label("", tone="muted", wrap=True)
        content = QWidget()
        content.setLayout(column(self._place, self.certificate, self.checks, self._besides, None, space=0.8))
        self._area = scrolled(content, tr("Settings of the connection"))
        self.body.addWidget(self._area, 1)
        self.body.addLayout(row(self.test, None))

    def listen(self, setup: Any) -> None:
        setup.stored.connect(self._stored)
        setup.store_failed.connect(self._failed)

    def initializePage(self) -> None:
        offer = self.draft.offer
        about = (
            tr("Fields with a * are needed. The keys are kept encrypted on this computer and sent to nobody else.")
            if offer.signs_in
            else tr(
                "Fields with a * are needed. Passwords are kept encrypted on this computer and sent to nobody else."
            )
        )
        self.entitle(tr("How is {system} reached?", system=self.draft.short), about)
        if self.form is None or self.form.offer is not offer:
            self._ask(offer)

    def _ask(self, offer: Any) -> None:
        if self.form is not None:
            self.form.deleteLater()
        self.form = SettingsForm(self.desk)
        self.form.ask(offer, {}, "", offer.auth_types[0])
        self.form.changed.connect(self._typed)
        self.form.entered.connect(self.wizard().next)
        self._place.addWidget(self.form)
        self._besides.setText(tr(BESIDES.get(offer.name, "")))
        self._besides.setVisible(offer.name in BESIDES)
        in_order((*self.form.focus_order(), self.certificate.trust, self.test))
        self._reached = {}
        self._typed()

    def _typed(self) -> None:
        self._stop()
        self.certificate.hide()
        self.checks.hide()
        self.test.setVisible(not self._signs_in)

    @property
    def _signs_in(self) -> bool:
        return bool(self.form is not None and self.form.offer.signs_in and self.form.auth_type == "oauth2")

    # -- going on

    def validatePage(self) -> bool:
        """Next checks the form, then the certificate; a system with a sign-in is stored before it. Then it goes on by itself."""
        if self._passed:
            self._passed = False
            return True
        if self.wizard().setup.busy:
            self.checks.say("info", tr("The trial run is being stopped…"), tr("Press Next again in a moment."))
        elif self._take_form():
            self._with_certificate(self._go_on)
        return False

    def _take_form(self) -> bool:
        assert self.form is not None
        if self._job is not None or not self.form.check():
            return False
        draft, pinned = self.draft, self.draft.auth.get(schema.FINGERPRINT)
        same_server = draft.base_url == self.form.address
        draft.base_url, draft.auth_type, draft.auth = self.form.address, self.form.auth_type, self.form.changes()
        if pinned and same_server:
            draft.auth[schema.FINGERPRINT] = pinned
        return True

    def _with_certificate(self, then: Callable[[], None]) -> None:
        """``then`` once the server's certificate is trusted; at once where that is no question."""
        offer, reach = self.draft.offer, self.draft.reach()
        if not any(one.name == schema.FINGERPRINT for one in offer.settings):
            then()
            return
        self.checks.say("info", tr("Looking at the server's certificate…"))
        services = self.desk.services

        def seen(found: Any) -> None:
            self._job = None
            if found is None or found.trusted:
                self.checks.hide()
                then()
                return
            self.checks.hide()
            self.certificate.ask(found)
            self._bring_up(self.certificate)

        self._job = self.desk.work.do(
            lambda token: services.connections.certificate(reach), seen, self._failed, owner=self, key="reach"
        )

    def _trusted(self, fingerprint: str) -> None:
        self.draft.auth[schema.FINGERPRINT] = fingerprint
        self.wizard().button(self.wizard().WizardButton.NextButton).setFocus()

    def _go_on(self) -> None:
        reach = self.draft.reach()
        if not self._signs_in:
            self.draft.connection_id = ""
            self.wizard().setup.discard()
        elif reach != self._reached or not self.draft.connection_id:
            self._reached = reach
            self.draft.connection_id = ""
            self.checks.say("info", tr("Getting ready…"))
            self.wizard().setup.store(self.draft)
            return
        self._next()

    def _stored(self, connection_id: str) -> None:
        self.checks.hide()
        self.draft.connection_id = connection_id
        self._next()

    def _next(self) -> None:
        if self.wizard().currentPage() is self:
            self._passed = True
            self.wizard().next()
            self._passed = False

    # -- the test

    def _test(self) -> None:
        if self._take_form():
            self._with_certificate(self._ask_test)

    def _ask_test(self) -> None:
        self.checks.say_testing()
        self._bring_up(self.checks)
        services, reach = self.desk.services, self.draft.reach()
        self._job = self.desk.work.do(
            lambda token: services.connections.test_draft(reach, token),
            self._tested,
            self._failed,
            owner=self,
            key="reach",
        )

    def _tested(self, result: Any) -> None:
        self._job = None
        self.checks.show_result(result)
        self._bring_up(self.checks)

    def _failed(self, problem: Any) -> None:
        self._job = None
        self._reached = {}
        self.checks.hide()
        if not (self.form is not None and self.form.take_refusal(problem)):
            self.checks.say("error", problem.message, problem.hint)
            self._bring_up(self.checks)

    def _bring_up(self, part: QWidget) -> None:
        """Scroll to what has just got its text."""
        for holder in (part, self._area.widget()):
            layout = holder.layout()
            assert layout is not None
            layout.activate()
        self._area.widget().adjustSize()
        self._area.ensureWidgetVisible(part)

    # -- leaving

    def _stop(self) -> None:
        if self._job is not None:
            self._job.drop()
            self._job = None

    def leave(self) -> None:
        """The wizard is being closed."""
        self._stop()

    def cleanupPage(self) -> None:
        """Back keeps what was typed."""
        self._stop()

    def nextId(self) -> int:
        return SIGN_IN if self._signs_in else BOOKS
