"""A job that overruns into the next booking: marked, moves proposed in the order of broken promises, told once."""

from datetime import datetime, timedelta

import pytest

from tests.cast import Cast, House, actor, appointment, at_noon, cast, customer
from workshop.centers.models import StaffProfile
from workshop.kernel.errors import Conflict, NotFound, Stale
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.scheduling.moves import ways_out
from workshop.scheduling.services import Moved
from workshop.scheduling.services.overrun import in_conflict

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
    moves = [
        Moved(m.appointment.id, m.appointment.version, m.visit.start, m.allocation.bay.bay_id)
        for m in ways[0].moves
    ]
    scheduling.move_all(actor=actor(home.desk), moves=moves)
    assert not in_conflict(home.center.id).exists()
