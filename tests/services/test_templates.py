"""Transform templates on real parts: checked when saved, used by links, applied, taken along."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from app import bootstrap
from app.model.errors import Conflicting, InvalidInput, NotFound, StaleVersion
from app.model.events import Changed
from app.services.options import Options
from app.services.template.files import read_file, write_file
from app.services.templates import Templates
from app.services.views import ConfigView

TRIM = {"transform": [{"name": "trim"}]}
PHONE = {"transform": [{"name": "phone_e164"}]}
LINK = {"localField": "business_name", "remoteField": "NAME"}


@pytest.fixture
def own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[bootstrap.App]:
    """A hub of the test's own, with two connections to addresses where nobody answers."""
    folder = tmp_path_factory.mktemp("own")
    monkeypatch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
    made = bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=None)
    try:
        for name in ("Books", "Branch"):
            made.services.connections.create(
                {
                    "erp_system": "tally",
                    "connection_name": name,
                    "auth_config": {"company": name},
                    "base_url": "http://127.0.0.1:9",
                }
            )
        yield made
    finally:
        made.close()


@pytest.fixture
def templates(own: bootstrap.App) -> Templates:
    return own.services.templates


def connection(own: bootstrap.App, name: str = "Books") -> str:
    return own.services.connections.named(name).id


def config(
    own: bootstrap.App, *links: dict[str, Any], entity: str = "customer", name: str = "Books", **more: Any
) -> ConfigView:
    draft = {"connection_id": connection(own, name), "entity_type": entity, **more}
    return own.services.configs.create(draft | ({"field_mappings": list(links)} if links else {}))


def field(templates: Templates, definition: dict[str, Any] = TRIM, name: str = "Tidy") -> str:
    return templates.create({"name": name, "kind": "field", "definition": definition}).id


def city(template_id: str, **more: Any) -> dict[str, Any]:
    return {"localField": "city", "remoteField": "CITY", "transform": template_id, **more}


# --- checked when saved ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "definition",
    [
        TRIM,
        {"transform": [{"name": "negate"}]},
        {"transform": [{"name": "default_if_empty", "args": {"value": "1"}}, {"name": "round", "args": {"places": 2}}]},
        {"value_map": {"pairs": [["Gold", "A"], ["Silver", "A"]], "unmapped": "default"}},
        {"validation": [{"rule": "range", "args": {"min": 1}}]},
        {"validation": [{"rule": "gstin"}]},
    ],
    ids=["text", "number", "open", "table", "range", "gstin"],
)
def test_a_field_template_fits_whatever_a_link_may_be_about(templates: Templates, definition: dict[str, Any]) -> None:
    made = templates.create({"name": " One ", "kind": "field", "definition": definition})
    assert (made.name, made.version, made.uses) == ("One", 1, 0)
    assert templates.get(made.id) == made


@pytest.mark.parametrize(
    ("kind", "definition", "at"),
    [
        ("field", None, "definition"),
        ("field", [], "definition"),
        ("field", {}, "definition.transform"),
        ("field", {"transform": "another"}, "definition.transform"),
        ("field", {"transform": ["trim"]}, "definition.transform"),
        ("field", {"transform": [{"name": "nope"}]}, "definition.transform[0].name"),
        ("field", {"transform": [{"name": "pad"}]}, "definition.transform[0].args.width"),
        ("field", {"transform": [{"name": "round"}, {"name": "upper"}]}, "definition.transform[1]"),
        ("field", {"valueMap": {"pairs": [["a"]]}}, "definition.valueMap"),
        ("field", {"validation": [{"rule": "nope"}]}, "definition.validation[0].rule"),
        ("record", {"entityType": "ledger"}, "definition.entityType"),
        ("record", {"entityType": "customer"}, "definition.fieldMappings"),
        ("record", {"entityType": "customer", "fieldMappings": []}, "definition.fieldMappings"),
        (
            "record",
            {"entityType": "customer", "fieldMappings": [LINK, {"localField": "email"}]},
            "definition.fieldMappings[1].remoteField",
        ),
        (
            "record",
            {"entityType": "customer", "fieldMappings": [{**LINK, "transform": "gone"}]},
            "definition.fieldMappings[0].transform",
        ),
        ("batch", {"mappings": []}, "definition.mappings"),
        ("batch", {"mappings": [1]}, "definition.mappings[0]"),
        (
            "batch",
            {"mappings": [{"entityType": "customer", "fieldMappings": [{**LINK, "localField": "shoe"}]}]},
            "definition.mappings[0].fieldMappings[0].localField",
        ),
        (
            "batch",
            {"mappings": [{"entityType": "customers", "fieldMappings": [LINK]}] * 2},
            "definition.mappings[1].entityType",
        ),
    ],
)  # fmt: skip
def test_what_would_not_work_is_refused_where_it_stands(
    templates: Templates, kind: str, definition: Any, at: str
) -> None:
    with pytest.raises(InvalidInput) as caught:
        templates.create({"name": "One", "kind": kind, "definition": definition})
    assert caught.value.field == at
    assert templates.list() == ([], None)


def test_names_kinds_and_systems_are_checked(templates: Templates) -> None:
    made = field(templates)
    for draft, at in (
        ({"name": " ", "kind": "field", "definition": TRIM}, "name"),
        ({"name": "A", "kind": "chain", "definition": TRIM}, "kind"),
        ({"name": "A", "kind": "field", "definition": TRIM, "erp_system": "oracle"}, "erpSystem"),
    ):
        with pytest.raises(InvalidInput) as caught:
            templates.create(draft)
        assert caught.value.field == at
    with pytest.raises(Conflicting):
        field(templates, PHONE, "TIDY")
    with pytest.raises(InvalidInput) as caught:
        templates.update(made, {"kind": "record"})
    assert caught.value.field == "kind"
    with pytest.raises(InvalidInput):
        templates.list(cursor="nonsense")


# --- versions -------------------------------------------------------------------------------------------


def test_an_earlier_version_is_gone_back_to_as_a_new_one(templates: Templates) -> None:
    made = field(templates)
    changed = templates.update(made, {"definition": PHONE, "name": "Phone", "erp_system": "tally"}, version=1)
    assert (changed.version, changed.name, changed.system) == (2, "Phone", "tally")
    with pytest.raises(StaleVersion):
        templates.update(made, {"name": "Late"}, version=1)
    back = templates.restore(made, 1)
    assert (back.version, back.name, back.definition) == (3, "Phone", TRIM)
    assert [(one.version, one.definition) for one in templates.versions(made)] == [(3, TRIM), (2, PHONE), (1, TRIM)]
    for version in (0, 4, 10**40):
        with pytest.raises(NotFound):
            templates.restore(made, version)


# --- used by links --------------------------------------------------------------------------------------


def test_a_link_refers_to_a_template_by_its_id(own: bootstrap.App, templates: Templates) -> None:
    made = field(templates)
    stored = config(own, LINK, city(made, direction="to_local"))
    assert own.services.configs.get(stored.id).field_mappings[1].transform == made
    assert templates.get(made).uses == 1
    (use,) = templates.used_by(made)
    assert (use.connection_name, use.entity_type, use.field) == ("Books", "customer", "city")
    with pytest.raises(Conflicting, match="Books"):
        templates.delete(made)
    own.services.configs.update(stored.id, {"field_mappings": [LINK]})
    templates.delete(made)
    with pytest.raises(InvalidInput, match="no longer exists") as caught:
        own.services.configs.update(stored.id, {"field_mappings": [LINK, city(made)]})
    assert caught.value.field == "fieldMappings[1].transform"


def test_a_link_both_ways_can_not_refer_to_what_can_not_be_undone(own: bootstrap.App, templates: Templates) -> None:
    made = field(templates, {"transform": [{"name": "upper"}]})
    with pytest.raises(InvalidInput, match="linked both ways"):
        config(own, city(made, direction="both"))
    stored = config(own, city(made), sync_direction="pull")
    assert stored.field_mappings[0].direction == "to_local"


def test_a_change_that_a_link_could_not_work_with_is_refused(own: bootstrap.App, templates: Templates) -> None:
    made = field(templates, {"transform": [{"name": "default_if_empty", "args": {"value": "-"}}]})
    stored = config(own, LINK, city(made, direction="to_local"))
    both = field(templates, {"transform": [{"name": "negate"}]}, "Sign")
    config(own, {"localField": "opening_balance", "remoteField": "B", "transform": both}, name="Branch")
    with pytest.raises(InvalidInput, match="Books, customers, city") as caught:
        templates.update(made, {"definition": {"transform": [{"name": "number_parse"}]}})
    assert caught.value.field == "definition.transform"
    with pytest.raises(InvalidInput, match=r"Branch, customers, opening_balance.*both ways") as caught:
        templates.update(both, {"definition": {"transform": [{"name": "round", "args": {"places": 0}}]}})
    assert caught.value.field == "definition.transform"
    assert (templates.get(made).version, templates.get(both).version) == (1, 1)
    heard: list[Changed] = []
    stop = own.services.bus.subscribe(heard.append)
    templates.update(made, {"definition": {"transform": [{"name": "upper"}]}})
    stop()
    assert [(one.kinds, one.connection_id) for one in heard] == [
        ({"templates"}, None),
        ({"configs"}, connection(own)),
    ]
    assert own.services.configs.get(stored.id).field_mappings[1].transform == made


# --- records and batches --------------------------------------------------------------------------------


def test_a_record_template_of_a_config_stands_alone(own: bootstrap.App, templates: Templates) -> None:
    chain = field(templates)
    made = templates.from_config(config(own, LINK, city(chain, direction="to_local")).id, "Customers")
    assert (made.kind, made.system) == ("record", "tally")
    assert made.definition["fieldMappings"][1]["transform"] == [{"name": "trim"}]
    other = config(own, name="Branch")
    links = templates.apply_record(made.id, other.id)
    assert [(one.local_field, one.transform) for one in links] == [
        ("business_name", None),
        ("city", [{"name": "trim"}]),
    ]
    assert own.services.configs.get(other.id).field_mappings == other.field_mappings
    assert templates.get(made.id).uses == 1
    own.services.configs.update(other.id, {"field_mappings": links})
    assert own.services.configs.get(other.id).field_mappings == links


def test_a_template_is_applied_only_to_what_it_is_for(own: bootstrap.App, templates: Templates) -> None:
    made = templates.from_config(config(own).id, "Customers")
    product = config(own, entity="product")
    with pytest.raises(InvalidInput, match="for customers, not for products"):
        templates.apply_record(made.id, product.id)
    with pytest.raises(InvalidInput, match="not one for a whole connection"):
        templates.apply_batch(made.id, product.connection_id)
    with pytest.raises(InvalidInput, match="not one for one kind of record"):
        templates.apply_record(field(templates), product.id)
    zoho = templates.update(made.id, {"erp_system": "zoho"})
    with pytest.raises(InvalidInput, match="Zoho"):
        templates.apply_record(zoho.id, product.id)
    assert templates.get(made.id).uses == 0


def test_a_whole_connection_is_set_up_like_another(own: bootstrap.App, templates: Templates) -> None:
    config(own, LINK, entity="customer")
    config(own, {"localField": "name", "remoteField": "NAME"}, entity="product")
    config(own, entity="invoice")
    made = templates.from_connection(connection(own), "As in Books")
    assert [one["entityType"] for one in made.definition["mappings"]] == ["customer", "product", "invoice"]
    customer = config(own, name="Branch")
    product = config(own, entity="product", name="Branch")
    order = config(own, entity="order", name="Branch")
    applied = templates.apply_batch(made.id, connection(own, "Branch"))
    assert [one.config_id for one in applied.changed] == [customer.id, product.id]
    assert applied.missing == ("invoice",)
    get = own.services.configs.get
    assert [len(get(one.id).field_mappings) for one in (customer, product)] == [1, 1]
    assert get(order.id).field_mappings == order.field_mappings
    assert templates.get(made.id).uses == 1


def test_a_batch_that_fits_nothing_changes_and_counts_nothing(own: bootstrap.App, templates: Templates) -> None:
    config(own)
    made = templates.from_connection(connection(own), "All")
    applied = templates.apply_batch(made.id, connection(own, "Branch"))
    assert (applied.changed, applied.missing, templates.get(made.id).uses) == ((), ("customer",), 0)
    with pytest.raises(InvalidInput):
        templates.from_connection(connection(own, "Branch"), "Nothing")


def test_a_batch_is_applied_whole_or_not_at_all(own: bootstrap.App, templates: Templates) -> None:
    """A template of a former version of the program may hold what this one refuses."""
    config(own)
    config(own, entity="product")
    made = templates.from_connection(connection(own), "All")
    definition = {"mappings": [dict(one) for one in made.definition["mappings"]]}
    definition["mappings"][1]["fieldMappings"] = [{"localField": "gone", "remoteField": "X"}]
    own.parts.stores.templates.update(made.id, definition=definition)
    before = own.services.configs.list(connection(own))
    with pytest.raises(InvalidInput):
        templates.apply_batch(made.id, connection(own))
    assert own.services.configs.list(connection(own)) == before


# --- taken along ----------------------------------------------------------------------------------------


def test_exported_templates_are_imported_once(own: bootstrap.App, templates: Templates, tmp_path: Any) -> None:
    field(templates)
    templates.from_config(config(own).id, "Customers")
    file = tmp_path / "templates.json"
    write_file(file, templates.export())
    with pytest.raises(Conflicting):
        write_file(file, templates.export())
    data = read_file(file)
    again = templates.import_(data)
    assert (again.added, again.same) == ((), ("Tidy", "Customers"))
    elsewhere = templates.import_(data, tenant_id="t2")
    assert elsewhere.added == ("Tidy", "Customers")
    found, _ = templates.list(tenant_id="t2")
    here, _ = templates.list(tenant_id="default-tenant")
    assert [one.definition for one in found] == [one.definition for one in here]
    assert templates.export(tenant_id="t2") == data


def test_one_that_differs_is_added_under_another_name_or_takes_its_place(templates: Templates) -> None:
    made = field(templates)
    data = templates.export([made])
    data["templates"][0]["definition"] = PHONE
    assert templates.import_(data).renamed == (("Tidy", "Tidy (2)"),)
    assert templates.import_(data).same == ("Tidy (2)",)
    data["templates"][0]["definition"] = {"transform": [{"name": "squeeze"}]}
    assert templates.import_(data).renamed == (("Tidy", "Tidy (3)"),)
    assert templates.get(made).definition == TRIM
    assert templates.import_(data, replace=True).replaced == ("Tidy",)
    assert (templates.get(made).version, templates.get(made).definition) == (2, data["templates"][0]["definition"])


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (lambda data: [], "format"),
        (lambda data: {**data, "format": 2}, "format"),
        (lambda data: {"format": 1}, "templates"),
        (lambda data: {**data, "templates": [*data["templates"], 3]}, "templates[1]"),
        (lambda data: {**data, "templates": [*data["templates"], {"kind": "field"}]}, "templates[1].name"),
        (
            lambda data: {**data, "templates": [*data["templates"], {"name": "B", "kind": "field", "definition": {}}]},
            "templates[1].definition.transform",
        ),
    ],
    ids=["list", "newer", "empty", "number", "nameless", "hollow"],
)
def test_a_wrong_export_brings_nothing_in(templates: Templates, change: Any, at: str) -> None:
    made = field(templates)
    data = templates.export()
    templates.delete(made)
    with pytest.raises(InvalidInput) as caught:
        templates.import_(change(data))
    assert caught.value.field == at
    assert templates.list() == ([], None)


def test_an_import_does_not_take_from_links_what_they_need(own: bootstrap.App, templates: Templates) -> None:
    made = field(templates)
    config(own, city(made, direction="to_local"))
    data = templates.export()
    data["templates"][0]["definition"] = {"transform": [{"name": "number_parse"}]}
    with pytest.raises(InvalidInput, match="Books") as caught:
        templates.import_({**data, "templates": [{**data["templates"][0], "name": "New"}, *data["templates"]]}, True)
    assert caught.value.field == "templates[1].definition.transform"
    assert [one.name for one in templates.list()[0]] == ["Tidy"]
