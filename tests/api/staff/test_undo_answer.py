"""POST /api/staff/appointments/{id}/undo: the desk takes back its answer to a request, and the customer is not told."""

from datetime import datetime
from typing import Any

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House, actor, at_noon, customer
from tests.workshop.notifications.telling import UNDONE, later, relayed, rows, titles
from workshop.accounts.models import User
from workshop.events.models import Event
from workshop.kernel.clock import real_now
from workshop.notifications.models import Notification
from workshop.notifications.services import send_due
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment, ResourceBooking
from workshop.scheduling.services import Line
from workshop.vehicles.models import Vehicle


@pytest.fixture
def owner(home: House) -> User:
    """Return a customer who is reached by email too."""
    owner = customer(home, "Asha")
    owner.email = "asha@example.com"
    owner.save()
    return owner


@pytest.fixture
def noon(home: House) -> datetime:
    return at_noon(home.center, days=2)


@pytest.fixture
def request_(home: House, owner: User, noon: datetime) -> Appointment:
    """Return a request of theirs for noon, of which everybody was told long ago."""
    asks = requested(home, owner, noon)
    relayed()
    send_due(at=later())
    long_ago = real_now() - UNDONE
    Notification.objects.update(send_after=long_ago)
    Event.objects.update(recorded_at=long_ago)
    return asks


@pytest.fixture
def desk(as_: As, home: House) -> Caller:
    return as_(home.desk)


def requested(home: House, owner: User, start: datetime) -> Appointment:
    who = actor(owner)
    lines = [Line(home.diagnosis.id)]
    held = scheduling.hold_request(actor=who, center_id=home.center.id, lines=lines, wished_times=[start])
    vehicle = Vehicle.objects.get(ownerships__person=owner)
    return scheduling.request_visit(actor=who, appointment_id=held.id, concern="It hums.", vehicle=vehicle.id)


def path(asked: Appointment, verb: str) -> str:
    return f"/api/staff/appointments/{asked.id}/{verb}"


def answers(noon: datetime) -> dict[str, dict[str, Any]]:
    """Return the three answers, by verb."""
    return {
        "accept": {},
        "propose": {"scheduled_start": noon.replace(hour=15).isoformat(), "message": "Later?"},
        "reject": {"reason": "Wrong card"},
    }


@pytest.mark.parametrize("verb", ["accept", "propose", "reject"])
def test_an_answer_taken_back_leaves_the_request_as_it_was_and_nobody_is_told(
    desk: Caller, owner: User, request_: Appointment, noon: datetime, verb: str
) -> None:
    before = desk.reads(path(request_, "").rstrip("/"))["appointment"]
    told = titles(owner, "app"), titles(owner, "email")
    answered = desk.does(path(request_, verb), answers(noon)[verb])["appointment"]
    assert answered["status"] != "requested"
    relayed()
    assert rows(owner, "email", "pending")[-1].event_id == latest(request_).id
    undone = desk.does(path(request_, "undo"), {"version": answered["version"]})["appointment"]
    relayed()
    moved = {"version", "last_change"}
    assert {k: v for k, v in undone.items() if k not in moved} == {
        k: v for k, v in before.items() if k not in moved
    }
    assert undone["version"] > answered["version"]
    assert undone["last_change"]["deed"] == "answer_undone"
    assert not ResourceBooking.objects.filter(appointment=request_, state="active").exists()
    assert (titles(owner, "app"), titles(owner, "email")) == told


def latest(asked: Appointment) -> Event:
    return Event.objects.filter(subject=f"appointment:{asked.id}").latest("number")


def test_the_next_answer_is_told_as_if_there_had_been_no_other(
    desk: Caller, owner: User, request_: Appointment, noon: datetime
) -> None:
    desk.does(path(request_, "reject"), {"reason": "Wrong card"})
    relayed()
    desk.does(path(request_, "undo"))
    desk.does(path(request_, "accept"))
    relayed()
    assert titles(owner, "app")[-1] == "Your visit is booked"
    assert "The workshop cannot take your request" not in titles(owner, "app")


def test_only_one_s_own_answer_is_taken_back_while_it_is_the_last_thing_that_happened(
    as_: As, everybody: Cast, home: House, desk: Caller, owner: User, request_: Appointment, noon: datetime
) -> None:
    undo = path(request_, "undo")
    desk.refused(undo, status=409, code="nothing_to_undo")
    proposed = desk.does(path(request_, "propose"), answers(noon)["propose"])["appointment"]
    as_(home.admin).refused(undo, status=409, code="not_yours_to_undo")
    as_(everybody.rival.desk).refused(undo, status=404, code="not_found")
    as_(home.tech).refused(undo, status=403, code="insufficient_permissions")
    scheduling.accept_proposal(actor=actor(owner), appointment_id=request_.id)
    desk.refused(undo, {"version": proposed["version"]}, status=409, code="stale_version")
    desk.refused(undo, status=409, code="nothing_to_undo")


def test_after_ten_seconds_it_stands(desk: Caller, request_: Appointment) -> None:
    desk.does(path(request_, "reject"), {"reason": "No room"})
    Event.objects.filter(pk=latest(request_).pk).update(recorded_at=latest(request_).recorded_at - UNDONE)
    desk.refused(path(request_, "undo"), status=409, code="undo_too_late")


def test_a_vehicle_that_is_booked_elsewhere_by_now_does_not_wait_again(
    home: House, desk: Caller, owner: User, request_: Appointment, noon: datetime
) -> None:
    desk.does(path(request_, "reject"), {"reason": "Wrong card"})
    scheduling.accept(actor=actor(home.desk), appointment_id=requested(home, owner, noon).id)
    problem = desk.refused(path(request_, "undo"), status=409, code="vehicle_busy")
    assert "already has visit" in problem["detail"]
