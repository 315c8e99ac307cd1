"""Opening the window, where there is a display for it."""

from __future__ import annotations

import os
import sys

from app.cli.terminal import say_error
from app.services.options import Options


def has_display() -> bool:
    """Can a window be shown? (A Qt platform chosen by hand counts as one.)"""
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def open_window(options: Options, *, background: bool = False) -> int:
    if not has_display():
        say_error(
            "There is no display to open a window on.",
            "Use `salesmate-sync serve --data-dir DIR` on a server, or `salesmate-sync --help` for the other commands.",
        )
        return 2
    # Straight to the window: it paints before the rest of the program is imported.
    from app.ui.main import run

    return int(run(options, background=background))


def end_window(options: Options) -> int:
    """0 when none runs, or none any more, else 1. (For installers, which must not pull the program from under it.)"""
    from app.ui.instance import data_folder, end_running

    if end_running(data_folder(options)):
        return 0
    say_error("SalesMate Sync is still running.", "Quit it from its tray icon's menu, then try again.")
    return 1
