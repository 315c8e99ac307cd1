"""The real listener on a free loopback port, before the real engine and a simulated Tally that was synced once.

Every answer that a test gets is held against the listener's own OpenAPI document: an answer outside it fails the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import jsonschema_rs
import pytest

from app import bootstrap
from app.services.options import ListenAt, Options


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bootstrap.App]:
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        app = bootstrap.start_demo(
            Options(data_dir=folder / "data", secrets="file"),
            customers=14,
            items=8,
            vouchers=70,
            schedule=False,
            listen=ListenAt(port=0),
        )
        try:
            log_id = app.services.runs.start(connection_id=app.services.connections.list()[0].id)
            assert app.services.runs.wait(log_id, 60).status == "completed"
            yield app
        finally:
            app.close()


@pytest.fixture(scope="session")
def token(hub: bootstrap.App) -> str:
    return hub.folders.token_file.read_text().strip()


@pytest.fixture(scope="session")
def document(hub: bootstrap.App, token: str) -> dict[str, Any]:
    assert hub.listener is not None
    answer = httpx.get(f"{hub.listener.url}/openapi.json", headers={"Authorization": f"Bearer {token}"}, timeout=60)
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
def bare(hub: bootstrap.App, document: dict[str, Any]) -> Iterator[httpx.Client]:
    """A client without the token."""
    assert hub.listener is not None
    hooks = {"response": [_checker(document)]}
    with httpx.Client(base_url=hub.listener.url, timeout=60, event_hooks=hooks) as client:
        yield client


@pytest.fixture
def client(bare: httpx.Client, token: str) -> httpx.Client:
    bare.headers["Authorization"] = f"Bearer {token}"
    return bare


@pytest.fixture(scope="session")
def connection_id(hub: bootstrap.App) -> str:
    """The demo's connection."""
    return hub.services.connections.named(bootstrap.DEMO_COMPANY).id


@pytest.fixture
def spare(client: httpx.Client) -> Iterator[str]:
    """A second connection, to an address where nobody answers."""
    body = {
        "erpSystem": "tally",
        "connectionName": "Spare",
        "authConfig": {"company": "Nobody & Sons"},
        "baseUrl": "http://127.0.0.1:9",
    }
    made = client.post("/api/erp/connections", json=body).json()["connection"]["id"]
    yield made
    client.delete(f"/api/erp/connections/{made}")


def _checker(document: dict[str, Any]) -> Callable[[httpx.Response], None]:
    def check(response: httpx.Response) -> None:
        operation = _operation(document, response.request)
        if operation is None:
            return
        response.read()
        documented = operation["responses"].get(str(response.status_code))
        assert documented, f"{response.request.method} {response.request.url}: {response.status_code} is not documented"
        schema = documented["content"]["application/json"]["schema"]
        jsonschema_rs.validate({**schema, "components": document["components"]}, response.json())

    return check


def _operation(document: dict[str, Any], request: httpx.Request) -> dict[str, Any] | None:
    parts = request.url.path.split("/")
    for path, methods in document["paths"].items():
        pattern = path.split("/")
        if len(pattern) == len(parts) and all(
            wanted.startswith("{") or wanted == given for wanted, given in zip(pattern, parts, strict=True)
        ):
            found: dict[str, Any] | None = methods.get(request.method.lower())
            return found
    return None
