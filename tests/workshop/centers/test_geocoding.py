"""Positions come from the table, or from a map service that may fail without anybody noticing."""

import csv
from decimal import Decimal
from threading import Event
from time import monotonic
from typing import Any

import pytest
from pytest_django import Settings

from tests.workshop.centers.maps import Maps, serving
from workshop.centers.geocoding import Position, geocoder, place_of
from workshop.centers.geocoding.bundled import FILE

ANNA_NAGAR = {"address": "2nd Avenue 12", "city": "Chennai", "postcode": "600040", "country": "IN"}
BY_TABLE = Position.of("13.085", "80.210")
HERE = Position.of("13.0867", "80.2153")


@pytest.fixture
def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def use(settings: Settings, service: str, maps: Maps | None = None, **more: Any) -> None:
    settings.GEOCODER = service
    settings.NOMINATIM_URL = settings.GOOGLE_GEOCODING_URL = maps.url if maps else "http://127.0.0.1:1"
    settings.GOOGLE_GEOCODING_KEY = "secret-of-nobody"
    for name, value in more.items():
        setattr(settings, name, value)


def nominatim(query: dict[str, str]) -> Any:
    return [{"lat": "13.0867", "lon": "80.2153", "display_name": "Anna Nagar"}]


def google(query: dict[str, str]) -> Any:
    return {"status": "OK", "results": [{"geometry": {"location": {"lat": 13.0867, "lng": 80.2153}}}]}


def test_the_table_is_small_sorted_and_says_each_postcode_once(rows: list[dict[str, str]]) -> None:
    codes = [row["postcode"] for row in rows]
    assert FILE.stat().st_size < 300_000
    assert codes == sorted(set(codes))
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert all(row["district"] and row["state"] for row in rows)


def test_tamil_nadu_lies_in_tamil_nadu(rows: list[dict[str, str]]) -> None:
    there = [row for row in rows if row["state"] == "Tamil Nadu"]
    assert len(there) > 1800
    assert len({row["district"] for row in there}) == 38
    for row in there:
        assert 8.0 < float(row["latitude"]) < 13.6, row
        assert 76.2 < float(row["longitude"]) < 80.4, row


@pytest.mark.parametrize(
    ("postcode", "city", "district", "latitude", "longitude"),
    [
        ("600001", "Chennai", "Chennai", 13.09, 80.29),
        ("600 040", "Chennai", "Chennai", 13.085, 80.21),
        ("625001", "Madurai", "Madurai", 9.92, 78.12),
        ("641001", "Coimbatore", "Coimbatore", 11.0, 76.96),
        ("620001", "Tiruchirappalli", "Tiruchirappalli", 10.8, 78.69),
        ("636001", "Salem", "Salem", 11.66, 78.16),
        ("632001", "Vellore", "Vellore", 12.9, 79.13),
        ("629001", "Nagercoil", "Kanniyakumari", 8.19, 77.43),
        ("643001", "Udhagamandalam", "Nilgiris", 11.41, 76.7),
    ],
)
def test_head_offices_are_where_they_are(
    postcode: str, city: str, district: str, latitude: float, longitude: float
) -> None:
    place = place_of(postcode)
    assert place is not None
    assert (place.city, place.district) == (city, district)
    assert float(place.position.latitude) == pytest.approx(latitude, abs=0.01)
    assert float(place.position.longitude) == pytest.approx(longitude, abs=0.01)


def test_a_missing_postcode_is_in_the_middle_of_its_sorting_district() -> None:
    place = place_of("641999")
    assert place is not None
    assert (place.city, place.district) == ("", "")
    assert float(place.position.latitude) == pytest.approx(11.02, abs=0.1)


@pytest.mark.parametrize("text", ["", "60004", "6000400", "ABCDEF", "６０００４０", "990001"])
def test_what_is_no_postcode_is_nowhere(text: str) -> None:
    assert place_of(text) is None


def test_the_table_answers_for_its_country_only(settings: Settings) -> None:
    use(settings, "bundled")
    assert geocoder().locate(**ANNA_NAGAR) == BY_TABLE
    assert geocoder().locate(**ANNA_NAGAR | {"country": "VN"}) is None


@pytest.mark.parametrize("text", [("91", "1"), ("1", "181"), ("north", "1"), ("nan", "1"), (None, 1)])
def test_what_is_no_position_is_refused(text: tuple[Any, Any]) -> None:
    with pytest.raises(ValueError, match="not a position"):
        Position.of(*text)


def test_nominatim_is_asked_for_the_address_with_a_name_of_ours(settings: Settings) -> None:
    with serving(nominatim) as maps:
        use(settings, "nominatim", maps, GEOCODER_USER_AGENT="Pitlane/1 (ops@example.com)")
        assert geocoder().locate(**ANNA_NAGAR) == HERE
    assert maps.paths == ["/search"]
    assert maps.agents == ["Pitlane/1 (ops@example.com)"]
    assert maps.asked == [
        {
            "street": "2nd Avenue 12",
            "city": "Chennai",
            "postalcode": "600040",
            "countrycodes": "in",
            "format": "jsonv2",
            "limit": "1",
        }
    ]


def test_google_is_asked_with_the_key(settings: Settings) -> None:
    with serving(google) as maps:
        use(settings, "google", maps)
        assert geocoder().locate(**ANNA_NAGAR) == HERE
    assert maps.paths == ["/maps/api/geocode/json"]
    assert maps.asked == [
        {
            "address": "2nd Avenue 12, Chennai, 600040",
            "components": "country:IN",
            "key": "secret-of-nobody",
        }
    ]


@pytest.mark.parametrize(
    ("service", "found", "nothing"),
    [("nominatim", nominatim, []), ("google", google, {"status": "ZERO_RESULTS", "results": []})],
)
def test_a_house_that_is_not_found_is_looked_for_by_its_area(
    settings: Settings, service: str, found: Any, nothing: Any
) -> None:
    def area_only(query: dict[str, str]) -> Any:
        return nothing if "2nd Avenue" in str(query) else found(query)

    with serving(area_only) as maps:
        use(settings, service, maps)
        assert geocoder().locate(**ANNA_NAGAR) == HERE
    assert len(maps.asked) == 2


@pytest.mark.parametrize(
    ("service", "said", "status"),
    [
        ("nominatim", [], 200),
        ("nominatim", b"<html>", 200),
        ("nominatim", [{"lat": "95", "lon": "1"}], 200),
        ("nominatim", {"error": "no"}, 200),
        ("nominatim", [{"lat": "1", "lon": "1"}], 503),
        ("google", {"status": "OVER_QUERY_LIMIT"}, 200),
        ("google", {"status": "OK", "results": []}, 200),
        ("google", [], 200),
    ],
)
def test_a_service_that_fails_is_replaced_by_the_table(
    settings: Settings, service: str, said: Any, status: int
) -> None:
    with serving(lambda query: said, status) as maps:
        use(settings, service, maps)
        assert geocoder().locate(**ANNA_NAGAR) == BY_TABLE
    assert maps.asked


@pytest.mark.parametrize("service", ["nominatim", "google"])
def test_a_service_that_is_away_is_replaced_by_the_table(settings: Settings, service: str) -> None:
    use(settings, service)
    assert geocoder().locate(**ANNA_NAGAR) == BY_TABLE


def test_a_service_that_hangs_is_waited_for_no_longer_than_settings_say(settings: Settings) -> None:
    asleep = Event()
    with serving(lambda query: asleep.wait(20)) as maps:
        use(settings, "nominatim", maps, GEOCODER_TIMEOUT=0.2)
        began = monotonic()
        found = geocoder().locate(**ANNA_NAGAR)
        asleep.set()
    assert found == BY_TABLE
    assert monotonic() - began < 3


def test_a_position_is_kept_to_a_millionth() -> None:
    assert Position.of(13.08674999, "80.2").latitude == Decimal("13.086750")
