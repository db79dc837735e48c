"""Names of places, as people type them."""

from unicodedata import combining, normalize

WITHOUT_MARKS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe"})
"""Letters whose mark is a part of them."""
LATIN_MARKS = range(0x300, 0x370)
"""Accents; the vowel signs of Indian scripts, which combine too, make other words."""

OTHER_NAMES = {
    "cape comorin": "kanniyakumari",
    "chingleput": "chengalpattu",
    "conjeevaram": "kanchipuram",
    "kancheepuram": "kanchipuram",
    "kanchi": "kanchipuram",
    "kanyakumari": "kanniyakumari",
    "kovai": "coimbatore",
    "kudanthai": "kumbakonam",
    "madras": "chennai",
    "mahabalipuram": "mamallapuram",
    "mayavaram": "mayiladuthurai",
    "negapatam": "nagapattinam",
    "nellai": "tirunelveli",
    "ooty": "udhagamandalam",
    "ootacamund": "udhagamandalam",
    "pondicherry": "puducherry",
    "pondy": "puducherry",
    "tanjore": "thanjavur",
    "thiruvallur": "tiruvallur",
    "thiruvarur": "tiruvarur",
    "tinnevelly": "tirunelveli",
    "tiruchi": "tiruchirappalli",
    "tirupur": "tiruppur",
    "trichinopoly": "tiruchirappalli",
    "trichy": "tiruchirappalli",
    "tuticorin": "thoothukudi",
    "udagamandalam": "udhagamandalam",
    "viluppuram": "villupuram",
}
"""Other names and spellings of towns and districts of Tamil Nadu and Puducherry, with those of the bundled table."""


def folded(text: str) -> str:
    """Return a text without case, accents and doubled spaces, to compare by: "Đà  Nẵng" is "da nang"."""
    apart = normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not (combining(sign) and ord(sign) in LATIN_MARKS))
    return " ".join(normalize("NFC", plain.translate(WITHOUT_MARKS)).split())


def town(text: str) -> str:
    """Return the name of a town or a district to compare by, one for all its names: "Trichy" is "tiruchirappalli"."""
    plain = folded(text)
    return OTHER_NAMES.get(plain, plain)
