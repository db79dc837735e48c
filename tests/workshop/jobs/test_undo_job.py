"""Whatever can be undone on a card is put back as it was, each verb by itself."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from tests.api.working import complete, finish, make_ready, start
from tests.cast import House, actor, cast, open_job
from workshop.jobs import services as jobs
from workshop.jobs.facts import card_facts
from workshop.jobs.models import Step
from workshop.jobs.sheet import Sheet, of
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict

pytestmark = pytest.mark.django_db
Verb = Callable[..., Sheet]


def as_it_is(sheet: Sheet) -> Any:
    """Return the facts of a card as stored, without what an undo moves on: versions, and who may undo what."""
    sheet.job.refresh_from_db()

    def plain(facts: Any) -> Any:
        if isinstance(facts, dict):
            return {name: plain(value) for name, value in facts.items() if name not in ("version", "undo")}
        return [plain(one) for one in facts] if isinstance(facts, list) else facts

    return plain(card_facts(of(sheet.job)))


def received(house: House) -> Sheet:
    return open_job(house, queued=False)


def asked(house: House) -> Sheet:
    sheet = received(house)
    jobs.diagnose_job(actor=actor(house.desk), job_id=sheet.job.id)
    return jobs.send_estimate(actor=actor(house.desk), job_id=sheet.job.id)


def inspected(house: House) -> Sheet:
    return jobs.diagnose_job(actor=actor(house.desk), job_id=received(house).job.id)


def finished(house: House) -> Sheet:
    return finish(house, open_job(house))


def ready(house: House) -> Sheet:
    return make_ready(house, open_job(house))


def reopen_first_step(*, actor: Actor, job_id: UUID) -> Sheet:
    first = Step.objects.filter(job_id=job_id).earliest("position")
    return jobs.reopen_job(actor=actor, job_id=job_id, step_ids=[first.id], reason="The customer called back")


@pytest.mark.parametrize(
    ("begun", "verb", "more"),
    [
        (received, jobs.queue_job, {}),
        (received, jobs.diagnose_job, {}),
        (inspected, jobs.send_estimate, {}),
        (asked, jobs.diagnose_again, {}),
        (asked, jobs.decline_all, {}),
        (ready, reopen_first_step, {}),
        (open_job, jobs.place_hold, {"kind": "parts"}),
        (open_job, jobs.move_job, {"bay_id": None}),
    ],
    ids=lambda part: getattr(part, "__name__", ""),
)
def test_what_the_desk_did_is_put_back(
    begun: Callable[[House], Sheet], verb: Verb, more: dict[str, Any]
) -> None:
    home = cast().home
    sheet = begun(home)
    before, desk = as_it_is(sheet), actor(home.desk)
    verb(actor=desk, job_id=sheet.job.id, **more)
    assert as_it_is(sheet) != before

    jobs.undo_job(actor=desk, job_id=sheet.job.id)

    assert as_it_is(sheet) == before


def test_steps_sent_back_at_the_check_are_done_again() -> None:
    home = cast().home
    sheet = finished(home)
    before, lead = as_it_is(sheet), actor(home.lead)
    jobs.order_rework(actor=lead, job_id=sheet.job.id, step_ids=[sheet.steps[0].id], reason="Drain again")
    assert as_it_is(sheet) != before

    jobs.undo_job(actor=lead, job_id=sheet.job.id)

    assert as_it_is(sheet) == before


def test_a_vehicle_does_not_go_back_into_a_bay_that_another_took() -> None:
    home = cast().home
    first, second = open_job(home), open_job(home)
    bay, desk = first.job.bay_id, actor(home.desk)
    start(home, first)
    complete(home, first)
    jobs.move_job(actor=desk, job_id=first.job.id, bay_id=None)
    before = as_it_is(first)
    jobs.move_job(actor=desk, job_id=second.job.id, bay_id=bay)
    start(home, second)

    with pytest.raises(Conflict) as refused:
        jobs.undo_job(actor=desk, job_id=first.job.id)

    assert refused.value.code == "bay_taken"
    assert as_it_is(first) == before
