"""Eight customers want the one driver at the same time, each in a bay of their own. The twins show what holds that."""

from typing import Any

import pytest

from tests.cast import House, actor, at_noon, customer, house, widened
from tests.crowd import at_once, told
from tests.driving import ADDRESS, HOUR, booked, collect, driver, offers
from tests.faults.truths import OVERLAPS
from workshop.accounts.models import User
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, ResourceBooking

from .rivalry import value, without_constraint, without_locks

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("rivals")]
RIVALS = 8
IN_TWO_PLACES = f"{OVERLAPS} AND a.transport_id IS NOT NULL"
VISITS_NOBODY_DRIVES_TO = """
SELECT count(*) FROM scheduling_appointment a WHERE NOT EXISTS (
    SELECT FROM scheduling_resourcebooking b
     WHERE b.appointment_id = a.id AND b.state = 'active' AND b.transport_id IS NOT NULL)
"""


def busy_house() -> House:
    """Make a centre with a bay and a technician for everybody, and one driver for all."""
    home = offers(widened(house("ANN", "Anna Nagar"), RIVALS))
    driver(home)
    return home


def race(home: House, *, together: bool = True) -> list[Any]:
    """Let everybody want a visit with a collection in the same hour; not `together`, in two commands."""
    start = at_noon(home.center, days=3)
    people = [customer(home, f"Rival{number}") for number in range(RIVALS)]
    technicians = [home.tech, home.other_tech, home.lead, *home.more]

    def book(numbered: tuple[int, User]) -> Appointment:
        place, user = numbered
        named = {"bay_id": home.bays[place].id, "technician_id": technicians[place].id}
        if together:
            return booked(home, user, collect(start), start=start, by=actor(home.desk), **named)
        visit = booked(home, user, start=start, by=actor(home.desk), **named)
        return scheduling.plan_transport(
            actor=actor(home.desk),
            appointment_id=visit.id,
            direction="collect",
            address=ADDRESS,
            window_start=start - 2 * HOUR,
        )

    return at_once(book, list(enumerate(people)))


def winners(results: list[Any]) -> list[Appointment]:
    return [result for result in results if isinstance(result, Appointment)]


def test_one_is_fetched_and_the_others_have_nothing_taken() -> None:
    home = busy_house()
    results = race(home)
    assert told(results, "no_driver_free") == RIVALS - 1
    (winner,) = winners(results)
    assert Appointment.objects.get().id == winner.id
    assert ResourceBooking.objects.filter(state="active").count() == 3
    assert value(IN_TWO_PLACES) == value(VISITS_NOBODY_DRIVES_TO) == 0


def test_twin_without_locks_and_constraint_the_driver_is_in_two_places() -> None:
    home = busy_house()
    with without_constraint(), without_locks():
        assert len(winners(race(home))) > 1
        assert value(IN_TWO_PLACES) > 0


def test_twin_without_locks_the_constraint_alone_still_keeps_the_driver_in_one_place() -> None:
    home = busy_house()
    with without_locks():
        assert len(winners(race(home))) == 1
    assert Appointment.objects.count() == 1
    assert ResourceBooking.objects.filter(state="active").count() == 3
    assert value(IN_TWO_PLACES) == 0


def test_twin_in_two_commands_bays_are_taken_for_vehicles_that_nobody_fetches() -> None:
    home = busy_house()
    results = race(home, together=False)
    assert told(results, "no_driver_free") == RIVALS - 1
    assert value(VISITS_NOBODY_DRIVES_TO) == RIVALS - 1
