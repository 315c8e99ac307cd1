"""What a connection's card says, how a test reads, and which changes an edit makes. Plain Python."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from app.ui import formats, states
from app.ui.words import mark, plural, tr

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
    out.append((tr("Address"), view.base_url))
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
        name = tr(CHECKS.get(check["name"], ""))
        words = f"{name}: {check['message']}" if name else check["message"]
        out.append((bool(check["ok"]), words, "" if check["ok"] else check.get("hint", "")))
    return out or [(result.success, result.message, "")]


def choices_for(choices: Sequence[Any], written: set[str]) -> list[Any]:
    """What is to be chosen when these kinds of record are written. A choice that names no kind is for any document."""
    documents = written & {"order", "invoice", "payment"}
    return [one for one in choices if documents & set(one.needed_for or documents)]


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
            out.append((title, helps.pop() if len(helps) == 1 else "", own))
    return out


def choice_about(choice: Any, told: str) -> str:
    """The line below a choice's box; ``told`` is what stands at the section's head."""
    about = "" if choice.help == told else str(choice.help)
    if choice.suggested and not choice.chosen:
        return f"{about} {tr('Suggested: see whether it is right.')}".strip()
    return about


def removal(view: Any, counts: Mapping[str, int]) -> str:
    """What goes and what stays, before it is done."""
    total = sum(counts.values())
    stays = plural(total, "{n} record stays", "{n} records stay") if total else tr("Your records stay")
    return tr(
        "Goes: this connection, its settings, its links to {system}, its run history and open decisions.\n"
        "Stays: {stays} in SalesMate Sync, and nothing in {system} is touched.\n"
        "Connecting the same company again later finds its records by number, GSTIN and name.",
        system=view.system_title,
        stays=stays,
    )


def connection_changes(view: Any, name: str, address: str, interval: int, enabled: bool) -> dict[str, Any]:
    """Only what differs."""
    out: dict[str, Any] = {}
    if name.strip() != view.name:
        out["connection_name"] = name.strip()
    if address.strip() != view.base_url:
        out["base_url"] = address.strip()
    if (interval or None) != (view.auto_sync_interval or None):
        out["auto_sync_interval"] = interval or None
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
    return changed, drafts


def config_draft(entity: str, direction: str, rule: str, deletions: str, automatic: bool) -> dict[str, Any]:
    return {
        "entity_type": entity,
        "sync_direction": direction,
        "conflict_resolution": rule,
        "delete_policy": deletions,
        "auto_sync": automatic,
    }
