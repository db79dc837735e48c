"""A member of staff gets a PIN for the shared tablet."""

import pytest
from django.contrib.auth.hashers import check_password

from tests.cast import Cast, actor, cast
from workshop.centers.models import StaffProfile
from workshop.centers.services import set_pin
from workshop.kernel.errors import Forbidden, Invalid, NotFound

pytestmark = pytest.mark.django_db


@pytest.fixture
def everybody() -> Cast:
    return cast()


def test_only_its_hash_is_kept(everybody: Cast) -> None:
    tech = everybody.home.tech
    set_pin(actor=actor(tech), user_id=tech.id, pin="2841")
    kept = StaffProfile.objects.get(user=tech).pin
    assert "2841" not in kept
    assert check_password("2841", kept)
    assert not check_password("2842", kept)


def test_an_administrator_of_the_centre_gives_one(everybody: Cast) -> None:
    home = everybody.home
    for administrator in (home.admin, everybody.network):
        set_pin(actor=actor(administrator), user_id=home.tech.id, pin="7306")
    assert StaffProfile.objects.get(user=home.tech).pin


def test_nobody_else_does(everybody: Cast) -> None:
    home = everybody.home
    for person in (home.other_tech, home.desk, home.lead, everybody.rival.admin):
        with pytest.raises(Forbidden):
            set_pin(actor=actor(person), user_id=home.tech.id, pin="7306")
    assert not StaffProfile.objects.get(user=home.tech).pin


@pytest.mark.parametrize("pin", ["", "123", "123456789", "12a4", "१२३४", "12 4"])
def test_a_pin_is_four_to_eight_digits(everybody: Cast, pin: str) -> None:
    tech = everybody.home.tech
    with pytest.raises(Invalid) as refusal:
        set_pin(actor=actor(tech), user_id=tech.id, pin=pin)
    assert refusal.value.code == "pin_invalid"


def test_who_is_no_member_of_staff_has_none(everybody: Cast) -> None:
    with pytest.raises(NotFound):
        set_pin(actor=actor(everybody.network), user_id=everybody.customer.id, pin="2841")
