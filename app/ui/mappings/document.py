"""The links that are being edited: what can be done with them, and every step taken back. Plain Python, no Qt.

A link is a :class:`MappingView`; its place in :attr:`Document.links` is how everything else names it. Every change goes through
:meth:`Document.apply`, so that undo, redo and "not saved yet" can't miss one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.model.values import FieldType
from app.services.mapping.views import SideField
from app.services.views import MappingView

Links = tuple[MappingView, ...]
_NONE = -1


@dataclass(frozen=True)
class Step:
    """One step that can be taken back. ``title`` names it in the window ("Undo: link Phone"); steps with the same ``merge`` that
    follow each other (the letters of one text) are one."""

    title: str
    before: Links
    after: Links
    selected: int | None
    merge: str = ""


class Document:
    """``changed`` is called after every change of the links, ``moved`` when another link is selected."""

    def __init__(self, links: Iterable[MappingView] = ()) -> None:
        self.links: Links = tuple(links)
        self.selected: int | None = None
        self.changed: Callable[[], None] = lambda: None
        self.moved: Callable[[], None] = lambda: None
        self._saved: Links = self.links
        self._done: list[Step] = []
        self._undone: list[Step] = []

    # --- steps ------------------------------------------------------------------------------------------------------

    def apply(self, links: Iterable[MappingView], title: str, *, select: int | None = None, merge: str = "") -> None:
        """Make ``links`` the present ones: one step. Nothing happens when they are that already. ``select``: without a number the
        selection stays where it is."""
        after = tuple(links)
        if after == self.links:
            return
        last = self._done[-1] if self._done else None
        if merge and last is not None and last.merge == merge and not self._undone and last.after != self._saved:
            self._done[-1] = replace(last, after=after)
            if last.before == after:
                self._done.pop()
        else:
            self._done.append(Step(title, self.links, after, self.selected, merge))
        self._undone.clear()
        self._show(after, self.selected if select is None else select)

    def undo(self) -> None:
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._show(step.before, step.selected)

    def redo(self) -> None:
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._show(step.after, _touched(step))

    @property
    def undo_title(self) -> str:
        """What the next undo takes back; empty when there is nothing."""
        return self._done[-1].title if self._done else ""

    @property
    def redo_title(self) -> str:
        return self._undone[-1].title if self._undone else ""

    @property
    def is_dirty(self) -> bool:
        return self.links != self._saved

    def note_saved(self, links: Iterable[MappingView]) -> None:
        """These are stored now. Undo goes on working: it makes the document differ from what is stored."""
        self._saved = tuple(links)
        if self.links != self._saved and _same(self.links, self._saved):
            # Stored in their checked form (an empty list as nothing): no step of anybody's.
            self._show(self._saved, self.selected)
        self.changed()

    def _show(self, links: Links, selected: int | None) -> None:
        self.links = links
        self.selected = selected if selected is not None and 0 <= selected < len(links) else None
        self.changed()
        self.moved()

    # --- looking ----------------------------------------------------------------------------------------------------

    def select(self, number: int | None) -> None:
        if number is not None and not 0 <= number < len(self.links):
            number = None
        if number != self.selected:
            self.selected = number
            self.moved()

    @property
    def link(self) -> MappingView | None:
        """The selected one."""
        return None if self.selected is None else self.links[self.selected]

    def of_local(self, path: str) -> list[int]:
        return [number for number, link in enumerate(self.links) if link.local_field == path]

    def of_remote(self, path: str) -> list[int]:
        return [number for number, link in enumerate(self.links) if link.remote_field == path]

    def between(self, local: str, remote: str) -> int | None:
        return next((number for number in self.of_local(local) if self.links[number].remote_field == remote), None)

    def changed_links(self) -> int:
        """How many links differ from what is stored (made, changed, removed)."""
        before, now = set(map(_key, self._saved)), set(map(_key, self.links))
        ends = {(local, remote) for local, remote, _ in before ^ now}
        return len(ends)

    # --- doing ------------------------------------------------------------------------------------------------------

    def connect(
        self,
        local: SideField,
        remote: SideField,
        title: str,
        *,
        steps: Sequence[Mapping[str, Any]] = (),
        instead: Collection[int] = (),
    ) -> None:
        """Link two fields that may be linked (:func:`app.ui.mappings.fit.fit`). A field of lines brings its list's link with it.
        ``steps``: transforms without which the types don't meet. A hub field takes its value from one field only: one that is
        filled already is filled from ``remote`` now, its settings stay where they still mean something. The links ``instead``
        go."""
        present = self.between(local.path, remote.path)
        if present is not None:
            self.select(present)
            return
        filled = next((number for number in self.of_local(local.path) if _fills(self.links[number])), None)
        if filled is not None:
            self.move(filled, title, remote=remote, steps=steps or None, instead=instead)
            return
        made = new_link(local, remote, steps)
        links = [*_without(self.links, instead)]
        if not _has_head(links, made):
            links.append(_head(made))
        self.apply([*links, made], title, select=len(links))

    def move(
        self,
        number: int,
        title: str,
        *,
        local: SideField | None = None,
        remote: SideField | None = None,
        steps: Sequence[Mapping[str, Any]] | None = None,
        instead: Collection[int] = (),
    ) -> None:
        """Give a link another end (dropped on its line). What belonged to the old end goes: the value table and the transforms when
        the type changes (``steps`` take their place), the validation when the hub's field does; with another list, the links of its
        lines. So does a link that filled the new hub field, and the links ``instead``."""
        was = self.links[number]
        link = _moved(was, local, remote)
        if steps is not None:
            link = replace(link, transform=[dict(step) for step in steps] or None)
        gone = {
            at
            for at, other in enumerate(self.links)
            if at != number and (at in instead or _gives_way(other, was, link))
        }
        kept = _without(self.links, gone, keep=number)
        links = [link if other is was else other for other in kept]
        if not _has_head(links, link):
            links.append(_head(link))
        self.apply(links, title, select=links.index(link))

    def change(self, number: int, title: str, merge: str = "", **settings: Any) -> None:
        """Set fields of a link (:class:`MappingView`'s names)."""
        links = [*self.links]
        links[number] = replace(links[number], **settings)
        self.apply(links, title, select=number, merge=merge)

    def remove(self, numbers: Collection[int], title: str) -> None:
        """Unlink. The link of a list takes those of its lines' fields with it. The selected link stays selected, if it stays."""
        links = _without(self.links, numbers)
        if len(links) != len(self.links):
            self.apply(links, title, select=next((at for at, link in enumerate(links) if link is self.link), _NONE))


def new_link(local: SideField, remote: SideField, steps: Sequence[Mapping[str, Any]] = ()) -> MappingView:
    """A link with sensible settings: a field that only one side may change goes one way."""
    return MappingView(
        local.path,
        remote.path,
        local.type.value,
        direction="to_local" if local.readonly or remote.readonly else "both",
        is_required=local.required,
        is_readonly=remote.readonly,
        transform=[dict(step) for step in steps] or None,
    )


def _moved(link: MappingView, local: SideField | None, remote: SideField | None) -> MappingView:
    if local is not None:
        same = link.field_type == local.type.value
        link = replace(
            link,
            local_field=local.path,
            field_type=local.type.value,
            validation=None,
            default_value=link.default_value if same else None,
            transform=link.transform if same else None,
            value_map=link.value_map if same else None,
            is_required=local.required,
            direction="to_local" if local.readonly else link.direction,
        )
    if remote is not None:
        link = replace(
            link,
            remote_field=remote.path,
            is_readonly=remote.readonly,
            value_map=None,
            direction="to_local" if remote.readonly else link.direction,
        )
    return link


def _fills(link: MappingView) -> bool:
    """Does the hub's field take its value from this link?"""
    return link.direction != "to_remote"


def list_of(path: str) -> str:
    """The path of the list that a field stands in; empty for a field of the record itself."""
    head, found, _ = path.partition("[].")
    return head if found else ""


def _gives_way(other: MappingView, was: MappingView, now: MappingView) -> bool:
    """Can ``other`` not stay beside a link that was ``was`` and is ``now``?"""
    if now.field_type == FieldType.LINES.value and list_of(other.local_field) in (was.local_field, now.local_field):
        return True
    if other.local_field != now.local_field:
        return False
    return other.remote_field == now.remote_field or (_fills(other) and _fills(now))


def _without(links: Links, numbers: Collection[int], keep: int | None = None) -> Links:
    """The link of a list takes those of its lines' fields with it."""
    heads = {links[number].local_field for number in numbers}
    return tuple(
        link
        for number, link in enumerate(links)
        if number == keep or (number not in numbers and list_of(link.local_field) not in heads)
    )


def _has_head(links: Iterable[MappingView], link: MappingView) -> bool:
    head = list_of(link.local_field)
    return not head or any(other.local_field == head for other in links)


def _head(link: MappingView) -> MappingView:
    """The link of the lists that the two fields stand in. It goes both ways whatever the first field does: lines are sent as far as
    their own links are."""
    return MappingView(list_of(link.local_field), list_of(link.remote_field), FieldType.LINES.value)


def _touched(step: Step) -> int | None:
    """The first link that a step made or changed."""
    return next((number for number, link in enumerate(step.after) if link not in step.before), None)


def _key(link: MappingView) -> tuple[str, str, str]:
    return link.local_field, link.remote_field, repr(_plain(link))


def _same(one: Links, other: Links) -> bool:
    return [_plain(link) for link in one] == [_plain(link) for link in other]


def _plain(link: MappingView) -> dict[str, Any]:
    """Without the difference between an empty list and nothing."""
    return {name: value if value not in ([], (), {}, "") else None for name, value in vars(link).items()}
