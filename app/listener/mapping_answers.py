"""What callers get of a mapping that they try: what is wrong with it, what becomes of a record, what it does to synced ones."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from app.listener.answers import Answer, Shape
from app.services.mapping import views

Kind = Literal["here", "there", "questions", "refused"]
State = Literal["value", "empty", "absent", "none"]


class Fault(Shape):
    """Something wrong with the mapping. Only an `error` keeps it from being saved."""

    level: Literal["error", "warning", "info"]
    message: str
    hint: str
    field: str | None = Field(description="The setting at fault, like `fieldMappings[2].transform[0].args.pattern`")
    examples: list[str]

    @classmethod
    def of(cls, fault: views.Fault) -> Fault:
        place = None if fault.link is None else ".".join(filter(None, (f"fieldMappings[{fault.link}]", fault.part)))
        return cls(
            level=fault.level,
            message=fault.text,
            hint=fault.hint,
            field=place,
            examples=list(fault.examples),
        )


class CheckAnswer(Answer):
    can_be_saved: bool
    faults: list[Fault]


class Example(Shape):
    """A record that the change reaches, and the field's value before and after; `reason`: why it is refused."""

    hub_id: str
    label: str
    before: Any
    after: Any
    reason: str


class FieldEffect(Shape):
    """Counts of synced records: `here` get another value in the hub, `there` are sent one, `questions` wait for a decision,
    `refused` hold a value that can't be mapped or sent; of `unknown` only the next sync can tell."""

    field: str
    title: str
    change: str
    here: int
    there: int
    questions: int
    refused: int
    unknown: int
    examples: dict[Kind, list[Example]]
    said: str


class EffectsAnswer(Answer):
    records: int = Field(description="Synced records that were looked at")
    fields: list[FieldEffect]


class Shown(Shape):
    text: str
    state: State = Field(description="`absent`: not read, or no such record; `none`: the link does not go that way")


class PreviewRow(Shape):
    """One link: what is `there` becomes `becomes` here, where it is `here` now; `sent` is what would go back."""

    link: int
    local: str = Field(serialization_alias="localField")
    remote: str = Field(serialization_alias="remoteField")
    there: Shown
    becomes: Shown
    here: Shown
    sent: Shown
    problem: str
    side: Literal["", "in", "out"]
    loses: bool
    lines: int | None


class PreviewAnswer(Answer):
    label: str | None = Field(description="What the record is called; null when there is none to try")
    error: str = Field(description="Why there is no preview at all")
    rows: list[PreviewRow]
