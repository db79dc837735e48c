"""Goes on with a demo that was left alone, as if no time had passed there."""

from datetime import datetime, timedelta

from django.db.models import Max

from workshop.centers.hours import Hours
from workshop.centers.models import ServiceCenter
from workshop.demo.data.centers import ANNA_NAGAR
from workshop.demo.models import DemoClock
from workshop.demo.services import set_clock
from workshop.events.models import Event

AWAY = timedelta(minutes=30)
"""Where nothing happened for this long, nobody was there."""


def resume(real: datetime) -> datetime | None:
    """Set the demo's clock back to when something happened last, when nobody was there since; return that moment.

    It is a moment of opening hours and never one before the last event. `real` is the real moment.
    """
    clock = DemoClock.objects.first()
    center = ServiceCenter.objects.filter(code=ANNA_NAGAR.code).first()
    if clock is None or center is None:
        return None
    last = Event.objects.filter(stream=f"center:{center.id}").aggregate(last=Max("occurred_at"))["last"]
    shown = clock.setting.in_force(real).at(real)
    hours = Hours.of(center.time_zone, center.opening_hours.all(), center.hours_exceptions.all())
    attended = last is None or shown - last < AWAY
    if attended and hours.is_open(shown, shown):
        return None
    moment = hours.next_open(last or shown)
    set_clock(shown=moment)
    return moment
