"""A first load of customers from a simulated QuickBooks, one with nothing new, and one with a hundred changes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from tests.bench.crm import CHANGED, against, follows, ids_of, in_turns, memory, simulated
from tests.bench.report import Line, child
from tests.bench.zoho import tell


def quickbooks(size: tuple[int, int, int], folder: Path) -> list[Line]:
    """As many customers as the others have vouchers, and a tenth of them for the memory."""
    count = size[2]
    with _quickbooks(count // 10) as (url, control):
        few = child("quickbooks", "ours", url, control, folder / "few")
    with _quickbooks(count) as (url, control):
        hub, record = folder / "hub", folder / "lists"
        ours, rows = in_turns("quickbooks", url, control, hub, record)
        plain = child("quickbooks", "plain", url, control, folder / "plain", record)
        quiet = child("quickbooks", "ours", url, control, hub)
        for ident in ids_of(record, CHANGED):
            tell(control, "change", entity="Customer", id=ident, Notes="pays late")
        changed = child("quickbooks", "ours", url, control, hub)
    return [
        against(f"first load of {count:,} QuickBooks customers, the same rows written", ours, rows, 1.5),
        against("… into one plain table without index", ours, plain),
        Line("… requests to QuickBooks", f"{ours['requests']:,}", f"{rows['requests']:,} pages", None, "", None),
        memory(ours, few),
        Line("nothing changed in any module: requests", f"{quiet['requests']}", "", None, "1", quiet["requests"] == 1),
        follows("customers", changed, ours),
        Line("… requests to QuickBooks", f"{changed['requests']}", "", None, "1", changed["requests"] == 1),
    ]


def _quickbooks(customers: int) -> AbstractContextManager[tuple[str, str]]:
    return simulated("quickbooks", "--customers", str(customers), "--no-limits", "--no-spec")
