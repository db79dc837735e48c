"""What people type at the first-run questions, and what it means."""

from datetime import time
from decimal import Decimal

import pytest

from workshop.centers.codes import code_of
from workshop.demo.first_run.answers import (
    Unclear,
    read_bays,
    read_currency,
    read_hours,
    read_name,
    read_service,
    read_zone,
)
from workshop.demo.first_run.ask import usual_currency
from workshop.demo.first_run.open_workshop import name_of

EIGHT, NOON, ONE, SIX = time(8), time(12), time(13), time(18)


def test_hours_are_read_as_people_write_them() -> None:
    assert read_hours("Mon-Fri 8:00-18:00") == tuple((day, EIGHT, SIX) for day in range(5))
    assert read_hours("sat 8-12") == ((5, EIGHT, NOON),)
    assert read_hours("mon 8-12 13-18") == ((0, EIGHT, NOON), (0, ONE, SIX))
    assert read_hours("tuesday 8.00 - 18.00, Sunday 8-12") == ((1, EIGHT, SIX), (6, EIGHT, NOON))
    assert len(read_hours("daily 0:00-24:00")) == 7
    assert [day for day, _, _ in read_hours("sat-mon 8-12")] == [5, 6, 0]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Write days and hours"),
        ("mon-fri", "Write days and hours"),
        ("mon-fri eight to six", "Write days and hours"),
        ("someday 8-12", "is no day"),
        ("mon-wed-fri 8-12", "is no day"),
        ("mon 25-26", "Hours go from"),
        ("mon 8:75-12", "Hours go from"),
        ("mon 18-8", "closes after it opens"),
        ("mon 8-12, mon 11-18", "overlap on Mon"),
    ],
)
def test_hours_that_are_none_are_refused_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(Unclear, match=said):
        read_hours(text)


def test_bays_are_counted_by_kind() -> None:
    assert read_bays("2 general, 1 EV") == ("general", "general", "ev")
    assert read_bays("3") == ("general",) * 3
    for text in ("", "none", "0", "61", "2 general 1 ev", "-1 ev"):
        with pytest.raises(Unclear):
            read_bays(text)


def test_the_first_service_has_a_name_a_price_and_minutes() -> None:
    service = read_service("Tyres, balanced and changed, 340.50, 30")
    assert (service.name, service.price, service.minutes) == (
        "Tyres, balanced and changed",
        Decimal("340.50"),
        30,
    )
    for text in (
        "Puncture",
        "Puncture, 340",
        "Puncture, cheap, 30",
        "Puncture, -1, 30",
        "Puncture, 1, 0",
        ", 1, 1",
    ):
        with pytest.raises(Unclear):
            read_service(text)


def test_zones_and_currencies_are_the_ones_there_are() -> None:
    assert read_zone("asia/kolkata") == "Asia/Kolkata"
    with pytest.raises(Unclear, match="Asia/Kolkata"):
        read_zone("Kolkata")
    with pytest.raises(Unclear, match="Write it like"):
        read_zone("the moon")
    assert read_currency("inr") == "INR"
    with pytest.raises(Unclear):
        read_currency("rupees")
    assert (usual_currency("Asia/Kolkata"), usual_currency("Asia/Ho_Chi_Minh")) == ("INR", "VND")
    assert usual_currency("UTC") == ""


def test_a_name_has_letters() -> None:
    assert read_name("  Anna   Nagar Motors ") == "Anna Nagar Motors"
    for text in ("", "  ", "—", "x" * 121):
        with pytest.raises(Unclear):
            read_name(text)


def test_what_is_derived_from_names() -> None:
    assert (code_of("Anna Nagar Motors"), code_of("Ō 7"), code_of("修车")) == ("ANNA", "O7", "C1")
    assert (name_of("asha.rao@example.com"), name_of("a@b.example")) == ("Asha Rao", "A")
