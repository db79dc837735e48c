"""Sixty-four customers want one bay, one technician, one time: one gets it. The twins show what holds that."""

from typing import Any
from uuid import UUID

import pytest

from tests.cast import House, actor, at_noon, customer, house
from tests.crowd import at_once, told
from tests.faults.truths import OVERLAPS
from workshop.accounts.models import User
from workshop.events.models import Event
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.scheduling.services import Line
from workshop.vehicles.models import VehicleOwnership

from .rivalry import DEADLOCKS, value, without_constraint, without_locks

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("rivals")]
RIVALS = 64


def race(home: House) -> list[Any]:
    """Let as many customers, each with a vehicle of their own, want the same at the same moment."""
    start = at_noon(home.center, days=3)
    people = [customer(home, f"Rival{number}") for number in range(RIVALS)]
    vehicles: dict[UUID, UUID] = dict(
        VehicleOwnership.objects.filter(person__in=people).values_list("person_id", "vehicle_id")
    )

    def book(user: User) -> Appointment:
        booked: Appointment = scheduling.book(
            actor=actor(user),
            center_id=home.center.id,
            customer_id=user.id,
            vehicle_id=vehicles[user.id],
            lines=[Line(home.service.id)],
            start=start,
            bay_id=home.bays[0].id,
            technician_id=home.tech.id,
        )
        return booked

    return at_once(book, people)


def test_of_sixty_four_rivals_one_gets_the_slot_and_the_others_are_told_what_is_free() -> None:
    home = house("ANN", "Anna Nagar")
    before = value(DEADLOCKS)
    results = race(home)
    assert told(results, "slot_taken") == RIVALS - 1
    (winner,) = [result for result in results if isinstance(result, Appointment)]
    assert Appointment.objects.get().id == winner.id
    assert ResourceBooking.objects.filter(state="active").count() == 2
    assert Event.objects.filter(name="scheduling.AppointmentBooked").count() == 1
    assert all(len(result.extra["next_free"]) == 3 for result in results if result is not winner)
    assert value(DEADLOCKS) == before


def test_twin_without_locks_and_constraint_the_bookings_overlap() -> None:
    home = house("ANN", "Anna Nagar")
    with without_constraint(), without_locks():
        winners = [result for result in race(home) if isinstance(result, Appointment)]
        assert len(winners) > 1
        assert value(OVERLAPS) > 0


def test_twin_without_locks_the_constraint_alone_still_lets_nobody_overlap() -> None:
    home = house("ANN", "Anna Nagar")
    with without_locks():
        winners = [result for result in race(home) if isinstance(result, Appointment)]
    assert len(winners) == 1
    assert value(OVERLAPS) == 0
