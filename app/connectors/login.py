"""The access token that a connector signs its calls with, renewed in time: once, whoever asks, in whichever process.

A process that is killed between the system's answer and its being stored loses that answer. The next who asks takes its turn over
(at once when it was of this machine) and renews with the login that is stored. Zoho's stays good, and QuickBooks' for a day beside
its successor; a system that takes each only once refuses it, and a person has to sign in again.
"""

from __future__ import annotations

from datetime import datetime

from app.connectors.oauth import NOT_SENT, REFUSED, TIMES, Exchange, Provider
from app.model.cancel import CancelToken
from app.model.clock import Clock, monotonic, utc_now
from app.model.errors import AuthRequired, ConnectorError, NotReady, RateLimited, Unreachable
from app.model.tokens import Tokens, TokenStore

#: How long a turn is ours, and how long we wait for another's, in seconds: longer than any call lasts.
TURN = TIMES.connect + TIMES.silence + TIMES.whole + 30.0
_LOOK = 0.1


class Login:
    """One connection's. Safe to use from several threads."""

    def __init__(self, provider: Provider, store: TokenStore, exchange: Exchange, clock: Clock = utc_now) -> None:
        self._provider = provider
        self._store = store
        self._exchange = exchange
        self._clock = clock
        self._seen = Tokens()

    def tokens(self, cancel: CancelToken, refused: str = "") -> Tokens:
        """Tokens whose ``access`` can be used. ``refused``: an access token that the system took no more, whatever its time
        says.

        Raises :class:`AuthRequired` when a person has to sign in, :class:`RateLimited`, and what else :class:`Exchange` raises:
        then the stored login is as it was."""
        if self._usable(self._seen, refused):
            return self._seen
        while not self._store.lock.acquire(timeout=_LOOK):
            cancel.check()
        try:
            self._seen = self._store.load()
            if not self._usable(self._seen, refused):
                self._seen = self._renewed(cancel, refused)
            return self._seen
        finally:
            self._store.lock.release()

    def _usable(self, tokens: Tokens, refused: str) -> bool:
        return tokens.good(self._clock()) and tokens.access != refused

    def _renewed(self, cancel: CancelToken, refused: str) -> Tokens:
        until = monotonic() + TURN
        seen = self._seen
        while True:
            if not seen.refresh:
                raise self._nobody_signed_in()
            turn = self._store.ask_turn(seen, TURN, self._provider.allowance)
            if turn.outcome == "yours":
                seen = self._done(seen, turn.key, cancel)
                if seen.access:  # else somebody gave another login meanwhile
                    return seen
                continue
            if turn.outcome == "too_often":
                raise self._too_often(turn.until or self._clock())
            if turn.outcome == "renewed":
                seen = turn.tokens
                if self._usable(seen, refused):
                    return seen
            elif monotonic() > until:
                raise NotReady(
                    f"Another program has been renewing the login to {self._provider.title} for long.",
                    hint="It is tried again by itself.",
                )
            else:
                cancel.wait(_LOOK)

    def _done(self, seen: Tokens, key: str, cancel: CancelToken) -> Tokens:
        try:
            fresh = self._exchange.renew(seen, cancel)
        except BaseException as error:
            asked = not (isinstance(error, Unreachable) and error.code in NOT_SENT)
            self._store.give_back(key, error.until if isinstance(error, RateLimited) else None, asked=asked)
            if isinstance(error, ConnectorError) and error.code == REFUSED:
                self._store.refused(seen, f"{error.message} {error.hint}")
            raise
        return self._store.keep(seen, fresh, key)

    def _nobody_signed_in(self) -> AuthRequired:
        message = f"Nobody has signed in to {self._provider.title} for this connection yet, or the login has ended."
        hint = "Connect it: a person has to sign in."
        self._store.refused(self._seen, f"{message} {hint}")
        return AuthRequired(message, hint=hint)

    def _too_often(self, until: datetime) -> RateLimited:
        return RateLimited(
            f"{self._provider.title} renews a login only so often. It can be used again from {until.astimezone():%H:%M}.",
            until=until,
            hint="The next sync goes on by itself after that time. Nothing has to be done.",
        )
