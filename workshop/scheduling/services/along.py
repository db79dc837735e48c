"""What is planned to collect and return a vehicle moves along with its visit, as long before and after it as it was."""

from collections.abc import Sequence
from copy import copy
from datetime import datetime, timedelta

from workshop.kernel.errors import Invalid

from ..candidates import Candidate
from ..models import Appointment, VehicleTransport
from ..plan import Plan
from ..windows import drives
from .trips import COLLECT, checked_window
from .visit import Visit


def moves_along(appointment: Appointment, row: VehicleTransport, visit: Visit) -> timedelta:
    """Return by how much what is planned moves when its appointment becomes this visit."""
    if row.direction == COLLECT:
        return visit.start - appointment.scheduled_start
    return visit.end - appointment.scheduled_end


def shifted(row: VehicleTransport, shift: timedelta) -> VehicleTransport:
    """Return what is planned, so much later."""
    moved = copy(row)
    moved.window_start, moved.window_end = row.window_start + shift, row.window_end + shift
    return moved


def can_come(
    plan: Plan, visit: Visit, row: VehicleTransport, drivers: Sequence[Candidate], at: datetime
) -> bool:
    """Say whether one of the drivers is free for a window to come that lies well around the visit."""
    try:
        checked_window(visit.center, row, visit.stay, not_before=at)
    except Invalid:
        return False
    return any(drives(plan, driver, row.window_start, row.window_end) for driver in drivers)
