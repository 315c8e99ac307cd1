from __future__ import annotations

import configparser
import plistlib
from pathlib import Path

import pytest

from app.platform.autostart import (
    FileAutostart,
    RunKey,
    autostart,
    desktop_entry,
    desktop_entry_path,
    launch_agent,
    launch_agent_path,
    run_value,
)

COMMAND = ["/opt/Sales Mate/salesmate-sync", "--data-dir", '/home/a/50% "off" $x\\y', "--tray"]


def test_linux(tmp_path: Path) -> None:
    assert desktop_entry_path(tmp_path, {}) == tmp_path / ".config/autostart/salesmate-sync.desktop"
    assert desktop_entry_path(tmp_path, {"XDG_CONFIG_HOME": "/x"}) == Path("/x/autostart/salesmate-sync.desktop")
    assert desktop_entry_path(tmp_path, {"XDG_CONFIG_HOME": "rel"}).is_relative_to(tmp_path)
    parsed = configparser.RawConfigParser()
    parsed.read_string(desktop_entry(COMMAND).decode())
    entry = parsed["Desktop Entry"]
    assert (entry["type"], entry["terminal"]) == ("Application", "false")
    line = r'"/opt/Sales Mate/salesmate-sync" --data-dir "/home/a/50%% \\"off\\" \\$x\\\\y" --tray'
    assert entry["exec"] == line


def test_macos(tmp_path: Path) -> None:
    assert launch_agent_path(tmp_path) == tmp_path / "Library/LaunchAgents/com.salesmate.sync.plist"
    parsed = plistlib.loads(launch_agent(COMMAND))
    assert (parsed["ProgramArguments"], parsed["RunAtLoad"]) == (COMMAND, True)


def test_windows() -> None:
    assert run_value([r"C:\Program Files\S\s.exe", "--data-dir", r"D:\my data"]) == (
        r'"C:\Program Files\S\s.exe" --data-dir "D:\my data"'
    )
    assert isinstance(autostart("win32"), RunKey)


@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_on_and_off(tmp_path: Path, platform: str) -> None:
    switch = autostart(platform, tmp_path, {})
    assert isinstance(switch, FileAutostart)
    assert not switch.enabled()
    switch.disable()
    switch.enable(COMMAND)
    switch.enable([*COMMAND, "x"])
    assert switch.enabled()
    assert [path.name for path in switch.path.parent.iterdir()] == [switch.path.name]
    switch.disable()
    assert not switch.enabled()
