"""Templates in a file, to be taken to another hub: JSON with the number of its form. A template is known by its name there; ids
mean nothing in another hub."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orjson

from app.model.errors import Conflicting, InvalidInput, StorageError

if TYPE_CHECKING:
    from app.db.templates import Template

FORMAT = 1


def exported(templates: Iterable[Template]) -> dict[str, Any]:
    """``{"format": 1, "templates": [{"name", "kind", "erpSystem", "definition"}]}``."""
    return {
        "format": FORMAT,
        "templates": [
            {"name": one.name, "kind": one.kind, "erpSystem": one.erp_system, "definition": one.definition}
            for one in templates
        ],
    }


def entries_of(data: Any) -> Sequence[Any]:
    """The templates of an export. Raises :class:`InvalidInput`."""
    if not isinstance(data, Mapping) or "format" not in data:
        raise InvalidInput("These are not exported templates.", field="format", hint="Choose a file made by an export.")
    number = data["format"]
    if isinstance(number, bool) or number != FORMAT:
        raise InvalidInput(
            f"Templates of the form {number!r} can't be read by this version; nothing was taken over.",
            field="format",
            hint="Install the newest version of SalesMate Sync.",
        )
    entries = data.get("templates")
    if not isinstance(entries, list | tuple):
        raise InvalidInput("The list of templates is missing.", field="templates")
    return entries


def write_file(path: Path, data: Mapping[str, Any], *, overwrite: bool = False) -> None:
    """Raises :class:`Conflicting` for a file that is there, :class:`StorageError` when it can't be written."""
    text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    try:
        with path.open("w" if overwrite else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise Conflicting(
            f"{path} exists already.", hint="Choose another name, or say that it may be replaced."
        ) from None
    except OSError as error:
        raise StorageError(f"{path} can't be written: {error.strerror}.", hint="Choose another place.") from error


def read_file(path: Path) -> Any:
    """Raises :class:`InvalidInput` for a file that can't be read or holds no JSON."""
    try:
        return orjson.loads(path.read_bytes())
    except OSError:
        raise InvalidInput(f"{path} can't be read.", field="file", hint="Check its name.") from None
    except orjson.JSONDecodeError:
        raise InvalidInput(
            f"{path} holds no exported templates.", field="file", hint="Choose a file made by an export."
        ) from None
