"""TALLYREQUEST Import: masters by name, one object after the other (docs/protocols/tally.md, Writing)."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, TypeVar

from app.simulator import envelope
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
from app.simulator.envelope import ImportCounts
from app.simulator.import_vouchers import import_voucher, parse_stock_quantity
from app.simulator.request import Hang, Request, Unintelligible, child, child_text, children, text_of
from app.simulator.values import esc, fold, parse_amount, parse_date

if TYPE_CHECKING:
    from app.simulator.program import Program

REPORTS = frozenset({"all masters", "vouchers", "all vouchers"})


class Refused(Exception):
    """A LINEERROR for one master."""


def import_messages(program: Program, request: Request) -> Iterable[str]:
    """Take every object of the request in turn; the counters do not say which one failed."""
    wrapped = not request.legacy
    if request.id.lower() not in REPORTS:
        raise Unintelligible(request.id)
    company = program.find(request.company)
    if company is None and request.company is not None and program.quirks.mistyped_company_writes_to_active:
        company = program.active
    if company is None:
        error = (
            "Could not find Company ''"
            if request.company is None
            else f"Could not set 'SVCurrentCompany' to '{request.company}'"
        )
        if wrapped:
            return [envelope.failure(error)]
        return [f"<RESPONSE>\r\n <LINEERROR>{esc(error)}</LINEERROR>\r\n</RESPONSE>\r\n"]
    counts = ImportCounts()
    for element in request.messages:
        tag = element.tag.upper()
        if tag == "VOUCHER":
            import_voucher(program, company, element, counts)
        elif tag == "COMPANY":
            _company(element)
        elif tag in HANDLERS:
            _master(program, company, tag, element, counts)
        else:
            counts.ignored += 1
    return [envelope.import_answer(counts, wrapped=wrapped)]


def _company(element: ET.Element) -> None:
    """Company features can be altered; creating one, or ORIGINALNAME, stops Tally with a dialog."""
    if child(element, "ORIGINALNAME") is not None:
        raise Hang("ORIGINALNAME at COMPANY level")
    if (element.get("ACTION") or "Create").lower() == "create":
        raise Hang("Unable to create company in path ''!")


def _table(company: Company, tag: str) -> dict[str, Any]:
    tables: dict[str, dict[str, Any]] = {
        "LEDGER": company.ledgers,
        "GROUP": company.groups,
        "UNIT": company.units,
        "STOCKITEM": company.items,
        "STOCKGROUP": company.stock_groups,
        "STOCKCATEGORY": company.stock_categories,
        "GODOWN": company.godowns,
        "VOUCHERTYPE": company.voucher_types,
        "COSTCENTRE": company.cost_centres,
        "CURRENCY": company.currencies,
    }
    return tables[tag]


def _names(element: ET.Element) -> list[str]:
    """The names inside the object: NAME.LIST, or a plain NAME."""
    rows = child(element, "NAME.LIST")
    if rows is None:
        rows = child(element, "LANGUAGENAME.LIST", "NAME.LIST")
    if rows is not None:
        return [text_of(one).strip() for one in children(rows, "NAME") if text_of(one).strip()]
    plain = child_text(element, "NAME")
    return [plain] if plain else []


def _master(program: Program, company: Company, tag: str, element: ET.Element, counts: ImportCounts) -> None:
    action = (element.get("ACTION") or "Create").strip().lower()
    names = _names(element)
    key = (element.get("NAME") or (names[0] if names else "")).strip()
    table = _table(company, tag)
    existing: Master | None = table.get(fold(key))
    if existing is None and tag == "LEDGER":
        existing = company.find_ledger(key)
    if existing is None and tag == "STOCKITEM":
        existing = company.find_item(key)
    try:
        if action == "delete":
            if child(element, "NAME") is None and child(element, "NAME.LIST") is None:
                raise Hang("delete without a NAME child")
            _delete(program, company, tag, table, existing)
            counts.deleted += 1
        elif existing is not None:
            _rename_if_asked(company, table, existing, key, names)
            if program.quirks.dated_rows_replaced:
                _forget_dated_rows(existing, element)
            HANDLERS[tag](company, existing, element)
            existing.alter_id = company.touch_master()
            counts.altered += 1
        elif action == "alter" and not program.quirks.alter_missing_creates:
            raise Refused("Item does not exist!")
        else:
            _create(company, tag, table, key, names, element)
            counts.created += 1
        counts.touched[tag] = counts.touched.get(tag, 0) + 1
    except Refused as refusal:
        counts.errors += 1
        counts.line_errors.append(str(refusal))


def _forget_dated_rows(master: Master, element: ET.Element) -> None:
    """A dated list that was sent takes the place of the old one, as a voucher's entries do."""
    for tag, attribute in _DATED.items():
        if hasattr(master, attribute) and children(element, f"{tag}.LIST"):
            setattr(master, attribute, ())


_DATED = {
    "LEDMAILINGDETAILS": "mailing",
    "LEDGSTREGDETAILS": "registrations",
    "HSNDETAILS": "hsn",
    "GSTDETAILS": "gst",
}


def _rename_if_asked(company: Company, table: dict[str, Any], master: Master, key: str, names: list[str]) -> None:
    """NAME="old" with another name inside renames; GUID and MasterID survive. Further names are aliases."""
    if not names:
        return
    if names[0] != master.name and fold(names[0]) != fold(key):
        if fold(names[0]) in table or _aliased(company, master, names[0]):
            raise Refused(f"{type(master).__name__} '{names[0]}' already exists!")
        table.pop(fold(master.name), None)
        master.name = names[0]
        table[fold(names[0])] = master
    elif names[0] != master.name and fold(names[0]) == fold(master.name):
        master.name = names[0]
    if len(names) > 1:
        master.aliases = tuple(names[1:])
        for alias in master.aliases:
            if isinstance(master, Ledger):
                company.ledger_aliases[fold(alias)] = master
            elif isinstance(master, Item):
                company.item_aliases[fold(alias)] = master


def _delete(program: Program, company: Company, tag: str, table: dict[str, Any], existing: Master | None) -> None:
    if existing is None:
        raise Refused("Item does not exist!")
    if _used(company, existing):
        raise Refused("Cannot be deleted!")
    table.pop(fold(existing.name))
    for alias in existing.aliases:
        company.ledger_aliases.pop(fold(alias), None)
        company.item_aliases.pop(fold(alias), None)
    if program.quirks.delete_moves_counter:
        company.touch_master()


def _aliased(company: Company, master: Master, name: str) -> bool:
    """Whether ``name`` is an alias of another master of that kind."""
    aliases: dict[str, Any] = company.ledger_aliases if isinstance(master, Ledger) else {}
    if isinstance(master, Item):
        aliases = company.item_aliases
    return aliases.get(fold(name), master) is not master


def _used(company: Company, master: Master) -> bool:
    if isinstance(master, Ledger):
        return bool(master.reserved) or company.ledger_used(master)
    if isinstance(master, Item):
        return company.item_used(master)
    if isinstance(master, Group):
        return (
            bool(master.reserved)
            or any(ledger.parent is master for ledger in company.ledgers.values())
            or any(group.parent is master for group in company.groups.values())
        )
    if isinstance(master, Unit):
        return any(item.unit is master for item in company.items.values())
    if isinstance(master, StockGroup):
        return any(item.parent is master for item in company.items.values())
    if isinstance(master, VoucherType):
        return master.name == master.kind or any(voucher.type is master for voucher in company.vouchers.values())
    return False


def _create(company: Company, tag: str, table: dict[str, Any], key: str, names: list[str], element: ET.Element) -> None:
    makers: dict[str, Callable[..., Master]] = {
        "LEDGER": Ledger,
        "GROUP": Group,
        "UNIT": Unit,
        "STOCKITEM": Item,
        "STOCKGROUP": StockGroup,
        "VOUCHERTYPE": VoucherType,
    }
    name = names[0] if names else key
    if not name:
        raise Refused("Name cannot be left blank!")
    master = makers.get(tag, Master)(0, 0, name)
    master.aliases = tuple(names[1:])
    if isinstance(master, Ledger):
        master.imported = True
        if child(element, "PARENT") is None:
            raise Refused("Group '' does not exist!")
    if isinstance(master, Item) and child(element, "BASEUNITS") is None:
        raise Refused("Unit does not exist!")
    HANDLERS[tag](company, master, element)
    master.id, master.alter_id = company.next_master_id(), company.touch_master()
    table[fold(name)] = master
    for alias in master.aliases:
        if isinstance(master, Ledger):
            company.ledger_aliases[fold(alias)] = master
        elif isinstance(master, Item):
            company.item_aliases[fold(alias)] = master


# -- fields: only those that are sent are touched, the others stay ---------------------------------------


def _yes(text: str) -> bool:
    return text.strip().lower() == "yes"


def _group_named(company: Company, name: str) -> Group:
    group = company.groups.get(fold(name))
    if group is None:
        raise Refused(f"Group '{name}' does not exist!")
    return group


def _ledger(company: Company, ledger: Master, element: ET.Element) -> None:
    assert isinstance(ledger, Ledger)
    parent = child_text(element, "PARENT")
    if parent is not None:
        ledger.parent = _group_named(company, parent)
    texts = {
        "INCOMETAXNUMBER": "pan",
        "EMAIL": "email",
        "LEDGERPHONE": "phone",
        "LEDGERMOBILE": "mobile",
        "LEDGERCONTACT": "contact",
        "WEBSITE": "website",
        "NARRATION": "narration",
        "PRICELEVEL": "price_level",
        "GSTDUTYHEAD": "tax_head",
    }
    for tag, attribute in texts.items():
        text = child(element, tag)
        if text is not None:
            setattr(ledger, attribute, text_of(text).strip())
    if (flag := child_text(element, "ISBILLWISEON")) is not None:
        ledger.billwise = _yes(flag)
    if (opening := child_text(element, "OPENINGBALANCE")) is not None:
        ledger.opening = parse_amount(opening)
    if (limit := child_text(element, "CREDITLIMIT")) is not None:
        ledger.credit_limit = parse_amount(limit)
    if (period := child_text(element, "BILLCREDITPERIOD")) is not None:
        digits = "".join(letter for letter in period if letter.isdigit())
        ledger.credit_days = int(digits) if digits else None
    _mailing(company, ledger, element)
    _registration(company, ledger, element)


Row = TypeVar("Row", Mailing, Registration)


def _with(row: Row, name: str, text: str) -> Row:
    return _with_all(row, {name: text})


def _with_all(row: Row, changes: dict[str, str]) -> Row:
    values: dict[str, Any] = dict(changes)
    return row._replace(**values)


def _mailing(company: Company, ledger: Ledger, element: ET.Element) -> None:
    """Dated mailing rows. A row without APPLICABLEFROM does not persist; plain tags go into the newest row."""
    rows = {row.since: row for row in ledger.mailing}
    for one in children(element, "LEDMAILINGDETAILS.LIST"):
        since = parse_date(child_text(one, "APPLICABLEFROM") or "")
        if not since:
            continue
        row = rows.get(since, Mailing(since, ledger.name, (), "", "", ""))
        for tag, name in (("MAILINGNAME", "name"), ("STATE", "state"), ("COUNTRY", "country"), ("PINCODE", "pincode")):
            text = child_text(one, tag)
            if text is not None:
                row = _with(row, name, text)
        address = child(one, "ADDRESS.LIST")
        if address is not None:
            row = row._replace(address=tuple(text_of(line).strip() for line in children(address, "ADDRESS")))
        rows[since] = row
    ledger.mailing = tuple(rows[since] for since in sorted(rows))
    plain = {
        name: child_text(element, tag)
        for tag, name in (
            ("LEDSTATENAME", "state"),
            ("COUNTRYNAME", "country"),
            ("PINCODE", "pincode"),
            ("MAILINGNAME", "name"),
        )
    }
    changes = {name: text for name, text in plain.items() if text is not None}
    if changes:
        last = ledger.mailing[-1] if ledger.mailing else Mailing(company.books_from, ledger.name, (), "", "", "")
        ledger.mailing = (*ledger.mailing[:-1], _with_all(last, changes))


def _registration(company: Company, ledger: Ledger, element: ET.Element) -> None:
    rows = {row.since: row for row in ledger.registrations}
    for one in children(element, "LEDGSTREGDETAILS.LIST"):
        since = parse_date(child_text(one, "APPLICABLEFROM") or "")
        if not since:
            continue
        row = rows.get(since, Registration(since, "", "", ""))
        for tag, name in (("GSTREGISTRATIONTYPE", "kind"), ("PLACEOFSUPPLY", "place"), ("GSTIN", "gstin")):
            text = child_text(one, tag)
            if text is not None:
                row = _with(row, name, text)
        rows[since] = row
    ledger.registrations = tuple(rows[since] for since in sorted(rows))
    changes = {
        name: text
        for tag, name in (("PARTYGSTIN", "gstin"), ("GSTREGISTRATIONTYPE", "kind"))
        if (text := child_text(element, tag)) is not None
    }
    if changes:
        last = (
            ledger.registrations[-1] if ledger.registrations else Registration(company.books_from, "", ledger.state, "")
        )
        ledger.registrations = (*ledger.registrations[:-1], _with_all(last, changes))


def _group(company: Company, group: Master, element: ET.Element) -> None:
    assert isinstance(group, Group)
    parent = child_text(element, "PARENT")
    if parent:
        # Primary is not a group: an empty PARENT means it.
        group.parent = _group_named(company, parent)
    elif parent is not None:
        group.parent = None


def _unit(company: Company, unit: Master, element: ET.Element) -> None:
    assert isinstance(unit, Unit)
    unit.formal = child_text(element, "ORIGINALNAME") or child_text(element, "FORMALNAME") or unit.formal
    if (places := child_text(element, "DECIMALPLACES")) is not None:
        unit.decimals = int(places or 0)
    if (simple := child_text(element, "ISSIMPLEUNIT")) is not None and not _yes(simple):
        unit.first, unit.tail = child_text(element, "BASEUNITS") or "", child_text(element, "ADDITIONALUNITS") or ""
        for name in (unit.first, unit.tail):
            if fold(name) not in company.units:
                raise Refused(f"Unit '{name}' does not exist!")
        unit.conversion = int(child_text(element, "CONVERSION") or 1)


def _item(company: Company, item: Master, element: ET.Element) -> None:
    assert isinstance(item, Item)
    if (unit := child_text(element, "BASEUNITS")) is not None:
        found = company.units.get(fold(unit))
        if found is None:
            raise Refused(f"Unit '{unit}' does not exist!" if unit else "Unit does not exist!")
        item.unit = found
    if (parent := child_text(element, "PARENT")) is not None:
        if parent and fold(parent) not in company.stock_groups:
            raise Refused(f"Stock Group '{parent}' does not exist!")
        item.parent = company.stock_groups.get(fold(parent))
    if (part := child_text(element, "PARTNO")) is not None:
        item.part_no = part
    if (text := child(element, "DESCRIPTION")) is not None:
        item.description = text_of(text)
    if (opening := child_text(element, "OPENINGBALANCE")) is not None:
        item.opening_qty = parse_stock_quantity(opening, item) if opening else None
    if (rate := child_text(element, "OPENINGRATE")) is not None:
        item.opening_rate = parse_amount(rate.split("/")[0]) or 0
    if (value := child_text(element, "OPENINGVALUE")) is not None:
        item.opening_value = -(parse_amount(value) or 0)
    _item_tax(item, element)


def _item_tax(item: Item, element: ET.Element) -> None:
    hsn = {row.since: row for row in item.hsn}
    for one in children(element, "HSNDETAILS.LIST"):
        since = parse_date(child_text(one, "APPLICABLEFROM") or "")
        if since:
            hsn[since] = Hsn(since, child_text(one, "HSNCODE") or "", child_text(one, "HSN") or "")
    item.hsn = tuple(hsn[since] for since in sorted(hsn))
    gst = {row.since: row for row in item.gst}
    for one in children(element, "GSTDETAILS.LIST"):
        since = parse_date(child_text(one, "APPLICABLEFROM") or "")
        if not since:
            continue
        rate = 0
        for row in one.iter():
            if row.tag.upper() == "RATEDETAILS.LIST" and child_text(row, "GSTRATEDUTYHEAD") == "IGST":
                rate = parse_amount(child_text(row, "GSTRATE") or "") or 0
        taxability = child_text(one, "TAXABILITY")
        gst[since] = GstRate(since, "Taxable" if taxability is None else taxability, rate)
    item.gst = tuple(gst[since] for since in sorted(gst))


def _voucher_type(company: Company, kind: Master, element: ET.Element) -> None:
    assert isinstance(kind, VoucherType)
    parent = child_text(element, "PARENT")
    if parent:
        base = company.voucher_types.get(fold(parent))
        if base is None:
            raise Refused(f"Voucher Type '{parent}' does not exist!")
        kind.parent_name, kind.kind = base.name, base.kind
    sources = [element, *children(element, "VOUCHERNUMBERSERIES.LIST")]
    for source in sources:
        if method := child_text(source, "NUMBERINGMETHOD"):
            kind.method = method
        if submethod := child_text(source, "NUMBERINGSUBMETHOD"):
            kind.submethod = submethod
        if (flag := child_text(source, "PREVENTDUPLICATES")) is not None:
            kind.prevent_duplicates = _yes(flag)


def _stock_group(company: Company, group: Master, element: ET.Element) -> None:
    assert isinstance(group, StockGroup)
    parent = child_text(element, "PARENT")
    if parent:
        if fold(parent) not in company.stock_groups:
            raise Refused(f"Stock Group '{parent}' does not exist!")
        group.parent = company.stock_groups[fold(parent)]


def _plain(company: Company, master: Master, element: ET.Element) -> None:
    del company, master, element


HANDLERS: dict[str, Callable[[Company, Master, ET.Element], None]] = {
    "LEDGER": _ledger,
    "GROUP": _group,
    "UNIT": _unit,
    "STOCKITEM": _item,
    "STOCKGROUP": _stock_group,
    "VOUCHERTYPE": _voucher_type,
    "STOCKCATEGORY": _plain,
    "GODOWN": _plain,
    "COSTCENTRE": _plain,
    "CURRENCY": _plain,
}
