"""Finding customers by what the desk is told: words of a name or an email, a phone number, a plate.

Every word may be the beginning of a name, or any part of a phone number, plate, VIN or serial number; each must be
found with the person somewhere. A number and a plate are also found whole, however they are spaced. The lexemes and
their indexes are PostgreSQL's (`accounts/migrations/0002_search.py`), so that a hundred thousand customers are
searched by index and not one by one.
"""

import re
from collections.abc import Collection
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from workshop.accounts.models import User
from workshop.centers.words import folded

APART = re.compile(r"""[][\s.,;:@/\\|&!<>*()'"_+-]+""")
MOST_WORDS = 6
SHORTEST_PLATE = 2
SHORTEST_PHONE = 3

NAMED = """
SELECT user_id FROM centers_customerprofile WHERE search_words(first_name || ' ' || last_name) @@ %s::tsquery
"""
REACHED = """
SELECT id FROM accounts_user WHERE (search_words(email) || search_endings(phone)) @@ %s::tsquery
"""
DRIVING = """
SELECT o.person_id FROM vehicles_vehicle v
  JOIN vehicles_vehicleownership o ON o.vehicle_id = v.id AND o.to_date IS NULL
 WHERE v.archived_at IS NULL
   AND (search_endings(v.plate_key) || search_endings(v.vin) || search_endings(v.serial_number)) @@ %s::tsquery
"""
KNOWN = (
    " AND EXISTS (SELECT FROM vehicles_vehicleatcenter k WHERE k.vehicle_id = v.id AND k.center_id = ANY(%s))"
)


def matching(people: QuerySet[User], text: str, centers: Collection[UUID] | None) -> QuerySet[User]:
    """Return those of the people whom a text describes; vehicles count that one of the centres knows, or with None all.

    A text without a letter or digit describes nobody.
    """
    words = [word for word in APART.split(folded(text)) if word][:MOST_WORDS]
    if not words:
        return people.none()
    known = None if centers is None else list(centers)
    every = [_by_word(word, known) for word in words]
    sql = " INTERSECT ".join(f"({part})" for part, _ in every)
    asked = [value for _, values in every for value in values]
    for part, values in _whole(text, known):
        sql = f"({sql}) UNION ({part})"
        asked += values
    found = RawSQL(sql, asked)  # noqa: S611 - the words travel as parameters
    return people.filter(pk__in=found)


def _by_word(word: str, known: list[UUID] | None) -> tuple[str, list[object]]:
    """Return the select of those with whom one word is found, with its parameters."""
    begins = _begins(word)
    driving, parameters = _driving(begins, known)
    return f"{NAMED} UNION {REACHED} UNION {driving}", [begins, begins, *parameters]


def _whole(text: str, known: list[UUID] | None) -> list[tuple[str, list[object]]]:
    """Return the selects of those whose plate or phone number the whole text is, spaces and signs left out."""
    found: list[tuple[str, list[object]]] = []
    plain = re.sub(r"[\W_]", "", folded(text))
    if len(plain) >= SHORTEST_PLATE:
        driving, parameters = _driving(_begins(plain), known)
        found.append((driving, parameters))
    # A leading nought is the country's own way to write a number, two of them are the way out of it.
    digits = plain.lstrip("0")
    if digits.isdecimal() and len(digits) >= SHORTEST_PHONE:
        found.append((REACHED, [_begins(digits)]))
    return found


def _driving(begins: str, known: list[UUID] | None) -> tuple[str, list[object]]:
    return (DRIVING, [begins]) if known is None else (DRIVING + KNOWN, [begins, known])


def _begins(word: str) -> str:
    """Return the search for what begins with a word; `APART` leaves no sign in it that means anything there."""
    return f"'{word}':*"
