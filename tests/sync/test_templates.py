"""A link that refers to a transform template does what the template does at the time of the run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.db.templates import Template, TemplateStore
from tests.sync.rig import Rig


@pytest.fixture
def rig(data_dir: Path, database_url: str) -> Iterator[Rig]:
    made = Rig(data_dir, database_url)
    yield made
    made.db.close()


def refer(rig: Rig, connection_id: str, template: Template) -> None:
    (config,) = rig.configs.list(connection_id=connection_id)
    links = [replace(one, transform=template.id) if one.local_field == "city" else one for one in config.mappings]
    rig.configs.replace_mappings(config.id, links)


def cities(rig: Rig) -> list[object]:
    return [one.values["city"] for one in rig.hub("customer").values()]


def test_a_changed_template_takes_hold_at_the_next_run(rig: Rig) -> None:
    one = rig.connect(entities=("customer",))
    store = TemplateStore(rig.db)
    template = store.create(name="City", kind="field", definition={"transform": [{"name": "upper"}]})
    refer(rig, one, template)
    (config,) = rig.configs.list()
    rig.erps["A"].put("Parties", "c1", NAME="Acme", CITY="Pune")
    assert rig.sync(one).status == "completed"
    assert cities(rig) == ["PUNE"]
    first = rig.engine.compiled(rig.configs.get(config.id))
    assert rig.engine.compiled(rig.configs.get(config.id)) is first

    store.update(template.id, definition={"transform": [{"name": "lower"}]})
    second = rig.engine.compiled(rig.configs.get(config.id))
    assert second.fingerprint != first.fingerprint
    rig.erps["A"].put("Parties", "c1", NAME="Acme", CITY="Nagpur")
    assert rig.sync(one).status == "completed"
    assert cities(rig) == ["nagpur"]


def test_by_id_and_by_steps_are_the_same_mapping(rig: Rig) -> None:
    """Which of the two it is written as changes nothing that was agreed before."""
    one = rig.connect(entities=("customer",))
    store = TemplateStore(rig.db)
    (config,) = rig.configs.list()
    steps = [{"name": "upper"}]
    template = store.create(name="City", kind="field", definition={"transform": steps})
    refer(rig, one, template)
    by_id = rig.engine.compiled(rig.configs.get(config.id))
    links = rig.configs.get(config.id).mappings
    rig.configs.replace_mappings(
        config.id, [replace(link, transform=steps) if link.local_field == "city" else link for link in links]
    )
    with rig.db.write() as conn:
        conn.exec_driver_sql("UPDATE erp_sync_configs SET updated_at = '2026-01-01T00:00:00.000Z'")
    assert rig.engine.compiled(rig.configs.get(config.id)).fingerprint == by_id.fingerprint


def test_a_link_whose_template_is_gone_ends_the_run_in_words(rig: Rig) -> None:
    one = rig.connect(entities=("customer",))
    store = TemplateStore(rig.db)
    template = store.create(name="City", kind="field", definition={"transform": [{"name": "upper"}]})
    store.delete(template.id)
    refer(rig, one, template)
    rig.erps["A"].put("Parties", "c1", NAME="Acme", CITY="Pune")
    run = rig.sync(one)
    assert run.status == "failed"
    assert (run.error or {})["message"] == "That template no longer exists."
    assert rig.hub("customer") == {}
