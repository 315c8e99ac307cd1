"""The masters of a generated company: reserved groups, ledgers, units, items, voucher types."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from random import Random

from app.simulator import names
from app.simulator.books import (
    Company,
    Group,
    GstRate,
    Hsn,
    Item,
    Ledger,
    Mailing,
    Master,
    Registration,
    StockGroup,
    Unit,
    VoucherType,
)
from app.simulator.spec import CompanySpec
from app.simulator.values import financial_year, fold, year_start

PRIMARY = (
    ("Capital Account", False),
    ("Loans (Liability)", False),
    ("Current Liabilities", False),
    ("Fixed Assets", False),
    ("Investments", False),
    ("Current Assets", False),
    ("Branch / Divisions", False),
    ("Misc. Expenses (ASSET)", False),
    ("Suspense A/c", False),
    ("Sales Accounts", True),
    ("Purchase Accounts", True),
    ("Direct Incomes", True),
    ("Direct Expenses", True),
    ("Indirect Incomes", True),
    ("Indirect Expenses", True),
)
SECONDARY = (
    ("Reserves & Surplus", "Capital Account"),
    ("Bank OD A/c", "Loans (Liability)"),
    ("Secured Loans", "Loans (Liability)"),
    ("Unsecured Loans", "Loans (Liability)"),
    ("Duties & Taxes", "Current Liabilities"),
    ("Provisions", "Current Liabilities"),
    ("Sundry Creditors", "Current Liabilities"),
    ("Stock-in-Hand", "Current Assets"),
    ("Deposits (Asset)", "Current Assets"),
    ("Loans & Advances (Asset)", "Current Assets"),
    ("Sundry Debtors", "Current Assets"),
    ("Cash-in-Hand", "Current Assets"),
    ("Bank Accounts", "Current Assets"),
)
GROUP_ALIASES = {
    "Bank OD A/c": ("Bank OCC A/c",),
    "Reserves & Surplus": ("Retained Earnings",),
    "Direct Incomes": ("Income (Direct)",),
    "Direct Expenses": ("Expenses (Direct)",),
    "Indirect Incomes": ("Income (Indirect)",),
    "Indirect Expenses": ("Expenses (Indirect)",),
}
RESERVED_TYPES = (
    "Contra",
    "Payment",
    "Receipt",
    "Journal",
    "Sales",
    "Purchase",
    "Credit Note",
    "Debit Note",
    "Sales Order",
    "Purchase Order",
    "Delivery Note",
    "Receipt Note",
    "Stock Journal",
    "Physical Stock",
    "Rejections In",
    "Rejections Out",
    "Memorandum",
    "Reversing Journal",
    "Material In",
    "Material Out",
    "Job Work In Order",
    "Job Work Out Order",
    "Attendance",
    "Payroll",
)
GST_RATES = (500, 1200, 1800, 2800)


@dataclass
class Cast:
    """The masters the voucher generator works with."""

    customers: list[Ledger] = field(default_factory=list)
    creditors: list[Ledger] = field(default_factory=list)
    banks: list[Ledger] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    sales: dict[int, Ledger] = field(default_factory=dict)
    export_customer: Ledger | None = None
    cash: Ledger = field(default=None)  # type: ignore[assignment]
    cgst: Ledger = field(default=None)  # type: ignore[assignment]
    sgst: Ledger = field(default=None)  # type: ignore[assignment]
    igst: Ledger = field(default=None)  # type: ignore[assignment]
    round_off: Ledger = field(default=None)  # type: ignore[assignment]
    freight: Ledger = field(default=None)  # type: ignore[assignment]
    purchase: Ledger = field(default=None)  # type: ignore[assignment]
    expense: Ledger = field(default=None)  # type: ignore[assignment]
    services: Ledger = field(default=None)  # type: ignore[assignment]


def new_company(spec: CompanySpec, number: int) -> Company:
    """An empty company with its identity and display period (the financial year of its last date)."""
    year = financial_year(spec.to_date.toordinal())
    number = spec.number or number
    guid = spec.guid or str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{spec.name}/{spec.seed}"))
    path = spec.data_path or f"C:\\Users\\Public\\TallyPrime\\data\\{number}"
    return Company(
        spec.name,
        guid,
        number,
        year_start(financial_year(spec.from_date.toordinal())),
        (year_start(year), year_start(year + 1) - 1),
        path,
        spec.state,
        spec.multi_godown,
    )


class MasterBuilder:
    """Fills a company with masters, in the order in which Tally numbers them."""

    def __init__(self, company: Company, spec: CompanySpec) -> None:
        self.company = company
        self.spec = spec
        self.random = Random(f"{spec.seed}/masters")  # noqa: S311  (books, not secrets)
        self.cast = Cast()
        self.since = company.books_from

    def build(self) -> Cast:
        self._groups()
        self._reserved_ledgers()
        self._voucher_types()
        self._units()
        self._stock_groups()
        self._account_ledgers()
        self._creditors()
        self._customers()
        self._items()
        return self.cast

    def _group(self, name: str, parent: Group | None, reserved: str = "", revenue: bool = False) -> Group:
        company = self.company
        group = Group(
            company.next_master_id(),
            company.touch_master(),
            name,
            GROUP_ALIASES.get(reserved, ()),
            parent,
            reserved,
            revenue,
        )
        company.groups[fold(name)] = group
        return group

    def _groups(self) -> None:
        for name, revenue in PRIMARY:
            self._group(name, None, name, revenue)
        for name, parent in SECONDARY:
            shown = self.spec.debtors_name if name == "Sundry Debtors" else name
            self._group(shown, self.company.groups[fold(parent)], name)
        self.company.next_master_id()

    def _ledger(
        self,
        name: str,
        group: str,
        *,
        opening: int | None = 0,
        billwise: bool = False,
        tax_head: str = "",
        reserved: str = "",
    ) -> Ledger:
        company = self.company
        parent = company.groups.get(fold(group)) or company.group_reserved(group)
        return company.add_ledger(
            Ledger(
                company.next_master_id(),
                company.touch_master(),
                name,
                parent=parent,
                opening=opening,
                billwise=billwise,
                tax_head=tax_head,
                reserved=reserved,
            )
        )

    def _reserved_ledgers(self) -> None:
        company = self.company
        # The Profit & Loss ledger hangs under Primary, which is no group of Tally's: a stand-in.
        primary = Group(0, 0, "\x04 Primary")
        company.add_ledger(
            Ledger(
                company.next_master_id(),
                company.touch_master(),
                "Profit & Loss A/c",
                parent=primary,
                reserved="Profit & Loss A/c",
            )
        )
        self.cast.cash = self._ledger("Cash", "Cash-in-Hand", opening=-2_500_000)

    def _voucher_types(self) -> None:
        company = self.company
        for name in RESERVED_TYPES:
            kind = VoucherType(company.next_master_id(), company.touch_master(), name, kind=name, parent_name=name)
            company.voucher_types[fold(name)] = kind
        company.voucher_types["receipt"].submethod = "Auto Renumber"
        custom = (
            VoucherType(0, 0, "Tax Invoice", kind="Sales", parent_name="Sales", prefix="TI/{year}/", width=4),
            VoucherType(0, 0, "Web Sales", kind="Sales", parent_name="Sales", method="Manual", prevent_duplicates=True),
            VoucherType(
                0,
                0,
                "Website Order",
                kind="Sales Order",
                parent_name="Sales Order",
                method="Manual",
                prevent_duplicates=True,
            ),
        )
        for kind in custom:
            kind.id, kind.alter_id = company.next_master_id(), company.touch_master()
            company.voucher_types[fold(kind.name)] = kind
        company.voucher_types["sales order"].method = "Manual"

    def _units(self) -> None:
        company = self.company
        rows = (
            ("Nos", "Numbers", 0),
            ("Kgs.", "Kilograms", 2),
            ("Box", "", 0),
            ("Dzn", "Dozens", 0),
            ("Pcs", "Pieces", 0),
        )
        for name, formal, decimals in rows:
            company.units[fold(name)] = Unit(
                company.next_master_id(), company.touch_master(), name, formal=formal, decimals=decimals
            )
        compound = Unit(
            company.next_master_id(), company.touch_master(), "Dzn of 12 Pcs", first="Dzn", tail="Pcs", conversion=12
        )
        company.units[fold(compound.name)] = compound

    def _stock_groups(self) -> None:
        company = self.company
        for name in names.STOCK_GROUPS:
            company.stock_groups[fold(name)] = StockGroup(company.next_master_id(), company.touch_master(), name)
        child = StockGroup(
            company.next_master_id(),
            company.touch_master(),
            "Lamps & Fittings",
            parent=company.stock_groups["electricals"],
        )
        company.stock_groups[fold(child.name)] = child
        for table, labels in (
            (company.stock_categories, ("Fast Moving",)),
            (company.godowns, ("Main Location", "गोदाम 2")),
            (company.cost_centres, ("Head Office",)),
            (company.currencies, ("₹", "$")),
        ):
            for label in labels:
                table[fold(label)] = Master(company.next_master_id(), company.touch_master(), label)

    def _account_ledgers(self) -> None:
        cast, state_code = self.cast, names.STATES[self.spec.state][0]
        del state_code
        cast.banks = [
            self._ledger("HDFC Bank Current A/c", "Bank Accounts", opening=-48_213_345),
            self._ledger("State Bank of India", "Bank Accounts", opening=-1_000_000),
        ]
        for rate in GST_RATES:
            cast.sales[rate] = self._ledger(f"Sales @{rate // 100}%", "Sales Accounts")
        cast.services = self._ledger("Service Income", "Sales Accounts")
        cast.purchase = self._ledger("Purchases", "Purchase Accounts")
        cast.cgst = self._ledger("Output CGST", "Duties & Taxes", tax_head="CGST")
        cast.sgst = self._ledger("Output SGST", "Duties & Taxes", tax_head="SGST/UTGST")
        cast.igst = self._ledger("Output IGST", "Duties & Taxes", tax_head="IGST")
        cast.round_off = self._ledger("Round Off", "Indirect Expenses")
        cast.freight = self._ledger("Freight & Forwarding", "Direct Incomes")
        cast.expense = self._ledger("Office Expenses", "Indirect Expenses", opening=None)
        self._ledger("Capital Account - Proprietor", "Capital Account", opening=100_000_000)
        # A ledger that has the name of an item: Tally keeps kinds apart, a hub must too.
        self._ledger(names.SPECIAL_ITEMS[1], "Indirect Expenses", opening=None)

    def _creditors(self) -> None:
        for serial in range(self.spec.creditors):
            name = f"{names.FIRST[(serial * 7 + 3) % len(names.FIRST)]} Suppliers {serial + 1}"
            ledger = self._ledger(name, "Sundry Creditors", opening=self.random.randrange(0, 5_000_000), billwise=True)
            self._party_details(ledger, 500_000 + serial, names.STATE_NAMES[serial % len(names.STATE_NAMES)])
            self.cast.creditors.append(ledger)

    def _party_details(self, ledger: Ledger, serial: int, state: str, registered: bool = True) -> None:
        code, cities = names.STATES[state]
        city = cities[serial % len(cities)]
        street = f"{serial % 400 + 1}, {names.FIRST[serial % len(names.FIRST)]} Road"
        address = (street, f"Near Old Market, {city}", "Opp. Bus Stand")[: 1 + serial % 3]
        holder = names.pan(serial)
        since = self.since
        pincode = f"{400_001 + serial * 13 % 399_999:06d}"
        ledger.mailing = (Mailing(since, ledger.name, address, state, "India", pincode),)
        ledger.registrations = (
            (Registration(since, "Regular", state, names.gstin(code, holder)),)
            if registered
            else (Registration(since, "Unregistered/Consumer", state, ""),)
        )
        ledger.pan = holder if registered else ""
        if serial % 17 == 0 and registered:
            # Moved house once: two dated rows, the newest is the one in force.
            ledger.mailing = (
                ledger.mailing[0],
                Mailing(since + 200, ledger.name, ("New premises", *address), state, "India", pincode),
            )

    def _customers(self) -> None:
        company, random, spec = self.company, self.random, self.spec
        debtors = company.group_reserved("Sundry Debtors")
        parents = [debtors, debtors]
        if spec.customers >= 10:
            agents = [self._group(agent, debtors) for agent in names.AGENTS]
            parents += agents + [self._group(name, agents[0]) for name in names.SUB_AGENTS]
        for serial in range(spec.customers):
            if serial < len(names.SPECIAL_CUSTOMERS):
                name = names.SPECIAL_CUSTOMERS[serial]
            else:
                name = names.unique_name(serial - len(names.SPECIAL_CUSTOMERS), names.FIRST, names.SECOND)
            state = spec.state if random.random() < 0.6 else names.STATE_NAMES[serial % len(names.STATE_NAMES)]
            ledger = Ledger(
                company.next_master_id(),
                company.touch_master(),
                name,
                parent=parents[serial % len(parents)],
                billwise=serial % 11 != 5,
            )
            self._customer_fields(ledger, serial, state)
            company.add_ledger(ledger)
            self.cast.customers.append(ledger)
        if spec.forex and spec.customers >= 10:
            self._export_customer(debtors)

    def _customer_fields(self, ledger: Ledger, serial: int, state: str) -> None:
        random = self.random
        self._party_details(ledger, serial + 1, state, registered=serial % 5 != 3)
        roll = serial % 6
        ledger.opening = (
            None,
            0,
            -random.randrange(100, 90_000_00),
            -random.randrange(100, 500_000_00),
            0,
            random.randrange(100, 10_000_00),
        )[roll]
        ledger.mobile = f"98{random.randrange(10**7, 10**8)}"
        if serial % 2:
            ledger.email = f"accounts{serial}@example.in"
            ledger.contact = f"{names.FIRST[serial * 3 % len(names.FIRST)]} Kumar"
        if serial % 3 == 0:
            ledger.phone = f"022-{random.randrange(10**7, 10**8)}"
            ledger.credit_days = (15, 30, 45, 60)[serial % 4]
            ledger.credit_limit = random.randrange(1, 50) * 1_000_000
        if serial % 7 == 0:
            ledger.aliases = (f"C{serial:05d}",)
            ledger.website = f"https://customer{serial}.example.in"
        if serial % 9 == 0:
            ledger.narration = 'Pays by the 5th & "never" late\nAsk for Mr. Peña' if serial % 2 else "VIP"

    def _export_customer(self, debtors: Group) -> None:
        company = self.company
        ledger = Ledger(
            company.next_master_id(),
            company.touch_master(),
            "Pacific Hardware Inc",
            parent=debtors,
            billwise=True,
            currency="$",
        )
        ledger.mailing = (
            Mailing(self.since, ledger.name, ("1 Harbour St", "Suite 9"), "", "United States of America", "94105"),
        )
        self.cast.export_customer = company.add_ledger(ledger)

    def _items(self) -> None:
        company, random = self.company, self.random
        units = list(company.units.values())
        groups: list[StockGroup | None] = [None, *company.stock_groups.values()]
        for serial in range(self.spec.items):
            if serial < len(names.SPECIAL_ITEMS):
                name = names.SPECIAL_ITEMS[serial]
            else:
                name = names.unique_name(serial - len(names.SPECIAL_ITEMS), names.ITEM_FIRST, names.ITEM_SECOND)
            unit = units[5] if serial % 13 == 6 else units[(0, 0, 1, 2)[serial % 4]]
            item = Item(
                company.next_master_id(), company.touch_master(), name, parent=groups[serial % len(groups)], unit=unit
            )
            item.price = random.randrange(500, 5_000_00) // 5 * 5
            self._item_fields(item, serial)
            company.items[fold(name)] = item
            for alias in item.aliases:
                company.item_aliases[fold(alias)] = item
            self.cast.items.append(item)

    def _item_fields(self, item: Item, serial: int) -> None:
        random = self.random
        code, description = names.HSN_CODES[serial % len(names.HSN_CODES)]
        rate = GST_RATES[(serial * 5 + 2) % 4]
        item.hsn = (Hsn(self.since, code, description),)
        item.gst = (GstRate(self.since, "Taxable", rate),)
        if serial % 10 == 4:
            # The rate changed in the course of the books: rows by date, the newest is in force.
            item.gst = (GstRate(self.since, "Taxable", 2800), GstRate(self.since + 175, "Taxable", rate))
        if serial % 15 == 9:
            item.gst = (GstRate(self.since, "Exempt", 0),)
        if serial % 2:
            item.part_no = f"SKU-{serial:05d}"
        if serial % 4 == 1:
            item.description = f"{item.name} as per IS:{1000 + serial}\nwith warranty"
            item.aliases = (f"I{serial:05d}",)
        roll = serial % 5
        if roll != 4:
            quantity = random.randrange(10, 500) * 1000 if roll else 0
            item.opening_qty = quantity
            item.opening_rate = item.price * 7 // 10
            item.opening_value = quantity * item.opening_rate // 1000
