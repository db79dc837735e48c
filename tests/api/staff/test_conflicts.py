"""/api/staff/conflicts, unserved and moves: visits that cannot stay where they are, and the moves of the desk."""

from datetime import timedelta
from typing import Any

import pytest

from tests.api.conftest import As
from tests.cast import Cast, House, actor, appointment, at_noon, customer
from workshop.centers import services as centers
from workshop.centers.models import StaffProfile
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment
from workshop.scheduling.services import Line
from workshop.vehicles.models import Vehicle


@pytest.fixture
def first(home: House) -> Appointment:
    """Return a visit that takes half an hour more than was booked; only one technician can do the next."""
    StaffProfile.objects.exclude(user=home.tech).update(skills=[])
    start = at_noon(home.center, days=2)
    first = appointment(home, customer(home, "A"), start=start)
    appointment(home, customer(home, "B"), start=start + timedelta(hours=1))
    scheduling.expect_end(appointment_id=first.id, end=first.scheduled_end + timedelta(minutes=30))
    return first


def conflicts(home: House) -> str:
    return f"/api/staff/conflicts?center={home.center.id}"


def plan(way: dict[str, Any]) -> dict[str, Any]:
    """Return what the desk sends to confirm a way."""
    kept = ("appointment_id", "version", "scheduled_start")
    return {
        "moves": [
            {name: move[name] for name in kept}
            | {"bay_id": move["bay"]["id"], "technician_id": move["technician"]["id"]}
            for move in way["moves"]
        ]
    }


def test_a_way_out_that_the_desk_confirms_ends_the_conflict(as_: As, home: House, first: Appointment) -> None:
    desk = as_(home.desk)
    found = desk.reads(conflicts(home))
    (hit,) = found["appointments"]
    assert hit["conflict_with"] == str(first.id)
    (listed,) = [
        one
        for one in desk.reads(f"/api/staff/calendar?center={home.center.id}")["appointments"]
        if one["conflict_since"]
    ]
    assert listed == hit, "today's calendar lists the conflicts of every day"
    best = found["ways"][0]
    (moved,) = desk.does("/api/staff/moves", plan(best))["appointments"]
    assert moved["scheduled_start"] == best["moves"][0]["scheduled_start"]
    assert moved["conflict_since"] is None
    assert desk.reads(conflicts(home)) == {"appointments": [], "ways": []}


def test_one_who_confirms_what_somebody_else_has_resolved_is_told_so(
    as_: As, home: House, first: Appointment
) -> None:
    desk = as_(home.desk)
    (best, *_) = desk.reads(conflicts(home))["ways"]
    desk.does("/api/staff/moves", plan(best))
    desk.refused("/api/staff/moves", plan(best), status=409, code="stale_version")


def test_a_time_that_was_only_proposed_is_gone_around(as_: As, home: House, first: Appointment) -> None:
    (booked,) = Appointment.objects.filter(conflict_with=first.id)
    scheduling.cancel(actor=actor(home.desk), appointment_id=booked.id)
    owner = actor(customer(home, "C"))
    held = scheduling.hold_request(
        actor=owner,
        center_id=home.center.id,
        lines=[Line(home.diagnosis.id)],
        wished_times=[booked.scheduled_start],
    )
    vehicle = Vehicle.objects.get(ownerships__person=owner.id)
    scheduling.request_visit(actor=owner, appointment_id=held.id, concern="It hums.", vehicle=vehicle.id)
    later = first.scheduled_end + timedelta(minutes=45)
    proposed = scheduling.propose(
        actor=actor(home.desk), appointment_id=held.id, start=later, technician_id=home.tech.id
    )
    scheduling.expect_end(appointment_id=first.id, end=later + timedelta(minutes=15))
    found = as_(home.desk).reads(conflicts(home))
    assert [one["id"] for one in found["appointments"]] == [str(proposed.id)]
    assert found["ways"] == []


def test_another_centres_desk_sees_and_moves_nothing(
    as_: As, everybody: Cast, home: House, first: Appointment
) -> None:
    (best, *_) = as_(home.desk).reads(conflicts(home))["ways"]
    stranger = as_(everybody.rival.desk)
    stranger.reads(conflicts(home), status=404)
    stranger.refused("/api/staff/moves", plan(best), status=404, code="not_found")
    as_(home.tech).refused("/api/staff/moves", plan(best), status=403, code="insufficient_permissions")


def test_the_desk_reads_whom_a_closed_day_leaves_outside_until_they_are_moved(
    as_: As, everybody: Cast, home: House
) -> None:
    start = at_noon(home.center, days=3)
    booked = appointment(home, everybody.customer, start=start)
    path = f"/api/staff/unserved?center={home.center.id}"
    desk = as_(home.desk)
    assert desk.reads(path) == []
    centers.set_exception(
        actor=actor(home.admin), center_id=home.center.id, first=start.date(), last=start.date()
    )
    (left,) = desk.reads(path)
    assert (left["appointment"]["id"], [one["code"] for one in left["reasons"]]) == (
        str(booked.id),
        ["closed"],
    )
    as_(everybody.rival.desk).reads(path, status=404)
    as_(home.tech).reads(path, status=403)
    scheduling.reschedule(
        actor=actor(home.desk), appointment_id=booked.id, start=at_noon(home.center, days=5)
    )
    assert desk.reads(path) == []
