"""What a connection is made from: accepted forms, and the field named when something can't be used."""

from __future__ import annotations

from typing import Any

import pytest

from app.connectors.base import ConnectorKind, Registry
from app.connectors.spec import Capabilities, ConnectorSpec, SettingSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType
from app.services.connection_drafts import changed_connection, new_connection

SETTINGS = (
    SettingSpec("company", "Company", required=True),
    SettingSpec("timeout", "Timeout", type=FieldType.NUMBER),
    SettingSpec("optional_vouchers", "Optional vouchers", type=FieldType.BOOLEAN),
    SettingSpec("from_date", "Earliest date", type=FieldType.DATE),
)


@pytest.fixture
def registry() -> Registry:
    found = Registry()
    spec = ConnectorSpec("tally", "Tally Prime", ("none",), SETTINGS, Capabilities(), (), "http://localhost:9000")
    found.add(ConnectorKind(spec, lambda settings, ports: pytest.fail("creating a connection contacts nobody")))
    return found


def tally(**more: Any) -> dict[str, Any]:
    return {"erp_system": "tally", "connection_name": "Books", "auth_config": {"company": "Demo"}, **more}


def test_defaults_are_the_contracts(registry: Registry) -> None:
    columns = new_connection(tally(), registry).columns
    assert columns["tenant_id"] == "default-tenant"
    assert columns["auth_type"] == "none"
    assert columns["base_url"] == "http://localhost:9000"
    assert columns["sync_enabled"] is True
    assert columns["sync_direction"] == "bidirectional"
    assert columns["status"] == "active"
    assert columns["auto_sync_interval"] is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"erp_system": "oracle"}, "erpSystem"),
        ({"erp_system": None}, "erpSystem"),
        ({"connection_name": "  "}, "connectionName"),
        ({"connection_name": 5}, "connectionName"),
        ({"connection_name": "x" * 501}, "connectionName"),
        ({"auth_type": "oauth2"}, "authType"),
        ({"auth_config": {}}, "authConfig.company"),
        ({"auth_config": "x"}, "authConfig"),
        ({"auth_config": {"company": 5}}, "authConfig.company"),
        ({"auth_config": {"company": "a", "timeout": -1}}, "authConfig.timeout"),
        ({"auth_config": {"company": "a", "timeout": True}}, "authConfig.timeout"),
        ({"auth_config": {"company": "a", "timeout": 1e400}}, "authConfig.timeout"),
        ({"auth_config": {"company": "a", "optional_vouchers": "yes"}}, "authConfig.optional_vouchers"),
        ({"auth_config": {"company": "a", "from_date": "31-03-2026"}}, "authConfig.from_date"),
        ({"base_url": "localhost:9000"}, "baseUrl"),
        ({"base_url": "ftp://host"}, "baseUrl"),
        ({"base_url": "http://"}, "baseUrl"),
        ({"base_url": "http://host:99999"}, "baseUrl"),
        ({"base_url": "http://user:word@host:9000"}, "baseUrl"),
        ({"base_url": "http://ho st"}, "baseUrl"),
        ({"sync_direction": "sideways"}, "syncDirection"),
        ({"sync_enabled": "yes"}, "syncEnabled"),
        ({"auto_sync_interval": -5}, "autoSyncInterval"),
        ({"auto_sync_interval": 1.5}, "autoSyncInterval"),
        ({"auto_sync_interval": 10**9}, "autoSyncInterval"),
    ],
)
def test_the_field_at_fault_is_named(registry: Registry, changes: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        new_connection(tally(**changes), registry)
    assert caught.value.field == field


def test_every_system_can_be_stored_without_its_connector(registry: Registry) -> None:
    drafts = [
        {"erp_system": "zoho", "auth_type": "oauth2", "auth_config": {"client_id": "a"}},
        {"erp_system": "quickbooks", "auth_type": "oauth2", "auth_config": {}, "api_version": "75"},
        {"erp_system": "sap", "auth_type": "certificate", "base_url": "https://sap:50000/b1s/v2"},
        {"erp_system": "custom", "auth_type": "api_key"},
    ]
    for draft in drafts:
        assert new_connection({"connection_name": "x", **draft}, registry).columns["erp_system"] == draft["erp_system"]


def test_sap_needs_an_address(registry: Registry) -> None:
    with pytest.raises(InvalidInput) as caught:
        new_connection({"erp_system": "sap", "connection_name": "x", "auth_type": "certificate"}, registry)
    assert caught.value.field == "baseUrl"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.8.8.8", "[::1]"])
def test_plain_http_is_fine_on_this_machine(registry: Registry, host: str) -> None:
    draft = {"erp_system": "custom", "connection_name": "x", "base_url": f"http://{host}:8000/"}
    assert new_connection(draft, registry).columns["base_url"] == f"http://{host}:8000"


def test_plain_http_elsewhere_is_tallys_alone_unless_allowed(registry: Registry) -> None:
    assert new_connection(tally(base_url="http://192.168.1.5:9000"), registry)
    draft = {"erp_system": "custom", "connection_name": "x", "base_url": "http://erp.example"}
    with pytest.raises(InvalidInput, match="unprotected") as caught:
        new_connection(draft, registry)
    assert caught.value.field == "baseUrl"
    assert new_connection({**draft, "auth_config": {"allow_plain_http": True}}, registry)
    with pytest.raises(InvalidInput):
        new_connection({**draft, "auth_config": {"allow_plain_http": "yes"}}, registry)
    oauth = {"erp_system": "zoho", "connection_name": "x", "auth_config": {"accounts_url": "http://accounts.example"}}
    with pytest.raises(InvalidInput) as caught:
        new_connection(oauth, registry)
    assert caught.value.field == "authConfig.accounts_url"


def test_extra_settings_are_kept(registry: Registry) -> None:
    draft = {
        "erp_system": "zoho",
        "connection_name": "x",
        "auth_config": {"redirectUri": "https://a/b", "clientId": "1"},
    }
    assert new_connection(draft, registry).columns["auth_config"] == {"redirect_uri": "https://a/b", "client_id": "1"}


def test_secrets_never_stay_among_the_settings(registry: Registry) -> None:
    auth = {
        "clientSecret": "s1",
        "refresh_token": "s2",
        "my_password": "s3",
        "token_url": "https://a/token",
        "definition": {"auth": {"apiKey": "s4", "header": "X-Key"}, "steps": [{"secret": "s5"}]},
    }
    draft = new_connection({"erp_system": "custom", "connection_name": "x", "auth_config": auth}, registry)
    assert draft.auth.secrets == {
        "client_secret": "s1",
        "refresh_token": "s2",
        "my_password": "s3",
        "definition.auth.apiKey": "s4",
        "definition.steps[0].secret": "s5",
    }
    assert not {"s1", "s2", "s3", "s4", "s5"} & set(str(draft.columns["auth_config"]).replace("'", " ").split())
    assert draft.columns["auth_config"]["token_url"] == "https://a/token"


def test_a_change_merges_the_settings_and_keeps_secrets_that_come_back_as_shown(registry: Registry) -> None:
    present = {
        "erp_system": "zoho",
        "auth_type": "oauth2",
        "auth_config": {"client_id": "1", "client_secret": {"set": True}, "scopes": "a"},
        "base_url": "https://www.zohoapis.com/crm/v8",
    }
    changes = {"auth_config": {"client_secret": {"set": True}, "scopes": None, "client_id": "2"}}
    changed = changed_connection(present, changes, registry)
    assert changed.columns["auth_config"] == {"client_id": "2", "client_secret": {"set": True}}
    assert changed.auth.secrets == {}
    forgotten = changed_connection(present, {"auth_config": {"client_secret": None}}, registry)
    assert forgotten.auth.forgotten == ["client_secret"]
    assert changed_connection(present, {"sync_enabled": False}, registry).columns == {"sync_enabled": False}


def test_a_system_can_not_change(registry: Registry) -> None:
    present = {"erp_system": "tally", "auth_type": "none", "auth_config": {"company": "a"}, "base_url": "http://a:9000"}
    with pytest.raises(InvalidInput) as caught:
        changed_connection(present, {"erp_system": "sap"}, registry)
    assert caught.value.field == "erpSystem"
