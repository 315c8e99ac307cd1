from __future__ import annotations

import pytest

from app.mapping.coerce import money, number, text


def test_a_character_that_no_database_keeps_is_refused_with_its_record() -> None:
    with pytest.raises(ValueError, match="not text"):
        text("a\0b")
    assert text("नमस्ते ₹") == "नमस्ते ₹"


@pytest.mark.parametrize("given", ["1e999999999", "1e-999999999", 10**61])
def test_a_number_that_would_fill_the_memory_is_none(given: object) -> None:
    for take in (number, money):
        with pytest.raises(ValueError, match="is not a number"):
            take(given)
    assert number("1e3") == "1000"
