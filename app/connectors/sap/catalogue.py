"""What a service of SAP Gateway (ECC, S/4) has, by its own description: each company makes its own services, so nothing is known of
one beforehand (docs/protocols/sap.md: Dialects)."""

from __future__ import annotations

from collections.abc import Mapping

from app.connectors.odata.metadata import EntityType
from app.connectors.sap.entities import Entity, Removal
from app.connectors.sap.fields import title
from app.model.values import FieldType

#: What tells of a change, by the usual names: a day, and a time.
_STAMPS = (("UpdateDate", "UpdateTime"), ("LastChangeDate", "LastChangeTime"), ("ChangedOn", "ChangedAt"))
_CALLED = ("Name", "FullName", "Description", "Title")


def described(types: Mapping[str, EntityType]) -> Mapping[str, Entity]:
    """Those of its lists whose records have a key of one field."""
    return {name: _entity(name, type_) for name, type_ in types.items() if len(type_.key) == 1}


def _entity(name: str, type_: EntityType) -> Entity:
    names = [one.name for one in type_.properties]
    (key,) = type_.key
    numbered = any(one.name == key and one.type is FieldType.NUMBER for one in type_.properties)
    label = next((one for end in _CALLED for one in names if one.endswith(end)), key)
    changed = next((stamp for stamp in _STAMPS if stamp[0] in names), ("", ""))
    return Entity(
        name, title(name), None, key, label, "", numbered=numbered, made="", changed=changed, removal=Removal.DELETE
    )
