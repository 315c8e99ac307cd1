"""The listener does what its OpenAPI document says, whatever is sent: right calls and wrong ones, with and without the
token. The calls are made up, always the same ones."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import content_type_conformance, response_schema_conformance
from schemathesis.specs.openapi.checks import status_code_conformance

from app import bootstrap
from app.services.options import ListenAt, Options

pytestmark = pytest.mark.slow


_MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
_CHECKS = [status_code_conformance, content_type_conformance, response_schema_conformance]
#: What answers without the token.
_PUBLIC = re.compile(r"GET /health|POST /api/erp/webhooks/\{\w+\}/receive")
#: Calls made up of each kind for each call of the document. More of them by hand: EXAMPLES=100.
_EXAMPLES = int(os.environ.get("EXAMPLES", "4"))


@pytest.fixture(scope="module")
def own_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[bootstrap.App]:
    """A hub of this module's own: the calls leave things behind."""
    folder = tmp_path_factory.mktemp("document")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        options = Options(data_dir=folder / "data", secrets="file")
        app = bootstrap.start_demo(options, customers=6, items=4, vouchers=20, schedule=False, listen=ListenAt(port=0))
        try:
            log_id = app.services.runs.start(connection_id=app.services.connections.list()[0].id)
            assert app.services.runs.wait(log_id, 60).status == "completed"
            yield app
        finally:
            app.close()


@pytest.fixture(scope="module")
def url(own_hub: bootstrap.App) -> str:
    assert own_hub.listener is not None
    return own_hub.listener.url


@pytest.fixture(scope="module")
def headers(own_hub: bootstrap.App) -> dict[str, str]:
    return {"Authorization": f"Bearer {own_hub.folders.token_file.read_text().strip()}"}


@pytest.fixture(scope="module")
def operations(url: str, headers: dict[str, str]) -> list[APIOperation]:
    document = requests.get(f"{url}/openapi.json", headers=headers, timeout=10).json()
    found = [result.ok() for result in schemathesis.openapi.from_dict(document).get_all_operations()]
    assert len(found) > 20
    return found


@pytest.fixture(scope="module")
def session() -> Iterator[requests.Session]:
    with requests.Session() as made:
        yield made


def ask(
    operation: APIOperation,
    mode: GenerationMode,
    look: Callable[[Case], None],
    *,
    examples: int = _EXAMPLES,
    **parameters: Any,
) -> None:
    """Make up calls of one kind and look at each."""
    frugal = settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    frugal(given(operation.as_strategy(mode, **parameters))(look))()


def _can_be_wrong(operation: APIOperation) -> bool:
    """Has it anything that could be sent wrongly? To the public calls anything may be sent."""
    return not _PUBLIC.fullmatch(operation.label) and bool(
        [*operation.path_parameters, *operation.query, *operation.body]
    )


@pytest.mark.parametrize("mode", _MODES)
def test_no_answer_is_outside_the_document(
    operations: list[APIOperation],
    url: str,
    headers: dict[str, str],
    session: requests.Session,
    mode: GenerationMode,
    subtests: pytest.Subtests,
) -> None:
    def look(case: Case) -> None:
        answer = case.call(base_url=url, headers=dict(headers), session=session)
        assert answer.status_code != 500
        case.validate_response(answer, checks=_CHECKS)

    for operation in operations:
        if mode is GenerationMode.NEGATIVE and not _can_be_wrong(operation):
            continue
        with subtests.test(operation.label):
            ask(operation, mode, look)


def test_what_is_there_is_shown_as_documented(
    own_hub: bootstrap.App,
    operations: list[APIOperation],
    url: str,
    headers: dict[str, str],
    session: requests.Session,
    subtests: pytest.Subtests,
) -> None:
    """Reading calls with ids that name something, and all kinds of other parameters."""
    services = own_hub.services
    connection = services.connections.list()[0].id
    template = {"name": "Tidy", "kind": "field", "definition": {"transform": [{"name": "trim"}]}}
    hook = requests.post(
        f"{url}/api/erp/webhooks", json={"connection_id": connection}, headers=dict(headers), timeout=10
    ).json()
    there = {
        "connection_id": connection,
        "webhook_id": hook["webhook"]["id"],
        "template_id": services.templates.create(template).id,
        "config_id": services.configs.list(connection)[0].id,
        "log_id": services.runs.list()[0][0].id,
        "entity_type": "invoice",
        "record_id": services.records.page("invoice", limit=1)[0][0]["id"],
        "module": "Sales",
        "month": "2026-08",
    }
    seen = []

    def look(case: Case) -> None:
        answer = case.call(base_url=url, headers=dict(headers), session=session)
        unknown = {404} if "connection_id" in (case.query or {}) else set()  # made up, too
        assert answer.status_code in {200, 422} | unknown
        case.validate_response(answer, checks=_CHECKS)
        seen.append(answer.status_code)

    for operation in operations:
        if operation.method == "get":
            names = [one.name for one in operation.path_parameters]
            with subtests.test(operation.label):
                ask(operation, GenerationMode.POSITIVE, look, path_parameters={name: there[name] for name in names})
    assert 200 in seen


def test_nothing_else_answers_without_the_token(
    operations: list[APIOperation], url: str, session: requests.Session, subtests: pytest.Subtests
) -> None:
    def look(case: Case) -> None:
        for headers in ({}, {"Authorization": "Bearer made-up"}, {"Authorization": "Basic bWFkZTp1cA=="}):
            answer = case.call(base_url=url, headers=headers, session=session)
            assert answer.status_code == 401

    for operation in operations:
        if not _PUBLIC.fullmatch(operation.label):
            with subtests.test(operation.label):
                ask(operation, GenerationMode.POSITIVE, look, examples=1)


def test_the_document_is_complete(url: str, headers: dict[str, str]) -> None:
    document = requests.get(f"{url}/openapi.json", headers=headers, timeout=10).json()
    tags = {tag["name"] for tag in document["tags"] if tag["description"]}
    assert document["security"] == [{"token": []}]
    assert document["info"]["description"]
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            label = f"{method.upper()} {path}"
            assert set(operation["tags"]) <= tags, label
            assert operation["summary"], label
            assert (operation.get("security") == []) == bool(_PUBLIC.fullmatch(label)), label
            assert all(answer["description"] for answer in operation["responses"].values()), label
            wanted = set() if _PUBLIC.fullmatch(label) else {"401", "403", "413", "422", "500", "503"}
            assert wanted <= operation["responses"].keys(), label
            assert ("404" in operation["responses"]) >= ("{" in path), label
