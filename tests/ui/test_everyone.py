"""Everyone can use it: by keyboard, by ear, with weak eyes, with large text, in English and Hindi. One walk through the window for
each look, size and language; what is found on the way is listed by station, and has to be nothing."""

from __future__ import annotations

import ast
import importlib.util
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QMenu, QWidget

from app import bootstrap
from app.services.options import Options
from app.ui.shell.keys import KEYS, KeysDialog, spoken
from app.ui.theme import DARK, LIGHT, Colours
from tests.ui import looking
from tests.ui.mapping_services import CUSTOMER_THERE, INVOICE_THERE
from tests.ui.test_screens import nameless
from tests.ui.tour import Tour

pytestmark = [pytest.mark.database("sqlite"), pytest.mark.qt_log_ignore("grabbing the keyboard")]  # a menu, offscreen

ROOT = Path(__file__).resolve().parents[2]
Findings = dict[str, list[str]]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A demo that was synced once."""
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SALESMATE_SYNC_LOCKS", str(folder / "locks"))
        options = Options(data_dir=folder / "data", secrets="file")
        made = bootstrap.start_demo(options, customers=6, items=3, vouchers=8, schedule=False, listen=None)
        try:
            services = made.services
            log_id = services.runs.start(connection_id=services.connections.list()[0].id)
            assert services.runs.wait(log_id, 60).status == "completed"
            yield made
        finally:
            made.close()


@pytest.fixture
def walk(qapp: Any, theme: Any, qtbot: Any, hub: Any) -> Iterator[Callable[..., Tour]]:
    made: list[Tour] = []

    def begin(**asked: Any) -> Tour:
        made.append(Tour(qtbot, hub, **asked))
        return made[-1]

    yield begin
    for tour in made:
        tour.close()


def gather(tour: Tour, *looks: Callable[[QWidget], list[str]]) -> Findings:
    return {name: found for name, root in tour.stations() if (found := [one for look in looks for one in look(root)])}


def test_each_thing_is_named_can_be_read_and_is_reached_by_the_keyboard(walk: Any) -> None:
    def by_keyboard(root: QWidget) -> list[str]:
        return [] if isinstance(root, QMenu) else looking.tab_round(root)

    tour = walk()
    found: Findings = {}
    for name, root in tour.stations():
        looks = [looking.low_contrast, looking.cut, nameless, looking.same_names, looking.mnemonics, looking.bare]
        if not name.startswith("settings ") or isinstance(root, QDialog) or name == "settings look":
            looks.append(by_keyboard)  # the settings are one page, whichever part is in sight
        if here := [one for look in looks for one in look(root)]:
            found[name] = here
    assert found == {}


def test_each_text_can_be_read_in_the_dark(walk: Any) -> None:
    assert gather(walk(look="dark"), looking.low_contrast, looking.cut) == {}


def test_twice_the_text_fits_a_small_display(walk: Any) -> None:
    """1366 × 768, as many an office's laptop has: what does not fit is scrolled."""
    room = (1366, 768)

    def too_large(root: QWidget) -> list[str]:
        return [] if root.width() <= room[0] and root.height() <= room[1] else [f"{root.width()} × {root.height()}"]

    assert gather(walk(text=200, size=room), looking.cut, looking.outside, too_large) == {}


# --- words ------------------------------------------------------------------------------------------------------------

#: What is said the same in Hindi: names, units, and what stands on keys and in files.
SAME = set(
    "SalesMate Sync Tally ERP Prime Zoho CRM QuickBooks Online SAP Business One Windows Excel CSV PC GST HSN GSTIN PAN ms KB MB GB "
    "Ctrl Shift Alt Tab Enter Esc Ins Del Delete Menu Space Up Down Left Right English id csv xlsx json tdl txt https SMS ev "
    "pc tally-pc https www example".split()
)
WORD = re.compile(r"(?<!\w)[A-Za-z][A-Za-z'-]+(?!\w)")
#: Written so in Tally itself, typed as it stands, or said by a service.
VERBATIM = re.compile(
    r"\S*[/\\]\S*|\S+\.(?:json|tdl|txt|in|com)\b|F1 \(Help\).*?Yes|\bActive\b|mkdir .*|icacls .*|\bSMS1\|\S*|"
    r"\[\{.*|.* itself is not\."
)


def translations() -> Any:
    place = ROOT / "resources" / "translations" / "update.py"
    spec = importlib.util.spec_from_file_location("update_translations", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def given(hindi: dict[str, str]) -> list[str]:
    """What the services from memory answer, the longest first: data, and messages that are made up."""
    found: set[str] = set()
    for name in ("fakes", "samples", "mapping_services", "tour"):
        tree = ast.parse((ROOT / "tests" / "ui" / f"{name}.py").read_text(encoding="utf-8"))
        texts = (
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
        found |= {part for text in texts for part in text.splitlines() if len(part.strip()) > 2}
    return sorted(found - set(hindi), key=len, reverse=True)


def test_no_english_is_left_in_hindi(walk: Any) -> None:
    hindi = json.loads((ROOT / "resources" / "translations" / "hi.json").read_text(encoding="utf-8"))
    unknown = {text.replace("&", "") for text in translations().texts() if not hindi.get(text)}  # another test tells
    data = given(hindi)
    theirs = [field.title for field in (*CUSTOMER_THERE, *INVOICE_THERE)]
    found: Findings = {}
    for name, root in walk(language="hi", text=150, size=(1366, 768)).stations():
        texts = looking.words_on(root) - unknown
        known = [*data, *theirs] if name.startswith("mapping") else data
        if here := sorted(text for text in texts if _is_english(text, known)):
            found[name] = here
        if here := looking.cut(root):
            found[f"{name}, cut"] = here
    assert found == {}


def _is_english(text: str, data: list[str]) -> bool:
    """Without one letter of Devanagari, and with an English word that is neither a name nor data."""
    if re.search(r"[\u0900-\u097f]", text) or set(WORD.findall(text)) <= SAME:
        return False
    for each in data:
        text = text.replace(each, " ")
    return not set(WORD.findall(VERBATIM.sub(" ", text))) <= SAME


#: Words of the trade that an office admin need not know.
JARGON = re.compile(
    r"\b(entit(?:y|ies)|payloads?|endpoints?|configs?|configuration|cursors?|sync tokens?|upsert\w*|null|boolean|regex\w*|schemas?|"
    r"stack ?trace|traceback|exceptions?|time-?out|threads?|daemon|sql|quer(?:y|ies)|cache\w*|buffer|uuid|guid|hash\w*|commit\w*|"
    r"rollback|transactions?|pars(?:e|er|ing)|serial\w+|parameters?|arguments?|variables?|strings?|integers?|arrays?|objects?|"
    r"callbacks?|backend|frontend|sockets?|localhost|metadata|attributes?|bidirectional|idempoten\w+|polling|debug\w*|deprecated|"
    r"modules?|async\w*|listener|API|JSON|4\d\d|5\d\d)\b",
    re.IGNORECASE,
)
#: Where one of them has to stand: another program's own label, a file's kind, what is given to somebody who sets up a server.
ALLOWED = (
    "Client/Server configuration",
    "*.json)",
    "(POST, JSON)",
    "looks after its API",
    "1,23,456.50",
)


def test_the_window_speaks_plainly() -> None:
    found = []
    for text in translations().texts():
        said = re.sub(r"\{[^}]*\}", " ", text)
        for phrase in ALLOWED:
            said = said.replace(phrase, " ")
        found += [f"{word}: {text}" for word in JARGON.findall(said)]
    assert found == []


# --- colours ----------------------------------------------------------------------------------------------------------

GROUNDS = ("window", "surface", "raised", "rail")
PAIRS = (
    *((tone, ground) for tone in ("text", "muted", "accent", "ok", "warn", "error") for ground in GROUNDS),
    *((tone, f"{tone}_soft") for tone in ("accent", "ok", "warn", "error")),
    *(("text", f"{tone}_soft") for tone in ("accent", "ok", "warn", "error")),
    # a chosen row, what lies under the mouse, what is pressed, a primary button
    *((tone, "accent_soft") for tone in ("muted", "ok", "warn", "error")),
    *(("text", "line"), ("muted", "line"), ("on_accent", "accent"), ("on_accent", "accent_hover")),
)
EDGES = (*((edge, ground) for edge in ("edge", "accent") for ground in GROUNDS[:3]), ("text", "surface"))


@pytest.mark.parametrize("colours", [pytest.param(LIGHT, id="light"), pytest.param(DARK, id="dark")])
def test_the_colours_of_each_state_stand_out(colours: Colours) -> None:
    def between(one: str, other: str) -> float:
        first, second = (int(getattr(colours, name)[1:], 16) for name in (one, other))
        return looking.ratio(first, second)

    low = [f"{one} on {other}: {between(one, other):.2f}" for one, other in PAIRS if between(one, other) < looking.TEXT]
    low += [
        f"{one} at {other}: {between(one, other):.2f}" for one, other in EDGES if between(one, other) < looking.LARGE
    ]
    assert low == []


# --- keys -------------------------------------------------------------------------------------------------------------


def test_all_keys_are_in_the_list_of_keys(walk: Any) -> None:
    tour = walk()
    for name in tour.window.rail.buttons:
        tour.page(name)
    listed = {QKeySequence(one).toString() for _, keys in KEYS for names, _ in keys for one in names.split(", ")}
    listed |= {f"Ctrl+{number}" for number in range(1, 9)}
    window = [action.shortcut().toString() for action in tour.window.actions()]
    assert len(window) == len(set(window)), "one key does two things"
    of_pages = {
        keys.toString()
        for page in tour.window.pages.values()
        for action in page.actions()
        for keys in action.shortcuts()
    }
    buttons = [each for each in tour.window.findChildren(QAbstractButton) if not each.shortcut().isEmpty()]
    of_buttons = {each.shortcut().toString() for each in buttons if not each.shortcut().toString().startswith("Alt+")}
    assert of_buttons.isdisjoint(window)
    assert {*window, *of_pages, *of_buttons} - listed == {"Ctrl+Y"}  # as Windows has it for Ctrl+Shift+Z
    untold = [each.accessibleName() for each in buttons if each.shortcut().toString() in of_buttons
              and each.shortcut().toString() not in each.toolTip()]  # fmt: skip
    assert untold == []


def test_the_list_of_keys_opens_by_its_own_key(walk: Any, qtbot: Any) -> None:
    tour = walk()
    action = next(each for each in tour.window.actions() if each.shortcut().toString() == "Ctrl+F1")
    action.trigger()
    dialog = tour.window.findChild(KeysDialog)
    assert dialog.isVisible()
    assert spoken("Ctrl+1, Ctrl+8") == "Ctrl+1 … Ctrl+8"
    dialog.reject()
