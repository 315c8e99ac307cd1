"""The way to systems on other machines: a proxy, or none."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from app.services.network import Proxy, ProxyDraft
from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, row
from app.ui.words import mark, tr

#: What became of a try: level, what happened, what to do.
_TRIED = {
    "reached": ("ok", mark("{target} answers."), ""),
    "proxy_answers": (
        "ok",
        mark("Something answers at {proxy}."),
        mark("Whether it lets calls through shows when you type an address to try."),
    ),
    "no_proxy": (
        "error",
        mark("Nothing answers at {proxy}."),
        mark("Look at the address and the port; whoever looks after your network knows them."),
    ),
    "proxy_login": (
        "error",
        mark("The proxy {proxy} does not accept this user and password."),
        mark("Type them as whoever looks after your network gave them."),
    ),
    "proxy_refused": (
        "error",
        mark("The proxy {proxy} answers, but does not let calls to {target} through."),
        mark("Ask whoever looks after your network to allow that address."),
    ),
    "certificate": (
        "error",
        mark("{target} was reached, but its certificate is not trusted. Nothing was sent."),
        mark("Where the office looks into protected calls, its own authority must be installed on this PC."),
    ),
    "unreachable": (
        "error",
        mark("{target} could not be reached."),
        mark("Look whether this PC is online, and whether a proxy is needed here."),
    ),
}


class ProxyCard(SettingCard):
    name = "network"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            tr("Way to the Internet"),
            tr("For systems on other machines. Tally and everything on this PC is always reached directly."),
        )
        self._stored = Proxy()
        self._kinds = QButtonGroup(self)
        self.radios: dict[str, QRadioButton] = {}
        for kind, words in (
            ("system", tr("As this PC's own settings say")),
            ("none", tr("Directly, without a proxy")),
            ("address", tr("Through this proxy")),
        ):
            radio = QRadioButton(words)
            radio.setAccessibleName(words)
            radio.clicked.connect(self._kind_clicked)
            self._kinds.addButton(radio)
            self.radios[kind] = radio
        self.address, self.user, self.password, self.target = (QLineEdit() for _ in range(4))
        self.address.setPlaceholderText("http://proxy.office.example:8080")
        self.target.setPlaceholderText("https://www.zohoapis.in")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        for field in (self.address, self.user, self.password, self.target):
            field.setMinimumWidth(em(self, 15))
        form = Fields(self)
        form.put(tr("&Address"), self.address, tr("With its port, as whoever looks after your network says."))
        form.put(tr("&User"), self.user, tr("Only where the proxy asks for one."))
        form.put(tr("Pass&word"), self.password, tr("Kept locked among the other passwords."))
        self.use_button = button(tr("Use this proxy"), self._use, kind="primary")
        self._details = QWidget()
        details = column(form, row(self.use_button, None), space=0.5)
        details.setContentsMargins(em(self, 1.6), 0, 0, 0)
        self._details.setLayout(details)
        self.try_button = button(tr("Try it"), self._try, icon="test")
        trying = Fields(self)
        trying.put(
            tr("Address to tr&y"),
            self.target,
            tr("Any system on the Internet. It is only asked whether it is there."),
            self.try_button,
        )
        self.result = Note("info")
        self.result.hide()
        radios = [self.radios[kind] for kind in ("system", "none", "address")]
        self.add(*radios, self._details, trying, self.result, self.told)
        self._show_kind("system")

    def refresh(self) -> None:
        services = self.desk.services
        self.desk.work.read(services.network.proxy, self._got, owner=self, key="proxy")

    def _got(self, proxy: Proxy) -> None:
        self._stored = proxy
        if any(field.hasFocus() for field in (self.address, self.user, self.password)):
            return  # somebody types
        if self._kind() == "address" and proxy.kind != "address":
            return  # being set up
        self._show_kind(proxy.kind)
        self.address.setText(proxy.address)
        self.user.setText(proxy.user)
        self.password.clear()
        self.password.setPlaceholderText(tr("stored") if proxy.has_password else "")

    def _kind(self) -> str:
        return next((kind for kind, radio in self.radios.items() if radio.isChecked()), "")

    def _show_kind(self, kind: str) -> None:
        self.radios[kind].setChecked(True)
        self._details.setVisible(kind == "address")

    def _draft(self) -> ProxyDraft:
        return ProxyDraft(self._kind(), self.address.text(), self.user.text(), self.password.text() or None)

    def _kind_clicked(self) -> None:
        kind = self._kind()
        self._details.setVisible(kind == "address")
        self.result.hide()
        if kind != "address":
            self._choose(ProxyDraft(kind))
        elif self._stored.address:
            self._use()
        else:
            self.address.setFocus()

    def _use(self) -> None:
        self._choose(self._draft())

    def _choose(self, draft: ProxyDraft, *, undoable: bool = True) -> None:
        network, before = self.desk.services.network, self._stored
        back = ProxyDraft(before.kind, before.address, before.user)
        undo = (lambda: self._choose(back, undoable=False)) if undoable else None
        words = {
            "system": tr("Used from the next call on: what this PC's settings say"),
            "none": tr("Used from the next call on: no proxy"),
            "address": tr("Used from the next call on: this proxy"),
        }[draft.kind]
        self.change(lambda: network.choose(draft), words, undo, self._chosen)

    def _chosen(self, proxy: Proxy) -> None:
        self.radios[proxy.kind].setChecked(True)
        self.setFocus()  # what is typed is stored: show it as it is stored
        self._got(proxy)

    def refuse(self, problem: Any) -> None:
        super().refuse(problem)
        {"address": self.address, "user": self.user}.get(str(problem.details.get("field")), self.password).setFocus()

    # -- trying

    def _try(self) -> None:
        network, draft, target = self.desk.services.network, self._draft(), self.target.text()
        self.try_button.setEnabled(False)
        self.result.say("info", tr("Trying…"))
        self.result.show()
        self.desk.work.do(
            lambda token: network.try_out(draft, target, token), self._tried, self._not_tried, owner=self, key="try"
        )

    def _tried(self, found: Any) -> None:
        self.try_button.setEnabled(True)
        level, happened, remedy = _TRIED[found.outcome]
        self.result.say(level, tr(happened, proxy=found.proxy, target=found.target), tr(remedy))

    def _not_tried(self, problem: Any) -> None:
        self.try_button.setEnabled(True)
        self.result.say("error", problem.message, problem.hint)
