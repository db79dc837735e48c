"""The letters that begin the numbers of a centre's documents."""

from itertools import chain, count

from .models import ServiceCenter
from .words import folded

LENGTH = 4
LONGEST = 6


def code_of(name: str) -> str:
    """Return the code that a name suggests, letters and digits after a letter: ANNA of "Anna Nagar Motors"."""
    plain = "".join(sign for sign in folded(name).upper() if sign.isascii() and sign.isalnum())
    letters = plain.lstrip("0123456789")[:LENGTH]
    return letters if len(letters) > 1 else f"{letters or 'C'}1"


def free_code(name: str) -> str:
    """Return the first code that a name suggests and no centre has: ANNA, then ANNA2."""
    wanted = code_of(name)
    taken = set(ServiceCenter.objects.filter(code__startswith=wanted[0]).values_list("code", flat=True))
    numbered = (f"{wanted[: LONGEST - len(str(number))]}{number}" for number in count(2))
    return next(code for code in chain([wanted], numbered) if code not in taken)
