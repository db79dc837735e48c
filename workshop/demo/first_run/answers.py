"""What the answers mean, pure: each is read from a line of text, or refused in a sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from decimal import Decimal, InvalidOperation

from babel.numbers import list_currencies

from workshop.centers.zones import known_zones

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
SPAN = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*-\s*(\d{1,2})(?:[:.](\d\d))?")
BAYS = re.compile(r"(\d+)\s*([a-z][a-z ]{0,18}[a-z])?", re.IGNORECASE)
MOST_BAYS = 60
LONGEST_SERVICE = 24 * 60
NAME_LENGTH = 120

Span = tuple[int, time, time]


class Unclear(ValueError):
    """An answer that means nothing here; its text says in a sentence what to write."""


@dataclass(frozen=True, slots=True)
class FirstService:
    """The first thing that is sold; it takes `minutes`."""

    name: str
    price: Decimal
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What the five questions gave, and who administers; `bays` holds the kind of each."""

    name: str
    zone: str
    currency: str
    hours: Sequence[Span]
    bays: Sequence[str]
    service: FirstService
    email: str
    password: str


def read_name(text: str) -> str:
    """Return the workshop's name."""
    name = " ".join(text.split())
    if not any(letter.isalnum() for letter in name) or len(name) > NAME_LENGTH:
        raise Unclear(f"Write the name of your workshop, in at most {NAME_LENGTH} characters.")
    return name


def read_zone(text: str) -> str:
    """Return a time zone by its name, whatever its case."""
    wanted = text.strip().replace(" ", "_").casefold()
    found = [zone for zone in known_zones() if zone.casefold() == wanted]
    if not found:
        city = wanted.rsplit("/", 1)[-1]
        near = sorted(zone for zone in known_zones() if city and city in zone.casefold())[:3]
        hint = f"Did you mean {' or '.join(near)}?" if near else "Write it like Asia/Kolkata or Europe/Paris."
        raise Unclear(f"There is no such time zone. {hint}")
    return found[0]


def read_currency(text: str) -> str:
    """Return a currency by its code (ISO 4217)."""
    code = text.strip().upper()
    if code not in list_currencies():
        raise Unclear("Write the three letters of a currency, such as INR, EUR or VND.")
    return code


def read_hours(text: str) -> tuple[Span, ...]:
    """Return the weekly hours of "mon-fri 8:30-19:00, sat 9-13": days, then one or more spans of a day."""
    spans = tuple(span for part in text.split(",") for span in _part(part))
    for one, other in zip(sorted(spans), sorted(spans)[1:], strict=False):
        if one[0] == other[0] and other[1] < one[2]:
            raise Unclear(f"Two spans overlap on {DAYS[one[0]].title()}: name each hour once.")
    return spans


def _part(part: str) -> list[Span]:
    words, _, times = part.strip().casefold().partition(" ")
    found = SPAN.findall(times)
    if not found or SPAN.sub("", times).strip():
        raise Unclear("Write days and hours like this: mon-fri 8:30-19:00, sat 9-13")
    return [(day, *_times(span)) for day in _days(words) for span in found]


def _days(words: str) -> list[int]:
    if words in ("daily", "every", "always"):
        return list(range(len(DAYS)))
    names = [name[:3] for name in words.split("-")]
    if len(names) > 2 or any(name not in DAYS for name in names):
        raise Unclear(f"“{words}” is no day: write mon, tue, wed, thu, fri, sat, sun, mon-fri or daily.")
    first, last = DAYS.index(names[0]), DAYS.index(names[-1])
    return [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]


def _times(span: tuple[str, str, str, str]) -> tuple[time, time]:
    try:
        opens = time(int(span[0]), int(span[1] or 0))
        closes = time(int(span[2]), int(span[3] or 0)) if span[2] != "24" else time(23, 59)
    except ValueError as error:
        raise Unclear("Hours go from 0:00 to 24:00.") from error
    if closes <= opens:
        raise Unclear("A workshop closes after it opens: write the earlier hour first.")
    return opens, closes


def read_bays(text: str) -> tuple[str, ...]:
    """Return the kind of each bay of "2 general, 1 ev"; a number alone means general ones."""
    kinds: list[str] = []
    for part in text.split(","):
        found = BAYS.fullmatch(part.strip())
        if found is None:
            raise Unclear("Write how many bays of which kind, like this: 2 general, 1 ev, 1 tyres")
        kinds += [(found[2] or "general").casefold()] * min(int(found[1]), MOST_BAYS + 1)
    if not 1 <= len(kinds) <= MOST_BAYS:
        raise Unclear(f"A workshop has 1 to {MOST_BAYS} bays.")
    return tuple(kinds)


def read_service(text: str) -> FirstService:
    """Return the service of "Puncture repair, 340, 30": its name, its price and its minutes."""
    parts = [part.strip() for part in text.rsplit(",", 2)]
    try:
        name, price, minutes = parts[0], Decimal(parts[1]), int(parts[2])
    except (IndexError, InvalidOperation, ValueError) as error:
        raise Unclear("Write name, price and minutes like this: Puncture repair, 340, 30") from error
    if not name or len(name) > NAME_LENGTH:
        raise Unclear(f"Name the service, in at most {NAME_LENGTH} characters.")
    if not price.is_finite() or not 0 <= price < Decimal(10) ** 9:
        raise Unclear("A price is a number such as 340 or 12.50.")
    if not 1 <= minutes <= LONGEST_SERVICE:
        raise Unclear(f"A service takes 1 to {LONGEST_SERVICE} minutes.")
    return FirstService(name, price, minutes)
