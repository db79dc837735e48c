"""An administrator changes when the centre is open: customers see it at once, and the visits left outside are named."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.cast import House, appointment, at_noon, customer, service
from workshop.centers.models import HoursException

from .booking import Human, earliest
from .test_accessible import SCHEMES, violations
from .visitor import Open

LIVE_S = 5
"""What is promised from the save to the slots on the customer's screen."""
pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def close(page: Page, day: str, reason: str) -> None:
    """Close one day, up to the press that saves it."""
    page.get_by_role("button", name="Close or change days").click()
    form = page.get_by_role("form", name="Close or change days")
    form.get_by_label("First day").fill(day)
    form.get_by_label("Reason").fill(reason)
    form.get_by_role("button", name="Save").click()


def test_tomorrow_is_closed_and_leaves_the_booking_page_while_somebody_looks_at_it(
    visit: Open, home: House
) -> None:
    tomorrow = at_noon(home.center, days=1)
    booked = appointment(home, customer(home), start=tomorrow)
    # The rest of today is closed, so that the earliest times are tomorrow's.
    HoursException.objects.create(center=home.center, date=(tomorrow - timedelta(days=1)).date())
    phone = visit("phone")
    human, page = Human(phone.page, hurried=True), phone.page
    page.goto("/book")
    human.describe(home.service, "TN 09 BX 4471")
    day = f"{tomorrow:%a} {tomorrow.day} {tomorrow:%b}"
    expect(earliest(page).first).to_contain_text(day)

    desk = visit("desk")
    desk.sign_in(home.desk)
    desk.open(f"/desk/calendar?date={tomorrow:%Y-%m-%d}&view=day&by=bays")
    outside = desk.page.get_by_role("region", name="Visits left outside")
    desk.sees(desk.page.get_by_role("heading", name="Waiting list"))

    admin = visit("desk")
    admin.sign_in(home.admin)
    admin.open("/board")
    admin.page.get_by_role("link", name="Centre", exact=True).click()
    admin.page.get_by_role("link", name="Hours", exact=True).click()
    admin.sees("Every week")
    with phone.without_reload(), desk.without_reload():
        close(admin.page, f"{tomorrow:%Y-%m-%d}", "Pongal")
        gone = earliest(page).and_(page.locator("[aria-disabled=true]")).filter(has_text=day)
        expect(gone).to_have_count(3, timeout=LIVE_S * 1000)
        phone.button("3 updates").click()
        expect(earliest(page).filter(has_text=day)).to_have_count(0)
        expect(earliest(page).first).to_be_enabled()
        expect(desk.page.get_by_text("Closed: Pongal")).to_be_visible(timeout=LIVE_S * 1000)
        expect(outside).to_contain_text(booked.vehicle_card["plate"], timeout=LIVE_S * 1000)

    left = admin.page.get_by_role("region", name="1 visit is left outside")
    expect(left).to_be_focused()
    expect(left).to_be_in_viewport()
    expect(left).to_contain_text(booked.vehicle_card["plate"])
    expect(left).to_contain_text("Anna Nagar is closed then.")
    left.get_by_role("link", name="Open in the calendar").click()
    admin.sees(admin.page.get_by_role("heading", name=home.service.name, level=2))
    assert urlsplit(admin.page.url).path == f"/desk/calendar/visits/{booked.id}"


def test_the_second_of_two_administrators_is_told_and_the_first_ones_hours_stay(
    visit: Open, home: House
) -> None:
    first, second = visit("desk"), visit("desk")
    for one, user in ((first, home.admin), (second, home.admin)):
        one.sign_in(user)
        one.open("/admin/centre")
        one.sees(one.page.get_by_role("textbox", name="Name", exact=True))
    second.page.get_by_role("textbox", name="Name", exact=True).fill("Anna Nagar West")
    first.page.get_by_role("textbox", name="Phone").fill("+914400001111")
    first.button("Save").click()
    first.sees("Saved")
    second.button("Save").click()
    second.sees(second.page.get_by_text("Admin A. was first"))
    expect(second.page.get_by_role("textbox", name="Name", exact=True)).to_have_value("Anna Nagar West")
    second.button("Reload").click()
    expect(second.page.get_by_role("textbox", name="Phone")).to_have_value("+914400001111")
    home.center.refresh_from_db()
    assert home.center.name == "Anna Nagar"


def test_a_technician_is_taken_on_given_a_pin_and_shifts(visit: Open, home: House) -> None:
    admin = visit("desk")
    admin.sign_in(home.admin)
    admin.open("/admin/centre/staff/new")
    page = admin.page
    page.get_by_label("Email").fill("divya@example.com")
    page.get_by_role("textbox", name="Name", exact=True).fill("Divya Nair")
    page.get_by_role("textbox", name="Skills").fill("brakes")
    admin.button("Add person").click()
    admin.sees(page.get_by_role("heading", name="Divya Nair", level=2))
    page.get_by_role("textbox", name="New PIN").fill("7306")
    admin.button("Set PIN").click()
    admin.sees("PIN is set")
    page.get_by_role("button", name="Work Monday", exact=True).click()
    page.get_by_role("form", name="Shifts").get_by_role("button", name="Save").click()
    admin.sees("Saved")
    page.reload()
    expect(page.get_by_label("Monday from")).to_have_value("09:00")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_the_pages_of_the_centre(visit: Open, home: House, scheme: str) -> None:
    tomorrow = at_noon(home.center, days=1)
    appointment(home, customer(home), start=tomorrow)
    HoursException.objects.create(center=home.center, date=tomorrow.date(), reason="Pongal")
    admin = visit("desk", scheme=scheme)
    admin.context.add_init_script(f"localStorage.setItem('pitlane.theme', '{scheme}')")
    admin.sign_in(home.admin)
    found: list[str] = []
    service(home.center, "Battery check", skills=["welding"])
    parts = ["", "/hours", "/rules", "/bays", "/services", f"/services/{home.service.id}", "/services/new"]
    for path in [*parts, "/staff", f"/staff/{home.tech.id}", "/staff/new"]:
        admin.page.goto(f"/admin/centre{path}")
        admin.sees(admin.page.get_by_role("region", name="1 visit is left outside"))
        admin.page.locator("section h2").nth(1).wait_for()
        found += violations(admin.page)
    assert not found
