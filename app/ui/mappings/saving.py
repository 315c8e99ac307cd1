"""Before a mapping is saved: what is wrong with it, what changes for records that are synced already, and then Save.

Nothing is stored before the button; what was stored meanwhile by somebody else is never overwritten unasked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QMessageBox, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.services.mapping.views import Fault, MappingBench, MappingCheck
from app.ui import icons
from app.ui.mappings import saving_presenter as presenter
from app.ui.mappings.editor import Editor
from app.ui.theme import em
from app.ui.widgets.basics import Note, button, clear, column, fit, label, row, scrolled, selectable
from app.ui.words import plural, tr

_MOST = 60  # lines of one sort


class SaveDialog(QDialog):
    """``go_to`` names a link by its place and the setting at fault (empty for the link as a whole); the dialog is closed then."""

    go_to = Signal(int, str)
    _told = Signal(int, int)  # from the thread that works it out

    def __init__(self, editor: Editor, parent: QWidget, *, check_only: bool = False) -> None:
        """``check_only``: look, and nothing else."""
        super().__init__(parent)
        self._editor = editor
        self._check_only = check_only
        self._links = editor.document.links
        self._check = MappingCheck()
        self._job: Any = None
        self._saving = False
        self.setWindowTitle(tr("Check the links") if check_only else tr("Check and save the links"))
        self.setModal(True)
        self.note = Note()
        self.step = label()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the check"))
        self.stop_button = button(tr("Stop"), self._stop, name=tr("Stop the check"))
        self.live = QWidget()
        self.live.setLayout(row(self.step, self.bar, self.stop_button))
        content = QWidget()
        self._found = column(space=0.5)
        content.setLayout(self._found)
        self._area = scrolled(content, tr("What was found"), read=True)
        self.sync_button = button(tr("Sync now"), self._sync, icon="sync")
        self.again = button(tr("Check again"), self.check, icon="test")
        self.cancel = button(tr("Cancel"), self.reject)
        self.save_button = button(tr("Save"), self._save, kind="primary")
        self.save_button.setVisible(not check_only)
        layout = QVBoxLayout(self)
        edge = em(self, 1.1)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.7))
        layout.addWidget(self.note)
        layout.addWidget(self.live)
        layout.addWidget(self._area, 1)
        layout.addLayout(row(self.again, None, self.sync_button, self.cancel, self.save_button))
        fit(self, 44, 34)
        self._told.connect(self._progressed)
        self.check()

    # -- step 1: is it right?

    def check(self) -> None:
        """Try the links on the real records that the editor has."""
        editor, links = self._editor, self._links
        mappings, config_id, samples = editor.desk.services.mappings, editor.config_id, editor.samples
        clear(self._found)
        words = plural(len(samples), "Trying the links on {n} real record…", "Trying the links on {n} real records…")
        self._begin(
            lambda token: mappings.check(config_id, links, samples, token),
            self._checked,
            self._not_checked,
            words if samples else tr("Checking the links…"),
        )

    def _begin(self, call: Callable[[Any], Any], done: Any, failed: Any, words: str) -> None:
        self.step.setText(words)
        self.bar.setRange(0, 0)
        self.stop_button.setEnabled(True)
        self.live.show()
        self.note.hide()
        for each in (self.again, self.sync_button):
            each.hide()
        self.save_button.setEnabled(False)
        self._job = self._editor.desk.work.do(call, done, failed, owner=self, key="step")

    def _stop(self) -> None:
        if self._job is not None:
            self.stop_button.setEnabled(False)
            self.step.setText(tr("Stopping…"))
            self._job.stop()

    def _progressed(self, done: int, total: int) -> None:
        if self._job is not None and not self._job.token.cancelled:
            self.bar.setRange(0, total)
            self.bar.setValue(done)

    def _over(self) -> None:
        self._job = None
        self.live.hide()
        self.note.show()

    def _not_checked(self, problem: Any) -> None:
        self._over()
        self.again.show()
        if problem.code == "cancelled":
            self.note.say("info", tr("Stopped"), tr("Nothing was saved. Check again when you are ready."))
        else:
            self.note.say("error", problem.message, problem.hint)

    def _checked(self, check: MappingCheck) -> None:
        self._check = check
        self._over()
        editor = self._editor
        level, title = presenter.verdict(check, changed=editor.document.changed_links())
        self.note.say(level, title, presenter.tried_words(check, editor.samples, editor.samples_problem))
        faults = presenter.spoken(presenter.ordered(check.faults))
        for fault in faults[:_MOST]:
            self._add_fault(fault)
        if len(faults) > _MOST:
            more = plural(len(faults) - _MOST, "and {n} more", "and {n} more")
            self._found.addWidget(label(more, tone="muted"))
        if check.can_be_saved and editor.is_dirty:
            self._look_at_synced()
            return
        self._found.addStretch(1)
        self._allow()

    def _add_fault(self, fault: Fault) -> None:
        title = presenter.fault_title(fault, self._links, self._editor.local_field)
        text = "\n".join(filter(None, (fault.text, fault.hint)))
        if fault.examples:
            text += "\n" + tr("For example: {examples}", examples=", ".join(fault.examples[:5]))
        note = Note(fault.level, title, text)
        if fault.link is not None:
            show = button(tr("Show it"), name=tr("Show it: {field}", field=title or fault.text))
            show.clicked.connect(lambda _on=False, one=fault: self._go(one))
            note.add(show)
        self._found.addWidget(note)

    def _go(self, fault: Fault) -> None:
        self.reject()
        if fault.link is not None:
            self.go_to.emit(fault.link, fault.part)

    # -- step 2: what does it do to records that are synced?

    def _look_at_synced(self) -> None:
        editor, links = self._editor, self._links
        mappings, config_id, told = editor.desk.services.mappings, editor.config_id, self._told.emit
        self._begin(
            lambda token: mappings.effects(config_id, links, cancel=token, progress=told),
            self._show_effects,
            self._no_effects,
            tr("Working out what changes for records that are already synced…"),
        )
        self.note.show()

    def _add_head(self) -> None:
        head = label(tr("What changes for records that are already synced"), bold=True, wrap=True)
        head.setContentsMargins(0, em(self, 0.4), 0, 0)
        self._found.addWidget(head)
        bench = self._editor.bench
        if bench is not None:
            said = presenter.dropped_words(
                bench.config, self._links, self._editor.local_field, self._editor.remote_field
            )
            for words in said[:_MOST]:
                self._found.addWidget(selectable(label(words, wrap=True)))

    def _show_effects(self, effects: Any) -> None:
        self._over()
        self._add_head()
        fields = presenter.touched(effects)
        for each in fields:
            self._found.addWidget(Folded(presenter.effect_words(each), presenter.example_lines(each)))
        self._found.addWidget(label(presenter.effects_words(effects), tone="muted", wrap=True))
        self._found.addStretch(1)
        self._allow()

    def _no_effects(self, problem: Any) -> None:
        """That it isn't known keeps nobody from saving."""
        self._over()
        self._add_head()
        if problem.code == "cancelled":
            words = tr("Stopped: it was not worked out. It can be saved all the same.")
            self._found.addWidget(Note("info", "", words))
        else:
            title = tr("It could not be worked out; the links can be saved all the same")
            self._found.addWidget(Note("warn", title, problem.text))
        self._found.addStretch(1)
        self.again.show()
        self._allow()

    def _allow(self) -> None:
        good = self._check.can_be_saved and self._editor.is_dirty and not self._check_only
        self.save_button.setEnabled(good)
        self.save_button.setDefault(good)
        self._name_cancel(tr("Cancel") if good else tr("Close"))
        if good:
            self.save_button.setFocus()
            return
        shown = self._area.findChildren(QPushButton)
        (shown[0] if shown else self.cancel).setFocus()

    def _name_cancel(self, words: str) -> None:
        self.cancel.setText(words)
        self.cancel.setAccessibleName(words)

    # -- step 3: save

    def _save(self) -> None:
        bench = self._editor.bench
        if bench is not None:
            self._store(bench.stamp)

    def _store(self, stamp: str | None) -> None:
        """``None``: over whatever is stored now."""
        mappings, config_id, links = self._editor.desk.services.mappings, self._editor.config_id, self._links

        def call(token: Any) -> MappingBench:
            known = stamp if stamp is not None else mappings.open(config_id, token).stamp
            return mappings.save(config_id, links, known)

        self._saving = True
        self._begin(call, self._saved, self._not_saved, tr("Saving…"))
        self.stop_button.setEnabled(False)
        self.cancel.setEnabled(False)

    def _saved(self, bench: MappingBench) -> None:
        self._end_saving()
        self._editor.note_saved(bench)
        self._area.hide()
        self.save_button.hide()
        self.sync_button.show()
        self._name_cancel(tr("Close"))
        self.cancel.setFocus()
        self.note.say("ok", tr("Saved"), tr("It takes effect with the next sync."))
        self.resize(self.width(), self.minimumSizeHint().height())
        self._editor.said.emit("info", tr("Saved. It takes effect with the next sync."))

    def _end_saving(self) -> None:
        self._saving = False
        self._over()
        self.cancel.setEnabled(True)

    def _not_saved(self, problem: Any) -> None:
        self._end_saving()
        if problem.code == "stale_version":
            self._offer_theirs(problem)
            return
        link, part = presenter.refusal(str(problem.details.get("field") or ""))
        self.note.say("error", tr("It was not saved; what was stored before is still in force"), problem.text)
        if link is not None and link < len(self._links):
            clear(self._found)
            self._add_fault(Fault("error", problem.message, problem.hint, link, part))
            self._found.addStretch(1)
        self.again.show()
        self.save_button.setEnabled(True)

    def _offer_theirs(self, problem: Any) -> None:
        clear(self._found)
        self.note.say("warn", tr("Somebody changed these links meanwhile; nothing was saved"), problem.hint)
        words = tr(
            "Load theirs: you see what is stored now, and Undo brings back yours. Keep mine: yours are stored in place of theirs."
        )
        theirs = button(tr("Load theirs"), self._load_theirs, icon="download")
        mine = button(tr("Keep mine (save anyway)"), self._keep_mine, kind="danger")
        self._found.addWidget(label(words, wrap=True))
        self._found.addLayout(row(theirs, mine, None))
        self._found.addStretch(1)
        theirs.setFocus()

    def _keep_mine(self) -> None:
        clear(self._found)
        self._store(None)

    def _load_theirs(self) -> None:
        mappings, config_id = self._editor.desk.services.mappings, self._editor.config_id
        clear(self._found)
        self._begin(
            lambda token: mappings.open(config_id, token), self._theirs, self._not_checked, tr("Reading the links…")
        )

    def _theirs(self, bench: MappingBench) -> None:
        self._over()
        self._editor.note_saved(bench)
        self._editor.document.apply(bench.config.field_mappings, tr("load what was saved meanwhile"))
        self._editor.said.emit("info", tr("These are the links as they are stored now. Undo brings back yours."))
        self.accept()

    def _sync(self) -> None:
        bench = self._editor.bench
        if bench is not None:
            self._editor.desk.sync(bench.config.connection_id)
        self.accept()

    def reject(self) -> None:
        """Not while it is being stored: whether that went well is told here alone."""
        if not self._saving:
            self._editor.desk.work.drop_all_of(self)
            super().reject()


class Folded(QWidget):
    """A line that opens to show more; Enter or Space on it, or a click."""

    def __init__(self, words: str, lines: list[str]) -> None:
        super().__init__()
        self._inside = QWidget()
        inside = column(*(selectable(label(each, tone="muted", wrap=True)) for each in lines), space=0.2)
        inside.setContentsMargins(em(self, 2.2), 0, 0, em(self, 0.3))
        self._inside.setLayout(inside)
        self._inside.hide()
        self._words = words
        self.toggle = button("", self._toggle, icon="right", kind="flat")
        self.toggle.setEnabled(bool(lines))
        head = row(self.toggle, label(words, wrap=True), space=0.2)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._inside, space=0.1))
        self._name()

    def _toggle(self) -> None:
        self._inside.setVisible(self._inside.isHidden())
        icons.put(self.toggle, "right" if self._inside.isHidden() else "down", "text", 1.0)
        self._name()

    def _name(self) -> None:
        said = tr("Show examples: {what}") if self._inside.isHidden() else tr("Hide examples: {what}")
        self.toggle.setAccessibleName(said.format(what=self._words))
        self.toggle.setToolTip(tr("Show examples") if self._inside.isHidden() else tr("Hide examples"))


def ask_to_leave(editor: Editor, parent: QWidget) -> str:
    """What is to become of links that were changed and not saved: ``save``, ``discard`` or ``stay``."""
    count = editor.document.changed_links()
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.NoIcon)
    box.setWindowTitle(tr("Not saved yet"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(plural(count, "{n} link was changed and not saved.", "{n} links were changed and not saved."))
    box.setInformativeText(tr("What is stored now goes on working until you save."))
    save = box.addButton(tr("Save…"), QMessageBox.ButtonRole.AcceptRole)
    discard = box.addButton(tr("Discard the changes"), QMessageBox.ButtonRole.DestructiveRole)
    stay = box.addButton(tr("Go on editing"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(save)
    box.setEscapeButton(stay)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return "save" if clicked is save else "discard" if clicked is discard else "stay"
