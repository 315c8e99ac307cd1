"""One day with the program, by mouse and keyboard alone: from an empty data folder through every screen to Ctrl+Q.

The program runs in a process of its own on an X server of its own; pointer and keys are the X server's (``tests/ui/journey``), a
place beside the clock takes its icon in, and the eyes in its process only tell where things are. The simulated Tally is in this
process, so that its books can be looked into. With ``SALESMATE_JOURNEY=FOLDER`` the pictures of every station are kept there.
"""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest

from app import bootstrap
from app.services.options import Options
from app.simulator import SimulatedTally
from app.simulator.truth import Customer
from tests.connectors.tally_rig import COMPANY, company
from tests.display import screen
from tests.sync.books_check import differences
from tests.ui.journey.admin import ROOT, Admin, start
from tests.ui.journey.hands import Hands, NoHands

#: Looks at the screen between two clicks at the same place.
_CLICK_AGAIN = 100
SCREENS = ("Overview", "Connections", "Records", "Mappings", "Conflicts", "Activity", "Webhooks", "Settings")
WHO = "Ambika Distributors"
HERE, THERE, EARLIER = "033 7777 8888", "033 1111 2222", "020 5555 0101"


@contextmanager
def clock_place(display: str) -> Iterator[tuple[int, int]]:
    """The place beside the clock; yields where the icon will be."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.ui.journey.tray_host"],
        cwd=ROOT, env={**os.environ, "DISPLAY": display}, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        _, x, y = process.stdout.readline().split()
        yield int(x), int(y)
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@pytest.fixture
def tally() -> Iterator[SimulatedTally]:
    with SimulatedTally([company(customers=12, items=8, vouchers=60)]) as running:
        customer = next(one for one in running.books(COMPANY).customers() if one.phone)
        running.control.rename_customer(COMPANY, customer.name, WHO)
        yield running


class Day:
    """What the stations share: somebody at the screen, the books over there, where the icon beside the clock is, and a
    second start."""

    def __init__(
        self,
        me: Admin,
        tally: SimulatedTally,
        clock: tuple[int, int],
        start_again: Callable[[], subprocess.Popen[bytes]],
    ) -> None:
        self.me, self.tally, self.clock, self.start_again = me, tally, clock, start_again

    @property
    def there(self) -> Customer:
        return next(one for one in self.tally.books(COMPANY).customers() if one.name == WHO)

    def go(self, name: str) -> None:
        """Click into the rail; once more when a dialog that was just closing had taken the click."""
        looks = itertools.count()

        def there() -> bool:
            if self.me.all(name, kind="label"):
                return True
            if next(looks) % _CLICK_AGAIN == 0:
                self.me.click(name, **{"class": "RailButton"})
            return False

        self.me.until(f"label {name!r}", there)

    def sync(self, words: str, times: int = 1) -> None:
        """Sync now, and wait until so many runs on the Overview have come out like this."""
        self.go("Overview")
        self.me.click(f"Sync now: {COMPANY}")
        title = f"{COMPANY}  ·  Sync. {words}…"
        self.me.until(f"{times} times {title!r}", lambda: len(self.me.all(title, kind="button")) == times)

    def open_record(self) -> None:
        me = self.me
        self.go("Records")
        me.press("Ctrl+f")
        me.see("Search the records", focus=True)
        me.press("Ctrl+a")
        me.hands.type("ambika")
        me.see("1 found")
        me.click(WHO, kind="cell", times=2)
        me.see("Edit this record")

    def edit_phone(self, number: str) -> None:
        me = self.me
        me.click("Edit this record")
        me.window("EditRecord")
        me.fill("Phone", number)
        me.press("Ctrl+Enter")
        me.window("MainWindow")
        me.see(number, kind="label")


def connect(day: Day) -> None:
    """From an empty Overview to a finished first sync; an address where nothing is comes first."""
    me = day.me
    me.photograph("nothing-yet")
    me.click("Connect a system")
    me.window("ConnectionWizard")
    me.photograph("which-system")
    me.press("Enter")
    me.see("Look again")
    port = day.tally.url.rpartition(":")[2]
    for number, answer in (("1", "127.0.0.1:1"), (port, "Tally answers.")):
        me.fill("Names or addresses of other PCs", "127.0.0.1")
        me.fill("Ports", number)
        me.press("Enter")
        me.see(answer)
        me.see("Look again")
        me.photograph(f"looked-at-{'nothing' if number == '1' else 'tally'}")
    me.click("Next")
    me.see("Name of the connection", text=COMPANY)
    me.photograph("which-company")
    me.click("Next")
    me.click("Both ways", kind="button")
    me.see("Both ways", kind="button", on=True)
    me.photograph("what-and-which-way")
    me.click("Next")
    me.see("Ledger for sales of goods", kind="combo")
    me.see("Until it is chosen…", at=-1)
    me.photograph("ledgers")
    me.click("Choose later…")
    me.click("Next")
    me.see("Ready")
    me.photograph("preview")
    day.tally.control.connector_off()
    me.click("Start the first sync")
    me.see("Try again")
    me.photograph("tally-gone")
    day.tally.control.connector_on()
    me.click("Try again")
    me.see("Everything that was asked for came over.")
    me.photograph("came-over")
    me.click("Done")
    me.window("MainWindow")
    me.see(f"{COMPANY}: In step")
    me.photograph("first-sync-done")


def every_screen(day: Day) -> None:
    """By key, and by mouse; each in light and dark."""
    me = day.me
    for colours in ("Dark", "Light"):
        for number, name in enumerate(SCREENS, start=1):
            me.press(f"Ctrl+{number}")
            me.see(name, kind="label")
            me.see(name, on=True, **{"class": "RailButton"})
            me.photograph(f"{name.lower()}-{'light' if colours == 'Dark' else 'dark'}")
        me.choose("Colours", colours)
    for name in SCREENS:
        day.go(name)


def edit_and_undo(day: Day) -> None:
    """A change goes to Tally; the version before comes back here, and goes there too."""
    me, before = day.me, day.there.phone
    day.open_record()
    me.photograph("record")
    me.click("Edit this record")
    me.window("EditRecord")
    me.photograph("edit")
    me.press("Esc")
    me.window("MainWindow")
    day.edit_phone(EARLIER)
    day.sync("Completed. sent: 1 changed", 1)
    assert day.there.phone == EARLIER
    day.open_record()
    me.click("Go back to the version of…")
    me.window("GoBack")
    me.see("As it was then")
    me.photograph("go-back")
    me.click("Go back")
    me.window("MainWindow")
    me.see(before, kind="label")
    day.sync("Completed. sent: 1 changed", 2)
    assert day.there.phone == before


def link_by_drag(day: Day) -> None:
    """A field drawn to another with the mouse; checked, and saved."""
    me = day.me
    day.go("Mappings")
    me.see("What becomes of this record", kind="list")
    me.click("Preview", kind="button")
    me.click("Show only the fields of SalesMate (here) that are not linked")
    me.click("Show only the fields of Tally Prime that are not linked")
    me.gone("Name (NAME)…", kind="cell")
    start_, end = (
        me.place(f"Currency{rest}", kind="cell")
        for rest in (", text, not linked", " (CURRENCYNAME), text, read only, not linked")
    )
    me.drag(start_, end)
    me.see("Currency is linked with Currency (CURRENCYNAME).")
    me.photograph("linked")
    me.click("Save…")
    me.window("SaveDialog")
    me.see("Nothing is wrong: it can be saved")
    me.photograph("mapping-checked")
    me.click("Save")
    me.see("Saved")
    me.click("Close")
    me.window("MainWindow")


def settle(day: Day) -> None:
    """Changed on both sides; decided, taken back, decided otherwise, and sent."""
    me = day.me
    day.tally.control.edit_customer(COMPANY, WHO, phone=THERE)
    day.open_record()
    day.edit_phone(HERE)
    day.sync("Completed, decisions wait for you")
    me.photograph("needs-you")
    me.click("Decide")
    me.click(f"Phone, {COMPANY}: {THERE}")
    me.photograph("decision")
    me.click("Apply")
    me.see("Take it back")
    me.see("Nothing waits for your decision")
    me.photograph("decided")
    me.press("Ctrl+z")
    me.see("1 question is open again.")
    me.click(f"Phone, here: {HERE}")
    me.press("Ctrl+Enter")
    me.see("Take it back")
    day.sync("Completed. sent: 1 changed", 3)
    assert day.there.phone == HERE


def look_and_do(day: Day) -> None:
    """A trial run, its plan, and exactly that done."""
    me = day.me
    day.open_record()
    day.edit_phone(EARLIER)
    day.go("Connections")
    me.click("Show what a sync would do")
    me.see("What a sync would do", kind="list")
    me.see(WHO, kind="cell", near="What a sync would do")
    assert day.there.phone == HERE
    me.photograph("plan")
    me.click("Do exactly this")
    me.until("the change over there", lambda: day.there.phone == EARLIER)
    day.go("Activity")
    me.see("sent: 1 changed", kind="cell", row=0)
    me.photograph("activity")


def settings(day: Day) -> None:
    """Another language for the next start; back again."""
    me = day.me
    day.go("Settings")
    me.choose("Language", "हिन्दी")
    me.photograph("language")
    me.choose("Language", "English")


def tray(day: Day) -> None:
    """Paused and set going again from the icon beside the clock."""
    me = day.me
    me.hands.click(*day.clock, number=3)
    me.window("QMenu")
    me.click("Pause for", kind="menu")
    me.see("1 hour", kind="menu")
    me.photograph("tray")
    me.click("1 hour", kind="menu")
    me.see("Paused", kind="label")
    me.see("End the pause", kind="button")
    me.photograph("paused")
    me.hands.click(*day.clock, number=3)
    me.window("QMenu")
    me.click("End the pause", kind="menu")
    me.see("Pause syncing", kind="button")


def close_and_open(day: Day) -> None:
    """The cross puts it beside the clock; a click there brings it back, and so does a second start."""
    me = day.me
    me.hands.close_window(me.window("MainWindow")["window"])
    me.away()
    me.photograph("still-running")
    x, y = day.clock
    me.hands.click(x - 12, y - 12)  # what it says points at the icon's middle
    me.hands.close_window(me.window("MainWindow")["window"])
    me.away()
    assert day.start_again().wait(60) == 0
    me.window("MainWindow")


STATIONS = (connect, every_screen, edit_and_undo, link_by_drag, settle, look_and_do, settings, tray, close_and_open)


@pytest.fixture
def display() -> Iterator[str]:
    if shutil.which("Xvfb") is None:
        pytest.skip("there is no Xvfb on this machine")
    with screen() as name:
        yield name


@pytest.fixture
def hands(display: str) -> Hands:
    try:
        return Hands(display)
    except NoHands as error:
        pytest.skip(str(error))


@pytest.mark.slow
def test_a_day_of_an_office_admin(tmp_path: Path, tally: SimulatedTally, display: str, hands: Hands) -> None:
    pictures = Path(os.environ.get("SALESMATE_JOURNEY") or tmp_path / "pictures")
    home, eyes = tmp_path / "home", tmp_path / "eyes"
    for folder in (pictures, home / "data"):
        folder.mkdir(parents=True, exist_ok=True)
    with clock_place(display) as clock:
        program = start(display, eyes, home)
        me = Admin(hands, eyes, pictures, lambda: program.poll() is None)
        day = Day(me, tally, clock, lambda: start(display, tmp_path / "other-eyes", home))
        try:
            me.see("Connect your first system")
            for station in STATIONS:
                station(day)
            me.press("Ctrl+q")
            assert program.wait(60) == 0
        finally:
            me.forget()
            program.kill()
            program.wait()
    log = "".join(each.read_text() for each in (home / "data" / "logs").glob("*.log"))
    assert (home / "output.txt").read_text() == ""
    assert not [line for line in log.splitlines() if " ERROR " in line or " CRITICAL " in line]
    options = Options(data_dir=home / "data", secrets="file")
    with bootstrap.closing(bootstrap.start(options, kind="guest", schedule=False, listen=None)) as app:
        rig = SimpleNamespace(db=app.parts.db)
        assert differences(rig, tally.books(COMPANY)) == []  # type: ignore[arg-type]
