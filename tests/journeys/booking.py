"""The steps of booking, as the people who take them name what they see."""

import re

from playwright.sync_api import Locator, Page

from workshop.catalog.models import Service

LOOK_MS = 600
KEY_MS = 120


class Human:
    """Somebody who reads before they press, and types a key at a time."""

    def __init__(self, page: Page, *, hurried: bool = False) -> None:
        self.page = page
        self.look_ms, self.key_ms = (0, 0) if hurried else (LOOK_MS, KEY_MS)

    def press(self, what: Locator) -> None:
        """Look, then press."""
        what.wait_for()
        self.page.wait_for_timeout(self.look_ms)
        what.click()

    def type(self, label: str, words: str) -> None:
        """Go to a field and type."""
        field = self.page.get_by_role("textbox", name=label)
        self.press(field)
        field.press_sequentially(words, delay=self.key_ms)

    def pick(self, words: str) -> None:
        """Press a chip by its first words."""
        begins = re.compile(f"^{re.escape(words)}")
        self.press(
            self.page.get_by_role("radio", name=begins).or_(self.page.get_by_role("checkbox", name=begins))
        )

    def describe(self, service: Service, plate: str) -> None:
        """Say which vehicle and what for, and go on to the times."""
        self.pick("Electric car")
        self.type("Number plate", plate)
        self.press(self.page.get_by_role("combobox", name="Make"))
        self.page.get_by_role("combobox", name="Make").press_sequentially("Tata", delay=self.key_ms)
        self.type("Model", "Nexon EV")
        self.pick(service.name)
        self.press(self.page.get_by_role("button", name="Choose a time"))

    def introduce(self, name: str, phone: str) -> None:
        """Say who comes, and go on to the check."""
        self.type("First name", name)
        self.type("Phone", phone)
        self.press(self.page.get_by_role("button", name="Continue"))


def heading(page: Page, words: str) -> Locator:
    """The title of a step."""
    return page.get_by_role("heading", level=1, name=words)


def earliest(page: Page) -> Locator:
    """The three earliest times."""
    return page.get_by_role("region", name="Earliest").get_by_role("button")
