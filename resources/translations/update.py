"""Brings the translations up to date: python resources/translations/update.py

Collects every text given to ``tr``, ``plural`` and ``mark`` under app/ui, and the templates of the messages that are made
below it (``below.py``), takes the Hindi from ``hi.json`` and ``below_hi.json`` beside this file, and writes
``salesmate_hi.ts`` and, with Qt's lrelease, ``salesmate_hi.qm``. Texts without a translation are listed and stay English.
(Qt's own lupdate knows only ``self.tr`` in classes; our texts also live in functions and tables.)
"""

from __future__ import annotations

import ast
import json
import re
import runpy
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "app" / "ui"
PART = re.compile(r"\{\d+\}")
PLACES = {"tr": (0,), "mark": (0,), "plural": (1, 2)}


def texts() -> list[str]:
    found: dict[str, None] = {}
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
                continue
            for place in PLACES.get(node.func.id, ()):
                if len(node.args) > place and isinstance(node.args[place], ast.Constant) and node.args[place].value:
                    found.setdefault(node.args[place].value)
    return list(found)


def templates() -> list[str]:
    """Of the messages made below the window, those that are not texts of the window as well."""
    ours = set(texts())
    return [template for template in runpy.run_path(str(HERE / "below.py"))["templates"]() if template not in ours]


def listing(wanted: list[str]) -> str:
    """A line for each template: the rarest of its whole words, by which it is looked up, a tab, the template."""
    words = {template: [word for word in template.split() if not PART.search(word)] for template in wanted}
    common = Counter(word for each in words.values() for word in set(each))
    rarest = {one: min(each, key=lambda word: (common[word], -len(word)), default="") for one, each in words.items()}
    return "\n".join(f"{rarest[template]}\t{template}" for template in wanted)


def context(name: str, known: dict[str, str]) -> str:
    return f"<context>\n    <name>{name}</name>\n{''.join(message(*each) for each in known.items())}</context>\n"


def message(source: str, translation: str) -> str:
    state = "" if translation else ' type="unfinished"'
    return (
        f"    <message>\n        <source>{escape(source)}</source>\n"
        f"        <translation{state}>{escape(translation)}</translation>\n    </message>\n"
    )


def lrelease() -> str:
    import PySide6

    beside = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    return str(beside) if beside.exists() else shutil.which("lrelease") or "lrelease"


def main() -> int:
    hindi = {name: json.loads((HERE / f"{name}.json").read_text(encoding="utf-8")) for name in ("hi", "below_hi")}
    ours = {text: hindi["hi"].get(text, "") for text in texts()}
    below = {text: hindi["below_hi"].get(text) or hindi["hi"].get(text, "") for text in templates()}
    parted = {text: words for text, words in below.items() if PART.search(text)}
    about = {"language": "hi", "templates": listing([text for text, words in parted.items() if words])}
    ts = HERE / "salesmate_hi.ts"
    ts.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="hi_IN" sourcelanguage="en">\n'
        + context("SalesMate", {text: words for text, words in {**below, **ours}.items() if text not in parted})
        + context("below", {**parted, **about})
        + "</TS>\n",
        encoding="utf-8",
    )
    made = ts.with_suffix(".new")
    subprocess.run([lrelease(), "-silent", str(ts), "-qm", str(made)], check=True)
    made.replace(ts.with_suffix(".qm"))  # a window that is open has the old one mapped
    missing = [text for text, words in {**ours, **below}.items() if not words]
    for text in missing:
        print(json.dumps(text, ensure_ascii=False))
    print(f"{len(ours)} texts, {len(below)} templates, {len(missing)} without Hindi", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
