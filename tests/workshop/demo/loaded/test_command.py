"""manage.py load_demo, as people and the launcher call it, on the demo that this folder shares."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings

from workshop.accounts.services import exchange_link, recognise
from workshop.centers.hours import Hours
from workshop.centers.models import ServiceCenter
from workshop.demo.data.centers import ANNA_NAGAR
from workshop.demo.loading import resume
from workshop.demo.loading.day import moment_of
from workshop.demo.loading.world import World
from workshop.demo.management.commands import load_demo
from workshop.demo.models import DemoClock
from workshop.demo.services import set_clock
from workshop.events.models import Event
from workshop.kernel.actor import VISITOR
from workshop.kernel.clock import real_now
from workshop.scheduling.models import Appointment

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("world"),
    pytest.mark.timeout(400),
    pytest.mark.xdist_group("demo"),
]


@pytest.fixture
def var(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(load_demo, "VAR", tmp_path)
    return tmp_path


A_FRIDAY = datetime(2026, 11, 20, 18, 45, tzinfo=UTC)
"""Past midnight at the demo's centres: already Saturday there."""


def run(*arguments: str) -> str:
    said = StringIO()
    call_command("load_demo", *arguments, stdout=said)
    return said.getvalue()


def test_a_loaded_demo_is_left_as_it_is_and_its_sign_ins_are_written_again(var: Path) -> None:
    before = Event.objects.count()
    assert run("--if-empty") == ""
    assert Event.objects.count() == before
    assert (var / "demo.json").exists()


def test_it_is_not_loaded_over_something(var: Path) -> None:
    with pytest.raises(CommandError, match="--again"):
        run()
    assert not (var / "demo.json").exists()


def test_only_a_demo_is_emptied(var: Path, settings: Settings) -> None:
    settings.DEMO = False
    with pytest.raises(CommandError, match="Only the database of the demo"):
        run("--again")
    assert ServiceCenter.objects.exists()


def test_the_sign_ins_sign_in_and_the_links_open(var: Path, world: World) -> None:
    run("--if-empty")
    facts = json.loads((var / "demo.json").read_text())
    people = facts["people"]
    assert {person["role"] for person in people} == {"staff", "technician", "admin", "customer"}
    assert people[0]["role"] == "staff"
    for person in people:
        assert {"role", "name", "email", "password"} <= set(person)
    assert recognise(email=people[0]["email"], password=people[0]["password"])
    assert "Runs the network" in [person["about"] for person in people]
    assert not [person for person in people if "salm" in person["email"]]
    assert "admin@" in facts["others"]
    assert recognise(email="desk@salm.example", password=people[0]["password"])
    customers = [person for person in people if person["role"] == "customer"]
    assert len(customers) >= 11
    for person in customers:
        _, link, _ = exchange_link(actor=VISITOR, token=person["visit_link"].rsplit("/", 1)[1])
        assert link.person.email == person["email"]
        assert Appointment.objects.get(pk=link.subject_id).status == "checked_in", "and to what happens today"


def test_the_day_is_the_last_open_one_up_to_today() -> None:
    saturday = moment_of(ANNA_NAGAR, A_FRIDAY)
    assert saturday.isoformat() == "2026-11-21T08:20:00+00:00"
    assert moment_of(ANNA_NAGAR, A_FRIDAY + timedelta(days=1)) == saturday, "on a Sunday it is still Saturday"
    assert moment_of(ANNA_NAGAR, A_FRIDAY + timedelta(days=2)) == saturday + timedelta(days=2)


def shown() -> float:
    at = real_now()
    return DemoClock.objects.get().setting.in_force(at).at(at).timestamp()


def test_a_demo_that_was_left_alone_goes_on_where_it_was() -> None:
    center = ServiceCenter.objects.get(code="ANNA")
    last = Event.objects.filter(stream=f"center:{center.id}").latest("occurred_at").occurred_at
    set_clock(shown=last + timedelta(hours=19))
    assert resume(real_now()) == last
    assert shown() == pytest.approx(last.timestamp(), abs=5)
    assert resume(real_now()) is None


def test_a_day_that_is_over_goes_on_at_the_next_opening() -> None:
    center = ServiceCenter.objects.get(code="ANNA")
    hours = Hours.of(center.time_zone, center.opening_hours.all())
    last = Event.objects.filter(stream=f"center:{center.id}").latest("occurred_at")
    late = last.occurred_at + timedelta(hours=9)
    Event.objects.filter(pk=last.pk).update(occurred_at=late)
    set_clock(shown=late + timedelta(minutes=5))
    moment = resume(real_now())
    assert moment is not None
    assert moment > late
    assert hours.is_open(moment, moment)
