"""GET /api/public/visits/{appointment}: a visit by its link."""

from datetime import timedelta

import pytest

from tests.api.answering import Caller
from tests.api.conftest import As
from tests.cast import Cast, House, actor, appointment
from workshop.accounts import services as accounts
from workshop.accounts.models import AccessLink, User
from workshop.jobs.sheet import Sheet
from workshop.kernel.clock import real_now
from workshop.scheduling import services as scheduling

VISITS = "/api/public/visits"


@pytest.fixture
def phone(as_: As, home: House, card: Sheet) -> Caller:
    """Return a browser without an account in which the card's link was opened."""
    link = scheduling.link_visit(actor=actor(home.desk), appointment_id=card.job.appointment_id)
    browser = as_(None)
    browser.does("/api/public/links/exchange", {"token": accounts.link_token(link)})
    return browser


def test_a_link_opens_its_visit_and_no_other(
    phone: Caller, everybody: Cast, home: House, card: Sheet
) -> None:
    document = phone.reads(f"{VISITS}/{card.job.appointment_id}")
    assert document["topic"] == f"job.{card.job.id}"
    other = appointment(home, everybody.customer)
    phone.refused(f"{VISITS}/{other.id}", status=404, code="not_found", method="GET")


def test_it_opens_nothing_else_of_the_person(phone: Caller, card: Sheet) -> None:
    for path in (
        "/api/customers/vehicles",
        f"/api/customers/visits/{card.job.appointment_id}",
        "/api/users/profile",
        f"/api/staff/jobs/{card.job.id}",
    ):
        phone.refused(path, status=401, code="not_signed_in", method="GET")


def test_without_the_link_there_is_nothing(as_: As, everybody: Cast, card: Sheet) -> None:
    path = f"{VISITS}/{card.job.appointment_id}"
    as_(None).refused(path, status=401, code="not_signed_in", method="GET")
    as_(everybody.customer).refused(path, status=401, code="not_signed_in", method="GET")


def test_a_revoked_link_closes_at_once(phone: Caller, home: House, card: Sheet) -> None:
    accounts.revoke_link(actor=actor(home.desk), link_id=AccessLink.objects.get().id)
    phone.refused(f"{VISITS}/{card.job.appointment_id}", status=401, code="not_signed_in", method="GET")


def test_an_expired_link_and_a_deactivated_person_close_at_once(phone: Caller, card: Sheet) -> None:
    path = f"{VISITS}/{card.job.appointment_id}"
    AccessLink.objects.update(expires_at=real_now() - timedelta(seconds=1))
    phone.refused(path, status=401, code="not_signed_in", method="GET")
    AccessLink.objects.update(expires_at=real_now() + timedelta(hours=1))
    phone.reads(path)
    User.objects.filter(pk=card.job.customer_id).update(is_active=False)
    phone.refused(path, status=401, code="not_signed_in", method="GET")
