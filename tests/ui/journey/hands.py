"""The X server's own pointer and keyboard, moved as a test device does."""

from __future__ import annotations

import ctypes
import ctypes.util
from typing import Any

REVERT_TO_PARENT, CLIENT_MESSAGE, NO_MASK = 2, 33, 0
#: X's names of keys where they aren't the character or the word itself.
KEYS = {
    "Enter": "Return", "Esc": "Escape", "Del": "Delete", "Space": "space", "PgDown": "Next", "PgUp": "Prior",
    "Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L", "Backspace": "BackSpace",
}  # fmt: skip
NEW_LINE, SHIFTED = ord("\n"), 1


class NoHands(Exception):
    """What moves the pointer is not on this machine."""


def library(name: str) -> Any:
    try:
        return ctypes.CDLL(ctypes.util.find_library(name) or f"lib{name}.so.6")
    except OSError as error:
        raise NoHands(f"there is no lib{name} on this machine") from error


class ClientMessage(ctypes.Structure):
    """XClientMessageEvent, as long as any XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("pad", ctypes.c_long * 12),
    )


class Hands:
    def __init__(self, display: str | None = None) -> None:
        """``display``: ``:1`` and the like; the environment's without."""
        self._x, self._test = library("X11"), library("Xtst")
        x = self._x
        x.XOpenDisplay.restype = ctypes.c_void_p
        for call in (x.XStringToKeysym, x.XkbKeycodeToKeysym, x.XInternAtom):
            call.restype = ctypes.c_ulong
        opened = x.XOpenDisplay(display.encode() if display else None)
        if not opened:
            raise NoHands(f"the display {display} can't be opened")
        self._display = ctypes.c_void_p(opened)

    def move(self, x: int, y: int) -> None:
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def button(self, down: bool, number: int = 1) -> None:
        """1: the left one, 3: the right one; 4 and 5 turn the wheel up and down."""
        self._test.XTestFakeButtonEvent(self._display, number, int(down), ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def click(self, x: int, y: int, *, times: int = 1, number: int = 1) -> None:
        self.move(x, y)
        for _ in range(times):
            self.button(True, number)
            self.button(False, number)

    def press(self, keys: str) -> None:
        """``Ctrl+Enter``, ``F5``, ``a``: all down in their order, and up again."""
        names = keys.split("+") if len(keys) > 1 else [keys]
        codes: list[int] = []
        for name in names:
            codes += self._codes(self._x.XStringToKeysym(KEYS.get(name, name).encode()) or ord(name))
        self._strike(codes)

    def type(self, text: str) -> None:
        for character in text:
            self._strike(self._codes(0xFF0D if ord(character) == NEW_LINE else ord(character)))

    def focus(self, window: int) -> None:
        """What a window manager would do; there is none here."""
        self._x.XSetInputFocus(self._display, ctypes.c_ulong(window), REVERT_TO_PARENT, ctypes.c_ulong(0))
        self._x.XFlush(self._display)

    def close_window(self, window: int) -> None:
        """The cross in a window's title bar, as a window manager tells of it."""
        told = ClientMessage(type=CLIENT_MESSAGE, window=window, message_type=self._atom("WM_PROTOCOLS"), format=32)
        told.data[0] = self._atom("WM_DELETE_WINDOW")
        self._x.XSendEvent(self._display, ctypes.c_ulong(window), 0, ctypes.c_long(NO_MASK), ctypes.byref(told))
        self._x.XFlush(self._display)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def _codes(self, symbol: int) -> list[int]:
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(symbol))
        if not code:
            raise ValueError(f"no key for {symbol:#x}")
        shifted = (
            self._x.XkbKeycodeToKeysym(self._display, code, 0, 0) != symbol
            and self._x.XkbKeycodeToKeysym(self._display, code, 0, SHIFTED) == symbol
        )
        shift = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(self._x.XStringToKeysym(b"Shift_L")))
        return [shift, code] if shifted else [code]

    def _strike(self, codes: list[int]) -> None:
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, ctypes.c_ulong(0))
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, ctypes.c_ulong(0))
        self._x.XFlush(self._display)
