"""The real listener on a free loopback port, before the real engine and a simulated Tally that was synced once.

Every answer that a test gets is held against the listener's own OpenAPI document: an answer outside it fails the test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
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


@pytest.fixture(scope="session")
def checked(document: dict[str, Any]) -> Callable[[httpx.Response], None]:
    return _checker(document)


@pytest.fixture
def bare(hub: bootstrap.App, checked: Callable[[httpx.Response], None]) -> Iterator[httpx.Client]:
    """A client without the token."""
    assert hub.listener is not None
    # Plain HTTP: no certificate is looked at, and reading those of the machine would take most of a test's time.
    with httpx.Client(
        base_url=hub.listener.url, timeout=60, verify=False, event_hooks={"response": [checked]}
    ) as client:
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
    @cache
    def validator(path: str, method: str, status: str) -> Any:
        documented = document["paths"][path][method]["responses"].get(status)
        assert documented, f"{method} {path}: {status} is not documented"
        schema = documented["content"]["application/json"]["schema"]
        return jsonschema_rs.validator_for({**schema, "components": document["components"]})

    def check(response: httpx.Response) -> None:
        path = _path(document, response.request)
        if path is not None:
            response.read()
            validator(path, response.request.method.lower(), str(response.status_code)).validate(response.json())

    return check


def _path(document: dict[str, Any], request: httpx.Request) -> str | None:
    """As the document writes it; nothing where it does not have this call."""
    parts = request.url.path.split("/")
    for path, methods in document["paths"].items():
        pattern = path.split("/")
        if len(pattern) == len(parts) and all(
            wanted.startswith("{") or wanted == given for wanted, given in zip(pattern, parts, strict=True)
        ):
            return str(path) if request.method.lower() in methods else None
    return None
