"""Put a service on offer, with the steps of its work and the points of its inspection."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from uuid import UUID

from workshop.events.command import command
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict, Invalid

from ..models import InspectionPoint, Service, ServiceStep
from ..policies import can_change_catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class NewStep:
    """A step to come; `estimate` in minutes. It asks for a reading when it names a unit."""

    name: str
    estimate: int
    outside_name: str = ""
    instructions: str = ""
    mandatory: bool = True
    safety: bool = False
    needs_photo: bool = False
    needs_second_person: bool = False
    reading_label: str = ""
    reading_unit: str = ""
    reading_min: Decimal | None = None
    reading_max: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPoint:
    """A point of the checklist to come, with its limits where it is measured."""

    name: str
    unit: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None


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
    Raises Forbidden, Invalid naming the field that is wrong, and Conflict `service_exists`.
    """
    can_change_catalogue(actor, center_id)
    service = Service(
        center_id=center_id,
        name=name.strip(),
        description=description.strip(),
        category=category,
        kind=kind,
        base_price=base_price,
        estimated_duration=sum(step.estimate for step in steps),
        progress_text=progress_text,
        skills=list(skills),
        bay_kind=bay_kind,
        vehicle_kinds=list(vehicle_kinds),
        tools=list(tools),
        buffer_before=buffer_before,
        buffer_after=buffer_after,
        wait_from=wait[0] if wait else None,
        wait_until=wait[1] if wait else None,
    )
    if wrong := _wrong(service, steps, points):
        raise Invalid("service_invalid", "This service is not complete yet.", fields=wrong)
    if Service.objects.filter(center_id=center_id, name=service.name).exists():
        raise Conflict(
            "service_exists",
            f"There is a service called “{service.name}” already.",
            next="Choose another name, or change that service.",
            fields={"name": ["This name is taken."]},
        )
    service.save(force_insert=True)
    ServiceStep.objects.bulk_create(
        ServiceStep(service=service, position=position, **asdict(step))
        for position, step in enumerate(steps, start=1)
    )
    InspectionPoint.objects.bulk_create(
        InspectionPoint(service=service, position=position, **asdict(point))
        for position, point in enumerate(points, start=1)
    )
    return service


def _wrong(service: Service, steps: Sequence[NewStep], points: Sequence[NewPoint]) -> dict[str, list[str]]:
    wrong: dict[str, list[str]] = {}
    if not service.name:
        wrong["name"] = ["Give it a name."]
    if service.kind not in Service.Kind.values:
        wrong["kind"] = [f"Choose one of {', '.join(Service.Kind.values)}."]
    if service.base_price < 0:
        wrong["base_price"] = ["A price is not negative."]
    if not steps or any(not step.name.strip() or step.estimate < 1 for step in steps):
        wrong["steps"] = ["Name at least one step, and give each one a minute or more."]
    elif any(step.safety and not step.mandatory for step in steps):
        wrong["steps"] = ["A safety step is always mandatory."]
    if min(service.buffer_before, service.buffer_after) < 0:
        wrong["buffers"] = ["A buffer is not negative."]
    wait_from, wait_until = service.wait_from or 0, service.wait_until or 0
    if service.wait_from is not None and not 0 < wait_from < wait_until < service.estimated_duration:
        wrong["wait"] = ["A wait begins after the work and ends before it is done."]
    limits = [(step.reading_min, step.reading_max) for step in steps]
    limits += [(point.minimum, point.maximum) for point in points]
    if any(low is not None and high is not None and low > high for low, high in limits):
        wrong["limits"] = ["A lower limit lies below the upper one."]
    return wrong
