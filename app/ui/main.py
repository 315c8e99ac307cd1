"""The start of the window, in the order that makes it quick: paint first, then load the rest on a worker thread.

Nothing heavy may be imported at the head of this module or of what it imports: first paint waits for it.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from app.ui import icons, runtime
from app.ui.instance import QUIT, SingleInstance, beside_another, data_folder
from app.ui.language import install_language
from app.ui.local import LocalSettings
from app.ui.shell.window import MainWindow
from app.ui.starting import BACKGROUND, start_detached
from app.ui.theme import Theme, scale_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.ui.bridge import Bridge
    from app.ui.settling import Settling
    from app.ui.work import Work


def run(
    options: Any,
    app: Any = None,
    screenshots: Path | None = None,
    begin: Callable[[], Any] | None = None,
    *,
    background: bool = False,
) -> int:
    """Open the window and stay until it is ended.

    ``app`` is one that already runs (the demo); it is closed at the end. ``begin`` starts one, on a worker thread, once
    the window has painted; without it the composition root is asked. ``background``: the window stays away until somebody
    asks for it.
    """
    if screenshots is not None and sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no screen
    gui = application()
    gui.setApplicationName("SalesMate Sync")
    gui.setDesktopFileName("salesmate-sync")
    gui.setQuitOnLastWindowClosed(False)
    program = Program(gui, options, app, screenshots, begin, background=background)
    if not program.claim():
        if app is not None:
            app.close(timeout=5)
        return 0
    before = _end_on_signals(program)
    program.start()
    code = gui.exec()
    program.end()
    for number, handler in before.items():
        signal.signal(number, handler)
    if program.start_again:
        start_detached(options)
    return code


def application() -> Any:
    """The application object of this process, made as the program needs it."""
    if sys.platform == "linux":
        os.environ.setdefault(
            "QT_XCB_GL_INTEGRATION", "none"
        )  # nothing here is drawn with OpenGL, which takes some 80 MB
    # The style is named here: asking setStyle() for it loads all of QStyle before first paint.
    return QApplication.instance() or QApplication([sys.argv[0] or "salesmate-sync", "-style", "Fusion"])


def _end_on_signals(program: Program) -> dict[int, Any]:
    """Ctrl-C and SIGTERM end it as Quit does. The collector's timer lets Python see them within two seconds."""
    if threading.current_thread() is not threading.main_thread():
        return {}

    def leave(number: int, frame: Any) -> None:
        program.quit()

    return {number: signal.signal(number, leave) for number in (signal.SIGINT, signal.SIGTERM)}


class Program(QObject):
    """Holds everything together from the first paint to the last goodbye."""

    def __init__(
        self,
        gui: QApplication,
        options: Any,
        app: Any = None,
        screenshots: Path | None = None,
        begin: Callable[[], Any] | None = None,
        *,
        background: bool = False,
    ) -> None:
        super().__init__()
        self.background = background
        self.start_again = False
        self._begin = begin or (lambda: _composition_root().start(options))
        self.gui = gui
        self.options = options
        self.app = app
        self.screenshots = Path(screenshots) if screenshots is not None else None
        self.folder = data_folder(options, app)
        self.instance: SingleInstance | None = None
        self.collector = runtime.Collector(self)
        self.failures = runtime.Failures(self)
        self.failures.happened.connect(self._failed)
        self._restore_switching = runtime.quiet_switching()
        self.local = LocalSettings(None if self.screenshots else self.folder)
        self._translators = install_language(gui, self.local.get("language", ""))
        scale_text(gui, self.local.get("text_size", ""))
        self.theme = Theme(gui, self.local.get("theme", "system"))
        self.theme.changed.connect(icons.retint)
        self.window = MainWindow()
        self.window.closing.connect(self.close_asked)
        self.window.painted.connect(self._painted)
        self.work: Work | None = None
        self.bridge: Bridge | None = None
        self.desk: Any = None
        self.tray: Any = None
        self.wizard: Any = None
        self.failure: Any = None
        self._settling: Settling | None = None
        self._ending = False
        self._told_minimised = False
        self._second = False

    # -- start

    def claim(self) -> bool:
        """One window for each data folder; pictures are taken beside whatever runs."""
        if self.screenshots is not None:
            return True
        self.instance = SingleInstance(self.folder, self)
        if self.instance.claim():
            return True
        if self.instance.ring(sys.argv[1:]):
            return False
        self.instance, self._second = None, True  # a window all the same: better two than none
        return True

    def start(self) -> None:
        geometry = self.local.geometry()
        if geometry is not None:
            self.window.restoreGeometry(geometry)
        if self.background:
            self._start_away()
        else:
            self.window.show()

    def _start_away(self) -> None:
        """Beside the clock; small in the task bar where there is no place beside it. Nothing is painted that could wait."""
        from PySide6.QtWidgets import QSystemTrayIcon

        self.window.painted.disconnect(self._painted)
        QTimer.singleShot(0, self._painted)
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self.window.showMinimized()

    def _painted(self) -> None:
        """The window stands: now the rest, none of it on this thread."""
        from app.ui.bridge import Bridge
        from app.ui.work import Work

        self.theme.follow_system()
        icons.load()
        self.gui.setWindowIcon(icons.coloured("app"))
        self.work = Work(self)
        self.bridge = Bridge(self)
        if self.instance is not None:
            self.instance.answer(self._raised)
        if self.app is not None:
            self._opened(self.app)
        else:
            self.work.do(self._open_hub, self._opened, self._not_opened, owner=self)

    def _open_hub(self, token: Any) -> Any:
        return self._begin()

    def _not_opened(self, problem: Any) -> None:
        self.window.failed_to_open(problem)
        self.window.bring_up()  # it may be away, and without a tray icon yet

    def _opened(self, app: Any) -> None:
        from app.ui.desk import Desk
        from app.ui.settling import Settling

        self.app = app
        assert self.work is not None
        assert self.bridge is not None
        self.bridge.listen(app.bus)
        self.desk = Desk(app.services, self.work, self.bridge, self.local, self)
        self.desk.folders = getattr(app, "folders", None)
        self.desk.listener = getattr(app, "listener", None)
        self.desk.listener_error = getattr(app, "listener_error", None)
        self.desk.theme = self.theme
        self.desk.can_demo = not self._is_demo
        self.desk.wizard_asked.connect(self.open_wizard)
        self.desk.demo_asked.connect(self.open_demo)
        self.desk.quit = self.quit
        self.desk.options = self.options
        self.desk.restart = None if self._is_demo else self.restart
        self.window.connect_desk(self.desk)
        self._add_tray()
        if self._second:
            self.window.say("warning", *beside_another())
        else:
            self._clean_up()
        self._settling = Settling(self.window, self)
        self.bridge.ended.connect(self._settling.rest_soon)
        if self.window.isVisible() and not self.window.isMinimized():
            self._settling.start()
        else:  # beside the clock: the screens take memory, and wait until somebody opens the window
            self.window.painted.connect(self._settling.start)
            self._settling.rest_soon()
        if self.screenshots is not None:
            from app.ui.screenshots import Album

            self.album = Album(self, self.screenshots)
            self.album.finished.connect(self.quit)
            self.album.start()

    @property
    def _is_demo(self) -> bool:
        return bool(getattr(self.app, "is_demo", False)) or getattr(self.options, "demo", False)

    def _clean_up(self) -> None:
        from app.ui.wizard.setup import clean_up

        clean_up(self.desk)

    def _add_tray(self) -> None:
        from app.ui.shell.tray import Tray

        self.tray = Tray(self, available=False if self.screenshots else None)
        self.tray.open_asked.connect(self.window.bring_up)
        self.tray.sync_asked.connect(self._sync_all)
        self.tray.pause_asked.connect(self.window.status.pause_asked)
        self.tray.resume_asked.connect(self.window.status.resume_asked)
        self.tray.target_asked.connect(self.window.go)
        self.tray.quit_asked.connect(self.quit)
        self.window.stateful.connect(self._show_tray)
        self.desk.bridge.noticed.connect(self._noticed)
        self._show_tray()

    # -- while it runs

    def _show_tray(self) -> None:
        self.tray.show_state(self.window.state)

    def _noticed(self, notice: Any) -> None:
        from app.ui.shell.presenter import wants
        from app.ui.words import from_below

        if self.window.isActiveWindow():
            self.window.say(notice.level, from_below(notice.title), from_below(notice.text))
        elif wants(self.local.get("notifications", ""), notice):
            self.tray.notice(notice)

    def _sync_all(self) -> None:
        self.desk.sync()

    def _raised(self, arguments: list[str]) -> None:
        if QUIT in arguments:
            self.quit()
            return
        if BACKGROUND not in arguments:
            self.window.bring_up()

    def _failed(self, kind: str) -> None:
        """An error nobody foresaw, of any thread. Before the hub is open the log alone tells of it."""
        from app.ui.shell.failure import FailureDialog

        if self.desk is None or self._ending:
            return
        if self.failure is not None:
            self.failure.again(kind)
            return
        self.failure = FailureDialog(self.desk, kind, self.window)
        self.failure.finished.connect(self._failure_over)
        self.window.bring_up()
        self.failure.open()

    def _failure_over(self) -> None:
        self.failure.deleteLater()
        self.failure = None

    def open_wizard(self, picturing: str = "") -> None:
        from app.ui.wizard.wizard import ConnectionWizard

        if self.wizard is not None:
            self.wizard.raise_()
            self.wizard.activateWindow()
            return
        self.wizard = ConnectionWizard(self.desk, self.window, picturing=picturing)
        self.wizard.finished.connect(self._wizard_over)
        self.wizard.open()

    def _wizard_over(self) -> None:
        self.wizard.deleteLater()
        self.wizard = None

    def open_demo(self) -> None:
        """The demo company opens in a window of its own, on a scratch folder: nothing of it mixes with real books."""
        from PySide6.QtCore import QProcess

        from app.ui.words import tr

        program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app"]
        started, _ = QProcess.startDetached(program[0], [*program[1:], "demo"])
        if started:
            self.desk.say(tr("The demo company opens in a window of its own"), tr("This takes a few seconds."), "info")
        else:
            self.desk.say(tr("The demo could not be started"), "", "error")

    # -- the end

    def close_asked(self) -> None:
        """The window's close button: into the tray, or to the task bar where there is none."""
        if self.desk is None or self._settling is None or not self.local.flag("keep_running", True):
            self.quit()
            return
        self.local.keep_geometry(self.window.saveGeometry())
        self._settling.rest_soon()
        if self.tray.available:
            self.window.hide()
            if not self.local.flag("told_running", False):
                self.local.set("told_running", True)
                self.tray.say_still_running()
            return
        self._say_minimised()
        self.window.showMinimized()

    def _say_minimised(self) -> None:
        from app.ui.words import tr

        if not self._told_minimised:
            self._told_minimised = True
            self.desk.say(
                tr("SalesMate Sync goes on syncing"),
                tr("Closing the window only makes it small. Ctrl+Q ends the program; Settings changes this."),
                "info",
            )

    def restart(self) -> None:
        """End, and begin anew when all is closed."""
        self.start_again = True
        self.quit()

    def quit(self) -> None:
        """Hide at once, close the hub on a thread, then leave the event loop."""
        if self._ending:
            return
        self._ending = True
        if self._settling is not None:
            self._settling.stop()
        self.local.keep_geometry(self.window.saveGeometry())
        self.window.hide()
        self.window.close_guide()
        if self.wizard is not None:
            self.wizard.reject()
        if self.bridge is not None:
            self.bridge.close()
        app, self.app = self.app, None
        if app is None or self.work is None:
            self.gui.quit()
            return
        self.work.do(lambda token: app.close(timeout=5), self._closed, self._closed, owner=self)

    def _closed(self, _: Any = None) -> None:
        self.gui.quit()

    def end(self) -> None:
        """After the event loop: stop what is ours, so that a second start in this process finds nothing of it."""
        if self._settling is not None:
            self._settling.stop()
        if self.app is not None:  # the session ended without quit()
            self.app.close(timeout=5)
        if self.bridge is not None:
            self.bridge.close()
        if self.work is not None:
            self.work.close()
        if self.tray is not None:
            self.tray.close()
        if self.instance is not None:
            self.instance.close()
        self.window.hide()
        self.window.deleteLater()
        for translator in self._translators:
            self.gui.removeTranslator(translator)
        self.failures.restore()
        self.collector.stop()
        self._restore_switching()


def _composition_root() -> Any:
    """By name: the window's package stands below it and does not import it."""
    from importlib import import_module

    return import_module("app.bootstrap")
