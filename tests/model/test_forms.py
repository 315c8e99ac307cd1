"""The quick ways to a canonical form give what the plain ones give."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from uuid import RFC_4122, UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.clock import stamp, stamp_of
from app.model.folding import fold
from app.model.ids import new_ids
from app.model.values import canonical_number


def plain_number(number: str, *, money: bool) -> str:
    """By way of Decimal alone."""
    whole, _, fraction = format(Decimal(number), "f").partition(".")
    digits, fraction = whole.lstrip("-0") or "0", fraction.rstrip("0")
    if money:
        fraction = fraction.ljust(2, "0")
    sign = "-" if whole.startswith("-") and (digits != "0" or fraction.strip("0")) else ""
    return f"{sign}{digits}.{fraction}" if fraction else sign + digits


@given(st.from_regex(r"[ +-]?[0-9]{0,5}(\.[0-9]{0,4})?\.?(e-?[0-9])?", fullmatch=True), st.booleans())
def test_numbers(text: str, money: bool) -> None:
    try:
        expected = plain_number(text, money=money)
    except ArithmeticError:
        with pytest.raises(ValueError, match="not a number"):
            canonical_number(text, money=money)
        return
    assert canonical_number(text, money=money) == expected


OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(
    st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=OFFSETS), st.booleans(), st.sampled_from("T ")
)
def test_stamps(moment: datetime, whole: bool, between: str) -> None:
    moment = moment.replace(microsecond=0) if whole else moment
    assert stamp_of(moment.isoformat(sep=between)) == stamp(moment)
    assert stamp_of(f"{moment.astimezone(UTC).replace(tzinfo=None).isoformat()}Z") == stamp(moment)


@pytest.mark.parametrize(
    "text",
    [
        "", "2026-11-23", "2026-11-23T10:00:00", "2026-02-30T10:00:00Z", "2026-11-23T24:00:00Z", "2026-11-23T10:60:00Z",
        "2026-11-23T10:00:60Z", "2026-11-23T10:00:00+25:00", "yesterday", "２026-11-23T10:00:00Z",
    ],
)  # fmt: skip
def test_what_is_no_moment_has_no_stamp(text: str) -> None:
    assert stamp_of(text) is None


@given(st.text(alphabet=st.sampled_from("aB ß\t\u00a0\u0130é-"), max_size=12))
def test_folded_texts_are_squeezed_and_stay_so(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert fold(folded) == folded
    assert fold(f"  {text.upper()}\n") == fold(text.upper())


@pytest.mark.parametrize("count", [0, 1, 2, 5_000])
def test_ids_rise_and_are_what_they_say(count: int) -> None:
    """Five thousand are more than one millisecond has numbers for."""
    before, ids = new_ids(1), new_ids(count)
    assert len(set(ids)) == count
    assert ids == sorted(ids)
    assert all(one > before[0] for one in ids)
    assert all((UUID(one).version, UUID(one).variant, str(UUID(one))) == (7, RFC_4122, one) for one in ids)
