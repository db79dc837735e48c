"""One card for one phone number, however many desks take the same call."""

import pytest

from tests.cast import Cast, actor, cast
from tests.crowd import at_once
from workshop.centers import services as centers
from workshop.centers.models import Patronage
from workshop.kernel.errors import Conflict

pytestmark = pytest.mark.django_db
NOTATIONS = ["+91 98411 22334", "098411 22334", "9841122334", "+919841122334"]


@pytest.fixture
def everybody() -> Cast:
    return cast()


@pytest.mark.usefixtures("committed")
def test_desks_that_admit_one_number_at_once_make_one_card(everybody: Cast) -> None:
    home = everybody.home
    before = Patronage.objects.filter(center=home.center).count()

    def admit(phone: str) -> Patronage:
        return centers.admit_customer(
            actor=actor(home.desk), center_id=home.center.id, first_name="Kavya", phone=phone
        )

    results = at_once(admit, NOTATIONS)
    assert sum(isinstance(result, Patronage) for result in results) == 1, results
    assert {result.code for result in results if isinstance(result, Conflict)} == {"customer_known"}
    assert Patronage.objects.filter(center=home.center).count() == before + 1
