"""Global options before and after the command."""

from __future__ import annotations

import pytest

from app.cli.arguments import hoisted


@pytest.mark.parametrize(
    ("given", "front"),
    [
        (["serve", "--data-dir", "D", "--port", "0"], ["--data-dir", "D", "serve", "--port", "0"]),
        (["serve", "--data-dir=D"], ["--data-dir=D", "serve"]),
        (
            ["--secrets", "file", "sync", "X", "--log-level", "debug"],
            ["--secrets", "file", "--log-level", "debug", "sync", "X"],
        ),
        (["sync", "--", "--data-dir"], ["sync", "--", "--data-dir"]),
        (["serve", "--data-dir"], ["--data-dir"]),
        ([], []),
    ],
)
def test_they_move_to_the_front(given: list[str], front: list[str]) -> None:
    assert hoisted(given) == front
