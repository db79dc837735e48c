"""A person makes an account."""

import pytest

from tests.crowd import at_once, told
from tests.door import PASSWORD, somebody
from workshop.accounts import services
from workshop.accounts.models import User
from workshop.events.models import Event
from workshop.kernel.actor import SYSTEM, VISITOR
from workshop.kernel.errors import Conflict, Invalid

pytestmark = pytest.mark.django_db


def test_the_email_is_kept_in_lower_case_and_counts_as_unverified() -> None:
    person = somebody("Meena.R@Example.COM")
    assert person.email == "meena.r@example.com"
    assert person.email_verified_at is None
    assert person.password.startswith("argon2")
    assert Event.objects.get().name == "accounts.PersonRegistered"
    assert Event.objects.get().stream == f"person:{person.id}"


def test_an_email_is_taken_whatever_its_case() -> None:
    somebody("meena@example.com")
    with pytest.raises(Conflict) as refusal:
        somebody("MEENA@example.com")
    assert refusal.value.code == "email_taken"
    assert User.objects.count() == 1


def test_registering_never_joins_the_account_the_desk_made() -> None:
    made = services.add_person(actor=SYSTEM, email="meena@example.com", phone="+919800000001")
    with pytest.raises(Conflict) as refusal:
        somebody("meena@example.com")
    assert refusal.value.code == "email_taken"
    made.refresh_from_db()
    assert not made.has_usable_password()


def test_people_without_an_email_do_not_stand_in_each_others_way() -> None:
    services.add_person(actor=SYSTEM, phone="+919800000001")
    services.add_person(actor=SYSTEM, phone="+919800000002")
    assert User.objects.filter(email=None).count() == 2


@pytest.mark.parametrize("weak", ["short", "password123", "meena.raman@example"])
def test_a_password_that_is_easy_to_guess_is_refused(weak: str) -> None:
    with pytest.raises(Invalid) as refusal:
        services.register(actor=VISITOR, email="meena.raman@example.com", password=weak)
    assert refusal.value.code == "password_too_weak"
    assert refusal.value.fields["password"]
    assert not User.objects.exists()


@pytest.mark.usefixtures("committed")
def test_of_many_who_take_one_email_at_once_one_gets_it() -> None:
    results = at_once(
        lambda email: services.register(actor=VISITOR, email=email, password=PASSWORD),
        ["meena@example.com", "Meena@example.com", "MEENA@EXAMPLE.COM"] * 4,
    )
    assert sum(isinstance(result, User) for result in results) == 1
    assert told(results, "email_taken") == 11
