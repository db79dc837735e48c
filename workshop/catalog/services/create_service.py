"""Put a service on offer, with the steps of its work and the points of its inspection."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from workshop.centers.services import administered_center
from workshop.events.command import command
from workshop.kernel.actor import Actor

from ..events import ServiceOffered
from ..models import Service
from ..policies import can_change_catalogue
from .content import NewPoint, NewStep, put, put_lists, tell


@command
def create_service(
    *,
    actor: Actor,
    center_id: UUID,
    name: str,
    category: str,
    base_price: Decimal,
    steps: Sequence[NewStep],
    points: Sequence[NewPoint] = (),
    description: str = "",
    kind: str = Service.Kind.SERVICE,
    progress_text: str = "",
    skills: Sequence[str] = (),
    bay_kind: str = "",
    vehicle_kinds: Sequence[str] = (),
    tools: Sequence[str] = (),
    buffer_before: int = 0,
    buffer_after: int = 0,
    wait: tuple[int, int] | None = None,
) -> Service:
    """Make a service of a centre that lasts as long as its steps together, without tax on its price.

    `tools` are types of tools, buffers minutes before and after that the bay is kept and the customer does not see,
    and during `wait` (minutes from its start, from and until) the bay is needed and the technician is not.
    Raises Forbidden, NotFound, Invalid naming the field that is wrong, and Conflict `service_exists`.
    """
    can_change_catalogue(actor, center_id)
    service = Service(center=administered_center(actor, center_id))
    values = {
        "name": name,
        "description": description,
        "category": category,
        "kind": kind,
        "base_price": base_price,
        "progress_text": progress_text,
        "skills": skills,
        "bay_kind": bay_kind,
        "vehicle_kinds": vehicle_kinds,
        "tools": tools,
        "buffer_before": buffer_before,
        "buffer_after": buffer_after,
        "wait": wait,
    }
    put(service, values, steps, points)
    service.save(force_insert=True)
    put_lists(service, steps, points)
    tell(ServiceOffered, service, actor)
    return service
