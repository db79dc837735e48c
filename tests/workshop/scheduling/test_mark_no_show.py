"""The desk notes that a customer did not come: offered from when it may be done, and refused before."""

from contextlib import nullcontext
from datetime import datetime, timedelta
from importlib import import_module
from unittest.mock import patch

import pytest

from tests.cast import actor, appointment, customer, house
from workshop.kernel.errors import Conflict
from workshop.scheduling import services as scheduling
from workshop.scheduling.facts import facts_of
from workshop.scheduling.shapes import appointment_view

pytestmark = pytest.mark.django_db
STATES = import_module("workshop.scheduling.services.states")


def test_it_is_offered_from_the_moment_at_which_it_is_taken() -> None:
    home = house("ANNA", "Anna Nagar")
    booked = appointment(home, customer(home))
    offers = {one["verb"]: one for one in appointment_view(facts_of(booked), "desk")["allowed_actions"]}
    since = datetime.fromisoformat(offers["mark_no_show"]["since"])
    assert since == booked.scheduled_start
    assert offers["cancel"]["since"] is None
    early = pytest.raises(Conflict, match="not started")
    for at, refusal in ((since - timedelta(minutes=1), early), (since, nullcontext())):
        with patch.object(STATES, "now", lambda at=at: at), refusal:
            scheduling.mark_no_show(actor=actor(home.desk), appointment_id=booked.id)
