"""Transform templates as they are stored: versions, names, counts, and what refers to them."""

from __future__ import annotations

import pytest

from app.db.configs import ConfigStore, StoredMapping, SyncConfig
from app.db.connections import Connection
from app.db.database import Database
from app.db.templates import Template, TemplateStore
from app.model.errors import Conflicting, NotFound, StaleVersion

TRIM = {"transform": [{"name": "trim"}]}
UPPER = {"transform": [{"name": "upper"}]}


@pytest.fixture
def store(db: Database) -> TemplateStore:
    return TemplateStore(db)


@pytest.fixture
def trim(store: TemplateStore) -> Template:
    return store.create(name="Tidy", kind="field", definition=TRIM)


def config_with(db: Database, connection: Connection, *transforms: object, entity: str = "customer") -> SyncConfig:
    fields = ("city", "state", "phone")
    links = [StoredMapping(field, field.upper(), transform=one) for field, one in zip(fields, transforms, strict=False)]
    return ConfigStore(db).create(
        connection_id=connection.id,
        entity_type=entity,
        local_table="customers",
        remote_module="Ledger",
        mappings=links,
    )


def test_made_found_and_listed_in_pages(store: TemplateStore, trim: Template) -> None:
    assert store.get(trim.id) == trim
    assert (trim.version, trim.uses, trim.erp_system, trim.tenant_id) == (1, 0, None, "default-tenant")
    tally = store.create(name="T", kind="record", definition={"a": 1}, erp_system="tally")
    zoho = store.create(name="Z", kind="record", definition={"a": 1}, erp_system="zoho", tenant_id="t2")
    assert [one.id for one in store.list(erp_system="tally").items] == [trim.id, tally.id]
    assert [one.id for one in store.list(kind="record").items] == [tally.id, zoho.id]
    assert [one.id for one in store.list(tenant_id="t2").items] == [zoho.id]
    first = store.list(limit=2)
    assert [one.id for one in first.items] == [trim.id, tally.id]
    assert [one.id for one in store.list(limit=2, cursor=first.next_cursor).items] == [zoho.id]
    with pytest.raises(NotFound):
        store.get("nothing")


def test_a_name_is_given_once_for_a_kind_and_tenant(store: TemplateStore, trim: Template) -> None:
    with pytest.raises(Conflicting) as caught:
        store.create(name=" TIDY ", kind="field", definition=UPPER)
    assert caught.value.code == "name_taken"
    other = store.create(name="Tidy", kind="record", definition=UPPER)
    assert store.create(name="Tidy", kind="field", definition=UPPER, tenant_id="t2").id != other.id
    second = store.create(name="Second", kind="field", definition=UPPER)
    with pytest.raises(Conflicting):
        store.update(second.id, name="tidy")
    assert store.get(second.id) == second
    found = store.named("default-tenant", "field", "tiDy")
    assert found is not None
    assert found.id == trim.id
    assert store.named("t3", "field", "Tidy") is None


def test_each_change_is_a_version_and_none_is_lost(store: TemplateStore, trim: Template) -> None:
    assert store.update(trim.id, definition=TRIM) == trim  # nothing changes
    second = store.update(trim.id, version=1, definition=UPPER)
    third = store.update(trim.id, name="Shout")
    assert (second.version, third.version) == (2, 3)
    seen = [(one.version, one.name, one.definition, one.at) for one in store.versions(trim.id)]
    assert seen == [
        (3, "Shout", UPPER, third.updated_at),
        (2, "Tidy", UPPER, second.updated_at),
        (1, "Tidy", TRIM, trim.updated_at),
    ]
    with pytest.raises(StaleVersion) as caught:
        store.update(trim.id, version=2, definition=TRIM)
    assert caught.value.details == {"version": 3}
    assert store.get(trim.id) == third
    store.delete(trim.id)
    for call in (store.versions, store.delete, store.get):
        with pytest.raises(NotFound):
            call(trim.id)


def test_links_that_refer_to_it_are_counted_and_named(
    db: Database, connection: Connection, store: TemplateStore, trim: Template
) -> None:
    config = config_with(db, connection, trim.id, [{"name": "trim"}], trim.id)
    config_with(db, connection, None)
    assert store.get(trim.id).uses == 2
    assert [one.uses for one in store.list().items] == [2]
    found = [(one.connection_name, one.config_id, one.entity_type, one.local_field) for one in store.used_by(trim.id)]
    assert found == [("Books", config.id, "customer", "city"), ("Books", config.id, "customer", "phone")]
    with pytest.raises(Conflicting) as caught:
        store.delete(trim.id)
    assert (caught.value.code, "Books (customers)" in caught.value.message) == ("template_in_use", True)
    ConfigStore(db).replace_mappings(config.id, [])
    assert store.get(trim.id).uses == 0
    store.delete(trim.id)


def test_a_changed_chain_changes_the_configs_that_refer_to_it(
    db: Database, connection: Connection, store: TemplateStore, trim: Template
) -> None:
    configs = ConfigStore(db)
    using, other = config_with(db, connection, trim.id), config_with(db, connection, [{"name": "trim"}])
    with db.write() as conn:
        conn.exec_driver_sql("UPDATE erp_sync_configs SET updated_at = '2026-01-01T00:00:00.000Z'")
    store.update(trim.id, name="Renamed")
    assert configs.get(using.id).updated_at == "2026-01-01T00:00:00.000Z"
    changed = store.update(trim.id, definition=UPPER)
    assert configs.get(using.id).updated_at == changed.updated_at
    assert configs.get(other.id).updated_at == "2026-01-01T00:00:00.000Z"


def test_only_a_field_template_is_a_chain(store: TemplateStore, trim: Template) -> None:
    record = store.create(name="R", kind="record", definition={"transform": []})
    assert store.chain(trim.id) == TRIM["transform"]
    assert store.chain(record.id) is None
    assert store.chain("nothing") is None


def test_what_was_applied_is_counted(store: TemplateStore) -> None:
    batch = store.create(name="B", kind="batch", definition={"mappings": []})
    store.count_use(batch.id)
    store.count_use(batch.id)
    assert (store.get(batch.id).uses, store.get(batch.id).version) == (2, 1)
