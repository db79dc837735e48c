"""A customer has the vehicle collected: booked with the visit, driven, live for customer and desk."""

import pytest
from playwright.sync_api import expect

from tests.cast import House
from tests.door import PASSWORD
from tests.driving import driver, offers, soon, transport
from tests.pictures import drawn, saved
from workshop.accounts.models import User
from workshop.scheduling.models import Appointment

from .booking import Human, heading
from .visitor import Open, Visitor

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]


def test_a_vehicle_is_collected_by_a_driver_while_its_customer_and_the_desk_look_on(
    visit: Open, home: House
) -> None:
    selvi = _can_sign_in(driver(offers(home, collection_window=30, lead_time=0)))
    phone, desk, street = visit("phone"), visit("desk"), visit("phone")
    human, page = Human(phone.page, hurried=True), phone.page
    page.goto(f"/book/{home.center.id}")
    human.describe(home.service, "TN 09 BX 4471")
    at = soon().strftime("%Y-%m-%dT%H:%M:00.000Z")
    human.press(page.locator("button", has=page.locator(f'time[datetime="{at}"]')).last)
    phone.sees(heading(page, "Who is coming?"))
    human.introduce("Kavya", "+919840055555")
    human.press(page.get_by_text("Collect it from me"))
    human.type("Address", "7 Gandhi Street")
    human.press(phone.button("Book"))
    phone.sees(heading(page, "Booked"))
    page.get_by_role("link", name="Follow it live").click()
    phone.sees("We collect it from you")
    booked = Appointment.objects.get(status="confirmed")
    row = transport(booked)
    assert (row.driver_id, row.address) == (selvi.id, "7 Gandhi Street")

    desk.sign_in(home.desk)
    desk.open(f"/desk/calendar/visits/{booked.id}")
    drawer = desk.page.get_by_role("region", name="Collection and return")
    desk.sees(drawer.get_by_text("Planned"))
    street.sign_in(selvi)
    street.page.wait_for_url("**/drive")
    street.sees_live()
    street.sees("7 Gandhi Street")
    with phone.without_reload(), desk.without_reload():
        street.button("Set out").click()
        phone.sees("Selvi is on the way to you")
        desk.sees(drawer.get_by_text("On the way"))
        street.button("Collected").click()
        form = street.page.get_by_role("form", name="Collected")
        form.get_by_role("button", name="Collected").click()
        expect(form.get_by_role("checkbox", name="I have the keys")).to_be_focused()
        form.get_by_role("checkbox", name="I have the keys").check()
        form.get_by_role("spinbutton", name="Mileage").fill("12000")
        taken = {"name": "car.jpg", "mimeType": "image/jpeg", "buffer": saved(drawn((640, 480)))}
        form.get_by_label("Take a picture").set_input_files(taken)
        expect(form.get_by_role("img", name="Picture 1")).to_be_visible()
        form.get_by_role("button", name="Collected").click()
        phone.sees("Selvi has collected it")
        desk.sees(drawer.get_by_text("Collected"))
        for one in (phone, desk):
            _sees_the_picture(one)
    street.sees(street.page.get_by_role("heading", name="Over (1)"))
    _sees_the_picture(street)
    row.refresh_from_db()
    assert (row.status, row.keys, row.mileage) == ("done", True, 12000)
    for one in (phone, desk, street):
        assert one.troubles == []


def _sees_the_picture(one: Visitor) -> None:
    """Hold that the picture of the hand-over is drawn, opens larger by keyboard, and closes again."""
    small = one.page.get_by_role("img", name="Picture 1, when it was collected")
    expect(small).to_have_js_property("naturalWidth", 480)
    one.page.get_by_role("button", name="Picture 1, when it was collected").press("Enter")
    larger = one.page.get_by_role("dialog").get_by_role("img", name="Picture 1, when it was collected")
    expect(larger).to_have_js_property("naturalWidth", 640)
    one.page.keyboard.press("Escape")
    expect(larger).to_be_hidden()


def _can_sign_in(user: User) -> User:
    user.set_password(PASSWORD)
    user.save(update_fields=["password"])
    return user
