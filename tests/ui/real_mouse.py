"""A program of its own for test_mapping_board: drags with the X server's pointer, which goes all the way through Qt's own dragging.

Prints a word for each thing that worked. Ends with 77 where this machine can't move the pointer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication

from app.ui import icons
from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.mappings.board import Board
from app.ui.mappings.editor import Editor
from app.ui.mappings.sides import LOCAL, REMOTE
from app.ui.theme import Theme
from app.ui.work import Work
from tests.ui.fakes import FakeServices
from tests.ui.journey.hands import Hands, NoHands
from tests.ui.mapping_bench import CUSTOMERS

CANNOT, TICK_MS, MOST_TICKS = 77, 10, 4000
Condition = Callable[[], Any]


def row(board: Board, side: str, path: str) -> QPoint:
    where = (board.left if side == LOCAL else board.right).view
    index = where.model().index(where.side.row_of(path), 0)
    where.scrollTo(index)
    return where.viewport().mapToGlobal(where.visualRect(index).center())


def drag(board: Board, pointer: Hands, start: QPoint, end: QPoint, over: Condition) -> Iterator[Condition]:
    """Up to the moment before the button is let go; goes on when what is yielded is true."""
    pointer.move(*start.toTuple())
    yield lambda: QCursor.pos() == start
    pointer.button(True)
    yield lambda: QApplication.mouseButtons()
    at = 0
    while not over():
        at += 1
        share = min(at / 12, 1.0)
        pointer.move(*(start + (end - start) * share + QPoint(at % 2, 0)).toTuple())
        yield lambda: True


def let_go(board: Board, pointer: Hands) -> Iterator[Condition]:
    pointer.button(False)
    yield lambda: not board.hand.by_mouse and board._carrying.carry is None


def play(board: Board, pointer: Hands) -> Iterator[Condition]:
    document = board._editor.document
    pointer.focus(int(board.winId()))
    start, end = row(board, LOCAL, "email"), row(board, REMOTE, "EMAIL")
    count = len(document.links)

    def over_email() -> bool:
        return board.hand.by_mouse and board.right.view.target == "EMAIL"

    yield from drag(board, pointer, start, end, over_email)
    pointer.press("Esc")
    yield lambda: not board.hand.by_mouse
    pointer.button(False)
    yield lambda: not QApplication.mouseButtons()
    assert len(document.links) == count
    print("cancelled")

    yield from drag(board, pointer, start, end, over_email)
    yield from let_go(board, pointer)
    assert document.between("email", "EMAIL") is not None
    print("linked")

    start = row(board, REMOTE, "LEDGERMOBILE")
    curve = board.lines.curve_of(document.between("phone", "LEDGERPHONE"))
    assert curve is not None
    middle = board.lines.mapToGlobal(QPoint(board.lines.width() // 2, round((curve.y0 + curve.y1) / 2)))
    yield from drag(board, pointer, start, middle, lambda: board.hand.by_mouse and board.lines.target == curve.number)
    yield from let_go(board, pointer)
    assert document.between("phone", "LEDGERMOBILE") is not None
    print("replaced")

    document.select(document.between("phone", "LEDGERMOBILE"))
    handle = board.lines.mapToGlobal(dict(board.lines._handles())[LOCAL].toPoint())
    end = row(board, LOCAL, "mobile")
    yield from drag(board, pointer, handle, end, lambda: board.hand.by_mouse and board.left.view.target == "mobile")
    yield from let_go(board, pointer)
    assert document.between("mobile", "LEDGERMOBILE") is not None
    print("moved")


def main() -> int:
    try:
        pointer = Hands()
    except NoHands as error:
        print(error)
        return CANNOT
    app = QApplication([])
    icons.load()
    Theme(app, "light")
    services, work, bridge = FakeServices(1), Work(), Bridge()
    editor = Editor(Desk(services, work, bridge, LocalSettings(None)), app)
    board = Board(editor, None)
    board.setGeometry(20, 20, 1100, 800)
    board.show()
    editor.opened.connect(lambda: timer.start(TICK_MS) if editor.bench is not None else None)
    script, ticks = play(board, pointer), [0]
    ready: list[Condition] = [lambda: board.windowHandle().isExposed() and not work.busy]

    def tick() -> None:
        ticks[0] += 1
        try:
            if ready[0]():
                ready[0] = next(script)
        except StopIteration:
            app.exit(0)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            app.exit(1)
        if ticks[0] > MOST_TICKS:
            print("it hangs:", board._carrying.carry, board.right.view.target, QCursor.pos(), file=sys.stderr)
            app.exit(2)

    timer = QTimer(board)
    timer.timeout.connect(tick)
    editor.open(CUSTOMERS)
    code = app.exec()
    timer.stop()
    editor.close()
    work.close()
    bridge.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
