"""The master key: 32 bytes that open every stored secret, kept by the OS keyring or, when asked for, in a
file.

A hub has one key. It is exported under a passphrase to move a hub to another PC, or to let several PCs share
one."""

from __future__ import annotations

import base64
import binascii
import json
import os
import unicodedata
from pathlib import Path
from typing import Any, Protocol

from app.model.errors import AppError, InvalidInput
from app.platform.private import create_private, is_private, write_private

LENGTH = 32
SERVICE = "salesmate-sync"
_PROBE = "probe"
_FORMAT = "salesmate-sync-key"
#: scrypt's cost: 64 MB and about a fifth of a second.
_COST = {"n": 1 << 16, "r": 8, "p": 1}
#: An imported file may not ask for more than this: 256 MB.
_MOST = {"n": 1 << 18, "r": 8, "p": 4}
SHORTEST_PASSPHRASE = 10


class NoKeyring(AppError):
    """This machine has no usable keyring."""

    code = "no_keyring"


class KeyProblem(AppError):
    """The master key is there but can't be used as it is."""

    code = "key_problem"


class KeyKeeper(Protocol):
    """Where the master key is kept."""

    def load(self) -> bytes | None: ...

    def save(self, key: bytes) -> None:
        """Keep ``key``, in the place of any other."""
        ...

    def create(self) -> bytes:
        """A fresh key, kept; of two programs that try at once both get the same one."""
        ...


def master_key(keeper: KeyKeeper) -> bytes:
    """The key, made at the first start. Raises :class:`NoKeyring`, :class:`KeyProblem`."""
    return keeper.load() or keeper.create()


class KeyringKeeper:
    """``salesmate-sync/<data folder id>`` in the OS keyring. Making one probes the keyring (write, read,
    delete): raises :class:`NoKeyring` when there is none or it drops what it is given."""

    def __init__(self, folder_id: str, backend: Any = None) -> None:
        self._name = folder_id
        self._backend = backend if backend is not None else _keyring()
        self._probe()

    def load(self) -> bytes | None:
        text = self._ask("get_password", SERVICE, self._name)
        return None if text is None else _decoded(text)

    def save(self, key: bytes) -> None:
        self._ask("set_password", SERVICE, self._name, base64.b64encode(key).decode())
        if self.load() != key:
            raise _no_keyring("it did not keep what it was given")

    def create(self) -> bytes:
        # Two first starts at once: both write, both read what was written last.
        self._ask("set_password", SERVICE, self._name, base64.b64encode(os.urandom(LENGTH)).decode())
        key = self.load()
        if key is None:
            raise _no_keyring("it did not keep what it was given")
        return key

    def _probe(self) -> None:
        name, value = f"{_PROBE}-{self._name}", base64.b64encode(os.urandom(LENGTH)).decode()
        self._ask("set_password", SERVICE, name, value)
        kept = self._ask("get_password", SERVICE, name)
        if kept != value:
            raise _no_keyring("it did not keep what it was given")
        self._ask("delete_password", SERVICE, name)

    def _ask(self, method: str, *arguments: str) -> str | None:
        try:
            answer: str | None = getattr(self._backend, method)(*arguments)
        except Exception as error:  # each backend raises what its library does
            raise _no_keyring(f"{type(error).__name__}: {error}") from error
        return answer


def _keyring() -> Any:
    try:
        import keyring

        return keyring.get_keyring()
    except Exception as error:
        raise _no_keyring(f"{type(error).__name__}: {error}") from error


def _no_keyring(reason: str) -> NoKeyring:
    return NoKeyring(
        "This computer has no keyring that can keep the master key, so no password can be stored.",
        hint="On Linux start a keyring (GNOME Keyring or KWallet) and log in again. On a machine without one start "
        "with --secrets file: the key is then kept in a file that only your user can read.",
        details={"reason": reason},
    )


class FileKeeper:
    """A file of its owner alone (``--secrets file``)."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def load(self) -> bytes | None:
        """Raises :class:`KeyProblem` for a file that others may read: it may be known to them already."""
        try:
            text = self._path.read_text(encoding="ascii")
        except FileNotFoundError:
            return None
        except (OSError, UnicodeDecodeError) as error:
            raise KeyProblem(
                f"The key file {self._path} can't be read.", hint="Check its permissions, or import the key again."
            ) from error
        if not is_private(self._path):
            raise KeyProblem(
                f"The key file {self._path} can be read by other users of this computer; it was not used.",
                hint="In the file's permissions, let nobody but your own user read or write it.",
            )
        return _decoded(text)

    def save(self, key: bytes) -> None:
        self._writing(write_private, base64.b64encode(key) + b"\n")

    def create(self) -> bytes:
        self._writing(create_private, base64.b64encode(os.urandom(LENGTH)) + b"\n")
        key = self.load()
        if key is None:
            raise KeyProblem(f"The key file {self._path} can't be kept.", hint="Choose another data folder.")
        return key

    def _writing(self, write: Any, data: bytes) -> None:
        try:
            write(self._path, data)
        except OSError as error:
            raise KeyProblem(
                f"The key file {self._path} can't be written.", hint="Check the data folder's permissions."
            ) from error


def _decoded(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != LENGTH:
        raise KeyProblem("The stored master key is damaged.", hint="Import it again from its backup file.")
    return key


# --- moving it ----------------------------------------------------------------------------------------------


def export_key(key: bytes, passphrase: str) -> str:
    """The key under a passphrase, as the text of a small JSON file. Raises :class:`InvalidInput` for a short
    one."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise InvalidInput(f"The passphrase must have at least {SHORTEST_PASSPHRASE} characters.", field="passphrase")
    salt, nonce = os.urandom(16), os.urandom(12)
    sealed = AESGCM(_derived(passphrase, salt, _COST)).encrypt(nonce, key, _FORMAT.encode())
    return json.dumps(
        {
            "format": _FORMAT,
            "version": 1,
            "kdf": "scrypt",
            **_COST,
            "salt": salt.hex(),
            "nonce": nonce.hex(),
            "key": sealed.hex(),
        },
        indent=1,
    )


def import_key(text: str, passphrase: str) -> bytes:
    """Back from :func:`export_key`. Raises :class:`InvalidInput` (field ``file`` or ``passphrase``)."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        stored = json.loads(text)
        cost = {name: int(stored[name]) for name in _COST}
        salt, nonce, sealed = (bytes.fromhex(stored[name]) for name in ("salt", "nonce", "key"))
        if stored["format"] != _FORMAT or any(not 0 < cost[name] <= _MOST[name] for name in cost):
            raise ValueError("not ours")
        derived = _derived(passphrase, salt, cost)
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        raise InvalidInput("This is not a key file of SalesMate Sync.", field="file") from None
    try:
        key = AESGCM(derived).decrypt(nonce, sealed, _FORMAT.encode())
    except (InvalidTag, ValueError):
        raise InvalidInput("The passphrase does not open this key file.", field="passphrase") from None
    if len(key) != LENGTH:
        raise InvalidInput("This is not a key file of SalesMate Sync.", field="file")
    return key


def _derived(passphrase: str, salt: bytes, cost: dict[str, int]) -> bytes:
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    # The same passphrase typed on a Mac and on Windows may come in two Unicode forms.
    words = unicodedata.normalize("NFKC", passphrase).encode()
    return Scrypt(salt=salt, length=LENGTH, **cost).derive(words)
