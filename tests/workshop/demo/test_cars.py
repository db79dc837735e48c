"""The demo's models and vehicles are real ones: batteries, charging powers, VINs and plates."""

import re
from datetime import date
from decimal import Decimal

import pytest

from workshop.demo.data.appliances import APPLIANCES
from workshop.demo.data.cars import MODEL_BY_CODE, MODELS
from workshop.demo.data.cars.spec import ModelSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE, CUSTOMERS
from workshop.demo.data.plates import plates
from workshop.demo.data.vehicles import VEHICLE_BY_CODE, VEHICLES, VehicleSpec
from workshop.vehicles import vin

PLATE = re.compile(r"[A-Z]{2} \d{2} [A-HJ-NPR-Z]{1,2} (?!0000)\d{4}")

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.code)
every_vehicle = pytest.mark.parametrize("vehicle", VEHICLES, ids=lambda vehicle: vehicle.code)


def test_there_are_enough_models_of_every_drive() -> None:
    assert len(MODELS) >= 14
    assert len(MODEL_BY_CODE) == len(MODELS)
    assert len({(model.make, model.model) for model in MODELS}) == len(MODELS)
    assert {model.kind for model in MODELS} == {"ev", "hybrid", "car", "motorcycle"}


@every_model
def test_a_battery_has_a_capacity_and_electric_ones_a_charging_power(model: ModelSpec) -> None:
    assert (model.battery_capacity is None) == (model.battery_type == "") == (model.capacity_is is None)
    assert (model.max_charging_power is None) == (model.charging is None)
    if model.kind == "ev":
        assert model.battery_capacity is not None
        assert Decimal(15) < model.battery_capacity < Decimal(110)
        assert model.max_charging_power is not None
    if model.kind in ("car", "hybrid"):
        assert model.max_charging_power is None
    assert model.first_year <= model.last_year


@pytest.mark.parametrize(
    ("code", "capacity", "power"),
    [
        ("nexon-ev", "30.2", "30"),
        ("ev6", "77.4", "233"),
        ("atto-3", "60.48", "80"),
        ("comet-ev", "17.3", "3.3"),
    ],
)
def test_figures_that_a_data_sheet_would_show(code: str, capacity: str, power: str) -> None:
    assert MODEL_BY_CODE[code].battery_capacity == Decimal(capacity)
    assert MODEL_BY_CODE[code].max_charging_power == Decimal(power)


@every_vehicle
def test_a_vehicle_has_a_valid_number_of_its_model_and_year(vehicle: VehicleSpec) -> None:
    assert vin.problem(vehicle.vin) is None
    assert vehicle.vin.startswith(vehicle.model.wmi)
    assert vin.model_year(vehicle.vin, latest=2030) == vehicle.year
    assert vehicle.model.first_year <= vehicle.year <= vehicle.model.last_year
    assert vehicle.year - 1 <= vehicle.bought.year <= vehicle.year + 1
    assert vehicle.warranty_until > vehicle.bought
    assert vehicle.bought < date(2024, 11, 1)


@every_vehicle
def test_a_vehicle_has_an_owner_a_plate_and_a_past(vehicle: VehicleSpec) -> None:
    assert vehicle.owner in CUSTOMER_BY_CODE
    assert PLATE.fullmatch(vehicle.plate)
    assert vehicle.mileage > 0
    assert (vehicle.state_of_health is not None) == (vehicle.model.charging is not None)


def test_no_plate_vin_or_code_is_there_twice() -> None:
    assert len({vehicle.plate for vehicle in VEHICLES}) == len(VEHICLES)
    assert len({vehicle.vin for vehicle in VEHICLES}) == len(VEHICLES)
    assert len(VEHICLE_BY_CODE) == len(VEHICLES)


def test_every_customer_has_a_vehicle() -> None:
    owners = {vehicle.owner for vehicle in VEHICLES} | {appliance.owner for appliance in APPLIANCES}
    assert owners == {customer.code for customer in CUSTOMERS}


def test_plates_are_always_the_same_and_never_repeat() -> None:
    many = plates(5_000)
    assert len(set(many)) == 5_000
    assert plates(20) == many[:20]
    assert all(PLATE.fullmatch(plate) for plate in many)


def test_plates_leave_out_what_is_taken() -> None:
    first = plates(1)[0]
    assert first not in plates(50, apart_from=frozenset({first}))
