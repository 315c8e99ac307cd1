"""A first load of contacts from a simulated Zoho, one with nothing new, and one with a hundred changes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from tests.bench.report import ROOT, Line, child
from tests.bench.zoho import tell

CHANGED = 100
TURNS = 5


def zoho(size: tuple[int, int, int], folder: Path) -> list[Line]:
    """As many contacts as the others have vouchers, and a tenth of them for the memory."""
    count = size[2]
    with _zoho(count // 10) as (url, control):
        few = child("zoho", "ours", url, control, folder / "few")
    with _zoho(count) as (url, control):
        hub, record = folder / "hub", folder / "lists"
        ours, rows = in_turns("zoho", url, control, hub, record)
        plain = child("zoho", "plain", url, control, folder / "plain", record)
        quiet = child("zoho", "ours", url, control, hub)
        for ident in ids_of(record, CHANGED):
            tell(control, "change", module="Contacts", id=ident, Mailing_City="Nashik")
        changed = child("zoho", "ours", url, control, hub)
    return [
        against(f"first load of {count:,} contacts, the same rows written", ours, rows, 1.5),
        against("… into one plain table without index", ours, plain),
        Line("… requests to Zoho", f"{ours['requests']:,}", f"{rows['requests']:,} pages", None, "", None),
        memory(ours, few),
        Line("nothing changed: requests to Zoho", f"{quiet['requests']}", "", None, "2", quiet["requests"] == 2),
        follows("contacts", changed, ours),
        Line("… requests to Zoho", f"{changed['requests']}", "", None, "2", changed["requests"] == 2),
    ]


def in_turns(system: str, url: str, control: str, hub: Path, record: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    """First loads and the limit of each, turn by turn: a machine is not as fast in one minute as in the next. The CPU is the mean
    of all; the rest, and the hub, is the last one's."""
    turns: list[tuple[dict[str, Any], dict[str, Any]]] = []
    while len(turns) < TURNS:
        shutil.rmtree(hub, ignore_errors=True)
        ours = child(system, "ours", url, control, hub, record)
        if ours["status"] != "completed":
            raise SystemExit(f"the load ended as {ours['status']}: {ours['error']}")
        turns.append((ours, child(system, "rows", url, control, hub, record)))
    for which, last in enumerate(turns[-1]):
        last["cpu"] = sum(turn[which]["cpu"] for turn in turns) / TURNS
    return turns[-1]


def memory(many: dict[str, float], few: dict[str, float]) -> Line:
    ratio = many["rss_mb"] / few["rss_mb"]
    return Line(
        "… peak memory against that of a tenth",
        f"{many['rss_mb']:.0f} MB",
        f"{few['rss_mb']:.0f} MB",
        ratio,
        "at most 1.2",
        ratio <= 1.2,
    )


def follows(what: str, changed: dict[str, float], whole: dict[str, float]) -> Line:
    share = changed["cpu"] / whole["cpu"]
    return Line(
        f"{CHANGED} {what} changed ({changed['processed']:,} records came in)",
        f"{changed['cpu']:.2f} CPU s",
        f"{whole['cpu']:.1f} CPU s for all",
        share,
        f"follows the {CHANGED}",
        share < 0.05,
    )


def against(what: str, ours: dict[str, float], limit: dict[str, float], most: float | None = None) -> Line:
    ratio = ours["cpu"] / limit["cpu"]
    return Line(
        what,
        f"{ours['cpu']:.1f} CPU s",
        f"{limit['cpu']:.1f} CPU s",
        ratio,
        f"at most {most}" if most else "",
        ratio <= most if most else None,
    )


def ids_of(record: Path, count: int) -> list[str]:
    found: list[str] = json.loads(record.read_text())["ids"]
    return found[:: len(found) // count][:count]


def _zoho(contacts: int) -> AbstractContextManager[tuple[str, str]]:
    return simulated("zoho", "--contacts", str(contacts), "--edition", "ultimate", "--no-spec")


@contextmanager
def simulated(system: str, *options: str) -> Iterator[tuple[str, str]]:
    """Its address and that of its controls; a process of its own."""
    command = [sys.executable, "-m", f"tests.simulators.{system}", "--control", "0", *options]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        found: dict[str, str] = {}
        while len(found) < 2:
            line = process.stdout.readline()
            if not line:
                raise SystemExit(f"the simulated {system} did not start")
            said, _, address = line.strip().rpartition(" on ")
            found |= {said: address} if said else {}
        yield found["listening"], found["control"]
    finally:
        process.terminate()
        process.wait()
