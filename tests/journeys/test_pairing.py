"""A wall screen is paired by the code it shows, shows the floor live, and goes dark when it is removed."""

import re

import pytest
from playwright.sync_api import expect

from tests.cast import House, actor, open_job
from workshop.jobs.services import start_step

from .visitor import Open, Visitor

WAITS = (
    "At the desk, open Screens in Pitlane's menu and type this code. The floor board appears here by itself."
)
UNKNOWN = "No screen shows this code now. Look at the screen again: each code is shown for ten minutes."

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def shown_code(wall: Visitor) -> str:
    """Wait for the code that a screen shows and return it, as ABC-DEF."""
    code = wall.page.locator("[data-code]")
    expect(code).to_have_attribute("data-code", re.compile(r"[A-Z2-9]{3}-[A-Z2-9]{3}"))
    return code.get_attribute("data-code") or ""


def test_a_screen_is_paired_shows_the_floor_live_and_goes_dark(visit: Open, home: House) -> None:
    sheet = open_job(home)
    plate = sheet.job.vehicle.license_plate
    wall, desk = visit("wall"), visit("desk")
    desk.sign_in(home.desk)
    wall.page.goto("/floor")
    code = shown_code(wall)

    desk.page.get_by_role("link", name="Screens").click()
    desk.sees("No screen is paired")
    desk.page.get_by_label("Code").fill("000000")
    desk.button("Pair").click()
    desk.sees(UNKNOWN)
    desk.page.get_by_label("Code").fill(code)
    desk.page.get_by_label("Name").fill("Waiting room")
    desk.button("Pair").click()
    desk.sees("Waiting room shows the floor now")

    desk.sees("Paired now")
    wall.sees_live()
    assert wall.page.locator("a, button, input, select, textarea").count() == 0
    wall.sees(wall.page.get_by_text(plate))
    with wall.without_reload():
        wall.watch_for("In progress", beside=plate)
        start_step(actor=actor(home.tech), step_id=sheet.steps[0].id)
        wall.saw_at(within=2)

    desk.page.get_by_role("button", name="Remove Waiting room").click()
    wall.sees(WAITS, within=5)
    desk.sees("No screen is paired")
    assert plate not in wall.page.inner_text("body")
