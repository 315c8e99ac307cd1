"""Whether the books are those we know: what is asked, what is told, and that neither comes twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app.connectors.base import Standing
from app.model.cancel import CancelToken
from app.simulator import CompanySpec, SimulatedTally
from tests.connectors.tally_rig import COMPANY, TallyRig

CHILD = f"{COMPANY} - (from 1-Apr-26)"


@pytest.fixture
def tally(tmp_path: Path) -> Iterator[TallyRig]:
    with SimulatedTally([CompanySpec(COMPANY, customers=6, items=4, vouchers=40)]) as sim:
        yield TallyRig(sim, tmp_path)


def look(tally: TallyRig, known: Standing | None = None) -> Standing:
    return tally.open().preflight(known.identity if known else None, CancelToken())


def split(tally: TallyRig) -> None:
    tally.sim.control.split_company(COMPANY, date(2026, 4, 1), CHILD, "D:\\Tally\\100007")


def test_a_new_year_of_the_same_books_is_told_once(tally: TallyRig) -> None:
    first = look(tally)
    tally.sim.control.set_period(COMPANY, date(2027, 4, 1), date(2028, 3, 31))
    second = look(tally, first)
    assert (second.questions, second.full_compare) == ((), False)
    assert [title for title, _ in second.notices] == [f"The books of “{COMPANY}” now run to 31-Mar-2028"]
    tally.sim.control.set_period(COMPANY, date(2025, 4, 1), date(2026, 3, 31))  # somebody looks at the year before
    back = look(tally, second)
    assert back.notices == ()
    tally.sim.control.set_period(COMPANY, date(2027, 4, 1), date(2028, 3, 31))
    assert look(tally, back).notices == ()


def test_what_an_earlier_version_kept_is_enough(tally: TallyRig) -> None:
    """It knew neither years nor siblings: nothing is told of, and nothing asked."""
    kept = {
        key: value
        for key, value in look(tally).identity.items()
        if key not in ("starting_from", "ending_at", "runs_to", "siblings")
    }
    standing = tally.open().preflight(kept, CancelToken())
    assert (standing.questions, standing.notices) == ((), ())


def test_a_company_renamed_is_told_once(tally: TallyRig) -> None:
    tally.auth = {"company_guid": look(tally).identity["guid"]}
    first = look(tally)
    tally.sim.books(COMPANY).company.name = "Demo Traders (old)"
    second = look(tally, first)
    assert [title for title, _ in second.notices] == [f"“{COMPANY}” is called “Demo Traders (old)” in Tally now"]
    assert look(tally, second).notices == ()


def test_the_child_of_a_split_in_the_place_of_the_company_is_asked_about(tally: TallyRig) -> None:
    tally.auth = {"company_guid": look(tally).identity["guid"]}
    first = look(tally)
    split(tally)
    tally.sim.control.close_company(COMPANY)
    standing = look(tally, first)
    ((guard, message, hint),) = standing.questions
    assert (guard, standing.full_compare, standing.begins) == ("identity", True, "2026-04-01")
    assert "now begin on 1-Apr-2026 (before: 1-Apr-2025)" in message
    assert "stay in SalesMate Sync" in hint
    assert "nothing is deleted" in hint
    assert look(tally, standing).questions == ()


def test_the_child_of_a_split_beside_the_company_is_asked_about(tally: TallyRig) -> None:
    first = look(tally)
    split(tally)
    standing = look(tally, first)
    ((guard, message, _),) = standing.questions
    assert (guard, standing.full_compare) == ("split", False)
    assert CHILD in message
    assert look(tally, standing).questions == ()
    tally.sim.control.close_company(CHILD)
    closed = look(tally, standing)
    tally.sim.control.open_company(CHILD)
    assert look(tally, closed).questions == ()


def test_a_copy_beside_the_company_is_asked_about(tally: TallyRig) -> None:
    first = look(tally)
    tally.sim.control.split_company(COMPANY, date(2025, 4, 1), "Copy of Demo", "E:\\Copy\\100000")
    ((guard, message, _),) = look(tally, first).questions
    assert guard == "split"
    assert "E:\\Copy\\100000" in message
