"""A link's transforms as one chain: arguments checked, types fitted together, the way there and the way back.

A chain is written in the direction in which its link goes: towards the hub, and towards the ERP only for a link that goes out
alone (``to_remote``). That of a link both ways is written towards the hub and undone on the way out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from app.mapping.errors import shown
from app.mapping.names import OWN, VALUE, Names
from app.mapping.parameters import BadArgument, read_arguments
from app.mapping.transforms import LIBRARY, Step, Transform
from app.mapping.transforms.base import ANYTHING, TEXT, Composition, RecordStep, decimal
from app.model.errors import InvalidInput
from app.model.values import FieldType, Value

_KINDS = {
    FieldType.TEXT: "a text",
    FieldType.PICKLIST: "a text",
    FieldType.LOOKUP: "a text",
    FieldType.NUMBER: "a number",
    FieldType.DATE: "a date",
    FieldType.BOOLEAN: "yes or no",
    FieldType.LINES: "a list of lines",
}
_ADVICE = {
    (FieldType.TEXT, FieldType.NUMBER): "number_parse",
    (FieldType.TEXT, FieldType.DATE): "date_parse",
    (FieldType.TEXT, FieldType.BOOLEAN): "words_to_boolean",
    (FieldType.NUMBER, FieldType.TEXT): "number_format",
    (FieldType.DATE, FieldType.TEXT): "date_format",
    (FieldType.BOOLEAN, FieldType.TEXT): "boolean_to_words",
}


@dataclass(frozen=True)
class Chain:
    """``takes`` and ``gives`` are the types at its ends. ``back`` is ``None`` when ``one_way`` names a transform that has none.

    A chain that reads other fields of the record has ``compose`` in place of ``forward``; ``reads`` are their names, and ``value``
    when the link's own counts.
    """

    takes: FieldType
    gives: FieldType
    forward: Step | None
    back: Step | None
    one_way: Transform | None
    compose: RecordStep | None = None
    reads: frozenset[str] = frozenset({VALUE})

    @property
    def is_empty(self) -> bool:
        return self.forward is None and self.compose is None


@dataclass(frozen=True)
class _Bound:
    transform: Transform
    arguments: Mapping[str, Any]
    forward: Step | None
    back: Step | None
    where: str
    composition: Composition | None = None

    @property
    def reads_value(self) -> bool:
        return self.composition is None or VALUE in self.composition.reads

    @property
    def on_record(self) -> RecordStep:
        if self.composition is not None:
            return self.composition.step
        forward = self.forward
        assert forward is not None  # a step is the one or the other
        return lambda value, _record: forward(value)


def compile_chain(
    entries: Sequence[Mapping[str, Any]], where: str, starts: Sequence[FieldType], names: Names = OWN
) -> Chain:
    """``starts``: the types that the value may have at the start, the likeliest first (what an ERP gave can be taken for more than
    one); ``names``: what templates and formulas may name. Raises :class:`InvalidInput` whose field is ``<where>[n].…``."""
    if len(entries) > 20:
        raise InvalidInput("A chain has at most 20 transforms.", field=where)
    steps = [_bind(entry, f"{where}[{number}]", names) for number, entry in enumerate(entries)]
    takes = _start(steps, starts)
    kind = takes
    for step in steps:
        if not _fits(step, kind):
            raise _misfit(step, kind)
        _check(step, kind)
        kind = step.transform.result(step.arguments, kind)
    composing = next((step for step in steps if step.composition is not None), None)
    if composing is not None:
        return Chain(takes, kind, None, None, composing.transform, _composed(steps), _reads(steps, composing))
    one_way = next((step.transform for step in steps if step.back is None), None)
    backs = [step.back for step in reversed(steps) if step.back is not None]
    back = None if one_way is not None else in_turn(backs)
    forward = in_turn(step.forward for step in steps if step.forward is not None)
    if back is not None and forward is not None and len(steps) > 1:
        back = _proven(forward, back, steps[-1], is_number=kind is FieldType.NUMBER)
    return Chain(takes, kind, forward, back, one_way)


def _proven(forward: Step, back: Step, last: _Bound, *, is_number: bool) -> Step:
    """The way back of several steps that don't know of one another (one writes 1,001 for what the next reads as 1001). What is sent
    must read as the last step alone would have it; anything else is refused rather than sent."""
    last_forward, last_back = last.forward, last.back
    assert last_forward is not None  # a chain with a way back puts nothing together
    assert last_back is not None

    def run(value: Value) -> Value:
        if value is None or value == "":
            return back(value)
        sent, wanted = back(value), last_forward(last_back(value))
        try:
            read = forward(sent)
        except ValueError as error:
            raise ValueError(f"can't be sent: read again, what is sent for it {error}") from None
        if read != wanted and not (is_number and _same_number(read, wanted)):
            raise ValueError(f"can't be sent: what is sent for it would read as {read} here")
        return sent

    return run


def _same_number(first: Value, second: Value) -> bool:
    """Money has two decimals at least: ``2`` and ``2.00`` are one number."""
    try:
        return isinstance(first, str) and isinstance(second, str) and decimal(first) == decimal(second)
    except ValueError:
        return False


def in_turn(steps: Iterable[Step]) -> Step | None:
    """One function for several; ``None`` for none."""
    chain = tuple(steps)
    if len(chain) < 2:
        return chain[0] if chain else None

    def run(value: Value) -> Value:
        for step in chain:
            value = step(value)
        return value

    return run


def _composed(steps: Sequence[_Bound]) -> RecordStep:
    runs = [step.on_record for step in steps]

    def run(value: Value, record: Mapping[str, Value]) -> Value:
        for one in runs:
            value = one(value, record)
        return value

    return run


def _reads(steps: Sequence[_Bound], first: _Bound) -> frozenset[str]:
    """The link's own value counts unless the first step that reads others makes nothing of it."""
    others = {name for step in steps if step.composition is not None for name in step.composition.reads} - {VALUE}
    return frozenset(others | {VALUE} if first.reads_value else others)


def kind_of(kind: FieldType) -> FieldType:
    """Picklists and lookups travel as texts."""
    return FieldType.TEXT if kind in TEXT else kind


def must_give(chain: Chain, wanted: FieldType, where: str, title: str) -> None:
    """Refuse a chain whose end is not of the type ``wanted``."""
    found, kind = kind_of(chain.gives), kind_of(wanted)
    if found is kind:
        return
    raise InvalidInput(
        f"The transforms lead to {_KINDS[found]}, but {title} is {_KINDS[kind]}.",
        field=where,
        hint=_advice(found, kind),
    )


def _bind(entry: Mapping[str, Any], where: str, names: Names) -> _Bound:
    name = entry.get("name")
    transform = LIBRARY.get(name) if isinstance(name, str) else None
    if transform is None:
        close = get_close_matches(name, LIBRARY, 1) if isinstance(name, str) else []
        hint = f"Did you mean {close[0]}?" if close else f"Use one of {', '.join(sorted(LIBRARY))}."
        raise InvalidInput(f"There is no transform {shown(name)}.", field=f"{where}.name", hint=hint)
    at = f"{where}.args"
    arguments = read_arguments(transform.parameters, entry.get("args"), at)
    try:
        composition = None if transform.compose is None else transform.compose(arguments, names)
        if composition is not None and composition.reads - {VALUE}:
            return _Bound(transform, arguments, None, None, where, composition)
        forward = transform.build(arguments)
        back = transform.back(arguments) if transform.back is not None else None
    except BadArgument as error:
        raise InvalidInput(str(error), field=f"{at}.{error.parameter}", hint=error.hint) from None
    return _Bound(transform, arguments, forward, back, where)


def _start(steps: Sequence[_Bound], starts: Sequence[FieldType]) -> FieldType:
    if steps:
        for kind in starts:
            if _fits(steps[0], kind):
                return kind
    return starts[0]


def _fits(step: _Bound, kind: FieldType) -> bool:
    """What is put together of several fields takes them as they are."""
    return kind in step.transform.takes or (step.composition is not None and kind in ANYTHING)


def _check(step: _Bound, kind: FieldType) -> None:
    if step.transform.check is None:
        return
    try:
        step.transform.check(step.arguments, kind)
    except BadArgument as error:
        raise InvalidInput(str(error), field=f"{step.where}.args.{error.parameter}", hint=error.hint) from None


def _misfit(step: _Bound, kind: FieldType) -> InvalidInput:
    wanted = " or ".join(dict.fromkeys(_KINDS[one] for one in sorted(step.transform.takes)))
    return InvalidInput(
        f"“{step.transform.title}” works on {wanted}, but gets {_KINDS[kind]} here.",
        field=step.where,
        hint=_advice(kind_of(kind), kind_of(min(step.transform.takes))),
    )


def _advice(found: FieldType, wanted: FieldType) -> str:
    name = _ADVICE.get((found, wanted))
    if name is None:
        return "Choose transforms whose types fit together."
    return f"Put “{LIBRARY[name].title}” ({name}) between them."


def refuse_one_way(chain: Chain, where: str, title: str) -> None:
    """A link both ways needs a way back. Raises :class:`InvalidInput`."""
    if chain.one_way is None:
        return
    transform = chain.one_way
    if chain.compose is not None:
        others = ", ".join(sorted(chain.reads - {VALUE}))
        raise InvalidInput(
            f"{title} is linked both ways, but “{transform.title}” reads other fields ({others}): what is put together of several"
            " can't be taken apart again. In a link both ways it knows only its own field, as value.",
            field=where,
            hint="Let the link only come in if those are the other system's fields, and only go out if they are ours.",
        )
    reason = f" It can be undone only when {transform.when}." if transform.when else ""
    raise InvalidInput(
        f"{title} is linked both ways, but “{transform.title}” can't be undone: what is changed here could not be sent."
        f"{reason}",
        field=where,
        hint="Let the link go one way only, or choose a step that can be undone.",
    )
