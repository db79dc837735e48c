"""Registration plates of Indian form, always the same ones in the same order."""

from itertools import count, islice
from typing import Final

_DISTRICTS: Final = (
    "TN 01",
    "TN 02",
    "TN 07",
    "TN 09",
    "TN 10",
    "TN 12",
    "TN 14",
    "TN 18",
    "TN 22",
    "PY 01",
    "KA 51",
)
_LETTERS: Final = "ABCDEFGHJKLMNPRSTUVWXYZ"
# Steps that share no divisor with the size of their part, so that no plate comes back for a long time.
_SERIES_STEP: Final = 5
_NUMBER_STEP: Final = 3677
_NUMBERS: Final = 9999


def plates(how_many: int, *, apart_from: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return that many different plates such as "TN 09 BX 4471", none of them in `apart_from`.

    The same call gives the same plates; a longer one begins with the shorter one's.
    """
    fresh = (plate for plate in map(_plate, count()) if plate not in apart_from)
    return tuple(islice(fresh, how_many))


def _plate(index: int) -> str:
    series = 200 + index * _SERIES_STEP
    first, second = divmod(series % len(_LETTERS) ** 2, len(_LETTERS))
    number = 1 + (1290 + index * _NUMBER_STEP) % _NUMBERS
    return f"{_DISTRICTS[index % len(_DISTRICTS)]} {_LETTERS[first]}{_LETTERS[second]} {number:04d}"
