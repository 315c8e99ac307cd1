"""Somebody at the screen: finds things by what is written on them, and uses mouse and keyboard."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from tests.ui.journey.hands import Hands

ROOT = Path(__file__).parents[3]
LOOK_AGAIN_S, PATIENCE_S = 0.05, 60.0
GIVE_EVERY, NOBODY = 10, 0
Thing = dict[str, Any]


class Lost(AssertionError):
    """What was looked for did not come."""


class Admin:
    def __init__(self, hands: Hands, eyes: Path, pictures: Path, alive: Callable[[], bool]) -> None:
        """``alive``: does the program still run? Nothing is waited for after its end."""
        self.hands, self.alive = hands, alive
        self._eyes, self._pictures = eyes, pictures
        self._line: socket.socket | None = None
        self._count = 0
        self._without = 0  # looks at a window that has not got the keyboard

    # -- looking

    def ask(self, question: str, **more: Any) -> Any:
        if self._line is None:
            line = socket.socket(socket.AF_UNIX)
            line.settimeout(PATIENCE_S)
            try:
                line.connect(str(self._eyes))
            except OSError:
                line.close()
                raise
            self._line, self._read = line, line.makefile("rb")
        self._line.sendall(json.dumps({"ask": question, **more}).encode() + b"\n")
        answer = self._read.readline()
        if not answer:
            raise ConnectionError("the program has ended")
        return json.loads(answer)

    def forget(self) -> None:
        """The program has ended; another is met anew."""
        if self._line is not None:
            self._line.close()
            self._read.close()
        self._line = None

    def look(self) -> dict[str, Any]:
        """What is on the screen. A window without the keyboard is given it, as a window manager does."""
        seen: dict[str, Any] = self.ask("look")
        self._without = 0 if seen["active"] else self._without + 1
        if seen["window"] and self._without % GIVE_EVERY == 1:
            self.hands.focus(seen["window"])
        elif self._without and self._without % GIVE_EVERY == 0:
            self.hands.focus(NOBODY)  # given once more to the same window, it would hear nothing of it
        return seen

    def until(self, what: str, true: Callable[[], Any]) -> Any:
        """Waits for a state. Raises :class:`Lost` with what is on the screen instead."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and self.alive():
            with suppress(ConnectionError, FileNotFoundError):  # it is not up yet
                found = true()
                if found:
                    return found
            time.sleep(LOOK_AGAIN_S)
        raise Lost(f"{what} never came; there is {self.words() if self.alive() else 'no program any more'}")

    def words(self) -> list[str]:
        seen = self.look()
        return [
            seen["class"],
            seen["title"],
            *(one["text"] or one["name"] for one in seen["things"] if one["text"] or one["name"]),
        ]

    def all(self, said: str | None = None, /, *, kind: str = "", near: str = "", **wanted: Any) -> list[Thing]:
        """The things whose text or name is ``said`` (``…`` at its end: begins so), in order. ``near``: the list's."""

        def fits(one: Thing) -> bool:
            words = (one["text"], one["name"])
            return (
                (not kind or one["kind"] == kind)
                and (
                    said is None
                    or any(each == said or (said.endswith("…") and each.startswith(said[:-1])) for each in words)
                )
                and (not near or one.get("list") == near)
                and all(one.get(name) == value for name, value in wanted.items())
            )

        return [one for one in self.look()["things"] if fits(one)]

    def see(self, said: str | None = None, /, *, kind: str = "", at: int = 0, **wanted: Any) -> Thing:
        def found() -> Thing | None:
            listed = self.all(said, kind=kind, **wanted)
            return listed[at] if len(listed) > at or (at < 0 and listed) else None

        thing: Thing = self.until(f"{kind or 'thing'} {said!r} {wanted or ''}", found)
        return thing

    def gone(self, said: str, /, **wanted: Any) -> None:
        self.until(f"the end of {said!r}", lambda: not self.all(said, **wanted))

    def window(self, kind: str) -> dict[str, Any]:
        """Waits until the window in use is of this class and has the keyboard."""

        def there() -> dict[str, Any] | None:
            seen = self.look()
            return seen if seen["class"] == kind and seen["active"] else None

        seen: dict[str, Any] = self.until(f"window {kind}", there)
        return seen

    def away(self) -> None:
        """Waits until there is no window."""

        def gone() -> bool:
            seen = self.look()
            return not seen["window"] and bool(seen["active"])

        self.until("the window's end", gone)

    def photograph(self, name: str) -> None:
        self._count += 1
        assert self.ask("photograph", path=str(self._pictures / f"{self._count:02d}-{name}.png"))

    # -- doing

    def place(self, said: str | None = None, /, **wanted: Any) -> tuple[int, int]:
        """The middle of a thing that can be used and lies still; scrolled to where it isn't in sight."""
        before: list[Any] = [None]

        def still() -> tuple[int, int] | None:
            thing = self.see(said, **wanted)
            if thing["box"] is None:
                if "scroll" in thing:
                    self.hands.click(*thing["scroll"], number=5 if thing["way"] > 0 else 4)
                return None
            last, before[0] = before[0], thing["box"]
            x, y, width, height = thing["box"]
            return (x + width // 2, y + height // 2) if last == thing["box"] and thing["enabled"] else None

        spot: tuple[int, int] = self.until(f"{said!r} in reach", still)
        return spot

    def click(self, said: str | None = None, /, *, times: int = 1, **wanted: Any) -> None:
        self.hands.click(*self.place(said, **wanted), times=times)

    def press(self, keys: str) -> None:
        self.until("a window with the keyboard", lambda: self.look()["active"])
        self.hands.press(keys)

    def fill(self, name: str, text: str, **wanted: Any) -> None:
        """Click into a field, replace what stands there, and see that it is there."""
        self.click(name, kind="field", **wanted)
        self.see(name, kind="field", focus=True)
        self.hands.press("Ctrl+a")
        self.hands.press("Del")
        self.hands.type(text)
        self.until(f"{text!r} in {name!r}", lambda: any(one["text"] == text for one in self.all(name, kind="field")))

    def choose(self, name: str, item: str) -> None:
        """One of a closed list's, with the mouse."""
        self.click(name, kind="combo")
        self.click(item, kind="cell")
        self.until(f"{item!r} chosen", lambda: any(one["text"] == item for one in self.all(name, kind="combo")))

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """A pull with the left button; the pointer goes on in small steps until ``end``, as a hand's does."""
        self.hands.move(*start)
        self.look()
        self.hands.button(True)
        steps = 24
        for step in range(1, steps + 1):
            x, y = (round(a + (b - a) * step / steps) for a, b in zip(start, end, strict=True))
            self.hands.move(x, y)
            self.look()  # it has been heard
        self.hands.button(False)


def start(display: str, eyes: Path, folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """The program on a data folder, its output in ``folder``/output.txt."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS")
    }
    environment |= {
        "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT), "HOME": str(folder),
        "SALESMATE_SYNC_LOCKS": str(folder / "locks"), "LC_ALL": "C.UTF-8",
    }  # fmt: skip
    options = ["--data-dir", str(folder / "data"), "--secrets", "file"]
    with (folder / "output.txt").open("ab") as output:
        return subprocess.Popen(
            [sys.executable, "-m", "tests.ui.journey.eyes", str(eyes), *options, *arguments],
            cwd=ROOT, env=environment, stdout=output, stderr=output,
        )  # fmt: skip
