"""Who loses access loses what is on the page, within five seconds."""

import pytest
from playwright.sync_api import expect

from tests.cast import House, actor
from workshop.accounts.models import AccessLink
from workshop.accounts.services import revoke_link
from workshop.centers.models import Membership
from workshop.centers.services import end_membership

from .crew import at_tablet, checks, on_phone
from .visitor import Open

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]
WITHIN_MS = 5000


def test_signing_out_elsewhere_empties_the_page(visit: Open, home: House) -> None:
    sheet = checks(home)
    tablet = at_tablet(visit, home, sheet)
    own = visit("desk")
    own.sign_in(home.tech)
    own.page.goto("/profile")
    elsewhere = own.page.get_by_role("listitem").filter(has_not_text="This device")
    elsewhere.get_by_role("button", name="Sign out").click()
    own.sees("Signed out there")
    expect(tablet.page.get_by_text(sheet.job.vehicle.license_plate)).not_to_be_visible(timeout=WITHIN_MS)
    tablet.sees("Signed out")


def test_a_role_that_ends_empties_the_page(visit: Open, home: House) -> None:
    sheet = checks(home)
    tablet = at_tablet(visit, home, sheet)
    held = Membership.objects.get(user=home.tech)
    end_membership(actor=actor(home.admin), membership_id=held.id)
    expect(tablet.page.get_by_text(sheet.job.vehicle.license_plate)).not_to_be_visible(timeout=WITHIN_MS)


def test_a_revoked_link_empties_the_page(visit: Open, home: House) -> None:
    sheet = checks(home)
    phone = on_phone(visit, home, sheet)
    link = AccessLink.objects.get(subject_id=sheet.job.appointment_id)
    revoke_link(actor=actor(home.desk), link_id=link.id)
    expect(phone.page.get_by_text(sheet.job.vehicle.license_plate)).not_to_be_visible(timeout=WITHIN_MS)
    phone.sees("This link does not work any more")
