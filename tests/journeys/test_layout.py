"""What a person needs stays in sight: cards beside an open drawer, fields and buttons below a toast."""

import re
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, Route, expect

from tests.cast import House, actor, appointment, at_noon, customer, open_job
from tests.door import PASSWORD
from tests.driving import HOUR, booked, bring_back, collect, driver, offers, soon
from workshop.catalog.models import Service, ServiceStep
from workshop.jobs.sheet import Sheet

from .crew import at_tablet
from .screens import card, column
from .visitor import Open

pytestmark = pytest.mark.journey

# Every element below that hides a part of its words; those for readers aloud are one pixel wide.
CUT = """(within) => [...document.querySelectorAll(within + ", " + within + " *")]
  .filter((one) => getComputedStyle(one).overflowX !== "visible" && one.clientWidth > 1)
  .filter((one) => one.scrollWidth > one.clientWidth + 1)
  .map((one) => one.textContent)"""


# Every element that stands out of the screen sideways, and is not in a row to be swiped.
BESIDE = """() => [...document.querySelectorAll("body *")].filter((one) => {
  if (one.getBoundingClientRect().right <= innerWidth + 1) return false;
  for (let box = one; box; box = box.parentElement) {
    if (box !== one && getComputedStyle(box).overflowX !== "visible") return false;
  }
  return true;
}).map((one) => `${one.tagName} ${one.className} ${one.textContent}`)"""

LONG = (
    "With zero volts proved, measure each pole to chassis at the maker's test voltage and divide by the "
    "working voltage. Record the lower pole; it must be above 500 ohms per volt, and stay there for a minute."
)

# How far the page moved by itself, by the browser's own measure.
NOTE_SHIFTS = """window.journeyShifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => journeyShifts.push(one.value)))
  .observe({type: "layout-shift", buffered: true});"""

# The words' own lines, cut by every box around them that hides what does not fit, are as high as they are.
WHOLE = """(part) => {
  const words = document.createRange();
  words.selectNodeContents(part);
  const { top, bottom } = words.getBoundingClientRect();
  for (let box = part; box; box = box.parentElement) {
    const around = box.getBoundingClientRect();
    const hides = getComputedStyle(box).overflowY !== "visible";
    if (hides && (around.top > top + 1 || around.bottom < bottom - 1)) return false;
  }
  const inside = (y) => part.contains(document.elementFromPoint(words.getBoundingClientRect().left + 2, y));
  return bottom > top && inside(top + 2) && inside(bottom - 2);
}"""


def in_sight(page: Page, words: str) -> bool:
    """Tell whether every line of these words is on screen, neither cut nor covered."""
    return bool(page.get_by_text(words, exact=True).first.evaluate(WHOLE))


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


def test_on_the_phone_the_calendar_has_two_thirds_of_the_screen(visit: Open, home: House) -> None:
    offers(home)
    driver(home)
    start = soon()
    for owner in ("Kavya", "Anita"):
        early = collect(start) if owner == "Kavya" else bring_back(start + HOUR)
        booked(home, customer(home, name=owner), early, start=start, by=actor(home.desk))
    desk = visit("desk")
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.sign_in(home.desk)
    day = f"{start.astimezone(ZoneInfo(home.center.time_zone)):%Y-%m-%d}"
    desk.page.goto(f"/desk/calendar?date={day}&view=day&by=bays")
    drives = desk.page.get_by_role("region", name="Drives of the day")
    desk.sees(drives.get_by_role("link").first)
    head = desk.page.get_by_role("button", name=re.compile("^1 ")).bounding_box()
    assert head
    assert head["y"] + head["height"] <= 844 / 3
    for drive in drives.get_by_role("link").all():
        box = drive.bounding_box()
        assert box
        assert box["height"] < 40, "its words are on one line"
    assert desk.page.evaluate(BESIDE) == []
    assert desk.page.evaluate("document.documentElement.scrollWidth") == 390, "the page is not to be swiped"


def test_on_the_phone_a_customers_page_is_one_part_under_another(visit: Open, home: House) -> None:
    owner = customer(home, name="Meena")
    for days in (1, 2, 3):
        appointment(home, owner, start=at_noon(home.center, days=days))
    desk = visit("desk")
    desk.page.set_viewport_size({"width": 390, "height": 844})
    desk.sign_in(home.desk)
    desk.open(f"/desk/customers/{owner.id}")
    parts = [desk.page.get_by_role("heading", name=name) for name in ("Notes", "Vehicles", "Past visits")]
    boxes = [part.bounding_box() for part in parts]
    tops = [box["y"] for box in boxes if box]
    assert len(tops) == len(parts)
    assert tops == sorted(tops)


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


def guarded(home: House) -> Sheet:
    """Return a queued card whose first step is a safety step with long words; a plain one follows."""
    service = Service.objects.create(
        center=home.center,
        name="Battery round",
        category="checks",
        kind="service",
        base_price=Decimal("999.00"),
        estimated_duration=30,
    )
    ServiceStep.objects.create(
        service=service, position=1, name="Measure isolation", safety=True, estimate=18, instructions=LONG
    )
    ServiceStep.objects.create(service=service, position=2, name="Close the cover", estimate=12)
    return open_job(home, what=service)


@pytest.mark.parametrize("size", [(1280, 800), (1024, 768)], ids=["1280", "1024"])
def test_nothing_to_press_moves_when_undo_goes_and_what_must_be_read_stays(
    visit: Open, home: House, size: tuple[int, int]
) -> None:
    tablet = at_tablet(visit, home, guarded(home))
    page = tablet.page
    page.set_viewport_size({"width": size[0], "height": size[1]})
    tablet.button("Start: Measure isolation").click()
    tablet.button("Blocked").click()
    page.get_by_role("textbox").fill("HV gloves class 0, size 10")
    page.get_by_role("button", name="Parts").click()
    tablet.sees(tablet.button("Undo"))
    for words in ("Paused: HV gloves class 0, size 10", "Safety step: it is never skipped."):
        assert in_sight(page, words), words
    before = [tablet.button(name).bounding_box() for name in ("Note", "Resume")]
    expect(tablet.button("Undo")).to_have_count(0)
    assert [tablet.button(name).bounding_box() for name in ("Note", "Resume")] == before


@pytest.mark.parametrize("path", ["/book?all", "/book/{center}"])
def test_a_page_stays_where_it_is_when_its_font_comes_late(visit: Open, home: House, path: str) -> None:
    """What stands in until then is as wide as the font: without it, a heading of two lines becomes one."""
    stranger = visit("phone")
    page = stranger.page
    page.add_init_script(NOTE_SHIFTS)
    waiting: list[Route] = []
    page.route(re.compile(r"\.woff2$"), lambda route: waiting.append(route))
    page.goto(path.format(center=home.center.id), wait_until="commit")
    stranger.sees(page.get_by_role("heading", level=1))
    page.wait_for_function("() => document.fonts.status === 'loading'")
    for font in waiting:
        font.continue_()
    page.wait_for_function("() => document.fonts.status === 'loaded' && document.fonts.check('16px Inter')")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert page.evaluate("journeyShifts.reduce((sum, one) => sum + one, 0)") < 0.01
