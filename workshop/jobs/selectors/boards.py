"""The documents that list a centre's cards: the desk's board, the wall's floor and a technician's queue.

Cards are listed from the facts their last command left, as JSON made by PostgreSQL.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import orjson
from django.db import connection

from workshop.centers.hours import local_day
from workshop.centers.models import ServiceCenter
from workshop.centers.selectors import bays_of, technicians_of
from workshop.centers.shapes import bay_shape, center_card, technician_shape
from workshop.events.log import heads
from workshop.kernel import clock
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound
from workshop.scheduling.selectors import arriving

from ..shapes import job_view
from ..workflow import ON_SITE

BOARD = """
SELECT coalesce(json_agg(facts ORDER BY received_at, id), '[]')::text FROM jobs_jobcard
WHERE center_id = %s AND (stage = ANY(%s) OR (stage = 'delivered' AND delivered_at >= %s))
"""
QUEUE = """
SELECT coalesce(json_agg(facts ORDER BY received_at, id), '[]')::text FROM jobs_jobcard j
WHERE center_id = %s AND stage = ANY(%s)
  AND ((%s AND stage = 'quality_check') OR EXISTS (
       SELECT 1 FROM jobs_workitem i WHERE i.job_id = j.id AND (i.technician_id = %s OR i.technician_id IS NULL)))
"""


def desk_document(actor: Actor, center_id: UUID) -> dict[str, Any]:
    """Return the job board of a centre at whose desk one works; raise NotFound."""
    if not actor.at_desk(center_id):
        raise NotFound()
    center, head = _opened(center_id, "desk")
    start, end = local_day(center.time_zone, clock.now())
    return head | {
        "jobs": _listed(BOARD, (center_id, list(ON_SITE), start), "desk"),
        "appointments": arriving(center_id, "desk", start=start, end=end),
        "bays": [bay_shape(bay) for bay in bays_of(center_id)],
        "technicians": [technician_shape(profile) for profile in technicians_of(center_id)],
    }


def floor_document(actor: Actor, center_id: UUID) -> dict[str, Any]:
    """Return what the wall of a centre shows: to those who work there and to its paired screens; raise NotFound."""
    paired = actor.kind == "device" and f"floor:{center_id}" in actor.scopes
    if not paired and not actor.holds(center_id, "staff", "technician", "admin"):
        raise NotFound()
    center, head = _opened(center_id, "floor")
    now = clock.now()
    start, end = local_day(center.time_zone, now)
    return head | {
        "bays": [bay_shape(bay) for bay in bays_of(center_id)],
        "jobs": _listed(BOARD, (center_id, list(ON_SITE), now + timedelta(days=1)), "board"),
        "appointments": arriving(center_id, "board", start=start, end=end),
    }


def queue_document(actor: Actor, center_id: UUID) -> dict[str, Any]:
    """Return a technician's day at a centre: cards with work for them or for anybody, and for leads those to check.

    Raises NotFound for who is not a technician there.
    """
    if actor.id is None or not (actor.leads(center_id) or _is_technician(actor, center_id)):
        raise NotFound()
    audience = "lead" if actor.leads(center_id) else "technician"
    _, head = _opened(center_id, f"queue.{actor.id}")
    parameters = (center_id, list(ON_SITE), audience == "lead", actor.id)
    return head | {"jobs": _listed(QUEUE, parameters, audience)}


def _is_technician(actor: Actor, center_id: UUID) -> bool:
    return center_id in actor.centers("technician")


def _opened(center_id: UUID, topic: str) -> tuple[ServiceCenter, dict[str, Any]]:
    """Return an active centre, and the head of a document about it, whose number is read before any state."""
    seq = heads([f"center:{center_id}"])[f"center:{center_id}"]
    center = ServiceCenter.objects.filter(pk=center_id, status="approved", is_active=True).first()
    if center is None:
        raise NotFound()
    return center, {
        "topic": f"center.{center_id}.{topic}",
        "seq": seq,
        "clock": clock.reading(),
        "center": center_card(center),
    }


def _listed(
    sql: str, parameters: tuple[UUID | list[str] | datetime | bool, ...], audience: str
) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        (text,) = cursor.fetchone()
    return [job_view(facts, audience) for facts in orjson.loads(text)]
