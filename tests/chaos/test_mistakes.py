"""The rig finds every seeded mistake, and nothing where there is none: a rig that stops doing so proves nothing."""

from __future__ import annotations

import pytest

from tests.chaos.mistakes import MISTAKES

#: Most are found in fewer than twenty trials.
TRIALS = 80


@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistake_is_found(name: str) -> None:
    mistake = MISTAKES[name]
    _trials, found = mistake.search(TRIALS)
    assert found is not None, f"{mistake.what}: not found in {TRIALS} trials"
    clean = mistake.without(found)
    assert clean is None, f"broken without the mistake, too:\n{clean}"
