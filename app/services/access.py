"""How other programs get in: the token, the addresses, the certificate."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.model.errors import InvalidInput, StorageError
from app.model.events import Changed
from app.model.hosts import is_loopback
from app.platform.certificates import Certificate, key_is_open, make_certificate, own_names, read_certificate
from app.platform.private import write_private
from app.services.options import ListenAt

if TYPE_CHECKING:
    from app.services.parts import Parts

log = logging.getLogger(__name__)

__all__ = ["Access", "Certificate", "NetworkChoice", "ending", "meaning"]

#: A certificate that ends within this time is warned of.
SOON = timedelta(days=30)
#: The settings of the window's listener; ``serve`` is told by its command line. ``listener.network`` holds, for each data
#: folder that lets other computers in, whether with a certificate: the settings of a shared hub are those of other
#: machines, too, and what was agreed to here opens none of them.
_HOST, _PORT, _NETWORK = "listener.host", "listener.port", "listener.network"
EVERY_ADDRESS = "0.0.0.0"


@dataclass(frozen=True)
class NetworkChoice:
    """Whether other computers may reach the window's listener (``open``), and with a certificate (``tls``)."""

    open: bool
    tls: bool = False


def meaning(*, tls: bool) -> str:
    """What it means to let other computers in, for whoever is to decide it."""
    who = "Every computer that reaches this address and has the access token can read and change SalesMate Sync's records."
    if tls:
        return f"{who} What is sent is protected by the certificate."
    return (
        f"{who} Without a certificate the token and the records travel unprotected: whoever can listen in this network "
        "can read them."
    )


class Access:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    # --- the token ---------------------------------------------------------------------------------------------

    @property
    def token_file(self) -> Path:
        return self._parts.token.path

    def token(self) -> str:
        """The token, made when there is none. Raises :class:`StorageError`."""
        try:
            return self._parts.token.value()
        except OSError as error:
            raise _unkept(self.token_file, error) from error

    def renew_token(self, by: str = "user") -> str:
        """A new token. The old one is refused from now on; a program that runs in another process takes the new one within
        a second. Raises :class:`StorageError`."""
        try:
            made = self._parts.token.renew()
        except OSError as error:
            raise _unkept(self.token_file, error) from error
        self._parts.stores.audit.add(by, "token_renewed")
        log.info("there is a new access token")
        return made

    # --- the certificate ---------------------------------------------------------------------------------------

    @property
    def certificate_file(self) -> Path:
        """Where this program's own certificate lies, when it has one: what other machines are to trust."""
        return self._parts.folders.certificate_file

    def certificate(self) -> Certificate | None:
        """This program's own certificate; ``None`` while there is none. Raises :class:`InvalidInput` for a damaged one."""
        folders = self._parts.folders
        if not folders.certificate_file.exists():
            return None
        return read_certificate(folders.certificate_file, folders.certificate_key_file)

    def use_certificate(self, certificate: Path, key: Path, by: str = "user") -> Certificate:
        """Take a certificate that somebody else made, and its key, as this program's own; both are copied, and shown from
        the listener's next start on. Raises :class:`InvalidInput` for files that can't serve TLS, :class:`StorageError`."""
        found = read_certificate(certificate, key)
        folders = self._parts.folders
        try:
            write_private(folders.certificate_key_file, key.read_bytes())
            write_private(folders.certificate_file, certificate.read_bytes())
        except OSError as error:
            raise _no_room(folders.certificate_file, error) from error
        self._parts.stores.audit.add(by, "certificate_taken", details={"fingerprint": found.fingerprint})
        return found

    def make_certificate(self, names: Iterable[str] = (), by: str = "user") -> Certificate:
        """A certificate of this machine's own, for its names and addresses and those in ``names``, in the place of an
        earlier one; the listener shows it from its next start on. Raises :class:`InvalidInput`, :class:`StorageError`."""
        folders = self._parts.folders
        wanted = (*own_names(), *names)
        try:
            made = make_certificate(folders.certificate_file, folders.certificate_key_file, wanted, self._parts.clock())
        except OSError as error:
            raise _no_room(folders.certificate_file, error) from error
        self._parts.stores.audit.add(by, "certificate_made", details={"fingerprint": made.fingerprint})
        return made

    # --- where to listen ---------------------------------------------------------------------------------------

    def settled(self, listen: ListenAt) -> ListenAt:
        """Where the settings have the window's listener go."""
        get, chosen = self._parts.stores.settings.get, self.choice()
        host = EVERY_ADDRESS if chosen.open else get(_HOST, listen.host)
        return replace(
            listen, host=host, port=get(_PORT, listen.port), network=chosen.open, tls=chosen.open and chosen.tls
        )

    def choice(self) -> NetworkChoice:
        """What was chosen for this data folder."""
        found = self._choices().get(self._parts.folders.folder_id())
        return NetworkChoice(found is not None, bool(found))

    def choose(self, choice: NetworkChoice, by: str = "user") -> None:
        """Let other computers in, or no longer, with a certificate or without; from the listener's next start on."""
        here = self._parts.folders.folder_id()
        with self._parts.db.write():
            others = {folder: tls for folder, tls in self._choices().items() if folder != here}
            self._parts.stores.settings.set(_NETWORK, {**others, here: choice.tls} if choice.open else others or None)
            self._parts.stores.audit.add(by, "network_access", details={"open": choice.open, "tls": choice.tls})
        self._parts.bus.publish(Changed(frozenset({"settings"})))

    def _choices(self) -> dict[str, bool]:
        none: dict[str, bool] = {}
        return self._parts.stores.settings.get(_NETWORK, none)

    def ready(self, at: ListenAt) -> ListenAt:
        """``at`` with the certificate to show, all of it checked. A certificate of our own is made when there is none.

        Raises :class:`InvalidInput` for an open address that nobody agreed to (field ``network``) and for files that can't
        serve TLS."""
        if not is_loopback(at.host) and not at.network:
            raise InvalidInput(
                f"Other computers would reach {at.host or 'every address'}, and nobody has agreed to that. "
                f"{meaning(tls=at.tls or at.certificate is not None)}",
                field="network",
                hint="Agree with --allow-network (or in the settings), or use 127.0.0.1 for this computer alone.",
            )
        if (at.certificate is None) != (at.key is None):
            missing = "tls_key" if at.key is None else "tls_cert"
            raise InvalidInput(
                "A certificate and its key go together.", field=missing, hint="Give both: --tls-cert and --tls-key."
            )
        if at.certificate is None and at.tls:
            at = self._with_own(at)
        if at.certificate is not None and at.key is not None:
            self._warn_of(at.key, read_certificate(at.certificate, at.key))
        elif not is_loopback(at.host):
            log.warning("other computers reach %s, and no certificate protects what is sent", at.host)
        return at

    def _with_own(self, at: ListenAt) -> ListenAt:
        folders = self._parts.folders
        if self.certificate() is None:
            self.make_certificate(by="listener")
        return replace(at, certificate=folders.certificate_file, key=folders.certificate_key_file)

    def _warn_of(self, key: Path, certificate: Certificate) -> None:
        if key_is_open(key):
            log.warning("other users of this computer can read the key of the certificate, %s", key)
        if until := ending(certificate, self._parts.clock()):
            log.warning("the listener's certificate %s", until)


def ending(certificate: Certificate, now: datetime) -> str:
    """``ended on 2026-05-01``, ``ends on …`` when that is soon, else nothing."""
    if certificate.expires - now > SOON:
        return ""
    return f"{'ended' if certificate.expires <= now else 'ends'} on {certificate.expires:%Y-%m-%d}"


def _no_room(certificate: Path, error: OSError) -> StorageError:
    return StorageError(
        f"The certificate can't be kept in {certificate.parent}: {error.strerror}.",
        hint="Check the data folder's permissions.",
    )


def _unkept(path: Path, error: OSError) -> StorageError:
    return StorageError(
        f"The access token {path} can't be made: {error.strerror}.", hint="Check the data folder's permissions."
    )
