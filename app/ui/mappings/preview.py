"""The preview at the foot of the editor: a real record through the mapping both ways, worked out anew with every change."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QFrame, QSizePolicy, QStackedWidget, QWidget

from app.services.mapping.views import PreviewRow
from app.ui import icons
from app.ui.mappings import preview_presenter as presenter
from app.ui.mappings.editor import Editor
from app.ui.theme import em
from app.ui.widgets.basics import Elided, Empty, Note, button, column, label, retone, row, selectable
from app.ui.widgets.table import Column, RowsModel, Table
from app.ui.words import from_below, plural, tr

_FOLDED = "mappings.preview.folded"
_NOTE = 5
_ROOMY = 38  # lines of width from which every button has its words
_UNLIMITED = 16777215  # Qt's own bound for sizes


class PreviewPane(QFrame):
    """``folded`` follows each time the pane is folded or opened: a splitter around it may give the room to others."""

    folded = Signal(bool)

    def __init__(self, editor: Editor, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._editor = editor
        self._rows: list[PreviewRow] = []
        self._asking = False
        self._following = False  # the selection is being set to the document's: no choice of anybody's
        self._add_head()
        self._add_table()
        self.note = Note()
        self.note.hide()
        self.empty = Empty("records", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.detail = selectable(label(wrap=True))
        self.detail.hide()
        self._body = QWidget()
        inside = column(self.note, self._stack, self.detail, space=0.3)
        inside.setStretch(1, 1)
        self._body.setLayout(inside)
        layout = column(self._head, self._body, space=0.4, margins=0.5)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        editor.opened.connect(self._opened)
        editor.samples_changed.connect(self._sampled)
        editor.preview_changed.connect(self._show)
        editor.selection_changed.connect(self._follow)
        self._opened()
        self._fold(editor.desk.local.flag(_FOLDED, False))

    def _add_head(self) -> None:
        self.fold_button = button(tr("Preview"), self._toggle, icon="down", kind="flat")
        self.fold_button.setCheckable(True)
        self.fold_button.setChecked(True)
        self.record = QComboBox()
        self.record.setEditable(True)
        self.record.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.record.setAccessibleName(tr("Record to try the links on"))
        self.record.setToolTip(tr("Type a part of its name to find one"))
        self.record.setMinimumWidth(em(self, 5))
        self.record.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.record.setMaximumWidth(em(self, 22))
        completer = self.record.completer()
        assert isinstance(completer, QCompleter)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.record.activated.connect(self._chosen)
        edit = self.record.lineEdit()
        assert edit is not None
        edit.setAccessibleName(self.record.accessibleName())
        edit.editingFinished.connect(self._typed)
        self.previous = button("", self._back, icon="back", kind="flat", name=tr("Previous record"))
        self.following = button("", self._on, icon="right", kind="flat", name=tr("Next record"))
        for each in (self.previous, self.following):
            each.setToolTip(each.accessibleName())
        self.another = button(
            tr("Read others"), self._ask, icon="sync", kind="flat", tip=tr("Ask for other records to try the links on")
        )
        self.state = Elided(tone="muted")
        self.number = label(tone="warn")
        self.only = QCheckBox(tr("Problems only"))
        self.only.toggled.connect(self._show)
        self._tools = QWidget()
        tools = row(self.record, self.previous, self.following, self.another, self.state, self.only, space=0.3)
        tools.setStretch(0, 3)
        tools.setStretch(4, 2)
        self._tools.setLayout(tools)
        self._head = row(self.fold_button, self.number, self._tools, space=0.5)
        self._head.setStretch(2, 1)

    def _add_table(self) -> None:
        widths = (9, 10, 10, 9, 10.5)
        titles = presenter.titles(None)
        columns = [Column(title, width) for title, width in zip(titles, widths, strict=False)]
        columns.append(Column(titles[_NOTE], stretch=True))
        self.model = RowsModel(columns)
        self.model.setParent(self)
        self.table = Table(self.model, columns, tr("What becomes of this record"))
        self.table.selectionModel().selectionChanged.connect(self._picked)
        copy = QAction(tr("Copy"), self.table)
        copy.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._copy)
        self.table.addAction(copy)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _copy(self) -> None:
        self.table.copy()

    # -- folding

    @property
    def is_folded(self) -> bool:
        return not self.fold_button.isChecked()

    def _toggle(self) -> None:
        self._fold(self.is_folded)

    def _fold(self, folded: bool) -> None:
        self.fold_button.setChecked(not folded)
        icons.put(self.fold_button, "right" if folded else "down", "text", 1.0)
        words = tr("Preview: show it") if folded else tr("Preview: fold it away")
        self.fold_button.setAccessibleName(words)
        self.fold_button.setToolTip(words)
        self._body.setVisible(not folded)
        self._tools.setVisible(not folded)
        self.setMaximumHeight(self.sizeHint().height() if folded else _UNLIMITED)
        self._editor.desk.local.set(_FOLDED, folded)
        self.folded.emit(folded)

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self.another.setText(tr("Read others") if self.width() > em(self, _ROOMY) else "")

    # -- the record

    def _opened(self) -> None:
        editor = self._editor
        self._asking = editor.bench is not None and not editor.samples and not editor.samples_problem
        for at, title in enumerate(presenter.titles(self._editor.bench)):
            self.model.set_title(at, title)
        self._sampled(answered=False)
        self._show()

    def _ask(self) -> None:
        self._asking = True
        self._say_state()
        self._editor.read_samples()

    def _sampled(self, *, answered: bool = True) -> None:
        if answered:
            self._asking = False
        with QSignalBlocker(self.record):
            self.record.clear()
            for sample in self._editor.samples:
                self.record.addItem(sample.label, sample.key)
            self._show_record()
        self.record.setEnabled(bool(self._editor.samples))
        self._say_state()
        if not self._editor.samples:
            self._show()

    def _show_record(self) -> None:
        sample = self._editor.sample
        at = self.record.findData(sample.key) if sample is not None else -1
        self.record.setCurrentIndex(at)
        self.record.setEditText(self.record.itemText(at) if at >= 0 else "")
        edit = self.record.lineEdit()
        if edit is not None and not edit.hasFocus():
            edit.setCursorPosition(0)

    def _say_state(self) -> None:
        editor, bench = self._editor, self._editor.bench
        system = bench.system_title if bench is not None else ""
        if self._asking:
            words = tr("asking {system}…", system=system)
        elif editor.samples_problem and editor.samples:
            words = editor.samples_problem
        else:
            words = presenter.sample_words(editor.sample, system)
        self.state.setText(words)
        self.another.setEnabled(bench is not None and not self._asking)
        at, count = self.record.currentIndex(), self.record.count()
        self.previous.setEnabled(at > 0)
        self.following.setEnabled(0 <= at < count - 1)

    def _back(self) -> None:
        self._go(self.record.currentIndex() - 1)

    def _on(self) -> None:
        self._go(self.record.currentIndex() + 1)

    def _go(self, at: int) -> None:
        if 0 <= at < self.record.count():
            self.record.setCurrentIndex(at)
            self._chosen(at)

    def _chosen(self, at: int) -> None:
        self._editor.show_sample(str(self.record.itemData(at)))
        self._say_state()

    def _typed(self) -> None:
        """What was typed names a record, or the present one's name comes back."""
        wanted = self.record.currentText().strip().casefold()
        labels = [self.record.itemText(at).casefold() for at in range(self.record.count())]
        found = [at for at, name in enumerate(labels) if wanted and wanted in name]
        exact = [at for at in found if labels[at] == wanted]
        present = self._editor.sample
        key = present.key if present is not None else None
        at = next((at for at in exact if self.record.itemData(at) == key), (exact or found or [-1])[0])
        if at >= 0 and self.record.itemData(at) != key:
            self._go(at)
        with QSignalBlocker(self.record):
            self._show_record()

    # -- the lines

    def _show(self) -> None:
        preview, editor = self._editor.preview, self._editor
        rows = preview.rows if preview is not None else ()
        self._rows = presenter.shown_rows(rows, problems_only=self.only.isChecked())
        scrolled_to = self.table.verticalScrollBar().value()
        self._following = True  # a selection that goes with its line takes none from the board
        self.model.set_rows(
            [
                (
                    presenter.key(one),
                    presenter.cells(one, editor.local_field(one.local), editor.remote_field(one.remote)),
                )
                for one in self._rows
            ]
        )
        self.table.executeDelayedItemsLayout()  # only then is there that far to scroll
        self.table.verticalScrollBar().setValue(scrolled_to)
        self._following = False
        count = presenter.trouble(rows)
        self.number.setText(plural(count, "{n} problem", "{n} problems") if count else "")
        self.number.setVisible(bool(count))
        error = from_below(preview.error) if preview is not None else ""
        if error:
            self.note.say("warn", tr("There is no preview while a link is not right"), error)
        self.note.setVisible(bool(error))
        self._say_empty(error)
        self._say_state()
        self._follow(scroll=False)

    def _say_empty(self, error: str) -> None:
        editor = self._editor
        self._stack.setVisible(not error)
        self._stack.setCurrentIndex(0 if self._rows else 1)
        if self._rows or error:
            return
        if editor.bench is None:
            self.empty.say("")
        elif editor.samples_problem and not editor.samples:
            self.empty.say(tr("There is no record to try the links on"), editor.samples_problem)
        elif editor.sample is None or editor.preview is None:
            self.empty.say(tr("Asking {system} for a few records…", system=editor.bench.system_title))
        elif self.only.isChecked() and editor.preview.rows:
            self.empty.say(tr("This record goes through without a problem"))
        else:
            self.empty.say(
                tr("Nothing is linked yet"), tr("Link two fields: what becomes of a real record shows here.")
            )

    def _follow(self, *, scroll: bool = True) -> None:
        """Show the selected link's line as the chosen one."""
        link = self._editor.document.link
        key = link.local_field + presenter.SEPARATOR + link.remote_field if link is not None else ""
        at = self.model.row_of(key) if key else -1
        self._following = True
        if at < 0:
            self.table.clearSelection()
        elif at not in {index.row() for index in self.table.selectionModel().selectedRows()}:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            self.table.selectionModel().setCurrentIndex(self.model.index(at, 0), flags)
        if at >= 0 and scroll:
            self.table.scrollTo(self.model.index(at, 0))
        self._following = False
        self._say_detail(at)

    def _say_detail(self, at: int) -> None:
        """The whole sentence of the chosen line, which the table may have to cut short."""
        chosen = self._rows[at] if 0 <= at < len(self._rows) else None
        words, tone = presenter.note(chosen) if chosen is not None and presenter.is_trouble(chosen) else ("", "")
        self.detail.setText(words)
        retone(self.detail, tone=tone)
        self.detail.setVisible(bool(words))

    def _picked(self, *_: Any) -> None:
        if self._following:
            return
        chosen = {index.row() for index in self.table.selectionModel().selectedRows()}
        at = self.table.currentIndex().row() if len(chosen) > 1 else min(chosen, default=-1)
        if 0 <= at < len(self._rows):
            one = self._rows[at]
            self._editor.document.select(self._editor.document.between(one.local, one.remote))
