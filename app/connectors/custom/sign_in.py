"""OAuth 2.0 as a definition describes it: by a person in a browser (``code``), or by the program alone (``client_credentials``)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.connectors.base import ConnectionSettings
from app.connectors.custom.definition import OAuth2
from app.connectors.custom.settings import definition_of
from app.connectors.oauth import Exchange, Provider
from app.model.cancel import CancelToken
from app.model.clock import Clock
from app.model.tokens import Tokens


def provider_of(settings: ConnectionSettings) -> Provider | None:
    """``None`` for settings without OAuth. Contacts nobody. Raises :class:`Misconfigured` for a definition that can't be used."""
    definition = definition_of(settings)
    login = definition.authentication
    if not isinstance(login, OAuth2):
        return None
    auth = settings.auth
    return Provider(
        definition.title,
        login.authorize_url if login.grant == "code" and login.authorize_url else "",
        login.token_url,
        str(auth.get("client_id") or ""),
        str(auth.get("client_secret") or ""),
        revoke_url=login.revoke_url or "",
        redirect_uri=str(auth.get("redirect_uri") or ""),
        scopes=tuple(login.scopes),
        pkce=login.pkce,
        secret_in=login.secret_in,
        authorize_params=login.extra,
    )


def browser_provider(settings: ConnectionSettings) -> Provider | None:
    """The same for those that a person signs in to."""
    found = provider_of(settings)
    return found if found is not None and found.authorize_url else None


class ClientLogin:
    """Tokens that the program gets by itself. They are this connector's alone and are forgotten with it."""

    def __init__(self, provider: Provider, *, proxy: str, clock: Clock) -> None:
        self._exchange = _Client(provider, proxy=proxy, clock=clock)
        self._clock = clock
        self._seen = Tokens()

    def tokens(self, cancel: CancelToken, refused: str = "") -> Tokens:
        if not self._seen.good(self._clock()) or self._seen.access == refused:
            self._seen = self._exchange.ask(cancel)
        return self._seen


class _Client(Exchange):
    def ask(self, cancel: CancelToken) -> Tokens:
        """Raises what :class:`Exchange` does."""

        def ask(client: Any) -> Mapping[str, Any]:
            found: Mapping[str, Any] = client.fetch_token(self._provider.token_url, grant_type="client_credentials")
            return found

        return self._tokens(self._asked(ask, "refresh", cancel), Tokens())
