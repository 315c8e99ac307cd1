"""``DISPLAY=:1 python -m tests.ui.journey.tray_host``: a place beside the clock, for as long as it runs.

The X server has none itself: whoever owns the selection ``_NET_SYSTEM_TRAY_S0`` is asked to take icons in (XEMBED). Says
``ready X Y`` when it is owned: where on the screen an icon will be.
"""

from __future__ import annotations

import ctypes
import sys

from tests.ui.journey.hands import CLIENT_MESSAGE, ClientMessage, library

SIDE, STRUCTURE_NOTIFY, DOCK = 32, 1 << 17, 0
EMBEDDED_NOTIFY = 0


def main() -> int:
    x = library("X11")
    x.XOpenDisplay.restype = ctypes.c_void_p
    for call in (x.XInternAtom, x.XDefaultRootWindow, x.XCreateSimpleWindow):
        call.restype = ctypes.c_ulong
    display = ctypes.c_void_p(x.XOpenDisplay(None))
    root = x.XDefaultRootWindow(display)
    right = x.XDisplayWidth(display, 0) - SIDE
    window = x.XCreateSimpleWindow(
        display, ctypes.c_ulong(root), right, 0, SIDE, SIDE, 0, ctypes.c_ulong(0), ctypes.c_ulong(0xFFFFFF)
    )
    owner = x.XInternAtom(display, b"_NET_SYSTEM_TRAY_S0", 0)
    opcode = x.XInternAtom(display, b"_NET_SYSTEM_TRAY_OPCODE", 0)

    def tell(to: int, kind: bytes, mask: int, *data: int) -> None:
        told = ClientMessage(type=CLIENT_MESSAGE, window=to, message_type=x.XInternAtom(display, kind, 0), format=32)
        told.data[: len(data)] = data
        x.XSendEvent(display, ctypes.c_ulong(to), 0, ctypes.c_long(mask), ctypes.byref(told))

    x.XSetSelectionOwner(display, ctypes.c_ulong(owner), ctypes.c_ulong(window), ctypes.c_ulong(0))
    x.XMapRaised(display, ctypes.c_ulong(window))
    tell(root, b"MANAGER", STRUCTURE_NOTIFY, 0, owner, window)
    x.XFlush(display)
    print(f"ready {right + SIDE // 2} {SIDE // 2}", flush=True)
    event = ClientMessage()
    while True:
        x.XNextEvent(display, ctypes.byref(event))
        if event.type == CLIENT_MESSAGE and event.message_type == opcode and event.data[1] == DOCK:
            icon = event.data[2]
            x.XReparentWindow(display, ctypes.c_ulong(icon), ctypes.c_ulong(window), 0, 0)
            x.XResizeWindow(display, ctypes.c_ulong(icon), SIDE, SIDE)
            x.XMapRaised(display, ctypes.c_ulong(icon))
            tell(icon, b"_XEMBED", 0, 0, EMBEDDED_NOTIFY, 0, window, 0)
            x.XFlush(display)


if __name__ == "__main__":
    sys.exit(main())
