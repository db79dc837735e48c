"""The demo's history is one that the vehicles could have had."""

from datetime import date, timedelta
from itertools import pairwise

from workshop.demo.data.history import HISTORY, PastVisitSpec
from workshop.demo.data.services import SERVICE_BY_CODE
from workshop.demo.data.vehicles import VEHICLE_BY_CODE

TODAY = date(2026, 11, 20)


def by_vehicle() -> dict[str, list[PastVisitSpec]]:
    found: dict[str, list[PastVisitSpec]] = {}
    for past in HISTORY:
        found.setdefault(past.vehicle, []).append(past)
    return found


def test_a_few_vehicles_have_about_two_years_behind_them() -> None:
    assert len(by_vehicle()) >= 6
    assert 600 <= max(past.days_ago for past in HISTORY) <= 731
    assert min(past.days_ago for past in HISTORY) > 0


def test_time_and_mileage_only_go_forward() -> None:
    for code, visits in by_vehicle().items():
        for earlier, later in pairwise(visits):
            assert earlier.days_ago > later.days_ago, code
            assert earlier.mileage < later.mileage, code
        assert visits[-1].mileage <= VEHICLE_BY_CODE[code].mileage
        assert TODAY - timedelta(days=visits[0].days_ago) > VEHICLE_BY_CODE[code].bought


def test_services_suit_the_vehicle_and_cost_something_like_their_price() -> None:
    for past in HISTORY:
        services = [SERVICE_BY_CODE[code] for code in past.services]
        assert all(VEHICLE_BY_CODE[past.vehicle].model.kind in service.vehicle_kinds for service in services)
        assert past.cost >= sum(service.price for service in services) * 85 / 100
        assert past.description.endswith(".")
        assert past.next_due is None or past.next_due > 0
