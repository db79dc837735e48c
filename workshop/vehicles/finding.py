"""Finding customers by what the desk is told: words of a name or an email, a phone number, a plate.

Each word is the beginning of a word of the name or email, or a part of a phone number, plate, VIN or serial number;
each must be found with the person somewhere. What is said last, or all of it, may also be one number or plate with
spaces in between. What has one or two letters is looked for in names only, for nearly every plate has such a part; and
what comes after the @ of an email only together with what comes before.

The lexemes and their indexes are PostgreSQL's (`accounts/migrations`), so that a hundred thousand
customers are searched by index and not one by one.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from uuid import UUID

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from workshop.accounts.models import User
from workshop.centers.words import folded

APART = re.compile(r"""[][\s.,;:@/\\|&!<>*()'"_+-]+""")
MOST_WORDS = 6
SHORTEST_PART = 3

Part = tuple[str, list[object]]
"""A select of people's ids, and its parameters."""

NAMED = """
SELECT user_id FROM centers_customerprofile WHERE search_words(first_name || ' ' || last_name) @@ %s::tsquery
"""
REACHED = """
SELECT id FROM accounts_user WHERE (search_words(split_part(email, '@', 1)) || search_endings(phone)) @@ %s::tsquery
"""
WRITING = """
SELECT id FROM accounts_user WHERE (search_words(split_part(email, '@', 1)) || search_endings(phone)) @@ %s::tsquery
   AND starts_with(search_folded(email), %s)
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
    said = [word for word in folded(text).split() if _pieces(word)][:MOST_WORDS]
    if not said:
        return people.none()
    known = None if centers is None else list(centers)
    words = [word for each in said for word in _words(each)][:MOST_WORDS]
    readings = [_all(_by_word(word, known) for word in words)]
    for place in range(len(said)):
        if run := _run(said[place:]):
            names = [_by_name(word) for each in said[:place] for word in _pieces(each)][:MOST_WORDS]
            readings.append(_all([*names, _by_run(run, known)]))
    # The words travel as parameters.
    return people.filter(pk__in=RawSQL(*_any(readings)))  # noqa: S611


def _pieces(word: str) -> list[str]:
    return [piece for piece in APART.split(word) if piece]


def _words(word: str) -> list[str]:
    """Return what is looked for of a word: an address as a whole, of anything else each piece."""
    return [word] if _pieces(word.partition("@")[0]) and "@" in word else _pieces(word)


def _run(words: Sequence[str]) -> str:
    """Return the number or plate that words are together; nothing for what each word already says, or without digit.

    A leading nought is the country's own way to write a number, two of them are the way out of it.
    """
    pieces = [piece for word in words for piece in _pieces(word)]
    run = "".join(pieces)
    number = run.lstrip("0") if run.isdecimal() else run
    told = len(pieces) == 1 and number == run
    return "" if told or len(number) < SHORTEST_PART or not any(map(str.isdigit, number)) else number


def _by_word(word: str, known: list[UUID] | None) -> Part:
    """Return the select of those with whom one word is found."""
    if "@" in word:
        return WRITING, [_begins(max(_pieces(word.partition("@")[0]), key=len)), word]
    if len(word) < SHORTEST_PART:
        return _by_name(word)
    return _any([_by_name(word), (REACHED, [_begins(word)]), _driving(word, known)])


def _by_name(word: str) -> Part:
    return NAMED, [_begins(word)]


def _by_run(run: str, known: list[UUID] | None) -> Part:
    """Return the select of those whose plate or number has a part such as this."""
    driving = _driving(run, known)
    return _any([driving, (REACHED, [_begins(run)])]) if run.isdecimal() else driving


def _driving(word: str, known: list[UUID] | None) -> Part:
    return (DRIVING, [_begins(word)]) if known is None else (DRIVING + KNOWN, [_begins(word), known])


def _begins(word: str) -> str:
    """Return the search for what begins with a word; `APART` leaves no sign in it that means anything there."""
    return f"'{word}':*"


def _all(parts: Iterable[Part]) -> Part:
    return _joined(" INTERSECT ", parts)


def _any(parts: Iterable[Part]) -> Part:
    return _joined(" UNION ", parts)


def _joined(word: str, parts: Iterable[Part]) -> Part:
    listed = list(parts)
    return word.join(f"({sql})" for sql, _ in listed), [value for _, values in listed for value in values]
