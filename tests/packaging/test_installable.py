"""What the installable program is made from: that its parts agree with each other and with the program. (What was built is
started by frozen.py.)"""

from __future__ import annotations

import configparser
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import typer
import yaml
from lxml import etree
from PySide6.QtGui import QImage, QImageReader

import app
from app.cli.program import program
from app.platform import autostart, folders

ROOT = Path(__file__).parents[2]
PACKAGING = ROOT / "packaging"
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def options_of_the_program() -> set[str]:
    return {name for option in typer.main.get_command(program).params for name in option.opts}


def test_the_version_is_the_same_everywhere() -> None:
    assert app.__version__ == VERSION
    metainfo = etree.parse(PACKAGING / "linux" / "com.salesmate.sync.metainfo.xml")
    assert metainfo.find("releases/release").get("version") == VERSION


def test_the_folder_never_becomes_a_package() -> None:
    assert not (PACKAGING / "__init__.py").exists()  # it would take the place of the library of that name


# --- the folder ---------------------------------------------------------------------------------------------


def test_the_icons_hold_every_size(tmp_path: Path) -> None:
    make_icons = load("make_icons")
    make_icons.write_all(tmp_path)
    for name, sizes in (
        ("app.ico", make_icons.WINDOWS_SIZES),
        ("app.icns", [size for _, size in make_icons.MAC_KINDS]),
    ):
        reader = QImageReader(str(tmp_path / name))
        found = []
        for number in range(reader.imageCount()):
            reader.jumpToImage(number)
            image = reader.read()
            found.append(image.width())
            assert image.pixelColor(0, 0).alpha() == 0  # round corners
            edge = image.pixelColor(image.width() // 2, image.height() // 16)
            assert edge.blue() > 160 > edge.red()
        assert found == list(sizes)
    for size in make_icons.LINUX_SIZES:
        assert QImage(str(tmp_path / f"hicolor/{size}x{size}/apps/salesmate-sync.png")).width() == size


@pytest.mark.parametrize(
    ("version", "four"), [("0.1.0", (0, 1, 0, 0)), ("2.11.3rc1", (2, 11, 3, 0))], ids=["plain", "candidate"]
)
def test_windows_is_told_the_version(version: str, four: tuple[int, ...]) -> None:
    made: dict[str, Any] = {}

    def structure(*positional: Any, **named: Any) -> Any:
        made.update(named)
        if len(positional) == 2 and isinstance(positional[1], str):
            made[positional[0]] = positional[1]

    names = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    eval(load("version_resource").version_resource(version), dict.fromkeys(names, structure))  # as PyInstaller reads it
    assert (made["filevers"], made["prodvers"]) == (four, four)
    assert (made["ProductVersion"], made["ProductName"]) == (version, autostart.NAME)


def test_the_recipe_names_what_is_there() -> None:
    recipe = (PACKAGING / "salesmate_sync.spec").read_text(encoding="utf-8")
    compile(recipe, "salesmate_sync.spec", "exec")
    for name in re.findall(r'ROOT / "packaging" / "([\w.]+)"', recipe):
        assert (PACKAGING / name).is_file()
    made = {"app.ico", "app.icns", "version.txt"}
    assert {name for name in made if name in recipe} == made
    assert autostart._LABEL in recipe  # the application's identifier is the agent's
    for name in ("salesmate-sync.desktop", "com.salesmate.sync.metainfo.xml", "install.sh"):
        assert name in (PACKAGING / "build.py").read_text(encoding="utf-8")
        assert (PACKAGING / "linux" / name).is_file()


@pytest.mark.parametrize("before", ["/opt/lib", None], ids=["with", "without"])
def test_what_is_started_from_it_finds_its_own_libraries(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    load("at_start")
    assert os.environ.get("LD_LIBRARY_PATH") == before


def test_without_a_console_a_print_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "")
    monkeypatch.setattr(sys, "stdout", None)
    load("at_start")
    with sys.stdout:
        print("heard by nobody")


# --- Windows ------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def installer() -> str:
    text = (PACKAGING / "windows" / "installer.iss").read_text(encoding="utf-8")
    return re.sub(r"(?m)^;.*$", "", text)


@pytest.fixture(scope="module")
def defined(installer: str) -> dict[str, str]:
    return dict(re.findall(r'(?m)^#define (\w+) "(.*)"$', installer))


def section(installer: str, name: str) -> list[str]:
    found = re.search(rf"(?ms)^\[{name}\]$(.*?)(?=^\[|\Z)", installer)
    assert found, name
    return [line for line in found[1].splitlines() if line]


def test_the_installer_uses_what_it_defines(installer: str, defined: dict[str, str]) -> None:
    names = {*defined, *re.findall(r"(?m)^#define (\w+) ", installer)}
    assert set(re.findall(r"\{#(\w+)\}", installer)) <= names
    tasks = set(re.findall(r'(?m)^Name: "(\w+)"; Description', "\n".join(section(installer, "Tasks"))))
    assert set(re.findall(r"Tasks: (\w+)", installer)) == tasks
    functions = set(re.findall(r"(?m)^function (\w+)", installer))
    assert set(re.findall(r"Check: (\w+)", installer)) <= functions
    code = "\n".join(section(installer, "Code"))
    starts = len(re.findall(r"\b(?:begin|case)\b", code))
    assert starts == len(re.findall(r"\bend\b", re.sub(r"\{[^#}]*\}", "", code)))


def test_the_installer_needs_no_administrator_and_is_always_the_same_program(
    installer: str, defined: dict[str, str]
) -> None:
    setup = dict(line.split("=", 1) for line in section(installer, "Setup"))
    assert setup["PrivilegesRequired"] == "lowest"
    assert "PrivilegesRequiredOverridesAllowed" not in setup
    assert not re.search(r"HKLM|HKCR|\{(common|sys|win)", installer)
    assert (setup["AppId"], defined["Id"]) == ("{{{#Id}}", "A9DD34AA-703A-46B2-BFC4-297F79FA1C19")
    assert setup["AppVersion"] == "{#Version}"
    assert VERSION not in installer  # it stands in pyproject.toml
    assert "GetStringFileInfo" in re.search(r"(?m)^#define Version (.*)$", installer)[1]  # type: ignore[index]


def test_the_installer_and_the_program_mean_the_same_things(installer: str, defined: dict[str, str]) -> None:
    recipe = (PACKAGING / "salesmate_sync.spec").read_text(encoding="utf-8")
    for define in ("Window", "Terminal"):
        assert f'program("{Path(defined[define]).stem}"' in recipe
    assert defined["Name"] == autostart.NAME
    assert defined["RunKey"] == autostart._RUN_KEY
    assert defined["DataFolder"] == "{localappdata}\\" + folders.APP
    [value] = [line for line in section(installer, "Registry") if "ValueType: string" in line]
    command = re.search(r'ValueData: "(.*?)"; Tasks', value)[1].replace('""', '"')  # type: ignore[index]
    path = r"C:\Users\A B\SalesMate Sync.exe"
    written = command.replace(r"{app}\{#Window}", path)
    assert written == autostart.run_value([path, "--background"])
    used = set(re.findall(r"(?<=[\s'\"])--\w+", installer))
    assert used == {"--background", "--quit"}
    assert used <= options_of_the_program()


def test_the_installer_asks_before_data_goes(installer: str) -> None:
    code = "\n".join(section(installer, "Code"))
    [deletion] = re.findall(r"DelTree\((\w+)", code)
    assert deletion == "Folder"
    assert "MB_YESNO or MB_DEFBUTTON2) = IDYES then\n    DelTree" in code
    assert code.index("if UninstallSilent or") < code.index("DelTree")
    assert "DataFolder" not in "\n".join(section(installer, "InstallDelete"))


# --- Linux --------------------------------------------------------------------------------------------------


def test_the_desktop_entry_is_one() -> None:
    parser = configparser.ConfigParser(strict=True, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(PACKAGING / "linux" / "salesmate-sync.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Name"], entry["Exec"], entry["Icon"]) == (
        "Application", autostart.NAME, "salesmate-sync", "salesmate-sync",
    )  # fmt: skip
    assert entry["Categories"].endswith(";")
    assert 'setDesktopFileName("salesmate-sync")' in (ROOT / "app" / "ui" / "main.py").read_text(encoding="utf-8")


def test_the_appstream_data_is_valid() -> None:
    path = PACKAGING / "linux" / "com.salesmate.sync.metainfo.xml"
    component = etree.parse(path).getroot()
    assert component.get("type") == "desktop-application"
    assert component.findtext("id") == path.name.removesuffix(".metainfo.xml")
    assert component.findtext("launchable") == "salesmate-sync.desktop"
    for required in ("metadata_license", "project_license", "name", "summary", "description/p", "content_rating"):
        assert component.find(required) is not None, required
    assert len(component.findtext("summary")) < 90
    if shutil.which("appstreamcli"):
        done = subprocess.run(["appstreamcli", "validate", "--no-net", str(path)], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout


def test_the_install_script_is_plain_shell_and_knows_the_programs_folders() -> None:
    script = PACKAGING / "linux" / "install.sh"
    assert script.stat().st_mode & 0o111
    if shutil.which("sh"):
        assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0
    text = script.read_text(encoding="utf-8")
    assert f"data=$share/{folders.APP}\n" in text
    entry = autostart.desktop_entry_path(Path("/home/a"), {}).relative_to("/home/a/.config")
    assert f"autostart=${{XDG_CONFIG_HOME:-$HOME/.config}}/{entry}\n" in text
    assert "--quit" in options_of_the_program()


# --- the hosted builds --------------------------------------------------------------------------------------


def test_the_workflow_builds_with_our_own_verb_and_no_secrets() -> None:
    text = (ROOT / ".github" / "workflows" / "build.yml").read_text(encoding="utf-8")
    job = yaml.safe_load(text)["jobs"]["build"]
    assert any(name.startswith("windows") for name in job["strategy"]["matrix"]["system"])
    assert "secrets." not in text
    for step in job["steps"]:
        if "uses" in step:
            assert re.fullmatch(r"actions/[\w-]+@v\d+", step["uses"])
    [command] = [step["run"] for step in job["steps"] if "dev.py" in step.get("run", "")]
    known = {name for action in load("build").parser()._actions for name in action.option_strings}
    assert {word for word in command.split() if word.startswith("--")} <= known
    assert (
        f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    )  # as it looks for
