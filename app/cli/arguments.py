"""The global options, accepted before and after the command."""

from __future__ import annotations

from collections.abc import Sequence

#: Those with a value, and those without.
WITH_VALUE = ("--data-dir", "--database-url", "--secrets", "--log-level")
PLAIN = ("--version",)


def hoisted(arguments: Sequence[str]) -> list[str]:
    """``serve --data-dir D`` → ``--data-dir D serve``. What follows ``--`` stays where it is. One without its value stands
    alone, so that it is told of: before the command it would take the command for its value."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        name, equals, _ = word.partition("=")
        if name in WITH_VALUE:
            if not equals and not waiting:
                return [word]
            front += [word] if equals else [word, waiting.pop(0)]
        elif word in PLAIN:
            front.append(word)
        else:
            rest.append(word)
    return front + rest
