"""An owner adds a second service and changes a price while somebody is booking, who then books at the new one."""

from decimal import Decimal

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.cast import House
from workshop.catalog.models import Service
from workshop.scheduling.models import Appointment

from .booking import Human, earliest, heading
from .visitor import Open, Visitor

LIVE_S = 5
"""What is promised from the save to the service on the customer's screen."""
pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def chip(page: Page, name: str) -> Locator:
    """A service that can be chosen, with its price and time."""
    return page.get_by_role("checkbox", name=name)


def to_services(admin: Visitor) -> None:
    """Go to the list of what the centre sells, as a person does."""
    admin.page.get_by_role("navigation", name="Administration").get_by_role("link", name="Services").click()
    admin.sees(admin.page.get_by_role("heading", name="Services", level=2))


def test_a_second_service_and_a_new_price_reach_an_open_booking_page_and_are_booked(
    visit: Open, home: House
) -> None:
    phone, admin, colleague = visit("phone"), visit("desk"), visit("desk")
    human, page = Human(phone.page, hurried=True), phone.page
    page.goto(f"/book/{home.center.id}")
    expect(chip(page, home.service.name)).to_have_accessible_name("Brake fluid ₹1,499 · 1 h 00")

    for one in (admin, colleague):
        one.sign_in(home.admin)
        one.open("/admin/centre")
        to_services(one)
    with phone.without_reload(), colleague.without_reload():
        admin.page.get_by_role("link", name="Add service").click()
        admin.page.get_by_role("textbox", name="Name", exact=True).first.fill("Wash")
        admin.page.get_by_label("Price").fill("300")
        admin.page.get_by_label("Category").fill("care")
        admin.page.get_by_label("Minutes", exact=True).fill("20")
        admin.button("Add service").click()
        expect(chip(page, "Wash")).to_have_accessible_name("Wash ₹300 · 20 min", timeout=LIVE_S * 1000)
        expect(colleague.page.get_by_role("link", name="Wash")).to_be_visible(timeout=LIVE_S * 1000)

        admin.page.get_by_role("link", name="Wash").click()
        admin.page.get_by_label("Price").fill("350")
        admin.button("Save").click()
        expect(chip(page, "Wash")).to_have_accessible_name("Wash ₹350 · 20 min", timeout=LIVE_S * 1000)
        expect(colleague.page.get_by_text("₹350")).to_be_visible(timeout=LIVE_S * 1000)

        human.describe(Service.objects.get(name="Wash"), "TN 09 BX 4471")
        earliest(page).first.click()
        human.introduce("Kavya", "+919840055555")
        phone.sees(heading(page, "Is everything right?"))
        # What is held keeps its price, on the screen as on the visit.
        admin.page.get_by_label("Price").fill("400")
        admin.button("Save").click()
        expect(colleague.page.get_by_text("₹400")).to_be_visible(timeout=LIVE_S * 1000)
        expect(page.get_by_text("₹350").first).to_be_visible()
        phone.button("Book").click()
        phone.sees(heading(page, "Booked"))
    booked = Appointment.objects.get(services__name="Wash")
    assert booked.total_amount == Decimal(350)

    admin.page.get_by_role("checkbox", name="Customers find and book it").uncheck()
    admin.button("Save").click()
    admin.sees("Not offered")
    page.goto(f"/book/{home.center.id}")
    expect(chip(page, home.service.name)).to_be_visible()
    expect(chip(page, "Wash")).to_have_count(0)


def test_the_owner_reads_what_is_lacking_and_mends_it(visit: Open, home: House) -> None:
    admin = visit("desk")
    admin.sign_in(home.admin)
    admin.open(f"/admin/centre/services/{home.service.id}")
    page = admin.page
    page.get_by_role("combobox", name="Bay").fill("wash")
    admin.button("Save").click()
    admin.sees(page.get_by_text("No bay in use is or has “wash”."))
    page.get_by_role("link", name="Bays and tools").click()
    page.get_by_role("button", name="Edit 1", exact=True).click()
    page.get_by_role("textbox", name="Equipment").fill("wash")
    admin.button("Save").click()
    to_services(admin)
    admin.sees(page.get_by_role("link", name=home.service.name))
    expect(page.get_by_text("Never free to book")).to_have_count(0)
