"""Definitions: good ones load, wrong ones are refused with the line at fault, and no text does any harm."""

from __future__ import annotations

import json
import time

import jsonschema_rs
import pytest
import yaml

from app.connectors.base import ConnectionSettings, ConnectorPorts
from app.connectors.custom import KIND
from app.connectors.custom.loading import faults_of, load
from app.connectors.custom.published import schema
from app.connectors.definitions import BadDefinition
from app.model.cancel import CancelToken
from app.model.errors import Misconfigured
from tests.connectors.custom_rig import EXAMPLES
from tests.connectors.tally_rig import MemoryState

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))}
SHELF = TEXTS["shelf"]


@pytest.mark.parametrize("name", list(TEXTS))
def test_the_examples_can_be_used(name: str) -> None:
    assert faults_of(TEXTS[name]) == ()
    again = json.dumps(yaml.safe_load(TEXTS[name].replace("01/08/2026", '"01/08/2026"')), indent="\t")
    assert load(again) == load(TEXTS[name])  # as JSON, set in with tabs


def test_the_published_schema_is_the_present_one_and_takes_the_examples() -> None:
    published = (EXAMPLES / "definition.schema.json").read_text(encoding="utf-8")
    assert published == schema(), "write it anew with packaging/definition_schema.py"
    validator = jsonschema_rs.validator_for(json.loads(published))
    for text in TEXTS.values():
        validator.validate(yaml.safe_load(text))
    assert not validator.is_valid({**yaml.safe_load(SHELF), "pagng": {}})


def line_of(text: str, part: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


@pytest.mark.parametrize(
    ("good", "wrong", "field", "says"),
    [
        ("label: name", "lable: name", "resources.customers.lable", "Did you mean “label”?"),
        ("rows: items, sorted", "rows: items..x, sorted", "resources.customers.list.rows", "written"),
        ("kind: page", "kind: pages", "paging", "'none', 'page', 'offset', 'cursor', 'link'"),
        ("title: Shelf", "title: 5", "title", "text (put it in quotation marks)"),
        ("per_minute: 120", "per_minute: 0", "limits.per_minute", "at least 1"),
        ("means: stale", "means: stal", "errors[1].means", "'stale'"),
        ("entity: customer", "entity: custmer", "resources.customers.entity", "not a kind of record of ours"),
        ("      phone: phone", "      fone: phone", "resources.customers.mapping.fone", "no field “fone”"),
        ("name: words_to_boolean", "name: eval", "resources.customers.mapping.is_active", "no transform 'eval'"),
        ("{updated_since: \"{since}\"}, since", "{updated_since: x}, since", "resources.customers.changes", "no {since}"),
        ("external_id: \"{hub_key}\"", "external_id: \"{hubkey}\"", "resources.customers.find.params.external_id", "“hubkey”"),
        ("rev: \"{version}\"", "rev: \"{version\"", "resources.customers.delete.params.rev", "belongs to no name"),
        ("=number(version)", "=number(versoin)", "resources.customers.update.beside.rev", "“versoin”"),
        ("=number(version)", "=number(version", "resources.customers.update.beside.rev", "no formula"),
        ("=number(version)", "=__import__('os')", "resources.customers.update.beside.rev", "no formula"),
        ("    version: rev\n", "", "resources.customers.delete", "{version} is used"),
        ("header: X-Api-Key", "header: X-Api-Key, query: key", "authentication", "either a header or a query"),
        ("    modified: {field: updated_at, format: iso}\n", "", "resources.customers.changes", "“modified”"),
        ("limits:", "headers: {X-Auth-Token: abc}\nlimits:", "headers.X-Auth-Token", "looks like a secret"),
        ("find: {rows", "find: {headers: {Cookie: a=b}, rows", "resources.customers.find.headers.Cookie", "a secret"),
        ("format: iso", "format: week", "resources.customers.modified.format", "no way to write a time"),
        ("    read: {}\n", "    read: {path: /one}\n", "resources.customers.read", "no {id}"),
    ],
    ids=lambda value: value.strip()[:24] if isinstance(value, str) else None,
)  # fmt: skip
def test_a_wrong_one_is_refused_with_its_line(good: str, wrong: str, field: str, says: str) -> None:
    text = SHELF.replace(good, wrong, 1)
    assert text != SHELF
    with pytest.raises(BadDefinition) as caught:
        load(text)
    first = next(one for one in caught.value.faults if one.field == field)
    if wrong.strip():
        assert abs(first.line - line_of(text, wrong.strip().splitlines()[0])) <= 1
    assert caught.value.field == "authConfig.definition"
    assert any(says in f"{one.message} {one.hint}" for one in caught.value.faults)
    assert json.loads(json.dumps(caught.value.details))["faults"][0]["line"] > 0


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("", 1, "empty"),
        ("- 1", 1, "group of names and values"),
        ("title: x\ntitle: y", 2, "twice"),
        ("title: x\n\tformat: 1", 2, "tab"),
        ("title: x\nformat: [1", 2, "can't be read"),
        ('{"title": "x",\n "format": 1]}', 2, "can't be read"),
        ("title: *x", 1, "alias"),
        ("title: !!python/object/apply:os.system [ls]", 1, "not possible"),
        ("title: !secret x", 1, "not possible"),
        ("a: &a {b: 1}\n<<: *a", 2, "<<"),
        ("[a]: 1", 1, "name must be a text"),
        ("title: \"a\\0b\"", 1, "character"),
    ],
    ids=["empty", "list", "twice", "tab", "open", "json", "alias", "python", "tag", "merge", "key", "nul"],
)  # fmt: skip
def test_what_is_no_document_is_told_in_plain_words(text: str, line: int, says: str) -> None:
    first = faults_of(text)[0]
    assert says in first.message
    assert abs(first.line - line) <= 1
    assert "yaml" not in first.message.lower()


def test_a_bomb_is_refused_at_once() -> None:
    rows = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    started = time.process_time()
    assert "far too many parts" in faults_of("\n".join(rows))[0].message
    assert "far too many parts" in faults_of("a: &a [*a]")[0].message
    assert "far too many parts" in faults_of("[" * 200 + "]" * 200)[0].message
    assert "longer than" in faults_of("x" * 300_000)[0].message
    assert time.process_time() - started < 5


def test_words_that_yaml_takes_for_others_stay_texts() -> None:
    text = SHELF.replace("title: Customers", "title: no").replace("sorted_by: id", "sorted_by: 2026-08-01", 1)
    made = load(text).resources["customers"]
    assert (made.title, made.listing.sorted_by) == ("no", "2026-08-01")


def test_all_that_is_wrong_is_told_in_the_order_of_its_lines() -> None:
    text = SHELF.replace("title: Shelf", "titel: Shelf").replace("label: name", "lable: name")
    faults = faults_of(text)
    assert [one.field for one in faults] == ["", "titel", "resources.customers.lable", "resources.products.lable"]
    assert sorted(faults, key=lambda one: one.line) == list(faults)


def test_a_wrong_one_never_gets_as_far_as_a_call(tmp_path_factory: pytest.TempPathFactory) -> None:
    settings = ConnectionSettings("c", "C", "custom", "https://erp.example", "none", {"definition": "title: x"})
    connector = KIND.open(settings, ConnectorPorts(MemoryState(), tmp_path_factory.mktemp("locks")))
    report = connector.test(CancelToken())
    assert not report.ok
    assert report.message.startswith("The definition of this connection can't be used. Line 1")
    with pytest.raises(Misconfigured):
        connector.preflight(None, CancelToken())
    assert not KIND.fitted(settings.auth).spec.templates


def test_what_a_definition_lets_the_engine_count_on() -> None:
    told = {name: KIND.fitted({"definition": text}).spec for name, text in TEXTS.items()}
    assert all(one.capabilities.write and one.capabilities.conditional_write for one in told.values())
    assert [name for name, one in told.items() if one.capabilities.idempotency_key] == ["kinto", "shelf"]
    assert told["cloud"].capabilities.webhooks
    template = told["kinto"].template("invoice")
    assert template is not None
    assert {line.local: line.remote for line in template.fields}["lines[].quantity"] == "lines[].qty"
