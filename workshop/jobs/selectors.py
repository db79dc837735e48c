"""Reads of job cards: every one starts from `visible_to`, so that fetching is authorising."""

from datetime import datetime
from typing import Any
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from workshop.events.log import heads
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound

from .facts import card_facts
from .models import JobCard, WorkItem
from .shapes import card_view, job_view
from .sheet import Sheet, of

ON_SITE = ("received", "diagnosis", "awaiting_decision", "queued", "in_progress", "quality_check", "ready_for_pickup")


def visible_to(actor: Actor) -> QuerySet[JobCard]:
    """Return the cards an actor may see: the desk and leads those of their centres, technicians those with work for
    them or for anybody, customers their own, holders of a visit link that one."""
    cards = JobCard.objects.all()
    if actor.kind == "system" or actor.runs_network:
        return cards
    if actor.kind == "link":
        visits = [scope.removeprefix("visit:") for scope in actor.scopes if scope.startswith("visit:")]
        return cards.filter(appointment_id__in=visits)
    if actor.kind != "person":
        return cards.none()
    full = actor.centers("staff", "admin") | {
        held.center_id for held in actor.roles if held.role == "technician" and held.lead and held.center_id
    }
    seen = Q(customer_id=actor.id)
    if full:
        seen |= Q(center_id__in=full)
    if some := actor.centers("technician") - full:
        mine = WorkItem.objects.filter(job_id=OuterRef("pk")).filter(
            Q(technician_id=actor.id) | Q(technician__isnull=True)
        )
        seen |= Q(center_id__in=some) & Exists(mine)
    return cards.filter(seen)


def audience_of(actor: Actor, job: JobCard) -> str:
    """Return as what an actor who may see the card sees it."""
    if actor.at_desk(job.center_id):
        return "desk"
    if actor.leads(job.center_id):
        return "lead"
    if actor.holds(job.center_id, "technician"):
        return "technician"
    return "customer"


def topic_of_job(actor: Actor, job_id: UUID) -> tuple[str, str] | None:
    """Return the stream of a card's topic and the actor's audience on it; None when they may not see it."""
    job = visible_to(actor).filter(pk=job_id).only("id", "center_id", "customer_id").first()
    return None if job is None else (f"center:{job.center_id}", audience_of(actor, job))


def job_document(actor: Actor, job_id: UUID) -> dict[str, Any]:
    """Return the document of a card for the actor's audience; raise NotFound."""
    job = visible_to(actor).filter(pk=job_id).first()
    if job is None:
        raise NotFound()
    stream = f"center:{job.center_id}"
    seq = heads([stream])[stream]
    job.refresh_from_db()
    return {"topic": f"job.{job.id}", "seq": seq, **card_view(card_facts(of(job)), audience_of(actor, job))}


def sheet_view(sheet: Sheet, actor: Actor) -> dict[str, Any]:
    """Return a changed card for the one who changed it."""
    return card_view(card_facts(sheet), audience_of(actor, sheet.job))


BOARD = """
SELECT coalesce(json_agg(facts ORDER BY received_at, id), '[]')::text FROM jobs_jobcard
WHERE center_id = %s AND (stage = ANY(%s) OR (stage = 'delivered' AND delivered_at >= %s))
"""


def board_jobs(center_id: UUID, audience: str, *, since: datetime) -> list[dict[str, Any]]:
    """Return the cards on site, and those delivered since a moment, from the facts their last command left."""
    with connection.cursor() as cursor:
        cursor.execute(BOARD, (center_id, list(ON_SITE), since))
        (text,) = cursor.fetchone()
    return [job_view(facts, audience) for facts in orjson.loads(text)]


QUEUE = """
SELECT coalesce(json_agg(facts ORDER BY received_at, id), '[]')::text FROM jobs_jobcard j
WHERE center_id = %s AND stage = ANY(%s)
  AND EXISTS (SELECT 1 FROM jobs_workitem i WHERE i.job_id = j.id AND (i.technician_id = %s OR i.technician_id IS NULL))
"""


def queue_jobs(center_id: UUID, technician_id: UUID, audience: str) -> list[dict[str, Any]]:
    """Return the cards on site with work for a technician, or for anybody."""
    with connection.cursor() as cursor:
        cursor.execute(QUEUE, (center_id, list(ON_SITE), technician_id))
        (text,) = cursor.fetchone()
    return [job_view(facts, audience) for facts in orjson.loads(text)]
