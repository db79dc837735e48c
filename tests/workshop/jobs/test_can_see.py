"""What is said of a loaded card is what is said of rows: who may see it."""

import pytest

from tests.cast import actor, cast, open_job
from workshop.jobs.policies import can_see
from workshop.jobs.selectors import visible_to
from workshop.jobs.services import assign_item
from workshop.kernel.actor import SYSTEM, VISITOR, Actor

pytestmark = pytest.mark.django_db


def test_the_policy_and_the_selector_agree_about_everybody() -> None:
    everybody = cast()
    home, rival = everybody.home, everybody.rival
    sheet = open_job(home, everybody.customer)
    people = [
        *home.people.values(),
        *rival.people.values(),
        everybody.customer,
        everybody.stranger,
        everybody.network,
    ]
    visit = f"visit:{sheet.job.appointment_id}"
    actors = [
        *(actor(user) for user in people),
        SYSTEM,
        VISITOR,
        Actor(kind="link", id=everybody.customer.id, scopes=frozenset({visit})),
        Actor(kind="link", id=everybody.customer.id, scopes=frozenset({f"visit:{home.center.id}"})),
        Actor(kind="device", scopes=frozenset({f"floor:{home.center.id}"})),
    ]
    seen = set()
    for technician_id in (home.tech.id, None):
        sheet = assign_item(
            actor=actor(home.desk),
            job_id=sheet.job.id,
            item_id=sheet.items[0].id,
            technician_id=technician_id,
        )
        for who in actors:
            found = visible_to(who).filter(pk=sheet.job.id).exists()
            assert can_see(who, sheet.job, sheet.items) == found, who
            seen.add(found)
    assert seen == {True, False}
