"""The frozen application for the system that this runs on, into dist/salesmate-sync. (PyInstaller builds for no other.)"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
MADE = ROOT / "build" / "made"
DIST = ROOT / "dist"
FOLDER = DIST / "salesmate-sync"
LINUX = sys.platform.startswith("linux")


def main(arguments: list[str]) -> int:
    chosen = parser().parse_args(arguments)
    prepare()
    freeze()
    if LINUX:
        furnish(FOLDER)
    print(contents(FOLDER), flush=True)
    if chosen.check:
        run(sys.executable, "-m", "pytest", "-q", "tests/packaging/frozen.py")
    if chosen.package:
        made = package()
        print(f"{made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.0f} MB", flush=True)
    return 0


def parser() -> argparse.ArgumentParser:
    made = argparse.ArgumentParser(prog="dev.py build", description=__doc__)
    made.add_argument("--check", action="store_true", help="start what was built: commands, the demo, the window")
    made.add_argument(
        "--package",
        action="store_true",
        help="make the file that people download: on Windows the installer (needs Inno Setup 6.3 or newer), "
        "on Linux a .tar.gz with install.sh, on macOS a .zip of the application",
    )
    return made


def version() -> str:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def run(*command: str | Path) -> None:
    """Ends this program when the command fails; it has said why."""
    done = subprocess.run([str(word) for word in command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


# --- the folder ---------------------------------------------------------------


def prepare() -> None:
    """What the recipe and the installer take from build/made."""
    from make_icons import write_all
    from version_resource import version_resource

    shutil.rmtree(MADE, ignore_errors=True)
    write_all(MADE)
    (MADE / "version.txt").write_text(version_resource(version()), encoding="utf-8")
    write_licences(MADE / "licences")


def write_licences(folder: Path) -> None:
    """The licences of other people's work that is passed on with ours: each package's own files, and a list of all."""
    lock = (ROOT / "requirements" / "runtime.lock").read_text(encoding="utf-8")
    lines = []
    for name in re.findall(r"(?m)^([\w.-]+)==", lock):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue  # for another system
        words = found.metadata.get("License-Expression") or found.metadata.get("License") or "see its files"
        lines.append(f"{name} {found.version}: {words.splitlines()[0]}")
        for file in found.files or []:
            if ".dist-info" in file.parts[0] and re.match(
                r"licen[cs]e|copying|notice|authors", file.name, re.IGNORECASE
            ):
                (folder / name).mkdir(parents=True, exist_ok=True)
                shutil.copy(file.locate(), folder / name)
    # PySide6's wheels bring no text; the LGPL's own is psycopg's.
    lines.append(f"Python {platform.python_version()}: PSF-2.0")
    (folder / "LICENCES.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


def freeze() -> None:
    quiet = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    run(sys.executable, "-m", "PyInstaller", *quiet, HERE / "salesmate_sync.spec")


def furnish(folder: Path) -> None:
    """What a Linux desktop wants to know of a program, and the script that puts it there."""
    linux = HERE / "linux"
    shutil.copytree(MADE / "hicolor", folder / "share" / "icons" / "hicolor", dirs_exist_ok=True)
    for source, target in (
        ("salesmate-sync.desktop", "share/applications"),
        ("com.salesmate.sync.metainfo.xml", "share/metainfo"),
        ("install.sh", "."),
    ):
        (folder / target).mkdir(parents=True, exist_ok=True)
        shutil.copy(linux / source, folder / target)
    (folder / "install.sh").chmod(0o755)


def contents(folder: Path) -> str:
    """Its size, and what takes more than a megabyte of it."""
    sizes: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            inside = path.relative_to(folder)
            parts = inside.parts[1:] if inside.parts[0] == "_internal" and len(inside.parts) > 1 else inside.parts
            # Qt's libraries one by one, all else by package.
            name = "/".join(parts) if parts[0] == "PySide6" else parts[0]
            sizes[name] = sizes.get(name, 0) + path.stat().st_size
    total = sum(sizes.values())
    big = sorted(((size, name) for name, size in sizes.items() if size > 1e6), reverse=True)
    rows = [f"{size / 1e6:8.1f} MB  {name}" for size, name in big]
    rest = total - sum(size for size, _ in big)
    return "\n".join(
        [f"{folder}: {total / 1e6:.0f} MB", *rows, f"{rest / 1e6:8.1f} MB  {len(sizes) - len(big)} others"]
    )


# --- what people download -----------------------------------------------------


def package() -> Path:
    machine = platform.machine().lower()
    name = DIST / f"salesmate-sync-{version()}"
    if sys.platform == "win32":
        run(inno_setup(), "/Q", HERE / "windows" / "installer.iss")
        return name.with_name(f"{name.name}-windows-x64.exe")
    if sys.platform == "darwin":
        made = name.with_name(f"{name.name}-macos-{machine}.zip")
        run("ditto", "-c", "-k", "--keepParent", DIST / "SalesMate Sync.app", made)  # zipfile loses symbolic links
        return made
    return Path(shutil.make_archive(f"{name}-linux-{machine}", "gztar", DIST, FOLDER.name))


def inno_setup() -> Path:
    found = shutil.which("iscc")
    if found:
        return Path(found)
    for place in ("ProgramFiles(x86)", "ProgramFiles"):
        for compiler in sorted(Path(os.environ.get(place, "")).glob("Inno Setup */ISCC.exe"), reverse=True):
            return compiler
    sys.exit("The installer needs Inno Setup 6.3 or newer, which is not installed here. The folder is in dist.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
