"""The longest time for which the window's thread did not come round while a first pull ran: milliseconds.

``python -m tests.bench.stall URL COMPANY FOLDER``. The real window on the real engine; a timer on the GUI thread notes every gap
between two of its ticks, from the run's start to its end.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import Any

from app.model.events import RunEnded, RunStarted

_EVERY_MS = 5


def main(url: str, company: str, folder: Path) -> None:
    from PySide6.QtCore import Qt, QTimer

    from app.bootstrap import start
    from app.services.options import Options
    from app.ui.main import Program, application

    options = Options(data_dir=folder, secrets="file")
    app = start(options, schedule=False, listen=None)
    connection = app.services.connections.create(
        {"erp_system": "tally", "connection_name": company, "auth_type": "none", "auth_config": {"company": company},
         "base_url": url, "sync_direction": "pull"}
    )  # fmt: skip
    for entity in ("customer", "product", "order", "invoice", "payment"):
        app.services.configs.create({"connection_id": connection.id, "entity_type": entity, "sync_direction": "pull"})
    gui = application()
    gui.setQuitOnLastWindowClosed(False)
    program = Program(gui, options, app)
    seen: dict[str, Any] = {"running": False, "last": 0.0, "gaps": [], "status": ""}

    def hear(event: Any) -> None:
        if isinstance(event, RunStarted):
            seen["running"] = True
        elif isinstance(event, RunEnded):
            seen["running"], seen["status"] = False, event.status

    def tick() -> None:
        now = time.monotonic()
        if seen["running"] and seen["last"]:
            seen["gaps"].append(now - seen["last"])
        seen["last"] = now if seen["running"] else 0.0
        if seen["status"]:
            gaps = sorted(seen["gaps"])
            found = {"longest_ms": gaps[-1] * 1000, "p99_ms": gaps[int(len(gaps) * 0.99)] * 1000, "ticks": len(gaps)}
            print(json.dumps({"status": seen["status"], **found}), flush=True)
            os._exit(0)

    app.bus.subscribe(hear)
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(tick)
    program.claim()
    program.start()
    QTimer.singleShot(1500, lambda: app.services.runs.start(connection_id=connection.id))
    timer.start(_EVERY_MS)
    gui.exec()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]))
