"""How a person signs in to Zoho (docs/protocols/zoho.md: Signing in)."""

from __future__ import annotations

import re

from app.connectors.base import ConnectionSettings
from app.connectors.oauth import Kept, Provider
from app.connectors.zoho.centres import accounts_of, may_sign_in
from app.connectors.zoho.modules import MODULES
from app.model.tokens import Allowance

#: Records of the modules that are synced (none is read without the right to its module's fields, and the field for our id is made
#: there), the organisation's and our user's names, queries by our key, first loads, and watches.
SCOPES: tuple[str, ...] = (
    *(f"ZohoCRM.modules.{module.scope}.ALL" for module in MODULES.values()),
    "ZohoCRM.settings.fields.ALL",
    "ZohoCRM.settings.modules.READ",
    "ZohoCRM.org.READ",
    "ZohoCRM.users.READ",
    "ZohoCRM.coql.READ",
    "ZohoCRM.bulk.READ",
    "ZohoCRM.bulk.CREATE",
    "ZohoCRM.notifications.ALL",
)

#: What the console's Self Client shows, for those who can't have a browser come back here.
_SELF_CLIENT = r"1000\.[0-9a-f]{32}\.[0-9a-f]{32}"


def provider(settings: ConnectionSettings) -> Provider | None:
    """``None`` for settings without a sign-in. Contacts nobody."""
    if settings.auth_type != "oauth2":
        return None
    accounts, auth = accounts_of(settings), settings.auth
    secret = str(auth.get("client_secret") or "")
    return Provider(
        "Zoho CRM",
        f"{accounts}/oauth/v2/auth",
        f"{accounts}/oauth/v2/token",
        str(auth.get("client_id") or ""),
        secret,
        revoke_url=f"{accounts}/oauth/v2/token/revoke",
        redirect_uri=str(auth.get("redirect_uri") or ""),
        scopes=_scopes(auth.get("scopes")),
        scope_separator=",",
        # A client made for a desktop program may have none.
        secret_in="body" if secret else "none",
        # Without the first there is no lasting login; without the second, only at a person's first sign-in.
        authorize_params={"access_type": "offline", "prompt": "consent"},
        kept=(Kept("accounts-server", "accounts_url", lambda told: may_sign_in(told, accounts)),),
        extras=("api_domain",),
        allowance=Allowance(10, 600.0),
        lost_login=frozenset({"invalid_code"}),
        too_often=frozenset({"access_denied"}),
        own_code=_SELF_CLIENT,
        own_code_from="API console > Self Client > Generate Code",
        client_hint="Is the data centre the one where these keys were made? Zoho knows them nowhere else.",
    )


def _scopes(wanted: object) -> tuple[str, ...]:
    texts = wanted if isinstance(wanted, list | tuple) else re.split(r"[\s,]+", str(wanted or ""))
    return tuple(str(one) for one in texts if one) or SCOPES
