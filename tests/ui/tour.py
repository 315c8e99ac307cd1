"""A walk through every screen, dialog and wizard page of the window, on services that know something of everything.

The overview, the records, the conflicts and the runs come from memory (one of each kind and state); webhooks, templates and
all that the settings show come from a real hub that holds a small demo company.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from app.model.errors import Conflicting
from app.model.events import RunProgress, RunStarted
from app.sync.effects import Effects
from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.language import install_language
from app.ui.local import LocalSettings
from app.ui.shell.window import MainWindow
from app.ui.theme import Theme, em, scale_text
from app.ui.widgets import basics
from app.ui.wizard.wizard import ConnectionWizard
from app.ui.work import Work
from tests.ui.conftest import calm, throw_away
from tests.ui.fakes import FakeServices

#: What the real hub answers; the rest is from memory.
REAL = ("webhooks", "templates", "settings", "backups", "retention", "network", "updates", "master_key", "access",
        "diagnostics", "moving", "imports", "exports")  # fmt: skip


def services_of(hub: Any) -> FakeServices:
    """From memory, with the parts of the hub in place."""
    made = FakeServices(3)
    for name in REAL:
        if hasattr(hub.services, name):
            setattr(made, name, getattr(hub.services, name))
    made.mappings.effects_answer = Effects(1204, ())
    there = hub.services.connections.list()[0]
    made.connection_list[0] = replace(made.connection_list[0], id=there.id)
    for config in made.configs.made:
        if config.connection_id == "c1":
            made.configs.made[made.configs.made.index(config)] = replace(config, connection_id=there.id)
    made.runs.all = [replace(run, connection_id=there.id) for run in made.runs.all]
    return made


class Tour:
    """The window in one look, language and text size. ``stations`` yields ``(name, what is looked at)`` one after the other, each
    filled and drawn."""

    def __init__(self, qtbot: Any, hub: Any, *, look: str = "light", language: str = "en", text: int = 100,
                 size: tuple[int, int] = (1280, 840)) -> None:  # fmt: skip
        self.qtbot, self.hub = qtbot, hub
        self.gui: Any = QApplication.instance()
        self._font = QFont(self.gui.font())
        self._translators = install_language(self.gui, language)
        scale_text(self.gui, str(text))
        self._patch = pytest.MonkeyPatch()
        self._patch.setattr(basics, "room_for", lambda dialog: QSize(*size) - QSize(em(dialog, 2), em(dialog, 3)))
        self.theme: Any = Theme.current
        self.theme.choose(look)
        self.services = services_of(hub)
        self.work, self.bridge = Work(), Bridge()
        self.bridge.listen(self.services.bus)
        self.desk: Any = Desk(self.services, self.work, self.bridge, LocalSettings(None))
        self.desk.theme, self.desk.can_demo, self.desk.options = self.theme, True, hub_options(hub)
        self.desk.listener = SimpleNamespace(url="http://127.0.0.1:8055", is_open=False, is_tls=False)
        self.desk.folders = hub.folders
        self.desk.wizard_asked.connect(self._wizard)
        self.desk.restart = self.desk.quit = lambda: None
        self.window = MainWindow()
        self.wizard: Any = None
        self.window.resize(*size)
        self.window.show()
        self.window.activateWindow()
        self.window.connect_desk(self.desk)
        self.calm()

    def _wizard(self) -> None:
        self.wizard = ConnectionWizard(self.desk, self.window)

    def close(self) -> None:
        if self.wizard is not None:
            throw_away(self.wizard)
        self.window.status.tick.stop()
        if self.window._message is not None:
            self.window._message_timer.stop()
        throw_away(self.window)
        self.bridge.close()
        self.work.close()
        for each in (self.desk, self.bridge, self.work):
            each.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for translator in self._translators:
            self.gui.removeTranslator(translator)
        self._patch.undo()
        self.gui.setFont(self._font)
        self.theme.choose("light")

    def calm(self) -> None:
        """Until all that was asked is answered and drawn."""
        for _ in range(8):
            calm(self.qtbot, self.desk)
            QCoreApplication.processEvents()

    # --- where it goes ----------------------------------------------------------------------------------------------

    def page(self, name: str) -> Any:
        self.window.show_screen(name)
        self.calm()
        return self.window.pages[name]

    def stations(self, only: str = "") -> Iterator[tuple[str, QWidget]]:
        parts: tuple[Callable[[], Iterator[tuple[str, QWidget]]], ...] = (
            self._overview, self._connections, self._records, self._mappings, self._conflicts, self._activity,
            self._webhooks, self._settings, self._totals, self._wizard_pages, self._last,
        )  # fmt: skip
        for part in parts:
            if only in part.__name__:
                yield from part()

    def _dialog(self, name: str, begin: Callable[[], Any], found: Callable[[], Any]) -> Iterator[tuple[str, QWidget]]:
        """A dialog is opened, looked at, and left by Escape's way."""
        begin()
        self.calm()
        self.qtbot.waitUntil(lambda: found() is not None)
        dialog = found()
        self.calm()
        yield name, dialog
        dialog.reject()
        self.calm()

    def _newest(self) -> Any:
        """The dialog that was opened last."""
        shown = [each for each in self.gui.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        return shown[-1] if shown else None

    def _menu(self, name: str, menu: QMenu) -> Iterator[tuple[str, QWidget]]:
        menu.popup(self.window.mapToGlobal(self.window.rect().center()))
        self.calm()
        yield name, menu
        menu.close()
        self.calm()

    def _overview(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("overview")
        yield "overview", self.window
        card = next(iter(page._cards.values()))
        yield from self._menu("overview pause menu", card._pause.menu())
        yield from self._menu("status pause menu", self.window.status._menu)
        view = self.services.connection_list[0]
        self.services.bus.publish(RunStarted("run9", view.id, view.name, "manual"))
        self.services.bus.publish(RunProgress("run9", view.id, "reading", "invoice", 50, 200))
        self.desk.listener_error = Conflicting("Port 8055 is in use by another program.", details={"port": 8055})
        page.refresh()
        self.window.say("error", "Nothing answers at localhost:9000.", "Start Tally and open the company.")
        self.calm()
        yield "overview while a sync runs", self.window
        self.window.message.hide()
        self.desk.listener_error = None
        kept, self.services.connection_list = self.services.connection_list, []
        page.refresh()
        self.window.reload()
        self.calm()
        yield "overview at the first start", self.window
        self.services.connection_list = kept
        page.refresh()
        self.window.reload()
        self.calm()

    def _connections(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("connections")
        first = self.services.connection_list[0].id
        page._cards[first].test_button.click()
        self.calm()
        yield "connections", self.window
        for name, begin in (
            ("connection edit", page.edit), ("connection sync settings", page.sync_settings), ("connection remove", page.remove),
        ):  # fmt: skip
            yield from self._dialog(name, partial(begin, first), lambda: page.dialog)
        kept, self.services.connection_list = self.services.connection_list, []
        page.refresh()
        self.calm()
        yield "connections empty", self.window
        self.services.connection_list = kept
        page.refresh()
        self.calm()

    def _records(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("records")
        yield "records", self.window
        for entity in ("invoice", "customer"):
            page.show_entity(entity)
            self.calm()
            page.select_row(3)
            self.qtbot.waitUntil(page.detail.isVisible)
            self.calm()
            yield f"record of {entity}", self.window
            yield from self._dialog(f"record edit of {entity}", page.detail._edit, lambda: page.detail.dialog)
        yield from self._dialog("record delete", page.detail._ask_delete, lambda: page.detail.dialog)
        event = next(each for each in page.detail._shown.history if each.version)
        yield from self._dialog("record go back", partial(page.detail._ask_back, event), lambda: page.detail.dialog)
        page._close_detail()
        yield from self._dialog("records export", page.open_export, lambda: page.dialog)
        yield from self._dialog("records import", page.open_import, lambda: page.dialog)
        kept, self.services.records.totals = self.services.records.totals, {}
        page.show_entity("order")
        page.refresh()
        self.calm()
        yield "records empty", self.window
        page.search.setText("nobody")
        page._choose()
        self.calm()
        yield "records not found", self.window
        page.search.clear()
        self.services.records.totals = kept
        page._later.stop()
        page.show_entity("customer")
        page.refresh()
        self.calm()

    def _mappings(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("mappings")
        self.calm()
        yield "mappings", self.window
        page.editor.document.change(
            page.editor.document.of_local("phone")[0], "change Phone",
            transform=[{"name": "phone_e164"}], validation=[{"rule": "phone"}],
        )  # fmt: skip
        page.editor.document.select(page.editor.document.of_local("phone")[0])
        self.calm()
        yield "mapping of one link", self.window
        yield from self._dialog("mapping steps", page.panel.findChild(_chain())._pick, self._newest)
        yield from self._dialog("mapping keep steps", page.panel.findChild(_chain())._keep, self._newest)
        page.show_suggestions()
        self.calm()
        yield "mapping suggestions", self.window
        yield from self._menu("mapping suggestions menu", page.suggestions.all_menu)
        page._show_panel()
        yield from self._dialog("mapping save", page.open_save, lambda: page.dialog)
        menu = page.templates
        yield from self._menu("mapping templates menu", menu.menu())
        for name in ("load", "save", "batch", "manage"):
            yield from self._dialog(f"mapping templates {name}", getattr(menu, name).trigger, lambda: menu.dialog)
        page.editor.document.undo()
        page.open(f"{page.connection.currentData()}:invoice")
        self.calm()
        yield "mapping of invoices", self.window
        page._keeping.stop()

    def _conflicts(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("conflicts")
        for row in range(3):
            page.table.selectRow(row)
            self.calm()
            yield f"conflict {row}", self.window
        page.table.selectAll()
        self.calm()
        yield "conflicts together", self.window
        page.state.setCurrentIndex(1)
        self.calm()
        yield "conflicts decided, none", self.window
        page.state.setCurrentIndex(0)
        self.calm()

    def _activity(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("activity")
        yield "activity", self.window
        for run in ("r1", "r2", "r3", "r6"):
            page.open(run)
            self.calm()
            yield f"run {run}", self.window
        page.open("r1")
        self.calm()
        yield from self._dialog("run undo", page.run_view._ask_undo, lambda: page.run_view.dialog)
        page.status.setCurrentIndex(page.status.findData("held"))
        page.search.setText("nothing such") if hasattr(page, "search") else None
        self.calm()
        yield "activity not found", self.window
        page.status.setCurrentIndex(0)
        self.calm()

    def _webhooks(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("webhooks")
        yield "webhooks", self.window
        yield from self._dialog("webhook add", page.add, lambda: page.dialog)
        yield from self._dialog("webhook guide", page.show_guide, lambda: page.dialog)
        if page._hooks:
            yield from self._dialog("webhook remove", partial(page._ask_remove, page._hooks[0]), lambda: page.dialog)

    def _settings(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("settings")
        for name in page.cards:
            page.open(name)
            self.calm()
            yield f"settings {name}", self.window
        for name in ("make_button", "open_button"):
            yield from self._dialog(
                f"settings move {name}", page.cards["move"].__getattribute__(name).click, lambda: page.dialog
            )
        yield from self._dialog("settings log", page.cards["support"].show_log, lambda: page.dialog)
        yield from self._dialog("keys", page.cards["support"].show_keys, lambda: page.dialog)

    def _totals(self) -> Iterator[tuple[str, QWidget]]:
        page = self.page("totals")
        yield "totals", self.window
        self.window.go(f"totals:{self.services.connection_list[0].id}")
        self.calm()
        page.compare_soon()
        self.calm()
        yield "totals compared", self.window
        page.open_first_difference()
        self.calm()
        yield "totals of a month", self.window

    def _wizard_pages(self) -> Iterator[tuple[str, QWidget]]:
        self.desk.wizard_asked.emit()
        wizard = self.wizard
        wizard.show()
        wizard.activateWindow()
        self.calm()
        yield "wizard 1", wizard
        for step in range(2, 7):
            page = wizard.currentPage()
            if wizard.currentId() == 2 and not page.isComplete():
                page._group.buttons()[0].click()
            self.qtbot.waitUntil(page.isComplete)
            wizard.next()
            self.calm()
            yield f"wizard {step}", wizard
        wizard.accept()
        self.calm()
        throw_away(wizard)
        self.wizard = None

    def _last(self) -> Iterator[tuple[str, QWidget]]:
        from app.ui.shell.failure import FailureDialog

        made = FailureDialog(self.desk, "RuntimeError", self.window)
        yield from self._dialog("failure", made.open, lambda: made)
        throw_away(made)


def hub_options(hub: Any) -> Any:
    return getattr(
        hub, "options", SimpleNamespace(data_dir=hub.folders.data, secrets="file", demo=False, database=None)
    )


def _chain() -> Any:
    from app.ui.mappings.chain import ChainForm

    return ChainForm
