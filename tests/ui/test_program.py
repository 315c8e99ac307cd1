"""The program around the screens: start, tray, close, quit, single instance, pictures."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QLabel, QSystemTrayIcon

from app.model.events import Noticed, RunProgress, RunStarted
from app.services.options import Options
from app.ui.instance import SingleInstance
from app.ui.main import Program
from app.ui.screenshots import Album
from app.ui.shell.presenter import ShellState
from app.ui.shell.tray import Tray
from tests.ui.fakes import FakeApp, FakeServices
from tests.ui.samples import connection
from tests.ui.test_screens import nameless

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start(qapp: Any, qtbot: Any, tmp_path: Path) -> Any:
    kept: list[Program] = []

    def begin(app: Any = None, *, screenshots: Path | None = None, wait: bool = True) -> Program:
        if app is not None:
            app.folders.data = tmp_path
        program = Program(qapp, Options(data_dir=tmp_path), app, screenshots)
        kept.append(program)
        assert program.claim()
        program.start()
        if wait:
            qtbot.waitUntil(lambda: program.desk is not None)
            qtbot.waitUntil(lambda: not program.work.busy)
        return program

    yield begin
    for program in kept:
        program.end()
        program.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_window_paints_before_the_hub_is_opened(start, qtbot, monkeypatch):
    import app.bootstrap as bootstrap

    gate, seen = threading.Event(), []

    def slow(options: Any) -> Any:
        seen.append(threading.current_thread() is threading.main_thread())
        gate.wait(5)
        return FakeApp()

    monkeypatch.setattr(bootstrap, "start", slow)
    program = start(wait=False)
    qtbot.waitUntil(lambda: bool(seen))
    assert program.window.isVisible()
    assert program.window._painted
    program.window.rail.buttons["records"].click()  # it answers meanwhile
    gate.set()
    qtbot.waitUntil(lambda: program.desk is not None)
    assert seen == [False]
    qtbot.waitUntil(lambda: program.window.stack.currentWidget() is program.window.pages.get("records"))
    qtbot.waitUntil(lambda: not program.work.busy)


def test_a_hub_that_cannot_be_opened_is_explained(start, qtbot, monkeypatch):
    import app.bootstrap as bootstrap
    from app.model.errors import StorageError

    def broken(options: Any) -> Any:
        raise StorageError("The data folder can't be written.", hint="Free some space.")

    monkeypatch.setattr(bootstrap, "start", broken)
    program = start(wait=False)
    qtbot.waitUntil(program.window.message.isVisible)
    assert "can't be written" in program.window.message.accessibleName()
    program.close_asked()  # nothing runs: closing ends it


def test_keys_reach_every_screen(start, qtbot):
    program = start(FakeApp())
    window = program.window
    names = list(window.rail.buttons)
    for number, name in enumerate(names, start=1):
        action = next(a for a in window.actions() if a.shortcut().toString() == f"Ctrl+{number}")
        action.trigger()
        assert window.stack.currentWidget() is window.pages[name]
        assert window.rail.buttons[name].isChecked()
    next(a for a in window.actions() if a.shortcut().toString() == "F5").trigger()
    qtbot.waitUntil(lambda: not program.work.busy)
    assert [call[0] for call in program.app.services.calls].count("start") == 2
    next(a for a in window.actions() if a.shortcut().toString() == "Ctrl+F").trigger()
    assert window.stack.currentWidget() is window.pages["records"]


def test_targets_lead_to_their_screens(start, qtbot):
    window = start(FakeApp()).window
    for target, screen in (
        ("run:r1", "activity"),
        ("connection:c1", "connections"),
        ("conflicts", "conflicts"),
        ("settings", "settings"),
        ("record:invoice:invoice-0000001", "records"),
        ("nonsense", "overview"),
    ):
        window.go(target)
        assert window.stack.currentWidget() is window.pages[screen]


def test_status_line_shows_the_run_and_stops_it(start, qtbot):
    program = start(FakeApp())
    services = program.app.services
    services.bus.publish(RunStarted("r9", "c1", "Mehta Traders", "full"))
    services.bus.publish(RunProgress("r9", "c1", "reading", "invoice", 5, 10))
    status = program.window.status
    qtbot.waitUntil(lambda: status._text.text() == "Mehta Traders: Reading invoices: 5 of 10")
    assert status._bar.value() == 500
    next(a for a in program.window.actions() if a.shortcut().toString() == "Esc").trigger()
    qtbot.waitUntil(lambda: ("cancel", "r9") in services.calls)
    status._menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: any(call[0] == "pause_all" for call in services.calls))


def test_closing_keeps_it_running_and_says_so_once(start, qtbot, monkeypatch):
    program = start(FakeApp())
    said = []
    monkeypatch.setattr(program.tray, "available", True)
    monkeypatch.setattr(program.tray, "say_still_running", lambda: said.append(1))
    program.window.close()
    assert not program.window.isVisible()
    program.window.bring_up()
    assert program.window.isVisible()
    program.window.close()
    assert said == [1]


def test_without_a_tray_the_window_becomes_small(start):
    program = start(FakeApp())
    program.tray.available = False
    program.window.close()
    assert program.window.isMinimized()
    program.local.set("keep_running", False)
    program.window.close()
    assert program._ending


def test_quit_closes_the_hub_off_the_gui_thread(start, qtbot):
    app = FakeApp()
    where = []
    app.close = lambda timeout=5: where.append(threading.current_thread() is threading.main_thread())
    program = start(app)
    program.quit()
    program.quit()
    assert not program.window.isVisible()
    qtbot.waitUntil(lambda: where == [False])


@pytest.fixture
def tray(qapp: Any) -> Any:
    made = Tray(available=False)
    yield made
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def state(*connections: Any, conflicts: int = 0, needs: int = 0) -> ShellState:
    from app.services import views as v

    made = ShellState()
    made.take_dashboard(
        v.Dashboard(connections, (v.NeedsYou("warning", "t", "x", "run:1"),) * needs, (), (), {}, conflicts)
    )
    return made


def test_tray_menu_fits_the_state(tray, qtbot):
    tray.show_state(state())
    assert (tray.name, tray.sync_action.isEnabled()) == ("idle", False)
    tray.show_state(state(connection(1), conflicts=3))
    assert tray.name == "attention"
    assert tray.conflicts_action.text() == "3 decisions wait for you…"
    assert tray.pause_menu.menuAction().isVisible()
    with qtbot.waitSignal(tray.target_asked) as heard:
        tray.conflicts_action.trigger()
    assert heard.args == ["conflicts"]
    with qtbot.waitSignal(tray.pause_asked) as heard:
        tray.pause_menu.actions()[2].trigger()
    assert heard.args == ["tomorrow"]
    tray.show_state(state(connection(1, paused_until="2999-01-01T00:00:00Z")))
    assert (tray.name, tray.resume_action.isVisible()) == ("paused", True)
    assert not tray.conflicts_action.isVisible()


def test_tray_icons_differ_by_shape(qapp):
    from app.ui import icons

    shapes = {name: icons._source(f"tray-{name}") for name in ("idle", "syncing", "attention", "offline", "paused")}
    assert len({text.replace("#1466B8", "").replace("#5B6675", "") for text in shapes.values()}) == 5


def test_tray_groups_notices(tray, qtbot):
    tray.notice(Noticed("info", "first", "x", "run:1"))
    assert tray.last_note == ("first", "x", "run:1")
    tray.notice(Noticed("info", "second", "x", "run:2"))
    assert tray.last_note[0] == "first"
    assert tray._later.isActive()


SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from app.ui.instance import SingleInstance
app = QCoreApplication(sys.argv)
one = SingleInstance(Path(sys.argv[1]))
print("first" if one.claim() else "rang" if one.ring(["--show", "x"]) else "silence")
"""


DESKTOP = """
import signal
import sys
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection
from app.ui.shell.markup import Markup

app = QCoreApplication(sys.argv)
signal.alarm(60)  # nothing of it stays behind

@ClassInfo({"D-Bus Interface": "org.freedesktop.Notifications"})
class Server(QObject):
    @Slot(result="QStringList")
    def GetCapabilities(self):
        return sys.argv[2:]

server, bus = Server(), QDBusConnection.sessionBus()
for name in ("org.freedesktop.Notifications", *sys.argv[1].split()):
    assert bus.registerService(name)
assert bus.registerObject("/org/freedesktop/Notifications", server, QDBusConnection.RegisterOption.ExportAllSlots)
asked, answers = Markup(), []
for waiting in asked._asked:
    waiting.finished.connect(lambda answer: answers.append(answer))
while len(answers) < len(asked._asked):
    app.processEvents()
print(asked.text("A <b> & Co"))
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="needs a desktop's message bus")
@pytest.mark.parametrize(
    ("icons", "skills", "shown"),
    [
        ("org.kde.StatusNotifierWatcher", ["body", "body-markup"], "A &lt;b&gt; &amp; Co"),
        ("org.kde.StatusNotifierWatcher", ["body"], "A <b> & Co"),
        ("", ["body-markup"], "A <b> & Co"),  # Qt draws the message itself
    ],
    ids=["markup", "plain", "own"],
)
def test_names_in_a_notification_are_no_markup(icons, skills, shown):
    command = ["dbus-run-session", "--", sys.executable, "-c", DESKTOP, icons, *skills]
    assert subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False).stdout.strip() == shown


def test_the_tray_icon_comes_when_the_place_for_it_does(qapp, qtbot, monkeypatch):
    """Started with the computer, the program is there before the place beside the clock is."""
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    monkeypatch.setattr(Tray, "LOOK_MS", 1)
    appeared: list[Tray] = []
    monkeypatch.setattr(Tray, "_appear", lambda self: appeared.append(self))  # an icon without a place for it warns
    tray = Tray()
    assert not tray.available
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    qtbot.waitUntil(lambda: tray.available)
    tray.close()


def test_an_error_nobody_foresaw_says_what_is_safe_and_offers_the_file(start, qtbot, tmp_path):
    services = FakeServices()
    program = start(FakeApp(services))
    for error in (ZeroDivisionError("x"), KeyError("y"), KeyError("z")):
        program.failures.happened.emit(type(error).__name__)
    dialog = program.failure
    assert "Your records are safe" in " ".join(each.text() for each in dialog.findChildren(QLabel))
    assert dialog.about.text() == "It happened 3 times: ZeroDivisionError, KeyError"
    assert nameless(dialog) == []
    dialog.save_to(str(tmp_path / "support.zip"))
    qtbot.waitUntil(lambda: not program.work.busy)
    assert services.calls == [("bundle", str(tmp_path / "support.zip"))]
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert program.failure is None


def test_a_second_start_raises_the_first_window(qapp, qtbot, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.claim()
    heard: list[list[str]] = []
    first.answer(heard.append)
    second = subprocess.Popen(
        [sys.executable, "-c", SECOND, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.communicate()[0].strip() == "rang"
    assert heard == [["--show", "x"]]
    first.close()
    third = subprocess.run(
        [sys.executable, "-c", SECOND, str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert third.stdout.strip() == "first"
    first.deleteLater()


def test_a_start_that_another_user_keeps_from_the_first_window_opens_one(qapp, qtbot, tmp_path, monkeypatch):
    first = SingleInstance(tmp_path)
    assert first.claim()
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    first.answer()
    monkeypatch.setattr(os, "getuid", lambda: 54321)  # what answers there is somebody else's
    services = FakeServices()
    running = FakeApp(services)
    running.folders.data = tmp_path
    program = Program(qapp, Options(data_dir=tmp_path), running)
    assert program.claim()
    program.start()
    qtbot.waitUntil(lambda: program.desk is not None and not program.work.busy)
    assert "does not answer" in program.window.message.accessibleName()
    program.end()
    first.close()
    for each in (program, first):
        each.deleteLater()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the name belongs to the user")
def test_nobody_else_can_stand_at_the_door(qapp, tmp_path, monkeypatch):
    with tempfile.TemporaryDirectory() as short:
        monkeypatch.setenv("XDG_RUNTIME_DIR", short)
        one = SingleInstance(tmp_path / "data")
        assert one.claim()
        one.answer()
        assert len(list(Path(short).glob("salesmate-sync-*"))) == 1
        one.close()
        one.deleteLater()


def test_what_no_start_of_ours_says_does_no_harm(qapp, qtbot, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.claim()
    heard: list[list[str]] = []
    first.answer(heard.append)
    for said in (b"5\n", b"null\n", b"\xff\n", b"[" * 50_000 + b"\n"):
        socket = QLocalSocket()
        socket.connectToServer(first._name)
        assert socket.waitForConnected(2000)
        socket.write(said)
        qtbot.waitUntil(lambda: heard == [[]])
        heard.clear()
        socket.abort()
    endless = QLocalSocket()
    endless.connectToServer(first._name)
    assert endless.waitForConnected(2000)
    endless.write(b"x" * 200_000)
    qtbot.waitUntil(lambda: endless.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    first.close()
    first.deleteLater()


KILLED = SECOND + "\nimport os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_killed_first_leaves_no_lock(qapp, tmp_path):
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], capture_output=True, cwd=ROOT, check=False)
    one = SingleInstance(tmp_path)
    assert one.claim()
    one.close()
    one.deleteLater()


def _pictures(start, qtbot, folder, monkeypatch):
    monkeypatch.setattr(Album, "TICK_MS", 1)
    monkeypatch.setattr(Album, "CALM", 2)
    program = start(FakeApp(FakeServices(2)), screenshots=folder, wait=False)
    qtbot.waitUntil(lambda: program._ending, timeout=100_000)
    assert all(path.stat().st_size > 3000 for path in program.album.taken)
    return program.album


@pytest.mark.slow
def test_pictures_are_taken_of_everything(start, qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(Album, "LOOKS", ("light",))  # changing the look of that many widgets is what takes time
    album = _pictures(start, qtbot, tmp_path, monkeypatch)
    assert {path.stem for path in album.taken} == {f"{name}-light" for name, _, _ in album._shots()}


def test_pictures_are_taken_in_both_looks(start, qtbot, tmp_path, monkeypatch):
    shots = Album._shots
    monkeypatch.setattr(Album, "_shots", lambda album: islice(shots(album), 2))
    album = _pictures(start, qtbot, tmp_path, monkeypatch)
    names = [path.stem for path in album.taken]
    assert names == ["overview-light", "overview-dark", "connections-dark", "connections-light"]
    pictures = [path.read_bytes() for path in album.taken]
    assert len(set(pictures)) == len(pictures)


def test_importing_the_window_imports_nothing_heavy():
    """First paint waits for none of these."""
    code = "import sys, app.ui.main; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = [
        "sqlalchemy",
        "alembic",
        "httpx",
        "lxml",
        "fastapi",
        "uvicorn",
        "apscheduler",
        "keyring",
        "cryptography",
        "app.bootstrap",
        "app.services.facade",
        "app.ui.records.page",
        "app.ui.wizard.wizard",
        "PySide6.QtNetwork",
    ]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_making_the_window_loads_no_namespace_of_qt(tmp_path):
    """PySide puts a class into its module when it is first asked for; this one takes as long as a tenth of first paint."""
    code = """
import sys
from pathlib import Path
from PySide6 import QtCore
from app.services.options import Options
from app.ui import main
program = main.Program(main.application(), Options(data_dir=Path(sys.argv[1])))
program.window.grab()
print("Qt" in vars(QtCore))
"""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True, env=environment)
    assert done.stdout.strip() == "False"


def test_every_text_is_there_in_hindi(qapp):
    """After a change of texts: python resources/translations/update.py"""
    from app.ui.language import FOLDER, install_language
    from app.ui.words import tr

    spec = importlib.util.spec_from_file_location("update", FOLDER / "update.py")
    assert spec is not None
    assert spec.loader is not None
    update = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(update)
    known = json.loads((FOLDER / "hi.json").read_text(encoding="utf-8"))
    wanted = update.texts()
    assert [text for text in wanted if not known.get(text)] == []
    for text in wanted:
        assert set(re.findall(r"{\w+}", text)) == set(re.findall(r"{\w+}", known[text])), text
    installed = install_language(qapp, "hi")
    try:
        assert [text for text in wanted if tr(text) != known[text]] == []  # the .qm is up to date
    finally:
        for translator in installed:
            qapp.removeTranslator(translator)


def test_resources_lie_beside_the_package_or_in_it(tmp_path):
    from app.ui.resources import PACKAGE, RESOURCES, find

    assert (RESOURCES / "icons" / "app.svg").is_file()
    assert find(PACKAGE) == ROOT / "resources"  # a checkout
    package = tmp_path / "app"
    package.mkdir()
    assert find(package) == tmp_path / "resources"  # the frozen program
    (package / "resources").mkdir()
    assert find(package) == package / "resources"  # an installed wheel
