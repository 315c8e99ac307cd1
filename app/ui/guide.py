"""The guide (docs/guide) in a window of its own: the page that goes with a screen, and the way through the others."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextCursor, QTextDocument, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout

from app.ui.resources import RESOURCES
from app.ui.theme import em
from app.ui.widgets.basics import button, fit, label, row
from app.ui.widgets.enter_line import EnterLine
from app.ui.words import tr

#: Beside the icons and translations in a checkout, in an installed wheel and in the frozen program.
GUIDE = RESOURCES.parent / "docs" / "guide"
CONTENTS = "README"


class Pages(QTextBrowser):
    """Markdown files; a picture is never wider than what is seen of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(True)
        self.document().setDocumentMargin(em(self, 0.8))
        self.sourceChanged.connect(self._space)

    def _space(self) -> None:
        """As it is read in, a table touches what follows."""
        for table in self.document().rootFrame().childFrames():
            if isinstance(table, QTextTable):
                given = table.format()
                given.setCellPadding(em(self, 0.25))
                given.setBottomMargin(em(self, 1.0))
                given.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                given.setBorderCollapse(True)
                given.setBorderBrush(self.palette().mid())
                table.setFormat(given)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        most = self.viewport().width() - 3 * int(self.document().documentMargin())
        ratio = self.devicePixelRatioF()
        if image.width() > most * ratio > 0:
            image = image.scaledToWidth(int(most * ratio), Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image


class Guide(QDialog):
    """It stands by itself, so that it can be read beside a dialog that holds the main window up."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(tr("Guide"))
        self.text = Pages()
        self.text.setAccessibleName(tr("Guide"))
        self.back = button(tr("Back"), self.text.backward, icon="back")
        self.text.backwardAvailable.connect(self.back.setEnabled)
        self.back.setEnabled(False)
        self.contents = button(tr("Contents of the guide"), self._contents, icon="books")
        self.search = EnterLine()
        self.search.setPlaceholderText(tr("Search the guide"))
        self.search.setAccessibleName(tr("Search the guide"))
        self.search.setClearButtonEnabled(True)
        self.search.returnPressed.connect(self._find)
        self.missing = label(tr("Nothing found"), tone="muted")
        self.missing.hide()
        close = button(tr("Close"), self.close, kind="primary")
        layout = QVBoxLayout(self)
        edge = em(self, 0.9)
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(em(self, 0.5))
        layout.addLayout(row(self.back, self.contents, self.search, self.missing, None, close))
        layout.addWidget(self.text, 1)
        fit(self, 58, 42)

    def show_page(self, name: str) -> None:
        """``records``, ``first-start``, …; comes to the front."""
        self.show()
        self._read(name)
        self.text.setFocus()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: Any) -> None:
        # Enter in the search looks for the next place: it is no press of a button.
        if not (event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focusWidget() is self.search):
            super().keyPressEvent(event)

    def _contents(self) -> None:
        self.show_page(CONTENTS)

    def _read(self, name: str) -> None:
        self.text.setSource(QUrl.fromLocalFile(str(GUIDE / f"{name}.md")))

    def _find(self) -> None:
        """The next place with these words: on this page, then on the pages after it, round and round."""
        words = self.search.text().strip()
        self.missing.hide()
        if not words or self.text.find(words):
            return
        pages = sorted(page.stem for page in GUIDE.glob("*.md"))
        here = self.text.source().fileName().removesuffix(".md")
        start = pages.index(here) + 1 if here in pages else 0
        for name in pages[start:] + pages[:start]:
            if words.casefold() not in _plain(name):
                continue
            self._read(name)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            if self.text.find(words):
                return
        self.missing.show()


def _plain(name: str) -> str:
    text = (GUIDE / f"{name}.md").read_text(encoding="utf-8").replace("*", "").replace("`", "")
    return " ".join(text.split()).casefold()
