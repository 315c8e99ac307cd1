"""Every text a person reads passes here: English is the source, the translation is looked up at run time.

``tr("Sync {name}", name=…)``: the placeholder belongs to the text, never an f-string (its literal could not be found).
``mark("…")`` names a text of a table that is translated later, where it is shown.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

CONTEXT = "SalesMate"


def tr(text: str, /, **values: Any) -> str:
    said = QCoreApplication.translate(CONTEXT, text) if text else ""
    return said.format(**values) if values else said


def plural(count: int, one: str, many: str, /, **values: Any) -> str:
    """``one`` or ``many`` with ``{n}`` filled in; English and Hindi both know exactly these two."""
    from app.ui.formats import grouped

    return tr(one if count == 1 else many, n=grouped(count), **values)


def mark(text: str) -> str:
    return text
