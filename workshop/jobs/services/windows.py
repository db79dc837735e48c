"""Reviewing the ready windows of cards whose work runs over without anybody touching them."""

from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import now

from ..events import WindowMoved
from ..models import JobCard
from ..promises import due_window
from ..sheet import load, of
from .change import changing


def review_windows() -> int:
    """Tell a new window for every running card whose told one no longer holds; return how many moved."""
    at = now()
    running = JobCard.objects.filter(stage__in=("queued", "in_progress"))
    late = [job.id for job in running.select_related("center") if due_window(of(job), at)]
    for job_id in late:
        _move_window(job_id=job_id)
    return len(late)


@command
def _move_window(*, job_id: UUID) -> None:
    sheet = load(job_id)
    at = now()
    if due_window(sheet, at):
        with changing(sheet, WindowMoved, actor=SYSTEM, at=at):
            pass
