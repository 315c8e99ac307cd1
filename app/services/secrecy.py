"""Keeping secrets out of ``authConfig``: what is stored and shown holds ``{"set": true}`` where a secret
belongs.

A secret's name in the secret store is its path inside ``authConfig`` (``client_secret``, ``login.password``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.errors import InvalidInput
from app.services.names import snake

SET: Mapping[str, Any] = {"set": True}
_SHOWN = frozenset({"set", "expiresAt", "expires_at", "endsAt", "ends_at"})


@dataclass
class SplitAuth:
    """``public`` goes to the database, ``secrets`` (path → value) to the secret store; ``forgotten`` are
    paths to delete.
    """

    public: dict[str, Any] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    forgotten: list[str] = field(default_factory=list)


def is_placeholder(value: object) -> bool:
    """``{"set": true}`` (with or without ``expiresAt`` and ``endsAt``): what we show for a secret, and may get back
    unchanged.
    """
    return isinstance(value, Mapping) and value.get("set") is True and value.keys() <= _SHOWN


def split(
    auth: Mapping[str, Any], secret: Callable[[str], bool], present: Mapping[str, Any] | None = None
) -> SplitAuth:
    """Part ``auth`` into what may be stored and what is secret, merged over ``present`` (the stored
    ``authConfig``).

    Only the keys that were sent change; ``None`` removes one; a placeholder keeps the secret that is
    there. Raises
    :class:`InvalidInput` for a secret that is not a text.
    """
    out = SplitAuth(public=dict(present or {}))
    for key, value in auth.items():
        _take(out, key, value, secret, before=(present or {}).get(key))
    return out


def _take(out: SplitAuth, key: str, value: Any, secret: Callable[[str], bool], before: Any) -> None:
    was_set = is_placeholder(before)
    if value is None or value == "":
        out.public.pop(key, None)
        out.forgotten += [key] if was_set else _paths(before, key)
    elif secret(key):
        if is_placeholder(value):
            if not was_set:
                raise InvalidInput(f"{key} is not set: send its value.", field=f"authConfig.{key}")
            return
        out.public[key] = dict(SET)
        out.secrets[key] = _text(value, key)
    else:
        out.public[key] = _hide(value, key, secret, before, out.secrets)


def _hide(value: Any, path: str, secret: Callable[[str], bool], before: Any, secrets: dict[str, str]) -> Any:
    """``value`` with placeholders for the secrets inside it (a custom connector's definition holds some)."""
    if isinstance(value, Mapping):
        known = before if isinstance(before, Mapping) else {}
        return {key: _hide_entry(str(key), item, path, secret, known.get(key), secrets) for key, item in value.items()}
    if isinstance(value, list):
        known_items = before if isinstance(before, list) else []
        pairs = enumerate(value)
        return [
            _hide(item, f"{path}[{n}]", secret, known_items[n] if n < len(known_items) else None, secrets)
            for n, item in pairs
        ]
    return value


def _hide_entry(
    key: str, item: Any, path: str, secret: Callable[[str], bool], before: Any, secrets: dict[str, str]
) -> Any:
    where = f"{path}.{key}"
    if not secret(snake(key)) or not isinstance(item, str) or not item:
        if is_placeholder(item) and is_placeholder(before):
            return dict(SET)
        return _hide(item, where, secret, before, secrets)
    secrets[where] = item
    return dict(SET)


def _text(value: Any, key: str) -> str:
    if not isinstance(value, str):
        raise InvalidInput(f"{key} must be a text.", field=f"authConfig.{key}")
    return value


def _paths(value: Any, path: str) -> list[str]:
    """The paths of the secrets inside a stored value."""
    if is_placeholder(value):
        return [path]
    if isinstance(value, Mapping):
        return [found for key, item in value.items() for found in _paths(item, f"{path}.{key}")]
    if isinstance(value, list):
        return [found for n, item in enumerate(value) for found in _paths(item, f"{path}[{n}]")]
    return []


def secret_paths(public: Mapping[str, Any]) -> list[str]:
    """The paths of all secrets of a stored ``authConfig``."""
    return [found for key, value in public.items() for found in _paths(value, key)]


def reveal(public: Mapping[str, Any], load: Callable[[str], str | None]) -> dict[str, Any]:
    """``authConfig`` with its secrets in clear, for a connector and nothing else. A secret that is lost
    reads as absent.
    """
    out: dict[str, Any] = {}
    for key, value in public.items():
        clear = _reveal(value, key, load)
        if clear is not None:
            out[key] = clear
    return out


def _reveal(value: Any, path: str, load: Callable[[str], str | None]) -> Any:
    if is_placeholder(value):
        return load(path)
    if isinstance(value, Mapping):
        return {key: _reveal(item, f"{path}.{key}", load) for key, item in value.items()}
    if isinstance(value, list):
        return [_reveal(item, f"{path}[{n}]", load) for n, item in enumerate(value)]
    return value
