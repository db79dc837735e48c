"""The desk's calendar: whose drag counts, and what becomes of requests."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.cast import House, actor, appointment, at_noon, customer
from workshop.accounts.models import User
from workshop.centers.models import StaffProfile
from workshop.notifications.models import Notification
from workshop.scheduling import services as scheduling
from workshop.scheduling.models import Appointment
from workshop.scheduling.services import Line
from workshop.vehicles.models import Vehicle

from .screens import card
from .test_accessible import violations
from .visitor import Open, Visitor

BELOW_PX = 120
"""Two hours further down, or a little less."""
pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def at_calendar(visit: Open, user: User, day: datetime, *, scheme: str = "light") -> Visitor:
    """Somebody of the desk in front of a day by technicians."""
    desk = visit("desk", scheme=scheme)
    desk.sign_in(user)
    desk.open(f"/desk/calendar?date={day:%Y-%m-%d}&view=day&by=technicians")
    return desk


def of(page: Page, technician: str) -> Locator:
    """The column of a technician."""
    return page.get_by_role("group", name=technician, exact=True)


def requested(home: House, owner: User, concern: str, start: datetime) -> Appointment:
    """Send a request in a customer's words, for one time."""
    who = actor(owner)
    held = scheduling.hold_request(
        actor=who, center_id=home.center.id, lines=[Line(home.diagnosis.id)], wished_times=[start]
    )
    vehicle = Vehicle.objects.filter(ownerships__person=owner).latest("id")
    return scheduling.request_visit(actor=who, appointment_id=held.id, concern=concern, vehicle=vehicle.id)


def now(id: UUID) -> Appointment:
    """Return an appointment as it is stored."""
    return Appointment.objects.get(pk=id)


def test_who_drags_a_visit_that_somebody_else_moves_is_asked_whose_move_counts(
    visit: Open, home: House
) -> None:
    booked = appointment(home, customer(home), start=at_noon(home.center))
    plate = booked.vehicle_card["plate"]
    mine = at_calendar(visit, home.desk, booked.scheduled_start)
    theirs = at_calendar(visit, home.admin, booked.scheduled_start)
    own = card(mine.page, plate)
    own.scroll_into_view_if_needed()
    box = own.bounding_box()
    assert box is not None
    mine.page.mouse.move(box["x"] + 40, box["y"] + 8)
    mine.page.mouse.down()
    mine.page.mouse.move(box["x"] + 40, box["y"] + 8 + BELOW_PX, steps=5)

    card(theirs.page, plate).focus()
    theirs.page.keyboard.press("m")
    dialog = theirs.page.get_by_role("dialog")
    dialog.get_by_role("radio", name="09:00", exact=True).check()
    dialog.get_by_role("button", name="Move", exact=True).click()
    theirs.sees(theirs.page.get_by_text(f"{plate} moved to"))

    who = now(booked.id).last_change["person"]["name"]
    line = mine.page.get_by_role("status").filter(has_text=f"{plate} · Moved by {who}")
    expect(line).to_have_count(1)
    mine.sees(f"Moved by {who}")
    mine.page.mouse.up()
    question = mine.page.get_by_role("alertdialog")
    expect(question).to_contain_text(f"Moved by {who} while you dragged it.")
    expect(question).to_contain_text("09:00")
    moved = now(booked.id)
    assert moved.scheduled_start == booked.scheduled_start - timedelta(hours=3)
    question.get_by_role("button", name="Move to").click()
    mine.sees(mine.button("Undo"))
    mine_now = now(booked.id)
    assert mine_now.scheduled_start > booked.scheduled_start
    mine.button("Undo").click()
    expect(card(theirs.page, plate)).to_contain_text("09:00")
    assert now(booked.id).scheduled_start == moved.scheduled_start


def test_a_request_is_rejected_another_proposed_and_confirmed_by_the_customer(
    visit: Open, home: House
) -> None:
    start = at_noon(home.center, days=2)
    first, second = customer(home, "Asha"), customer(home, "Bala")
    refused = requested(home, first, "It hums at idle.", start)
    wanted = requested(home, second, "It rattles when cold.", start)
    desk = at_calendar(visit, home.desk, start)
    page = desk.page
    tray = page.get_by_role("complementary", name="To place")

    tray.get_by_role("link").filter(has_text="It hums at idle.").click()
    desk.button("Reject").click()
    form = page.get_by_role("form", name="Reject")
    form.get_by_label("Why").fill("We do not repair this model.")
    form.get_by_role("button", name="Reject").click()
    expect(tray.get_by_text("It hums at idle.")).to_have_count(0)
    desk.sees(page.get_by_text("is rejected; the customer is told why"))
    ended = now(refused.id)
    assert (ended.status, ended.ended_reason) == ("rejected", "We do not repair this model.")

    tray.get_by_role("link").filter(has_text="It rattles when cold.").click()
    desk.button("Another time").click()
    page.get_by_role("radio", name="15:00", exact=True).check()
    page.get_by_label("Message").fill("The lift is free then.")
    page.get_by_role("button", name="Propose").click()
    proposed = card(page.get_by_role("region", name="Day by technicians"), wanted.vehicle_card["plate"])
    expect(proposed).to_contain_text("Waiting for the customer")
    desk.sees(page.get_by_text("is proposed for"))
    assert now(wanted.id).desk_message == "The lift is free then."

    scheduling.accept_proposal(actor=actor(second), appointment_id=wanted.id)
    expect(proposed).to_contain_text("Booked")
    assert now(wanted.id).scheduled_start == start + timedelta(hours=3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_calendar(visit: Open, home: House, scheme: str) -> None:
    start = at_noon(home.center, days=2)
    booked = appointment(home, customer(home), start=start)
    request = requested(home, customer(home, "Asha"), "It hums at idle.", start)
    desk = at_calendar(visit, home.desk, start, scheme=scheme)
    page, query = desk.page, f"?date={start:%Y-%m-%d}&by=bays&view="
    desk.sees(page.get_by_text("It hums at idle."))
    found = violations(page)
    for path in (f"{query}week", f"/visits/{booked.id}{query}day", f"/visits/{request.id}{query}day"):
        page.goto(f"/desk/calendar{path}")
        desk.sees_live()
        found += violations(page)
    page.keyboard.press("Escape")
    card(page.get_by_role("region", name="Day by bays"), booked.vehicle_card["plate"]).focus()
    page.keyboard.press("m")
    desk.sees("Free starts")
    found += violations(page)
    assert not found


def test_a_conflict_is_resolved_from_the_tray_while_another_desk_watches(visit: Open, home: House) -> None:
    StaffProfile.objects.exclude(user=home.tech).update(skills=[])
    start = at_noon(home.center)
    first = appointment(home, customer(home, "A"), start=start)
    second = appointment(home, customer(home, "B"), start=start + timedelta(hours=1))
    late, hit = first.vehicle_card["plate"], second.vehicle_card["plate"]
    mine = at_calendar(visit, home.desk, start)
    theirs = at_calendar(visit, home.admin, start)
    scheduling.expect_end(appointment_id=first.id, end=first.scheduled_end + timedelta(minutes=30))

    grids = [one.page.get_by_role("region", name="Day by technicians") for one in (mine, theirs)]
    for grid in grids:
        expect(card(grid, hit)).to_contain_text("Conflict")
    card(grids[1], hit).click()
    drawer = theirs.page.get_by_role("complementary", name="Visit")
    theirs.sees(drawer.get_by_role("region", name="Ways out").get_by_role("button").first)
    tray = mine.page.get_by_role("complementary", name="To place")
    expect(tray.get_by_role("region", name="Visits in conflict")).to_contain_text(late)
    ways = tray.get_by_role("region", name="Ways out")
    expect(ways).to_contain_text("1 visit later")
    ways.get_by_role("button").first.focus()
    mine.page.keyboard.press("Enter")
    mine.sees("The visit is moved; its customer is told once")

    moved = now(second.id)
    assert moved.scheduled_start >= start + timedelta(minutes=90)
    assert moved.conflict_since is None
    for grid in grids:
        expect(card(grid, hit)).to_contain_text("Booked")
    expect(drawer.get_by_role("region", name="Ways out")).to_have_count(0)
    expect(mine.page.get_by_role("region", name="Visits in conflict")).to_have_count(0)
    expect(mine.page.get_by_role("heading", name="To place")).to_be_focused()


def test_a_rejection_is_taken_back_before_anybody_is_told(visit: Open, home: House) -> None:
    start = at_noon(home.center, days=2)
    owner = customer(home, "Asha")
    asked = requested(home, owner, "It hums at idle.", start)
    mine = at_calendar(visit, home.desk, start)
    theirs = at_calendar(visit, home.admin, start)
    trays = [one.page.get_by_role("complementary", name="To place") for one in (mine, theirs)]
    trays[0].get_by_role("link").filter(has_text="It hums at idle.").click()
    mine.button("Reject").click()
    form = mine.page.get_by_role("form", name="Reject")
    form.get_by_label("Why").fill("Wrong card")
    form.get_by_role("button", name="Reject").click()
    expect(trays[1].get_by_text("It hums at idle.")).to_have_count(0)
    assert now(asked.id).status == "rejected"

    mine.button("Undo").click()
    for tray in trays:
        expect(tray.get_by_text("It hums at idle.")).to_be_visible()
    again = now(asked.id)
    assert (again.status, again.ended_reason, again.answer_by) == ("requested", "", asked.answer_by)
    assert not Notification.objects.filter(user=owner, channel="email", state="sent").exists()
