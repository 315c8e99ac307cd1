"""``--quit``: how an installer has the program end before it takes its files away."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

from app.ui.instance import QUIT, SingleInstance, end_running

ROOT = Path(__file__).parents[2]


def test_it_waits_until_the_window_has_let_go_of_its_data(qapp: Any, qtbot: Any, tmp_path: Path) -> None:
    running = SingleInstance(tmp_path)
    assert running.claim()
    asked: list[list[str]] = []
    running.answer(asked.append)
    installer = subprocess.Popen([sys.executable, "-m", "app", "--quit", "--data-dir", str(tmp_path)], cwd=ROOT)
    try:
        qtbot.waitUntil(lambda: bool(asked), timeout=30_000)
        assert asked == [[QUIT]]
        assert installer.poll() is None  # it still waits
        running.close()
        qtbot.waitUntil(lambda: installer.poll() is not None, timeout=30_000)
        assert installer.returncode == 0
    finally:
        installer.kill()
        running.close()


def test_it_says_when_the_window_goes_on(qapp: Any, qtbot: Any, tmp_path: Path) -> None:
    assert end_running(tmp_path / "never used")
    assert not (tmp_path / "never used").exists()
    running = SingleInstance(tmp_path)
    assert running.claim()
    assert not end_running(tmp_path, patience=0.01)  # nobody answers the bell
    running.close()
    assert end_running(tmp_path)
