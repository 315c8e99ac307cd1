"""The settings screen: look, language, start and tray, copies of the data, help for support."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIntValidator
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFormLayout,
    QLineEdit,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from app.services.options import ListenAt
from app.ui.desk import Desk, Page
from app.ui.language import LANGUAGES
from app.ui.settings.access import AccessCard
from app.ui.settings.log import LogDialog
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, card, clear, column, glyph, label, row, scrolled, selectable
from app.ui.words import tr


def make(desk: Desk) -> Page:
    return SettingsPage(desk)


def start_command() -> list[str]:
    """What the system is to start at login."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]


class SettingsPage(Page):
    kinds = frozenset({"settings"})
    name = "settings"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr("Settings"))
        self.dialog: Any = None
        self._port = ListenAt().port
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, em(self, 0.4), 0)
        layout.setSpacing(em(self, 0.8))
        self.access = AccessCard(desk)
        for part in (self._looks(), self._running(), self._data(), self._programs(), self.access, self._support()):
            part.setMaximumWidth(em(self, 54))
            layout.addWidget(part)
        layout.addStretch(1)
        self._area = scrolled(content, tr("Settings"))
        self.body.addWidget(self._area, 1)

    # -- parts

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(em(self, 1.2))
        form.setVerticalSpacing(em(self, 0.5))
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        return form

    def _looks(self) -> QWidget:
        self.theme = QComboBox()
        for key, words in (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))):
            self.theme.addItem(words, key)
        self.theme.setCurrentIndex(max(0, self.theme.findData(self.desk.local.get("theme", "system"))))
        self.theme.currentIndexChanged.connect(self._theme_chosen)
        self.language = QComboBox()
        for key, words in LANGUAGES.items():
            self.language.addItem(tr("As the system") if not key else words, key)
        self.language.setCurrentIndex(max(0, self.language.findData(self.desk.local.get("language", ""))))
        self.language.currentIndexChanged.connect(self._language_chosen)
        self.language_note = label(tr("The language changes with the next start."), tone="muted", wrap=True)
        self.language_note.hide()
        form = self._form()
        form.addRow(tr("&Colours"), self.theme)
        form.addRow(tr("&Language"), self.language)
        form.addRow("", self.language_note)
        self.theme.setAccessibleName(tr("Colours"))
        self.language.setAccessibleName(tr("Language"))
        return card(label(tr("Look"), bold=True), form)

    def _running(self) -> QWidget:
        self.autostart = QCheckBox(tr("Start with the computer"))
        self.autostart.setEnabled(False)
        self.autostart.clicked.connect(self._autostart_clicked)
        self.keep = QCheckBox(tr("Go on syncing when the window is closed"))
        self.keep.setChecked(self.desk.local.flag("keep_running", True))
        self.keep.toggled.connect(self._keep_toggled)
        self.notify = QCheckBox(tr("Tell me when something needs me"))
        self.notify.setChecked(self.desk.local.flag("notifications", True))
        self.notify.toggled.connect(self._notify_toggled)
        for box in (self.autostart, self.keep, self.notify):
            box.setAccessibleName(box.text())
        end = button(tr("Quit SalesMate Sync"), self._quit, tip=tr("Ends the program, the syncs too  (Ctrl+Q)"))
        return card(
            label(tr("In the background"), bold=True),
            self.autostart,
            self.keep,
            self.notify,
            row(end, None),
            space=0.45,
        )

    def _data(self) -> QWidget:
        folder = self.desk.folders.data if self.desk.folders is not None else None
        self.folder = selectable(label(str(folder) if folder else "", wrap=True))
        open_folder = button(tr("Open folder"), self._open_folder, icon="folder")
        backup = button(tr("Back up now…"), self._backup, icon="download")
        restore = button(tr("Restore…"), self._restore)
        about = label(
            tr(
                "A copy is made every day and before each upgrade. "
                "It holds all records and settings; passwords stay locked."
            ),
            tone="muted",
            wrap=True,
        )
        return card(
            label(tr("Your data"), bold=True), self.folder, about, row(backup, restore, open_folder, None), space=0.45
        )

    def _programs(self) -> QWidget:
        """Where other programs reach the records; shown to matter only where the port was taken."""
        self.reached = selectable(label(tone="muted", wrap=True))
        self.port_note = Note("warn")
        self.free_port = self.port_note.add(button("", self._take_free_port))
        self.port = QLineEdit(str(ListenAt().port))
        self.port.setValidator(QIntValidator(1024, 65535, self.port))
        self.port.setMaximumWidth(em(self, 6))
        self.port.setAccessibleName(tr("Port for other programs"))
        self.port.editingFinished.connect(self._port_chosen)
        self.port_later = label(tr("The port changes with the next start."), tone="muted", wrap=True)
        self.port_later.hide()
        form = self._form()
        form.addRow(tr("&Port"), self.port)
        form.addRow("", self.port_later)
        self._show_reached()
        return card(label(tr("Other programs"), bold=True), self.reached, self.port_note, form, space=0.45)

    def _show_reached(self) -> None:
        error, listener = self.desk.listener_error, self.desk.listener
        if listener is not None:
            text = tr("Programs on this PC reach the records at {address}.", address=listener.url)
            if listener.is_open:
                text = tr(
                    "Programs on this PC and on other computers reach the records at {address}.", address=listener.url
                )
        elif error is not None:
            text = tr("No other program can reach the records at the moment.")
        else:
            text = tr("Reaching the records from other programs is switched off in this window.")
        self.reached.setText(text)
        self.port_note.setVisible(error is not None)
        if error is not None:
            free = error.details.get("free")
            remedy = tr("Syncs go on. Choose another port, then start again.") if free else error.hint
            self.port_note.say("warn", error.message, remedy)
            self.free_port.setVisible(bool(free))
            self.free_port.setText(tr("Use port {port}", port=free))
            self.free_port.setAccessibleName(self.free_port.text())

    def _support(self) -> QWidget:
        self._checks = QVBoxLayout()
        self._checks.setSpacing(em(self, 0.3))
        self.doctor_button = button(tr("Check everything"), self._doctor, icon="tick")
        bundle = button(tr("Make a file for support…"), self._bundle, icon="download")
        log = button(tr("Show the log"), self.show_log, icon="log")
        about = label(
            tr("The file for support holds versions, settings and the log, and no password or customer data."),
            tone="muted",
            wrap=True,
        )
        title = label(tr("Diagnostics"), bold=True)
        return card(title, about, row(self.doctor_button, bundle, log, None), self._checks, space=0.45)

    # -- filling

    def refresh(self) -> None:
        self.desk.work.read(self._is_autostarted, self._got_autostart, lambda _: None, owner=self, key="autostart")
        self.access.refresh()
        settings = self.desk.services.settings
        self.desk.work.read(
            lambda: settings.get("listener.port", ListenAt().port), self._got_port, owner=self, key="port"
        )

    def open(self, what: str) -> None:
        if what == "listener":
            self._area.ensureWidgetVisible(self.port)
            self.port.setFocus()

    @staticmethod
    def _is_autostarted() -> bool:
        from app.platform.autostart import autostart

        return autostart().enabled()

    def _got_autostart(self, on: bool) -> None:
        self.autostart.setEnabled(True)
        self.autostart.setChecked(on)

    def _got_port(self, port: int) -> None:
        self._port = port
        if not self.port.hasFocus():
            self.port.setText(str(port))

    # -- what is changed

    def _take_free_port(self) -> None:
        self.port.setText(str(self.desk.listener_error.details["free"]))
        self._port_chosen()

    def _port_chosen(self) -> None:
        port = int(self.port.text())
        if port == self._port:
            return
        self._port = port
        settings = self.desk.services.settings
        self.desk.work.do(lambda token: settings.set("listener.port", port), self._port_kept, owner=self)

    def _port_kept(self, _: Any) -> None:
        self.port_later.show()
        self.desk.listener_error = None  # answered; whether it helped shows at the next start
        self.port_note.hide()

    def _theme_chosen(self) -> None:
        self.desk.local.set("theme", self.theme.currentData())
        self.desk.theme.choose(self.theme.currentData())

    def _language_chosen(self) -> None:
        self.desk.local.set("language", self.language.currentData())
        self.language_note.show()

    def _keep_toggled(self, on: bool) -> None:
        self.desk.local.set("keep_running", on)

    def _notify_toggled(self, on: bool) -> None:
        self.desk.local.set("notifications", on)

    def _autostart_clicked(self, on: bool) -> None:
        def call(token: Any) -> bool:
            from app.platform.autostart import autostart

            if on:
                autostart().enable(start_command())
            else:
                autostart().disable()
            return on

        self.desk.work.do(call, None, self._autostart_failed, owner=self)

    def _autostart_failed(self, problem: Any) -> None:
        self.autostart.setChecked(not self.autostart.isChecked())
        self.desk.tell(problem)

    def _quit(self) -> None:
        self.desk.quit()

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.folder.text()))

    def _dialog(self, title: str, kind: str, suffix: str, slot: Any, *, save: bool, name: str = "") -> None:
        dialog = QFileDialog(self.window(), title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave if save else QFileDialog.AcceptMode.AcceptOpen)
        dialog.setNameFilter(kind)
        dialog.setDefaultSuffix(suffix)
        if name:
            dialog.selectFile(name)
        dialog.fileSelected.connect(slot)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _backup(self) -> None:
        name = f"salesmate-sync {datetime.now().astimezone():%Y-%m-%d %H-%M}.db"
        self._dialog(tr("Back up"), tr("Backup (*.db)"), "db", self.back_up_to, save=True, name=name)

    def back_up_to(self, path: str) -> None:
        services = self.desk.services
        # The file dialog has already asked whether to replace a file.
        self.desk.work.do(
            lambda token: services.backup(Path(path), overwrite=True),
            lambda _: self.desk.say(tr("Backed up"), path),
            owner=self,
        )

    def _restore(self) -> None:
        self._dialog(tr("Restore a backup"), tr("Backup (*.db)"), "db", self.ask_restore, save=False)

    def ask_restore(self, path: str) -> None:
        box = QMessageBox(self.window())
        box.setIconPixmap(glyph("warning", "warn", 2.4).pixmap())
        box.setWindowTitle(tr("Restore a backup"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Put back “{name}”?", name=Path(path).name))
        box.setInformativeText(
            tr(
                "Records, connections and settings become as they were then. "
                "The present ones are kept in a file beside it."
            )
        )
        yes = box.addButton(tr("Restore"), QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        self._restoring, self._yes = path, yes
        box.buttonClicked.connect(self._answered_restore)
        box.finished.connect(self._dialog_over)
        self.dialog = box
        box.open()

    def _answered_restore(self, clicked: Any) -> None:
        if clicked is not self._yes:
            return
        path, services = self._restoring, self.desk.services
        self.desk.work.do(lambda token: services.restore(Path(path)), self._restored, owner=self)

    def _restored(self, kept: Any) -> None:
        self.desk.say(
            tr("The backup is back in place"), tr("What was there before is kept as {file}.", file=kept) if kept else ""
        )

    def _dialog_over(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    # -- support

    def _doctor(self) -> None:
        self.doctor_button.setEnabled(False)
        clear(self._checks)
        self._checks.addWidget(label(tr("Looking…"), tone="muted"))
        services = self.desk.services
        self.desk.work.do(services.diagnostics.doctor, self._show_checks, self._doctor_failed, owner=self, key="doctor")

    def _doctor_failed(self, problem: Any) -> None:
        self.doctor_button.setEnabled(True)
        clear(self._checks)
        self._checks.addWidget(Note("error", problem.message, problem.hint))

    def _show_checks(self, checks: list[Any]) -> None:
        self.doctor_button.setEnabled(True)
        clear(self._checks)
        for check in checks:
            shape = glyph("check" if check.ok else "error", "ok" if check.ok else "error", 1.0)
            words = column(label(f"{check.area}: {check.message}", wrap=True), space=0.05)
            if check.hint:
                words.addWidget(label(check.hint, tone="muted", wrap=True))
            line = row(space=0.5)
            line.addWidget(shape, 0, Qt.AlignmentFlag.AlignTop)
            line.addLayout(words, 1)
            self._checks.addLayout(line)

    def _bundle(self) -> None:
        name = f"salesmate-sync support {datetime.now().astimezone():%Y-%m-%d}.zip"
        self._dialog(tr("Make a file for support"), tr("Zip file (*.zip)"), "zip", self.bundle_to, save=True, name=name)

    def bundle_to(self, path: str) -> None:
        services = self.desk.services
        self.desk.work.do(
            lambda token: services.diagnostics.bundle(Path(path)),
            lambda _: self.desk.say(tr("Saved"), path),
            owner=self,
        )

    def show_log(self) -> None:
        self.dialog = LogDialog(self.desk, self.window())
        self.dialog.finished.connect(self._dialog_over)
        self.dialog.open()
