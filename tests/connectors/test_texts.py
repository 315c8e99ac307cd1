"""Texts that are taken out of a row together."""

from __future__ import annotations

from typing import Any

import pytest

from app.connectors.texts import texts_of


@pytest.mark.parametrize(
    ("row", "taken"),
    [
        ({"a": "x", "b": "y", "c": 1}, {"a": "x", "b": "y"}),
        ({"a": "", "b": None}, {"a": None, "b": None}),
        ({"a": "x"}, None),
        ({"a": "x", "b": 1}, None),
        ({"a": "x", "b": ["y"]}, None),
    ],
)
def test_all_or_none_are_taken(row: dict[str, Any], taken: dict[str, Any] | None) -> None:
    assert texts_of(["a", "b"])(row) == taken


@pytest.mark.parametrize("names", [[], ["a"]])
def test_one_alone_is_looked_at_alone(names: list[str]) -> None:
    assert texts_of(names)({"a": "x"}) is None
