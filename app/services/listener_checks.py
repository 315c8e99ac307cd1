"""The doctor's look at the listener: does it answer, to whom, and for how long its certificate is good."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from app.model.hosts import is_loopback
from app.platform.certificates import describe
from app.platform.instance import InstanceLock
from app.services.access import ending
from app.services.options import ListenAt
from app.services.reachable import certificate_shown, port_user, who_listens
from app.services.views import DoctorCheck

if TYPE_CHECKING:
    from app.services.parts import Parts

_AREA = "Listener"


def listener_check(parts: Parts) -> DoctorCheck:
    holder = InstanceLock(parts.folders.data).holder()
    place = urlsplit(holder.url) if holder and holder.url else None
    if holder and place and who_listens(place.hostname or "", place.port or 0) == "ours":
        if place.scheme == "https":
            return _protected(parts, holder.url)
        if is_loopback(place.hostname or ""):
            return DoctorCheck(_AREA, True, f"Answers at {holder.url}.")
        return DoctorCheck(
            _AREA,
            False,
            f"Answers at {holder.url}, also to other computers, and nothing protects what is sent: the access token and "
            "the records travel in clear.",
            "Give it a certificate (serve --tls, or in the settings), or let this computer alone reach it.",
        )
    return _not_running(parts.stores.settings.get("listener.port", ListenAt().port))


def _protected(parts: Parts, url: str) -> DoctorCheck:
    place = urlsplit(url)
    shown = certificate_shown(place.hostname or "", place.port or 0)
    if shown is None:
        return DoctorCheck(_AREA, False, f"{url} shows no certificate.", "Start the program again.")
    certificate = describe(shown)
    if until := ending(certificate, parts.clock()):
        return DoctorCheck(
            _AREA,
            False,
            f"Answers at {url}, but its certificate {until}: programs that check it are refused from then on.",
            "Make a new one (salesmate-sync certificate new, or in the settings), start again, and have the other "
            "programs trust it.",
        )
    return DoctorCheck(_AREA, True, f"Answers at {url}; its certificate is good until {certificate.expires:%Y-%m-%d}.")


def _not_running(port: int) -> DoctorCheck:
    found = who_listens("127.0.0.1", port)
    if found == "other":
        return DoctorCheck(
            _AREA,
            False,
            f"Port {port} is in use by {port_user('127.0.0.1', port)}.",
            "Give the listener another port (serve --port, or in the settings).",
        )
    return DoctorCheck(
        _AREA, True, f"Answers on port {port}." if found == "ours" else f"Not running; port {port} is free."
    )
