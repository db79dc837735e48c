"""A centre puts a service on offer."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from tests.cast import Cast, actor, cast
from workshop.catalog.models import InspectionPoint, Service, ServiceStep
from workshop.catalog.services import NewPoint, NewStep, create_service
from workshop.events.models import Event
from workshop.kernel.errors import Conflict, Forbidden, Invalid

pytestmark = pytest.mark.django_db

DRAIN = NewStep(name="Drain", estimate=20, instructions="Open the plug.")
MEASURE = NewStep(
    name="Measure",
    estimate=10,
    safety=True,
    reading_unit="%",
    reading_min=Decimal(0),
    reading_max=Decimal(3),
)


@pytest.fixture
def everybody() -> Cast:
    return cast()


def offer(everybody: Cast, **values: Any) -> Service:
    asked: dict[str, Any] = {
        "actor": actor(everybody.home.admin),
        "center_id": everybody.home.center.id,
        "name": "Coolant change",
        "category": "cooling",
        "base_price": Decimal("1490"),
        "steps": [DRAIN, MEASURE],
        "points": [NewPoint(name="Hoses"), NewPoint(name="Freezing point", unit="°C", maximum=Decimal(-20))],
    }
    return create_service(**{**asked, **values})


def test_a_service_lasts_as_long_as_its_steps(everybody: Cast) -> None:
    service = offer(everybody, skills=["general"], bay_kind="ev", vehicle_kinds=["ev"])
    assert service.estimated_duration == 30
    kept = ServiceStep.objects.filter(service=service).order_by("position")
    assert [(step.position, step.name, step.safety) for step in kept] == [
        (1, "Drain", False),
        (2, "Measure", True),
    ]
    assert kept[1].reading_max == 3
    points = InspectionPoint.objects.filter(service=service).order_by("position")
    assert [point.name for point in points] == ["Hoses", "Freezing point"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "  "}, "name"),
        ({"kind": "magic"}, "kind"),
        ({"base_price": Decimal(-1)}, "base_price"),
        ({"steps": []}, "steps"),
        ({"category": " "}, "category"),
        ({"base_price": Decimal("1490.005")}, "base_price"),
        ({"base_price": Decimal(10**9 + 1)}, "base_price"),
        ({"steps": [replace(DRAIN, estimate=0)]}, "steps.0.estimate"),
        ({"steps": [DRAIN, replace(DRAIN, name=" ")]}, "steps.1.name"),
        ({"steps": [DRAIN] * 10_000}, "steps"),
        ({"steps": [replace(DRAIN, estimate=1440)] * 8}, "steps"),
        ({"steps": [replace(MEASURE, mandatory=False)]}, "steps.0.mandatory"),
        ({"steps": [replace(MEASURE, reading_min=Decimal(9))]}, "steps.0.reading_max"),
        ({"steps": [replace(MEASURE, reading_unit="")]}, "steps.0.reading_unit"),
        ({"points": [NewPoint(name="Play", minimum=Decimal(2), maximum=Decimal(1))]}, "points.0.maximum"),
        ({"points": [NewPoint(name="")]}, "points.0.name"),
        ({"buffer_after": -1}, "buffer_after"),
        ({"wait": (10, 30)}, "wait_until"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_made(
    everybody: Cast, values: dict[str, Any], field: str
) -> None:
    before = Service.objects.count()
    with pytest.raises(Invalid) as refusal:
        offer(everybody, **values)
    assert field in refusal.value.fields
    assert Service.objects.count() == before


def test_a_currency_without_coins_has_no_prices_with_cents(everybody: Cast) -> None:
    everybody.home.center.currency = "VND"
    everybody.home.center.save()
    with pytest.raises(Invalid) as refusal:
        offer(everybody, base_price=Decimal("250000.50"))
    assert refusal.value.fields == {"base_price": ["VND has no coins that small: round it."]}
    assert offer(everybody, base_price=Decimal(250000)).base_price == 250000


def test_a_new_service_is_told_to_the_centre(everybody: Cast) -> None:
    service = offer(everybody)
    told = Event.objects.get(name="catalog.ServiceOffered")
    assert told.stream == f"center:{everybody.home.center.id}"
    assert told.data["service"]["id"] == str(service.id)
    assert told.data["service"]["base_price"] == {"amount": "1490.00", "currency": "INR"}


def test_a_name_is_taken_once_at_a_centre(everybody: Cast) -> None:
    offer(everybody)
    with pytest.raises(Conflict) as refusal:
        offer(everybody, name=" Coolant change ")
    assert refusal.value.code == "service_exists"
    rival = everybody.rival
    assert offer(everybody, actor=actor(rival.admin), center_id=rival.center.id)


def test_only_the_centres_administrators_change_what_it_sells(everybody: Cast) -> None:
    home, rival = everybody.home, everybody.rival
    for person in (home.desk, home.tech, home.lead, rival.admin, everybody.customer):
        with pytest.raises(Forbidden):
            offer(everybody, actor=actor(person))
    assert offer(everybody, actor=actor(everybody.network))
