"""The add-on for Tally: no Tally is here to load it, but what it writes is what we read, and it stays with what others ran."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.platform.event_file import FileEvent, event_of

FILE = Path(__file__).parents[2] / "resources" / "tally" / "salesmate-events.tdl"
#: What the reference names as having run on a live Tally.
PROVEN = {
    "$Guid",
    "$MasterID",
    "$VoucherTypeName",
    "$$IsEmpty",
    "$$LastResult",
    "$$MachineDate",
    "$$MachineTime",
    "$$String",
}


@pytest.fixture(scope="module")
def code() -> str:
    text = FILE.read_bytes().decode("ascii")
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith(";;"))


def line_of(code: str, **known: str) -> str:
    """What the function's SET lines make of an event."""
    values = {"vLine": "", **known}
    for expression in re.findall(r"SET : vLine : (.+)", code):
        parts = re.findall(r'"([^"]*)"|##(\w+)|@@(\w+)|\((\$\$String:\S+?)\)', expression)
        values["vLine"] = "".join(
            word or values.get(variable or formula or call.rpartition("$")[2], "")
            for word, variable, formula, call in parts
        )
    return values["vLine"]


@pytest.mark.parametrize("kind", ["save", "cancel", "delete"])
def test_what_it_writes_is_what_we_read(code: str, kind: str) -> None:
    said = re.findall(rf'Call : SMSWriteEvent : "(ev={kind}\|obj=\w*)"', code)
    assert len(said) == (2 if kind == "save" else 1)
    for one in said:
        line = line_of(
            code, pEvent=one, MasterID="12", vGuid="ab", VoucherTypeName="Sales" if "Ledger" not in one else "",
            SMSDay="20260504", MachineTime="11:32", SVCurrentCompany="Bharat | Co",
        )  # fmt: skip
        thing = "master" if "Ledger" in one else "voucher"
        assert event_of(line) == FileEvent(kind, thing, "12", "ab")
        assert "|at=20260504 11:32|name=Bharat | Co" in line


def test_it_stays_with_what_has_run_on_a_live_tally(code: str) -> None:
    assert set(re.findall(r"\$\$?\w+", code)) <= PROVEN
    assert set(re.findall(r"\[#Form: (.+)\]", code)) == {"Voucher", "Ledger"}
    for form in re.split(r"\[#Form: ", code)[1:]:
        assert re.findall(r"On : Form Accept :\s*(\S+)\s*:\s*(\w+ ?\w*)", form)[0] == ("Yes", "Form Accept")


def test_it_says_that_it_is_not_proven() -> None:
    assert "NOT YET PROVEN ON A LIVE TALLY" in FILE.read_text()
    assert "not yet proven on a live Tally" in (FILE.parents[2] / "docs" / "webhooks-tally.md").read_text()
