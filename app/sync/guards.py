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
