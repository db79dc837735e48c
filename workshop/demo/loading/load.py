"""The whole load, in one transaction: all of the demo, or nothing of it."""

from datetime import datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from django.db import transaction

from workshop.demo.data.centers import ANNA_NAGAR
from workshop.demo.services import set_clock

from .acts import live_through
from .applications import application_acts
from .coming import coming_acts
from .day import day_acts, moment_of
from .moved import moved_clock
from .past import past_acts
from .people import make_people, make_shifts, make_vehicles
from .places import make_places
from .waiting import waiting_acts
from .world import World

YEARS_BEFORE = timedelta(days=3 * 365)
"""The workshop opened this long before the day."""


def load(today: datetime) -> World:
    """Make the demo workshop and live through its years up to the hour of its day; the demo's clock starts there.

    `today` is the real moment. Raises what the services raise, and then nothing was made.
    """
    now = moment_of(ANNA_NAGAR, today)
    day = now.astimezone(ZoneInfo(ANNA_NAGAR.time_zone)).date()
    world = World()
    with transaction.atomic():
        with moved_clock(now - YEARS_BEFORE) as clock:
            make_places(world)
            make_people(world, day)
            make_vehicles(world)
            make_shifts(world, day)
            acts = chain(
                past_acts(world, day),
                application_acts(world, now),
                coming_acts(world, now),
                waiting_acts(world, now),
                day_acts(world, now),
            )
            live_through(acts, clock)
        set_clock(shown=now)
    return world
