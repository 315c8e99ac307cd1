"""The messages that are made below the window, as templates: what the layers that know no translation say in English.

A template is the f-string with its parts replaced by ``{1}``, ``{2}``, … in order. Found are all texts of several words
and all that stand in a call, return, table or yield, but for what only programs and developers read (logs, SQL,
patterns, the reference of the programs' interface). ``app/ui/below.py`` finds the template of a text again.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
import string
from collections.abc import Iterator, Set
from pathlib import Path
from typing import Any

APP = Path(__file__).resolve().parents[2] / "app"
LAYERS = "connectors db listener mapping model platform schedule services sheets sync webhooks".split()
#: Calls whose texts no person in the window reads, by the last part of their name.
UNREAD = set(
    # errors of the programmer
    "AssertionError AttributeError KeyError LookupError NotImplementedError OSError RuntimeError TypeError "
    # logs, threads, patterns, text work
    "debug info warning error exception critical Thread ThreadPoolExecutor compile search match fullmatch sub replace split "
    "strip lstrip rstrip partition startswith endswith isoformat "
    # SQL
    "text execute exec_driver_sql _sql CheckConstraint ForeignKey ForeignKeyConstraint Index "
    # the reference of the programs' interface
    "APIRouter Body FastAPI Field Header Path Query "
    # what is sent to Tally
    "element collection _envelope _import Condition "
    # what is asked of SAP
    "filter orderby".split()
)
NOT_WORDS = re.compile(
    r"^\s*(SELECT|select|INSERT|UPDATE|DELETE FROM|PRAGMA|CREATE|DROP|ALTER|WITH|BEGIN|SET LOCAL|DO UPDATE|DO NOTHING)\b"
    r"|\bON CONFLICT\b|\bSELECT \S+\(|COLLATE|AT TIME ZONE|^READ COMMITTED|^REPEATABLE READ|IS (NOT )?NULL|= [?\0]|LIMIT \?"
    r"|\bIN \(|\b(DESC|desc)$|^\w+ (eq|ne) '"
    r"|^(Basic|Bearer) \0|^Zoho-oauthtoken|^\s*[<\[]|^\w+=|^\w+/\w+;|</|^\$|::|^/|^#/|%[rs]\b|%\(|^[A-Z, ]+$|\||\.\*|\? does not|^[\w.]+\([^)]*\)$|^https?://"
)
WORDS = re.compile(r"[A-Za-z]{2,}[^A-Za-z]+[A-Za-z]{2,}|[A-Za-z]{3,}")
#: Where the text of a ValueError becomes the end of a sentence to a person.
FAULTS_SAID = ("mapping/", "sheets/", "sync/", "model/values.py", "connectors/tally/values.py")
#: Files whose texts are looked for, made into programs or read by programmers: nothing of them is said.
NOT_SAID = set(
    "db/sql.py mapping/reader.py platform/logs.py sheets/headers.py sheets/values.py webhooks/kinds.py "
    "listener/api.py listener/bodies.py listener/configs.py listener/connections.py listener/deps.py listener/document.py "
    "listener/gate.py listener/limits.py listener/pages.py listener/problems.py listener/rarely.py listener/reading.py "
    "listener/commits.py listener/receiving.py listener/record_shapes.py listener/records.py listener/runs.py".split()
)
#: Whose single words are said, too: they are fields' titles.
TITLED = {"connectors/tally/fields.py"}
#: Calls whose second text is a title, said as a single word, too.
TITLING = {"Entity", "Module", "ModuleInfo", "RemoteField", "SettingSpec", "_document"}
TITLE = re.compile(r"[A-Z][a-z-]{2,}")
#: Names, what another system's answers are recognised by, and what is sent to it as it stands.
NAMES = set(
    "Sundry Debtors/Sales Order/Not Applicable/Specify Details Here/{1} Days/Agst Ref/New Ref/On Account/Voucher Number/"
    "Invoice Voucher View/Accounting Voucher View/{1} [SMS:{2}]/could not find voucher:id:\\d+/could not find company/"
    "unknown request/could not find:? *(\\$\\$\\w+)/could not find report/error in tdl/group 'primary' does not exist/"
    "bad order number/voucher date is missing/cannot be deleted/name cannot be left blank/object is empty/"
    "base currency symbol is required/Jammu & Kashmir/Himachal Pradesh/Uttar Pradesh/Arunachal Pradesh/West Bengal/"
    "Madhya Pradesh/Dadra & Nagar Haveli and Daman & Diu/Tamil Nadu/Andaman & Nicobar Islands/Andhra Pradesh/Other Income/"
    "Other Current Asset/Bill to/United Arab Emirates/United Kingdom/United States of America/Sri Lanka".split("/")
)


def templates(root: Path = APP) -> dict[str, list[str]]:
    """``{template: [file, …]}``, the files named from the checkout."""
    found: dict[str, list[str]] = {}
    for path in (path for layer in LAYERS for path in sorted((root / layer).rglob("*.py"))):
        name = path.relative_to(root).as_posix()
        if name in NOT_SAID or "migrations" in path.parts:
            continue
        unread = UNREAD if name.startswith(FAULTS_SAID) else UNREAD | {"ValueError"}
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for template in itertools.chain(_texts(tree, unread), _titles(tree, everywhere=name in TITLED)):
            files = found.setdefault(template, [])
            if f"app/{name}" not in files:
                files.append(f"app/{name}")
    for path in sorted((root / "connectors").rglob("fields.json")):
        for title in _told(json.loads(path.read_text(encoding="utf-8"))):
            found.setdefault(title, [f"app/{path.relative_to(root).as_posix()}"])
    return found


def _told(table: Any) -> Iterator[str]:
    """The titles in a connector's table of fields."""
    if isinstance(table, dict):
        if isinstance(table.get("title"), str):
            yield table["title"]
        table = list(table.values())
    for part in table if isinstance(table, list) else ():
        yield from _told(part)


def _texts(node: ast.AST, unread: Set[str]) -> Iterator[str]:
    for child in node.values if isinstance(node, ast.Dict) else ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        if isinstance(child, (ast.Compare, ast.Slice, ast.Assert)):
            continue
        if isinstance(child, ast.Call) and _last(child.func) in unread:
            continue
        if isinstance(child, (ast.Constant, ast.JoinedStr, ast.BinOp)):
            for line in (line for text in _variants(child) for line in text.split("\n")):
                template = _numbered(line.strip())
                if template not in NAMES and _is_said(template):
                    yield template
            yield from _inside(child, unread)
            continue
        yield from _texts(child, unread)


def _titles(tree: ast.Module, *, everywhere: bool) -> Iterator[str]:
    for node in ast.walk(tree):
        said: list[Any] = [node] if everywhere else []
        if isinstance(node, ast.Call) and _last(node.func) in TITLING:
            said = node.args[1:2]
        elif isinstance(node, ast.Tuple) and _is_step(node):
            said = node.elts[:1]
        for title in said:
            if isinstance(title, ast.Constant) and isinstance(title.value, str) and TITLE.fullmatch(title.value):
                yield title.value


def _is_step(node: ast.Tuple) -> bool:
    """What a check is called, and the method that does it."""
    return len(node.elts) == 2 and isinstance(node.elts[1], ast.Attribute) and ast.unparse(node.elts[1].value) == "self"


def _inside(node: ast.AST, unread: Set[str]) -> Iterator[str]:
    """What stands within the parts of a text: ``f"{'a' if b else 'c'} …"``, calls with texts of their own."""
    if isinstance(node, ast.JoinedStr):
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _texts(ast.Expression(body=part.value), unread)
    elif isinstance(node, ast.BinOp):
        for side in (node.left, node.right):
            if isinstance(side, (ast.JoinedStr, ast.BinOp)):
                yield from _inside(side, unread)
            elif not isinstance(side, ast.Constant):
                yield from _texts(ast.Expression(body=side), unread)


#: Stands for a part that is only known when it is said.
PART = "\0"


def _variants(node: ast.AST) -> list[str]:
    """The text with ``PART`` for each part; one for each way that a choice of literals can go."""
    if isinstance(node, ast.Constant):
        return [_fields(node.value)] if isinstance(node.value, str) else [PART]
    if isinstance(node, ast.JoinedStr):
        return _joined([_variants(part) for part in node.values])
    if isinstance(node, ast.FormattedValue):
        return _variants(node.value) if isinstance(node.value, ast.IfExp) else [PART]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        return _joined([_variants(node.left), _variants(node.right)])
    if isinstance(node, ast.IfExp):
        ways = [*_variants(node.body), *_variants(node.orelse)]
        return ways if all(len(way) < 24 for way in ways) and len(ways) < 4 else [PART]
    return [PART]


def _joined(parts: list[list[str]]) -> list[str]:
    ways = list(itertools.islice(itertools.product(*parts), 9))
    if len(ways) > 8:
        ways = [tuple(part[0] if len(part) == 1 else PART for part in parts)]
    return ["".join(way) for way in ways]


def _fields(text: str) -> str:
    """A text for ``str.format``: its ``{name}`` are parts."""
    if "{" not in text:
        return text
    try:
        pieces = list(string.Formatter().parse(text))
    except ValueError:
        return text
    if any(name and not (name.isidentifier() or name.isdigit()) for _, name, _, _ in pieces):
        return text
    return "".join(literal + (PART if name is not None else "") for literal, name, _, _ in pieces)


def _numbered(text: str) -> str:
    first, *rest = re.sub(f"{PART}+", PART, text).split(PART)
    return first + "".join(f"{{{at}}}{piece}" for at, piece in enumerate(rest, 1))


def _is_said(template: str) -> bool:
    literal = re.sub(r"\{\d+\}", "\0", template)
    if NOT_WORDS.search(literal) or not WORDS.search(literal):
        return False
    return " " in template


def _last(func: ast.expr) -> str:
    return func.attr if isinstance(func, ast.Attribute) else func.id if isinstance(func, ast.Name) else ""


if __name__ == "__main__":
    import json
    import sys

    json.dump(templates(), sys.stdout, ensure_ascii=False, indent=1)
