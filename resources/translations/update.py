"""Brings the translations up to date: python resources/translations/update.py

Collects every text given to ``tr``, ``plural`` and ``mark`` under app/ui, takes the Hindi from ``hi.json`` beside this
file, and writes ``salesmate_hi.ts`` and, with Qt's lrelease, ``salesmate_hi.qm``. Texts without a translation are listed
and stay English. (Qt's own lupdate knows only ``self.tr`` in classes; our texts also live in functions and tables.)
"""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path
from xml.sax.saxutils import escape

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parents[1] / "app" / "ui"
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
    known: dict[str, str] = json.loads((HERE / "hi.json").read_text(encoding="utf-8"))
    wanted = texts()
    missing = [text for text in wanted if not known.get(text)]
    body = "".join(message(text, known.get(text, "")) for text in wanted)
    ts = HERE / "salesmate_hi.ts"
    ts.write_text(
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1" language="hi_IN" sourcelanguage="en">\n'
        f"<context>\n    <name>SalesMate</name>\n{body}</context>\n</TS>\n",
        encoding="utf-8",
    )
    subprocess.run([lrelease(), "-silent", str(ts), "-qm", str(ts.with_suffix(".qm"))], check=True)
    for text in missing:
        print(json.dumps(text, ensure_ascii=False))
    print(f"{len(wanted)} texts, {len(missing)} without Hindi", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
