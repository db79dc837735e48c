"""The demo's day could have happened: nobody and no bay is in two places, and every clock adds up."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest

from workshop.demo.data.centers import ANNA_NAGAR, CENTER_BY_CODE
from workshop.demo.data.day import ANCHOR, DAY, RIVAL_DAY, VisitSpec
from workshop.demo.data.day.spec import ON_SITE, WorkSpec
from workshop.demo.data.people import CUSTOMER_BY_CODE, WORKER_BY_CODE
from workshop.demo.data.services import SERVICE_BY_CODE
from workshop.demo.data.vehicles import VEHICLE_BY_CODE

EVERYTHING = (*DAY, *RIVAL_DAY)
BAY_TAKEN = frozenset(("in_progress", "diagnosis"))
GONE = frozenset(("cancelled", "no_show"))

every_visit = pytest.mark.parametrize("visit", EVERYTHING, ids=lambda visit: visit.code)


def center_of(visit: VisitSpec) -> str:
    return CUSTOMER_BY_CODE[visit.customer].center


def taken(visit: VisitSpec) -> tuple[int, int]:
    """Return the span that really takes bay and technician: until now for work that runs over its booking."""
    return visit.start, max(visit.end, 1) if visit.stage in BAY_TAKEN else visit.end


def overlaps(spans: Iterable[tuple[int, int]]) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [(one, other) for one, other in pairwise(sorted(spans)) if other[0] < one[1]]


def grouped(key: Callable[[VisitSpec], str]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    spans: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for visit in EVERYTHING:
        if visit.stage not in GONE:
            spans.setdefault((center_of(visit), key(visit)), []).append(taken(visit))
    return spans


def estimate_of(work: WorkSpec) -> int:
    return SERVICE_BY_CODE[work.service].steps[work.step - 1].minutes


def test_twenty_visits_stand_in_every_stage() -> None:
    assert len(DAY) == 20
    assert len({visit.code for visit in EVERYTHING}) == len(EVERYTHING)
    assert len({visit.vehicle for visit in EVERYTHING}) == len(EVERYTHING)
    assert {visit.stage for visit in DAY} == {
        *("confirmed", "received", "diagnosis", "awaiting_decision", "queued", "in_progress"),
        *("quality_check", "ready_for_pickup", "delivered", "closed", "cancelled", "no_show"),
    }
    assert sum(visit.stage in ON_SITE for visit in DAY) == 11
    assert sum(visit.stage == "in_progress" for visit in DAY) == 4


def test_no_bay_holds_two_vehicles() -> None:
    assert {
        key: overlaps(spans) for key, spans in grouped(lambda visit: visit.bay).items() if overlaps(spans)
    } == {}


def test_no_technician_is_in_two_places() -> None:
    by_technician = grouped(lambda visit: visit.technician)
    assert {key: overlaps(spans) for key, spans in by_technician.items() if overlaps(spans)} == {}


def test_an_overlap_would_be_noticed() -> None:
    assert overlaps([(0, 30), (29, 60)])
    assert not overlaps([(0, 30), (30, 60)])


def test_no_technician_runs_two_clocks() -> None:
    clocks: dict[str, list[tuple[int, int]]] = {}
    for visit in EVERYTHING:
        for work in visit.work:
            clocks.setdefault(visit.technician, []).append((work.started, work.ended))
    assert {technician: overlaps(spans) for technician, spans in clocks.items() if overlaps(spans)} == {}


@every_visit
def test_people_vehicle_and_bay_belong_together(visit: VisitSpec) -> None:
    center = CENTER_BY_CODE[center_of(visit)]
    assert VEHICLE_BY_CODE[visit.vehicle].owner == visit.customer
    assert WORKER_BY_CODE[visit.technician].center == center.code
    assert visit.bay in {bay.name for bay in center.bays}
    assert visit.concern


@every_visit
def test_the_technician_can_and_may_do_it(visit: VisitSpec) -> None:
    technician = WORKER_BY_CODE[visit.technician]
    needed = {skill for code in visit.services for skill in SERVICE_BY_CODE[code].skills}
    assert needed <= set(technician.skills)
    assert not [one for one in technician.certifications if one.skill in needed and one.expires_in <= 0]


@every_visit
def test_the_service_fits_bay_vehicle_and_booking(visit: VisitSpec) -> None:
    center = CENTER_BY_CODE[center_of(visit)]
    kind = next(bay.kind for bay in center.bays if bay.name == visit.bay)
    services = [SERVICE_BY_CODE[code] for code in visit.services]
    assert {service.bay_kind for service in services} == {kind}
    assert all(VEHICLE_BY_CODE[visit.vehicle].model.kind in service.vehicle_kinds for service in services)
    assert set(visit.services) <= set(center.services)
    assert sum(service.minutes for service in services) == visit.end - visit.start


@every_visit
def test_what_has_happened_lies_in_the_past_and_in_order(visit: VisitSpec) -> None:
    moments = [visit.made, visit.received, *(work.started for work in visit.work)]
    moments += [*(work.ended for work in visit.work[-1:]), visit.ready, visit.delivered, visit.closed]
    told = [moment for moment in moments if moment is not None]
    assert told == sorted(told)
    assert told[-1] <= 0
    assert visit.made < visit.start


@every_visit
def test_a_stage_has_what_belongs_to_it(visit: VisitSpec) -> None:
    came = visit.stage in ON_SITE or visit.stage in ("delivered", "closed")
    assert (visit.received is not None) == came == (visit.mileage_in is not None)
    charged = VEHICLE_BY_CODE[visit.vehicle].model.battery_capacity is not None
    assert (visit.charge_in is not None) == (came and charged)
    assert (visit.ended is not None) == bool(visit.ended_reason) == (visit.stage in GONE)
    assert (visit.ready is not None) == (visit.stage in ("ready_for_pickup", "delivered", "closed"))
    assert (visit.delivered is not None) == (visit.stage in ("delivered", "closed"))
    assert (visit.closed is not None) == (visit.stage == "closed")
    assert (visit.asked is not None) == (visit.stage == "awaiting_decision")
    assert (visit.start > 0) == (visit.stage in ("confirmed", "received", "queued"))
    assert bool(visit.work) == (came and visit.stage not in ("received", "queued"))
    if visit.stage in ("diagnosis", "awaiting_decision"):
        assert {SERVICE_BY_CODE[code].work_kind for code in visit.services} == {"diagnosis"}


@every_visit
def test_steps_are_worked_through_in_order(visit: VisitSpec) -> None:
    planned = [
        (code, step) for code in visit.services for step in range(1, len(SERVICE_BY_CODE[code].steps) + 1)
    ]
    assert [(work.service, work.step) for work in visit.work] == planned[: len(visit.work)]
    assert all(work.status == "done" for work in visit.work[:-1])
    finished = visit.ready is not None or visit.stage in ("quality_check", "awaiting_decision")
    assert (len(visit.work) == len(planned) and visit.work[-1].status == "done") == finished
    if visit.stage in BAY_TAKEN:
        assert visit.work[-1].status in ("in_progress", "paused")


@every_visit
def test_a_running_clock_runs_until_now_and_a_paused_one_waits(visit: VisitSpec) -> None:
    for work in visit.work:
        if work.status == "in_progress":
            assert work.ended == 0
        if work.status == "paused":
            assert visit.hold is not None
            assert (visit.hold.since, visit.hold.service) == (work.ended, work.service)


@every_visit
def test_readings_are_taken_where_asked_and_explained_beyond_limits(visit: VisitSpec) -> None:
    for work in visit.work:
        reading = SERVICE_BY_CODE[work.service].steps[work.step - 1].reading
        assert (work.reading is not None) == (reading is not None and work.status == "done")
        if reading is None or work.reading is None:
            continue
        beyond = (reading.min is not None and work.reading < reading.min) or (
            reading.max is not None and work.reading > reading.max
        )
        assert work.note or not beyond


@every_visit
def test_a_lead_who_did_not_do_it_checked_it(visit: VisitSpec) -> None:
    assert bool(visit.checked_by) == (visit.ready is not None)
    if visit.checked_by:
        assert WORKER_BY_CODE[visit.checked_by].lead
        assert WORKER_BY_CODE[visit.checked_by].center == center_of(visit)
        assert visit.checked_by != visit.technician


@every_visit
def test_distances_and_levels_are_possible(visit: VisitSpec) -> None:
    if visit.mileage_in is not None:
        assert visit.mileage_in == VEHICLE_BY_CODE[visit.vehicle].mileage
    if visit.charge_in is not None:
        assert 0 < visit.charge_in <= 100
    if visit.mileage_out is not None:
        assert visit.mileage_in is not None
        assert 0 <= visit.mileage_out - visit.mileage_in < 30


def test_one_step_is_over_its_estimate_and_one_waits_for_parts_since_forty_minutes() -> None:
    running = [visit.work[-1] for visit in DAY if visit.work and visit.work[-1].status == "in_progress"]
    assert [work.service for work in running if work.minutes > estimate_of(work)] == ["charging-port-repair"]
    holds = {visit.hold.kind: visit.hold.since for visit in DAY if visit.hold is not None}
    assert holds["parts"] == -40
    assert "approval" in holds


def test_anchored_at_its_hour_the_day_lies_within_opening_hours() -> None:
    now = datetime(2026, 11, 20, ANCHOR.hour, ANCHOR.minute)  # noqa: DTZ001
    first = now + timedelta(minutes=min(visit.received or visit.start for visit in DAY))
    last = now + timedelta(minutes=max(visit.end for visit in DAY))
    for span in ANNA_NAGAR.opening:
        assert span.opens <= first.time()
        assert last.time() <= span.closes
