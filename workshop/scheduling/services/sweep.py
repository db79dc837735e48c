"""What happens to appointments when nobody does anything: they expire, or their customer did not come."""

from datetime import timedelta
from uuid import UUID

from django.db.models import DateTimeField, Exists, ExpressionWrapper, F, OuterRef, QuerySet, Value
from django.db.models.functions import Coalesce

from workshop.events.command import command
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import now, real_now

from ..models import Appointment, BookingRules, VehicleTransport
from .release import expire_locked
from .states import mark_no_show

BATCH = 100
GRACE = BookingRules._meta.get_field("no_show_grace").get_default()


def sweep() -> int:
    """Do what is due, each in a transaction of its own; return how much that was."""
    done = 0
    for due, act in ((_over, _expire), (_unanswered, _expire), (_missed, _miss)):
        done += sum(act(id) for id in list(due().values_list("id", flat=True)[:BATCH]))
    return done


def _over() -> QuerySet[Appointment]:
    return Appointment.objects.filter(status="held", held_until__lte=real_now())


def _unanswered() -> QuerySet[Appointment]:
    return Appointment.objects.filter(status__in=["requested", "proposed"], answer_by__lte=now())


def _missed() -> QuerySet[Appointment]:
    """Return those whose grace is over; a centre with a grace of 0 leaves that to its desk.

    Whose vehicle the workshop fetches is not late by themselves: that is left to the desk, too.
    """
    grace = Coalesce(F("center__booking_rules__no_show_grace"), GRACE)
    until = ExpressionWrapper(
        F("scheduled_start") + Value(timedelta(minutes=1)) * F("grace"), output_field=DateTimeField()
    )
    fetched = VehicleTransport.objects.filter(
        appointment=OuterRef("pk"), direction="collect", status__in=["planned", "under_way", "done"]
    )
    rows = Appointment.objects.filter(~Exists(fetched), status="confirmed", scheduled_start__lte=now())
    return rows.annotate(grace=grace).filter(grace__gt=0).annotate(until=until).filter(until__lte=now())


@command
def _expire(id: UUID) -> bool:
    due = _over().filter(pk=id) | _unanswered().filter(pk=id)
    appointment = due.select_related("center").select_for_update(skip_locked=True, of=("self",)).first()
    if appointment is None:
        return False
    expire_locked(appointment)
    return True


@command
def _miss(id: UUID) -> bool:
    if _missed().filter(pk=id).select_for_update(skip_locked=True, of=("self",)).first() is None:
        return False
    mark_no_show(actor=SYSTEM, appointment_id=id)
    return True
