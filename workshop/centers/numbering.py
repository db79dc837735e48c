"""Document numbers: one locked counter row per centre and series, taken late in a command."""

from workshop.events.prepared import run
from workshop.kernel.ids import uuid7

from .models import ServiceCenter

NEXT = """
INSERT INTO centers_documentcounter AS c (id, created_at, updated_at, center_id, series, last)
VALUES (%s, now(), now(), %s, %s, 1001)
ON CONFLICT (center_id, series) DO UPDATE SET last = c.last + 1, updated_at = now()
RETURNING last
"""


def next_number(center: ServiceCenter, series: str) -> str:
    """Return the next number of a series, e.g. `ANN-J1042`; the row stays locked until commit."""
    (found,) = run((NEXT, (uuid7(), center.id, series)))
    ((last,),) = found.rows
    return f"{center.code}-{series}{last}"
