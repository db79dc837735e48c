"""A snapshot plus its frames equals a fresh snapshot: every command, every audience, every live document."""

import json
import os
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from realtime.projections.registry import frames
from realtime.topics import registry as topics
from tests.cast import Cast, actor, cast
from tests.contracts.life import Life, life
from tests.contracts.reducing import applied, comparable
from tests.door import Door
from workshop.events.log import since
from workshop.jobs.models import JobCard
from workshop.jobs.selectors import (
    desk_document,
    floor_document,
    job_document,
    queue_document,
    visit_document,
)
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import NotFound
from workshop.scheduling import services as scheduling
from workshop.scheduling.calendar import calendar_document
from workshop.scheduling.customers import customer_file, garage
from workshop.scheduling.trips import trips_document

pytestmark = pytest.mark.django_db

RECORDINGS = Path(__file__).parent / "recordings"
Fetch = Callable[[], dict[str, Any]]


def watchers(one: Life, everybody: Cast) -> dict[str, tuple[Actor, Fetch]]:
    """Return who looks at what: a label, the actor and how they fetch their document."""
    home = everybody.home
    customer = actor(one.owner)
    found: dict[str, tuple[Actor, Fetch]] = {
        "customer.visit": (customer, lambda: visit_document(customer, one.appointment.id)),
        "customer.garage": (customer, lambda: garage(customer)),
    }
    for part in ("desk", "tech", "other_tech", "lead"):
        who = one.who(part)
        found[f"{part}.card"] = (who, lambda who=who: job_document(who, one.job.id))
        found[f"{part}.floor"] = (who, lambda who=who: floor_document(who, home.center.id))
        if part != "desk":
            found[f"{part}.queue"] = (who, lambda who=who: queue_document(who, home.center.id))
    who_waits = actor(everybody.customer)
    found["customer.waiting"] = (who_waits, lambda: waiting_document(everybody))
    driver = one.who("driver")
    found["driver.trips"] = (driver, lambda: trips_document(driver, home.center.id))
    desk = one.who("desk")
    found["desk.board"] = (desk, lambda: desk_document(desk, home.center.id))
    found["desk.customer"] = (desk, lambda: customer_file(desk, one.owner.id, home.center.id))
    today = now().astimezone(ZoneInfo(home.center.time_zone)).date()
    last = today + timedelta(days=10)
    found["desk.calendar"] = (desk, lambda: calendar_document(desk, home.center.id, today, last))
    return found


def waiting_document(everybody: Cast) -> dict[str, Any]:
    """Return the live document that a browser makes of the list of what one waits for."""
    page = Door(everybody.customer).get("/api/customers/waiting-list?status=waiting&status=offered").json()  # type: ignore[attr-defined]
    return {"waiting": page["results"], "topic": page["topic"], "seq": page["seq"]}


def fetched(watcher: tuple[Actor, Fetch]) -> dict[str, Any] | None:
    try:
        return watcher[1]()
    except (NotFound, JobCard.DoesNotExist):
        return None


def told(who: Actor, document: dict[str, Any]) -> list[dict[str, Any]] | None:
    """Return the data of the frames that follow a document on its topic; None when it is heard no more."""
    topic = topics.read(document["topic"])
    assert topic is not None
    grant = topics.authorise(who, topic)
    if grant is None:
        return None
    events = since(grant.stream, document["seq"], subject=grant.subject)
    assert events is not None
    return [frame.data for event in events for frame in frames(event, grant.audience, topic)]


def test_every_command_converges_for_every_audience() -> None:
    everybody = cast()
    one, commands = life(everybody)
    looking = watchers(one, everybody)
    checked: dict[str, int] = dict.fromkeys(looking, 0)
    recordings: list[dict[str, Any]] = []
    seen = {label: fetched(watcher) for label, watcher in looking.items()}
    for name, run in commands:
        run()
        # The reaction to every appointment's event; the relay runs it.
        scheduling.tell_customer(appointment_id=one.appointment.id)
        for label, watcher in looking.items():
            held, fresh = seen[label], fetched(watcher)
            seen[label] = fresh
            if held is None or fresh is None:
                continue
            if held["topic"] != fresh["topic"]:
                continue  # the card opened: the appointment's frame says to fetch again
            data = told(watcher[0], held)
            assert data is not None, f"{label} hears nothing after {name}"
            document = held
            for change in data:
                document = applied(document, change)
            assert comparable(document) == comparable(fresh), f"{label} diverges after {name}"
            checked[label] += 1
            recordings.append(
                {
                    "name": f"{name}, {label}",
                    "before": held,
                    "frames": [{"data": d} for d in data],
                    "after": fresh,
                }
            )
    assert min(checked.values()) > 10, checked
    if os.environ.get("WRITE_RECORDINGS"):
        keep(recordings)


def keep(recordings: list[dict[str, Any]]) -> None:
    """Write the recordings for the browser's own reducer."""
    RECORDINGS.mkdir(exist_ok=True)
    by_label: dict[str, list[dict[str, Any]]] = {}
    for recording in recordings:
        by_label.setdefault(recording["name"].rsplit(", ", 1)[1], []).append(recording)
    for label, found in by_label.items():
        (RECORDINGS / f"{label}.json").write_text(json.dumps(found, default=str, indent=1) + "\n")


def test_a_frame_that_is_lost_is_noticed() -> None:
    """The twin: with one frame left out, the documents differ."""
    everybody = cast()
    one, commands = life(everybody)
    who = one.who("desk")
    missing = 0
    for name, run in commands:
        if name == "start":
            held = job_document(who, one.job.id)
            run()
            assert comparable(held) != comparable(job_document(who, one.job.id))
            missing += 1
            break
        run()
    assert missing == 1
