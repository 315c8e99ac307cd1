"""What Zoho tells of itself: the fields of a module, the organisation, and the user who signed in.

Asked once a day and kept in between (:class:`app.connectors.base.ConnectorState`), for as long as the same login is used.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.connectors.base import ConnectorState
from app.connectors.http.answers import Answer
from app.connectors.zoho import errors
from app.connectors.zoho.client import Zoho
from app.connectors.zoho.sentences import Refused
from app.model.cancel import CancelToken
from app.model.clock import Clock, utc_now
from app.model.errors import BadAnswer, ConnectorError, Forbidden, Misconfigured, Rejected
from app.model.values import FieldType

WHOLE = frozenset({"integer", "bigint"})
NUMBERS = WHOLE | {"double", "decimal", "percent", "currency"}
LOOKUPS = frozenset({"lookup", "userlookup", "ownerlookup"})
CHOICES = frozenset({"picklist", "multiselectpicklist"})
TEXTS = frozenset({"text", "textarea", "richtextarea", "email", "phone", "website"})
#: Types that can be written; of all others a value can be looked at, as words.
WRITABLE = NUMBERS | LOOKUPS | CHOICES | TEXTS | {"boolean", "date", "datetime"}
#: How long what was told is believed.
_DAY = timedelta(hours=24)
#: Of the shape in which it is kept.
_SHAPE = 1
#: Hub ids have 36 characters.
_KEY_LENGTH = 50
#: Computed by Zoho: the type is that of the result, and nobody writes it.
_COMPUTED = frozenset({"formula", "rollup_summary"})


@dataclass(frozen=True)
class FieldInfo:
    """One field of a module as Zoho describes it. ``data_type`` is Zoho's word; a computed field has that of its result.

    ``length`` counts characters, of numbers the digits before the point; ``None``: not told. ``choices``: the actual values in
    their order, with what a person sees for each. ``lookup_module``: where a lookup leads; of lines the module that they are."""

    name: str
    title: str
    data_type: str
    length: int | None = None
    decimal_place: int | None = None
    required: bool = False
    readonly: bool = False
    unique: bool = False
    custom: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    lookup_module: str | None = None

    @property
    def type(self) -> FieldType:
        return _TYPES.get(self.data_type, FieldType.TEXT)


_TYPES: Mapping[str, FieldType] = {
    **dict.fromkeys(NUMBERS, FieldType.NUMBER),
    **dict.fromkeys(LOOKUPS, FieldType.LOOKUP),
    "picklist": FieldType.PICKLIST,
    "boolean": FieldType.BOOLEAN,
    "date": FieldType.DATE,
    "subform": FieldType.LINES,
}


@dataclass(frozen=True)
class Org:
    """``type``: production, sandbox, bigin or developer; ``currency`` its three letters, as far as they are told."""

    id: str
    name: str
    time_zone: str
    currency: str
    type: str


@dataclass(frozen=True)
class Me:
    id: str
    name: str


class Metadata:
    """Of one connection. Raises connector errors; what is kept is as it was then."""

    def __init__(self, zoho: Zoho, state: ConnectorState, clock: Clock = utc_now) -> None:
        self._zoho = zoho
        self._state = state
        self._clock = clock
        self._known: dict[str, Mapping[str, FieldInfo]] = {}

    def of(self, module: str, cancel: CancelToken) -> Mapping[str, FieldInfo]:
        """The fields of ``module`` (or of its lines, by their module's name) by API name, in Zoho's order."""
        if module not in self._known:
            told = self._kept(f"fields:{module}", lambda: self._fields(module, cancel), cancel)
            self._known[module] = {one["name"]: FieldInfo(**one) for one in told}
        return self._known[module]

    def forget(self, module: str) -> None:
        """Zoho refused a field: ask anew."""
        self._known.pop(module, None)
        self._state.save(f"fields:{module}", None)

    def org(self, cancel: CancelToken) -> Org:
        return Org(**self._kept("org", lambda: asdict(self._org(cancel)), cancel))

    def me(self, cancel: CancelToken) -> Me:
        return Me(**self._kept("me", lambda: asdict(self._me(cancel)), cancel))

    def _kept(self, name: str, ask: Callable[[], Any], cancel: CancelToken) -> Any:
        login, now = self._zoho.login_mark(cancel), self._clock()
        kept = self._state.load(name)
        if isinstance(kept, dict) and (kept.get("v"), kept.get("login")) == (_SHAPE, login):
            at = datetime.fromisoformat(kept["at"])
            if at <= now < at + _DAY:
                return kept["told"]
        told = ask()
        self._state.save(name, {"v": _SHAPE, "login": login, "at": now.isoformat(), "told": told})
        return told

    # --- what is asked -------------------------------------------------------------------------------------------

    def _fields(self, module: str, cancel: CancelToken) -> list[dict[str, Any]]:
        answer = self._zoho.get("settings/fields", {"module": module}, cancel)
        rows = _rows(answer, "fields")
        return [asdict(_info(row)) for row in rows if row.get("api_name") and row.get("visible") is not False]

    def _org(self, cancel: CancelToken) -> Org:
        row = _only(_rows(self._zoho.get("org", {}, cancel), "org"))
        name, zone = row.get("company_name"), row.get("time_zone")
        return Org(_ident(row), str(name or ""), str(zone or ""), _currency(row), str(row.get("type") or ""))

    def _me(self, cancel: CancelToken) -> Me:
        row = _only(_rows(self._zoho.get("users", {"type": "CurrentUser"}, cancel), "users"))
        return Me(_ident(row), str(row.get("full_name") or row.get("last_name") or ""))

    # --- the field with our id -----------------------------------------------------------------------------------

    def create_hub_key(self, module: str, name: str, cancel: CancelToken) -> FieldInfo:
        """See that ``module`` has a text field of its own, ``name``, whose values are unique. Nothing is made when it is there.

        Raises :class:`Misconfigured` for a field of that name of another kind, :class:`Forbidden` when Zoho won't have it (the
        plan, or the user's rights), and :class:`UnknownOutcome`: then look again."""
        self.forget(module)
        present = named(self.of(module, cancel), name)
        if present is None:
            self._make(module, name, cancel)
            self.forget(module)
            present = named(self.of(module, cancel), name)
        if present is None:
            raise BadAnswer(
                f"Zoho says that it made the field “{name}”, but does not show it.",
                hint="Look under Setup > Modules and Fields in Zoho, then choose it here.",
                code="no_hub_key",
            )
        if present.data_type != "text" or not present.unique or present.readonly:
            raise Misconfigured(
                f"Zoho has a field “{name}” in {module} already, but it is no text field that is marked as unique.",
                hint="Tick “Do not allow duplicate values” for it in Zoho (Setup > Modules and Fields), or give another name.",
                code="other_hub_key",
            )
        return present

    def _make(self, module: str, name: str, cancel: CancelToken) -> None:
        wanted = {
            "field_label": name.replace("_", " "),
            "data_type": "text",
            "length": _KEY_LENGTH,
            "unique": {"case_sensitive": False},
        }
        try:
            answer = self._zoho.post("settings/fields", {"fields": [wanted]}, cancel, params={"module": module})
            entry = _only(_rows(answer, "fields"))
            if entry.get("status") != "success":
                raise errors.of_item(entry, module=module, creating=False, titles={})
        except (Forbidden, Misconfigured, Rejected, Refused) as why:
            raise _not_made(module, name, why) from None


def _not_made(module: str, name: str, why: ConnectorError) -> Forbidden:
    return Forbidden(
        f"The field “{name}” could not be made in {module}: {why.message}",
        hint="Your edition of Zoho may have no room for another unique field, or the user who signed in may not change Zoho's "
        "setup. Have an administrator make a text field there with “Do not allow duplicate values”, or go on without it (untick "
        "“Keep our own number in a field of Zoho” under Connections > Sync settings): records are then told apart by their "
        "usual fields (e-mail, name).",
        code="no_hub_key",
    )


def named(fields: Mapping[str, FieldInfo], name: str) -> FieldInfo | None:
    """By its API name, or the name that a person gave it: Zoho makes the one of the other."""
    label = name.replace("_", " ").casefold()
    found = (one for one in fields.values() if one.custom and one.title.casefold() == label)
    return fields.get(name) or next(found, None)


# --- one field ---------------------------------------------------------------------------------------------------


def _info(row: Mapping[str, Any]) -> FieldInfo:
    kind = str(row.get("data_type") or "text")
    told = _part(row, kind).get("return_type") if kind in _COMPUTED else None
    may = _part(row, "operation_type")
    length, places = row.get("length"), row.get("decimal_place")
    return FieldInfo(
        str(row["api_name"]),
        str(row.get("display_label") or row.get("field_label") or row["api_name"]),
        str(told or ("text" if kind in _COMPUTED else kind)),
        length if isinstance(length, int) and length > 0 else None,
        places if isinstance(places, int) else None,
        bool(row.get("system_mandatory")),
        kind not in WRITABLE
        or may.get("api_update") is False
        or any(bool(row.get(key)) for key in ("read_only", "field_read_only")),
        # ``{}`` for one that isn't
        bool(row.get("unique")),
        bool(row.get("custom_field")),
        _choices(row) if kind in CHOICES else {},
        _leads_to(row, kind),
    )


def _choices(row: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for one in row.get("pick_list_values") or ():
        actual = one.get("actual_value") or one.get("display_value")
        if actual and one.get("type") != "unused":
            found[str(actual)] = str(one.get("display_value") or actual)
    return found


def _leads_to(row: Mapping[str, Any], kind: str) -> str | None:
    of = _part(row, "associated_module" if kind == "subform" else "lookup").get("module")
    named = of.get("api_name") if isinstance(of, Mapping) else of
    return str(named) if named else None


def _currency(row: Mapping[str, Any]) -> str:
    for key in ("iso_code", "currency", "currency_locale"):
        told = str(row.get(key) or "").rpartition(" - ")[2]
        if len(told) == 3 and told.isascii() and told.isupper():
            return told
    return ""


def _part(row: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    found = row.get(key)
    return found if isinstance(found, Mapping) else {}


def _rows(answer: Answer, key: str) -> list[Mapping[str, Any]]:
    body = answer.json()
    rows = body.get(key) if isinstance(body, dict) else None
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise _unclear()
    return rows


def _ident(row: Mapping[str, Any]) -> str:
    if not row.get("id"):
        raise _unclear()
    return str(row["id"])


def _only(rows: list[Mapping[str, Any]]) -> Mapping[str, Any]:
    if len(rows) != 1:
        raise _unclear()
    return rows[0]


def _unclear() -> BadAnswer:
    return BadAnswer(
        "Zoho's answer about its own setup is not what was asked for; nothing of it was used.",
        hint="The next sync tries again.",
    )
