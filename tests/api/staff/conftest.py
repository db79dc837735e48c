"""The visits that the desk's endpoints are asked about."""

from datetime import timedelta

import pytest

from tests.cast import Cast, House, appointment
from workshop.kernel.clock import now
from workshop.scheduling.models import Appointment


@pytest.fixture
def booked(everybody: Cast, home: House) -> Appointment:
    """Return an appointment to come, of the centre's customer."""
    return appointment(home, everybody.customer)


@pytest.fixture
def late(booked: Appointment) -> Appointment:
    """Return an appointment whose time has come and gone."""
    span = timedelta(hours=1)
    Appointment.objects.filter(pk=booked.id).update(
        scheduled_start=now() - span, scheduled_end=now() - span / 2
    )
    booked.refresh_from_db()
    return booked
