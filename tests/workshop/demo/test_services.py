"""The demo's services are honest: times add up, safety cannot be skipped, readings have limits."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from workshop.demo.data.services import SERVICE_BY_CODE, SERVICES
from workshop.demo.data.services.spec import ServiceSpec

EVERY = tuple(SERVICE_BY_CODE.values())
every_service = pytest.mark.parametrize("service", EVERY, ids=lambda service: service.code)


def test_there_are_enough_services_and_no_name_twice() -> None:
    assert len(SERVICES) >= 28
    assert len(SERVICE_BY_CODE) > len(SERVICES)
    assert max(Counter(service.name for service in EVERY).values()) == 1


def test_prices_look_like_prices() -> None:
    assert all(service.price > 0 for service in SERVICES)
    assert not [service.code for service in SERVICES if service.price % 500 == 0]
    assert max(Counter(service.price for service in SERVICES if service.price >= 1000).values()) == 1


def test_every_category_and_bay_kind_is_sold() -> None:
    assert {service.category for service in SERVICES} >= {
        "battery",
        "motor",
        "charging",
        "general",
        "tyres",
        "body",
    }
    assert {service.bay_kind for service in SERVICES} == {"general", "ev", "tyres", "quick"}
    assert {service.work_kind for service in SERVICES} == {"service", "diagnosis"}


@every_service
def test_a_service_takes_as_long_as_its_steps(service: ServiceSpec) -> None:
    assert 4 <= len(service.steps) <= 12
    assert all(step.minutes > 0 for step in service.steps)
    assert sum(step.minutes for step in service.steps) == service.minutes


@every_service
def test_a_service_says_everything_in_words(service: ServiceSpec) -> None:
    assert service.description.endswith(".")
    assert not service.progress_text.endswith(".")
    assert service.skills
    assert service.vehicle_kinds
    names = [step.name for step in service.steps]
    assert len(set(names)) == len(names)
    for step in service.steps:
        assert len(step.name) <= 60
        assert len(step.outside_name) <= 60
        assert step.instructions.endswith(".")
        assert len(step.instructions) >= 40


@every_service
def test_a_safety_step_is_never_optional(service: ServiceSpec) -> None:
    assert all(step.mandatory for step in service.steps if step.safety)
    assert any(step.mandatory for step in service.steps)


@every_service
def test_limits_leave_room_for_a_reading(service: ServiceSpec) -> None:
    limited = [step.reading for step in service.steps if step.reading is not None]
    for label, low, high in (
        *((reading.label, reading.min, reading.max) for reading in limited),
        *((point.name, point.min, point.max) for point in service.inspection_points),
    ):
        assert label
        assert low is None or isinstance(low, Decimal)
        assert low is None or high is None or low < high
    assert all(reading.unit for reading in limited)


@every_service
def test_high_voltage_work_starts_isolated_and_by_trained_hands(service: ServiceSpec) -> None:
    if any(step.name == "Isolate high voltage" for step in service.steps):
        assert "hv_safety" in service.skills
        assert service.bay_kind == "ev"


@every_service
def test_wheels_that_come_off_are_torqued(service: ServiceSpec) -> None:
    if any(step.name.startswith("Take off") and "wheels" in step.name for step in service.steps):
        assert any(step.name == "Torque the wheel nuts" for step in service.steps)


@every_service
def test_a_diagnosis_lists_what_it_looked_at_or_writes_it_up(service: ServiceSpec) -> None:
    if service.work_kind == "diagnosis":
        assert service.inspection_points or service.steps[-1].outside_name == "Written result"


@every_service
def test_what_a_customer_reads_of_a_step_is_true_before_it_during_it_and_after_it(
    service: ServiceSpec,
) -> None:
    of_one_moment = re.compile(r"\b(being|going|under way|\w{2,}ed)\b")
    assert [step.outside_name for step in service.steps if of_one_moment.search(step.outside_name)] == []
