"""A tap on the tablet, as everybody else sees it."""

import pytest

from tests.cast import House
from tests.faults.proxy import Proxy
from workshop.jobs.models import Step

from .crew import at_tablet, checks, gather, on_phone
from .visitor import Open

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
WITHIN_MS = 2000
UNDO_MS = 10_000


def test_a_tap_is_on_the_phone_the_desk_and_the_wall_within_two_seconds(visit: Open, home: House) -> None:
    sheet = checks(home)
    plate = sheet.job.vehicle.license_plate
    crew = gather(visit, home, sheet)
    crew.tablet.note_presses()
    crew.phone.watch_for("Your car is being checked")
    crew.desk.watch_for("Step 1 of 8", beside=plate)
    crew.wall.watch_for("In progress", beside=plate)
    crew.tablet.button("Start: Check 1").click()
    late = {
        screen: seen.saw_at(within=15) - crew.tablet.pressed_at()
        for screen, seen in {"phone": crew.phone, "desk": crew.desk, "wall": crew.wall}.items()
    }
    assert max(late.values()) < WITHIN_MS, late


def test_an_undone_tap_is_undone_for_the_customer(visit: Open, home: House) -> None:
    sheet = checks(home)
    tablet, phone = at_tablet(visit, home, sheet), on_phone(visit, home, sheet)
    with phone.without_reload():
        tablet.note_presses()
        tablet.button("Start: Check 1").click()
        begun = tablet.pressed_at()
        phone.sees("Your car is being checked")
        phone.watch_for("Your vehicle waits for its technician")
        tablet.button("Undo").click()
        assert tablet.pressed_at() - begun < UNDO_MS
        assert phone.saw_at(within=15) - tablet.pressed_at() < WITHIN_MS
    tablet.sees(tablet.button("Start: Check 1"))


def test_the_second_of_two_people_is_told_who_was_first(visit: Open, home: House, line: Proxy) -> None:
    sheet = checks(home)
    tablet = at_tablet(visit, home, sheet, port=line.port)
    tablet.button("Start: Check 1").click()
    tablet.sees("Started: Check 1")
    line.cut()
    tablet.sees("Reconnecting")
    tablet.button("Done, next: Check 2").click()
    tablet.sees("1 to send")

    other = visit("tablet")
    other.sign_in(home.lead)
    other.open(f"/day/jobs/{sheet.job.id}")
    other.button("Blocked").click()
    other.page.get_by_role("dialog").get_by_role("button", name="Parts").click()
    other.sees("Paused")

    line.mend()
    tablet.sees("1 needs attention")
    told = tablet.page.get_by_text("Lead A. was first: “Check 1” changed since you saw it.")
    tablet.page.get_by_role("button", name="1 needs attention").click()
    tablet.sees(told.last)
    tablet.page.get_by_role("dialog").get_by_role("button", name="Discard").click()
    tablet.sees("Everything is sent")
    assert Step.objects.get(pk=sheet.steps[0].id).status == "paused"
