"""A first load of business partners from a simulated SAP, one with nothing new, and one with a hundred changes."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path

from tests.bench.crm import CHANGED, against, follows, ids_of, in_turns, memory, simulated
from tests.bench.report import Line, child
from tests.bench.zoho import tell


def sap(size: tuple[int, int, int], folder: Path) -> list[Line]:
    """Half as many business partners as the others have vouchers, and a tenth of them for the memory."""
    count = size[2] // 2
    with _sap(count // 10) as (url, control):
        few = child("sap", "ours", url, control, folder / "few")
    with _sap(count) as (url, control):
        hub, record = folder / "hub", folder / "lists"
        ours, rows = in_turns("sap", url, control, hub, record)
        plain = child("sap", "plain", url, control, folder / "plain", record)
        quiet = child("sap", "ours", url, control, hub)
        for ident in ids_of(record, CHANGED):
            tell(control, "change", entity="BusinessPartners", key=ident, FreeText="pays late")
        changed = child("sap", "ours", url, control, hub)
    return [
        against(f"first load of {count:,} business partners from SAP, the same rows written", ours, rows, 1.5),
        against("… into one plain table without index", ours, plain),
        Line("… requests to SAP", f"{ours['requests']:,}", f"{rows['requests']:,} pages", None, "", None),
        memory(ours, few),
        Line("nothing changed: lists asked of SAP", f"{quiet['lists']}", "", None, "2", quiet["lists"] == 2),
        follows("partners", changed, ours),
        Line("… lists asked of SAP", f"{changed['lists']}", "", None, "2", changed["lists"] == 2),
    ]


def _sap(partners: int) -> AbstractContextManager[tuple[str, str]]:
    return simulated("sap", "--partners", str(partners))
