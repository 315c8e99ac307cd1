"""A simulated cloud system as a program of its own: it lives on when ours is killed."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any, Self
from urllib.request import Request, urlopen


class CloudProcess:
    """Each method of the simulator's controls is one of this; ``url`` is where the simulated ``system`` (``zoho``) listens."""

    def __init__(self, system: str, *options: str) -> None:
        self._system = system
        self._command = [sys.executable, "-m", f"tests.simulators.{system}", "--control", "0", *options]

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, text=True)
        self._control, self.url = self._said("control on "), self._said("listening on ")
        return self

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.communicate(timeout=20)

    def _said(self, what: str) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.startswith(what), line
        return line.removeprefix(what).strip()

    def violations(self) -> list[Any]:
        """What the vendor's specification has against our requests; SAP's simulator has none to look at."""
        if self._system == "sap":
            return []
        with urlopen(f"{self._control}/violations") as answer:
            return list(json.loads(answer.read())["violations"])

    def __getattr__(self, name: str) -> Any:
        def call(**arguments: Any) -> Any:
            body = json.dumps(arguments).encode()
            with urlopen(Request(f"{self._control}/{name}", data=body, method="POST")) as answer:
                return json.loads(answer.read())["result"]

        return call
