"""Release and licence: asked only in tests and discovery, since COMPUTE is not proven on every release
(docs/protocols/tally.md: Educational mode)."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from app.connectors.tally import requests, values
from app.connectors.tally.session import Client
from app.model.cancel import CancelToken


@dataclass(frozen=True)
class Licence:
    """What Tally tells about itself; ``None`` where it doesn't."""

    release: str | None = None
    educational: bool | None = None
    silver: bool | None = None
    gold: bool | None = None

    @property
    def kind(self) -> str | None:
        if self.educational:
            return "Educational"
        return "Gold" if self.gold else "Silver" if self.silver else None

    @property
    def sentence(self) -> str:
        name = f"Tally {self.release}" if self.release else "Tally (its release is not told)"
        if self.educational:
            return (
                f"{name} in Educational mode: reading works; vouchers can only be dated the 1st, 2nd or 31st of a "
                "month, so others can't be sent to it."
            )
        return f"{name}, {self.kind} licence." if self.kind else f"{name}; its licence is not told."


def _licence_of(element: etree._Element) -> Licence:
    def yes(tag: str) -> bool | None:
        return values.logical(element.findtext(tag))

    return Licence(values.text(element.findtext("SMSRELEASE")), yes("SMSEDUCATIONAL"), yes("SMSSILVER"), yes("SMSGOLD"))


def read_licence(client: Client, cancel: CancelToken) -> Licence:
    rows = client.ask(requests.licence(), _licence_of, cancel).rows
    return rows[0] if rows else Licence()
