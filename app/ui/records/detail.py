"""One record: its fields, lines, where else it exists, and its history. Asked for off the main thread."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.records import presenter
from app.ui.theme import em
from app.ui.widgets.basics import (
    Note,
    StateMark,
    button,
    clear,
    column,
    label,
    line,
    row,
    scrolled,
    selectable,
)
from app.ui.words import tr


class RecordDetail(QFrame):
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.desk = desk
        self._entity, self._id = "", ""
        self._shown: presenter.Detail | None = None
        self._title = selectable(label(size=1.2, bold=True, wrap=True))
        self._subtitle = label(tone="muted", wrap=True)
        self._notice = Note("warn")
        self._notice.hide()
        copy = button("", self._copy, icon="copy", kind="flat", name=tr("Copy this record"), tip=tr("Copy this record"))
        close = button("", self.closed, icon="close", kind="flat", name=tr("Close the record"), tip=tr("Close  (Esc)"))
        titles = column(self._title, self._subtitle, space=0.1)
        head = row(space=0.2)
        head.addLayout(titles, 1)
        for each in (copy, close):
            head.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)
        content = QWidget()
        self._body = QVBoxLayout(content)
        self._body.setContentsMargins(0, 0, em(self, 0.4), 0)
        self._body.setSpacing(em(self, 0.5))
        self._area = scrolled(content, tr("Record"))
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # its arrow keys scroll
        layout = column(head, self._notice, line(), space=0.5, margins=0.8)
        layout.addWidget(self._area, 1)
        self.setLayout(layout)
        self.setMinimumWidth(em(self, 18))

    def show_record(self, entity: str, record_id: str) -> None:
        self._entity, self._id = entity, record_id
        records, connections = self.desk.services.records, self.desk.services.connections

        def call() -> presenter.Detail:
            record = records.get(entity, record_id)
            names = {view.id: view.name for view in connections.list()}
            return presenter.detail(entity, record, records.links(record_id), records.history(entity, record_id), names)

        self.desk.work.read(call, self._show, self._failed, owner=self, key="detail")

    def again(self) -> None:
        if self._id and self.isVisible():
            self.show_record(self._entity, self._id)

    def _failed(self, problem: Any) -> None:
        self._title.setText(tr("This record can't be shown"))
        self._subtitle.setText(problem.text)
        clear(self._body)

    def _show(self, shown: presenter.Detail) -> None:
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setText(shown.title)
        self._subtitle.setText(shown.subtitle)
        self._notice.say("warn", "", shown.notice)
        self._notice.setVisible(bool(shown.notice))
        clear(self._body)
        self._body.addLayout(self._fields(shown.fields))
        for each in shown.tables:
            self._section(each.title)
            self._body.addLayout(self._lines(each))
        self._section(tr("Where it is"))
        for where, what, state in shown.links:
            self._body.addLayout(self._link(where, what, state))
        if not shown.links:
            self._body.addWidget(label(tr("Only here: it is linked to no other system."), tone="muted", wrap=True))
        self._section(tr("History"))
        for when, what, changes in shown.history:
            self._body.addLayout(self._event(when, what, changes))
        self._body.addStretch(1)

    def _section(self, title: str) -> None:
        self._body.addSpacing(em(self, 0.3))
        self._body.addWidget(line())
        self._body.addWidget(label(title, bold=True))

    def _fields(self, fields: Any) -> QGridLayout:
        grid = QGridLayout()
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
        return grid

    def _lines(self, each: presenter.LineTable) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(em(self, 0.9))
        grid.setVerticalSpacing(em(self, 0.35))
        grid.setColumnStretch(0, 1)
        for at, (what, more, amount) in enumerate(each.rows):
            words = selectable(label(what, wrap=True))
            about = selectable(label(more, tone="muted", wrap=True))
            grid.addLayout(column(words, about, space=0) if more else column(words, space=0), at, 0)
            grid.addWidget(selectable(label(amount)), at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        return grid

    def _link(self, where: str, what: str, state: Any) -> QVBoxLayout:
        mark_ = StateMark()
        mark_.show_state(state)
        return column(
            label(where, bold=True, wrap=True), selectable(label(what, tone="muted", wrap=True)), mark_, space=0.1
        )

    def _event(self, when: str, what: str, changes: str) -> QVBoxLayout:
        head = row(space=0.5)
        head.addWidget(label(what, wrap=True), 1)
        head.addWidget(label(when, tone="muted"), 0, Qt.AlignmentFlag.AlignTop)
        out = column(head, space=0.1)
        if changes:
            out.addWidget(selectable(label(changes, tone="muted", wrap=True)))
        return out

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.all_text)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
            return
        super().keyPressEvent(event)
