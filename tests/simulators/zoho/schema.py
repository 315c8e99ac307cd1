"""The modules of a fresh Zoho org and their standard fields, as data.

One word per field: ``Name:type[:length][:flags][:detail]``. Flags: ``!`` system mandatory, ``~`` read-only. Detail: the module
of a lookup, or the choices of a picklist with ``|`` between them and ``_`` for a space.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

SOURCES = "Advertisement|Cold_Call|Employee_Referral|Partner|Online_Store|Trade_Show|Web_Download|Chat"
INDUSTRIES = "Banking|Large_Enterprise|Manufacturing|Retail|Service_Provider|Small/Medium_Enterprise|Wholesale"
CARRIERS = "FedEX|UPS|USPS|DHL|BlueDart"
RATINGS = "Acquired|Active|Market_Failed|Project_Cancelled|Shut_Down"
SALUTATIONS = "Mr.|Mrs.|Ms.|Dr.|Prof."


def _address(prefix: str, code: str) -> str:
    parts = (("Street", 250), ("City", 100), ("State", 100), (code, 30), ("Country", 100))
    return " ".join(f"{prefix}{name}:text:{length}" for name, length in parts)


#: What every module has.
COMMON = (
    "Owner:ownerlookup Created_By:ownerlookup:~ Modified_By:ownerlookup:~ Created_Time:datetime:~ Modified_Time:datetime:~ "
    "Last_Activity_Time:datetime:~ Description:textarea:32000 Tag:text:~ Record_Status__s:picklist:~:Available|Draft|Trash "
    "Locked__s:boolean:~ Record_Image:profileimage:~"
)

_PERSON = (
    f"Salutation:picklist::{SALUTATIONS} First_Name:text:40 Last_Name:text:80:! Full_Name:text:121:~ Email:email:100 "
    f"Secondary_Email:email:100 Phone:phone:30 Mobile:phone:30 Fax:text:30 Lead_Source:picklist::{SOURCES} "
    "Email_Opt_Out:boolean Skype_ID:text:50 Twitter:text:50 "
)
_TOTALS = (
    "Sub_Total:formula:~ Discount:currency:16 Tax:currency:16:~ Adjustment:currency:16 Grand_Total:formula:~ "
    "Terms_and_Conditions:textarea:32000 "
    f"{_address('Billing_', 'Code')} {_address('Shipping_', 'Code')} Carrier:picklist::{CARRIERS} "
    "Account_Name:lookup::Accounts Contact_Name:lookup::Contacts "
)
_ITEM = (
    "Product_Name:lookup:!:Products Quantity:double:16 List_Price:currency:16 Total:formula:~ Discount:currency:16 "
    "Total_After_Discount:formula:~ Line_Tax:linetax Tax:currency:16:~ Net_Total:formula:~ Description:textarea:2000 "
    "Sequence_Number:integer:9:~ Created_Time:datetime:~ Modified_Time:datetime:~ "
)

#: Module → (singular, what its records are called by, the system-defined duplicate check field, its fields).
MODULES: dict[str, tuple[str, str, str, str]] = {
    "Leads": (
        "Lead",
        "Full_Name",
        "Email",
        (
            f"{_PERSON}Company:text:200 Designation:text:100 Website:website:255 "
            "Lead_Status:picklist::Attempted_to_Contact|Contact_in_Future|Contacted|Junk_Lead|Lost_Lead|Not_Contacted|"
            "Pre-Qualified "
            f"Industry:picklist::{INDUSTRIES} No_of_Employees:integer:9 Annual_Revenue:currency:16 Rating:picklist::{RATINGS} "
            f"{_address('', 'Zip_Code')} Converted__s:boolean:~ Converted_Date_Time:datetime:~"
        ),
    ),
    "Accounts": (
        "Account",
        "Account_Name",
        "Account_Name",
        (
            "Account_Name:text:200:! Account_Number:bigint:18 Account_Site:text:80 Parent_Account:lookup::Accounts Phone:phone:30 "
            "Account_Type:picklist::Analyst|Competitor|Customer|Distributor|Investor|Partner|Prospect|Reseller|Supplier|Vendor "
            f"Fax:text:30 Website:website:255 Industry:picklist::{INDUSTRIES} Employees:integer:9 Annual_Revenue:currency:16 "
            f"Ownership:picklist::Other|Private|Public|Subsidiary Rating:picklist::{RATINGS} Ticker_Symbol:text:30 "
            f"SIC_Code:integer:9 {_address('Billing_', 'Code')} {_address('Shipping_', 'Code')}"
        ),
    ),
    "Contacts": (
        "Contact",
        "Full_Name",
        "Email",
        (
            f"{_PERSON}Account_Name:lookup::Accounts Title:text:100 Department:text:50 Home_Phone:phone:30 Other_Phone:phone:30 "
            "Assistant:text:50 Asst_Phone:phone:30 Date_of_Birth:date Reporting_To:lookup::Contacts "
            f"{_address('Mailing_', 'Zip')} {_address('Other_', 'Zip')}"
        ),
    ),
    "Deals": (
        "Deal",
        "Deal_Name",
        "Deal_Name",
        (
            "Deal_Name:text:120:! Stage:picklist:!:Qualification|Needs_Analysis|Value_Proposition|Identify_Decision_Makers|"
            "Proposal/Price_Quote|Negotiation/Review|Closed_Won|Closed_Lost|Closed_Lost_to_Competition Closing_Date:date "
            "Amount:currency:16 Account_Name:lookup::Accounts Contact_Name:lookup::Contacts Probability:integer:9 "
            f"Type:picklist::Existing_Business|New_Business Lead_Source:picklist::{SOURCES} Next_Step:text:100 "
            "Expected_Revenue:formula:~ Pipeline:picklist::Standard_(Standard)"
        ),
    ),
    "Products": (
        "Product",
        "Product_Name",
        "Product_Name",
        (
            "Product_Name:text:200:! Product_Code:text:40 Product_Active:boolean Manufacturer:picklist::AltvetPet_Inc.|LexPon_Inc. "
            "Product_Category:picklist::Hardware|Software|CRM_Applications Unit_Price:currency:16 Commission_Rate:currency:16 "
            "Taxable:boolean Tax:multiselectpicklist::IGST|CGST|SGST|Vat|Sales_Tax Usage_Unit:picklist::Box|Carton|Dozen|Each|"
            "Hours|Lb|M|Pack|Pages|Pieces|Quantity|Reams|Sheet|Spiral_Binder|Sq_Ft Qty_in_Stock:double:16 Qty_Ordered:double:16 "
            "Qty_in_Demand:double:16 Reorder_Level:double:16 Sales_Start_Date:date Sales_End_Date:date Support_Start_Date:date "
            "Support_Expiry_Date:date Handler:ownerlookup"
        ),
    ),
    "Quotes": (
        "Quote",
        "Subject",
        "Subject",
        (
            "Subject:text:120:! Quote_Number:autonumber:~ Quote_Stage:picklist::Draft|Negotiation|Delivered|On_Hold|Confirmed|"
            "Closed_Won|Closed_Lost Valid_Till:date Team:text:50 Deal_Name:lookup::Deals "
            f"{_TOTALS}Quoted_Items:subform:!:Quoted_Items"
        ),
    ),
    "Sales_Orders": (
        "Sales Order",
        "Subject",
        "Subject",
        (
            "Subject:text:120:! SO_Number:autonumber:~ Status:picklist::Created|Approved|Delivered|Cancelled Due_Date:date "
            "Purchase_Order:text:50 Customer_No:text:50 Pending:text:50 Excise_Duty:currency:16 Sales_Commission:currency:16 "
            f"Deal_Name:lookup::Deals Quote_Name:lookup::Quotes {_TOTALS}Ordered_Items:subform:!:Ordered_Items"
        ),
    ),
    "Invoices": (
        "Invoice",
        "Subject",
        "Subject",
        (
            "Subject:text:120:! Invoice_Number:autonumber:~ Status:picklist::Created|Approved|Delivered|Cancelled "
            "Invoice_Date:date Due_Date:date Purchase_Order:text:50 Excise_Duty:currency:16 Sales_Commission:currency:16 "
            f"Sales_Order:lookup::Sales_Orders {_TOTALS}Invoiced_Items:subform:!:Invoiced_Items"
        ),
    ),
    "Quoted_Items": ("Quoted Item", "Product_Name", "", f"{_ITEM}Parent_Id:lookup:~:Quotes"),
    "Ordered_Items": ("Ordered Item", "Product_Name", "", f"{_ITEM}Parent_Id:lookup:~:Sales_Orders"),
    "Invoiced_Items": ("Invoiced Item", "Product_Name", "", f"{_ITEM}Parent_Id:lookup:~:Invoices"),
}
ITEMS = {"Quotes": "Quoted_Items", "Sales_Orders": "Ordered_Items", "Invoices": "Invoiced_Items"}

_JSON_TYPES = {
    "integer": "integer",
    "double": "double",
    "currency": "double",
    "percent": "double",
    "formula": "double",
    "boolean": "boolean",
    "lookup": "jsonobject",
    "ownerlookup": "jsonobject",
    "userlookup": "jsonobject",
    "multiselectpicklist": "jsonarray",
    "subform": "jsonarray",
    "linetax": "jsonarray",
}
_DECIMALS = {"currency": 2, "double": 2, "percent": 2, "formula": 2}


@dataclass
class Field:
    """One field as the settings tell of it. ``length`` counts characters, or a number's digits."""

    name: str
    label: str
    data_type: str
    id: str = ""
    length: int = 255
    required: bool = False
    read_only: bool = False
    unique: bool = False
    case_sensitive: bool = False
    custom: bool = False
    choices: tuple[str, ...] = ()
    lookup: str = ""
    decimals: int | None = None

    @property
    def json_type(self) -> str:
        return _JSON_TYPES.get(self.data_type, "string")

    @property
    def in_lists(self) -> bool:
        """Whether a list tells it: item lines, subforms and multi-select lookups come with one record alone."""
        return self.data_type not in {"subform", "multiselectlookup"}


@dataclass
class Module:
    """``label`` is the field that names a record, ``check`` the system-defined duplicate check field."""

    name: str
    singular: str
    label: str
    check: str
    id: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def plural(self) -> str:
        return self.name.replace("_", " ")

    @property
    def items(self) -> str:
        return ITEMS.get(self.name, "")

    @property
    def is_subform(self) -> bool:
        return self.name in ITEMS.values()


def _field(word: str) -> Field:
    name, data_type, *rest = word.split(":")
    made = Field(name, name.replace("__s", "").replace("_", " "), data_type, decimals=_DECIMALS.get(data_type))
    for part in rest:
        if part.isdigit():
            made.length = int(part)
        elif part in {"!", "~"}:
            made.required, made.read_only = part == "!", part == "~"
        elif data_type in {"lookup", "subform"}:
            made.lookup = part
        elif part:
            made.choices = tuple(choice.replace("_", " ") for choice in part.split("|"))
    return made


def fresh_modules(numbers: Any) -> dict[str, Module]:
    """The modules of a new org; ``numbers`` gives the ids."""
    found = {}
    for name, (singular, label, check, words) in MODULES.items():
        module = Module(name, singular, label, check, next(numbers))
        common = "" if module.is_subform else f" {COMMON}"
        for made in map(_field, f"{words}{common}".split()):
            made.id = next(numbers)
            module.fields[made.name] = made
        found[name] = module
    return found
