"""What a sync config is made from."""

from __future__ import annotations

from typing import Any

import pytest

from app.connectors.base import ConnectorKind
from app.connectors.spec import Capabilities, ConnectorSpec, EntityTemplate, FieldTemplate
from app.model.errors import InvalidInput
from app.services.config_drafts import changed_config, new_config

TEMPLATE = EntityTemplate(
    "customer", "Ledger", (FieldTemplate("business_name", "NAME", required=True), FieldTemplate("email", "EMAIL"))
)
KIND = ConnectorKind(
    ConnectorSpec("tally", "Tally Prime", ("none",), (), Capabilities(), (TEMPLATE,)),
    lambda settings, ports: pytest.fail("creating a config contacts nobody"),
)


def customer(**more: Any) -> dict[str, Any]:
    return {"entity_type": "customer", **more}


def test_defaults_are_the_contracts_and_links_come_from_the_template() -> None:
    draft = new_config(customer(), "tally", KIND)
    assert draft.columns["sync_direction"] == "bidirectional"
    assert draft.columns["conflict_resolution"] == "manual"
    assert draft.columns["delete_policy"] == "flag"
    assert draft.columns["auto_sync"] is False
    assert draft.columns["is_active"] is True
    assert draft.columns["local_table"] == "customers"
    assert draft.columns["remote_module"] == "Ledger"
    assert draft.columns["match_on"] == ("gstin",)
    assert [link.remote_field for link in draft.mappings or ()] == ["NAME", "EMAIL"]
    assert draft.warnings == ()


@pytest.mark.parametrize("name", ["customer", "customers", "customer_profiles", "customer_profiles_new", "Customer"])
def test_tables_and_aliases_name_the_entity(name: str) -> None:
    assert new_config({"entity_type": name}, "tally", KIND).columns["entity_type"] == "customer"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"entity_type": "ledger"}, "entityType"),
        ({"entity_type": None}, "entityType"),
        ({"local_table": "products"}, "localTable"),
        ({"sync_direction": "up"}, "syncDirection"),
        ({"conflict_resolution": "coin"}, "conflictResolution"),
        ({"delete_policy": "burn"}, "deletePolicy"),
        ({"sync_frequency": -1}, "syncFrequency"),
        ({"match_on": ["gstin", "nope"]}, "matchOn[1]"),
        ({"match_on": "gstin"}, "matchOn"),
        ({"entity_type": "contact"}, "remoteModule"),
        ({"field_mappings": {}}, "fieldMappings"),
        ({"field_mappings": ["x"]}, "fieldMappings[0]"),
        ({"field_mappings": [{"localField": "email"}]}, "fieldMappings[0].remoteField"),
        (
            {"field_mappings": [{"localField": "email", "remoteField": "E", "direction": "up"}]},
            "fieldMappings[0].direction",
        ),
        ({"field_mappings": [{"localField": "email", "remoteField": "a..b"}]}, "fieldMappings[0].remoteField"),
        (
            {"field_mappings": [{"localField": "email", "remoteField": "E", "isRequired": "x"}]},
            "fieldMappings[0].isRequired",
        ),
        (
            {"field_mappings": [{"localField": "credit_limit", "remoteField": "E", "defaultValue": "x"}]},
            "fieldMappings[0].defaultValue",
        ),
        (
            {"field_mappings": [{"localField": "email", "remoteField": "E", "transform": [{"name": "nope"}]}]},
            "fieldMappings[0].transform[0].name",
        ),
        (
            {"field_mappings": [{"localField": "email", "remoteField": "E", "valueMap": {"pairs": [["a"]]}}]},
            "fieldMappings[0].valueMap",
        ),
    ],
)
def test_the_field_at_fault_is_named(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        new_config(customer(**changes), "tally", KIND)
    assert caught.value.field == field


def test_an_unknown_local_field_is_named_by_its_place() -> None:
    links = [
        {"localField": "business_name", "remoteField": "NAME"},
        {"local_field": "email", "remote_field": "EMAIL"},
        {"localField": "shoe_size", "remoteField": "X"},
    ]
    with pytest.raises(InvalidInput) as caught:
        new_config(customer(field_mappings=links), "tally", KIND)
    assert caught.value.field == "fieldMappings[2].localField"


def test_an_unknown_remote_field_is_a_warning() -> None:
    links = [{"localField": "business_name", "remoteField": "Company"}]
    draft = new_config(customer(field_mappings=links), "tally", KIND)
    assert any("Company" in warning for warning in draft.warnings)


def test_the_contracts_example_is_taken_though_zoho_is_not_installed() -> None:
    draft = new_config(
        {
            "connection_id": "…",
            "entity_type": "customer",
            "local_table": "customer_profiles_new",
            "remote_module": "Contacts",
            "sync_direction": "bidirectional",
            "auto_sync": True,
            "sync_frequency": 1800,
            "conflict_resolution": "remote_wins",
            "field_mappings": [
                {"localField": "business_name", "remoteField": "Company", "fieldType": "text", "isRequired": True},
                {"localField": "address", "remoteField": "Mailing_Street", "fieldType": "text"},
            ],
        },
        "zoho",
        None,
    )
    assert draft.columns["local_table"] == "customer_profiles_new"
    assert [link.is_required for link in draft.mappings or ()] == [True, False]
    assert any("Zoho CRM" in warning for warning in draft.warnings)


def test_a_change_touches_only_what_was_sent() -> None:
    present = {"entity_type": "customer", "remote_module": "Ledger"}
    draft = changed_config(present, {"is_active": False, "sync_frequency": 60}, "tally", KIND)
    assert draft.columns == {"is_active": False, "sync_frequency": 60}
    assert draft.mappings is None
    with pytest.raises(InvalidInput) as caught:
        changed_config(present, {"entity_type": "product"}, "tally", KIND)
    assert caught.value.field == "entityType"


def _city(**link: Any) -> dict[str, Any]:
    return {"localField": "city", "remoteField": "C", "transform": [{"name": "upper"}], **link}


@pytest.mark.parametrize(
    ("link", "field"),
    [
        (_city(), "fieldMappings[0].transform"),
        (_city(direction="both"), "fieldMappings[0].transform"),
        (_city(transform=[{"name": "pad"}]), "fieldMappings[0].transform[0].args.width"),
        (_city(transform=[{"name": "regex", "args": {"pattern": "("}}]), "fieldMappings[0].transform[0].args.pattern"),
        (_city(transform=[{"name": "round"}]), "fieldMappings[0].transform"),
        (_city(transform=None, validation=[{"rule": "range"}]), "fieldMappings[0].validation[0].rule"),
        (_city(transform=None, valueMap={"pairs": [["a", "1"], ["b", "1"]]}), "fieldMappings[0].valueMap.pairs[1]"),
    ],
)
def test_a_link_that_would_fail_at_night_is_refused_when_saved(link: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        new_config(customer(field_mappings=[link]), "tally", KIND)
    assert caught.value.field == field


@pytest.mark.parametrize(("config", "link"), [("pull", "to_local"), ("push", "to_remote")])
def test_a_link_that_can_not_be_undone_goes_the_way_of_a_config_that_goes_one_way(config: str, link: str) -> None:
    draft = new_config(customer(field_mappings=[_city()], sync_direction=config), "tally", KIND)
    assert [one.direction for one in draft.mappings or ()] == [link]
    with pytest.raises(InvalidInput, match="linked both ways"):
        new_config(customer(field_mappings=[_city(direction="both")], sync_direction=config), "tally", KIND)


def test_a_table_with_two_of_theirs_for_one_of_ours_is_warned_of() -> None:
    link = _city(transform=None, valueMap={"pairs": [["Mumbai", "BOM"], ["Mumbai", "MUM"]]})
    draft = new_config(customer(field_mappings=[link]), "tally", KIND)
    assert any("'BOM' is what will be sent" in said for said in draft.warnings)
