"""What the mapping editor works with: frozen, without a secret, safe to hand between threads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.values import FieldType
from app.services.views import ConfigView


@dataclass(frozen=True)
class SideField:
    """One field of either side. ``path`` is what a link names: ``phone``, ``lines[].rate``; ``LEDGERPHONE``, ``LINES[].RATE``.

    ``group`` is the path of the list that it stands in (``lines``, ``LINES``), empty for a field of the record itself; a list's
    own field has the type ``lines``. ``samples`` are values of real records as a person reads them, ``choices`` what a picklist
    offers, ``lookup`` the kind of record that a reference of the hub's names. ``known`` is false for a field that a link names
    and the other system does not offer.
    """

    path: str
    title: str
    type: FieldType = FieldType.TEXT
    required: bool = False
    readonly: bool = False
    samples: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    lookup: str = ""
    group: str = ""
    known: bool = True

    @property
    def sample(self) -> str | None:
        return self.samples[0] if self.samples else None

    @property
    def is_list(self) -> bool:
        return self.type is FieldType.LINES


@dataclass(frozen=True)
class MappingBench:
    """A config with the fields of both sides. ``stamp`` names the state that was read: saving asks for it again.

    ``live``: the other system was asked for its fields; otherwise they are those of the template and of the links, and ``notice``
    says why. ``can_write``: does the other system take anything over this connection at all?
    """

    config: ConfigView
    connection_name: str
    system_title: str
    local: tuple[SideField, ...]
    remote: tuple[SideField, ...]
    stamp: str
    live: bool = True
    notice: str = ""
    can_write: bool = True


@dataclass(frozen=True)
class SampleRecord:
    """A real record to try a mapping on: ``remote`` as the other system gave it (``None``: it is only in the hub), ``hub`` as it is
    here, flat (``None``: it has not come in). ``key`` tells one from another."""

    key: str
    label: str
    remote: Mapping[str, Any] | None
    hub: Mapping[str, Any] | None = None


@dataclass(frozen=True)
class Shown:
    """A value as a person reads it. ``state``: ``value``; ``empty`` (there is nothing in it); ``absent`` (it was not read, or there
    is no such record); ``none`` (the link does not go that way)."""

    text: str = ""
    state: str = "value"


@dataclass(frozen=True)
class PreviewRow:
    """What becomes of one link's value. ``there`` is the other system's, ``becomes`` what that is here after the mapping, ``here``
    the hub's own at present, ``sent`` what would be sent of it (of ``becomes`` where the hub has no such record yet).

    ``problem`` is what fails, as a sentence, ``side`` where: ``in`` or ``out``. ``loses``: what would be sent back is not what
    came. ``lines``: a field of lines shows the first one, and how many there are.
    """

    link: int
    local: str
    remote: str
    there: Shown
    becomes: Shown
    here: Shown
    sent: Shown
    problem: str = ""
    side: str = ""
    loses: bool = False
    lines: int | None = None


@dataclass(frozen=True)
class MappingPreview:
    """``error`` is why there is no preview at all (the links don't compile)."""

    sample: SampleRecord | None
    rows: tuple[PreviewRow, ...] = ()
    error: str = ""


@dataclass(frozen=True)
class Fault:
    """Something wrong with a link. ``level``: ``error`` keeps it from being saved, ``warning`` wants to be seen, ``info`` is good
    to know. ``link`` is its place in the list (``None``: the mapping as a whole), ``part`` the setting at fault as the API names
    it (``transform[1].args.pattern``, ``valueMap.pairs[2]``, ``localField``)."""

    level: str
    text: str
    hint: str = ""
    link: int | None = None
    part: str = ""
    examples: tuple[str, ...] = ()


@dataclass(frozen=True)
class MappingCheck:
    """``tried``: how many real records the mapping was tried on."""

    faults: tuple[Fault, ...] = ()
    tried: int = 0

    @property
    def can_be_saved(self) -> bool:
        return all(fault.level != "error" for fault in self.faults)


@dataclass(frozen=True)
class SideValues:
    """The values that a field has on each side, with how often; the likeliest pairs for a value table (``suggested``: ours,
    theirs)."""

    local: tuple[tuple[str, int], ...] = ()
    remote: tuple[tuple[str, int], ...] = ()
    suggested: tuple[tuple[str, str], ...] = field(default=())
