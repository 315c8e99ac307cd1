#!/usr/bin/env python3
"""One command for everything, on a fresh machine too: python3 dev.py VERB [ARGUMENTS]

  demo    open the application on a simulated Tally company (in the terminal when there is no display)
  shots   demo --screenshots: a picture of every screen (python3 dev.py shots DIRECTORY)
  run     the application itself; arguments as for `salesmate-sync`
  test    the tests; --fast leaves out the slow ones, other arguments go to pytest
  lint    ruff, mypy and the import rules
  bench   the benchmarks
  chaos   the proof of the engine: faults, crashes and SIGKILL for --minutes N; --replay repeats a finding
  build   the frozen application, into dist/; --check starts it, --package makes what people download

Each verb first sets up what it needs: a virtual environment in .venv with the pinned packages and, on Debian
and Ubuntu, the missing system libraries. That is done again only when the pins have changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "setup.json"
LINUX = sys.platform.startswith("linux")
WINDOWS = os.name == "nt"
OLDEST_PYTHON = (3, 11)

WINDOW_PACKAGES = (
    "libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 "
    "libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 fonts-dejavu-core"
).split()
SCREEN_PACKAGES = "xvfb xauth fonts-deva".split()
DATABASE_PACKAGES = ["postgresql"]
BUILD_PACKAGES = ["binutils"]
WITHOUT_WINDOW = {"serve", "sync", "doctor", "backup", "restore", "key", "--help", "--version"}


class Stop(Exception):
    """Nothing more can be done; the text says what failed and what to do."""


def say(text: str) -> None:
    print(f"dev: {text}", flush=True)


# --- the interpreter ----------------------------------------------------------


def require_python() -> None:
    """Go on under a newer Python when this one is too old and another is installed."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(14, OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            say(f"this is Python {sys.version.split()[0]}; going on with {found}")
            hand_over([found, *sys.argv], dict(os.environ))
    raise Stop(
        f"Python 3.{OLDEST_PYTHON[1]} or newer is needed; this is {sys.version.split()[0]}.\n"
        "Install one, then run this file with it (python3.12 dev.py …; on Windows: py -3.12 dev.py …)."
    )


def base_python() -> str:
    """The interpreter behind a virtual environment: .venv can then be rebuilt from inside itself."""
    return getattr(sys, "_base_executable", None) or sys.executable


def venv_program(name: str) -> str:
    return str(VENV / "Scripts" / f"{name}.exe") if WINDOWS else str(VENV / "bin" / name)


def hand_over(command: list[str], env: dict[str, str]) -> None:
    """Become `command`: signals and the exit code are then its own."""
    sys.stdout.flush()
    sys.stderr.flush()
    if not WINDOWS:
        try:
            os.execvpe(command[0], command, env)
        except OSError as error:
            raise Stop(f"{command[0]} could not be started: {error}") from None
    with subprocess.Popen(command, env=env) as child:
        while True:
            with contextlib.suppress(KeyboardInterrupt):  # Ctrl-C reaches the child by itself
                sys.exit(child.wait())


# --- Debian's packages --------------------------------------------------------


def missing_packages(wanted: list[str]) -> list[str]:
    if not (LINUX and shutil.which("dpkg-query") and shutil.which("apt-get")):
        return []
    # Debian 13 and Ubuntu 24.04 renamed some libraries to …t64.
    names = [name for package in wanted for name in (package, f"{package}t64")]
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}\n", *names],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    present = {line.split()[1] for line in answer.stdout.splitlines() if line.startswith("installed ")}
    return [package for package in wanted if not present & {package, f"{package}t64"}]


def root_prefix() -> list[str] | None:
    """What to put before a command to run it as root; None when that needs a password."""
    if os.geteuid() == 0:
        return ["env"]
    if shutil.which("sudo"):
        answer = subprocess.run(["sudo", "-n", "true"], stdin=subprocess.DEVNULL, capture_output=True, check=False)
        if answer.returncode == 0:
            return ["sudo", "-n", "env"]
    return None


def install_packages(wanted: list[str], purpose: str) -> bool:
    """Install what Debian lacks. Answers False, having said what to type, when it could not."""
    missing = missing_packages(wanted)
    if not missing:
        return True
    listed = " ".join(missing)
    by_hand = f"apt-get update && apt-get install --no-install-recommends {listed}"
    if os.geteuid() != 0:
        by_hand = f"sudo apt-get update && sudo apt-get install --no-install-recommends {listed}"
    prefix = root_prefix()
    if prefix is None:
        say(f"for {purpose}, system packages are missing. Only root may install them:\n\n    {by_hand}\n")
        return False
    say(f"installing system packages for {purpose} (up to a minute): {listed}")
    started = time.monotonic()
    apt = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    apt += ["-o", "Acquire::Retries=2", "-o", "Acquire::http::Timeout=30", "-o", "Acquire::https::Timeout=30"]
    output = ""
    for step in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        done = subprocess.run(
            [*apt, *step],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        # A failed update is no reason to stop: the lists may be recent enough.
        output += done.stdout
    if "Unable to locate package" in output:  # one unknown name keeps apt from installing the others
        for package in missing_packages(missing):
            subprocess.run(
                [*apt, "install", "-y", "--no-install-recommends", package], capture_output=True, check=False
            )
    if missing_packages(missing):
        print("\n".join(output.splitlines()[-15:]), flush=True)
        say(f"that failed (is there a network?). Please type, and read what it says:\n\n    {by_hand}\n")
        return False
    say(f"installed in {time.monotonic() - started:.0f} s")
    return True


def install_server() -> None:
    """PostgreSQL's programs, without the server that Debian would make and start: the tests start their own."""
    if any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or not missing_packages(DATABASE_PACKAGES):
        return
    prefix = root_prefix()
    place = "/etc/postgresql-common/createcluster.d"
    ours = f"{place}/salesmate-sync-tests.conf"
    if prefix is not None:
        write = f"mkdir -p {place} && echo 'create_main_cluster = false' > {ours}"
        subprocess.run([*prefix, "sh", "-c", write], capture_output=True, check=False)
    try:
        install_packages(DATABASE_PACKAGES, "the tests of the hub on PostgreSQL (without it they are left out)")
    finally:
        if prefix is not None:
            tidy = f"rm -f {ours}; rmdir --ignore-fail-on-non-empty {place} $(dirname {place})"
            subprocess.run([*prefix, "sh", "-c", tidy], capture_output=True, check=False)


# --- the virtual environment --------------------------------------------------


@contextlib.contextmanager
def only_one() -> Iterator[None]:
    """Two set-ups at once would spoil each other's packages: the second waits."""
    with (ROOT / ".venv.lock").open("a+b") as handle:
        if WINDOWS:
            import msvcrt

            while True:
                try:
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)  # gives up after ten seconds
                    break
                except OSError:
                    say("waiting for another dev.py to finish its set-up")
        else:
            import fcntl

            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("waiting for another dev.py to finish its set-up")
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def fingerprint(lock: Path) -> str:
    """Changes with the pins and with what the project's installation is made of."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    relevant = [project["project"], project["build-system"], project["tool"]["hatch"]]
    text = lock.read_text(encoding="utf-8") + json.dumps(relevant, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def read_stamp() -> dict[str, str]:
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    # A moved checkout, or a system upgrade, leaves a .venv that points elsewhere.
    return stamp if stamp.get("place") == str(VENV) and stamp.get("python") == venv_version() else {}


def venv_version() -> str:
    """The Python version of .venv; empty when there is none that works."""
    check = "import sys; print(sys.prefix != sys.base_prefix and '%d.%d' % sys.version_info[:2] or '')"
    try:
        command = [venv_program("python"), "-I", "-c", check]
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def venv_works() -> bool:
    version = venv_version()
    if not version or tuple(map(int, version.split("."))) < OLDEST_PYTHON or (STAMP.exists() and not read_stamp()):
        return False
    return succeeds([venv_program("python"), "-I", "-c", "import pip"])


def make_venv() -> None:
    python = base_python()
    if VENV.exists() and not (VENV / "pyvenv.cfg").exists() and any(VENV.iterdir()):
        raise Stop(f"{VENV} is there but is no virtual environment. Move it away and try again.")
    say("making the virtual environment .venv (a few seconds)")
    # Debian takes ensurepip out of its Python; python3-venv brings it back.
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if succeeds([python, "-c", "import ensurepip, venv"]) or (
        install_packages([f"python{version}-venv"], "the virtual environment")
        and succeeds([python, "-c", "import ensurepip, venv"])
    ):
        quiet([python, "-m", "venv", "--clear", str(VENV)], "the virtual environment could not be made")
    elif succeeds([python, "-c", "import pip, venv"]):
        quiet(
            [python, "-m", "venv", "--clear", "--without-pip", str(VENV)],
            "the virtual environment could not be made",
        )
        command = [python, "-m", "pip", "--python", venv_program("python"), "install", "--quiet", "pip"]
        quiet(command, "pip could not be installed into .venv")
    else:
        raise Stop(
            "this Python can make no virtual environment (its modules venv and ensurepip are missing).\n"
            f"Debian and Ubuntu have them in python{version}-venv; elsewhere use Python's own installer."
        )


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def quiet(command: list[str], failure: str) -> None:
    """Run a step of the set-up; its output is shown only when it fails."""
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=pip_environment(),
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        print("\n".join(done.stdout.splitlines()[-25:]), flush=True)
        raise Stop(f"{failure} (see above). {advice(done.stdout)}")


def advice(output: str) -> str:
    """What to do about pip's complaint."""
    if "DO NOT MATCH THE HASHES" in output:
        return "A downloaded package is not the one that was pinned: do not use it; ask your mirror's keeper."
    if "No space left" in output:
        return "The disk is full: about 700 MB are needed."
    network = (
        "The package index could not be reached: check the network and, behind a proxy, HTTPS_PROXY; "
        "then run the same command again."
    )
    signs = ("Max retries", "NewConnection", "NameResolution", "timed out", "proxy", "Proxy", "SSLError")
    if any(sign in output for sign in signs):
        return network
    if "No matching distribution" in output:
        return (
            f"{network}\nIf the network works, nothing fits this Python or machine: use Python 3.11 to "
            "3.14 (64-bit) on Windows, macOS (Apple silicon) or Linux with glibc 2.34 or newer (2.39 on ARM)."
        )
    return "Run the same command again; if it fails again, remove .venv first."


def pip_environment() -> dict[str, str]:
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")}
    env.update(PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1", PYTHONUTF8="1")
    return env


def set_up(kind: str) -> None:
    """Make .venv hold the packages of requirements/<kind>.lock and the project itself."""
    lock = ROOT / "requirements" / f"{kind}.lock"
    try:
        wanted = fingerprint(lock)
        if kind == "runtime" and read_stamp().get("dev") == fingerprint(ROOT / "requirements" / "dev.lock"):
            return  # the dev packages include the runtime's
    except (OSError, KeyError, ValueError) as error:
        raise Stop(f"the set-up files are damaged or missing ({error}); restore them from git.") from None
    if read_stamp().get(kind) == wanted:
        return
    with only_one():
        if read_stamp().get(kind) == wanted:
            return  # another dev.py has just done it
        started = time.monotonic()
        if not venv_works():
            make_venv()
        STAMP.unlink(missing_ok=True)
        count = sum(1 for line in lock.read_text(encoding="utf-8").splitlines() if "==" in line)
        say(f"installing {count} packages from requirements/{kind}.lock (one to three minutes the first time)")
        pip = [venv_program("python"), "-m", "pip", "install", "--quiet", "--no-deps"]
        quiet(
            [*pip, "--require-hashes", "--only-binary", ":all:", "-r", str(lock)],
            "the packages could not be installed",
        )
        quiet([*pip, "--no-build-isolation", "-e", str(ROOT)], "SalesMate Sync itself could not be installed")
        STAMP.write_text(json.dumps({"place": str(VENV), "python": venv_version(), kind: wanted}), encoding="utf-8")
        say(f"set-up done in {time.monotonic() - started:.0f} s")


# --- the verbs ----------------------------------------------------------------


def has_display() -> bool:
    return not LINUX or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def in_project(arguments: list[str], *, screen: bool = False) -> None:
    """Go on as .venv's Python; with `screen`, on a virtual screen when Linux has none."""
    command = [venv_program("python"), *arguments]
    env = dict(os.environ)
    if screen and LINUX and not env.get("DISPLAY") and "QT_QPA_PLATFORM" not in env:
        if shutil.which("xvfb-run") and shutil.which("xauth"):
            command = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24", *command]
            env["QT_QPA_PLATFORM"] = "xcb"
            env.pop("WAYLAND_DISPLAY", None)
        else:
            say("no display and no xvfb-run: Qt draws off screen")
            env["QT_QPA_PLATFORM"] = "offscreen"
    hand_over(command, env)


def demo(arguments: list[str]) -> None:
    pictures = any(argument.split("=")[0] == "--screenshots" for argument in arguments)
    set_up("runtime")
    if pictures:
        install_packages(WINDOW_PACKAGES + SCREEN_PACKAGES, "the pictures")
    elif has_display() and "--headless" not in arguments:
        install_packages(WINDOW_PACKAGES, "the window")
    in_project(["-P", "-m", "app", "demo", *arguments], screen=pictures)


def shots(arguments: list[str]) -> None:
    demo(["--screenshots", *(arguments or ["screenshots"])])


def run(arguments: list[str]) -> None:
    set_up("runtime")
    if has_display() and not WITHOUT_WINDOW.intersection(arguments):
        install_packages(WINDOW_PACKAGES, "the window")
    in_project(["-P", "-m", "app", *arguments])


def test(arguments: list[str]) -> None:
    set_up("dev")
    install_packages(WINDOW_PACKAGES + SCREEN_PACKAGES, "the tests of the window")
    install_server()
    fast = "--fast" in arguments
    chosen = [argument for argument in arguments if argument != "--fast"]
    if not chosen or fast:
        # On two cores, too, three: one of them mostly waits, for a server, a clock or a display.
        chosen = ["-n", "3", "--dist", "worksteal", *(["-m", "not slow"] if fast else []), *chosen]
    in_project(["-m", "pytest", *chosen], screen=True)


def bench(arguments: list[str]) -> None:
    set_up("dev")
    install_packages(WINDOW_PACKAGES + SCREEN_PACKAGES, "the benchmarks of the window")
    in_project(["-m", "tests.bench", *arguments], screen=True)


def chaos(arguments: list[str]) -> None:
    set_up("dev")
    in_project(["-m", "tests.chaos", *arguments])


def lint(arguments: list[str]) -> None:
    if arguments:
        raise Stop("lint takes no arguments.")
    set_up("dev")
    checks = {
        "ruff check": [venv_program("ruff"), "check", "."],
        "ruff format": [venv_program("ruff"), "format", "--check", "."],
        "mypy": [venv_program("mypy")],
        "lint-imports": [venv_program("lint-imports")],
    }
    failed = []
    for name, command in checks.items():
        say(name)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    if failed:
        raise Stop(f"failed: {', '.join(failed)}. .venv's `ruff check --fix` and `ruff format` repair much of it.")
    say("all checks passed")


def build(arguments: list[str]) -> None:
    recipe = str(ROOT / "packaging" / "build.py")
    if {"-h", "--help"}.intersection(arguments):
        hand_over([sys.executable, recipe, "--help"], dict(os.environ))
    set_up("dev")
    checked = "--check" in arguments
    wanted = WINDOW_PACKAGES + BUILD_PACKAGES + (SCREEN_PACKAGES if checked else [])
    if sys.base_prefix == "/usr":  # Debian's Python keeps its library in a package of its own
        wanted = [*wanted, f"libpython{sys.version_info[0]}.{sys.version_info[1]}"]
    install_packages(wanted, "the frozen application")
    say("building dist/salesmate-sync (about a minute)")
    in_project([recipe, *arguments], screen=checked)


VERBS = {
    "demo": demo,
    "shots": shots,
    "run": run,
    "test": test,
    "lint": lint,
    "bench": bench,
    "chaos": chaos,
    "build": build,
}


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0] in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    verb = VERBS.get(arguments[0])
    if verb is None:
        raise Stop(f"there is no verb {arguments[0]!r}; there are {', '.join(VERBS)}.")
    require_python()
    if verb not in (demo, shots, run):  # theirs are the user's own relative paths
        os.chdir(ROOT)
    verb(arguments[1:])
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        print(f"dev: {stop}", file=sys.stderr, flush=True)
        sys.exit(2)
    except KeyboardInterrupt:
        print("dev: stopped", file=sys.stderr, flush=True)
        sys.exit(130)
    except OSError as error:
        print(f"dev: {error}", file=sys.stderr, flush=True)
        sys.exit(2)
