"""The mapping editor's work on a real data folder, engine and simulated Tally: fields, records, previews, values, saving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from app import bootstrap
from app.db import field_values
from app.model.cancel import CancelToken
from app.model.errors import InvalidInput, NotFound, StaleVersion, Unreachable
from app.model.values import FieldType
from app.services.mapping.views import MappingBench, PreviewRow, SideField
from app.services.views import ConfigView, MappingView


@pytest.fixture
def config_of(app: bootstrap.App) -> Callable[[str], ConfigView]:
    def find(entity: str) -> ConfigView:
        return next(one for one in app.services.configs.list() if one.entity_type == entity)

    return find


def _field(fields: tuple[SideField, ...], path: str) -> SideField:
    return next(one for one in fields if one.path == path)


def _row(rows: tuple[PreviewRow, ...], local: str) -> PreviewRow:
    return next(one for one in rows if one.local == local)


def _with(links: tuple[MappingView, ...], local: str, **settings: Any) -> tuple[MappingView, ...]:
    return tuple(replace(link, **settings) if link.local_field == local else link for link in links)


def _silent(app: bootstrap.App, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tally stops answering, and nothing was told of late."""

    def refuse(_connection: Any) -> Any:
        raise Unreachable("Tally does not answer at localhost:9000.", hint="Start Tally and open the company.")

    monkeypatch.setattr(app.parts.opener, "open", refuse)
    monkeypatch.setattr(app.services.mappings._memory, "_told", {})


# --- opening ----------------------------------------------------------------------------------------------------------------


def test_both_sides_fields_are_on_the_bench(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    bench = app.services.mappings.open(config_of("invoice").id)
    assert (bench.live, bench.notice, bench.can_write) == (True, "", True)
    assert (bench.system_title, bench.connection_name) == ("Tally Prime", bootstrap.DEMO_COMPANY)
    paths = [field.path for field in bench.local]
    assert paths.index("lines[].product") == paths.index("lines") + 1  # right behind their head
    assert _field(bench.local, "lines[].rate").group == "lines"
    assert _field(bench.local, "customer").lookup == "customer"
    assert _field(bench.local, "status").choices == ("draft", "posted", "cancelled")
    assert _field(bench.local, "customer").samples[0] in {
        one["business_name"] for one in app.services.records.page("customer")[0]
    }
    assert "custom.party" in paths  # of the template's link
    assert _field(bench.remote, "LINES[].RATE").group == "LINES"
    assert _field(bench.remote, "VOUCHERNUMBER").samples
    assert all(field.known for field in bench.remote)


def test_own_fields_of_records_are_offered(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    one = app.services.records.page("product")[0][-1]  # the newest
    app.services.records.update("product", one["id"], {"custom": {"shelf_number": "B 12"}})
    shelf = _field(app.services.mappings.open(config_of("product").id).local, "custom.shelf_number")
    assert (shelf.title, shelf.samples, shelf.type) == ("Shelf number (own)", ("B 12",), FieldType.TEXT)


def test_without_tally_the_usual_fields_are_shown_and_why(
    app: bootstrap.App, config_of: Callable[[str], ConfigView], monkeypatch: pytest.MonkeyPatch
) -> None:
    _silent(app, monkeypatch)
    bench = app.services.mappings.open(config_of("customer").id)
    assert not bench.live
    assert bench.notice == (
        "Tally Prime could not be asked for its fields. Tally does not answer at localhost:9000. Start Tally and open the company."
    )
    assert _field(bench.remote, "LEDGERPHONE").known
    assert _field(bench.remote, "NAME").required


def test_an_unknown_config_is_not_found(app: bootstrap.App) -> None:
    for call in (app.services.mappings.open, app.services.mappings.samples):
        with pytest.raises(NotFound):
            call("nothing")


# --- records ----------------------------------------------------------------------------------------------------------------


def test_samples_are_linked_records_as_both_sides_have_them(
    app: bootstrap.App, config_of: Callable[[str], ConfigView]
) -> None:
    samples = app.services.mappings.samples(config_of("invoice").id, 6)
    assert 1 < len(samples) <= 6
    assert len({one.key for one in samples}) == len(samples)
    first = samples[0]
    assert first.hub is not None
    assert first.remote is not None
    assert first.label == f"{first.hub['number']} · {first.hub['date']}"
    assert any(one.hub and one.hub["taxes"] for one in samples)


def test_the_newest_links_are_the_same_where_they_are_old(
    app: bootstrap.App, config_of: Callable[[str], ConfigView], monkeypatch: pytest.MonkeyPatch
) -> None:
    config, values = config_of("customer"), app.services.mappings._values
    asked = (config.connection_id, "customer", config.remote_module, 5)
    found = values.newest_links(*asked)
    assert len(found) == 5
    monkeypatch.setattr(field_values, "_RECENT", (1,))
    assert values.newest_links(*asked) == found


def test_what_connectors_are_made_of_is_loaded_ahead(app: bootstrap.App) -> None:
    loaded: list[str] = []
    for system in app.parts.registry.systems():
        kind = app.parts.registry.get(system)
        assert kind is not None
        app.parts.registry.add(replace(kind, load=partial(loaded.append, system)))
    app.services.prepare()
    assert loaded == ["tally"]  # only of systems that are connected


def test_records_that_have_not_come_in_are_samples_too(
    app: bootstrap.App, config_of: Callable[[str], ConfigView], monkeypatch: pytest.MonkeyPatch
) -> None:
    mappings = app.services.mappings
    monkeypatch.setattr(mappings._values, "newest_links", lambda *_args: [])
    monkeypatch.setattr(mappings._samples, "_local_ids", lambda *_args: {})
    config = config_of("product")
    samples = mappings.samples(config.id, 3)
    assert len(samples) == 3
    assert all(one.hub is None and one.remote for one in samples)
    row = _row(mappings.preview(config.id, config.field_mappings, samples[0]).rows, "name")
    assert row.here.state == "absent"
    assert row.there == row.becomes == row.sent  # what would be sent of what it becomes


def test_without_tally_the_hubs_records_show_the_way_out(
    app: bootstrap.App, config_of: Callable[[str], ConfigView], monkeypatch: pytest.MonkeyPatch
) -> None:
    _silent(app, monkeypatch)
    config = config_of("customer")
    samples = app.services.mappings.samples(config.id)
    assert samples
    assert all(one.remote is None and one.hub for one in samples)
    row = _row(app.services.mappings.preview(config.id, config.field_mappings, samples[0]).rows, "business_name")
    assert (row.there.state, row.becomes.state) == ("absent", "absent")
    assert row.sent == row.here


def test_reading_samples_can_be_stopped(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    from app.model.errors import Cancelled

    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        app.services.mappings.samples(config_of("customer").id, cancel=token)


# --- preview ----------------------------------------------------------------------------------------------------------------


def test_the_templates_lose_nothing_on_real_records(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    mappings = app.services.mappings
    for entity in ("customer", "product", "order", "invoice", "payment"):
        config = config_of(entity)
        mappings.open(config.id)
        samples = mappings.samples(config.id)
        found = mappings.check(config.id, config.field_mappings, samples)
        assert found.tried == len(samples) > 0
        assert found.faults == (), entity


def test_references_are_called_by_their_names(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    config = config_of("invoice")
    mappings = app.services.mappings
    sample = next(one for one in mappings.samples(config.id) if one.hub and one.hub["customer"])
    assert sample.hub is not None
    rows = mappings.preview(config.id, config.field_mappings, sample).rows
    customer = _row(rows, "customer")
    name = app.services.records.get("customer", sample.hub["customer"])["business_name"]
    assert customer.there.text == customer.becomes.text == customer.here.text == customer.sent.text == name
    assert _row(rows, "lines").lines == len(sample.hub["lines"])
    assert _row(rows, "lines").there.text.endswith(("lines", "line"))
    assert _row(rows, "balance_due").sent.state == "none"  # only Tally changes it


def test_a_link_that_fails_hides_no_other(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    config = config_of("customer")
    mappings = app.services.mappings
    sample = mappings.samples(config.id)[0]
    links = _with(config.field_mappings, "business_name", transform=[{"name": "date_parse", "args": {}}])
    links = _with(links, "state", local_field="credit_days", remote_field="NAME", transform=[{"name": "number_parse"}])
    links = tuple(link for link in links if link.remote_field != "BILLCREDITPERIOD")
    rows = mappings.preview(config.id, links, sample).rows
    assert len(rows) == len(links)
    assert "The transforms lead to a date" in _row(rows, "business_name").problem  # it can't even be compiled
    broken = _row(rows, "credit_days")
    assert (broken.side, broken.becomes.state) == ("in", "absent")
    assert broken.problem.startswith("Credit days: “")
    assert _row(rows, "gstin").problem == ""


def test_a_preview_of_links_that_all_fail_says_why(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    config = config_of("customer")
    mappings = app.services.mappings
    sample = mappings.samples(config.id)[0]
    found = mappings.preview(config.id, [MappingView("phone", "A..B", "text")], sample)
    assert (found.rows, found.error) == ((), "'A..B' is not a field path.")


def test_a_rule_and_a_loss_are_shown(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    config = config_of("customer")
    mappings = app.services.mappings
    sample = next(one for one in mappings.samples(config.id) if one.remote and one.remote.get("LEDGERPHONE"))
    assert sample.remote is not None
    padded = replace(sample, remote={**sample.remote, "LEDGERPHONE": "twelve"})
    rule = [{"rule": "length", "args": {"min": 40}}]
    table = {"pairs": [["12", "a dozen"], ["12", "twelve"]], "unmapped": "keep"}
    links = _with(config.field_mappings, "phone", value_map=table, validation=rule)
    row = _row(mappings.preview(config.id, links, padded).rows, "phone")
    assert row.loses
    assert (row.there.text, row.becomes.text) == ("twelve", "12")
    assert row.side == "out"
    assert row.problem.endswith("is shorter than 40 characters.")
    faults = mappings.check(config.id, links, [padded]).faults
    (lost,) = (fault for fault in faults if "loses information" in fault.text)
    assert lost.examples == (f"{sample.label}: “twelve” would be sent back as “a dozen”",)
    (refused,) = (fault for fault in faults if "would be refused" in fault.text)
    assert refused.part == "validation"
    assert refused.examples


# --- values, suggestions ----------------------------------------------------------------------------------------------------


def test_the_values_of_both_sides_and_what_stands_for_what(
    app: bootstrap.App, config_of: Callable[[str], ConfigView]
) -> None:
    mappings = app.services.mappings
    found = mappings.values(config_of("customer").id, "state", "LEDSTATENAME")
    assert dict(found.local) == dict(found.remote)
    assert found.local[0][1] >= found.local[-1][1] > 0
    assert set(found.suggested) == {(name, name) for name, _ in found.remote}
    status = mappings.values(config_of("invoice").id, "status", "STATUS")
    assert {name for name, _ in status.local} == {"draft", "posted", "cancelled"} == {name for name, _ in status.remote}
    units = mappings.values(config_of("invoice").id, "lines[].unit", "LINES[].UNIT")
    assert ("Nos", "Nos") in units.suggested
    assert mappings.values(config_of("invoice").id, "customer", "PARTY").local == ()  # no table for references


def test_the_templates_links_are_suggested(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    config = config_of("customer")
    bench: MappingBench = app.services.mappings.open(config.id)
    found = {(one.local, one.remote) for one in app.services.mappings.suggest(bench, ())}
    assert {("gstin", "PARTYGSTIN"), ("phone", "LEDGERPHONE"), ("email", "EMAIL")} <= found
    kept = tuple(link for link in config.field_mappings if link.local_field == "gstin")
    assert "gstin" not in {one.local for one in app.services.mappings.suggest(bench, kept)}


def test_what_a_change_does_is_told(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    config = config_of("customer")
    heard: list[tuple[int, int]] = []
    links = _with(config.field_mappings, "state", transform=[{"name": "upper"}], direction="to_local")
    found = app.services.mappings.effects(config.id, links, progress=lambda done, total: heard.append((done, total)))
    assert [(one.field, one.here > 0) for one in found.fields] == [("state", True)]
    assert heard[-1][0] == heard[-1][1] == found.records
    with pytest.raises(InvalidInput):
        app.services.mappings.effects(config.id, _with(links, "state", direction="both"))


# --- saving -----------------------------------------------------------------------------------------------------------------


def test_saving_answers_a_fresh_bench_without_asking_tally(
    app: bootstrap.App, config_of: Callable[[str], ConfigView], monkeypatch: pytest.MonkeyPatch
) -> None:
    mappings = app.services.mappings
    config = config_of("product")
    bench = mappings.open(config.id)
    links = _with(bench.config.field_mappings, "sku", is_required=True)
    told: list[Any] = []
    stop = app.bus.subscribe(told.append)
    with monkeypatch.context() as patch:
        patch.setattr(app.parts.opener, "open", lambda _connection: pytest.fail("Tally was asked"))
        saved = mappings.save(config.id, links, bench.stamp)
    stop()
    assert saved.live
    assert saved.remote == bench.remote
    assert saved.stamp > bench.stamp
    assert _field_link(saved, "sku").is_required
    assert any("configs" in getattr(event, "kinds", ()) for event in told)
    newest = app.parts.stores.audit.list(limit=1).items[0]
    assert (newest.action, newest.target) == ("mapping", f"config:{config.id}")
    with pytest.raises(StaleVersion, match="nothing was saved"):
        mappings.save(config.id, bench.config.field_mappings, bench.stamp)
    assert app.services.configs.get(config.id).field_mappings == saved.config.field_mappings
    mappings.save(config.id, bench.config.field_mappings, saved.stamp)


def test_a_mapping_with_a_fault_is_not_saved(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> None:
    mappings = app.services.mappings
    bench = mappings.open(config_of("product").id)
    links = (*bench.config.field_mappings, MappingView("colour", "COLOUR", "text"))
    with pytest.raises(InvalidInput) as wrong:
        mappings.save(bench.config.id, links, bench.stamp)
    assert wrong.value.field == f"fieldMappings[{len(links) - 1}].localField"
    assert mappings.open(bench.config.id).stamp == bench.stamp


def _field_link(bench: MappingBench, local: str) -> MappingView:
    return next(link for link in bench.config.field_mappings if link.local_field == local)


# --- what people write ------------------------------------------------------------------------------------------------------


@pytest.fixture
def ruled(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> Any:
    """Rules on the customers' phone and on the invoices' rates, for a while."""
    mappings = app.services.mappings
    before = {entity: config_of(entity) for entity in ("customer", "invoice")}
    phone, rate = [{"rule": "phone"}], [{"rule": "range", "args": {"min": "0"}}]
    for entity, local, rules in (("customer", "phone", phone), ("invoice", "lines[].rate", rate)):
        bench = mappings.open(before[entity].id)
        mappings.save(bench.config.id, _with(bench.config.field_mappings, local, validation=rules), bench.stamp)
    yield
    for config in before.values():
        mappings.save(config.id, config.field_mappings, mappings.open(config.id).stamp)


@pytest.mark.usefixtures("ruled")
def test_what_a_mapping_would_not_send_is_not_taken(app: bootstrap.App) -> None:
    records = app.services.records
    one = records.page("customer")[0][0]
    with pytest.raises(InvalidInput) as wrong:
        records.update("customer", one["id"], {"phone": "12", "city": "Pune"})
    assert wrong.value.field == "phone"
    assert wrong.value.message == (
        f"Phone: “12” is not a telephone number, says the mapping of “{bootstrap.DEMO_COMPANY}”. Nothing was changed."
    )
    assert records.get("customer", one["id"])["version"] == one["version"]
    changed = records.update("customer", one["id"], {"phone": "+919876543210"})
    assert changed["phone"] == "+919876543210"


@pytest.mark.usefixtures("ruled")
def test_only_lines_that_changed_are_asked_about(app: bootstrap.App) -> None:
    records, stores = app.services.records, app.parts.stores
    one = next(one for one in records.page("invoice")[0] if len(one["lines"]) > 1)
    first, second, *rest = one["lines"]
    old = [{**first, "rate": "-1.00"}, second, *rest]
    stores.records.update("invoice", one["id"], {"lines": old}, "user")  # it stood so before there was a rule
    records.update("invoice", one["id"], {"lines": [old[0], {**second, "description": "Blue"}, *rest]})
    with pytest.raises(InvalidInput) as wrong:
        records.update("invoice", one["id"], {"lines": [old[0], {**second, "rate": "-5"}, *rest]})
    assert wrong.value.field == "lines[1].rate"
    assert "“-5.00” is less than 0" in wrong.value.message
    records.update("invoice", one["id"], {"lines": one["lines"]})


# --- what no rule may hold up -----------------------------------------------------------------------------------------------


@pytest.fixture
def strict(app: bootstrap.App, config_of: Callable[[str], ConfigView]) -> Any:
    """No customer keeps to the rules: of the phone, of the city, and over both of the credit fields."""
    mappings, before = app.services.mappings, config_of("customer")
    links = _with(before.field_mappings, "phone", validation=[{"rule": "length", "args": {"min": 90}}])
    links = _with(links, "state", validation=[{"rule": "one_of", "args": {"values": ["Nowhere"]}}])
    formula = {"formula": "credit_limit = null or credit_days > 0", "message": "needs credit days"}
    links = _with(links, "credit_limit", validation=[{"rule": "formula", "args": formula}])
    mappings.save(before.id, links, mappings.open(before.id).stamp)
    yield
    mappings.save(before.id, before.field_mappings, mappings.open(before.id).stamp)


def _customer(app: bootstrap.App, **values: Any) -> dict[str, Any]:
    """A customer that stood so before there were rules."""
    one = app.services.records.page("customer")[0][1]
    return dict(app.parts.stores.records.update("customer", one["id"], values, "user"))


@pytest.mark.usefixtures("strict")
def test_a_rule_of_another_field_is_not_asked(app: bootstrap.App) -> None:
    one = _customer(app, phone="12", credit_limit="5.00", credit_days=None)
    changed = app.services.records.update("customer", one["id"], {"notes": "seen"})
    assert (changed["notes"], changed["phone"]) == ("seen", "12")
    app.services.records.update("customer", one["id"], {"notes": "again", "phone": "12"})  # sent along, and not changed


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("field", ["credit_limit", "credit_days"])
def test_a_rule_over_several_fields_is_asked_when_one_of_them_changes(app: bootstrap.App, field: str) -> None:
    records = app.services.records
    one = _customer(app, credit_limit="5.00", credit_days="30")
    wrong = {"credit_limit": "9.00", "credit_days": None} if field == "credit_limit" else {"credit_days": None}
    with pytest.raises(InvalidInput, match="needs credit days"):
        records.update("customer", one["id"], wrong)
    assert records.get("customer", one["id"])["version"] == one["version"]
    records.update("customer", one["id"], {"credit_limit": None, "credit_days": None})


@pytest.mark.usefixtures("strict")
def test_a_record_that_keeps_to_no_rule_is_deleted_and_brought_back(app: bootstrap.App) -> None:
    records = app.services.records
    one = _customer(app, phone="12", credit_limit="5.00", credit_days=None)
    gone = records.delete("customer", one["id"])
    assert gone["deleted_at"]
    assert records.restore("customer", one["id"])["phone"] == "12"


@pytest.mark.usefixtures("strict")
def test_a_sync_takes_what_breaks_a_rule_and_is_undone(app: bootstrap.App) -> None:
    """From a decision about a conflict too: what is over there is a fact."""
    services, stores = app.services, app.parts.stores
    connection_id = services.connections.list()[0].id
    customer = next(one for one in services.records.page("customer")[0] if services.records.links(one["id"]))
    (link,) = services.records.links(customer["id"])
    raw = {"name": "phone", "base": None, "local": customer["phone"], "remote": "7", "raw": "7"}
    asked = stores.conflicts.create(
        connection_id=connection_id, entity_type="customer", remote_id=link.remote_id, kind="fields", label="x", fields=[raw],
        local_id=customer["id"],
    )  # fmt: skip
    services.conflicts.resolve(asked, "remote")
    assert services.records.get("customer", customer["id"])["phone"] == "7"
    asked = stores.conflicts.create(
        connection_id=connection_id, entity_type="customer", remote_id=link.remote_id, kind="fields", label="x",
        fields=[{**raw, "local": "7"}], local_id=customer["id"],
    )  # fmt: skip
    services.conflicts.resolve(asked, "merge", fields={"phone": "8"})
    assert services.records.get("customer", customer["id"])["phone"] == "8"
    log_id = services.runs.start(connection_id=connection_id, sync_type="full")
    assert services.runs.wait(log_id, 60).status in {"completed", "partial"}
    assert services.runs.undo(log_id).left == ()
