"""Where the next page of a list is. Servers write it relative to the service, as an absolute path, or as a whole address
(docs/protocols/sap.md: Paging)."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

from app.model.errors import BadAnswer, Misconfigured

_PORTS = {"http": 80, "https": 443}
#: Nothing that a parser could read in another way than the server that gets it.
_STRANGE = re.compile(r"[\x00-\x20\x7f\\]")


def follow(base: str, path: str, link: str) -> str | None:
    """The path within the service at ``base`` of the page after the one at ``path``; ``None`` without a ``link``.

    Raises :class:`Misconfigured` for a link to another server, service or list (it would take our session there), and
    :class:`BadAnswer` for one that leads nowhere new."""
    if not link:
        return None
    # An unescaped # belongs to a key, a space to a condition.
    written = link.strip().replace("#", "%23").replace(" ", "%20")
    root = base.rstrip("/") + "/"
    try:
        if _STRANGE.search(written):
            raise ValueError(link)
        parts, home = urlsplit(urljoin(root, written)), urlsplit(root)
        at_home = _server(parts) == _server(home)
    except ValueError:
        raise _elsewhere("an address that is none") from None
    wanted = _list_of(path)
    found = parts.path.removeprefix(home.path)
    if not at_home or not parts.path.startswith(home.path) or _list_of(found) != wanted or "@" in parts.netloc:
        raise _elsewhere(parts.hostname or "another place")
    following = f"{found}?{parts.query}" if parts.query else found
    if following == path:
        raise BadAnswer(
            "SAP names the same page again as the next one; nothing of it was used.",
            hint="The next sync tries again.",
            code="endless",
        )
    return following


def _server(parts: SplitResult) -> tuple[str, str, int | None]:
    return parts.scheme, (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme)


def _list_of(path: str) -> str:
    return path.partition("?")[0].strip("/")


def _elsewhere(where: str) -> Misconfigured:
    return Misconfigured(
        f"SAP names a next page that is in another place ({where[:100]}). It was not asked, and nothing was sent there.",
        hint="Look at the connection's address: enter the server under the name that SAP itself uses in its answers.",
        code="redirected",
    )
