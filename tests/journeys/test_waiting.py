"""The waiting list: the last slot of a day is given up, and whoever waited for it sees it live and books it."""

import re

import pytest
from playwright.sync_api import expect

from tests.cast import House, appointment, at_noon, customer
from tests.door import PASSWORD
from tests.workshop.notifications.telling import relayed
from tests.workshop.scheduling.test_waiting import narrow
from workshop.accounts.models import User
from workshop.scheduling.models import Appointment, WaitingEntry
from workshop.vehicles.models import Vehicle

from .booking import Human
from .screens import card
from .test_accessible import violations
from .visitor import Open, Visitor

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
DAY = 3


def at_phone(visit: Open, who: User) -> Visitor:
    """Somebody with an account, signed in on a phone."""
    who.set_password(PASSWORD)
    who.save(update_fields=["password"])
    phone = visit("phone")
    phone.sign_in(who)
    return phone


def test_a_slot_that_is_given_up_is_offered_live_and_booked(visit: Open, home: House) -> None:
    narrow(home)
    asha, bala = customer(home, "Asha"), customer(home, "Bala")
    last = appointment(home, asha, start=at_noon(home.center, days=DAY))
    plate = Vehicle.objects.get(ownerships__person=bala).license_plate
    waits, leaves, desk = at_phone(visit, bala), at_phone(visit, asha), visit("desk")

    waits.page.goto(f"/book/{home.center.id}")
    human = Human(waits.page, hurried=True)
    human.pick(plate)
    human.pick(home.service.name)
    human.press(waits.button("Choose a time"))
    waits.page.get_by_role("button", name=re.compile("Full$")).last.click()
    waits.sees("Everything is taken on this day.")
    waits.button("Join the waiting list").click()
    waits.button("Wait for a time").click()
    waits.sees("You are on the waiting list")
    waits.sees(waits.page.get_by_text("You are told as soon as a time is free."))
    elsewhere = at_phone(visit, bala)
    elsewhere.page.goto("/visit")
    elsewhere.sees(elsewhere.page.get_by_text("You are told as soon as a time is free."))

    desk.sign_in(home.desk)
    desk.open(f"/desk/calendar?date={last.scheduled_start:%Y-%m-%d}&view=day&by=technicians")
    line = desk.page.get_by_role("region", name="Waiting list")
    expect(line.get_by_role("listitem")).to_contain_text([plate])

    with waits.without_reload(), desk.without_reload():
        leaves.open(f"/visit/{last.id}")
        leaves.button("Cancel visit").click()
        leaves.button("Cancel this visit").click()
        leaves.sees("This visit is cancelled")
        relayed()
        waits.sees("Held for you")
        expect(waits.page.get_by_role("timer")).to_have_text(re.compile(r"^1[45]:\d\d$"))
        expect(line.get_by_role("listitem")).to_contain_text(["Offered"])
        elsewhere.sees("Held for you")
        assert violations(elsewhere.page) == []
        waits.button("Book it").click()
        waits.page.wait_for_url("**/visit/*")
        waits.sees("Your visit is booked")
        expect(card(elsewhere.page, plate)).to_contain_text("Booked")
        expect(line.get_by_role("listitem")).to_have_count(0)
        expect(card(desk.page, plate).first).to_contain_text("Booked")
    entry = WaitingEntry.objects.get()
    booked = Appointment.objects.get(status="confirmed")
    assert (entry.status, entry.appointment_id) == ("booked", booked.id)
    assert (booked.customer_id, booked.scheduled_start) == (bala.id, last.scheduled_start)
