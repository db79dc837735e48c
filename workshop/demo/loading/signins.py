"""Who can sign in to the demo, and by which link a customer follows a visit: kept in `var/demo.json`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from workshop.accounts.models import AccessLink
from workshop.accounts.services import link_token
from workshop.demo.data.centers import CENTER_BY_CODE
from workshop.demo.data.day import DAY, ELSEWHERE_DAY
from workshop.demo.data.day.spec import ON_SITE
from workshop.demo.data.people import CUSTOMER_BY_CODE, WORKERS
from workshop.demo.data.people.spec import WorkerSpec
from workshop.scheduling.models import Appointment

PASSWORD = "open-the-bonnet"  # noqa: S105
"""Everybody's password in the demo."""

LISTED = ("ANNA", "VELA", None)
"""The centres whose people are named one by one, and the network."""
OTHERS = (
    "At the other centres: admin@, desk@ and tech.a@<code>.example with the same password, where <code> is "
    "madu, kova, tric or salm; driver@salm.example fetches the irons."
)
LIVE = ("confirmed", "checked_in")


def write_signins(file: Path) -> list[dict[str, str]]:
    """Write `{"url", "people": [{role, name, email, password, about, visit_link?}], "others"}`; return the people."""
    people = [*_workers(), *_customers()]
    facts = {"url": settings.PUBLIC_URL, "people": people, "others": OTHERS}
    file.parent.mkdir(parents=True, exist_ok=True)
    half = file.with_name(f"{file.name}.new")
    half.write_text(json.dumps(facts, indent=2))
    half.replace(file)
    return people


def _workers() -> Iterator[dict[str, str]]:
    order = ("staff", "technician", "admin")
    listed = [worker for worker in WORKERS if worker.center in LISTED]
    for worker in sorted(listed, key=lambda worker: (worker.center == "VELA", order.index(worker.role))):
        yield _person(worker.role, worker.name, worker.email, _about(worker))


def _about(worker: WorkerSpec) -> str:
    if worker.center is None:
        return "Runs the network"
    part = {"staff": "Front desk", "technician": "Technician", "admin": "Administrator"}[worker.role]
    part = "Lead technician" if worker.lead else "Driver" if worker.driver else part
    return f"{part}, {CENTER_BY_CODE[worker.center].name}"


def _customers() -> Iterator[dict[str, str]]:
    links = _visit_links()
    for visit in (*DAY, *ELSEWHERE_DAY):
        customer = CUSTOMER_BY_CODE[visit.customer]
        if visit.stage in ON_SITE and customer.email in links:
            about = f"Customer of {CENTER_BY_CODE[customer.center].name}"
            person = _person("customer", customer.name, customer.email, about)
            yield person | {"visit_link": links[customer.email]}


def _visit_links() -> dict[Any, str]:
    """Return a link for each email: to the vehicle that is there, rather than to a visit of the coming days."""
    live = dict(Appointment.objects.filter(status__in=LIVE).values_list("id", "status"))
    links = AccessLink.objects.filter(kind="visit", revoked_at__isnull=True, subject_id__in=live)
    told = sorted(
        links.select_related("person").order_by("id"), key=lambda link: live[link.subject_id] == "checked_in"
    )
    return {link.person.email: f"{settings.PUBLIC_URL}/v/{link_token(link)}" for link in told}


def _person(role: str, name: str, email: str, about: str) -> dict[str, str]:
    return {"role": role, "name": name, "email": email, "password": PASSWORD, "about": about}
