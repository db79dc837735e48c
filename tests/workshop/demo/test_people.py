"""The demo's people and centres: who is there, what they may touch, and that two centres share nobody."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from workshop.centers.geocoding import place_of
from workshop.demo.data.centers import (
    ANNA_NAGAR,
    APPLICATIONS,
    CENTER_BY_CODE,
    CENTERS,
    RIVAL,
    ApplicationSpec,
    CenterSpec,
)
from workshop.demo.data.people import APPLICANTS, CUSTOMERS, WORKERS
from workshop.demo.data.people.spec import WorkerSpec
from workshop.demo.data.services import SERVICE_BY_CODE, SERVICES

ANNA_WORKERS = [worker for worker in WORKERS if worker.center == "ANNA"]
TECHNICIANS = [worker for worker in WORKERS if worker.role == "technician"]

every_center = pytest.mark.parametrize("center", CENTERS, ids=lambda center: center.code)
every_technician = pytest.mark.parametrize("technician", TECHNICIANS, ids=lambda worker: worker.code)


def test_the_cast_is_complete() -> None:
    roles = Counter(worker.role for worker in ANNA_WORKERS)
    assert roles == {"technician": 8, "staff": 3, "admin": 1}
    assert [worker.code for worker in WORKERS if worker.center is None] == ["vikram"]
    assert sum(worker.lead for worker in ANNA_WORKERS) in (1, 2)
    assert sum(customer.center == "ANNA" for customer in CUSTOMERS) == 24


def test_the_names_of_the_reference_screens_are_there() -> None:
    technicians = {f"{worker.first_name} {worker.last_name[0]}." for worker in ANNA_WORKERS}
    assert technicians >= {"Priya S.", "Arun K.", "Meena R.", "Joseph M.", "Divya N."}
    customers = {f"{customer.first_name[0]}. {customer.last_name}" for customer in CUSTOMERS}
    assert customers >= {"R. Iyer", "S. Khan", "L. Fernandes", "A. Devi", "V. Raman", "M. Joseph", "N. Patel"}
    assert customers >= {"K. Menon", "G. Das"}


def test_nobody_shares_a_code_a_mail_or_a_phone() -> None:
    people = [*WORKERS, *CUSTOMERS, *APPLICANTS]
    for field in ("code", "email", "phone", "name"):
        assert max(Counter(getattr(person, field) for person in people).values()) == 1, field


def test_mails_and_phones_are_made_up() -> None:
    for person in (*WORKERS, *CUSTOMERS, *APPLICANTS):
        assert re.fullmatch(r"[a-z.]+@([a-z]+\.example|example\.(com|net|org))", person.email)
        assert re.fullmatch(r"\+9190000\d{5}", person.phone)


@every_technician
def test_a_technician_has_skills_a_cost_and_certificates_for_them(technician: WorkerSpec) -> None:
    assert technician.skills
    assert technician.hourly_cost is not None
    assert technician.hourly_cost > 0
    assert re.fullmatch(r"\d{4}", technician.pin)
    assert {certificate.skill for certificate in technician.certifications} <= set(technician.skills)
    if "hv_safety" in technician.skills:
        assert any(c.skill == "hv_safety" and c.expires_in > 0 for c in technician.certifications)


def test_certificates_are_numbered_and_one_has_run_out() -> None:
    certificates = [certificate for worker in WORKERS for certificate in worker.certifications]
    assert max(Counter(certificate.number for certificate in certificates).values()) == 1
    assert [certificate.number for certificate in certificates if certificate.expires_in < 0] == ["RFG-5547"]


@every_center
def test_a_center_can_do_what_it_sells(center: CenterSpec) -> None:
    skills = {skill for worker in WORKERS if worker.center == center.code for skill in worker.skills}
    kinds = {bay.kind for bay in center.bays}
    for code in center.services:
        assert SERVICE_BY_CODE[code].bay_kind in kinds, code
        assert set(SERVICE_BY_CODE[code].skills) <= skills, code


@every_center
def test_a_center_is_open_on_days_and_shut_on_sunday(center: CenterSpec) -> None:
    assert {span.weekday for span in center.opening} == set(range(6)) | (
        {6} if center.code == "SALM" else set()
    )
    assert all(span.opens < span.closes for span in center.opening)
    assert (center.time_zone, center.currency) == ("Asia/Kolkata", "INR")
    assert len({bay.name for bay in center.bays}) == len(center.bays)
    assert all(bay.equipment for bay in center.bays)


def test_anna_nagar_has_six_bays_of_every_kind() -> None:
    assert len(ANNA_NAGAR.bays) == 6
    assert {bay.kind for bay in ANNA_NAGAR.bays} == {"ev", "general", "quick", "tyres"}
    assert ANNA_NAGAR.postcode == "600040"


def test_the_rival_is_a_center_apart() -> None:
    assert CENTER_BY_CODE["VELA"] is RIVAL
    assert not {bay.name for bay in RIVAL.bays} & {bay.name for bay in ANNA_NAGAR.bays}


@every_technician
def test_every_technician_can_do_some_service_alone(technician: WorkerSpec) -> None:
    able = [code for code in SERVICE_BY_CODE if set(SERVICE_BY_CODE[code].skills) <= set(technician.skills)]
    assert able


def test_every_service_has_somebody_who_can_do_it_alone() -> None:
    for service in SERVICES:
        assert any(set(service.skills) <= set(worker.skills) for worker in ANNA_WORKERS), service.code


def test_the_network_has_six_centres_and_two_that_apply() -> None:
    assert [center.postcode for center in CENTERS] == [
        "600040",
        "600042",
        "625001",
        "641001",
        "620001",
        "636001",
    ]
    assert [applying.postcode for applying in APPLICATIONS] == ["632001", "600001"]
    assert {applying.applicant for applying in APPLICATIONS} == {person.code for person in APPLICANTS}


@pytest.mark.parametrize("center", [*CENTERS, *APPLICATIONS], ids=lambda center: center.name)
def test_a_centre_is_where_its_postcode_is(center: CenterSpec | ApplicationSpec) -> None:
    place = place_of(center.postcode)
    assert place is not None
    assert (place.city, place.district) == (center.city, center.district)
    if isinstance(center, CenterSpec):
        assert abs(center.latitude - place.position.latitude) < Decimal("0.03")
        assert abs(center.longitude - place.position.longitude) < Decimal("0.03")


@every_center
def test_a_centre_has_people_of_every_kind(center: CenterSpec) -> None:
    roles = Counter(worker.role for worker in WORKERS if worker.center == center.code)
    assert roles["admin"] == 1
    assert roles["staff"] >= 1
    assert roles["technician"] >= 2
    assert 2 <= len(center.bays) <= 6


def test_the_network_services_cars_motorcycles_and_equipment() -> None:
    kinds = {
        center.code: {kind for code in center.services for kind in SERVICE_BY_CODE[code].vehicle_kinds}
        for center in CENTERS
    }
    assert kinds["TRIC"] == {"motorcycle"}
    assert kinds["SALM"] == {"equipment"}
    assert "car" in kinds["MADU"]
    assert "ev" in kinds["KOVA"]
    assert [worker.center for worker in WORKERS if worker.driver] == ["ANNA", "SALM"]
