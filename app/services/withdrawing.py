"""Giving a login back to the system that gave it (OAuth 2)."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.connectors.http.client import Times
from app.connectors.oauth import TIMES, Exchange, Provider
from app.db.state import DatabaseState
from app.model.cancel import CancelToken
from app.model.errors import AppError
from app.model.events import Noticed
from app.services.connection_drafts import UNFINISHED
from app.services.systems import installed, title_of

if TYPE_CHECKING:
    from app.db.connections import Connection
    from app.services.parts import Parts

log = logging.getLogger(__name__)
#: In seconds.
_FAREWELL = Times(connect=3.0, silence=5.0, whole=8.0)


def provider_of(parts: Parts, connection: Connection) -> Provider | None:
    """How a person signs in to it; ``None``: nobody does. Raises :class:`Conflicting` (``not_installed``)."""
    kind = installed(parts.registry, connection.erp_system)
    if kind.oauth is None:
        return None
    return kind.oauth(parts.opener.settings(connection), DatabaseState(parts.db, connection.id))


def give_back(
    parts: Parts, connection: Connection, provider: Provider, cancel: CancelToken, times: Times = TIMES
) -> None:
    """Have the system forget the login of ``connection``, if there is one. Raises connector errors."""
    login = parts.logins(connection.id).load()
    if login.refresh:
        proxy = parts.opener.ports_for(connection.id).proxy
        Exchange(provider, proxy=proxy, times=times).revoke(login.refresh, cancel)


def leave(parts: Parts, connection: Connection) -> None:
    """Before it is deleted: its login is given back, as far as that takes no longer than a moment. If it can't be, that is said.
    One that another connection may live by is kept, and so is that of a connection which was never confirmed: the same keys may
    be in use on another computer."""
    unfinished = connection.auth_config.get("setup") == UNFINISHED
    if unfinished or parts.registry.get(connection.erp_system) is None:
        return
    try:
        provider = provider_of(parts, connection)
        if provider is not None and not _is_shared(parts, connection, provider):
            give_back(parts, connection, provider, CancelToken(), _FAREWELL)
    except AppError as error:
        log.warning("a login to %s was left there: %s", connection.erp_system, error.message)
        _say_left(parts, connection)


def _is_shared(parts: Parts, connection: Connection, provider: Provider) -> bool:
    """Does another connection use these keys for the same books?"""
    same = ("client_id", *(one.setting for one in provider.kept if one.lasting))
    own = [connection.auth_config.get(name) for name in same]
    others = parts.stores.connections.list(system=connection.erp_system)
    return any(other.id != connection.id and own == [other.auth_config.get(name) for name in same] for other in others)


def _say_left(parts: Parts, connection: Connection) -> None:
    title = title_of(connection.erp_system)
    parts.bus.publish(
        Noticed(
            "warning",
            f"{connection.connection_name}: {title} was not told that its login is not wanted any more",
            f"Nobody can use it from here: it was deleted. Take SalesMate Sync off the list of connected programs in {title}, too.",
            "connections",
        )
    )
