"""axe finds nothing to say about any screen, in light and dark."""

from functools import cache

import pytest
from django.conf import settings
from playwright.sync_api import Page

from tests.cast import House, actor, appointment, customer, open_job
from tests.door import PASSWORD
from workshop.accounts.models import User
from workshop.jobs.services import pause_step, start_step
from workshop.scheduling.models import BookingRules

from .booking import Human, earliest
from .screens import card, visit_link
from .test_pairing import UNKNOWN, WAITS, shown_code
from .visitor import Open, Visitor

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
SCHEMES = ["light", "dark"]


@cache
def axe() -> str:
    """Return axe-core, which comes with the front end's packages."""
    source: str = (settings.ROOT / "frontend" / "node_modules" / "axe-core" / "axe.min.js").read_text()
    return source


def violations(page: Page) -> list[str]:
    """Return what axe finds on the page as it stands, once nothing moves any more."""
    page.evaluate(
        "Promise.all(document.getAnimations().filter((one) => one.effect.getComputedTiming().endTime < Infinity)"
        ".map((one) => one.finished.catch(() => null)))"
    )
    page.evaluate(axe())
    found = page.evaluate("axe.run()")["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


class Look:
    """Goes through screens in one scheme and keeps what axe finds on each."""

    def __init__(self, visit: Open, scheme: str) -> None:
        self.visit = visit
        self.scheme = scheme
        self.found: dict[str, list[str]] = {}

    def visitor(self, screen: str, user: User | None = None) -> Visitor:
        """Let somebody come who chose the scheme."""
        came = self.visit(screen, scheme=self.scheme)
        came.context.add_init_script(f"localStorage.setItem('pitlane.theme', '{self.scheme}')")
        if user is not None:
            came.sign_in(user)
        return came

    def at(self, name: str, visitor: Visitor, sees: str) -> None:
        """Ask axe about a screen once the words are on it."""
        visitor.sees(sees)
        if found := violations(visitor.page):
            self.found[name] = found


@pytest.fixture(params=SCHEMES)
def look(request: pytest.FixtureRequest, visit: Open) -> Look:
    """A walk through screens, once in light and once in dark."""
    return Look(visit, request.param)


def test_screens_of_accounts(look: Look, home: House) -> None:
    anybody = look.visitor("phone")
    for path, sees in {
        "/sign-in": "See your car, your jobs or your workshop, live.",
        "/register": "See your visits in one place and follow each one live.",
        "/forgot": "We send a link to choose a new one.",
        "/reset/token": "It replaces the old one and ends every other sign-in.",
        "/welcome/token": "Link too old? Forgot password sends another",
        "/v/token": "This link does not work any more",
        "/nowhere": "There is no such page",
    }.items():
        anybody.page.goto(path)
        look.at(path, anybody, sees)
    known = look.visitor("desk", home.desk)
    known.page.goto("/profile")
    look.at("/profile", known, "This device")
    assert not look.found


def test_screens_of_the_customer(look: Look, home: House) -> None:
    owner = customer(home)
    owner.set_password(PASSWORD)
    owner.save(update_fields=["password"])
    phone = look.visitor("phone", owner)
    look.at("no visits", phone, "No visits yet")
    appointment(home, owner)
    sheet = open_job(home, owner)
    start_step(actor=actor(home.tech), step_id=sheet.steps[0].id)
    phone.page.goto("/visit")
    look.at("visits", phone, "Your visits")
    phone.page.goto(f"/visit/{sheet.job.appointment_id}")
    look.at("visit", phone, "Brake fluid is under way")
    by_link = look.visitor("phone")
    by_link.open(visit_link(home, sheet))
    look.at("visit by link", by_link, "Brake fluid is under way")
    pause_step(actor=actor(home.tech), step_id=sheet.steps[0].id, kind="approval")
    look.at("visit that needs an answer", by_link, "Your decision is needed")
    assert not look.found


def test_screens_of_booking(look: Look, home: House) -> None:
    # The earliest visit is moved as well.
    BookingRules.objects.create(center=home.center, cancel_cutoff=0)
    phone = look.visitor("phone")
    human, page = Human(phone.page, hurried=True), phone.page
    page.goto("/book?all")
    look.at("centres", phone, "City, postcode or name")
    page.goto(f"/book/{home.center.id}")
    phone.button("Choose a time").click()
    look.at("nothing chosen", phone, "Choose the kind of vehicle.")
    human.pick("Something is wrong")
    look.at("a symptom", phone, "In your words")
    human.pick("Services")
    human.describe(home.service, "TN 09 BX 4471")
    look.at("times", phone, "Or another day")
    earliest(page).first.click()
    look.at("who comes", phone, "Held for you")
    human.introduce("Kavya", "+919840055555")
    look.at("check", phone, "Is everything right?")
    phone.button("Book").click()
    look.at("booked", phone, "Booked")
    phone.button("Change time").click()
    look.at("another time", phone, "Or another day")
    phone.button("Close").click()
    phone.button("Cancel visit").click()
    look.at("cancelling", phone, "Keep it")
    assert not look.found


def test_screens_of_the_bay(look: Look, home: House) -> None:
    tablet = look.visitor("tablet", home.tech)
    look.at("empty day", tablet, "Nothing for you right now")
    sheet = open_job(home)
    card(tablet.page, sheet.job.vehicle.license_plate).wait_for()
    look.at("day", tablet, "My day")
    card(tablet.page, sheet.job.vehicle.license_plate).click()
    tablet.button("Start: Drain the old fluid").click()
    look.at("steps", tablet, "Started: Drain the old fluid")
    tablet.button("Blocked").click()
    look.at("blocked", tablet, "Blocked: Drain the old fluid")
    tablet.button("Close").click()
    tablet.button("Done, next: Measure water content").click()
    tablet.button("Add reading").click()
    look.at("reading", tablet, "Expected: 0 to 3 %")
    assert not look.found


def test_screens_of_the_desk_and_the_wall(look: Look, home: House) -> None:
    sheet = open_job(home)
    start_step(actor=actor(home.tech), step_id=sheet.steps[0].id)
    desk = look.visitor("desk", home.desk)
    look.at("board", desk, sheet.job.vehicle.license_plate)
    card(desk.page, sheet.job.vehicle.license_plate).click()
    desk.page.get_by_role("heading", name="Brake fluid", level=2).wait_for()
    look.at("drawer", desk, "Meena Raman")
    desk.page.goto("/screens")
    look.at("no screens", desk, "No screen is paired")
    wall = look.visitor("wall")
    wall.page.goto("/floor")
    look.at("pairing", wall, WAITS)
    desk.page.get_by_label("Code").fill("000000")
    desk.button("Pair").click()
    look.at("a code that no screen shows", desk, UNKNOWN)
    desk.page.get_by_label("Code").fill(shown_code(wall))
    desk.button("Pair").click()
    look.at("screens", desk, "Paired now")
    look.at("floor of a paired screen", wall, sheet.job.vehicle.license_plate)
    desk.page.goto("/floor")
    look.at("floor", desk, sheet.job.vehicle.license_plate)
    assert not look.found
