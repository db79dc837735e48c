"""The promise to the customer is told anew when it no longer holds, with the reason that made it move."""

from datetime import timedelta

import pytest
import time_machine

from tests.cast import Cast, actor, cast, open_job
from workshop.jobs import services as jobs
from workshop.jobs.models import Promise
from workshop.jobs.sheet import Sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def card(everybody: Cast) -> Sheet:
    return open_job(everybody.home)


def work(everybody: Cast, card: Sheet, *minutes: int) -> Sheet:
    """Let the first technician do steps one after the other, each for so many minutes, from the planned start."""
    tech = actor(everybody.home.tech)
    at = card.job.appointment.scheduled_start
    sheet = card
    for step, spent in zip(card.steps, minutes, strict=False):
        with time_machine.travel(at, tick=False):
            sheet = jobs.start_step(actor=tech, step_id=step.id)
        at += timedelta(minutes=spent)
        with time_machine.travel(at, tick=False):
            sheet = jobs.complete_step(actor=tech, step_id=step.id, reading=2 if step.reading_unit else None)
    return sheet


def test_a_step_that_takes_longer_is_named_even_when_it_is_over(everybody: Cast, card: Sheet) -> None:
    told = work(everybody, card, 120).promises[-1]
    assert told.cause == Promise.Cause.OVERRUN
    assert told.reason == "“Old brake fluid drained” takes longer than planned."


def test_of_two_that_take_longer_the_last_is_named(everybody: Cast, card: Sheet) -> None:
    told = work(everybody, card, 120, 90).promises[-1]
    assert told.reason == "“Measure water content” takes longer than planned."


def test_work_that_keeps_to_its_plan_tells_nothing_new(everybody: Cast, card: Sheet) -> None:
    assert [promise.cause for promise in work(everybody, card, 20, 10, 30).promises] == [Promise.Cause.OPENED]


def test_work_that_is_well_ahead_is_told_too(everybody: Cast, card: Sheet) -> None:
    causes = [promise.cause for promise in work(everybody, card, 1, 1, 1).promises]
    assert causes[-1] == Promise.Cause.AHEAD
    assert Promise.objects.filter(job=card.job).count() == len(causes)


def test_when_the_wait_is_over_nobody_reads_of_it_any_more(everybody: Cast, card: Sheet) -> None:
    tech, step = actor(everybody.home.tech), card.steps[0].id
    at = card.job.appointment.scheduled_start
    with time_machine.travel(at, tick=False):
        jobs.start_step(actor=tech, step_id=step)
        waiting = jobs.pause_step(actor=tech, step_id=step, kind="tool").promises[-1]
    with time_machine.travel(at + timedelta(minutes=1), tick=False):
        told = jobs.resume_step(actor=tech, step_id=step).promises[-1]
    assert (waiting.cause, waiting.reason) == (Promise.Cause.HELD, "We are waiting for a tool.")
    assert (told.cause, told.reason) == (Promise.Cause.RELEASED, "The work goes on.")
    assert told.ready_from < waiting.ready_from


def test_a_step_that_is_sent_back_is_the_reason(everybody: Cast, card: Sheet) -> None:
    work(everybody, card, *[1] * len(card.steps))
    later = card.job.appointment.scheduled_start + timedelta(hours=3)
    with time_machine.travel(later, tick=False):
        lead, step = actor(everybody.home.lead), card.steps[0].id
        told = jobs.rework_step(actor=lead, step_id=step, reason="Torque again").promises[-1]
    assert (told.cause, told.reason) == (Promise.Cause.REWORK, "A part of the work is done again.")
