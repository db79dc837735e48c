"""Makes the demo's centres: hours, bays that can be booked, and what they sell."""

from workshop.catalog.services import NewPoint, NewStep, create_service
from workshop.centers import services as centers
from workshop.demo.data.centers import CENTERS, CenterSpec
from workshop.demo.data.services import SERVICE_BY_CODE
from workshop.demo.data.services.spec import PointSpec, ServiceSpec, StepSpec
from workshop.kernel.actor import SYSTEM
from workshop.scheduling import services as scheduling

from .world import World


def make_places(world: World) -> None:
    """Make every centre with its bays and its catalogue."""
    for spec in CENTERS:
        world.centers[spec.code] = centers.create_center(
            actor=SYSTEM,
            code=spec.code,
            hours=[(span.weekday, span.opens, span.closes) for span in spec.opening],
            name=spec.name,
            address=spec.address,
            city=spec.city,
            district=spec.district,
            postcode=spec.postcode,
            latitude=spec.latitude,
            longitude=spec.longitude,
            phone=spec.phone,
            email=spec.email,
            time_zone=spec.time_zone,
            currency=spec.currency,
            areas=spec.areas,
        )
        _make_bays(world, spec)
        _make_things(world, spec)
        for code in spec.services:
            _make_service(world, spec, SERVICE_BY_CODE[code])


def _make_bays(world: World, spec: CenterSpec) -> None:
    for position, bay in enumerate(spec.bays, start=1):
        made = centers.add_bay(
            actor=SYSTEM,
            center_id=world.centers[spec.code].id,
            name=bay.name,
            kind=bay.kind,
            equipment=bay.equipment,
            position=position,
        )
        scheduling.add_bay_resource(bay=made)
        world.bays[spec.code, bay.name] = made


def _make_things(world: World, spec: CenterSpec) -> None:
    center_id = world.centers[spec.code].id
    for tool in spec.tools:
        scheduling.add_resource(
            actor=SYSTEM, center_id=center_id, kind="tool", name=tool.name, type=tool.type
        )
    for name in spec.loaners:
        scheduling.add_resource(actor=SYSTEM, center_id=center_id, kind="loaner", name=name)
    if spec.rules:
        scheduling.set_rules(actor=SYSTEM, center_id=center_id, **spec.rules)


def _make_service(world: World, spec: CenterSpec, service: ServiceSpec) -> None:
    world.services[spec.code, service.code] = create_service(
        actor=SYSTEM,
        center_id=world.centers[spec.code].id,
        name=service.name,
        category=service.category,
        kind=service.work_kind,
        description=service.description,
        base_price=service.price,
        progress_text=service.progress_text,
        skills=service.skills,
        bay_kind=service.bay_kind,
        vehicle_kinds=service.vehicle_kinds,
        tools=service.tools,
        buffer_after=service.buffer_after,
        wait=service.wait,
        steps=[_step(step) for step in service.steps],
        points=[_point(point) for point in service.inspection_points],
    )


def _step(step: StepSpec) -> NewStep:
    reading = step.reading
    return NewStep(
        name=step.name,
        estimate=step.minutes,
        outside_name=step.outside_name,
        instructions=step.instructions,
        mandatory=step.mandatory,
        safety=step.safety,
        needs_photo=step.needs_photo,
        needs_second_person=step.second_person,
        reading_label=reading.label if reading else "",
        reading_unit=reading.unit if reading else "",
        reading_min=reading.min if reading else None,
        reading_max=reading.max if reading else None,
    )


def _point(point: PointSpec) -> NewPoint:
    return NewPoint(name=point.name, unit=point.unit, minimum=point.min, maximum=point.max)
