"""What India's registers say: states and their GST codes, GSTIN, PAN, PIN codes; and telephone numbers as E.164."""

from __future__ import annotations

import re
from dataclasses import dataclass

#: GST state codes. 28 was Andhra Pradesh before 2014 and 25 Daman and Diu before 2020: read, never written.
STATES = {
    "01": "Jammu & Kashmir",
    "02": "Himachal Pradesh",
    "03": "Punjab",
    "04": "Chandigarh",
    "05": "Uttarakhand",
    "06": "Haryana",
    "07": "Delhi",
    "08": "Rajasthan",
    "09": "Uttar Pradesh",
    "10": "Bihar",
    "11": "Sikkim",
    "12": "Arunachal Pradesh",
    "13": "Nagaland",
    "14": "Manipur",
    "15": "Mizoram",
    "16": "Tripura",
    "17": "Meghalaya",
    "18": "Assam",
    "19": "West Bengal",
    "20": "Jharkhand",
    "21": "Odisha",
    "22": "Chhattisgarh",
    "23": "Madhya Pradesh",
    "24": "Gujarat",
    "26": "Dadra & Nagar Haveli and Daman & Diu",
    "27": "Maharashtra",
    "29": "Karnataka",
    "30": "Goa",
    "31": "Lakshadweep",
    "32": "Kerala",
    "33": "Tamil Nadu",
    "34": "Puducherry",
    "35": "Andaman & Nicobar Islands",
    "36": "Telangana",
    "37": "Andhra Pradesh",
    "38": "Ladakh",
    "96": "Foreign Country",
    "97": "Other Territory",
}
_FORMER_CODES = {"25": "26", "28": "37"}
_OTHER_NAMES = {
    "orissa": "21",
    "uttaranchal": "05",
    "pondicherry": "34",
    "new delhi": "07",
    "nct of delhi": "07",
    "delhi (nct)": "07",
    "daman and diu": "26",
    "dadra and nagar haveli": "26",
    "dadra and nagar haveli and daman and diu": "26",
    "the dadra and nagar haveli and daman and diu": "26",
    "andaman and nicobar": "35",
    "tamilnadu": "33",
    "chattisgarh": "22",
    "jammu and kashmir": "01",
}


def _fold(name: str) -> str:
    return " ".join(name.casefold().replace("&", " and ").split())


_CODES = {_fold(name): code for code, name in STATES.items()} | _OTHER_NAMES


def state_code(text: str) -> str | None:
    """The GST code for a state's name (``Goa``, ``Orissa``) or for a code (``7``: ``07``); ``None`` for what is neither."""
    code = text.strip().rjust(2, "0")
    code = _FORMER_CODES.get(code, code)
    return code if code in STATES else _CODES.get(_fold(text))


def state_name(text: str) -> str | None:
    """The state's name of today for a GST code or a name; ``None`` for what is neither."""
    return STATES.get(state_code(text) or "")


_GSTIN = re.compile(r"[0-9]{2}[0-9A-Z]{13}")
#: Of a usual taxpayer; others (non-residents, deductors, embassies) are shaped otherwise, the check letter is the same.
_PAN = re.compile(r"[A-Z]{3}[ABCFGHJLPT][A-Z][0-9]{4}[A-Z]")
_PIN = re.compile(r"[1-9][0-9]{5}")
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def gstin_fault(text: str) -> str | None:
    """What is wrong with a GSTIN, as the end of a sentence, or ``None``."""
    if not _GSTIN.fullmatch(text):
        return "is not a GSTIN: 15 capital letters and figures, the first two a state's code"
    if state_name(text[:2]) is None and text[:2] != "99":
        return f"is not a GSTIN: no state has the code {text[:2]}"
    if check_letter(text[:14]) != text[14]:
        return "is not a GSTIN: its last letter does not fit the others (a typing mistake?)"
    return None


def check_letter(first_fourteen: str) -> str:
    """The fifteenth letter of a GSTIN: weights 1 and 2 in turn, both figures of each product summed in base 36."""
    total = 0
    for place, letter in enumerate(first_fourteen):
        tens, ones = divmod(_LETTERS.index(letter) * (1 + place % 2), 36)
        total += tens + ones
    return _LETTERS[-total % 36]


def is_pan(text: str) -> bool:
    """Ten letters and figures; the fourth says what kind of person (P, C, H, F, …)."""
    return bool(_PAN.fullmatch(text))


def is_pin(text: str) -> bool:
    """Six figures, not beginning with 0; a space in the middle is usual."""
    return bool(_PIN.fullmatch(text.replace(" ", "", 1)))


@dataclass(frozen=True)
class _Country:
    dial: str
    trunk: str
    lengths: tuple[int, ...]


#: Dialling code, what is dialled before the number inside the country, and how many figures the number has.
COUNTRIES = {
    "IN": _Country("91", "0", (10,)),
    "AE": _Country("971", "0", (8, 9)),
    "AU": _Country("61", "0", (9,)),
    "BD": _Country("880", "0", (8, 9, 10)),
    "GB": _Country("44", "0", (9, 10)),
    "LK": _Country("94", "0", (9,)),
    "NP": _Country("977", "0", (8, 10)),
    "SG": _Country("65", "", (8,)),
    "US": _Country("1", "1", (10,)),
}
_E164 = re.compile(r"\+[1-9][0-9]{7,14}")
_SEPARATORS = re.compile(r"[\s().\-/\u2010-\u2015]")
_FIGURES = re.compile(r"[0-9]+")


def e164(text: str, country: str) -> str | None:
    """A telephone number in its international form (``+919876543210``), or ``None`` for what is none."""
    bare = _SEPARATORS.sub("", text)
    if bare.startswith(("+", "00")):
        found = "+" + (bare[1:] if bare.startswith("+") else bare[2:])
        return found if _is_number(found) else None
    if not _FIGURES.fullmatch(bare):
        return None
    home = COUNTRIES[country]
    forms = [bare]
    if home.trunk and bare.startswith(home.trunk):
        forms.insert(0, bare.removeprefix(home.trunk))
    if bare.startswith(home.dial):
        forms.append(bare.removeprefix(home.dial))
    for form in forms:
        if len(form) in home.lengths and not form.startswith("0"):
            return f"+{home.dial}{form}"
    return None


def _is_number(found: str) -> bool:
    if not _E164.fullmatch(found):
        return False
    return not found.startswith("+91") or (len(found) == 13 and found[3] != "0")


def national(text: str, country: str) -> str:
    """How ``text`` (in international form) is written inside the country; another country's number stays as it is."""
    home = f"+{COUNTRIES[country].dial}"
    short = text.removeprefix(home)
    return short if short != text and e164(short, country) == text else text
