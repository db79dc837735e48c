"""What happens when nobody does anything: appointments expire, a customer did not come, a free slot finds who waits."""

from datetime import timedelta
from uuid import UUID

from django.db.models import DateTimeField, ExpressionWrapper, F, Max, QuerySet, Value
from django.db.models.functions import Coalesce

from workshop.centers.models import ServiceCenter
from workshop.events.command import command
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import now, real_now

from ..models import Appointment, BookingRules, WaitingEntry
from .offer import offer_freed
from .release import expire_locked
from .states import mark_no_show
from .waiting import expire_waiting, today_at

BATCH = 100
GRACE = BookingRules._meta.get_field("no_show_grace").get_default()


def sweep() -> int:
    """Do what is due, each in a transaction of its own; return how much that was."""
    done = 0
    for due, act in ((_over, _expire), (_unanswered, _expire), (_missed, _miss)):
        done += sum(act(id) for id in list(due().values_list("id", flat=True)[:BATCH]))
    return done


def sweep_waiting() -> int:
    """Offer whatever is free to who waits, and let expire whose days are over; return how much that was.

    Reactions offer at once what they hear is free; this finds what a lost one, or the passing of a day's bounds, left.
    """
    over = WaitingEntry.objects.filter(status="waiting", to_date__lt=now().date() + timedelta(days=1))
    done = sum(expire_waiting(entry_id=id) for id in list(over.values_list("id", flat=True)[:BATCH]))
    lines = WaitingEntry.objects.filter(status="waiting").values("center_id").annotate(last=Max("to_date"))
    centers = ServiceCenter.objects.in_bulk([line["center_id"] for line in lines])
    for line in lines:
        center = centers[line["center_id"]]
        while offer_freed(center_id=center.id, first=today_at(center), last=line["last"]) is not None:
            done += 1
    return done


def _over() -> QuerySet[Appointment]:
    return Appointment.objects.filter(status="held", held_until__lte=real_now())


def _unanswered() -> QuerySet[Appointment]:
    return Appointment.objects.filter(status__in=["requested", "proposed"], answer_by__lte=now())


def _missed() -> QuerySet[Appointment]:
    """Return those whose grace is over; a centre with a grace of 0 leaves that to its desk."""
    grace = Coalesce(F("center__booking_rules__no_show_grace"), GRACE)
    until = ExpressionWrapper(
        F("scheduled_start") + Value(timedelta(minutes=1)) * F("grace"), output_field=DateTimeField()
    )
    rows = Appointment.objects.filter(status="confirmed", scheduled_start__lte=now())
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
