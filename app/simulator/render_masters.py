"""Masters as collections and Object exports write them (docs/protocols/tally.md, Responses and Masters)."""

# ruff: noqa: E501  (a tag and its text stay on one line)

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from app.simulator.books import Company, Group, GstRate, Hsn, Item, Ledger, Mailing, Master, Registration, VoucherType
from app.simulator.fetch import FetchTree, Field, compile_level, constant, empty_list, text_list, yes
from app.simulator.values import amount, esc, half_up, number, ymd
from app.simulator.voucher_text import percent

PRIMARY = "&#4; Primary"
NOT_APPLICABLE = "&#4; Not Applicable"
Writer = Callable[[Any], str]


def _identity(company: Company) -> tuple[Field, Field, Field]:
    return (
        Field("GUID", "String", lambda m: company.guid_of(m.id)),
        Field("ALTERID", "Number", lambda m: number(m.alter_id)),
        Field("MASTERID", "Number", lambda m: number(m.id)),
    )


def _optional_amount(paise: int | None) -> str:
    return "" if paise is None else amount(paise)


def company_fields() -> list[Field]:
    return [
        Field("STARTINGFROM", "Date", lambda c: ymd(c.books_from)),
        Field("ENDINGAT", "Date", lambda c: ymd(c.period[1])),
        Field("LASTVOUCHERDATE", "Date", lambda c: ymd(c.last_voucher_date)),
        Field("BOOKSFROM", "Date", lambda c: ymd(c.books_from)),
        Field("NAME", "String", lambda c: esc(c.name)),
        Field("GUID", "String", lambda c: c.guid),
        Field("STATENAME", "String", lambda c: esc(c.state)),
        Field("COUNTRYNAME", "String", constant("India")),
        Field("COMPANYNUMBER", "String", lambda c: str(c.number)),
        Field("DESTINATION", "String", lambda c: esc(c.data_path), star=False),
        Field("ISSECURITYON", "Logical", constant("No")),
        Field("ISGSTON", "Logical", constant("Yes")),
        Field("ISBILLWISEON", "Logical", constant("Yes")),
        Field("ISBATCHWISEON", "Logical", constant("No")),
        Field("PREVISMULTIGODOWNON", "Logical", lambda c: yes(c.multi_godown)),
        Field("PREVISSALESORDERSON", "Logical", constant("Yes")),
        Field("ISEDITLOGON", "Logical", constant("No")),
        # Absent for a company that never had a voucher.
        Field("ALTVCHID", "Number", lambda c: number(c.alt_vch) if c.alt_vch else "", empty="absent"),
        Field("ALTMSTID", "Number", lambda c: number(c.alt_mst)),
    ]


def group_fields(company: Company) -> list[Field]:
    guid, alter_id, master_id = _identity(company)

    def reserve_name(group: Group) -> str:
        return next((esc(one.reserved) for one in group.ancestry() if one.reserved), "")

    def structure(group: Group) -> str:
        # Each name between two raw U+0003 characters, sent whether or not it was fetched.
        return "".join(f"\x03{esc(one.name)}\x03" for one in group.ancestry())

    def root(group: Group) -> str:
        return esc(list(group.ancestry())[-1].name) if group.parent else PRIMARY

    return [
        guid,
        Field("PARENT", "String", lambda g: esc(g.parent.name) if g.parent else PRIMARY),
        Field("RESERVEDNAME", "String", lambda g: esc(g.reserved), empty="absent"),
        Field("RESERVENAME", "String", reserve_name, default=True),
        Field("ISREVENUE", "Logical", lambda g: yes(list(g.ancestry())[-1].revenue), default=True),
        Field("ISDEEMEDPOSITIVE", "Logical", constant("Yes")),
        Field("AFFECTSGROSSPROFIT", "Logical", constant("No")),
        alter_id,
        master_id,
        Field("PARENTSTRUCTURE", "String", structure, default=True),
        Field("PRIMARYGRPPARENT", "String", root, default=True),
    ]


def ledger_fields(company: Company, closing: Callable[[Ledger], int | None]) -> list[Field]:
    """The ledger's scalars; some are left out when empty, others are sent as ``<X/>``, as on live installs."""
    guid, alter_id, master_id = _identity(company)

    def mail(pick: Callable[[Mailing], str]) -> Writer:
        return lambda ledger: esc(pick(ledger.mailing[-1])) if ledger.mailing else ""

    return [
        Field("STARTINGFROM", "", constant(""), empty="short"),
        guid,
        Field("CURRENCYNAME", "String", lambda x: esc(x.currency)),
        Field("EMAIL", "String", lambda x: esc(x.email)),
        Field("EMAILCC", "String", constant("")),
        Field("PRIORSTATENAME", "String", mail(lambda m: m.state)),
        Field("WEBSITE", "", lambda x: esc(x.website), empty="short"),
        Field("INCOMETAXNUMBER", "String", lambda x: x.pan),
        Field("COUNTRYNAME", "String", mail(lambda m: m.country)),
        Field("COUNTRYOFRESIDENCE", "String", mail(lambda m: m.country)),
        Field("GSTREGISTRATIONTYPE", "String", lambda x: esc(x.gst_type)),
        Field("VATDEALERTYPE", "", constant("Regular"), empty="short"),
        Field("PARENT", "String", lambda x: esc(x.parent.name)),
        Field("MAILINGNAME", "String", mail(lambda m: m.name)),
        Field("PRICELEVEL", "String", lambda x: esc(x.price_level)),
        Field("TAXTYPE", "", lambda x: "GST" if x.tax_head else "Others", empty="short"),
        Field("GSTDUTYHEAD", "String", lambda x: x.tax_head),
        Field("BILLCREDITPERIOD", "", lambda x: f"{x.credit_days} Days" if x.credit_days else "", empty="short"),
        Field("NARRATION", "String", lambda x: esc(x.narration)),
        Field("LEDGERPHONE", "String", lambda x: esc(x.phone)),
        Field("LEDGERMOBILE", "String", lambda x: esc(x.mobile)),
        Field("LEDGERCONTACT", "String", lambda x: esc(x.contact)),
        Field("LEDGERFAX", "String", constant("")),
        Field("LEDGERCOUNTRYISDCODE", "String", constant("+91")),
        Field("PARTYGSTIN", "String", lambda x: x.gstin, empty="absent"),
        Field("PINCODE", "String", mail(lambda m: m.pincode)),
        Field("OLDPINCODE", "String", mail(lambda m: m.pincode)),
        Field("STATENAME", "String", constant("")),
        Field("LEDSTATENAME", "String", mail(lambda m: m.state)),
        Field("LEDGERSTATENAME", "String", mail(lambda m: m.state)),
        Field("ISBILLWISEON", "Logical", lambda x: yes(x.billwise)),
        Field("ISCOSTCENTRESON", "Logical", constant("No")),
        Field("ISDEEMEDPOSITIVE", "Logical", lambda x: yes((x.closing or 0) < 0)),
        Field("ISREVENUE", "Logical", lambda x: yes(list(x.parent.ancestry())[-1].revenue)),
        Field("AFFECTSSTOCK", "Logical", constant("No")),
        alter_id,
        master_id,
        Field("OPENINGBALANCE", "Amount", lambda x: _optional_amount(x.opening)),
        Field("CLOSINGBALANCE", "Amount", lambda x: _optional_amount(closing(x)), star=False),
        Field("CREDITLIMIT", "Amount", lambda x: _optional_amount(x.credit_limit)),
        Field("UPDATEDDATETIME", "DateTime", constant("000000000")),
    ]


def item_fields(company: Company) -> list[Field]:
    guid, alter_id, master_id = _identity(company)

    def show(item: Item, milli: int | None) -> str:
        return item.unit.show(milli) if milli else ""

    def rate(item: Item, paise: int) -> str:
        return f"{amount(paise)}/{item.unit.rate_unit}" if paise else ""

    def closing_value(item: Item) -> str:
        return "" if item.closing_value is None else amount(-item.closing_value)

    def closing_rate(item: Item) -> str:
        left, value = item.closing_qty, item.closing_value
        return rate(item, half_up(value * 1000, left)) if left and value else ""

    return [
        guid,
        Field("PARENT", "String", lambda i: esc(i.parent.name) if i.parent else PRIMARY),
        Field("CATEGORY", "String", lambda i: esc(i.category) if i.category else NOT_APPLICABLE),
        Field("GSTAPPLICABLE", "String", constant("&#4; Applicable")),
        Field("DESCRIPTION", "String", lambda i: esc(i.description)),
        Field("GSTTYPEOFSUPPLY", "String", constant("Goods")),
        Field("COSTINGMETHOD", "String", constant("Avg. Cost")),
        Field("VALUATIONMETHOD", "String", constant("Avg. Price")),
        Field("BASEUNITS", "String", lambda i: esc(i.unit.name)),
        Field("ADDITIONALUNITS", "String", constant(NOT_APPLICABLE)),
        Field("PARTNO", "", lambda i: esc(i.part_no), empty="short"),
        Field("NARRATION", "String", constant("")),
        Field("ISBATCHWISEON", "Logical", constant("No")),
        alter_id,
        master_id,
        Field("DENOMINATOR", "Number", constant(" 1")),
        Field("CONVERSION", "Number", constant("0")),
        Field("CLOSINGBALANCE", "Quantity", lambda i: show(i, i.closing_qty), star=False),
        Field("OPENINGBALANCE", "Quantity", lambda i: show(i, i.opening_qty)),
        # Stock is a debit: positive quantity, negative value.
        Field("OPENINGVALUE", "Amount", lambda i: amount(-i.opening_value)),
        Field("CLOSINGVALUE", "Amount", closing_value, star=False),
        Field("CLOSINGRATE", "Rate", closing_rate, star=False),
        Field("OPENINGRATE", "Rate", lambda i: rate(i, i.opening_rate if i.opening_qty else 0)),
        Field("UPDATEDDATETIME", "DateTime", constant("000000000")),
    ]


def unit_fields(company: Company) -> list[Field]:
    guid, alter_id, master_id = _identity(company)
    return [
        guid,
        Field("NAME", "", lambda u: esc(u.name), default=True),
        Field("SYMBOL", "String", lambda u: esc(u.name)),
        Field("ORIGINALNAME", "String", lambda u: esc(u.formal or u.name)),
        Field("FORMALNAME", "String", lambda u: esc(u.formal)),
        Field("BASEUNITS", "String", lambda u: esc(u.first)),
        Field("ADDITIONALUNITS", "String", lambda u: esc(u.tail)),
        Field("ISSIMPLEUNIT", "Logical", lambda u: yes(u.simple)),
        alter_id,
        master_id,
        Field("DECIMALPLACES", "Number", lambda u: number(u.decimals)),
        Field("CONVERSION", "Number", lambda u: number(u.conversion)),
        Field("GSTREPUOM", "String", constant("")),
    ]


def voucher_type_fields(company: Company) -> list[Field]:
    guid, alter_id, master_id = _identity(company)
    return [
        guid,
        Field("PARENT", "String", lambda t: esc(t.parent_name)),
        # Legacy scalar, "None" on every type; the truth is in VOUCHERNUMBERSERIES.LIST.
        Field("NUMBERINGMETHOD", "String", constant("None")),
        Field(
            "ISDEEMEDPOSITIVE", "Logical", lambda t: yes(t.kind in ("Sales", "Payment", "Sales Order", "Debit Note"))
        ),
        Field(
            "AFFECTSSTOCK", "Logical", lambda t: yes(t.kind in ("Sales", "Purchase", "Delivery Note", "Receipt Note"))
        ),
        Field("ISACTIVE", "Logical", constant("Yes")),
        Field("PREVENTDUPLICATES", "Logical", lambda t: yes(t.prevent_duplicates)),
        Field("ISRESERVED", "Logical", lambda t: yes(t.name == t.kind), default=True),
        Field("CANDELETE", "Logical", lambda t: yes(t.name != t.kind), default=True),
        alter_id,
        master_id,
        Field("ALIAS", "String", constant(""), default=True),
    ]


def stock_group_fields(company: Company) -> list[Field]:
    guid, alter_id, master_id = _identity(company)
    return [
        guid,
        Field("PARENT", "String", lambda g: esc(g.parent.name) if g.parent else PRIMARY),
        Field("ISADDABLE", "Logical", constant("Yes")),
        alter_id,
        master_id,
    ]


def plain_fields(company: Company) -> list[Field]:
    """Godowns, stock categories and cost centres."""
    guid, alter_id, master_id = _identity(company)
    return [
        guid,
        Field("PARENT", "String", constant(PRIMARY)),
        Field("CATEGORY", "String", constant("Primary Cost Category")),
        Field("HASNOSPACE", "Logical", constant("No")),
        Field("ISINTERNAL", "Logical", constant("No")),
        alter_id,
        master_id,
    ]


def currency_fields(company: Company) -> list[Field]:
    guid, alter_id, master_id = _identity(company)
    formal = {"₹": ("INR", "Indian Rupees"), "$": ("USD", "US Dollars")}
    return [
        guid,
        Field("ORIGINALNAME", "String", lambda c: esc(c.name)),
        Field("MAILINGNAME", "String", lambda c: formal.get(c.name, ("", c.name))[1]),
        Field("ISOCURRENCYCODE", "String", lambda c: formal.get(c.name, ("", ""))[0]),
        Field("EXPANDEDSYMBOL", "String", lambda c: formal.get(c.name, ("", ""))[0]),
        Field("DECIMALSYMBOL", "String", constant("paise")),
        Field("INMILLIONS", "Logical", constant("No")),
        alter_id,
        master_id,
        Field("DECIMALPLACES", "Number", constant(" 2")),
    ]


# -- lists --------------------------------------------------------------------------------------------------------


def _rows(
    tag: str,
    tree: FetchTree,
    scalars: list[Field],
    rows: Callable[[Any], Iterable[Any]],
    before: Callable[[Any], str] | None = None,
    after: Callable[[Any], str] | None = None,
) -> Writer:
    """A dated list: whole when named without leaves, otherwise the named leaves."""
    row_text = compile_level(scalars, None if tree.whole or tree.star else tree, 6, untyped=tree.whole)
    blank = empty_list(tag, 5)

    def write(master: Any) -> str:
        texts = [
            f"     <{tag}.LIST>\r\n{before(row) if before else ''}{row_text(row)}{after(row) if after else ''}     </{tag}.LIST>\r\n"
            for row in rows(master)
        ]
        return "".join(texts) or blank

    return write


def mailing_list(tree: FetchTree) -> Writer:
    fields = [
        Field("APPLICABLEFROM", "Date", lambda m: ymd(m.since)),
        Field("PINCODE", "String", lambda m: esc(m.pincode)),
        Field("MAILINGNAME", "String", lambda m: esc(m.name)),
        Field("STATE", "String", lambda m: esc(m.state)),
        Field("COUNTRY", "String", lambda m: esc(m.country)),
    ]
    with_address = tree.whole or "ADDRESS" in tree
    return _rows(
        "LEDMAILINGDETAILS",
        tree,
        fields,
        lambda x: x.mailing,
        before=(lambda m: text_list("ADDRESS", m.address, 6)) if with_address else None,
    )


def registration_list(tree: FetchTree) -> Writer:
    fields = [
        Field("APPLICABLEFROM", "Date", lambda r: ymd(r.since)),
        Field("GSTREGISTRATIONTYPE", "String", lambda r: esc(r.kind)),
        Field("PLACEOFSUPPLY", "String", lambda r: esc(r.place)),
        Field("GSTIN", "String", lambda r: r.gstin),
        Field("ISOTHTERRITORYASSESSEE", "Logical", constant("No")),
        Field("ISTRANSPORTER", "Logical", constant("No")),
    ]

    def rows(ledger: Ledger) -> tuple[Registration, ...]:
        return ledger.registrations

    return _rows("LEDGSTREGDETAILS", tree, fields, rows)


def hsn_list(tree: FetchTree) -> Writer:
    fields = [
        Field("APPLICABLEFROM", "Date", lambda h: ymd(h.since)),
        Field("HSNCODE", "String", lambda h: h.code),
        Field("HSN", "String", lambda h: esc(h.description)),
        Field("SRCOFHSNDETAILS", "String", constant("Specify Details Here")),
    ]

    def rows(item: Item) -> tuple[Hsn, ...]:
        return item.hsn

    return _rows("HSNDETAILS", tree, fields, rows)


def gst_list(tree: FetchTree) -> Writer:
    fields = [
        Field("APPLICABLEFROM", "Date", lambda g: ymd(g.since)),
        Field("TAXABILITY", "String", lambda g: g.taxability),
        Field("SRCOFGSTDETAILS", "String", constant("Specify Details Here")),
    ]
    nested = tree.whole or "STATEWISEDETAILS" in tree

    def rates(row: GstRate) -> str:
        half, full = percent(row.rate // 2), percent(row.rate)
        texts = []
        for head, rate in (("CGST", half), ("SGST/UTGST", half), ("IGST", full), ("Cess", "0"), ("State Cess", "0")):
            texts.append(
                f"       <RATEDETAILS.LIST>\r\n        <GSTRATEDUTYHEAD>{head}</GSTRATEDUTYHEAD>\r\n"
                "        <GSTRATEVALUATIONTYPE>Based on Value</GSTRATEVALUATIONTYPE>\r\n"
                f"        <GSTRATE>{rate}</GSTRATE>\r\n       </RATEDETAILS.LIST>\r\n"
            )
        return (
            "      <STATEWISEDETAILS.LIST>\r\n       <STATENAME>&#4; Any</STATENAME>\r\n"
            f"{''.join(texts)}      </STATEWISEDETAILS.LIST>\r\n"
        )

    def rows(item: Item) -> tuple[GstRate, ...]:
        return item.gst

    return _rows("GSTDETAILS", tree, fields, rows, after=rates if nested else None)


def series_list(tree: FetchTree) -> Writer:
    fields = [
        Field("NAME", "String", constant("Default")),
        Field("NUMBERINGMETHOD", "String", lambda t: t.method),
        Field("NUMBERINGSUBMETHOD", "String", lambda t: t.submethod if t.method == "Automatic" else ""),
        Field("PREVENTDUPLICATES", "Logical", lambda t: yes(t.prevent_duplicates)),
        Field("WIDTHOFNUMBER", "Number", lambda t: number(t.width)),
    ]

    def rows(kind: VoucherType) -> list[VoucherType]:
        return [kind]

    return _rows("VOUCHERNUMBERSERIES", tree, fields, rows)


def address_list(tree: FetchTree) -> Writer:
    del tree
    return lambda ledger: text_list("ADDRESS", ledger.mailing[-1].address if ledger.mailing else (), 5)


LISTS: dict[str, dict[str, Callable[[FetchTree], Writer]]] = {
    "LEDGER": {"LEDMAILINGDETAILS": mailing_list, "LEDGSTREGDETAILS": registration_list},
    "STOCKITEM": {"GSTDETAILS": gst_list, "HSNDETAILS": hsn_list},
    "VOUCHERTYPE": {"VOUCHERNUMBERSERIES": series_list},
}
LIST_LEAVES = {
    "LEDMAILINGDETAILS": frozenset({"APPLICABLEFROM", "PINCODE", "MAILINGNAME", "STATE", "COUNTRY", "ADDRESS"}),
    "LEDGSTREGDETAILS": frozenset(
        {
            "APPLICABLEFROM",
            "GSTREGISTRATIONTYPE",
            "PLACEOFSUPPLY",
            "GSTIN",
            "STATE",
            "ISOTHTERRITORYASSESSEE",
            "ISTRANSPORTER",
        }
    ),
    "HSNDETAILS": frozenset({"APPLICABLEFROM", "HSNCODE", "HSN", "SRCOFHSNDETAILS"}),
    "GSTDETAILS": frozenset({"APPLICABLEFROM", "TAXABILITY", "SRCOFGSTDETAILS", "STATEWISEDETAILS"}),
    "GSTDETAILS.STATEWISEDETAILS": frozenset({"STATENAME", "RATEDETAILS"}),
    "GSTDETAILS.STATEWISEDETAILS.RATEDETAILS": frozenset({"GSTRATEDUTYHEAD", "GSTRATE", "GSTRATEVALUATIONTYPE"}),
    "VOUCHERNUMBERSERIES": frozenset(
        {"NAME", "NUMBERINGMETHOD", "NUMBERINGSUBMETHOD", "PREVENTDUPLICATES", "WIDTHOFNUMBER"}
    ),
    "LANGUAGENAME": frozenset({"NAME", "LANGUAGEID"}),
}
# Fetching these brings nothing of its own: the NAME attribute and LANGUAGENAME.LIST carry the name, REMOTEID is not for masters.
SILENT = frozenset({"NAME", "REMOTEID", "LANGUAGENAME", "ALIAS", "ADDRESS", "RESERVEDNAME", "REMOTEGUID"})


class MasterRenderer:
    """Writes masters of one kind for one request."""

    def __init__(
        self,
        company: Company,
        kind: str,
        tree: FetchTree,
        *,
        typed_language_id: bool,
        closing: Callable[[Ledger], int | None] | None = None,
    ) -> None:
        self.kind = kind
        self.fields = fields_of(company, kind, closing)
        self.scalars = compile_level(self.fields, tree, 5)
        self.lists = [make(tree.leaves[name]) for name, make in LISTS.get(kind, {}).items() if name in tree]
        self.first = address_list(tree) if kind == "LEDGER" and "ADDRESS" in tree else None
        self.names = kind not in ("UNIT", "CURRENCY", "COMPANY")
        self.language = (
            '<LANGUAGEID TYPE="Number">%s</LANGUAGEID>'
            if typed_language_id or kind not in {"LEDGER", "GROUP"}
            else ("<LANGUAGEID>%s</LANGUAGEID>")
        )

    def render(self, master: Any) -> str:
        reserved = reserved_name(master)
        text = f'    <{self.kind} NAME="{esc(master.name)}" RESERVEDNAME="{esc(reserved)}">\r\n'
        if self.first is not None:
            text += self.first(master)
        text += self.scalars(master)
        if self.names:
            text += self.language_list(master)
        return text + "".join([write(master) for write in self.lists]) + f"    </{self.kind}>\r\n"

    def language_list(self, master: Master) -> str:
        """LANGUAGENAME.LIST: the first NAME is the name, later ones are aliases."""
        names = "".join(f"       <NAME>{esc(name)}</NAME>\r\n" for name in (master.name, *master.aliases))
        language = self.language % ("0" if isinstance(master, Ledger) and master.imported else " 1033")
        return (
            f'     <LANGUAGENAME.LIST>\r\n      <NAME.LIST TYPE="String">\r\n{names}      </NAME.LIST>\r\n'
            f"      {language}\r\n     </LANGUAGENAME.LIST>\r\n"
        )


def reserved_name(master: Any) -> str:
    if isinstance(master, Group | Ledger):
        return master.reserved
    if isinstance(master, VoucherType):
        return master.kind if master.name == master.kind else ""
    return ""


def fields_of(company: Company, kind: str, closing: Callable[[Ledger], int | None] | None = None) -> list[Field]:
    """The scalars of a kind of master."""
    if kind == "COMPANY":
        return company_fields()
    if kind == "LEDGER":
        return ledger_fields(company, closing or (lambda ledger: ledger.closing))
    makers: dict[str, Callable[[Company], list[Field]]] = {
        "GROUP": group_fields,
        "STOCKITEM": item_fields,
        "UNIT": unit_fields,
        "VOUCHERTYPE": voucher_type_fields,
        "STOCKGROUP": stock_group_fields,
        "CURRENCY": currency_fields,
    }
    return makers.get(kind, plain_fields)(company)


def known_names(company: Company, kind: str) -> dict[str, frozenset[str]]:
    """The names a FETCH on this kind may use."""
    tags = {field.tag for field in fields_of(company, kind)}
    known = dict(LIST_LEAVES.items())
    known[""] = frozenset(tags | SILENT | set(LISTS.get(kind, {})))
    return known


def masters_of(company: Company, kind: str) -> list[Any]:
    """All masters of a kind, sorted by name as Tally lists them."""
    tables: dict[str, dict[str, Any]] = {
        "GROUP": company.groups,
        "LEDGER": company.ledgers,
        "STOCKGROUP": company.stock_groups,
        "STOCKITEM": company.items,
        "STOCKCATEGORY": company.stock_categories,
        "UNIT": company.units,
        "GODOWN": company.godowns,
        "VOUCHERTYPE": company.voucher_types,
        "CURRENCY": company.currencies,
        "COSTCENTRE": company.cost_centres,
    }
    return [master for _, master in sorted(tables[kind].items())]
