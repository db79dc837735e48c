"""Names of places, as people type them."""

from unicodedata import combining, normalize

WITHOUT_MARKS = str.maketrans({"đ": "d", "ø": "o", "ł": "l", "æ": "ae", "œ": "oe"})
"""Letters whose mark is a part of them."""
LATIN_MARKS = range(0x300, 0x370)
"""Accents; the vowel signs of Indian scripts, which combine too, make other words."""


def folded(text: str) -> str:
    """Return a text without case, accents and doubled spaces, to compare by: "Đà  Nẵng" is "da nang"."""
    apart = normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in apart if not (combining(sign) and ord(sign) in LATIN_MARKS))
    return " ".join(normalize("NFC", plain.translate(WITHOUT_MARKS)).split())
