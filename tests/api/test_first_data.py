"""What a page shows first stands in the page: as the API says it, nobody's, and never in the way."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError

from api.first_data import MOST_CENTERS
from tests.api.answering import Caller
from tests.cast import Cast, application, cast
from tests.door import Door
from workshop.centers.models import CustomerProfile, ServiceCenter
from workshop.settings.map import tiles_origin
from workshop.settings.security import page_policy

LIST = "/api/public/service-centers"
TILES = "https://tiles.example.com/{z}/{x}/{y}.png?key=a"
FIRST = re.compile(rb'<script type="application/json" id="first-data">(.*?)</script></head>')


@pytest.fixture(autouse=True)
def built(settings: Any, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><head><title>Pitlane</title></head><body></body>")
    settings.FRONTEND_DIST = tmp_path


@pytest.fixture
def everybody(db: None) -> Cast:
    return cast()


def first_of(path: str, door: Door | None = None) -> dict[str, Any]:
    """Return the first data of a page; empty when it has none."""
    answer = (door or Door()).get(path)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "no-cache")
    found = FIRST.search(answer.content)
    return json.loads(found[1]) if found else {}


def test_it_is_what_the_api_answers_a_visitor(everybody: Cast) -> None:
    application(everybody.customer, "Guindy Motors")
    home, visitor = everybody.home.center.id, Caller()
    listed = visitor.reads(f"{LIST}?limit={MOST_CENTERS}")["results"]
    assert [row["name"] for row in listed] == ["Anna Nagar", "Velachery"]
    assert first_of("/book") == {"centers": listed}
    shown = visitor.reads(f"{LIST}/{home}")
    assert first_of(f"/book?center={home}") == {"centers": listed, "center": shown}
    for step in ("", "/", "/time", "/you", "/check"):
        assert first_of(f"/book/{home}{step}") == {"center": shown}


def test_it_is_the_same_for_everybody(everybody: Cast) -> None:
    CustomerProfile.objects.filter(user=everybody.customer).update(
        preferred_service_center=everybody.rival.center
    )
    assert first_of("/book", Door(everybody.customer)) == first_of("/book")


@pytest.mark.parametrize(
    "named", ["nonsense", "0" * 36, "%00", "'\"<script>", "018f0000-0000-7000-8000-000000000000"]
)
def test_a_strange_centre_is_no_error(everybody: Cast, named: str) -> None:
    assert list(first_of(f"/book?center={named}")) == ["centers"]


def test_a_centre_that_is_not_open_to_all_is_not_in_it(everybody: Cast) -> None:
    applied = application(everybody.customer, "Guindy Motors")
    assert first_of(f"/book/{applied.id}") == {}
    assert list(first_of(f"/book?center={applied.id}")) == ["centers"]


def test_no_name_ends_the_element(everybody: Cast) -> None:
    name = "</script><script>alert(1)</script>&\u2028"
    ServiceCenter.objects.filter(pk=everybody.home.center.id).update(name=name)
    answer = Door().get("/book")
    assert b"alert(1)</script>" not in answer.content
    assert name in [row["name"] for row in first_of("/book")["centers"]]


def test_other_pages_have_none(everybody: Cast) -> None:
    for path in ("/", "/join", "/book/done", f"/book/{everybody.home.center.id}/done/1", "/visit/1"):
        assert first_of(path) == {}


def test_a_page_comes_also_when_the_database_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("api.first_data.open_to_all", gone)
    assert first_of("/book") == {}


def test_the_map_is_named_and_its_tiles_allowed_only_where_they_are_set(
    settings: Any, everybody: Cast
) -> None:
    plain = Door().get("/book")["Content-Security-Policy"]
    assert "img-src 'self' data: blob:;" in plain + ";"
    assert "map" not in first_of("/book")
    settings.MAP_TILES_URL = TILES
    settings.CONTENT_SECURITY_POLICY = page_policy(tiles=tiles_origin(TILES))
    assert first_of("/book")["map"]["tiles"] == TILES
    policy = Door().get("/book")["Content-Security-Policy"]
    assert "img-src 'self' data: blob: https://tiles.example.com;" in policy + ";"
    assert policy.replace(" https://tiles.example.com", "") == plain


@pytest.mark.parametrize(
    "address",
    [
        "tiles.example.com/{z}/{x}/{y}.png",
        "https://{s}.example.com/{z}/{x}/{y}.png",
        "https://tiles.example.com/",
        "ftp://tiles.example.com/{z}/{x}/{y}.png",
    ],
)
def test_an_address_that_names_no_tile_of_one_host_is_refused(address: str) -> None:
    with pytest.raises(ValueError, match="MAP_TILES_URL"):
        tiles_origin(address)
