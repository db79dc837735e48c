"""GET /api/public/vins/{vin}: what a VIN says by itself."""

import pytest

from tests.api.answering import Caller
from tests.cast import Cast
from workshop.kernel.clock import real_now
from workshop.vehicles.models import Vehicle
from workshop.vehicles.vin import build

VINS = "/api/public/vins"


@pytest.fixture
def visitor(db: None) -> Caller:
    return Caller()


def test_make_and_year_are_read(visitor: Caller) -> None:
    year = real_now().year - 2
    number = build("MAT", "62548", year, "K", 12345)
    assert visitor.reads(f"{VINS}/{number}") == {
        "vin": number,
        "make": "Tata",
        "year": year,
        "check_digit_fits": True,
    }


def test_it_is_read_as_it_is_typed_and_a_wrong_check_digit_is_only_said(visitor: Caller) -> None:
    number = build("WVW", "ZZZ1J", 2020, "W", 1)
    wrong = number[:8] + ("0" if number[8] != "0" else "1") + number[9:]
    read = visitor.reads(f"{VINS}/{wrong[:8].lower()}-{wrong[8:]}")
    assert (read["vin"], read["make"], read["check_digit_fits"]) == (wrong, "Volkswagen", False)


def test_a_maker_that_is_not_known_is_left_open(visitor: Caller) -> None:
    assert visitor.reads(f"{VINS}/{build('ZZZ', '00000', 2020, 'A', 7)}")["make"] == ""


@pytest.mark.parametrize("number", ["MAT62548", "MAT625487NKL1234O", "MAT625487NKL123456789"])
def test_what_is_no_vin_is_refused_with_what_to_do(visitor: Caller, number: str) -> None:
    problem = visitor.refused(f"{VINS}/{number}", status=400, code="vin_invalid", method="GET")
    assert list(problem["fields"]) == ["vin"]


def test_a_known_vehicle_reads_like_any_other(visitor: Caller, everybody: Cast) -> None:
    number = build("MA3", "EWB22", 2021, "S", 4711)
    before = visitor.reads(f"{VINS}/{number}")
    Vehicle.objects.update(vin="")
    Vehicle.objects.filter(ownerships__person=everybody.customer).update(vin=number, make="Lada", year=1999)
    assert visitor.reads(f"{VINS}/{number}") == before
