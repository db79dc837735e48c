"""The documents of one visit: the card as the workshop sees it, and the visit as its customer does."""

from typing import Any
from uuid import UUID

from workshop.centers.shapes import center_card
from workshop.events.log import heads
from workshop.kernel import clock
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.scheduling.facts import facts_of
from workshop.scheduling.models import Appointment
from workshop.scheduling.selectors import owned_by
from workshop.scheduling.shapes import appointment_view

from ..facts import card_facts
from ..models import JobCard
from ..shapes import card_view, change_view
from ..sheet import Sheet, of
from .access import audience_of, visible_to

NO_CARD: dict[str, Any] = {"job": None, "items": [], "steps": [], "holds": [], "promises": []}


def job_document(actor: Actor, job_id: UUID) -> dict[str, Any]:
    """Return a card with its appointment, for the actor's audience at its centre; raise NotFound for customers too."""
    found = visible_to(actor).filter(pk=job_id).first()
    if found is None or (audience := audience_of(actor, found)) == "customer":
        raise NotFound()
    seq = _seq(found.center_id)
    job = JobCard.objects.select_related("center", "appointment__center").get(pk=job_id)
    return {
        "topic": f"job.{job.id}",
        "seq": seq,
        "clock": clock.reading(),
        "center": center_card(job.center),
        **card_view(card_facts(of(job)), audience),
        "appointment": appointment_view(facts_of(job.appointment), audience),
    }


def visit_document(actor: Actor, appointment_id: UUID) -> dict[str, Any]:
    """Return one's own visit: the appointment, and its card once there is one; raise NotFound.

    The topic is the appointment's until the card opens, and the card's from then on.
    """
    center_id = owned_by(actor).filter(pk=appointment_id).values_list("center_id", flat=True).first()
    if center_id is None:
        raise NotFound()
    seq = _seq(center_id)
    appointment = Appointment.objects.select_related("center").get(pk=appointment_id)
    card, topic = NO_CARD, f"appointment.{appointment.id}"
    if appointment.job_id:
        card = card_view(card_facts(of(JobCard.objects.get(pk=appointment.job_id))), "customer")
        topic = f"job.{appointment.job_id}"
    return {
        "topic": topic,
        "seq": seq,
        "clock": clock.reading(),
        "center": center_card(appointment.center),
        "appointment": appointment_view(facts_of(appointment), "customer"),
        **card,
    }


def sheet_view(sheet: Sheet, actor: Actor) -> dict[str, Any]:
    """Return what changed on a card for the one who changed it; all of a card that nothing was told of."""
    audience = audience_of(actor, sheet.job)
    return change_view(sheet.told, audience) if sheet.told else card_view(card_facts(sheet), audience)


def card_now(actor: Actor, **named: UUID) -> dict[str, Any] | None:
    """Return the card that `pk`, `steps` or `holds` names, as the actor sees it now; None when they do not."""
    job = visible_to(actor).filter(**named).first()
    return None if job is None else sheet_view(of(job), actor)


def _seq(center_id: UUID) -> int:
    stream = f"center:{center_id}"
    return heads([stream])[stream]
