"""Vehicle identification numbers: check digit, model year, and building a valid one.

Sources: ISO 3779 (structure and permitted characters) and 49 CFR Part 565 (transliteration, weights, check
digit in position 9, year codes in position 10). North America and China require the check digit; elsewhere
makers may fill position 9 freely, so a caller decides whether a wrong one refuses the number or only asks to
look again.
"""

from dataclasses import dataclass
from typing import Final, Literal

LENGTH: Final = 17
FORBIDDEN: Final = frozenset("IOQ")
CHECK_POSITION: Final = 8
YEAR_POSITION: Final = 9

_ALPHABET: Final = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
_FIGURES: Final = (*range(10), *range(1, 9), 1, 2, 3, 4, 5, 7, 9, *range(2, 10))
_VALUES: Final = dict(zip(_ALPHABET, _FIGURES, strict=True))
_WEIGHTS: Final = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_YEAR_CODES: Final = "ABCDEFGHJKLMNPRSTVWXY123456789"
_FIRST_YEAR: Final = 1980

ProblemCode = Literal["vin_length", "vin_characters", "vin_check_digit"]


@dataclass(frozen=True, slots=True)
class VinProblem:
    """Say what is wrong with a number, with a stable code and what to do next."""

    code: ProblemCode
    message: str


def normalise(text: str) -> str:
    """Return the number as it is stored: capitals, without spaces and hyphens."""
    return text.upper().replace(" ", "").replace("-", "")


def check_digit(vin: str) -> str:
    """Compute the check digit ("0" to "9" or "X") of a 17-character number.

    What stands in position 9 is ignored. Raises ValueError when the number has another length or a character
    that no VIN may have.
    """
    wrong = _structure_problem(vin)
    if wrong is not None:
        raise ValueError(wrong.message)
    remainder = sum(_VALUES[character] * weight for character, weight in zip(vin, _WEIGHTS, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)


def problem(vin: str, *, require_check_digit: bool = True) -> VinProblem | None:
    """Return the first thing wrong with a normalised number, or None when it is valid."""
    wrong = _structure_problem(vin)
    if wrong is not None:
        return wrong
    if require_check_digit and vin[CHECK_POSITION] != check_digit(vin):
        return VinProblem(
            "vin_check_digit",
            f"The check digit in position 9 does not fit {vin}. Compare the number with the vehicle.",
        )
    return None


def model_year(vin: str, *, latest: int) -> int | None:
    """Decode position 10 to the newest model year that is not after `latest`.

    The codes repeat every 30 years, so `latest` (usually next year) settles which cycle is meant. Returns
    None for a number of another length and for a character that stands for no year.
    """
    if len(vin) != LENGTH or vin[YEAR_POSITION] not in _YEAR_CODES:
        return None
    first = _FIRST_YEAR + _YEAR_CODES.index(vin[YEAR_POSITION])
    if first > latest:
        return None
    return first + (latest - first) // len(_YEAR_CODES) * len(_YEAR_CODES)


def year_code(year: int) -> str:
    """Return the character of a model year for position 10. Raises ValueError before 1980."""
    if year < _FIRST_YEAR:
        raise ValueError(f"Model years are coded from {_FIRST_YEAR} on, and {year} is earlier.")
    return _YEAR_CODES[(year - _FIRST_YEAR) % len(_YEAR_CODES)]


def build(wmi: str, vds: str, year: int, plant: str, serial: int) -> str:
    """Return a valid 17-character number with its check digit.

    `wmi` is the maker (3 characters), `vds` the description (5, positions 4 to 8), `plant` one character and
    `serial` 1 to 999999. Raises ValueError when a part has another size or holds I, O or Q.
    """
    for name, part, size in (("wmi", wmi, 3), ("vds", vds, 5), ("plant", plant, 1)):
        if len(part) != size:
            raise ValueError(f"{name} must have {size} characters, and {part!r} has {len(part)}.")
    if not 1 <= serial <= 999_999:
        raise ValueError(f"serial must be 1 to 999999, and is {serial}.")
    open_number = f"{wmi}{vds}0{year_code(year)}{plant}{serial:06d}"
    return open_number[:CHECK_POSITION] + check_digit(open_number) + open_number[CHECK_POSITION + 1 :]


def _structure_problem(vin: str) -> VinProblem | None:
    if len(vin) != LENGTH:
        return VinProblem("vin_length", f"A VIN has 17 characters, and {vin!r} has {len(vin)}. Type it all.")
    wrong = sorted(set(vin) - set(_ALPHABET))
    if wrong:
        confused = " I, O and Q are never used: look for 1 and 0." if FORBIDDEN & set(wrong) else ""
        return VinProblem("vin_characters", f"A VIN cannot hold {', '.join(wrong)}.{confused} Type it again.")
    return None
