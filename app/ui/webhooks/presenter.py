"""The listener, webhooks and events in words. Plain Python."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from app.ui import formats, states
from app.ui.states import State
from app.ui.widgets.table import Cell
from app.ui.words import from_below, mark, plural, tr

FILTERS = (
    ("", mark("All events")),
    ("failed", mark("Failed")),
    ("received", mark("Waiting")),
    ("processing", mark("Being worked on")),
    ("processed", mark("Taken over")),
    ("ignored", mark("Ignored")),
)
EVENTS = {
    "received": ("waiting", "muted", mark("Received, waits for its turn")),
    "processing": ("running", "accent", mark("Being worked on")),
    "created": ("check", "ok", mark("Created here")),
    "updated": ("check", "ok", mark("Updated here")),
    "deleted": ("check", "ok", mark("Deleted here")),
    "unchanged": ("check", "muted", mark("Nothing had changed")),
    "conflict": ("question", "warn", mark("Waits for your decision")),
    "ignored": ("info", "muted", mark("Ignored")),
    "failed": ("error", "error", mark("Failed")),
}
#: What one may be told of, in the words of the dialog and of a line.
KINDS = {"create": mark("New records"), "update": mark("Changed records"), "delete": mark("Deleted records")}
HAPPENED = {
    "create": mark("{what} made: {which}"),
    "update": mark("{what} changed: {which}"),
    "delete": mark("{what} deleted: {which}"),
}
#: The ways of proving an event that a webhook may be held to.
PROOFS = {
    "quickbooks": mark("Intuit's signature"),
    "zoho": mark("The verification token in each message"),
    "sap": mark("SAP's signature, made with the secret"),
    "standard": mark("A signature as in the Standard Webhooks specification, made with the secret"),
    "hmac": mark("A signature of the message, made with the secret"),
    "token": mark("The verification token, sent along"),
}
_EVERYWHERE = {"0.0.0.0", "::"}


@dataclass(frozen=True)
class Reach:
    """Where events come in. ``base``: the beginning of every webhook's address, for who is to send to it."""

    state: State
    text: str
    base: str
    works: bool


def reach(listener: Any, error: Any, host: str, port: int) -> Reach:
    """``host``: this machine's name, under which others know it; ``port``: the one that would be listened on."""
    if listener is None:
        base = f"http://127.0.0.1:{port}"
        if error is not None:
            text = f"{from_below(error.message)} {tr('Ordinary syncs go on.')}"
            return Reach(State("error", "error", tr("No event can come in")), text, base, works=False)
        text = tr("Receiving is switched off in this window. Ordinary syncs go on.")
        return Reach(State("offline", "muted", tr("No event can come in")), text, base, works=False)
    place = urlsplit(listener.url)
    base = f"{place.scheme}://{host}:{place.port}" if place.hostname in _EVERYWHERE else listener.url
    if not listener.is_open:
        text = tr(
            "Only programs on this PC reach this address. A system in the cloud needs a tunnel or relay on this PC that hands "
            "its events on."
        )
        return Reach(State("check", "ok", tr("Ready at {address}", address=base)), text, base, works=True)
    if listener.is_tls:
        text = tr("Other computers reach it, too. A certificate protects what is sent.")
        return Reach(State("check", "ok", tr("Ready at {address}", address=base)), text, base, works=True)
    text = tr("Other computers reach it, too, and nothing protects what is sent. Use a certificate.")
    return Reach(State("warning", "warn", tr("Ready at {address}", address=base)), text, base, works=True)


# --- webhooks ---------------------------------------------------------------------------------------------------------


def address(hook: Any, base: str) -> str:
    """Where its events are to be sent."""
    return str(hook.webhook_url or base + hook.path)


def public_address(typed: str, path: str) -> str:
    """A tunnel's address is given by its beginning; a relay's own is kept as it is."""
    return typed.rstrip("/") + path if urlsplit(typed).path in ("", "/") else typed


def told_of(hook: Any) -> str:
    """``New, changed, deleted: customers, invoices``."""
    short = {"create": tr("new"), "update": tr("changed"), "delete": tr("deleted")}
    kinds = ", ".join(short[kind] for kind in hook.subscribed_events) or tr("nothing")
    names = [states.entity_plural(name).lower() for name in states.ordered(hook.entity_types)]
    words = tr("{kinds}: {records}", kinds=kinds, records=", ".join(names) or tr("all kinds of record"))
    return words[:1].upper() + words[1:]


def proof(hook: Any, connection: Any) -> State:
    """How its senders prove who they are; a warning where nothing could yet."""
    scheme = str(hook.verification.get("scheme", "auto"))
    if scheme != "auto":
        words, header = tr(PROOFS.get(scheme, scheme)), hook.verification.get("header")
        return State("lock", "text", tr("{proof} (in {header})", proof=words, header=header) if header else words)
    system = connection.system if connection is not None else ""
    if system == "zoho":
        return State("lock", "text", tr(PROOFS["zoho"]))
    if system in ("quickbooks", "sap") and not (hook.has_secret or _has_verifier(connection)):
        missing = {
            "quickbooks": tr("Still missing: Intuit's verifier token, as this webhook's secret"),
            "sap": tr("Still missing: the secret with which SAP signs"),
        }
        return State("warning", "warn", missing[system])
    if system in ("quickbooks", "sap"):
        return State("lock", "text", tr(PROOFS[system]))
    if hook.has_secret:
        return State("lock", "text", tr("A signature made with the secret, or the verification token"))
    return State("lock", "text", tr(PROOFS["token"]))


def _has_verifier(connection: Any) -> bool:
    return connection.system == "quickbooks" and bool(connection.auth.get("webhook_verifier_token"))


def registration(hook: Any, connection: Any) -> State | None:
    """Whether its system was asked to send events; ``None`` where that is done by hand."""
    found = hook.registration
    if found is None or connection is None:
        return None
    title = connection.system_title
    said = " ".join(from_below(text) for text in (found.message, found.hint) if text)
    if found.state == "registered":
        words = (
            tr(
                "Registered with {system} until {time}; it is renewed by itself.",
                system=title,
                time=formats.clock(found.until),
            )
            if found.until
            else tr("Registered with {system}.", system=title)
        )
        return State("warning", "warn", f"{words} {said}") if said else State("check", "ok", words)
    if found.state == "waiting":
        return State("waiting", "muted", tr("It is registered with {system} in a moment.", system=title))
    if found.state == "failed":
        words = tr("Not registered with {system} yet; it is tried again by itself.", system=title)
        return State("warning", "warn", f"{words} {said}")
    if found.reason in ("address", "proof", "stopped"):
        said = f"{said} {_asked_instead(connection)}"
    return State("info", "muted", said)


def _asked_instead(connection: Any) -> str:
    """How its changes are found without events."""
    times = ", ".join((connection.schedule or {}).get("times", ()))
    often = tr("at {times}", times=times) if times else formats.every(connection.auto_sync_interval)
    return tr(
        "Meanwhile {system} is asked for changes at each ordinary sync: {often}.",
        system=connection.system_title,
        often=often,
    )


def hook_names(hooks: Sequence[Any], connections: Mapping[str, Any]) -> dict[str, str]:
    """By the connection's name; several of one connection are numbered."""
    out: dict[str, str] = {}
    seen: dict[str, int] = {}
    for hook in hooks:
        connection = connections.get(hook.connection_id)
        seen[hook.connection_id] = number = seen.get(hook.connection_id, 0) + 1
        name = connection.name if connection is not None else ""
        out[hook.id] = name if number == 1 else f"{name} ({number})"
    return out


def hook_cells(hook: Any, name: str, connection: Any, last: str | None) -> tuple[Any, ...]:
    proved, system = proof(hook, connection), connection.system_title if connection is not None else ""
    on = State("check", "ok", tr("Switched on")) if hook.is_active else State("offline", "muted", tr("Switched off"))
    asked = registration(hook, connection)
    for trouble in (proved, asked):
        if on.shape == "check" and trouble is not None and trouble.shape == "warning":
            on = trouble
    return (
        Cell("", on.tone, on.shape, tip=on.words),
        name,
        system,
        told_of(hook),
        Cell(proved.words, proved.tone if proved.shape == "warning" else ""),
        formats.when(last) or (tr("none yet") if hook.is_active else tr("switched off")),
    )


def removal(hook: Any, name: str, connection: Any) -> str:
    goes = tr(
        "Goes: this webhook's address, its token and secret, and the list of its events. Events that still wait are not worked "
        "off.\nStays: every record, and the ordinary syncs of {name}; they find what changes.",
        name=name,
    )
    if hook.registration is None or connection is None:
        told = tr("The other system does not notice: take the address out there, too.")
    else:
        told = tr(
            "{system} is told. If it can't be reached just then, what it has registered ends by itself within a week.",
            system=connection.system_title,
        )
    return f"{goes}\n{told}"


# --- events -----------------------------------------------------------------------------------------------------------


def event_state(line: Any, now: datetime | None = None) -> State:
    """What came of an event, and why where that is not plain."""
    state = states.of_table(EVENTS, (line.outcome or "ignored") if line.status == "processed" else line.status)
    if line.status == "received" and line.next_attempt_at:
        again = tr("Tried again {time}", time=formats.ahead(line.next_attempt_at, now))
        return State("waiting", "warn", f"{again}: {from_below(line.error)}" if line.error else again)
    if line.status == "received" and line.error:
        return State(state.shape, state.tone, from_below(line.error))
    if line.status in ("ignored", "failed") and line.error:
        return State(state.shape, state.tone, f"{state.words}: {from_below(line.error)}")
    return state


def what(line: Any) -> str:
    """``Customer changed: Mehta Traders``."""
    kind = states.entity_title(line.entity_type or line.remote_module or "") or tr("Record")
    which = line.label or (tr("number {id}", id=line.remote_id) if line.remote_id else tr("not named"))
    pattern = HAPPENED.get(line.event_type or "")
    return tr(pattern, what=kind, which=which) if pattern else f"{kind}: {which}"


def may_go_again(line: Any) -> bool:
    """Is it settled, or put off? What waits for its turn or is under way goes on by itself."""
    return line.status in ("processed", "ignored", "failed") or bool(line.next_attempt_at)


def event_cells(line: Any, name: str, now: datetime | None = None) -> tuple[Cell, ...]:
    state = event_state(line, now)
    tone = state.tone if state.tone in ("error", "warn") else ""
    return (
        Cell("", state.tone, state.shape, tip=state.words),
        Cell(formats.when(line.received_at, now), tip=formats.exactly(line.received_at)),
        Cell(name),
        Cell(what(line)),
        Cell(state.words, tone),
        Cell(str(line.attempts) if line.attempts else ""),
    )


def event_facts(line: Any, name: str, now: datetime | None = None) -> list[tuple[str, str]]:
    out = [(tr("Sent by"), name), (tr("Received"), formats.exactly(line.received_at))]
    if line.processed_at:
        out.append((tr("Worked off"), formats.exactly(line.processed_at)))
    if line.attempts:
        out.append((tr("Failed tries"), plural(line.attempts, "{n} time", "{n} times")))
    if line.status == "received" and line.next_attempt_at:
        out.append((tr("Next try"), formats.ahead(line.next_attempt_at, now)))
    if line.remote_id:
        there = f"{line.remote_module} {line.remote_id}" if line.remote_module else line.remote_id
        out.append((tr("There"), there))
    return out


def kept_text(event: Any) -> str:
    """Body and headers as they were kept."""
    headers = "\n".join(f"{name}: {value}" for name, value in sorted(event.headers.items()))
    body = json.dumps(event.payload, ensure_ascii=False, indent=2)
    return f"{body}\n\n{headers}" if headers else body


def number_words(count: int, *, more: bool) -> str:
    if more:
        return tr("the newest {n} events", n=formats.grouped(count))
    return plural(count, "{n} event", "{n} events")


def secret_words(system: str) -> str:
    """What a webhook's secret is for."""
    return {
        "quickbooks": tr("The verifier token that Intuit shows on your app's page. It may be entered later."),
        "zoho": tr("Not needed: Zoho sends the verification token along."),
        "sap": tr("SAP signs with it: make one, and enter it there."),
        "tally": tr(
            "Tally itself sends nothing; this is for a program beside it. A secret is needed only if that signs."
        ),
    }.get(system, tr("Only if the sender signs its messages; otherwise it sends the verification token along."))
