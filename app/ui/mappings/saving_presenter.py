"""What there is to say before a mapping is saved: what is wrong with it, what changes for synced records. Plain Python.

``effects`` and ``effect`` are :class:`app.sync.effects.Effects` and one of its fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from app.services.mapping.views import Fault, MappingCheck, SampleRecord, SideField
from app.services.views import ConfigView, MappingView
from app.ui import formats
from app.ui.mappings.document import Links
from app.ui.words import from_below, mark, plural, tr

Named = Callable[[str], SideField]

#: By the names of the numbers in :class:`app.sync.effects.FieldEffect`.
_COUNTS = (
    ("here", mark("{n} record changes here"), mark("{n} records change here")),
    ("there", mark("{n} will be sent there"), mark("{n} will be sent there")),
    ("unknown", mark("{n} is known only at the next sync"), mark("{n} are known only at the next sync")),
    ("questions", mark("{n} will wait for your decision"), mark("{n} will wait for your decision")),
    ("refused", mark("{n} has a value that does not fit"), mark("{n} have a value that does not fit")),
)
_EXAMPLES = {
    "refused": mark("{record}: {before} does not fit: {reason}"),
    "questions": mark("{record}: here {before}, from there {after}"),
    "here": mark("{record}: {before} → {after}"),
    "there": mark("{record}, sent there: {before} → {after}"),
}
_AT = re.compile(r"fieldMappings\[(\d+)\]\.?(.*)")


def ordered(faults: Iterable[Fault]) -> list[Fault]:
    """Errors first, then warnings, then what is good to know."""
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(faults, key=lambda fault: order.get(fault.level, 2))


def spoken(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """In the window's language."""
    return tuple(
        replace(
            one, text=from_below(one.text), hint=from_below(one.hint), examples=tuple(map(from_below, one.examples))
        )
        for one in faults
    )


def fault_title(fault: Fault, links: Links, named: Named) -> str:
    """The link that a fault is about, by the hub's field; empty for the mapping as a whole."""
    if fault.link is None or not 0 <= fault.link < len(links):
        return ""
    return named(links[fault.link].local_field).title


def tried_words(check: MappingCheck, samples: Sequence[SampleRecord], problem: str) -> str:
    if check.tried:
        return plural(check.tried, "Tried on {n} real record.", "Tried on {n} real records.")
    if problem and not samples:
        return tr("Not tried on real records: {problem}", problem=problem.replace("\n", " "))
    return tr("Not tried on real records.")


def verdict(check: MappingCheck, *, changed: int) -> tuple[str, str]:
    """``(level, title)`` of the check's outcome."""
    errors = sum(1 for fault in check.faults if fault.level == "error")
    warnings = sum(1 for fault in check.faults if fault.level == "warning")
    if errors:
        words = plural(errors, "{n} thing keeps this from being saved", "{n} things keep this from being saved")
        return "error", words
    if warnings:
        return "warn", plural(
            warnings, "It can be saved; look at {n} thing first", "It can be saved; look at {n} things first"
        )
    if not changed:
        return "ok", tr("Nothing is wrong, and nothing was changed")
    return "ok", tr("Nothing is wrong: it can be saved")


def refusal(field: str) -> tuple[int | None, str]:
    """The link and the setting that ``fieldMappings[3].transform[0]`` names."""
    found = _AT.match(field)
    return (int(found[1]), found[2]) if found else (None, "")


def dropped_words(config: ConfigView, links: Links, named: Named, theirs: Named) -> list[str]:
    """What no longer comes from, or goes to, where it did. Nothing for a mapping that never synced."""
    if config.last_sync_at is None:
        return []
    now: dict[str, list[MappingView]] = {}
    for link in links:
        now.setdefault(link.local_field, []).append(link)
    said = []
    for link in config.field_mappings:
        title = named(link.local_field).title
        present = now.get(link.local_field)
        if not present:
            said.append(tr("{field} is no longer synced; what is in it stays on both sides.", field=title))
        elif all(each.remote_field != link.remote_field for each in present):
            before, after = theirs(link.remote_field).title, theirs(present[0].remote_field).title
            said.append(
                tr(
                    "{field} is linked with {after} now, no longer with {before}.",
                    field=title,
                    after=after,
                    before=before,
                )
            )
    return list(dict.fromkeys(said))


def numbers(effect: Any) -> list[str]:
    """``12 records change here`` …, only what is not zero."""
    return [plural(count, one, many) for name, one, many in _COUNTS if (count := getattr(effect, name))]


def effect_words(effect: Any) -> str:
    return tr("{field}: {numbers}", field=tr(effect.title), numbers=", ".join(numbers(effect)))


def touched(effects: Any) -> list[Any]:
    """The fields for which anything changes."""
    return [each for each in effects.fields if numbers(each)]


def example_lines(effect: Any) -> list[str]:
    """``Anand Electricals: 98220 12345 → +919822012345``, what needs somebody first."""
    return [
        tr(
            _EXAMPLES[kind],
            record=one.label,
            before=_value(one.before),
            after=_value(one.after),
            reason=from_below(one.reason),
        )
        for kind in _EXAMPLES
        for one in effect.examples.get(kind, ())
    ]


def _value(given: Any) -> str:
    return formats.value(given).replace("\n", ", ") or tr("empty")


def effects_words(effects: Any) -> str:
    """How many records were looked at, and that nothing changes where that is so."""
    if not effects.records:
        return tr("No record is synced yet: nothing changes for any.")
    looked = plural(effects.records, "{n} synced record was looked at.", "{n} synced records were looked at.")
    return looked if touched(effects) else tr("Nothing changes for them.") + " " + looked
