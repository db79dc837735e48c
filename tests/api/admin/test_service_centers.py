"""/api/admin/service-centers."""

from typing import Any

import psycopg
import pytest
from django.db import connection, transaction
from pytest_django import Settings

from tests.api.answering import Caller, body_of, nothing_changes
from tests.api.conftest import As
from tests.cast import Cast, House, cast
from tests.workshop.centers.maps import serving
from workshop.centers.models import OpeningHours, ServiceCenter
from workshop.centers.placing import placed

CENTERS = "/api/admin/service-centers"
NEW: dict[str, Any] = {
    "code": "MDU",
    "name": "Madurai",
    "address": "Bypass Road 8",
    "city": "Madurai",
    "postcode": "625001",
    "time_zone": "Asia/Kolkata",
    "currency": "INR",
    "latitude": "9.925200",
    "longitude": "78.119800",
    "working_hours": [
        {"weekday": 0, "opens": "09:00", "closes": "13:00"},
        {"weekday": 0, "opens": "14:00", "closes": "18:00"},
    ],
}


@pytest.fixture
def admin(as_: As, home: House) -> Caller:
    return as_(home.admin)


@pytest.fixture
def network(as_: As, everybody: Cast) -> Caller:
    return as_(everybody.network)


def test_one_reads_the_centres_one_administers(admin: Caller, network: Caller, everybody: Cast) -> None:
    def names(caller: Caller, query: str = "") -> list[str]:
        return [row["name"] for row in caller.reads(f"{CENTERS}?{query}")["results"]]

    assert names(admin) == ["Anna Nagar"]
    assert names(network) == ["Anna Nagar", "Velachery"]
    assert names(network, "city=chennai&status=approved&is_active=true&q=vel") == ["Velachery"]
    assert names(network, "status=applied") == []
    admin.refused(f"{CENTERS}/{everybody.rival.center.id}", status=404, code="not_found", method="GET")


def test_the_network_opens_a_centre(network: Caller) -> None:
    made = body_of(network.post(CENTERS, NEW), 201)
    assert (made["status"], made["code"], made["version"]) == ("approved", "MDU", 1)
    assert made["working_hours"] == NEW["working_hours"]


def test_a_centres_administrator_opens_none(admin: Caller) -> None:
    admin.refused(CENTERS, NEW, status=403, code="insufficient_permissions")


@pytest.mark.parametrize(
    ("change", "status", "code", "field"),
    [
        ({"code": "ANN"}, 409, "code_taken", "code"),
        ({"code": "lower"}, 400, "validation_failed", "code"),
        ({"time_zone": "Mars/Base"}, 400, "unknown_zone", "time_zone"),
        ({"currency": "inr"}, 400, "unknown_currency", "currency"),
        ({"latitude": 91}, 400, "validation_failed", "latitude"),
        ({"email": "nobody"}, 400, "validation_failed", "email"),
        ({"owner": "me"}, 400, "validation_failed", "owner"),
        ({"working_hours": "always"}, 400, "validation_failed", "working_hours"),
        (
            {"working_hours": [{"weekday": 7, "opens": "09:00", "closes": "10:00"}]},
            400,
            "validation_failed",
            "working_hours.0.weekday",
        ),
        (
            {
                "working_hours": [
                    {"weekday": 6, "opens": "20:00", "closes": "06:00"},
                    {"weekday": 0, "opens": "05:00", "closes": "09:00"},
                ]
            },
            400,
            "hours_overlap",
            "working_hours",
        ),
        (
            {
                "working_hours": [
                    {"weekday": 1, "opens": "09:00", "closes": "12:00"},
                    {"weekday": 1, "opens": "11:00", "closes": "15:00"},
                ]
            },
            400,
            "hours_overlap",
            "working_hours",
        ),
    ],
)
def test_what_is_wrong_names_the_field(
    network: Caller, home: House, change: dict[str, Any], status: int, code: str, field: str
) -> None:
    problem = network.refused(CENTERS, NEW | change, status=status, code=code)
    assert list(problem["fields"]) == [field]


def test_what_is_given_changes_and_hours_are_replaced_as_a_whole(admin: Caller, home: House) -> None:
    path = f"{CENTERS}/{home.center.id}"
    shown = admin.reads(path)
    changed = admin.puts(path, shown | {"phone": "+914499999999", "working_hours": NEW["working_hours"]})
    assert (changed["phone"], changed["version"]) == ("+914499999999", 2)
    assert OpeningHours.objects.filter(center=home.center).count() == 2
    assert admin.puts(path, {"phone": ""})["working_hours"] == NEW["working_hours"]


def test_a_span_that_lacks_its_day_is_refused_by_name_and_changes_nothing(admin: Caller, home: House) -> None:
    path = f"{CENTERS}/{home.center.id}"
    before = admin.reads(path)
    said = {"working_hours": [{"opens": "09:00", "closes": "10:00"}]}
    problem = admin.refused(path, said, status=400, code="validation_failed", method="PUT")
    assert list(problem["fields"]) == ["working_hours.0.weekday"]
    assert admin.reads(path) == before


def test_hours_that_overlap_say_on_which_day(admin: Caller, home: House) -> None:
    night = {"weekday": 6, "opens": "20:00", "closes": "06:00"}
    for early, said in (
        (
            {"weekday": 0, "opens": "05:00", "closes": "09:00"},
            "One of Sunday's goes on into one of Monday's.",
        ),
        ({"weekday": 6, "opens": "19:00", "closes": "21:00"}, "Two of Sunday's overlap."),
    ):
        body = {"working_hours": [night, early]}
        path = f"{CENTERS}/{home.center.id}"
        problem = admin.refused(path, body, status=400, code="hours_overlap", method="PUT")
        assert problem["fields"] == {"working_hours": [said]}


def test_hours_alone_leave_the_rest(admin: Caller, home: House) -> None:
    path = f"{CENTERS}/{home.center.id}"
    shown = admin.reads(path)
    changed = admin.puts(path, {"working_hours": []})
    assert changed == shown | {
        "working_hours": [],
        "version": 2,
        "updated_at": changed["updated_at"],
    }


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"status": "rejected"}, 400, "validation_failed"),
        ({"code": "NEW"}, 400, "validation_failed"),
        ({"name": ""}, 400, "validation_failed"),
        ({"time_zone": "Mars/Base"}, 400, "unknown_zone"),
        ({"version": 9, "name": "X"}, 409, "stale_version"),
    ],
)
def test_a_change_that_makes_no_sense_changes_nothing(
    admin: Caller, home: House, body: dict[str, Any], status: int, code: str
) -> None:
    admin.refused(f"{CENTERS}/{home.center.id}", body, status=status, code=code, method="PUT")


def test_areas_are_replaced_as_a_whole_and_come_back_as_they_were_sent(admin: Caller, home: House) -> None:
    path = f"{CENTERS}/{home.center.id}"
    areas = [{"city": "Guindy"}, {"district": "Chennai"}, {"postcode": "600001"}]
    shown = admin.puts(path, {"service_areas": areas})
    assert shown["service_areas"] == areas
    again = admin.puts(path, shown)
    assert (again["service_areas"], again["version"]) == (areas, shown["version"] + 1)
    assert admin.puts(path, {"phone": "1"})["service_areas"] == areas
    assert admin.puts(path, {"service_areas": []})["service_areas"] == []


@pytest.mark.parametrize(
    ("areas", "field"),
    [
        ([{"city": "Guindy", "postcode": "1"}], "service_areas.0"),
        ([{"city": "Guindy"}, {"city": " guindy"}], "service_areas.1"),
        ([{"town": "Guindy"}], "service_areas.0.town"),
        ("Guindy", "service_areas"),
    ],
)
def test_areas_that_make_no_sense_change_nothing(
    admin: Caller, home: House, areas: object, field: str
) -> None:
    path = f"{CENTERS}/{home.center.id}"
    with nothing_changes():
        problem = body_of(admin.put(path, {"service_areas": areas}), 400)
    assert list(problem["fields"]) == [field]


def test_a_position_comes_from_the_postcode_and_stays_while_that_does(admin: Caller, home: House) -> None:
    path = f"{CENTERS}/{home.center.id}"
    shown = admin.reads(path)
    assert shown["latitude"] == "13.085000"
    moved = admin.puts(path, shown | {"postcode": "625001"})
    assert moved["latitude"] == "9.918000", "the position that came back unchanged was the old postcode's"
    said = admin.puts(path, {"latitude": "9.930000", "longitude": "78.130000", "postcode": "625002"})
    assert said["latitude"] == "9.930000"
    assert admin.puts(path, said | {"address": "Elsewhere 1"})["latitude"] == "9.930000"
    assert admin.puts(path, {"latitude": None, "longitude": None})["latitude"] == "9.939000"


def test_a_postcode_that_nobody_knows_wants_a_position_as_well(admin: Caller, home: House) -> None:
    path = f"{CENTERS}/{home.center.id}"
    shown = admin.reads(path)
    body = shown | {"postcode": "ZZ9", "latitude": None, "longitude": None}
    for unknown in ({"postcode": "ZZ9"}, shown | {"postcode": "ZZ9"}, body):
        problem = admin.refused(path, unknown, status=400, code="postcode_unknown", method="PUT")
        assert list(problem["fields"]) == ["postcode"]
    assert admin.reads(path) == shown
    there = {"latitude": "52.520000", "longitude": "13.400000"}
    assert admin.puts(path, {"postcode": "ZZ9"} | there)["latitude"] == "52.520000"
    admin.refused(path, dict.fromkeys(there), status=400, code="postcode_unknown", method="PUT")


def test_a_centre_that_has_no_position_changes_all_the_same(admin: Caller, home: House) -> None:
    ServiceCenter.objects.filter(pk=home.center.id).update(postcode="ZZ9", latitude=None, longitude=None)
    path = f"{CENTERS}/{home.center.id}"
    assert admin.puts(path, admin.reads(path) | {"phone": "+914499999999"})["latitude"] is None


def test_a_new_centre_wants_one_too(network: Caller, home: House) -> None:
    network.refused(
        CENTERS,
        NEW | {"postcode": "ZZ9", "latitude": None, "longitude": None},
        status=400,
        code="postcode_unknown",
    )


@pytest.mark.django_db(transaction=True)
def test_no_transaction_is_open_while_a_map_service_is_asked(settings: Settings) -> None:
    """PostgreSQL is asked in the middle of the service's answer; the twin shows that it would tell."""
    waiting: list[int] = []

    def answer(query: dict[str, str]) -> object:
        waiting.append(waiting_in_transactions())
        return [{"lat": "9.5", "lon": "78.5"}]

    everybody = cast()
    admin = Caller(everybody.home.admin)
    path = f"{CENTERS}/{everybody.home.center.id}"
    with serving(answer) as maps:
        settings.GEOCODER, settings.NOMINATIM_URL = "nominatim", maps.url
        assert admin.puts(path, {"postcode": "625001"})["latitude"] == "9.500000"
        with transaction.atomic():
            ServiceCenter.objects.select_for_update().get(pk=everybody.home.center.id)
            placed({"postcode": "625003"})
    assert waiting == [0, 1]


def waiting_in_transactions() -> int:
    """Return how many sessions of this database wait within a transaction, seen from another session."""
    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": None}) as another:
        row = another.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND state LIKE 'idle in transaction%'"
        ).fetchone()
    assert row is not None
    return int(row[0])


def test_nobody_changes_another_centre(as_: As, everybody: Cast, home: House) -> None:
    path = f"{CENTERS}/{home.center.id}"
    as_(everybody.rival.admin).refused(path, {"name": "X"}, status=404, code="not_found", method="PUT")
    as_(home.desk).refused(path, {"name": "X"}, status=403, code="insufficient_permissions", method="PUT")
