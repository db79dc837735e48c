"""A job that overruns into the next booking: marked, moves proposed in the order of broken promises, told once."""

import random
from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from django.db import transaction

from tests.cast import Cast, House, actor, appointment, at_noon, cast, customer
from tests.driving import ADDRESS, HOUR, booked, driver, drives, offers, transport
from workshop.accounts.models import User
from workshop.centers.models import Absence, StaffProfile
from workshop.jobs import services as jobs
from workshop.kernel.errors import Conflict, NotFound, Stale
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.scheduling.moves import Way, ways_out
from workshop.scheduling.services import Line, Moved, Trip
from workshop.scheduling.services.overrun import in_conflict
from workshop.vehicles.models import VehicleOwnership

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def home(everybody: Cast) -> House:
    """Return a centre where one technician does everything."""
    home = everybody.home
    StaffProfile.objects.exclude(user=home.tech).update(skills=[])
    return home


@pytest.fixture
def noon(home: House) -> datetime:
    return at_noon(home.center, days=2)


def visit(home: House, name: str, start: datetime) -> Appointment:
    return appointment(home, customer(home, name), start=start)


def overrun(first: Appointment, minutes: int) -> list[Appointment]:
    end = first.scheduled_end + timedelta(minutes=minutes)
    return scheduling.expect_end(appointment_id=first.id, end=end)


def test_the_visit_behind_it_is_marked_and_told_to_the_desk(home: House, noon: datetime) -> None:
    first, second = visit(home, "A", noon), visit(home, "B", noon + timedelta(hours=1))
    visit(home, "C", noon + timedelta(hours=4))
    assert [row.id for row in overrun(first, 30)] == [second.id]
    second.refresh_from_db()
    assert second.conflict_with == first.id
    assert [row.id for row in in_conflict(home.center.id)] == [second.id]


def test_nothing_new_is_booked_into_the_time_that_it_takes(home: House, noon: datetime) -> None:
    first = visit(home, "A", noon)
    overrun(first, 60)
    with pytest.raises(Conflict, match="slot_taken"):
        visit(home, "B", noon + timedelta(hours=1))
    visit(home, "C", noon + timedelta(hours=2))


def test_work_that_catches_up_takes_the_mark_away(home: House, noon: datetime) -> None:
    first, second = visit(home, "A", noon), visit(home, "B", noon + timedelta(hours=1))
    overrun(first, 30)
    assert overrun(first, -10) == []
    second.refresh_from_db()
    assert (second.conflict_since, second.conflict_with) == (None, None)
    assert not ResourceBooking.objects.filter(expected_end__isnull=False).exists()


def test_other_hands_break_no_promise(home: House, noon: datetime) -> None:
    first, second = visit(home, "A", noon), visit(home, "B", noon + timedelta(hours=1))
    overrun(first, 30)
    StaffProfile.objects.filter(user=home.lead).update(skills=["brakes"])
    (best, *_) = ways_out(list(in_conflict(home.center.id)))
    assert best.cost == (0, 0)
    (move,) = best.moves
    assert (move.appointment.id, move.allocation.technician.person_id) == (second.id, home.lead.id)


def test_otherwise_it_is_later_and_the_fewest_promises_come_first(home: House, noon: datetime) -> None:
    first = visit(home, "A", noon)
    second = visit(home, "B", noon + timedelta(hours=1))
    visit(home, "C", noon + timedelta(hours=2))
    overrun(first, 15)
    ways = ways_out(list(in_conflict(home.center.id)))
    assert [way.cost for way in ways] == sorted(way.cost for way in ways)
    (move,) = ways[0].moves
    assert move.appointment.id == second.id
    assert move.visit.start == noon + timedelta(hours=3)
    assert ways[0].cost == (1, 120)


def test_the_moves_of_a_plan_are_made_together(home: House, noon: datetime) -> None:
    """Two visits swap their times, which neither could do alone."""
    first, second = visit(home, "A", noon), visit(home, "B", noon + timedelta(hours=1))
    desk = actor(home.desk)
    with pytest.raises(Conflict, match="slot_taken"):
        scheduling.reschedule(
            actor=desk, appointment_id=first.id, start=second.scheduled_start, technician_id=home.tech.id
        )
    scheduling.move_all(
        actor=desk,
        moves=[
            Moved(first.id, first.version, second.scheduled_start, technician_id=home.tech.id),
            Moved(second.id, second.version, first.scheduled_start, technician_id=home.tech.id),
        ],
    )
    starts = dict(Appointment.objects.values_list("id", "scheduled_start"))
    assert (starts[first.id], starts[second.id]) == (noon + timedelta(hours=1), noon)
    assert ResourceBooking.objects.filter(state="active").count() == 4


def test_one_that_fails_moves_nobody(home: House, noon: datetime) -> None:
    first, second = visit(home, "A", noon), visit(home, "B", noon + timedelta(hours=1))
    later = noon + timedelta(hours=6)
    with pytest.raises(Stale):
        scheduling.move_all(
            actor=actor(home.desk),
            moves=[Moved(first.id, first.version, later), Moved(second.id, 7, later + timedelta(hours=2))],
        )
    assert Appointment.objects.get(pk=first.id).scheduled_start == noon
    assert ResourceBooking.objects.filter(state="active").count() == 4


def test_only_the_desk_moves_visits(everybody: Cast, home: House, noon: datetime) -> None:
    first = visit(home, "A", noon)
    move = Moved(first.id, first.version, noon + timedelta(hours=3))
    for stranger in (everybody.rival.desk, home.tech, everybody.customer):
        with pytest.raises(NotFound):
            scheduling.move_all(actor=actor(stranger), moves=[move])


def test_a_visit_that_was_moved_is_in_conflict_no_more(home: House, noon: datetime) -> None:
    first, second = visit(home, "A", noon), visit(home, "B", noon + timedelta(hours=1))
    overrun(first, 30)
    second.refresh_from_db()
    ways = ways_out(list(in_conflict(home.center.id)))
    confirm(home, ways[0])
    assert not in_conflict(home.center.id).exists()


def received(home: House, visit: Appointment) -> Appointment:
    jobs.check_in(actor=actor(home.desk), appointment_id=visit.id, mileage_in=41500)
    visit.refresh_from_db()
    return visit


def test_a_vehicle_that_was_received_waits_in_conflict_until_its_work_begins(
    home: House, noon: datetime
) -> None:
    first, second = visit(home, "A", noon), visit(home, "B", noon + HOUR)
    overrun(first, 30)
    assert received(home, second).conflict_with == first.id
    assert [row.id for row in in_conflict(home.center.id)] == [second.id]
    assert ways_out(list(in_conflict(home.center.id))) == [], "its place is changed on its card"
    scheduling.expect_end(appointment_id=second.id, end=second.scheduled_end, begun=noon + HOUR)
    second.refresh_from_db()
    assert (second.conflict_since, second.conflict_with) == (None, None)
    assert overrun(first, 45) == []


def test_one_received_early_is_marked_too_and_freed_when_the_work_before_is_over(
    home: House, noon: datetime
) -> None:
    first, second = visit(home, "A", noon), received(home, visit(home, "B", noon + HOUR))
    assert [row.id for row in overrun(first, 30)] == [second.id]
    overrun(first, -5)
    assert not in_conflict(home.center.id).exists()


def confirm(home: House, way: Way) -> None:
    """Make the moves of a plan as the desk does."""
    scheduling.move_all(
        actor=actor(home.desk),
        moves=[
            Moved(
                move.appointment.id,
                move.appointment.version,
                move.visit.start,
                move.allocation.bay.bay_id,
                move.allocation.technician.person_id,
            )
            for move in way.moves
        ],
    )


def fetched(home: House, name: str, start: datetime, *, before: int = 2) -> Appointment:
    """Book a visit whose vehicle is collected in the hour that begins so many hours before it."""
    trip = Trip("collect", ADDRESS, start - before * HOUR)
    return booked(
        home,
        customer(home, name),
        trip,
        start=start,
        by=actor(home.desk),
        technician_id=home.tech.id,
    )


@pytest.fixture
def selvi(home: House) -> User:
    return driver(offers(home))


def test_a_visit_that_is_fetched_goes_where_its_driver_is_free(
    home: House, noon: datetime, selvi: User
) -> None:
    first, second = visit(home, "A", noon), fetched(home, "B", noon + HOUR)
    Absence.objects.create(person=selvi, starts_at=noon, ends_at=noon + 2 * HOUR)
    overrun(first, 30)
    (best, *_) = ways_out(list(in_conflict(home.center.id)))
    (move,) = best.moves
    assert move.visit.start == noon + 4 * HOUR, "so that its collection lies behind the absence"
    ((leg, who),) = move.allocation.trips
    assert (leg.row.window_start, who.person_id) == (noon + 2 * HOUR, selvi.id)
    confirm(home, best)
    assert transport(second).window_start == noon + 2 * HOUR
    assert drives(second) == 1


def test_other_hands_leave_its_driver_alone(home: House, noon: datetime, selvi: User) -> None:
    """A driver who is away by now is the desk's to replace; the visit itself keeps its time."""
    first, second = visit(home, "A", noon), fetched(home, "B", noon + HOUR)
    Absence.objects.create(person=selvi, starts_at=noon - 3 * HOUR, ends_at=noon + 9 * HOUR)
    overrun(first, 30)
    StaffProfile.objects.filter(user=home.lead).update(skills=["brakes"])
    (best, *_) = ways_out(list(in_conflict(home.center.id)))
    assert best.cost == (0, 0)
    confirm(home, best)
    assert transport(second).window_start == noon - HOUR


def test_a_driver_whom_nobody_has_any_more_proposes_nothing(home: House, noon: datetime, selvi: User) -> None:
    first = visit(home, "A", noon)
    fetched(home, "B", noon + HOUR)
    Absence.objects.create(person=selvi, starts_at=noon - 3 * HOUR, ends_at=noon + timedelta(days=9))
    overrun(first, 30)
    assert ways_out(list(in_conflict(home.center.id))) == []


def test_what_one_drive_gives_up_another_takes(home: House, noon: datetime, selvi: User) -> None:
    """Both visits go an hour on, the second one's driver into the hour that the other's gives up."""
    StaffProfile.objects.filter(user=home.lead).update(skills=["brakes"])
    one = fetched(home, "B", noon + 2 * HOUR)
    other = fetched(home, "C", noon + 3 * HOUR)
    desk = actor(home.desk)
    with pytest.raises(Conflict, match=r"^no_driver_free:"):
        scheduling.reschedule(
            actor=desk, appointment_id=one.id, start=noon + 3 * HOUR, technician_id=home.lead.id
        )
    scheduling.move_all(
        actor=desk,
        moves=[
            Moved(one.id, one.version, other.scheduled_start, technician_id=home.tech.id),
            Moved(other.id, other.version, other.scheduled_start + HOUR, technician_id=home.tech.id),
        ],
    )
    assert transport(one).window_start == noon + HOUR
    assert transport(other).window_start == noon + 2 * HOUR
    assert drives(one) == drives(other) == 1


def test_a_time_that_was_proposed_is_its_customers_to_answer(home: House, noon: datetime) -> None:
    first = visit(home, "A", noon)
    asking = actor(customer(home, "B"))
    held = scheduling.hold_request(
        actor=asking, center_id=home.center.id, lines=[Line(home.service.id)], wished_times=[noon + HOUR]
    )
    scheduling.request_visit(
        actor=asking,
        appointment_id=held.id,
        concern="It rattles",
        vehicle=VehicleOwnership.objects.get(person=asking.id).vehicle_id,
    )
    desk = actor(home.desk)
    scheduling.propose(actor=desk, appointment_id=held.id, start=noon + HOUR, technician_id=home.tech.id)
    assert [row.id for row in overrun(first, 30)] == [held.id]
    assert ways_out(list(in_conflict(home.center.id))) == []


@pytest.mark.parametrize("seed", range(8))
def test_the_desk_can_confirm_every_way_that_is_proposed(
    home: House, noon: datetime, selvi: User, seed: int
) -> None:
    """Visits with and without drives behind an overrun, the driver away now and then."""
    # What the day looks like decides nothing that has to stay secret.
    chance = random.Random(seed)
    scheduling.add_person_resource(
        center_id=home.center.id, person_id=home.lead.id, name="Lead", kind="driver"
    )
    StaffProfile.objects.filter(user=home.lead).update(skills=["brakes"], is_driver=True)
    first = visit(home, "A", noon)
    for place, name in enumerate(("B", "C", "D", "E"), start=1):
        start = noon + place * HOUR
        if chance.random() < 0.75:
            with suppress(Conflict):
                fetched(home, name, start, before=chance.choice((1, 2, 3)))
                continue
        with suppress(Conflict):
            visit(home, name, start)
    away = noon + chance.choice((1, 2, 3, 4)) * HOUR
    Absence.objects.create(person=selvi, starts_at=away, ends_at=away + HOUR)
    Absence.objects.create(person=home.lead, starts_at=noon + HOUR, ends_at=noon + 3 * HOUR)
    overrun(first, chance.choice((70, 130, 190)))
    ways = ways_out(list(in_conflict(home.center.id)))
    assert ways
    for way in ways:
        with transaction.atomic():
            confirm(home, way)
            assert not in_conflict(home.center.id).exists()
            for move in way.moves:
                for leg, who in move.allocation.trips:
                    row = transport(move.appointment)
                    assert (row.window_start, row.driver_id) == (leg.row.window_start, who.person_id)
            transaction.set_rollback(True)
