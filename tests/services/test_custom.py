"""Connections to systems that a site describes: checked when they are saved, tried call by call, told of events."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app import bootstrap
from app.connectors.custom import KIND
from app.connectors.definitions import BadDefinition
from app.model.errors import InvalidInput, NotGenuine
from app.services.options import Options
from tests.connectors.custom_rig import EXAMPLES, stock
from tests.simulators.custom import RestErp
from tests.simulators.custom.erp import API_KEY, CLIENT_ID, CLIENT_SECRET

SHELF, CLOUD = ((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8") for name in ("shelf", "cloud"))


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bootstrap.App]:
    folder = tmp_path_factory.mktemp("app")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        made = bootstrap.start(Options(data_dir=folder / "data", secrets="file"), schedule=False, listen=None)
        made.parts.registry.add(KIND)
        with bootstrap.closing(made):
            yield made


@pytest.fixture
def erp() -> Iterator[RestErp]:
    with RestErp("shelf", "customers", "products") as made:
        stock(made)
        yield made


def draft(url: str = "https://erp.example", definition: Any = SHELF, **more: Any) -> dict[str, Any]:
    auth = {"definition": definition, "api_key": API_KEY}
    return {
        "erp_system": "custom",
        "connection_name": "Shelf",
        "auth_type": "api_key",
        "base_url": url,
        "auth_config": auth,
    } | more


def test_a_wrong_definition_is_refused_with_its_line_and_field(app: bootstrap.App) -> None:
    wrong = SHELF.replace("label: name", "lable: name", 1)
    with pytest.raises(BadDefinition) as caught:
        app.services.connections.create(draft(definition=wrong))
    line = next(n for n, one in enumerate(wrong.splitlines(), 1) if "lable" in one)
    assert caught.value.field == "authConfig.definition"
    assert caught.value.message.startswith(f"Line {line} (resources.customers.lable): ")
    assert [one.line for one in app.services.custom.check(wrong)] == [line]
    with pytest.raises(InvalidInput) as other:
        app.services.connections.create(draft(auth_type="none"))
    assert other.value.field == "authType"
    made = app.services.connections.create(draft()).id
    with pytest.raises(BadDefinition):
        app.services.connections.update(made, {"auth_config": {"definition": wrong}})
    assert app.services.connections.get(made).auth["definition"] == SHELF.strip()
    app.services.connections.delete(made)


def test_a_definition_may_come_as_an_object_and_is_kept_whole(app: bootstrap.App) -> None:
    given = {
        "format": 1,
        "title": "T",
        "authentication": {"type": "api_key", "header": "X"},
        "resources": {
            "things": {"list": {"params": {"sort_key": "abc", "pageSize": 5}, "headers": {"X-Token": "{organization}"}}}
        },
    }
    made = app.services.connections.create(draft(definition=given))
    kept = app.services.connections.get(made.id).auth
    assert json.loads(kept["definition"]) == given  # no name of it is taken for a secret
    assert kept["api_key"] == {"set": True}
    app.services.connections.delete(made.id)


def test_a_template_comes_from_the_connections_own_definition(app: bootstrap.App, erp: RestErp) -> None:
    services = app.services
    made = services.connections.create(draft(erp.url)).id
    config = services.configs.create({"connection_id": made, "entity_type": "customer"})
    assert (config.remote_module, len(config.field_mappings), config.warnings) == ("customers", 7, ())
    with pytest.raises(InvalidInput):
        services.configs.create({"connection_id": made, "entity_type": "deal"})
    assert services.connections.test(made).success
    services.runs.wait(services.runs.start(connection_id=made), 60)
    (firm,) = services.records.page("customer", q="Firm 3")[0]
    assert (firm["city"], firm["is_active"], firm["credit_limit"]) == ("Pune", True, "31.50")
    services.connections.delete(made)


def test_the_wizards_view_and_calls(app: bootstrap.App, erp: RestErp) -> None:
    custom = app.services.custom
    view = custom.view(SHELF)
    assert (view.title, view.entities, view.auth_types) == ("Shelf", ("customer", "product"), ("api_key",))
    by_hand = CLOUD.replace("grant: client_credentials", "grant: code\n  authorize_url: https://login.example.com/page")
    assert [custom.view(text).signs_in for text in (SHELF, CLOUD, by_hand)] == [False, False, True]
    assert custom.parts(SHELF + "wrong: 1\n")["wrong"] == 1  # what can be read, whether or not it can be used
    with pytest.raises(BadDefinition):
        custom.parts("a: [")
    assert next(iter(app.services.configs.presets("custom", auth={"definition": SHELF})))[0] == "both"
    assert custom.resources(SHELF)["products"] == ["list", "read", "find", "taken", "create", "update", "delete"]
    trial = custom.attempt(draft(erp.url), "customers", "list")
    assert (trial.method, trial.address, trial.status) == ("GET", f"{erp.url}/customers?per_page=100&page=1", 200)
    assert trial.found == "3 records; the first is “Firm 0” with the id 1. There is another page."
    assert API_KEY not in str(trial)
    trial = custom.attempt(draft(erp.url), "customers", "read", {"id": "4711"})
    assert (trial.status, trial.trouble) == (404, "The record is not in Shelf (any more).")
    trial = custom.attempt(draft("http://127.0.0.1:9"), "customers", "list")
    assert (trial.status, bool(trial.trouble)) == (0, True)
    found = {one.path: str(one.type) for one in custom.learn(draft(erp.url), "customers")}
    assert (found["credit"], found["address.city"], found["updated_at"]) == ("number", "text", "date")


def test_a_stored_connections_secrets_are_used_where_the_draft_has_none(app: bootstrap.App, erp: RestErp) -> None:
    made = app.services.connections.create(draft(erp.url)).id
    changed = {"auth_config": {"definition": SHELF.replace("sorted_by: id", "sorted_by: name", 1)}}
    assert app.services.custom.attempt(changed, "customers", "list", connection_id=made).status == 200
    changed["auth_config"]["api_key"] = "wrong"
    trial = app.services.custom.attempt(changed, "customers", "list", connection_id=made)
    assert trial.trouble == "Shelf does not accept the login."
    app.services.connections.delete(made)


def test_events_in_the_systems_own_form(app: bootstrap.App) -> None:
    services, secret = app.services, base64.b64encode(b"k" * 24).decode()
    auth = {"definition": CLOUD, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    made = services.connections.create(draft(auth_type="oauth2", auth_config=auth)).id
    hook, _ = services.webhooks.create({"connection_id": made, "webhook_secret": f"whsec_{secret}"})
    body = {
        "type": "customer.deleted",
        "id": "evt_7",
        "timestamp": "2026-11-01T10:00:00Z",
        "data": {"id": 4711, "x": 1},
    }
    sent, now = json.dumps(body).encode(), str(int(time.time()))
    signature = base64.b64encode(hmac.digest(b"k" * 24, f"msg_1.{now}.".encode() + sent, hashlib.sha256)).decode()
    headers = [("webhook-id", "msg_1"), ("webhook-timestamp", now), ("webhook-signature", f"v1,{signature}")]
    (arrival,) = services.webhooks.accept(services.webhooks.hook(hook.id), headers, sent)
    assert (arrival.type, arrival.module, arrival.remote_id) == ("delete", "customers", "4711")
    with pytest.raises(NotGenuine):
        services.webhooks.accept(services.webhooks.hook(hook.id), headers[:-1], sent)
    services.connections.delete(made)


def test_a_person_signs_in_where_the_definition_says_so(app: bootstrap.App, tmp_path: Path) -> None:
    text = CLOUD.replace(
        "grant: client_credentials", "grant: code\n  authorize_url: https://login.example.com/oauth/authorize"
    )
    auth = {"definition": text, "client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
    made = app.services.connections.create(draft(auth_type="oauth2", auth_config=auth))
    settings = app.parts.opener.settings(app.parts.stores.connections.get(made.id))
    assert KIND.oauth is not None
    provider = KIND.oauth(settings, app.parts.opener.ports_for(made.id).state)
    assert provider is not None
    assert (provider.authorize_url, provider.scopes) == (
        "https://login.example.com/oauth/authorize",
        ("customers.read", "customers.write"),
    )
    app.services.connections.delete(made.id)
