"""The desk finds, makes and keeps customers; customers look after their vehicles and visits."""

import pytest
from playwright.sync_api import expect

from tests.cast import House, actor, appointment, customer
from tests.door import PASSWORD
from workshop.accounts.models import User
from workshop.centers import services as centers
from workshop.scheduling import services as scheduling
from workshop.vehicles.models import Vehicle

from .visitor import Open

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


def able_to_sign_in(user: User) -> User:
    """Give somebody the password of the journeys."""
    user.set_password(PASSWORD)
    user.save()
    return user


def test_two_desks_keep_one_card(visit: Open, home: House) -> None:
    owner = customer(home, "Meena")
    booked = appointment(home, owner)
    desk, other = visit("desk"), visit("desk")
    desk.sign_in(home.desk)
    desk.open("/desk/customers")
    search = desk.page.get_by_role("combobox", name="Name, phone, email or plate")
    search.fill(booked.vehicle_card["plate"].replace(" ", "").lower())
    desk.sees(desk.page.get_by_role("option").filter(has_text="Meena Raman"))
    search.press("Enter")
    desk.sees(desk.page.get_by_role("heading", level=1, name="Meena Raman"))
    desk.sees(desk.page.get_by_role("link").filter(has_text=booked.number))

    other.sign_in(home.admin)
    other.open(f"/desk/customers/{owner.id}")
    other.button("Edit").first.click()
    form = other.page.get_by_role("dialog")
    form.get_by_label("Notes").fill("Calls before noon")
    form.get_by_label("Technician").select_option(label="Other Tech A.")
    form.get_by_role("button", name="Save").click()
    desk.sees("Calls before noon")
    desk.sees(desk.page.get_by_text("Other Tech A."))

    desk.button("Book a visit").first.click()
    dialog = desk.page.get_by_role("dialog", name="New visit")
    desk.sees(dialog.get_by_text("Meena Raman"))


def test_somebody_new_gets_one_card_only(visit: Open, home: House) -> None:
    desk = visit("desk")
    desk.sign_in(home.desk)
    desk.open("/desk/customers")
    desk.sees("No customers yet")
    for _ in range(2):
        desk.open("/desk/customers?new")
        form = desk.page.get_by_role("dialog", name="New customer")
        form.get_by_label("First name").fill("Kavya")
        form.get_by_label("Phone").fill("98411 22334")
        form.get_by_role("button", name="Make the card").click()
        desk.sees(desk.page.get_by_role("heading", level=1, name="Kavya").or_(form.get_by_text("Open Kavya")))
    form.get_by_text("Open Kavya").click()
    desk.sees(desk.page.get_by_role("heading", level=1, name="Kavya"))
    assert home.center.patronages.count() == 1


def test_a_customer_looks_after_vehicles_and_visits(visit: Open, home: House) -> None:
    owner = able_to_sign_in(customer(home, "Meena"))
    booked = appointment(home, owner)
    centers.set_customer_profile(user_id=owner.id, preferred_service_center_id=home.center.id)
    phone = visit("phone")
    phone.sign_in(owner)
    phone.open("/my")
    phone.sees(phone.page.get_by_role("heading", level=2, name="Coming up"))
    phone.sees(phone.page.get_by_text("Change or cancel for nothing until"))

    phone.button("Add vehicle").click()
    form = phone.page.get_by_role("dialog")
    form.get_by_label("Number plate").fill("tn 22 cc 4321")
    form.get_by_label("Make").fill("Tata")
    form.get_by_label("Model").fill("Punch")
    form.get_by_role("button", name="Save").click()
    punch = phone.page.get_by_role("article", name="TN 22 CC 4321")
    phone.sees(punch)

    scheduling.cancel(actor=actor(home.desk), appointment_id=booked.id)
    scheduling.tell_customer(appointment_id=booked.id)
    phone.sees(phone.page.get_by_role("heading", level=2, name="Past visits"))

    punch.get_by_role("button", name="Book").click()
    phone.sees(phone.page.get_by_role("radio", name="TN 22 CC 4321").and_(phone.page.locator(":checked")))

    phone.open("/my")
    punch.get_by_role("button", name="Take out of use").click()
    phone.page.get_by_role("dialog").get_by_role("button", name="Take out of use").click()
    expect(punch).to_have_count(0)
    assert Vehicle.objects.get(license_plate="TN 22 CC 4321").archived_at is not None
