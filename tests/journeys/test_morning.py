"""A whole morning of bookings, live: customers fill it from their phones while the desk looks on and runs it."""

import re
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from datetime import time as clock_time
from itertools import pairwise

import pytest
from playwright.sync_api import Locator, expect

from tests.cast import House, at_noon
from workshop.centers.models import OpeningHours, StaffProfile
from workshop.scheduling.models import Appointment, BookingRules

from .booking import Human, heading
from .screens import card
from .visitor import Open, Visitor

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
HOUR = timedelta(hours=1)
OPENS, CLOSES, STEP = 8, 12, 60


def morning(home: House) -> datetime:
    """Leave the centre one technician and the hours from eight to twelve, on the hour; return a morning's beginning."""
    StaffProfile.objects.filter(user__in=[home.other_tech, home.lead]).update(skills=[])
    OpeningHours.objects.filter(center=home.center).update(opens=clock_time(OPENS), closes=clock_time(CLOSES))
    BookingRules.objects.create(center=home.center, slot_step=STEP)
    return at_noon(home.center, days=2).replace(hour=OPENS)


def at_times(visit: Open, home: House, plate: str, day: datetime) -> Visitor:
    """Somebody on a phone who said what for, and looks at the starts of a day."""
    phone = visit("phone")
    phone.page.goto(f"/book/{home.center.id}")
    Human(phone.page, hurried=True).describe(home.service, plate)
    phone.page.get_by_role("button", name=re.compile(f"^[A-Z][a-z]+ {day.day} ")).click()
    return phone


def start(phone: Visitor, at: datetime) -> Locator:
    """A start of the day that is looked at."""
    return phone.page.get_by_role("region", name="Morning").get_by_role("button", name=f"{at:%H:%M}")


def book(phone: Visitor, at: datetime, name: str, phone_number: str) -> float:
    """Choose a start, say who comes and book; return the moment (s) of the last press."""
    human = Human(phone.page, hurried=True)
    human.press(start(phone, at))
    human.introduce(name, phone_number)
    human.press(phone.button("Book"))
    pressed = time.monotonic()
    phone.sees(heading(phone.page, "Booked"))
    return pressed


def test_a_desk_and_its_customers_run_a_morning(
    visit: Open, home: House, record_property: Callable[[str, object], None]
) -> None:
    eight = morning(home)
    hours = [eight + number * HOUR for number in range(CLOSES - OPENS)]
    desk = visit("desk")
    desk.sign_in(home.desk)
    desk.open(f"/desk/calendar?date={eight:%Y-%m-%d}&view=day&by=technicians")
    grid = desk.page.get_by_role("region", name="Day by technicians")
    waits: list[float] = []

    def desk_sees(plate: str, words: str, pressed: float) -> None:
        expect(card(grid, plate)).to_contain_text(words)
        waits.append(time.monotonic() - pressed)

    with desk.without_reload():
        late = at_times(visit, home, "TN 05 MM 9999", eight)
        phones = []
        for number, at in enumerate(hours):
            phone, plate = at_times(visit, home, f"TN 05 MM {number:04d}", eight), f"TN 05 MM {number:04d}"
            desk_sees(plate, "Booked", book(phone, at, f"Guest {number}", f"+91984005555{number}"))
            phones.append(phone)
        for at in hours:
            expect(start(late, at)).to_contain_text("No longer free")

        # The desk gives the third another day; whose page is open is told.
        third = card(grid, "TN 05 MM 0002")
        third.focus()
        desk.page.keyboard.press("m")
        dialog = desk.page.get_by_role("dialog")
        tomorrow = eight + timedelta(days=1)
        dialog.get_by_label("Date").fill(f"{tomorrow:%Y-%m-%d}")
        dialog.get_by_role("radio", name="09:00", exact=True).check()
        pressed = time.monotonic()
        dialog.get_by_role("button", name="Move", exact=True).click()
        phones[2].sees(phones[2].page.get_by_text(re.compile("^Moved by the workshop")))
        waits.append(time.monotonic() - pressed)
        # What it leaves is there for who still looks for a time, and nothing else.
        expect(start(late, hours[2])).not_to_contain_text("No longer free")
        desk_sees("TN 05 MM 9999", "Booked", book(late, hours[2], "Late", "+919840066666"))

        phones[0].button("Cancel visit").click()
        pressed = time.monotonic()
        phones[0].button("Cancel this visit").click()
        expect(card(grid, "TN 05 MM 0000")).to_have_count(0)
        waits.append(time.monotonic() - pressed)
        phones[1].button("Change time").click()
        moves = phones[1].page.get_by_role("dialog")
        moves.get_by_role("region", name="Morning").get_by_role("button", name="08:00").click()
        pressed = time.monotonic()
        moves.get_by_role("button", name=re.compile("^Move to")).click()
        desk_sees("TN 05 MM 0001", "08:00", pressed)

    taken = Appointment.objects.filter(status="confirmed", scheduled_start__lt=eight + HOUR * 12)
    booked = list(taken.order_by("scheduled_start"))
    plates = [row.vehicle_card["plate"][-4:] for row in booked]
    assert plates == ["0001", "9999", "0003"]
    assert [row.scheduled_start for row in booked] == [hours[0], hours[2], hours[3]]
    assert all(one.scheduled_end <= other.scheduled_start for one, other in pairwise(booked))
    assert grid.get_by_role("link").filter(has_text="TN 05 MM").count() == len(booked)
    record_property("figure", f"a morning of bookings: the other screen shows each within {max(waits):.2f} s")
