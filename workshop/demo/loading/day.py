"""The demo's day as a whole: when it is, and everything that happens on it."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from workshop.demo.data.centers import CenterSpec
from workshop.demo.data.day import ANCHOR, DAY, ELSEWHERE_DAY
from workshop.jobs import services as jobs

from .acts import Act, Rank
from .visits import Visit
from .world import World

REVIEW_EVERY = timedelta(minutes=5)
"""How often the told windows are reviewed while the day is lived through, as beat does in life."""


def moment_of(center: CenterSpec, today: datetime) -> datetime:
    """Return the moment at which the demo begins: the hour of its day on the last open day up to today."""
    place = ZoneInfo(center.time_zone)
    open_days = {span.weekday for span in center.opening}
    day = today.astimezone(place).date()
    while day.weekday() not in open_days:
        day -= timedelta(days=1)
    return datetime.combine(day, ANCHOR, place).astimezone(UTC)


def day_acts(world: World, now: datetime) -> Iterator[Act]:
    """Return everything that people did on the visits of the day, and the reviews of what was told."""
    visits = [Visit(world, spec, now, turn) for turn, spec in enumerate((*DAY, *ELSEWHERE_DAY))]
    for visit in visits:
        yield from visit.acts()
    moment = now + timedelta(minutes=min(spec.received for spec in DAY if spec.received is not None))
    while moment <= now:
        yield Act(moment, jobs.review_windows, Rank.START)
        moment += REVIEW_EVERY
