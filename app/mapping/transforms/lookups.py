"""The transform that has a reference name its record by another field than the ERP's own key."""

from __future__ import annotations

from app.mapping.parameters import Parameter
from app.mapping.transforms.base import NUMBER, TEXT, Transform, plain
from app.model.values import FieldType, Value

LOOKUP_BY = "lookup_by"


def _as_it_is(value: Value) -> Value:
    return value


LOOKUPS = (
    Transform(
        LOOKUP_BY,
        "Look up by a field",
        TEXT | NUMBER,
        plain(_as_it_is),
        plain(_as_it_is),
        gives=FieldType.LOOKUP,
        parameters=(
            Parameter(
                "field",
                "Field",
                required=True,
                help="The field of the record referred to that holds the value, like email or sku.",
                most=60,
            ),
        ),
        example="“accounts@acme.example”, field email → the customer with that e-mail address",
    ),
)
