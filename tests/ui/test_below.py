"""Texts that are made below the window, in its language."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.errors import InvalidInput
from app.ui.below import PART, fit, literals, read
from app.ui.language import FOLDER, install_language
from app.ui.words import from_below
from app.ui.work import Problem

KNOWN: dict[str, str] = json.loads((FOLDER / "below_hi.json").read_text(encoding="utf-8"))
PARTED = [template for template in KNOWN if PART.search(template)]


@pytest.fixture
def hindi(qapp: object) -> Iterator[None]:
    installed = install_language(qapp, "hi")  # type: ignore[arg-type]
    yield
    for translator in installed:
        qapp.removeTranslator(translator)  # type: ignore[attr-defined]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def wanted() -> list[str]:
    return list(script("below").templates())


def filled(template: str, values: list[str]) -> str:
    return PART.sub(lambda part: values[int(part[1]) - 1], template)


def test_every_message_has_its_hindi() -> None:
    """After a change of a message: put its Hindi into below_hi.json, then python resources/translations/update.py"""
    known = {**KNOWN, **json.loads((FOLDER / "hi.json").read_text(encoding="utf-8"))}
    assert [template for template in wanted() if not known.get(template)] == []
    for template in wanted():
        assert sorted(PART.findall(template)) == sorted(PART.findall(known[template])), template


def test_every_template_is_found_again(hindi: None) -> None:
    for template in set(PARTED) & set(wanted()):
        values = [f"Q{at}x" for at in range(1, len(literals(template)))]
        assert read("hi", filled(template, values)) == filled(KNOWN[template], values)


@given(st.data())
def test_any_values_come_back(data: st.DataObject) -> None:
    template = data.draw(st.sampled_from(PARTED))
    between = literals(template)
    value = st.text().filter(lambda text: not any(each and each in text for each in between))
    values = data.draw(st.lists(value, min_size=len(between) - 1, max_size=len(between) - 1))
    text = filled(template, values)
    found = fit(between, text)
    assert found is not None
    assert filled(template, found) == text
    if all(len(set(each) & set("".join(values))) == 0 for each in between):
        assert found == values


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("12 of 40 invoices are missing now. Nothing was deleted.", "40 बिल में से 12 अब गायब हैं। कुछ नहीं हटाया गया।"),
        ("“Blue pen” can't be sent: Unit, HSN code are empty.", "“Blue pen” नहीं भेजा जा सकता: इकाई, HSN कोड खाली हैं।"),
        ("Acme: name: is missing.", "Acme: नाम: नहीं भरा है।"),
        ("gstin: 'abc' is not a number.", "gstin: 'abc' संख्या नहीं है।"),
        ("3 sent, 2 waiting for a decision", "3 भेजे, 2 का फ़ैसला बाकी"),
        ("same name and GSTIN", "एक जैसा: नाम और GSTIN"),
        ("Tally does not answer until 05:10", "Tally जवाब नहीं देता, 05:10 तक"),
        ("paused until 23 Nov 04:32", "23 नव 04:32 तक रुका हुआ"),
        ("Choose another file.\nTry again.", "दूसरी फ़ाइल चुनें।\nफिर कोशिश करें।"),
    ],
)
def test_what_is_made_of_several_texts(hindi: None, text: str, says: str) -> None:
    assert from_below(text) == says


def test_names_stay_as_they_are(hindi: None) -> None:
    for name in ("Bank of India", "Sharma, Verma and Sons", "Customers", "is missing"):
        assert f"“{name}”" in from_below(f"“{name}” can't be sent: Unit is empty.")
    for text in ("Bank of India", "Cash: a name of nobody's", "", " ", "1,200", "हाँ"):
        assert from_below(text) == text


def test_a_problem_is_said(hindi: None) -> None:
    shown = Problem.of(InvalidInput("There is no such link.", hint="Look at the list again."))
    assert (shown.message, shown.hint) == (KNOWN["There is no such link."], KNOWN["Look at the list again."])


def test_in_english_all_stays(qapp: object) -> None:
    for template in PARTED:
        assert from_below(template) is template


def test_how_templates_are_found(tmp_path) -> None:
    source = '''
def answer(count, name, why, log):
    """A docstring is not said."""
    log.warning("nothing for people")
    conn.execute("SELECT a FROM b WHERE c = ?")
    if name == "not a text":
        raise NotFound(f"{name} is not {why!r}: {'one record' if count == 1 else f'{count:,} records'} lost.",
                       hint="Look " + where() + " again.")
    return f"{count} {'row' if count == 1 else 'rows'} of {name}{why} left", {"the key": "the value {n} of it"}
'''
    place = tmp_path / "app" / "sync"
    place.mkdir(parents=True)
    (place / "some.py").write_text(source, encoding="utf-8")
    found = script("below").templates(tmp_path / "app")
    assert set(found) == {
        "{1} is not {2}: one record lost.",
        "{1} is not {2}: {3} records lost.",
        "Look {1} again.",
        "one record",
        "{1} records",
        "{1} row of {2} left",
        "{1} rows of {2} left",
        "the value {1} of it",
    }
    assert not any(re.search(r"[{}]", PART.sub("", template)) for template in found)
