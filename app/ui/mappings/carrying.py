"""A field on its way to the other side, by mouse or by keyboard: where it may go, and what becomes of the links when it arrives.

Plain Python on top of the :class:`Editor`; it shows nothing.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from app.mapping.transforms import LIBRARY
from app.services.mapping.views import SideField
from app.services.views import MappingView
from app.ui.mappings.editor import Editor
from app.ui.mappings.fit import Fit, fit_in, steps_for
from app.ui.mappings.sides import LOCAL, REMOTE, called, end, heads, other
from app.ui.words import tr


@dataclass(frozen=True)
class Carry:
    """A field of ``side`` looks for one on the other. With ``link`` it is the end of that link which stays while the other end is
    moved."""

    side: str
    path: str
    link: int | None = None

    def packed(self) -> bytes:
        return json.dumps([self.side, self.path, self.link]).encode()

    @classmethod
    def unpacked(cls, data: bytes) -> Carry | None:
        """``None`` for what is not ours."""
        try:
            side, path, link = json.loads(data)
        except (ValueError, TypeError):
            return None
        right = side in (LOCAL, REMOTE) and isinstance(path, str) and (link is None or type(link) is int)
        return cls(side, path, link) if right else None


@dataclass(frozen=True)
class Verdict:
    """What a field of the other side says to the one that is carried. ``words`` is short enough for its row, ``why`` a sentence."""

    fit: Fit
    words: str
    why: str

    @property
    def icon(self) -> str:
        return {"fits": "check", "transform": "settings"}.get(self.fit.verdict, "close")

    @property
    def tone(self) -> str:
        return {"fits": "ok", "transform": "warn"}.get(self.fit.verdict, "muted")


class Carrying:
    """``carry`` is what is on its way; ``None``: nothing. Fits are worked out when they are asked for, once each."""

    def __init__(self, editor: Editor) -> None:
        self._editor = editor
        self.carry: Carry | None = None
        self._heads: dict[str, str] = {}
        self._verdicts: dict[str, Verdict] = {}

    def begin(self, carry: Carry | None) -> None:
        self.carry = carry
        self._verdicts.clear()
        self._heads = heads(self._editor.document.links)

    def knows(self, carry: Carry) -> bool:
        """Is this a field (and a link's end) of the mapping on the bench?"""
        bench, links = self._editor.bench, self._editor.document.links
        if bench is None:
            return False
        if carry.link is not None:
            return 0 <= carry.link < len(links) and end(links[carry.link], carry.side) == carry.path
        known = any(field.path == carry.path for field in (bench.local if carry.side == LOCAL else bench.remote))
        return known or any(end(link, carry.side) == carry.path for link in links)

    def field(self, side: str, path: str) -> SideField:
        return self._editor.local_field(path) if side == LOCAL else self._editor.remote_field(path)

    def links_of(self, side: str, path: str) -> list[int]:
        """The links that end at a field."""
        document = self._editor.document
        return document.of_local(path) if side == LOCAL else document.of_remote(path)

    def link_of(self, side: str, path: str) -> int | None:
        """Of those the selected one, or else the first."""
        numbers, selected = self.links_of(side, path), self._editor.document.selected
        return selected if selected in numbers else next(iter(numbers), None)

    def _pair(self, carry: Carry, path: str) -> tuple[SideField, SideField]:
        one, two = self.field(carry.side, carry.path), self.field(other(carry.side), path)
        return (one, two) if carry.side == LOCAL else (two, one)

    # --- before it arrives ------------------------------------------------------------------------------------------

    def verdict(self, path: str) -> Verdict | None:
        """Of a field on the other side; ``None`` while nothing is carried."""
        if self.carry is None:
            return None
        if path not in self._verdicts:
            self._verdicts[path] = self._judge(self.carry, path)
        return self._verdicts[path]

    def _judge(self, carry: Carry, path: str) -> Verdict:
        local, remote = self._pair(carry, path)
        found = fit_in(local, remote, self._heads)
        if not found.possible:
            return Verdict(found, tr("does not fit"), found.why)
        if self._editor.document.between(local.path, remote.path) is not None:
            return Verdict(found, tr("linked with it"), tr("These two are linked already."))
        said = tr("fits")
        if found.verdict == "transform":
            said = tr("needs a transform")
            if found.steps:
                said = tr("needs: {transform}", transform=_title(found.steps[0]["name"]))
        gone = [self._editor.document.links[number] for number in self._give_way(local, remote, carry.link)]
        why = found.why
        if gone:
            partners = ", ".join(_partner(self, link, local, remote) for link in gone)
            said = tr("{fit}, replaces a link", fit=said)
            why = f"{why} {tr('It takes the place of the link with {field}.', field=partners)}".strip()
        return Verdict(found, said, why)

    def verdict_on(self, number: int) -> Verdict | None:
        """Of a line on which the carried field is dropped: it takes the place of the end on its own side."""
        links = self._editor.document.links
        if self.carry is None or self.carry.link is not None or number >= len(links):
            return None
        return self.verdict(end(links[number], other(self.carry.side)))

    def _give_way(self, local: SideField, remote: SideField, moving: int | None) -> list[int]:
        """The links that end when these two are linked: what fills the hub's field now, and what writes the other one."""
        document = self._editor.document
        filling = [
            number for number in document.of_local(local.path) if document.links[number].direction != "to_remote"
        ]
        writing = [] if local.readonly else self._writers(remote)
        return [number for number in dict.fromkeys([*filling, *writing]) if number != moving]

    def _writers(self, remote: SideField) -> list[int]:
        if remote.readonly:
            return []
        document = self._editor.document
        return [number for number in document.of_remote(remote.path) if document.links[number].direction != "to_local"]

    # --- when it arrives --------------------------------------------------------------------------------------------

    def drop(self, path: str) -> bool:
        """On a field of the other side. Says what was done, or why nothing was."""
        carry, verdict = self.carry, self.verdict(path)
        if carry is None or verdict is None or not self._allowed(verdict):
            return False
        local, remote = self._pair(carry, path)
        if carry.link is not None:
            self._move(carry.link, local, remote, other(carry.side))
        else:
            self._connect(local, remote)
        return True

    def drop_on(self, number: int) -> bool:
        """On a line: the field takes the place of that line's end on its side."""
        carry, verdict = self.carry, self.verdict_on(number)
        if carry is None or verdict is None or not self._allowed(verdict):
            return False
        local, remote = self._pair(carry, end(self._editor.document.links[number], other(carry.side)))
        self._move(number, local, remote, carry.side)
        return True

    def _allowed(self, verdict: Verdict) -> bool:
        if not verdict.fit.possible:
            self._editor.said.emit("warning", verdict.why)
        return verdict.fit.possible

    def _connect(self, local: SideField, remote: SideField) -> None:
        document = self._editor.document
        if self._is_linked(local, remote):
            return
        filled = next((n for n in document.of_local(local.path) if document.links[n].direction != "to_remote"), None)
        if filled is not None:
            self._move(filled, local, remote, REMOTE)
            return
        before = document.links
        found = fit_in(local, remote, heads(before))
        title = tr("link {ours}", ours=local.title)
        document.connect(local, remote, title, steps=found.steps, instead=self._give_way(local, remote, None))
        self._tell(before, local, remote, found.verdict == "transform")

    def _move(self, number: int, local: SideField, remote: SideField, moved: str) -> None:
        """Give a link another end on the side ``moved``; its transforms stay where the new field is of the old one's type."""
        document = self._editor.document
        if self._is_linked(local, remote):
            return
        before, link = document.links, document.links[number]
        was = self.field(moved, end(link, moved))
        now = local if moved == LOCAL else remote
        steps = None if was.known and was.type is now.type else steps_for(local, remote, link.direction)
        needs = steps is not None and fit_in(local, remote, heads(before)).verdict == "transform"
        instead = [n for n in self._writers(remote) if n != number] if link.direction != "to_local" else []
        new_end: dict[str, Any] = {moved: now}
        title = tr("link {ours}", ours=local.title)
        document.move(number, title, **new_end, steps=steps, instead=instead)
        self._tell(before, local, remote, needs)

    def _is_linked(self, local: SideField, remote: SideField) -> bool:
        present = self._editor.document.between(local.path, remote.path)
        if present is not None:
            self._editor.document.select(present)
            self._editor.said.emit("info", tr("These two are linked already."))
        return present is not None

    def _tell(self, before: tuple[MappingView, ...], local: SideField, remote: SideField, transformed: bool) -> None:
        """What was done: linked, in whose place, with what in between."""
        document = self._editor.document
        theirs = called(remote, REMOTE)
        said = [tr("{ours} is linked with {theirs}.", ours=local.title, theirs=theirs)]
        now = {(link.local_field, link.remote_field) for link in document.links}
        for link in before:
            if (link.local_field, link.remote_field) not in now:
                ours, partner = self.field(LOCAL, link.local_field), self.field(REMOTE, link.remote_field)
                said.append(
                    tr("The link of {ours} with {theirs} is gone.", ours=ours.title, theirs=called(partner, REMOTE))
                )
        chain = document.link.transform if document.link is not None else None
        if transformed and chain:
            said.append(tr("“{transform}” was put in between.", transform=_title(chain[0]["name"])))
        elif transformed:
            said.append(tr("Choose a transform in its settings: the two kinds differ."))
        if len(said) > 1:
            said.append(tr("Undo takes it back."))
        self._editor.said.emit("warning" if transformed and not chain else "info", " ".join(said))


def _partner(carrying: Carrying, link: MappingView, local: SideField, remote: SideField) -> str:
    """The end of a link that goes which is neither of the two fields."""
    if link.local_field == local.path:
        return called(carrying.field(REMOTE, link.remote_field), REMOTE)
    return carrying.field(LOCAL, link.local_field).title


def _title(transform: str) -> str:
    return tr(LIBRARY[transform].title)
