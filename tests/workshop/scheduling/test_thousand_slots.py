"""Sixty-four clients book among a thousand slots, in peace. The twin without lock and constraint overlaps."""

import random
from collections import Counter
from collections.abc import Callable
from datetime import datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest

from tests.cast import House, actor, customer, house, widened
from tests.crowd import at_once
from tests.faults.truths import HALF_BOOKED, OVERLAPS, UNTOLD
from workshop.accounts.models import User
from workshop.kernel.clock import now
from workshop.kernel.errors import DomainError
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment
from workshop.scheduling.services import Line
from workshop.vehicles.models import VehicleOwnership

from .rivalry import DEADLOCKS, value, without_constraint, without_locks

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("rivals")]
CLIENTS, WISHES = 64, 8
PLACES, DAYS, HOURS = 5, 20, 10
SLOTS = PLACES * DAYS * HOURS


def crowded(home: House, slots: int = SLOTS, wishes: int = WISHES) -> list[tuple[str, UUID | None]]:
    """Let every client wish for slots, one after the other, all clients at once; return how each wish ended."""
    people = [customer(home, f"Guest{number}") for number in range(CLIENTS)]
    vehicles = dict(VehicleOwnership.objects.filter(person__in=people).values_list("person_id", "vehicle_id"))
    zone = ZoneInfo(home.center.time_zone)
    first = datetime.combine(now().astimezone(zone).date() + timedelta(days=2), time(8), zone)
    technicians = [home.tech, home.other_tech, home.lead, *home.more]

    def book(user: User, slot: int) -> Appointment:
        day, hour, place = slot // (HOURS * PLACES), slot // PLACES % HOURS, slot % PLACES
        return scheduling.book(
            actor=actor(user),
            center_id=home.center.id,
            customer_id=user.id,
            vehicle_id=vehicles[user.id],
            lines=[Line(home.service.id)],
            start=first + timedelta(days=day, hours=hour),
            bay_id=home.bays[place].id,
            technician_id=technicians[place].id,
        )

    def wish(numbered: tuple[int, User]) -> list[tuple[str, UUID | None]]:
        number, user = numbered
        # Which slots are wanted decides nothing that has to stay secret.
        wanted = random.Random(number).sample(range(slots), wishes)
        return [_ended(lambda slot=slot: book(user, slot)) for slot in wanted]

    ends: list[tuple[str, UUID | None]] = []
    for result in at_once(wish, list(enumerate(people))):
        assert not isinstance(result, Exception), result
        ends += result
    return ends


def _ended(book: Callable[[], Appointment]) -> tuple[str, UUID | None]:
    try:
        return "ok", book().id
    except DomainError as refusal:
        return refusal.code, None


@pytest.mark.timeout(240)
def test_nothing_overlaps_nothing_deadlocks_and_all_that_was_granted_is_kept(
    record_property: Callable[[str, object], None],
) -> None:
    home = widened(house("ANN", "Anna Nagar"), PLACES)
    before = value(DEADLOCKS)
    ends = crowded(home)
    verdicts = Counter(verdict for verdict, _ in ends)
    assert sum(verdicts.values()) == CLIENTS * WISHES
    assert set(verdicts) <= {"ok", "slot_taken", "vehicle_busy"}, verdicts
    granted = [id for _, id in ends if id]
    assert sorted(granted) == sorted(Appointment.objects.values_list("id", flat=True))
    assert value(OVERLAPS) == value(HALF_BOOKED) == value(UNTOLD) == 0
    assert value(DEADLOCKS) == before
    record_property(
        "figure",
        f"{CLIENTS} clients over {SLOTS:,} slots: booking success rate {len(granted) / len(ends):.1%}, "
        f"{dict(verdicts)}",
    )


@pytest.mark.timeout(240)
def test_twin_without_lock_and_constraint_bookings_overlap() -> None:
    home = widened(house("ANN", "Anna Nagar"), PLACES)
    with without_constraint(), without_locks():
        crowded(home, slots=SLOTS // 10, wishes=2)
        assert value(OVERLAPS) > 0
