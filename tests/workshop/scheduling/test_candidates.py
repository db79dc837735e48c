"""Which of what a centre has can do what a service asks for."""

from uuid import uuid4

import pytest

from workshop.catalog.models import Service
from workshop.scheduling.candidates import Candidate, fitting_bays


def bay(*can: str) -> Candidate:
    id = uuid4()
    return Candidate(
        id=id, kind="bay", name="Bay", type="", bay_id=id, person_id=None, can=frozenset(can), certificates=()
    )


@pytest.mark.parametrize(("has", "asked"), [("General", "general"), ("general", "General"), ("ev", "EV")])
def test_a_kind_of_bay_is_the_same_word_in_capitals(has: str, asked: str) -> None:
    one, other = bay(has, "lift"), bay("tyres")
    assert fitting_bays([one, other], [Service(bay_kind=asked)]) == [one]
    assert fitting_bays([one, other], [Service(bay_kind="lift")]) == [one]
