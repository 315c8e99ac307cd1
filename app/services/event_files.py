"""Files in which another program tells what happened there (Tally's add-on, docs/webhooks-tally.md): what is new in one
becomes a sync of just those records.

Nothing in a file is believed but "look at this record". What was told is behind us only once the run that looked has ended
well: a program that is ended in between reads it again.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from app.db.links import modules_of
from app.model.errors import AppError, NotFound
from app.platform.event_file import EventFile, FileEvent, News, Position, Positions, event_of
from app.services.runs import ENDED
from app.services.views import ConnectionView, DoctorCheck

if TYPE_CHECKING:
    from app.services.parts import Parts
    from app.services.runs import Runs

log = logging.getLogger(__name__)

#: The key of ``authConfig`` with the file's path.
SETTING = "events_file"
#: Records that one run looks at one by one; of more an ordinary sync finds the changes sooner.
_MOST = 500
_ENTITIES = {
    "voucher": frozenset({"order", "invoice", "payment"}),
    "master": frozenset({"customer", "product"}),
}
_FIRST_RETRY, _LONGEST_RETRY = timedelta(seconds=30), timedelta(minutes=15)
_START = Position()

Hints = tuple[tuple[str, str], ...]


@dataclass
class _Followed:
    """``asked``: the runs that look at what was told up to ``upto``."""

    file: EventFile
    asked: tuple[str, ...] = ()
    upto: Position = _START
    failures: int = 0
    not_before: datetime | None = None
    trouble: str = ""


class EventFiles:
    """Used by one thread."""

    def __init__(self, parts: Parts, runs: Runs) -> None:
        self._parts = parts
        self._runs = runs
        self._positions: Positions | None = None
        self._followed: dict[str, _Followed] = {}

    def follow(self, views: Iterable[ConnectionView]) -> list[ConnectionView]:
        """Those of the connections that have a file; all others are forgotten."""
        found = [view for view in views if _path(view)]
        names = frozenset(map(_name, found))
        self._followed = {name: one for name, one in self._followed.items() if name in names}
        try:
            self._known.only(names)
        except OSError as error:
            log.warning("the positions in the event files can't be kept: %s", error)
        return found

    def look(self, view: ConnectionView) -> None:
        """Ask for a sync of what is new in the connection's file, unless one of ours is under way."""
        one = self._followed.setdefault(_name(view), _Followed(EventFile(Path(_path(view)))))
        if one.asked and not self._has_ended(one, _name(view)):
            return
        if one.not_before is not None and self._parts.clock() < one.not_before:
            return
        try:
            self._take_up(view, one)
        except OSError as error:
            self._tell(one, f"{one.file.path}: {error.strerror or error}")
        except AppError as error:
            self._put_off(one)
            self._tell(one, f"no sync of {view.name}: {error.message}")
        else:
            one.trouble = ""

    @staticmethod
    def check(view: ConnectionView) -> DoctorCheck | None:
        """The doctor's look at the connection's file; ``None`` for one that has none."""
        if not (path := _path(view)):
            return None
        area = f"Events of {view.name}"
        try:
            with EventFile(Path(path)).opened():
                return DoctorCheck(area, True, f"{path} is followed.")
        except FileNotFoundError:
            hint = "It appears when the next voucher is saved there; if it does not, see docs/webhooks-tally.md."
            return DoctorCheck(area, False, f"{path} is not there.", hint)
        except OSError as error:
            hint = "Syncs go on without it. Check the path and the rights of this program's user."
            return DoctorCheck(area, False, f"{path} can't be read: {error.strerror}.", hint)

    @property
    def _known(self) -> Positions:
        if self._positions is None:
            self._positions = Positions(self._parts.folders.event_positions_file)
        return self._positions

    def _take_up(self, view: ConnectionView, one: _Followed) -> None:
        name = _name(view)
        since = self._known.get(name)
        if since is None:  # what was told before anybody listened is the ordinary syncs' business
            self._known.keep(name, one.file.end())
            return
        news = one.file.news(since)
        if news is None:
            return
        hints, whole = self._wanted(view, news)
        # The first sync of a connection is a person's to begin, and reads everything.
        if view.last_success_at is None or not (hints or whole):
            self._known.keep(name, news.position)
            return
        one.asked = tuple(self._ask(view.id, part) for part in ((hints,) if hints else ()) + (((),) if whole else ()))
        one.upto = news.position

    def _ask(self, connection_id: str, hints: Hints) -> str:
        return self._runs.start(
            connection_id=connection_id,
            sync_type="webhook",
            direction="pull",
            triggered_by="webhook",
            hints=hints,
        )

    def _has_ended(self, one: _Followed, name: str) -> bool:
        statuses = {self._status(log_id) for log_id in one.asked}
        if not statuses <= ENDED:
            return False
        one.asked = ()
        if "failed" in statuses:
            self._put_off(one)
            return True
        one.failures, one.not_before = 0, None
        try:
            self._known.keep(name, one.upto)
        except OSError as error:
            self._tell(one, f"the position in {one.file.path} can't be kept: {error}")
        return True

    def _status(self, log_id: str) -> str:
        try:
            return self._parts.stores.runs.get(log_id).status
        except NotFound:  # its connection was deleted
            return "cancelled"

    def _put_off(self, one: _Followed) -> None:
        wait = min(_FIRST_RETRY * 2 ** min(one.failures, 10), _LONGEST_RETRY)
        one.failures += 1
        one.not_before = self._parts.clock() + wait

    @staticmethod
    def _tell(one: _Followed, words: str) -> None:
        """Once: a share that is away is away at every look."""
        if one.trouble != words:
            log.warning("%s", words)
        one.trouble = words

    # --- what to look at -----------------------------------------------------------------------------------------

    def _wanted(self, view: ConnectionView, news: News) -> tuple[Hints, bool]:
        """The records that we know, and whether an ordinary sync is to find what we don't."""
        told = [event_of(line) for line in news.lines]
        whole = news.lost or None in told
        events = [event for event in told if event is not None and _is_of(view, event)]
        known = self._known_records(view.id, events)
        hints: dict[tuple[str, str], bool] = {}  # to whether its end was told of
        for event in dict.fromkeys(events):
            found = [module for module, entity in known.get(event.id, ()) if entity in _entities(event)]
            if not found and event.kind != "delete":  # one that was deleted before we knew it concerns nobody
                whole = True
            for module in found:
                hints[module, event.id] = hints.get((module, event.id), False) or event.kind == "delete"
        if len(hints) <= _MOST:
            return tuple(hints), whole
        # A sync finds what was changed, but what is gone only when it looks for it.
        return tuple(hint for hint, is_gone in hints.items() if is_gone)[:_MOST], True

    def _known_records(self, connection_id: str, events: Sequence[FileEvent]) -> dict[str, list[tuple[str, str]]]:
        with self._parts.db.read() as conn:
            return modules_of(conn, connection_id, {event.id for event in events})


def _path(view: ConnectionView) -> str:
    path = view.auth.get(SETTING)
    return path.strip() if isinstance(path, str) else ""


def _name(view: ConnectionView) -> str:
    return f"{view.id} {_path(view)}"


def _is_of(view: ConnectionView, event: FileEvent) -> bool:
    """Several companies of one Tally share a file."""
    ours = str(view.auth.get("company_guid") or view.books.get("guid") or "")
    return not (ours and event.company) or event.company.casefold() == ours.casefold()


def _entities(event: FileEvent) -> frozenset[str]:
    return _ENTITIES.get(event.thing) or frozenset().union(*_ENTITIES.values())
