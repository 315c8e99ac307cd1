"""What real records show about a mapping: values that fail, rules that they break, what a round trip loses. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.mapping.compiled import local_field
from app.mapping.validation import Problem
from app.model.entities import EntitySpec
from app.services.mapping.preview import Outcome, in_words
from app.services.mapping.trials import Trial
from app.services.mapping.views import Fault, SampleRecord

#: Examples told of one fault.
_EXAMPLES = 3


def sample_faults(tried: Sequence[tuple[SampleRecord, Sequence[Outcome]]]) -> list[Fault]:
    """What real records show: values that can't be carried or break a rule, and what a round trip loses."""
    if not tried:
        return []
    found = []
    for column in zip(*(outcomes for _, outcomes in tried), strict=True):
        trial: Trial = column[0].trial
        if trial.fault:
            continue
        named = [(sample.label, one) for (sample, _), one in zip(tried, column, strict=True)]
        wrong = [(label, one) for label, one in named if one.problem]
        for side, verb in (("in", "taken over as they should be"), ("out", "sent")):
            hit = [(label, one) for label, one in wrong if one.side == side]
            if hit:
                found.append(
                    Fault(
                        "warning",
                        f"{trial.title}: {_of(len(hit), len(tried))} can't be {verb}.",
                        link=trial.number,
                        examples=tuple(f"{label}: {one.problem}" for label, one in hit[:_EXAMPLES]),
                    )
                )
        lost = [(label, one.lost) for label, one in named if one.lost is not None]
        if lost:
            found.append(
                Fault(
                    "warning",
                    f"This mapping loses information: what would be sent back of {trial.title} is not what came.",
                    "Make the link one way, or choose transforms that can be reversed for these values.",
                    trial.number,
                    "transform",
                    tuple(f"{label}: “{in_words(came)}” would be sent back as “{in_words(sent)}”" for label, (came, sent) in
                          lost[:_EXAMPLES]),
                )
            )  # fmt: skip
    return found


def _of(part: int, whole: int) -> str:
    return f"{part} of {whole} records tried" if whole > 1 else "the record tried"


@dataclass(frozen=True)
class Refused:
    """A hub record that breaks a rule of a link that sends."""

    label: str
    problem: Problem


def hub_faults(
    spec: EntitySpec, places: Mapping[str, int], refused: Sequence[Refused], looked_at: int, *, more: bool
) -> list[Fault]:
    """What would be refused of what the hub holds. ``places``: the links by hub field; ``more``: there are more records than the
    ``looked_at`` first ones."""
    by_field: dict[str, list[Refused]] = {}
    for one in refused:
        by_field.setdefault(one.problem.field, []).append(one)
    bound = f" (of the first {looked_at:,}, which were looked at)" if more else ""
    found = []
    for path, hits in by_field.items():
        target = local_field(spec, path)
        title = target.title if target is not None else path
        count = len({hit.label for hit in hits})
        named = (spec.title if count == 1 else spec.plural).lower()
        found.append(
            Fault(
                "warning",
                f"{count:,} {named} here{bound} would be refused when {title} is sent: it breaks a rule of this link.",
                "Correct these records, or change the rule.",
                places.get(path),
                "validation",
                tuple(f"{hit.label}: {_said(title, hit.problem)}" for hit in hits[:_EXAMPLES]),
            )
        )
    return found


def _said(title: str, problem: Problem) -> str:
    shown = in_words(problem.value)
    return f"{title} “{shown}” {problem.reason}" if shown else f"{title} {problem.reason}"
