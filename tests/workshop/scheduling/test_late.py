"""Who comes after a slot was taken: refused without waiting for anybody, and told the same next times."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from functools import partial
from threading import Event as Signal
from threading import Thread

import pytest
from django.db import OperationalError, connection, transaction

from tests.cast import House, actor, at_noon, customer, house
from tests.crowd import wait_until
from workshop.accounts.models import User
from workshop.centers import services as centers
from workshop.kernel.errors import Conflict
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, Resource
from workshop.scheduling.plan import Plan, plan_of
from workshop.scheduling.services import Line
from workshop.scheduling.services.next_free import next_free
from workshop.scheduling.services.order import services_asked
from workshop.scheduling.services.visit import visit_at
from workshop.vehicles.models import Vehicle


def book(home: House, who: User, start: datetime) -> Appointment:
    booked: Appointment = scheduling.book(
        actor=actor(who),
        center_id=home.center.id,
        customer_id=who.id,
        vehicle_id=Vehicle.objects.get(ownerships__person=who).id,
        lines=[Line(home.service.id)],
        start=start,
        bay_id=home.bays[0].id,
        technician_id=home.tech.id,
    )
    return booked


@contextmanager
def everything_locked(home: House) -> Iterator[None]:
    """Let somebody else hold the locks of all that the centre has."""
    held, over = Signal(), Signal()

    def hold() -> None:
        try:
            with transaction.atomic():
                list(
                    Resource.objects.filter(center=home.center).order_by("id").select_for_update(no_key=True)
                )
                held.set()
                over.wait(timeout=30)
        finally:
            connection.close()

    other = Thread(target=hold)
    other.start()
    try:
        wait_until(held.is_set)
        yield
    finally:
        over.set()
        other.join()


@contextmanager
def impatient() -> Iterator[None]:
    """Wait two seconds for a lock, and not until its holder ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '2s'")
        yield
        cursor.execute("RESET lock_timeout")


@pytest.mark.django_db(transaction=True)
def test_who_is_late_is_told_without_waiting_for_a_lock() -> None:
    home = house("ANN", "Anna Nagar")
    start = at_noon(home.center, days=3)
    book(home, customer(home, "Quick"), start)
    late = customer(home, "Late")
    with impatient(), everything_locked(home), pytest.raises(Conflict) as refused:
        book(home, late, start)
    assert refused.value.code == "slot_taken"
    assert len(refused.value.extra["next_free"]) == 3


@pytest.mark.django_db(transaction=True)
def test_twin_a_plan_that_does_not_look_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    home = house("ANN", "Anna Nagar")
    start = at_noon(home.center, days=3)
    book(home, customer(home, "Quick"), start)
    late = customer(home, "Late")
    monkeypatch.setattr(Plan, "looked", property(lambda plan: False, lambda plan, value: None))
    with impatient(), everything_locked(home), pytest.raises(OperationalError):
        book(home, late, start)


@pytest.mark.django_db
@pytest.mark.parametrize("named", [True, False])
@pytest.mark.parametrize("for_customer", [True, False])
def test_what_is_near_is_what_a_look_at_two_weeks_finds_first(named: bool, for_customer: bool) -> None:
    home = house("ANN", "Anna Nagar")
    noon = at_noon(home.center, days=3)
    for hours in (0, 1, 3):
        book(home, customer(home, f"Before{hours}"), noon + timedelta(hours=hours))
    closed = noon.date() + timedelta(days=1)
    centers.set_exception(actor=actor(home.admin), center_id=home.center.id, first=closed, last=closed)
    center, services, _ = services_asked(home.center.id, [Line(home.service.id)], vehicle_kind=None)
    those = set(Resource.objects.filter(person_id=home.tech.id).values_list("id", flat=True) if named else [])
    compared = 0
    for hours in range(-6, 36):
        visit = visit_at(center, services, noon + timedelta(hours=hours))
        near = plan_of(center, visit.start, visit.taken_until, taken=True)
        look = partial(next_free, center, visit.wanted, visit.start, customer=for_customer, named=those)
        far = look()
        assert look(near=near) == far
        compared += len(far)
    assert compared == 3 * 42
