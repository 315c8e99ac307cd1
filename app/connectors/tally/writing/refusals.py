"""What Tally says when it refuses a record, in plain words: one table from its texts (docs/protocols/tally.md: Import answers).

``retryable`` means: the same record may go through later without a change to it (a company to be opened, a master to be
made in Tally); the rest needs a change of the record.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.connectors.tally import errors
from app.model.errors import ConnectorError, NotReady, Rejected


@dataclass(frozen=True)
class _Row:
    pattern: re.Pattern[str]
    code: str
    message: str
    hint: str
    field: str | None = None
    retryable: bool = False


def _row(
    pattern: str, code: str, message: str, hint: str, *, field: str | None = None, retryable: bool = False
) -> _Row:
    return _Row(re.compile(pattern, re.IGNORECASE | re.DOTALL), code, message, hint, field, retryable)


#: ``{1}`` in a message is the pattern's first group, ``{0}`` the whole text, ``{what}`` the record.
TABLE: tuple[_Row, ...] = (
    _row(
        r"stock item '(.*)' does not exist",
        "item_missing",
        "{what} names the stock item “{1}”, which Tally does not have. Nothing was saved.",
        "Sync the products first, or choose another product; then send it again.",
        field="STOCKITEM",
        retryable=True,
    ),
    _row(
        r"stock group '(.*)' does not exist",
        "stock_group_missing",
        "{what} names the stock group “{1}”, which Tally does not have. Nothing was saved.",
        "Make that stock group in Tally, or choose another category; then send it again.",
        field="PARENT",
        retryable=True,
    ),
    _row(
        r"voucher type '(.*)' does not exist",
        "voucher_type_missing",
        "{what} needs the voucher type “{1}”, which Tally does not have. Nothing was saved.",
        "Choose a voucher type of that company in the connection's settings.",
    ),
    _row(
        r"ledger '(.*)' does not exist",
        "ledger_missing",
        "{what} names the ledger “{1}”, which Tally does not have. Nothing was saved.",
        "Sync the customers first; a sales, tax or bank ledger is chosen in the connection's settings. Then send it again.",
        retryable=True,
    ),
    _row(
        r"group 'primary' does not exist",
        "group_missing",
        "{what} was to stand at the very top of Tally's groups, where it can't stand. Nothing was saved.",
        "Choose a group below Sundry Debtors.",
        field="PARENT",
    ),
    _row(
        r"group '(.*)' does not exist",
        "group_missing",
        "{what} names the group “{1}”, which Tally does not have. Nothing was saved.",
        "Make that group in Tally, or choose another one; then send it again.",
        field="PARENT",
        retryable=True,
    ),
    _row(
        r"unit (?:'(.*)' )?does not exist",
        "unit_missing",
        "{what} needs the unit “{1}”, which Tally does not have. Nothing was saved.",
        "Make that unit in Tally (Create > Unit), or choose another one; then send it again.",
        field="BASEUNITS",
        retryable=True,
    ),
    _row(
        r"godown '(.*)' does not exist",
        "godown_missing",
        "{what} was refused: in this company every stock line needs a godown (sent was “{1}”). Nothing was saved.",
        "Choose the godown for our entries in the connection's settings.",
    ),
    _row(
        r"bad order number",
        "order_number",
        "{what} was refused: Tally wants an order number and a due date on every line. Nothing was saved.",
        "Check that the order has a number and a due date. If it has, enter one order by hand in Tally and sync: its form is "
        "taken over.",
        field="VOUCHERNUMBER",
    ),
    _row(
        r"tds rate '(.*)' does not exist",
        "tds_rate",
        "{what} was refused: the ledger needs the TDS nature of payment “{1}”, which can be made on Tally's screen only.",
        "Make it in Tally, then send the record again.",
        retryable=True,
    ),
    _row(
        r"voucher date is missing",
        "date_refused",
        "{what} was refused because of its date. Nothing was saved.",
        "An Educational licence takes only the 1st, 2nd and 31st of a month; otherwise the date is missing or can't be read.",
        field="DATE",
    ),
    _row(
        r"out of range|date cannot be below",
        "date_refused",
        "{what} was refused: its date lies outside the books' period ({0}). Nothing was saved.",
        "Check the date. Tally takes nothing before the day on which the books begin.",
        field="DATE",
    ),
    _row(
        r"voucher (?:number cannot be left blank|no\. is missing)",
        "number_missing",
        "{what} was refused: this voucher type is numbered by hand and no number was sent. Nothing was saved.",
        "Fill in its number, or set the voucher type's numbering to Automatic in Tally.",
        field="VOUCHERNUMBER",
    ),
    _row(
        r"duplicate voucher no|voucher number '(.*)' already exists",
        "number_taken",
        "{what} was refused: that number is used already. Nothing was saved.",
        "Give it another number.",
        field="VOUCHERNUMBER",
    ),
    _row(
        r"totals do not match|mismatch in total amount",
        "not_balanced",
        "{what} was refused: its lines, taxes and total do not add up ({0}). Nothing was saved.",
        "Check lines, taxes, round off and total of the document.",
        field="TOTAL",
    ),
    _row(
        r"no entries in voucher|no accounting or inventory entries",
        "no_lines",
        "{what} was refused: nothing is left of it but empty lines. Nothing was saved.",
        "Give it at least one line with an amount.",
        field="LINES",
    ),
    _row(
        r"'(.*)' already exists|already exists",
        "name_used",
        "{what} was refused: Tally has that name already. Nothing was saved.",
        "Choose another name. Tally does not tell capitals, hyphens and spaces apart.",
        field="NAME",
    ),
    _row(
        r"cannot be deleted",
        "in_use",
        "Tally does not delete {what}: entries, or other records, still use it. It is unchanged.",
        "Delete those first. If there are none, Tally may need Company Data > Rewrite.",
    ),
    _row(
        r"item does not exist|voucher does not exist|could not find",
        "not_there",
        "Tally does not have {what} (any more). Nothing was changed.",
        "It was deleted or renamed in Tally. The next sync shows what became of it.",
    ),
    _row(
        r"name cannot be left blank",
        "name_missing",
        "{what} was refused: it has no name. Nothing was saved.",
        "Fill in the name.",
        field="NAME",
    ),
    _row(
        r"object is empty",
        "empty",
        "{what} was refused as empty. Nothing was saved.",
        "Send support the diagnostics bundle.",
    ),
    _row(
        r"base currency symbol is required",
        "company_create",
        "Tally took {what} for a new company and refused it. Nothing was saved.",
        "Send support the diagnostics bundle.",
    ),
)


def from_text(text: str, what: str) -> ConnectorError:
    """Our error for what Tally said of ``what``. An unknown text is quoted."""
    clean = " ".join(text.split())[:300]
    company = _company_trouble(clean)
    if company is not None:
        return company
    for row in TABLE:
        match = row.pattern.search(clean)
        if match:
            groups = [clean, *[group or "" for group in match.groups()], ""]
            message = row.message.format(*groups, what=what)
            return Rejected(_sentence(message), hint=row.hint, code=row.code, field=row.field, retryable=row.retryable)
    return Rejected(
        _sentence(f"{what} was refused by Tally: “{clean}”. Nothing was saved."),
        hint="Change the record, or enter it in Tally by hand to see what Tally wants.",
    )


def _company_trouble(text: str) -> NotReady | None:
    """No company, or not ours: that is no fault of the record."""
    problem = errors.from_text(text) if re.search(r"SVCurrentCompany|could not find company", text, re.I) else None
    return problem if isinstance(problem, NotReady) else None


def silent(what: str) -> Rejected:
    """EXCEPTIONS without a text (docs/protocols/tally.md: Import answers)."""
    return Rejected(
        _sentence(f"{what} was refused by Tally without a reason. Nothing was saved."),
        code="silent_exception",
        hint="As a rule the number is used already, a stock line lacks its godown, a sale has no item lines, or a line has no "
        "amount. In Tally, Exchange > Data Exceptions (or the import's exceptions) may tell more.",
    )


def nothing_done(what: str) -> Rejected:
    """All counters are zero."""
    return Rejected(
        _sentence(f"Tally took {what} and did nothing with it, without a reason."),
        code="nothing_done",
        hint="Open the record in Tally and look whether it can be changed there.",
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
