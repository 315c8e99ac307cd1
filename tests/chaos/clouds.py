"""The simulated cloud systems that worlds may have, by letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from tests.chaos import quickbooks_site, sap_site, zoho_site
from tests.chaos.cloud import Cloud, CloudSite
from tests.chaos.hub import Hub

CLOUDS: Mapping[str, Cloud] = {**zoho_site.CLOUDS, **quickbooks_site.CLOUDS, **sap_site.CLOUDS}


class Clouds:
    """Those of one hub's worlds in this process, each started when it is first needed and emptied for each world."""

    def __init__(self, hub: Hub) -> None:
        self._hub = hub
        self._sims: dict[str, tuple[Any, Any]] = {}

    def sites(self) -> Mapping[str, Callable[[Any], CloudSite]]:
        return {letter: partial(self._site, letter) for letter in CLOUDS}

    def _site(self, letter: str, setup: Any) -> CloudSite:
        made = CLOUDS[letter].site
        if letter not in self._sims:
            sim = CLOUDS[letter].start(self._hub.clock)
            first = made(self._hub, sim, sim)
            first.furnish()
            self._sims[letter] = sim, first.kept()
        sim, empty = self._sims[letter]
        site = made(self._hub, sim, sim)
        site.put_back(empty)
        site.open(setup.strategy, setup.delete_policy)
        return site

    def stop(self) -> None:
        for sim, _ in self._sims.values():
            sim.stop()
