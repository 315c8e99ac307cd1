"""Moving to another PC: a file is made on the old one and opened on the new one."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QSizePolicy, QWidget

from app.services.moving import SHORTEST_PASSPHRASE, SUFFIX, strength
from app.ui import formats
from app.ui.desk import Desk
from app.ui.settings.parts import Fields, SettingCard, choose_file, side_by_side
from app.ui.settings.presenter import STRENGTH, size
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, column, fit, label, retone, row, selectable, tall
from app.ui.widgets.enter_line import EnterLine
from app.ui.words import tr


class MovingCard(SettingCard):
    name = "move"

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            tr("Move to another PC"),
            tr(
                "One file takes everything along: records, connections, settings and, under a passphrase, the passwords. "
                "Make it on the old PC, open it on the new one."
            ),
        )
        self.open_button = button(tr("Open a moving file…"), self._open, icon="folder")
        self.make_button = button(tr("Make a moving file…"), self._make, icon="download")
        self.add(side_by_side(self, self.make_button, self.open_button))

    def begin(self) -> None:
        self.open_button.setFocus()

    def _make(self) -> None:
        self.open_dialog(MakeDialog(self.desk, self.window()))

    def _open(self) -> None:
        self.open_dialog(OpenDialog(self.desk, self.window()))


class _Dialog(QDialog):
    """``busy``: the file is being made or opened; nothing closes the dialog meanwhile."""

    def __init__(self, desk: Desk, parent: QWidget, title: str, about: str) -> None:
        super().__init__(parent)
        self.desk = desk
        self.busy = False
        self.setWindowTitle(title)
        self.note = Note("info")
        self.note.hide()
        self.shown = QCheckBox(tr("Show what is typed"))
        self.shown.setAccessibleName(self.shown.text())
        self.shown.toggled.connect(self._show_typed)
        self.close_button = button(tr("Cancel"), self.reject)
        self.body = column(label(about, wrap=True), space=0.6)
        content = QWidget()
        content.setLayout(self.body)
        self.foot = row(None, self.close_button)
        layout = column(tall(content, title), self.foot, space=0.6, margins=1.0)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def end_with(self, button: QWidget) -> None:
        """It stands last, and Tab comes to the two at the foot after all the others."""
        self.foot.addWidget(button)
        last = self.previousInFocusChain()
        assert last is not None
        QWidget.setTabOrder(last, self.close_button)
        QWidget.setTabOrder(self.close_button, button)

    def secret(self) -> QLineEdit:
        field = EnterLine()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setMinimumWidth(em(self, 18))
        field.textChanged.connect(self.judge)
        return field

    @property
    def secrets(self) -> list[QLineEdit]:
        return []

    def _show_typed(self, on: bool) -> None:
        for field in self.secrets:
            field.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)

    def judge(self) -> None:
        """Look at what is typed; may it be used?"""

    def work_at(self, words: str, call: Any, done: Any) -> None:
        self.busy = True
        self.judge()
        self.close_button.setEnabled(False)
        self.note.say("info", words)
        self.note.show()
        fit(self, 36)
        self.desk.work.do(lambda token: call(), done, self._failed, owner=self)

    def rest(self) -> None:
        self.busy = False
        self.close_button.setEnabled(True)
        self.judge()

    def _failed(self, problem: Any) -> None:
        self.rest()
        self.note.say("error", problem.message, problem.hint)
        self.note.show()
        fit(self, 36)

    def finish(self, title: str, text: str) -> None:
        self.rest()
        self.note.say("ok", title, text)
        fit(self, 36)
        self.close_button.setText(tr("Close"))
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.setFocus()

    def reject(self) -> None:
        if not self.busy:
            super().reject()


class MakeDialog(_Dialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            desk,
            parent,
            tr("Make a moving file"),
            tr(
                "The passwords in the file open only with this passphrase. Keep it apart from the file: nobody can find it out. "
                "The records in the file can be read by whoever has it, so delete it when you have moved."
            ),
        )
        self.first, self.again = self.secret(), self.secret()
        self.worth = label(wrap=True)
        self.worth.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.pause = QCheckBox(tr("Pause everything on this PC"))
        self.pause.setAccessibleName(self.pause.text())
        self.pause.setChecked(True)
        why = label(
            tr(
                "Two programs with the same books would both sync and write some things twice. Leave it paused, or remove the "
                "program here, once the other PC has taken over."
            ),
            tone="muted",
            wrap=True,
        )
        self.make_button = button(tr("Choose where, and make it…"), self._choose, kind="primary")
        self.form = Fields(self)
        self.form.put(tr("&Passphrase"), self.first, tr("Several words are easier to remember than odd signs."))
        self.form.put(tr("The &same again"), self.again)
        self.form.addRow("", self.worth)
        self.form.addRow("", self.shown)
        self.body.addLayout(self.form)
        self.body.addWidget(self.pause)
        self.body.addWidget(why)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.end_with(self.make_button)
        self.first.setFocus()
        self._made = False
        self.judge()
        fit(self, 36)

    @property
    def secrets(self) -> list[QLineEdit]:
        return [self.first, self.again]

    def judge(self) -> None:
        if not hasattr(self, "make_button"):
            return
        typed, again = self.first.text(), self.again.text()
        judged = strength(typed) if typed else ""
        tone, words = STRENGTH[judged]
        said = tr(words, n=SHORTEST_PASSPHRASE) if judged == "short" else tr(words)
        if again and again != typed and not typed.startswith(again):
            tone, said = "error", tr("The two are not the same.")
        self.worth.setText(said)
        retone(self.worth, tone=tone)
        self.make_button.setEnabled(not self.busy and judged not in ("", "short") and typed == again)

    def _choose(self) -> None:
        name = f"SalesMate Sync {datetime.now().astimezone():%Y-%m-%d}.{SUFFIX}"
        choose_file(self, tr("Make a moving file"), tr("Moving file (*.salesmate)"), self.make, save=name)

    def make(self, path: str) -> None:
        moving, passphrase, pause = self.desk.services.moving, self.first.text(), self.pause.isChecked()
        self.work_at(
            tr("Making it…"),
            lambda: moving.make(Path(path), passphrase, pause=pause),
            lambda _: self._over(path, pause),
        )

    def _over(self, path: str, pause: bool) -> None:
        steps = tr(
            "Take {file} to the other PC, install SalesMate Sync there and choose Settings > Move to another PC > "
            "Open a moving file.",
            file=path,
        )
        here = (
            tr("Everything on this PC is paused.")
            if pause
            else tr("This PC still syncs: end the program here before the other one begins.")
        )
        for field in self.secrets:
            field.clear()
        self.make_button.hide()
        self.finish(tr("The moving file is made"), f"{steps}\n{here}")


class OpenDialog(_Dialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(
            desk,
            parent,
            tr("Open a moving file"),
            tr(
                "Records, connections, settings and passwords become those of the other PC. What is here now is kept among the "
                "backups, but passwords stored here until now are lost."
            ),
        )
        self.path = ""
        self.choose_button = button(tr("Choose the file…"), self._choose, icon="folder")
        self.about = selectable(label(tr("No file is chosen yet."), wrap=True))
        self.about.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.passphrase = self.secret()
        self.passphrase.returnPressed.connect(self._open)
        self.other = Note(
            "warn",
            tr("The old PC must not sync any more"),
            tr(
                "Two programs with the same books would both sync and write some things twice: pause or end SalesMate Sync "
                "there first."
            ),
        )
        self.rests = QCheckBox(tr("The old PC is paused, switched off or gone"))
        self.rests.setAccessibleName(self.rests.text())
        self.rests.toggled.connect(self.judge)
        self.open_button = button(tr("Check and open it"), self._open, kind="primary")
        form = Fields(self)
        form.put(tr("&File"), self.choose_button)
        form.addRow("", self.about)
        form.put(tr("&Passphrase"), self.passphrase, tr("The one that was typed on the old PC."))
        form.addRow("", self.shown)
        self.body.addLayout(form)
        self.body.addWidget(self.other)
        self.body.addWidget(self.rests)
        self.body.addWidget(self.note)
        self.body.addStretch(1)
        self.end_with(self.open_button)
        self.choose_button.setFocus()
        self.judge()
        fit(self, 36)

    @property
    def secrets(self) -> list[QLineEdit]:
        return [self.passphrase]

    def judge(self) -> None:
        if hasattr(self, "open_button"):
            ready = bool(self.path and self.passphrase.text()) and self.rests.isChecked()
            self.open_button.setEnabled(ready and not self.busy)

    def _choose(self) -> None:
        choose_file(self, tr("Open a moving file"), tr("Moving file (*.salesmate)"), self.take)

    def take(self, path: str) -> None:
        """A file was chosen: what it says of itself."""
        moving = self.desk.services.moving
        self.path = ""
        self.note.hide()
        self.about.setText("")
        self.judge()
        self.desk.work.read(
            lambda: moving.look(Path(path)),
            lambda found: self._taken(path, found),
            self._failed,
            owner=self,
            key="look",
        )

    def _taken(self, path: str, found: Any) -> None:
        self.path = path
        self.about.setText(
            tr(
                "{name}: made {time} on {machine}, {size}",
                name=Path(path).name,
                time=formats.when(found.made_at),
                machine=found.machine,
                size=size(found.size),
            )
        )
        self.passphrase.setFocus()
        self.judge()

    def _open(self) -> None:
        if not self.open_button.isEnabled():
            return
        moving, path, passphrase = self.desk.services.moving, Path(self.path), self.passphrase.text()
        self.work_at(
            tr("Checking the file, then putting it in place…"), lambda: moving.open(path, passphrase), self._over
        )

    def _failed(self, problem: Any) -> None:
        super()._failed(problem)
        if problem.details.get("field") == "passphrase":
            self.passphrase.setFocus()
            self.passphrase.selectAll()

    def _over(self, kept: Any) -> None:
        self.passphrase.clear()
        self.open_button.hide()
        self.rests.hide()
        self.other.hide()
        before = tr("What was here before is kept as {file}.", file=kept.name) if kept else ""
        self.finish(
            tr("This PC has taken over"),
            tr("Test each connection once: Tally may have another address as seen from here.") + f"\n{before}".rstrip(),
        )
