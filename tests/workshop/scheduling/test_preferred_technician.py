"""Whom a customer asks for is taken first of those who are free, by whichever way it is booked."""

from collections.abc import Callable

import pytest

from tests.cast import Cast, House, actor, at_noon, cast
from workshop.centers import services as centers
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment
from workshop.scheduling.services import Line
from workshop.vehicles.models import Vehicle

pytestmark = pytest.mark.django_db

Book = Callable[[Cast, int], Appointment]


def by_desk(everybody: Cast, days: int) -> Appointment:
    home, owner = everybody.home, everybody.customer
    return scheduling.book(
        actor=actor(home.desk),
        center_id=home.center.id,
        customer_id=owner.id,
        vehicle_id=Vehicle.objects.get(ownerships__person=owner).id,
        lines=[Line(home.service.id)],
        start=at_noon(home.center, days=days),
    )


def by_customer(everybody: Cast, days: int) -> Appointment:
    home = everybody.home
    return scheduling.hold(
        actor=actor(everybody.customer),
        center_id=home.center.id,
        lines=[Line(home.service.id)],
        start=at_noon(home.center, days=days),
    )


def asks_for(home: House, owner_id: object, technician: object) -> None:
    centers.amend_customer(
        actor=actor(home.desk),
        customer_id=owner_id,  # type: ignore[arg-type]
        center_id=home.center.id,
        preferred_technician_id=technician,
    )


@pytest.mark.parametrize("book", [by_desk, by_customer])
def test_every_technician_can_be_the_one(book: Book) -> None:
    """Each of them in turn, so that nobody is chosen by chance; without a preference it is another than the last."""
    everybody = cast()
    home, owner = everybody.home, everybody.customer
    centers.note_patronage(person_id=owner.id, center_id=home.center.id)
    for days, technician in enumerate((home.lead, home.tech, home.other_tech), start=1):
        asks_for(home, owner.id, technician.id)
        assert book(everybody, days).technician_id == technician.id


@pytest.mark.parametrize("book", [by_desk, by_customer])
def test_one_who_is_taken_gives_way(book: Book) -> None:
    everybody = cast()
    home, owner = everybody.home, everybody.customer
    centers.note_patronage(person_id=owner.id, center_id=home.center.id)
    asks_for(home, owner.id, home.lead.id)
    other = everybody.stranger
    scheduling.book(
        actor=actor(home.desk),
        center_id=home.center.id,
        customer_id=other.id,
        vehicle_id=Vehicle.objects.get(ownerships__person=other).id,
        lines=[Line(home.service.id)],
        start=at_noon(home.center, days=1),
        technician_id=home.lead.id,
    )
    assert book(everybody, 1).technician_id not in (None, home.lead.id)
