"""Finding: distances are true, the nearest comes first, and a postcode finds those who serve it."""

from csv import DictReader
from math import asin, cos, radians, sin, sqrt
from typing import Any

import pytest
from django.db import connection
from django.db.models import FloatField, Value
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from pytest_django import Settings

from tests.workshop.centers.maps import serving
from workshop.centers.finding import FAR, Asked, find
from workshop.centers.geocoding import Position
from workshop.centers.geocoding.bundled import FILE
from workshop.centers.models import ServiceArea, ServiceCenter
from workshop.centers.words import OTHER_NAMES, folded
from workshop.kernel.errors import Invalid

pytestmark = pytest.mark.django_db

MADURAI, VELLORE = ("9.918", "78.123"), ("12.904", "79.132")
serial = iter(range(10_000))


def center(name: str, at: tuple[str, str] | None = None, **more: Any) -> ServiceCenter:
    where = {"latitude": at[0], "longitude": at[1]} if at else {}
    said = {"city": "", "postcode": "", "time_zone": "Asia/Kolkata", "currency": "INR", "status": "approved"}
    return ServiceCenter.objects.create(code=f"C{next(serial)}", name=name, **said | where | more)


def names(**asked: Any) -> list[str]:
    rows = find(ServiceCenter.objects.filter(status="approved"), Asked(**asked))
    return list(rows.order_by("placing", "id").values_list("name", flat=True))


def obvious(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Return the distance in km by the spherical law of haversines, in plain Python."""
    (north, east), (other_north, other_east) = (tuple(map(radians, point)) for point in (a, b))
    half = sin((other_north - north) / 2) ** 2
    half += cos(north) * cos(other_north) * sin((other_east - east) / 2) ** 2
    return 2 * 6371 * asin(sqrt(min(half, 1)))


degrees = st.tuples(st.floats(-89.9, 89.9), st.floats(-180, 180))


@trying(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(here=degrees, there=degrees, within=st.floats(1, 5000))
def test_the_distance_is_the_obvious_one_and_the_box_loses_nobody(
    here: tuple[float, float], there: tuple[float, float], within: float
) -> None:
    ServiceCenter.objects.all().delete()
    point = Position.of(*there)
    center("There", (str(point.latitude), str(point.longitude)))
    origin = Position.of(*here)
    far = obvious(
        (float(origin.latitude), float(origin.longitude)), (float(point.latitude), float(point.longitude))
    )
    found = find(ServiceCenter.objects.all(), Asked(near=origin)).get()
    assert found.km == pytest.approx(far, abs=0.01)
    if abs(far - within) > 0.01:
        inside = find(ServiceCenter.objects.all(), Asked(near=origin, within=within))
        assert inside.exists() == (far < within)


def test_without_the_box_the_index_does_not_serve() -> None:
    """The twin: the same circle without the box reads every row."""
    for number in range(300):
        center(f"Number {number}", (str(number % 80), str(number % 170)))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE centers_servicecenter")
        cursor.execute("SET LOCAL enable_seqscan = off")
    rows, origin = ServiceCenter.objects.all(), Position.of(*MADURAI)
    boxed = find(rows, Asked(near=origin, within=20)).order_by("placing", "id")
    unboxed = find(rows, Asked(near=origin)).filter(km__lte=Value(20.0, output_field=FloatField()))
    assert "center_by_position" in boxed.explain()
    assert "center_by_position" not in unboxed.explain()


def test_a_city_is_found_however_it_is_typed_and_by_area() -> None:
    center("At home", city="Đà Nẵng")
    visiting = center("Visiting", city="Huế")
    ServiceArea.objects.create(center=visiting, city="DA NANG")
    center("Elsewhere", city="Hà Nội")
    assert names(city="da nang") == ["At home", "Visiting"]
    assert names(city="nowhere") == []


@pytest.mark.parametrize("typed", ["Trichy", "tiruchi", "TIRUCHIRAPPALLI", "Trichinopoly"])
def test_a_town_is_found_by_any_of_its_names(typed: str) -> None:
    center("By the new name", city="Tiruchirappalli")
    center("By the short name", city="Trichy")
    center("Elsewhere", city="Chennai")
    assert names(city=typed) == ["By the new name", "By the short name"]


def test_the_other_names_are_of_towns_and_districts_in_the_table() -> None:
    with FILE.open(encoding="utf-8", newline="") as lines:
        known = {folded(row[name]) for row in DictReader(lines) for name in ("city", "district")}
    assert set(OTHER_NAMES.values()) <= known
    assert not known & set(OTHER_NAMES)


def test_those_who_serve_a_postcode_come_before_those_who_are_near() -> None:
    center("Near", ("9.93", "78.13"), city="Melur")
    by_district = center("By district", VELLORE, city="Vellore")
    by_postcode = center("By postcode", ("10.37", "77.97"), city="Dindigul")
    center("Own city", ("9.90", "78.10"), city="Madurai")
    center("Own postcode", None, city="", postcode="625002")
    center("Too far", ("13.0", "80.2"), city="Chennai")
    ServiceArea.objects.create(center=by_district, district="madurai")
    ServiceArea.objects.create(center=by_postcode, postcode="625002")
    assert names(postcode="625 002") == ["Own city", "By postcode", "By district", "Own postcode", "Near"]
    rows = find(ServiceCenter.objects.all(), Asked(postcode="625002"))
    assert {row.name for row in rows if row.serves is False} == {"Near"}
    assert rows.get(name="Own postcode").km is None


def test_distances_are_from_where_one_is_when_that_is_known() -> None:
    center("North", ("9.99", "78.12"), city="Madurai")
    center("South", ("9.85", "78.12"), city="Madurai")
    assert names(postcode="625001", near=Position.of("9.8", "78.12")) == ["South", "North"]
    assert names(postcode="625001", near=Position.of("10.1", "78.12")) == ["North", "South"]


def test_a_postcode_that_nobody_serves_names_the_three_nearest() -> None:
    for name, north in (("A", "12.9"), ("B", "12.5"), ("C", "13.1"), ("D", "11.0")):
        center(name, (north, "79.1"), city="Vellore")
    center("Nowhere", None)
    with pytest.raises(Invalid) as refused:
        names(postcode="643001")
    assert refused.value.code == "postcode_not_served"
    assert [row.name for row in refused.value.extra["nearest"]] == ["D", "B", "A"]
    assert list(refused.value.fields) == ["postcode"]


def test_a_postcode_of_nowhere_is_refused_unless_somebody_serves_it() -> None:
    one = center("One", VELLORE)
    with pytest.raises(Invalid, match="do not know where") as refused:
        names(postcode="ZZ9")
    assert refused.value.extra["nearest"] == []
    ServiceArea.objects.create(center=one, postcode="ZZ9")
    assert names(postcode="zz9") == ["One"]


def test_words_leave_none_without_a_refusal() -> None:
    center("Own city", ("9.90", "78.10"), city="Madurai")
    assert names(postcode="625001", words="tyres") == []


def test_it_begins_at_the_preferred_centre_when_nothing_is_asked() -> None:
    center("A far one", VELLORE)
    center("Near", ("9.93", "78.13"))
    preferred = center("Preferred", MADURAI)
    twin = center("At the same spot", MADURAI)
    center("B without position")
    assert names(start_at=preferred.id) == [
        "Preferred",
        "At the same spot",
        "Near",
        "A far one",
        "B without position",
    ]
    assert names(start_at=twin.id)[0] == "At the same spot"
    assert names(start_at=preferred.id, words="near") == ["Near"]


def test_a_preferred_centre_without_a_position_comes_first_by_name() -> None:
    center("A", MADURAI)
    preferred = center("Z")
    closed = center("B", status="rejected")
    assert names(start_at=preferred.id) == ["Z", "A"]
    assert names(start_at=closed.id) == ["A", "Z"]


def test_a_centre_without_a_position_is_the_last() -> None:
    center("Unplaced")
    center("Placed", VELLORE)
    assert names(near=Position.of(*MADURAI)) == ["Placed", "Unplaced"]
    last = find(ServiceCenter.objects.filter(name="Unplaced"), Asked(near=Position.of(*MADURAI))).get()
    assert (last.km, last.placing) == (None, FAR)


def test_a_postcode_outside_the_table_is_asked_of_the_map_service_once(settings: Settings) -> None:
    center("Sài Gòn", ("10.776", "106.700"))
    down = [True]

    def answer(query: dict[str, str]) -> object:
        return b"out of order" if down[0] else [{"lat": "10.8", "lon": "106.7"}]

    with serving(answer) as maps:
        settings.GEOCODER, settings.GEOCODER_COUNTRY, settings.NOMINATIM_URL = "nominatim", "VN", maps.url
        with pytest.raises(Invalid, match="do not know where"):
            names(postcode="70000")
        down[0] = False
        assert names(postcode="70000") == ["Sài Gòn"]
        asked = len(maps.asked)
        assert names(postcode="70000") == ["Sài Gòn"]
    assert asked == 2
    assert len(maps.asked) == asked
