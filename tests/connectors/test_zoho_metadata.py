"""What Zoho tells of its fields, its organisation and us: asked once a day; and the field for our id."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.connectors.zoho.client import Zoho
from app.connectors.zoho.metadata import FieldInfo, Metadata
from app.connectors.zoho.modules import MODULES, ORDER
from app.model import errors
from app.model.cancel import CancelToken
from app.model.tokens import MemoryTokens
from tests.connectors.http.server import Server, answer, serving
from tests.connectors.tally_rig import MemoryState
from tests.connectors.zoho_desk import ZohoDesk
from tests.simulators.zoho import SimulatedZoho

SAMPLES = Path(__file__).parents[3] / "shared" / "samples" / "zoho"
DAY = 24 * 3600


@pytest.fixture
def sim() -> Iterator[SimulatedZoho]:
    with SimulatedZoho() as made:
        yield made


@pytest.fixture
def desk(sim: SimulatedZoho) -> ZohoDesk:
    return ZohoDesk(sim)


@pytest.fixture
def zoho(desk: ZohoDesk) -> Iterator[Zoho]:
    made = desk.open()
    yield made
    made.close()


@pytest.fixture
def state() -> MemoryState:
    return MemoryState()


def test_every_module_and_every_field_that_we_rely_on_is_there(
    sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho, state: MemoryState
) -> None:
    metadata = Metadata(zoho, state, desk.clock)
    for name in ORDER:
        module, fields = MODULES[name], metadata.of(name, CancelToken())
        for field in (module.label, module.natural_key, module.system_check, *module.lookups):
            assert field in fields, f"{name}.{field}"
        for field, leads_to in module.lookups.items():
            assert fields[field].lookup_module == leads_to
            assert ORDER.index(leads_to) < ORDER.index(name)
        if module.items is not None:
            lines = fields[module.items]
            assert (lines.data_type, lines.readonly) == ("subform", True)
    assert sim.violations == []


def test_fields_are_asked_for_once_a_day_and_anew_when_refused(
    sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho, state: MemoryState
) -> None:
    first = Metadata(zoho, state, desk.clock)
    fields = first.of("Contacts", CancelToken())
    assert first.of("Contacts", CancelToken()) == fields
    later = Metadata(zoho, state, desk.clock)
    assert later.of("Contacts", CancelToken()) == fields
    assert list(later.of("Contacts", CancelToken())) == list(fields)
    assert len(sim.asked("fields")) == 1
    sim.add_field("Contacts", "Shoe_Size", "integer")
    first.forget("Contacts")
    assert first.of("Contacts", CancelToken())["Shoe_Size"].custom
    assert len(sim.asked("fields")) == 2
    desk.clock.forward(DAY)
    Metadata(zoho, state, desk.clock).of("Contacts", CancelToken())
    assert len(sim.asked("fields")) == 3


def test_what_another_login_was_told_is_not_believed(
    sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho, state: MemoryState
) -> None:
    assert Metadata(zoho, state, desk.clock).org(CancelToken()).id
    assert Metadata(zoho, state, desk.clock).org(CancelToken()).id
    assert len(sim.asked("org")) == 1
    desk.tokens = MemoryTokens(desk.signed_in())
    other = desk.open()
    Metadata(other, state, desk.clock).org(CancelToken())
    assert len(sim.asked("org")) == 2
    other.close()
    assert desk.tokens.load().refresh not in json.dumps(state.values)


def test_the_organisation_and_we(sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho, state: MemoryState) -> None:
    metadata = Metadata(zoho, state, desk.clock)
    org, me = metadata.org(CancelToken()), metadata.me(CancelToken())
    assert (org.time_zone, org.currency, org.type) == ("Asia/Kolkata", "INR", "production")
    made = zoho.post("Leads", {"data": [{"Last_Name": "A", "Company": "B"}], "trigger": []}, CancelToken())
    assert made.json()["data"][0]["details"]["Created_By"]["id"] == me.id
    assert me.name


# --- one field --------------------------------------------------------------------------------------------------


@pytest.fixture
def told(state: MemoryState) -> Iterator[tuple[Server, Metadata]]:
    """A server that answers from a script."""
    with SimulatedZoho() as sim, serving() as server:
        desk = ZohoDesk(sim, base_url=f"{server.url}/crm/v8")
        desk.tokens = MemoryTokens(replace(desk.signed_in(), extras={}))
        zoho = desk.open()
        yield server, Metadata(zoho, state, desk.clock)
        zoho.close()


def raw(**more: Any) -> dict[str, Any]:
    may = {"api_create": True, "api_update": True, "web_create": True, "web_update": True}
    usual = {"api_name": "F", "display_label": "Label", "data_type": "text", "visible": True, "operation_type": may}
    return {**usual, "length": 100, "unique": {}, **more}


@pytest.mark.parametrize(
    ("sent", "understood"),
    [
        ({}, {}),
        ({"unique": {"case_sensitive": False}, "custom_field": True}, {"unique": True, "custom": True}),
        ({"system_mandatory": True}, {"required": True}),
        ({"operation_type": {"api_update": False}}, {"readonly": True}),
        ({"field_read_only": True}, {"readonly": True}),
        ({"data_type": "autonumber"}, {"data_type": "autonumber", "readonly": True}),
        ({"data_type": "fileupload"}, {"data_type": "fileupload", "readonly": True}),
        ({"data_type": "formula", "formula": {"return_type": "currency"}}, {"data_type": "currency", "readonly": True}),
        ({"data_type": "rollup_summary", "rollup_summary": {}}, {"readonly": True}),
        (
            {"data_type": "currency", "length": 16, "decimal_place": 2},
            {"data_type": "currency", "length": 16, "decimal_place": 2},
        ),
        (
            {"data_type": "lookup", "lookup": {"api_name": "Contacts", "module": {"api_name": "Accounts", "id": "1"}}},
            {"data_type": "lookup", "lookup_module": "Accounts"},
        ),
        (
            {
                "data_type": "picklist",
                "pick_list_values": [
                    {"display_value": "Gewonnen", "actual_value": "Closed Won", "type": "used"},
                    {"display_value": "Old", "actual_value": "Old", "type": "unused"},
                ],
            },
            {"data_type": "picklist", "choices": {"Closed Won": "Gewonnen"}},
        ),
    ],
    ids=str,
)
def test_a_field(told: tuple[Server, Metadata], sent: dict[str, Any], understood: dict[str, Any]) -> None:
    server, metadata = told
    server.plan.append(
        answer(200, json.dumps({"fields": [raw(**sent), raw(api_name="Hidden", visible=False)]}).encode())
    )
    usual = FieldInfo("F", "Label", "text", length=100)
    assert metadata.of("Contacts", CancelToken()) == {"F": replace(usual, **understood)}
    assert server.targets == ["/crm/v8/settings/fields?module=Contacts"]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not here")
def test_real_answers(told: tuple[Server, Metadata]) -> None:
    server, metadata = told
    server.plan += [answer(200, (SAMPLES / f"oas_{name}_200.json").read_bytes()) for name in ("field", "org", "user")]
    assert metadata.of("Leads", CancelToken()) == {"Company": FieldInfo("Company", "Company", "text", length=200)}
    org = metadata.org(CancelToken())
    assert (org.id, org.name, org.time_zone, org.currency) == ("1234567890", "Acme Inc.", "America/Chicago", "USD")
    assert metadata.me(CancelToken()).name == "T test test"


@pytest.mark.parametrize("body", [b"{}", b'{"org": []}', b'{"org": [{}]}', b'{"org": [7]}', b"[]", b""], ids=repr)
def test_an_answer_that_is_none(told: tuple[Server, Metadata], body: bytes) -> None:
    server, metadata = told
    server.plan.append(answer(200, body))
    with pytest.raises(errors.BadAnswer):
        metadata.org(CancelToken())


# --- the field for our id ---------------------------------------------------------------------------------------


def test_the_field_for_our_id_is_made_once(sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho, state: MemoryState) -> None:
    metadata = Metadata(zoho, state, desk.clock)
    before = metadata.of("Contacts", CancelToken())
    made = metadata.create_hub_key("Contacts", "Hub_Id", CancelToken())
    assert "Hub_Id" not in before
    assert (made.name, made.unique, made.custom, made.data_type, made.length) == ("Hub_Id", True, True, "text", 50)
    assert metadata.of("Contacts", CancelToken())["Hub_Id"] == made
    assert metadata.create_hub_key("Contacts", "Hub_Id", CancelToken()) == made
    assert len(sim.asked("create_fields")) == 1
    assert sim.violations == []


def test_a_field_of_that_name_that_will_not_do(
    sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho, state: MemoryState
) -> None:
    sim.add_field("Contacts", "Hub_Id")
    with pytest.raises(errors.Misconfigured) as caught:
        Metadata(zoho, state, desk.clock).create_hub_key("Contacts", "Hub_Id", CancelToken())
    assert "unique" in caught.value.message
    assert "Do not allow duplicate values" in caught.value.hint


@pytest.mark.parametrize("why", ["plan", "rights"])
def test_zoho_will_not_have_such_a_field(
    sim: SimulatedZoho, desk: ZohoDesk, zoho: Zoho, state: MemoryState, why: str
) -> None:
    if why == "plan":
        sim.metadata.unique_left = 0
    else:
        sim.metadata.may_create = False
    with pytest.raises(errors.Forbidden) as caught:
        Metadata(zoho, state, desk.clock).create_hub_key("Contacts", "Hub_Id", CancelToken())
    assert caught.value.code == "no_hub_key"
    assert "go on without" in caught.value.hint
