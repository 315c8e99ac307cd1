"""One record: its fields, lines, where else it exists, and its history. Asked for off the main thread."""

from __future__ import annotations

from collections.abc import Iterator
from time import monotonic
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QMessageBox, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.records import presenter
from app.ui.records.edit import EditRecord
from app.ui.records.going_back import GoBack
from app.ui.records.places import Places
from app.ui.theme import em
from app.ui.widgets.basics import (
    Note,
    button,
    clear,
    column,
    glyph,
    label,
    line,
    row,
    scrolled,
    selectable,
)
from app.ui.words import tr

#: Seconds that filling it may take at once.
_SLICE_S = 0.008


class RecordDetail(QFrame):
    closed = Signal()
    #: All of the record is shown, or why it can't be.
    filled = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.desk = desk
        self._entity, self._id = "", ""
        self._shown: presenter.Detail | None = None
        self._record: dict[str, Any] = {}
        self.dialog: Any = None
        self._title = selectable(label(size=1.2, bold=True, wrap=True))
        self._subtitle = label(tone="muted", wrap=True)
        self._notice = Note("warn")
        self._notice.hide()
        self.edit = button(
            "", self._edit, icon="edit", kind="flat", name=tr("Edit this record"), tip=tr("Edit this record")
        )
        self.delete = button("", self._ask_delete, icon="trash", kind="flat", name=tr("Delete this record…"))
        self.delete.setToolTip(tr("Delete this record…"))
        self.restore = self._notice.add(button(tr("Bring it back"), self._restore))
        copy = button("", self._copy, icon="copy", kind="flat", name=tr("Copy this record"), tip=tr("Copy this record"))
        close = button("", self.closed, icon="close", kind="flat", name=tr("Close the record"), tip=tr("Close  (Esc)"))
        titles = column(self._title, self._subtitle, space=0.1)
        head = row(space=0.2)
        head.addLayout(titles, 1)
        for each in (self.edit, copy, self.delete, close):
            head.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        self._filling: Iterator[None] = iter(())
        content = self._content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._body.setSpacing(em(self, 0.5))
        self._area = scrolled(content, tr("Record"), read=True)
        layout = column(head, self._notice, line(), space=0.5, margins=0.8)
        layout.addWidget(self._area, 1)
        self.setLayout(layout)
        self.setMinimumWidth(em(self, 18))

    def show_record(self, entity: str, record_id: str) -> None:
        self._entity, self._id = entity, record_id
        records, connections = self.desk.services.records, self.desk.services.connections

        def call() -> Any:
            record = records.get(entity, record_id)
            names = {view.id: view.name for view in connections.list()}
            elsewhere = presenter.Elsewhere(
                records.links(record_id),
                records.history(entity, record_id),
                records.failures(record_id),
                records.sent(entity, record_id),
            )
            return record, presenter.detail(entity, record, elsewhere, names)

        self.desk.work.read(call, self._show, self._failed, owner=self, key="detail")

    def again(self) -> None:
        if self._id and self.isVisible():
            self.show_record(self._entity, self._id)

    def _failed(self, problem: Any) -> None:
        self._title.setText(tr("This record can't be shown"))
        self._subtitle.setText(problem.text)
        self._filling = iter(())
        self._content.setMinimumHeight(0)
        clear(self._body)
        self.filled.emit()

    def _show(self, answer: Any) -> None:
        self._record, shown = answer
        self.edit.setEnabled(not shown.deleted)
        self.delete.setEnabled(not shown.deleted)
        if shown == self._shown:
            self.filled.emit()
            return
        self._shown = shown
        self._title.setText(shown.title)
        self._subtitle.setText(shown.subtitle)
        self._notice.say("warn", "", shown.notice)
        self._notice.setVisible(bool(shown.notice))
        clear(self._body)
        self._content.setMinimumHeight(self._content.height())  # it stays scrolled to where it is
        self._filling = self._fill(shown)
        self._go_on(self._filling)

    def _go_on(self, filling: Iterator[None]) -> None:
        if filling is not self._filling:
            return  # another record is shown meanwhile
        until = monotonic() + _SLICE_S
        for _ in filling:
            if monotonic() > until:
                self.desk.work.later(lambda: self._go_on(filling), owner=self)
                return
        self._content.setMinimumHeight(0)
        self.filled.emit()

    def _fill(self, shown: presenter.Detail) -> Iterator[None]:
        """Adds part after part; whoever asks for them decides when."""
        yield from self._fields(shown.fields)
        for each in shown.tables:
            self._section(each.title)
            yield from self._lines(each)
        self._section(tr("Where it is"))
        places = Places(shown.places)
        places.pause.connect(self._pause)
        places.retry.connect(self._retry)
        places.decide.connect(self._decide)
        self._body.addWidget(places)
        yield
        for title, events in ((tr("History"), shown.history), (tr("What was sent"), shown.sent)):
            if events:
                self._section(title)
            for event in events:
                self._body.addLayout(self._event(event))
                yield
        self._body.addStretch(1)

    def _section(self, title: str) -> None:
        self._body.addSpacing(em(self, 0.3))
        self._body.addWidget(line())
        self._body.addWidget(label(title, bold=True))

    def _fields(self, fields: Any) -> Iterator[None]:
        grid = QGridLayout()
        self._body.addLayout(grid)
        grid.setHorizontalSpacing(em(self, 0.9))
        grid.setVerticalSpacing(em(self, 0.25))
        grid.setColumnStretch(1, 1)
        for at, (name, value, remark) in enumerate(fields):
            grid.addWidget(label(name, tone="muted"), at, 0, Qt.AlignmentFlag.AlignTop)
            words = selectable(label(value, wrap=True))
            about = label(remark, tone="muted", wrap=True) if remark else None
            if about is None:
                grid.addWidget(words, at, 1)
            else:
                grid.addLayout(column(words, about, space=0), at, 1)
            yield

    def _lines(self, each: presenter.LineTable) -> Iterator[None]:
        grid = QGridLayout()
        self._body.addLayout(grid)
        grid.setHorizontalSpacing(em(self, 0.9))
        grid.setVerticalSpacing(em(self, 0.35))
        grid.setColumnStretch(0, 1)
        for at, (what, more, amount) in enumerate(each.rows):
            words = selectable(label(what, wrap=True))
            about = selectable(label(more, tone="muted", wrap=True))
            grid.addLayout(column(words, about, space=0) if more else column(words, space=0), at, 0)
            grid.addWidget(selectable(label(amount)), at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            yield

    def _event(self, event: presenter.Event) -> QVBoxLayout:
        head = row(space=0.5)
        head.addWidget(label(event.what, wrap=True), 1)
        head.addWidget(label(event.when, tone="muted"), 0, Qt.AlignmentFlag.AlignTop)
        if event.version:
            name = tr("Go back to the version of {when}…", when=event.when)
            back = button("", lambda: self._ask_back(event), icon="back", kind="flat", name=name, tip=name)
            head.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        out = column(head, space=0.1)
        if event.more:
            out.addWidget(selectable(label(event.more, tone="muted", wrap=True)))
        return out

    # -- what is clicked

    def _edit(self) -> None:
        assert self._shown is not None
        where = presenter.where_changes_go(self._shown)
        self._open(EditRecord(self.desk, self._entity, self._record, where, self.window()))

    def _ask_back(self, event: presenter.Event) -> None:
        assert self._shown is not None
        where = presenter.where_changes_go(self._shown)
        self._open(GoBack(self.desk, self._entity, self._record, event, where, self.window()))

    def _ask_delete(self) -> None:
        assert self._shown is not None
        box = QMessageBox(self.window())
        box.setIconPixmap(glyph("warning", "warn", 2.4).pixmap())
        box.setWindowTitle(tr("Delete record"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Delete “{name}”?", name=self._shown.title))
        box.setInformativeText(presenter.what_deleting_does())
        self._yes = box.addButton(tr("Delete record"), QMessageBox.ButtonRole.DestructiveRole)
        no = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no)
        box.setEscapeButton(no)
        box.buttonClicked.connect(self._answered_delete)
        self._open(box)

    def _open(self, dialog: Any) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._over)
        dialog.open()

    def _over(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
        self.again()

    def _answered_delete(self, clicked: Any) -> None:
        if clicked is self._yes:
            self._do(lambda records, entity, id_, version: records.delete(entity, id_, version=version))

    def _restore(self) -> None:
        self._do(lambda records, entity, id_, version: records.restore(entity, id_, version=version))

    def _do(self, call: Any) -> None:
        records, entity, id_, version = self.desk.services.records, self._entity, self._id, self._record["version"]
        self.desk.work.do(
            lambda token: call(records, entity, id_, version), lambda _: self.again(), self._not_done, owner=self
        )

    def _not_done(self, problem: Any) -> None:
        self.again()
        self.desk.tell(problem)

    def _pause(self, connection_id: str, paused: bool) -> None:
        self._do(lambda records, entity, id_, version: records.pause(entity, id_, connection_id, paused))

    def _retry(self, error_id: str) -> None:
        runs = self.desk.services.runs
        self.desk.work.do(lambda token: runs.retry(error_id), self._retried, self._not_done, owner=self)

    def _retried(self, log_id: str) -> None:
        self.desk.go(f"run:{log_id}")

    def _decide(self) -> None:
        self.desk.go("conflicts")

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.all_text)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
