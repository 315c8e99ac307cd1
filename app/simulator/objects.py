"""TYPE Object: one object, fast at any size of the books, deadly in two ways (docs/protocols/tally.md, What hangs)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.simulator import envelope
from app.simulator.fetch import FetchTree
from app.simulator.render_masters import MasterRenderer, masters_of
from app.simulator.render_whole import whole_voucher
from app.simulator.request import Crash, Hang, Request
from app.simulator.values import fold

if TYPE_CHECKING:
    from app.simulator.program import Program

KINDS = {
    "voucher": "VOUCHER",
    "ledger": "LEDGER",
    "stockitem": "STOCKITEM",
    "stock item": "STOCKITEM",
    "group": "GROUP",
    "unit": "UNIT",
    "vouchertype": "VOUCHERTYPE",
    "company": "COMPANY",
    "stockgroup": "STOCKGROUP",
    "godown": "GODOWN",
}


def export_object(program: Program, request: Request) -> Iterable[str]:
    """The whole voucher by ``ID:n``, or a master by name with its fetched fields."""
    if request.fetch_list is None:
        raise Hang("Object export without a FETCHLIST", until="restart")
    company = program.find(request.company)
    if company is None:
        raise Crash("Object export naming a company that is not open")
    kind = KINDS.get(request.subtype.strip().lower())
    if kind is None:
        raise Hang(f"unknown object type {request.subtype}")
    if kind == "VOUCHER":
        match = re.fullmatch(r"ID:([1-9][0-9]*)", request.id.strip())
        voucher = company.vouchers.get(int(match[1])) if match else None
        if voucher is None:
            return [envelope.not_found(f"Voucher:{request.id}")]
        return envelope.messages([whole_voucher(company, voucher)])
    tree = FetchTree.of(request.fetch_list)
    if kind == "COMPANY":
        # The Object export of a company lacks ALTVCHID.
        tree.leaves.pop("ALTVCHID", None)
        return envelope.messages([MasterRenderer(company, kind, tree, typed_language_id=True).render(company)])
    wanted = fold(request.id)
    for master in masters_of(company, kind):
        if fold(master.name) == wanted or wanted in {fold(alias) for alias in master.aliases}:
            return envelope.messages([MasterRenderer(company, kind, tree, typed_language_id=True).render(master)])
    return [envelope.not_found(f"{request.subtype}:{request.id}")]
