"""Finding a card for a command: fetching is authorising, then the card is locked and loaded."""

from uuid import UUID

from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound

from ..models import Hold
from ..policies import can_see
from ..selectors import visible_to
from ..sheet import Sheet, load, load_of_step


def sheet_of_job(actor: Actor, job_id: UUID, *, version: int | None = None) -> Sheet:
    """Lock and load a card that the actor may see; raise NotFound or Stale."""
    if not visible_to(actor).filter(pk=job_id).exists():
        raise NotFound()
    return load(job_id, version=version)


def sheet_of_step(actor: Actor, step_id: UUID) -> Sheet:
    """Lock and load the card of a step that the actor may see; raise NotFound.

    The way of every tap: who may see the card is read off what was loaded anyway; `can_see` says what
    `visible_to` says.
    """
    sheet = load_of_step(step_id, actor.id)
    if not can_see(actor, sheet.job, sheet.items):
        raise NotFound()
    return sheet


def sheet_of_hold(actor: Actor, hold_id: UUID) -> tuple[Sheet, Hold]:
    """Lock and load the card of a hold that the actor may see; raise NotFound."""
    job_id = visible_to(actor).filter(holds__id=hold_id).values_list("id", flat=True).first()
    if job_id is None:
        raise NotFound()
    sheet = load(job_id)
    return sheet, next(hold for hold in sheet.holds if hold.id == hold_id)
