"""A visit that is called off leaves the calendar, which is told by whom; nobody else is."""

import pytest

from realtime.projections.registry import Frame, frames
from realtime.topics import registry as topics
from tests.cast import Cast, actor, appointment, cast
from workshop.accounts.models import User
from workshop.events.log import since
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment

pytestmark = pytest.mark.django_db


def called_off(everybody: Cast) -> Appointment:
    home = everybody.home
    visit = appointment(home, everybody.customer)
    return scheduling.cancel(actor=actor(home.desk), appointment_id=visit.id, reason="Ill")


def last_frame(who: User, name: str) -> Frame:
    """Return the last frame of a topic as somebody gets it."""
    topic = topics.read(name)
    assert topic is not None
    grant = topics.authorise(actor(who), topic)
    assert grant is not None
    told = [frame for event in since(grant.stream, 0) or () for frame in frames(event, grant.audience, topic)]
    return told[-1]


def test_the_calendar_is_told_by_whom() -> None:
    everybody = cast()
    home, visit = everybody.home, called_off(everybody)
    data = last_frame(home.admin, f"center.{home.center.id}.calendar").data
    assert data["removed"] == {"appointments": [str(visit.id)]}
    (left,) = data["left"]
    assert (left["status"], left["last_change"]["deed"]) == ("cancelled", "cancelled")
    assert left["last_change"]["person"]["id"] == str(home.desk.id)


def test_its_customer_is_told_that_it_is_and_no_name() -> None:
    everybody = cast()
    visit = called_off(everybody)
    told = last_frame(everybody.customer, f"appointment.{visit.id}").data
    assert told["appointment"]["status"] == "cancelled"
    assert "last_change" not in told["appointment"]
    assert str(everybody.home.desk.id) not in str(told)
