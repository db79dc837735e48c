"""Who changed a visit last: kept with the change itself, for the desk alone."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.cast import Cast, House, actor, appointment, at_noon, cast, customer
from workshop.events.models import Event
from workshop.kernel.actor import SYSTEM, Actor
from workshop.kernel.clock import iso
from workshop.scheduling import services as scheduling
from workshop.scheduling.changes import ALL_DEEDS, DEEDS
from workshop.scheduling.events import ALL, AppointmentConflicted
from workshop.scheduling.facts import facts_of
from workshop.scheduling.models import Appointment
from workshop.scheduling.shapes import HIDDEN, appointment_view

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def home(everybody: Cast) -> House:
    return everybody.home


@pytest.fixture
def noon(home: House) -> datetime:
    return at_noon(home.center, days=2)


@pytest.fixture
def visit(home: House, noon: datetime) -> Appointment:
    return appointment(home, customer(home, "Kavya"), start=noon)


def change(visit: Appointment) -> dict[str, Any]:
    """Return what is kept of the last change."""
    kept = Appointment.objects.get(pk=visit.id).last_change
    assert isinstance(kept, dict)
    return kept


def move(by: Actor, visit: Appointment, **more: Any) -> Appointment:
    return scheduling.reschedule(actor=by, appointment_id=visit.id, **more)


def test_the_desk_that_books_moves_resizes_assigns_and_cancels_is_named(
    home: House, noon: datetime, visit: Appointment
) -> None:
    desk, admin = actor(home.desk), actor(home.admin)
    deeds = [(change(visit)["deed"], change(visit)["person"]["id"])]
    for by, more in (
        (admin, {"start": noon + HOUR}),
        (desk, {"duration": 90}),
        (admin, {"technician_id": home.lead.id}),
    ):
        move(by, visit, **more)
        deeds.append((change(visit)["deed"], change(visit)["person"]["id"]))
    scheduling.cancel(actor=desk, appointment_id=visit.id)
    last = change(visit)
    assert [*deeds, (last["deed"], last["person"]["id"])] == [
        ("booked", str(home.desk.id)),
        ("moved", str(home.admin.id)),
        ("resized", str(home.desk.id)),
        ("reassigned", str(home.admin.id)),
        ("cancelled", str(home.desk.id)),
    ]
    assert last["person"]["name"] == desk.name
    assert last["version"] == Appointment.objects.get(pk=visit.id).version


def test_its_customer_is_the_customer_and_nobody_by_name(visit: Appointment, noon: datetime) -> None:
    owner = Appointment.objects.select_related("customer").get(pk=visit.id).customer
    assert owner is not None
    move(actor(owner), visit, start=noon + HOUR)
    last = change(visit)
    assert (last["deed"], last["by"], last["person"]) == ("moved", "customer", None)


def test_a_link_is_its_customers(visit: Appointment) -> None:
    link = Actor("link", id=visit.customer_id, scopes=frozenset({f"visit:{visit.id}"}))
    scheduling.cancel(actor=link, appointment_id=visit.id)
    assert (change(visit)["by"], change(visit)["person"]) == ("customer", None)


def test_what_happens_by_itself_names_nobody(visit: Appointment) -> None:
    scheduling.cancel(actor=SYSTEM, appointment_id=visit.id)
    assert (change(visit)["by"], change(visit)["person"]) == ("system", None)


def test_a_conflict_that_comes_and_goes_is_nobodys_deed(home: House, noon: datetime) -> None:
    first = appointment(home, customer(home, "Asha"), start=noon)
    second = appointment(home, customer(home, "Banu"), start=noon + HOUR)
    before = change(second)
    for minutes in (30, -10):
        end = first.scheduled_end + timedelta(minutes=minutes)
        scheduling.expect_end(appointment_id=first.id, end=end)
        now = Appointment.objects.get(pk=second.id)
        assert (now.conflict_with == first.id) == (minutes > 0)
        assert now.last_change == before
        assert now.version > before["version"]


def test_every_event_of_a_visit_but_a_conflict_is_somebodys_deed() -> None:
    assert set(DEEDS) == set(ALL) - {AppointmentConflicted}
    assert len(ALL_DEEDS) == len(set(ALL_DEEDS))


@pytest.mark.parametrize("audience", sorted(HIDDEN))
def test_only_the_desk_reads_who_of_the_staff_it_was(home: House, visit: Appointment, audience: str) -> None:
    facts = facts_of(Appointment.objects.select_related("center").get(pk=visit.id))
    seen = appointment_view(facts, audience)
    assert ("last_change" in seen) == (audience == "desk")
    assert (str(home.desk.id) in str(seen)) == (audience == "desk")


def test_its_customer_reads_that_the_workshop_moved_it_and_only_that(
    home: House, visit: Appointment, noon: datetime
) -> None:
    def seen(audience: str) -> dict[str, Any]:
        row = Appointment.objects.select_related("center").get(pk=visit.id)
        return appointment_view(facts_of(row), audience)

    assert seen("customer")["moved_from"] is None
    move(actor(home.desk), visit, start=noon + HOUR)
    assert seen("customer")["moved_from"] == iso(noon)
    assert all("moved_from" not in seen(one) for one in HIDDEN if one != "customer")
    owner = Appointment.objects.select_related("customer").get(pk=visit.id).customer
    assert owner is not None
    move(actor(owner), visit, start=noon)
    assert seen("customer")["moved_from"] is None


def test_its_event_tells_it_as_it_is_kept(visit: Appointment) -> None:
    told = Event.objects.filter(subject=f"appointment:{visit.id}").latest("number").data["appointment"]
    assert told["last_change"] == change(visit)
