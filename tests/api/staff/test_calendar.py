"""/api/staff/calendar: what the desk reads of the days themselves."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.api.conftest import As
from tests.cast import House, at_noon
from workshop.centers.models import HoursException, Shift


def test_each_day_says_whether_it_opens_and_why_not(as_: As, home: House) -> None:
    first = at_noon(home.center, days=3).date()
    days = [first + timedelta(days=offset) for offset in range(3)]
    HoursException.objects.create(center=home.center, date=days[1], reason="Diwali")
    HoursException.objects.create(
        center=home.center, date=days[2], reason="Short staffed", opens="10:00", closes="14:00"
    )
    span = f"from={days[0]}&to={days[2]}"
    for kind, starts, ends in (("work", "09:00", "18:00"), ("break", "13:00", "13:30")):
        for day in days:
            Shift.objects.create(
                center=home.center, person=home.tech, kind=kind, date=day, starts=starts, ends=ends
            )
    document = as_(home.desk).reads(f"/api/staff/calendar?center={home.center.id}&{span}")
    assert document["days"] == [
        {"date": f"{days[0]}", "open": True, "reason": ""},
        {"date": f"{days[1]}", "open": False, "reason": "Diwali"},
        {"date": f"{days[2]}", "open": True, "reason": "Short staffed"},
    ]
    assert len(document["opening"]) == 2
    (tech,) = [one for one in document["technicians"] if one["id"] == str(home.tech.id)]
    zone = ZoneInfo(home.center.time_zone)
    told = {
        name: [
            (datetime.fromisoformat(span[end]).astimezone(zone)).strftime("%d %H:%M")
            for span in tech[name]
            for end in ("start", "end")
        ]
        for name in ("work", "breaks")
    }
    usual, other = f"{days[0]:%d}", f"{days[2]:%d}"
    assert told == {
        "work": [f"{usual} 09:00", f"{usual} 18:00", f"{other} 10:00", f"{other} 14:00"],
        "breaks": [f"{usual} 13:00", f"{usual} 13:30", f"{other} 13:00", f"{other} 13:30"],
    }, "a shift of a closed day is not worked"
