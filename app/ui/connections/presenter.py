"""What a connection's card says, how a test reads, and which changes an edit makes. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from app.ui import formats, states
from app.ui.words import from_below, mark, plural, tr

INTERVALS = (0, 300, 900, 1800, 3600, 7200, 14400, 86400)
CHECKS = {
    "reach": mark("Reach"),
    "licence": mark("Licence"),
    "books": mark("Company"),
    "company": mark("Company"),
    "sample": mark("Sample read"),
    "login": mark("Login"),
    "permission": mark("Permission"),
    "tls": mark("Certificate"),
}


def facts(view: Any, configs: Sequence[Any]) -> list[tuple[str, str]]:
    """What identifies a connection and what it does."""
    out = []
    company = str(view.auth.get("company") or view.books.get("name") or "")
    if company:
        out.append((tr("Company"), company))
    folder = str(view.auth.get("data_folder") or view.books.get("data_folder") or "")
    if folder:
        out.append((tr("Data folder"), folder))
    out.append((tr("Address"), str(view.auth.get("accounts_url") or view.base_url)))
    if view.signs_in:
        out.append((tr("Sign-in"), login_words(view)))
    out += [(from_below(title), from_below(text)) for title, text in view.facts]
    version = "  ·  ".join(str(view.books[key]) for key in ("version", "licence") if view.books.get(key))
    if version:
        out.append((tr("Program"), version))
    out.append((tr("Syncs"), synced_words(configs, view.system_title)))
    times, quiet = schedule_words(view.schedule)
    out.append((tr("How often"), tr("at {times}", times=times) if times else formats.every(view.auto_sync_interval)))
    if quiet:
        out.append((tr("Quiet hours"), quiet))
    out.append((tr("Last good sync"), formats.when(view.last_success_at) or tr("never")))
    return out


def login_words(view: Any) -> str:
    """Until when the login is good, as far as the system tells."""
    login = view.auth.get("refresh_token")
    if view.status == "expired":
        return tr("has ended: sign in again")
    if not isinstance(login, Mapping):
        return tr("nobody has signed in yet")
    unused, last = login.get("expiresAt"), login.get("endsAt")
    if last and (not unused or last <= unused):
        return tr("ends on {day}: sign in again before it", day=formats.day(last))
    if last:
        days = {"day": formats.day(unused), "last": formats.day(last)}
        return tr("unused, it ends on {day}; used, on {last} at the latest", **days)
    until = formats.ahead(unused)
    return tr("good until {time}", time=until) if until else tr("good until it is withdrawn")


def paste_words(begun: Any) -> str:
    """When the address that the browser shows is to be pasted."""
    if begun.caught:
        return tr(
            "Only if this page does not go on by itself: copy the whole address that the browser shows at the end."
        )
    pasting = tr("The browser ends on a page that may show an error: that does not matter. Copy its whole address.")
    if not begun.taken_by:
        return pasting
    taken = tr(
        "The redirect address is in use by {program}, so this page can't notice when you are back.",
        program=from_below(begun.taken_by),
    )
    return f"{taken} {pasting}"


def is_signed_in(view: Any) -> bool:
    """Is there a login that can be withdrawn?"""
    return bool(view.signs_in and isinstance(view.auth.get("refresh_token"), Mapping))


def offer_of(offers: Sequence[Any], system: str) -> Any:
    return next(one for one in offers if one.name == system)


def entities_of(offers: Sequence[Any], system: str, configs: Sequence[Any]) -> list[str]:
    """The kinds of record that a connection can sync; those that it does are among them."""
    return states.ordered({*offer_of(offers, system).entities, *(config.entity_type for config in configs)})


def modules_of(offer: Any, places: Mapping[str, str]) -> dict[str, list[tuple[str, str]]]:
    """Where each kind of record may be kept there; that in which it is kept is among them."""
    out = {entity: list(known) for entity, known in offer.modules.items()}
    for entity, module in places.items():
        if module not in dict(out.get(entity, ())):
            out[entity] = [(module, module)]
    return out


def hub_key_of(offer: Any, configs: Sequence[Any]) -> str:
    """The field with our own number; empty where that system has no room for one."""
    return next((config.hub_key_field for config in configs if config.hub_key_field), "") or str(offer.hub_key)


def is_keyed(configs: Sequence[Any]) -> bool:
    """Is our own number kept there? Where nothing was written so far it will be."""
    written = [one for one in configs if one.is_active and one.sync_direction != "pull"]
    return not written or any(one.hub_key_field for one in written)


def placed(draft: Mapping[str, Any], places: Mapping[str, str]) -> dict[str, Any]:
    """A draft of a config with the module that was chosen, if there was a choice."""
    entity = draft["entity_type"]
    return {**draft, **({"remote_module": places[entity]} if entity in places else {})}


def keyed(
    configs: Sequence[Any],
    changed: Sequence[tuple[str, dict[str, Any]]],
    drafts: Sequence[Mapping[str, Any]],
    hub_key: str | None,
) -> tuple[list[tuple[str, dict[str, Any]]], list[dict[str, Any]]]:
    """The same changes and drafts with our own number in that field, or (``None``) in none. A field of another name stays."""
    changes = {config_id: dict(change) for config_id, change in changed}
    for config in configs:
        wanted = hub_key and (config.hub_key_field or hub_key)
        if (config.hub_key_field or None) != wanted:
            changes.setdefault(config.id, {})["hub_key_field"] = wanted
    return list(changes.items()), [{**draft, "hub_key_field": hub_key} for draft in drafts]


def server_draft(view: Any, address: str, fingerprint: str) -> dict[str, Any]:
    """As much of a connection as is needed to look at its server."""
    given = {"fingerprint_sha256": fingerprint, "ca_file": view.auth.get("ca_file")}
    auth = {name: value for name, value in given.items() if value}
    return {"erp_system": view.system, "auth_type": view.auth_type, "auth_config": auth, "base_url": address}


def certificate_question(seen: Any) -> tuple[str, str]:
    if seen.before:
        return (
            tr("The server shows another certificate than the one you trusted"),
            tr(
                "Trusted so far: {before}\nShown now: {now}\nAsk whoever looks after the server whether it was renewed. If nobody "
                "knows of that, do not trust it.",
                before=seen.before,
                now=seen.fingerprint,
            ),
        )
    return (
        tr("Nobody vouches for this server's certificate"),
        tr(
            "That is usual for a server in your own office. Compare the fingerprint with the one that the person who looks after "
            "the server reads there; trust it only when they are the same. Your password was not sent."
        ),
    )


def certificate_facts(seen: Any) -> list[tuple[str, str]]:
    return [
        (tr("Owner"), seen.owner),
        (tr("Made by"), tr("itself") if seen.issuer == seen.owner else seen.issuer),
        (tr("For"), ", ".join(seen.names) or tr("no name in particular")),
        (tr("Valid"), f"{formats.day(seen.begins)} – {formats.day(seen.expires)}"),
        (tr("Fingerprint"), seen.fingerprint),
    ]


def synced_words(configs: Sequence[Any], system: str) -> str:
    """``Customers, Products (from Tally Prime)``, grouped by direction."""
    by_way: dict[str, list[str]] = {}
    for config in configs:
        if config.is_active:
            by_way.setdefault(config.sync_direction, []).append(config.entity_type)
    parts = []
    for way, entities in by_way.items():
        names = ", ".join(states.entity_plural(name) for name in states.ordered(entities))
        way_words = tr(states.DIRECTIONS.get(way, ""), system=system)
        if not way_words.startswith(system):  # in Hindi the system's name comes first
            way_words = way_words[:1].lower() + way_words[1:]
        parts.append(f"{names} ({way_words})")
    return "; ".join(parts) or tr("nothing yet")


def check_lines(result: Any) -> list[tuple[bool, str, str]]:
    """``(ok, what was looked at and found, what to do)`` for each check of a test."""
    out = []
    for check in result.details.get("checks", ()):
        name, found = tr(CHECKS.get(check["name"], "")), from_below(check["message"])
        words = f"{name}: {found}" if name else found
        out.append((bool(check["ok"]), words, "" if check["ok"] else from_below(check.get("hint", ""))))
    return out or [(result.success, from_below(result.message), "")]


def choices_for(choices: Sequence[Any], written: set[str]) -> list[Any]:
    """What is to be chosen when these kinds of record are written. A choice that names no kind is for any document."""
    return [one for one in choices if written & set(one.needed_for or ("order", "invoice", "payment"))]


def choice_options(choice: Any) -> list[tuple[str, str | None]]:
    """``(words, value)``, nothing chosen first. What was chosen and is not offered any more stays to be seen."""
    out: list[tuple[str, str | None]] = [(tr("Not chosen yet"), None)]
    for value, uses in choice.options:
        used = plural(uses, "{value}   (used {n} time)", "{value}   (used {n} times)", value=value)
        out.append((used if uses else value, value))
    if choice.chosen and choice.chosen not in {value for _, value in out}:
        out.append((tr("{value}   (not there any more)", value=choice.chosen), choice.chosen))
    return out


def choice_sections(choices: Sequence[Any]) -> list[tuple[str, str, list[Any]]]:
    """``(title, help, choices)``: what is needed first. A help that all of a section share is told once, at its head."""
    out = []
    for title, needed in ((tr("Needed before anything is written"), True), (tr("May be left open"), False)):
        own = [one for one in choices if bool(one.needed_for) == needed]
        helps = {one.help for one in own}
        if own:
            out.append((title, from_below(helps.pop()) if len(helps) == 1 else "", own))
    return out


def choice_open(choice: Any, written: Collection[str], system: str) -> str:
    """What can't be written to ``system`` until it is chosen; empty where nothing waits for it."""
    waiting = [states.entity_plural(name).lower() for name in states.ordered(set(choice.needed_for) & set(written))]
    if not waiting:
        return ""
    return tr("Until it is chosen, {what} can't be written to {system}: they wait here.",
              what=", ".join(waiting), system=system)  # fmt: skip


def choice_about(choice: Any, told: str) -> str:
    """The line below a choice's box; ``told`` is what stands at the section's head."""
    about = from_below(choice.help)
    about = "" if about == told else about
    if choice.suggested and not choice.chosen:
        return f"{about} {tr('Suggested: see whether it is right.')}".strip()
    return about


def removal(view: Any, goes: Any, counts: Mapping[str, int]) -> str:
    """What goes and what stays, before it is done. ``goes`` is a :class:`app.services.views.RemovalView`."""
    total = sum(counts.values())
    stays = plural(total, "{n} record stays", "{n} records stay") if total else tr("Your records stay")
    parts = [
        tr("this connection with its settings and stored passwords"),
        plural(
            goes.records,
            "its link of {n} record to {system}",
            "its links of {n} records to {system}",
            system=view.system_title,
        ),
        plural(goes.configs, "the mapping of {n} kind of record", "the mappings of {n} kinds of record"),
        plural(goes.runs, "the history of {n} run", "the history of {n} runs"),
    ]
    for count, one, many in (
        (goes.decisions, mark("{n} decision that waits for you"), mark("{n} decisions that wait for you")),
        (goes.failed, mark("the note of {n} record that failed"), mark("the notes of {n} records that failed")),
        (goes.webhooks, mark("{n} webhook"), mark("{n} webhooks")),
    ):
        if count:
            parts.append(plural(count, one, many))
    told = tr(
        "{system} is told that its login is not wanted any more, unless another connection lives by it.",
        system=view.system_title,
    )
    words = tr(
        "Goes: {parts}.\n"
        "Stays: {stays} in SalesMate Sync, and nothing in {system} is touched.\n"
        "Connecting the same books again later finds their records by number, GSTIN and name.",
        parts=", ".join(parts),
        system=view.system_title,
        stays=stays,
    )
    return f"{words}\n{told}" if is_signed_in(view) else words


def withdrawal(view: Any) -> str:
    """What happens when a login is given back, before it is done."""
    return tr(
        "{system} is told that SalesMate Sync may not get in any more, and the login stored here is deleted. "
        "Nothing syncs over “{name}” until somebody signs in again. Records, links and settings stay as they are.",
        system=view.system_title,
        name=view.name,
    )


def waiting_words(until: Any, system_title: str) -> str:
    return tr(
        "{system} lets only so many questions through: it goes on by itself {time}.",
        system=system_title,
        time=formats.ahead(until),
    )


def connection_changes(view: Any, name: str, address: str, enabled: bool) -> dict[str, Any]:
    """Only what differs."""
    out: dict[str, Any] = {}
    if name.strip() != view.name:
        out["connection_name"] = name.strip()
    if address.strip() != view.base_url:
        out["base_url"] = address.strip()
    if enabled != (view.sync_enabled and view.status != "inactive"):
        out["sync_enabled"] = enabled
        if enabled and view.status == "inactive":
            out["status"] = "active"
    return out


def schedule_words(schedule: Mapping[str, Any] | None) -> tuple[str, str]:
    """Times of day and quiet hours as they are shown and typed: ``09:00, 13:00`` and ``22:00 – 07:00``; empty for none."""
    stored = schedule or {}
    quiet = stored.get("quiet_hours") or {}
    return ", ".join(stored.get("times", ())), f"{quiet['start']} – {quiet['end']}" if quiet else ""


def schedule_of(present: Mapping[str, Any] | None, times: str, quiet: str) -> dict[str, Any] | None:
    """What was typed as a draft; weekdays stay. What can't be read goes along as it is: storing it says what is wrong."""
    made: dict[str, Any] = {}
    if typed := re.split(r"[,;\s]+", times.strip().strip(",;")) if times.strip(" ,;") else []:
        made["times"] = typed
        if present and present.get("days"):
            made["days"] = list(present["days"])
    if quiet.strip():
        start, _, end = re.sub(r"\s*(?:–|-|\bto\b)\s*", "|", quiet.strip()).partition("|")
        made["quiet_hours"] = {"start": start, "end": end}
    return made or None


def config_changes(
    configs: Sequence[Any], plan: Mapping[str, str], rule: str, deletions: str, automatic: bool
) -> tuple[list[tuple[str, dict[str, Any]]], list[dict[str, Any]]]:
    """``(changes of configs that are there, drafts of new ones)`` that make the configs fit the plan."""
    changed: list[tuple[str, dict[str, Any]]] = []
    drafts: list[dict[str, Any]] = []
    there = {config.entity_type: config for config in configs}
    for entity, direction in plan.items():
        config = there.get(entity)
        active = direction != "off"
        if config is None:
            if active:
                drafts.append(config_draft(entity, direction, rule, deletions, automatic))
            continue
        changes: dict[str, Any] = {}
        if config.is_active != active:
            changes["is_active"] = active
        if active and config.sync_direction != direction:
            changes["sync_direction"] = direction
        if config.conflict_resolution != rule:
            changes["conflict_resolution"] = rule
        if config.delete_policy != deletions:
            changes["delete_policy"] = deletions
        if active and config.auto_sync != automatic:
            changes["auto_sync"] = automatic
        if changes:
            changed.append((config.id, changes))
    # What is switched off goes first: another kind may take its module.
    changed.sort(key=lambda one: one[1].get("is_active", True))
    return changed, drafts


def config_draft(entity: str, direction: str, rule: str, deletions: str, automatic: bool) -> dict[str, Any]:
    return {
        "entity_type": entity,
        "sync_direction": direction,
        "conflict_resolution": rule,
        "delete_policy": deletions,
        "auto_sync": automatic,
    }
