"""Keeping the promise honest: the ready window is worked out anew at every change and told again when it must move."""

from collections.abc import Callable
from datetime import datetime, timedelta

from workshop.centers.hours import Hours
from workshop.centers.models import HoursException, OpeningHours, ServiceCenter
from workshop.events.statements import select_all

from . import ready
from .models import Promise, Step
from .sheet import Sheet

WAITING = {
    "parts": "We are waiting for a part.",
    "approval": "We are waiting for your decision.",
    "technician": "We are waiting for a technician.",
    "tool": "We are waiting for a tool.",
    "sublet": "Another workshop is doing its share.",
    "customer": "We are waiting for your answer.",
}
"""What the customer reads while a card is on hold, by the kind of the hold."""
PROMISED_STAGES = ("received", "diagnosis", "queued", "in_progress", "quality_check")


def expected(sheet: Sheet, at: datetime) -> tuple[datetime, datetime]:
    """Return the window that the steps which remain say at this moment, as if the centre never closed."""
    left = [
        ready.Left(
            technician=str(step.technician_id or sheet.item(step.item_id).technician_id or ""),
            estimate=timedelta(minutes=step.estimate),
            clocked=timedelta(seconds=step.clocked)
            + (at - step.running_since if step.running_since else timedelta()),
        )
        for step in sheet.open_steps()
    ]
    begins = at if sheet.job.started_at else max(at, sheet.job.appointment.scheduled_start)
    return ready.window(begins, ready.remaining(left), [hold.kind for hold in sheet.open_holds()])


def review(
    sheet: Sheet,
    *,
    at: datetime,
    cause: Promise.Cause | None = None,
    reason: str = "",
    add: Callable[[Promise], None],
) -> Promise | None:
    """Tell a new window when the old one no longer holds, and keep it with its cause and reason; return it."""
    window = due_window(sheet, at)
    if window is None:
        return None
    told = sheet.promises[-1] if sheet.promises else None
    if told is None:
        cause = Promise.Cause.OPENED
    elif cause is None:
        later = window[0] > told.ready_to
        cause = Promise.Cause.OVERRUN if later else Promise.Cause.AHEAD
        reason = reason or _reason(sheet, later, at)
    promise = Promise(
        job=sheet.job, ready_from=window[0], ready_to=window[1], cause=cause, reason=reason, made_at=at
    )
    add(promise)
    sheet.promises.append(promise)
    return promise


def due_window(sheet: Sheet, at: datetime) -> tuple[datetime, datetime] | None:
    """Return the window that must be told now; None while the told one holds."""
    if sheet.job.stage not in PROMISED_STAGES:
        return None
    window = expected(sheet, at)
    told = sheet.promises[-1] if sheet.promises else None
    if told is None:
        return _within_hours(sheet, window)
    # Nobody shall read that we wait for something when we do not any more.
    over = told.cause == Promise.Cause.HELD and not sheet.open_holds()
    held = (told.ready_from, told.ready_to)
    if not over and not ready.must_move(held, window):
        return None
    window = _within_hours(sheet, window)
    moves = window != held if over else ready.must_move(held, window)
    return window if moves else None


def _reason(sheet: Sheet, later: bool, at: datetime) -> str:
    """Say why in words: what it waits for, else the last step of the work that took longer than its estimate."""
    if not later:
        return "The work goes faster than planned."
    if holds := sheet.open_holds():
        return WAITING[holds[-1].kind]
    longer = [step for step in sheet.steps if _beyond(step, at) > 0]
    if not longer:
        return "The work before yours takes longer than planned."
    return f"“{longer[-1].outside_name or longer[-1].name}” takes longer than planned."


def _beyond(step: Step, at: datetime) -> float:
    """Return the seconds that a step has been worked on beyond its estimate."""
    running = (at - step.running_since).total_seconds() if step.running_since else 0.0
    return step.clocked + running - 60 * step.estimate


def _within_hours(sheet: Sheet, window: tuple[datetime, datetime]) -> tuple[datetime, datetime]:
    id = sheet.job.center_id
    weekly, exceptions, (center,) = select_all(
        (OpeningHours, "center_id = %s", (id,)),
        (HoursException, "center_id = %s", (id,)),
        (ServiceCenter, "id = %s", (id,)),
    )
    start = Hours.of(center.time_zone, weekly, exceptions).next_open(window[0])
    return start, start + (window[1] - window[0])
