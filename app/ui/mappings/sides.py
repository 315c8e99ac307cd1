"""The fields of one side as the rows of a list: what is shown, in what order, and linked with what. Plain Python, no Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from app.model.values import FieldType
from app.services.mapping.views import Fault, SideField
from app.services.views import MappingView
from app.ui.mappings.document import Links, list_of
from app.ui.mappings.fit import KINDS
from app.ui.words import mark, plural, tr

LOCAL, REMOTE = "local", "remote"
WAYS = {"both": mark("both ways"), "to_local": mark("only to here"), "to_remote": mark("only to there")}
#: Of a whole mapping that goes one way.
_ONE_WAY = {"pull": "to_local", "push": "to_remote"}


def other(side: str) -> str:
    return REMOTE if side == LOCAL else LOCAL


def end(link: MappingView, side: str) -> str:
    """The path that a link names on that side."""
    return link.local_field if side == LOCAL else link.remote_field


def way(link: MappingView, sync_direction: str) -> str:
    """Which way values really go: a link for both ways goes one way where the whole mapping does."""
    return _ONE_WAY.get(sync_direction, "both") if link.direction == "both" else link.direction


def heads(links: Iterable[MappingView]) -> dict[str, str]:
    """Which list is linked with which (ours → theirs)."""
    return {link.local_field: link.remote_field for link in links if link.field_type == FieldType.LINES.value}


@dataclass(frozen=True)
class Row:
    """``links`` are the numbers of the links that end here. A list of lines says whether it is ``folded`` (``None``: it is none),
    and which links end at its fields (``inside``)."""

    field: SideField
    title: str
    depth: int = 0
    links: tuple[int, ...] = ()
    folded: bool | None = None
    inside: tuple[int, ...] = ()


class Side:
    """``rows`` is what is shown of one side. ``search``, ``only_free`` and ``folded`` choose: call :meth:`arrange` after that."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.search = ""
        self.only_free = False
        self.folded: set[str] = set()
        self.rows: tuple[Row, ...] = ()
        self.total = 0
        self.linked = 0
        self._fields: tuple[SideField, ...] = ()
        self._links: Links = ()
        self._at: dict[str, int] = {}

    def look(self, fields: Sequence[SideField], links: Links, field_of: Callable[[str], SideField]) -> None:
        """Take in the fields and the links as they are now. Fields that only a link names stand at the end."""
        known = {field.path for field in fields}
        named = dict.fromkeys(end(link, self.name) for link in links)
        self._fields = (*fields, *(field_of(path) for path in named if path not in known))
        self._links = links
        self.arrange()

    def arrange(self) -> None:
        ends: dict[str, list[int]] = {}
        for number, link in enumerate(self._links):
            ends.setdefault(end(link, self.name), []).append(number)
        self.total, self.linked = len(self._fields), sum(field.path in ends for field in self._fields)
        lists = {field.path for field in self._fields if field.is_list}
        inside: dict[str, list[SideField]] = {}
        for field in self._fields:
            if field.group in lists:
                inside.setdefault(field.group, []).append(field)
        rows: list[Row] = []
        for field in self._fields:
            if field.group not in lists:
                rows += self._with_lines(field, inside.get(field.path, []), ends)
        self.rows = tuple(rows)
        self._at = {row.field.path: at for at, row in enumerate(rows)}

    def _with_lines(self, field: SideField, lines: list[SideField], ends: dict[str, list[int]]) -> list[Row]:
        """A field, and under a list those of its lines. A list stays when one of its fields is found."""
        own = tuple(ends.get(field.path, ()))
        found = [one for one in lines if self._wanted(one, bool(ends.get(one.path)))]
        if not found and not self._wanted(field, bool(own)):
            return []
        if not field.is_list:
            return [Row(field, field.title, 0, own)]
        folded = field.path in self.folded and not self.search
        ends_inside = tuple(number for one in lines for number in ends.get(one.path, ()))
        head = Row(field, field.title, 0, own, folded, ends_inside)
        prefix = f"{field.title} › "
        below = [Row(one, one.title.removeprefix(prefix), 1, tuple(ends.get(one.path, ()))) for one in found]
        return [head] if folded else [head, *below]

    def _wanted(self, field: SideField, linked: bool) -> bool:
        if self.only_free and linked:
            return False
        text = f"{field.title} {field.path}".casefold()
        return all(word in text for word in self.search.casefold().split())

    def row_of(self, path: str) -> int:
        """-1: it is not shown."""
        return self._at.get(path, -1)

    def place_of(self, path: str) -> int:
        """Where a line to that field ends: its row, or that of its folded list."""
        found = self._at.get(path, -1)
        if found < 0 and list_of(path) in self.folded:
            found = self._at.get(list_of(path), -1)
        return found

    @property
    def counted(self) -> str:
        return tr("{linked} of {total} linked", linked=self.linked, total=self.total)


def called(field: SideField, side: str) -> str:
    """``Phone`` here, ``Phone (LEDGERPHONE)`` there."""
    if side == LOCAL or field.title == field.path:
        return field.title
    return tr("{title} ({path})", title=field.title, path=field.path)


def words(row: Row, side: str, partners: Iterable[tuple[SideField, str]]) -> str:
    """A row as a screen reader says it. ``partners``: what it is linked with, and which way (:func:`way`)."""
    field = row.field
    said = [called(field, side) if not row.depth else row.title, tr(KINDS[field.type])]
    if field.required:
        said.append(tr("required"))
    if field.readonly:
        said.append(tr("read only"))
    if not field.known:
        said.append(tr("not offered any more"))
    if row.folded is not None:
        said.append(tr("folded") if row.folded else tr("unfolded"))
    linked = [
        f"{tr('linked with {field}', field=called(one, other(side)))}, {tr(WAYS[which])}" for one, which in partners
    ]
    return ", ".join([*said, *(linked or [tr("not linked")])])


def more_words(field: SideField, faults: Sequence[Fault]) -> str:
    """What else there is to say of a row: an example, and what is wrong with its links."""
    said = [tr("for example {value}", value=field.sample)] if field.sample else []
    if faults:
        said.append(plural(len(faults), "{n} thing to look at", "{n} things to look at"))
        said += [fault.text for fault in faults]
    return ". ".join(said)
