"""What may stand in a setting, by the connector's own account of it: the forms and the API ask here."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

from app.connectors.spec import SettingSpec
from app.model.errors import InvalidInput
from app.model.values import FieldType, canonical_date
from app.services.addresses import checked_url


def usual(setting: SettingSpec) -> Any:
    """What holds while nothing is given."""
    if setting.default is None and setting.choices:
        return setting.choices[0][0]
    return setting.default


def applies(setting: SettingSpec, settings: Sequence[SettingSpec], values: Mapping[str, Any], auth_type: str) -> bool:
    """Is it asked for, beside these values of the others?"""
    if setting.only_if is None:
        return True
    name, wanted = setting.only_if
    if name == "auth_type":
        return auth_type in wanted
    other = next((one for one in settings if one.name == name), None)
    value = values.get(name, usual(other) if other else None)
    return value in wanted and (other is None or applies(other, settings, values, auth_type))


def checked(setting: SettingSpec, value: Any, *, plain_http: bool = False) -> Any:
    """A value in its type; ``plain_http``: an address may be without TLS. Raises :class:`InvalidInput`."""
    field = f"authConfig.{setting.name}"
    if setting.type is FieldType.BOOLEAN:
        if not isinstance(value, bool):
            raise InvalidInput(f"{setting.title} must be true or false.", field=field)
        return value
    if setting.type is FieldType.NUMBER:
        return _number(setting, value, field)
    if not isinstance(value, str):
        raise InvalidInput(f"{setting.title} must be a text.", field=field)
    if setting.type is FieldType.DATE:
        try:
            return canonical_date(value)
        except ValueError:
            raise InvalidInput(f"{value!r} is not a date.", field=field, hint="Write it as 2026-04-01.") from None
    text = value.strip()
    if setting.choices and text not in {known for known, _ in setting.choices}:
        known = ", ".join(title for _, title in setting.choices)
        raise InvalidInput(f"{text!r} is not possible for {setting.title}.", field=field, hint=f"Choose {known}.")
    return checked_url(text, field=field, plain_http=plain_http) if setting.name.endswith("_url") else text


def missing(setting: SettingSpec) -> InvalidInput:
    return InvalidInput(f"{setting.title} is missing.", field=f"authConfig.{setting.name}", hint=setting.help)


def _number(setting: SettingSpec, value: Any, field: str) -> float:
    """Above zero: every number among the settings is a time, a size or a count."""
    try:
        number = math.nan if isinstance(value, bool) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not 0 < number < 1e9:
        raise InvalidInput(f"{setting.title} must be a number above zero.", field=field)
    return int(number) if number == int(number) else number
