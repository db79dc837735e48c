"""One path a role, as a person takes it on an ordinary day."""

from datetime import timedelta

import pytest

from tests.cast import House, actor, appointment, at_noon, customer, open_job
from tests.door import PASSWORD
from workshop.jobs.services import start_step

from .screens import card, column, step_in_hand, tile, told
from .visitor import Open

pytestmark = [pytest.mark.journey, pytest.mark.smoke, pytest.mark.timeout(240)]


def test_technician_signs_in_takes_a_job_and_works_through_its_steps(visit: Open, home: House) -> None:
    job = open_job(home).job
    tablet = visit("tablet")
    tablet.sign_in(home.tech)
    tablet.sees(tablet.page.get_by_role("heading", name="My day"))
    tablet.sees_live()
    card(tablet.page, job.vehicle.license_plate).click()
    tablet.button("Start: Drain the old fluid").click()
    tablet.button("Done, next: Measure water content").click()
    tablet.sees(step_in_hand(tablet.page, "Measure water content"))
    tablet.button("Done, next: Torque the bleed screws").click()
    for digit in "1.5":
        tablet.page.get_by_role("group", name="Digits").get_by_role(
            "button", name="Decimal point" if digit == "." else digit, exact=True
        ).click()
    tablet.page.get_by_role("dialog").get_by_role(
        "button", name="Done, next: Torque the bleed screws"
    ).click()
    tablet.button("Done").click()
    tablet.sees("All steps done")


def test_customer_signs_in_and_follows_the_visit_live(visit: Open, home: House) -> None:
    owner = customer(home)
    owner.set_password(PASSWORD)
    owner.save(update_fields=["password"])
    sheet = open_job(home, owner)
    phone = visit("phone")
    phone.sign_in(owner)
    phone.sees(phone.page.get_by_role("heading", name="Your visits"))
    card(phone.page, sheet.job.vehicle.license_plate).click()
    phone.sees("Your vehicle waits for its technician")
    phone.sees_live()
    with phone.without_reload():
        start_step(actor=actor(home.tech), step_id=sheet.steps[0].id)
        phone.sees("Brake fluid is under way")
        phone.sees(told(phone.page, "Old brake fluid drained", "In progress"))


def test_desk_receives_a_vehicle_and_queues_its_work(visit: Open, home: House) -> None:
    booked = appointment(home, customer(home), start=at_noon(home.center, days=0) + timedelta(hours=2))
    plate = booked.vehicle.license_plate
    desk = visit("desk")
    desk.sign_in(home.desk)
    desk.sees(desk.page.get_by_role("heading", name="Board"))
    desk.sees_live()
    card(column(desk.page, "Arriving"), plate).click()
    arrival = desk.page.get_by_role("complementary", name="Expected visit")
    arrival.get_by_label("Mileage (km)").fill("41500")
    arrival.get_by_label("Charge (%)").fill("64")
    arrival.get_by_label("The customer’s words").fill("It rattles")
    arrival.get_by_role("button", name="Check in", exact=True).click()
    desk.sees(card(column(desk.page, "Arriving"), plate).get_by_text("Received"))
    drawer = desk.page.get_by_role("complementary", name="Job")
    drawer.get_by_role("button", name="Queue the booked work").click()
    desk.sees(card(column(desk.page, "In progress"), plate).get_by_text("Queued"))
    desk.sees(drawer.get_by_text("Drain the old fluid").first)


def test_wall_shows_every_bay_and_what_happens_there(visit: Open, home: House) -> None:
    sheet = open_job(home)
    wall = visit("wall")
    wall.sign_in(home.lead)
    wall.sees(wall.page.get_by_role("heading", name="My day"))
    wall.open("/floor")
    assert sheet.job.bay is not None
    busy = tile(wall.page, sheet.job.bay.name)
    wall.sees(busy.get_by_text(sheet.job.vehicle.license_plate))
    for bay in home.bays:
        if bay != sheet.job.bay:
            wall.sees(tile(wall.page, bay.name).get_by_text("Free", exact=True))
    with wall.without_reload():
        start_step(actor=actor(home.tech), step_id=sheet.steps[0].id)
        wall.sees(busy.get_by_text("In progress"))
