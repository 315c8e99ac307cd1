"""The guide is true: it has every message that a person can see, every setting, and names nothing that is not there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.connectors.quickbooks.template import SETTINGS as QUICKBOOKS
from app.connectors.sap.template import SETTINGS as SAP
from app.connectors.tally.template import SETTINGS as TALLY
from app.connectors.zoho.template import SETTINGS as ZOHO
from tests.docs.messages import CONNECTOR_ERRORS, ROOT, Said, every_text, everything, words_of_the_window

DOCS = ROOT / "docs"
PAGES = sorted((DOCS / "guide").glob("*.md"))
#: Seen by programs and at a terminal alone.
NOT_IN_THE_WINDOW = (
    "This Idempotency-Key was used for another call",
    "A backup is restored into a data folder, and --database-url",
    "That cursor is not one of ours",
)
#: Kinds of which every message must be in the guide, whether or not it names a code.
ALWAYS = CONNECTOR_ERRORS | {"StorageError", "KeyProblem", "NoKeyring", "Held", "_Final"}
#: A message without letters of its own repeats what another one said.
_LETTERS = re.compile(r"[A-Za-z]{2}")


def guide() -> Iterator[tuple[Path, str]]:
    return ((page, page.read_text(encoding="utf-8")) for page in PAGES)


def rows() -> list[tuple[str, re.Pattern[str]]]:
    """What stands in the lists of messages, with … for anything."""
    found = []
    for page, text in guide():
        if page.name.startswith("messages"):
            for words in re.findall(r"^\| \*([^*].*?)\*(?= [|a-z])", text, re.MULTILINE):
                parts = [re.escape(part.strip()) for part in words.split("…") if _LETTERS.search(part)]
                found.append((f"{page.name}: {words}", re.compile(".*".join(parts))))
    return found


ROWS = rows()


def wanted(said: Said) -> bool:
    told = len(_LETTERS.findall(said.text)) > 3 and not said.text.startswith(NOT_IN_THE_WINDOW)
    return told and (said.coded or said.kind in ALWAYS)


def test_every_message_is_in_the_guide() -> None:
    patterns = [pattern for _, pattern in ROWS]
    said = everything()
    missing = [
        f"{one.place}: {one.text}" for one in said if wanted(one) and not any(p.search(one.text) for p in patterns)
    ]
    assert not missing, "\n".join(missing)
    assert len(said) > 300


def test_the_guide_has_no_message_that_is_gone() -> None:
    known = every_text()
    gone = [words for words, pattern in ROWS if not any(map(pattern.search, known))]
    assert not gone, "\n".join(gone)
    assert len(ROWS) > 200


def test_words_in_bold_stand_on_the_screen() -> None:
    known = words_of_the_window() | {one.title for one in (*TALLY, *ZOHO, *QUICKBOOKS, *SAP)}
    patterns = [re.compile(".*".join(map(re.escape, text.split("…")))) for text in known if "…" in text.strip("…")]
    systems = {text.replace("…", name) for text in known for name in ("Tally", "Zoho", "QuickBooks", "SAP")}
    unknown = []
    for page, text in guide():
        for words in re.findall(r"\*\*(.+?)\*\*", re.sub(r"`[^`]*`", "", text.replace("\n", " "))):
            plain = words.strip()
            if not (
                {plain, f"{plain}…", plain.rstrip(".")} & known
                or plain in systems
                or any(p.fullmatch(plain) for p in patterns)
            ):
                unknown.append(f"{page.name}: {plain}")
    assert not unknown, "\n".join(unknown)


def test_every_setting_is_in_the_guide() -> None:
    text = (DOCS / "guide" / "settings.md").read_text(encoding="utf-8")
    cards = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "app" / "ui" / "settings").glob("*.py"))
    titles = set(re.findall(r"super\(\).__init__\(\s*desk,\s*tr\(\"([^\"]+)\"\)", cards)) - {"Settings"}
    assert len(titles) == 12
    assert {title for title in titles if f"\n## {title}\n" not in text} == set()
    asked = set(re.findall(r"(?:form\.put|QCheckBox|QRadioButton)\(\s*tr\(\"([^\"]+)\"\)", cards))
    assert len(asked) > 15
    steps = {
        "&File",
        "&Passphrase",
        "The &same again",
        "Show what is typed",
        "The old PC is paused, switched off or gone",
    }
    everywhere = "".join(words for _, words in guide())
    assert {one for one in asked if f"**{one.replace('&', '')}**" not in everywhere} == steps
    for page, settings in (
        ("connections.md", TALLY),
        ("connect-zoho.md", ZOHO),
        ("connect-quickbooks.md", QUICKBOOKS),
        ("connect-sap.md", SAP),
    ):
        told = (DOCS / "guide" / page).read_text(encoding="utf-8")
        for setting in settings:
            if setting.place in ("main", "more"):
                assert f"**{setting.title}**" in told


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.name if page in PAGES else "first")
def test_what_is_linked_is_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            file = (page.parent / target).resolve()
            assert file.is_file(), target
            assert page not in PAGES or file.is_relative_to(DOCS), f"{target} is not there once installed"


def test_every_page_is_in_the_contents() -> None:
    contents = (DOCS / "guide" / "README.md").read_text(encoding="utf-8") + (DOCS / "guide" / "messages.md").read_text(
        encoding="utf-8"
    )
    assert [page.name for page in PAGES if page.name != "README.md" and f"({page.name})" not in contents] == []


def test_pictures_are_few_and_small() -> None:
    used = {
        name
        for page, text in [*guide(), (ROOT, (ROOT / "README.md").read_text(encoding="utf-8"))]
        for name in re.findall(r"pictures/([\w-]+\.png)", text)
    }
    there = {file.name: file.stat().st_size for file in (DOCS / "pictures").glob("*.png")}
    assert used == set(there)
    assert len(there) < 25
    assert max(there.values()) < 200_000


def test_it_goes_with_the_program() -> None:
    included = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert included["wheel"]["force-include"]["docs"] == "app/docs"
    assert '(str(ROOT / "docs"), "docs")' in (ROOT / "packaging" / "salesmate_sync.spec").read_text(encoding="utf-8")
