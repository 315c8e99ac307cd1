"""Words from which the simulated masters are made, and Indian identifiers that pass their checksums."""

from __future__ import annotations

STATES = {
    "Maharashtra": ("27", ("Mumbai", "Pune", "Nagpur", "Nashik", "Kolhapur")),
    "Gujarat": ("24", ("Ahmedabad", "Surat", "Vadodara", "Rajkot")),
    "Tamil Nadu": ("33", ("Chennai", "Coimbatore", "Madurai")),
    "Karnataka": ("29", ("Bengaluru", "Mysuru", "Hubballi")),
    "Delhi": ("07", ("New Delhi",)),
    "West Bengal": ("19", ("Kolkata", "Howrah")),
    "Rajasthan": ("08", ("Jaipur", "Jodhpur", "Udaipur")),
    "Telangana": ("36", ("Hyderabad", "Warangal")),
}
STATE_NAMES = tuple(STATES)
FIRST = (
    "Aarav",
    "Shree Ganesh",
    "Balaji",
    "Om Sai",
    "Lakshmi",
    "Krishna",
    "Ambika",
    "Royal",
    "National",
    "Metro",
    "Sunrise",
    "Patel",
    "Mehta",
    "Sharma",
    "Iyer",
    "Reddy",
    "Khan",
    "Kaur",
    "Das",
    "Bose",
    "Gupta",
    "Joshi",
    "Kulkarni",
    "Deshmukh",
    "Nair",
    "Pillai",
    "Rathod",
    "Solanki",
    "Chauhan",
    "Verma",
    "Agarwal",
    "Bansal",
    "Jain",
    "Shah",
    "Modi",
    "Trivedi",
    "Pandya",
    "Bhatt",
    "Naik",
    "Shetty",
    "Hegde",
    "Gowda",
    "Rao",
    "Murthy",
    "Subramaniam",
    "Venkatesh",
    "Chettiar",
    "Fernandes",
    "D'Souza",
    "Pereira",
    "Lotus",
    "Crescent",
    "Everest",
    "Ganga",
    "Narmada",
    "Himalaya",
    "Sapphire",
    "Golden",
    "Silver",
    "United",
)
SECOND = (
    "Traders",
    "Enterprises",
    "Agencies",
    "Hardware",
    "Electricals",
    "Sales Corporation",
    "Distributors",
    "Stores",
    "Industries",
    "Mart",
    "Brothers",
    "Textiles",
    "Steel Centre",
    "Paints",
    "Pharma",
    "Motors",
    "Plastics",
    "Packaging",
    "Tools",
    "Sanitary",
    "Retail Pvt Ltd",
    "Impex",
    "Marketing",
    "Supply Co",
    "Infotech",
    "Papers",
    "Tiles",
    "Cables",
    "Home Needs",
    "Super Market",
)
SPECIAL_CUSTOMERS = (
    "नमस्ते ट्रेडर्स",
    "શ્રી ગણેશ સ્ટોર્સ",
    "முருகன் ஏஜென்சீஸ்",
    "Tom & Jerry's Toys",
    'Laxmi "Premium" Stores',
    "A<B Engineering >1",
    "Peña Exports",
    "₹ Bazaar",
    "Café Naïve Traders",
    "Sri Sai-Ram Agencies",
    "=Zeta Formula Works",
    "Ravi & Sons (Regd.), 12/4",
    "महालक्ष्मी & Co. <Mumbai>",
    "Jose   Spaces Stores",
    "AT&amp;T Resellers",
)
SPECIAL_ITEMS = (
    'Laptop 14"',
    "Widget, 12mm",
    "स्टील बोल्ट M8",
    "Nut & Bolt Set",
    "Cable 2.5mm² <Red>",
    "தேங்காய் எண்ணெய்",
    "Ñandú Feather Duster",
    "Sri Sai-Ram Agencies",
    "O'Ring ½\"",
    "₹ Coin Box",
)
ITEM_FIRST = (
    "Steel",
    "Copper",
    "PVC",
    "Brass",
    "LED",
    "Wooden",
    "Plastic",
    "Rubber",
    "Cotton",
    "Glass",
    "Ceramic",
    "Aluminium",
    "Premium",
    "Standard",
    "Heavy",
    "Mini",
    "Deluxe",
    "Eco",
    "Industrial",
    "Domestic",
)
ITEM_SECOND = (
    "Pipe",
    "Bolt",
    "Switch",
    "Lamp",
    "Cable",
    "Valve",
    "Hinge",
    "Tap",
    "Bracket",
    "Panel",
    "Sheet",
    "Handle",
    "Motor",
    "Fan",
    "Pump",
    "Drill",
    "Filter",
    "Gasket",
    "Brush",
    "Chair",
    "Table",
    "Basket",
    "Bucket",
    "Rope",
    "Lock",
)
STOCK_GROUPS = ("Electricals", "Hardware", "Plumbing", "Furniture", "Provisions")
AGENTS = ("Agent Ramesh (North)", "Agent सुरेश", "Agent D'Souza & Co", "Walk-in Parties")
SUB_AGENTS = ("Ramesh - Pune Route", "Ramesh - Nashik Route")
NARRATIONS = (
    "",
    "",
    "Being goods sold as per order",
    'Said "urgent", deliver by 5pm',
    "Line one\nLine two",
    "Terms: 30 days\r\nGoods once sold & billed",
    "literal &amp;lt; stays as typed",
    "माल भेजा गया",
    "Peña's order <phone> ₹ paid later",
)
HSN_CODES = (
    ("8471", "Automatic data processing machines"),
    ("7318", "Screws, bolts, nuts"),
    ("8544", "Insulated wire, cable"),
    ("3917", "Tubes, pipes and hoses of plastics"),
    ("9403", "Furniture"),
    ("1513", "Coconut oil"),
)
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTERS = _DIGITS[10:]


def pan(serial: int, kind: str = "C") -> str:
    """A PAN of the right shape (five letters, four digits, a letter), different for each serial."""
    head = "".join(_LETTERS[serial // 26**power % 26] for power in (2, 1, 0))
    return f"{head}{kind}{_LETTERS[serial * 7 % 26]}{serial * 37 % 10000:04d}{_LETTERS[serial * 11 % 26]}"


def gstin(state_code: str, holder_pan: str) -> str:
    """State code, PAN, entity 1, Z and the mod-36 check character."""
    body = f"{state_code}{holder_pan}1Z"
    return body + gstin_check(body)


def gstin_check(body: str) -> str:
    """The fifteenth character of a GSTIN."""
    total = 0
    for place, letter in enumerate(body):
        product = _DIGITS.index(letter) * (1 + place % 2)
        total += product // 36 + product % 36
    return _DIGITS[(36 - total % 36) % 36]


def unique_name(serial: int, first: tuple[str, ...], second: tuple[str, ...]) -> str:
    """The serial-th name of a list in which neighbours differ; past all pairs a number is added."""
    pairs = len(first) * len(second)
    round_, at = divmod(serial, pairs)
    name = f"{first[at % len(first)]} {second[(at // len(first) + at) % len(second)]}"
    return f"{name} {round_ + 1}" if round_ else name
