"""The user fields that carry our id in SAP (docs/protocols/sap.md: User fields)."""

from __future__ import annotations

from collections.abc import Mapping

from app.connectors.base import ConnectorState
from app.connectors.odata.dialect import GATEWAY
from app.connectors.sap.client import ServiceLayer
from app.connectors.sap.entities import Entity
from app.model.cancel import CancelToken
from app.model.clock import Clock
from app.model.errors import ConnectorError, Forbidden, Misconfigured, NotReady, UnknownOutcome

_KEPT, _THERE = "hub_keys", "there"


class HubKeys:
    """``fields``: the chosen ones by module. Of each table is kept that its field is there, or the day on which it was not: until
    one is made, no row has it."""

    def __init__(self, sap: ServiceLayer, state: ConnectorState, fields: Mapping[str, str], clock: Clock) -> None:
        self._sap = sap
        self._state = state
        self._fields = fields
        self._clock = clock

    def of(self, entity: Entity, cancel: CancelToken) -> str:
        """The field, where it was chosen and is there."""
        field = self._fields.get(entity.name, "")
        if not field or self._sap.dialect is GATEWAY:
            return field
        told = self._kept().get(_mark(entity, field))
        if told == _THERE or (told != self._today() and self._is_there(entity, field, cancel)):
            return field
        return ""

    def make(self, entity: Entity, cancel: CancelToken) -> None:
        """Before a record is made with it. Raises :class:`Misconfigured`."""
        field = self._fields.get(entity.name, "")
        if not field or self._sap.dialect is GATEWAY or self._kept().get(_mark(entity, field)) == _THERE:
            return
        if not self._is_there(entity, field, cancel):
            self._made(entity, field, cancel)
            self._keep(entity, field, _THERE)

    def is_named(self, text: str) -> bool:
        """Is one of the chosen fields what SAP does not know?"""
        return any(field and field in text for field in self._fields.values())

    def forget(self) -> None:
        """Somebody removed one: they are looked for again."""
        self._state.save(_KEPT, {})

    def _is_there(self, entity: Entity, field: str, cancel: CancelToken) -> bool:
        try:
            rows = self._sap.user_fields(entity.table, cancel)
        except Forbidden:  # this user may not look: without the field for today
            rows = []
        found = field in {f"U_{row.get('Name')}" for row in rows}
        self._keep(entity, field, _THERE if found else self._today())
        return found

    def _made(self, entity: Entity, field: str, cancel: CancelToken) -> None:
        """On one of the documents' tables it is there on all of them."""
        body = {
            "Name": field.removeprefix("U_"),
            "Type": "db_Alpha",
            "Size": 40,
            "Description": "SalesMate Sync",
            "TableName": entity.table,
        }
        try:
            self._sap.post("UserFieldsMD", body, cancel)
        except UnknownOutcome:
            raise NotReady(
                f"SAP did not answer when the field {field} for our number was made. Nothing else was sent.",
                hint="The next sync looks whether it is there, and goes on.",
            ) from None
        except ConnectorError as error:
            if error.retryable:
                raise
            raise Misconfigured(
                f"The field {field} for our number could not be made in SAP: {error.message}",
                hint="Have it made there (Tools > Customization Tools > User-Defined Fields), or turn it off in the sync settings.",
                code="no_hub_key",
            ) from None

    def _kept(self) -> Mapping[str, str]:
        kept = self._state.load(_KEPT)
        return kept if isinstance(kept, dict) else {}

    def _keep(self, entity: Entity, field: str, told: str) -> None:
        self._state.save(_KEPT, {**self._kept(), _mark(entity, field): told})

    def _today(self) -> str:
        return self._clock().date().isoformat()


def _mark(entity: Entity, field: str) -> str:
    return f"{entity.table}.{field}"
