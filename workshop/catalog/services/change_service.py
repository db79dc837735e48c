"""Change what a service is, costs or takes, or whether it is offered at all."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from workshop.centers.first import changed_since
from workshop.centers.services import administered_center
from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.errors import NotFound

from ..events import ServiceChanged
from ..models import Service
from ..policies import can_change_catalogue
from .content import NewPoint, NewStep, put, put_lists, tell, version_of


@command
def change_service(
    *,
    actor: Actor,
    service_id: UUID,
    version: int | None = None,
    steps: Sequence[NewStep] | None = None,
    points: Sequence[NewPoint] | None = None,
    **values: Any,
) -> Service:
    """Change the given ones of what `create_service` takes, and `is_active`; `steps` and `points` replace all of those.

    What is booked keeps its price and duration, and a job card the steps it was opened with. Raises NotFound,
    Forbidden, Stale for who saw another version, Invalid naming the field that is wrong, and Conflict `service_exists`.
    """
    # The centre is locked before its service, as when one is made, so that a name is given once.
    center_id = Service.objects.filter(pk=service_id).values_list("center_id", flat=True).first()
    if center_id is None:
        raise NotFound()
    can_change_catalogue(actor, center_id)
    center = administered_center(actor, center_id)
    service = Service.objects.select_for_update(no_key=True).get(pk=service_id)
    service.center = center
    if version is not None and service.version != version:
        made = version_of(service.id, service.version)
        raise changed_since(center_id, f"“{service.name}”", service.version, service=made)
    put(service, values, steps, points)
    service.version += 1
    service.save()
    put_lists(service, steps, points)
    tell(ServiceChanged, service, actor)
    return service
