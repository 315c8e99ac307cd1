"""Modules, fields and layouts, as the settings tell of them."""

from __future__ import annotations

import re
from typing import Any

from tests.simulators.web import Answer, Request
from tests.simulators.zoho.bodies import body_of
from tests.simulators.zoho.org import Org
from tests.simulators.zoho.problems import Body, Refused, error, missing, param_missing
from tests.simulators.zoho.schema import Field, Module

_CREATABLE = set(
    "text textarea email phone website picklist multiselectpicklist date datetime integer bigint double currency percent "
    "boolean lookup autonumber".split()
)
_LENGTHS = {
    "text": 255,
    "email": 100,
    "phone": 30,
    "website": 450,
    "integer": 9,
    "bigint": 18,
    "currency": 16,
    "double": 16,
}


class Metadata:
    """``may_create`` is whether the login may change settings; ``unique_left`` how many unique fields the plan still allows."""

    def __init__(self, org: Org) -> None:
        self.org = org
        self.may_create = True
        self.unique_left = 10

    # --- modules -----------------------------------------------------------------------------------------------

    def modules(self, name: str | None = None) -> Answer:
        shown = [module for module in self.org.modules.values() if name in {None, module.name, module.id}]
        if not shown:
            body = error("INVALID_MODULE", "the module name given seems to be invalid", {"resource_path_index": 2})
            raise Refused(400, body)
        return Answer(200, {"modules": [self._module(module, place) for place, module in enumerate(shown, 1)]})

    def _module(self, module: Module, place: int) -> Body:
        own = not module.is_subform
        return {
            "has_more_profiles": False,
            "access_type": "org_based",
            "private_profile": None,
            "global_search_supported": own,
            "deletable": own,
            "description": None,
            "creatable": own,
            "recycle_bin_on_delete": own,
            "modified_time": None,
            "plural_label": module.plural,
            "presence_sub_menu": own,
            "actual_plural_label": module.plural,
            "lookupable": own,
            "id": module.id,
            "isBlueprintSupported": own,
            "visibility": 1,
            "convertable": module.name in {"Leads", "Quotes", "Sales_Orders"},
            "sub_menu_available": own,
            "editable": own,
            "actual_singular_label": module.singular,
            "profiles": [{"name": "Administrator", "id": self.org.profile}],
            "show_as_tab": own,
            "web_link": None,
            "sequence_number": place,
            "singular_label": module.singular,
            "viewable": own,
            "api_supported": True,
            "api_name": module.name,
            "quick_create": own and not module.items,
            "modified_by": None,
            "generated_type": "default" if own else "subform",
            "feeds_required": False,
            "public_fields_configured": False,
            "arguments": [],
            "module_name": module.name,
            "profile_count": 1,
            "business_card_field_limit": 5 if own else 0,
            "parent_module": {},
            "status": "visible" if own else "system_hidden",
        }

    # --- fields ------------------------------------------------------------------------------------------------

    def _of(self, request: Request) -> Module:
        name = request.query.get("module")
        if not name:
            raise param_missing("module", "One of the expected parameter is missing")
        module = self.org.modules.get(name)
        if module is None:
            body = error("INVALID_MODULE", "the module name given seems to be invalid", {"param_name": "module"})
            raise Refused(400, body)
        return module

    def fields(self, request: Request, id: str | None = None) -> Answer:
        module = self._of(request)
        shown = [field for field in module.fields.values() if id in {None, field.id}]
        if request.query.get("type") == "unused" or not shown:
            return Answer(204)
        return Answer(200, {"fields": [self._field(module, field) for field in shown]})

    def pick_list_values(self, request: Request, id: str) -> Answer:
        module = self._of(request)
        found = [field for field in module.fields.values() if field.id == id and field.choices]
        if not found:
            body = error("INVALID_DATA", "the id given seems to be invalid", {"resource_path_index": 2})
            raise Refused(400, body)
        layouts = {"layout_associations": self._layouts(module)}
        return Answer(200, {"pick_list_values": [{**choice, **layouts} for choice in self._choices(found[0])]})

    def _layouts(self, module: Module) -> list[Body]:
        return [{"api_name": "Standard__s", "name": "Standard", "id": self.org.layouts[module.name]}]

    def _choices(self, field: Field) -> list[Body]:
        return [
            {
                "display_value": value,
                "sequence_number": place,
                "reference_value": value,
                "colour_code": None,
                "actual_value": value,
                "id": str(int(field.id) * 100 + place)[-18:],
                "type": "used",
            }
            for place, value in enumerate(field.choices and ("-None-", *field.choices), 1)
        ]

    def _field(self, module: Module, field: Field) -> Body:
        writable = not field.read_only
        may = {"web_update": writable, "api_create": writable, "web_create": writable, "api_update": writable}
        target = self.org.modules.get(field.lookup)
        link = {"api_name": field.lookup, "crypt": False, "id": target.id} if target else {}
        lookup: Body = {"display_label": module.plural, "api_name": module.name, "module": link, "id": field.id}
        system = {"Created_Time", "Modified_Time", "Created_By", "Modified_By"}
        return {
            "associated_module": {"module": field.lookup, "id": target.id} if target and not field.in_lists else None,
            "webhook": field.in_lists,
            "operation_type": may,
            "colour_code_enabled_by_system": False,
            "field_label": field.label,
            "tooltip": None,
            "display_format_properties": None,
            "type": "used",
            "field_read_only": field.name in system or field.data_type == "autonumber",
            "customizable_properties": ["mandatory", "unique", "removal", "tooltip"] if field.custom else None,
            "display_label": field.label,
            "read_only": field.read_only,
            "association_details": None,
            "businesscard_supported": field.in_lists,
            "multi_module_lookup": {},
            "id": field.id,
            "created_time": None,
            "filterable": field.in_lists,
            "visible": True,
            "profiles": [{"permission_type": "read_write", "name": "Administrator", "id": self.org.profile}],
            "view_type": {"view": True, "edit": writable, "quick_create": field.required, "create": writable},
            "separator": field.data_type in {"currency", "bigint"},
            "searchable": field.in_lists,
            "history_tracking_enabled": False,
            "external": None,
            "api_name": field.name,
            "parent_field": None,
            "unique": {"case_sensitive": field.case_sensitive} if field.unique else {},
            "enable_colour_code": False,
            "child_fields": None,
            "pick_list_values": self._choices(field),
            "system_mandatory": field.required,
            "private": None,
            "virtual_field": False,
            "json_type": field.json_type,
            "crypt": None,
            "range": None,
            "created_source": "default",
            "display_type": -1,
            "ui_type": 1,
            "modified_time": None,
            "public": False,
            "quick_sequence_number": None,
            "email_parser": {"fields_update_supported": writable, "record_operations_supported": writable},
            "currency": {"rounding_option": "normal", "precision": 2} if field.data_type == "currency" else {},
            "custom_field": field.custom,
            "lookup": lookup if target and field.data_type == "lookup" else {},
            "hipaa_compliance": None,
            "convert_mapping": {"Contacts": None, "Deals": None, "Accounts": None},
            "address": None,
            "rollup_summary": {},
            "length": field.length,
            "column_name": field.name.upper(),
            "display_field": field.name == module.label,
            "pick_list_values_sorted_lexically": False,
            "sortable": field.in_lists,
            "layout_associations": self._layouts(module),
            "global_picklist": None,
            "display_format": None,
            "history_tracking": None,
            "data_type": field.data_type,
            "formula": {"return_type": "currency"} if field.data_type == "formula" else {},
            "additional_column": None,
            "hipaa_compliance_enabled": False,
            "decimal_place": field.decimals,
            "mass_update": writable,
            "multiselectlookup": {},
            "auto_number": {"prefix": "", "start_number": 1, "suffix": ""} if field.data_type == "autonumber" else {},
        }

    def create_fields(self, request: Request) -> Answer:
        module = self._of(request)
        if not self.may_create:
            permissions = {"permissions": ["Crm_Implied_Customize_Zoho_CRM"]}
            raise Refused(403, error("NO_PERMISSION", "permission denied", permissions))
        given = body_of(request).get("fields")
        if not isinstance(given, list) or not given:
            raise Refused(400, missing("fields", "$.fields"))
        if len(given) > 5:
            details = {"api_name": "fields", "json_path": "$.fields", "maximum_length": 5}
            raise Refused(400, error("LIMIT_EXCEEDED", "limit exceeded", details))
        done = [self._created(module, one, at) for at, one in enumerate(given)]
        return Answer(201 if all(one["status"] == "success" for one in done) else 400, {"fields": done})

    def _created(self, module: Module, given: Any, at: int) -> Body:
        path = f"$.fields[{at}]"
        label, data_type = str(given.get("field_label") or ""), str(given.get("data_type") or "")
        for name in ("field_label", "data_type"):
            if not given.get(name):
                return missing(name, f"{path}.{name}")
        if data_type not in _CREATABLE:
            details = {
                "api_name": "data_type",
                "json_path": f"{path}.data_type",
                "supported_values": sorted(_CREATABLE),
            }
            return error("INVALID_DATA", "invalid data", details)
        if any(field.label.casefold() == label.casefold() for field in module.fields.values()):
            details = {"api_name": "field_label", "json_path": f"{path}.field_label"}
            return error("DUPLICATE_DATA", "duplicate data", details)
        unique = given.get("unique")
        if unique and self.unique_left < 1:
            details = {"api_name": "unique", "json_path": f"{path}.unique", "limit": 0}
            return error("LIMIT_EXCEEDED", "The limit of unique fields is reached", details)
        made = Field(self._name(module, label), label, data_type, custom=True, unique=bool(unique))
        made.length = int(given.get("length") or _LENGTHS.get(data_type, 255))
        made.case_sensitive = isinstance(unique, dict) and bool(unique.get("case_sensitive"))
        made.choices = tuple(str(one.get("actual_value")) for one in given.get("pick_list_values") or ())
        made.decimals = given.get("decimal_place", 2 if data_type in {"currency", "double", "percent"} else None)
        made.lookup = str(((given.get("lookup") or {}).get("module") or {}).get("api_name") or "")
        self.org.add_field(module, made)
        self.unique_left -= bool(unique)
        return {"code": "SUCCESS", "details": {"id": made.id}, "message": "field created", "status": "success"}

    def _name(self, module: Module, label: str) -> str:
        """The label with underscores; a number behind it when that name is taken."""
        name = re.sub(r"\W+", "_", label).strip("_") or "Field"
        taken = [known for known in module.fields if re.fullmatch(rf"{re.escape(name)}\d*", known)]
        return f"{name}{len(taken)}" if taken else name

    # --- layouts -----------------------------------------------------------------------------------------------

    def layouts(self, request: Request, id: str | None = None) -> Answer:
        module = self._of(request)
        if id not in {None, self.org.layouts[module.name]}:
            return Answer(204)
        may = dict.fromkeys(
            "add_field rename change_tab_traversal reorder delete remove_field change_column_count".split(), True
        )
        view = {"name": "Standard", "id": self.org.layouts[module.name], "type": "layout"}
        profile = {"default": True, "name": "Administrator", "id": self.org.profile}
        profile |= {"_default_view": view, "_default_assignment_view": view}
        shown = [field for field in module.fields.values() if field.in_lists]
        fields = [self._in_layout(module, field, place) for place, field in enumerate(shown, 1)]
        section = {
            "isSubformSection": False,
            "parent_section": None,
            "type": "used",
            "display_label": f"{module.singular} Information",
            "mode": "all",
            "sequence_number": 1,
            "actions_allowed": may,
            "tab_traversal": "left_to_right",
            "api_name": f"{module.singular.replace(' ', '_')}_Information",
            "column_count": 2,
            "is_parent_section": False,
            "name": f"{module.singular} Information",
            "generated_type": "default",
            "id": str(int(self.org.layouts[module.name]) + 1),
            "fields": fields,
            "properties": None,
        }
        layout = {
            "has_more_profiles": False,
            "created_time": None,
            "convert_mapping": None,
            "visible": True,
            "created_for": None,
            "portal_user_types": None,
            "profiles": [profile],
            "source": "crm",
            "created_by": None,
            "sections": [section],
            "display_label": "Standard",
            "show_business_card": True,
            "actions_allowed": dict.fromkeys(
                "edit rename clone downgrade delete deactivate set_layout_permissions".split(), True
            ),
            "modified_time": None,
            "api_name": "Standard__s",
            "name": "Standard",
            "modified_by": None,
            "generated_type": "system",
            "id": self.org.layouts[module.name],
            "status": "active",
        }
        return Answer(200, {"layouts": [layout]})

    def _in_layout(self, module: Module, field: Field, place: int) -> Body:
        told = self._field(module, field)
        choices = [{**choice, "maps": []} for choice in told["pick_list_values"]]
        computed = {
            "expression": "",
            "dynamic": False,
            "stop_compute_conditionally": False,
            "stop_compute_expression": None,
        }
        formula = {**told["formula"], **computed} if told["formula"] else {}
        more = {"required": field.required, "sequence_number": place, "pick_list_values": choices, "formula": formula}
        return {**told, **more}
