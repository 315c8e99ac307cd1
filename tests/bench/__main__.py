"""Runs the benchmarks and prints a table: ours, the limit, the ratio, and what it must reach.

``--size full`` (20,000 ledgers, 20,000 items, 100,000 vouchers) is the default; ``small`` is a tenth of that. Every figure of
ours stands beside a limit measured in the same run; times are CPU seconds of the measured process, so that a busy machine does
not decide. Results are written to ``docs/benchmarks.md`` with ``--write``.
"""

from __future__ import annotations

import argparse
import json
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

from tests.bench import burst, hub, mapping
from tests.bench import webhooks as events
from tests.bench.accounting import quickbooks
from tests.bench.business_one import sap
from tests.bench.crm import zoho
from tests.bench.first_paint import measure
from tests.bench.report import ROOT, Line, child, table_of

COMPANY = "Demo Traders & Co"
SIZES = {"full": (20_000, 20_000, 100_000), "small": (2_000, 2_000, 10_000)}


class Tally:
    """A simulated Tally in a process of its own."""

    def __init__(self, url: str, control: str) -> None:
        self.url = url
        self.control = control

    def tell(self, method: str, **arguments: Any) -> Any:
        body = json.dumps(arguments).encode()
        with urlopen(Request(f"{self.control}/{method}", data=body, method="POST")) as answer:
            return json.loads(answer.read() or b"null")

    def requests(self) -> list[Any]:
        with urlopen(f"{self.control}/requests") as answer:
            listed: list[Any] = json.loads(answer.read())["requests"]
        return listed


@contextmanager
def tally(customers: int, items: int, vouchers: int) -> Any:
    command = [
        sys.executable, "-m", "app.simulator", "--customers", str(customers), "--items", str(items), "--vouchers", str(vouchers),
        "--control-port", "0",
    ]  # fmt: skip
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        found: dict[str, str] = {}
        while len(found) < 2:
            line = process.stdout.readline()
            if not line:
                raise SystemExit("the simulated Tally did not start")
            if "http://" in line:
                found["control" if "control" in line else "url"] = "http://" + line.split("http://", 1)[1].strip()
        yield Tally(found["url"], found["control"])
    finally:
        process.terminate()
        process.wait()


def pulls(size: tuple[int, int, int], folder: Path) -> list[Line]:
    lines: list[Line] = []
    with tally(*size) as server:
        recorded, hub = folder / "requests", folder / "hub"
        ours = child("pull", server.url, COMPANY, hub, "full", "--record", recorded)
        if ours["status"] != "completed":
            raise SystemExit(f"the pull ended as {ours['status']}: {ours['message']}")
        limit = child("limit", server.url, recorded, folder / "limit.db")
        ratio = ours["cpu"] / limit["cpu"]
        lines.append(
            Line(
                f"first pull of {size[0]:,} ledgers, {size[1]:,} items, {size[2]:,} vouchers",
                f"{ours['cpu']:.1f} CPU s",
                f"{limit['cpu']:.1f} CPU s",
                ratio,
                "at most 2.0",
                ratio <= 2.0,
            )
        )
        lines.append(
            Line(
                "… of it the best open-source loader's figure for this form (collections)",
                f"{ours['cpu']:.1f} CPU s",
                f"{89 * size[2] / 100_000:.1f} CPU s",
                None,
                "below",
                ours["cpu"] < 89 * size[2] / 100_000,
            )
        )
        lines.append(
            Line(
                "… peak memory",
                f"{ours['rss_mb']:.0f} MB",
                f"{limit['rss_mb']:.0f} MB",
                None,
                "under 250 MB",
                ours["rss_mb"] < 250,
            )
        )
        lines += _quiet(server, hub)
        lines += _change(server, hub, ours)
    return lines


def _quiet(server: Tally, hub: Path) -> list[Line]:
    server.tell("clear")
    quiet = child("pull", server.url, COMPANY, hub, "incremental", "--warm")
    asked = len(server.requests()) // 2  # the warming one asks as much
    return [
        Line(
            "a sync with nothing changed, in a program that runs",
            f"{quiet['cpu'] * 1000:.0f} ms CPU",
            "",
            None,
            "under 100 ms",
            quiet["cpu"] < 0.1,
        ),
        Line("… requests to Tally", str(asked), "1", None, "at most 2", asked <= 2),
    ]


def _change(server: Tally, hub: Path, full: dict[str, Any]) -> list[Line]:
    changed = _newest_invoices(hub, 100)
    for number in changed:
        server.tell("edit_voucher", company=COMPANY, master_id=number, narration=f"changed {number}")
    server.tell("clear")
    after = child("pull", server.url, COMPANY, hub, "incremental")
    asked = len(server.requests())
    done = after["processed"]
    ratio = after["cpu"] / full["cpu"]
    return [
        Line(
            f"100 vouchers changed ({done:,} records came in, {len(changed)} changed)", f"{after['cpu']:.2f} CPU s",
            f"{full['cpu']:.1f} CPU s for all", ratio, "follows the 100", ratio < 0.05,
        ),
        Line("… requests to Tally", str(asked), "", None, "", None),
    ]  # fmt: skip


def _newest_invoices(hub: Path, count: int) -> list[int]:
    with closing(sqlite3.connect(hub / "hub.db")) as store:
        rows = store.execute(
            "SELECT remote_id FROM erp_entity_sync_records WHERE entity_type = 'invoice' ORDER BY sweep_key DESC LIMIT ?",
            (count,),
        )
        return [int(row[0]) for row in rows]


def pushes(size: tuple[int, int, int], folder: Path) -> list[Line]:
    """Changed customers sent to Tally: read before, written, read after, each on its own."""
    count = size[0] // 20
    with tally(count, 10, 10) as server:
        recorded = folder / "sent"
        ours = child("push", server.url, COMPANY, folder / "push", count, "--record", recorded)
        if ours["sent"] != count:
            raise SystemExit(f"the push ended as {ours['status']}: {ours['message']}")
        limit = child("limit", server.url, recorded, folder / "push-limit.db")
    ratio, each = ours["cpu"] / limit["cpu"], ours["requests"] / count
    return [
        Line(
            f"{count:,} changed customers sent",
            f"{ours['cpu']:.1f} CPU s",
            f"{limit['cpu']:.1f} CPU s",
            ratio,
            "",
            None,
        ),
        Line("… requests to Tally for each", f"{each:.2f}", "3", None, "3, and a look per lot", each < 3.1),
    ]


def memory(size: tuple[int, int, int], folder: Path) -> list[Line]:
    """Peak memory at the whole number of vouchers against a tenth of it, with the same masters."""
    peaks = []
    for vouchers in (size[2] // 10, size[2]):
        with tally(500, 500, vouchers) as server:
            peaks.append(child("pull", server.url, COMPANY, folder / f"memory{vouchers}", "full")["rss_mb"])
    ratio = peaks[1] / peaks[0]
    return [
        Line(
            f"peak memory at {size[2]:,} vouchers against {size[2] // 10:,}",
            f"{peaks[1]:.0f} MB",
            f"{peaks[0]:.0f} MB",
            ratio,
            "at most 1.2",
            ratio <= 1.2,
        )
    ]


def window(size: tuple[int, int, int], folder: Path) -> list[Line]:
    empty, ours = measure(5)
    ratio = ours / empty
    with tally(*(part // 5 for part in size)) as server:
        stall = child("stall", server.url, COMPANY, folder / "stall")
    return [
        Line(
            "first paint",
            f"{ours:.2f} CPU s",
            f"{empty:.2f} CPU s (empty window)",
            ratio,
            "at most 1.5",
            ratio <= 1.5,
        ),
        Line(
            "longest stall of the window during a pull",
            f"{stall['longest_ms']:.0f} ms",
            "",
            None,
            "under 100 ms",
            stall["longest_ms"] < 100,
        ),
        *_many("full" if size == SIZES["full"] else "small", size, folder / "many"),
    ]


def _many(name: str, size: tuple[int, int, int], folder: Path) -> list[Line]:
    """The window on a hub with many records: every screen, and nothing to do."""
    many = hub.SIZES[name]
    with tally(*(part // 5 for part in size)) as server:
        hub.make(folder, many, server.url, COMPANY)
        found = child("window", "visit", name, folder, COMPANY)
    rest = child("window", "idle", folder)
    lines: list[Line] = []
    syncing = _by_screen(found["syncing"])
    for screen, took in _by_screen(found["quiet"]).items():
        lines.append(_screens(f"{screen}, {many.records:,} records", took))
        lines.append(_screens("… while a sync runs", syncing[screen]))
    share, memory = rest["share"] * 100, rest["uss_mb"] + rest["qt_mb"]
    return [
        *lines,
        Line("idle, beside the clock", f"{share:.2f} % of a core", "", None, "under 0.5 %", share < 0.5),
        Line("… memory that is its alone, or Qt's", f"{memory:.0f} MB", "", None, "under 150 MB", memory < 150),
        Line("… with what other programs use, too", f"{rest['rss_mb']:.0f} MB", "", None, "", None),
    ]


def _by_screen(found: list[Any]) -> dict[str, tuple[float, float]]:
    """``{screen: (ms until it is filled, ms of the longest stall in whatever is done there)}``."""
    screens: dict[str, tuple[float, float]] = {}
    for screen, doing, filled, stall in found:
        opened, longest = screens.get(screen, (0.0, 0.0))
        screens[screen] = (filled if doing == "opens" else opened, max(longest, stall))
    return screens


def _screens(what: str, took: tuple[float, float]) -> Line:
    filled, stall = took
    return Line(
        what, f"{filled:.0f} ms, stall {stall:.0f} ms", "", None, "300 ms, 50 ms", filled <= 300 and stall <= 50
    )


def mapped(size: tuple[int, int, int], _folder: Path) -> list[Line]:
    """Customers of fifteen fields through the mapping engine, three of them with a transform, and invoices of five lines."""
    customers = f"{size[0]:,} customers of 15 fields mapped, 3 with a transform"
    found = _mapped(customers, size[0], mapping.measure(size[0]), least=50_000)
    count = size[0] // 4
    return found + _mapped(f"{count:,} invoices of 5 lines mapped", count, mapping.measure_invoices(count))


def _mapped(what: str, count: int, took: tuple[float, float, float], least: int | None = None) -> list[Line]:
    ours, copied, written = took
    rate = count / ours
    return [
        Line(
            what,
            f"{rate:,.0f} a CPU s",
            f"{count / copied:,.0f} a CPU s (copied)",
            ours / copied,
            f"at least {least:,}" if least else "",
            rate >= least if least else None,
        ),
        Line(
            "… by hand in plain Python",
            f"{rate:,.0f} a CPU s",
            f"{count / written:,.0f} a CPU s",
            ours / written,
            "",
            None,
        ),
    ]


def webhooks(size: tuple[int, int, int], folder: Path) -> list[Line]:
    """Events through the listener beside a bare endpoint with one durable insert each, and a burst of them during a sync."""
    ours, bare = events.measure(folder)
    with tally(*(part // 5 for part in size)) as server:
        stall = burst.measure(server.url, COMPANY, folder / "burst")
        killed = burst.survive(server.url, COMPANY, folder / "killed")
    came, taken = stall["events"].get("processed", 0), killed["events"].get("processed", 0)
    return [
        Line(
            f"webhook events taken in, {events.SENDERS} senders",
            f"{ours:,.0f}/s",
            f"{bare:,.0f}/s",
            ours / bare,
            "at least 0.5",
            ours / bare >= 0.5,
        ),
        Line(
            f"longest stall of the window: {burst.EVENTS:,} events during a sync",
            f"{stall['longest_ms']:.0f} ms",
            f"{stall['idle_ms']:.0f} ms (idle process)",
            None,
            "at most 50 ms",
            stall["longest_ms"] <= max(50, stall["idle_ms"]),
        ),
        Line("… of them worked off", f"{came:,}", f"{burst.EVENTS:,}", None, "all", came == burst.EVENTS),
        Line("… in so many syncs", f"{stall['runs']}", "", None, "a few", stall["runs"] <= 10),
        Line(
            f"killed after {killed['answered']:,} answers: events lost",
            f"{killed['lost']}",
            f"{taken:,} kept and worked off",
            None,
            "none",
            killed["lost"] == 0 and taken >= killed["answered"],
        ),
    ]


PARTS = {
    "pulls": pulls,
    "pushes": pushes,
    "memory": memory,
    "window": window,
    "mapping": mapped,
    "webhooks": webhooks,
    "zoho": zoho,
    "quickbooks": quickbooks,
    "sap": sap,
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--size", choices=SIZES, default="full")
    parser.add_argument("--only", choices=PARTS, action="append")
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    asked = parser.parse_args()
    lines: list[Line] = []
    for name in asked.only or PARTS:
        with tempfile.TemporaryDirectory() as folder:
            lines += PARTS[name](SIZES[asked.size], Path(folder))
    table = table_of(lines)
    print(table)
    if asked.write:
        page = ROOT / "docs" / "benchmarks.md"
        page.write_text(_with_table(page.read_text(encoding="utf-8"), table), encoding="utf-8")
    return 0 if all(line.ok is not False for line in lines) else 1


def _with_table(page: str, table: str) -> str:
    """The page with this table in the place of its first; what is said of the figures stays."""
    before, found, after = page.partition("| what |")
    _, _, rest = (found + after).partition("\n\n")
    return f"{before}{table}\n\n{rest}"


if __name__ == "__main__":
    sys.exit(main())
