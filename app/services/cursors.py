"""Where a list goes on: what a caller sends back is held against what we gave."""

from __future__ import annotations

from app.model.errors import InvalidInput
from app.model.ids import is_id


def check_cursor(cursor: str | None) -> None:
    """One that is the last seen's id. Raises :class:`InvalidInput`."""
    if cursor is not None and not is_id(cursor):
        raise _not_ours()


def number_cursor(cursor: str | None) -> int | None:
    """The same for a number. Raises :class:`InvalidInput`."""
    if cursor is None:
        return None
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 19):  # longer ones are no integers of the database
        raise _not_ours()
    return int(cursor)


def _not_ours() -> InvalidInput:
    return InvalidInput("That cursor is not one of ours.", field="cursor")
