"""The mapping editor's services from memory: two benches (customers, invoices), or one as wide as a test likes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from app.mapping.compiled import compile_mapping
from app.mapping.links import check_link, compile_link, review_link
from app.mapping.stored import field_mappings, no_templates
from app.mapping.suggest import suggest
from app.model.entities import ENTITIES, FieldSpec
from app.model.errors import AppError, InvalidInput, StaleVersion
from app.model.values import FieldType
from app.services import views as v
from app.services.mapping import views as m
from tests.ui.samples import record

T, N, D, B, L = FieldType.TEXT, FieldType.NUMBER, FieldType.DATE, FieldType.BOOLEAN, FieldType.LINES

CUSTOMER_THERE = (
    m.SideField("NAME", "Name", required=True, samples=("Anand Electricals", "Bharat Hardware & Paints")),
    m.SideField("LEDGERCONTACT", "Contact person", samples=("Ramesh Iyer",)),
    m.SideField("EMAIL", "E-mail", samples=("office3@example.in",)),
    m.SideField("LEDGERPHONE", "Phone", samples=("020 2553 1200",)),
    m.SideField("LEDGERMOBILE", "Mobile", samples=("098220 12345",)),
    m.SideField("WEBSITE", "Website"),
    m.SideField("ADDRESS", "Address", samples=("14, MG Road\nCamp",)),
    m.SideField("LEDSTATENAME", "State", samples=("Maharashtra",)),
    m.SideField("PINCODE", "PIN code", samples=("411001",)),
    m.SideField("COUNTRYNAME", "Country", samples=("India",)),
    m.SideField("PARTYGSTIN", "GSTIN", samples=("27AAPFU0939F1ZV",)),
    m.SideField("INCOMETAXNUMBER", "PAN"),
    m.SideField("GSTREGISTRATIONTYPE", "GST registration type", samples=("Regular",)),
    m.SideField("PARENT", "Group", samples=("Sundry Debtors",)),
    m.SideField("CREDITLIMIT", "Credit limit", N, samples=("150000.00",)),
    m.SideField("BILLCREDITPERIOD", "Credit days", N, samples=("30",)),
    m.SideField("OPENINGBALANCE", "Opening balance", N, samples=("-1200.00",)),
    m.SideField("CLOSINGBALANCE", "Closing balance", N, readonly=True, samples=("-7919.50",)),
    m.SideField("NARRATION", "Narration", samples=("Pays on the 7th",)),
    m.SideField("ISBILLWISEON", "Bill-wise", B, samples=("Yes",)),
    m.SideField("GUID", "GUID", readonly=True, samples=("c1f0-0000a1",)),
    m.SideField("LEDMAILINGDETAILS", "Mailing details", L, readonly=True),
    m.SideField(
        "LEDMAILINGDETAILS[].PINCODE", "PIN code", readonly=True, samples=("411001",), group="LEDMAILINGDETAILS"
    ),
)
INVOICE_THERE = (
    m.SideField("VOUCHERNUMBER", "Voucher number", required=True, samples=("SI/2026/0007",)),
    m.SideField("DATE", "Date", D, required=True, samples=("2026-11-17",)),
    m.SideField("PARTY", "Customer", FieldType.LOOKUP, samples=("Anand Electricals 7",)),
    m.SideField("STATUS", "Status", FieldType.PICKLIST, choices=("draft", "posted", "cancelled"), samples=("posted",)),
    m.SideField("NARRATION", "Narration", samples=("Goods sent by road.",)),
    m.SideField("LINES", "Lines", L),
    m.SideField("LINES[].STOCKITEM", "Stock item", FieldType.LOOKUP, samples=("LED Bulb 9 W",), group="LINES"),
    m.SideField("LINES[].BILLEDQTY", "Quantity", N, samples=("120",), group="LINES"),
    m.SideField("LINES[].RATE", "Rate", N, samples=("95.00",), group="LINES"),
    m.SideField("LINES[].AMOUNT", "Amount", N, samples=("10830.00",), group="LINES"),
    m.SideField("TAXES", "Taxes", L),
    m.SideField("TAXES[].NAME", "Name", samples=("CGST",), group="TAXES"),
    m.SideField("TAXES[].AMOUNT", "Amount", N, samples=("3292.20",), group="TAXES"),
    m.SideField("ROUNDOFF", "Round off", N, samples=("-0.40",)),
    m.SideField("TOTAL", "Total", N, samples=("43164.00",)),
)
CUSTOMER_LINKS = (
    v.MappingView("business_name", "NAME", "text", is_required=True),
    v.MappingView("gstin", "PARTYGSTIN", "text", validation=[{"rule": "gstin"}]),
    v.MappingView("phone", "LEDGERPHONE", "text"),
    v.MappingView("state", "LEDSTATENAME", "text", transform=[{"name": "code_to_state"}]),
    v.MappingView("credit_limit", "CREDITLIMIT", "number"),
    v.MappingView("opening_balance", "OPENINGBALANCE", "number", transform=[{"name": "negate"}]),
    v.MappingView(
        "closing_balance", "CLOSINGBALANCE", "number", "to_local", is_readonly=True, transform=[{"name": "negate"}]
    ),
)
INVOICE_LINKS = (
    v.MappingView("number", "VOUCHERNUMBER", "text", is_required=True),
    v.MappingView("date", "DATE", "date", is_required=True),
    v.MappingView("lines", "LINES", "lines"),
    v.MappingView("lines[].quantity", "LINES[].BILLEDQTY", "number"),
    v.MappingView("lines[].rate", "LINES[].RATE", "number"),
)


def side(fields: tuple[FieldSpec, ...], sample: dict[str, Any], group: str = "") -> list[m.SideField]:
    """The hub's fields of an entity, its lines' fields behind their list."""
    found: list[m.SideField] = []
    for field in fields:
        path = f"{group}[].{field.name}" if group else field.name
        value = sample.get(field.name)
        samples = (
            ()
            if value is None or isinstance(value, list)
            else (str(value.get("label") if isinstance(value, dict) else value),)
        )
        found.append(
            m.SideField(
                path,
                field.title,
                field.type,
                field.required,
                field.readonly,
                samples,
                field.choices,
                field.lookup or "",
                group,
            )
        )
        if field.children:
            found += side(field.children, (value or [{}])[0], field.name)
    return found


def wide_bench(config: v.ConfigView, count: int) -> m.MappingBench:
    """``count`` fields a side, two thirds of them linked."""
    local = tuple(
        m.SideField(f"custom.field_{n}", f"Field {n}", (T, N, D)[n % 3], samples=(f"value {n}",)) for n in range(count)
    )
    remote = tuple(
        m.SideField(f"Field_{n}", f"Their field {n}", (T, N, D)[n % 3], samples=(f"theirs {n}",)) for n in range(count)
    )
    links = tuple(v.MappingView(f"custom.field_{n}", f"Field_{(n * 7) % count}", "text") for n in range(count) if n % 3)
    return m.MappingBench(
        replace(config, field_mappings=links), "Mehta Traders", "Tally Prime", local, remote, "stamp-0"
    )


class Mappings:
    """``open_error`` is raised instead of an answer; ``wide`` makes benches of so many fields a side."""

    def __init__(self, home: Any) -> None:
        self.home = home
        self.links: dict[str, tuple[v.MappingView, ...]] = {}
        self.saves = 0
        self.open_error: AppError | None = None
        self.samples_error: AppError | None = None
        self.notice = ""
        self.wide = 0
        self.effects_answer: Any = None

    def _config(self, config_id: str) -> v.ConfigView:
        config = next(one for one in self.home.configs.made if one.id == config_id)
        default = INVOICE_LINKS if config.entity_type == "invoice" else CUSTOMER_LINKS
        return replace(config, sync_direction="bidirectional", field_mappings=self.links.get(config_id, default))

    def open(self, config_id: str, cancel: Any = None) -> m.MappingBench:
        if self.open_error is not None:
            raise self.open_error
        config = self._config(config_id)
        if self.wide:
            return wide_bench(config, self.wide)
        local = tuple(side(ENTITIES[config.entity_type].fields, record(config.entity_type, 7)))
        remote = INVOICE_THERE if config.entity_type == "invoice" else CUSTOMER_THERE
        return m.MappingBench(
            config, "Mehta Traders", "Tally Prime", local, remote, f"stamp-{self.saves}", not self.notice, self.notice
        )

    def samples(self, config_id: str, limit: int = 12, cancel: Any = None) -> tuple[m.SampleRecord, ...]:
        if self.samples_error is not None:
            raise self.samples_error
        config = self._config(config_id)
        there = {one.path: one.sample for one in self.open(config_id).remote if not one.group and not one.is_list}
        names = ("Anand Electricals 7", "Bharat Hardware & Paints 8", "गणेश भंडार 9")
        found = []
        for number, name in enumerate(names):
            hub = record(config.entity_type, 7 + number)
            found.append(m.SampleRecord(f"r{number}", name, {**there, "NAME": name}, hub if number < 2 else None))
        return tuple(found[:limit])

    def preview(self, config_id: str, links: Any, sample: m.SampleRecord) -> m.MappingPreview:
        spec = ENTITIES[self._config(config_id).entity_type]
        rows = []
        for number, link in enumerate(links):
            there = (sample.remote or {}).get(link.remote_field)
            row = m.PreviewRow(number, link.local_field, link.remote_field, _shown(there), _shown(there),
                               _shown((sample.hub or {}).get(link.local_field)), _shown(there))  # fmt: skip
            try:
                one = compile_mapping(spec, field_mappings([link], no_templates))
                values, _ = one.to_local(one.read(sample.remote or {}), lambda _entity, key: key)
                row = replace(row, becomes=_shown(values.get(link.local_field)))
            except Exception as error:
                row = replace(row, problem=str(error), side="in")
            rows.append(row)
        return m.MappingPreview(sample, tuple(rows))

    def check(self, config_id: str, links: Any, samples: Any = (), cancel: Any = None) -> m.MappingCheck:
        spec, faults, seen = ENTITIES[self._config(config_id).entity_type], [], set()
        for number, link in enumerate(links):
            where = f"fieldMappings[{number}]"
            try:
                one = field_mappings([link], no_templates)[0]
                check_link(spec, one, where, seen)
                compile_link(spec, one, where)
                review_link(spec, one, where)
            except InvalidInput as error:
                part = (error.field or "").partition("].")[2]
                faults.append(m.Fault("error", error.message, error.hint, number, part))
        return m.MappingCheck(tuple(faults), len(samples))

    def values(self, config_id: str, local: str, remote: str, cancel: Any = None) -> m.SideValues:
        return m.SideValues(
            (("Regular", 812), ("Composition", 40)), (("Regular", 820), ("Consumer", 31)), (("Regular", "Regular"),)
        )

    def suggest(self, bench: m.MappingBench, links: Any) -> Any:
        spec = ENTITIES[bench.config.entity_type]
        local, remote = {one.local_field for one in links}, {one.remote_field for one in links}
        return tuple(suggest(spec, [one for one in bench.remote if not one.group], local, remote))

    def effects(self, config_id: str, links: Any, cancel: Any = None, progress: Any = None) -> Any:
        return self.effects_answer

    def save(self, config_id: str, links: Any, stamp: str) -> m.MappingBench:
        if stamp != f"stamp-{self.saves}":
            raise StaleVersion("Somebody else changed this mapping meanwhile; nothing was saved.")
        self.home.calls.append(("save_mapping", config_id, tuple(links)))
        self.saves += 1
        self.links[config_id] = tuple(links)
        return self.open(config_id)


def _shown(value: Any) -> m.Shown:
    if value is None:
        return m.Shown(state="empty")
    return m.Shown(str(value.get("label") if isinstance(value, dict) else value))
