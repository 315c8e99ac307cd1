"""TYPE Collection: the default way to read (docs/protocols/tally.md, Requests)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from app.simulator import envelope, render_masters, render_vouchers
from app.simulator.books import Company, Ledger, Master, Voucher
from app.simulator.fetch import FetchTree
from app.simulator.formula import Day, DeadlyFormula, FormulaError, Getter, compile_formula, date_bounds, parse
from app.simulator.request import CollectionDefinition, Crash, Hang, Request
from app.simulator.spec import Quirks
from app.simulator.values import educational_day, esc, parse_date

if TYPE_CHECKING:
    from app.simulator.program import Program

TYPES = {
    "company": "COMPANY",
    "group": "GROUP",
    "ledger": "LEDGER",
    "stockgroup": "STOCKGROUP",
    "stockitem": "STOCKITEM",
    "stockcategory": "STOCKCATEGORY",
    "unit": "UNIT",
    "godown": "GODOWN",
    "vouchertype": "VOUCHERTYPE",
    "voucher": "VOUCHER",
    "currency": "CURRENCY",
    "costcentre": "COSTCENTRE",
    "costcategory": "COSTCENTRE",
    "budget": "",
    "bills": "",
    "taxunit": "",
    "batch": "",
}
BUILT_IN = {
    "list of ledgers": "ledger",
    "list of groups": "group",
    "list of vouchertypes": "vouchertype",
    "list of stock items": "stockitem",
    "list of stock groups": "stockgroup",
    "list of companies": "company",
    "list of godowns": "godown",
    "list of cost centres": "costcentre",
}
DEADLY_BUILT_IN = frozenset({"list of currencies", "list of units", "list of vouchers"})
FAR = 1 << 40


def export_collection(program: Program, request: Request) -> Iterable[str]:
    """The rows of a collection; an unknown company gives none, STATUS still 1."""
    definition = _definition(request)
    kind_name = (definition.type or BUILT_IN.get(request.id.lower(), request.id)).replace(" ", "").lower()
    if kind_name not in TYPES:
        # "Internal Error. Contact Tally Solutions. Incorrect Object Type!"
        raise Hang(f"unknown object type {definition.type}")
    kind = TYPES[kind_name]
    if not kind:
        return envelope.collection("COMPANY", [])
    if kind == "COMPANY":
        return envelope.collection(kind, _company_rows(program, definition))
    company = program.find(request.company)
    if company is None:
        if not program.companies and program.quirks.no_company_gives_empty_body:
            return []
        return envelope.collection(kind, [])
    test, bounds = _filter(program, company, request, definition, kind)
    tree = FetchTree.of([*definition.fetch, *definition.native])
    known = render_vouchers if kind == "VOUCHER" else None
    names = known.known_names(company) if known else render_masters.known_names(company, kind)
    bad = render_vouchers.unknown_names(FetchTree.of(definition.fetch), names)
    if bad and program.quirks.unknown_fetch_empties:
        return envelope.collection(kind, [])
    if test is None:
        return envelope.collection(kind, [])
    if kind == "VOUCHER":
        return envelope.collection(kind, _voucher_rows(program, company, request, tree, test, bounds))
    closing = _closing(program, company, request)
    renderer = render_masters.MasterRenderer(
        company, kind, tree, closing=closing, typed_language_id="SVFROMDATE" in request.variables
    )
    masters = [master for master in render_masters.masters_of(company, kind) if test(master)]
    return envelope.collection(kind, (renderer.render(master) for master in masters))


def _definition(request: Request) -> CollectionDefinition:
    """The collection that ID names; without one in the request it must be built in, or Tally stops."""
    name = request.id.lower()
    definition = request.collections.get(name)
    if definition is not None:
        return definition
    if name in DEADLY_BUILT_IN:
        raise Crash(request.id)
    if name in BUILT_IN or name.replace(" ", "") in TYPES:
        fetch = request.fetch_list or []
        return CollectionDefinition(request.id, fetch=list(fetch))
    # "Error in TDL. 'Collection:Ledgers' Could not find description!", then Tally exits.
    raise Hang(f"no description of collection {request.id}", then="crash")


def _company_rows(program: Program, definition: CollectionDefinition) -> Iterator[str]:
    """Every open company, whatever SVCURRENTCOMPANY says."""
    tree = FetchTree.of([*definition.fetch, *definition.native])
    computed = {label.upper() for label, _ in definition.computes}
    known = render_masters.known_names(program.companies[0], "COMPANY") if program.companies else {"": frozenset()}
    known[""] |= computed
    if render_vouchers.unknown_names(FetchTree.of(definition.fetch), known) and program.quirks.unknown_fetch_empties:
        return
    for company in program.companies:
        renderer = render_masters.MasterRenderer(company, "COMPANY", tree, typed_language_id=True)
        text = renderer.render(company)
        extra = ""
        for label, expression in definition.computes:
            type_, value = program.compute(expression, company)
            extra += f'     <{label.upper()} TYPE="{type_}">{esc(value)}</{label.upper()}>\r\n'
        close = "    </COMPANY>\r\n"
        yield text[: -len(close)] + extra + close


# -- period and filters -------------------------------------------------------------------------------------------


def loaded_period(program: Program, company: Company, request: Request) -> tuple[int, int]:
    """The period SVFROMDATE and SVTODATE load; Educational mode ignores days it does not know (§ Educational mode)."""
    first, last = company.period
    given_first, given_last = request.variables.get("SVFROMDATE"), request.variables.get("SVTODATE")
    start = parse_date(given_first) if given_first else None
    end = parse_date(given_last) if given_last else None
    if start == 0 or end == 0:
        return 1, 0
    if program.educational:
        if start is not None and not educational_day(start):
            return first, last
        if end is not None and not educational_day(end):
            return company.books_from, FAR
    return (first if start is None else start), (last if end is None else end)


def _variables(program: Program, company: Company, request: Request) -> dict[str, Any]:

    values: dict[str, Any] = {"svcurrentcompany": company.name}
    for name in ("svfromdate", "svtodate"):
        day = parse_date(request.variables.get(name.upper(), "")) or 0
        # In Educational mode a refused day is no day at all: comparisons with it match nothing.
        if day and (not program.educational or educational_day(day)):
            values[name] = Day(day)
    return values


def _methods(company: Company, kind: str, quirks: Quirks) -> dict[str, Getter]:
    """What ``$Name`` and the like give for an object of this kind."""
    if kind == "VOUCHER":
        return {
            "date": lambda v: Day(v.date),
            "alterid": lambda v: v.alter_id,
            "masterid": lambda v: v.id,
            "iscancelled": lambda v: v.cancelled,
            "isoptional": lambda v: v.optional,
            "isinvoice": lambda v: v.invoice_view,
            "vouchertypename": lambda v: v.type.name,
            "vouchernumber": lambda v: v.number,
            "reference": lambda v: v.reference,
            "narration": lambda v: v.narration,
            "guid": lambda v: company.guid_of(v.id),
            "partyledgername": lambda v: v.party.name if v.party else "",
            "remoteid": lambda v: (
                v.remote_key if quirks.remote_id_searchable and v.remote_key else company.guid_of(v.id)
            ),
        }
    return {
        "name": lambda m: m.name,
        "alterid": lambda m: m.alter_id,
        "masterid": lambda m: m.id,
        "guid": lambda m: company.guid_of(m.id),
        "parent": _parent_name,
        "reservedname": render_masters.reserved_name,
        "partygstin": lambda m: getattr(m, "gstin", ""),
        "isbillwiseon": lambda m: getattr(m, "billwise", False),
    }


def _parent_name(master: Master) -> str:
    parent = getattr(master, "parent", None)
    if parent is not None:
        return str(parent.name)
    return str(getattr(master, "parent_name", "\x04 Primary"))


def _functions() -> dict[str, Getter]:
    def is_kind(kind: str) -> Getter:
        return lambda v: v.kind == kind

    return {
        f"is{kind.replace(' ', '').lower()}": is_kind(kind)
        for kind in (
            "Sales",
            "Purchase",
            "Receipt",
            "Payment",
            "Journal",
            "Contra",
            "Sales Order",
            "Purchase Order",
            "Credit Note",
            "Debit Note",
        )
    }


def _filter(
    program: Program, company: Company, request: Request, definition: CollectionDefinition, kind: str
) -> tuple[Callable[[Any], bool] | None, tuple[int, int]]:
    """The filters' test and the dates outside which nothing can match; no test when nothing matches."""
    names = definition.filters if program.quirks.honour_filters else []
    names = names + (definition.filter if program.quirks.honour_filter else [])
    tests, low, high = [], 0, FAR
    for name in names:
        text = request.formulae.get(name.lower(), name if "$" in name else "")
        try:
            node = parse(text)
            variables = _variables(program, company, request)
            first, last = date_bounds(node, variables)
            low, high = max(low, first), min(high, last)
            tests.append(compile_formula(node, _methods(company, kind, program.quirks), variables, _functions()))
        except DeadlyFormula as error:
            raise Hang(f"filter {error}", until="restart") from None
        except FormulaError:
            return None, (low, high)
    return (lambda row: all(test(row) for test in tests)), (low, high)


def _voucher_rows(
    program: Program,
    company: Company,
    request: Request,
    tree: FetchTree,
    test: Callable[[Any], bool],
    bounds: tuple[int, int],
) -> Iterator[str]:
    first, last = loaded_period(program, company, request)
    scanned = company.count_between(first, last)
    if program.quirks.per_voucher_scan_ms:
        # Tally walks the whole loaded period whatever the filter leaves of it.
        program.spend(program.quirks.per_voucher_scan_ms * scanned)
    renderer = render_vouchers.VoucherRenderer(company, tree, program.quirks, program.release)
    vouchers: Iterable[Voucher] = company.between(max(first, bounds[0]), min(last, bounds[1]))
    for voucher in vouchers:
        if test(voucher):
            yield renderer.render(voucher)


def _closing(program: Program, company: Company, request: Request) -> Callable[[Ledger], int | None] | None:
    """Ledger closing balances as of SVTODATE, on installs where they follow the period (a CONFLICT)."""
    end = parse_date(request.variables.get("SVTODATE", "")) or 0
    if not program.quirks.closing_follows_period or not end or end >= company.last_voucher_date:
        return None
    later: dict[int, int] = {}
    for voucher in company.between(end + 1, FAR):
        if voucher.posts:
            for entry in voucher.all_entries():
                later[entry.ledger.id] = later.get(entry.ledger.id, 0) + entry.amount

    def closing(ledger: Ledger) -> int | None:
        return None if ledger.closing is None else ledger.closing - later.get(ledger.id, 0)

    return closing
