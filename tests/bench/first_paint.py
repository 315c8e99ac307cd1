"""CPU seconds of a whole process until its window has painted: ours, or an empty PySide6 window.

``python -m tests.bench.first_paint empty`` or ``ours FOLDER``.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path


def _report() -> None:
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "rss_mb": used.ru_maxrss / 1024}), flush=True)
    os._exit(0)  # what comes after the first paint is not measured


def empty() -> None:
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QMainWindow

    class Window(QMainWindow):
        def paintEvent(self, event: object) -> None:
            QTimer.singleShot(0, _report)

    gui = QApplication(sys.argv[:1])
    window = Window()
    window.resize(1100, 720)
    window.show()
    gui.exec()


def ours(folder: Path) -> None:
    from PySide6.QtWidgets import QApplication

    from app.services.options import Options
    from app.ui.main import Program

    gui = QApplication(sys.argv[:1])
    gui.setQuitOnLastWindowClosed(False)
    program = Program(gui, Options(data_dir=folder, secrets="file"))
    program.window.painted.connect(_report)
    program.claim()
    program.start()
    gui.exec()


if __name__ == "__main__":
    empty() if sys.argv[1] == "empty" else ours(Path(sys.argv[2]))
