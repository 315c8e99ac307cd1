"""docs/mappings.md lists the whole library as it is: every transform, formula function and rule, and nothing that is gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.mapping.compiled import compile_mapping
from app.mapping.fields import FieldMapping
from app.mapping.formula.functions import FUNCTIONS
from app.mapping.parameters import Parameter
from app.mapping.transforms import LIBRARY
from app.mapping.validation import RULES
from app.model.entities import CUSTOMER

DOCS = Path(__file__).resolve().parents[2] / "docs" / "mappings.md"
_UNDONE = {"exactly": "yes", "not": "no"}


def settings(parameters: tuple[Parameter, ...]) -> str:
    said = []
    for one in parameters:
        choices = f": {', '.join(one.choices)}" if one.choices and len(one.choices) < 8 else ""
        name = f"`{one.name}`" if one.required and one.default is None else f"[`{one.name}`]"
        said.append(name + choices)
    return "; ".join(said) or "–"


def transforms() -> list[str]:
    return [
        f"| `{one.name}` | {one.title} | {settings(one.parameters)} | {one.example} |"
        f" {_UNDONE.get(one.reversible) or f'when {one.when}'} |"
        for one in LIBRARY.values()
    ]


def functions() -> list[str]:
    return [f"| `{one.help.partition(':')[0]}` | {one.help.partition(': ')[2] or '–'} |" for one in FUNCTIONS.values()]


def rules() -> list[str]:
    return [f"| `{one.name}` | {one.title} | {settings(one.parameters)} | {one.example} |" for one in RULES.values()]


@pytest.mark.parametrize(("head", "lines"), [("transform", transforms()), ("function", functions()), ("rule", rules())])
def test_the_tables_are_those_of_the_library(head: str, lines: list[str]) -> None:
    table = re.search(rf"^\| {head} \|.*\n\|[-|]+\n((?:\|.*\n)+)", DOCS.read_text("utf-8"), re.MULTILINE)
    assert table is not None
    assert table.group(1).splitlines() == lines, "\n" + "\n".join(lines)


def test_the_examples_of_links_compile() -> None:
    """Every template and formula shown in a code line is one that can be written."""
    found = re.findall(
        r"^\| (to_local|to_remote) \| `(\w+)` \| `(template|formula): (.+)` \|$", DOCS.read_text("utf-8"), re.MULTILINE
    )
    assert len(found) == 6
    for direction, local, name, said in found:
        kind = CUSTOMER.field[local].type
        args = {"text": said} if name == "template" else {"formula": said, "gives": kind}
        step = {"name": name, "args": args}
        compile_mapping(CUSTOMER, [FieldMapping(local, "Notes", direction=direction, transform=(step,))])
