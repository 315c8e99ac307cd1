from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.simulators.zoho_desk import Desk, desk_of


@pytest.fixture
def desk() -> Iterator[Desk]:
    with desk_of(0) as made:
        yield made
