"""/api/staff/calendar: what the desk reads of the days themselves."""

from datetime import timedelta

from tests.api.conftest import As
from tests.cast import House, at_noon
from workshop.centers.models import HoursException


def test_each_day_says_whether_it_opens_and_why_not(as_: As, home: House) -> None:
    first = at_noon(home.center, days=3).date()
    days = [first + timedelta(days=offset) for offset in range(3)]
    HoursException.objects.create(center=home.center, date=days[1], reason="Diwali")
    HoursException.objects.create(
        center=home.center, date=days[2], reason="Short staffed", opens="10:00", closes="14:00"
    )
    span = f"from={days[0]}&to={days[2]}"
    document = as_(home.desk).reads(f"/api/staff/calendar?center={home.center.id}&{span}")
    assert document["days"] == [
        {"date": f"{days[0]}", "open": True, "reason": ""},
        {"date": f"{days[1]}", "open": False, "reason": "Diwali"},
        {"date": f"{days[2]}", "open": True, "reason": "Short staffed"},
    ]
    assert len(document["opening"]) == 2
