"""CPU seconds from the start of a process to first paint: the program's window against an empty PySide6 window.

``python -m tests.bench.first_paint [TIMES]``; the benchmarks call :func:`measure`. What is loaded after the first
frame (the hub, the engine) is not in it: the window stands by then.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EMPTY = """
import os, resource, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget
class Window(QWidget):
    def paintEvent(self, event):
        QTimer.singleShot(0, done)
def done():
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, flush=True)
    os._exit(0)
app = QApplication(sys.argv)
window = Window()
window.resize(1100, 720)
window.show()
app.exec()
"""
OURS = """
import os, resource, sys, tempfile
from pathlib import Path
from app.services.options import Options
from app.ui import main
def done():
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, flush=True)
    os._exit(0)
gui = main.application()
program = main.Program(gui, Options(data_dir=Path(tempfile.mkdtemp())))
program.window.painted.disconnect()
program.window.painted.connect(done)
assert program.claim()
program.start()
gui.exec()
"""


def _cpu(code: str) -> float:
    command = [sys.executable, "-P", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    return float(done.stdout)


def measure(times: int = 9) -> tuple[float, float]:
    """``(empty, ours)``: medians, taken in turns so that a busy machine slows both."""
    _cpu(EMPTY), _cpu(OURS)  # the first ones may compile
    empty, ours = [], []
    for _ in range(times):
        empty.append(_cpu(EMPTY))
        ours.append(_cpu(OURS))
    return statistics.median(empty), statistics.median(ours)


if __name__ == "__main__":
    least, used = measure(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
    print(f"empty window {least:.3f} s, SalesMate Sync {used:.3f} s, ratio {used / least:.2f}")
