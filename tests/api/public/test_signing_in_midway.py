"""Who holds a slot and signs in before booking keeps it, and nobody else gets at it."""

from typing import Any

import pytest

from tests.api.answering import Caller, body_of
from tests.api.public.test_appointments import CAR, HOLDS, confirmed, held, wish  # noqa: F401
from tests.cast import Cast, House
from workshop.accounts.models import User
from workshop.scheduling.models import Appointment


@pytest.fixture
def visitor(everybody: Cast) -> Caller:
    return Caller()


def signed_in(browser: Caller, user: User) -> Caller:
    """Return the same browser, with its cookies, once somebody has signed in."""
    came = Caller(user)
    came.client.cookies.update(browser.client.cookies)
    return came


def test_what_was_held_before_signing_in_is_booked_for_the_person(
    visitor: Caller,
    everybody: Cast,
    wish: dict[str, Any],  # noqa: F811
) -> None:
    slot = held(visitor, wish)
    person = signed_in(visitor, everybody.customer)
    assert person.reads(f"{HOLDS}/{slot['id']}")["appointment"]["status"] == "held"
    booked = person.does(f"{HOLDS}/{slot['id']}/confirm", {"vehicle": CAR})["appointment"]
    assert (booked["status"], booked["customer"]["id"]) == ("confirmed", str(everybody.customer.id))
    kept = Appointment.objects.get(pk=slot["id"])
    assert (kept.customer_id, kept.visitor) == (everybody.customer.id, "")
    assert visitor.get(f"{HOLDS}/{slot['id']}").status_code == 404


def test_another_browser_of_the_person_does_not_find_it(
    visitor: Caller,
    everybody: Cast,
    wish: dict[str, Any],  # noqa: F811
) -> None:
    slot = held(visitor, wish)
    elsewhere = Caller(everybody.customer)
    elsewhere.refused(f"{HOLDS}/{slot['id']}/confirm", {"vehicle": CAR}, status=404, code="not_found")


def test_what_the_browser_booked_for_somebody_is_not_the_next_persons(
    visitor: Caller,
    everybody: Cast,
    wish: dict[str, Any],  # noqa: F811
) -> None:
    slot = held(visitor, wish)
    confirmed(visitor, slot)
    person = signed_in(visitor, everybody.customer)
    assert person.get(f"{HOLDS}/{slot['id']}").status_code == 404
    person.refused(f"{HOLDS}/{slot['id']}/link", status=404, code="not_found")


def test_a_person_holds_in_their_own_name(
    everybody: Cast,
    home: House,
    wish: dict[str, Any],  # noqa: F811
) -> None:
    person = Caller(everybody.customer)
    slot = body_of(person.post(HOLDS, wish), 201)["appointment"]
    kept = Appointment.objects.get(pk=slot["id"])
    assert (kept.customer_id, kept.visitor) == (everybody.customer.id, "")
