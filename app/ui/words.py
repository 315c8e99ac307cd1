"""Every text a person reads passes here: English is the source, the translation is looked up at run time.

``tr("Sync {name}", name=…)``: the placeholder belongs to the text, never an f-string (its literal could not be found).
``mark("…")`` names a text of a table that is translated later, where it is shown. ``from_below(text)``: a text that a layer
below the window made, its values filled in.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

CONTEXT = "SalesMate"
#: Of the templates of texts that are made below the window; their language stands there, too.
BELOW, LANGUAGE = "below", "language"


def tr(text: str, /, **values: Any) -> str:
    said = QCoreApplication.translate(CONTEXT, text) if text else ""
    return said.format(**values) if values else said


def plural(count: int, one: str, many: str, /, **values: Any) -> str:
    """``one`` or ``many`` with ``{n}`` filled in; English and Hindi both know exactly these two."""
    from app.ui.formats import grouped

    return tr(one if count == 1 else many, n=grouped(count), **values)


def from_below(text: str) -> str:
    """As it is in English, and where the translation has no template that it was made from."""
    language = QCoreApplication.translate(BELOW, LANGUAGE)
    if not text or language == LANGUAGE:
        return text
    from app.ui.below import read

    return read(language, text)


def mark(text: str) -> str:
    return text
