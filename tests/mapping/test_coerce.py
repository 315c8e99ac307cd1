from __future__ import annotations

import pytest

from app.mapping.coerce import text


def test_a_character_that_no_database_keeps_is_refused_with_its_record() -> None:
    with pytest.raises(ValueError, match="not text"):
        text("a\0b")
    assert text("नमस्ते ₹") == "नमस्ते ₹"
