"""What a person needs stays in sight: cards beside an open drawer, fields and buttons below a toast."""

import pytest
from playwright.sync_api import Page

from tests.cast import House, customer, open_job
from tests.door import PASSWORD

from .screens import card, column
from .visitor import Open

pytestmark = pytest.mark.journey

# Every element below that hides a part of its words; those for readers aloud are one pixel wide.
CUT = """(within) => [...document.querySelectorAll(within + ", " + within + " *")]
  .filter((one) => getComputedStyle(one).overflowX !== "visible" && one.clientWidth > 1)
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent)"""


def covered(page: Page, label: str) -> bool:
    """Tell whether a toast lies over the field or button of that name."""
    there = (
        page.get_by_label(label, exact=True).or_(page.get_by_role("button", name=label)).first.bounding_box()
    )
    toast = page.get_by_role("button", name="Close").locator("..").bounding_box()
    assert there
    assert toast
    return there["y"] < toast["y"] + toast["height"] and toast["y"] < there["y"] + there["height"]


@pytest.mark.parametrize("width", [1280, 1440])
def test_no_card_is_cut_beside_an_open_drawer(visit: Open, home: House, width: int) -> None:
    sheet = open_job(home, customer(home, name="Venkataraman Subramanian"))
    desk = visit("desk")
    desk.page.set_viewport_size({"width": width, "height": 800})
    desk.sign_in(home.desk)
    card(desk.page, sheet.job.vehicle.license_plate).click()
    job = desk.page.get_by_role("complementary", name="Job")
    desk.sees(job.get_by_text("41,500 km").first)
    assert desk.page.evaluate(CUT, "main section") == []
    board, drawer = column(desk.page, "Checked and ready").bounding_box(), job.bounding_box()
    assert board
    assert drawer
    assert board["x"] + board["width"] <= drawer["x"]


def test_a_toast_on_the_phone_covers_no_field_and_no_button(visit: Open, home: House) -> None:
    owner = customer(home)
    owner.set_password(PASSWORD)
    owner.save(update_fields=["password"])
    phone = visit("phone")
    phone.sign_in(owner)
    phone.page.goto("/profile")
    phone.button("Save changes").click()
    phone.sees("Saved")
    for label in ("Address", "Save changes"):
        assert not covered(phone.page, label)
