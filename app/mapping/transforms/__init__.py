"""The transform library: named, typed steps, each with its way back where there is one. A module a family."""

from __future__ import annotations

from collections.abc import Mapping

from app.mapping.transforms.base import Step, Transform
from app.mapping.transforms.dates import DATES
from app.mapping.transforms.lookups import LOOKUPS
from app.mapping.transforms.numbers import NUMBERS
from app.mapping.transforms.registers import REGISTERS
from app.mapping.transforms.texts import TEXTS
from app.mapping.transforms.words import WORDS

__all__ = ["LIBRARY", "Step", "Transform"]

LIBRARY: Mapping[str, Transform] = {
    transform.name: transform for transform in (*TEXTS, *NUMBERS, *DATES, *REGISTERS, *WORDS, *LOOKUPS)
}
