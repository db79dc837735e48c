"""A person in front of a browser of their own."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Locator, Page, expect

from tests.door import PASSWORD
from workshop.accounts.models import User

SCREENS = {
    "phone": {"width": 390, "height": 844},
    "tablet": {"width": 1180, "height": 820},
    "desk": {"width": 1440, "height": 900},
    "wall": {"width": 1920, "height": 1080},
}
# A browser of its own kind, 2 busy cores: what a person would call "at once" when nothing is promised.
PATIENCE_MS = 15_000
expect.set_options(timeout=PATIENCE_MS)

# The smallest part of the page that holds the plate must hold the words as well.
WATCH = """([words, plate]) => {
  window.journeySaw = null;
  const look = () => {
    const parts = plate ? [...document.querySelectorAll("a, article, li, section")] : [document.body];
    const [part] = parts.map((one) => one.innerText).filter((text) => text.includes(plate))
      .sort((a, b) => a.length - b.length);
    if (part?.includes(words)) { window.journeySaw ??= Date.now(); watcher.disconnect(); }
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document.body, {subtree: true, childList: true, characterData: true, attributes: true});
  look();
}"""
NOTE_CONNECTION = """() => {
  const said = window.journeyConnection = [];
  const look = () => {
    const words = document.querySelector("[data-live]")?.textContent;
    if (words && said.at(-1) !== words) said.push(words);
  };
  new MutationObserver(look).observe(document.body, {subtree: true, childList: true, characterData: true});
  look();
}"""


class Visitor:
    """One browser context with one page. `troubles` collects what the page's own code threw."""

    def __init__(self, browser: Browser, origin: str, screen: str, *, scheme: str = "light") -> None:
        self.origin = origin
        self.context = browser.new_context(
            base_url=origin,
            viewport=SCREENS[screen],
            color_scheme=scheme,
            locale="en-GB",
            timezone_id="Asia/Kolkata",
        )
        self.context.set_default_timeout(PATIENCE_MS)
        self.page: Page = self.context.new_page()
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def sign_in(self, user: User) -> None:
        """Type email and password, as a person does."""
        self.page.goto("/sign-in")
        self.page.get_by_label("Email").fill(user.email or "")
        self.page.get_by_label("Password", exact=True).fill(PASSWORD)
        self.button("Sign in").click()
        self.page.wait_for_url(lambda url: "/sign-in" not in url)

    def open(self, path: str) -> None:
        """Open an address and wait until the page says that it is live."""
        self.page.goto(path)
        self.sees_live()

    def sees_live(self, within: float = PATIENCE_MS / 1000) -> None:
        """Wait until the page says "Live"."""
        expect(self.connection).to_have_text("Live", timeout=within * 1000)

    @property
    def connection(self) -> Locator:
        """The dot that says how live the page is."""
        return self.page.get_by_role("status").and_(self.page.locator("[data-live]"))

    def button(self, name: str) -> Locator:
        """A button by its exact words."""
        return self.page.get_by_role("button", name=name, exact=True)

    def sees(self, what: str | Locator, within: float = PATIENCE_MS / 1000) -> None:
        """Wait until a text or thing is on screen."""
        thing = self.page.get_by_text(what, exact=True).first if isinstance(what, str) else what
        expect(thing).to_be_visible(timeout=within * 1000)

    @contextmanager
    def without_reload(self) -> Iterator[None]:
        """Hold that the page is the same one after the block: a mark on its window is still there."""
        mark = os.urandom(8).hex()
        self.page.evaluate("mark => { window.journeyMark = mark }", mark)
        yield
        assert self.page.evaluate("() => window.journeyMark") == mark, "the page was loaded again"

    def watch_for(self, words: str, *, beside: str = "") -> None:
        """Note the moment at which words come on screen; `beside` is a plate whose card or tile must hold them."""
        self.page.evaluate(WATCH, [words, beside])

    def saw_at(self, within: float) -> float:
        """Return the moment (ms, this machine's clock) at which the words that are watched for were on screen."""
        moment = self.page.wait_for_function("() => window.journeySaw", timeout=within * 1000)
        return float(moment.json_value())

    def note_presses(self) -> None:
        """Note the moment of each press on this page."""
        self.page.evaluate(
            "addEventListener('click', () => { window.journeyPressed = Date.now() }, {capture: true})"
        )

    def pressed_at(self) -> float:
        """Return the moment (ms, this machine's clock) of the last press."""
        return float(self.page.evaluate("window.journeyPressed"))

    def note_connection(self) -> None:
        """Note everything that the dot says from now on."""
        self.page.evaluate(NOTE_CONNECTION)

    def connection_said(self) -> list[str]:
        """Return what the dot said, in order."""
        said: list[str] = self.page.evaluate("window.journeyConnection")
        return said

    def close(self) -> None:
        """Leave."""
        self.context.close()


Open = Callable[..., Visitor]
