"""From a held slot to a promise: confirmed, or sent as a request."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from workshop.accounts.models import AccessLink
from workshop.centers.numbering import next_number
from workshop.events.command import command
from workshop.files.services import attach
from workshop.kernel.actor import Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict, Invalid, NotFound, Stale

from ..answering import answered_by
from ..events import AppointmentBooked, AppointmentEvent, AppointmentRequested
from ..models import Appointment
from ..workflow import APPOINTMENT
from .entry import taken_up
from .link import issue_visit_link
from .next_free import next_free_of
from .party import NewCustomer, settle_party
from .release import release_hold
from .settle import known
from .states import changed
from .transports import arrange
from .trips import Trip


@command
def confirm(
    *,
    actor: Actor,
    appointment_id: UUID,
    visitor: str = "",
    customer: NewCustomer | None = None,
    vehicle: UUID | Mapping[str, Any] | None = None,
    notes: str = "",
    transports: Sequence[Trip] = (),
) -> Appointment:
    """Confirm what one holds, for the person signed in or for `customer`, with a vehicle by id or described.

    Each of `transports` gets a driver, or nothing is confirmed. Raises NotFound for what one does not hold, Conflict
    `hold_expired` with the next free starts, and what `settle_party` and `arrange` raise; then it is still held.
    """
    appointment = find_held(actor, appointment_id, visitor)
    if appointment.lane != Appointment.Lane.INSTANT:
        raise Conflict(
            "request_not_booking",
            "A described problem needs the workshop's answer first.",
            next="Send it as a request.",
        )
    settle_party(actor, appointment, customer=customer, vehicle=vehicle)
    arrange(appointment, transports, desk=actor.at_desk(appointment.center_id))
    appointment.notes = notes.strip()
    return agreed(appointment, actor)


@command
def request_visit(
    *,
    actor: Actor,
    appointment_id: UUID,
    concern: str,
    visitor: str = "",
    customer: NewCustomer | None = None,
    vehicle: UUID | Mapping[str, Any] | None = None,
    photos: Sequence[UUID] = (),
) -> Appointment:
    """Send what one began as a request, in the customer's words; answered by when `answered_by` says.

    Raises what `confirm` raises, and Invalid without words.
    """
    appointment = find_held(actor, appointment_id, visitor)
    if not concern.strip():
        raise Invalid("concern_missing", fields={"concern": ["Say in your words what is wrong."]})
    settle_party(actor, appointment, customer=customer, vehicle=vehicle)
    subject = f"appointment:{appointment.id}"
    attached = attach(actor=actor, visitor_key=visitor, file_ids=photos, subject=subject)
    appointment.photo_count = len(attached)
    appointment.concern = concern.strip()
    appointment.lane = Appointment.Lane.REQUEST
    appointment.answer_by = answered_by(appointment.center, appointment.wished_times)
    appointment.notes = ""
    return _to(appointment, "request", AppointmentRequested, actor)


@command
def let_go(
    *, actor: Actor, appointment_id: UUID, visitor: str = "", version: int | None = None
) -> Appointment:
    """Let go what one holds; raise NotFound, Stale, and IllegalTransition for what is not held any more."""
    appointment = _own(actor, appointment_id, visitor)
    if version is not None and appointment.version != version:
        raise Stale(version_now=appointment.version)
    if appointment.status != "held":
        APPOINTMENT.find("confirm", appointment.status)
    release_hold(appointment, actor)
    return appointment


@command
def link_own_visit(*, actor: Actor, appointment_id: UUID, visitor: str = "") -> AccessLink:
    """Make the link to a visit, for the person or the browser that booked or requested it."""
    appointment = _own(actor, appointment_id, visitor)
    if appointment.status == "held" or appointment.customer_id is None:
        raise Conflict("not_booked_yet", "Nothing is booked yet.", next="Finish the booking first.")
    return issue_visit_link(actor, appointment)


def find_held(actor: Actor, appointment_id: UUID, visitor: str) -> Appointment:
    """Lock what the actor or browser holds; what somebody held before they signed in becomes theirs.

    Raises NotFound, and Conflict `hold_expired` when its time is over.
    """
    appointment = _own(actor, appointment_id, visitor)
    over = appointment.held_until is not None and appointment.held_until <= real_now()
    if appointment.status == "expired" or (appointment.status == "held" and over):
        raise Conflict(
            "hold_expired",
            "This time is no longer held for you.",
            next="Choose it again if it is still free, or one of the next.",
            next_free=next_free_of(appointment),
        )
    if actor.kind == "person":
        appointment.customer_id, appointment.visitor = actor.id, ""
    return appointment


def _own(actor: Actor, appointment_id: UUID, visitor: str) -> Appointment:
    found = Appointment.objects.select_for_update(no_key=True, of=("self",)).select_related("center")
    appointment = found.filter(pk=appointment_id).first()
    if appointment is None or not _is_of(actor, appointment, visitor):
        raise NotFound()
    return appointment


def _is_of(actor: Actor, appointment: Appointment, visitor: str) -> bool:
    if actor.kind == "person" and appointment.customer_id is not None:
        return actor.id == appointment.customer_id
    return bool(visitor) and appointment.visitor == visitor


def agreed(appointment: Appointment, actor: Actor) -> Appointment:
    """Confirm a locked hold that is somebody's; when it was offered to who waited, they wait no more."""
    confirmed = _to(appointment, "confirm", AppointmentBooked, actor)
    taken_up(confirmed, actor)
    return confirmed


def _to(appointment: Appointment, verb: str, event: type[AppointmentEvent], actor: Actor) -> Appointment:
    appointment.status = APPOINTMENT.find(verb, appointment.status).target
    appointment.held_until = None
    known(appointment)
    appointment.number = next_number(appointment.center, "A")
    return changed(appointment, event, actor)
