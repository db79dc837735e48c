"""An owner applies with a workshop, is refused with a reason, applies again and opens the centre's pages."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.cast import House, actor, person
from tests.door import PASSWORD
from workshop.accounts.models import User
from workshop.centers import services
from workshop.centers.models import ServiceCenter
from workshop.kernel.actor import SYSTEM
from workshop.kernel.clock import real_now

from .test_accessible import SCHEMES, violations
from .visitor import Open

pytestmark = [pytest.mark.journey, pytest.mark.timeout(240)]


def network() -> User:
    """Somebody who decides who joins."""
    made = person("network")
    services.give_role(actor=SYSTEM, user_id=made.id, role="admin", center_id=None)
    return made


def test_an_owner_applies_and_reads_the_answer_as_it_comes(visit: Open, home: House) -> None:
    decides = network()
    owner = visit("phone")
    page = owner.page
    page.goto("/book?all")
    page.get_by_role("link", name="Bring your workshop").click()
    owner.sees("Tell us about it")
    page.get_by_role("link", name="Create an account").click()
    page.get_by_label("First name").fill("Ganesan")
    page.get_by_label("Email").fill("ganesan@example.com")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    owner.button("Create account").click()
    form = page.get_by_role("form", name="Apply with a workshop")
    for label, words in {
        "Name": "Guindy Motors",
        "What you repair": "Cars and electric cars; two lifts.",
        "Address": "1 Mount Road",
        "Postcode": "990001",
        "City": "Chennai",
        "Cities": "Tambaram",
    }.items():
        form.get_by_role("textbox", name=label, exact=True).fill(words)
    expect(form.get_by_label("Currency")).to_have_value(home.center.currency)
    owner.button("Apply").click()
    owner.sees(page.get_by_text("We do not know this postcode"))
    form.get_by_label("Postcode", exact=True).fill("600032")
    owner.button("Apply").click()
    owner.button("Send the link to ganesan@example.com").click()
    owner.sees("A link is on its way to ganesan@example.com")
    # The mailed link would do it, and end this session.
    User.objects.filter(email="ganesan@example.com").update(email_verified_at=real_now())
    page.reload()
    expect(form.get_by_role("textbox", name="Address")).to_have_value("1 Mount Road")
    owner.button("Apply").click()
    owner.sees("Waiting for an answer")
    applied = ServiceCenter.objects.get(status="applied")
    assert (applied.name, applied.postcode, str(applied.latitude)) == (
        "Guindy Motors",
        "600032",
        "13.035000",
    )
    with owner.without_reload():
        services.reject_center(actor=actor(decides), center_id=applied.id, reason="Which lifts?")
        owner.sees("Which lifts?")
        owner.button("Change and apply again").click()
        again = page.get_by_role("form", name="Apply again")
        again.get_by_role("textbox", name="What you repair").fill("Two lifts of 4 t.")
        again.get_by_role("button", name="Apply again").click()
        owner.sees("Waiting for an answer")
        services.approve_center(actor=actor(decides), center_id=applied.id, code="GDY")
        owner.sees("Approved")
        owner.button("Open the centre’s pages").click()
        owner.sees(page.get_by_role("textbox", name="Name", exact=True))
    assert urlsplit(page.url).path == "/admin/centre"
    expect(page.get_by_role("textbox", name="Name", exact=True)).to_have_value("Guindy Motors")


@pytest.mark.parametrize("scheme", SCHEMES)
def test_axe_finds_nothing_on_the_page_of_joining(visit: Open, home: House, scheme: str) -> None:
    owner = person("owner")
    owner.set_password(PASSWORD)
    owner.email_verified_at = real_now()
    owner.save()
    seen = visit("phone", scheme=scheme)
    seen.context.add_init_script(f"localStorage.setItem('pitlane.theme', '{scheme}')")
    seen.page.goto("/join")
    seen.sees("Tell us about it")
    found = violations(seen.page)
    seen.sign_in(owner)
    seen.page.goto("/join")
    seen.sees("From where you take work")
    found += violations(seen.page)
    assert not found
