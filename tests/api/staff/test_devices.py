"""/api/public/devices and /api/staff/devices: pairing a wall screen."""

from datetime import timedelta
from uuid import uuid4

import pytest

from tests.api.answering import body_of
from tests.api.conftest import As
from tests.cast import Cast, House
from workshop.accounts.models import Device
from workshop.kernel.clock import real_now

DEVICES = "/api/staff/devices"


def test_a_screen_is_paired_by_the_code_it_shows_and_goes_dark_when_revoked(as_: As, home: House) -> None:
    screen, desk = as_(None), as_(home.desk)
    shown = body_of(screen.post("/api/public/devices"), 201)
    assert 590 <= shown["expires_in"] <= 600
    assert screen.client.cookies["pitlane_device"]["httponly"]
    screen.refused("/api/staff/floor", status=401, code="not_signed_in", method="GET")

    body = {"code": shown["code"].lower(), "center_id": str(home.center.id), "name": "Hall"}
    paired = body_of(desk.post(DEVICES, body), 201)
    assert [row["name"] for row in desk.reads(DEVICES)["results"]] == ["Hall"]
    assert screen.reads("/api/staff/floor")["center"]["id"] == str(home.center.id)

    body_of(desk.delete(f"{DEVICES}/{paired['id']}"), 204)
    screen.refused("/api/staff/floor", status=401, code="not_signed_in", method="GET")
    assert desk.reads(DEVICES)["results"] == []


def test_a_code_pairs_once_and_for_ten_minutes(as_: As, home: House) -> None:
    desk = as_(home.desk)
    center = {"center_id": str(home.center.id)}
    first = body_of(as_(None).post("/api/public/devices"), 201)["code"]
    body_of(desk.post(DEVICES, center | {"code": first}), 201)
    desk.refused(DEVICES, center | {"code": first}, status=404, code="code_unknown")

    late = body_of(as_(None).post("/api/public/devices"), 201)["code"]
    Device.objects.filter(code=late).update(code_expires_at=real_now() - timedelta(seconds=1))
    desk.refused(DEVICES, center | {"code": late}, status=404, code="code_unknown")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"code": ""}, "code"),
        ({"code": 11 * "A"}, "code"),
        ({"center_id": "hall"}, "center_id"),
        ({"name": 81 * "x"}, "name"),
        ({"floor": 2}, "floor"),
    ],
)
def test_a_body_that_is_wrong_names_the_field(
    as_: As, home: House, change: dict[str, object], field: str
) -> None:
    body = {"code": "ABCDEF", "center_id": str(home.center.id)} | change
    problem = as_(home.desk).refused(DEVICES, body, status=400, code="validation_failed")
    assert list(problem["fields"]) == [field]


def test_only_the_desk_of_the_centre_pairs_and_revokes(as_: As, everybody: Cast, home: House) -> None:
    code = body_of(as_(None).post("/api/public/devices"), 201)["code"]
    body = {"code": code, "center_id": str(home.center.id)}
    rival = as_(everybody.rival.desk)
    rival.refused(DEVICES, body, status=403, code="insufficient_permissions")
    as_(home.tech).refused(DEVICES, body, status=403, code="insufficient_permissions")
    paired = body_of(as_(home.desk).post(DEVICES, body), 201)
    assert rival.reads(DEVICES)["results"] == []
    rival.refused(f"{DEVICES}/{paired['id']}", status=404, code="not_found", method="DELETE")
    as_(home.desk).refused(f"{DEVICES}/{uuid4()}", status=404, code="not_found", method="DELETE")
