"""The verbs of the demo's clock: set it, speed it up for a while, let it go on at true speed."""

from datetime import datetime, timedelta

from workshop.events.command import command
from workshop.kernel.actor import SYSTEM, Actor
from workshop.kernel.clock import real_now
from workshop.kernel.errors import Conflict

from .models import ONLY, DemoClock
from .setting import TRUE_SPEED, Setting

NOTICE = timedelta(seconds=1)
"""A change of speed is known this long before it happens; every process reads the clock more often."""


@command
def set_clock(*, shown: datetime, actor: Actor = SYSTEM) -> Setting:
    """Let the clock show a moment now and run at true speed from there."""
    return _write(Setting(real_now(), shown))


@command
def run_clock(*, rate: float, lent_for: timedelta | None = None, actor: Actor = SYSTEM) -> Setting:
    """Let the clock go on from what it shows, `rate` times as fast as true time, a second from now.

    With `lent_for` it falls back to true speed that long after, unless it is prolonged. Raises Conflict `no_clock`.
    """
    at = real_now() + NOTICE
    until = None if lent_for is None else at + lent_for
    return _write(_locked().setting.continued(at=at, rate=rate, until=until))


@command
def prolong_clock(*, lent_for: timedelta, actor: Actor = SYSTEM) -> Setting:
    """Lend the speed on from now; one that has ended in the meantime begins anew. Raises Conflict `no_clock`."""
    row = _locked()
    now = real_now()
    if row.until is None or row.rate == TRUE_SPEED:
        return row.setting
    if row.until <= now + NOTICE:
        return _write(row.setting.continued(at=now + NOTICE, rate=row.rate, until=now + NOTICE + lent_for))
    row.until = now + lent_for
    row.save(update_fields=["until"])
    return row.setting


def _locked() -> DemoClock:
    row = DemoClock.objects.select_for_update().filter(pk=ONLY).first()
    if row is None:
        raise Conflict("no_clock", "There is no demo here.", next="Load it first: manage.py load_demo.")
    return row


def _write(setting: Setting) -> Setting:
    DemoClock.objects.update_or_create(
        pk=ONLY,
        defaults={
            "real": setting.real,
            "shown": setting.shown,
            "rate": setting.rate,
            "rate_before": setting.rate_before,
            "until": setting.until,
        },
    )
    return setting
