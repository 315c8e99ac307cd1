"""What the wizard knows and says; no widgets."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.ui import formats, states
from app.ui.activity import plan as plan_words
from app.ui.words import from_below, mark, plural, tr

DEFAULT_PORT = 9000
MOST_ADDRESSES = 1024
DEFAULT_INTERVAL = 900

STEPS_TO_SWITCH_ON = (
    mark("In Tally Prime press F1 (Help) and choose Settings, then Connectivity."),
    mark("Open “Client/Server configuration”."),
    mark("Set “TallyPrime acts as” to Both, and the port to 9000. Accept with Ctrl+A."),
    mark("Let Tally restart, and open the company you want to connect."),
    mark("Come back here and press Look again."),
)


# -- step 2: reach it


def targets(text: str, ports: str = "") -> list[str]:
    """``tally-pc, 192.168.1.0/24`` and ``9000, 9001`` as ``host:port`` each. Raises ``ValueError`` with plain words."""
    numbers = [_port(part) for part in re.split(r"[,\s]+", ports.strip()) if part] or [DEFAULT_PORT]
    out: list[str] = []
    for part in [part for part in re.split(r"[,;\s]+", text.strip()) if part]:
        out.extend(_addresses(part, numbers))
    if not out:
        raise ValueError(tr("Type the name or address of the PC where Tally runs, or a range like 192.168.1.0/24."))
    if len(out) > MOST_ADDRESSES:
        raise ValueError(
            tr(
                "That is {n} addresses; at most {most} are looked at in one go.",
                n=formats.grouped(len(out)),
                most="1,024",
            )
        )
    return list(dict.fromkeys(out))


def _addresses(part: str, ports: Sequence[int]) -> list[str]:
    bare = re.sub(r"^https?://", "", part).rstrip("/")
    if "/" in bare:
        try:
            network = ipaddress.ip_network(bare, strict=False)
        except ValueError:
            raise ValueError(
                tr("“{text}” is not a range of addresses. Write it like 192.168.1.0/24.", text=part)
            ) from None
        if network.num_addresses * len(ports) > MOST_ADDRESSES + 2:
            raise ValueError(
                tr(
                    "That is {n} addresses; at most {most} are looked at in one go.",
                    n=formats.grouped(network.num_addresses * len(ports)),
                    most="1,024",
                )
            )
        return [f"{host}:{port}" for host in network.hosts() for port in ports]
    host, colon, port = bare.rpartition(":")
    if colon and port:
        return [f"{_host(host)}:{_port(port)}"]
    return [f"{_host(bare)}:{number}" for number in ports]


def _host(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9._\-]+|\[[0-9A-Fa-f:]+\]", text):
        raise ValueError(tr("“{text}” is not the name or address of a PC.", text=text))
    return text


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise ValueError(tr("“{text}” is not a port. Tally's is 9000 unless it was changed.", text=text))
    return int(text)


@dataclass(frozen=True)
class Found:
    """One server as the list shows it. ``usable``: may the wizard go on with it?"""

    title: str
    text: str
    tone: str
    shape: str
    usable: bool
    steps: bool = False  # show how to switch the connector on


def found(server: Any) -> Found:
    place = server.base_url.removeprefix("http://").rstrip("/")
    if server.state == "ready":
        product = "  ·  ".join(part for part in (release(server), licence(server)) if part)
        names = ", ".join(books.name for books in server.companies)
        text = tr("Open there: {names}", names=names)
        if is_educational(server):
            text += "\n" + educational()
        return Found(f"{place}   {product}", text, "ok", "check", True)
    if server.state == "no_company":
        text = tr("Tally answers, but no company is open. Open the company in Tally, then press Look again.")
        return Found(place, text, "warn", "warning", False)
    if server.state == "silent":
        text = tr(
            "Something listens there but does not answer. Most often a message is waiting in the Tally window: go "
            "there, close it, then press Look again. A big report or import also keeps Tally busy for minutes."
        )
        return Found(place, text, "warn", "warning", False)
    if server.state == "other":
        text = tr("Another program uses this port, not Tally. Look in Tally for the port it uses, and type it below.")
        return Found(place, text, "error", "error", False, steps=True)
    if server.state == "unreachable":
        text = tr(
            "This PC can't be reached. Check its name or address, that it is on, and that its firewall lets this PC in."
        )
        return Found(place, text, "error", "error", False)
    text = tr("Nothing listens there: Tally is not running, or its connector is not switched on.")
    return Found(place, text, "error", "error", False, steps=True)


def release(server: Any) -> str:
    version = str(server.version or "")
    return f"Tally Prime {version}" if version[:1].isdigit() else version


def is_educational(server: Any) -> bool:
    return bool(server.educational or str(server.licence or "").casefold() == "educational")


def licence(server: Any) -> str:
    if is_educational(server):
        return tr("Educational")
    return str(server.licence or "")


def educational() -> str:
    return tr(
        "Educational mode: this Tally has no licence. Reading works; it accepts vouchers on the 1st, 2nd and 31st only."
    )


def nothing_found(this_pc: bool) -> tuple[str, str]:
    if this_pc:
        return (
            tr("Tally did not answer on this PC"),
            tr("Either it is not running, it runs on another PC, or its connector is not switched on yet."),
        )
    return (
        tr("No Tally answered at these addresses"),
        tr("Check that Tally is running there, that its connector is on, and that the firewall lets this PC in."),
    )


# -- step 3: which books


@dataclass(frozen=True)
class BooksChoice:
    title: str
    text: str
    taken_by: str = ""


def books_choice(books: Any, connections: Sequence[Any], base_url: str) -> BooksChoice:
    parts = []
    if books.data_folder:
        parts.append(tr("Data folder {folder}", folder=books.data_folder))
    if books.books_from:
        parts.append(tr("Books from {day}", day=formats.day(books.books_from)))
    if books.last_voucher_date:
        parts.append(tr("Last voucher {day}", day=formats.day(books.last_voucher_date)))
    parts += map(from_below, books.about)
    taken = next((view.name for view in connections if same_books(view, books, base_url)), "")
    return BooksChoice(books.name, "\n".join(parts), taken)


def same_books(view: Any, books: Any, base_url: str) -> bool:
    """Is this company, in this folder, already connected? (The services refuse it as well.)"""
    if states.is_unfinished(view):
        return False
    if books.identity and view.auth.get("books_id", view.books.get("books_id")) == books.identity:
        return True
    guid = view.auth.get("company_guid") or view.books.get("guid")
    if not guid or guid != books.guid:
        return False
    folder = view.auth.get("data_folder") or view.books.get("data_folder")
    if folder and books.data_folder:
        return _folded(str(folder)) == _folded(books.data_folder)
    return bool(view.base_url.rstrip("/") == base_url.rstrip("/"))


def _folded(path: str) -> str:
    return path.replace("/", "\\").rstrip("\\").casefold()


def no_books(system: str, short: str) -> tuple[str, str]:
    if system == "tally":
        return tr("No company is open in Tally"), tr("Open the company there, then press Look again.")
    return (
        tr("There are no books for this login in {system}", system=short),
        tr("Look whether its user may see them there, then press Look again."),
    )


# -- steps 5 and 6


def preview_lines(counts: Mapping[str, Mapping[str, int]]) -> list[tuple[str, str]]:
    """``(customer, "1,204 customers come in")`` for each kind of record."""
    out = []
    for entity in states.ordered(counts):
        each = counts[entity]
        created, linked = int(each.get("created", 0) or 0), int(each.get("linked", 0) or 0)
        what = states.entity_plural(entity).lower()
        parts = []
        if created:
            parts.append(tr("{n} {what} come in", n=formats.grouped(created), what=what))
        if linked:
            parts.append(tr("{n} are the same as ones you have", n=formats.grouped(linked)))
        for key, words in (
            ("updated", mark("{n} change")),
            ("conflicts", mark("{n} wait for your decision")),
            ("failed", mark("{n} can't be read")),
        ):
            if each.get(key):
                parts.append(tr(words, n=formats.grouped(int(each[key]))))
        if parts and not created:
            parts[0] = f"{states.entity_plural(entity)}: {parts[0]}"
        out.append((entity, ", ".join(parts) or tr("no {what} found", what=what)))
    return out


def preview_sent(plan: Any, system: str) -> str:
    """What the first sync would send: ``In Tally: 12 would be new``. Empty when nothing."""
    counts = plan.counts.get("remote", {}) if plan is not None else {}
    parts = [
        tr(words, n=formats.grouped(int(counts[action])))
        for action, (_, words) in plan_words.ACTIONS.items()
        if counts.get(action)
    ]
    return f"{plan_words.where('remote', system)}: {', '.join(parts)}" if parts else ""


def preview_problems(plan: Any, errors: Sequence[Any], most: int = 8) -> list[tuple[str, str, str]]:
    """``(level, what, why)``: the first records that can't be taken over or that look like ones that are here."""
    out = [("warn", from_below(each.message), from_below(each.hint)) for each in errors[:most]]
    items = plan.items if plan is not None else ()
    for item in sorted(items, key=lambda item: item.action != "conflict"):  # what waits for a decision goes first
        if len(out) >= most:
            break
        label = item.label or item.remote_id or ""
        if item.action == "conflict":
            out.append(("warn", tr("“{label}” looks like one you have already", label=label), _sentence(item.reason)))
        elif item.action == "link":
            out.append(("info", tr("“{label}” is matched with one you have", label=label), _sentence(item.reason)))
    return out


def _sentence(text: str) -> str:
    text = from_below(text)
    return text[:1].upper() + text[1:]


def summary(run: Any) -> tuple[str, str, str]:
    """``(level, title, text)`` of the first sync."""
    if run.status in ("completed", "partial"):
        total = sum(int(each.get("created", 0) or 0) + int(each.get("linked", 0) or 0) for each in run.counts.values())
        title = plural(total, "{n} record is here", "{n} records are here")
        if run.failed:
            return (
                "warn",
                title,
                plural(
                    run.failed,
                    "{n} could not be taken over: see Activity.",
                    "{n} could not be taken over: see Activity.",
                ),
            )
        if run.conflicts:
            words = plural(
                run.conflicts,
                "{n} waits for your decision: see Conflicts.",
                "{n} wait for your decision: see Conflicts.",
            )
            return "warn", title, words
        return "ok", title, tr("Everything that was asked for came over.")
    if run.status == "held":
        return "warn", tr("The sync waits for your answer"), from_below((run.guard or {}).get("message", ""))
    if run.status == "cancelled":
        return "info", tr("The sync was stopped"), tr("What came so far is kept; the next sync goes on from there.")
    error = run.error or {}
    happened = from_below(error.get("message") or run.message) or tr("The sync failed")
    return "error", happened, from_below(error.get("hint", ""))


class TimeLeft:
    """How long the present kind of record will take, from how long it took so far."""

    def __init__(self) -> None:
        self._what: tuple[str, str | None] | None = None
        self._start = 0.0
        self._first = 0

    def words(self, step: Any, now: float) -> str:
        what = (step.phase, step.entity)
        if what != self._what:
            self._what, self._start, self._first = what, now, step.done
            return ""
        moved, elapsed = step.done - self._first, now - self._start
        if not step.total or moved <= 0 or elapsed < 2:
            return ""
        left = (step.total - step.done) * elapsed / moved
        return tr("about {time} left for these", time=formats.span(max(1.0, left)))
