"""Choosing a transform: a list by groups with an example each, to be searched; what does not fit here says what would."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.model.values import FieldType
from app.ui import icons
from app.ui.mappings import steps
from app.ui.mappings.parameters import Line
from app.ui.theme import colour
from app.ui.widgets.basics import button, column, fit, label, row
from app.ui.words import tr

_OFFER = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex


class TransformPicker(QDialog):
    """``chosen``: the name of the transform."""

    chosen = Signal(str)

    def __init__(self, kinds: Collection[FieldType], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Add a transform"))
        self._kinds = kinds
        self.search = Line()
        self.search.setPlaceholderText(tr("Search, for instance: spaces, round, phone"))
        self.search.setAccessibleName(tr("Search the transforms"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Transforms"))
        self.list.setItemDelegate(_Drawn(self.list))
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentItemChanged.connect(self._looked_at)
        self.list.itemActivated.connect(self._take)
        self.list.itemDoubleClicked.connect(self._take)
        self.all = QCheckBox(tr("Show those that don't fit here, too"))
        self.all.toggled.connect(self._fill)
        self.add = button(tr("Add"), self._take, kind="primary")
        self._nothing = label(tone="muted", wrap=True)
        layout = column(
            self.search, self.list, self._nothing, row(self.all, None, button(tr("Cancel"), self.reject), self.add),
            space=0.6, margins=0.9,
        )  # fmt: skip
        layout.setStretch(1, 1)
        self.setLayout(layout)
        fit(self, 34, 30)
        self._fill()
        self.search.setFocus()

    def _fill(self, *_: Any) -> None:
        found = steps.offers(self._kinds, self.search.text())
        shown = [one for one in found if one.fits or self.all.isChecked()]
        self.list.clear()
        group = ""
        for one in shown:
            if one.group != group:
                group = one.group
                head = QListWidgetItem(group)
                head.setFlags(Qt.ItemFlag.NoItemFlags)
                self.list.addItem(head)
            item = QListWidgetItem(one.title)
            item.setData(_OFFER, one)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.title}. {one.example}. {one.undo.words}. {one.why}")
            item.setToolTip(one.undo.words)
            if not one.fits:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        first = next((at for at in range(self.list.count()) if self._takes(at)), -1)
        self.list.setCurrentRow(first)
        hidden = len(found) - len(shown)
        self._nothing.setText(self._why_nothing(bool(shown), hidden))
        self._nothing.setVisible(not shown)
        self._looked_at()

    @staticmethod
    def _why_nothing(some: bool, hidden: int) -> str:
        if some:
            return ""
        if hidden:
            return tr("What you search for does not fit here. Tick “Show those that don't fit here, too” to see why.")
        return tr("There is no transform like that. Try another word.")

    def _takes(self, at: int) -> bool:
        return bool(self.list.item(at).flags() & Qt.ItemFlag.ItemIsEnabled)

    def _looked_at(self, *_: Any) -> None:
        self.add.setEnabled(self.list.currentItem() is not None)

    def _take(self, *_: Any) -> None:
        item = self.list.currentItem()
        if item is not None and item.data(_OFFER) is not None:
            self.accept()
            self.chosen.emit(item.data(_OFFER).name)

    def eventFilter(self, watched: Any, event: Any) -> bool:
        """The arrows move in the list while the cursor is in the search box; Enter takes what is chosen there."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                self._go(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take()
                return True
        return super().eventFilter(watched, event)

    def _go(self, step: int) -> None:
        at = self.list.currentRow() + step
        while 0 <= at < self.list.count():
            if self._takes(at):
                self.list.setCurrentRow(at)
                return
            at += step


class _Drawn(QStyledItemDelegate):
    """A group's title; a transform with its example below, and at the right whether it can be undone, by shape and words."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        line = option.fontMetrics.height()
        offer = index.data(_OFFER)
        if offer is None:
            return QSize(line * 8, round(line * 1.9))
        lines = 1 + self._lines(option, offer.example) + (self._lines(option, offer.why) if offer.why else 0)
        return QSize(line * 8, round(line * (lines + 0.8)))

    def _lines(self, option: QStyleOptionViewItem, text: str) -> int:
        view = option.widget
        width = max(
            1, (view.viewport().width() if isinstance(view, QListWidget) else 400) - option.fontMetrics.height()
        )
        box = option.fontMetrics.boundingRect(QRect(0, 0, width, 10_000), Qt.TextFlag.TextWordWrap, text)
        return max(1, round(box.height() / option.fontMetrics.lineSpacing()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        offer = index.data(_OFFER)
        line = option.fontMetrics.height()
        box = option.rect.adjusted(line // 2, line // 3, -line // 2, 0)
        if offer is None:
            painter.setFont(_bold(option.font))
            painter.setPen(colour("muted"))
            painter.drawText(box.adjusted(0, line // 3, 0, 0), Qt.AlignmentFlag.AlignLeft, str(index.data()))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, colour("accent_soft"))
            self._paint_offer(painter, option, offer, box)
        painter.restore()

    def _paint_offer(self, painter: QPainter, option: QStyleOptionViewItem, offer: steps.Offer, box: QRect) -> None:
        line = option.fontMetrics.height()
        short = _short(offer.undo)
        width = option.fontMetrics.horizontalAdvance(short)
        painter.drawPixmap(
            QPoint(box.right() - width - round(line * 1.2), box.top()),
            icons.pixmap(
                offer.undo.shape, line, offer.undo.tone if offer.fits else "muted", painter.device().devicePixelRatioF()
            ),
        )
        painter.setPen(colour(offer.undo.tone if offer.fits else "muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, short)
        painter.setPen(colour("text" if offer.fits else "muted"))
        painter.setFont(_bold(option.font))
        room = box.width() - width - round(line * 1.6)
        title = painter.fontMetrics().elidedText(offer.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(option.font)
        painter.setPen(colour("muted"))
        below = box.adjusted(0, round(line * 1.1), 0, 0)
        said = f"{offer.example}\n{offer.why}" if offer.why else offer.example
        painter.drawText(below, Qt.TextFlag.TextWordWrap, said)


def _short(undo: steps.Undo) -> str:
    return tr("Can be undone, with a condition") if undo.shape == "question" else undo.words


def _bold(font: QFont) -> QFont:
    out = QFont(font)
    out.setWeight(QFont.Weight.DemiBold)
    return out
