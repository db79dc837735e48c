"""What an application to the network is to whom: its applicant hears the answer, the network what waits for one."""

import pytest
from django.core import mail

from tests.cast import Cast, actor, application, cast
from tests.workshop.notifications.telling import later, relayed, rows, titles
from workshop.centers import services as centers
from workshop.centers.models import ServiceCenter
from workshop.notifications.services import send_due

pytestmark = pytest.mark.django_db
ASKS = "Guindy Motors asks to join the network"


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.fixture
def applied(everybody: Cast) -> ServiceCenter:
    center = application(everybody.customer, "Guindy Motors")
    relayed()
    return center


def test_who_runs_the_network_hears_of_who_asks_until_it_is_answered(
    everybody: Cast, applied: ServiceCenter
) -> None:
    (told,) = rows(everybody.network, "app")
    assert (told.title, told.path) == (ASKS, "/admin/centre/network")
    assert told.message == "Chennai 600002. Its owner waits for an answer."
    assert rows(everybody.customer, "app") == rows(everybody.home.admin, "app") == []
    centers.approve_center(actor=actor(everybody.network), center_id=applied.id)
    relayed()
    assert rows(everybody.network, "app") == [], "it waits for nobody any more"


def test_an_approval_is_told_by_each_channel_and_leads_to_the_centres_pages(
    everybody: Cast, applied: ServiceCenter
) -> None:
    centers.approve_center(actor=actor(everybody.network), center_id=applied.id)
    relayed()
    (told,) = rows(everybody.customer, "app")
    assert (told.title, told.path) == ("Guindy Motors is in the network", "/admin/centre")
    send_due(at=later())
    (email,) = mail.outbox
    assert (email.to, email.subject) == ([everybody.customer.email], told.title)
    assert "/admin/centre" in email.body


def test_a_rejection_is_told_with_its_reason_as_a_sentence(everybody: Cast, applied: ServiceCenter) -> None:
    centers.reject_center(actor=actor(everybody.network), center_id=applied.id, reason="No lift")
    relayed()
    (told,) = rows(everybody.customer, "app")
    assert (told.title, told.path) == ("Guindy Motors was not taken into the network", "/join")
    assert told.message == "No lift. You can change the application and send it again."


def test_who_applies_again_at_once_is_not_mailed_the_old_answer_and_the_network_hears_anew(
    everybody: Cast, applied: ServiceCenter
) -> None:
    centers.reject_center(actor=actor(everybody.network), center_id=applied.id, reason="No lift")
    relayed()
    centers.apply_again(actor=actor(everybody.customer), center_id=applied.id)
    relayed()
    send_due(at=later())
    assert mail.outbox == []
    assert titles(everybody.network, "app") == [ASKS]
