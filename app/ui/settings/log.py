"""The log, newest at the foot, to read and copy. Secrets are masked before they reach it."""

from __future__ import annotations

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.desk import Desk
from app.ui.theme import em
from app.ui.widgets.basics import button, fit, row
from app.ui.widgets.enter_line import EnterLine
from app.ui.words import tr


class LogDialog(QDialog):
    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setWindowTitle(tr("Log"))
        self._lines: list[str] = []
        self.filter = EnterLine()
        self.filter.setPlaceholderText(tr("Show lines with"))
        self.filter.setAccessibleName(tr("Show lines with"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._show)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Log"))
        again = button(tr("Read again"), self.reload, icon="sync")
        copy = button(tr("Copy"), self._copy, icon="copy")
        close = button(tr("Close"), self.accept, kind="primary")
        layout = QVBoxLayout(self)
        edge = em(self, 0.9)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.5))
        layout.addLayout(row(self.filter, again, copy))
        layout.addWidget(self.text, 1)
        layout.addLayout(row(None, close))
        fit(self, 52, 30)
        self.reload()

    def reload(self) -> None:
        self.desk.work.read(self.desk.services.diagnostics.log_lines, self._got, owner=self, key="log")

    def _got(self, lines: list[str]) -> None:
        self._lines = lines
        self._show()

    def _show(self) -> None:
        wanted = self.filter.text().strip().casefold()
        found = [line for line in self._lines if wanted in line.casefold()] if wanted else self._lines
        self.text.setPlainText("\n".join(found))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
