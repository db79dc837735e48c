"""Finding a centre: the list is in the page, and the map shows it where an owner of tiles is set."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.cast import House, house
from tests.pictures import drawn, saved
from tests.realtime.serving import Server
from workshop.centers.models import ServiceCenter

from .conftest import APPLICATION
from .test_accessible import SCHEMES, violations
from .visitor import Open

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
LIST = "/api/public/service-centers?limit=50"


class Tiles:
    """Somebody else's tiles, on loopback; `asked` are the paths."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        tile, asked = saved(drawn((256, 256))), self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "image/jpeg")
                self.end_headers()
                self.wfile.write(tile)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        """The address to set."""
        return f"http://127.0.0.1:{self.server.server_port}/{{z}}/{{x}}/{{y}}.jpg"


@pytest.fixture
def tiles() -> Iterator[Tiles]:
    """An owner of tiles."""
    made = Tiles()
    yield made
    made.server.shutdown()


@pytest.fixture
def mapped(tiles: Tiles, chromium: str, front_end: None, home: House) -> Iterator[Server]:
    """A server that shows a map, of two centres."""
    place(home, "13.0850", "80.2101")
    place(house("VEL", "Velachery"), "12.9815", "80.2180")
    with Server(application=APPLICATION, MAP_TILES_URL=tiles.url, MAP_ATTRIBUTION="© Tile makers") as running:
        yield running


def place(house: House, latitude: str, longitude: str) -> None:
    """Put a centre on the map."""
    ServiceCenter.objects.filter(pk=house.center.id).update(latitude=latitude, longitude=longitude)


def map_of(page: Page) -> Locator:
    """The map."""
    return page.get_by_role("region", name="Map of workshops")


def test_the_list_is_there_while_the_server_has_not_answered(visit: Open, home: House) -> None:
    house("VEL", "Velachery")
    phone = visit("phone")
    phone.page.route(f"**{LIST}", lambda _: None)
    phone.page.goto("/book?all")
    expect(phone.page.get_by_role("list", name="Workshops").get_by_role("listitem")).to_have_count(2)


def test_without_an_address_of_tiles_there_is_no_map_and_nothing_of_one(visit: Open, home: House) -> None:
    house("VEL", "Velachery")
    desk = visit("desk")
    asked: list[str] = []
    desk.page.on("request", lambda request: asked.append(request.url))
    desk.page.goto("/book?all")
    desk.sees("Velachery")
    desk.page.wait_for_load_state("networkidle")
    assert map_of(desk.page).count() == 0
    assert {urlsplit(url).netloc for url in asked} == {urlsplit(desk.origin).netloc}
    assert not [url for url in asked if "CentersMap" in url]


def test_map_and_list_share_the_chosen_centre(visit: Open, mapped: Server, tiles: Tiles) -> None:
    desk = visit("desk", port=mapped.port)
    page = desk.page
    page.goto("/book?all")
    desk.sees(map_of(page).get_by_text("© Tile makers"))
    expect(page.locator("img.leaflet-tile-loaded").first).to_be_visible()
    assert tiles.asked
    mark = map_of(page).get_by_role("button", name="Velachery")
    mark.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name=re.compile("^Velachery"))).to_be_focused()
    expect(mark).to_have_attribute("aria-pressed", "true")
    page.get_by_role("link", name=re.compile("^Anna Nagar")).hover()
    expect(map_of(page).get_by_role("button", name="Anna Nagar")).to_have_attribute("aria-pressed", "true")
    mark.click()
    page.keyboard.press("Enter")
    page.wait_for_url("**/book/*")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_phone_opens_the_map_and_axe_finds_nothing_on_it(
    visit: Open, mapped: Server, tiles: Tiles, scheme: str
) -> None:
    phone = visit("phone", port=mapped.port, scheme=scheme)
    phone.page.goto("/book?all")
    phone.sees("Velachery")
    assert not tiles.asked
    phone.button("Show on a map").click()
    expect(phone.page.locator("img.leaflet-tile-loaded").first).to_be_visible()
    assert not violations(phone.page)
