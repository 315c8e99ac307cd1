"""What is said of a mapping and what saving it does are one: over thrown links, right and wrong."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app import bootstrap
from app.model.entities import ENTITIES
from app.model.errors import InvalidInput
from app.model.values import FieldType
from app.services.mappings import Mappings
from app.services.views import ConfigView
from tests.mapping import strategies as thrown

DIRECTIONS = ("pull", "push", "bidirectional")
_REMOTE = st.sampled_from(
    ["NAME", "PHONE", "LIMIT", "LINES", "LINES[].TEXT", "LINES[].AMOUNT", "A.B", "A", "BILLS[].X", "a b", "", "9"]
)
_RULES = st.sampled_from(
    [
        {"rule": "required"},
        {"rule": "phone"},
        {"rule": "length", "args": {"max": 5}},
        {"rule": "length", "args": {"min": 9, "max": 5}},
        {"rule": "pattern", "args": {"pattern": "("}},
        {"rule": "range", "args": {"min": "0"}},
        {"rule": "formula", "args": {"formula": "credit_days > 0", "message": "is too short"}},
        {"rule": "formula", "args": {"formula": "nobody > 0"}},
        {"rule": "shout"},
    ]
)
_TABLES = st.sampled_from(
    [
        {"pairs": [["Gold", "A"]], "unmapped": "keep"},
        {"pairs": [["Gold", "A"], ["Gold", "B"]], "unmapped": "error"},
        {"pairs": [["Gold", "A"], ["Silver", "A"]], "unmapped": "null"},
        {"pairs": [["1", "2"]], "unmapped": "default"},
        {"pairs": [["Gold"]]},
        {"unmapped": "keep"},
        {"pairs": [], "unmapped": "loud"},
    ]
)


def _locals(entity: str) -> list[str]:
    spec = ENTITIES[entity]
    children = [f"{group.name}[].{child.name}" for group in spec.line_fields for child in group.children]
    return [*(one.name for one in spec.fields), *children, "custom.note", "nobody", "lines[].nobody", ""]


@st.composite
def links(draw: st.DrawFn, entity: str) -> Any:
    """One link as a front door may send it: mostly right, some wrong, now and then anything at all."""
    if draw(st.integers(0, 30)) == 0:
        return draw(thrown.JSON)
    entry: dict[str, Any] = {"localField": draw(st.sampled_from(_locals(entity))), "remoteField": draw(_REMOTE)}
    if "[]." in entry["localField"] and draw(st.booleans()):
        entry["remoteField"] = draw(st.sampled_from(["LINES[].TEXT", "LINES[].AMOUNT", "LINES[].X"]))
    may = {
        "fieldType": st.sampled_from([*(kind.value for kind in FieldType), "colour"]),
        "direction": st.sampled_from(["both", "to_local", "to_remote", "sideways"]),
        "transform": st.one_of(
            thrown.chains(FieldType.TEXT, longest=2),
            st.lists(thrown.entries(), max_size=2),
            thrown.reversible_chains(FieldType.TEXT),
        ),
        "valueMap": _TABLES,
        "validation": st.lists(_RULES, max_size=2),
        "defaultValue": st.sampled_from(["", "x", "5", 5, True, ["x"], None]),
        "isRequired": st.sampled_from([True, False, "yes"]),
    }
    for name, values in may.items():
        if draw(st.integers(0, 3)) == 0:
            entry[name] = draw(values)
    return entry


@pytest.fixture(scope="module")
def configs(app: bootstrap.App) -> Iterator[dict[str, ConfigView]]:
    found = {one.entity_type: one for one in app.services.configs.list()}
    yield found
    for one in found.values():
        app.services.configs.update(one.id, {"field_mappings": list(one.field_mappings)})


def kept(app: bootstrap.App, config_id: str) -> tuple[Any, ...]:
    """All that saving could change."""
    stores = app.parts.stores
    return stores.configs.get(config_id), stores.audit.list(limit=1).items


@pytest.mark.parametrize("direction", DIRECTIONS)
@pytest.mark.parametrize("entity", ["customer", "invoice"])
@given(data=st.data())
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_can_be_saved_is_saved_and_nothing_else(
    app: bootstrap.App, configs: dict[str, ConfigView], entity: str, direction: str, data: st.DataObject
) -> None:
    mappings: Mappings = app.services.mappings
    config_id = configs[entity].id
    app.services.configs.update(config_id, {"sync_direction": direction, "field_mappings": []})
    given_links = data.draw(st.lists(links(entity), max_size=4))
    before = kept(app, config_id)
    checked = mappings.check(config_id, given_links)
    assert kept(app, config_id) == before
    if not checked.can_be_saved:
        with pytest.raises(InvalidInput):
            mappings.save(config_id, given_links, before[0].updated_at)
        assert kept(app, config_id) == before
        return
    saved = mappings.save(config_id, given_links, before[0].updated_at)
    assert len(saved.config.field_mappings) == len(given_links)
    # What was read once is taken again as it is.
    assert mappings.check(config_id, saved.config.field_mappings).can_be_saved
