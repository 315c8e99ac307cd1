"""The guided form of a definition, without a window: what it reads out of the parts, and what its answers make of them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from app.connectors.custom.loading import faults_of, parts_of
from app.connectors.definitions import Trial
from app.ui.wizard import definition
from app.ui.wizard.definition_links import Seen, fields_of, linked_to, own_fields, twice, with_links
from tests.connectors.custom_rig import EXAMPLES

TEXTS = {path.stem: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.yaml"))}
ALL = {
    one.name: one
    for one in (*definition.LOGIN, *definition.PAGING, *definition.LIST, definition.SINCE, *definition.DOES)
}


@pytest.mark.parametrize("name", list(TEXTS))
def test_examples_are_read_and_come_back_the_same(name: str) -> None:
    parts = parts_of(TEXTS[name])
    before = deepcopy(parts)
    for question in (*definition.LOGIN, *definition.PAGING):
        if said := definition.value(parts, question):
            assert definition.answered(parts, question, said) == parts, question.name
    for resource in definition.resources(parts).values():
        for question in (*definition.LIST, definition.SINCE, *definition.DOES):
            if said := definition.value(resource, question):
                assert definition.answered(resource, question, said) == resource, question.name
        rows = [(one, linked_to(resource, one.path)) for one in fields_of(resource, ())]
        assert with_links(resource, [row for row in rows if row[1]]) == resource
    assert parts == before
    assert parts_of(definition.text_of(parts)) == parts
    assert definition.login_of(parts) == {"cloud": "client", "kinto": "basic", "shelf": "header"}[name]
    assert definition.EXAMPLES.keys() == TEXTS.keys()


def test_answers_make_a_definition_that_can_be_used() -> None:
    parts: Any = definition.put(definition.EMPTY, ("title",), "Shelf")
    for login, said in {
        "query": {"query": "key"},
        "code": {"token": "https://x/t", "page": "https://x/a", "scopes": "a b"},
    }.items():
        parts = definition.with_login(parts, login, {})
        assert definition.login_of(parts) == login
        for name, text in said.items():
            parts = definition.answered(parts, ALL[name], text)
            assert definition.value(parts, ALL[name]) == text
        assert faults_of(definition.text_of(parts)) == ()
    parts = definition.with_pages(parts, "cursor", {})
    for name, text in {"param": "cursor", "next": "meta.next", "size": "50"}.items():
        parts = definition.answered(parts, ALL[name], text)
    resource = definition.resources(parts)["customers"]
    said = {"rows": "data", "modified": "at", "since": "from", "create": True, "update": True, "id": "key"}
    for name, given in said.items():
        resource = definition.answered(resource, ALL[name], given)
    assert resource["changes"] == {"params": {"from": "{since}"}}
    parts = definition.with_resource(parts, "customers", resource)
    assert faults_of(definition.text_of(parts)) == ()
    for name in ("rows", "modified", "since", "create", "update", "id"):
        resource = definition.answered(resource, ALL[name], False if ALL[name].kind == "flag" else " ")
    assert resource == {"path": "/customers", "label": "name", "list": {}, "read": {}}


def test_what_is_no_number_stays_as_it_was_typed() -> None:
    parts = definition.answered(definition.with_pages(definition.EMPTY, "page", {"param": "page"}), ALL["size"], "many")
    assert definition.value(parts, ALL["size"]) == "many"
    (fault,) = [one for one in faults_of(definition.text_of(parts)) if one.field == "paging.size"]
    assert definition.fault_words(fault)[0] == f"Line {fault.line} (paging.size): “size” must be a whole number."


def test_lists_come_go_and_are_renamed() -> None:
    parts, name = definition.added(definition.EMPTY)
    assert (name, list(definition.resources(parts))) == ("list_1", ["customers", "list_1"])
    parts = definition.renamed(parts, "list_1", "open bills")
    assert list(definition.resources(parts)) == ["customers", "open_bills"]
    assert definition.renamed(parts, "open_bills", "customers") == parts  # there is one
    assert [call for _, _, call in definition.trials(parts)] == ["list", "read", "list", "read"]
    assert list(definition.resources(definition.without(parts, "customers"))) == ["open_bills"]


def test_fields_are_linked_once_and_lines_with_their_list() -> None:
    number, who = Seen("no", "S-1"), Seen("customer_id", "7", "number")
    amount, text = Seen("items[].sum", "5"), Seen("items[].text", "rope")
    resource = {"entity": "invoice", "mapping": {"number": {"path": "old", "transform": [{"name": "trim"}]}}}
    rows = [(number, "number"), (who, "customer"), (amount, "lines[].amount"), (text, "lines[].amount")]
    assert twice(rows) == ["lines[].amount"]
    made = with_links(resource, rows)
    assert made["mapping"] == {
        "number": {"path": "no", "transform": [{"name": "trim"}]},
        "customer": "customer_id",
        "lines": "items",
        "lines[].amount": "items[].sum",
    }
    assert made["fields"] == [{"path": "customer_id", "type": "lookup", "as": "number"}]
    assert with_links(made, [(number, ""), (who, "")]) == {"entity": "invoice", "fields": made["fields"]}
    assert ("Amount", "lines[].amount") in [
        (title.rpartition(": ")[2], name) for title, name in own_fields("invoice", amount.path)
    ]
    assert [one.path for one in fields_of(made, [number])] == ["no", "customer_id", "items[].sum"]


def test_a_trial_is_shown_as_it_went() -> None:
    trial = Trial("POST", "https://x/c", {"Accept": "a"}, '{"a":1}', 0)
    assert definition.asked_words(trial) == 'POST https://x/c\nAccept: a\n\n{\n  "a": 1\n}'
    assert definition.answer_words(trial) == "There was no answer."
