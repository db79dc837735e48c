"""What the desk and a lead decide about a card, and take back."""

import pytest
from playwright.sync_api import expect

from tests.cast import House, actor, open_job
from workshop.jobs import services as jobs

from .crew import checks, on_phone
from .screens import card
from .visitor import Open

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def test_a_hold_is_placed_released_and_what_was_done_by_mistake_taken_back(visit: Open, home: House) -> None:
    sheet = open_job(home)
    desk = visit("desk")
    desk.sign_in(home.desk)
    desk.open(f"/board/jobs/{sheet.job.id}")
    drawer = desk.page.get_by_role("complementary", name="Job")
    drawer.get_by_role("button", name="Place a hold").first.click()
    drawer.get_by_label("What it waits for").select_option(label="Waiting for parts")
    drawer.get_by_role("form", name="Place a hold").get_by_role("button", name="Place a hold").click()
    holds = drawer.get_by_role("region", name="Waiting").get_by_role("listitem")
    waiting = holds.filter(has_text="Waiting for parts")
    desk.sees(waiting)

    waiting.get_by_role("button", name="Release").click()
    expect(waiting).to_have_count(0)
    jobs.place_hold(actor=actor(home.desk), job_id=sheet.job.id, kind="tool")
    desk.sees(holds.filter(has_text="Waiting for a tool"))

    place = drawer.get_by_role("combobox", name="Planned for")
    place.select_option(label=home.bays[1].name)
    desk.button("Undo").click()
    expect(place).to_have_value(str(home.bays[0].id))
    desk.page.reload()
    expect(place).to_have_value(str(home.bays[0].id))


def test_a_check_passed_by_a_wrong_tap_is_taken_back_for_the_customer_too(visit: Open, home: House) -> None:
    sheet = checks(home)
    for step in sheet.steps:
        jobs.start_step(actor=actor(home.tech), step_id=step.id)
        jobs.complete_step(actor=actor(home.tech), step_id=step.id)
    tablet, phone = visit("tablet"), on_phone(visit, home, sheet)
    tablet.sign_in(home.lead)
    row = tablet.page.get_by_role("listitem").filter(has=card(tablet.page, sheet.job.vehicle.license_plate))
    row.get_by_role("button", name="Pass the check").click()
    phone.sees("Your vehicle is ready")
    tablet.button("Undo").click()
    tablet.sees(row.get_by_role("button", name="Pass the check"))
    expect(phone.page.get_by_text("Your vehicle is ready")).to_have_count(0)
