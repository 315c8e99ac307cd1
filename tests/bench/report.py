"""What the parts of the benchmark share: a process for what is measured, and the table."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Line:
    what: str
    ours: str
    limit: str
    ratio: float | None
    goal: str
    ok: bool | None


def child(module: str, *arguments: object) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", f"tests.bench.{module}", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env=_environment(),
    )
    if done.returncode:
        raise SystemExit(f"{module} failed:\n{done.stderr[-4000:]}")
    answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def _environment() -> dict[str, str]:
    """Windows are drawn offscreen where there is no display."""
    shown = {} if os.environ.get("DISPLAY") or sys.platform != "linux" else {"QT_QPA_PLATFORM": "offscreen"}
    return {**os.environ, **shown}


def table_of(lines: list[Line]) -> str:
    rows = ["| what | ours | limit | ratio | must reach | |", "|---|---|---|---|---|---|"]
    for line in lines:
        ratio = f"{line.ratio:.2f}" if line.ratio is not None else ""
        mark = "" if line.ok is None else "yes" if line.ok else "**NO**"
        rows.append(f"| {line.what} | {line.ours} | {line.limit} | {ratio} | {line.goal} | {mark} |")
    return "\n".join(rows)
