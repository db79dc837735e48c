"""The list of a centre's cards, past and present: each nested with items and steps, as JSON made by PostgreSQL.

It is `json`, put together as text: `jsonb` is parsed and sorted at each level, which takes twice as long.
"""

from typing import Any

from django.db.models import QuerySet, TextField
from django.db.models.expressions import RawSQL

from workshop.kernel.actor import Actor

from ..models import JobCard

NESTED = """
left((jobs_jobcard.facts - '{undo,workers,unassigned}'::text[])::text, -1) || ', "items": ' || (
  SELECT coalesce(json_agg(json_build_object(
      'id', i.id, 'version', i.version, 'position', i.position, 'name', i.name, 'kind', i.kind,
      'status', steps.status, 'technician', i.technician_card, 'estimate', i.estimate, 'clocked', steps.clocked,
      'steps', steps.listed) ORDER BY i.position), '[]')::text
  FROM jobs_workitem i, LATERAL (
    SELECT coalesce(json_agg(json_build_object(
             'id', s.id, 'version', s.version, 'position', s.position, 'name', s.name, 'status', s.status,
             'estimate', s.estimate, 'clocked', s.clocked) ORDER BY s.position), '[]') AS listed,
           coalesce(sum(s.clocked), 0) AS clocked,
           CASE WHEN bool_or(s.status = 'in_progress') THEN 'in_progress'
                WHEN bool_or(s.status = 'paused') THEN 'paused'
                WHEN NOT coalesce(bool_or(s.status = 'pending'), false) THEN 'done'
                WHEN bool_or(s.status IN ('done', 'verified')) THEN 'in_progress'
                ELSE 'pending' END AS status
    FROM jobs_step s WHERE s.item_id = i.id) steps
  WHERE i.job_id = jobs_jobcard.id) || '}'
"""


def listed_at_desk(actor: Actor) -> QuerySet[Any, Any]:
    """Return `{"id", "nested"}` for each card of the centres at whose desk an actor works; `nested` is JSON text."""
    cards = JobCard.objects.all()
    if not actor.runs_network:
        cards = cards.filter(center_id__in=actor.centers("staff", "admin"))
    nested = RawSQL(NESTED, (), output_field=TextField())  # noqa: S611
    return cards.annotate(nested=nested).values("id", "nested")
