"""What is looked at on a screen, as somebody would who works without a mouse, with weak eyes, or by ear. Each answers findings:
a list that should be empty."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QTableView,
    QWidget,
)

from app.ui.widgets.basics import Elided, Empty

#: WCAG AA: of text to its ground, and of large text, icons and the edges of what takes typing.
TEXT, LARGE = 4.5, 3.0


def called(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel, QLineEdit)) else ""
    return f"{type(widget).__name__} “{(widget.accessibleName() or text)[:60]}”"


def seen(root: QWidget, kind: type = QWidget) -> list[Any]:
    """The visible widgets of that kind, itself among them. Qt's own insides are left out."""
    found = [root, *root.findChildren(QWidget)] if kind is QWidget else root.findChildren(kind)
    return [
        each
        for each in found
        if each.isVisibleTo(root)
        and not each.objectName().startswith("qt_")
        and (each is root or each.window() is root.window())
    ]


# --- names ------------------------------------------------------------------------------------------------------------


def same_names(root: QWidget) -> list[str]:
    """Two that are told apart by nothing: of one kind, in one window, with one name. Where each is one of a list's rows, the
    name has to say of which. (An empty screen has the button that fills it once more, in its middle.)"""
    names = Counter(
        (type(each).__name__, each.accessibleName() or each.text())
        for each in seen(root, QAbstractButton)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.isEnabled() and not isinstance(each.parent(), Empty)
    )
    fields = Counter(
        (type(each).__name__, each.accessibleName())
        for kind in (QLineEdit, QComboBox, QAbstractSpinBox)
        for each in seen(root, kind)
        if not isinstance(each.parent(), (QComboBox, QAbstractSpinBox))
    )
    return [f"{kind} “{name}” × {count}" for (kind, name), count in (names + fields).items() if count > 1]


def mnemonics(root: QWidget) -> list[str]:
    """The letters that Alt presses, where two have the same."""
    texts = [each.text() for each in seen(root, QAbstractButton)]
    texts += [each.text() for each in seen(root, QLabel) if each.buddy() is not None]
    letters = Counter(found.group(1).lower() for text in texts if (found := re.search(r"&(\w)", text)))
    return [f"Alt+{letter} × {count}" for letter, count in letters.items() if count > 1]


# --- the keyboard -----------------------------------------------------------------------------------------------------


def reachable(root: QWidget) -> list[QWidget]:
    """What Tab has to come to. Of radio buttons and tabs in a group the chosen one alone: arrow keys go on from there."""
    return [
        each
        for each in seen(root)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each.parent(), (QComboBox, QAbstractSpinBox))
        and not isinstance(each, (QHeaderView, QMenu))
    ]


def _group_of(widget: QWidget) -> list[QWidget]:
    """Those of which one is chosen, itself among them: Tab comes to one, the arrow keys go on."""
    if not isinstance(widget, QAbstractButton):
        return [widget]
    group = widget.group()
    if group is not None:
        return group.buttons() if group.exclusive() else [widget]
    if not widget.autoExclusive():
        return [widget]
    return [each for each in widget.parent().findChildren(QAbstractButton) if each.autoExclusive()]


def tab_round(root: QWidget) -> list[str]:
    """Tab from the first to itself again, and Shift+Tab back; the ring of focus is drawn at each."""
    window = root.window()
    window.activateWindow()
    QApplication.processEvents()
    wanted = reachable(root)
    if len(wanted) < 2:
        return []
    findings = []
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    start = QApplication.focusWidget()
    if start is None:
        return ["nothing takes the focus"]
    order, previous = [start], None
    for _ in range(len(wanted) + 12):
        here = QApplication.focusWidget()
        with_focus = picture_of(here)
        there = _tab_from(here)
        if there is here:
            findings.append(f"Tab stays in {called(here)}")
            break
        if with_focus == picture_of(here):
            findings.append(f"no ring of focus at {called(here)}")
        if there is start:
            break
        if there in order:
            way = " → ".join(called(each) for each in order[order.index(there) :])
            findings.append(f"Tab goes round in {way}")
            break
        order.append(there)
        previous = here
    if isinstance(root, QDialog):
        findings += _foot_first(root, order)
    findings += [f"Tab never comes to {called(each)}" for each in wanted if not set(_group_of(each)) & set(order)]
    here = QApplication.focusWidget()
    if here is start and len(order) > 1 and previous is not None:
        QTest.keyClick(here, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        if QApplication.focusWidget() is not order[-1]:
            findings.append(f"Shift+Tab from {called(start)} does not come to {called(order[-1])}")
    return findings


def _foot_first(dialog: QDialog, order: list[QWidget]) -> list[str]:
    """The buttons at a dialog's foot come after all else that Tab goes to, whichever of them has the focus at first."""
    height = {each: each.mapTo(dialog, QPoint(0, 0)).y() for each in order}
    foot = [each for each in order if height[each] > max(height.values()) - each.fontMetrics().height()]
    after = [order[(order.index(each) + 1) % len(order)] for each in foot]
    parts = sum(each not in foot for each in after)
    return [f"Tab comes to the foot ({', '.join(called(each) for each in foot)}) in between"] if parts > 1 else []


def _tab_from(here: QWidget) -> QWidget:
    """Tab, in a table of cells to type in as often as it goes on from cell to cell."""
    for _ in range(400 if isinstance(here, QTableView) else 1):
        at = here.currentIndex() if isinstance(here, QTableView) else None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is not here or (at is not None and here.currentIndex() == at):
            break
    return QApplication.focusWidget()


def picture_of(widget: QWidget) -> QImage:
    around = QRect(widget.mapTo(widget.window(), QPoint()), widget.size()).adjusted(-2, -2, 2, 2)
    return widget.window().grab(around.intersected(widget.window().rect())).toImage()


# --- contrast ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=65536)
def luminance(rgb: int) -> float:
    parts = ((rgb >> shift & 0xFF) / 255 for shift in (16, 8, 0))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=65536)
def ratio(one: int, other: int) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def drawn_ratio(picture: QImage, place: QRect) -> float | None:
    """Between the commonest colour in that place and what stands out most from it; ``None`` for a place that is not seen."""
    place = place.intersected(picture.rect())
    if place.width() < 4 or place.height() < 4:
        return None
    part = picture.copy(place).convertToFormat(QImage.Format.Format_RGB32)
    return _widest_ratio(bytes(part.constBits()))


@lru_cache(maxsize=512)  # most of a window is the same at the next station
def _widest_ratio(pixels: bytes) -> float:
    found = Counter(memoryview(pixels).cast("I"))
    ground = found.most_common(1)[0][0] & 0xFFFFFF
    return max(ratio(ground, each & 0xFFFFFF) for each in found)


def low_contrast(root: QWidget) -> list[str]:
    """Texts that stand out too little from what is really behind them."""
    picture, findings = root.grab().toImage(), []
    for name, text, place, large in _texts_in_place(root):
        if len(re.sub(r"[\W_]", "", text)) < 2:
            continue
        found = drawn_ratio(picture, place)
        if found is not None and found < (LARGE if large else TEXT):
            findings.append(f"{name} “{text[:40]}” {found:.1f}")
    return findings


def _texts_in_place(root: QWidget) -> Iterator[tuple[str, str, QRect, bool]]:
    """Each enabled text with its place in the root, and whether it is large."""
    usual = QApplication.font().pointSizeF()
    for each in seen(root):
        if not each.isEnabled() or each.visibleRegion().isEmpty():
            continue
        text = (
            each.text()
            if isinstance(each, (QLabel, QAbstractButton, QLineEdit))
            else each.currentText()
            if isinstance(each, QComboBox)
            else each.toPlainText()
            if isinstance(each, QPlainTextEdit)
            else ""
        )
        if text:
            shown = each.visibleRegion().boundingRect()
            if shown.height() < 0.8 * each.height() or shown.width() < 0.8 * each.width():
                continue
            place = QRect(each.mapTo(root, shown.topLeft()), shown.size()).adjusted(1, 1, -1, -1)
            yield type(each).__name__, text, place, each.font().pointSizeF() >= 1.4 * usual
        if isinstance(each, QTableView) and each.model() is not None:
            yield from _cells_in_place(root, each)


def _cells_in_place(root: QWidget, table: QTableView) -> Iterator[tuple[str, str, QRect, bool]]:
    view = table.viewport()
    shown = view.visibleRegion().boundingRect()
    for row in range(min(table.model().rowCount(), 14)):
        for column in range(table.model().columnCount()):
            index = table.model().index(row, column)
            place = table.visualRect(index).intersected(view.rect())
            if not shown.contains(table.visualRect(index)) or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
                continue
            yield "cell", str(index.data() or ""), QRect(view.mapTo(root, place.topLeft()), place.size()), False


# --- room -------------------------------------------------------------------------------------------------------------


def cut(root: QWidget) -> list[str]:
    """Texts that have less room than they need, and neither give way with an ellipsis and a tooltip nor scroll."""
    findings = []
    for each in seen(root):
        lacks = _lacks(each)
        if lacks:
            findings.append(f"{called(each)} lacks {lacks}")
    return findings


def _lacks(each: QWidget) -> str:
    if isinstance(each, QLabel) and not isinstance(each, Elided):
        if not each.text() or each.textFormat() == Qt.TextFormat.RichText:
            return ""
        if each.wordWrap():
            needed = each.heightForWidth(each.width())
            widest = max((each.fontMetrics().horizontalAdvance(word) for word in each.text().split()), default=0)
            if needed > each.height() + 2:
                return f"{needed - each.height()} in height"
            return (
                "" if widest <= each.width() + 2 or each.toolTip() else f"{widest - each.width()} for its longest word"
            )
        needed = each.minimumSizeHint()
    elif isinstance(each, (QCheckBox, QRadioButton, QAbstractButton)):
        if not each.text():
            return ""
        needed = each.sizeHint()
    elif isinstance(each, QComboBox):
        room = each.width() - each.fontMetrics().height() * 2
        text = each.fontMetrics().horizontalAdvance(each.currentText())
        return "" if text <= room + 2 or each.toolTip() else f"{text - room} for “{each.currentText()}”"
    elif isinstance(each, QHeaderView):
        return _headers_lack(each)
    elif isinstance(each, QGroupBox):
        needed = each.minimumSizeHint()
    else:
        return ""
    if each.width() + 2 < needed.width() and not each.toolTip():
        return f"{needed.width() - each.width()} in width"
    return f"{needed.height() - each.height()} in height" if each.height() + 2 < needed.height() else ""


def _headers_lack(header: QHeaderView) -> str:
    model = header.model()
    if model is None or header.orientation() != Qt.Orientation.Horizontal:
        return ""
    short = []
    for section in range(header.count()):
        title = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        told = model.headerData(section, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
        if header.isSectionHidden(section) or told:
            continue
        lacks = header.sectionSizeFromContents(section).width() - header.sectionSize(section)
        if lacks > 2:
            short.append(f"{lacks} for “{title}”")
    return ", ".join(short)


def outside(root: QWidget) -> list[str]:
    """What lies beyond the window's edge and can't be scrolled to, or lies upon another."""
    findings = []
    for area in seen(root, QScrollArea):
        off = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        lacks = area.widget().width() - area.viewport().width() if area.widget() is not None and off else 0
        if lacks > 1:
            findings.append(f"{called(area)} shows {lacks} too little of its width")
    for each in seen(root):
        holder = each.parentWidget()
        if each is root or holder is None or isinstance(each, QMenu) or isinstance(holder, QAbstractItemView):
            continue
        if isinstance(holder.parentWidget(), (QScrollArea, QAbstractItemView)):
            continue
        if isinstance(each, (QAbstractButton, QLabel, QLineEdit, QComboBox)) and not holder.rect().adjusted(
            -2, -2, 2, 2
        ).contains(each.geometry()):
            findings.append(f"{called(each)} at {each.geometry().getRect()} of {holder.size().toTuple()}")
    return findings


def bare(root: QWidget) -> list[str]:
    """Empty screens that say that they are empty, and not what to do."""
    return [
        f"“{each._title.text()}” and nothing more"
        for each in seen(root, Empty)
        if not (each._text.text() or seen(each, QAbstractButton))
    ]


# --- words ------------------------------------------------------------------------------------------------------------


def words_on(root: QWidget) -> set[str]:
    """All that can be read on it or heard of it."""
    found: set[str] = {root.windowTitle()}
    for each in seen(root):
        found |= {each.accessibleName(), each.toolTip(), each.accessibleDescription()}
        if isinstance(each, (QLabel, QAbstractButton)):
            found.add(each.text())
        elif isinstance(each, QLineEdit):
            found.add(each.placeholderText())
        elif isinstance(each, QComboBox):
            found |= {each.itemText(at) for at in range(min(each.count(), 40))}
        elif isinstance(each, QGroupBox):
            found.add(each.title())
        elif isinstance(each, QMenu):
            found |= {action.text() for action in each.actions()}
        if isinstance(each, QTableView) and each.model() is not None:
            model = each.model()
            for column in range(model.columnCount()):
                found.add(str(model.headerData(column, Qt.Orientation.Horizontal) or ""))
                for row in range(min(model.rowCount(), 20)):
                    found.add(str(model.index(row, column).data() or ""))
    return {re.sub(r"&(?=\w)", "", re.sub(r"<[^>]+>", " ", each)).strip() for each in found} - {""}
