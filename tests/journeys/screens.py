"""Where things are on the screens, in the words of the people who look at them."""

import re

from playwright.sync_api import Locator, Page

from tests.cast import House, actor
from workshop.accounts.services import link_token
from workshop.jobs.sheet import Sheet
from workshop.scheduling.services import link_visit


def visit_link(home: House, sheet: Sheet) -> str:
    """Return the path of the link by which a customer follows a visit without an account."""
    assert sheet.job.appointment_id is not None
    return "/v/" + link_token(link_visit(actor=actor(home.desk), appointment_id=sheet.job.appointment_id))


def step_in_hand(page: Page, name: str) -> Locator:
    """The step that the tablet shows large."""
    return page.get_by_role("heading", level=2, name=name, exact=True)


def told(page: Page, step: str, state: str) -> Locator:
    """A step among the dated events of a visit, in a state: "In progress", "Done"."""
    return page.get_by_role("region", name="What happened").get_by_role("listitem").filter(
        has_text=step
    ).filter(has=page.get_by_text(state, exact=True))  # fmt: skip


def tile(page: Page, bay: str) -> Locator:
    """A bay on the floor board."""
    return page.get_by_role("region", name=bay, exact=True)


def column(page: Page, name: str) -> Locator:
    """A column of the desk's board."""
    return page.get_by_role("region", name=re.compile(f"^{name}"))


def card(around: Page | Locator, plate: str) -> Locator:
    """The card of a vehicle on a board, a day or a list."""
    return around.get_by_role("link").filter(has_text=plate)
