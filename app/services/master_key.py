"""The hub's master key, taken to another machine: a hub has one, whichever of its machines stored a password."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.db.secrets import SecretStore
from app.model.errors import AppError, Conflicting, InvalidInput, StorageError
from app.platform.keys import export_key, import_key
from app.platform.private import create_private

if TYPE_CHECKING:
    from app.services.parts import Parts


#: No exported key has more letters.
_LARGEST = 64 * 1024


@dataclass(frozen=True)
class KeyPlace:
    """Where the key is kept: ``keyring`` (the system's) or ``file`` (``path``), and what is wrong with it, if anything."""

    kind: str
    path: Path | None
    problem: AppError | None
    in_use: bool


class MasterKey:
    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def place(self) -> KeyPlace:
        """Where the key is, and whether it opens this hub's passwords; ``in_use``: there are some."""
        kind = self._parts.options.secrets
        problem = None
        try:
            self._parts.check_secrets()
        except AppError as error:
            problem = error
        path = self._parts.folders.key_file if kind == "file" else None
        return KeyPlace(kind, path, problem, self._parts.secrets.holds_any())

    def export(self, path: Path, passphrase: str) -> None:
        """Write this machine's key, under a passphrase, into a new file of its owner alone. Raises :class:`Conflicting` for
        a file that is there, :class:`SecretsLocked` when the key is not this hub's, :class:`InvalidInput` for a short
        passphrase."""
        self._parts.check_secrets()
        key = self._parts.keeper().load()
        assert key is not None, "the check made one"
        text = export_key(key, passphrase)
        try:
            made = create_private(path, text.encode())
        except OSError as error:
            raise StorageError(f"{path} can't be written: {error.strerror}.", hint="Choose another place.") from error
        if not made:
            raise Conflicting(f"{path} exists already.", hint="Choose another name.")

    def take(self, path: Path, passphrase: str) -> None:
        """Keep the key of an exported file as this machine's. Raises :class:`InvalidInput` for a file or passphrase that is
        wrong, :class:`SecretsLocked` for the key of another hub; nothing is changed then."""
        try:
            with path.open(encoding="utf-8") as file:
                text = file.read(_LARGEST)
        except (OSError, UnicodeDecodeError):
            raise InvalidInput(f"{path} can't be read.", field="file", hint="Check its name.") from None
        key = import_key(text, passphrase)
        SecretStore(self._parts.db, lambda: key).check_key()
        self._parts.change_key(key)
