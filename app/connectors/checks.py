"""The connection test: one step after the other, ending at the first that fails."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.model.cancel import CancelToken
from app.model.errors import ConnectorError

#: A step's name, and what does it: the answer says in a sentence what was found.
Step = tuple[str, Callable[[CancelToken], str]]


@dataclass(frozen=True)
class Check:
    """One step of a connection test: what was looked at, how it went, and what to do when it didn't."""

    name: str
    ok: bool
    message: str
    hint: str = ""


@dataclass(frozen=True)
class TestReport:
    """The answer of :meth:`Connector.test`. ``details`` is plain JSON (version, company, licence, …)."""

    __test__ = False  # not a test class, whatever pytest thinks of the name

    checks: tuple[Check, ...]
    details: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return all(check.ok for check in self.checks)

    @property
    def message(self) -> str:
        """The first thing that is wrong, or the last that is right."""
        failed = next((check for check in self.checks if not check.ok), None)
        return (failed or self.checks[-1]).message

    @property
    def hint(self) -> str:
        return next((check.hint for check in self.checks if not check.ok), "")


def run_checks(steps: Sequence[Step], details: dict[str, Any], cancel: CancelToken) -> TestReport:
    """Do ``steps``; what they find besides they put into ``details``."""
    checks: list[Check] = []
    for name, step in steps:
        try:
            checks.append(Check(name, True, step(cancel)))
        except ConnectorError as error:
            checks.append(Check(name, False, error.message, error.hint))
            details["code"] = error.code
            break
    return TestReport(tuple(checks), details)
