"""A request waits for the desk until a moment at which somebody is there to answer."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from importlib import import_module
from unittest.mock import patch
from zoneinfo import ZoneInfo

import pytest

from tests.cast import house
from workshop.centers.models import HoursException, OpeningHours, ServiceCenter
from workshop.scheduling.models import BookingRules

pytestmark = pytest.mark.django_db
ANSWERING = import_module("workshop.scheduling.answering")
ZONE = ZoneInfo("Asia/Kolkata")
DAY = timedelta(days=1)
SATURDAY = datetime(2026, 11, 21, 14, 3, tzinfo=ZONE)
MONDAY = datetime(2026, 11, 23, 8, 30, tzinfo=ZONE)


@pytest.fixture
def center() -> ServiceCenter:
    """Return a centre that is open from Monday to Saturday, 8:30 to 19:00."""
    center = house("ANN", "Anna Nagar").center
    OpeningHours.objects.filter(center=center).delete()
    for weekday in range(6):
        OpeningHours.objects.create(center=center, weekday=weekday, opens=time(8, 30), closes=time(19))
    return ServiceCenter.objects.get(pk=center.pk)


def answered_by(center: ServiceCenter, at: datetime, wishes: Sequence[str] = ()) -> datetime:
    with patch.object(ANSWERING, "now", lambda: at):
        until: datetime = ANSWERING.answered_by(center, wishes)
        return until


def test_the_centres_time_counts_where_it_ends_while_the_centre_is_open(center: ServiceCenter) -> None:
    assert answered_by(center, SATURDAY - DAY) == SATURDAY
    BookingRules.objects.create(center=center, request_expires_after=30)
    assert answered_by(center, SATURDAY) == SATURDAY + timedelta(minutes=30)


def test_nobody_hears_of_a_request_on_a_closed_day_or_at_night(center: ServiceCenter) -> None:
    hour = timedelta(hours=1)
    assert answered_by(center, SATURDAY) == MONDAY + hour
    assert answered_by(center, SATURDAY.replace(hour=20) - DAY) == MONDAY + hour
    assert answered_by(center, SATURDAY.replace(hour=20) - 2 * DAY) == SATURDAY.replace(hour=9, minute=30)
    HoursException.objects.create(center=center, date=MONDAY.date(), reason="Pongal")
    assert answered_by(ServiceCenter.objects.get(pk=center.pk), SATURDAY) == MONDAY + DAY + hour


def test_a_centre_that_never_opens_has_its_time_all_the_same(center: ServiceCenter) -> None:
    OpeningHours.objects.filter(center=center).delete()
    assert answered_by(center, SATURDAY) == SATURDAY + DAY


def test_nobody_waits_for_an_answer_past_the_last_time_that_was_asked_for(center: ServiceCenter) -> None:
    monday = [MONDAY.isoformat(), (MONDAY + timedelta(minutes=30)).isoformat()]
    assert answered_by(center, SATURDAY, monday) == MONDAY + timedelta(minutes=30)
    assert answered_by(center, SATURDAY, [*monday, (MONDAY + DAY).isoformat()]) == MONDAY + timedelta(hours=1)
