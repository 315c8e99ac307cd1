"""TYPE Data and legacy Export Data: built-in reports, which have no STATUS on success."""

# ruff: noqa: E501  (a tag and its text stay on one line)

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.simulator import envelope
from app.simulator.books import Company, Ledger
from app.simulator.fetch import FetchTree
from app.simulator.render_masters import MasterRenderer, masters_of
from app.simulator.render_whole import whole_voucher
from app.simulator.request import Hang, Request, Unintelligible
from app.simulator.values import amount, dmy, esc, parse_date

if TYPE_CHECKING:
    from app.simulator.program import Program

FAR = 1 << 40
EMPTY_BUT_KNOWN = frozenset(
    {
        "balance sheet",
        "profit and loss",
        "stock summary",
        "group summary",
        "godown summary",
        "voucher register",
        "sales register",
        "purchase register",
        "journal register",
        "statistics",
        "cash flow",
        "funds flow",
        "ratio analysis",
        "negative ledgers",
    }
)


def export_report(program: Program, request: Request) -> Iterable[str]:
    """A report by its ID; an unloaded company is refused, an unknown report too, each in its own form."""
    if request.voucher_part:
        raise Hang("report whose part object is a voucher", until="restart")
    company = program.find(request.company)
    if company is None:
        if not program.companies and request.company is None:
            return [] if program.quirks.no_company_gives_empty_body else [envelope.failure("Could not find Company ''")]
        return [envelope.failure(f"Could not set 'SVCurrentCompany' to '{request.company}'")]
    name = request.id.lower()
    if name in ("bills receivable", "bills payable"):
        return [bills(company, name == "bills receivable", _as_of(company, request))]
    if name == "day book":
        # Ignores dates: the vouchers of the last day that has some.
        return envelope.messages(whole_voucher(company, v) for v in company.between(company.last_voucher_date, FAR))
    if name == "list of accounts":
        return envelope.messages(_accounts(company))
    if name == "trial balance":
        return [trial_balance(company)]
    if name in EMPTY_BUT_KNOWN:
        return [envelope.EMPTY_REPORT]
    if request.legacy:
        raise Unintelligible(request.id)
    return [envelope.failure(f"Could not find Report '{request.id}'!")]


def _as_of(company: Company, request: Request) -> int:
    return parse_date(request.variables.get("SVTODATE", "")) or company.period[1]


def open_bills(company: Company, as_of: int) -> dict[tuple[int, str], tuple[Ledger, int, int, int]]:
    """Open bills: (ledger id, bill name) to ledger, paise open, bill date, due date. On Account amounts are not bills."""
    found: dict[tuple[int, str], tuple[Ledger, int, int, int]] = {}
    for voucher in company.between(0, as_of):
        if not voucher.posts:
            continue
        for entry in voucher.entries:
            for bill in entry.bills:
                if bill.kind == "On Account" or not bill.name:
                    continue
                key = (entry.ledger.id, bill.name)
                ledger, owed, day, due = found.get(
                    key, (entry.ledger, 0, voucher.date, voucher.date + bill.credit_days)
                )
                found[key] = (ledger, owed + bill.amount, day, due)
    return {key: row for key, row in found.items() if row[1]}


def bills(company: Company, receivable: bool, as_of: int) -> str:
    """Bills Receivable or Payable: scoped by the sign of what is open, not by group."""
    rows = [
        (day, name, ledger, owed, due)
        for (_, name), (ledger, owed, day, due) in open_bills(company, as_of).items()
        if (owed < 0) == receivable
    ]
    if not rows:
        return envelope.EMPTY_REPORT
    texts = []
    for day, name, ledger, owed, due in sorted(rows, key=lambda row: (row[0], row[2].name, row[1])):
        overdue = "" if due > as_of else str(as_of - due)
        texts.append(
            f" <BILLFIXED>\r\n  <BILLDATE>{dmy(day)}</BILLDATE>\r\n  <BILLREF>{esc(name)}</BILLREF>\r\n"
            f"  <BILLPARTY>{esc(ledger.name)}</BILLPARTY>\r\n</BILLFIXED>\r\n <BILLCL>{amount(owed)}</BILLCL>\r\n"
            f" <BILLDUE>{dmy(due)}</BILLDUE>\r\n <BILLOVERDUE>{overdue}</BILLOVERDUE>\r\n"
        )
    return f"<ENVELOPE>\r\n{''.join(texts)}</ENVELOPE>\r\n"


def trial_balance(company: Company) -> str:
    """Primary groups with their closing balances, as parallel DSPACCNAME and DSPACCINFO rows."""
    sums: dict[str, int] = {}
    for ledger in company.ledgers.values():
        top = list(ledger.parent.ancestry())[-1].name
        sums[top] = sums.get(top, 0) + (ledger.closing or 0)
    rows = []
    for group, total in sorted(sums.items()):
        if group.startswith("\x04") or not total:
            continue
        debit, credit = (amount(total), "") if total < 0 else ("", amount(total))
        rows.append(
            f" <DSPACCNAME>\r\n  <DSPDISPNAME>{esc(group)}</DSPDISPNAME>\r\n </DSPACCNAME>\r\n <DSPACCINFO>\r\n  <DSPCLDRAMT>\r\n"
            f"   <DSPCLDRAMTA>{debit}</DSPCLDRAMTA>\r\n  </DSPCLDRAMT>\r\n  <DSPCLCRAMT>\r\n   <DSPCLCRAMTA>{credit}</DSPCLCRAMTA>\r\n"
            "  </DSPCLCRAMT>\r\n </DSPACCINFO>\r\n"
        )
    return f"<ENVELOPE>\r\n{''.join(rows)}</ENVELOPE>\r\n" if rows else envelope.EMPTY_REPORT


def _accounts(company: Company) -> Iterable[str]:
    for kind, names in (
        ("GROUP", ["GUID", "PARENT"]),
        ("LEDGER", ["GUID", "PARENT", "OPENINGBALANCE", "ISBILLWISEON"]),
    ):
        renderer = MasterRenderer(company, kind, FetchTree.of(names), typed_language_id=True)
        for master in masters_of(company, kind):
            yield renderer.render(master)
