"""What is wrong or doubtful about a mapping, told all at once. Pure: no hub, no ERP."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.mapping.stored import no_templates
from app.model.entities import ENTITIES
from app.model.values import FieldType
from app.services.mapping.checks import Asked, by_gravity, static_faults
from app.services.mapping.fields import usual_fields, with_linked
from app.services.mapping.preview import look
from app.services.mapping.trials import trials
from app.services.mapping.views import Fault, SampleRecord, SideField
from app.services.views import MappingView

REMOTE = (
    SideField("NAME", "Name", required=True),
    SideField("PHONE", "Phone"),
    SideField("GSTIN", "GSTIN"),
    SideField("LIMIT", "Credit limit", FieldType.NUMBER, samples=("100.00",)),
    SideField("DAYS", "Credit days", samples=("30", "45")),
    SideField("SOON", "Terms", samples=("soon",)),
    SideField("BALANCE", "Balance", FieldType.NUMBER, readonly=True),
    SideField("KIND", "Kind", FieldType.PICKLIST, choices=("A", "B", "C")),
    SideField("BILLS", "Bills", FieldType.LINES),
    SideField("BILLS[].NO", "Bill number", group="BILLS"),
)
NAME = MappingView("business_name", "NAME", "text", is_required=True)
GSTIN = MappingView("gstin", "GSTIN", "text")
PHONE = MappingView("phone", "PHONE", "text")


def link(local: str, remote: str, kind: str = "text", **settings: Any) -> MappingView:
    return MappingView(local, remote, kind, **settings)


def asked(*links: Any, entity: str = "customer", **more: Any) -> Asked:
    spec = ENTITIES[entity]
    given: dict[str, Any] = {
        "sync_direction": "bidirectional",
        "match_on": spec.match_on,
        "remote": REMOTE,
        "live": True,
        "system": "Fake ERP",
        "can_write": True,
    }
    return Asked(spec, links, chains=no_templates, **{**given, **more})


def faults(*links: Any, **more: Any) -> list[Fault]:
    return static_faults(asked(*links, **more))[0]


def test_a_sound_mapping_has_no_fault_and_is_stored_as_it_is() -> None:
    found, stored = static_faults(asked(NAME, GSTIN, PHONE))
    assert found == []
    assert stored == (NAME, GSTIN, PHONE)


WARNED: tuple[tuple[str, tuple[MappingView, ...], dict[str, Any], str, str], ...] = (
    ("nothing is linked", (), {}, "", "No fields are linked yet"),
    ("needed here", (GSTIN, link("phone", "NAME")), {}, "", "Business name is needed here, and nothing fills it"),
    ("needed there", (link("business_name", "PHONE"), GSTIN), {}, "",
     "Fake ERP needs Name for a new customer: nothing fills it."),
    ("not recognised", (NAME,), {}, "", "are recognised by GSTIN, which is not linked"),
    ("can't be changed there", (NAME, GSTIN, link("credit_limit", "BALANCE", "number")), {}, "direction",
     "Balance can't be changed in Fake ERP"),
    ("not a field", (NAME, GSTIN, link("phone", "FAX")), {}, "remoteField", "Fake ERP has no field FAX"),
    ("sent twice", (NAME, GSTIN, link("phone", "PHONE"), link("mobile", "PHONE")), {}, "remoteField",
     "Phone and Mobile are both sent to Phone"),
    ("another type", (NAME, GSTIN, link("credit_days", "SOON", "number")), {}, "transform",
     "Terms is a text in Fake ERP, Credit days is a number here."),
    ("a text for a number", (NAME, GSTIN, link("notes", "LIMIT", direction="to_remote")), {}, "transform",
     "Notes is a text here, Credit limit is a number in Fake ERP"),
    ("values without a line", (NAME, GSTIN, link("customer_group", "KIND", value_map={"pairs": [["Gold", "A"]],
     "unmapped": "error"})), {}, "valueMap", "says nothing of “B”, “C”, which Fake ERP has. Records with them"),
    ("goes out and nothing does", (NAME, GSTIN, link("phone", "PHONE", direction="to_remote")),
     {"sync_direction": "pull"}, "direction", "this mapping only reads: the link does nothing"),
    ("goes out and nothing can", (NAME, GSTIN, link("phone", "PHONE", direction="to_remote")),
     {"can_write": False}, "direction", "nothing is sent to Fake ERP"),
)  # fmt: skip


@pytest.mark.parametrize(("links", "more", "part", "said"), [row[1:] for row in WARNED], ids=[row[0] for row in WARNED])
def test_what_is_doubtful_is_said_and_keeps_nothing_from_being_saved(
    links: tuple[MappingView, ...], more: dict[str, Any], part: str, said: str
) -> None:
    found, stored = static_faults(asked(*links, **more))
    assert stored == links
    assert {fault.level for fault in found} == {"warning"}
    hits = [fault for fault in found if said in fault.text]
    assert len(hits) == 1, found
    assert hits[0].part == part
    assert hits[0].link == (len(links) - 1 if part else None)


def test_samples_that_can_all_be_read_need_no_transform() -> None:
    assert faults(NAME, GSTIN, link("credit_days", "DAYS", "number")) == []


def test_a_one_way_link_is_no_fault_where_it_matters_not() -> None:
    pulled = faults(NAME, GSTIN, link("credit_limit", "BALANCE", "number"), sync_direction="pull")
    assert pulled == []
    inwards = faults(NAME, GSTIN, link("credit_limit", "BALANCE", "number", direction="to_local"))
    assert inwards == []
    (info,) = faults(NAME, link("phone", "PHONE", direction="to_local"), sync_direction="push")
    assert (info.level, info.part) == ("info", "direction")


def test_unknown_fields_are_no_fault_while_nobody_was_asked() -> None:
    fax = link("phone", "FAX")
    usual = with_linked(usual_fields(None), (fax,), live=False)
    assert all(field.known for field in usual)
    assert faults(NAME, GSTIN, fax, live=False, remote=usual) == []


def test_errors_are_all_told_and_name_their_link() -> None:
    found, stored = static_faults(
        asked(
            NAME,
            link("phone", "PHONE", transform=[{"name": "shout"}]),
            link("phnoe", "PHONE"),
            link("mobile", "PHONE", validation=[{"rule": "pattern", "args": {"pattern": "("}}]),
        )
    )
    assert stored is None
    errors = [(fault.link, fault.part) for fault in found if fault.level == "error"]
    assert errors == [(1, "transform[0].name"), (2, "localField"), (3, "validation[0].args.pattern")]


def test_fields_of_lines_need_their_list() -> None:
    head, child = link("lines", "BILLS", "lines"), link("lines[].description", "BILLS[].NO")
    (error,) = [fault for fault in faults(child, entity="invoice") if fault.level == "error"]
    assert (error.link, error.part, error.text) == (
        0,
        "localField",
        "Description stands in Lines, and Lines is not linked.",
    )
    assert not [fault for fault in faults(head, child, entity="invoice") if fault.level == "error"]


def test_what_fails_only_together_is_an_error_of_its_link() -> None:
    found = faults(NAME, link("city", "ADDR"), link("state", "ADDR.STATE"), link("phnoe", "X"))
    errors = [(fault.link, fault.part) for fault in found if fault.level == "error"]
    assert errors == [(3, "localField"), (2, "remoteField")]


def test_what_of_lines_is_not_sent_is_said() -> None:
    remote = (
        SideField("NO", "Number"),
        SideField("BILLS", "Bills", FieldType.LINES),
        *(SideField(f"BILLS[].{name}", name.title(), group="BILLS") for name in ("TEXT", "HSN", "SUM")),
        SideField("BILLS[].ID", "Id", readonly=True, group="BILLS"),
    )
    head, text = link("lines", "BILLS", "lines"), link("lines[].description", "BILLS[].TEXT")
    hsn = link("lines[].hsn_code", "BILLS[].HSN", direction="to_local")

    def said(*links: MappingView, **more: Any) -> list[str]:
        found = faults(link("number", "NO"), *links, entity="invoice", remote=remote, **more)
        return [fault.text for fault in found if "are sent without" in fault.text]

    (told,) = said(head, text, hsn)
    assert told == (
        "Lines are sent without “Hsn”, “Sum”: a line that is in Fake ERP already keeps what it has there, a new one comes"
        " without."
    )
    rest = (replace(hsn, direction="both"), link("lines[].amount", "BILLS[].SUM", "number"))
    assert said(head, text, *rest) == []
    assert said(head, replace(text, direction="to_local"), hsn) == []  # no lines are sent at all
    assert said(head, text, hsn, sync_direction="pull") == said(head, text, hsn, live=False) == []


def test_a_table_with_two_of_theirs_for_one_of_ours_is_pointed_out() -> None:
    table = {"pairs": [["Gold", "A"], ["Gold", "B"]], "unmapped": "keep"}
    (fault,) = faults(NAME, GSTIN, link("customer_group", "KIND", value_map=table))
    assert (fault.level, fault.part) == ("warning", "valueMap")
    assert "both stand for 'Gold'" in fault.text


def test_the_gravest_comes_first() -> None:
    said = [Fault("info", "a"), Fault("warning", "b"), Fault("error", "c"), Fault("warning", "d")]
    assert [fault.text for fault in by_gravity(said)] == ["c", "b", "d", "a"]


# --- a record tried ---------------------------------------------------------------------------------------------------------


class Nobody:
    """A port that knows no record."""

    def local_ids(self, wanted: Any) -> dict[Any, str]:
        return {}

    remote_keys = labels = remote_labels = local_ids


def test_each_kind_of_nothing_is_told_apart() -> None:
    links = (
        NAME,
        PHONE,
        GSTIN,
        link("city", "CITY", direction="to_local"),
        link("notes", "NOTES", direction="to_remote"),
    )
    sample = SampleRecord("1", "Acme", {"NAME": "Acme", "PHONE": "", "CITY": "Pune"}, {"business_name": "Acme"})
    name, phone, gstin, city, notes = look(
        trials(ENTITIES["customer"], links, no_templates, "bidirectional"), sample, Nobody(), "Fake ERP"
    )
    assert (name.becomes, name.sent) == (["Acme"], ["Acme"])
    assert (phone.there, phone.becomes) == ([""], [None])  # read, and nothing in it
    assert repr(gstin.becomes) == "[ABSENT]"  # not read
    assert (city.becomes, city.sent) == (["Pune"], [])  # does not go out
    assert (notes.becomes, notes.sent) == ([], [None])  # does not come in


def test_a_line_that_fails_is_named() -> None:
    links = (link("lines", "BILLS", "lines"), link("lines[].amount", "BILLS[].SUM", "number"))
    sample = SampleRecord("1", "INV-1", {"BILLS": [{"SUM": "1.00"}, {"SUM": "much"}]})
    head, amount = look(trials(ENTITIES["invoice"], links, no_templates, "pull"), sample, Nobody(), "Fake ERP")
    assert head.becomes == [[{}, {}]]
    assert (amount.side, amount.problem) == ("in", "Line 2: Amount: “much” is not a number.")
    assert amount.becomes[0] == "1.00"


def test_a_reference_that_has_not_come_in_is_said() -> None:
    links = (link("customer", "PARTY", "lookup"),)
    sample = SampleRecord("1", "INV-1", {"PARTY": "acme"})
    (customer,) = look(trials(ENTITIES["invoice"], links, no_templates, "pull"), sample, Nobody(), "Fake ERP")
    assert customer.problem == "The customer “acme” has not come in yet: Customer stays empty until it has."
    assert customer.becomes == [None]


def test_a_rule_over_several_fields_sees_what_the_record_becomes() -> None:
    rule = [{"rule": "formula", "args": {"formula": "credit_limit = null or credit_days > 0", "message": "needs days"}}]
    links = (link("credit_limit", "LIMIT", "number", validation=rule), link("credit_days", "DAYS", "number"))
    tried = trials(ENTITIES["customer"], links, no_templates, "pull")
    for days, problem in (("0", "Credit limit: “5.00” needs days."), ("30", "")):
        sample = SampleRecord("1", "Acme", {"LIMIT": "5.00", "DAYS": days})
        assert look(tried, sample, Nobody(), "Fake ERP")[0].problem == problem
