"""``authorize`` and ``withdraw``: sign a connection in to its system, with a browser on any computer, and out again."""

from __future__ import annotations

import sys

from app.cli.hub import hub
from app.cli.terminal import out, say
from app.model.errors import InvalidInput
from app.services.options import Options


def run_authorize(options: Options, connection: str, redirect: str | None) -> int:
    with hub(options) as app:
        found = app.services.connections.named(connection)
        begun = app.services.authorisations.begin(found.id, redirect)
        say(f"Open this address in a browser, on any computer, and sign in to {found.system_title}:")
        out(begun.authorize_url)
        say(f"The browser then goes to {begun.redirect_uri} and may show an error there: that does not matter.")
        say("Copy the whole address that it shows then, and paste it here within 15 minutes:")
        pasted = sys.stdin.readline().strip()
        if not pasted:
            raise InvalidInput("No address was given; nothing was changed.", field="redirectedTo")
        made = app.services.authorisations.complete(found.id, pasted)
    out(f"{made.name} is connected.")
    return 0


def run_withdraw(options: Options, connection: str) -> int:
    with hub(options) as app:
        found = app.services.connections.named(connection)
        made = app.services.authorisations.withdraw(found.id)
    out(f"{made.name} is signed out of {made.system_title}.")
    return 0
