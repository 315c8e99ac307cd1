"""The whole program behind a wizard, for the tests of one system each: its services on a data folder of its own, and a desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from app import bootstrap
from app.services.options import Options
from app.ui.bridge import Bridge
from app.ui.desk import Desk
from app.ui.local import LocalSettings
from app.ui.wizard.wizard import ConnectionWizard
from app.ui.work import Work
from tests.ui.conftest import calm, throw_away


@contextmanager
def program(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """``desk``, ``app`` and its ``services``."""
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
    app = bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=None)
    work, bridge = Work(), Bridge()
    bridge.listen(app.bus)
    desk = Desk(app.services, work, bridge, LocalSettings(None))
    yield SimpleNamespace(desk=desk, app=app, services=app.services)
    bridge.close()
    work.close()
    for each in (desk, bridge, work):
        each.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    app.close()


@contextmanager
def opened(desk: Desk, qtbot: Any) -> Iterator[ConnectionWizard]:
    """The wizard, as a person sees it first."""
    made = ConnectionWizard(desk)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    if made.isVisible():
        made.reject()
    calm(qtbot, desk)
    throw_away(made)
