"""What a system that signs people in itself (OAuth 2) gives us, and the port that keeps it."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, Protocol

#: An access token with less life than this is renewed first, and clocks of two machines may differ by as much.
LEEWAY = timedelta(seconds=60)


@dataclass(frozen=True)
class Tokens:
    """``refresh`` is the lasting login, ``access`` what calls are signed with until ``expires_at``. ``extras`` are texts that the
    system told along with them (``api_domain``). ``refresh_expires_at`` is when the login ends unless it is renewed before,
    ``ends_at`` when it ends in any case; ``None``: not told. All moments are of the clock of the machine that got them."""

    refresh: str = field(default="", repr=False)
    access: str = field(default="", repr=False)
    obtained_at: datetime | None = None
    expires_at: datetime | None = None
    refresh_expires_at: datetime | None = None
    ends_at: datetime | None = None
    extras: Mapping[str, str] = field(default_factory=dict)

    def good(self, now: datetime) -> bool:
        """Can ``access`` be used still? Not when it is from the future: the clock was put back, and its end means nothing."""
        if not self.access or self.obtained_at is None or self.expires_at is None:
            return False
        return self.obtained_at - LEEWAY <= now < self.expires_at - LEEWAY


@dataclass(frozen=True)
class Allowance:
    """A system gives at most ``count`` access tokens within ``seconds``."""

    count: int
    seconds: float


@dataclass(frozen=True)
class Turn:
    """What came of asking to renew. ``yours``: do it, then :meth:`TokenStore.keep` or :meth:`TokenStore.give_back` with ``key``.
    ``busy``: another one is at it. ``renewed``: another one did it, ``tokens`` are the new ones. ``too_often``: the system's
    allowance is used up ``until`` then."""

    outcome: Literal["yours", "busy", "renewed", "too_often"]
    tokens: Tokens = Tokens()
    key: str = ""
    until: datetime | None = None


class TokenStore(Protocol):
    """One connection's tokens, shared by all threads and processes on the hub. Never used inside a write transaction of the
    hub. ``lock`` has the threads of one process queue up, for as long as one of them renews."""

    lock: threading.Lock

    def load(self) -> Tokens: ...

    def ask_turn(self, seen: Tokens, seconds: float, allowance: Allowance | None) -> Turn:
        """Ask to be the one who renews ``seen``, for at most so many ``seconds``. A turn counts in the allowance also when it
        fails: the system may have given a token whose answer is lost."""

    def keep(self, seen: Tokens, fresh: Tokens, key: str) -> Tokens:
        """Store what took the place of ``seen`` and end the turn. The answer is what is stored then: something else when a person
        signed in anew meanwhile."""

    def give_back(self, key: str, until: datetime | None = None, *, asked: bool = True) -> None:
        """End the turn without new tokens. ``until``: the system wants no further call before. Not ``asked``: it was never
        reached, the turn doesn't count."""

    def refused(self, seen: Tokens, message: str) -> None:
        """The system takes ``seen`` no more: a person has to sign in again. Nothing is forgotten."""


class MemoryTokens:
    """For settings that are not stored (yet): what is renewed is forgotten with them."""

    def __init__(self, tokens: Tokens = Tokens()) -> None:
        self.lock = threading.Lock()
        self._tokens = tokens

    def load(self) -> Tokens:
        return self._tokens

    def ask_turn(self, seen: Tokens, seconds: float, allowance: Allowance | None) -> Turn:
        return Turn("yours")

    def keep(self, seen: Tokens, fresh: Tokens, key: str) -> Tokens:
        self._tokens = fresh
        return fresh

    def give_back(self, key: str, until: datetime | None = None, *, asked: bool = True) -> None:
        """The lock is all there is to give back."""

    def refused(self, seen: Tokens, message: str) -> None:
        """Nothing is stored that could be marked."""
