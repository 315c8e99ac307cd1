"""What a simulated company holds, and which of Tally's disputed habits the simulated program has."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class CompanySpec:
    """One company's books, generated from ``seed``: the same spec always gives the same books."""

    name: str
    customers: int = 60
    items: int = 40
    vouchers: int = 400
    seed: int = 1
    from_date: date = date(2025, 4, 1)
    to_date: date = date(2026, 9, 30)
    educational: bool = False
    multi_godown: bool = False
    debtors_name: str = "Sundry Debtors"
    creditors: int = 8
    state: str = "Maharashtra"
    number: int = 0
    guid: str = ""
    data_path: str = ""
    forex: bool = True
    receipts_have_numbers: bool = True
    is_open: bool = True


@dataclass
class Quirks:
    """Habits on which live installs disagree (docs/protocols/tally.md, the rows marked CONFLICT), and the speed.

    The defaults are what most sources saw; a test switches one at a time.
    """

    honour_filters: bool = True
    honour_filter: bool = True
    unknown_fetch_empties: bool = True
    nested_bills_wrong: bool = False
    delete_moves_counter: bool = True
    closing_follows_period: bool = False
    remote_id_searchable: bool = False
    mistyped_company_writes_to_active: bool = False
    no_company_gives_empty_body: bool = False
    bad_order_number: bool = True
    order_due_date_words_only: bool = True
    order_due_in_days_only: bool = False
    missing_godown_is_silent: bool = False
    alter_missing_creates: bool = False
    alter_by_id_duplicates: bool = True
    alter_by_number_needs_words: bool = True
    any_godown_refused: bool = False
    dated_rows_replaced: bool = False
    raw_narrations: bool = False
    undeclared_udf: bool = False
    keep_alive: bool = True
    fixed_ms: float = 0.0
    per_voucher_scan_ms: float = 0.0
    chunk_vouchers: int = field(default=2000, repr=False)
