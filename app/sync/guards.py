"""When a run must ask before it goes on (engine: Guards). Pure: figures in, a :class:`Held` or nothing out."""

from __future__ import annotations

from collections.abc import Collection

from app.model.errors import Held

DELETIONS = "deletions"
EMPTY = "empty"
ALL_CHANGED = "all_changed"

#: Deletions that pass without a question, whatever the size.
FEW_DELETIONS = 10
#: Below so many changed records "half of everything" is nothing unusual.
FEW_CHANGES = 50
PUSH_DELETIONS = "push_deletions"
PUSH_CHANGES = "push_changes"
PUSH_CREATES = "push_creates"


def check_deletions(title: str, gone: int, linked: int, approved: Collection[str]) -> None:
    """Hold when more records are gone than 10, or 5 % of the linked ones if that is more; or when all are."""
    if linked and gone >= linked and linked > 1:
        if EMPTY not in approved and DELETIONS not in approved:
            raise Held(
                EMPTY,
                f"All {linked:,} {title} that were synced before are missing now. Nothing was deleted.",
                hint="Look whether the right company is open. Approve only if they were really deleted.",
                details={"missing": gone, "linked": linked},
            )
        return
    if gone > max(FEW_DELETIONS, linked * 5 // 100) and DELETIONS not in approved:
        raise Held(
            DELETIONS,
            f"{gone:,} of {linked:,} {title} are missing now. Nothing was deleted.",
            hint="Approve if they were really deleted, reject to keep them and look.",
            details={"missing": gone, "linked": linked},
        )


def check_changes(title: str, changed: int, linked: int, approved: Collection[str]) -> None:
    """Hold when more than half of all linked records changed at once."""
    if changed > FEW_CHANGES and changed * 2 > linked and ALL_CHANGED not in approved:
        raise Held(
            ALL_CHANGED,
            f"More than half of the {linked:,} synced {title} changed at once.",
            hint="Approve if that is expected (a renamed group, a new price list), reject to look first.",
            details={"changed": changed, "linked": linked},
        )


def check_push(title: str, creates: int, updates: int, deletes: int, linked: int, approved: Collection[str]) -> None:
    """Hold before anything is sent: too many deletions, more than half of all changed here, or a flood of new ones. The
    figures are what would at most be sent."""
    if deletes > max(FEW_DELETIONS, linked * 5 // 100) and PUSH_DELETIONS not in approved:
        raise Held(
            PUSH_DELETIONS,
            f"{deletes:,} {title} were deleted here and would be deleted in the connected system, of {linked:,}. Nothing was sent.",
            hint="Approve if they are to be deleted there too, reject to look first.",
            details={"deletes": deletes, "linked": linked},
        )
    if updates > FEW_CHANGES and updates * 2 > linked and PUSH_CHANGES not in approved:
        raise Held(
            PUSH_CHANGES,
            f"{updates:,} of {linked:,} {title} were changed here and would be changed in the connected system. Nothing was sent.",
            hint="Approve if that is expected (an import, a new price list), reject to look first.",
            details={"changes": updates, "linked": linked},
        )
    if creates > FEW_CHANGES and creates * 5 > linked and PUSH_CREATES not in approved:
        raise Held(
            PUSH_CREATES,
            f"{creates:,} new {title} would be made in the connected system, which has {linked:,} of ours. Nothing was sent.",
            hint="Approve if they belong there, reject to look first.",
            details={"creates": creates, "linked": linked},
        )
