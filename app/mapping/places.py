"""Where links put what they send: that it all fits into one record, and that nothing is written over unsaid."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.mapping.outward import OutLink, Outward
from app.model.errors import InvalidInput


def check_places(paths: Sequence[str], path: str, where: str) -> None:
    """Refuse a path that makes a single value of what another path goes through (``A`` beside ``A.B``). Raises
    :class:`InvalidInput`."""
    shapes = dict(_shapes(path))
    for other in paths:
        for name, shape in _shapes(other):
            if shapes.get(name, shape) != shape:
                raise InvalidInput(
                    f"{path} and {other} can't both be sent: in one of them {name} is {_SAID[shape]},"
                    f" in the other {_SAID[shapes[name]]}.",
                    field=where,
                    hint="Correct one of the two paths, or let one of the links only come in.",
                )


_SAID = {"value": "a single value", "object": "a group of fields", "list": "a list"}


def _shapes(path: str) -> Iterator[tuple[str, str]]:
    *way, last = path.split(".")
    names: list[str] = []
    for step in way:
        names.append(step.removesuffix("[]"))
        yield ".".join(names), "list" if step.endswith("[]") else "object"
    yield ".".join([*names, last.removesuffix("[]")]), "value"


def doubled(outward: Outward) -> list[str]:
    """What a person should know: remote fields that several links send."""
    found = _doubled("", outward.links)
    for name, _, links in outward.groups:
        found += _doubled(f"{name}[].", links)
    return found


def _doubled(prefix: str, links: Sequence[OutLink]) -> list[str]:
    last: dict[str, str] = {}
    found = []
    for link in links:
        before = last.get(link.remote)
        if before is not None:
            found.append(
                f"{link.remote}: both {prefix}{before} and {prefix}{link.local} are sent to it; {prefix}{link.local} is what"
                " will be there."
            )
        last[link.remote] = link.local
    return found
