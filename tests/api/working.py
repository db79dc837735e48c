"""Short ways to bring a card to where a test begins, by the services themselves."""

from decimal import Decimal

from tests.cast import House, actor
from workshop.jobs import services as jobs
from workshop.jobs.sheet import Sheet
from workshop.scheduling.models import Appointment


def path(card: Sheet, step: int, verb: str) -> str:
    """Return the address of a verb on a step, counted from 0."""
    return f"/api/technicians/steps/{card.steps[step].id}/{verb}"


def job_path(card: Sheet, verb: str, audience: str = "staff") -> str:
    """Return the address of a verb on a card."""
    return f"/api/{audience}/jobs/{card.job.id}/{verb}"


def visit_path(visit: Appointment, verb: str = "") -> str:
    """Return the address of an appointment at the desk, or of a verb on it."""
    return f"/api/staff/appointments/{visit.id}" + (f"/{verb}" if verb else "")


def shown(card: dict[str, list[dict[str, object]]], sheet: Sheet, step: int) -> dict[str, object]:
    """Return a step of an answered card."""
    return next(one for one in card["steps"] if one["id"] == str(sheet.steps[step].id))


def verbs(thing: dict[str, list[dict[str, str]]]) -> list[str]:
    """Return what is offered on a thing."""
    return [action["verb"] for action in thing["allowed_actions"]]


def start(house: House, card: Sheet, step: int = 0) -> Sheet:
    """Let the first technician clock on to a step."""
    return jobs.start_step(actor=actor(house.tech), step_id=card.steps[step].id)


def complete(house: House, card: Sheet, step: int = 0, *, start_next: bool = False) -> Sheet:
    """Let the first technician finish a running step; the measured one gets its reading."""
    reading = Decimal("2.1") if card.steps[step].reading_unit else None
    return jobs.complete_step(
        actor=actor(house.tech), step_id=card.steps[step].id, reading=reading, start_next=start_next
    )


def finish(house: House, card: Sheet) -> Sheet:
    """Let the first technician do all three steps: the card waits for its check."""
    start(house, card)
    complete(house, card, 0, start_next=True)
    complete(house, card, 1, start_next=True)
    return complete(house, card, 2)


def make_ready(house: House, card: Sheet) -> Sheet:
    """Let all be done and the lead pass the check."""
    finish(house, card)
    return jobs.pass_check(actor=actor(house.lead), job_id=card.job.id)
