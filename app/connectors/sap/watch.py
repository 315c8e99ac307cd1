"""Having SAP tell of changes: one event subscription for each webhook (docs/protocols/sap.md: Webhooks).

Its name is the webhook's own id: asked again, also by a program that was ended before it could note the answer, it is the same one.
SAP signs its events with a key that it is told here, and asks the address whether it is ours before it sends any.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from app.connectors.base import Connector
from app.connectors.odata.query import key
from app.connectors.sap.sentences import Refused
from app.connectors.subscriptions import Subscription, Wanted
from app.model.cancel import CancelToken
from app.model.errors import Gone, Misconfigured, Rejected

if TYPE_CHECKING:
    from app.connectors.sap.client import ServiceLayer
    from app.connectors.sap.connector import SapConnector

_SET = "EventSubscriptions"
#: What we call it, as SAP's transaction types: the first is there for everything, the others where the catalogue has them.
_EVENTS: Mapping[str, Sequence[str]] = {
    "create": ("Created",),
    "update": ("Updated", "Cancelled", "Canceled", "Closed", "Reopened"),
    "delete": ("Deleted",),
}
#: Collections of another record: a change to one is that record's.
_WITHIN = {"ContactEmployees": "BusinessPartners"}


class EventSubscriptions:
    """What :class:`app.connectors.subscriptions.Subscriptions` asks."""

    def subscribe(self, connector: Connector, wanted: Wanted, cancel: CancelToken) -> Subscription:
        """Raises :class:`Misconfigured` for a SAP that sends no events, or does not take this address."""
        sap = _client(connector)
        body = _body(wanted, _offered(sap, cancel))
        _see_that_it_is_on(sap, cancel)
        path, present = key(_SET, wanted.name), _present(sap, wanted.name, cancel)
        try:
            if present is not None and present.get("State", "Active") == "Active":
                sap.patch(path, body, cancel, replace_collections=True)
            else:
                if present is not None:  # SAP has given it up, and takes it up again only as a new one
                    sap.delete(path, cancel)
                sap.post(_SET, {"WebhookID": wanted.name, **body}, cancel, quiet=True)
        except Rejected as error:
            raise _not_taken(error) from None
        return Subscription({"webhook_id": wanted.name})

    def unsubscribe(self, connector: Connector, remote: Mapping[str, Any], cancel: CancelToken) -> None:
        sap, name = _client(connector), str(remote["webhook_id"])
        try:
            sap.delete(key(_SET, name), cancel)
        except Gone:
            return


def events_of(wanted: Wanted, offered: frozenset[tuple[str, str]]) -> list[dict[str, str]]:
    """What is asked for, as far as SAP offers it; the usual ones where it does not say what it offers."""
    modules = dict.fromkeys(_WITHIN.get(module, module) for module in wanted.modules)
    each = [(module, what) for module in modules for kind in wanted.events for what in _EVENTS[kind]]
    usual = {words[0] for words in _EVENTS.values()}
    return [
        {"BusinessObject": name, "TransactionType": what}
        for name, what in each
        if ((name, what) in offered if offered else what in usual)
    ]


def _body(wanted: Wanted, offered: frozenset[tuple[str, str]]) -> dict[str, Any]:
    proof = {"Key": wanted.secret or wanted.token, "Algorithm": "HMACSha256"}
    return {
        "WebhookURL": wanted.url,
        "AuthenticationType": "HMAC",
        "AuthenticationCred": json.dumps(proof),
        "VerifyCertificate": "tYES",
        "Handshake": "tYES",
        "EventCollection": events_of(wanted, offered),
    }


def _client(connector: Connector) -> ServiceLayer:
    return cast("SapConnector", connector).sap


def _offered(sap: ServiceLayer, cancel: CancelToken) -> frozenset[tuple[str, str]]:
    """SAP's catalogue of events, as ``(business object, what happens to it)``; empty where it can't be read. Raises
    :class:`Misconfigured` for a release without one."""
    try:
        told = sap.get("EventSubscriptionsService_GetEventCatalog", cancel).json()
    except (Refused, Gone):
        raise Misconfigured(
            "This SAP does not tell of changes: its release is older than 10.0 FP 2602, or its webhook service is not installed.",
            hint="Nothing has to be done: the ordinary syncs find what changes.",
            code="no_events",
        ) from None
    return frozenset(_pairs(told))


def _pairs(told: Any) -> Iterator[tuple[str, str]]:
    if isinstance(told, dict):
        name, kinds = told.get("BusinessObject"), told.get("TransactionType") or told.get("TransactionTypes")
        if isinstance(name, str):
            for one in kinds if isinstance(kinds, list) else str(kinds).split(","):
                yield name, str(one).strip()
        for inner in told.values():
            yield from _pairs(inner)
    elif isinstance(told, list):
        for one in told:
            yield from _pairs(one)


def _present(sap: ServiceLayer, name: str, cancel: CancelToken) -> Mapping[str, Any] | None:
    try:
        return sap.dialect.entity(sap.get(key(_SET, name), cancel).json())
    except Gone:
        return None


def _see_that_it_is_on(sap: ServiceLayer, cancel: CancelToken) -> None:
    """It is a setting of the whole company, and not ours to change. Raises :class:`Misconfigured`."""
    told = sap.action("CompanyService_GetAdminInfo", None, cancel).json()
    if isinstance(told, dict) and told.get("EnableWebhook") == "tNO":
        raise Misconfigured(
            "Telling of changes is switched off in this SAP company.",
            hint="Have SAP's administrator switch it on (EnableWebhook in the company's settings), then register again. Until then "
            "the ordinary syncs find what changes.",
            code="events_off",
        )


def _not_taken(error: Rejected) -> Misconfigured:
    return Misconfigured(
        f"SAP does not take the address to which it is to send its events, or does not get our answer there. {error.message}",
        hint="Look at the webhook's public address: SAP must reach it over https, and no other webhook of SAP's may have it. "
        "Then register again.",
        code="events_refused",
    )
