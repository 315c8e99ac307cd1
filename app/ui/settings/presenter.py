"""How the settings say sizes, times and backups. Plain Python."""

from __future__ import annotations

from typing import Any

from app.model.clock import stamp
from app.ui import formats
from app.ui.words import mark, plural, tr

#: Why there is a backup.
WHY = {
    "daily": mark("daily"),
    "upgrade": mark("before an upgrade"),
    "hand": mark("by hand"),
    "replaced": mark("replaced by a restore"),
}
#: What a passphrase is worth, in words.
STRENGTH = {
    "": ("muted", ""),
    "short": ("error", mark("Too short: at least {n} characters.")),
    "weak": ("warn", mark("Weak: it is guessed quickly. Add further words.")),
    "fair": ("warn", mark("Fair: another word makes it strong.")),
    "strong": ("ok", mark("Strong.")),
}


def size(count: int) -> str:
    """Bytes: ``640 KB``, ``12.4 MB``, ``1.2 GB``."""
    if count < 1_000_000:
        return tr("{n} KB", n=max(1, round(count / 1000)) if count else 0)
    if count < 1_000_000_000:
        return tr("{n} MB", n=f"{count / 1e6:.1f}")
    return tr("{n} GB", n=f"{count / 1e9:.1f}")


def room_words(room: Any) -> str:
    return tr(
        "Records and settings {database}, backups {backups}, log {logs}. Free on this disk: {free}.",
        database=size(room.database),
        backups=size(room.backups),
        logs=size(room.logs),
        free=size(room.free),
    )


def kept_words(kept: Any) -> str:
    return tr("{n} there now", n=formats.grouped(kept.rows))


def days_words(days: int) -> str:
    return plural(days, "{n} day", "{n} days") if days else tr("for ever")


def made(moment: Any) -> str:
    return formats.when(stamp(moment))


def facts_words(facts: Any) -> str:
    """What a backup holds."""
    connections = plural(facts.connections, "{n} connection", "{n} connections")
    records = plural(facts.records, "{n} record", "{n} records")
    return tr("Made {time}. It holds {connections} and {records}.", time=made(facts.made), connections=connections,
              records=records)  # fmt: skip
