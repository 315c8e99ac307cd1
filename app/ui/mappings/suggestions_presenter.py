"""Proposed links in words, and what accepting several of them makes of the mapping. Plain Python."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.mapping.suggest import Suggestion
from app.services.mapping.views import SideField
from app.ui.mappings.document import Document, Links
from app.ui.mappings.fit import Fit, fit_in
from app.ui.words import from_below, mark, plural, tr

#: What a score is called, from its least; the last takes the rest.
SCORES = ((0.9, mark("very likely")), (0.75, mark("likely")), (0.6, mark("possible")), (0.0, mark("perhaps")))
#: The reasons that the proposals come with (:mod:`app.mapping.suggest`), translated where shown.
REASONS = (
    mark("the names mean the same"),
    mark("the last part of the name means the same"),
    mark("the names share words"),
    mark("the sample value looks like it"),
)


@dataclass(frozen=True)
class Proposal:
    """A suggestion with its two fields and how they go together."""

    ours: SideField
    theirs: SideField
    score: float
    reason: str
    fit: Fit

    @property
    def key(self) -> tuple[str, str]:
        return self.ours.path, self.theirs.path


def heads(links: Links) -> dict[str, str]:
    """Which list is linked with which: ours → theirs."""
    return {link.local_field: link.remote_field for link in links if link.field_type == "lines"}


def proposals(
    found: Iterable[Suggestion], ours: dict[str, SideField], theirs: dict[str, SideField], links: Links,
    dismissed: Iterable[tuple[str, str]] = (),
) -> list[Proposal]:  # fmt: skip
    """What may be linked and was not dismissed, the surest first."""
    gone, lists = set(dismissed), heads(links)
    made = []
    for one in found:
        here, there = ours.get(one.local), theirs.get(one.remote)
        if here is None or there is None or (one.local, one.remote) in gone:
            continue
        fitting = fit_in(here, there, lists)
        if fitting.possible:
            made.append(Proposal(here, there, one.score, one.reason, fitting))
    return made


def score_words(score: float) -> str:
    return next(tr(words) for least, words in SCORES if score >= least)


def percent(score: float) -> str:
    return tr("{n} %", n=round(score * 100))


def samples_words(one: Proposal) -> str:
    """``here “98220 12345”, there “098220 12345”``."""
    here, there = one.ours.sample, one.theirs.sample
    if here and there:
        return tr("here “{ours}”, there “{theirs}”", ours=here, theirs=there)
    if there:
        return tr("there “{theirs}”", theirs=there)
    return tr("here “{ours}”", ours=here) if here else tr("no values to compare")


def reason_words(one: Proposal) -> str:
    return from_below(one.reason) if one.fit.verdict == "fits" else f"{from_below(one.reason)}. {one.fit.why}"


def spoken(one: Proposal) -> str:
    """All of it in one sentence, for a screen reader and the tooltip."""
    return tr(
        "{ours} with {theirs}: {score} {percent}, {reason}; {samples}",
        ours=one.ours.title, theirs=one.theirs.title, score=score_words(one.score), percent=percent(one.score),
        reason=reason_words(one), samples=samples_words(one),
    )  # fmt: skip


def steps_of(found: Sequence[Proposal]) -> list[tuple[float, str]]:
    """``(least score, words)`` for "accept several": each step that takes in more than the one before."""
    steps: list[tuple[float, str]] = []
    before = 0
    for least, words in SCORES:
        count = sum(1 for one in found if one.score >= least)
        if count > before:
            several = plural(count, "{n} link", "{n} links")
            is_all = count == len(found)
            steps.append((least, tr("All: {links}", links=several) if is_all else _step_words(words, steps, several)))
            before = count
    return steps


def _step_words(words: str, steps: list[tuple[float, str]], several: str) -> str:
    if steps:
        return tr("At least {score}: {links}", score=tr(words), links=several)
    return tr("Only {score}: {links}", score=tr(words), links=several)


def title_of(one: Proposal) -> str:
    """What undo calls it."""
    return tr("link {ours}", ours=one.ours.title)


def with_all(links: Links, accepted: Iterable[Proposal]) -> Links:
    """The links with all of these beside them."""
    bench = Document(links)
    for one in accepted:
        if fit_in(one.ours, one.theirs, heads(bench.links)).possible:
            bench.connect(one.ours, one.theirs, "", steps=one.fit.steps)
    return bench.links
