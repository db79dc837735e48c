"""What a service says, costs and takes: given as a whole, checked as a whole, told as a whole."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.errors import Conflict, Invalid
from workshop.kernel.money import Money

from ..events import ServiceChanged, ServiceOffered
from ..models import InspectionPoint, Service, ServiceStep
from ..shapes import service_view

HIGHEST_PRICE = Decimal(1_000_000_000)
DAY = 24 * 60
LONGEST = 7 * DAY
MOST_STEPS = 100
MOST_POINTS = 200

CROSSED = "The upper limit lies below the lower one."

TEXTS = frozenset(["name", "description", "category", "progress_text", "bay_kind"])
LISTS = frozenset(["skills", "vehicle_kinds", "tools"])
PLAIN = frozenset(["kind", "base_price", "buffer_before", "buffer_after", "is_active"])


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


def put(
    service: Service,
    values: Mapping[str, Any],
    steps: Sequence[NewStep] | None,
    points: Sequence[NewPoint] | None,
) -> None:
    """Give a service values, and with `steps` or `points` all of those anew; nothing is written yet.

    Raises Invalid naming the fields that are wrong, and Conflict `service_exists`. The centre is locked by then.
    """
    for name, value in values.items():
        if name in TEXTS:
            setattr(service, name, value.strip())
        elif name in LISTS:
            setattr(service, name, list(dict.fromkeys(one.strip() for one in value if one.strip())))
        elif name in PLAIN:
            setattr(service, name, value)
        elif name == "wait":
            service.wait_from, service.wait_until = value or (None, None)
    if steps is not None:
        service.estimated_duration = sum(step.estimate for step in steps)
    if wrong := dict(_wrong(service, steps, points)):
        raise Invalid("service_invalid", "This service is not complete yet.", fields=wrong)
    namesakes = Service.objects.filter(center_id=service.center_id, name=service.name)
    if namesakes.exclude(pk=service.pk).exists():
        raise Conflict(
            "service_exists",
            f"There is a service called “{service.name}” already.",
            next="Choose another name, or change that service.",
            fields={"name": ["This name is taken."]},
        )


def put_lists(service: Service, steps: Sequence[NewStep] | None, points: Sequence[NewPoint] | None) -> None:
    """Replace the steps and the points of a service by those given; job cards have copies of their own."""
    if steps is not None:
        service.steps.all().delete()
        ServiceStep.objects.bulk_create(
            ServiceStep(service=service, position=position, **asdict(step))
            for position, step in enumerate(steps, start=1)
        )
    if points is not None:
        service.inspection_points.all().delete()
        InspectionPoint.objects.bulk_create(
            InspectionPoint(service=service, position=position, **asdict(point))
            for position, point in enumerate(points, start=1)
        )


def tell(event: type[ServiceOffered | ServiceChanged], service: Service, actor: Actor) -> None:
    """Tell the centre's screens and who would book there how a service is now."""
    center = f"center:{service.center_id}"
    data = {"center_id": str(service.center_id), "service": service_view(service)}
    record(event(stream=center, subject=center, data=data), actor=actor)


def version_of(service_id: UUID, version: int) -> dict[str, Any]:
    """Return what an event says of the service that it made this version of."""
    return {"id": str(service_id), "version": version}


def _wrong(
    service: Service, steps: Sequence[NewStep] | None, points: Sequence[NewPoint] | None
) -> Iterator[tuple[str, list[str]]]:
    if not service.name:
        yield "name", ["Give it a name."]
    if not service.category:
        yield "category", ["Say among what customers find it, such as brakes."]
    if service.kind not in Service.Kind.values:
        yield "kind", [f"Choose one of {', '.join(Service.Kind.values)}."]
    yield from _price_wrong(service)
    yield from _time_wrong(service)
    yield from _steps_wrong(steps)
    if points is not None and len(points) > MOST_POINTS:
        yield "points", [f"A service has at most {MOST_POINTS} points."]
    for place, point in enumerate(points or ()):
        if not point.name.strip():
            yield f"points.{place}.name", ["Say what is looked at."]
        if _crossed(point.minimum, point.maximum):
            yield f"points.{place}.maximum", [CROSSED]


def _crossed(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low > high


def _price_wrong(service: Service) -> Iterator[tuple[str, list[str]]]:
    price = service.base_price
    currency = service.center.currency
    if price < 0:
        yield "base_price", ["A price is not negative."]
    elif price > HIGHEST_PRICE:
        yield "base_price", [f"A price is at most {HIGHEST_PRICE}."]
    elif Money(price, currency).rounded().amount != price:
        yield "base_price", [f"{currency} has no coins that small: round it."]


def _time_wrong(service: Service) -> Iterator[tuple[str, list[str]]]:
    for name in ("buffer_before", "buffer_after"):
        if not 0 <= getattr(service, name) <= DAY:
            yield name, [f"The bay is kept 0 to {DAY} minutes."]
    wait_from, wait_until = service.wait_from, service.wait_until
    within = 0 < (wait_from or 0) < (wait_until or 0) < service.estimated_duration
    if wait_from is not None and not within:
        yield "wait_until", ["A wait begins after the work does and ends before the work does."]


def _steps_wrong(steps: Sequence[NewStep] | None) -> Iterator[tuple[str, list[str]]]:
    if steps is None:
        return
    if not steps:
        yield "steps", ["Name at least one step, and the minutes it takes."]
    if len(steps) > MOST_STEPS:
        yield "steps", [f"A service has at most {MOST_STEPS} steps."]
    elif sum(step.estimate for step in steps) > LONGEST:
        yield "steps", [f"A service takes at most {LONGEST} minutes."]
    for place, step in enumerate(steps[:MOST_STEPS]):
        if not step.name.strip():
            yield f"steps.{place}.name", ["Name this step."]
        if not 1 <= step.estimate <= DAY:
            yield f"steps.{place}.estimate", [f"A step takes 1 to {DAY} minutes."]
        if step.safety and not step.mandatory:
            yield f"steps.{place}.mandatory", ["A safety step is always mandatory."]
        if _crossed(step.reading_min, step.reading_max):
            yield f"steps.{place}.reading_max", [CROSSED]
        if not step.reading_unit and (step.reading_min is not None or step.reading_max is not None):
            yield f"steps.{place}.reading_unit", ["Say in what unit it is read."]
