"""Step 2 of a system that nobody knows yet: its definition, by a guided form or as a text, with a trial of its calls beside it.

The text is what counts: an answer in the form writes it anew, and what is typed into it fills the form.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.ui.connections.entries import text_of_file
from app.ui.connections.form import ADDRESS, SettingsForm, in_order
from app.ui.resources import RESOURCES
from app.ui.widgets.basics import button, fit, label, row, scrolled
from app.ui.wizard import definition, definition_links
from app.ui.wizard.definition_form import FieldsForm, ListForm, LoginForm
from app.ui.wizard.definition_text import TextForm, Trial
from app.ui.wizard.settings_page import SettingsPage
from app.ui.words import mark, tr

#: Milliseconds between the last key and the look at what it did.
_SOON_MS = 300
TABS = (mark("Address and login"), mark("Lists"), mark("Fields"), mark("As a text"))
LOGIN, LISTS, FIELDS, TEXT = range(4)


class DefinitionPage(SettingsPage):
    def __init__(self) -> None:
        super().__init__()
        self._base: Any = None  # the system as it is offered before its definition is known
        self._text = ""
        self._parts: Mapping[str, Any] = {}
        self._viewed: tuple[str, Any] = ("", None)
        self._learned: dict[str, Sequence[Any]] = {}
        self._linking = False
        self._told = ""  # the address that the definition names
        self._wanted: Callable[[], Any] = self._test_now  # once it is known what the definition can sync
        self._soon = QTimer(self, singleShot=True, interval=_SOON_MS)
        self._soon.timeout.connect(self._look)
        self.login, self.lists, self.fields, self.text, self.trial = (
            LoginForm(), ListForm(), FieldsForm(), TextForm(), Trial(),
        )  # fmt: skip
        self.login.changed.connect(self._answered)
        self.lists.changed.connect(self._answered)
        self.lists.chosen.connect(self._show_fields)
        self.fields.linked.connect(self._linked)
        self.fields.asked.connect(self._learn)
        self.text.edited.connect(self._typed_text)
        self.trial.asked.connect(self._try)
        self._build()

    def _build(self) -> None:
        self.examples = QComboBox()
        self.examples.setAccessibleName(tr("Begin with"))
        self.examples.addItem(tr("Nothing: I fill in the form"), "")
        for name, words in definition.EXAMPLES.items():
            self.examples.addItem(tr(words), name)
        self.begin = button(tr("Take it"), self._begin_with, name=tr("Begin with it: what stands here goes"))
        begin = label(tr("Begin with"))
        begin.setBuddy(self.examples)
        self.open = button(tr("Open a file…"), self._ask_open, icon="folder")
        self.save = button(tr("Save to a file…"), self._ask_save, icon="download")
        self.tabs: list[QPushButton] = []
        for at, words in enumerate(TABS):
            tab = button(tr(words), kind="tab")
            tab.setCheckable(True)
            tab.clicked.connect(lambda _=False, at=at: self.show_tab(at))
            self.tabs.append(tab)
        self.body.removeWidget(self._area)
        self._besides.hide()
        content = self._area.widget().layout()
        content.insertWidget(0, self.login)
        self.stack = QStackedWidget()
        lists, fields = scrolled(self.lists, tr(TABS[LISTS])), scrolled(self.fields, tr(TABS[FIELDS]))
        for page in (self._area, lists, fields, self.text):
            self.stack.addWidget(page)
        left, both = QWidget(), row(space=0.4)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(row(*self.tabs, None, space=0.2))
        inside.addWidget(self.stack, 1)
        both.addWidget(left, 5)
        both.addWidget(self.trial, 4)
        self.body.insertLayout(self.body.count() - 1, row(begin, self.examples, self.begin, self.open, self.save, None))
        self.body.insertLayout(self.body.count() - 1, both, 1)

    def initializePage(self) -> None:
        self.entitle(
            tr("How does the other system talk?"),
            tr(
                "A definition says how. Fill it in here step by step, or open one that somebody has made. Passwords and keys "
                "are never part of it."
            ),
        )
        fit(self.wizard(), 76, 46)
        if self._base is None:
            self._base = self.draft.offer
            self.put(definition.EMPTY)
            self.show_tab(LOGIN)

    # -- the text and its parts

    def put(self, parts: Mapping[str, Any]) -> None:
        """Other parts than before: all is filled in anew."""
        self._take(parts)
        self.text.put(self._text)
        self._look()

    def _take(self, parts: Mapping[str, Any]) -> None:
        self._parts, self._text = parts, definition.text_of(parts)
        self._fill()

    def _answered(self, parts: Any) -> None:
        self._take(parts)
        self.text.put(self._text)
        self._touched()

    def _typed_text(self, text: str) -> None:
        self._unread(text)
        self._touched()

    def _unread(self, text: str) -> None:
        """What stands in it is found out first: nothing is tried by what stood there before."""
        self._text = text
        for each in (*self.tabs[:TEXT], self.trial.go):
            each.setEnabled(False)

    def _touched(self) -> None:
        self._typed()
        self._soon.start()

    def _fill(self) -> None:
        self.login.fill(self._parts)
        self.lists.fill(self._parts)
        self.trial.offer(definition.trials(self._parts))
        self._ask_login()
        self._show_fields()

    def _show_fields(self) -> None:
        if self._linking:  # it shows its own choice
            return
        name, resource = self.lists.resource, self.lists.of_resource
        self.fields.show_fields(name, resource, definition_links.fields_of(resource, self._learned.get(name, ())))

    def _ask_login(self) -> None:
        """The form for address and keys; what was typed stays."""
        login = definition.login_of(self._parts)
        unasked = {"definition"} if login == "code" else {"definition", "redirect_uri"}
        settings = tuple(one for one in self._base.settings if one.name not in unasked)
        auth_types = (definition.AUTH_TYPES[login],)
        offer = replace(self._base, settings=settings, auth_types=auth_types, signs_in=login == "code")
        told, before = str(self._parts.get("base_url") or ""), self._told
        self._told = told
        if self.form is None or self.form.offer != offer:
            self._ask_anew(offer)
        assert self.form is not None
        if self.form.address in ("", before):  # nobody has typed another
            self.form.entries[ADDRESS].put(told)

    def _ask_anew(self, offer: Any) -> None:
        before, self.form = self.form, SettingsForm(self.desk)
        self.form.ask(offer, {}, before.address if before is not None else "", offer.auth_types[0])
        if before is not None:
            for name, value in before.typed.items():
                if value and name in self.form.entries:
                    self.form.entries[name].put(value)
            before.hide()
            before.deleteLater()
        self.form.changed.connect(self._typed)
        self.form.entered.connect(self.wizard().next)
        self._place.addWidget(self.form)
        self._order()
        self._typed()

    def _order(self) -> None:
        """Tab goes through what is seen, from the left to the right."""
        assert self.form is not None
        head = (self.examples, self.begin, self.open, self.save, *self.tabs)
        left = (*self.login.focus_order(), *self.form.focus_order(), *self.lists.focus_order(), self.fields.learn)
        in_order((*head, *left, self.text.text, *self.trial.focus_order(), self.test))
        in_order((self.fields.learn, *self.fields.boxes.values()))

    def _look(self) -> None:
        """What is wrong with it, and what stands in it; away from the window's own thread."""
        self._soon.stop()
        text, custom = self._text, self.desk.services.custom

        def call() -> Any:
            from app.model.errors import InvalidInput

            faults = custom.check(text)
            try:
                return text, faults, custom.parts(text)
            except InvalidInput:
                return text, faults, None

        self.desk.work.read(call, self._looked, self._failed, owner=self, key="definition")

    def _looked(self, found: Any) -> None:
        text, faults, parts = found
        if text != self._text:
            return
        self.text.show_faults(faults)
        for each in (*self.tabs[:TEXT], self.trial.go):
            each.setEnabled(parts is not None)
        if parts is not None and parts != self._parts:
            self._parts = parts
            self._fill()

    # -- files

    def _begin_with(self) -> None:
        name = self.examples.currentData()
        if name:
            self.read_file(str(RESOURCES / "custom" / f"{name}.yaml"))
        else:
            self.put(definition.EMPTY)

    def _ask_open(self) -> None:
        self._ask_file(QFileDialog.AcceptMode.AcceptOpen, tr("Open a definition"), self.read_file)

    def _ask_save(self) -> None:
        self._ask_file(QFileDialog.AcceptMode.AcceptSave, tr("Save the definition"), self.write_file)

    def _ask_file(self, mode: Any, title: str, take: Any) -> None:
        dialog = QFileDialog(self, title)
        dialog.setAcceptMode(mode)
        dialog.setNameFilters([tr("Definitions (*.yaml *.yml *.json)"), tr("All files (*)")])
        if mode is QFileDialog.AcceptMode.AcceptSave:
            dialog.setDefaultSuffix("yaml")
        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read_file(self, path: str) -> None:
        self.desk.work.do(
            lambda token: text_of_file(Path(path)), self._got_text, self._not_done, owner=self, key="file"
        )

    def _got_text(self, text: str) -> None:
        self._unread(text)
        self._learned = {}
        self.text.put(text)
        self._look()

    def write_file(self, path: str) -> None:
        text = self._text

        def call(token: Any) -> str:
            from app.model.errors import InvalidInput

            try:
                Path(path).write_text(text, encoding="utf-8")
            except OSError:
                raise InvalidInput(
                    tr("{name} can't be written.", name=Path(path).name), hint=tr("Choose another place for it.")
                ) from None
            return Path(path).name

        self.desk.work.do(call, self._saved, self._not_done, owner=self, key="file")

    def _saved(self, name: str) -> None:
        self.trial.say("ok", tr("Saved as {name}", name=name), tr("No password or key is in it."))

    # -- trying

    def _draft(self) -> dict[str, Any]:
        assert self.form is not None
        return {
            "erp_system": self.draft.system,
            "connection_name": str(self._parts.get("title") or "") or self._base.title,
            "auth_type": self.form.auth_type,
            "base_url": self.form.address,
            "auth_config": {**self.form.changes(), "definition": self._text},
        }

    def _try(self, resource: str, call: str, ident: str) -> None:
        services, draft = self.desk.services, self._draft()
        self.trial.say("info", tr("Asking…"))
        self.desk.work.do(
            lambda token: services.custom.attempt(draft, resource, call, {"id": ident}, None, token),
            self.trial.show_trial,
            self._not_done,
            owner=self,
            key="try",
        )

    def _not_done(self, problem: Any) -> None:
        self.trial.say("error", problem.message, problem.hint)

    def _learn(self) -> None:
        services, draft, name = self.desk.services, self._draft(), self.lists.resource
        self.trial.say("info", tr("Asking…"))

        def learned(fields: Any) -> None:
            self._learned[name] = fields
            self.trial.say("ok", tr("The fields were read. Choose which of ours each of them is."))
            self._show_fields()

        self.desk.work.do(
            lambda token: services.custom.learn(draft, name, None, token),
            learned,
            self._not_done,
            owner=self,
            key="try",
        )

    def _linked(self) -> None:
        self._linking = True
        self.lists.put(definition_links.with_links(self.lists.of_resource, self.fields.rows))
        self._linking = False

    # -- going on

    def show_tab(self, at: int) -> None:
        self.stack.setCurrentIndex(at)
        for number, tab in enumerate(self.tabs):
            tab.setChecked(number == at)

    def validatePage(self) -> bool:
        self._wanted = self.wizard().next
        return super().validatePage()

    def _test(self) -> None:
        self._wanted = self._test_now
        self._test_now()

    def _test_now(self) -> None:
        super()._test()

    def _take_form(self) -> bool:
        """The definition comes first: it decides what is asked besides."""
        if self._viewed[0] != self._text:
            self._ask_view()
            return False
        self.show_tab(LOGIN)
        if not super()._take_form():
            return False
        view, draft = self._viewed[1], self.draft
        if draft.offer is not view:
            draft.offer, draft.plan, draft.places = view, dict.fromkeys(view.entities, "pull"), {}
        draft.auth["definition"] = self._text
        return True

    def _ask_view(self) -> None:
        if not self.trial.go.isEnabled():
            self._look()
        services, text = self.desk.services, self._text

        def seen(view: Any) -> None:
            if text == self._text:
                self._take_view(text, view)

        self.desk.work.read(lambda: services.custom.view(text), seen, self._refused, owner=self, key="view")

    def _take_view(self, text: str, view: Any) -> None:
        if not view.entities:
            self.show_tab(FIELDS if self.lists.of_resource.get("entity") else LISTS)
            self.trial.say(
                "warn",
                tr("Nothing would be synced yet"),
                tr("Say under Lists which of our records they are, and link their fields under Fields."),
            )
            return
        self._viewed = (text, view)
        self._wanted()

    def _refused(self, problem: Any) -> None:
        """The definition: its faults stand beside the text."""
        self.show_tab(TEXT)
        self._look()
        self.trial.say("error", problem.message, problem.hint)

    def _failed(self, problem: Any) -> None:
        super()._failed(problem)
        self.show_tab(LOGIN)

    def _typed(self) -> None:
        if self.form is not None:
            super()._typed()

    def leave(self) -> None:
        self._soon.stop()
        super().leave()
