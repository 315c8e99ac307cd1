"""“Suggest links”: proposals with how sure they are, to accept or dismiss one by one or together. Nothing is linked by itself."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from app.services.mapping.views import SideField
from app.ui import formats, icons
from app.ui.mappings import suggestions_presenter as presenter
from app.ui.mappings.editor import Editor
from app.ui.mappings.suggestions_presenter import Proposal
from app.ui.theme import colour, em
from app.ui.widgets.basics import button, column, label, row
from app.ui.words import plural, tr

_PROPOSAL = Qt.ItemDataRole.UserRole


class SuggestPane(QFrame):
    """``look`` fills it; ``closed`` says that it is to be put away. What was dismissed is not proposed again as long as the pane
    lives."""

    closed = Signal()

    def __init__(self, editor: Editor, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._editor = editor
        self._dismissed: dict[str, set[tuple[str, str]]] = {}
        self.found: list[Proposal] = []
        self.is_linking = False  # the selection moves because something is accepted here
        self.about = label(tone="muted", wrap=True)
        shut = button("", self.close_, icon="close", kind="flat", name=tr("Close the suggestions"))
        shut.setToolTip(shut.accessibleName())
        self.list = _List()
        self.list.accepted.connect(self.accept)
        self.list.dismissed.connect(self.dismiss)
        self.list.left.connect(self.close_)
        self.accept_button = button(
            tr("Accept"),
            self.accept,
            kind="primary",
            name=tr("Accept this suggestion"),
            tip=tr("Link the two  (Enter)"),
        )
        self.dismiss_button = button(
            tr("Dismiss"), self.dismiss, name=tr("Dismiss this suggestion"), tip=tr("Don't suggest it again  (Delete)")
        )
        self.all_menu = QMenu(self)
        self.all_button = button(tr("Accept all…"), icon="down", name=tr("Accept several suggestions"))
        self.all_button.setMenu(self.all_menu)
        layout = column(
            row(label(tr("Suggested links"), size=1.1, bold=True), None, shut),
            self.about,
            self.list,
            row(self.accept_button, self.dismiss_button, None, self.all_button, space=0.4),
            space=0.5,
            margins=0.7,
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        editor.links_changed.connect(self._links_changed)
        editor.opened.connect(self._opened)

    def look(self) -> None:
        """Look for proposals for what is not linked; the first is chosen and has the keyboard."""
        self._ask()
        self.list.setFocus()

    def close_(self) -> None:
        self._editor.desk.work.drop_all_of(self)
        self.closed.emit()

    def _opened(self) -> None:
        self._editor.desk.work.drop_all_of(self)
        self._show([])
        if self.isVisible():
            self.closed.emit()  # they belonged to another mapping

    def _links_changed(self) -> None:
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        editor, bench, links = self._editor, self._editor.bench, self._editor.document.links
        if bench is None:
            return
        gone = frozenset(self._dismissed.get(editor.config_id, ()))
        mappings = editor.desk.services.mappings
        ours, theirs = {one.path: one for one in bench.local}, {one.path: one for one in bench.remote}

        def call() -> list[Proposal]:
            return presenter.proposals(mappings.suggest(bench, links), ours, theirs, links, gone)

        editor.desk.work.read(call, self._answered, owner=self, key="suggest")

    def _answered(self, found: list[Proposal]) -> None:
        self._show(found)
        if not found:
            self._editor.said.emit("info", tr("There is no further link to suggest."))
            self.closed.emit()

    def _show(self, found: list[Proposal]) -> None:
        place, present = self.list.currentIndex().row(), self._current()
        self.found = found
        nothing_yet = tr("Nothing is linked before you accept it, and it can be undone.")
        many = plural(len(found), "{n} suggestion.", "{n} suggestions.") if found else ""
        self.about.setText(f"{many} {nothing_yet}".strip())
        self.list.set_proposals(found)
        if found:
            keys = [one.key for one in found]
            kept = present is not None and present.key in keys
            at = keys.index(present.key) if present is not None and kept else min(max(place, 0), len(found) - 1)
            self.list.setCurrentIndex(self.list.model().index(at, 0))
        for each in (self.accept_button, self.dismiss_button, self.all_button):
            each.setEnabled(bool(found))
        self.all_menu.clear()
        for least, words in presenter.steps_of(found):
            action = self.all_menu.addAction(words)
            action.setData(least)
            action.triggered.connect(self._accept_several)

    def _current(self) -> Proposal | None:
        at = self.list.currentIndex().row()
        return self.found[at] if 0 <= at < len(self.found) else None

    # -- deciding

    def accept(self) -> None:
        """Link the chosen two: one step for undo."""
        one, editor = self._current(), self._editor
        if one is None:
            return
        self._take_out([one.key])
        self.is_linking = True
        editor.document.connect(one.ours, one.theirs, presenter.title_of(one), steps=one.fit.steps)
        self.is_linking = False
        if one.fit.verdict != "fits" and not one.fit.steps:
            editor.said.emit("warning", one.fit.why)

    def dismiss(self) -> None:
        one = self._current()
        if one is None:
            return
        self._dismissed.setdefault(self._editor.config_id, set()).add(one.key)
        self._take_out([one.key])
        if not self.found:
            self._ask()  # what stood behind it may be the next best

    def _accept_several(self) -> None:
        self.accept_from(float(self.sender().data()))

    def accept_from(self, least: float) -> None:
        """Link all that score at least that: one step for undo altogether."""
        editor = self._editor
        taken = [one for one in self.found if one.score >= least]
        links = presenter.with_all(editor.document.links, taken)
        title = plural(len(taken), "accept {n} suggestion", "accept {n} suggestions")
        self._take_out([one.key for one in taken])
        self.is_linking = True
        editor.document.apply(links, title)
        self.is_linking = False
        open_ends = [one.ours.title for one in taken if one.fit.verdict != "fits" and not one.fit.steps]
        if open_ends:
            fields = ", ".join(open_ends)
            editor.said.emit(
                "warning", tr("These still need a transform between the two kinds: {fields}", fields=fields)
            )

    def _take_out(self, keys: list[tuple[str, str]]) -> None:
        """At once; what is proposed now comes with the answer."""
        self._show([one for one in self.found if one.key not in keys])


class _List(QListView):
    """Enter accepts, Delete dismisses, Escape closes."""

    accepted = Signal()
    dismissed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Suggested links"))
        self.setModel(QStandardItemModel(self))
        self.setItemDelegate(_Drawn(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(em(self, 5))
        self.doubleClicked.connect(lambda _index: self.accepted.emit())

    def set_proposals(self, found: list[Proposal]) -> None:
        model = self.model()
        assert isinstance(model, QStandardItemModel)
        kept = self.verticalScrollBar().value()
        model.clear()
        for one in found:
            item = QStandardItem(presenter.spoken(one))
            item.setData(one, _PROPOSAL)
            model.appendRow(item)
        self.verticalScrollBar().setValue(kept)

    def keyPressEvent(self, event: Any) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.accepted.emit()
        elif key == Qt.Key.Key_Delete:
            self.dismissed.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Drawn(QStyledItemDelegate):
    """The two fields, how sure it is (words, percent and a bar), why, and a value of each side."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        line = option.fontMetrics.height()
        return QSize(line * 10, round(line * 6.4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Any) -> None:
        one: Proposal = index.data(_PROPOSAL)
        line = option.fontMetrics.height()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, colour("accent_soft"))
            mark = QRect(option.rect)
            mark.setWidth(max(2, line // 6))
            painter.fillRect(mark, colour("accent"))
        edge, step = round(line * 0.5), round(line * 1.12)
        box = option.rect.adjusted(edge, round(line * 0.4), -edge, 0)
        box.setHeight(line)
        self._write(painter, option, box, one.ours.title, "text", bold=True)
        box.translate(0, step)
        self._write_theirs(painter, option, box, one.theirs)
        box.translate(0, step)
        self._draw_score(painter, option, box, one.score)
        box.translate(0, step)
        self._write_reason(painter, option, box, one)
        box.translate(0, step)
        self._write(painter, option, box, presenter.samples_words(one), "muted")
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colour("line"))
        painter.restore()

    @staticmethod
    def _write(
        painter: QPainter, option: QStyleOptionViewItem, box: QRect, text: str, tone: str, *, bold: bool = False
    ) -> int:
        """How wide it became."""
        font = QFont(option.font)
        if bold:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(colour(tone))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        return metrics.horizontalAdvance(shown)

    def _write_theirs(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, theirs: SideField) -> None:
        wide = self._write(painter, option, box, "↔  " + theirs.title, "text", bold=True) + box.height() // 2
        if theirs.path != theirs.title and wide < box.width():
            self._write(painter, option, box.adjusted(wide, 0, 0, 0), theirs.path, "muted")

    def _draw_score(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, score: float) -> None:
        line = box.height()
        bar = QRect(
            box.left(), box.top() + round(line * 0.35), min(box.width() // 3, line * 5), max(4, round(line * 0.3))
        )
        self._draw_bar(painter, bar, score)
        words = f"{presenter.score_words(score)}  {presenter.percent(score)}"
        self._write(painter, option, box.adjusted(bar.width() + line // 2, 0, 0, 0), words, "text")

    def _write_reason(self, painter: QPainter, option: QStyleOptionViewItem, box: QRect, one: Proposal) -> None:
        if one.fit.verdict == "fits":
            self._write(painter, option, box, presenter.reason_words(one), "muted")
            return
        line = box.height()
        picture = icons.pixmap("warning", round(line * 0.95), "warn", painter.device().devicePixelRatioF())
        painter.drawPixmap(box.topLeft(), picture)
        self._write(painter, option, box.adjusted(round(line * 1.25), 0, 0, 0), presenter.reason_words(one), "warn")

    @staticmethod
    def _draw_bar(painter: QPainter, bar: QRect, score: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        round_ = bar.height() / 2
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(bar, round_, round_)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRect(bar.left(), bar.top(), round(bar.width() * score), bar.height()), round_, round_)

    def helpEvent(self, event: Any, view: Any, option: Any, index: Any) -> bool:
        one = index.data(_PROPOSAL)
        if one is None:
            return False
        QToolTip.showText(event.globalPos(), formats.tip(presenter.spoken(one)), view)
        return True
