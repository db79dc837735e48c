"""Collecting and returning a vehicle: planned with or after the visit, driven, handed over or given up."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from workshop.events.command import command
from workshop.events.log import record
from workshop.files.services import attach
from workshop.kernel.actor import Actor
from workshop.kernel.clock import now
from workshop.kernel.errors import Conflict, Invalid, NotFound, Stale
from workshop.vehicles.services import note_mileage

from ..due import sets_out_from
from ..events import (
    AppointmentEvent,
    DriverAssigned,
    DriverSetOut,
    TransportCancelled,
    TransportFailed,
    TransportFinished,
    TransportPlanned,
    about_transport,
)
from ..facts import facts_of
from ..models import Appointment, VehicleTransport
from ..policies import can_change, can_drive, can_run_desk
from ..rules import rules_of
from ..selectors import transports_visible_to
from ..shapes import plannable, starts_here
from ..workflow import TRANSPORT
from .release import free_driver
from .states import find
from .trips import (
    COLLECT,
    Leg,
    Stay,
    Trip,
    book_drivers,
    booking_of,
    checked_legs,
    leg_of,
    plan_around,
    rows_by_way,
)


def arrange(appointment: Appointment, trips: Sequence[Trip], *, desk: bool) -> None:
    """Plan the transports of an appointment that is being confirmed, each with its driver.

    Raises what `checked_legs` raises, and Conflict `no_driver_free` with the nearest windows.
    """
    if not trips:
        return
    rules = rules_of(appointment.center_id)
    legs = checked_legs(
        appointment.center,
        rules,
        trips,
        Stay(appointment.scheduled_start, appointment.scheduled_end),
        not_before=_earliest(rules.lead_time, desk=desk),
        desk=desk,
    )
    _book(appointment, legs)


@command
def plan_transport(
    *,
    actor: Actor,
    appointment_id: UUID,
    direction: str,
    address: str,
    window_start: datetime,
    postcode: str = "",
    driver_id: UUID | None = None,
    version: int | None = None,
) -> Appointment:
    """Plan to collect or to return the vehicle of a visit, instead of what is planned that way already.

    Customers do until the cut-off of what is planned and by the centre's rules, the desk always. Raises NotFound,
    Forbidden, Stale, Conflict `transport_not_now`, `transport_under_way`, `too_late_to_change` or `no_driver_free`
    with the nearest windows, and what `leg_of` raises.
    """
    appointment = find(actor, appointment_id, version=version)
    can_change(actor, appointment)
    desk = actor.at_desk(appointment.center_id)
    planned = _to_be_planned(appointment, direction, desk=desk)
    if planned is not None and not desk:
        _in_time_to_change(appointment, planned)
    rules = rules_of(appointment.center_id)
    trip = Trip(direction, address, window_start, postcode, driver_id)
    leg = leg_of(
        appointment.center,
        rules,
        trip,
        _stay(appointment, desk=desk),
        not_before=_earliest(rules.lead_time, desk=desk),
        desk=desk,
        row=planned,
    )
    _book(appointment, [leg])
    return _told(appointment, leg.row, TransportPlanned, actor)


@command
def cancel_transport(
    *, actor: Actor, transport_id: UUID, reason: str = "", version: int | None = None
) -> Appointment:
    """Cancel what is planned, by its customer until the cut-off or by the desk; the visit itself stands."""
    appointment, row = _find(actor, transport_id, version)
    can_change(actor, appointment)
    move = TRANSPORT.find("cancel", row.status)
    if not actor.at_desk(appointment.center_id):
        _in_time_to_change(appointment, row)
    row.status, row.reason = move.target, reason.strip()
    free_driver(row)
    return _told(_saved(appointment, row), row, TransportCancelled, actor)


@command
def assign_driver(
    *, actor: Actor, transport_id: UUID, driver_id: UUID | None = None, version: int | None = None
) -> Appointment:
    """Give what is planned to another driver who is free for it, any one unless one is named."""
    appointment, row = _find(actor, transport_id, version)
    can_run_desk(actor, appointment)
    TRANSPORT.find("set_out", row.status)
    _book(appointment, [Leg(row, named=driver_id, rather=row.driver_id)])
    return _told(appointment, row, DriverAssigned, actor)


@command
def set_out(*, actor: Actor, transport_id: UUID, version: int | None = None) -> Appointment:
    """Set out to the customer, as the driver or as the desk for them; the customer sees it at once.

    Raises Conflict `too_early` before its day, and `vehicle_not_here` to return what never came.
    """
    appointment, row = _find(actor, transport_id, version)
    can_drive(actor, appointment, row)
    move = TRANSPORT.find("set_out", row.status)
    if now() < sets_out_from(appointment.center.time_zone, row.window_start):
        raise Conflict("too_early", "This drive is not due yet.", next="Set out on its day.")
    if not starts_here(facts_of(appointment), row.direction):
        raise Conflict(
            "vehicle_not_here", "The vehicle was not received yet.", next="Have the desk check it in first."
        )
    row.status, row.started_at = move.target, now()
    return _told(_saved(appointment, row), row, DriverSetOut, actor)


@command
def finish(
    *,
    actor: Actor,
    transport_id: UUID,
    keys: bool,
    mileage: int | None = None,
    photos: Sequence[UUID] = (),
    version: int | None = None,
) -> Appointment:
    """Note that vehicle and keys were handed over at the address, with the mileage (km) and pictures of it.

    Raises Invalid `keys_missing`, `mileage_went_back` and what `attach` raises.
    """
    appointment, row = _find(actor, transport_id, version)
    can_drive(actor, appointment, row)
    move = TRANSPORT.find("finish", row.status)
    if not keys:
        raise Invalid("keys_missing", fields={"keys": ["The keys go with the vehicle."]})
    if mileage is not None:
        note_mileage(actor=actor, vehicle_id=appointment.party[1], mileage=mileage)
    attached = attach(actor=actor, file_ids=photos, subject=f"transport:{row.id}")
    row.photos = [str(file.id) for file in attached]
    row.status, row.keys, row.mileage, row.ended_at = move.target, True, mileage, now()
    free_driver(row)
    return _told(_saved(appointment, row), row, TransportFinished, actor)


@command
def fail(*, actor: Actor, transport_id: UUID, reason: str, version: int | None = None) -> Appointment:
    """Give up a drive under way, saying why; it can be planned anew."""
    appointment, row = _find(actor, transport_id, version)
    can_drive(actor, appointment, row)
    move = TRANSPORT.find("fail", row.status)
    if not reason.strip():
        raise Invalid("reason_missing", fields={"reason": ["Say what went wrong."]})
    row.status, row.reason, row.ended_at = move.target, reason.strip(), now()
    free_driver(row)
    return _told(_saved(appointment, row), row, TransportFailed, actor)


def _find(actor: Actor, transport_id: UUID, version: int | None) -> tuple[Appointment, VehicleTransport]:
    """Lock a visit and its transport that the actor may see; raise NotFound, or Stale by the transport's version."""
    seen = transports_visible_to(actor).filter(pk=transport_id).values_list("appointment_id", flat=True)
    if (appointment_id := seen.first()) is None:
        raise NotFound()
    rows = Appointment.objects.select_for_update(no_key=True, of=("self",)).select_related("center")
    appointment = rows.get(pk=appointment_id)
    row = VehicleTransport.objects.select_for_update(no_key=True).get(pk=transport_id)
    if version is not None and row.version != version:
        raise Stale(detail="This drive changed since you saw it.", version_now=row.version)
    return appointment, row


def _to_be_planned(appointment: Appointment, direction: str, *, desk: bool) -> VehicleTransport | None:
    """Return what is planned this way already; raise Conflict when it is no time to plan it."""
    if direction not in plannable(facts_of(appointment), desk=desk):
        if appointment.transports.filter(direction=direction, status="under_way").exists():
            raise Conflict(
                "transport_under_way",
                "The driver is on the way.",
                next="Wait for the drive to end, or call the workshop.",
            )
        raise Conflict(
            "transport_not_now",
            "The vehicle of this visit cannot be collected now."
            if direction == COLLECT
            else "The vehicle of this visit cannot be returned now.",
            next="Look at the visit as it is now.",
        )
    return rows_by_way(appointment, "planned").get(direction)


def _stay(appointment: Appointment, *, desk: bool) -> Stay:
    """Return when the vehicle is needed; once it is there the desk knows best when it may leave."""
    if appointment.status == "confirmed":
        return Stay(appointment.scheduled_start, appointment.scheduled_end)
    done = max(appointment.scheduled_end, appointment.estimated_completion or appointment.scheduled_end)
    ended = appointment.status != "checked_in"
    return Stay(appointment.scheduled_start, None if desk or ended else done)


def _earliest(lead_time: int, *, desk: bool) -> datetime:
    return now() if desk else now() + timedelta(minutes=lead_time)


def _in_time_to_change(appointment: Appointment, row: VehicleTransport) -> None:
    """Raise Conflict for a customer when a drive is as near as a visit may be to be changed."""
    cutoff = appointment.scheduled_start - (appointment.change_until or appointment.scheduled_start)
    if now() > row.window_start - cutoff:
        raise Conflict(
            "too_late_to_change", "It is too late to change this drive yourself.", next="Call the workshop."
        )


def _book(appointment: Appointment, legs: Sequence[Leg]) -> None:
    """Write each transport with a driver who is free, and their booking."""
    plan = plan_around(appointment.center, legs)
    for leg, driver in book_drivers(plan, legs, besides=appointment.id):
        if leg.row._state.adding:
            leg.row.appointment = appointment
        else:
            free_driver(leg.row)
            leg.row.version += 1
        leg.row.save()
        booking_of(appointment, leg, driver).save(force_insert=True)


def _saved(appointment: Appointment, row: VehicleTransport) -> Appointment:
    row.version += 1
    row.save()
    return appointment


def _told(
    appointment: Appointment, row: VehicleTransport, event: type[AppointmentEvent], actor: Actor
) -> Appointment:
    """Give the appointment a new version, for its facts hold the transport, and record the event."""
    appointment.version += 1
    appointment.save(update_fields=["version"])
    appointment.told = facts_of(appointment)
    record(about_transport(event, appointment.told, row.id), actor=actor)
    return appointment
