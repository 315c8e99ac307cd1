"""A form made from a connector's account of its settings: what it names is asked, in its order. Used by the wizard and by Edit."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.ui import icons
from app.ui.connections import schema
from app.ui.connections.entries import Entry, Line, Options, entry_for
from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import button, clear, label
from app.ui.words import tr

ADDRESS, AUTH_TYPE = "base_url", "auth_type"
_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def in_order(widgets: Iterable[QWidget]) -> None:
    """Let Tab go through them like this, whenever they were made."""
    for first, second in pairwise(widgets):
        QWidget.setTabOrder(first, second)


class SettingsForm(QWidget):
    """``changed``: something was typed; ``entered``: Enter was pressed in a line."""

    changed = Signal()
    entered = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.offer: Any = None
        self.kept: Mapping[str, Any] = {}
        self.entries: dict[str, Entry] = {}
        self._parts: dict[str, list[QWidget]] = {}
        self._errors: dict[str, QWidget] = {}
        self._behind: set[str] = set()
        self._complaints: dict[str, str] = {}
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(em(self, 1.0))
        self._grid.setVerticalSpacing(em(self, 0.25))
        self._grid.setColumnStretch(1, 1)
        self.more = button(tr("More settings"), self._more_clicked, kind="link", icon="down")
        self.more.setCheckable(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, em(self, 0.4), 0)
        layout.addLayout(self._grid)
        layout.addStretch(1)

    # -- making it

    def ask(self, offer: Any, kept: Mapping[str, Any], address: str, auth_type: str) -> None:
        """Show the form of a system (:class:`app.services.views.SystemView`), filled with what is kept."""
        self.offer, self.kept = offer, kept
        self.entries, self._parts, self._errors, self._behind, self._complaints = {}, {}, {}, set(), {}
        self.more.setParent(None)
        self.more.setChecked(False)
        clear(self._grid)
        own_address = not (offer.address and offer.signs_in)
        if own_address:
            self._add_address(address)
        if len(offer.auth_types) > 1:
            entry = Options([(one, schema.AUTH_TYPES.get(one, one)) for one in offer.auth_types])
            self._add(AUTH_TYPE, tr("Way to sign in"), entry, auth_type, needed=True)
        shown = schema.in_form(offer.settings)
        for setting in shown:
            if setting.place == "main":
                self._add_setting(setting)
        self._grid.addWidget(self.more, self._grid.rowCount(), 1, Qt.AlignmentFlag.AlignLeft)
        if not own_address:
            self._add_address(address)
            self._behind.add(ADDRESS)
        for setting in shown:
            if setting.place == "more":
                self._add_setting(setting)
                self._behind.add(setting.name)
        self._show_asked()

    def _add_address(self, address: str) -> None:
        about = tr("The whole address, as in https://server:50000/b1s/v2.") if self.offer.name == "sap" else ""
        self._add(ADDRESS, tr("Address"), Line(), address or self.offer.address, needed=True, about=about)

    def _add_setting(self, setting: Any) -> None:
        kept = schema.is_kept(setting, self.kept)
        entry = entry_for(setting, self.desk, kept=kept)
        value = schema.initial(setting, self.kept)
        title = schema.said(setting.title)
        about = schema.said(setting.help)
        self._add(
            setting.name,
            title,
            entry,
            value,
            needed=setting.required,
            about=about,
            bare=schema.bears_title(setting),
            link=setting.link,
        )

    def _add(
        self,
        name: str,
        title: str,
        entry: Entry,
        value: Any,
        *,
        needed: bool = False,
        about: str = "",
        bare: bool = False,
        link: str = "",
    ) -> None:
        """``bare``: the field bears its title itself."""
        entry.put(value)
        entry.name(f"{title} ({tr('needed')})" if needed else title, about)
        at = self._grid.rowCount()
        parts: list[QWidget] = [entry]
        if not bare:
            head = label(f"{title} *" if needed else title)
            head.setBuddy(entry.field)
            head.setMinimumHeight(min(entry.field.sizeHint().height(), em(self, 2.2)))  # beside a field's first line
            self._grid.addWidget(head, at, 0, Qt.AlignmentFlag.AlignTop)
            parts.append(head)
        self._grid.addWidget(entry, at, 1)
        if about:
            told = label(about, tone="muted", wrap=True)
            self._grid.addWidget(told, at + 1, 1)
            parts.append(told)
        if link:
            page = button(
                tr("Open the page where this is made"), kind="link", name=tr("Open the page for: {what}", what=title)
            )
            page.setProperty("address", link)
            page.setToolTip(link)
            page.clicked.connect(self._open_page)
            self._grid.addWidget(page, at + 2, 1, Qt.AlignmentFlag.AlignLeft)
            parts.append(page)
        wrong = label(tone="error", wrap=True)
        wrong.hide()
        self._grid.addWidget(wrong, at + 3, 1)
        self._grid.setRowMinimumHeight(at + 4, em(self, 0.3))
        self.entries[name], self._parts[name], self._errors[name] = entry, parts, wrong
        entry.changed.connect(lambda: self._typed(name))
        entry.entered.connect(self.entered)

    def focus_order(self) -> list[QWidget]:
        """What takes the keyboard, from top to bottom."""
        found: list[QWidget] = []
        for name, parts in self._parts.items():
            if name in self._behind and self.more not in found:
                found.append(self.more)
            inside = [each for part in parts for each in (part, *part.findChildren(QWidget, options=_DIRECT))]
            found += [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return found

    # -- using it

    @property
    def typed(self) -> dict[str, Any]:
        """By the setting's name; the address and the way to sign in are not among them."""
        return {name: entry.value() for name, entry in self.entries.items() if name not in (ADDRESS, AUTH_TYPE)}

    @property
    def address(self) -> str:
        return str(self.entries[ADDRESS].value()).strip()

    @property
    def auth_type(self) -> str:
        return str(self.entries[AUTH_TYPE].value() if AUTH_TYPE in self.entries else self.offer.auth_types[0])

    def changes(self) -> dict[str, Any]:
        """What differs from what was kept."""
        return schema.changes(self.offer.settings, self.typed, self.kept, self.auth_type)

    def check(self) -> bool:
        """Is all of it right? What is not is said at its field, and the first such field gets the cursor."""
        found = schema.problems(self.offer.settings, self.typed, self.kept, self.auth_type)
        wrong = schema.address_problem(self.address, self.typed, plain_http=self.offer.name == "tally")
        self.complain({**({ADDRESS: wrong} if wrong else {}), **found})
        return not self._complaints

    def complain(self, found: Mapping[str, str]) -> None:
        """Show what is wrong, by the setting's name."""
        self._complaints = dict(found)
        if self._behind & set(found):
            self.more.setChecked(True)
        self._show_asked()
        first = next((name for name in self.entries if name in found), None)
        if first is not None:
            self.entries[first].take_keyboard()

    def take_refusal(self, problem: Any) -> bool:
        """Was it one of these fields that the services refused? Then that is said there."""
        field = str(problem.details.get("field", ""))
        name = ADDRESS if field == "baseUrl" else field.removeprefix("authConfig.")
        if name in self.entries:
            self.complain({name: problem.message})
        return name in self.entries

    def _typed(self, name: str) -> None:
        self._complaints.pop(name, None)
        self._show_asked()
        self.changed.emit()

    def _more_clicked(self) -> None:
        self._show_asked()

    def _show_asked(self) -> None:
        names = schema.asked(self.offer.settings, self.typed, self.auth_type) | {ADDRESS, AUTH_TYPE}
        if not self.more.isChecked():
            names -= self._behind
        self.more.setVisible(bool(self._behind))
        more = not self.more.isChecked()
        self.more.setText(tr("More settings") if more else tr("Fewer settings"))
        self.more.setAccessibleName(self.more.text())
        icons.put(self.more, "down" if more else "up", "accent", 1.0)
        for name, parts in self._parts.items():
            for part in parts:
                part.setVisible(name in names)
            words = self._complaints.get(name, "") if name in names else ""
            self._errors[name].setText(words)
            self._errors[name].setVisible(bool(words))
            self.entries[name].mark_wrong(words)

    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self.sender().property("address")))
