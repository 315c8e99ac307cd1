"""The tiny server that waits for a browser: its port is free when it is closed."""

from __future__ import annotations

import threading

import pytest

from app.platform.catcher import Catcher


def test_the_second_to_close_it_finds_the_port_free_too(monkeypatch: pytest.MonkeyPatch) -> None:
    catcher = Catcher(0, "/back", lambda _address: None, seconds=60)
    really, entered, go = catcher._server.server_close, threading.Event(), threading.Event()

    def slowly() -> None:
        if not entered.is_set():
            entered.set()
            go.wait(30)
        really()

    monkeypatch.setattr(catcher._server, "server_close", slowly)
    first, second = threading.Thread(target=catcher.close), threading.Thread(target=catcher.close)
    first.start()
    assert entered.wait(30)
    second.start()
    second.join(0.2)
    assert second.is_alive()  # it must not go on before the first has let go of the port
    go.set()
    first.join(30)
    second.join(30)
    Catcher(catcher.port, "/back", lambda _address: None, seconds=60).close()
