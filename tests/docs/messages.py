"""What the program can say to a person, read from its source: each message with … for what differs."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from app.model.errors import AppError, ConnectorError
from app.platform import keys  # noqa: F401  (its errors are ours, too)

ROOT = Path(__file__).parents[2]
#: The terminal and the REST API talk to other people.
PLACES = (
    "bootstrap.py",
    "connectors",
    "db",
    "listener/server.py",
    "mapping",
    "model",
    "platform",
    "schedule",
    "services",
    "sheets",
    "sync",
)
#: Rows of tables: the place of the message among the arguments, by the file's end and the callable.
ROWS = {
    ("tally/errors.py", "_row"): 3,
    ("writing/refusals.py", "_row"): 2,
    ("zoho/sentences.py", "Row"): 1,
    ("quickbooks/sentences.py", "Row"): 1,
    ("sap/sentences.py", "Row"): 1,
    ("db/failures.py", "_Trouble"): 1,
}
#: What the mapping editor says of a link, whether or not it names a code.
LINKS = tuple(f"app/mapping/{name}.py" for name in ("chains", "links", "places", "tables", "targets"))


@dataclass(frozen=True)
class Said:
    place: str
    kind: str  # the error's class, ``row``, ``check``, ``question`` or ``record``
    text: str
    coded: bool = False  # it names a code of its own


@cache
def _tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"))


def _classes(root: type) -> set[str]:
    return {root.__name__}.union(*(_classes(each) for each in root.__subclasses__()))


ERRORS, CONNECTOR_ERRORS = _classes(AppError), _classes(ConnectorError)


def texts(node: ast.expr | None) -> Iterator[str]:
    """The text that an expression stands for; of a choice each."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield re.sub(r"\{\w+\}", "…", node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(part.value if isinstance(part, ast.Constant) else "…" for part in node.values)
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from texts(value)
    elif isinstance(node, ast.Call) and node.args:  # _sentence(…), tr(…)
        yield from texts(node.args[0])


def _of_call(path: str, node: ast.Call) -> Iterator[Said]:
    name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
    words = {each.arg: each.value for each in node.keywords}
    place, coded = f"{path}:{node.lineno}", "code" in words
    row = next((at for (end, what), at in ROWS.items() if path.endswith(end) and name == what), None)
    if row is not None:
        yield from (Said(place, "row", text, True) for text in texts(node.args[row]))
    elif name == "DoctorCheck" and len(node.args) > 2 and ast.unparse(node.args[1]) == "False":
        yield from (Said(place, "check", text, True) for text in texts(node.args[2]))
    elif name == "record" and coded and "message" in words:
        yield from (Said(place, "record", text, True) for text in texts(words["message"]))
    elif name == "Held" and len(node.args) > 1:
        yield from (Said(place, "question", text, True) for text in texts(node.args[1]))
    elif path.endswith("mapping_checks.py") and name in ("warn", "fail"):
        yield from (Said(place, "check", text, True) for text in texts(node.args[0]))
    elif name == "refused" and len(node.args) > 1:  # what becomes of a stored login
        yield from (Said(place, "login", text) for text in texts(node.args[1]))
    elif name in ERRORS or name == "_Final" or (name == "__init__" and coded):
        for first in (*node.args[:1], *([words["message"]] if "message" in words else [])):
            yield from (Said(place, name, text, coded or path in LINKS) for text in texts(first))


def _about_the_books(path: str, tree: ast.AST) -> Iterator[Said]:
    """The questions of a connector: (guard, question, hint), the question at times by a name of its own."""
    if not path.endswith("tally/identity.py"):
        return
    for node in ast.walk(tree):
        found: ast.expr | None = None
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "text":
            found = node.value
        elif isinstance(node, ast.Tuple) and len(node.elts) == 3 and isinstance(node.elts[0], ast.Constant):
            found = node.elts[1]
        yield from (Said(f"{path}:{getattr(node, 'lineno', 0)}", "question", text, True) for text in texts(found))


def everything() -> list[Said]:
    found: list[Said] = []
    for place in PLACES:
        top = ROOT / "app" / place
        for file in sorted(top.rglob("*.py")) if top.is_dir() else [top]:
            path = file.relative_to(ROOT).as_posix()
            tree = _tree(file)
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    found += _of_call(path, node)
            found += _about_the_books(path, tree)
    return found


def every_text() -> set[str]:
    """Whatever stands in the source as a text."""
    return {
        text
        for file in (ROOT / "app").rglob("*.py")
        if "simulator" not in file.parts
        for node in ast.walk(_tree(file))
        if isinstance(node, ast.Constant | ast.JoinedStr)
        for text in texts(node)
    }


def words_of_the_window() -> set[str]:
    """Every text of the window, without the marks of keys; placeholders as …"""
    found = set()
    for file in (ROOT / "app" / "ui").rglob("*.py"):
        for node in ast.walk(_tree(file)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("tr", "mark", "plural")
            ):
                for argument in node.args:
                    found.update(re.sub(r"&(?=\w)", "", text).strip() for text in texts(argument))
    return found
