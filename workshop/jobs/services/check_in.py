"""Reception: the vehicle arrives and the card is opened with the steps of the booked services."""

from uuid import UUID

from workshop.catalog.models import ServiceStep, StepContent
from workshop.events.command import command
from workshop.events.log import record
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Invalid
from workshop.scheduling import services as scheduling
from workshop.scheduling.facts import facts_of
from workshop.scheduling.models import Appointment, AppointmentService
from workshop.vehicles.services import note_mileage

from ..events import JobOpened
from ..models import JobCard, Step, WorkItem
from ..promises import review
from ..sheet import Sheet, of
from .change import difference

CONTENT = [field.attname for field in StepContent._meta.get_fields() if hasattr(field, "attname")]


@command
def check_in(
    *,
    actor: Actor,
    appointment_id: UUID,
    mileage_in: int | None = None,
    charge_in: int | None = None,
    concern: str = "",
    version: int | None = None,
) -> Sheet:
    """Receive the vehicle of a confirmed appointment and open its job card; charge in percent, mileage in km.

    Raises NotFound, Forbidden, IllegalTransition, Stale, and Invalid `mileage_went_back`.
    """
    at = now()
    job = JobCard(id=JobCard._meta.pk.get_default(), received_at=at)
    appointment = scheduling.mark_checked_in(
        actor=actor, appointment_id=appointment_id, job_id=job.id, version=version
    )
    if mileage_in is not None:
        note_mileage(actor=actor, vehicle_id=appointment.party[1], mileage=mileage_in, field="mileage_in")
    booked = list(appointment.services.select_related("service").order_by("position"))
    if not booked:
        raise Invalid("nothing_booked", "This appointment has no service.", next="Add a service first.")
    _fill(job, appointment, booked, mileage_in, charge_in, concern)
    job.save(force_insert=True)
    for position, line in enumerate(booked, start=1):
        _copy(job, appointment, line, position)
    sheet = of(job)
    review(sheet, at=at, add=lambda promise: promise.save(force_insert=True))
    sheet.told = difference(sheet, None)
    job.facts = sheet.told["job"]
    job.save(update_fields=["facts"])
    record(
        JobOpened(
            stream=f"center:{job.center_id}",
            subject=f"job:{job.id}",
            data=sheet.told | {"appointment": facts_of(appointment)},
        ),
        actor=actor,
        at=at,
    )
    return sheet


def _fill(
    job: JobCard,
    appointment: Appointment,
    booked: list[AppointmentService],
    mileage_in: int | None,
    charge_in: int | None,
    concern: str,
) -> None:
    job.number = appointment.number.replace("-A", "-J", 1)
    job.center_id = appointment.center_id
    job.appointment = appointment
    job.customer_id, job.vehicle_id = appointment.party
    job.bay_id, job.bay_card = appointment.bay_id, appointment.bay_card
    job.customer_card = appointment.customer_card
    job.vehicle_card = appointment.vehicle_card | ({} if mileage_in is None else {"mileage": mileage_in})
    job.title = ", ".join(line.name for line in booked)[:240]
    job.concern = concern.strip() or appointment.concern or appointment.notes
    job.mileage_in, job.charge_in = mileage_in, charge_in
    job.currency, job.total_amount = appointment.currency, appointment.total_amount


def _copy(job: JobCard, appointment: Appointment, line: AppointmentService, position: int) -> None:
    """Copy a booked service onto the card: what was agreed at booking is authorised."""
    service = line.service
    item = WorkItem(
        job=job,
        service=service,
        position=position,
        name=line.name if line.quantity == 1 else f"{line.name} x {line.quantity}",
        kind=service.kind,
        progress_text=service.progress_text,
        skills=service.skills,
        technician_id=appointment.technician_id,
        technician_card=appointment.technician_card,
        estimate=line.duration * line.quantity,
        price=line.price * line.quantity,
        authorised_at=job.received_at,
    )
    item.save(force_insert=True)
    Step.objects.bulk_create(
        Step(job=job, item=item, **{name: getattr(step, name) for name in CONTENT})
        for step in ServiceStep.objects.filter(service=service).order_by("position")
    )
